//! All quotations of one source held against a text of it.

use std::cell::OnceCell;

use super::{Anchoring, Outcome, Span, Text, TextIndex, paragraphs, recorded};
use crate::dossier::{Selector, Source};

/// How a text stands to the one that the dossier was built from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextStanding {
    /// The fingerprint is the recorded one.
    Same,
    /// It was edited since: the fingerprint differs, the quotations stand in it.
    Edited,
    /// It is another text altogether: next to nothing of what was quoted stands in it.
    Another,
}

/// What is known of a quotation's words.
#[derive(Clone, Debug, PartialEq)]
pub struct Proof {
    /// What came of looking for it.
    pub anchoring: Anchoring,
    /// The paragraph in which it was found, counted as quotations count them.
    pub paragraph: Option<u32>,
    /// The words that stand there now, where they are not those recorded.
    pub words: Option<String>,
    /// What a person decided on it, as far as that is in force for this text.
    pub settled: Settled,
}

/// A person's decision, as far as it is in force.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Settled {
    /// None, or none that this text needs.
    #[default]
    No,
    /// The quotation was looked for in the words that the person settled on.
    Place,
    /// That it was not found as recorded was accepted.
    Accepted,
}

impl Proof {
    /// What is known without a text: nothing.
    pub fn unchecked() -> Self {
        Self {
            anchoring: Anchoring::unchecked(),
            paragraph: None,
            words: None,
            settled: Settled::No,
        }
    }

    /// Whether a person should look at it: it was not found as recorded, and nobody decided.
    pub fn is_open(&self) -> bool {
        let in_question = !self.outcome().is_proven() && self.outcome() != Outcome::Unchecked;
        in_question && self.settled != Settled::Accepted
    }

    /// How the quotation was found.
    pub fn outcome(&self) -> Outcome {
        self.anchoring.outcome
    }

    /// Where it was found.
    pub fn span(&self) -> Option<Span> {
        self.anchoring.found.map(|found| found.span)
    }
}

/// A quotation is this often found in an edited text at least: one in so many.
const EDITED: usize = 4;

/// What came of holding a source's words against a text.
#[derive(Clone, Debug)]
pub struct Proven {
    /// How the text stands to the recorded one.
    pub standing: TextStanding,
    /// Where its body begins, in characters: as recorded, or moved with the words in it.
    pub body_start: u32,
    /// What was found, in the order of the selectors.
    pub proofs: Vec<Proof>,
}

/// Holds quotations against a text of their source. The first `telling` of the selectors tell whether
/// it is that text at all.
///
/// In a text with the recorded fingerprint nothing is searched, the words are compared where they
/// are recorded; only what does not stand there is looked for.
pub fn prove<'s>(
    source: &Source,
    text: &Text,
    selectors: impl IntoIterator<Item = &'s Selector>,
    telling: usize,
) -> Proven {
    let same = source.sha256.eq_ignore_ascii_case(text.sha256());
    let index = OnceCell::new();
    let recorded_start = source.body_start.unwrap_or_default();
    // How far the body was moved by what was edited above the first of its words that were found.
    let mut moved: Option<(u32, i64)> = None;
    let mut anchorings = Vec::new();
    for selector in selectors {
        let as_recorded = same.then(|| recorded(text, selector)).flatten();
        let anchoring = as_recorded
            .unwrap_or_else(|| index.get_or_init(|| TextIndex::of(text)).anchor(selector));
        if let (Some(found), Some(start)) = (&anchoring.found, selector.start)
            && start >= recorded_start
            && moved.is_none_or(|(first, _)| start < first)
        {
            moved = Some((start, i64::from(found.span.start) - i64::from(start)));
        }
        anchorings.push(anchoring);
    }
    let found = anchorings.iter().take(telling).filter(|a| a.found.is_some()).count();
    let standing = if same {
        TextStanding::Same
    } else if telling == 0 || (found > 0 && found * EDITED >= telling) {
        TextStanding::Edited
    } else {
        TextStanding::Another
    };
    let by = moved.filter(|_| !same).map_or(0, |(_, by)| by);
    let body_start = u32::try_from(i64::from(recorded_start) + by).unwrap_or_default();
    let paragraphs = paragraphs(text, body_start);
    let proof = |anchoring: Anchoring| {
        if standing == TextStanding::Another {
            return Proof::unchecked();
        }
        let span = anchoring.found.map(|found| found.span);
        let differs = anchoring.outcome == Outcome::Approximate;
        Proof {
            paragraph: span.map(|span| paragraphs.number_at(span.start)),
            words: span.filter(|_| differs).map(|span| text.slice(span).to_owned()),
            settled: Settled::No,
            anchoring,
        }
    };
    let proofs = anchorings.into_iter().map(proof).collect();
    Proven { standing, body_start, proofs }
}
