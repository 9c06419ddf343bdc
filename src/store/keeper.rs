//! Keeps an analyst's work: changes go to the journal at once, the whole file is rewritten now and then,
//! and whatever a session left behind is brought back when the dossier is opened again.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::annotations_file::{self, parse, to_text, united};
use super::copies::{Copies, Copy};
use super::journal::{self, Journal, ReadJournal};
use super::lock::{Holder, Lock, Taken};
use super::save::{FolderId, is_written_in_place};
use super::{AnnotationsFile, FileState, SaveError, save};
use crate::anchor::fingerprint;
use crate::annotations::{Annotations, Change, Edit, History, Merged, merge};
use crate::dossier::{Code, Problem};

/// What was found when a dossier was opened.
#[derive(Debug)]
pub struct Kept {
    /// The analyst's work.
    pub annotations: Annotations,
    /// How to undo it.
    pub history: History,
    /// Where an unreadable file was set aside, and what is wrong with it.
    pub set_aside: Option<(PathBuf, Problem)>,
    /// What the last session had not written into the file.
    pub recovered: Option<Recovered>,
    /// Keeps what is changed from now on.
    pub keeper: Keeper,
}

/// What the last session had not written into the analyst's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recovered {
    /// How many changes were brought back.
    pub changes: usize,
    /// Whether the file was changed by somebody else meanwhile.
    pub merged: bool,
    /// How many annotations both had changed; they are kept in both versions.
    pub conflicts: usize,
}

/// Why the work on a dossier can't be kept. What is on the disk stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// Another window has the dossier open.
    #[error("the dossier is open in another window ({})", .0.as_ref().map_or_else(|| "it does not say which".to_owned(), Holder::to_string))]
    Held(Option<Holder>),
    /// The analyst's file can't be read, or set aside.
    #[error("the annotations can't be read: {0}")]
    Unreadable(#[from] std::io::Error),
    /// A newer version of the program wrote it.
    #[error("{0}")]
    Newer(String),
    /// What the last session left can't be written.
    #[error("what the last session left behind can't be written: {0}")]
    Unwritten(#[from] SaveError),
}

/// Keeps the work on one dossier.
#[derive(Debug)]
pub struct Keeper {
    file: AnnotationsFile,
    journal: Option<Journal>,
    /// What the analyst's file holds.
    base: Annotations,
    /// The fingerprint of the file beside the dossier, as it was read or written last.
    seen: Option<String>,
    /// The fingerprints of what this analyst wrote, the latest last: a program that copies files may bring
    /// an earlier one back.
    written: Vec<String>,
    /// The folder it is in.
    home: Option<FolderId>,
    /// The file as it was looked at last.
    looked_at: Option<FileState>,
    /// Held as long as this lives.
    _lock: Option<Lock>,
    /// How to undo what it holds.
    written_history: Option<KeptHistory>,
    /// Where it was written last.
    place: Option<PathBuf>,
    /// The latest of the numbers under which something was kept.
    latest: u64,
}

/// What somebody else had written into the analyst's file, put together with our work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// Both.
    pub annotations: Annotations,
    /// Our work as it was.
    pub sent: Annotations,
    /// How many annotations both had changed; they are kept in both versions.
    pub conflicts: usize,
    /// Where the file was set aside, because it could not be read.
    pub set_aside: Option<PathBuf>,
    /// Whether there is anything of ours that theirs lacked.
    is_more_than_theirs: bool,
}

/// How to undo the work that has this fingerprint.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct KeptHistory {
    sha256: String,
    history: History,
}

/// What is kept in the user's data folder of the work on a dossier.
#[derive(Debug, Default, Serialize, Deserialize)]
struct KeptNotes {
    /// Of the work that is in the file, and of that which was there before.
    histories: Vec<KeptHistory>,
    /// The fingerprints of what was written.
    written: Vec<String>,
}

/// So many fingerprints are kept: a copy that comes later than that is taken for somebody else's.
const MOST_WRITTEN: usize = 2_000;

impl KeptHistory {
    fn of(annotations: &Annotations, history: &History) -> Self {
        Self { sha256: fingerprint(&to_text(annotations)), history: history.clone() }
    }
}

