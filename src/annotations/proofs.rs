//! What is known of the words that a dossier and its analyst quote: each held against the text of its
//! source, where that is at hand.

use std::collections::HashMap;

use super::{Annotations, Decision, Passage, Pin};
use crate::anchor::{Outcome, Proof, Text, TextStanding, prove};
use crate::dossier::{Dossier, Index, Quotation, Selector};

/// The proofs of all quotations and passages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proofs {
    quotations: Vec<Proof>,
    passages: HashMap<Passage, Proof>,
    counts: Counts,
}

/// How many quotations there are of each outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    by_outcome: [usize; Outcome::ALL.len()],
}

impl Counts {
    /// How many have an outcome.
    pub fn of(&self, outcome: Outcome) -> usize {
        self.by_outcome.get(outcome as usize).copied().unwrap_or_default()
    }

    /// How many stand in a text at hand, as they are recorded.
    pub fn proven(&self) -> usize {
        self.of(Outcome::Exact) + self.of(Outcome::Normalised)
    }

    /// How many a person should look at.
    pub fn open(&self) -> usize {
        let open = [Outcome::Approximate, Outcome::Doubtful, Outcome::Ambiguous, Outcome::Lost];
        open.into_iter().map(|outcome| self.of(outcome)).sum()
    }

    fn change(&mut self, outcome: Outcome, by: isize) {
        if let Some(count) = self.by_outcome.get_mut(outcome as usize) {
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

/// Holds the words quoted from one source against a text of it.
pub fn prove_source(
    dossier: &Dossier,
    index: &Index,
    annotations: &Annotations,
    source: usize,
    text: &Text,
) -> Option<SourceProof> {
    let published = dossier.sources.get(source)?;
    let places = index.quotations_of_source(source);
    let passages: Vec<Passage> =
        annotations.passages().filter(|p| p.source == published.id).cloned().collect();
    let quotations = places.iter().filter_map(|place| dossier.quotations.get(*place as usize));
    let selectors: Vec<&Selector> = quotations.map(|q| annotations.selector(q)).collect();
    let own = selectors.len();
    let all = selectors.into_iter().chain(passages.iter().map(|passage| &passage.selector));
    let found = prove(published, text, all, own);
    let mut proofs = found.proofs.into_iter();
    let quotations = places.iter().copied().zip(proofs.by_ref().take(own)).collect();
    Some(SourceProof {
        standing: found.standing,
        body_start: found.body_start,
        quotations,
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
        proofs.counts.change(Outcome::Unchecked, dossier.quotations.len() as isize);
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

    /// Forgets what was known of quotations: their text is no longer at hand.
    pub fn forget(&mut self, quotations: &[u32]) {
        for place in quotations {
            self.set(*place, Proof::unchecked());
        }
    }

    fn set(&mut self, place: u32, proof: Proof) {
        if let Some(known) = self.quotations.get_mut(place as usize) {
            self.counts.change(known.outcome(), -1);
            self.counts.change(proof.outcome(), 1);
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
        let decision =
            annotations.settlement(quotation.id.as_str()).map(|settled| &settled.decision);
        match decision {
            Some(Decision::Gone) => {
                return Presentable::No("it was declared gone from the text".into());
            }
            Some(Decision::AsRecorded) => {
                let remark = "as recorded; the text was changed since";
                return Presentable::With(remark.into());
            }
            Some(Decision::Stands(_)) | None => {}
        }
        let Some(proof) = self.of(place) else { return Presentable::AsRecorded };
        match judged(proof) {
            Presentable::AsRecorded if decision.is_some() => {
                Presentable::With("as the text reads now".into())
            }
            judged => judged,
        }
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
    /// The passages that the analyst annotated or pinned.
    pub fn passages(&self) -> impl Iterator<Item = &Passage> {
        let pinned = self.pins.iter().filter_map(|pin| match pin {
            Pin::Passage(passage) => Some(passage),
            Pin::Item(_) => None,
        });
        self.annotations.iter().filter_map(|a| a.passage.as_ref()).chain(pinned)
    }
}
