//! The status bar: whether the work is on the disk, what is open, theme and zoom.

use std::path::Path;

use egui::{Align, Button, Layout, RichText, Ui};

use super::counted;
use crate::app::action::{Action, Actions};
use crate::app::commands::Command;
use crate::app::state::{Keeping, Saving, State, ThemeChoice};
use crate::app::theme::{self, Icon, font};
use crate::app::widgets::controls::quiet;

pub(super) fn show(ui: &mut Ui, state: &State, actions: &mut Actions) {
    ui.horizontal(|ui| {
        ui.set_height(20.0);
        ui.spacing_mut().item_spacing.x = 16.0;
        ui.spacing_mut().interact_size.y = 20.0;
        saving(ui, state);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            look(ui, state, actions);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| what_is_open(ui, state));
        });
    });
}

fn saving(ui: &mut Ui, state: &State) {
    let tokens = theme::tokens(ui);
    let keeping = state.document.as_ref().map(|document| &document.keeping);
    let (colour, words, hint) = match &state.saving {
        _ if let Some(Keeping::Not(reason)) = keeping => {
            (tokens.warn, "Read-only".to_owned(), reason.clone())
        }
        Saving::Unchanged => (tokens.second_ink, "Annotations unchanged".to_owned(), String::new()),
        Saving::Saved { place, .. } if is_elsewhere(state, place) => {
            let words = "Annotations saved in your own folder".to_owned();
            let hint = format!(
                "They can't be written beside the dossier. They are in {} until they can.",
                place.display()
            );
            (tokens.warn, words, hint)
        }
        Saving::Saved { place, .. } => {
            (tokens.good, "Annotations saved".to_owned(), place.display().to_string())
        }
        Saving::Pending => (tokens.warn, "Saving annotations…".to_owned(), String::new()),
        Saving::Journaled(message) => {
            (tokens.warn, "Annotations in the journal".to_owned(), message.clone())
        }
        Saving::Failed(message) => {
            (tokens.bad, "Annotations not saved".to_owned(), message.clone())
        }
    };
    let response = ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(RichText::new("●").font(font::caption()).color(colour));
        quiet(ui, words)
    });
    let response = response.inner;
    if !hint.is_empty() {
        response.on_hover_text(hint);
    }
}

/// Whether the work on a dossier is not kept beside it.
fn is_elsewhere(state: &State, place: &Path) -> bool {
    let folder = state.document.as_ref().and_then(|document| document.origin.folder());
    folder.is_some_and(|folder| place.parent() != Some(folder))
}

fn what_is_open(ui: &mut Ui, state: &State) {
    let Some(document) = &state.document else { return };
    let dossier = &document.dossier;
    let name = document.origin.file_name();
    let counts = [
        counted(dossier.sources.len(), "source", "sources"),
        counted(dossier.entities.len(), "entity", "entities"),
        counted(dossier.metrics.len(), "metric", "metrics"),
        counted(dossier.quotations.len(), "quotation", "quotations"),
        counted(document.annotations.annotations.len(), "annotation", "annotations"),
        counted(document.annotations.pins.len(), "pin", "pins"),
    ];
    let room = ui.available_width();
    if room > 260.0 {
        quiet(ui, name);
    }
    if room > 700.0 {
        quiet(ui, counts.join(" · "));
    }
}

fn look(ui: &mut Ui, state: &State, actions: &mut Actions) {
    let colour = theme::tokens(ui).second_ink;
    let zoom = format!("{:.0} %", ui.ctx().zoom_factor() * 100.0);
    let text = RichText::new(zoom).font(font::caption()).color(colour);
    let button = ui.add(Button::new(text).frame_when_inactive(false));
    if button.on_hover_text("Zoom to 100 %").clicked() {
        actions.push(Action::Run(Command::NormalSize));
    }
    let (icon, name, next) = match state.settings.theme {
        ThemeChoice::System => (Icon::System, "System", ThemeChoice::Light),
        ThemeChoice::Light => (Icon::Light, "Light", ThemeChoice::Dark),
        ThemeChoice::Dark => (Icon::Dark, "Dark", ThemeChoice::System),
    };
    let icon = icon.text(13.0).color(colour);
    let words = RichText::new(name).font(font::caption()).color(colour);
    let button = ui.add(Button::new((icon, words)).frame_when_inactive(false));
    let button = button.accessible_name(format!("Theme {name}")).on_hover_text("Change the theme");
    if button.clicked() {
        actions.push(Action::Theme(next));
    }
}
