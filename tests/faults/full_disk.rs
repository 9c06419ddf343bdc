//! A disk of 256 kB that is filled by the work itself.

use std::path::Path;
use std::process::ExitCode;

use dossier::annotations::{AnnotationKind, Change, Edit};
use dossier::store::Kept;
use jiff::Timestamp;

use super::Outcome;
use super::session::open;

const NAME: &str = "full disk";

/// What keeps room to be freed, in bytes.
const BALLAST: usize = 128 * 1024;

pub fn run() -> Outcome {
    let script = "mount -t tmpfs -o size=256k none \"$1\"";
    Outcome::mounted(NAME, script, "fill", "no disk can be mounted here")
}

/// Fills the disk in a folder and sees what becomes of the work.
pub fn fill(folder: &Path) -> ExitCode {
    super::tell(filled(folder))
}

fn filled(folder: &Path) -> Result<String, String> {
    let wrong = |error: &dyn std::fmt::Display| error.to_string();
    let ballast = folder.join("ballast");
    std::fs::write(&ballast, vec![7; BALLAST]).map_err(|error| wrong(&error))?;
    let Kept { mut annotations, mut history, mut keeper, .. } =
        open(folder).map_err(|error| wrong(&error))?;
    let sign = |number: usize| {
        let analyst = format!("{number} {}", "x".repeat(2_000));
        Change::Edit(Edit::Sign { analyst })
    };
    let mut acknowledged = 0;
    let message = loop {
        let change = sign(acknowledged + 1);
        let (mut next, mut steps) = (annotations.clone(), history.clone());
        steps.carry_out(change.clone(), &mut next);
        match keeper.note(acknowledged as u64 + 1, &[change]) {
            Ok(()) => (annotations, history) = (next, steps),
            Err(error) => break error.to_string(),
        }
        acknowledged += 1;
        if acknowledged > 1_000 {
            return Err("the disk does not get full".to_owned());
        }
    };
    if !message.contains("No space left") {
        return Err(format!("the message does not say that the disk is full: {message}"));
    }
    // Killed now, the next start has what was acknowledged, though nothing can be written.
    let looked = |folder: &Path| {
        let origin = dossier::store::Origin::File(folder.join("x.dossier.ron"));
        dossier::store::AnnotationsFile::within(&origin, Some(folder.join("data"))).look()
    };
    let there = looked(folder)?;
    if there.analyst != annotations.analyst {
        return Err("what was acknowledged can't be read while the disk is full".to_owned());
    }
    // With room again, the same session goes on.
    std::fs::remove_file(&ballast).map_err(|error| wrong(&error))?;
    let change = Change::Edit(Edit::Rewrite {
        id: "none".to_owned(),
        kind: AnnotationKind::Remark,
        text: String::new(),
        tags: Vec::new(),
        modified: Timestamp::UNIX_EPOCH,
    });
    history.carry_out(change, &mut annotations);
    keeper
        .write(acknowledged as u64 + 2, &annotations, &history)
        .map_err(|error| format!("with room again: {error}"))?;
    drop(keeper);
    let again = open(folder).map_err(|error| wrong(&error))?;
    if again.annotations != annotations {
        return Err("with room again, the work is not what it was".to_owned());
    }
    Ok(format!(
        "{acknowledged} changes acknowledged before a disk of 256 kB was full, all of them there, told \
         (“{}”), and written when there was room again",
        message.rsplit(": ").next().unwrap_or_default()
    ))
}
