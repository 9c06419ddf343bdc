//! The export sheet: what stands above the brief, and where it goes.

use std::path::Path;

use egui::{Align, Id, Layout, Margin, RichText, TextEdit, Ui};

use crate::app::action::{Action, Actions};
use crate::app::state::ExportSheet;
use crate::app::theme::{self, font, space};
use crate::app::widgets::controls::{overline, primary_button, quiet};
use crate::app::widgets::sheet as widget;

pub(super) fn show(ui: &Ui, sheet: &ExportSheet, checking: bool, actions: &mut Actions) {
    let modal = widget::sheet(ui, "export", 480.0, |ui| {
        let tokens = theme::tokens(ui);
        widget::sheet_title(ui, "Export brief");
        quiet(
            ui,
            "A briefing note in Markdown: key figures, who is who, what the sources say and where \
             they differ, your pins and annotations. Each statement has a footnote with the words.",
        );
        ui.add_space(space::SMALL);
        let mut heading = sheet.heading.clone();
        field(ui, "Title", &mut heading.title);
        field(ui, "Author", &mut heading.author);
        field(ui, "Date", &mut heading.date);
        if heading != sheet.heading {
            actions.push(Action::SetHeading(heading));
        }
        if checking {
            ui.add_space(space::SMALL);
            quiet(
                ui,
                "Texts are still being held against their quotations. What is not checked yet is \
                 quoted as recorded.",
            );
        }
        if let Some(error) = &sheet.error {
            ui.add_space(space::SMALL);
            ui.add(
                egui::Label::new(RichText::new(error).font(font::body()).color(tokens.bad)).wrap(),
            );
        }
        if let Some(path) = &sheet.replace {
            replace(ui, path, actions);
        }
        ui.add_space(space::MEDIUM);
        destination(ui, sheet, actions);
    });
    if modal.should_close() && !sheet.choosing {
        actions.push(Action::CloseSheet);
    }
}

fn field(ui: &mut Ui, name: &str, text: &mut String) {
    ui.add_space(space::TINY);
    overline(ui, name);
    ui.add(
        TextEdit::singleline(text)
            .id_salt(name)
            .desired_width(f32::INFINITY)
            .margin(Margin::symmetric(10, 6)),
    )
    .accessible_name(name);
}

/// Asks before a file is replaced.
fn replace(ui: &mut Ui, path: &Path, actions: &mut Actions) {
    let ink = theme::tokens(ui).warn;
    ui.add_space(space::SMALL);
    let words = format!("{} is there already.", path.display());
    ui.add(egui::Label::new(RichText::new(words).font(font::body()).color(ink)).wrap());
    if ui.button("Replace it").clicked() {
        actions.push(Action::ReplaceExport);
    }
}

fn destination(ui: &mut Ui, sheet: &ExportSheet, actions: &mut Actions) {
    ui.horizontal(|ui| {
        if sheet.choosing {
            quiet(ui, "The system's dialog is open…");
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_enabled_ui(!sheet.choosing, |ui| {
                if primary_button(ui, "Choose where…").clicked() {
                    actions.push(Action::ChooseExport);
                }
            });
            if ui.button("Copy as Markdown").clicked() {
                actions.push(Action::CopyBrief);
            }
            if ui.button("Cancel").clicked() {
                actions.push(Action::CloseSheet);
            }
        });
    });
    ui.add_space(space::SMALL);
    ui.separator();
    overline(ui, "Or write it here");
    let id = Id::unique("export path");
    // The typed path lives in egui's memory until it is used: no action per letter.
    let mut path = ui
        .data(|data| data.get_temp::<(String, String)>(id))
        .filter(|(offered, _)| *offered == sheet.path)
        .map_or_else(|| sheet.path.clone(), |(_, typed)| typed);
    ui.horizontal(|ui| {
        let edit = TextEdit::singleline(&mut path)
            .id_salt("path")
            .desired_width(ui.available_width() - 76.0)
            .margin(Margin::symmetric(10, 6));
        ui.add(edit).accessible_name("Path of the brief");
        if ui.button("Write").clicked() {
            actions.push(Action::ExportTo(path.clone()));
        }
    });
    ui.data_mut(|data| data.insert_temp(id, (sheet.path.clone(), path)));
}
