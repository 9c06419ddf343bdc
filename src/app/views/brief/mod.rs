//! The Brief: material, outline and page side by side; tabs where there is no room for three.

mod citing;
mod dragging;
mod entry;
mod head;
mod material;
mod outline;
mod page;
mod spans;
mod templates;
mod text;

use egui::Ui;

use super::column_frame;
use crate::app::action::{Action, Actions};
use crate::app::briefing::{BriefColumn, BriefWish};
use crate::app::state::{Document, State};
use crate::app::theme::{NARROW, space};
use crate::app::widgets::chip::chip;
use crate::app::widgets::columns::columns;

/// What the screen remembers between frames.
#[derive(Default)]
pub(super) struct BriefView {
    material: material::MaterialView,
    outline: outline::OutlineView,
    page: page::PageView,
}

impl BriefView {
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        state: &State,
        document: &Document,
        actions: &mut Actions,
    ) {
        let brief = document.brief(&state.briefing);
        if state.briefing.choosing || brief.is_none() {
            column_frame().show(ui, |ui| {
                ui.set_min_size(ui.available_size());
                templates::show(ui, state, brief.is_some(), actions);
            });
            return;
        }
        if ui.ctx().content_rect().width() < NARROW {
            return self.tabs(ui, state, document, actions);
        }
        let width = ui.max_rect().width();
        let widths = [(width * 0.21).clamp(250.0, 340.0), (width * 0.36).clamp(400.0, 560.0), 0.0];
        columns(ui, &widths, |ui, place| match place {
            0 => self.material.show(ui, state, document, actions),
            1 => self.outline.show(ui, state, document, actions),
            _ => self.page.show(ui, state, document, actions),
        });
    }

    fn tabs(&mut self, ui: &mut Ui, state: &State, document: &Document, actions: &mut Actions) {
        column_frame().show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            ui.horizontal(|ui| {
                for (column, name) in [
                    (BriefColumn::Material, "Material"),
                    (BriefColumn::Outline, "Outline"),
                    (BriefColumn::Preview, "Preview"),
                ] {
                    if chip(ui, name, state.briefing.column == column).clicked() {
                        actions.push(Action::Brief(BriefWish::Column(column)));
                    }
                }
            });
            ui.add_space(space::SMALL);
            match state.briefing.column {
                BriefColumn::Material => self.material.show(ui, state, document, actions),
                BriefColumn::Outline => self.outline.show(ui, state, document, actions),
                BriefColumn::Preview => self.page.show(ui, state, document, actions),
            }
        });
    }

    pub(super) fn focus_entry(&mut self, id: String) {
        self.outline.focus(id);
    }

    pub(super) fn scroll_to_selected(&mut self) {
        self.outline.scroll_to_selected();
    }
}
