//! The analyst's file: where it is, how it is read, how it is written.

use std::fs;
use std::path::{Path, PathBuf};

use ron::ser::PrettyConfig;
use sha2::{Digest, Sha256};

use super::{Origin, SaveError, save, user_data_folder};
use crate::annotations::{Annotations, FORMAT};
use crate::dossier::parse::{check_text, explain, format_of, ron_options};
use crate::dossier::{Code, Problem};

/// Where the annotations of an open dossier are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnotationsFile {
    /// Beside the dossier; `None` for the bundled one.
    beside: Option<PathBuf>,
    /// In the user's data folder, for when the dossier's folder can't be written.
    own: Option<PathBuf>,
}

/// What was found in the analyst's file.
#[derive(Debug)]
pub struct ReadAnnotations {
    /// The annotations; none where there was no file.
    pub annotations: Annotations,
    /// Where an unreadable file was set aside, and what is wrong with it.
    pub set_aside: Option<(PathBuf, Problem)>,
}

impl AnnotationsFile {
    /// The file of a dossier: `NAME.annotations.ron` beside `NAME.dossier.ron`.
    pub fn of(origin: &Origin) -> Self {
        Self::within(origin, user_data_folder())
    }

    /// The same with another folder for what can't be kept beside the dossier.
    pub fn within(origin: &Origin, data_folder: Option<PathBuf>) -> Self {
        let name = format!("{}.annotations.ron", origin.stem());
        let beside = match origin {
            Origin::File(path) => Some(path.with_file_name(&name)),
            Origin::Bundled => None,
        };
        let own = data_folder.map(|folder| match origin {
            Origin::Bundled => folder.join("annotations").join(&name),
            // Two dossiers of one name in different folders have different annotations.
            Origin::File(path) => {
                let whole = std::path::absolute(path).unwrap_or_else(|_| path.clone());
                let digest = Sha256::digest(whole.as_os_str().as_encoded_bytes());
                let mark = digest
                    .iter()
                    .take(6)
                    .fold(String::new(), |mark, byte| format!("{mark}{byte:02x}"));
                folder.join("annotations").join(format!("{mark}-{name}"))
            }
        });
        Self { beside, own }
    }

    /// The places in the order in which they are tried.
    fn places(&self) -> impl Iterator<Item = &Path> {
        self.beside.iter().chain(&self.own).map(PathBuf::as_path)
    }

    /// Reads the annotations. A file that can't be read as such is set aside under another name,
    /// never taken for empty and never written over.
    ///
    /// # Errors
    /// The system refuses to read the file or to set it aside, or a newer version wrote it.
    pub fn read(&self) -> Result<ReadAnnotations, std::io::Error> {
        let fresh = |set_aside| ReadAnnotations { annotations: Annotations::default(), set_aside };
        for place in self.places() {
            let bytes = match fs::read(place) {
                Ok(bytes) => bytes,
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
                Err(error) => return Err(error),
            };
            return match parse(&bytes) {
                Ok(annotations) => Ok(ReadAnnotations { annotations, set_aside: None }),
                // Nothing is wrong with what a newer version wrote: it stays where it is.
                Err(problem) if problem.code == Code::NewerFormat => {
                    Err(std::io::Error::other(problem.message))
                }
                Err(problem) => {
                    let aside = set_aside(place)?;
                    Ok(fresh(Some((aside, *problem))))
                }
            };
        }
        Ok(fresh(None))
    }

    /// Reads the annotations and changes nothing on the disk, for commands that only look.
    ///
    /// # Errors
    /// What is wrong with the file, in words; no file is no error.
    pub fn look(&self) -> Result<Annotations, String> {
        match self.places().find(|place| place.exists()) {
            Some(place) => Self::look_at(place),
            None => Ok(Annotations::default()),
        }
    }

    /// Reads an annotations file by name and changes nothing on the disk.
    ///
    /// # Errors
    /// What is wrong with the file, in words.
    pub fn look_at(place: &Path) -> Result<Annotations, String> {
        let bytes =
            fs::read(place).map_err(|e| format!("{} can't be read: {e}", place.display()))?;
        parse(&bytes).map_err(|problem| format!("{}:{problem}", place.display()))
    }

    /// Writes the annotations beside the dossier, or among the user's data where that folder can't
    /// be written. Returns the place.
    ///
    /// # Errors
    /// None of the places could be written.
    pub fn write(&self, annotations: &Annotations) -> Result<PathBuf, SaveError> {
        let text = to_text(annotations);
        if let Some(beside) = &self.beside {
            match save(beside, text.as_bytes()) {
                Ok(()) => return Ok(beside.clone()),
                Err(error) if self.own.is_some() && error.is_lack_of_permission() => {}
                Err(error) => return Err(error),
            }
        }
        let Some(own) = &self.own else {
            let none = PathBuf::from("annotations");
            return Err(SaveError::NoFolder(none));
        };
        if let Some(folder) = own.parent() {
            fs::create_dir_all(folder)
                .map_err(|error| SaveError::Refused(folder.to_owned(), error))?;
        }
        save(own, text.as_bytes())?;
        Ok(own.clone())
    }
}

