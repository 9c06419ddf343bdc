//! Exporting the brief: the sheet, the system's dialog, and the writing, in jobs that can be stopped.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use egui::Context;
use jiff::Timestamp;

use super::App;
use super::dialogs::{Wanted, with_ending};
use super::jobs::{Choice, Report};
use super::state::{ExportSheet, InTheWay, Sheet, Tone};
use crate::anchor::fingerprint_of;
use crate::annotations::{Annotations, Brief, Change, Edit, Proofs, Version};
use crate::brief::markdown::{self, Beside, Flavour};
use crate::brief::{
    self, Composition, Format, Material, Paper, Stopped, compose_while, difference, export, html,
};
use crate::dossier::{Dossier, Index};
use crate::store::{self, Standing, documents_folder, save_with};

/// How far an export is; shared with its job.
#[derive(Debug, Default)]
pub struct ExportProgress {
    done: AtomicUsize,
    all: usize,
    stopped: AtomicBool,
}

impl ExportProgress {
    /// How many of the entries are done, and how many there are.
    pub fn entries(&self) -> (usize, usize) {
        (self.done.load(Ordering::Relaxed), self.all)
    }

    /// Asks the job to stop.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Takes note of what is done; whether to go on.
    fn go_on(&self, done: usize) -> bool {
        self.done.store(done, Ordering::Relaxed);
        !self.stopped.load(Ordering::Relaxed)
    }
}

/// What came of an export.
pub enum Exported {
    /// The file is written.
    Written(Box<Version>, PathBuf),
    /// Something stands there that Dossier did not write so.
    InTheWay(InTheWay),
    /// The person stopped it; nothing was written.
    Stopped,
    /// Nothing was written, for this reason.
    Failed(String),
}

/// Everything that an export needs, taken along into its job.
struct Order {
    dossier: Arc<Dossier>,
    index: Arc<Index>,
    annotations: Annotations,
    proofs: Proofs,
    brief: Brief,
    format: Format,
    paper: Paper,
    path: PathBuf,
    /// Whether the person agreed to write over what stands there.
    overwrite: bool,
    progress: Arc<ExportProgress>,
}

impl Order {
    fn carry_out(&self) -> Exported {
        let composition = match self.compose() {
            Ok(composition) => composition,
            Err(Stopped) => return Exported::Stopped,
        };
        let stem = self.path.file_stem().unwrap_or_default().to_string_lossy();
        let files = match export(&composition, &self.dossier, self.format, self.paper, &stem) {
            Ok(files) => files,
            Err(error) => return Exported::Failed(error.to_string()),
        };
        if !self.overwrite
            && let Some(in_the_way) = self.in_the_way(&files.main)
        {
            return Exported::InTheWay(in_the_way);
        }
        if !self.progress.go_on(self.progress.all) {
            return Exported::Stopped;
        }
        if let Err(error) = save_with(&self.path, &files.main, &files.beside) {
            return Exported::Failed(error.to_string());
        }
        let version = Version {
            brief: self.brief.id.clone(),
            exported: Timestamp::now(),
            format: self.format.name().to_owned(),
            path: self.path.to_string_lossy().into_owned(),
            sha256: fingerprint_of(&files.main),
            text: Some(plain(&composition)),
        };
        Exported::Written(Box::new(version), self.path.clone())
    }

    fn compose(&self) -> Result<Composition, Stopped> {
        let today = brief::today();
        let material = Material {
            dossier: &self.dossier,
            index: &self.index,
            annotations: &self.annotations,
            proofs: &self.proofs,
            today: &today,
        };
        compose_while(material, &self.brief, &|done| self.progress.go_on(done))
    }

    /// What stands at the path, unless it is as Dossier wrote it, or as it would write it now.
    fn in_the_way(&self, new: &[u8]) -> Option<InTheWay> {
        let standing = Standing::at(&self.path)?;
        let path = self.path.to_string_lossy();
        let mut known = self.annotations.versions.iter().filter(|version| version.path == path);
        if standing.sha256 == fingerprint_of(new)
            || known.any(|version| version.sha256 == standing.sha256)
        {
            return None;
        }
        let was_exported = self.annotations.versions.iter().any(|version| version.path == path);
        let lines = match (&standing.text, std::str::from_utf8(new)) {
            (Some(old), Ok(new)) if self.format.is_text() => difference(old, new),
            _ => Vec::new(),
        };
        Some(InTheWay { path: self.path.clone(), was_exported, difference: Arc::new(lines) })
    }
}

/// What a version is remembered by.
pub(super) fn plain(composition: &Composition) -> String {
    markdown::write(composition, Flavour::CommonMark, &Beside::default())
}

