//! Closing although the annotations are not on the disk.

use egui::{Id, Modal, RichText, Ui};

use crate::app::action::{Action, Actions};
use crate::app::theme::{self, font, space};
use crate::app::widgets::controls::primary_button;

pub(super) fn show(ui: &Ui, message: &str, actions: &mut Actions) {
    let modal = Modal::new(Id::unique("unsaved")).show(ui.ctx(), |ui| {
        ui.set_width(440.0);
        let tokens = theme::tokens(ui);
        let title = "Your annotations are not on the disk";
        ui.label(RichText::new(title).font(font::title()).color(tokens.ink));
        let words = format!(
            "{message}. If you close now, what changed since the last save is lost. Make the \
             folder writable, or export the brief to another place first."
        );
        ui.add(egui::Label::new(RichText::new(words).font(font::body()).color(tokens.ink)).wrap());
        ui.add_space(space::MEDIUM);
        ui.horizontal(|ui| {
            if primary_button(ui, "Keep the window open").clicked() {
                actions.push(Action::CloseSheet);
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
