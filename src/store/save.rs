//! Writes a file so that it holds the old content or the new, whole, whatever happens meanwhile.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Why a file was not written. What it held before is still there.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The file is marked read-only.
    #[error("{} is marked read-only; nothing was written", .0.display())]
    ReadOnly(PathBuf),
    /// The path is a folder.
    #[error("{} is a folder; add a file name", .0.display())]
    Folder(PathBuf),
    /// The folder does not exist.
    #[error("the folder {} does not exist", .0.display())]
    NoFolder(PathBuf),
    /// The system refused.
    #[error("{} can't be written: {}", .0.display(), .1)]
    Refused(PathBuf, std::io::Error),
}

impl SaveError {
    /// Whether the place can't be written at all, so that another one is needed.
    pub fn is_lack_of_permission(&self) -> bool {
        match self {
            Self::ReadOnly(_) => true,
            Self::Refused(_, error) => matches!(
                error.kind(),
                std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem
            ),
            Self::Folder(_) | Self::NoFolder(_) => false,
        }
    }
}

/// Replaces a file's content whole, or creates it: a temporary file beside it, flushed to the disk,
/// takes its name, and the folder is flushed in turn. A link is followed, the mode is kept, a
/// read-only file is left alone.
///
/// # Errors
/// See [`SaveError`].
pub fn save(path: &Path, content: &[u8]) -> Result<(), SaveError> {
    let refused = |error| SaveError::Refused(path.to_owned(), error);
    // The temporary file takes the place of what a link leads to, not of the link.
    let target = match fs::canonicalize(path) {
        Ok(target) => target,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => path.to_owned(),
        Err(error) => return Err(refused(error)),
    };
    let folder = match target.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => return Err(SaveError::Folder(target)),
    };
    let permissions = match fs::metadata(&target) {
        Ok(metadata) if metadata.is_dir() => return Err(SaveError::Folder(target)),
        Ok(metadata) if metadata.permissions().readonly() => {
            return Err(SaveError::ReadOnly(target));
        }
        Ok(metadata) => Some(metadata.permissions()),
        Err(_) if !folder.is_dir() => return Err(SaveError::NoFolder(folder.to_owned())),
        Err(_) => None,
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".dossier-").suffix(".tmp");
    // Unlike a private temporary file, a new document gets the mode that the user's umask gives.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut temporary = builder.tempfile_in(folder).map_err(refused)?;
    temporary.write_all(content).map_err(refused)?;
    if let Some(permissions) = permissions {
        temporary.as_file().set_permissions(permissions).map_err(refused)?;
    }
    temporary.as_file().sync_all().map_err(refused)?;
    temporary.persist(&target).map_err(|error| refused(error.error))?;
    sync_folder(folder).map_err(refused)
}

#[cfg(unix)]
pub(super) fn sync_folder(folder: &Path) -> std::io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Elsewhere a folder can't be opened as a file, and renaming is journaled.
#[cfg(not(unix))]
pub(super) fn sync_folder(_folder: &Path) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("brief.md");
        save(&path, b"first and long").unwrap();
        save(&path, b"second").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"second");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn absent_folders_and_folders_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let absent = folder.path().join("absent/brief.md");
        assert!(matches!(save(&absent, b""), Err(SaveError::NoFolder(_))));
        assert!(matches!(save(folder.path(), b""), Err(SaveError::Folder(_))));
    }

    #[cfg(unix)]
    #[test]
    fn links_modes_and_read_only_files_are_respected() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let real = folder.path().join("real.md");
        let link = folder.path().join("link.md");
        fs::write(&real, "old").unwrap();
        fs::set_permissions(&real, PermissionsExt::from_mode(0o640)).unwrap();
        symlink(&real, &link).unwrap();
        save(&link, b"new").unwrap();
        assert!(link.is_symlink());
        assert_eq!(fs::read(&real).unwrap(), b"new");
        assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);

        fs::set_permissions(&real, PermissionsExt::from_mode(0o440)).unwrap();
        assert!(matches!(save(&link, b"newer"), Err(SaveError::ReadOnly(_))));
        assert_eq!(fs::read(&real).unwrap(), b"new");
    }
}
