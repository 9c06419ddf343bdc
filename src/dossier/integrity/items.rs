//! Ids, and items that state something without the words for it.

use super::{At, Findings};
use crate::dossier::id::is_well_formed;
use crate::dossier::problem::Code;
use crate::dossier::quotation::{Citation, LONGEST_QUOTATION};
use crate::dossier::{Catalogue, Dossier, Item, ItemKind};

pub(super) fn check(dossier: &Dossier, catalogue: &Catalogue, findings: &mut Findings) {
    ids(dossier, catalogue, findings);
    quotations(dossier, findings);
    stated(dossier, findings);
    unused(dossier, catalogue, findings);
}

fn ids(dossier: &Dossier, catalogue: &Catalogue, findings: &mut Findings) {
    for kind in Catalogue::KINDS {
        for position in 0..dossier.count(kind) {
            let item = Item::new(kind, position);
            let id = dossier.id_of(item);
            let at = At::item(kind.list(), position);
            if !is_well_formed(id) {
                let message = if id.is_empty() {
                    "the id is empty; give it a short name of its own".to_owned()
                } else {
                    format!("the id “{id}” may have only a–z, 0–9, hyphen, underscore and dot")
                };
                findings.report(&at.field("id"), Code::MalformedId, message);
            } else if let Some(first) = catalogue.find(id)
                && first != item
            {
                let message = format!(
                    "the id “{id}” is taken by {}[{}]; all items of a dossier need different ids",
                    first.kind.list(),
                    first.position
                );
                findings.report(&at.field("id"), Code::DuplicateId, message);
            }
        }
    }
}

fn quotations(dossier: &Dossier, findings: &mut Findings) {
    for (place, quotation) in dossier.quotations.iter().enumerate() {
        let item = At::item("quotations", place);
        let selector = item.field("selector");
        let at = selector.field("exact");
        let exact = &quotation.selector.exact;
        if exact.trim_start().is_empty() {
            let message = "the quotation is empty; `exact` holds the words of the source";
            findings.report(&at, Code::EmptyQuotation, message.to_owned());
        } else if may_be_long(exact) {
            let words = exact.split_whitespace().count();
            if words <= LONGEST_QUOTATION && !is_long_without_spaces(exact) {
                continue;
            }
            let count = match words {
                count if count > LONGEST_QUOTATION => format!("{count} words"),
                _ => format!("{} characters", exact.chars().count()),
            };
            let message = format!(
                "the quotation has {count}; at most {LONGEST_QUOTATION} words may be quoted at once: \
                 split it, or keep the part that counts"
            );
            findings.report(&at, Code::LongQuotation, message);
        }
    }
}

/// Rules out at a glance what can't be too long: no more blanks than words are allowed, by counting
/// bytes that are a blank or may begin one. All of a dossier's words pass here.
fn may_be_long(exact: &str) -> bool {
    let may_begin_a_blank = |b: &u8| b.is_ascii_whitespace() || matches!(b, 0xc2 | 0xe1..=0xe9);
    exact.bytes().filter(may_begin_a_blank).count() >= LONGEST_QUOTATION
}

/// Chinese and Japanese put no spaces between words; two characters are about a word there.
fn is_long_without_spaces(exact: &str) -> bool {
    let most = LONGEST_QUOTATION * 2;
    exact.len() > most * 3
        && exact.chars().filter(|c| matches!(c, '\u{3040}'..='\u{9fff}')).nth(most).is_some()
}

fn stated(dossier: &Dossier, findings: &mut Findings) {
    let mut need = |at: &At<'_>, quotations: &[Citation], what: &dyn std::fmt::Display| {
        if quotations.is_empty() {
            let message = format!("{what} has no quotation; nothing stands without its sentence");
            findings.report(&at.field("quotations"), Code::NoQuotation, message);
        }
    };
    for (place, statement) in dossier.summary.iter().enumerate() {
        need(&At::item("summary", place), &statement.quotations, &"the statement");
    }
    for (place, entity) in dossier.entities.iter().enumerate() {
        let at = At::item("entities", place);
        need(&at, &entity.quotations, &"the entity");
        for (i, fact) in entity.facts.iter().enumerate() {
            need(
                &at.element("facts", i),
                &fact.quotations,
                &format_args!("the fact “{}”", fact.label),
            );
        }
    }
    for (place, relation) in dossier.relations.iter().enumerate() {
        need(&At::item("relations", place), &relation.quotations, &"the relation");
    }
    for (place, metric) in dossier.metrics.iter().enumerate() {
        match metric.derivation() {
            None => need(&At::item("metrics", place), &metric.quotations, &"the metric"),
            Some(_) if metric.change.is_some() => {
                let what = "the change of a derived metric";
                need(&At::item("metrics", place), &metric.quotations, &what);
            }
            Some(_) => {}
        }
    }
    for (place, event) in dossier.events.iter().enumerate() {
        need(&At::item("events", place), &event.quotations, &"the event");
    }
}

fn unused(dossier: &Dossier, catalogue: &Catalogue, findings: &mut Findings) {
    let mut used = vec![false; dossier.quotations.len()];
    let mut mark = |citation: &Citation| {
        let quoted = catalogue.find(citation.id.as_str());
        let quoted = quoted.filter(|item| item.kind == ItemKind::Quotation);
        if let Some(flag) = quoted.and_then(|item| used.get_mut(item.index())) {
            *flag = true;
        }
    };
    dossier.summary.iter().flat_map(|statement| &statement.quotations).for_each(&mut mark);
    for kind in Catalogue::KINDS {
        for position in 0..dossier.count(kind) {
            dossier.citations(Item::new(kind, position)).into_iter().for_each(&mut mark);
        }
    }
    for (place, _) in used.iter().enumerate().filter(|(_, used)| !**used) {
        let message = "nothing cites this quotation".to_owned();
        findings.report(&At::item("quotations", place), Code::UnusedQuotation, message);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_long(exact: &str) -> bool {
        let text = format!(
            "(format: 1, title: \"t\", quotations: [(id: \"q\", source: \"s\", paragraph: 1, selector: \
             (exact: \"{exact}\"))])"
        );
        let dossier = crate::dossier::parse::parse(&text).unwrap();
        let mut findings = Findings::default();
        quotations(&dossier, &mut findings);
        findings.into_problems(&dossier, &text).iter().any(|p| p.code == Code::LongQuotation)
    }

    #[test]
    fn sixty_words_may_be_quoted_in_any_script_and_with_any_blanks() {
        for blank in [" ", "\u{a0}", "\u{2009}", "\u{3000}", " \u{2003} "] {
            assert!(!is_long(&vec!["word"; 60].join(blank)), "{blank:?}");
            assert!(is_long(&vec!["word"; 61].join(blank)), "{blank:?}");
        }
        assert!(!is_long(&"词".repeat(120)));
        assert!(is_long(&"词".repeat(121)));
        assert!(!is_long(&"слово ".repeat(60)));
        assert!(!is_long(&"Çağrı, “x” — ".repeat(15)));
    }
}
