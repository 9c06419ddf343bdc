//! The journal beside the analyst's file: what was changed since that was written whole. Each change is
//! flushed to the disk, so that a program that is killed, and a machine that loses its power, lose none.
//!
//! A journal holds the work that it goes back to and then the changes, a line each, with a checksum in
//! front. A line that was not written to its end, and whatever stands behind it, does not count.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::save::{SaveError, sync_folder};
use crate::anchor::fingerprint;
use crate::annotations::{Annotations, Change, History};

/// The version of the lines.
const FORMAT: u32 = 1;

/// Characters of the checksum that begins a line.
const CHECKSUM: usize = 16;

/// A line.
#[derive(Serialize, Deserialize)]
enum Line {
    /// The first: what the changes go back to.
    Begin { format: u32, base: Annotations },
    /// One change.
    Change(Change),
}

/// A journal that can be written to.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
    /// How long it is up to the end of the last whole line; `None` before it is begun.
    length: Option<u64>,
}

/// What stood in a journal.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ReadJournal {
    /// What the changes go back to.
    pub(super) base: Annotations,
    /// The changes, in their order.
    pub(super) changes: Vec<Change>,
    /// Whether a line that was written to its end is damaged, so that what stands behind it was passed
    /// over. Then the journal is not to be taken away.
    pub(super) damaged: bool,
}

impl ReadJournal {
    /// The work with all changes carried out.
    pub(super) fn replayed(&self, mut history: History) -> (Annotations, History) {
        let mut work = self.base.clone();
        for change in &self.changes {
            history.carry_out(change.clone(), &mut work);
        }
        (work, history)
    }
}

impl Journal {
    /// The journal of an analyst's file, not begun.
    pub(super) fn beside(annotations: &Path) -> Self {
        Self { path: path_beside(annotations), length: None }
    }

    /// Adds changes and flushes them. A journal that is not begun is begun with what they go back to.
    pub(super) fn add(&mut self, base: &Annotations, changes: &[Change]) -> Result<(), SaveError> {
        let refused = |error| SaveError::Refused(self.path.clone(), error);
        let mut text = String::new();
        if self.length.is_none() {
            push_line(&Line::Begin { format: FORMAT, base: base.clone() }, &mut text);
        }
        for change in changes {
            push_line(&Line::Change(change.clone()), &mut text);
        }
        let begun = self.length.is_some();
        let from = self.length.unwrap_or(0);
        let mut file =
            OpenOptions::new().create(true).append(true).open(&self.path).map_err(refused)?;
        // A journal that somebody took away lacks what goes before.
        if file.metadata().map_err(refused)?.len() < from {
            let gone = std::io::Error::new(std::io::ErrorKind::NotFound, "it was taken away");
            return Err(refused(gone));
        }
        // What an attempt that failed left half written would make this unreadable.
        file.set_len(from).map_err(refused)?;
        file.write_all(text.as_bytes()).map_err(refused)?;
        file.sync_data().map_err(refused)?;
        if !begun && let Some(folder) = self.path.parent() {
            sync_folder(folder).map_err(refused)?;
        }
        self.length = Some(from + text.len() as u64);
        Ok(())
    }

    /// Takes the journal away: what it held stands in the analyst's file.
    pub(super) fn end(&mut self) -> Result<(), SaveError> {
        self.length = None;
        remove(&self.path)
    }

    /// Its file.
    #[cfg(test)]
    fn path(&self) -> &Path {
        &self.path
    }
}

/// Takes the journal of an analyst's file away, where there is one.
pub(super) fn remove(path: &Path) -> Result<(), SaveError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(SaveError::Refused(path.to_owned(), error))
        }
        _ => Ok(()),
    }
}

/// Where the journal of an analyst's file stands.
pub(super) fn path_beside(annotations: &Path) -> PathBuf {
    annotations.with_extension("journal")
}

