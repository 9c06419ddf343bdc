//! Reading sources in their words: which are shown, what is chosen in them, and what is decided on
//! quotations that were not found as recorded.

use egui::Context;
use jiff::Timestamp;

use super::App;
use super::action::Settling;
use super::action::Wording;
use super::state::{Document, Draft, Screen, Tone};
use crate::anchor::{Span, Text};
use crate::annotations::{Decision, Edit, Passage, Pin, Settlement};
use crate::dossier::{Item, ItemKind, LONGEST_QUOTATION};
use crate::text::is_ideograph;

/// What the source reader shows.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    /// The source in the first pane.
    pub first: usize,
    /// The source beside it.
    pub second: Option<usize>,
    /// The quotation in the other pane that answers the same topic as the focus.
    pub counterpart: Option<Counterpart>,
    /// The stretch of text that is selected.
    pub selection: Option<TextSelection>,
    /// The quotation whose place the person is about to point at.
    pub pointing: Option<u32>,
    /// Rises whenever something is to come into view.
    pub turn: u64,
}

/// What the other source says to the topic of the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counterpart {
    /// This quotation answers the same topic.
    Answer(u32),
    /// It answers none of the topics.
    Silent,
}

/// A selected stretch of a source's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextSelection {
    /// The source.
    pub source: usize,
    /// Where the selection was begun.
    pub from: u32,
    /// Where it was led to; may be before.
    pub to: u32,
}

impl TextSelection {
    /// The characters selected.
    pub fn span(&self) -> Span {
        Span { start: self.from.min(self.to), end: self.from.max(self.to) }
    }
}

/// A span widened to where words begin and end.
fn whole_words(text: &Text, span: Span) -> Span {
    const LONGEST_WORD: u32 = 40;
    let in_word = |c: &char| c.is_alphanumeric() && !is_ideograph(*c);
    let before = Span { start: span.start.saturating_sub(LONGEST_WORD), end: span.start };
    let after = Span { start: span.end, end: span.end + LONGEST_WORD };
    let inside = text.slice(span);
    let leads = inside.chars().next().is_some_and(|c| in_word(&c));
    let trails = inside.chars().next_back().is_some_and(|c| in_word(&c));
    let back = text.slice(before).chars().rev().take_while(in_word).count() as u32;
    let forth = text.slice(after).chars().take_while(in_word).count() as u32;
    Span {
        start: if leads { span.start - back } else { span.start },
        end: if trails { span.end + forth } else { span.end },
    }
}

impl App {
    /// Shows a source in the first pane.
    pub(super) fn read_source(&mut self, source: usize) {
        let reader = &mut self.state.reader;
        if reader.second == Some(source) {
            reader.second = Some(reader.first);
        }
        reader.first = source;
        reader.selection = None;
        reader.turn += 1;
        self.show_screen(Screen::Sources);
    }

    /// Shows a source beside the first, or none.
    pub(super) fn read_beside(&mut self, source: Option<usize>) {
        let first = self.state.reader.first;
        self.state.reader.second = source.filter(|source| *source != first);
        self.find_counterpart();
        self.state.reader.turn += 1;
    }

    /// Puts a quotation into focus where it stands in its source.
    pub(super) fn read_quotation(&mut self, place: u32) {
        let Some(document) = &self.state.document else { return };
        let source = document.index.source_of(place as usize);
        let reader = &mut self.state.reader;
        if reader.first != source && reader.second != Some(source) {
            reader.first = source;
        }
        if reader.pointing != Some(place) {
            reader.pointing = None;
        }
        self.state.screen = Screen::Sources;
        let item = Item { kind: ItemKind::Quotation, position: place };
        self.state.trail.go(Some(item), Screen::Sources);
        self.refresh_desk();
        self.find_counterpart();
        self.state.reader.turn += 1;
    }

