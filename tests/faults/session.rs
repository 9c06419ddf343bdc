//! A busy session on the work of one analyst: the same changes for the same seed.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use dossier::annotations::{Annotation, AnnotationKind, Annotations, Change, Edit, History, Pin};
use dossier::store::{AnnotationsFile, KeepError, Keeper, Kept, Origin};
use jiff::Timestamp;

/// Opens the work in a folder as a window does.
pub fn open(folder: &Path) -> Result<Kept, KeepError> {
    let origin = Origin::File(folder.join("x.dossier.ron"));
    let file = AnnotationsFile::within(&origin, Some(folder.join("data")));
    Keeper::open(file, "A dossier")
}

/// The work of a session as it should be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Work {
    pub annotations: Annotations,
    pub history: History,
}

/// Changes that look random and are the same for the same seed (`SplitMix64`; Steele, Lea and Flood,
/// *Fast splittable pseudorandom number generators*, 2014).
pub struct Changes {
    state: u64,
    count: usize,
}

impl Changes {
    pub fn new(seed: u64) -> Self {
        Self { state: seed, count: 0 }
    }

    pub fn below(&mut self, bound: usize) -> usize {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) >> 32) as usize % bound
    }

    /// The next change to work as it is: mostly typing a long remark on.
    pub fn next(&mut self, work: &Annotations) -> Change {
        self.count += 1;
        let first = work.annotations.first();
        match self.below(20) {
            0 | 1 => Change::Undo,
            2 => Change::Redo,
            3 => Change::EndTyping,
            4 => {
                let pin = Pin::Item(format!("item-{}", self.below(50)));
                let pinned = work.is_pinned(&pin);
                Change::Edit(if pinned { Edit::Unpin { pin } } else { Edit::Pin { at: 0, pin } })
            }
            5 if work.annotations.len() > 30 => {
                let id = first.map(|annotation| annotation.id.clone()).unwrap_or_default();
                Change::Edit(Edit::Remove { id })
            }
            5 | 6 => self.insert(work),
            _ => match work.annotations.last() {
                Some(annotation) => {
                    let text = format!("{} word-{}", annotation.text, self.count);
                    // Of a very long remark the end is cut.
                    let text = if text.len() > 4_000 { "begun anew".to_owned() } else { text };
                    Change::Type(Edit::Rewrite {
                        id: annotation.id.clone(),
                        kind: AnnotationKind::Remark,
                        text,
                        tags: Vec::new(),
                        modified: Timestamp::UNIX_EPOCH,
                    })
                }
                None => self.insert(work),
            },
        }
    }

    fn insert(&mut self, work: &Annotations) -> Change {
        let annotation = Annotation {
            id: work.free_id(),
            on: "wang-yi".to_owned(),
            passage: None,
            answers: None,
            kind: AnnotationKind::Question,
            text: format!("“Über” 王毅 {}\n", self.below(1_000_000)),
            tags: vec!["follow up".to_owned()],
            created: Timestamp::UNIX_EPOCH,
            modified: Timestamp::UNIX_EPOCH,
        };
        let at = work.annotations.len();
        Change::Type(Edit::Insert { at, annotation })
    }
}

impl Work {
    /// Carries a change out. Whether it changed anything and is to be journaled.
    pub fn carry_out(&mut self, change: Change) -> bool {
        self.history.carry_out(change, &mut self.annotations).is_some()
    }
}

/// Changes the work without end. Each line that it prints says how many changes are on the disk.
pub fn endless(folder: &Path, seed: &str) -> ExitCode {
    let Ok(Kept { annotations, history, mut keeper, .. }) = open(folder) else {
        return ExitCode::FAILURE;
    };
    let mut work = Work { annotations, history };
    let mut changes = Changes::new(seed.parse().unwrap_or(0));
    let (mut number, mut kept) = (0_u64, 0);
    let mut out = std::io::stdout();
    loop {
        let mut batch = Vec::new();
        while batch.len() < 3 {
            let change = changes.next(&work.annotations);
            if work.carry_out(change.clone()) {
                batch.push(change);
            }
        }
        number += 1;
        if keeper.note(number, &batch).is_err() {
            return ExitCode::FAILURE;
        }
        kept += batch.len();
        if writeln!(out, "{kept}").and_then(|()| out.flush()).is_err() {
            return ExitCode::SUCCESS;
        }
        if number.is_multiple_of(5) {
            number += 1;
            if keeper.write(number, &work.annotations, &work.history).is_err() {
                return ExitCode::FAILURE;
            }
        }
    }
}

/// The exit code of [`one_save`] where nothing was acknowledged.
pub const NOTHING: u8 = 10;
/// Where only the journal was.
pub const JOURNAL: u8 = 11;
/// Where the file was.
pub const FILE: u8 = 12;

/// Makes one change, and journals it, or writes the file, or both, as the seed has it. Says by its exit code
/// what was acknowledged.
pub fn one_save(folder: &Path, seed: &str) -> ExitCode {
    let Ok(Kept { annotations, history, mut keeper, .. }) = open(folder) else {
        return ExitCode::from(NOTHING);
    };
    let mut work = Work { annotations, history };
    let seed: u64 = seed.parse().unwrap_or(0);
    let change = Changes::new(seed).insert(&work.annotations);
    work.carry_out(change.clone());
    let noted = seed % 3 != 1 && keeper.note(1, &[change]).is_ok();
    let written = seed % 3 != 2 && keeper.write(2, &work.annotations, &work.history).is_ok();
    ExitCode::from(if written {
        FILE
    } else if noted {
        JOURNAL
    } else {
        NOTHING
    })
}

/// The work after [`one_save`].
pub fn after_one_save(before: &Work, seed: u64) -> Work {
    let mut work = before.clone();
    let change = Changes::new(seed).insert(&work.annotations);
    work.carry_out(change);
    work
}
