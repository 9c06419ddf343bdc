//! What is known of the words that a dossier and its analyst quote: each held against the text of its
//! source, where that is at hand.

use std::collections::HashMap;

use super::{Annotations, Decision, Passage, Pin};
use crate::anchor::{Outcome, Proof, Settled, Text, TextStanding, prove};
use crate::dossier::{Dossier, Index, Quotation, SourceId};

/// The proofs of all quotations and passages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proofs {
    quotations: Vec<Proof>,
    passages: HashMap<Passage, Proof>,
    counts: Counts,
}

/// How many quotations there are of each outcome; those that a person accepted count by themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    by_outcome: [usize; Outcome::ALL.len()],
    accepted: usize,
}

impl Counts {
    /// How many have an outcome and are not accepted.
    pub fn of(&self, outcome: Outcome) -> usize {
        self.by_outcome.get(outcome as usize).copied().unwrap_or_default()
    }

    /// How many were not found as recorded, which a person accepted.
    pub fn accepted(&self) -> usize {
        self.accepted
    }

    /// How many stand in a text at hand, as they are recorded or settled.
    pub fn proven(&self) -> usize {
        self.of(Outcome::Exact) + self.of(Outcome::Normalised)
    }

    /// How many a person should look at.
    pub fn open(&self) -> usize {
        let open = [Outcome::Approximate, Outcome::Doubtful, Outcome::Ambiguous, Outcome::Lost];
        open.into_iter().map(|outcome| self.of(outcome)).sum()
    }

    fn change(&mut self, proof: &Proof, by: isize) {
        let count = match proof.settled {
            Settled::Accepted => Some(&mut self.accepted),
            _ => self.by_outcome.get_mut(proof.outcome() as usize),
        };
        if let Some(count) = count {
            *count = count.saturating_add_signed(by);
        }
    }
}

/// What came of holding one source's words against a text.
#[derive(Clone, Debug)]
pub struct SourceProof {
    /// How the text stands to the recorded one.
    pub standing: TextStanding,
    /// Where its body begins, in characters.
    pub body_start: u32,
    /// Quotations, by place.
    pub quotations: Vec<(u32, Proof)>,
    /// The analyst's passages.
    pub passages: Vec<(Passage, Proof)>,
}

/// Holds the words quoted from one source against a text of it, those of `others`, the passages of
/// colleagues, included. What a person settled counts in a text
/// other than the recorded one only: in that, the dossier's own words stand.
pub fn prove_source(
    dossier: &Dossier,
    index: &Index,
    annotations: &Annotations,
    others: &[Passage],
    source: usize,
    text: &Text,
) -> Option<SourceProof> {
    let published = dossier.sources.get(source)?;
    let as_recorded = published.sha256.eq_ignore_ascii_case(text.sha256());
    let places = index.quotations_of_source(source);
    let passages: Vec<Passage> = annotations
        .passages()
        .chain(others)
        .filter(|p| p.source == published.id)
        .cloned()
        .collect();
    let quotations: Vec<&Quotation> =
        places.iter().filter_map(|place| dossier.quotations.get(*place as usize)).collect();
    let settled = |q: &&Quotation| annotations.settled_selector(q).filter(|_| !as_recorded);
    let own = quotations.iter().map(|q| settled(q).unwrap_or(&q.selector));
    let all = own.chain(passages.iter().map(|passage| &passage.selector));
    let found = prove(published, text, all, quotations.len());
    let mut proofs = found.proofs.into_iter();
    let mut of_quotations = Vec::with_capacity(quotations.len());
    for ((place, quotation), mut proof) in places.iter().zip(&quotations).zip(proofs.by_ref()) {
        let decision = annotations.settlement(quotation.id.as_str()).map(|s| &s.decision);
        proof.settled = match decision {
            Some(Decision::Stands(_)) if !as_recorded => Settled::Place,
            Some(Decision::AsRecorded | Decision::Gone) if proof.is_open() => Settled::Accepted,
            _ => Settled::No,
        };
        of_quotations.push((*place, proof));
    }
    Some(SourceProof {
        standing: found.standing,
        body_start: found.body_start,
        quotations: of_quotations,
        passages: passages.into_iter().zip(proofs).collect(),
    })
}

/// Whether, and how, a quotation may be presented as such.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Presentable {
    /// In its recorded words.
    AsRecorded,
    /// Only with a remark.
    With(String),
    /// Not at all, for this reason.
    No(String),
}

