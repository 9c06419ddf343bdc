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
    /// Another folder stands where the file's was: a drive was pulled, and its mount point is empty.
    #[error("the folder {} is another than before; was its drive taken away?", .0.display())]
    Vanished(PathBuf),
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
            Self::ReadOnly(_) | Self::Vanished(_) => true,
            Self::Refused(_, error) => matches!(
                error.kind(),
                std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem
            ),
            Self::Folder(_) | Self::NoFolder(_) => false,
        }
    }
}

/// What tells a folder from another that takes its path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FolderId(u64, u64);

impl FolderId {
    /// The folder of a file; none where that can't be told.
    #[cfg(unix)]
    pub(super) fn of(file: &Path) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        let about = fs::metadata(folder_of(file)?).ok()?;
        Some(Self(about.dev(), about.ino()))
    }

    #[cfg(not(unix))]
    pub(super) fn of(_file: &Path) -> Option<Self> {
        None
    }
}

fn folder_of(file: &Path) -> Option<&Path> {
    let folder = file.parent()?;
    Some(if folder.as_os_str().is_empty() { Path::new(".") } else { folder })
}

/// Whether a file has to be written as it stands: it has other names too, or an owner that a new file could
/// not be given.
#[cfg(unix)]
pub(super) fn is_written_in_place(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let Ok(about) = fs::metadata(path) else { return false };
    let foreign = || {
        // Where no file can be made, making one says why.
        let probe = folder_of(path).and_then(|folder| tempfile::tempfile_in(folder).ok());
        probe.is_some_and(|probe| keep_owner(&probe, &about).is_err())
    };
    about.nlink() > 1 || foreign()
}

#[cfg(not(unix))]
pub(super) fn is_written_in_place(_path: &Path) -> bool {
    false
}

/// Gives a file the owner of the one whose name it is to take.
#[cfg(unix)]
fn keep_owner(file: &File, of: &fs::Metadata) -> std::io::Result<()> {
    use std::os::unix::fs::MetadataExt;
    let now = file.metadata()?;
    if (now.uid(), now.gid()) == (of.uid(), of.gid()) {
        return Ok(());
    }
    std::os::unix::fs::fchown(file, Some(of.uid()), Some(of.gid()))
}

#[cfg(not(unix))]
fn keep_owner(_file: &File, _of: &fs::Metadata) -> std::io::Result<()> {
    Ok(())
}

/// Writes over a file as it stands. A crash meanwhile leaves it cut off: who can't do with that keeps
/// the content elsewhere until this returns.
fn write_in_place(target: &Path, content: &[u8]) -> std::io::Result<()> {
    let mut file = fs::OpenOptions::new().write(true).open(target)?;
    file.write_all(content)?;
    file.set_len(content.len() as u64)?;
    file.sync_all()
}

/// Replaces a file's content whole, or creates it: a temporary file beside it, flushed to the disk,
/// takes its name, and the folder is flushed in turn. A link is followed, mode and owner are kept, a
/// read-only file is left alone. A file with other names, or with an owner that can't be kept, is written
/// as it stands.
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
    let Some(folder) = folder_of(&target) else { return Err(SaveError::Folder(target)) };
    let about = match fs::metadata(&target) {
        Ok(metadata) if metadata.is_dir() => return Err(SaveError::Folder(target)),
        Ok(metadata) if metadata.permissions().readonly() => {
            return Err(SaveError::ReadOnly(target));
        }
        Ok(_) if is_written_in_place(&target) => {
            return write_in_place(&target, content).map_err(refused);
        }
        Ok(metadata) => Some(metadata),
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
    if let Some(about) = about {
        keep_owner(temporary.as_file(), &about).map_err(refused)?;
        temporary.as_file().set_permissions(about.permissions()).map_err(refused)?;
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
    fn a_file_with_two_names_keeps_both() {
        let folder = tempfile::tempdir().unwrap();
        let (one, other) = (folder.path().join("one.md"), folder.path().join("other.md"));
        fs::write(&one, "old and rather long").unwrap();
        fs::hard_link(&one, &other).unwrap();
        save(&one, b"new").unwrap();
        assert_eq!(fs::read(&other).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[cfg(unix)]
    #[test]
    fn any_path_that_the_system_allows_is_written() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        let folder = tempfile::tempdir().unwrap();
        let long = [b'x'; 255];
        let names: [&[u8]; 6] =
            [b"a|b", b"line\nbreak", b"blanks  ", b"\xff\xfe", "王毅".as_bytes(), &long];
        for name in names {
            let path = folder.path().join(OsStr::from_bytes(name));
            save(&path, b"old").unwrap();
            save(&path, b"new").unwrap();
            assert_eq!(fs::read(&path).unwrap(), b"new", "{name:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn the_owner_stays_where_it_can_be_kept() {
        use std::os::unix::fs::{MetadataExt, chown};
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.md");
        fs::write(&path, "old").unwrap();
        // Only root may give a file away; everybody keeps what is their own.
        let given = chown(&path, Some(65_534), Some(65_534)).is_ok();
        let before = fs::metadata(&path).unwrap();
        save(&path, b"new").unwrap();
        let after = fs::metadata(&path).unwrap();
        assert_eq!((after.uid(), after.gid()), (before.uid(), before.gid()), "given away: {given}");
        assert_eq!(fs::read(&path).unwrap(), b"new");
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