fn to_text(annotations: &Annotations) -> String {
    let pretty = PrettyConfig::new().indentor("    ");
    let body = ron_options().to_string_pretty(annotations, pretty);
    // Writing plain structs of texts to memory has no way to fail.
    let body = body.unwrap_or_default();
    format!("// Annotations made with Dossier. One analyst writes this file.\n{body}\n")
}

fn parse(bytes: &[u8]) -> Result<Annotations, Box<Problem>> {
    let text = std::str::from_utf8(bytes).map_err(|_| {
        Box::new(Problem::of_file(Code::Encoding, "the annotations file is not UTF-8 text"))
    })?;
    check_text(text)?;
    if let Some(format) = format_of(text).filter(|format| *format > FORMAT) {
        let message = format!(
            "they have format {format}, and this program reads format {FORMAT}; a newer version of \
             Dossier wrote them"
        );
        return Err(Box::new(Problem::of_file(Code::NewerFormat, message)));
    }
    ron_options().from_str(text).map_err(|error| Box::new(explain::<Annotations>(text, &error)))
}

/// Renames a file to the first free name beside it.
fn set_aside(path: &Path) -> Result<PathBuf, std::io::Error> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut number = 1;
    loop {
        let aside = path.with_file_name(format!("{name}.unreadable-{number}"));
        if !aside.try_exists()? {
            fs::rename(path, &aside)?;
            return Ok(aside);
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use proptest::prelude::*;

    use super::*;
    use crate::annotations::{Annotation, AnnotationKind, Pin};

    fn work(text: &str) -> Annotations {
        Annotations {
            analyst: "Ä. N. Alyst".into(),
            annotations: vec![Annotation {
                id: "a1".into(),
                on: "trade".into(),
                passage: None,
                kind: AnnotationKind::Question,
                text: text.into(),
                tags: vec!["follow up".into()],
                created: "2026-11-21T10:00:00Z".parse::<Timestamp>().unwrap(),
                modified: "2026-11-21T10:00:00.5Z".parse::<Timestamp>().unwrap(),
            }],
            pins: vec![Pin::Item("trade".into())],
            ..Annotations::default()
        }
    }

    proptest! {
        #[test]
        fn any_text_survives_writing_and_reading(text in any::<String>()) {
            let folder = tempfile::tempdir().unwrap();
            let origin = Origin::File(folder.path().join("x.dossier.ron"));
            let file = AnnotationsFile::within(&origin, None);
            let work = work(&text);
            file.write(&work).unwrap();
            let read = file.read().unwrap();
            prop_assert!(read.set_aside.is_none(), "{:?}", read.set_aside);
            prop_assert_eq!(read.annotations, work);
        }
    }

    #[test]
    fn it_stands_beside_the_dossier_under_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let origin = Origin::File(folder.path().join("x.dossier.ron"));
        let place = AnnotationsFile::within(&origin, None).write(&work("w")).unwrap();
        assert_eq!(place, folder.path().join("x.annotations.ron"));
    }

    #[test]
    fn what_can_not_be_read_is_set_aside_untouched() {
        let folder = tempfile::tempdir().unwrap();
        let origin = Origin::File(folder.path().join("x.dossier.ron"));
        let file = AnnotationsFile::within(&origin, None);
        for (number, damaged) in
            ["", "(format: 1,", "(text: 1)", "\0\0\0", "<<<<<<< a\n"].iter().enumerate()
        {
            fs::write(folder.path().join("x.annotations.ron"), damaged).unwrap();
            let read = file.read().unwrap();
            assert_eq!(read.annotations, Annotations::default());
            let (aside, _) = read.set_aside.unwrap();
            assert_eq!(fs::read_to_string(&aside).unwrap(), *damaged);
            assert!(aside.ends_with(format!("x.annotations.ron.unreadable-{}", number + 1)));
            assert!(!folder.path().join("x.annotations.ron").exists());
        }
    }

    #[test]
    fn what_a_newer_version_wrote_stays_where_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let origin = Origin::File(folder.path().join("x.dossier.ron"));
        let path = folder.path().join("x.annotations.ron");
        fs::write(&path, "(format: 7, holograms: [])").unwrap();
        let error = AnnotationsFile::within(&origin, None).read().unwrap_err();
        assert!(error.to_string().contains("format 7"), "{error}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "(format: 7, holograms: [])");
    }

    #[test]
    fn the_bundled_dossiers_annotations_live_in_the_data_folder() {
        let data = tempfile::tempdir().unwrap();
        let file = AnnotationsFile::within(&Origin::Bundled, Some(data.path().to_owned()));
        let place = file.write(&work("w")).unwrap();
        assert!(place.starts_with(data.path()));
        assert_eq!(file.read().unwrap().annotations, work("w"));
    }
}
