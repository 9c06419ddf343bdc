//! Exporting the brief: the sheet, the system's dialog, and the writing, each off the window's
//! thread where it can take time.

use std::path::{Path, PathBuf};

use egui::Context;

use super::App;
use super::dialogs::{Dialog, with_md};
use super::jobs::{Choice, Report};
use super::state::{ExportSheet, Sheet};
use crate::annotations::Edit;
use crate::brief::{self, Heading, markdown};
use crate::store::{self, SaveError};

impl App {
    pub(super) fn open_export_sheet(&mut self) {
        let Some(document) = &self.state.document else { return };
        let folder = document.origin.folder().map_or_else(store::documents_folder, Path::to_owned);
        let path = folder.join(format!("{}-brief.md", document.origin.stem()));
        self.state.sheet = Some(Sheet::Export(ExportSheet {
            heading: Heading {
                title: document.dossier.title.clone(),
                author: document.annotations.analyst.clone(),
                date: brief::today(),
            },
            path: path.display().to_string(),
            choosing: false,
            error: None,
        }));
    }

    pub(super) fn set_heading(&mut self, ctx: &Context, heading: Heading) {
        let Some(Sheet::Export(sheet)) = &mut self.state.sheet else { return };
        let author_changed = sheet.heading.author != heading.author;
        let author = heading.author.clone();
        sheet.heading = heading;
        if author_changed && let Some(document) = &mut self.state.document {
            let sign = Edit::Sign { analyst: author };
            if document.history.apply(sign, &mut document.annotations) {
                self.changed(ctx);
            }
        }
    }

    pub(super) fn choose_export(&mut self) {
        let Some(Sheet::Export(sheet)) = &mut self.state.sheet else { return };
        if sheet.choosing {
            return;
        }
        sheet.choosing = true;
        sheet.error = None;
        let dialog = Dialog::save_brief(Path::new(&sheet.path));
        // A dialog can take the whole process down with it: the work goes to the disk first.
        self.save_now();
        self.jobs
            .start("choose where the brief goes", move || Report::ChosenToExport(dialog.wait()));
    }

    pub(super) fn export_chosen(&mut self, choice: Choice) {
        let Some(Sheet::Export(sheet)) = &mut self.state.sheet else { return };
        sheet.choosing = false;
        match choice {
            Choice::Chosen(path) => self.export(with_md(path)),
            Choice::Cancelled => {}
            Choice::NoDialog => {
                sheet.error = Some(
                    "The system has no file dialog to show. Type a path below instead.".to_owned(),
                );
            }
        }
    }

    pub(super) fn export_to_typed(&mut self, typed: &str) {
        let Some(Sheet::Export(sheet)) = &mut self.state.sheet else { return };
        typed.clone_into(&mut sheet.path);
        if typed.trim().is_empty() {
            sheet.error = Some("Type a path, such as brief.md.".to_owned());
            return;
        }
        let path = PathBuf::from(typed);
        let path = if path.is_relative() { store::documents_folder().join(path) } else { path };
        self.export(with_md(path));
    }

    fn export(&mut self, path: PathBuf) {
        let Some(text) = self.brief_text() else { return };
        self.jobs.start("write the brief", move || {
            Report::Exported(store::save(&path, text.as_bytes()).map(|()| path))
        });
    }

    fn brief_text(&self) -> Option<String> {
        let (Some(Sheet::Export(sheet)), Some(document)) =
            (&self.state.sheet, &self.state.document)
        else {
            return None;
        };
        let brief = brief::compose(
            &document.dossier,
            &document.index,
            &document.annotations,
            &sheet.heading,
        );
        Some(markdown::write(&brief))
    }

    pub(super) fn copy_brief(&mut self, ctx: &Context) {
        if let Some(text) = self.brief_text() {
            ctx.copy_text(text);
            self.state.sheet = None;
            self.mention(ctx, "The brief is on the clipboard, as Markdown.");
        }
    }

    pub(super) fn exported(&mut self, ctx: &Context, outcome: Result<PathBuf, SaveError>) {
        match outcome {
            Ok(path) => {
                if matches!(self.state.sheet, Some(Sheet::Export(_))) {
                    self.state.sheet = None;
                }
                self.mention(ctx, format!("Brief exported to {}.", path.display()));
            }
            Err(error) => {
                if let Some(Sheet::Export(sheet)) = &mut self.state.sheet {
                    sheet.error = Some(format!("The brief was not exported: {error}."));
                } else {
                    let message = format!("The brief was not exported: {error}.");
                    self.tell(super::state::Tone::Bad, message);
                }
            }
        }
    }
}