impl Proofs {
    /// The proofs of a dossier no text of which is at hand.
    pub fn unchecked(dossier: &Dossier) -> Self {
        let mut proofs = Self {
            quotations: vec![Proof::unchecked(); dossier.quotations.len()],
            ..Self::default()
        };
        proofs.counts.change(&Proof::unchecked(), dossier.quotations.len() as isize);
        proofs
    }

    /// The proof of a quotation, by its place.
    pub fn of(&self, quotation: usize) -> Option<&Proof> {
        self.quotations.get(quotation)
    }

    /// The proof of a passage.
    pub fn of_passage(&self, passage: &Passage) -> Option<&Proof> {
        self.passages.get(passage)
    }

    /// The proofs of all quotations, in their order.
    pub fn quotations(&self) -> &[Proof] {
        &self.quotations
    }

    /// How many there are of each outcome.
    pub fn counts(&self) -> &Counts {
        &self.counts
    }

    /// Takes in what was found of a source.
    pub fn take(&mut self, found: SourceProof) {
        for (place, proof) in found.quotations {
            self.set(place, proof);
        }
        self.passages.extend(found.passages);
    }

    /// Forgets what was known of a source's words: its text is no longer at hand.
    pub fn forget(&mut self, source: &SourceId, quotations: &[u32]) {
        for place in quotations {
            self.set(*place, Proof::unchecked());
        }
        self.passages.retain(|passage, _| passage.source != *source);
    }

    fn set(&mut self, place: u32, proof: Proof) {
        if let Some(known) = self.quotations.get_mut(place as usize) {
            self.counts.change(known, -1);
            self.counts.change(&proof, 1);
            *known = proof;
        }
    }

    /// Whether a quotation may be presented as one, and with which remark.
    pub fn presentable(
        &self,
        annotations: &Annotations,
        place: usize,
        quotation: &Quotation,
    ) -> Presentable {
        let Some(proof) = self.of(place) else { return Presentable::AsRecorded };
        let decision = annotations.settlement(quotation.id.as_str()).map(|s| &s.decision);
        match (decision, proof.settled) {
            // Without a text, what was decided last holds.
            (Some(Decision::Gone), Settled::Accepted) => {
                Presentable::No("it was declared gone from the text".into())
            }
            (Some(Decision::Gone), _) if proof.outcome() == Outcome::Unchecked => {
                Presentable::No("it was declared gone from the text".into())
            }
            (Some(Decision::AsRecorded), Settled::Accepted) => {
                Presentable::With("as recorded; the text was changed since".into())
            }
            (_, Settled::Place) => match judged(proof) {
                Presentable::AsRecorded => Presentable::With("as the text reads now".into()),
                judged => judged,
            },
            _ => judged(proof),
        }
    }

    /// The words in which a quotation is presented: those settled on, where they are in force.
    pub fn words<'a>(
        &self,
        annotations: &'a Annotations,
        place: usize,
        quotation: &'a Quotation,
    ) -> &'a str {
        let in_force = self.of(place).is_some_and(|proof| proof.settled == Settled::Place);
        let settled = annotations.settled_selector(quotation).filter(|_| in_force);
        &settled.unwrap_or(&quotation.selector).exact
    }

    /// Whether a passage may be presented as a quotation.
    pub fn presentable_passage(&self, passage: &Passage) -> Presentable {
        self.of_passage(passage).map_or(Presentable::AsRecorded, judged)
    }
}

fn judged(proof: &Proof) -> Presentable {
    match proof.outcome() {
        Outcome::Exact | Outcome::Normalised | Outcome::Unchecked => Presentable::AsRecorded,
        Outcome::Approximate => {
            let now = proof.words.as_deref().unwrap_or_default();
            let now = now.split_whitespace().collect::<Vec<_>>().join(" ");
            Presentable::With(format!("approximate: the text now reads “{now}”"))
        }
        Outcome::Ambiguous => {
            Presentable::With("these words stand in several places of the text".into())
        }
        Outcome::Doubtful => {
            Presentable::No("it is doubtful where its words stand in the text".into())
        }
        Outcome::Lost => Presentable::No("its words were not found in the text".into()),
    }
}

impl Annotations {
    /// The passages that the analyst annotated, pinned or accepted as parallels.
    pub fn passages(&self) -> impl Iterator<Item = &Passage> {
        let pinned = self.pins.iter().filter_map(|pin| match pin {
            Pin::Passage(passage) => Some(passage),
            Pin::Item(_) | Pin::Note(_) => None,
        });
        let parallel = self.accepted_parallels().flat_map(|parallel| &parallel.passages);
        self.annotations.iter().filter_map(|a| a.passage.as_ref()).chain(pinned).chain(parallel)
    }
}
