//! The screen of a dossier that could not be opened: every mistake with its place.

use egui::{RichText, ScrollArea, Ui};

use super::{column_frame, counted};
use crate::app::action::{Action, Actions};
use crate::app::commands::Command;
use crate::app::state::{FailedOpening, State};
use crate::app::theme::{self, SCROLL_BAR, font, space};
use crate::app::widgets::card::framed;
use crate::app::widgets::chip::{BadgeTone, badge};
use crate::app::widgets::controls::{link, primary_button, quiet};
use crate::dossier::{Problem, Severity};

pub(super) fn show(ui: &mut Ui, state: &State, failed: &FailedOpening, actions: &mut Actions) {
    column_frame().show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        ui.set_max_width(860.0);
        let tokens = theme::tokens(ui);
        let name = failed.path.as_ref().map_or("The bundled dossier".to_owned(), |path| {
            path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
        });
        let title = format!("{name} was not opened");
        ui.label(RichText::new(title).font(font::title()).color(tokens.ink));
        let errors = failed.problems.iter().filter(|p| p.severity == Severity::Error).count();
        let what = if failed.problems.is_empty() {
            format!("{}.", capitalised(&failed.message))
        } else {
            let mistakes = counted(errors, "mistake", "mistakes");
            format!("{mistakes} in it. The file was not changed.")
        };
        ui.add(egui::Label::new(RichText::new(what).font(font::body()).color(tokens.ink)).wrap());
        let kept = if state.document.is_some() {
            "What was open before is still open."
        } else {
            "Nothing else is open."
        };
        quiet(ui, kept);
        ui.add_space(space::SMALL);
        buttons(ui, state, failed, actions);
        ui.add_space(space::MEDIUM);
        ScrollArea::vertical().id_salt("problems").auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - SCROLL_BAR);
            for problem in &failed.problems {
                one(ui, problem, false);
                ui.add_space(space::SMALL);
            }
        });
    });
}

fn buttons(ui: &mut Ui, state: &State, failed: &FailedOpening, actions: &mut Actions) {
    ui.horizontal(|ui| {
        if let Some(path) = &failed.path
            && primary_button(ui, "Try again").clicked()
        {
            actions.push(Action::OpenFile(path.clone()));
        }
        if ui.button("Open another…").clicked() {
            actions.push(Action::Run(Command::Open));
        }
        if !failed.problems.is_empty() && ui.button("Copy the list").clicked() {
            let list: Vec<String> = failed.problems.iter().map(ToString::to_string).collect();
            ui.copy_text(list.join("\n"));
        }
        let back = if state.document.is_some() { "Back to what was open" } else { "Close" };
        if ui.button(back).clicked() {
            actions.push(Action::DismissProblems);
        }
    });
}

/// A problem as a card. Returns whether its item was asked for, where `leads` says that it can be shown.
pub(super) fn one(ui: &mut Ui, problem: &Problem, leads: bool) -> bool {
    let mut asked = false;
    let tokens = theme::tokens(ui);
    framed(ui, tokens.line, |ui| {
        ui.horizontal(|ui| {
            let tone = match problem.severity {
                Severity::Error => BadgeTone::Bad,
                Severity::Warning => BadgeTone::Warn,
                Severity::Remark => BadgeTone::Plain,
            };
            badge(ui, problem.severity.name(), tone);
            if problem.line > 0 {
                let place = format!("Line {}, column {}", problem.line, problem.column);
                ui.label(RichText::new(place).font(font::name()).color(tokens.ink));
            }
            if let Some(item) = &problem.item {
                if leads {
                    asked = link(ui, item).clicked();
                } else {
                    quiet(ui, item);
                }
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                quiet(ui, problem.code.as_str());
            });
        });
        let words = RichText::new(capitalised(&problem.message)).font(font::body());
        ui.add(egui::Label::new(words.color(tokens.ink)).wrap().selectable(true));
    });
    asked
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
