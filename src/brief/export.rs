//! The formats that a brief is handed over in.

use super::blocks::Composition;
use super::markdown::{self, Beside, Flavour, chart_name};
use super::paper::Paper;
use super::{bibliography, docx, drawing, html};
use crate::dossier::{Dossier, Source};

/// A format of export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Markdown.
    Markdown(Flavour),
    /// One HTML file.
    Html,
    /// A Word document.
    Word,
    /// PDF.
    Pdf,
    /// The sources as CSL-JSON.
    CslJson,
    /// The sources as BibTeX.
    BibTex,
    /// The sources as RIS.
    Ris,
}

impl Default for Format {
    fn default() -> Self {
        Self::Markdown(Flavour::CommonMark)
    }
}

impl Format {
    /// All formats, in the order in which they are offered.
    pub const ALL: [Self; 10] = [
        Self::Markdown(Flavour::CommonMark),
        Self::Markdown(Flavour::Gfm),
        Self::Markdown(Flavour::Pandoc),
        Self::Markdown(Flavour::Obsidian),
        Self::Html,
        Self::Word,
        Self::Pdf,
        Self::CslJson,
        Self::BibTex,
        Self::Ris,
    ];

    /// The name, as it is offered.
    pub fn name(self) -> &'static str {
        match self {
            Self::Markdown(Flavour::CommonMark) => "Markdown",
            Self::Markdown(Flavour::Gfm) => "Markdown for GitHub",
            Self::Markdown(Flavour::Pandoc) => "Markdown for pandoc",
            Self::Markdown(Flavour::Obsidian) => "Markdown for Obsidian",
            Self::Html => "HTML",
            Self::Word => "Word",
            Self::Pdf => "PDF",
            Self::CslJson => "Sources as CSL-JSON",
            Self::BibTex => "Sources as BibTeX",
            Self::Ris => "Sources as RIS",
        }
    }

    /// The name on a command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Markdown(Flavour::CommonMark) => "markdown",
            Self::Markdown(Flavour::Gfm) => "gfm",
            Self::Markdown(Flavour::Pandoc) => "pandoc",
            Self::Markdown(Flavour::Obsidian) => "obsidian",
            Self::Html => "html",
            Self::Word => "docx",
            Self::Pdf => "pdf",
            Self::CslJson => "csl-json",
            Self::BibTex => "bibtex",
            Self::Ris => "ris",
        }
    }

    /// How the name of such a file ends, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Markdown(_) => "md",
            Self::Html => "html",
            Self::Word => "docx",
            Self::Pdf => "pdf",
            Self::CslJson => "json",
            Self::BibTex => "bib",
            Self::Ris => "ris",
        }
    }

    /// The format that the ending of a file's name stands for.
    pub fn of_ending(ending: &str) -> Option<Self> {
        let lower = ending.to_lowercase();
        match lower.as_str() {
            "markdown" | "txt" => Some(Self::default()),
            "htm" => Some(Self::Html),
            lower => Self::ALL.into_iter().find(|format| format.ending() == lower),
        }
    }

    /// Whether what is written is text that a person can compare.
    pub fn is_text(self) -> bool {
        !matches!(self, Self::Word | Self::Pdf)
    }

    /// Whether this program can write it; PDF needs what not each is built with.
    pub fn is_available(self) -> bool {
        self != Self::Pdf || cfg!(feature = "pdf")
    }
}

/// What is written: a file, and what it names beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// What the file holds.
    pub main: Vec<u8>,
    /// Further files, by their paths below the folder of the first, with `/`.
    pub beside: Vec<(String, Vec<u8>)>,
}

/// Why a brief can't be written in a format.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The program was built without PDF.
    #[error(
        "this program was built without PDF; the packages have it, and `cargo build --release --features pdf` \
         builds it; the HTML file prints as well"
    )]
    WithoutPdf,
    /// The page could not be set.
    #[error("the page could not be set: {0}")]
    Typesetting(String),
    /// Word's parts could not be put together.
    #[error("the document could not be put together: {0}")]
    Packing(#[from] std::io::Error),
}

