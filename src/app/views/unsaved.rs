//! Closing although the annotations are not on the disk.

use egui::{RichText, Ui};

use crate::app::action::{Action, Actions};
use crate::app::commands::Command;
use crate::app::theme::{self, font, space};
use crate::app::widgets::controls::primary_button;
use crate::app::widgets::sheet::{sheet, sheet_title};

pub(super) fn show(ui: &Ui, message: &str, actions: &mut Actions) {
    let modal = sheet(ui, "unsaved", 520.0, |ui| {
        let tokens = theme::tokens(ui);
        sheet_title(ui, "Your annotations are not on the disk");
        let words = format!(
            "{message}. If you close now, what changed since the last save is lost. Make the \
             folder writable, or save a copy to another place first."
        );
        ui.add(egui::Label::new(RichText::new(words).font(font::body()).color(tokens.ink)).wrap());
        ui.add_space(space::MEDIUM);
        ui.horizontal(|ui| {
            if primary_button(ui, "Keep the window open").clicked() {
                actions.push(Action::CloseSheet);
            }
            if ui.button("Save a copy elsewhere…").clicked() {
                actions.push(Action::Run(Command::SaveElsewhere));
            }
            if ui.button("Close and lose the changes").clicked() {
                actions.push(Action::CloseUnsaved);
            }
        });
    });
    if modal.should_close() {
        actions.push(Action::CloseSheet);
    }
}