/// Reads a journal; nothing where there is none, or where not even its beginning was written.
pub(super) fn read(path: &Path) -> std::io::Result<Option<ReadJournal>> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut lines = bytes.split_inclusive(|byte| *byte == b'\n');
    let (base, mut damaged) = match lines.next().map(|line| (line_of(line), line)) {
        Some((Some(Line::Begin { format: FORMAT, base }), _)) => (base, false),
        // Nothing was acknowledged before its beginning was on the disk.
        None => return Ok(None),
        Some((_, line)) if !line.ends_with(b"\n") => return Ok(None),
        Some(_) => (Annotations::default(), true),
    };
    let mut changes = Vec::new();
    for line in lines {
        match line_of(line) {
            Some(Line::Change(change)) if !damaged => changes.push(change),
            _ => {
                damaged |= line.ends_with(b"\n");
                break;
            }
        }
    }
    Ok(Some(ReadJournal { base, changes, damaged }))
}

fn push_line(line: &Line, text: &mut String) {
    // Writing plain structs of texts to memory has no way to fail.
    let words = serde_json::to_string(line).unwrap_or_default();
    text.push_str(checksum(&words).as_str());
    text.push(' ');
    text.push_str(&words);
    text.push('\n');
}

/// A line that was written to its end.
fn line_of(bytes: &[u8]) -> Option<Line> {
    let text = std::str::from_utf8(bytes.strip_suffix(b"\n")?).ok()?;
    let (sum, words) = text.split_once(' ')?;
    (sum == checksum(words)).then(|| serde_json::from_str(words).ok()).flatten()
}

fn checksum(words: &str) -> String {
    fingerprint(words).chars().take(CHECKSUM).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotations::Edit;

    fn sign(name: &str) -> Change {
        Change::Edit(Edit::Sign { analyst: name.to_owned() })
    }

    #[test]
    fn what_was_added_is_read_up_to_wherever_it_was_cut_off() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("x.annotations.ron");
        let mut journal = Journal::beside(&file);
        let base = Annotations::default();
        journal.add(&base, &[sign("one"), sign("two\nlines")]).unwrap();
        journal.add(&base, &[sign("three")]).unwrap();
        let bytes = fs::read(journal.path()).unwrap();
        let whole = read(journal.path()).unwrap().unwrap();
        assert_eq!(whole.changes, [sign("one"), sign("two\nlines"), sign("three")]);
        assert_eq!(whole.replayed(History::default()).0.analyst, "three");
        let ends: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at] == b'\n').collect();
        for cut in 0..=bytes.len() {
            fs::write(journal.path(), &bytes[..cut]).unwrap();
            let read = read(journal.path()).unwrap();
            let lines = ends.iter().filter(|end| **end < cut).count();
            let changes = read.map(|read| read.changes.len());
            assert_eq!(changes, lines.checked_sub(1), "cut at {cut}");
        }
    }

    #[test]
    fn a_byte_that_changed_ends_what_counts() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("x.annotations.ron");
        let mut journal = Journal::beside(&file);
        let base = Annotations::default();
        journal.add(&base, &[sign("one"), sign("two"), sign("three")]).unwrap();
        let bytes = fs::read(journal.path()).unwrap();
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            fs::write(journal.path(), &damaged).unwrap();
            let line = memchr::memchr_iter(b'\n', &bytes[..at]).count();
            let expected = [sign("one"), sign("two"), sign("three")];
            let whole = line.saturating_sub(1);
            // A line that lost its end, and is the last, may not have been written to it.
            let last = at + 1 == bytes.len();
            let read = read(journal.path()).unwrap().unwrap();
            assert_eq!((&read.changes[..], read.damaged), (&expected[..whole], !last), "{at}");
        }
    }

    #[test]
    fn what_a_failed_attempt_left_is_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("x.annotations.ron");
        let mut journal = Journal::beside(&file);
        let base = Annotations::default();
        journal.add(&base, &[sign("one")]).unwrap();
        let mut half = OpenOptions::new().append(true).open(journal.path()).unwrap();
        half.write_all(b"0123 half a li").unwrap();
        journal.add(&base, &[sign("two")]).unwrap();
        let read = read(journal.path()).unwrap().unwrap();
        assert_eq!(read.changes, [sign("one"), sign("two")]);
    }
}
