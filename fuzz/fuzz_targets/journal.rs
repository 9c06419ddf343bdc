//! Whatever stands in the analyst's file and in the journal beside it: it is read without a panic, what
//! was not written to its end does not count, and changes lead back and meet as they should.
//!
//! The first byte chooses what the rest is:
//! - `0`: a journal as it stands on the disk, behind the analyst's file and a line `%%` where there is one;
//! - `1`: the same with lines of JSON, which get their checksums here;
//! - `2`: changes in RON, a line each: those of both sides, a line `%%`, ours, a line `%%`, theirs;
//! - `3`: the analyst's file.

#![no_main]

use std::collections::HashSet;
use std::fs;
use std::hash::Hash;
use std::path::PathBuf;
use std::sync::OnceLock;

use dossier::anchor::fingerprint;
use dossier::annotations::{Annotations, Change, Edit, History, merge};
use dossier::dossier::parse::{check_text, explain, ron_options};
use dossier::store::{AnnotationsFile, Origin};
use libfuzzer_sys::fuzz_target;

/// Characters of the checksum that begins a line.
const CHECKSUM: usize = 16;

fuzz_target!(|data: &[u8]| {
    let Some((choice, bytes)) = data.split_first() else { return };
    match choice % 4 {
        0 => {
            let (file, journal) = parts(bytes);
            on_disk(file, journal);
        }
        1 => {
            let (file, lines) = parts(bytes);
            let lines = String::from_utf8_lossy(lines);
            let journal: String = lines.split_inclusive('\n').map(with_checksum).collect();
            on_disk(file, journal.as_bytes());
        }
        2 => changed(&String::from_utf8_lossy(bytes)),
        _ => analysts_file(&String::from_utf8_lossy(bytes)),
    }
});

/// The analyst's file, where there is one, and the journal.
fn parts(bytes: &[u8]) -> (Option<&[u8]>, &[u8]) {
    let mark = b"\n%%\n";
    match bytes.windows(mark.len()).position(|window| window == mark) {
        Some(at) => (Some(&bytes[..=at]), &bytes[at + mark.len()..]),
        None => (None, bytes),
    }
}

fn with_checksum(line: &str) -> String {
    let words = line.strip_suffix('\n').unwrap_or(line);
    let sum: String = fingerprint(words).chars().take(CHECKSUM).collect();
    format!("{sum} {line}")
}

/// A folder for the files, one a process.
fn folder() -> &'static PathBuf {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = std::env::temp_dir().join(format!("dossier-fuzz-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a temporary folder is made");
        folder
    })
}

fn on_disk(file: Option<&[u8]>, journal: &[u8]) {
    let folder = folder();
    let place = folder.join("x.annotations.ron");
    match file {
        Some(bytes) => fs::write(&place, bytes).expect("the file is written"),
        None => {
            let _may_not_be_there = fs::remove_file(&place);
        }
    }
    let look = |journal: &[u8]| {
        fs::write(folder.join("x.annotations.journal"), journal).expect("the journal is written");
        AnnotationsFile::within(&Origin::File(folder.join("x.dossier.ron")), None).look()
    };
    let work = look(journal);
    // A line that was not written to its end does not count.
    let cut_off = [journal, &b"0123456789abcdef {\"Change\":"[..]].concat();
    assert_eq!(look(&cut_off), work);
    if let Ok(work) = work {
        is_read_as_written(&work);
    } else {
        let origin = Origin::File(folder.join("x.dossier.ron"));
        AnnotationsFile::within(&origin, None).look_at_newer();
    }
}

fn is_read_as_written(work: &Annotations) {
    let text = ron_options().to_string(work).expect("work is written");
    let read: Annotations = ron_options().from_str(&text).expect("what was written is read");
    assert_eq!(read, *work);
}

fn analysts_file(text: &str) {
    if check_text(text).is_err() {
        return;
    }
    match ron_options().from_str::<Annotations>(text) {
        Ok(work) => is_read_as_written(&work),
        Err(error) => {
            let problem = explain::<Annotations>(text, &error);
            let (line, column) = (problem.line, problem.column);
            let stands = match line.checked_sub(1) {
                None => column == 0,
                Some(line) => text
                    .split('\n')
                    .nth(line)
                    .is_some_and(|line| (1..=line.chars().count() + 1).contains(&column)),
            };
            assert!(stands, "{problem}");
        }
    }
}

