//! Finds the texts of a dossier's sources: those attached, and those in `sources/` beside it.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::{Origin, read_text};
use crate::anchor::{Text, TextStanding, prove};
use crate::annotations::Annotations;
use crate::dossier::{Dossier, Selector, SourceId};

/// The folder beside a dossier in which the texts of its sources are looked for.
pub const SOURCES_FOLDER: &str = "sources";

/// Most files of a folder that are looked into.
const MOST_FILES: usize = 20_000;
/// Most files that nothing names and no fingerprint knows which are compared with quotations.
const MOST_GUESSED: usize = 64;
/// That many quotations of a source are enough to tell its text.
const QUOTATIONS_COMPARED: usize = 12;

/// The folder of a dossier's texts, where there may be one.
pub fn sources_folder(origin: &Origin) -> Option<PathBuf> {
    origin.folder().map(|folder| folder.join(SOURCES_FOLDER))
}

/// The path that an attachment names; a relative one starts at the dossier's folder.
pub fn attached_path(
    origin: &Origin,
    annotations: &Annotations,
    source: &SourceId,
) -> Option<PathBuf> {
    let path = PathBuf::from(annotations.attached(source)?);
    Some(match origin.folder() {
        Some(folder) if path.is_relative() => folder.join(path),
        _ => path,
    })
}

/// How an attachment names a path: below the dossier's folder it is relative, so that both can be
/// moved together. `None` where the path is not Unicode.
pub fn name_attachment(origin: &Origin, path: &Path) -> Option<String> {
    let folder = origin.folder().and_then(|folder| std::path::absolute(folder).ok());
    let below = folder.and_then(|folder| path.strip_prefix(folder).ok().map(Path::to_owned));
    below.as_deref().unwrap_or(path).to_str().map(str::to_owned)
}

/// Where each source's text is found in a folder, in the order of the sources: by the name of the
/// file (`SOURCE-ID.txt`), by the fingerprint, or by the quotations that stand in it.
pub fn find_in_folder(folder: &Path, dossier: &Dossier) -> Vec<Option<PathBuf>> {
    let mut files = files_in(folder);
    let mut found: Vec<Option<PathBuf>> = vec![None; dossier.sources.len()];
    for (source, place) in dossier.sources.iter().zip(&mut found) {
        let named = |path: &PathBuf| {
            let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
            path.file_stem().is_some_and(|stem| stem == source.id.as_str())
                && matches!(ending.as_deref(), None | Some("txt" | "text" | "md"))
        };
        *place = files.iter().position(named).map(|at| files.remove(at));
    }
    if found.iter().all(Option::is_some) {
        return found;
    }
    let mut by_fingerprint: HashMap<String, PathBuf> = HashMap::new();
    let mut unknown: Vec<(PathBuf, Text)> = Vec::new();
    let wanted: HashSet<String> =
        dossier.sources.iter().map(|source| source.sha256.to_ascii_lowercase()).collect();
    for path in files {
        let Ok(read) = read_text(&path) else { continue };
        if wanted.contains(read.text.sha256()) {
            by_fingerprint.insert(read.text.sha256().to_owned(), path);
        } else if unknown.len() < MOST_GUESSED {
            unknown.push((path, read.text));
        }
    }
    for (source, place) in dossier.sources.iter().zip(&mut found) {
        if place.is_none() {
            *place = by_fingerprint.get(&source.sha256.to_ascii_lowercase()).cloned();
        }
    }
    for (source, place) in dossier.sources.iter().zip(&mut found) {
        if place.is_some() || unknown.is_empty() {
            continue;
        }
        let quotations: Vec<&Selector> = dossier
            .quotations
            .iter()
            .filter(|quotation| quotation.source == source.id)
            .map(|quotation| &quotation.selector)
            .take(QUOTATIONS_COMPARED)
            .collect();
        let holds = |(_, text): &(PathBuf, Text)| {
            let found = prove(source, text, quotations.iter().copied(), quotations.len());
            found.standing == TextStanding::Edited
        };
        *place = unknown.iter().position(holds).map(|at| unknown.remove(at).0);
    }
    found
}

/// The files of a folder, by name. A folder that is not there has none.
fn files_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries
        .take(MOST_FILES)
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    files
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::parse::parse;

    const ONE: &str = "The secretariat opened its doors in spring. Six flags stood in the hall.";
    const OTHER: &str = "Trade grew again, the ministry said. Nobody was surprised by that.";

    fn dossier(one: &str, other: &str) -> Dossier {
        let source = |id: &str, sha256: &str| {
            format!(
                r#"(id: "{id}", title: "t", publisher: "p", kind: Web, published: "2024",
                    language: "en", sha256: "{sha256}", standing: "s")"#
            )
        };
        let quotation = |id: &str, source: &str, exact: &str| {
            format!(
                r#"(id: "{id}", source: "{source}", paragraph: 1, selector: (exact: "{exact}"))"#
            )
        };
        parse(&format!(
            "(format: 1, title: \"x\", sources: [{}, {}], quotations: [{}, {}])",
            source("one", one),
            source("other", other),
            quotation("q1", "one", "The secretariat opened its doors in spring"),
            quotation("q2", "other", "Trade grew again, the ministry said"),
        ))
        .unwrap()
    }

    #[test]
    fn texts_are_found_by_name_by_fingerprint_and_by_their_words() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let fingerprint = crate::anchor::fingerprint(ONE);
        let dossier = dossier(&fingerprint, "");
        fs::write(path("b.txt"), ONE).unwrap();
        fs::write(path("a.txt"), "Something else altogether stands in this file.").unwrap();
        let found = find_in_folder(folder.path(), &dossier);
        assert_eq!(found, [Some(path("b.txt")), None]);
        fs::write(path("c.txt"), OTHER.replace("Nobody", "No one")).unwrap();
        let found = find_in_folder(folder.path(), &dossier);
        assert_eq!(found, [Some(path("b.txt")), Some(path("c.txt"))]);
        fs::write(path("one.txt"), "the name decides").unwrap();
        let found = find_in_folder(folder.path(), &dossier);
        assert_eq!(found, [Some(path("one.txt")), Some(path("c.txt"))]);
        assert_eq!(find_in_folder(&path("absent"), &dossier), [None, None]);
    }

    #[test]
    fn an_attachment_below_the_dossiers_folder_moves_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let origin = Origin::File(folder.path().join("x.dossier.ron"));
        let text = folder.path().join("sources").join("a.txt");
        let name = name_attachment(&origin, &text).unwrap();
        assert_eq!(Path::new(&name), Path::new("sources/a.txt"));
        let mut annotations = Annotations::default();
        let source = SourceId::from("one");
        let attach = crate::annotations::Edit::Attach { source: source.clone(), path: Some(name) };
        attach.apply(&mut annotations);
        assert_eq!(attached_path(&origin, &annotations, &source), Some(text));
        let elsewhere = std::env::temp_dir().join("elsewhere.txt");
        assert_eq!(name_attachment(&origin, &elsewhere).as_deref(), elsewhere.to_str());
    }
}
