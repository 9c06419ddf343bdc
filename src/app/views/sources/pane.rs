//! One source in the reader: its head, its text with what is quoted from it, and the words looked for
//! in it.

use std::sync::Arc;

use egui::{Align, Key, Layout, Margin, RichText, Sense, TextEdit, Ui, WidgetInfo, vec2};

use super::paragraph::{self, Markings, Shown};
use super::{find_field, settle, used_in};
use crate::anchor::{Proof, Span, TextStanding, occurrences};
use crate::app::action::{Action, Actions};
use crate::app::reader::{Counterpart, TextSelection, in_text_order, is_open};
use crate::app::state::{Document, State};
use crate::app::texts::{SourceText, TextAtHand};
use crate::app::theme::{self, Icon, font, space};
use crate::app::views::counted;
use crate::app::widgets::annotation_box::annotation_box;
use crate::app::widgets::chip::{BadgeTone, badge};
use crate::app::widgets::controls::{icon_button, link, primary_button, quiet};
use crate::app::widgets::virtual_list::VirtualList;
use crate::dossier::{Item, ItemKind, Source, shorten};

/// What a pane remembers between frames.
#[derive(Default)]
pub(super) struct Pane {
    list: VirtualList,
    marks: Marks,
    find: Find,
}

/// What is marked in a source, made anew when the texts change.
#[derive(Default)]
struct Marks {
    of: Option<(usize, u64, usize)>,
    /// Found quotations by where they begin.
    quotations: Vec<(Span, u32)>,
    passages: Vec<Span>,
    /// Quotations that have no place in the text.
    astray: Vec<u32>,
    /// All quotations in the order of the text, for where there is none.
    order: Vec<u32>,
    /// How many paragraphs of the body are quoted, and how many there are.
    quoted: (usize, usize),
    version: u64,
}

