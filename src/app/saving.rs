//! Keeps the analyst's work on the disk: each change is in the journal within a second, the file itself is
//! rewritten when the person pauses, and before closing.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use egui::{Context, ViewportCommand};

use super::App;
use super::dialogs::Wanted;
use super::jobs::{Choice, Report};
use super::state::{Keeping, Saving, Sheet, Tone};
use super::texts::Touching;
use crate::annotations::{Annotations, CONFLICT, Change, Edit, History, merge};
use crate::store::{Foreign, Keeper, SaveError, documents_folder, save_copy};

/// Changes are gathered for this long before they are journaled.
const GATHER: Duration = Duration::from_millis(400);
/// Within a second of a change it is on the disk: half of that is left for writing and flushing.
const _: () = assert!(GATHER.as_millis() <= 500);
/// The file is rewritten when nothing was changed for this long.
const PAUSE: Duration = Duration::from_secs(3);
/// It is rewritten after this long, whatever the person does.
const LONGEST: Duration = Duration::from_mins(1);
/// After a failure it is tried again after this long.
const RETRY: Duration = Duration::from_secs(10);

/// What is to be written, and when.
#[derive(Default)]
pub(super) struct Saver {
    /// Changes that are not in the journal, in their order.
    changes: Vec<Change>,
    /// How many of them are being written.
    sent: usize,
    /// When they are due; `None` where there are none.
    journal_due: Option<Instant>,
    /// When the file is due, and from when on it waits no longer; `None` where it holds everything.
    file_due: Option<(Instant, Instant)>,
    /// Whether something is being written.
    busy: bool,
    /// Counts what was asked for.
    asked: u64,
}

impl Saver {
    fn note(&mut self, change: Change) {
        let now = Instant::now();
        // Of what is typed on, the latest state says it all; the first makes the step to undo.
        let waiting = self.changes.get_mut(self.sent..).unwrap_or_default();
        match waiting {
            [.., first, last] if first.types_with(&change) && last.types_with(&change) => {
                *last = change;
            }
            _ => self.changes.push(change),
        }
        self.journal_due.get_or_insert(now + GATHER);
        let latest = self.file_due.map_or(now + LONGEST, |(_, latest)| latest);
        self.file_due = Some((now + PAUSE, latest));
    }

    fn next_due(&self) -> Option<Instant> {
        let file = self.file_due.map(|(due, latest)| due.min(latest));
        [self.journal_due, file].into_iter().flatten().min()
    }

    fn number(&mut self) -> u64 {
        self.asked += 1;
        self.asked
    }
}

/// Something to be written, on any thread. Two never overlap, and what comes late is left out.
struct Write {
    number: u64,
    keeper: Arc<Mutex<Keeper>>,
    what: What,
}

enum What {
    Changes(Vec<Change>),
    All(Box<(Annotations, History)>),
}

impl Write {
    /// Returns what somebody else had written meanwhile, and where the analyst's file is.
    fn carry_out(self) -> Result<(Option<Foreign>, Option<PathBuf>), SaveError> {
        let mut keeper = self.keeper.lock().unwrap_or_else(PoisonError::into_inner);
        let foreign = match self.what {
            What::Changes(changes) => keeper.note(self.number, &changes).map(|()| None),
            What::All(all) => keeper.write(self.number, &all.0, &all.1),
        }?;
        Ok((foreign, keeper.place().map(ToOwned::to_owned)))
    }
}

/// What came of a write.
pub struct Written {
    number: u64,
    /// Whether it was the file, rather than the journal.
    is_file: bool,
    /// How many of the changes that were waiting it has put on the disk.
    changes: usize,
    outcome: Result<(Option<Foreign>, Option<PathBuf>), SaveError>,
}

impl App {
    /// Makes a change of the analyst's work. Whether anything changed.
    pub(super) fn edit(&mut self, ctx: &Context, edit: Edit) -> bool {
        self.change(ctx, Change::Edit(edit)).is_some()
    }

    /// The same for an edit made by typing.
    pub(super) fn edit_typing(&mut self, ctx: &Context, edit: Edit) -> bool {
        self.change(ctx, Change::Type(edit)).is_some()
    }

    /// The next typing is a step of its own.
    pub(super) fn end_typing(&mut self, ctx: &Context) {
        self.change(ctx, Change::EndTyping);
    }

    pub(super) fn undo(&mut self, ctx: &Context) {
        if let Some(name) = self.change(ctx, Change::Undo) {
            self.state.draft = None;
            self.mention(ctx, format!("Undone: {name}."));
        }
    }

    pub(super) fn redo(&mut self, ctx: &Context) {
        if let Some(name) = self.change(ctx, Change::Redo) {
            self.state.draft = None;
            self.mention(ctx, format!("Done again: {name}."));
        }
    }