/// Writes a brief in a format. `stem` is the name of the file without its ending: what stands beside it is named
/// after it. Without one nothing stands beside it, and charts are given in words.
///
/// # Errors
/// See [`ExportError`].
pub fn export(
    composition: &Composition,
    dossier: &Dossier,
    format: Format,
    paper: Paper,
    stem: &str,
) -> Result<Files, ExportError> {
    let sources = composition.sources();
    let sources: Vec<&Source> =
        sources.iter().filter_map(|place| dossier.sources.get(*place)).collect();
    let alone = |main: Vec<u8>| Files { main, beside: Vec::new() };
    Ok(match format {
        Format::Markdown(flavour) => markdown_files(composition, &sources, flavour, stem),
        Format::Html => alone(html::write(composition).into_bytes()),
        Format::Word => alone(docx::write(composition, paper)?),
        Format::Pdf => alone(pdf(composition, paper)?),
        Format::CslJson => alone(bibliography::csl_json(&sources).into_bytes()),
        Format::BibTex => alone(bibliography::bibtex(&sources).into_bytes()),
        Format::Ris => alone(bibliography::ris(&sources).into_bytes()),
    })
}

fn markdown_files(
    composition: &Composition,
    sources: &[&Source],
    flavour: Flavour,
    stem: &str,
) -> Files {
    let mut files = Files::default();
    let mut named = Beside::default();
    if !stem.is_empty() {
        let folder = format!("{stem}-charts");
        for (place, drawn) in drawing::pngs(composition.charts()).into_iter().enumerate() {
            if let Some((png, _)) = drawn {
                files.beside.push((format!("{folder}/{}", chart_name(place)), png));
            }
        }
        named.charts = (!files.beside.is_empty()).then_some(folder);
        if flavour == Flavour::Pandoc {
            let name = format!("{stem}-sources.json");
            files.beside.push((name.clone(), bibliography::csl_json(sources).into_bytes()));
            named.bibliography = Some(name);
        }
    }
    files.main = markdown::write(composition, flavour, &named).into_bytes();
    files
}

#[cfg(feature = "pdf")]
fn pdf(composition: &Composition, paper: Paper) -> Result<Vec<u8>, ExportError> {
    super::pdf::write(composition, paper).map_err(ExportError::Typesetting)
}

#[cfg(not(feature = "pdf"))]
fn pdf(_composition: &Composition, _paper: Paper) -> Result<Vec<u8>, ExportError> {
    Err(ExportError::WithoutPdf)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::blocks::{Block, Chart, Span};

    #[test]
    fn what_has_no_place_beside_it_names_nothing_there() {
        let dossier = crate::dossier::parse::parse("(format: 1, title: \"T\")").unwrap();
        let words = vec![Span::Text("Freight, 3 tonnes".into())];
        let chart = Chart { title: "Freight".into(), bars: Vec::new() };
        let composition = Composition {
            blocks: vec![Block::Chart(chart, words).into()],
            ..Composition::default()
        };
        let written = |stem: &str| {
            let format = Format::Markdown(Flavour::Pandoc);
            let files = export(&composition, &dossier, format, Paper::A4, stem).unwrap();
            let names: Vec<String> = files.beside.into_iter().map(|(name, _)| name).collect();
            (String::from_utf8(files.main).unwrap(), names)
        };
        assert_eq!(written(""), ("Freight, 3 tonnes\n".to_owned(), Vec::new()));
        let (text, names) = written("my note");
        assert_eq!(names, ["my note-charts/chart-1.png", "my note-sources.json"]);
        assert!(text.contains("![Freight](my%20note-charts/chart-1.png)"), "{text}");
    }

    #[test]
    fn names_and_endings_lead_back_to_their_format() {
        let mut ids: Vec<&str> = Format::ALL.iter().map(|format| format.id()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), Format::ALL.len());
        for format in Format::ALL {
            let read = Format::of_ending(&format.ending().to_uppercase()).unwrap();
            assert_eq!(read.ending(), format.ending());
        }
        assert_eq!(Format::of_ending("pages"), None);
    }
}
