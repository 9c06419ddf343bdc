//! The Desk: cards, metrics and quotations side by side; tabs where there is no room for three.

use egui::Ui;

use super::detail::DetailView;
use super::entities::EntitiesView;
use super::metrics::MetricsView;
use super::quotations::QuotationsView;
use super::{column_frame, counted};
use crate::app::action::{Action, Actions};
use crate::app::state::{Column, Document, State};
use crate::app::theme::{NARROW, space};
use crate::app::widgets::chip::chip;
use crate::app::widgets::columns::columns;
use crate::dossier::ItemKind;

#[derive(Default)]
pub(super) struct DeskView {
    entities: EntitiesView,
    metrics: MetricsView,
    quotations: QuotationsView,
    detail: DetailView,
    /// The version of the Desk's contents that was drawn last.
    version: u64,
    scroll_to_focus: bool,
}

impl DeskView {
    pub(super) fn scroll_to_focus(&mut self) {
        self.scroll_to_focus = true;
    }

    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        state: &State,
        document: &Document,
        actions: &mut Actions,
    ) {
        self.follow_focus(state);
        if ui.ctx().content_rect().width() < NARROW {
            self.tabs(ui, state, document, actions);
        } else {
            self.columns(ui, state, document, actions);
        }
    }

    /// When the focus changed, the columns it was not chosen in show what came forward.
    fn follow_focus(&mut self, state: &State) {
        let chosen = std::mem::take(&mut self.scroll_to_focus);
        if self.version == state.desk.version && !chosen {
            return;
        }
        self.version = state.desk.version;
        let Some(focus) = state.focus() else { return };
        match (focus.kind, chosen) {
            (ItemKind::Entity, true) => self.entities.list.scroll_to(focus.position),
            (ItemKind::Metric, true) => self.metrics.scroll_to(state, focus.position),
            (ItemKind::Quotation, true) => self.quotations.scroll_to(focus.position),
            _ => {}
        }
        if focus.kind != ItemKind::Entity {
            self.entities.list.scroll_to_top();
        }
        if focus.kind != ItemKind::Metric {
            self.metrics.list.scroll_to_top();
        }
        if focus.kind == ItemKind::Quotation {
            self.quotations.scroll_to(focus.position);
        } else {
            self.quotations.scroll_to_top();
        }
        self.detail.scroll_to_top();
    }

    fn columns(&mut self, ui: &mut Ui, state: &State, document: &Document, actions: &mut Actions) {
        let width = ui.max_rect().width();
        let entities = (width * 0.265).clamp(300.0, 420.0);
        let metrics = (width * 0.29).clamp(330.0, 480.0);
        if state.details {
            columns(ui, &[entities, 0.0], |ui, place| match place {
                0 => self.entities.show(ui, state, document, actions),
                _ => self.detail.show(ui, state, document, actions),
            });
        } else {
            columns(ui, &[entities, metrics, 0.0], |ui, place| match place {
                0 => self.entities.show(ui, state, document, actions),
                1 => self.metrics.show(ui, state, document, actions),
                _ => self.quotations.show(ui, state, document, actions),
            });
        }
    }

    fn tabs(&mut self, ui: &mut Ui, state: &State, document: &Document, actions: &mut Actions) {
        column_frame().show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            ui.horizontal(|ui| {
                let shown: usize = state.desk.columns.iter().map(|c| c.quotations.len()).sum();
                let tabs = [
                    (Column::Entities, counted(state.desk.entities.len(), "entity", "entities")),
                    (Column::Metrics, counted(state.desk.metrics, "metric", "metrics")),
                    (Column::Quotations, counted(shown, "quotation", "quotations")),
                ];
                for (column, name) in tabs {
                    if chip(ui, &name, state.column == column).clicked() {
                        actions.push(Action::ShowColumn(column));
                    }
                }
                if let Some(focus) = state.focus() {
                    let title = document.index.title_of(&document.dossier, focus);
                    let name = format!("Details: {}", crate::dossier::shorten(&title, 28));
                    if chip(ui, &name, state.column == Column::Details).clicked() {
                        actions.push(Action::ShowColumn(Column::Details));
                    }
                }
            });
            ui.add_space(space::SMALL);
            match (state.column, state.focus()) {
                (Column::Entities, _) | (Column::Details, None) => {
                    self.entities.show(ui, state, document, actions);
                }
                (Column::Metrics, _) => self.metrics.show(ui, state, document, actions),
                (Column::Quotations, _) => self.quotations.show(ui, state, document, actions),
                (Column::Details, Some(_)) => self.detail.show(ui, state, document, actions),
            }
        });
    }
}
