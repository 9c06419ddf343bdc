//! Writes what a brief is exported to, and looks at what stands there already.

use std::fs;
use std::path::{Path, PathBuf};

use super::{SaveError, exists, save};
use crate::anchor::fingerprint_of;

/// Writes a file, and before it those that it names, by their paths below its folder. Each is replaced whole or
/// stays as it was.
///
/// # Errors
/// One could not be written; the file itself is then as it was.
pub fn save_with(path: &Path, main: &[u8], beside: &[(String, Vec<u8>)]) -> Result<(), SaveError> {
    let folder = path.parent().unwrap_or(Path::new(""));
    for (name, bytes) in beside {
        // `join` would take an absolute path for all of it.
        let place = name.split('/').fold(folder.to_owned(), |place, part| place.join(part));
        if let Some(inside) = place.parent().filter(|inside| *inside != folder && !exists(inside)) {
            fs::create_dir(inside).map_err(|error| SaveError::Refused(inside.to_owned(), error))?;
        }
        save(&place, bytes)?;
    }
    save(path, main)
}

/// What stands where a brief is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The file.
    pub path: PathBuf,
    /// Its SHA-256.
    pub sha256: String,
    /// What it says, where it is text.
    pub text: Option<String>,
}

impl Standing {
    /// Looks at a path; `None` where nothing stands there. What can't be read stands there all the same.
    pub fn at(path: &Path) -> Option<Self> {
        if !exists(path) {
            return None;
        }
        let bytes = fs::read(path).unwrap_or_default();
        let sha256 = fingerprint_of(&bytes);
        Some(Self { path: path.to_owned(), sha256, text: String::from_utf8(bytes).ok() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_beside_is_written_first_and_in_its_folder() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("note.md");
        let beside = [("note-charts/chart-1.png".to_owned(), vec![1, 2])];
        save_with(&path, b"x", &beside).unwrap();
        save_with(&path, b"y", &beside).unwrap();
        assert_eq!(fs::read(folder.path().join("note-charts/chart-1.png")).unwrap(), [1, 2]);
        let standing = Standing::at(&path).unwrap();
        assert_eq!(standing.text.as_deref(), Some("y"));
        assert_eq!(standing.sha256, fingerprint_of(b"y"));
        assert_eq!(Standing::at(&folder.path().join("none")), None);
        let nowhere = folder.path().join("no/such.md");
        assert!(matches!(save_with(&nowhere, b"x", &[]), Err(SaveError::NoFolder(_))));
    }
}