    /// Carries a change out and sees that it is kept. The name of what was done.
    pub(super) fn change(&mut self, ctx: &Context, change: Change) -> Option<String> {
        if self.is_read_only() {
            return None;
        }
        let document = self.state.document.as_mut()?;
        let before = Touching::of(document);
        let name = document.history.carry_out(change.clone(), &mut document.annotations)?;
        let is_end = change == Change::EndTyping;
        self.saver.note(change);
        ctx.request_repaint_after(GATHER);
        if !is_end {
            self.state.briefing.changes += 1;
            self.state.saving = Saving::Pending;
            self.check_what_changed(&before);
        }
        Some(name.into_owned())
    }

    /// Shows earlier copies of the work.
    pub(super) fn look_for_copies(&mut self) {
        let keeping = self.state.document.as_ref().map(|document| &document.keeping);
        let Some(Keeping::By(keeper)) = keeping else {
            self.is_read_only();
            return;
        };
        let keeper = Arc::clone(keeper);
        self.state.sheet = Some(Sheet::Copies(None));
        self.jobs.start("read earlier copies", move || {
            let keeper = keeper.lock().unwrap_or_else(PoisonError::into_inner);
            Report::CopiesRead(keeper.copies())
        });
    }

    /// Writes a copy of the work where the person says: for when it can't be kept where it belongs.
    pub(super) fn save_elsewhere(&mut self) {
        let Some(document) = &self.state.document else { return };
        let annotations = document.annotations.clone();
        let name = format!("{}.annotations.ron", document.origin.stem());
        let suggested = documents_folder().join(name);
        self.ask(Wanted::Work, Some(suggested), move |choice| {
            Report::SavedElsewhere(match choice {
                Choice::Chosen(path) => {
                    save_copy(&path, &annotations).map(|()| Choice::Chosen(path))
                }
                Choice::Cancelled => Ok(Choice::Cancelled),
            })
        });
    }

    pub(super) fn saved_elsewhere(&mut self, ctx: &Context, saved: Result<Choice, SaveError>) {
        match saved {
            Ok(Choice::Chosen(path)) => {
                self.mention(ctx, format!("A copy of your work is in {}.", path.display()));
            }
            Ok(Choice::Cancelled) => {}
            Err(error) => self.tell(Tone::Bad, format!("No copy was saved: {error}.")),
        }
    }

    /// Puts an earlier copy in the place of the work.
    pub(super) fn restore_copy(&mut self, ctx: &Context, annotations: Box<Annotations>) {
        self.state.sheet = None;
        self.state.draft = None;
        if self.edit(ctx, Edit::Restore { annotations }) {
            self.mention(ctx, "The earlier copy is back. Ctrl+Z takes you to what you had.");
        } else {
            self.mention(ctx, "The copy does not differ from what you have.");
        }
    }

    /// Whether nothing may be changed here; then it is said why.
    pub(super) fn is_read_only(&mut self) -> bool {
        let keeping = self.state.document.as_ref().map(|document| &document.keeping);
        let Some(Keeping::Not(reason)) = keeping else { return false };
        let words = format!("Nothing can be changed here: {reason}.");
        if self.state.notices.iter().all(|notice| notice.text != words) {
            self.tell(Tone::Warn, words);
        }
        true
    }

    /// Whether changes are kept; nothing is said.
    pub(super) fn can_write(&self) -> bool {
        let keeping = self.state.document.as_ref().map(|document| &document.keeping);
        matches!(keeping, Some(Keeping::By(_)))
    }

    /// Somebody else changed the analyst's file: both are put together at once.
    pub(super) fn annotations_changed_outside(&mut self, ctx: &Context) {
        let now = Instant::now();
        self.saver.file_due = Some((now, now));
        ctx.request_repaint();
    }

    pub(super) fn save_when_due(&mut self, ctx: &Context) {
        let Some(due) = self.saver.next_due().filter(|_| !self.saver.busy) else { return };
        let now = Instant::now();
        let wait = due.saturating_duration_since(now);
        if !wait.is_zero() {
            ctx.request_repaint_after(wait);
            return;
        }
        let file_due = self.saver.file_due.is_some_and(|(due, latest)| due.min(latest) <= now);
        let Some(write) = self.write(file_due) else { return };
        self.saver.busy = true;
        let (number, changes) = (write.number, self.saver.sent);
        self.jobs.start("save annotations", move || {
            let outcome = write.carry_out();
            Report::Saved(Box::new(Written { number, is_file: file_due, changes, outcome }))
        });
    }

    /// What is to be written now: the whole file, or the changes that wait.
    fn write(&mut self, whole: bool) -> Option<Write> {
        let document = self.state.document.as_ref()?;
        let Keeping::By(keeper) = &document.keeping else { return None };
        let saver = &mut self.saver;
        saver.sent = saver.changes.len();
        saver.journal_due = None;
        let what = if whole {
            saver.file_due = None;
            What::All(Box::new((document.annotations.clone(), document.history.clone())))
        } else {
            What::Changes(saver.changes.clone())
        };
        Some(Write { number: saver.number(), keeper: Arc::clone(keeper), what })
    }