impl Keeper {
    /// Reads an analyst's file, and brings back what a session left that did not come to its end. A file
    /// that can't be read is set aside, never taken for empty and never written over.
    ///
    /// # Errors
    /// See [`KeepError`].
    pub fn open(file: AnnotationsFile, title: &str) -> Result<Kept, KeepError> {
        let lock = lock(&file)?;
        let titled = |mut annotations: Annotations| {
            title.clone_into(&mut annotations.dossier);
            annotations
        };
        let Held { annotations: held, set_aside } = read(&file)?;
        let held = held.map(titled);
        let left = left_behind(&file)?;
        let Some((place, ReadJournal { base, changes, damaged })) = left else {
            let annotations = held.unwrap_or_else(|| titled(Annotations::default()));
            let history = history_of(&file, &annotations);
            let keeper = Self::over(file, lock, annotations.clone(), &history);
            return Ok(Kept { annotations, history, set_aside, recovered: None, keeper });
        };
        let left = ReadJournal { base: titled(base), changes, damaged };
        let history_before = history_of(&file, &left.base);
        let (mine, history) = left.replayed(history_before.clone());
        let (annotations, recovered) = match held {
            // It was killed between writing the file and taking the journal away.
            Some(held) if held == mine => (mine, None),
            Some(held) if held != left.base => {
                let merged = merge(&left.base, &mine, &held);
                let (changes, conflicts) = (left.changes.len(), merged.conflicts);
                (merged.annotations, Some(Recovered { changes, merged: true, conflicts }))
            }
            // The journal holds what it goes back to: a file that is damaged or gone is no loss.
            _ => {
                let changes = left.changes.len();
                (mine, Some(Recovered { changes, merged: false, conflicts: 0 }))
            }
        };
        let recovered = recovered.filter(|recovered| recovered.changes > 0);
        let mut keeper = Self::over(file, lock, left.base, &history_before);
        keeper.write(0, &annotations, &history)?;
        if damaged {
            annotations_file::set_aside(&place)?;
        } else {
            journal::remove(&place)?;
        }
        Ok(Kept { annotations, history, set_aside, recovered, keeper })
    }

    /// A keeper of work that stands in the file like this.
    fn over(
        file: AnnotationsFile,
        lock: Option<Lock>,
        base: Annotations,
        history: &History,
    ) -> Self {
        Self {
            seen: file.fingerprint(),
            home: file.beside().and_then(FolderId::of),
            written: kept_notes(&file).written,
            written_history: Some(KeptHistory::of(&base, history)),
            file,
            journal: None,
            base,
            looked_at: None,
            _lock: lock,
            place: None,
            latest: 0,
        }
    }

    /// Where the analyst's file is, as far as is known.
    pub fn place(&self) -> Option<&Path> {
        self.place.as_deref().or_else(|| self.file.places().next())
    }

    /// Adds changes to the journal. They are on the disk when this returns. Where something was kept
    /// under a higher number already, these changes were kept with it.
    ///
    /// # Errors
    /// The journal can't be written, at none of its places.
    pub fn note(&mut self, number: u64, changes: &[Change]) -> Result<(), SaveError> {
        if number < self.latest {
            return Ok(());
        }
        if let Some(journal) = &mut self.journal {
            journal.add(&self.base, changes)?;
        } else {
            self.journal = Some(self.begin(changes)?);
        }
        self.latest = number;
        Ok(())
    }

    fn begin(&self, changes: &[Change]) -> Result<Journal, SaveError> {
        let mut refused = None;
        for place in self.file.places() {
            let mut journal = Journal::beside(place);
            let added = if self.file.is_own(place) {
                make_folder_of(place).and_then(|()| journal.add(&self.base, changes))
            } else if FolderId::of(place) == self.home {
                journal.add(&self.base, changes)
            } else {
                Err(SaveError::Vanished(place.parent().unwrap_or(place).to_owned()))
            };
            match added {
                Ok(()) => return Ok(journal),
                Err(error) if error.is_lack_of_permission() => refused = Some(error),
                Err(error) => return Err(error),
            }
        }
        Err(refused.unwrap_or_else(|| SaveError::NoFolder(PathBuf::from("annotations"))))
    }