/// Two sides go on from the same work, and are merged.
fn changed(text: &str) {
    let mut sides = text.splitn(3, "\n%%\n");
    let base = Side::default().after(sides.next().unwrap_or_default());
    let ours = base.clone().after(sides.next().unwrap_or_default());
    let theirs = base.clone().after(sides.next().unwrap_or_default());
    let merged = merge(&base.work, &ours.work, &theirs.work).annotations;
    let alone = merge(&base.work, &ours.work, &base.work).annotations;
    if base.is_sound && ours.is_sound && theirs.is_sound {
        assert_eq!(alone, ours.work);
        assert!(are_unique(merged.annotations.iter().map(|annotation| &annotation.id)));
        assert!(are_unique(merged.parallels.iter().map(|parallel| &parallel.id)));
        assert!(are_unique(merged.briefs.iter().map(|brief| &brief.id)));
    }
    for side in [base, ours, theirs] {
        is_read_as_written(&side.work);
        side.taken_back();
    }
}

/// Work with what was done to it.
#[derive(Clone)]
struct Side {
    work: Annotations,
    history: History,
    /// Whether all of it may come from the program, which never gives one id to two.
    is_sound: bool,
    /// Whether each change is a step to undo.
    is_undone_whole: bool,
}

impl Default for Side {
    fn default() -> Self {
        Self {
            work: Annotations::default(),
            history: History::default(),
            is_sound: true,
            is_undone_whole: true,
        }
    }
}

impl Side {
    fn after(mut self, lines: &str) -> Self {
        for line in lines.lines() {
            if let Ok(change) = ron_options().from_str::<Change>(line) {
                self.carry_out(change);
            }
        }
        self
    }

    fn carry_out(&mut self, change: Change) {
        match &change {
            Change::Edit(edit) | Change::Type(edit) | Change::Record(edit) => {
                self.is_sound &= keeps_its_key(edit);
                let reversed = reversed(edit.clone(), &self.work);
                self.is_sound &= is_sound(&reversed.after);
                if self.is_sound {
                    assert_eq!(reversed.before, self.work, "{edit:?} is not reversed");
                }
            }
            Change::Undo | Change::Redo | Change::EndTyping => {}
        }
        self.is_undone_whole &= !matches!(change, Change::Type(_) | Change::Record(_));
        self.history.carry_out(change, &mut self.work);
    }

    /// All of it is undone, made again and undone.
    fn taken_back(mut self) {
        let done = self.work.clone();
        // What was taken back before stands behind it.
        let redone = self.history.redo_name().is_none();
        for _ in 0..2 {
            while self.history.undo_name().is_some() {
                self.history.carry_out(Change::Undo, &mut self.work);
            }
            if self.is_sound && self.is_undone_whole {
                assert_eq!(self.work, Annotations::default());
            }
            while self.history.redo_name().is_some() {
                self.history.carry_out(Change::Redo, &mut self.work);
            }
            if self.is_sound && self.is_undone_whole && redone {
                assert_eq!(self.work, done);
            }
        }
    }
}

/// Work after an edit, and with that taken back.
struct Reversed {
    after: Annotations,
    before: Annotations,
}

fn reversed(edit: Edit, work: &Annotations) -> Reversed {
    let mut after = work.clone();
    let reverse = edit.apply(&mut after);
    let mut before = after.clone();
    if let Some(reverse) = reverse {
        reverse.apply(&mut before);
    }
    Reversed { after, before }
}

/// Whether a settlement is of the quotation that it is kept under.
fn keeps_its_key(edit: &Edit) -> bool {
    match edit {
        Edit::Settle { quotation, settlement: Some(settlement) } => {
            settlement.quotation == *quotation
        }
        _ => true,
    }
}

/// Whether work is as the program leaves it. Versions are kept in the order of their export, wherever
/// they stood: taking one back is no exact reverse.
fn is_sound(work: &Annotations) -> bool {
    let in_briefs = work.briefs.iter().all(|brief| {
        let entries = brief.sections.iter().flat_map(|section| &section.entries);
        let sections = brief.sections.iter().map(|section| &section.id);
        are_unique(sections.chain(entries.map(|entry| &entry.id)))
    });
    in_briefs
        && work.versions.is_empty()
        && are_unique(work.annotations.iter().map(|annotation| &annotation.id))
        && are_unique(work.parallels.iter().map(|parallel| &parallel.id))
        && are_unique(work.briefs.iter().map(|brief| &brief.id))
        && are_unique(work.pins.iter())
        && work.attachments.is_sorted_by(|one, other| one.source < other.source)
        && work.settlements.is_sorted_by(|one, other| one.quotation < other.quotation)
}

fn are_unique<T: Eq + Hash>(mut names: impl Iterator<Item = T>) -> bool {
    let mut seen = HashSet::new();
    names.all(|name| seen.insert(name))
}
