//! `dossier brief`: a briefing note of a dossier, in any of the formats.

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::{FINE, HAS_ERRORS, UNUSABLE, print, texts};
use crate::anchor::fingerprint_of;
use crate::annotations::{Annotations, Brief};
use crate::brief::{
    Composition, Format, Material, Paper, Template, compose, export, fill, today, unified,
};
use crate::dossier::Index;
use crate::store::{
    self, AnnotationsFile, LoadError, Standing, template_text, template_texts, templates_folder,
    user_data_folder,
};

/// What `dossier brief` is told.
#[derive(Debug, Args)]
pub struct BriefArguments {
    /// The dossier.
    file: PathBuf,
    /// The annotations; those beside the dossier when left out.
    #[arg(long)]
    annotations: Option<PathBuf>,
    /// Which of the analyst's briefs, by name or id; the first when left out, and a new one-page brief where
    /// there is none.
    #[arg(long, value_name = "NAME", conflicts_with = "template")]
    brief: Option<String>,
    /// Make a new brief of this template: one-page-brief, meeting-brief, fact-sheet, comparison-of-sources,
    /// chronology, the name of one of your own, or a file.
    #[arg(long, value_name = "NAME")]
    template: Option<String>,
    /// The format; that which the ending of the output stands for when left out, and else markdown.
    #[arg(long, value_parser = PossibleValuesParser::new(Format::ALL.map(Format::id)))]
    format: Option<String>,
    /// The paper of Word and PDF.
    #[arg(long, value_parser = PossibleValuesParser::new(Paper::ALL.map(Paper::id)), default_value = "a4")]
    paper: String,
    /// Where to write; standard output when left out.
    #[arg(short, long)]
    output: Option<PathBuf>,
    /// Write over a file that stands there, whatever it holds.
    #[arg(long)]
    overwrite: bool,
    /// Write the brief although it cites what is not borne out.
    #[arg(long)]
    despite_errors: bool,
    /// Who writes it; the name in the annotations when left out.
    #[arg(long)]
    author: Option<String>,
    /// The date on it, in words; today when left out.
    #[arg(long)]
    date: Option<String>,
    /// The folder with the texts of the sources; those attached and those in `sources` beside the dossier
    /// when left out.
    #[arg(long, value_name = "FOLDER")]
    sources: Option<PathBuf>,
}

/// Why no brief was written.
enum Refusal {
    /// The dossier or the brief has errors.
    Errors(String),
    /// The call, or a file, can't be used.
    Unusable(String),
}

impl From<String> for Refusal {
    fn from(message: String) -> Self {
        Self::Unusable(message)
    }
}

pub(super) fn run(arguments: &BriefArguments) -> u8 {
    let (message, code) = match write(arguments) {
        Ok(()) => return FINE,
        Err(Refusal::Errors(message)) => (message, HAS_ERRORS),
        Err(Refusal::Unusable(message)) => (message, UNUSABLE),
    };
    eprintln!("{message}");
    code
}

fn write(arguments: &BriefArguments) -> Result<(), Refusal> {
    let file = &arguments.file;
    texts::look_at_folder(arguments.sources.as_deref())?;
    let loaded = store::load(file, &|_| true).map_err(|error| match error {
        LoadError::Problems(problems) => {
            let lines = problems.iter().map(|problem| format!("{}:{problem}", file.display()));
            Refusal::Errors(lines.collect::<Vec<_>>().join("\n"))
        }
        other => Refusal::Unusable(other.to_string()),
    })?;
    let annotations = match &arguments.annotations {
        Some(path) => AnnotationsFile::look_at(path),
        None => AnnotationsFile::of(&loaded.origin).look(),
    }?;
    let index = Index::build(&loaded.dossier, loaded.catalogue);
    let folder = arguments.sources.as_deref();
    let checked = texts::check(&loaded.dossier, &index, &annotations, &loaded.origin, folder);
    let today = today();
    let material = Material {
        dossier: &loaded.dossier,
        index: &index,
        annotations: &annotations,
        proofs: &checked.proofs,
        today: &today,
    };
    let mut brief = chosen(arguments, material, &annotations)?;
    for (given, field) in
        [(&arguments.author, &mut brief.head.author), (&arguments.date, &mut brief.head.date)]
    {
        if let Some(given) = given {
            field.clone_from(given);
        }
    }
    let composition = compose(material, &brief);
    tell_shortcomings(&composition, arguments.despite_errors)?;

    let ending = arguments.output.as_ref().and_then(|path| path.extension());
    let by_ending = ending.and_then(|ending| Format::of_ending(&ending.to_string_lossy()));
    let by_name = arguments.format.as_ref();
    let by_name = by_name.and_then(|id| Format::ALL.into_iter().find(|format| format.id() == id));
    let format = by_name.or(by_ending).unwrap_or_default();
    let paper =
        Paper::ALL.into_iter().find(|paper| paper.id() == arguments.paper).unwrap_or_default();
    let Some(path) = &arguments.output else {
        if !format.is_text() {
            let message =
                format!("{} is no text: say where to write it with --output", format.name());
            return Err(message.into());
        }
        // Without a file there is no place beside it: charts are given in words.
        let files = export(&composition, &loaded.dossier, format, paper, "")
            .map_err(|error| error.to_string())?;
        print(&String::from_utf8_lossy(&files.main));
        return Ok(());
    };
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let files = export(&composition, &loaded.dossier, format, paper, &stem)
        .map_err(|error| error.to_string())?;
    if !arguments.overwrite {
        look_at_what_stands_there(path, &files.main, &annotations)?;
    }
    store::save_with(path, &files.main, &files.beside).map_err(|error| error.to_string())?;
    Ok(())
}