    /// Writes the analyst's file whole, and how to undo the work; then the journal has done its part.
    /// Where somebody else changed the file since it was read, both are put together first, and what came
    /// of it is returned.
    ///
    /// # Errors
    /// The file can't be written, at none of its places. The journal stays.
    pub fn write(
        &mut self,
        number: u64,
        annotations: &Annotations,
        history: &History,
    ) -> Result<Option<Foreign>, SaveError> {
        if number < self.latest {
            return Ok(None);
        }
        let foreign = self.merged_with_foreign(annotations)?;
        let annotations = foreign.as_ref().map_or(annotations, |foreign| &foreign.annotations);
        self.keep_history(annotations, history);
        // Where they have all of ours there is nothing to write.
        if foreign.as_ref().is_none_or(|foreign| foreign.is_more_than_theirs) {
            if *annotations != self.base {
                self.keep_copy();
            }
            // A file that is written as it stands may be cut off: then the journal has it all.
            if self.file.beside().is_some_and(is_written_in_place) {
                let all = Edit::Restore { annotations: Box::new(annotations.clone()) };
                self.note(number, &[Change::Edit(all)])?;
            }
            let over = self.seen.as_deref();
            self.place = Some(self.file.write_over(annotations, self.home, over)?);
        }
        self.base = annotations.clone();
        self.seen = self.file.fingerprint();
        self.written.extend(self.seen.clone());
        self.latest = number;
        if let Some(journal) = &mut self.journal {
            journal.end()?;
        }
        self.journal = None;
        Ok(foreign)
    }

    /// Keeps a copy of what is about to be written over. The work itself is not held up by it.
    fn keep_copy(&self) {
        let copies = Copies::of(&self.file);
        let kept = copies.map_or(Ok(()), |copies| copies.keep(&self.base, Timestamp::now()));
        if let Err(error) = kept {
            log::warn!("no copy of the earlier work was kept: {error}");
        }
    }

    /// Earlier copies of the work, the latest first.
    pub fn copies(&self) -> Vec<Copy> {
        Copies::of(&self.file).map(|copies| copies.read()).unwrap_or_default()
    }

    /// Whether the analyst's file is another than when this was asked last, by its date and size, and
    /// somebody else changed it.
    pub fn notices_change(&mut self) -> bool {
        let Some(beside) = self.file.beside() else { return false };
        let now = FileState::of(beside);
        let moved = self.looked_at.replace(now) != Some(now);
        moved && self.is_changed_by_others()
    }

    /// Whether somebody else changed the analyst's file since it was read or written.
    pub fn is_changed_by_others(&self) -> bool {
        let now = self.file.fingerprint();
        now.is_some() && now != self.seen
    }

    /// Our work put together with what somebody else wrote into the file meanwhile; `None` where nobody
    /// did. What can't be read is set aside, and ours is written.
    fn merged_with_foreign(&self, ours: &Annotations) -> Result<Option<Foreign>, SaveError> {
        let Some(beside) = self.file.beside().filter(|_| self.is_changed_by_others()) else {
            return Ok(None);
        };
        // What was written here once says nothing new: ours is written over it.
        if self.file.fingerprint().is_some_and(|there| self.written.contains(&there)) {
            return Ok(None);
        }
        let refused = |error| SaveError::Refused(beside.to_owned(), error);
        match parse(&fs::read(beside).map_err(refused)?) {
            Ok(mut theirs) => {
                theirs.dossier.clone_from(&ours.dossier);
                let merged = merge(&self.base, ours, &theirs);
                let Merged { annotations, conflicts } = merged;
                let is_more_than_theirs = annotations != theirs;
                let sent = ours.clone();
                let set_aside = None;
                Ok(Some(Foreign { annotations, sent, conflicts, set_aside, is_more_than_theirs }))
            }
            Err(problem) if problem.code == Code::NewerFormat => {
                Err(refused(std::io::Error::other(problem.message)))
            }
            Err(_) => {
                let set_aside = Some(annotations_file::set_aside(beside).map_err(refused)?);
                let (annotations, sent) = (ours.clone(), ours.clone());
                let is_more_than_theirs = true;
                let conflicts = 0;
                Ok(Some(Foreign { annotations, sent, conflicts, set_aside, is_more_than_theirs }))
            }
        }
    }