    /// Shows a passage where it stands.
    pub(super) fn read_passage(&mut self, passage: &Passage) {
        let Some(document) = &self.state.document else { return };
        let item = document.index.catalogue.find(passage.source.as_str());
        let Some(source) = item.map(Item::index) else { return };
        let span = document.texts.proofs.of_passage(passage).and_then(crate::anchor::Proof::span);
        self.read_source(source);
        match span {
            Some(Span { start, end }) => {
                self.state.reader.selection = Some(TextSelection { source, from: start, to: end });
            }
            None => self.tell(
                Tone::Warn,
                "The passage can't be shown: its source has no text attached, or the words do not \
                 stand in it.",
            ),
        }
    }

    /// Looks for what the source in the other pane says to the topics of the focus.
    fn find_counterpart(&mut self) {
        let reader = &self.state.reader;
        self.state.reader.counterpart = match (&self.state.document, self.state.focus()) {
            (Some(document), Some(focus)) if focus.kind == ItemKind::Quotation => {
                let own = document.index.source_of(focus.index());
                let other = if own == reader.first { reader.second } else { Some(reader.first) };
                other.and_then(|other| counterpart(document, focus.index(), other))
            }
            _ => None,
        };
    }

    /// Selects a stretch of text, in whole words.
    pub(super) fn select_text(&mut self, selection: Option<TextSelection>) {
        let selection = selection.filter(|selection| selection.from != selection.to);
        self.state.reader.selection = selection.map(|selection| {
            let document = self.state.document.as_ref();
            let text = document.and_then(|document| document.texts.at_hand(selection.source));
            text.map_or(selection, |text| {
                let Span { start, end } = whole_words(&text.text, selection.span());
                let backward = selection.to < selection.from;
                let (from, to) = if backward { (end, start) } else { (start, end) };
                TextSelection { from, to, ..selection }
            })
        });
    }

    /// The selected stretch as a passage; one that is too long to be quoted is refused in words.
    fn selected_passage(&mut self) -> Option<Passage> {
        let passage = self.passage_at_selection()?;
        if passage.selector.exact.split_whitespace().count() <= LONGEST_QUOTATION {
            return Some(passage);
        }
        let message = format!(
            "A passage may have {LONGEST_QUOTATION} words, like a quotation: texts are cited, not \
             copied. Select a shorter one."
        );
        self.tell(Tone::Warn, message);
        None
    }

    fn passage_at_selection(&self) -> Option<Passage> {
        let document = self.state.document.as_ref()?;
        let selection = self.state.reader.selection?;
        let source = document.dossier.sources.get(selection.source)?;
        let at_hand = document.texts.at_hand(selection.source)?;
        let selector = at_hand.text.selector(selection.span())?;
        let paragraph = at_hand.paragraphs.number_at(selector.start?);
        Some(Passage { source: source.id.clone(), paragraph, selector })
    }

    pub(super) fn annotate_selection(&mut self, ctx: &Context) {
        let Some(passage) = self.selected_passage().filter(|_| !self.is_read_only()) else {
            return;
        };
        self.close_annotation(ctx);
        self.state.draft = Some(Draft {
            on: passage.source.to_string(),
            passage: Some(passage),
            answers: None,
            id: None,
            wording: Wording::default(),
        });
        self.views.focus_draft();
    }

    pub(super) fn pin_selection(&mut self, ctx: &Context) {
        let Some(passage) = self.selected_passage() else { return };
        let Some(document) = &self.state.document else { return };
        let at = document.annotations.pins.len();
        self.edit(ctx, Edit::Pin { at, pin: Pin::Passage(passage) });
        self.mention(ctx, "The passage is pinned to the brief.");
    }

