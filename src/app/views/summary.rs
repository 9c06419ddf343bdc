//! The summary: what the dossier comes to, statement by statement, each leading to its words.

use egui::{RichText, ScrollArea, Ui};

use super::counted;
use crate::app::action::{Action, Actions};
use crate::app::state::Document;
use crate::app::theme::{self, SCROLL_BAR, font, space};
use crate::app::widgets::citation::citation_marks;
use crate::app::widgets::controls::{primary_button, quiet};
use crate::app::widgets::sheet::{sheet, sheet_title};

pub(super) fn show(ui: &Ui, document: &Document, actions: &mut Actions) {
    let modal = sheet(ui, "summary", 560.0, |ui| {
        let dossier = &document.dossier;
        sheet_title(ui, &dossier.title);
        let compiled = dossier.compiled.as_ref().map(|date| format!("compiled {date}"));
        let sources = counted(dossier.sources.len(), "source", "sources");
        let parts: Vec<String> = compiled.into_iter().chain([sources]).collect();
        quiet(ui, parts.join(" · "));
        ui.add_space(space::MEDIUM);
        if dossier.summary.is_empty() {
            quiet(ui, "This dossier has no summary.");
        }
        // Its full height at once: a sheet that grows frame by frame jumps under the pointer.
        ScrollArea::vertical()
            .max_height(480.0)
            .min_scrolled_height(480.0)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                ui.set_max_width(ui.available_width() - SCROLL_BAR);
                for (place, statement) in dossier.summary.iter().enumerate() {
                    let ink = theme::tokens(ui).ink;
                    let words = RichText::new(&statement.text).font(font::body()).color(ink);
                    ui.add(egui::Label::new(words).wrap());
                    let chosen = ui.push_id(place, |ui| {
                        let marks =
                            |ui: &mut Ui| citation_marks(ui, document, &statement.quotations);
                        ui.horizontal_wrapped(marks).inner
                    });
                    if let Some(quotation) = chosen.inner {
                        actions.push(Action::CloseSheet);
                        actions.push(Action::Focus(quotation));
                    }
                    ui.add_space(space::MEDIUM);
                }
            });
        if primary_button(ui, "Close").clicked() {
            actions.push(Action::CloseSheet);
        }
    });
    if modal.should_close() {
        actions.push(Action::CloseSheet);
    }
}