    /// Keeps how to undo the work that is about to be written, and that which is there until then. It can
    /// be done without, so that a failure is only logged.
    fn keep_history(&mut self, annotations: &Annotations, history: &History) {
        let Some(path) = self.file.history() else { return };
        let new = KeptHistory::of(annotations, history);
        let written = self.written.iter().rev().take(MOST_WRITTEN).rev().cloned().collect();
        let histories = self.written_history.take().into_iter().chain([new.clone()]).collect();
        let kept = KeptNotes { histories, written };
        // Writing plain structs of texts to memory has no way to fail.
        let text = serde_json::to_string(&kept).unwrap_or_default();
        let written = make_folder_of(&path).and_then(|()| save(&path, text.as_bytes()));
        if let Err(error) = written {
            log::warn!("how to undo the work was not kept: {error}");
        }
        self.written_history = Some(new);
    }
}

/// Reads an analyst's work as it is on the disk, with what a journal adds to it, and changes nothing.
pub(super) fn look(file: &AnnotationsFile, held: Option<Annotations>) -> Annotations {
    match (held, left_behind(file).ok().flatten()) {
        (Some(held), Some((_, left))) => {
            let mine = left.replayed(History::default()).0;
            if held == left.base { mine } else { merge(&left.base, &mine, &held).annotations }
        }
        (None, Some((_, left))) => left.replayed(History::default()).0,
        (held, None) => held.unwrap_or_default(),
    }
}

/// What an analyst's file held.
struct Held {
    /// The work; none where there is no file, or none that can be read.
    annotations: Option<Annotations>,
    set_aside: Option<(PathBuf, Problem)>,
}

fn read(file: &AnnotationsFile) -> Result<Held, KeepError> {
    let mut held = Held { annotations: None, set_aside: None };
    for place in file.holding()? {
        match parse(&fs::read(place)?) {
            Ok(annotations) => {
                held.annotations = Some(match held.annotations {
                    Some(other) => united(&other, &annotations),
                    None => annotations,
                });
            }
            // Nothing is wrong with what a newer version wrote: it stays where it is.
            Err(problem) if problem.code == Code::NewerFormat => {
                return Err(KeepError::Newer(problem.message));
            }
            Err(problem) => held.set_aside = Some((annotations_file::set_aside(place)?, *problem)),
        }
    }
    Ok(held)
}

/// The journal of a session that did not come to its end. One that can't be read is set aside.
fn left_behind(file: &AnnotationsFile) -> Result<Option<(PathBuf, ReadJournal)>, std::io::Error> {
    for place in file.places() {
        let path = journal::path_beside(place);
        if let Some(left) = journal::read(&path)? {
            return Ok(Some((path, left)));
        }
    }
    Ok(None)
}

/// Takes the lock on an analyst's work, at the first place that can be written.
fn lock(file: &AnnotationsFile) -> Result<Option<Lock>, KeepError> {
    let mut refused = None;
    for place in file.places() {
        if file.is_own(place) {
            make_folder_of(place)?;
        }
        match Lock::take(place) {
            Ok(Taken::Mine(lock)) => return Ok(lock),
            Ok(Taken::Held(holder)) => return Err(KeepError::Held(holder)),
            Err(error) => refused = Some(error),
        }
    }
    // Whoever can write nowhere takes nothing from anybody.
    log::warn!("no lock was taken: {refused:?}");
    Ok(None)
}

fn kept_notes(file: &AnnotationsFile) -> KeptNotes {
    let text = file.history().and_then(|path| fs::read_to_string(path).ok());
    text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

/// How to undo work, where that was kept with just this work.
fn history_of(file: &AnnotationsFile, annotations: &Annotations) -> History {
    let sha256 = fingerprint(&to_text(annotations));
    let kept = kept_notes(file).histories;
    let of_this = kept.into_iter().rfind(|kept| kept.sha256 == sha256);
    of_this.map(|kept| kept.history).unwrap_or_default()
}

fn make_folder_of(path: &Path) -> Result<(), SaveError> {
    let Some(folder) = path.parent() else { return Ok(()) };
    fs::create_dir_all(folder).map_err(|error| SaveError::Refused(folder.to_owned(), error))
}

#[cfg(test)]
mod tests;
