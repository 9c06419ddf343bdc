//! Both loaders on texts that were changed at random: whatever comes, they end, and say what is wrong.
//!
//! The corpus is every dossier of `tests/damaged`, in which each mistake is one that a person makes, and
//! analysts' files; the changes are those of mutational fuzzers (B. P. Miller and others, 1990): bytes
//! flipped, pieces cut, doubled and taken from another text.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use dossier::store::{AnnotationsFile, LoadError, Origin, load_text};

use super::Outcome;
use super::session::{Changes, Work, after_one_save};

/// So many texts are tried with each loader.
const RUNS: usize = 4_000;

pub fn run() -> Outcome {
    // What a panic says is no help here, and there would be much of it.
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| ()));
    let tried = tried();
    std::panic::set_hook(before);
    Outcome::of("damaged texts", tried)
}

fn tried() -> Result<String, String> {
    let wrong = |error: std::io::Error| error.to_string();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/damaged");
    let mut dossiers = Vec::new();
    for entry in std::fs::read_dir(&folder).map_err(wrong)?.flatten() {
        dossiers.push(std::fs::read(entry.path()).map_err(wrong)?);
    }
    let mut chance = Changes::new(2_026);
    let (mut opened, mut refused) = (0, 0);
    for run in 0..RUNS {
        let bytes = changed(&dossiers, &mut chance);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let loaded =
            catch_unwind(AssertUnwindSafe(|| load_text(&text, Origin::Bundled, &|_| true)));
        match loaded {
            Ok(Ok(_)) => opened += 1,
            Ok(Err(LoadError::Problems(problems))) if !problems.is_empty() => refused += 1,
            Ok(Err(error)) => return Err(format!("dossier {run}: {error} without a problem")),
            Err(_) => return Err(format!("dossier {run} made the loader panic: {text:?}")),
        }
    }
    let (mut read, mut set_aside) = (0, 0);
    let works = analysts_files()?;
    let place = tempfile::tempdir().map_err(wrong)?;
    let file = place.path().join("x.annotations.ron");
    for run in 0..RUNS {
        let bytes = changed(&works, &mut chance);
        std::fs::write(&file, &bytes).map_err(wrong)?;
        match catch_unwind(|| AnnotationsFile::look_at(&file)) {
            Ok(Ok(_)) => read += 1,
            Ok(Err(message)) if message.len() > 10 => set_aside += 1,
            Ok(Err(message)) => return Err(format!("analyst's file {run}: only {message:?}")),
            Err(_) => return Err(format!("analyst's file {run} made the loader panic: {bytes:?}")),
        }
    }
    Ok(format!(
        "{RUNS} dossiers: {opened} opened, {refused} refused with their mistakes; {RUNS} analysts’ files: \
         {read} read, {set_aside} refused; no panic"
    ))
}

/// Files of analysts with one to five annotations.
fn analysts_files() -> Result<Vec<Vec<u8>>, String> {
    let mut files = Vec::new();
    let mut work = Work::default();
    for seed in 1..=5 {
        work = after_one_save(&work, seed);
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let origin = Origin::File(folder.path().join("x.dossier.ron"));
        let file = AnnotationsFile::within(&origin, None);
        let place = file.write(&work.annotations).map_err(|error| error.to_string())?;
        files.push(std::fs::read(place).map_err(|error| error.to_string())?);
    }
    Ok(files)
}

/// One of the texts with one to four changes.
fn changed(corpus: &[Vec<u8>], chance: &mut Changes) -> Vec<u8> {
    let mut bytes = corpus.get(chance.below(corpus.len())).cloned().unwrap_or_default();
    for _ in 0..=chance.below(4) {
        let at = chance.below(bytes.len() + 1);
        let end = (at + chance.below(40)).min(bytes.len());
        match chance.below(6) {
            0 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << chance.below(8);
                }
            }
            1 => drop(bytes.drain(at..end)),
            2 => {
                let piece = bytes.get(at..end).unwrap_or_default().to_vec();
                bytes.splice(at..at, piece);
            }
            3 => {
                let other = corpus.get(chance.below(corpus.len())).cloned().unwrap_or_default();
                let from = chance.below(other.len() + 1);
                let to = (from + chance.below(60)).min(other.len());
                let piece = other.get(from..to).unwrap_or_default().to_vec();
                bytes.splice(at..end, piece);
            }
            4 => {
                let marks = b"()[]{},:\"\\\0\xff\xe2\n9-";
                let mark = marks.get(chance.below(marks.len())).copied();
                bytes.splice(at..at, mark);
            }
            _ => bytes.truncate(at),
        }
    }
    bytes
}
