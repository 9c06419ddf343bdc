//! The rows of the reader: paragraphs with their numbers, what stands under them, and the selection.

use egui::{RichText, Sense, Ui, WidgetInfo, vec2};

use super::paragraph::Shown;
use super::{settle, used_in};
use crate::anchor::{Proof, Span};
use crate::annotations::Annotation;
use crate::app::action::{Action, Actions, Settling};
use crate::app::reader::TextSelection;
use crate::app::state::{Document, State};
use crate::app::texts::TextAtHand;
use crate::app::theme::{self, Icon, font, space};
use crate::app::widgets::annotation_box::{annotation_box, colleagues_box};
use crate::app::widgets::chip::{BadgeTone, badge};
use crate::app::widgets::controls::{icon_button, link, primary_button};
use crate::dossier::shorten;
use crate::text::one_line;

/// A paragraph with its number in the margin.
pub(super) fn numbered(ui: &mut Ui, number: u32, add: impl FnOnce(&mut Ui) -> Shown) -> Shown {
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

pub(super) fn indented(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.add_space(space::SMALL);
    ui.horizontal_top(|ui| {
        ui.add_space(MARGIN);
        ui.vertical(add);
    });
}

/// Text that the dossier does not carry.
pub(super) fn gap(ui: &mut Ui) {
    let tokens = theme::tokens(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 10.0), Sense::hover());
    for step in 0..3 {
        let at = rect.left_top() + vec2(4.0, 1.0 + 4.0 * step as f32);
        ui.painter().circle_filled(at, 1.0, tokens.second_ink);
    }
}

/// The quotations that begin in a paragraph, as what can be chosen.
pub(super) fn quotations_in(
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
pub(super) fn lead_selection(
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
pub(super) fn under_focus(
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
pub(super) fn strays(
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
                match settled.filter(|_| proof.is_some_and(|proof| !proof.is_open())) {
                    Some(settled) => badge(ui, settled.decision.name(), BadgeTone::Plain),
                    None => badge(ui, outcome, BadgeTone::Warn),
                };
                let words = format!("“{}”", shorten(&one_line(&quotation.selector.exact), 90));
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

/// The annotations, of the analyst and of the others, on stretches that begin in a paragraph.
pub(super) fn passages_under(
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
    let begins_here = |annotation: &Annotation| {
        let passage = annotation.passage.as_ref().filter(|passage| passage.source == *id);
        let proof = passage.and_then(|passage| document.texts.proofs.of_passage(passage));
        let span = proof.and_then(Proof::span);
        span.is_some_and(|s| paragraph.start <= s.start && s.start < paragraph.end)
    };
    for annotation in document.annotations.annotations.iter().filter(|a| begins_here(a)) {
        indented(ui, |ui| annotation_box(ui, state, annotation, actions));
    }
    for (who, annotation) in document.colleagues.on_passages().filter(|(_, a)| begins_here(a)) {
        indented(ui, |ui| colleagues_box(ui, document, who, annotation, actions));
    }
}

/// What can be done with the selection.
pub(super) fn selection_bar(ui: &mut Ui, state: &State, actions: &mut Actions) {
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
            actions.push(Action::Settle(place, Settling::AtSelection));
        }
        if icon_button(ui, Icon::Close, "Clear the selection").clicked() {
            actions.push(Action::SelectText(None));
        }
    });
}
