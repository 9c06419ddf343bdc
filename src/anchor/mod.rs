//! Quotations found in a source's text, or the finding that they can't be.
//!
//! # Method
//!
//! A text is folded once ([`TextIndex`]): white space, dashes and invisible characters are left out and
//! typographic forms made plain, with the way back to each character. What is left is looked for
//! in three ways, each only where the one before does not settle the matter:
//!
//! 1. **Unchanged words** by `memchr::memmem`. When they stand once in unchanged surroundings, that is
//!    all. A text whose fingerprint is the recorded one is not searched at all: the words are compared
//!    where they are recorded to stand ([`recorded`]).
//! 2. **Changed words**: pieces of eight bytes of prefix, words and suffix are looked up in an index
//!    of the text (q-gram filtering, Ukkonen, "Approximate string-matching with q-grams and maximal
//!    matches", 1992); where they fall on one diagonal, the stretch is aligned by edit distance
//!    (Myers 1999 and Hyyrö 2003, see `align.rs`).
//! 3. **Short words without surroundings** by a scan of the whole text with the same bit vectors.
//!
//! For each place two things are known: how much of the words stands there, counted in runs of
//! agreeing characters too long for chance, and how well prefix and suffix agree (the text quote
//! selector of the W3C Web Annotation Data Model). **Context beats text**: what stands between prefix
//! and suffix is the quotation, however it was edited, before any copy of the old words elsewhere;
//! where prefix and suffix stand with nothing of the words between them, the quotation was taken out,
//! and only its unchanged words elsewhere count as moved. A runner-up that is nearly as good makes the
//! outcome doubtful or ambiguous, never a guess. The thresholds stand in `judge.rs`.

mod align;
mod change;
mod judge;
mod locate;
mod occurrences;
mod paragraphs;
mod proof;
mod reading;
mod seeds;
mod text;
mod words;

use std::cell::OnceCell;

use crate::dossier::Selector;
use crate::text::{Folded, Folding, is_within_number, without_number};
pub use change::{Change, changes};
use judge::Verdict;
pub use occurrences::occurrences;
pub use paragraphs::{Paragraph, Paragraphs, paragraphs};
pub use proof::{Proof, Proven, Settled, TextStanding, prove};
use reading::{Reading, Wanted};
use seeds::Seeds;
pub use text::{Text, fingerprint, fingerprint_of};

/// A stretch of a text, in characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Its first character.
    pub start: u32,
    /// The character after its last.
    pub end: u32,
}

impl From<std::ops::Range<u32>> for Span {
    fn from(characters: std::ops::Range<u32>) -> Self {
        Self { start: characters.start, end: characters.end }
    }
}

/// How a quotation was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// The words stand there, character by character.
    Exact,
    /// The words stand there; white space, line ends, typographic marks differ.
    Normalised,
    /// The place is certain, the words were changed.
    Approximate,
    /// There are places that may be meant; nothing is attached.
    Doubtful,
    /// The same words stand in several places; nothing is attached.
    Ambiguous,
    /// It stands nowhere.
    Lost,
    /// There is no text to look in.
    Unchecked,
}

impl Outcome {
    /// All outcomes, in the order in which they are declared.
    pub const ALL: [Self; 7] = [
        Self::Exact,
        Self::Normalised,
        Self::Approximate,
        Self::Doubtful,
        Self::Ambiguous,
        Self::Lost,
        Self::Unchecked,
    ];

    /// Whether the quotation has a place in the text.
    pub fn is_found(self) -> bool {
        matches!(self, Self::Exact | Self::Normalised | Self::Approximate)
    }

    /// Whether the words stand in the text as they are recorded.
    pub fn is_proven(self) -> bool {
        matches!(self, Self::Exact | Self::Normalised)
    }

    /// The outcome in one word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Normalised => "normalised",
            Self::Approximate => "approximate",
            Self::Doubtful => "doubtful",
            Self::Ambiguous => "ambiguous",
            Self::Lost => "lost",
            Self::Unchecked => "unchecked",
        }
    }
}

/// A place where a quotation stands, or may.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// The place.
    pub span: Span,
    /// How much of the words stands there, 0 to 1.
    pub score: f32,
}

/// What came of looking for a quotation.
#[derive(Clone, Debug, PartialEq)]
pub struct Anchoring {
    /// How it was found.
    pub outcome: Outcome,
    /// Where, when it was.
    pub found: Option<Candidate>,
    /// Where it may stand, best first, when that is doubtful or ambiguous.
    pub candidates: Vec<Candidate>,
}

