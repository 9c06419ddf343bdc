//! The analyst's file: where it is, how it is read, how it is written.

use std::fs;
use std::path::{Path, PathBuf};

use ron::ser::PrettyConfig;
use sha2::{Digest, Sha256};

use super::colleagues::{own_name, who_of};
use super::newer::known_part;
use super::save::FolderId;
use super::{Origin, SaveError, save, user_data_folder};
use crate::anchor::fingerprint;
use crate::annotations::{Annotations, FORMAT, merge};
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

impl AnnotationsFile {
    /// The file of a dossier: `NAME.annotations.ron` beside `NAME.dossier.ron`, or that of the analyst whose
    /// name is known.
    pub fn of(origin: &Origin) -> Self {
        let data_folder = user_data_folder();
        match data_folder.as_deref().and_then(own_name) {
            Some(name) => Self::of_analyst(origin, data_folder, &name),
            None => Self::within(origin, data_folder),
        }
    }

    /// The same with another folder for what can't be kept beside the dossier.
    pub fn within(origin: &Origin, data_folder: Option<PathBuf>) -> Self {
        Self::named(origin, data_folder, &format!("{}.annotations.ron", origin.stem()))
    }

    /// The file of an analyst who shares the dossier's folder with others: `NAME.annotations.WHO.ron`. Who
    /// has signed `NAME.annotations.ron`, or has written an unsigned one on this machine, goes on with that.
    pub fn of_analyst(origin: &Origin, data_folder: Option<PathBuf>, name: &str) -> Self {
        let unnamed = Self::within(origin, data_folder.clone());
        let who = who_of(name);
        if who.is_empty() || *origin == Origin::Bundled {
            return unnamed;
        }
        let named =
            Self::named(origin, data_folder, &format!("{}.annotations.{who}.ron", origin.stem()));
        let is_there = |file: &Self| file.places().any(super::exists);
        if is_there(&named) || !is_there(&unnamed) {
            return named;
        }
        let signed = unnamed.look().map(|work| work.analyst).unwrap_or_default();
        let is_own = match signed.trim() {
            "" => unnamed.history().is_some_and(|history| super::exists(&history)),
            signed => signed == name.trim(),
        };
        if is_own { unnamed } else { named }
    }

