//! What does not hold of a dossier's words and the texts they were taken from.

use super::{Proofs, SourceProof};
use crate::anchor::{Outcome, Paragraphs, Text, TextStanding};
use crate::dossier::{
    Code, Dossier, Entity, EntityKind, Index, Problem, Quotation, Source, shorten,
};
use crate::text::{Language, is_named};

/// The problems of the quotations that were held against texts: those not found as recorded, unless
/// a person accepted it.
pub fn quotation_problems(dossier: &Dossier, proofs: &Proofs) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (quotation, proof) in dossier.quotations.iter().zip(proofs.quotations()) {
        if !proof.is_open() {
            continue;
        }
        let (code, message) = match proof.outcome() {
            Outcome::Exact | Outcome::Normalised | Outcome::Unchecked => continue,
            Outcome::Approximate => {
                let now = proof.words.as_deref().unwrap_or_default();
                let message = format!("the text now reads “{}”", shorten(now, 120));
                (Code::QuotationApproximate, message)
            }
            Outcome::Doubtful => {
                (Code::QuotationDoubtful, "no place in the text is certain".to_owned())
            }
            Outcome::Ambiguous => (
                Code::QuotationAmbiguous,
                "the same words stand in several places of the text; give a longer prefix or suffix"
                    .to_owned(),
            ),
            Outcome::Lost => (Code::QuotationLost, "the words are not in the text".to_owned()),
        };
        problems.push(Problem::of_item(code, quotation.id.as_str(), message));
    }
    problems
}

/// The problems of one source's text itself: that it was edited or is another, and speakers whom the
/// paragraph of their words does not name.
pub fn text_problems(
    dossier: &Dossier,
    index: &Index,
    source: usize,
    found: &SourceProof,
    text: &Text,
    paragraphs: &Paragraphs,
) -> Vec<Problem> {
    let Some(published) = dossier.sources.get(source) else { return Vec::new() };
    let mut problems = Vec::new();
    match found.standing {
        TextStanding::Same => {}
        TextStanding::Edited => problems.push(of_source(
            published,
            Code::TextEdited,
            "the text was edited since: its fingerprint is not the recorded one",
        )),
        TextStanding::Another => {
            let message = "the text is another altogether: next to none of the quotations stands in \
                           it";
            problems.push(of_source(published, Code::TextAnother, message));
            return problems;
        }
    }
    for (place, proof) in &found.quotations {
        let Some(quotation) = dossier.quotations.get(*place as usize) else { continue };
        let Some(span) = proof.span() else { continue };
        let Some(speaker) = unnamed_speaker(dossier, index, quotation) else { continue };
        let words = text.slice(paragraphs.line_at(span.start));
        let names: Vec<&str> = std::iter::once(speaker.name.as_str())
            .chain(speaker.aliases.iter().map(|alias| alias.name.as_str()))
            .collect();
        let person = speaker.kind == EntityKind::Person;
        if !is_named(&names, person, words, Language::of_tag(&published.language)) {
            let message = format!(
                "{} is not named in the paragraph of these words; say in a remark how it is known \
                 who is speaking",
                speaker.name
            );
            let code = Code::SpeakerNotNamed;
            problems.push(Problem::of_item(code, quotation.id.as_str(), message));
        }
    }
    problems
}

fn of_source(source: &Source, code: Code, message: &str) -> Problem {
    Problem::of_item(code, source.id.as_str(), message.to_owned())
}

/// The speaker of a quotation, unless a remark says how it is known who that is.
fn unnamed_speaker<'d>(
    dossier: &'d Dossier,
    index: &Index,
    quotation: &Quotation,
) -> Option<&'d Entity> {
    let speaker = quotation.speaker.as_ref().filter(|_| quotation.remark.is_none())?;
    index.entity(dossier, speaker)
}
