//! How many origins stand behind an answer: two outlets that print one letter are one origin.

use std::collections::BTreeSet;

use crate::dossier::{Dossier, Index, Topic};

/// What stands behind the answers to a topic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Corroboration {
    /// Sources that answer.
    pub outlets: usize,
    /// Where their words come from.
    pub origins: usize,
}

impl Corroboration {
    /// Whether fewer than the outlets stand behind the answers.
    pub fn is_shared(&self) -> bool {
        self.origins < self.outlets
    }

    /// In words: `2 outlets, 1 origin`.
    pub fn in_words(&self) -> String {
        let counted = |number: usize, one: &str| {
            format!("{number} {one}{}", if number == 1 { "" } else { "s" })
        };
        format!("{}, {}", counted(self.outlets, "outlet"), counted(self.origins, "origin"))
    }
}

/// Counts the outlets that answer a topic and the origins of what they quote. A quotation that names
/// no origin has that of its source, and a source that names none is its own.
pub fn corroboration(dossier: &Dossier, index: &Index, topic: &Topic) -> Corroboration {
    let mut outlets = BTreeSet::new();
    let mut origins = BTreeSet::new();
    for citation in topic.answers.iter().flat_map(|answer| &answer.quotations) {
        let Some((place, quotation)) = index.quotation(dossier, citation) else { continue };
        let source = index.source_of(place);
        outlets.insert(source);
        let published = dossier.sources.get(source);
        let named = quotation.origin.as_ref();
        let named = named.or_else(|| published.and_then(|source| source.origin.as_ref()));
        // Two outlets have different ids, and no origin is named like an id by chance.
        let own = || published.map_or("", |source| source.id.as_str());
        origins.insert(named.map_or_else(own, |origin| origin.trim()));
    }
    Corroboration { outlets: outlets.len(), origins: origins.len() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Catalogue;
    use crate::dossier::parse::parse;

    const BUNDLED: &str = include_str!("../../dossiers/china-central-asia-secretariat.dossier.ron");

    fn of(text: &str, topic: &str) -> Corroboration {
        let dossier = parse(text).unwrap();
        let index = Index::build(&dossier, Catalogue::of(&dossier));
        let topic = dossier.topics.iter().find(|known| known.id.as_str() == topic).unwrap();
        corroboration(&dossier, &index, topic)
    }

    #[test]
    fn two_outlets_that_print_one_letter_are_one_origin() {
        let letter = of(BUNDLED, "consensus-into-practice");
        assert_eq!(letter, Corroboration { outlets: 2, origins: 1 });
        assert!(letter.is_shared());
        assert_eq!(letter.in_words(), "2 outlets, 1 origin");
        let own = of(BUNDLED, "when-launched");
        assert_eq!(own, Corroboration { outlets: 2, origins: 2 });
        assert!(!own.is_shared());
    }

    #[test]
    fn a_source_may_name_its_origin_for_all_that_it_says() {
        let agency = BUNDLED.replacen("standing: ", "origin: \"An agency\", standing: ", 2);
        assert_eq!(of(&agency, "when-launched").origins, 1);
    }

    #[test]
    fn three_outlets_with_one_origin_and_one_of_its_own_are_two_origins() {
        let outlet = |id: &str, origin: &str| {
            format!(
                r#"(id: "{id}", title: "t", publisher: "P", kind: Web, published: "2024-03-30",
                    language: "en", standing: "s", {origin}),"#
            )
        };
        let quotation = |id: &str| {
            format!(
                r#"(id: "q{id}", source: "{id}", paragraph: 1, selector: (exact: "68 ships")),"#
            )
        };
        let answer = |id: &str| format!(r#"(source: "{id}", quotations: [(id: "q{id}")]),"#);
        let ids = ["a", "b", "c", "d"];
        let agency = r#"origin: "An agency""#;
        let origins = [agency, agency, agency, ""];
        let sources: Vec<String> =
            ids.iter().zip(origins).map(|(id, origin)| outlet(id, origin)).collect();
        let (quotations, answers): (Vec<String>, Vec<String>) =
            ids.iter().map(|id| (quotation(id), answer(id))).unzip();
        let text = |many: usize| {
            format!(
                r#"(format: 1, title: "t", sources: [{}], quotations: [{}], topics: [(id: "t",
                    question: "How many?", answers: [{}], finding: (kind: Agree, reason: "r"))])"#,
                sources.concat(),
                quotations.concat(),
                answers[..many].concat(),
            )
        };
        assert_eq!(of(&text(3), "t").in_words(), "3 outlets, 1 origin");
        assert_eq!(of(&text(4), "t"), Corroboration { outlets: 4, origins: 2 });
    }
}
