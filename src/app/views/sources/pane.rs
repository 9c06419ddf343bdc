//! One source in the reader: its head, its text with what is quoted from it, and the words looked for
//! in it.

use std::sync::Arc;

use egui::{Align, Key, Layout, Margin, RichText, TextEdit, Ui};

use super::head::{choose_source, notice, pane_buttons, standing};
use super::marks::{Find, Marks};
use super::paragraph::{self, Markings};
use super::rows::{
    gap, indented, lead_selection, numbered, passages_under, quotations_in, selection_bar, strays,
    under_focus,
};
use super::{find_field, used_in};
use crate::anchor::{Proof, Span, TextStanding};
use crate::app::action::{Action, Actions};
use crate::app::reader::{Counterpart, is_open};
use crate::app::state::{Document, State};
use crate::app::texts::TextAtHand;
use crate::app::theme::{self, Icon, font, space};
use crate::app::widgets::controls::{icon_button, quiet};
use crate::app::widgets::virtual_list::VirtualList;
use crate::dossier::{Item, ItemKind, Source};

/// What a pane remembers between frames.
#[derive(Default)]
pub(super) struct Pane {
    list: VirtualList,
    marks: Marks,
    find: Find,
}

/// Where rows begin that are not paragraphs: above the text, what has no place in it.
const TOP: u32 = 0;