impl App {
    pub(super) fn open_export_sheet(&mut self, ctx: &Context) {
        if self.state.document.is_none() {
            return;
        }
        if self.brief().is_none() {
            let usual = brief::Template::bundled().into_iter().next();
            if let Some(template) = usual {
                self.make_brief(ctx, &template);
            }
        }
        self.state.briefing.changes += 1;
        let mut sheet = ExportSheet::default();
        let last = self.last_version().and_then(|version| {
            Format::ALL.into_iter().find(|format| format.name() == version.format)
        });
        sheet.format = last.filter(|format| format.is_available()).unwrap_or_default();
        self.state.sheet = Some(Sheet::Export(sheet));
        self.suggest_path();
    }

    /// The last export of the brief shown.
    fn last_version(&self) -> Option<&Version> {
        let id = &self.brief()?.id;
        self.state.document.as_ref()?.annotations.versions_of(id).next_back()
    }

    fn suggest_path(&mut self) {
        let path = self.suggested_path();
        if let (Some(Sheet::Export(sheet)), Some(path)) = (&mut self.state.sheet, path) {
            sheet.path = path.display().to_string();
            sheet.in_the_way = None;
            sheet.error = None;
        }
    }

    /// Where the brief goes unless the person says otherwise: where it went last in this format, else beside the
    /// dossier, under the dossier's and its own name.
    fn suggested_path(&self) -> Option<PathBuf> {
        let (document, brief) = (self.state.document.as_ref()?, self.brief()?);
        let Some(Sheet::Export(ExportSheet { format, .. })) = &self.state.sheet else {
            return None;
        };
        let mut versions = document.annotations.versions_of(&brief.id).rev();
        if let Some(version) = versions.find(|version| version.format == format.name()) {
            return Some(PathBuf::from(&version.path));
        }
        let name = brief.head.name.to_lowercase();
        let words = name.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
        let name = words.collect::<Vec<_>>().join("-");
        let name = format!("{}-{name}.{}", document.origin.stem(), format.ending());
        Some(self.brief_folder().join(name))
    }

    pub(super) fn choose_format(&mut self, format: Format, paper: Paper) {
        let Some(Sheet::Export(sheet)) = &mut self.state.sheet else { return };
        sheet.paper = paper;
        if std::mem::replace(&mut sheet.format, format) != format {
            self.suggest_path();
        }
    }

    pub(super) fn choose_export(&mut self) {
        let Some(Sheet::Export(sheet)) = &mut self.state.sheet else { return };
        if sheet.choosing {
            return;
        }
        sheet.choosing = true;
        sheet.in_the_way = None;
        sheet.error = None;
        let (suggested, format) = (PathBuf::from(&sheet.path), sheet.format);
        self.ask(Wanted::Brief(format), Some(suggested), Report::ChosenToExport);
    }

    pub(super) fn export_chosen(&mut self, choice: Choice) {
        let Some(Sheet::Export(sheet)) = &mut self.state.sheet else { return };
        sheet.choosing = false;
        if let Choice::Chosen(path) = choice {
            let path = with_ending(path, sheet.format);
            sheet.path = path.display().to_string();
            self.export(path, false);
        }
    }

    pub(super) fn export_to_typed(&mut self, typed: &str) {
        let folder = self.brief_folder();
        let Some(Sheet::Export(sheet)) = &mut self.state.sheet else { return };
        typed.clone_into(&mut sheet.path);
        sheet.in_the_way = None;
        sheet.error = None;
        if typed.trim().is_empty() {
            sheet.error = Some(format!("Type a path, such as brief.{}.", sheet.format.ending()));
            return;
        }
        let path = with_ending(folder.join(typed), sheet.format);
        self.export(path, false);
    }

    /// Where a brief goes unless the person says otherwise: beside the dossier.
    pub(super) fn brief_folder(&self) -> PathBuf {
        let document = self.state.document.as_ref();
        let folder = document.and_then(|document| document.origin.folder());
        folder.map_or_else(documents_folder, Path::to_owned)
    }

    /// The person agreed to replace the file.
    pub(super) fn export_replacing(&mut self) {
        let Some(Sheet::Export(sheet)) = &mut self.state.sheet else { return };
        if let Some(in_the_way) = sheet.in_the_way.take() {
            self.export(in_the_way.path, true);
        }
    }

    /// The file is left as it is: the brief goes to the first free name beside it.
    pub(super) fn export_beside(&mut self) {
        let Some(Sheet::Export(sheet)) = &mut self.state.sheet else { return };
        let Some(in_the_way) = sheet.in_the_way.take() else { return };
        let stem = in_the_way.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let ending = in_the_way.path.extension().unwrap_or_default().to_string_lossy().into_owned();
        // Nobody keeps a thousand versions of one name.
        let mut named = (2..1_000)
            .map(|number| in_the_way.path.with_file_name(format!("{stem}-{number}.{ending}")));
        if let Some(path) = named.find(|path| !store::exists(path)) {
            sheet.path = path.display().to_string();
            self.export(path, false);
        }
    }

