//! The menu: the table of commands, and the dossiers opened lately.

use egui::{Button, RichText, Ui};

use crate::annotations::History;
use crate::app::action::{Action, Actions};
use crate::app::commands::Command;
use crate::app::state::{State, ThemeChoice};
use crate::app::theme::{self, Icon, font};

pub(super) fn show(ui: &mut Ui, state: &State, actions: &mut Actions) {
    let colour = theme::tokens(ui).ink;
    let menu = ui.menu_button(Icon::Menu.text(18.0).color(colour), |ui| {
        ui.set_min_width(260.0);
        for group in groups() {
            for command in *group {
                entry(ui, *command, state, actions);
            }
            if group.first() == Some(&Command::Open) {
                recent(ui, state, actions);
            }
            ui.separator();
        }
        entry(ui, Command::Quit, state, actions);
    });
    menu.response.accessible_name("Menu").on_hover_text("Menu");
}

fn groups() -> &'static [&'static [Command]] {
    use Command as C;
    &[
        &[C::Open, C::OpenBundled],
        &[C::Summary, C::Figures, C::CopyFigures],
        &[C::NewBrief, C::ExportBrief, C::Versions, C::CopyBriefRich, C::CopyBrief, C::Templates],
        &[C::Undo, C::Redo, C::Copies, C::SaveElsewhere],
        &[C::Find, C::Palette, C::Back, C::Forward, C::Details, C::ClearFocus],
        &[C::Annotate, C::Pin, C::ReadInSource, C::AttachText, C::CheckTexts],
        &[C::ShowDesk, C::ShowCompare, C::ShowTimeline, C::ShowRelations],
        &[C::ShowSources, C::ShowAnnotations, C::ShowBrief, C::ShowChecks],
        &[C::ThemeSystem, C::ThemeLight, C::ThemeDark, C::Bigger, C::Smaller, C::NormalSize],
        &[C::Name, C::ShowLog],
    ]
}

fn entry(ui: &mut Ui, command: Command, state: &State, actions: &mut Actions) {
    let chosen = match command {
        Command::ThemeSystem => state.settings.theme == ThemeChoice::System,
        Command::ThemeLight => state.settings.theme == ThemeChoice::Light,
        Command::ThemeDark => state.settings.theme == ThemeChoice::Dark,
        _ => false,
    };
    let keys = command.keys_in_words().unwrap_or_default();
    let history = state.document.as_ref().map(|document| &document.history);
    let step = match command {
        Command::Undo => history.and_then(History::undo_name),
        Command::Redo => history.and_then(History::redo_name),
        _ => None,
    };
    let label = step
        .map_or_else(|| command.label().to_owned(), |step| format!("{}: {step}", command.label()));
    let button = Button::new(RichText::new(label).font(font::body()))
        .shortcut_text(RichText::new(keys).font(font::caption()))
        .selected(chosen);
    if ui.add(button).clicked() {
        actions.push(Action::Run(command));
        ui.close();
    }
}

fn recent(ui: &mut Ui, state: &State, actions: &mut Actions) {
    if state.settings.recent.is_empty() {
        return;
    }
    ui.menu_button("Open recent", |ui| {
        for path in &state.settings.recent {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if ui.button(name).on_hover_text(path.display().to_string()).clicked() {
                actions.push(Action::OpenFile(path.clone()));
                ui.close();
            }
        }
    });
}
