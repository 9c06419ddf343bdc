//! Holds a dossier's quotations against the texts of its sources, for commands without a window.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::anchor::{Outcome, Settled, paragraphs};
use crate::annotations::{Annotations, Proofs, prove_source, quotation_problems, text_problems};
use crate::dossier::{Code, Dossier, Index, Problem};
use crate::store::{Origin, attached_path, find_in_folder, is_folder, read_text, sources_folder};

/// What came of it.
pub(super) struct Checked {
    /// What was found of each quotation.
    pub(super) proofs: Proofs,
    /// What does not hold.
    pub(super) problems: Vec<Problem>,
}

/// One quotation, as programs read it.
#[derive(Serialize)]
pub(super) struct QuotationReport {
    id: String,
    source: String,
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    paragraph: Option<u32>,
    /// Whether a person's decision is in force.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    settled: bool,
}

/// Says what is wrong with a folder of texts that was named.
pub(super) fn look_at_folder(folder: Option<&Path>) -> Result<(), String> {
    match folder.filter(|folder| !is_folder(folder)) {
        Some(wrong) => Err(format!(
            "{} is not a folder; give the one with the texts of the sources",
            wrong.display()
        )),
        None => Ok(()),
    }
}

/// Finds the texts in a folder, or else where the window would, and holds the quotations against them.
pub(super) fn check(
    dossier: &Dossier,
    index: &Index,
    annotations: &Annotations,
    origin: &Origin,
    folder: Option<&Path>,
) -> Checked {
    let beside = folder.map(Path::to_owned).or_else(|| sources_folder(origin));
    let found: Vec<Option<PathBuf>> =
        beside.map(|folder| find_in_folder(&folder, dossier)).unwrap_or_default();
    let mut proofs = Proofs::unchecked(dossier);
    let mut problems = Vec::new();
    for (source, published) in dossier.sources.iter().enumerate() {
        // A folder that was named goes before what the analyst attached.
        let attached = || attached_path(origin, annotations, &published.id);
        let in_folder = || found.get(source).cloned().flatten();
        let path = match folder {
            Some(_) => in_folder(),
            None => attached().or_else(in_folder),
        };
        let Some(path) = path else { continue };
        let text = match read_text(&path) {
            Ok(read) => read.text,
            Err(error) => {
                let code = Code::TextUnreadable;
                problems.push(Problem::of_item(code, published.id.as_str(), error.to_string()));
                continue;
            }
        };
        if let Some(found) = prove_source(dossier, index, annotations, &[], source, &text) {
            let paragraphs = paragraphs(&text, found.body_start);
            problems.extend(text_problems(dossier, index, source, &found, &text, &paragraphs));
            proofs.take(found);
        }
    }
    problems.extend(quotation_problems(dossier, &proofs));
    Checked { proofs, problems }
}

/// All quotations, as programs read them.
pub(super) fn quotation_reports(dossier: &Dossier, proofs: &Proofs) -> Vec<QuotationReport> {
    let pairs = dossier.quotations.iter().zip(proofs.quotations());
    let report = pairs.map(|(quotation, proof)| {
        let span = proof.span();
        QuotationReport {
            id: quotation.id.to_string(),
            source: quotation.source.to_string(),
            outcome: proof.outcome().name(),
            start: span.map(|span| span.start),
            end: span.map(|span| span.end),
            score: proof.anchoring.found.map(|found| found.score),
            paragraph: proof.paragraph,
            settled: proof.settled != Settled::No,
        }
    });
    report.collect()
}

/// How many quotations have each outcome: `57 exact, 2 lost`.
pub(super) fn outcomes_in_words(quotations: &[QuotationReport]) -> String {
    let counts = Outcome::ALL.iter().filter_map(|outcome| {
        let name = outcome.name();
        let count = quotations.iter().filter(|quotation| quotation.outcome == name).count();
        (count > 0).then(|| format!("{count} {name}"))
    });
    let counts: Vec<String> = counts.collect();
    if counts.is_empty() { "no quotations".to_owned() } else { counts.join(", ") }
}
