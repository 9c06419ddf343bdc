//! Under which name the person writes.

use egui::{RichText, TextEdit, Ui};

use crate::app::action::{Action, Actions};
use crate::app::theme::{self, font, space};
use crate::app::widgets::controls::primary_button;
use crate::app::widgets::sheet::{sheet, sheet_title};

pub(super) fn show(ui: &Ui, name: &str, actions: &mut Actions) {
    let modal = sheet(ui, "name", 440.0, |ui| {
        let tokens = theme::tokens(ui);
        sheet_title(ui, "Your name");
        let words = "Others annotate this dossier too. Under your name you have a file of your own beside \
                     theirs: each writes one and reads all, and nobody writes over anybody. It is asked \
                     once; the menu has it again.";
        ui.add(egui::Label::new(RichText::new(words).font(font::body()).color(tokens.ink)).wrap());
        ui.add_space(space::SMALL);
        let mut typed = name.to_owned();
        let field = TextEdit::singleline(&mut typed).desired_width(f32::INFINITY);
        let field =
            ui.add(field.hint_text("As it stands on your briefs")).accessible_name("Your name");
        let enter = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if field.changed() {
            actions.push(Action::TypeName(typed.clone()));
        }
        ui.add_space(space::MEDIUM);
        ui.horizontal(|ui| {
            if primary_button(ui, "Use this name").clicked() || enter {
                actions.push(Action::GiveName(typed));
            }
            if ui.button("Not now").clicked() {
                actions.push(Action::CloseSheet);
            }
        });
    });
    if modal.should_close() {
        actions.push(Action::CloseSheet);
    }
}