impl Pane {
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        place: usize,
        state: &State,
        document: &Document,
        source: usize,
        arriving: bool,
        actions: &mut Actions,
    ) {
        let Some(published) = document.dossier.sources.get(source) else { return };
        self.marks.refresh(document, source);
        let text = document.texts.at_hand(source).cloned();
        let own_text = text.filter(|text| text.standing != TextStanding::Another);
        egui::Frame::new().inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            self.head(ui, place, state, document, source, published, own_text.as_deref(), actions);
            ui.add_space(space::SMALL);
            match own_text {
                Some(text) => {
                    self.text(ui, place, state, document, source, &text, arriving, actions);
                }
                None => self.recorded(ui, state, document, source, arriving, actions),
            }
        });
    }

    fn head(
        &mut self,
        ui: &mut Ui,
        place: usize,
        state: &State,
        document: &Document,
        source: usize,
        published: &Source,
        text: Option<&TextAtHand>,
        actions: &mut Actions,
    ) {
        let tokens = theme::tokens(ui);
        ui.horizontal(|ui| {
            choose_source(ui, place, state, document, source, actions);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                pane_buttons(ui, place, state, document, source, actions);
                standing(ui, document, source);
            });
        });
        ui.add_space(space::TINY);
        let title = RichText::new(&published.title).font(font::source_title()).color(tokens.ink);
        ui.add(egui::Label::new(title).wrap());
        let mut parts = vec![published.published_in_words()];
        if text.is_some() {
            let (quoted, all) = self.marks.quoted;
            parts.push(format!("{quoted} of its {all} paragraphs are quoted"));
        }
        let counterpart = state.reader.counterpart;
        let counterpart = counterpart.filter(|_| is_counterpane(state, document, source));
        parts.extend(counterpart.map(|counterpart| match counterpart {
            Counterpart::Answer(_) => {
                "the passage that answers the same topic is in view".to_owned()
            }
            Counterpart::Silent => "silent on the topic of the focus".to_owned(),
        }));
        ui.horizontal_wrapped(|ui| {
            quiet(ui, parts.join(" · "));
        });
        if text.is_some() {
            self.find_row(ui, place, document);
        }
    }

    fn find_row(&mut self, ui: &mut Ui, place: usize, document: &Document) {
        ui.horizontal(|ui| {
            let id = find_field(place);
            let field = TextEdit::singleline(&mut self.find.words)
                .id(id)
                .hint_text("Find in this text")
                .desired_width(200.0)
                .margin(Margin::symmetric(10, 4))
                .prefix(Icon::Search.text(13.0));
            let response = ui.add(field).accessible_name("Find in this text");
            let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            if entered {
                let back = ui.input(|input| input.modifiers.shift);
                self.find.step(if back { -1 } else { 1 });
                self.scroll_to_found(document);
                ui.memory_mut(|memory| memory.request_focus(id));
            }
            if response.changed() {
                self.find.current = 0;
            }
            if self.find.words.trim().is_empty() {
                return;
            }
            let count = self.find.found.len();
            let words = match count {
                0 => "not in this text".to_owned(),
                _ => format!("{} of {count}", self.find.current + 1),
            };
            quiet(ui, words);
            ui.add_enabled_ui(count > 0, |ui| {
                for (icon, name, by) in
                    [(Icon::Previous, "Previous place", -1), (Icon::Next, "Next place", 1)]
                {
                    if icon_button(ui, icon, name).clicked() {
                        self.find.step(by);
                        self.scroll_to_found(document);
                    }
                }
            });
        });
    }

    fn scroll_to_found(&mut self, document: &Document) {
        let text = self.marks.of.and_then(|(source, ..)| document.texts.at_hand(source));
        if let (Some(span), Some(text)) = (self.find.found.get(self.find.current), text) {
            self.list.centre(row_of(text, *span));
        }
    }

    /// The source's text.
    fn text(
        &mut self,
        ui: &mut Ui,
        place: usize,
        state: &State,
        document: &Document,
        source: usize,
        text: &Arc<TextAtHand>,
        arriving: bool,
        actions: &mut Actions,
    ) {
        if self.find.refresh(text, document.texts.version)
            && let Some(first) = self.find.found.first()
        {
            self.list.centre(row_of(text, *first));
        }
        let focus = focused_quotation(state, document, source);
        let counterpart = match state.reader.counterpart {
            Some(Counterpart::Answer(answer))
                if document.index.source_of(answer as usize) == source =>
            {
                Some(answer)
            }
            _ => None,
        };
        let span_of = |place: u32| document.texts.proofs.of(place as usize).and_then(Proof::span);
        if arriving {
            let wanted = focus.or(counterpart);
            let selected = state.reader.selection.filter(|s| s.source == source).map(|s| s.span());
            match wanted.map(span_of) {
                Some(Some(span)) => self.list.centre(row_of(text, span)),
                Some(None) => self.list.scroll_to_top(),
                None => {
                    if let Some(span) = selected {
                        self.list.centre(row_of(text, span));
                    }
                }
            }
        }
        let focus_span = focus.and_then(span_of);
        let selection = state.reader.selection.filter(|s| s.source == source);
        let marks = Markings {
            source,
            quotations: &self.marks.quotations,
            focus: focus_span,
            counting: focus
                .and_then(|place| Some((place, span_of(place)?)))
                .map(|(place, span)| counting(state, document, place, text, span))
                .unwrap_or_default(),
            counterpart: counterpart.and_then(span_of),
            passages: &self.marks.passages,
            candidates: candidates(document, focus),
            found: &self.find.found,
            current: self.find.found.get(self.find.current).copied(),
            selection: selection.map(|selection| selection.span()),
        };
        let rows: Vec<u32> = (TOP..=text.paragraphs.len() as u32).collect();
        let astray = &self.marks.astray;
        let version = self.marks.version;
        let mut dragged = None;
        self.list.show(ui, &format!("text {place}"), &rows, version, space::SMALL, |ui, row| {
            if row == TOP {
                strays(ui, state, document, astray, focus, text, actions);
                return;
            }
            let Some(paragraph) = text.paragraphs.get(row as usize - 1) else { return };
            let words = text.text.slice(paragraph.span);
            let number = if paragraph.continues { 0 } else { paragraph.number };
            let shown = numbered(ui, number, |ui| {
                let head = paragraph.number == 0 && row == TOP + 1;
                paragraph::show(ui, words, paragraph.span.start, &marks, head)
            });
            quotations_in(ui, document, &shown, marks.quotations, paragraph.span, actions);
            if let Some(change) = lead_selection(ui, &shown, source, selection) {
                dragged = Some(change);
            }
            let holds = |span: Option<Span>| {
                span.is_some_and(|s| {
                    paragraph.span.start <= s.start && s.start < paragraph.span.end
                })
            };
            if holds(focus_span)
                && let Some(focus) = focus
            {
                indented(ui, |ui| under_focus(ui, state, document, focus, text, actions));
            }
            passages_under(ui, state, document, source, paragraph.span, actions);
            if holds(marks.selection) {
                indented(ui, |ui| selection_bar(ui, state, actions));
            }
        });
        if let Some(change) = dragged {
            actions.push(Action::SelectText(change));
        }
    }

    /// What the dossier itself holds of a source whose text is not at hand: its quotations.
    fn recorded(
        &mut self,
        ui: &mut Ui,
        state: &State,
        document: &Document,
        source: usize,
        arriving: bool,
        actions: &mut Actions,
    ) {
        notice(ui, document, source, actions);
        let focus = focused_quotation(state, document, source);
        let order = &self.marks.order;
        if arriving && let Some(focus) = focus {
            self.list.centre(focus);
        }
        let version = self.marks.version;
        self.list.show(ui, "recorded", order, version, space::SMALL, |ui, place| {
            let Some(quotation) = document.dossier.quotations.get(place as usize) else { return };
            let words = quotation.selector.exact.as_str();
            let span = Span { start: 0, end: words.chars().count() as u32 };
            let whole = [(span, place)];
            let marks = Markings {
                source,
                quotations: &whole,
                focus: (focus == Some(place)).then_some(span),
                ..Markings::default()
            };
            let shown = numbered(ui, quotation.paragraph, |ui| {
                paragraph::show(ui, words, 0, &marks, false)
            });
            quotations_in(ui, document, &shown, &whole, span, actions);
            if focus == Some(place) {
                indented(ui, |ui| used_in::show(ui, state, document, place, actions));
            }
            gap(ui);
        });
    }
}

