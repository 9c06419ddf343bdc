//! `dossier check`: what does not hold, for people or for programs.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::texts::{self, QuotationReport, outcomes_in_words, quotation_reports};
use super::{FINE, Format, HAS_ERRORS, UNUSABLE, print};
use crate::compare;
use crate::dossier::{Code, Dossier, Index, Problem, Severity};
use crate::store::{self, AnnotationsFile, LoadError, Loaded, Origin, read_picture};

#[derive(Serialize)]
struct Report {
    file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    unreadable: Option<String>,
    counts: Counts,
    problems: Vec<Problem>,
    /// What came of looking for each quotation, where texts were given.
    #[serde(skip_serializing_if = "Option::is_none")]
    quotations: Option<Vec<QuotationReport>>,
}

#[derive(Default, Serialize)]
struct Counts {
    sources: usize,
    quotations: usize,
    entities: usize,
    relations: usize,
    metrics: usize,
    events: usize,
    topics: usize,
    errors: usize,
    warnings: usize,
    remarks: usize,
}

impl Counts {
    fn of(dossier: Option<&Dossier>, problems: &[Problem]) -> Self {
        let severe = |severity| problems.iter().filter(|p| p.severity == severity).count();
        let severities = Self {
            errors: severe(Severity::Error),
            warnings: severe(Severity::Warning),
            remarks: severe(Severity::Remark),
            ..Self::default()
        };
        match dossier {
            None => severities,
            Some(dossier) => Self {
                sources: dossier.sources.len(),
                quotations: dossier.quotations.len(),
                entities: dossier.entities.len(),
                relations: dossier.relations.len(),
                metrics: dossier.metrics.len(),
                events: dossier.events.len(),
                topics: dossier.topics.len(),
                ..severities
            },
        }
    }
}

pub(super) fn run(files: &[PathBuf], format: Format, sources: Option<&Path>) -> u8 {
    if let Err(message) = texts::look_at_folder(sources) {
        eprintln!("{message}");
        return UNUSABLE;
    }
    let reports: Vec<Report> = files.iter().map(|file| report(file, sources)).collect();
    match format {
        Format::Text => print(&reports.iter().map(in_words).collect::<String>()),
        Format::Json => {
            // One file gives one object, so that the common case is simple to read.
            let json = match reports.as_slice() {
                [one] => serde_json::to_string_pretty(one),
                many => serde_json::to_string_pretty(many),
            };
            print(&(json.unwrap_or_default() + "\n"));
        }
    }
    let code = |report: &Report| match report {
        Report { unreadable: Some(_), .. } => UNUSABLE,
        report if report.counts.errors > 0 => HAS_ERRORS,
        _ => FINE,
    };
    reports.iter().map(code).max().unwrap_or(FINE)
}

fn report(file: &Path, sources: Option<&Path>) -> Report {
    let name = file.display().to_string();
    match store::load(file, &|_| true) {
        Ok(loaded) => {
            let Loaded { dossier, catalogue, mut problems, origin } = loaded;
            problems.extend(picture_problems(&dossier, &origin));
            let index = Index::build(&dossier, catalogue);
            problems.extend(compare::problems(&dossier, &index));
            let quotations = sources.map(|folder| {
                // What was settled counts here too; a file that can't be read settles nothing.
                let annotations = AnnotationsFile::of(&origin).look().unwrap_or_default();
                let checked = texts::check(&dossier, &index, &annotations, &origin, Some(folder));
                problems.extend(checked.problems);
                quotation_reports(&dossier, &checked.proofs)
            });
            let counts = Counts::of(Some(&dossier), &problems);
            Report { file: name, unreadable: None, counts, problems, quotations }
        }
        Err(LoadError::Problems(problems)) => Report {
            file: name,
            unreadable: None,
            counts: Counts::of(None, &problems),
            problems,
            quotations: None,
        },
        Err(other) => Report {
            file: name,
            unreadable: Some(other.to_string()),
            counts: Counts::default(),
            problems: Vec::new(),
            quotations: None,
        },
    }
}

fn picture_problems(dossier: &Dossier, origin: &Origin) -> Vec<Problem> {
    let named = dossier.entities.iter().filter_map(|e| Some((e.id.as_str(), e.image.as_deref()?)));
    named
        .filter_map(|(id, image)| {
            let error = read_picture(origin, image).err()?;
            let mut problem = Problem::of_file(Code::ImageUnreadable, error.to_string());
            problem.item = Some(id.to_owned());
            Some(problem)
        })
        .collect()
}

fn in_words(report: &Report) -> String {
    let mut out = String::new();
    if let Some(error) = &report.unreadable {
        let _infallible = writeln!(out, "{error}");
        return out;
    }
    for problem in &report.problems {
        let _infallible =
            writeln!(out, "{}:{}{problem}", report.file, if problem.line == 0 { " " } else { "" });
    }
    let Counts { errors, warnings, remarks, .. } = report.counts;
    let counts = &report.counts;
    let verdict = if errors > 0 { "can't be opened" } else { "fine" };
    let _infallible = writeln!(
        out,
        "{}: {verdict}; {errors} errors, {warnings} warnings, {remarks} remarks; {} sources, {} \
         quotations, {} entities, {} relations, {} metrics, {} events, {} topics",
        report.file,
        counts.sources,
        counts.quotations,
        counts.entities,
        counts.relations,
        counts.metrics,
        counts.events,
        counts.topics
    );
    if let Some(quotations) = &report.quotations {
        let _infallible = writeln!(out, "{}: {}", report.file, outcomes_in_words(quotations));
    }
    out
}
