//! What was exported of a brief, and what changed between two versions of it.

use egui::{ComboBox, Role, Ui, WidgetInfo};
use jiff::tz::TimeZone;

use crate::annotations::Version;
use crate::app::action::{Action, Actions};
use crate::app::state::{Document, State, VersionsSheet};
use crate::app::theme::space;
use crate::app::widgets::controls::{primary_button, quiet};
use crate::app::widgets::difference::difference;
use crate::app::widgets::sheet::{sheet, sheet_title};

pub(super) fn show(
    ui: &Ui,
    state: &State,
    document: &Document,
    versions: &VersionsSheet,
    actions: &mut Actions,
) {
    let Some(brief) = document.brief(&state.briefing) else { return };
    let all: Vec<&Version> = document.annotations.versions_of(&brief.id).collect();
    let modal = sheet(ui, "versions", 680.0, |ui| {
        sheet_title(ui, "What changed since");
        quiet(
            ui,
            format!("“{}”, each time that it was exported, and as it is now.", brief.head.name),
        );
        ui.add_space(space::MEDIUM);
        if all.is_empty() {
            quiet(
                ui,
                "It was not exported yet. Each export is remembered here with its date and what it said.",
            );
        } else {
            choices(ui, &all, versions, actions);
            ui.add_space(space::SMALL);
            told(ui, &all, versions);
        }
        ui.add_space(space::MEDIUM);
        if primary_button(ui, "Close").clicked() {
            actions.push(Action::CloseSheet);
        }
    });
    if modal.should_close() {
        actions.push(Action::CloseSheet);
    }
}

fn choices(ui: &mut Ui, all: &[&Version], versions: &VersionsSheet, actions: &mut Actions) {
    let (mut first, mut second) = (versions.first, versions.second);
    ui.horizontal(|ui| {
        choice(ui, "Earlier version", all, &mut first, false);
        ui.label("→");
        choice(ui, "Later version", all, &mut second, true);
    });
    if (first, second) != (versions.first, versions.second) {
        actions.push(Action::CompareVersions(first, second));
    }
    if let Some(version) = first.and_then(|place| all.get(place)) {
        quiet(ui, format!("{}, {}", version.format, version.path));
    }
}

fn choice(ui: &mut Ui, name: &str, all: &[&Version], chosen: &mut Option<usize>, with_now: bool) {
    let words = |place: Option<usize>| match place.and_then(|place| all.get(place)) {
        Some(version) => {
            let at = version.exported.to_zoned(TimeZone::system());
            at.strftime("%-d %B %Y, %H:%M:%S").to_string()
        }
        None => "now".to_owned(),
    };
    let shown = words(*chosen);
    let response = ComboBox::from_id_salt(name)
        .selected_text(&shown)
        .width(220.0)
        .show_ui(ui, |ui| {
            if with_now {
                ui.selectable_value(chosen, None, "now");
            }
            for place in (0..all.len()).rev() {
                ui.selectable_value(chosen, Some(place), words(Some(place)));
            }
        })
        .response;
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, format!("{name}: {shown}")));
}

fn told(ui: &mut Ui, all: &[&Version], versions: &VersionsSheet) {
    let kept = |place: Option<usize>| {
        place.is_none_or(|place| all.get(place).is_some_and(|version| version.text.is_some()))
    };
    if !kept(versions.first) || !kept(versions.second) {
        quiet(ui, "What it said then is no longer kept: newer versions took its room.");
    } else if versions.difference.is_empty() {
        quiet(ui, "Both say the same.");
    } else {
        difference(ui, &versions.difference, 460.0);
    }
}
