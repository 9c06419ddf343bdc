//! Every quotation of the bundled dossier, held against the article it was taken from, as it is and
//! edited. The articles are not part of the repository: `DOSSIER_SOURCES` names the folder with them,
//! and `./check` runs these tests where it is set.

// Without this clippy takes what the tests share for production code.
#![cfg(test)]

mod edited;

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;

use dossier::anchor::{Outcome, Text, TextIndex, fingerprint, recorded};
use dossier::dossier::parse::parse;
use dossier::dossier::{Dossier, Quotation, Source};
use dossier::store::bundled;

fn dossier() -> Dossier {
    parse(bundled::DOSSIER)
        .unwrap_or_else(|problems| panic!("{}: {problems:?}", bundled::FILE_NAME))
}

/// The files of the folder by their fingerprints.
fn files() -> HashMap<String, String> {
    let folder = std::env::var_os("DOSSIER_SOURCES").map(PathBuf::from);
    let folder = folder.expect("DOSSIER_SOURCES is not set; it names the folder with the articles");
    let entries = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("DOSSIER_SOURCES, {}: {error}", folder.display()));
    let paths = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    paths
        .map(|path| {
            let text = fs::read_to_string(path).unwrap();
            (fingerprint(&text), text)
        })
        .collect()
}

/// An article, as the characters that positions count.
struct Article {
    source: Source,
    characters: Vec<char>,
}

impl Article {
    fn between(&self, from: usize, to: usize) -> String {
        let to = to.min(self.characters.len());
        self.characters.get(from..to).map(String::from_iter).unwrap_or_default()
    }

    /// The quotations taken from it.
    fn quotations<'a>(&self, dossier: &'a Dossier) -> Vec<&'a Quotation> {
        let from_here = |quotation: &&Quotation| quotation.source == self.source.id;
        dossier.quotations.iter().filter(from_here).collect()
    }

    /// Which of the body's lines that are not blank holds a place, from 1; 0 above the body.
    fn paragraph(&self, place: usize) -> usize {
        let body_start = self.source.body_start.map_or(0, as_place);
        if place < body_start {
            return 0;
        }
        let above = self.between(body_start, place);
        let whole_lines = above.split('\n').rev().skip(1);
        1 + whole_lines.filter(|line| !line.trim().is_empty()).count()
    }

    /// What does not hold of a quotation.
    fn faults(&self, quotation: &Quotation) -> Vec<String> {
        let selector = &quotation.selector;
        let id = &quotation.id;
        let Some(start) = selector.start.map(as_place) else {
            return vec![format!("{id} has no start")];
        };
        let end = start + selector.exact.chars().count();
        let before = start.saturating_sub(selector.prefix.chars().count());
        let after = end + selector.suffix.chars().count();
        let parts = [
            ("exact", &selector.exact, self.between(start, end)),
            ("prefix", &selector.prefix, self.between(before, start)),
            ("suffix", &selector.suffix, self.between(end, after)),
        ];
        let mut faults: Vec<String> = parts
            .into_iter()
            .filter(|(_, said, there)| *said != there)
            .map(|(part, said, there)| format!("{id}: {part} is {said:?}, there stands {there:?}"))
            .collect();
        let paragraph = self.paragraph(start);
        if as_place(quotation.paragraph) != paragraph {
            faults.push(format!("{id} stands in paragraph {paragraph}"));
        }
        faults
    }
}

fn as_place(number: u32) -> usize {
    usize::try_from(number).unwrap()
}

/// The articles of the dossier; the fingerprint tells which file is whose.
fn articles(dossier: &Dossier) -> Vec<Article> {
    let mut files = files();
    let article = |source: &Source| {
        let text = files.remove(&source.sha256);
        let text = text.unwrap_or_else(|| panic!("no file has the fingerprint of {}", source.id));
        Article { source: source.clone(), characters: text.chars().collect() }
    };
    dossier.sources.iter().map(article).collect()
}

#[test]
#[ignore = "needs DOSSIER_SOURCES, the folder with the articles"]
fn each_source_has_a_file_of_its_length() {
    for article in articles(&dossier()) {
        let characters = article.source.characters.map(as_place);
        assert_eq!(characters, Some(article.characters.len()), "{}", article.source.id);
    }
}

#[test]
#[ignore = "needs DOSSIER_SOURCES, the folder with the articles"]
fn each_quotation_stands_in_its_article_where_it_says() {
    let dossier = dossier();
    let articles = articles(&dossier);
    let mut faults = Vec::new();
    for quotation in &dossier.quotations {
        let article = articles.iter().find(|article| article.source.id == quotation.source);
        faults.extend(article.unwrap().faults(quotation));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(dossier.quotations.len() > 50, "the bundled dossier has lost its quotations");
}

#[test]
#[ignore = "needs DOSSIER_SOURCES, the folder with the articles"]
fn each_quotation_is_found_where_it_says() {
    let dossier = dossier();
    let mut faults = Vec::new();
    for article in articles(&dossier) {
        let text = Text::new(article.characters.iter().collect());
        let index = TextIndex::of(&text);
        for Quotation { id, selector, .. } in article.quotations(&dossier) {
            let found = [recorded(&text, selector), Some(index.anchor(selector))];
            for (way, anchoring) in ["compared", "searched"].into_iter().zip(found) {
                let start = anchoring.as_ref().and_then(|anchoring| anchoring.found);
                let start = start.map(|found| found.span.start);
                let outcome = anchoring.map(|anchoring| anchoring.outcome);
                if outcome != Some(Outcome::Exact) || start != selector.start {
                    faults.push(format!("{id}, {way}: {outcome:?} at {start:?}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_does_not_hold_is_found() {
    let mut dossier = dossier();
    let source = Source { body_start: Some(6), ..dossier.sources.remove(0) };
    let article = Article { source, characters: "Head\n\nÄ one.\n \nA two.\n".chars().collect() };
    let mut quotation = dossier.quotations.remove(0);
    quotation.paragraph = 2;
    quotation.selector.exact = "two".into();
    quotation.selector.prefix = "A ".into();
    quotation.selector.suffix = ".\n".into();
    quotation.selector.start = Some(17);
    assert_eq!(article.faults(&quotation), [""; 0]);

    let mistakes: [fn(&mut Quotation); 6] = [
        |quotation| quotation.selector.exact = "twO".into(),
        |quotation| quotation.selector.prefix = "a ".into(),
        |quotation| quotation.selector.suffix = ".\n.".into(),
        |quotation| quotation.selector.start = None,
        |quotation| quotation.paragraph = 3,
        |quotation| quotation.paragraph = 0,
    ];
    for (number, mistake) in mistakes.into_iter().enumerate() {
        let mut damaged = quotation.clone();
        mistake(&mut damaged);
        assert_eq!(article.faults(&damaged).len(), 1, "mistake {number}");
    }
    quotation.selector.start = Some(9_999);
    assert!(!article.faults(&quotation).is_empty());
}
