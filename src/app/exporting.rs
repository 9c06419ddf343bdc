//! Exporting the brief: the sheet, the system's dialog, and the writing, each off the window's
//! thread where it can take time.

use std::path::{Path, PathBuf};

use egui::Context;

use super::App;
use super::dialogs::{Wanted, with_md};
use super::jobs::{Choice, Report};
use super::state::{ExportSheet, Sheet};
use crate::annotations::Edit;
use crate::brief::{self, Heading, markdown};
use crate::store::{self, SaveError};

impl App {
    pub(super) fn open_export_sheet(&mut self) {
        let Some(document) = &self.state.document else { return };
        let path = self.brief_folder().join(format!("{}-brief.md", document.origin.stem()));
        self.state.sheet = Some(Sheet::Export(ExportSheet {
            heading: Heading {
                title: document.dossier.title.clone(),
                author: document.annotations.analyst.clone(),
                date: brief::today(),
            },
            path: path.display().to_string(),
            ..ExportSheet::default()
        }));
    }

    pub(super) fn set_heading(&mut self, ctx: &Context, heading: Heading) {
        let Some(Sheet::Export(sheet)) = &mut self.state.sheet else { return };
        let author_changed = sheet.heading.author != heading.author;
        let author = heading.author.clone();
        sheet.heading = heading;
        if author_changed {
            self.edit_typing(ctx, Edit::Sign { analyst: author });
        }
    }

    pub(super) fn choose_export(&mut self) {
        let Some(Sheet::Export(sheet)) = &mut self.state.sheet else { return };
        if sheet.choosing {
            return;
        }
        sheet.choosing = true;
        sheet.replace = None;
        sheet.error = None;
        let suggested = PathBuf::from(&sheet.path);
        self.ask(Wanted::Brief, Some(suggested), Report::ChosenToExport);
    }

    pub(super) fn export_chosen(&mut self, choice: Choice) {
        let Some(Sheet::Export(sheet)) = &mut self.state.sheet else { return };
        sheet.choosing = false;
        match choice {
            Choice::Chosen(path) => {
                let written = with_md(path.clone());
                // The dialog asked about the name as it was chosen, not about the one with `.md`.
                if written == path { self.export(written) } else { self.export_new(written) }
            }
            Choice::Cancelled => {}
        }
    }

    pub(super) fn export_to_typed(&mut self, typed: &str) {
        let Some(Sheet::Export(sheet)) = &mut self.state.sheet else { return };
        typed.clone_into(&mut sheet.path);
        sheet.replace = None;
        sheet.error = None;
        if typed.trim().is_empty() {
            sheet.error = Some("Type a path, such as brief.md.".to_owned());
            return;
        }
        let path = self.brief_folder().join(typed);
        self.export_new(with_md(path));
    }

    /// Where a brief goes unless the person says otherwise: beside the dossier.
    pub(super) fn brief_folder(&self) -> PathBuf {
        let document = self.state.document.as_ref();
        let folder = document.and_then(|document| document.origin.folder());
        folder.map_or_else(store::documents_folder, Path::to_owned)
    }

    /// Writes where nothing stands yet; asks first where something does.
    fn export_new(&mut self, path: PathBuf) {
        let Some(Sheet::Export(sheet)) = &mut self.state.sheet else { return };
        if store::exists(&path) {
            sheet.replace = Some(path);
        } else {
            self.export(path);
        }
    }

    /// The person agreed to replace the file.
    pub(super) fn export_replacing(&mut self) {
        let Some(Sheet::Export(sheet)) = &mut self.state.sheet else { return };
        if let Some(path) = sheet.replace.take() {
            self.export(path);
        }
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
            &document.texts.proofs,
            &sheet.heading,
        );
        Some(markdown::write(&brief))
    }

    /// Puts the figures on the clipboard, as a spreadsheet takes them.
    pub(super) fn copy_figures(&mut self, ctx: &Context) {
        let Some(document) = &self.state.document else { return };
        let figures = document.dossier.metrics.len();
        ctx.copy_text(brief::figures::tsv(&document.dossier, &document.index));
        self.mention(ctx, format!("{figures} figures are on the clipboard, for a spreadsheet."));
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
