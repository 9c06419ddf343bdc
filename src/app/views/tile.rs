//! A metric's tile: the figure with its unit and qualifier, how it moved, what follows from it.

use egui::{Align, Layout, Response, RichText, Ui};

use super::entity_name;
use crate::app::action::{Action, Actions};
use crate::app::state::{Document, State};
use crate::app::theme::{self, font};
use crate::app::views::entities::{dots_room, source_dots};
use crate::app::widgets::annotation_box::annotation_boxes;
use crate::app::widgets::card::{Stance, card};
use crate::app::widgets::chip::{BadgeTone, badge};
use crate::app::widgets::controls::{overline, quiet};
use crate::app::widgets::passage::{item_buttons, remark_line};
use crate::dossier::{Direction, Item, ItemKind, Metric, Value};

/// The room that a tile has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Room {
    /// The width of the column.
    Wide,
    /// Half of it, beside another tile, and at least this high inside, in points.
    Beside(f32),
}

/// Shows a metric.
pub(super) fn tile(
    ui: &mut Ui,
    state: &State,
    document: &Document,
    place: u32,
    room: Room,
    actions: &mut Actions,
) {
    let Some(metric) = document.dossier.metrics.get(place as usize) else { return };
    let wide = room == Room::Wide;
    let item = Item { kind: ItemKind::Metric, position: place };
    let focused = state.focus() == Some(item);
    let stance = Stance::of(focused, state.desk.in_front(item));
    let value = document.index.value_of(&document.dossier, place as usize);
    let words = value.map(ToString::to_string).unwrap_or_default();
    let name = format!("{}, {words}", metric.name);
    let response = card(ui, ("metric", place), stance, &name, |ui, hovered| {
        if let Room::Beside(height) = room {
            ui.set_min_height(height);
        }
        ui.spacing_mut().item_spacing.y = 3.0;
        head(ui, document, metric, item, (hovered && wide) || focused, wide, actions);
        if let Some(value) = value {
            figure(ui, metric, value, wide);
        }
        captions(ui, document, metric, place as usize);
        notes(ui, state, document, metric, item, !wide, actions);
    });
    lead_on(&response, item, actions);
}

/// What follows a figure: in focus its remark and, where they stand nowhere else, what can be done with it;
/// then what is noted on it.
pub(super) fn notes(
    ui: &mut Ui,
    state: &State,
    document: &Document,
    metric: &Metric,
    item: Item,
    with_buttons: bool,
    actions: &mut Actions,
) {
    if state.focus() == Some(item) {
        if let Some(remark) = &metric.remark {
            remark_line(ui, remark);
        }
        if with_buttons {
            ui.horizontal(|ui| item_buttons(ui, document, item, actions));
        }
    }
    annotation_boxes(ui, state, document, metric.id.as_str(), actions);
}

/// Where a click on a figure leads.
pub(super) fn lead_on(response: &Response, item: Item, actions: &mut Actions) {
    if response.clicked() {
        actions.push(Action::Focus(item));
    }
    if response.double_clicked() {
        actions.push(Action::ShowDetails(item));
    }
}

fn head(
    ui: &mut Ui,
    document: &Document,
    metric: &Metric,
    item: Item,
    active: bool,
    wide: bool,
    actions: &mut Actions,
) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().interact_size.y = 18.0;
        let badge_room = if metric.derivation().is_some() { 76.0 } else { 0.0 };
        let buttons = if wide && active { 84.0 } else { 0.0 };
        let room = dots_room(document) + badge_room + buttons;
        ui.scope(|ui| {
            ui.set_max_width((ui.available_width() - room).max(60.0));
            overline(ui, &metric.name);
        });
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            let quoted = document.index.quotations_of(&document.dossier, item);
            let has = |source: usize| quoted.iter().any(|q| document.index.source_of(*q) == source);
            source_dots(ui, document, &has);
            if metric.derivation().is_some() {
                badge(ui, "derived", BadgeTone::Plain);
            }
            if wide && active {
                ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
                    item_buttons(ui, document, item, actions);
                });
            }
        });
    });
}

/// The number, large, with its unit and how it moved.
pub(super) fn figure(ui: &mut Ui, metric: &Metric, value: &Value, wide: bool) {
    let tokens = theme::tokens(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let sign = value.qualifier.sign();
        let space = if sign.is_empty() { "" } else { " " };
        let number = format!("{sign}{space}{}", value.number_with_symbol());
        ui.label(RichText::new(number).font(font::figure()).color(tokens.ink));
        let unit = value.unit_words();
        if wide || unit.chars().count() <= 9 {
            ui.label(RichText::new(&unit).font(font::name()).color(tokens.second_ink));
        }
        if let Some(change) = &metric.change {
            ui.with_layout(Layout::top_down(Align::Max), |ui| {
                let (arrow, colour) = match change.direction {
                    Direction::Up => ("▲", tokens.good),
                    Direction::Down => ("▼", tokens.ink),
                };
                let words = RichText::new(format!("{arrow} {}", change.by.figure()));
                ui.label(words.font(font::name()).color(colour));
                quiet(ui, &change.basis);
            });
        }
    });
    let unit = value.unit_words();
    if !wide && unit.chars().count() > 9 {
        let words = RichText::new(unit).font(font::body()).color(tokens.second_ink);
        ui.add(egui::Label::new(words).wrap());
    }
}

/// What qualifies a figure: its words, its time, who stated it, how it was computed.
pub(super) fn captions(ui: &mut Ui, document: &Document, metric: &Metric, place: usize) {
    let mut parts: Vec<String> = Vec::new();
    if let Some(value) = metric.stated() {
        let qualifier = value.qualifier.words();
        if !qualifier.is_empty() {
            parts.push(format!("“{qualifier}”"));
        }
    }
    parts.extend(metric.period.as_ref().map(ToString::to_string));
    parts.extend(metric.as_of.as_ref().map(|when| format!("as of {when}")));
    parts.extend(metric.note.clone());
    let named: Vec<&str> = metric.stated_by.iter().map(|id| entity_name(document, id)).collect();
    if !named.is_empty() {
        parts.push(format!("stated by {}", named.join(", ")));
    }
    if !parts.is_empty() {
        let second = theme::tokens(ui).second_ink;
        let words = RichText::new(parts.join(" · ")).font(font::caption()).color(second);
        ui.add(egui::Label::new(words).wrap());
    }
    if let Some(outcome) = document.index.derived.get(&place) {
        match outcome {
            Ok(derived) => {
                quiet(ui, format!("= {}", derived.arithmetic));
                if let Some(consequence) = &derived.consequence {
                    quiet(ui, format!("as the inputs are qualified: {consequence}"));
                }
            }
            Err(error) => {
                quiet(ui, error.to_string());
            }
        }
    }
}
