//! An error inside the program: what was kept, and how to go on.

use egui::{RichText, Ui};

use crate::app::action::{Action, Actions};
use crate::app::crashes::ToldCrash;
use crate::app::theme::{self, font, space};
use crate::app::widgets::controls::{primary_button, quiet};
use crate::app::widgets::sheet::{sheet, sheet_title};

pub(super) fn show(ui: &Ui, crash: &ToldCrash, actions: &mut Actions) {
    sheet(ui, "crashed", 480.0, |ui| {
        let tokens = theme::tokens(ui);
        sheet_title(ui, "Something went wrong inside the program");
        let kept = if crash.kept {
            "Your work is on the disk."
        } else {
            "What you changed last may not be on the disk; it is still in the window."
        };
        let words =
            format!("It happened while {}. {kept} You can go on where you were.", crash.doing);
        ui.add(egui::Label::new(RichText::new(words).font(font::body()).color(tokens.ink)).wrap());
        if let Some(report) = &crash.report {
            ui.add_space(space::SMALL);
            quiet(ui, "A report for the makers of the program, without anything of your dossier:");
            let path = RichText::new(report.display().to_string()).font(font::caption());
            ui.add(egui::Label::new(path.color(tokens.ink)).wrap().selectable(true));
        }
        ui.add_space(space::MEDIUM);
        if primary_button(ui, "Go on").clicked() {
            actions.push(Action::GoOn);
        }
    });
}
