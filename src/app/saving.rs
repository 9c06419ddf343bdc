//! Keeps the analyst's work on the disk: within two seconds of a change, and before closing.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use egui::{Context, ViewportCommand};

use super::App;
use super::jobs::Report;
use super::state::{Saving, Sheet, Tone};
use super::texts::Touching;
use crate::annotations::{Annotations, Edit};
use crate::store::{AnnotationsFile, SaveError};

/// Changes are gathered for this long before they are written.
const GATHER: Duration = Duration::from_millis(700);
/// After a failure it is tried again after this long.
const RETRY: Duration = Duration::from_secs(10);

/// When to write.
#[derive(Default)]
pub(super) struct Saver {
    /// When the next write is due; `None` when everything is on the disk or on its way.
    due: Option<Instant>,
    /// Whether a write is under way.
    busy: bool,
    /// Counts the writes that were asked for.
    asked: u64,
    /// The latest of them that reached the disk.
    written: Arc<Mutex<u64>>,
}

impl Saver {
    /// A write of the work as it is now, to be carried out on any thread.
    fn write(&mut self, file: &AnnotationsFile, annotations: &Annotations) -> Write {
        self.due = None;
        self.asked += 1;
        Write {
            number: self.asked,
            written: Arc::clone(&self.written),
            file: file.clone(),
            annotations: annotations.clone(),
        }
    }
}

/// One write. Two never overlap, and an older one that comes late is left out.
struct Write {
    number: u64,
    written: Arc<Mutex<u64>>,
    file: AnnotationsFile,
    annotations: Annotations,
}

impl Write {
    /// Writes. `None` where newer work is on the disk already.
    fn carry_out(self) -> Result<Option<PathBuf>, SaveError> {
        let mut written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        if *written > self.number {
            return Ok(None);
        }
        let place = self.file.write(&self.annotations)?;
        *written = self.number;
        Ok(Some(place))
    }
}

impl App {
    /// Makes a change of the analyst's work.
    pub(super) fn edit(&mut self, ctx: &Context, edit: Edit) {
        let Some(document) = &mut self.state.document else { return };
        let before = Touching::of(document);
        if document.history.apply(edit, &mut document.annotations) {
            self.changed(ctx);
            self.check_what_changed(&before);
        }
    }

    /// The same for an edit made by typing.
    pub(super) fn edit_typing(&mut self, ctx: &Context, edit: Edit) {
        let Some(document) = &mut self.state.document else { return };
        if document.history.apply_typing(edit, &mut document.annotations) {
            self.changed(ctx);
        }
    }

    pub(super) fn undo(&mut self, ctx: &Context) {
        let Some(document) = &mut self.state.document else { return };
        let before = Touching::of(document);
        if let Some(name) = document.history.undo(&mut document.annotations) {
            self.state.draft = None;
            self.changed(ctx);
            self.check_what_changed(&before);
            self.mention(ctx, format!("Undone: {name}."));
        }
    }

    pub(super) fn redo(&mut self, ctx: &Context) {
        let Some(document) = &mut self.state.document else { return };
        let before = Touching::of(document);
        if let Some(name) = document.history.redo(&mut document.annotations) {
            self.state.draft = None;
            self.changed(ctx);
            self.check_what_changed(&before);
            self.mention(ctx, format!("Done again: {name}."));
        }
    }

    /// Notes that there is something to write.
    pub(super) fn changed(&mut self, ctx: &Context) {
        if self.state.document.as_ref().is_some_and(|document| !document.may_save) {
            let message = "the annotations file is not written over in this session";
            self.state.saving = Saving::Failed(message.to_owned());
            return;
        }
        self.state.saving = Saving::Pending;
        if self.saver.due.is_none() {
            self.saver.due = Some(Instant::now() + GATHER);
        }
        ctx.request_repaint_after(GATHER);
    }

    pub(super) fn save_when_due(&mut self, ctx: &Context) {
        let Some(due) = self.saver.due else { return };
        let wait = due.saturating_duration_since(Instant::now());
        if self.saver.busy {
            return;
        }
        if !wait.is_zero() {
            ctx.request_repaint_after(wait);
            return;
        }
        let Some(document) = self.state.document.as_ref().filter(|document| document.may_save)
        else {
            return;
        };
        let write = self.saver.write(&document.file, &document.annotations);
        self.saver.busy = true;
        let number = write.number;
        self.jobs.start("save annotations", move || Report::Saved(number, write.carry_out()));
    }

    pub(super) fn saved(&mut self, number: u64, outcome: Result<Option<PathBuf>, SaveError>) {
        self.saver.busy = false;
        // A later write has spoken or will; this one may even be of the dossier open before.
        if number < self.saver.asked {
            return;
        }
        match outcome {
            Ok(Some(place)) if self.saver.due.is_none() => {
                self.state.saving = Saving::Saved(place);
            }
            Ok(_) => {}
            Err(error) => self.not_saved(&error),
        }
    }

    /// Says once what is not on the disk, and tries again later.
    fn not_saved(&mut self, error: &SaveError) {
        let message = error.to_string();
        self.saver.due = Some(Instant::now() + RETRY);
        if self.state.saving != Saving::Failed(message.clone()) {
            self.tell(
                Tone::Bad,
                format!(
                    "Your annotations are not on the disk: {message}. They are kept in the window, \
                     and saving is tried again every ten seconds."
                ),
            );
        }
        self.state.saving = Saving::Failed(message);
    }

    /// Writes at once, in the window's thread: only when it closes or the dossier is replaced.
    pub(super) fn save_now(&mut self) -> bool {
        let pending = self.saver.due.is_some() || self.saver.busy;
        let Some(document) = self.state.document.as_ref().filter(|d| d.may_save && pending) else {
            return true;
        };
        match self.saver.write(&document.file, &document.annotations).carry_out() {
            Ok(place) => {
                self.state.saving = place.map_or(Saving::Unchanged, Saving::Saved);
                true
            }
            Err(error) => {
                self.not_saved(&error);
                false
            }
        }
    }

    /// Lets the window close once the work is on the disk, or the person lets it go.
    pub(super) fn close_when_safe(&mut self, ctx: &Context) {
        let closing = ctx.input(|input| input.viewport().close_requested());
        if closing && !self.close_unsaved && !self.save_now() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            if let Saving::Failed(message) = &self.state.saving {
                self.state.sheet = Some(Sheet::Unsaved(message.clone()));
            }
        }
    }
}
