//! The export sheet: what is lacking, the format, and where the brief goes.

use egui::{Align, Id, Label, Layout, Margin, RichText, TextEdit, Ui, vec2};

use super::counted;
use crate::annotations::{Brief, BriefEdit};
use crate::app::action::{Action, Actions};
use crate::app::briefing::BriefWish;
use crate::app::exporting::ExportProgress;
use crate::app::state::{Document, ExportSheet, InTheWay, State};
use crate::app::theme::{self, font, space};
use crate::app::widgets::chip::chip;
use crate::app::widgets::controls::{overline, primary_button, quiet};
use crate::app::widgets::difference::difference;
use crate::app::widgets::sheet as widget;
use crate::brief::{Format, Paper, Shortcoming};

/// So many points that are lacking are listed.
const MOST_LISTED: usize = 6;

pub(super) fn show(
    ui: &Ui,
    state: &State,
    document: &Document,
    sheet: &ExportSheet,
    actions: &mut Actions,
) {
    let Some(brief) = document.brief(&state.briefing) else { return };
    let modal = widget::sheet(ui, "export", 560.0, |ui| {
        widget::sheet_title(ui, "Export brief");
        let waits = sheet.in_the_way.is_some() || sheet.progress.is_some();
        if !waits {
            form(ui, state, document, brief, sheet, actions);
        }
        if let Some(error) = &sheet.error {
            let colour = theme::tokens(ui).bad;
            ui.add_space(space::SMALL);
            ui.add(Label::new(RichText::new(error).font(font::body()).color(colour)).wrap());
        }
        if let Some(progress) = &sheet.progress {
            under_way(ui, progress, actions);
        } else if let Some(in_the_way) = &sheet.in_the_way {
            replace(ui, in_the_way, actions);
        } else {
            ui.add_space(space::MEDIUM);
            destination(ui, state, sheet, actions);
        }
    });
    if modal.should_close() && !sheet.choosing && sheet.progress.is_none() {
        actions.push(Action::CloseSheet);
    }
}

fn form(
    ui: &mut Ui,
    state: &State,
    document: &Document,
    brief: &Brief,
    sheet: &ExportSheet,
    actions: &mut Actions,
) {
    quiet(ui, format!("“{}”, in the format that its reader uses.", brief.head.name));
    ui.add_space(space::SMALL);
    let mut head = brief.head.clone();
    let today = crate::brief::today();
    ui.horizontal(|ui| {
        let third = (ui.available_width() - 16.0) / 3.0;
        field(ui, "Title", &mut head.title, &document.dossier.title, third);
        field(ui, "Author", &mut head.author, &document.annotations.analyst, third);
        field(ui, "Date", &mut head.date, &today, third);
    });
    if head != brief.head {
        actions.push(Action::Brief(BriefWish::Type(BriefEdit::SetHead(head))));
    }
    ui.add_space(space::SMALL);
    formats(ui, sheet, actions);
    if document.texts.check.is_some() {
        ui.add_space(space::SMALL);
        quiet(
            ui,
            "Texts are still being held against their quotations. What is not checked yet is quoted as \
             recorded.",
        );
    }
    if let Some(page) = &state.briefing.page {
        lacking(ui, &page.composition.shortcomings);
    }
}

fn field(ui: &mut Ui, name: &str, text: &mut String, hint: &str, width: f32) {
    ui.allocate_ui(vec2(width, 44.0), |ui| {
        ui.vertical(|ui| {
            overline(ui, name);
            ui.add(
                TextEdit::singleline(text)
                    .id_salt(name)
                    .hint_text(hint)
                    .desired_width(width)
                    .margin(Margin::symmetric(10, 6)),
            )
            .accessible_name(name);
        });
    });
}

fn formats(ui: &mut Ui, sheet: &ExportSheet, actions: &mut Actions) {
    overline(ui, "Format");
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for format in Format::ALL {
            if chip(ui, format.name(), sheet.format == format).clicked() {
                actions.push(Action::ChooseFormat(format, sheet.paper));
            }
        }
    });
    let said = match sheet.format {
        Format::Pdf if !Format::Pdf.is_available() => {
            "This program was built without PDF. The packages have it, and so does a build with `--features pdf`. \
             The HTML file prints as well."
        }
        Format::Markdown(_) => "Charts are written as pictures into a folder beside it.",
        Format::Html => "One file: it asks for nothing outside, and prints on A4 and Letter.",
        Format::Word => "With Word’s own styles, so that a template of your office applies.",
        Format::Pdf => "With an outline, tags and its typefaces inside.",
        Format::CslJson | Format::BibTex | Format::Ris => {
            "The sources that the brief cites, for a reference manager."
        }
    };
    ui.add_space(space::TINY);
    quiet(ui, said);
    if matches!(sheet.format, Format::Word | Format::Pdf) {
        ui.horizontal(|ui| {
            for paper in Paper::ALL {
                if chip(ui, &paper.to_string(), sheet.paper == paper).clicked() {
                    actions.push(Action::ChooseFormat(sheet.format, paper));
                }
            }
        });
    }
}