/// Words that are looked for.
#[derive(Default)]
struct Find {
    words: String,
    /// The words and the text that `found` belongs to.
    of: (String, u64),
    found: Vec<Span>,
    /// Which of them is shown.
    current: usize,
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
        let mut parts = vec![published.published.to_string()];
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
            self.list.scroll_to(row_of(text, *span));
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
            self.list.scroll_to(row_of(text, *first));
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
                Some(Some(span)) => self.list.scroll_to(row_of(text, span)),
                Some(None) => self.list.scroll_to_top(),
                None => {
                    if let Some(span) = selected {
                        self.list.scroll_to(row_of(text, span));
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
            selection: selection.map(|selection| selection.span()),
        };
        let rows: Vec<u32> = (TOP..=text.paragraphs.len() as u32).collect();
        let astray = &self.marks.astray;
        let version = self.marks.version;
        let mut dragged = None;
        let mut selected_row = None;
        self.list.show(ui, &format!("text {place}"), &rows, version, space::SMALL, |ui, row| {
            if row == TOP {
                strays(ui, state, document, astray, focus, text, actions);
                return;
            }
            let Some(paragraph) = text.paragraphs.get(row as usize - 1) else { return };
            let words = text.text.slice(paragraph.span);
            let shown = numbered(ui, paragraph.number, |ui| {
                let head = paragraph.number == 0;
                paragraph::show(ui, words, paragraph.span.start, &marks, head)
            });
            quotations_in(ui, document, &shown, marks.quotations, paragraph.span, actions);
            if let Some(change) = lead_selection(ui, &shown, source, selection) {
                dragged = Some(change);
            }
            let holds = |span: Option<Span>| {
                span.is_some_and(|s| {
                    paragraph.span.start <= s.start && s.start <= paragraph.span.end
                })
            };
            if holds(focus_span)
                && let Some(focus) = focus
            {
                indented(ui, |ui| under_focus(ui, state, document, focus, text, actions));
            }
            passages_under(ui, state, document, source, paragraph.span, actions);
            if holds(marks.selection) {
                selected_row = Some(row);
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
            self.list.scroll_to(focus);
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

impl Marks {
    fn refresh(&mut self, document: &Document, source: usize) {
        // Edits of the analyst's work change which passages there are.
        let edits = document.annotations.annotations.len() + document.annotations.pins.len();
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
        let passages = document.annotations.passages().filter(|p| Some(&p.source) == id);
        let passages =
            passages.filter_map(|p| proofs.of_passage(p).and_then(Proof::span)).collect();
        let astray = order.iter().copied().filter(|place| span_of(place).is_none()).collect();
        let quoted = document.texts.at_hand(source).map_or((0, 0), |text| {
            let body = text.paragraphs.iter().filter(|paragraph| paragraph.number > 0);
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
    fn refresh(&mut self, text: &TextAtHand, version: u64) -> bool {
        if self.of.0 == self.words && self.of.1 == version {
            return false;
        }
        let other_words = self.of.0 != self.words;
        self.of = (self.words.clone(), version);
        self.found = occurrences(&text.text, &self.words);
        self.current = self.current.min(self.found.len().saturating_sub(1));
        other_words
    }

    fn step(&mut self, by: isize) {
        let count = self.found.len() as isize;
        if count > 0 {
            self.current = (self.current as isize + by).rem_euclid(count) as usize;
        }
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

/// The name of the source in its colour, and the way to another.
fn choose_source(
    ui: &mut Ui,
    place: usize,
    state: &State,
    document: &Document,
    source: usize,
    actions: &mut Actions,
) {
    let sources = &document.dossier.sources;
    let colour = theme::tokens(ui).source(source);
    let name = sources.get(source).map_or("", |published| published.publisher.as_str());
    let words = RichText::new(format!("● {name}")).font(font::name()).color(colour);
    if sources.len() < 2 {
        ui.label(words);
        return;
    }
    let response = egui::ComboBox::from_id_salt(("source of pane", place))
        .selected_text(words)
        .height(400.0)
        .show_ui(ui, |ui| {
            for (other, published) in sources.iter().enumerate() {
                let name = format!("{} · {}", published.publisher, shorten(&published.title, 60));
                if ui.selectable_label(other == source, name).clicked() {
                    let second = place == 1 && other != state.reader.first;
                    actions.push(match second {
                        true => Action::ReadBeside(Some(other)),
                        false => Action::ReadSource(other),
                    });
                }
            }
        })
        .response;
    response.widget_info(|| {
        WidgetInfo::labeled(egui::Role::ComboBox, true, format!("Source {}: {name}", place + 1))
    });
}

fn pane_buttons(
    ui: &mut Ui,
    place: usize,
    state: &State,
    document: &Document,
    source: usize,
    actions: &mut Actions,
) {
    if place == 1 {
        if icon_button(ui, Icon::Close, "Close the second source").clicked() {
            actions.push(Action::ReadBeside(None));
        }
    } else if state.reader.second.is_none() && document.dossier.sources.len() > 1 {
        let other = usize::from(source == 0);
        if ui.button("Read another beside").clicked() {
            actions.push(Action::ReadBeside(Some(other)));
        }
    }
    if document.texts.at_hand(source).is_some()
        && icon_button(ui, Icon::Attach, "Attach another text…").clicked()
    {
        actions.push(Action::AttachText(source));
    }
}

/// How the text stands to the one that the dossier was built from.
fn standing(ui: &mut Ui, document: &Document, source: usize) {
    let quotations = document.index.quotations_of_source(source);
    let proofs = quotations.iter().filter_map(|place| document.texts.proofs.of(*place as usize));
    match document.texts.of(source) {
        SourceText::Awaited => {
            badge(ui, "looking for its text…", BadgeTone::Plain);
        }
        SourceText::Absent => {
            badge(ui, "text not attached", BadgeTone::Plain);
        }
        SourceText::Unreadable(_) => {
            badge(ui, "text can't be read", BadgeTone::Bad);
        }
        SourceText::Here(text) => {
            let (words, tone) = match text.standing {
                TextStanding::Same => {
                    ("text attached · same as recorded ✓".to_owned(), BadgeTone::Good)
                }
                TextStanding::Another => ("another text altogether".to_owned(), BadgeTone::Bad),
                TextStanding::Edited => (edited(proofs), BadgeTone::Warn),
            };
            let hint = format!("{}\n{}", text.path.display(), text.encoding);
            badge(ui, &words, tone).on_hover_text(hint);
        }
    }
}

/// What an edited text did to the quotations.
fn edited<'p>(proofs: impl Iterator<Item = &'p Proof>) -> String {
    let (mut whole, mut changed, mut missing) = (0, 0, 0);
    for proof in proofs {
        let outcome = proof.outcome();
        if outcome.is_proven() {
            whole += 1;
        } else if outcome.is_found() {
            changed += 1;
        } else {
            missing += 1;
        }
    }
    let mut parts = vec![format!("{whole} quotations unchanged")];
    if changed > 0 {
        parts.push(format!("{changed} changed"));
    }
    if missing > 0 {
        parts.push(format!("{missing} not found"));
    }
    format!("edited since: {}", parts.join(", "))
}

/// Says why there is no text, and how to get one.
fn notice(ui: &mut Ui, document: &Document, source: usize, actions: &mut Actions) {
    let quotations = document.index.quotations_of_source(source).len();
    let recorded = counted(quotations, "quotation", "quotations");
    let words = match document.texts.of(source) {
        SourceText::Awaited => "Its text is being looked for.".to_owned(),
        SourceText::Absent => format!(
            "The dossier holds {recorded} of this source, not its text. Attach the text to read \
             around them and to check that they stand in it: choose the file, drop it on the window, \
             or put it into the folder “sources” beside the dossier."
        ),
        SourceText::Unreadable(message) => format!("The text is not shown: {message}."),
        SourceText::Here(text) => {
            let file = text.path.file_name().unwrap_or_default().to_string_lossy();
            format!(
                "“{file}” is another text altogether: its fingerprint is not the recorded one, and \
                 next to none of the {recorded} stands in it. The quotations below are shown as \
                 recorded and count as unchecked."
            )
        }
    };
    let attached = !matches!(document.texts.of(source), SourceText::Absent | SourceText::Awaited);
    let tokens = theme::tokens(ui);
    egui::Frame::new()
        .fill(if attached { tokens.warn_soft } else { tokens.accent_soft })
        .corner_radius(theme::radius::CARD)
        .inner_margin(Margin::from(space::MEDIUM))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            let words = RichText::new(words).font(font::body()).color(tokens.ink);
            ui.add(egui::Label::new(words).wrap());
            ui.add_space(space::TINY);
            ui.horizontal(|ui| {
                if primary_button(ui, "Attach text…").clicked() {
                    actions.push(Action::AttachText(source));
                }
                if attached && ui.button("Let go of this text").clicked() {
                    actions.push(Action::DetachText(source));
                }
            });
        });
    ui.add_space(space::MEDIUM);
}

/// A paragraph with its number in the margin.
fn numbered(ui: &mut Ui, number: u32, add: impl FnOnce(&mut Ui) -> Shown) -> Shown {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let (rect, _) = ui.allocate_exact_size(vec2(MARGIN, 12.0), Sense::hover());
        if number > 0 {
            let tokens = theme::tokens(ui);
            ui.painter().text(
                rect.left_top() + vec2(0.0, 5.0),
                egui::Align2::LEFT_TOP,
                number,
                font::caption(),
                tokens.second_ink,
            );
        }
        ui.vertical(add).inner
    })
    .inner
}

/// Room for the numbers of paragraphs, in points.
const MARGIN: f32 = 28.0;

fn indented(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.add_space(space::SMALL);
    ui.horizontal_top(|ui| {
        ui.add_space(MARGIN);
        ui.vertical(add);
    });
}

/// Text that the dossier does not carry.
fn gap(ui: &mut Ui) {
    let tokens = theme::tokens(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 10.0), Sense::hover());
    for step in 0..3 {
        let at = rect.left_top() + vec2(4.0, 1.0 + 4.0 * step as f32);
        ui.painter().circle_filled(at, 1.0, tokens.second_ink);
    }
}

/// The quotations that begin in a paragraph, as what can be chosen.
fn quotations_in(
    ui: &Ui,
    document: &Document,
    shown: &Shown,
    quotations: &[(Span, u32)],
    paragraph: Span,
    actions: &mut Actions,
) {
    let mut chosen = None;
    let shortest = |character: u32| {
        let holding = quotations.iter().filter(|(s, _)| s.start <= character && character < s.end);
        holding.min_by_key(|(s, _)| s.end - s.start).map(|(_, place)| *place)
    };
    if shown.response.clicked()
        && let Some(at) = shown.response.interact_pointer_pos()
    {
        chosen = shortest(shown.character_at(at));
        if chosen.is_none() {
            actions.push(Action::SelectText(None));
        }
    }
    let begin = quotations.partition_point(|(span, _)| span.start < paragraph.start);
    let within = quotations.get(begin..).unwrap_or_default();
    for (span, place) in within.iter().take_while(|(span, _)| span.start < paragraph.end) {
        let rect = shown.line_of(*span);
        let id = ui.scope_id().with(("quotation", place));
        let response = ui.interact(rect, id, Sense::click());
        let words = document.dossier.quotations.get(*place as usize);
        let words = words.map_or("", |quotation| quotation.selector.exact.as_str());
        response.widget_info(|| {
            WidgetInfo::labeled(egui::Role::Button, true, format!("Quotation: {words}"))
        });
        if response.has_focus() {
            let stroke = egui::Stroke::new(2.0, theme::tokens(ui).accent);
            ui.painter().rect_stroke(rect, 2.0, stroke, egui::StrokeKind::Outside);
        }
        if response.clicked() {
            let under = response.interact_pointer_pos().map(|at| shown.character_at(at));
            chosen = under.and_then(shortest).or(Some(*place));
        }
    }
    actions.extend(chosen.map(Action::ReadQuotation));
}

/// Leads the selection with the pointer, also over other paragraphs than that in which it began.
#[expect(clippy::option_option, reason = "whether the selection changes, and to what")]
fn lead_selection(
    ui: &Ui,
    shown: &Shown,
    source: usize,
    selection: Option<TextSelection>,
) -> Option<Option<TextSelection>> {
    let at = ui.input(|input| input.pointer.interact_pos())?;
    if shown.response.drag_started() {
        let pressed = ui.input(|input| input.pointer.press_origin()).unwrap_or(at);
        let from = shown.character_at(pressed);
        let to = shown.character_at(at);
        return Some(Some(TextSelection {
            source,
            from,
            to: if to == from { from + 1 } else { to },
        }));
    }
    let leading =
        ui.input(|input| input.pointer.primary_down() && input.pointer.is_decidedly_dragging());
    let over = shown.response.rect.y_range().contains(at.y);
    let selection = selection.filter(|_| leading && over)?;
    let within_this_pane = shown.response.rect.x_range().contains(at.x);
    let to = shown.character_at(at);
    (within_this_pane && to != selection.to && to != selection.from)
        .then_some(Some(TextSelection { to, ..selection }))
}

/// Under the focus: what is open about it, and where it is used.
fn under_focus(
    ui: &mut Ui,
    state: &State,
    document: &Document,
    focus: u32,
    text: &TextAtHand,
    actions: &mut Actions,
) {
    if settle::has_something_to_say(document, focus) {
        settle::show(ui, state, document, focus, Some(text), actions);
        ui.add_space(space::SMALL);
    }
    used_in::show(ui, state, document, focus, actions);
    ui.add_space(space::SMALL);
}

/// Above the text: quotations that have no place in it.
fn strays(
    ui: &mut Ui,
    state: &State,
    document: &Document,
    astray: &[u32],
    focus: Option<u32>,
    text: &TextAtHand,
    actions: &mut Actions,
) {
    if astray.is_empty() {
        return;
    }
    let tokens = theme::tokens(ui);
    let head = match astray.len() {
        1 => "One quotation has no certain place in this text".to_owned(),
        number => format!("{number} quotations have no certain place in this text"),
    };
    ui.label(RichText::new(head).font(font::name()).color(tokens.warn));
    for place in astray {
        let Some(quotation) = document.dossier.quotations.get(*place as usize) else { continue };
        let proof = document.texts.proofs.of(*place as usize);
        let outcome = proof.map_or("unchecked", |proof| proof.outcome().name());
        ui.push_id(place, |ui| {
            ui.horizontal_wrapped(|ui| {
                let settled = document.annotations.settlement(quotation.id.as_str());
                match settled {
                    Some(settled) => badge(ui, settled.decision.name(), BadgeTone::Plain),
                    None => badge(ui, outcome, BadgeTone::Warn),
                };
                let words = format!("“{}”", shorten(&quotation.selector.exact, 90));
                if link(ui, &words).clicked() {
                    actions.push(Action::ReadQuotation(*place));
                }
            });
            if focus == Some(*place) {
                under_focus(ui, state, document, *place, text, actions);
            }
        });
    }
    ui.separator();
}

/// The analyst's annotations on stretches that begin in a paragraph.
fn passages_under(
    ui: &mut Ui,
    state: &State,
    document: &Document,
    source: usize,
    paragraph: Span,
    actions: &mut Actions,
) {
    let Some(id) = document.dossier.sources.get(source).map(|published| &published.id) else {
        return;
    };
    for annotation in &document.annotations.annotations {
        let Some(passage) = annotation.passage.as_ref().filter(|p| p.source == *id) else {
            continue;
        };
        let span = document.texts.proofs.of_passage(passage).and_then(Proof::span);
        if span.is_some_and(|s| paragraph.start <= s.start && s.start <= paragraph.end) {
            indented(ui, |ui| annotation_box(ui, state, annotation, actions));
        }
    }
}

/// What can be done with the selection.
fn selection_bar(ui: &mut Ui, state: &State, actions: &mut Actions) {
    ui.horizontal_wrapped(|ui| {
        if ui.button("Annotate the passage").clicked() {
            actions.push(Action::AnnotateSelection);
        }
        if ui.button("Pin the passage").clicked() {
            actions.push(Action::PinSelection);
        }
        if let Some(place) = state.reader.pointing
            && primary_button(ui, "The quotation stands here").clicked()
        {
            actions.push(Action::Settle(place, crate::app::action::Settling::AtSelection));
        }
        if icon_button(ui, Icon::Close, "Clear the selection").clicked() {
            actions.push(Action::SelectText(None));
        }
    });
}
