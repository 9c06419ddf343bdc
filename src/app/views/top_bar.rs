//! The top bar: what is open, how it stands, search, undo, export.

use egui::{Align, Id, Layout, RichText, TextEdit, Ui};

use super::{counted, menu};
use crate::app::action::{Action, Actions};
use crate::app::commands::Command;
use crate::app::state::{Document, State};
use crate::app::theme::{self, Icon, font, space};
use crate::app::widgets::chip::{BadgeTone, badge, focus_ring};
use crate::app::widgets::controls::{bar_button, icon_button, primary_button};

/// The search field.
pub(super) fn search_field() -> Id {
    Id::unique("search")
}

pub(super) fn show(ui: &mut Ui, state: &State, actions: &mut Actions) {
    ui.horizontal(|ui| {
        ui.set_height(30.0);
        menu::show(ui, state, actions);
        let wide = ui.available_width() > 1100.0;
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let open = state.document.is_some();
            ui.add_enabled_ui(open, |ui| {
                if primary_button(ui, "Export brief…").clicked() {
                    actions.push(Action::Run(Command::ExportBrief));
                }
            });
            history_buttons(ui, state, actions);
            search(ui, state, actions, if wide { 320.0 } else { 200.0 });
            ways(ui, state, actions);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                title(ui, state, wide, actions);
            });
        });
    });
}

fn search(ui: &mut Ui, state: &State, actions: &mut Actions, width: f32) {
    let mut text = state.filter.text.clone();
    let enabled = state.document.is_some();
    let keys = Command::Find.keys_in_words().unwrap_or_default();
    // A name of its own: the button beside it comes and goes while one types.
    let field = TextEdit::singleline(&mut text)
        .id(search_field())
        .hint_text(format!("Find in the dossier   {keys}"))
        .desired_width(width)
        .margin(egui::Margin::symmetric(10, 6))
        .prefix(Icon::Search.text(14.0));
    if !state.filter.text.is_empty() && icon_button(ui, Icon::Close, "Clear the search").clicked() {
        actions.push(Action::Search(String::new()));
    }
    let response = ui.add_enabled(enabled, field).accessible_name("Find in the dossier");
    if response.changed() {
        actions.push(Action::Search(text));
    }
}

fn title(ui: &mut Ui, state: &State, wide: bool, actions: &mut Actions) {
    let tokens = theme::tokens(ui);
    let Some(document) = &state.document else {
        ui.label(RichText::new("Dossier").font(font::heading()).color(tokens.ink));
        return;
    };
    let mut heading = font::heading();
    heading.size = 15.0;
    let words = RichText::new(&document.dossier.title).font(heading).color(tokens.ink);
    let badge_room = if wide { 190.0 } else { 112.0 };
    ui.scope(|ui| {
        ui.set_max_width((ui.available_width() - badge_room).max(60.0));
        let response = ui.add(egui::Button::new(words).frame(false).truncate());
        if response.on_hover_text("What the dossier comes to").clicked() {
            actions.push(Action::Run(Command::Summary));
        }
    });
    ui.add_space(space::TINY);
    standing(ui, document, wide, actions);
}

/// How the dossier stands: how many quotations are found in their sources, or else what a person
/// should look at. It leads to the checks.
fn standing(ui: &mut Ui, document: &Document, wide: bool, actions: &mut Actions) {
    let counts = document.texts.proofs.counts();
    let all = document.dossier.quotations.len();
    let (proven, open) = (counts.proven(), counts.open());
    let (words, short, tone) = if let Some(check) = &document.texts.check
        && check.total > 1
    {
        let words = format!("checking texts, {} of {}…", check.done, check.total);
        (words, "checking…".to_owned(), BadgeTone::Plain)
    } else if open > 0 {
        let words = format!("{} to look at", counted(open, "quotation", "quotations"));
        (words, format!("{open} to look at"), BadgeTone::Warn)
    } else if proven + counts.accepted() == all && proven > 0 {
        let words = format!("✓ {proven} of {all} quotations found");
        (words, format!("✓ {proven} found"), BadgeTone::Good)
    } else if proven > 0 {
        let words = format!("{proven} of {all} quotations found");
        (words, format!("{proven} of {all}"), BadgeTone::Plain)
    } else {
        let words = format!("{}, no text attached", counted(all, "quotation", "quotations"));
        (words, "no text".to_owned(), BadgeTone::Plain)
    };
    let shown = if wide { &words } else { &short };
    let response = badge(ui, shown, tone).interact(egui::Sense::click());
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::Button, true, format!("Checks: {words}"))
    });
    focus_ring(ui, &response);
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if response.on_hover_text("How many quotations stand in their sources' texts").clicked() {
        actions.push(Action::Run(Command::ShowChecks));
    }
}

fn history_buttons(ui: &mut Ui, state: &State, actions: &mut Actions) {
    let history = state.document.as_ref().map(|document| &document.history);
    let named = |what: &str, name: Option<&str>, keys: Command| {
        let keys = keys.keys_in_words().unwrap_or_default();
        name.map_or(what.to_owned(), |name| format!("{what}: {name} ({keys})"))
    };
    let redo = history.and_then(crate::annotations::History::redo_name);
    let hint = named("Redo", redo, Command::Redo);
    if bar_button(ui, Icon::Redo, &hint, redo.is_some()).clicked() {
        actions.push(Action::Run(Command::Redo));
    }
    let undo = history.and_then(crate::annotations::History::undo_name);
    let hint = named("Undo", undo, Command::Undo);
    if bar_button(ui, Icon::Undo, &hint, undo.is_some()).clicked() {
        actions.push(Action::Run(Command::Undo));
    }
}

/// Back and forward through the foci.
fn ways(ui: &mut Ui, state: &State, actions: &mut Actions) {
    if bar_button(ui, Icon::Forward, "Forward", state.trail.can_go_forward()).clicked() {
        actions.push(Action::Run(Command::Forward));
    }
    if bar_button(ui, Icon::Back, "Back", state.trail.can_go_back()).clicked() {
        actions.push(Action::Run(Command::Back));
    }
}
