//! Keeps an analyst's work: changes go to the journal at once, the whole file is rewritten now and then,
//! and whatever a session left behind is brought back when the dossier is opened again.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::annotations_file::{self, parse, to_text, united};
use super::journal::{self, Journal, ReadJournal};
use super::{AnnotationsFile, SaveError, save};
use crate::anchor::fingerprint;
use crate::annotations::{Annotations, Change, History, merge};
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
    /// Where it was written last.
    place: Option<PathBuf>,
    /// The latest of the numbers under which something was kept.
    latest: u64,
}

/// How to undo the work that has this fingerprint.
#[derive(Serialize, Deserialize)]
struct KeptHistory {
    sha256: String,
    history: History,
}

impl Keeper {
    /// Reads an analyst's file, and brings back what a session left that did not come to its end. A file
    /// that can't be read is set aside, never taken for empty and never written over.
    ///
    /// # Errors
    /// See [`KeepError`].
    pub fn open(file: AnnotationsFile, title: &str) -> Result<Kept, KeepError> {
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
            let keeper = Self::over(file, annotations.clone());
            return Ok(Kept { annotations, history, set_aside, recovered: None, keeper });
        };
        let left = ReadJournal { base: titled(base), changes, damaged };
        let (mine, history) = left.replayed(history_of(&file, &left.base));
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
        let mut keeper = Self::over(file, annotations.clone());
        keeper.write(0, &annotations, &history)?;
        if damaged {
            annotations_file::set_aside(&place)?;
        } else {
            journal::remove(&place)?;
        }
        Ok(Kept { annotations, history, set_aside, recovered, keeper })
    }

    fn over(file: AnnotationsFile, base: Annotations) -> Self {
        Self { file, journal: None, base, place: None, latest: 0 }
    }

    /// Where the analyst's file is, as far as is known.
    pub fn place(&self) -> Option<&Path> {
        self.place.as_deref().or_else(|| self.file.places().next())
    }

    /// Adds changes to the journal. They are on the disk when this returns. `None` where something was
    /// kept under a higher number already, and these changes with it.
    ///
    /// # Errors
    /// The journal can't be written, at none of its places.
    pub fn note(&mut self, number: u64, changes: &[Change]) -> Result<Option<PathBuf>, SaveError> {
        if number < self.latest {
            return Ok(None);
        }
        if let Some(journal) = &mut self.journal {
            journal.add(&self.base, changes)?;
        } else {
            self.journal = Some(self.begin(changes)?);
        }
        self.latest = number;
        Ok(self.journal.as_ref().map(|journal| journal.path().to_owned()))
    }

    fn begin(&self, changes: &[Change]) -> Result<Journal, SaveError> {
        let mut refused = None;
        for place in self.file.places() {
            if self.file.is_own(place) {
                make_folder_of(place)?;
            }
            let mut journal = Journal::beside(place);
            match journal.add(&self.base, changes) {
                Ok(()) => return Ok(journal),
                Err(error) if error.is_lack_of_permission() => refused = Some(error),
                Err(error) => return Err(error),
            }
        }
        Err(refused.unwrap_or_else(|| SaveError::NoFolder(PathBuf::from("annotations"))))
    }

    /// Writes the analyst's file whole, and how to undo the work; then the journal has done its part.
    /// Returns the place; `None` where something newer was kept already.
    ///
    /// # Errors
    /// The file can't be written, at none of its places. The journal stays.
    pub fn write(
        &mut self,
        number: u64,
        annotations: &Annotations,
        history: &History,
    ) -> Result<Option<PathBuf>, SaveError> {
        if number < self.latest {
            return Ok(None);
        }
        let place = self.file.write(annotations)?;
        self.base = annotations.clone();
        self.place = Some(place.clone());
        self.latest = number;
        if let Some(journal) = &mut self.journal {
            journal.end()?;
        }
        self.journal = None;
        self.keep_history(annotations, history);
        Ok(Some(place))
    }

    /// Keeps how to undo the work. It can be done without, so that a failure is only logged.
    fn keep_history(&self, annotations: &Annotations, history: &History) {
        let Some(path) = history_path(&self.file) else { return };
        let kept =
            KeptHistory { sha256: fingerprint(&to_text(annotations)), history: history.clone() };
        // Writing plain structs of texts to memory has no way to fail.
        let text = serde_json::to_string(&kept).unwrap_or_default();
        let written = make_folder_of(&path).and_then(|()| save(&path, text.as_bytes()));
        if let Err(error) = written {
            log::warn!("how to undo the work was not kept: {error}");
        }
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

fn history_path(file: &AnnotationsFile) -> Option<PathBuf> {
    file.own().map(|own| own.with_extension("history"))
}

/// How to undo work, where that was kept with just this work.
fn history_of(file: &AnnotationsFile, annotations: &Annotations) -> History {
    let text = history_path(file).and_then(|path| fs::read_to_string(path).ok());
    let kept: Option<KeptHistory> = text.and_then(|text| serde_json::from_str(&text).ok());
    let sha256 = fingerprint(&to_text(annotations));
    kept.filter(|kept| kept.sha256 == sha256).map(|kept| kept.history).unwrap_or_default()
}

fn make_folder_of(path: &Path) -> Result<(), SaveError> {
    let Some(folder) = path.parent() else { return Ok(()) };
    fs::create_dir_all(folder).map_err(|error| SaveError::Refused(folder.to_owned(), error))
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use proptest::prelude::*;
    use tempfile::TempDir;

    use super::*;
    use crate::annotations::{Annotation, AnnotationKind, CONFLICT, Edit};
    use crate::store::Origin;

    fn file_in(folder: &TempDir) -> AnnotationsFile {
        let origin = Origin::File(folder.path().join("x.dossier.ron"));
        AnnotationsFile::within(&origin, Some(folder.path().join("data")))
    }

    fn open(folder: &TempDir) -> Kept {
        Keeper::open(file_in(folder), "A title").unwrap()
    }

    fn main_file(folder: &TempDir) -> PathBuf {
        folder.path().join("x.annotations.ron")
    }

    fn insert(id: &str, text: &str) -> Change {
        let annotation = Annotation {
            id: id.to_owned(),
            on: "trade".to_owned(),
            passage: None,
            kind: AnnotationKind::Question,
            text: text.to_owned(),
            tags: vec!["follow up".into()],
            created: "2026-11-21T10:00:00Z".parse::<Timestamp>().unwrap(),
            modified: "2026-11-21T10:00:00.5Z".parse::<Timestamp>().unwrap(),
        };
        Change::Edit(Edit::Insert { at: 9, annotation })
    }

    /// Carries changes out and journals them, as a session does that is killed afterwards.
    fn session(kept: &mut Kept, number: u64, changes: &[Change]) {
        for change in changes {
            kept.history.carry_out(change.clone(), &mut kept.annotations);
        }
        kept.keeper.note(number, changes).unwrap();
    }

    fn texts(kept: &Kept) -> Vec<&str> {
        kept.annotations.annotations.iter().map(|a| a.text.as_str()).collect()
    }

    proptest! {
        #[test]
        fn any_text_survives_in_the_journal_and_in_the_file(text in any::<String>()) {
            let folder = tempfile::tempdir().unwrap();
            let mut kept = open(&folder);
            session(&mut kept, 1, &[insert("a1", &text)]);
            let again = open(&folder);
            prop_assert_eq!(&again.annotations, &kept.annotations);
            prop_assert_eq!(&again.history, &kept.history);
            let once_more = open(&folder);
            prop_assert!(once_more.recovered.is_none() && once_more.set_aside.is_none());
            prop_assert_eq!(once_more.annotations, kept.annotations);
            prop_assert_eq!(once_more.history, kept.history);
        }
    }

    #[test]
    fn what_a_killed_session_journaled_is_brought_back_and_said() {
        let folder = tempfile::tempdir().unwrap();
        let mut kept = open(&folder);
        session(&mut kept, 1, &[insert("a1", "one")]);
        kept.keeper.write(2, &kept.annotations, &kept.history).unwrap();
        session(&mut kept, 3, &[insert("a2", "two"), insert("a3", "three"), Change::Undo]);
        let mut again = open(&folder);
        assert_eq!(texts(&again), ["one", "two"]);
        let recovered = Recovered { changes: 3, merged: false, conflicts: 0 };
        assert_eq!(again.recovered, Some(recovered));
        assert!(!journal::path_beside(&main_file(&folder)).exists());
        // The history goes on as if nothing had happened.
        assert_eq!(again.history.redo_name(), Some("add annotation"));
        again.history.carry_out(Change::Redo, &mut again.annotations);
        assert_eq!(texts(&again), ["one", "two", "three"]);
        assert_eq!(open(&folder).recovered, None);
    }

    #[test]
    fn a_file_that_is_damaged_or_gone_is_brought_back_from_the_journal() {
        for damage in ["", "(format: 1,", "\0\0\0", "<<<<<<< a\n"] {
            let folder = tempfile::tempdir().unwrap();
            let mut kept = open(&folder);
            session(&mut kept, 1, &[insert("a1", "one")]);
            kept.keeper.write(2, &kept.annotations, &kept.history).unwrap();
            session(&mut kept, 3, &[insert("a2", "two")]);
            fs::write(main_file(&folder), damage).unwrap();
            let again = open(&folder);
            assert_eq!(texts(&again), ["one", "two"], "{damage:?}");
            let (aside, _) = again.set_aside.unwrap();
            assert_eq!(fs::read_to_string(aside).unwrap(), damage);
        }
        let folder = tempfile::tempdir().unwrap();
        let mut kept = open(&folder);
        session(&mut kept, 1, &[insert("a1", "one")]);
        kept.keeper.write(2, &kept.annotations, &kept.history).unwrap();
        session(&mut kept, 3, &[insert("a2", "two")]);
        fs::remove_file(main_file(&folder)).unwrap();
        assert_eq!(texts(&open(&folder)), ["one", "two"]);
    }

    #[test]
    fn a_file_that_another_changed_meanwhile_is_put_together_with_the_journal() {
        let folder = tempfile::tempdir().unwrap();
        let mut kept = open(&folder);
        session(&mut kept, 1, &[insert("a1", "one"), insert("a2", "two")]);
        kept.keeper.write(2, &kept.annotations, &kept.history).unwrap();
        let rewrite = Change::Edit(Edit::Rewrite {
            id: "a1".into(),
            kind: AnnotationKind::Remark,
            text: "one, here".into(),
            tags: Vec::new(),
            modified: Timestamp::UNIX_EPOCH,
        });
        session(&mut kept, 3, &[rewrite]);
        let foreign = fs::read_to_string(main_file(&folder)).unwrap();
        let foreign = foreign.replace("\"one\"", "\"one, there\"");
        fs::write(main_file(&folder), foreign).unwrap();
        let again = open(&folder);
        assert_eq!(texts(&again), ["one, here", "two", "one, there"]);
        assert_eq!(again.annotations.annotations[2].tags, ["follow up", CONFLICT]);
        let recovered = Recovered { changes: 1, merged: true, conflicts: 1 };
        assert_eq!(again.recovered, Some(recovered));
    }

    #[test]
    fn killed_between_the_file_and_the_end_of_the_journal_nothing_comes_twice() {
        let folder = tempfile::tempdir().unwrap();
        let mut kept = open(&folder);
        session(&mut kept, 1, &[insert("a1", "one"), Change::Undo, insert("a2", "two")]);
        let journal = fs::read(journal::path_beside(&main_file(&folder))).unwrap();
        kept.keeper.write(2, &kept.annotations, &kept.history).unwrap();
        fs::write(journal::path_beside(&main_file(&folder)), journal).unwrap();
        let again = open(&folder);
        assert_eq!(texts(&again), ["two"]);
        assert_eq!(again.recovered, None);
    }

    #[test]
    fn what_comes_late_is_left_out() {
        let folder = tempfile::tempdir().unwrap();
        let mut kept = open(&folder);
        session(&mut kept, 5, &[insert("a1", "one")]);
        kept.keeper.write(6, &kept.annotations, &kept.history).unwrap();
        assert_eq!(kept.keeper.note(4, &[insert("a1", "one")]).unwrap(), None);
        assert_eq!(kept.keeper.write(3, &Annotations::default(), &kept.history).unwrap(), None);
        assert_eq!(texts(&open(&folder)), ["one"]);
    }

    #[test]
    fn what_can_not_be_read_is_set_aside_untouched() {
        let folder = tempfile::tempdir().unwrap();
        for (number, damaged) in
            ["", "(format: 1,", "(text: 1)", "\0\0\0", "<<<<<<< a\n"].iter().enumerate()
        {
            fs::write(main_file(&folder), damaged).unwrap();
            let kept = open(&folder);
            assert_eq!(kept.annotations.annotations, []);
            let (aside, _) = kept.set_aside.unwrap();
            assert_eq!(fs::read_to_string(&aside).unwrap(), *damaged);
            assert!(aside.ends_with(format!("x.annotations.ron.unreadable-{}", number + 1)));
            assert!(!main_file(&folder).exists());
        }
    }

    #[test]
    fn a_damaged_journal_is_kept_aside() {
        let folder = tempfile::tempdir().unwrap();
        let mut kept = open(&folder);
        session(&mut kept, 1, &[insert("a1", "one"), insert("a2", "two"), insert("a3", "three")]);
        let path = journal::path_beside(&main_file(&folder));
        let journal = fs::read_to_string(&path).unwrap().replace("two", "twe");
        fs::write(&path, &journal).unwrap();
        assert_eq!(texts(&open(&folder)), ["one"]);
        let aside = folder.path().join("x.annotations.journal.unreadable-1");
        assert_eq!(fs::read_to_string(aside).unwrap(), journal);
    }

    #[test]
    fn what_a_newer_version_wrote_stays_where_it_is() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(main_file(&folder), "(format: 7, holograms: [])").unwrap();
        let error = Keeper::open(file_in(&folder), "A title").unwrap_err();
        assert!(error.to_string().contains("format 7"), "{error}");
        assert_eq!(fs::read_to_string(main_file(&folder)).unwrap(), "(format: 7, holograms: [])");
    }

    #[test]
    fn a_journal_that_was_taken_away_is_not_begun_in_the_middle() {
        let folder = tempfile::tempdir().unwrap();
        let mut kept = open(&folder);
        session(&mut kept, 1, &[insert("a1", "one")]);
        fs::remove_file(journal::path_beside(&main_file(&folder))).unwrap();
        let change = insert("a2", "two");
        kept.history.carry_out(change.clone(), &mut kept.annotations);
        assert!(kept.keeper.note(2, &[change]).is_err());
        kept.keeper.write(3, &kept.annotations, &kept.history).unwrap();
        assert_eq!(texts(&open(&folder)), ["one", "two"]);
    }

    #[cfg(unix)]
    #[test]
    fn while_the_folder_can_not_be_written_the_users_own_has_the_work() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let mut kept = open(&folder);
        session(&mut kept, 1, &[insert("a1", "one")]);
        kept.keeper.write(2, &kept.annotations, &kept.history).unwrap();
        fs::create_dir_all(folder.path().join("data")).unwrap();
        let lock = |mode| {
            fs::set_permissions(main_file(&folder), PermissionsExt::from_mode(mode)).unwrap();
        };
        // A file marked read-only is not written over, whoever asks.
        lock(0o444);
        let mut kept = open(&folder);
        session(&mut kept, 1, &[insert("a2", "two")]);
        let place = kept.keeper.write(2, &kept.annotations, &kept.history).unwrap().unwrap();
        assert!(place.starts_with(folder.path().join("data")), "{place:?}");
        let mut again = open(&folder);
        assert_eq!(texts(&again), ["one", "two"]);
        lock(0o644);
        session(&mut again, 1, &[insert("a3", "three")]);
        let place = again.keeper.write(2, &again.annotations, &again.history).unwrap().unwrap();
        assert_eq!(place, main_file(&folder));
        assert!(!again.keeper.file.own().unwrap().exists());
        assert_eq!(texts(&open(&folder)), ["one", "two", "three"]);
    }
}