    /// Carries out what a person decides on a quotation.
    pub(super) fn settle(&mut self, ctx: &Context, place: u32, settling: Settling) {
        let Some(document) = &self.state.document else { return };
        let Some(quotation) = document.dossier.quotations.get(place as usize) else { return };
        let source = document.index.source_of(place as usize);
        let Some(at_hand) = document.texts.at_hand(source) else { return };
        let stands = |span: Span| at_hand.text.selector(span).map(Decision::Stands);
        let decision = match settling {
            Settling::Reopen => {
                let quotation = quotation.id.clone();
                self.edit(ctx, Edit::Settle { quotation, settlement: None });
                return;
            }
            Settling::Point => {
                self.state.reader.pointing = Some(place);
                return;
            }
            Settling::AtSelection => {
                let selection = self.state.reader.selection.filter(|s| s.source == source);
                selection.and_then(|selection| stands(selection.span()))
            }
            Settling::At(span) => stands(span),
            Settling::AsRecorded => Some(Decision::AsRecorded),
            Settling::Gone => Some(Decision::Gone),
        };
        let Some(decision) = decision else { return };
        let settlement = Settlement {
            quotation: quotation.id.clone(),
            decision,
            sha256: at_hand.text.sha256().to_owned(),
            made: Timestamp::now(),
        };
        let edit = Edit::Settle {
            quotation: quotation.id.clone(),
            settlement: Some(Box::new(settlement)),
        };
        self.edit(ctx, edit);
        self.state.reader.pointing = None;
        self.state.reader.selection = None;
        self.mention(ctx, "Settled. Ctrl+Z takes it back; the dossier file is not changed.");
    }

    /// Moves the focus to the next or previous quotation of its source, in the order of the text.
    pub(super) fn step_in_source(&mut self, by: isize) {
        let Some(document) = &self.state.document else { return };
        let focus = self.state.focus().filter(|item| item.kind == ItemKind::Quotation);
        let source = focus.map_or(self.state.reader.first, |f| document.index.source_of(f.index()));
        let order = in_text_order(document, source);
        let here = focus.and_then(|f| order.iter().position(|place| *place == f.position));
        let next = match here {
            Some(here) => here.saturating_add_signed(by).min(order.len().saturating_sub(1)),
            None => 0,
        };
        if let Some(place) = order.get(next).copied() {
            self.read_quotation(place);
        }
    }
}

/// The quotations of a source in the order of the text: where they were found, else where they are
/// recorded.
pub(super) fn in_text_order(document: &Document, source: usize) -> Vec<u32> {
    let mut order = document.index.quotations_of_source(source).to_vec();
    order.sort_by_key(|place| {
        let span = document.texts.proofs.of(*place as usize).and_then(crate::anchor::Proof::span);
        let quotation = document.dossier.quotations.get(*place as usize);
        let start = span.map(|span| span.start);
        (start.or_else(|| quotation.and_then(|q| q.selector.start)), *place)
    });
    order
}

/// Whether a quotation waits for a person's decision.
pub(super) fn is_open(document: &Document, place: u32) -> bool {
    document.texts.proofs.of(place as usize).is_some_and(crate::anchor::Proof::is_open)
}

/// What a source says to the topics that a quotation answers.
fn counterpart(document: &Document, quotation: usize, other: usize) -> Option<Counterpart> {
    let published = document.dossier.sources.get(other)?;
    let topics = document.index.uses(quotation).iter().filter(|u| u.item.kind == ItemKind::Topic);
    let topics: Vec<_> =
        topics.filter_map(|usage| document.dossier.topics.get(usage.item.index())).collect();
    if topics.is_empty() {
        return None;
    }
    let answers = topics.iter().flat_map(|topic| &topic.answers);
    let mut cited = answers.filter(|a| a.source == published.id).flat_map(|a| &a.quotations);
    let answer = cited.find_map(|citation| document.index.quotation(&document.dossier, citation));
    Some(answer.map_or(Counterpart::Silent, |(place, _)| Counterpart::Answer(place as u32)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selection_takes_whole_words_and_single_ideographs() {
        let text = Text::new("One sentence 中国外交部 here.".into());
        let widened = |start, end| {
            let span = whole_words(&text, Span { start, end });
            text.slice(span)
        };
        assert_eq!(widened(5, 8), "sentence");
        assert_eq!(widened(1, 6), "One sentence");
        assert_eq!(widened(14, 16), "国外");
        assert_eq!(widened(3, 4), " ");
    }
}