impl Anchoring {
    /// Found at a place.
    fn at(outcome: Outcome, span: Span, score: f32) -> Self {
        Self { outcome, found: Some(Candidate { span, score }), candidates: Vec::new() }
    }

    /// Not looked for: there is no text at hand.
    pub fn unchecked() -> Self {
        Self { outcome: Outcome::Unchecked, found: None, candidates: Vec::new() }
    }
}

/// A text folded and sorted for searching: several times as large as the text, so that it is kept only
/// while quotations are looked for.
#[derive(Debug)]
pub struct TextIndex<'a> {
    text: &'a Text,
    folded: Folded,
    /// Made when a quotation needs it.
    seeds: OnceCell<Seeds>,
}

impl<'a> TextIndex<'a> {
    /// Folds a text.
    pub fn of(text: &'a Text) -> Self {
        Self { text, folded: Folded::of(text.as_str(), Folding::Marks), seeds: OnceCell::new() }
    }

    fn seeds(&self) -> &Seeds {
        self.seeds.get_or_init(|| Seeds::of(&self.folded))
    }

    /// Looks for a quotation.
    pub fn anchor(&self, selector: &Selector) -> Anchoring {
        let wanted = Wanted::new(&selector.exact, &selector.prefix, &selector.suffix);
        let hint = selector.start.map(|start| self.folded.at_or_after(start));
        let (outcome, readings) = match judge::decide(self, &wanted, hint) {
            Verdict::Attached(reading) => return self.attached(selector, &wanted, &reading),
            Verdict::Ambiguous(readings) => (Outcome::Ambiguous, readings),
            Verdict::Doubtful(readings) => (Outcome::Doubtful, readings),
            Verdict::Lost => (Outcome::Lost, Vec::new()),
        };
        let candidate =
            |reading: &Reading| Candidate { span: self.span(reading), score: reading.similarity };
        Anchoring { outcome, found: None, candidates: readings.iter().map(candidate).collect() }
    }

    fn span(&self, reading: &Reading) -> Span {
        self.folded.characters(reading.start, reading.end).into()
    }

    /// A span that does not end or begin in the middle of a number: a note's mark behind the words is
    /// left out, a figure of the words is taken whole.
    fn without_cut_numbers(&self, span: Span, exact: &str) -> Span {
        let words = self.text.slice(span);
        let behind = self.text.slice(Span { start: span.end, end: span.end + LONGEST_NUMBER });
        if !is_within_number(words, behind) {
            return span;
        }
        let ends_in_number = exact.ends_with(|c: char| c.is_numeric());
        let end = if ends_in_number {
            let more =
                behind.chars().take_while(|c| c.is_numeric() || matches!(c, '.' | ',' | '\''));
            let more: String = more.collect();
            let more = more.trim_end_matches(['.', ',', '\'']);
            span.end + more.chars().count() as u32
        } else {
            let kept = without_number(words);
            // The full stop belongs to the words, the number behind it does not.
            let stop = u32::from(
                exact.ends_with('.')
                    && words.get(kept.len()..).is_some_and(|cut| cut.starts_with('.')),
            );
            span.start + kept.chars().count() as u32 + stop
        };
        Span { start: span.start, end: end.max(span.start + 1) }
    }

    fn attached(&self, selector: &Selector, wanted: &Wanted, reading: &Reading) -> Anchoring {
        let span = self.span(reading);
        if !reading.whole {
            let span = self.without_cut_numbers(span, &selector.exact);
            return Anchoring::at(Outcome::Approximate, span, reading.similarity.min(NOT_WHOLE));
        }
        // White space and dashes at the edges are not searched for, but are part of the words.
        let lead = wanted.exact.characters(0, 1).start;
        let recorded =
            span.start.checked_sub(lead).and_then(|start| self.text.holds(selector, start));
        if let Some(span) = recorded {
            return Anchoring::at(Outcome::Exact, span, 1.0);
        }
        if words::same_words(self.text.slice(span), &selector.exact) {
            return Anchoring::at(Outcome::Normalised, span, 1.0);
        }
        Anchoring::at(Outcome::Approximate, span, NOT_WHOLE)
    }
}

/// Characters of the longest number that is taken whole.
const LONGEST_NUMBER: u32 = 24;

/// The score of words that differ in as little as can be.
const NOT_WHOLE: f32 = 0.99;

/// The words of a selector where it says that they begin, compared and not searched for: all that is
/// needed in a text whose fingerprint is the recorded one. `None` where they do not stand there.
pub fn recorded(text: &Text, selector: &Selector) -> Option<Anchoring> {
    let span = text.holds(selector, selector.start?)?;
    Some(Anchoring::at(Outcome::Exact, span, 1.0))
}
