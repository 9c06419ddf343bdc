//! The dossiers that the benchmarks run on: sound, in proportion, the same every time.

// Without this clippy takes what the tests share for production code.
#![cfg(test)]

#[path = "../benches/generator/mod.rs"]
mod generator;

use dossier::dossier::{Catalogue, Citation, Dossier, Index, Item, ItemKind};
use dossier::store::{Loaded, Origin, load_text};
use generator::dossier_text;

/// The smallest, one in proportion, and one that no number divides.
const SIZES: [usize; 3] = [100, 2_000, 2_311];

fn loaded(quotations: usize) -> Loaded {
    load_text(&dossier_text(quotations), Origin::Bundled, &|_| true).unwrap()
}

fn citations(dossier: &Dossier) -> Vec<&Citation> {
    let items = Catalogue::KINDS
        .into_iter()
        .flat_map(|kind| (0..dossier.count(kind)).map(move |place| Item::new(kind, place)));
    items.flat_map(|item| dossier.citations(item)).collect()
}

#[test]
fn nothing_is_wrong_with_them() {
    for quotations in SIZES {
        let problems = loaded(quotations).problems;
        assert!(problems.is_empty(), "{quotations}: {problems:#?}");
    }
}

#[test]
fn everything_is_in_proportion_to_the_quotations() {
    for (quotations, sources) in [(100, 2), (2_000, 20)] {
        let dossier = loaded(quotations).dossier;
        let expected = [
            (ItemKind::Area, 8),
            (ItemKind::Source, sources),
            (ItemKind::Quotation, quotations),
            (ItemKind::Entity, quotations / 10),
            (ItemKind::Relation, quotations / 20),
            (ItemKind::Metric, quotations / 20),
            (ItemKind::Event, quotations / 50),
            (ItemKind::Topic, quotations / 100),
        ];
        for (kind, number) in expected {
            assert_eq!(dossier.count(kind), number, "{kind:?} of {quotations}");
        }
    }
}

#[test]
fn quotations_are_sentences_with_what_stands_around_them() {
    let dossier = loaded(2_000).dossier;
    for quotation in &dossier.quotations {
        let selector = &quotation.selector;
        let words = selector.exact.split_whitespace().count();
        assert!((15..=35).contains(&words), "{words} words: {}", selector.exact);
        let before = selector.prefix.chars().count();
        assert_eq!(before, if quotation.paragraph == 0 { 0 } else { 32 }, "{selector:?}");
        assert!(selector.start.is_some(), "{selector:?}");
    }
    let whole = dossier.quotations.iter().filter(|q| q.selector.suffix.chars().count() == 32);
    assert_eq!(whole.count(), dossier.quotations.len() - dossier.sources.len());
    assert!(dossier.quotations.iter().any(|quotation| quotation.speaker.is_some()));
    assert!(dossier.quotations.iter().any(|quotation| quotation.said.is_some()));
}

#[test]
fn ids_are_short_and_citations_have_words() {
    let dossier = loaded(2_000).dossier;
    for kind in Catalogue::KINDS {
        for place in 0..dossier.count(kind) {
            assert!(dossier.id_of(Item::new(kind, place)).len() <= 24);
        }
    }
    let citations = citations(&dossier);
    let with_words = citations.iter().filter(|citation| citation.words.is_some()).count();
    assert!(citations.len() > dossier.quotations.len(), "{}", citations.len());
    assert!(with_words * 2 > citations.len(), "{with_words} of {}", citations.len());
}

#[test]
fn some_metrics_have_changes_and_some_are_derived() {
    let Loaded { dossier, catalogue, .. } = loaded(2_000);
    assert!(dossier.metrics.iter().any(|metric| metric.change.is_some()));
    let index = Index::build(&dossier, catalogue);
    assert!(index.derived.len() >= 10, "{}", index.derived.len());
    assert!(index.derived.values().all(Result::is_ok), "{:#?}", index.derived);
}

#[test]
fn the_same_number_gives_the_same_text() {
    assert_eq!(dossier_text(300), dossier_text(300));
    assert_ne!(dossier_text(300), dossier_text(400));
}
