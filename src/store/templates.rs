//! Templates of briefs that the user added: files in a folder of theirs.

use std::fs;
use std::path::{Path, PathBuf};

/// How the name of a template's file ends.
pub const ENDING: &str = ".template.ron";

/// The folder of the user's templates, among the program's data.
pub fn templates_folder(data: &Path) -> PathBuf {
    data.join("templates")
}

/// The texts of all templates in a folder, by file name; what can't be read is told.
pub fn template_texts(folder: &Path) -> Vec<(PathBuf, Result<String, std::io::Error>)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.to_string_lossy().ends_with(ENDING));
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), template_text(&path))).collect()
}

/// The text of one template.
///
/// # Errors
/// It can't be read.
pub fn template_text(path: &Path) -> Result<String, std::io::Error> {
    fs::read_to_string(path)
}

/// Makes the folder of templates, with an example in it where it is new, and returns it.
///
/// # Errors
/// The system refused.
pub fn make_templates_folder(data: &Path, example: &str) -> Result<PathBuf, std::io::Error> {
    let folder = templates_folder(data);
    if !folder.is_dir() {
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(format!("example{ENDING}")), example)?;
    }
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_templates_are_read_and_what_is_there_is_left_alone() {
        let data = tempfile::tempdir().unwrap();
        assert!(template_texts(&templates_folder(data.path())).is_empty());
        let folder = make_templates_folder(data.path(), "(one)").unwrap();
        fs::write(folder.join("example.template.ron"), "(mine)").unwrap();
        fs::write(folder.join("notes.txt"), "no").unwrap();
        make_templates_folder(data.path(), "(two)").unwrap();
        let read = template_texts(&folder);
        assert_eq!(read.len(), 1);
        assert_eq!(read[0].1.as_ref().unwrap(), "(mine)");
    }
}