/// The brief that was asked for.
fn chosen(
    arguments: &BriefArguments,
    material: Material<'_>,
    annotations: &Annotations,
) -> Result<Brief, Refusal> {
    if let Some(name) = &arguments.brief {
        let found = annotations.briefs.iter().find(|b| b.id == *name || b.head.name == *name);
        let names: Vec<String> =
            annotations.briefs.iter().map(|brief| format!("“{}”", brief.head.name)).collect();
        let missing = || match names.as_slice() {
            [] => {
                "there are no briefs in the annotations yet; --template makes a new one".to_owned()
            }
            names => format!("there is no brief “{name}”; there are {}", names.join(", ")),
        };
        return found.cloned().ok_or_else(|| missing().into());
    }
    let first = annotations.briefs.iter().find(|brief| !brief.head.archived);
    if let (Some(first), None) = (first, &arguments.template) {
        return Ok(first.clone());
    }
    let template = template(arguments.template.as_deref().unwrap_or("one-page-brief"))?;
    Ok(fill(&template, material, "b1"))
}

/// A bundled template, one of the user's, or that of a file.
fn template(name: &str) -> Result<Template, String> {
    if Path::new(name).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron")) {
        let text = template_text(Path::new(name))
            .map_err(|error| format!("{name} can't be read: {error}"))?;
        return Template::parse(&text).map_err(|problem| format!("{name}:{problem}"));
    }
    let mut templates = Template::bundled();
    for (path, text) in
        user_data_folder().map(|data| template_texts(&templates_folder(&data))).unwrap_or_default()
    {
        let text = text.map_err(|error| format!("{} can't be read: {error}", path.display()))?;
        templates.push(
            Template::parse(&text).map_err(|problem| format!("{}:{problem}", path.display()))?,
        );
    }
    let names: Vec<String> =
        templates.iter().map(|template| format!("“{}”", template.name)).collect();
    let missing = || format!("there is no template “{name}”; there are {}", names.join(", "));
    Template::named(&templates, name).cloned().ok_or_else(missing)
}

/// Says what has no source; stops where something is said that is not so.
fn tell_shortcomings(composition: &Composition, despite_errors: bool) -> Result<(), Refusal> {
    let (errors, rest): (Vec<_>, Vec<_>) =
        composition.shortcomings.iter().partition(|shortcoming| shortcoming.is_error());
    for shortcoming in rest {
        eprintln!("note: {}", shortcoming.what);
    }
    let told: Vec<String> = errors.iter().map(|error| format!("error: {}", error.what)).collect();
    if told.is_empty() || despite_errors {
        for line in told {
            eprintln!("{line}");
        }
        return Ok(());
    }
    let told = told.join("\n");
    Err(Refusal::Errors(format!(
        "{told}\nnothing was written; --despite-errors writes the brief as it is"
    )))
}

/// A file that Dossier did not write as it stands is not written over unasked.
fn look_at_what_stands_there(
    path: &Path,
    new: &[u8],
    annotations: &Annotations,
) -> Result<(), Refusal> {
    let Some(standing) = Standing::at(path) else { return Ok(()) };
    let known = annotations.versions.iter().any(|version| version.sha256 == standing.sha256);
    if known || standing.sha256 == fingerprint_of(new) {
        return Ok(());
    }
    let difference = match (&standing.text, std::str::from_utf8(new)) {
        (Some(old), Ok(new)) => unified(("there now", old), ("to be written", new)),
        _ => String::new(),
    };
    Err(Refusal::Unusable(format!(
        "{difference}{} is there already and is not what Dossier remembers to have written; it was left as it \
         is. --overwrite replaces it",
        path.display()
    )))
}
