//! The tile of a series: the values of one measure, from several sources or dates, and their chart.

use egui::{Align, Layout, Margin, RichText, Ui};

use super::chart::{MOST_NAMED, chart};
use super::counted;
use super::entities::{dots_room, source_dots};
use super::tile::{captions, figure, lead_on, notes};
use crate::app::action::{Action, Actions};
use crate::app::state::{Document, State};
use crate::app::theme::{self, font, space};
use crate::app::widgets::card::{Stance, clickable, framed};
use crate::app::widgets::chip::{BadgeTone, badge};
use crate::app::widgets::controls::{overline, quiet};
use crate::dossier::{Item, ItemKind};

/// Shows a series, by its place.
pub(super) fn series_tile(
    ui: &mut Ui,
    state: &State,
    document: &Document,
    place: u32,
    actions: &mut Actions,
) {
    let Some(series) = document.dossier.series.get(place as usize) else { return };
    let metrics = document.index.metrics_of_series(series);
    let item = |metric: usize| Item::new(ItemKind::Metric, metric);
    let in_front = metrics.iter().any(|metric| state.desk.in_front(item(*metric)));
    ui.scope(|ui| {
        if !in_front {
            ui.multiply_opacity(theme::STEPPED_BACK);
        }
        let line = theme::tokens(ui).line;
        framed(ui, line, |ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            ui.horizontal_top(|ui| {
                ui.scope(|ui| {
                    ui.set_max_width((ui.available_width() - 80.0).max(60.0));
                    overline(ui, &series.name);
                });
                ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                    quiet(ui, counted(metrics.len(), "value", "values"));
                });
            });
            let lead = series.lead(&document.dossier, &document.index);
            if let Some(lead) = lead {
                value(ui, state, document, lead, &Look::Lead(&series.name), actions);
            }
            let numbered = metrics.len() > MOST_NAMED;
            for (i, metric) in metrics.iter().enumerate() {
                if Some(*metric) != lead {
                    let look = Look::Line(&series.name, numbered.then_some(i + 1));
                    value(ui, state, document, *metric, &look, actions);
                }
            }
            ui.add_space(space::TINY);
            let points = series.points(&document.dossier, &document.index);
            let name = format!("Chart of {}", series.name);
            if let Some(chosen) = chart(ui, document, &name, &points) {
                actions.push(Action::Focus(item(chosen)));
            }
        });
    });
}

/// How a value stands in the tile.
enum Look<'a> {
    /// Large, as in a tile of its own, under the name of the series.
    Lead(&'a str),
    /// In a line, under the name of the series, with its number in the chart where it has one.
    Line(&'a str, Option<usize>),
}

fn value(
    ui: &mut Ui,
    state: &State,
    document: &Document,
    place: usize,
    look: &Look<'_>,
    actions: &mut Actions,
) {
    let Some(metric) = document.dossier.metrics.get(place) else { return };
    let Some(value) = document.index.value_of(&document.dossier, place) else { return };
    let item = Item::new(ItemKind::Metric, place);
    let focused = state.focus() == Some(item);
    let stance = Stance::of(focused, state.desk.in_front(item));
    let name = format!("{}, {value}", metric.name);
    let response = clickable(ui, ("value", place), stance, &name, |ui, hovered| {
        let tokens = theme::tokens(ui);
        let fill = if focused || hovered { tokens.accent_soft } else { tokens.card };
        egui::Frame::new()
            .fill(fill)
            .corner_radius(theme::radius::CONTROL)
            .inner_margin(space::TINY)
            .outer_margin(Margin::symmetric(-4, 0))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 2.0;
                match look {
                    Look::Lead(_) => figure(ui, metric, value, true),
                    Look::Line(_, number) => {
                        let sign = value.qualifier.sign();
                        let words = format!("{sign} {}", value.figure());
                        line(ui, document, place, *number, words.trim_start());
                    }
                }
                let (Look::Lead(series) | Look::Line(series, _)) = look;
                if metric.name != *series {
                    quiet(ui, metric.name.as_str());
                }
                if let (Look::Line(..), Some(change)) = (look, &metric.change) {
                    quiet(ui, change.to_string());
                }
                captions(ui, document, metric, place);
                notes(ui, state, document, metric, item, true, actions);
            });
    });
    lead_on(&response, item, actions);
}

fn line(ui: &mut Ui, document: &Document, place: usize, number: Option<usize>, words: &str) {
    let tokens = theme::tokens(ui);
    let item = Item::new(ItemKind::Metric, place);
    let metric = document.dossier.metrics.get(place);
    let derived = metric.is_some_and(|metric| metric.derivation().is_some());
    ui.horizontal(|ui| {
        if let Some(number) = number {
            ui.label(
                RichText::new(number.to_string()).font(font::control()).color(tokens.second_ink),
            );
        }
        let room = dots_room(document) + if derived { 76.0 } else { 0.0 };
        ui.scope(|ui| {
            ui.set_max_width((ui.available_width() - room).max(60.0));
            let words = RichText::new(words).font(font::name()).color(tokens.ink);
            ui.add(egui::Label::new(words).wrap());
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let quoted = document.index.quotations_of(&document.dossier, item);
            let has = |source: usize| quoted.iter().any(|q| document.index.source_of(*q) == source);
            source_dots(ui, document, &has);
            if derived {
                badge(ui, "derived", BadgeTone::Plain);
            }
        });
    });
}
