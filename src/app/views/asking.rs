//! While the system's file dialog is open: it can be given up, and a path typed instead.

use egui::{Align2, Area, Id, Order, RichText, TextEdit, Ui};

use crate::app::action::{Action, Actions};
use crate::app::dialogs::Asking;
use crate::app::theme::{self, font, space};
use crate::app::widgets::controls::{primary_button, quiet};
use crate::app::widgets::sheet::floating_frame;

/// What has been typed.
#[derive(Default)]
pub(super) struct AskingView {
    typed: String,
}

impl AskingView {
    pub(super) fn show(&mut self, ui: &Ui, asking: Option<&Asking>, actions: &mut Actions) {
        let Some(asking) = asking else {
            self.typed.clear();
            return;
        };
        // Above the sheet that may have asked.
        let area = Area::new(Id::unique("asking")).order(Order::Tooltip);
        area.anchor(Align2::CENTER_BOTTOM, [0.0, -52.0]).show(ui.ctx(), |ui| {
            floating_frame(ui).show(ui, |ui| {
                ui.set_width(440.0);
                let tokens = theme::tokens(ui);
                let title = RichText::new(asking.wanted.title()).font(font::name());
                ui.label(title.color(tokens.ink));
                if asking.is_missing() {
                    quiet(ui, "The system has no file dialog to show. Type the path of the file.");
                } else {
                    quiet(ui, "The system's file dialog is open. You can also type the path here.");
                }
                ui.add_space(space::TINY);
                let field = TextEdit::singleline(&mut self.typed).desired_width(f32::INFINITY);
                let field = ui.add(field).accessible_name("Path of the file");
                let enter =
                    field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
                ui.add_space(space::TINY);
                ui.horizontal(|ui| {
                    if primary_button(ui, "Use this path").clicked() || enter {
                        actions.push(Action::AnswerWith(self.typed.clone()));
                    }
                    if ui.button("Give up").clicked() {
                        actions.push(Action::GiveUpAsking);
                    }
                });
            });
        });
    }
}