    pub(super) fn saved(&mut self, written: Written) {
        self.saver.busy = false;
        // A later write has spoken or will; this one may even be of the dossier open before.
        if written.number < self.saver.asked {
            return;
        }
        let saver = &mut self.saver;
        saver.sent = 0;
        match written.outcome {
            Ok((foreign, place)) => {
                saver.changes.drain(..written.changes.min(saver.changes.len()));
                // A file that could not be written is not forgotten over a journal that could.
                if saver.changes.is_empty()
                    && (written.is_file || !self.state.saving.is_journaled())
                {
                    let whole = written.is_file && saver.file_due.is_none();
                    if let Some(place) = place {
                        self.state.saving = Saving::Saved { place, whole };
                    }
                }
                if let Some(foreign) = foreign {
                    self.take_in(foreign);
                }
            }
            Err(error) => self.not_saved(&error, written.is_file),
        }
    }

    /// Takes in what somebody else had written into the analyst's file, together with what was changed
    /// here since.
    fn take_in(&mut self, foreign: Foreign) {
        let Some(document) = &mut self.state.document else { return };
        let before = Touching::of(document);
        let merged = merge(&foreign.sent, &document.annotations, &foreign.annotations);
        document.annotations = merged.annotations;
        self.state.briefing.changes += 1;
        self.check_what_changed(&before);
        let conflicts = foreign.conflicts + merged.conflicts;
        if let Some(aside) = foreign.set_aside {
            let words = format!(
                "Another program left the annotations file so that it can't be read. It was kept as {}, \
                 and your work was written anew.",
                aside.display()
            );
            self.tell(Tone::Warn, words);
        } else if conflicts > 0 {
            let words = format!(
                "The annotations file was changed by another program, and put together with your work. \
                 What both had changed is kept twice and tagged “{CONFLICT}” ({conflicts})."
            );
            self.tell(Tone::Warn, words);
        } else {
            let ctx = self.jobs.waker();
            self.mention(
                &ctx,
                "The annotations file was changed by another program and read again.",
            );
        }
    }

    /// A job ended by an error inside the program: nothing waits for it any longer.
    pub(super) fn job_failed(&mut self) {
        if self.saver.busy {
            self.saver.busy = false;
            self.saver.sent = 0;
            let now = Instant::now();
            self.saver.file_due = Some((now + RETRY, now + RETRY));
        }
        self.cancel_opening();
        self.stop_check();
    }

    /// Says once what is not on the disk, and tries again later.
    fn not_saved(&mut self, error: &SaveError, is_file: bool) {
        let message = error.to_string();
        let again = Instant::now() + RETRY;
        self.saver.file_due = Some((again, again));
        let waiting = !self.saver.changes.is_empty();
        // What can't stand in the file may stand in the journal all the same.
        self.saver.journal_due = waiting.then(|| if is_file { Instant::now() } else { again });
        if !waiting {
            let saving = Saving::Journaled(message.clone());
            if self.state.saving != saving {
                let words = format!(
                    "The annotations file can't be written: {message}. Your changes are on the disk, in \
                     the journal beside it; writing the file is tried again every ten seconds."
                );
                self.tell(Tone::Warn, words);
            }
            self.state.saving = saving;
            return;
        }
        let saving = Saving::Failed(message.clone());
        if self.state.saving != saving && !is_file {
            let words = format!(
                "Your annotations are not on the disk: {message}. They are kept in the window, and \
                 saving is tried again every ten seconds."
            );
            self.tell(Tone::Bad, words);
        }
        self.state.saving = saving;
    }

    /// Writes the file at once, in the window's thread: only when it closes or the dossier is replaced.
    /// What can't be written there is safe in the journal too.
    pub(super) fn save_now(&mut self) -> bool {
        let saver = &self.saver;
        if saver.changes.is_empty() && saver.file_due.is_none() && !saver.busy {
            return true;
        }
        let Some(write) = self.write(true) else { return true };
        let outcome = write.carry_out().or_else(|error| {
            log::warn!("the annotations file was not written: {error}");
            let journal = self.write(false).filter(|_| !self.saver.changes.is_empty());
            journal.map_or(Ok((None, None)), Write::carry_out).map_err(|of_journal| {
                log::warn!("the journal was not written: {of_journal}");
                error
            })
        });
        self.saver.sent = 0;
        match outcome {
            Ok((foreign, place)) => {
                self.saver.changes.clear();
                if let Some(foreign) = foreign {
                    self.take_in(foreign);
                }
                if let Some(place) = place {
                    self.state.saving = Saving::Saved { place, whole: true };
                }
                true
            }
            Err(error) => {
                self.not_saved(&error, false);
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
