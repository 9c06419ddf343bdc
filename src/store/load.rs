//! Reads a dossier file: recognises what it is not, parses, checks.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use super::{Origin, bundled};
use crate::dossier::parse::parse;
use crate::dossier::{Catalogue, Code, Dossier, Problem, integrity};

/// Larger files are refused, in bytes. A dossier of 100,000 quotations has about 60 MB.
pub const LARGEST_FILE: u64 = 512 * 1024 * 1024;

/// A dossier that may be opened.
#[derive(Debug)]
pub struct Loaded {
    /// The dossier.
    pub dossier: Dossier,
    /// Its ids.
    pub catalogue: Catalogue,
    /// Warnings and remarks; no errors.
    pub problems: Vec<Problem>,
    /// Where it came from.
    pub origin: Origin,
}

/// What loading is busy with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Reading the file.
    Reading,
    /// Parsing it.
    Parsing,
    /// Checking what it says.
    Checking,
    /// Building the index.
    Indexing,
}

impl Stage {
    /// The stage in words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reading => "Reading the file",
            Self::Parsing => "Parsing",
            Self::Checking => "Checking",
            Self::Indexing => "Building the index",
        }
    }

    /// How much of the whole is done when it begins, from 0 to 1, as measured on large files.
    pub fn share_done(self) -> f32 {
        match self {
            Self::Reading => 0.0,
            Self::Parsing => 0.05,
            Self::Checking => 0.7,
            Self::Indexing => 0.8,
        }
    }
}

/// Why a dossier was not opened.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// Nothing has that name.
    #[error("there is no file {}", .0.display())]
    NotFound(PathBuf),
    /// A folder was named.
    #[error("{} is a folder; choose a dossier inside it", .0.display())]
    Folder(PathBuf),
    /// A device or a pipe was named.
    #[error("{} is not an ordinary file", .0.display())]
    NotAFile(PathBuf),
    /// The file is larger than [`LARGEST_FILE`].
    #[error(
        "{} has {} MB; a dossier has at most {} MB, so this is another kind of file",
        .0.display(), .1 / 1_000_000, LARGEST_FILE / 1_000_000
    )]
    TooLarge(PathBuf, u64),
    /// The system refused.
    #[error("{} can't be read: {}", .0.display(), .1)]
    Unreadable(PathBuf, std::io::Error),
    /// The file was read, but is no dossier that may be opened. At least one problem is an error.
    #[error("{} {}", .0.len(), if .0.len() == 1 { "problem" } else { "problems" })]
    Problems(Vec<Problem>),
    /// The person stopped it.
    #[error("opening was cancelled")]
    Cancelled,
}

/// Loads a dossier from a file. `proceed` is asked before each stage and stops the loading by
/// returning false.
///
/// # Errors
/// See [`LoadError`]; the file is never changed.
pub fn load(path: &Path, proceed: &dyn Fn(Stage) -> bool) -> Result<Loaded, LoadError> {
    enter(Stage::Reading, proceed)?;
    let (text, marks) = read_text(path)?;
    let mut loaded = load_text(&text, Origin::File(path.to_owned()), proceed)?;
    loaded.problems.splice(0..0, marks);
    Ok(loaded)
}

/// Loads the dossier inside the program.
///
/// # Errors
/// Cancelling; the bundled dossier itself is tested to be sound.
pub fn load_bundled(proceed: &dyn Fn(Stage) -> bool) -> Result<Loaded, LoadError> {
    load_text(bundled::DOSSIER, Origin::Bundled, proceed)
}

/// Loads a dossier from text.
///
/// # Errors
/// Problems of the text, or cancelling.
pub fn load_text(
    text: &str,
    origin: Origin,
    proceed: &dyn Fn(Stage) -> bool,
) -> Result<Loaded, LoadError> {
    enter(Stage::Parsing, proceed)?;
    let dossier = parse(text).map_err(LoadError::Problems)?;
    enter(Stage::Checking, proceed)?;
    let catalogue = Catalogue::of(&dossier);
    let problems = integrity::check(&dossier, &catalogue, text);
    if integrity::has_error(&problems) {
        return Err(LoadError::Problems(problems));
    }
    Ok(Loaded { dossier, catalogue, problems, origin })
}

fn enter(stage: Stage, proceed: &dyn Fn(Stage) -> bool) -> Result<(), LoadError> {
    if proceed(stage) { Ok(()) } else { Err(LoadError::Cancelled) }
}