    pub(super) fn stop_export(&mut self) {
        if let Some(Sheet::Export(ExportSheet { progress: Some(progress), .. })) = &self.state.sheet
        {
            progress.stop();
        }
    }

    fn export(&mut self, path: PathBuf, overwrite: bool) {
        let (Some(document), Some(brief)) = (&self.state.document, self.brief()) else { return };
        let Some(Sheet::Export(sheet)) = &self.state.sheet else { return };
        let all = brief.entries().count();
        let order = Order {
            dossier: Arc::clone(&document.dossier),
            index: Arc::clone(&document.index),
            annotations: document.annotations.clone(),
            proofs: document.texts.proofs.clone(),
            brief: brief.clone(),
            format: sheet.format,
            paper: sheet.paper,
            path,
            overwrite,
            progress: Arc::new(ExportProgress { all, ..ExportProgress::default() }),
        };
        if let Some(Sheet::Export(sheet)) = &mut self.state.sheet {
            sheet.progress = Some(Arc::clone(&order.progress));
        }
        self.jobs.start("write the brief", move || Report::Exported(order.carry_out()));
    }

    pub(super) fn exported(&mut self, ctx: &Context, outcome: Exported) {
        if let Some(Sheet::Export(sheet)) = &mut self.state.sheet {
            sheet.progress = None;
        }
        match outcome {
            Exported::Written(version, path) => {
                if matches!(self.state.sheet, Some(Sheet::Export(_))) {
                    self.state.sheet = None;
                }
                self.mention(ctx, format!("Brief exported to {}.", path.display()));
                if self.can_write() {
                    self.record(ctx, Edit::AddVersion { version });
                }
            }
            Exported::InTheWay(in_the_way) => match &mut self.state.sheet {
                Some(Sheet::Export(sheet)) => sheet.in_the_way = Some(in_the_way),
                _ => {
                    let path = in_the_way.path.display();
                    self.tell(
                        Tone::Warn,
                        format!("The brief was not exported: {path} is there already."),
                    );
                }
            },
            Exported::Stopped => self.mention(ctx, "The export was stopped. Nothing was written."),
            Exported::Failed(reason) => {
                let message = format!("The brief was not exported: {reason}.");
                match &mut self.state.sheet {
                    Some(Sheet::Export(sheet)) => sheet.error = Some(message),
                    _ => self.tell(Tone::Bad, message),
                }
            }
        }
    }

    /// Notes down what happened outside of the work.
    fn record(&mut self, ctx: &Context, edit: Edit) {
        self.change(ctx, Change::Record(edit));
    }

    /// Puts the figures on the clipboard, as a spreadsheet takes them.
    pub(super) fn copy_figures(&mut self, ctx: &Context) {
        let Some(document) = &self.state.document else { return };
        let figures = document.dossier.metrics.len();
        ctx.copy_text(brief::figures::tsv(&document.dossier, &document.index));
        self.mention(ctx, format!("{figures} figures are on the clipboard, for a spreadsheet."));
    }

    /// Puts the brief on the clipboard as Markdown.
    pub(super) fn copy_brief(&mut self, ctx: &Context) {
        if !self.has_brief(ctx) {
            return;
        }
        self.refresh_page();
        let Some(page) = &self.state.briefing.page else { return };
        ctx.copy_text(plain(&page.composition));
        self.state.sheet = None;
        self.mention(ctx, "The brief is on the clipboard, as Markdown.");
    }

    /// Puts the brief on the clipboard as rich text, and as Markdown for what takes no other.
    pub(super) fn copy_brief_rich(&mut self, ctx: &Context) {
        if !self.has_brief(ctx) {
            return;
        }
        self.refresh_page();
        let Some(page) = &self.state.briefing.page else { return };
        let (rich, markdown) = (html::body(&page.composition), plain(&page.composition));
        // The clipboard has to outlive what is on it.
        let clipboard = match self.clipboard.take() {
            Some(clipboard) => Ok(clipboard),
            None => arboard::Clipboard::new(),
        };
        let copied = clipboard.and_then(|mut clipboard| {
            clipboard.set().html(rich, Some(markdown))?;
            Ok(clipboard)
        });
        match copied {
            Ok(clipboard) => {
                self.clipboard = Some(clipboard);
                self.state.sheet = None;
                self.mention(ctx, "The brief is on the clipboard, as rich text.");
            }
            Err(error) => {
                let words = format!(
                    "The system’s clipboard takes no rich text ({error}). Copy it as Markdown."
                );
                self.tell(Tone::Warn, words);
            }
        }
    }
}
