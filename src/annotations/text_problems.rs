//! What does not hold of a dossier's words and the texts they were taken from.

use super::{Proofs, SourceProof};
use crate::anchor::{Outcome, Paragraphs, Text, TextStanding};
use crate::dossier::{Code, Dossier, Entity, Index, Problem, Quotation, Source, shorten};

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
        if !is_named(speaker, words) {
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

/// Whether a text names somebody: by a name in full, or by a capitalised word of one.
fn is_named(entity: &Entity, text: &str) -> bool {
    let names = || std::iter::once(&entity.name).chain(entity.aliases.iter().map(|a| &a.name));
    if names().any(|name| text.contains(name.as_str())) {
        return true;
    }
    let words: Vec<&str> = words_of(text).collect();
    names().flat_map(|name| words_of(name)).any(|part| {
        let telling = part.chars().count() >= 2 && part.starts_with(char::is_uppercase);
        telling && words.contains(&part)
    })
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::EntityKind;

    #[test]
    fn somebody_is_named_by_the_whole_name_or_a_part_of_it() {
        let entity = |name: &str| Entity {
            name: name.into(),
            ..crate::dossier::parse::parse(
                "(format: 1, title: \"x\", entities: [(id: \"a\", name: \"b\", kind: Person, \
                 quotations: [])])",
            )
            .unwrap()
            .entities
            .remove(0)
        };
        let named = |name: &str, text: &str| is_named(&entity(name), text);
        assert_eq!(entity("x").kind, EntityKind::Person);
        assert!(named("Ada Berg", "“We waited,” Berg said."));
        assert!(named("Seán O'Brien", "O'Brien left."));
        assert!(named("王毅", "王毅表示"));
        assert!(!named("Ada Berg", "The harbour master said so at the iceberg."));
        assert!(!named("Ministry of Transport", "of the sea"));
    }
}
