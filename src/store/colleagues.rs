//! The files of the analysts who share a dossier's folder. Each writes one, and reads all.

use std::fs;
use std::path::{Path, PathBuf};

use super::{AnnotationsFile, FileState, Origin, SaveError, save};
use crate::annotations::Annotations;

/// The work of somebody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// As the file is signed, or else as it is named.
    pub name: String,
    /// Their work.
    pub annotations: Annotations,
}

/// The files of the others beside a dossier, by name, each as its directory entry has it.
pub fn colleagues_files(origin: &Origin, own: Option<&Path>) -> Vec<(PathBuf, FileState)> {
    let Some(folder) = origin.folder() else { return Vec::new() };
    let stem = origin.stem();
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<(PathBuf, FileState)> = entries
        .map(|entry| entry.path())
        .filter(|path| who(path, &stem).is_some() && Some(path.as_path()) != own)
        .map(|path| (path.clone(), FileState::of(&path)))
        .collect();
    files.sort();
    files
}

/// Their work. A file that can't be read just now, because it is being copied, is left out.
pub fn read_colleagues(origin: &Origin, files: &[(PathBuf, FileState)]) -> Vec<Colleague> {
    let stem = origin.stem();
    let read = |(path, _): &(PathBuf, FileState)| {
        let annotations = AnnotationsFile::look_at(path).ok()?;
        let signed = Some(annotations.analyst.trim()).filter(|name| !name.is_empty());
        let name = signed.map(ToOwned::to_owned).or_else(|| who(path, &stem))?;
        Some(Colleague { name, annotations })
    };
    files.iter().filter_map(read).collect()
}

/// Who a file beside a dossier is of: `WHO` of `NAME.annotations.WHO.ron`. One without a name is somebody's.
fn who(path: &Path, stem: &str) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    let middle = name.strip_prefix(stem)?.strip_prefix(".annotations")?.strip_suffix("ron")?;
    let who = middle.trim_matches('.');
    Some(if who.is_empty() { "Somebody".to_owned() } else { who.to_owned() })
}

/// The part of a file's name that stands for an analyst.
pub(super) fn who_of(name: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() { c } else { '-' };
    let who: String = name.trim().chars().map(plain).take(60).collect();
    let parts: Vec<&str> = who.split('-').filter(|part| !part.is_empty()).collect();
    parts.join("-")
}

fn name_file(data_folder: &Path) -> PathBuf {
    data_folder.join("analyst.txt")
}

/// The name that the person gave for all dossiers.
pub fn own_name(data_folder: &Path) -> Option<String> {
    let name = fs::read_to_string(name_file(data_folder)).ok()?;
    Some(name.trim().to_owned()).filter(|name| !name.is_empty())
}

/// Whether the person was asked for a name, given or not.
pub fn was_asked_for_name(data_folder: &Path) -> bool {
    name_file(data_folder).exists()
}

/// Keeps the name; an empty one says that the person was asked and gave none.
///
/// # Errors
/// The user's data folder can't be written.
pub fn keep_own_name(data_folder: &Path, name: &str) -> Result<(), SaveError> {
    fs::create_dir_all(data_folder)
        .map_err(|error| SaveError::Refused(data_folder.to_owned(), error))?;
    save(&name_file(data_folder), format!("{}\n", name.trim()).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_by_their_names() {
        let who = |name: &str| who(Path::new(name), "x");
        assert_eq!(who("x.annotations.ALICE.ron").as_deref(), Some("ALICE"));
        assert_eq!(who("x.annotations.ron").as_deref(), Some("Somebody"));
        assert_eq!(who("x.annotations.王毅.ron").as_deref(), Some("王毅"));
        for other in [
            "x.dossier.ron",
            "xy.annotations.ron",
            "x.annotations.journal",
            "x.annotations.ron.tmp",
        ] {
            assert_eq!(who(other), None, "{other}");
        }
        assert_eq!(who_of(" A. Nalyst/../x "), "A-Nalyst-x");
    }

    #[test]
    fn the_name_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(own_name(folder.path()), None);
        keep_own_name(folder.path(), " Ada Quay ").unwrap();
        assert_eq!(own_name(folder.path()).as_deref(), Some("Ada Quay"));
    }
}
