//! `dossiers/FORMAT.md` says what the program does: its examples are read, its tables compared.

// Without this clippy takes what the tests share for production code.
#![cfg(test)]

use std::collections::BTreeMap;

use dossier::annotations::{Annotations, Proofs};
use dossier::brief::{Material, Template, compose, fill};
use dossier::dossier::parse::{parse, ron_options};
use dossier::dossier::{
    Alias, Answer, Area, Author, Catalogue, Change, Citation, Code, Derivation, DerivationInput,
    Direction, Dossier, Entity, EntityKind, Event, Fact, Figure, Finding, FindingKind, Index,
    LONGEST_QUOTATION, Metric, MetricKind, MetricPart, Participant, Period, Qualifier, Quotation,
    Relation, RelationKind, Scale, Selector, Series, Source, SourceKind, Speech, Statement,
    TimeUnit, Topic, Unit, Value, When, integrity,
};
use dossier::store::LARGEST_FILE;
use ron::error::{Error, SpannedResult};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

const PAGE: &str = include_str!("../dossiers/FORMAT.md");
const BLANK: &str = include_str!("../dossiers/blank.dossier.ron");

type Reader = fn(&str) -> SpannedResult<()>;

fn reads<T: DeserializeOwned>(text: &str) -> SpannedResult<()> {
    ron_options().from_str::<T>(text).map(drop)
}

macro_rules! readers {
    ($($name:ident)*) => { &[$((stringify!($name), reads::<$name> as Reader)),*] };
}

/// What has fields.
const ITEMS: &[(&str, Reader)] = readers![
    Dossier Statement Area Source Quotation Selector Citation Entity Alias Fact Relation Metric
    Value Change Period Derivation DerivationInput Series Event Participant Topic Answer Finding
    When
];

/// What is one of several words.
const CHOICES: &[(&str, Reader)] = readers![
    SourceKind Speech EntityKind RelationKind MetricKind Figure Scale Unit TimeUnit Qualifier
    Direction MetricPart FindingKind Author
];

/// A fenced block of the page.
struct Fence {
    /// What stands behind the opening marks: `ron Source`.
    info: &'static str,
    /// The line of the opening marks, from 1.
    line: usize,
    text: String,
}

fn fences() -> Vec<Fence> {
    let mut fences = Vec::new();
    let mut open: Option<Fence> = None;
    for (index, line) in PAGE.lines().enumerate() {
        match (open.take(), line.strip_prefix("```")) {
            (None, Some(info)) => {
                open = Some(Fence { info: info.trim(), line: index + 1, text: String::new() });
            }
            (Some(fence), Some(_)) => fences.push(fence),
            (Some(mut fence), None) => {
                fence.text.push_str(line);
                fence.text.push('\n');
                open = Some(fence);
            }
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "the last block of FORMAT.md does not close");
    fences
}

/// The examples with the names of their types; of the choices `Unit` and `Author` have some.
fn examples() -> Vec<(&'static str, Fence)> {
    let examples = fences().into_iter().filter(|fence| fence.info.split(' ').next() == Some("ron"));
    examples.map(|fence| (fence.info.trim_start_matches("ron").trim(), fence)).collect()
}

fn types_with_examples() -> BTreeMap<&'static str, Reader> {
    let choices = CHOICES.iter().filter(|(name, _)| ["Unit", "Author"].contains(name));
    ITEMS.iter().chain(choices).copied().collect()
}

/// The part of the page under a heading of the second level.
fn section(heading: &str) -> &'static str {
    let opening = format!("\n## {heading}\n");
    let at = PAGE.find(&opening).unwrap_or_else(|| panic!("FORMAT.md has no section {heading}"));
    let rest = &PAGE[at + opening.len()..];
    rest.split("\n## ").next().unwrap_or(rest)
}

/// The fields or choices that a type has, taken from what it says to one that it has not.
fn names_known_to(name: &str, read: Reader, stranger: &str) -> &'static [&'static str] {
    match read(stranger).map_err(|error| error.code) {
        Err(
            Error::NoSuchStructField { expected, .. } | Error::NoSuchEnumVariant { expected, .. },
        ) => expected,
        other => panic!("{name}: {other:?}"),
    }
}

#[test]
fn every_example_reads_as_the_type_it_names() {
    let known = types_with_examples();
    for (name, fence) in examples() {
        let Some(read) = known.get(name) else {
            panic!("FORMAT.md:{}: there is no type “{name}”", fence.line);
        };
        if let Err(error) = read(&fence.text) {
            panic!("FORMAT.md:{}: the example of {name}: {error}", fence.line);
        }
    }
}

#[test]
fn every_type_has_an_example() {
    let examples = examples();
    for name in types_with_examples().keys() {
        assert!(examples.iter().any(|(of, _)| of == name), "no example of {name}");
    }
}

#[test]
fn the_example_dossiers_have_no_problems() {
    let dossiers = examples().into_iter().filter(|(name, _)| *name == "Dossier");
    for (_, fence) in dossiers {
        let dossier = match parse(&fence.text) {
            Ok(dossier) => dossier,
            Err(problems) => panic!("FORMAT.md:{}: {problems:?}", fence.line),
        };
        let problems = integrity::check(&dossier, &Catalogue::of(&dossier), &fence.text);
        assert!(problems.is_empty(), "FORMAT.md:{}: {problems:#?}", fence.line);
    }
}

