//! What is marked in a source's text, and the words looked for in it.

use crate::anchor::{Proof, Span, occurrences};
use crate::app::reader::in_text_order;
use crate::app::state::Document;
use crate::app::texts::TextAtHand;

/// What is marked in a source, made anew when the texts change.
#[derive(Default)]
pub(super) struct Marks {
    pub(super) of: Option<(usize, u64, usize)>,
    /// Found quotations by where they begin.
    pub(super) quotations: Vec<(Span, u32)>,
    pub(super) passages: Vec<Span>,
    /// Quotations that have no place in the text.
    pub(super) astray: Vec<u32>,
    /// All quotations in the order of the text, for where there is none.
    pub(super) order: Vec<u32>,
    /// How many paragraphs of the body are quoted, and how many there are.
    pub(super) quoted: (usize, usize),
    pub(super) version: u64,
}

/// Words that are looked for.
#[derive(Default)]
pub(super) struct Find {
    pub(super) words: String,
    /// The words and the text that `found` belongs to.
    pub(super) of: (String, u64),
    pub(super) found: Vec<Span>,
    /// Which of them is shown.
    pub(super) current: usize,
}

impl Marks {
    pub(super) fn refresh(&mut self, document: &Document, source: usize) {
        // Edits of the analyst's work change which passages there are.
        let edits = document.annotations.annotations.len()
            + document.annotations.pins.len()
            + document.colleagues.passages().count();
        let of = Some((source, document.texts.version, edits));
        if self.of == of {
            return;
        }
        let version = self.version + 1;
        let order = in_text_order(document, source);
        let proofs = &document.texts.proofs;
        let span_of = |place: &u32| proofs.of(*place as usize).and_then(Proof::span);
        let quotations: Vec<(Span, u32)> =
            order.iter().filter_map(|place| Some((span_of(place)?, *place))).collect();
        let id = document.dossier.sources.get(source).map(|published| &published.id);
        let passages = document.annotations.passages().chain(document.colleagues.passages());
        let passages = passages.filter(|p| Some(&p.source) == id);
        let passages =
            passages.filter_map(|p| proofs.of_passage(p).and_then(Proof::span)).collect();
        let astray = order.iter().copied().filter(|place| span_of(place).is_none()).collect();
        let quoted = document.texts.at_hand(source).map_or((0, 0), |text| {
            let body = text.paragraphs.as_slice().iter().filter(|p| p.number > 0);
            let touched = |span: Span| {
                quotations.iter().any(|(q, _)| q.start < span.end && span.start < q.end)
            };
            (body.clone().filter(|p| touched(p.span)).count(), body.count())
        });
        *self = Self { of, quotations, passages, astray, order, quoted, version };
    }
}

impl Find {
    /// Looks again when words or text have changed; true when they have.
    pub(super) fn refresh(&mut self, text: &TextAtHand, version: u64) -> bool {
        if self.of.0 == self.words && self.of.1 == version {
            return false;
        }
        let other_words = self.of.0 != self.words;
        self.of = (self.words.clone(), version);
        self.found = occurrences(&text.text, &self.words);
        self.current = self.current.min(self.found.len().saturating_sub(1));
        other_words
    }

    pub(super) fn step(&mut self, by: isize) {
        let count = self.found.len() as isize;
        if count > 0 {
            self.current = (self.current as isize + by).rem_euclid(count) as usize;
        }
    }
}