/// The row of the paragraph in which a span begins.
fn row_of(text: &TextAtHand, span: Span) -> u32 {
    text.paragraphs.place_of(span.start) as u32 + 1
}

fn focused_quotation(state: &State, document: &Document, source: usize) -> Option<u32> {
    let focus = state.focus().filter(|item| item.kind == ItemKind::Quotation)?;
    (document.index.source_of(focus.index()) == source).then_some(focus.position)
}

/// Whether a source stands in the pane that answers the focus.
fn is_counterpane(state: &State, document: &Document, source: usize) -> bool {
    state.focus().is_some() && focused_quotation(state, document, source).is_none()
}

/// The words of the focus that its uses point at.
fn counting(
    state: &State,
    document: &Document,
    place: u32,
    text: &TextAtHand,
    span: Span,
) -> Vec<Span> {
    let item = Item { kind: ItemKind::Quotation, position: place };
    let Some(related) = &state.desk.related else { return Vec::new() };
    let Some(quotation) = document.dossier.quotations.get(place as usize) else {
        return Vec::new();
    };
    let exact = &quotation.selector.exact;
    // In other words than the recorded ones, places in them mean nothing.
    if text.text.slice(span) != exact {
        return Vec::new();
    }
    let count = |byte: usize| exact.get(..byte).map_or(0, |head| head.chars().count() as u32);
    let marks = document.index.marks(place as usize, item, related);
    marks
        .iter()
        .filter(|mark| mark.len() < exact.len())
        .map(|m| Span { start: span.start + count(m.start), end: span.start + count(m.end) })
        .collect()
}

fn candidates(document: &Document, focus: Option<u32>) -> Vec<Span> {
    let open = focus.filter(|place| is_open(document, *place));
    let proof = open.and_then(|place| document.texts.proofs.of(place as usize));
    proof.map_or_else(Vec::new, |proof| {
        proof.anchoring.candidates.iter().map(|candidate| candidate.span).collect()
    })
}
