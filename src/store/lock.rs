//! Who works on a dossier: a file beside the analyst's, locked for as long as a window has the dossier
//! open. The system lets the lock go when its holder ends, however it ends.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Who holds a lock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The name of the machine.
    pub host: String,
    /// The number of the process.
    pub process: u32,
    /// Since when.
    pub since: Timestamp,
}

impl Holder {
    fn this() -> Self {
        Self {
            host: gethostname::gethostname().to_string_lossy().into_owned(),
            process: std::process::id(),
            since: Timestamp::now(),
        }
    }
}

/// `process 4711 on harbour, since 10:20`, in the time of this machine.
impl std::fmt::Display for Holder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let since = self.since.to_zoned(jiff::tz::TimeZone::system());
        let today = Timestamp::now().to_zoned(jiff::tz::TimeZone::system()).date();
        let day = if since.date() == today { String::new() } else { format!("{}, ", since.date()) };
        let (hour, minute) = (since.hour(), since.minute());
        write!(f, "process {} on {}, since {day}{hour:02}:{minute:02}", self.process, self.host)
    }
}

/// A lock that is held.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    _file: File,
}

/// What came of taking a lock.
#[derive(Debug)]
pub(super) enum Taken {
    /// It is held from now on; without one where the file system knows no locks.
    Mine(Option<Lock>),
    /// Another holds it; who, where that can be read.
    Held(Option<Holder>),
}

impl Lock {
    /// Takes the lock of an analyst's file.
    pub(super) fn take(annotations: &Path) -> std::io::Result<Taken> {
        let path = annotations.with_extension("lock");
        loop {
            let mut file = OpenOptions::new()
                .read(true)
                .write(true)
                .create(true)
                .truncate(false)
                .open(&path)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Ok(Taken::Held(read(&mut file))),
                Err(TryLockError::Error(error)) => {
                    log::warn!("{} can't be locked: {error}", path.display());
                    return Ok(Taken::Mine(None));
                }
            }
            // Its last holder may have taken the file away between opening and locking.
            if !is_at(&file, &path) {
                continue;
            }
            let words = serde_json::to_string(&Holder::this()).unwrap_or_default();
            file.set_len(0)?;
            file.write_all(words.as_bytes())?;
            return Ok(Taken::Mine(Some(Self { path, _file: file })));
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Who finds the file without its lock takes it all the same.
        let _may_be_gone = fs::remove_file(&self.path);
    }
}

fn read(file: &mut File) -> Option<Holder> {
    let mut words = String::new();
    file.rewind().ok()?;
    file.read_to_string(&mut words).ok()?;
    serde_json::from_str(&words).ok()
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let same = |one: &fs::Metadata, other: &fs::Metadata| {
        (one.dev(), one.ino()) == (other.dev(), other.ino())
    };
    let (Ok(open), Ok(there)) = (file.metadata(), fs::metadata(path)) else { return false };
    same(&open, &there)
}

/// Elsewhere a file that is open is not taken away.
#[cfg(not(unix))]
fn is_at(_file: &File, _path: &Path) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_holder_is_told_who_the_first_is_until_that_lets_go() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("x.annotations.ron");
        let first = Lock::take(&file).unwrap();
        assert!(matches!(first, Taken::Mine(Some(_))));
        let Taken::Held(Some(holder)) = Lock::take(&file).unwrap() else { panic!("not held") };
        assert_eq!(holder.process, std::process::id());
        assert!(holder.to_string().contains(&format!("process {} on ", std::process::id())));
        drop(first);
        assert!(matches!(Lock::take(&file).unwrap(), Taken::Mine(Some(_))));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_stale_file_blocks_nobody() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("x.annotations.ron");
        for left in ["", "damaged", r#"{"host":"gone","process":1,"since":"2026-11-21T10:00:00Z"}"#]
        {
            fs::write(file.with_extension("lock"), left).unwrap();
            assert!(matches!(Lock::take(&file).unwrap(), Taken::Mine(Some(_))), "{left}");
        }
    }
}