/// What a reader could not check is listed before the brief leaves.
fn lacking(ui: &mut Ui, shortcomings: &[Shortcoming]) {
    let tokens = theme::tokens(ui);
    if shortcomings.is_empty() {
        return;
    }
    ui.add_space(space::SMALL);
    overline(ui, &format!("Before it leaves: {}", counted(shortcomings.len(), "point", "points")));
    let mut sorted: Vec<&Shortcoming> = shortcomings.iter().collect();
    sorted.sort_by_key(|shortcoming| !shortcoming.is_error());
    for shortcoming in sorted.iter().take(MOST_LISTED) {
        let ink = if shortcoming.is_error() { tokens.bad } else { tokens.warn };
        let words = crate::dossier::shorten(&shortcoming.what.to_string(), 160);
        ui.add(Label::new(RichText::new(words).font(font::body()).color(ink)).wrap());
    }
    if sorted.len() > MOST_LISTED {
        quiet(ui, format!("and {} more, marked in the preview", sorted.len() - MOST_LISTED));
    }
}

/// How far it is.
fn under_way(ui: &mut Ui, progress: &ExportProgress, actions: &mut Actions) {
    let (done, all) = progress.entries();
    ui.add_space(space::MEDIUM);
    let share = if all == 0 { 1.0 } else { done as f32 / all as f32 };
    ui.add(egui::ProgressBar::new(share).desired_height(8.0));
    quiet(ui, format!("Writing the brief: {done} of {} done…", counted(all, "entry", "entries")));
    ui.add_space(space::SMALL);
    if ui.button("Stop").clicked() {
        actions.push(Action::StopExport);
    }
    ui.ctx().request_repaint_after(std::time::Duration::from_millis(100));
}

/// Shows how the brief differs from what stands there, and asks.
fn replace(ui: &mut Ui, in_the_way: &InTheWay, actions: &mut Actions) {
    let tokens = theme::tokens(ui);
    let path = in_the_way.path.display();
    let words = if in_the_way.was_exported {
        format!("{path} was changed since the brief was exported there.")
    } else {
        format!("{path} is there already.")
    };
    ui.add_space(space::SMALL);
    ui.add(Label::new(RichText::new(words).font(font::body()).color(tokens.warn)).wrap());
    if in_the_way.difference.is_empty() {
        quiet(ui, "It is no text: what would be lost can’t be shown here.");
    } else {
        quiet(ui, "What replacing it would take away (−) and bring (+):");
        ui.add_space(space::TINY);
        difference(ui, &in_the_way.difference, 320.0);
    }
    ui.add_space(space::MEDIUM);
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if primary_button(ui, "Write beside it").clicked() {
                actions.push(Action::ExportBeside);
            }
            if ui.button("Replace it").clicked() {
                actions.push(Action::ReplaceExport);
            }
            if ui.button("Cancel").clicked() {
                actions.push(Action::CloseSheet);
            }
        });
    });
}

fn destination(ui: &mut Ui, state: &State, sheet: &ExportSheet, actions: &mut Actions) {
    let page = state.briefing.page.as_ref();
    let shortcomings =
        page.map(|page| page.composition.shortcomings.as_slice()).unwrap_or_default();
    let errors = shortcomings.iter().filter(|shortcoming| shortcoming.is_error()).count();
    let choose = match errors {
        0 => "Choose where…".to_owned(),
        errors => format!("Export despite {}…", counted(errors, "error", "errors")),
    };
    let can_write = sheet.format.is_available();
    ui.horizontal(|ui| {
        if sheet.choosing {
            quiet(ui, "The system's dialog is open…");
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_enabled_ui(!sheet.choosing && can_write, |ui| {
                if primary_button(ui, &choose).clicked() {
                    actions.push(Action::ChooseExport);
                }
            });
            if ui.button("Copy as rich text").clicked() {
                actions.push(Action::CopyBriefRich);
            }
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
        ui.add_enabled_ui(can_write, |ui| {
            if ui.button("Write").clicked() {
                actions.push(Action::ExportTo(path.clone()));
            }
        });
    });
    ui.data_mut(|data| data.insert_temp(id, (sheet.path.clone(), path)));
}