    fn named(origin: &Origin, data_folder: Option<PathBuf>, name: &str) -> Self {
        let beside = match origin {
            Origin::File(path) => Some(path.with_file_name(name)),
            Origin::Bundled => None,
        };
        let own = data_folder.map(|folder| match origin {
            Origin::Bundled => folder.join("annotations").join(name),
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
    pub(super) fn places(&self) -> impl Iterator<Item = &Path> {
        self.beside.iter().chain(&self.own).map(PathBuf::as_path)
    }

    /// The place in the user's data folder.
    pub(super) fn own(&self) -> Option<&Path> {
        self.own.as_deref()
    }

    /// Where it is kept how to undo the work, for whoever did it.
    pub(super) fn history(&self) -> Option<PathBuf> {
        self.own().map(|own| own.with_extension("history"))
    }

    /// Whether a place is the one in the user's data folder.
    pub(super) fn is_own(&self, place: &Path) -> bool {
        self.own() == Some(place)
    }

    /// The place beside the dossier.
    pub fn beside(&self) -> Option<&Path> {
        self.beside.as_deref()
    }

    /// The fingerprint of the file beside the dossier, where there is one.
    pub(super) fn fingerprint(&self) -> Option<String> {
        fingerprint_of(self.beside()?)
    }

    /// The files that hold the work: the one beside the dossier, and the one in the user's data folder
    /// where that was written while the dossier's folder could not be. Where that one goes back to the
    /// other as it is now, it alone holds all of it.
    pub(super) fn holding(&self) -> Result<Vec<&Path>, std::io::Error> {
        let mut there = Vec::new();
        for place in self.places() {
            if place.try_exists()? {
                there.push(place);
            }
        }
        if let [beside, own] = there.as_slice()
            && goes_back_to(own) == fingerprint_of(beside)
        {
            return Ok(vec![*own]);
        }
        Ok(there)
    }

    /// Reads the annotations and changes nothing on the disk, for commands that only look.
    ///
    /// # Errors
    /// What is wrong with the file, in words; no file is no error.
    pub fn look(&self) -> Result<Annotations, String> {
        let holding = self.holding().map_err(|error| error.to_string())?;
        let held = holding.into_iter().map(Self::look_at).collect::<Result<Vec<_>, _>>()?;
        Ok(super::keeper::look(self, held.into_iter().reduce(|one, other| united(&one, &other))))
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

    /// Reads what this version knows of work that a newer version wrote, and how many parts it does not
    /// know. It is not to be written back.
    pub fn look_at_newer(&self) -> Option<(Annotations, usize)> {
        let place = self.places().find(|place| super::exists(place))?;
        known_part(&fs::read_to_string(place).ok()?)
    }

    /// Writes the annotations beside the dossier, or among the user's data where that folder can't
    /// be written. Returns the place.
    ///
    /// # Errors
    /// None of the places could be written.
    pub fn write(&self, annotations: &Annotations) -> Result<PathBuf, SaveError> {
        let home = self.beside().and_then(FolderId::of);
        self.write_over(annotations, home, self.fingerprint().as_deref())
    }

    /// The same, where the file beside the dossier is known to have this fingerprint, in this folder.
    pub(super) fn write_over(
        &self,
        annotations: &Annotations,
        home: Option<FolderId>,
        over: Option<&str>,
    ) -> Result<PathBuf, SaveError> {
        let text = to_text(annotations);
        if let Some(beside) = &self.beside {
            let saved = if FolderId::of(beside) == home {
                save(beside, text.as_bytes())
            } else {
                Err(SaveError::Vanished(beside.parent().unwrap_or(beside).to_owned()))
            };
            match saved {
                Ok(()) => {
                    // What was kept there while this place could not be written is in it now.
                    if let Some(own) = &self.own {
                        let _may_not_be_there = fs::remove_file(own);
                        let _may_not_be_there = fs::remove_file(mark_of(own));
                    }
                    return Ok(beside.clone());
                }
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
        if let Some(over) = over {
            save(&mark_of(own), over.as_bytes())?;
        }
        Ok(own.clone())
    }
}

/// Says of a file in the user's data folder what it goes back to: the fingerprint of the one beside the
/// dossier, which could not be written.
fn mark_of(own: &Path) -> PathBuf {
    own.with_extension("over")
}

fn goes_back_to(own: &Path) -> Option<String> {
    fs::read_to_string(mark_of(own)).ok()
}

fn fingerprint_of(path: &Path) -> Option<String> {
    let text = fs::read(path).ok()?;
    Some(fingerprint(&String::from_utf8_lossy(&text)))
}

/// Two versions of which nobody knows what they go back to: nothing of either is left out.
pub(super) fn united(one: &Annotations, other: &Annotations) -> Annotations {
    merge(&Annotations::default(), one, other).annotations
}

/// Writes a copy of an analyst's work to a path of its own.
///
/// # Errors
/// See [`SaveError`].
pub fn save_copy(path: &Path, annotations: &Annotations) -> Result<(), SaveError> {
    save(path, to_text(annotations).as_bytes())
}

pub(super) fn to_text(annotations: &Annotations) -> String {
    let pretty = PrettyConfig::new().indentor("    ");
    let body = ron_options().to_string_pretty(annotations, pretty);
    // Writing plain structs of texts to memory has no way to fail.
    let body = body.unwrap_or_default();
    format!("// Annotations made with Dossier. One analyst writes this file.\n{body}\n")
}

pub(super) fn parse(bytes: &[u8]) -> Result<Annotations, Box<Problem>> {
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
    let annotations: Annotations = ron_options()
        .from_str(text)
        .map_err(|error| Box::new(explain::<Annotations>(text, &error)))?;
    if annotations.format != FORMAT {
        let message = format!("there never was a format {}", annotations.format);
        return Err(Box::new(Problem::of_file(Code::UnknownFormat, message)));
    }
    Ok(annotations)
}

/// Renames a file to the first free name beside it.
pub(super) fn set_aside(path: &Path) -> Result<PathBuf, std::io::Error> {
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

    use super::*;
    use crate::annotations::{Annotation, AnnotationKind, Pin};

    fn work(text: &str) -> Annotations {
        Annotations {
            analyst: "Ä. N. Alyst".into(),
            annotations: vec![Annotation {
                id: "a1".into(),
                on: "trade".into(),
                passage: None,
                answers: None,
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

    #[test]
    fn it_stands_beside_the_dossier_under_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let origin = Origin::File(folder.path().join("x.dossier.ron"));
        let place = AnnotationsFile::within(&origin, None).write(&work("w")).unwrap();
        assert_eq!(place, folder.path().join("x.annotations.ron"));
    }

    #[test]
    fn the_bundled_dossiers_annotations_live_in_the_data_folder() {
        let data = tempfile::tempdir().unwrap();
        let file = AnnotationsFile::within(&Origin::Bundled, Some(data.path().to_owned()));
        let place = file.write(&work("w")).unwrap();
        assert!(place.starts_with(data.path()));
        assert_eq!(file.look().unwrap(), work("w"));
    }
}
