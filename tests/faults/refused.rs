//! Each system call of a save made to fail in turn: the old state or the new is there, whole, and what was
//! acknowledged is.

use std::path::Path;
use std::process::{Command, Stdio};

use super::Outcome;
use super::session::{FILE, JOURNAL, NOTHING, Work, after_one_save, open};

/// System calls that saving makes, each with the errors that are tried.
const CALLS: [(&str, &[&str]); 11] = [
    ("openat", &["ENOSPC", "EACCES", "EROFS", "EIO"]),
    ("write", &["ENOSPC", "EDQUOT", "EIO"]),
    ("fsync", &["EIO", "ENOSPC", "EDQUOT"]),
    ("fdatasync", &["EIO", "ENOSPC"]),
    ("rename", &["EXDEV", "EACCES", "EROFS", "ENOSPC", "EIO"]),
    ("renameat", &["EXDEV", "EACCES", "EROFS", "ENOSPC", "EIO"]),
    ("renameat2", &["EXDEV", "EACCES", "EROFS", "ENOSPC", "EIO"]),
    ("ftruncate", &["EIO", "ENOSPC"]),
    ("unlink", &["EACCES", "EROFS", "EIO"]),
    ("fchmod", &["EROFS", "EACCES"]),
    ("flock", &["ENOLCK", "EIO"]),
];

/// A call is not made more often than this by one save.
const MOST: usize = 60;

pub fn run() -> Outcome {
    const NAME: &str = "refused system calls";
    match Command::new("strace").args(["-o", "/dev/null", "true"]).stderr(Stdio::null()).status() {
        Ok(status) if status.success() => Outcome::of(NAME, refused()),
        Ok(_) => Outcome::left_out(NAME, "processes may not be traced here"),
        Err(error) => Outcome::left_out(NAME, &format!("strace can't be run: {error}")),
    }
}

fn refused() -> Result<String, String> {
    let (mut tried, mut old, mut new, mut told) = (0, 0, 0, 0);
    let ways = CALLS.iter().flat_map(|(call, errors)| {
        let ways = errors.iter().flat_map(move |error| ["", "+"].map(|on| (*call, *error, on)));
        ways.flat_map(|way| [0, 1, 2].map(|kind| (way, kind)))
    });
    for ((call, error, on), kind) in ways {
        for when in 1..=MOST {
            let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
            let seed = tried as u64 * 3 + kind;
            let before = prepare(folder.path())?;
            let log = folder.path().join("trace");
            let failing = format!("inject={call}:error={error}:when={when}{on}");
            let code = traced(folder.path(), &log, seed, call, &failing)?;
            let trace = std::fs::read_to_string(&log).unwrap_or_default();
            if !trace.contains("(INJECTED)") {
                break;
            }
            tried += 1;
            let acknowledged = matches!(code, Some(FILE | JOURNAL));
            told += usize::from(!acknowledged);
            let what = || format!("{call} number {when}{on} with {error}, way {kind}");
            let kept = open(folder.path()).map_err(|wrong| format!("{}: {wrong}", what()))?;
            if let Some((_, problem)) = kept.set_aside {
                return Err(format!("{}: damaged: {problem}", what()));
            }
            let there = kept.annotations;
            let after = after_one_save(&before, seed).annotations;
            if there == after {
                new += 1;
            } else if there == before.annotations {
                old += 1;
                if acknowledged {
                    return Err(format!("{}: what was acknowledged is lost", what()));
                }
            } else {
                return Err(format!("{}: neither the old state nor the new is there", what()));
            }
        }
    }
    Ok(format!(
        "{tried} made to fail; the old state was there {old} times, the new one {new} times, a damaged \
         one never; in {told} the save was refused and told, the others did no harm"
    ))
}

/// Work that is on the disk already.
pub fn prepare(folder: &Path) -> Result<Work, String> {
    let mut kept = open(folder).map_err(|error| error.to_string())?;
    let work = Work { annotations: kept.annotations, history: kept.history };
    let work = after_one_save(&work, 77);
    kept.keeper.write(1, &work.annotations, &work.history).map_err(|error| error.to_string())?;
    Ok(work)
}

/// Runs a save of which one system call fails. Returns its exit code.
fn traced(
    folder: &Path,
    log: &Path,
    seed: u64,
    call: &str,
    failing: &str,
) -> Result<Option<u8>, String> {
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let status = Command::new("strace")
        .args(["-f", "-qq", "-o"])
        .arg(log)
        .arg("-e")
        .arg(format!("trace={call}"))
        .arg("-e")
        .arg(failing)
        .arg(program)
        .arg("one-save")
        .arg(folder)
        .arg(seed.to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .map_err(|error| error.to_string())?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.filter(|code| [NOTHING, JOURNAL, FILE].contains(code)))
}