/// The text of a file, with a remark where a byte-order mark was passed over.
fn read_text(path: &Path) -> Result<(String, Option<Problem>), LoadError> {
    let unreadable = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => LoadError::NotFound(path.to_owned()),
        _ => LoadError::Unreadable(path.to_owned(), error),
    };
    // Looked at before it is opened: opening a pipe waits for a writer.
    let metadata = fs::metadata(path).map_err(unreadable)?;
    if metadata.is_dir() {
        return Err(LoadError::Folder(path.to_owned()));
    }
    if !metadata.is_file() {
        return Err(LoadError::NotAFile(path.to_owned()));
    }
    if metadata.len() > LARGEST_FILE {
        return Err(LoadError::TooLarge(path.to_owned(), metadata.len()));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0) + 1);
    let file = File::open(path).map_err(unreadable)?;
    file.take(LARGEST_FILE + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(LoadError::TooLarge(path.to_owned(), bytes.len() as u64));
    }
    decode(bytes).map_err(|problem| LoadError::Problems(vec![problem]))
}

fn decode(mut bytes: Vec<u8>) -> Result<(String, Option<Problem>), Problem> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        let message = "the file is UTF-16; save it as UTF-8";
        return Err(Problem::of_file(Code::Encoding, message));
    }
    let mark = bytes.starts_with(b"\xef\xbb\xbf").then(|| {
        bytes.drain(..3);
        let message = "a byte-order mark opens the file; it was passed over, and UTF-8 needs none";
        Problem::of_file(Code::ByteOrderMark, message).at(1, 1)
    });
    match String::from_utf8(bytes) {
        Ok(text) => Ok((text, mark)),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let head = String::from_utf8_lossy(error.as_bytes().get(..valid).unwrap_or(&[]));
            let line = head.matches('\n').count() + 1;
            let column = head.chars().rev().take_while(|c| *c != '\n').count() + 1;
            let message = "the file is not UTF-8 from here on; save it as UTF-8, or check that it \
                           is a dossier at all";
            Err(Problem::of_file(Code::Encoding, message).at(line, column))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load_bytes(bytes: &[u8]) -> Result<Loaded, LoadError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.dossier.ron");
        fs::write(&path, bytes).unwrap();
        let loaded = load(&path, &|_| true);
        assert_eq!(fs::read(&path).unwrap(), bytes, "the file was changed");
        loaded
    }

    fn message(bytes: &[u8]) -> String {
        match load_bytes(bytes).unwrap_err() {
            LoadError::Problems(problems) => problems[0].to_string(),
            other => other.to_string(),
        }
    }

    #[test]
    fn what_is_no_dossier_is_named() {
        assert!(message(b"").contains("the file is empty"));
        assert!(message(b" \n\t").contains("the file is empty"));
        assert!(message(&[0; 512]).contains("nothing but NUL"));
        assert!(message(b"(format: 1,\n ti\0tle: \"x\")").starts_with("2:4: error: there are NUL"));
        assert!(message(b"\xff\xfe(\0f\0").contains("UTF-16"));
        assert!(message(b"(format: 1,\n\xe9\xe8").starts_with("2:1: error: the file is not UTF-8"));
        assert!(message(b"<<<<<<< HEAD\n(\n>>>>>>> x").contains("not reconciled"));
        assert!(message(b"(format: 3, title: \"x\")").contains("newer version of Dossier"));
    }

    #[test]
    fn a_byte_order_mark_is_passed_over_and_remarked_on() {
        let loaded = load_bytes(b"\xef\xbb\xbf(format: 1, title: \"x\")").unwrap();
        assert_eq!(loaded.dossier.title, "x");
        assert_eq!(loaded.problems.len(), 1);
        assert_eq!(loaded.problems[0].code, Code::ByteOrderMark);
    }

    #[test]
    fn folders_absent_files_and_huge_files_are_refused_unread() {
        let folder = tempfile::tempdir().unwrap();
        let error = |path: &Path| load(path, &|_| true).unwrap_err().to_string();
        assert!(error(folder.path()).ends_with("is a folder; choose a dossier inside it"));
        assert!(error(&folder.path().join("absent")).starts_with("there is no file"));
        let huge = folder.path().join("huge.dossier.ron");
        File::create(&huge).unwrap().set_len(2_000_000_000).unwrap();
        assert!(error(&huge).contains("has 2000 MB"), "{}", error(&huge));
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_not_read() {
        let error = load(Path::new("/dev/zero"), &|_| true).unwrap_err();
        assert!(matches!(error, LoadError::NotAFile(_)), "{error}");
    }

    #[test]
    fn loading_stops_when_told_to() {
        let stopped = load_text("(format: 1, title: \"x\")", Origin::Bundled, &|stage| {
            stage != Stage::Checking
        });
        assert!(matches!(stopped, Err(LoadError::Cancelled)));
    }
}