#[test]
fn the_example_dossier_says_of_its_article_what_is_so() {
    let article = fences().into_iter().find(|f| f.info == "text gazette.txt").unwrap().text;
    let (_, example) = examples().into_iter().find(|(name, _)| *name == "Dossier").unwrap();
    let dossier = parse(&example.text).unwrap();
    let source = &dossier.sources[0];
    let digest = Sha256::digest(article.as_bytes());
    let digest = digest.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
    assert_eq!(source.sha256, digest);

    let place = |number: Option<u32>| usize::try_from(number.unwrap()).unwrap();
    let characters: Vec<char> = article.chars().collect();
    assert_eq!(place(source.characters), characters.len());
    let body_start = place(source.body_start);
    for quotation in &dossier.quotations {
        let selector = &quotation.selector;
        let start = place(selector.start);
        let (before, from_there) = characters.split_at(start);
        let (before, from_there) = (String::from_iter(before), String::from_iter(from_there));
        assert!(before.ends_with(&selector.prefix), "{}", quotation.id);
        let words = format!("{}{}", selector.exact, selector.suffix);
        assert!(from_there.starts_with(&words), "{}", quotation.id);
        let above = String::from_iter(&characters[body_start..start]);
        let whole_lines = above.split('\n').rev().skip(1);
        let paragraph = 1 + whole_lines.filter(|line| !line.trim().is_empty()).count();
        assert_eq!(place(Some(quotation.paragraph)), paragraph, "{}", quotation.id);
    }
}

#[test]
fn the_example_annotations_can_be_read_and_their_brief_is_sound() {
    let named = |name: &str| fences().into_iter().find(|fence| fence.info == name).unwrap().text;
    let annotations: Annotations =
        ron_options().from_str(&named("text harbour.annotations.ron")).unwrap();
    let (_, example) = examples().into_iter().find(|(name, _)| *name == "Dossier").unwrap();
    let dossier = parse(&example.text).unwrap();
    let index = Index::build(&dossier, Catalogue::of(&dossier));
    let proofs = Proofs::unchecked(&dossier);
    let material = Material {
        dossier: &dossier,
        index: &index,
        annotations: &annotations,
        proofs: &proofs,
        today: "",
    };
    let composition = compose(material, &annotations.briefs[0]);
    assert_eq!(composition.shortcomings, []);
    assert_eq!(composition.footnotes.len(), 2);
    assert_eq!(annotations.versions[0].brief, annotations.briefs[0].id);

    let template = Template::parse(&named("text harbour.template.ron")).unwrap();
    let brief = fill(&template, material, "b2");
    let headings: Vec<&str> =
        brief.sections.iter().map(|section| section.heading.as_str()).collect();
    assert_eq!(headings, ["In short", "Figures"]);
}

#[test]
fn every_field_is_in_the_table_of_its_type() {
    for (name, read) in ITEMS {
        let heading = if *name == "DerivationInput" { "Derivation" } else { *name };
        for field in names_known_to(name, *read, "(no_such_field: 1)") {
            let row = format!("\n| `{field}` |");
            assert!(section(heading).contains(&row), "{name} has `{field}`, its table has not");
        }
    }
    let of_other = "Other(no_such_field: 1)";
    for field in names_known_to("Other", reads::<RelationKind>, of_other) {
        assert!(section("Relation").contains(&format!("`{field}`")), "`{field}` of Other");
    }
}

#[test]
fn every_choice_is_named() {
    for (name, read) in CHOICES {
        for choice in names_known_to(name, *read, "NoSuchChoice") {
            let named =
                PAGE.contains(&format!("`{choice}`")) || PAGE.contains(&format!("`{choice}("));
            assert!(named, "{name} has `{choice}`, FORMAT.md has not");
        }
    }
}

#[test]
fn relations_read_in_both_directions_as_the_table_says() {
    let kinds = names_known_to("RelationKind", reads::<RelationKind>, "NoSuchChoice");
    for name in kinds.iter().filter(|name| **name != "Other") {
        let kind: RelationKind = ron_options().from_str(name).unwrap();
        let row = format!("\n| `{name}` | {} | {} |\n", kind.label(), kind.inverse());
        assert!(section("Relation").contains(&row), "{row}");
    }
}

#[test]
fn every_code_is_listed_with_its_severity() {
    for code in Code::ALL {
        let row = format!("\n| `{code}` | {} |", code.severity().name());
        assert!(section("What is checked").contains(&row), "{row}");
    }
}

#[test]
fn the_limits_are_as_the_page_says() {
    let largest = LARGEST_FILE / (1024 * 1024);
    assert!(section("Limits").contains(&format!("\n| the file | {largest} MiB;")));
    assert!(section("Limits").contains(&format!("\n| a quotation | {LONGEST_QUOTATION} words")));
}

#[test]
fn the_blank_dossier_has_no_errors() {
    let dossier = parse(BLANK).unwrap_or_else(|problems| panic!("blank.dossier.ron: {problems:?}"));
    let problems = integrity::check(&dossier, &Catalogue::of(&dossier), BLANK);
    assert!(!integrity::has_error(&problems), "{problems:#?}");
}
