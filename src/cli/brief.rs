//! `dossier brief`: the briefing note of a dossier as Markdown.

use std::path::Path;

use super::{FINE, HAS_ERRORS, UNUSABLE, print, texts};
use crate::annotations::Annotations;
use crate::brief::{self, Heading, markdown};
use crate::dossier::Index;
use crate::store::{self, AnnotationsFile, LoadError};

pub(super) fn run(
    file: &Path,
    annotations: Option<&Path>,
    output: Option<&Path>,
    author: Option<&str>,
    sources: Option<&Path>,
) -> u8 {
    if let Err(message) = texts::look_at_folder(sources) {
        return unusable(&message);
    }
    let loaded = match store::load(file, &|_| true) {
        Ok(loaded) => loaded,
        Err(LoadError::Problems(problems)) => {
            for problem in problems {
                eprintln!("{}:{problem}", file.display());
            }
            return HAS_ERRORS;
        }
        Err(other) => return unusable(&other.to_string()),
    };
    let annotations = match read_annotations(&loaded.origin, annotations) {
        Ok(annotations) => annotations,
        Err(message) => return unusable(&message),
    };
    let heading = Heading {
        title: loaded.dossier.title.clone(),
        author: author.unwrap_or(&annotations.analyst).to_owned(),
        date: brief::today(),
    };
    let index = Index::build(&loaded.dossier, loaded.catalogue);
    let checked = texts::check(&loaded.dossier, &index, &annotations, &loaded.origin, sources);
    let proofs = &checked.proofs;
    let brief = brief::compose(&loaded.dossier, &index, &annotations, proofs, &heading);
    let text = markdown::write(&brief);
    match output {
        None => print(&text),
        Some(path) => {
            if let Err(error) = store::save(path, text.as_bytes()) {
                return unusable(&error.to_string());
            }
        }
    }
    FINE
}

fn read_annotations(origin: &store::Origin, named: Option<&Path>) -> Result<Annotations, String> {
    match named {
        Some(path) => AnnotationsFile::look_at(path),
        None => AnnotationsFile::of(origin).look(),
    }
}

fn unusable(message: &str) -> u8 {
    eprintln!("{message}");
    UNUSABLE
}
