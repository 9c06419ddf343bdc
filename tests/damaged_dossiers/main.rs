//! Damaged dossiers: each is the undamaged one with a mistake in it, and each mistake is reported
//! with its place, its item and what would be right.

// Without this clippy takes what the tests share for production code.
#![cfg(test)]

mod cases;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use dossier::dossier::parse::parse;
use dossier::dossier::{Catalogue, Code, Problem, Severity, integrity};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use cases::CASES;

const UNDAMAGED: &str = include_str!("../damaged/undamaged.dossier.ron");

/// Codes that are tested where the file is read, or below.
const ELSEWHERE: [Code; 14] = [
    Code::Encoding,
    Code::ByteOrderMark,
    Code::NulCharacters,
    Code::ImageUnreadable,
    Code::MoreProblems,
    Code::TextUnreadable,
    Code::TextEdited,
    Code::TextAnother,
    Code::QuotationApproximate,
    Code::QuotationDoubtful,
    Code::QuotationAmbiguous,
    Code::QuotationLost,
    Code::SpeakerNotNamed,
    Code::FindingDisagrees,
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/damaged")
}

/// What the program does with a dossier's text before it opens it.
fn problems(text: &str) -> Vec<Problem> {
    match parse(text) {
        Ok(dossier) => integrity::check(&dossier, &Catalogue::of(&dossier), text),
        Err(problems) => problems,
    }
}

fn lines(text: &str) -> Vec<String> {
    problems(text).iter().map(ToString::to_string).collect()
}

/// Whether a problem's place is in the text, or just behind its last character.
fn stands_in(text: &str, problem: &Problem) -> bool {
    let (line, column) = (problem.line, problem.column);
    if line == 0 {
        return column == 0;
    }
    let line = text.split('\n').nth(line - 1);
    line.is_some_and(|line| (1..=line.chars().count() + 1).contains(&column))
}

#[test]
fn the_undamaged_dossier_has_no_problems() {
    assert_eq!(lines(UNDAMAGED), Vec::<String>::new());
}

#[test]
fn each_mistake_is_reported_with_its_place_and_its_remedy() {
    let mut wrong = String::new();
    for (name, expected) in CASES {
        let path = folder().join(format!("{name}.dossier.ron"));
        let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let found = lines(&text);
        if found != *expected {
            let (expected, found) = (expected.join("\n    "), found.join("\n    "));
            writeln!(wrong, "{name}\n  expected\n    {expected}\n  found\n    {found}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_damaged_dossier_is_tested() {
    let files: BTreeSet<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    let names = CASES.iter().map(|(name, _)| *name).chain(["undamaged"]);
    let tested: BTreeSet<String> = names.map(|name| format!("{name}.dossier.ron")).collect();
    assert_eq!(files, tested);
}

#[test]
fn every_code_has_a_damaged_dossier() {
    for code in Code::ALL.iter().filter(|code| !ELSEWHERE.contains(code)) {
        let end = format!(" [{code}]");
        let mut reports = CASES.iter().flat_map(|(_, expected)| *expected);
        assert!(reports.any(|line| line.ends_with(&end)), "no case of {code}");
    }
}

#[test]
fn a_file_of_nul_characters_is_recognised() {
    assert_eq!(
        lines(&"\0".repeat(4_096)),
        ["1:1: error: the file holds nothing but NUL characters, as a disk leaves it after a \
             crash; restore an earlier copy [nul-characters]"]
    );
    assert_eq!(
        lines(&UNDAMAGED.replace("Traffic", "Traf\0ic")),
        ["4:17: error: there are NUL characters in the text; restore an earlier copy or delete \
             them [nul-characters]"]
    );
}

#[test]
fn sixty_words_may_be_quoted() {
    let words = vec!["word"; 60].join(" ");
    assert_eq!(
        lines(&UNDAMAGED.replace("Freight reached 39 million tonnes", &words)),
        Vec::<String>::new()
    );
}

/// The undamaged dossier with so many quotations that nothing cites.
fn with_unused_quotations(number: usize) -> String {
    let quotation =
        |i| format!(r#"(id: "x{i}", source: "gazette", paragraph: 1, selector: (exact: "x")),"#);
    let quotations: String = (0..number).map(quotation).collect();
    UNDAMAGED.replacen("    quotations: [\n", &format!("    quotations: [\n{quotations}\n"), 1)
}

#[test]
fn remarks_keep_no_dossier_from_opening_however_many_there_are() {
    let found = problems(&with_unused_quotations(1_200));
    assert!(found.len() >= 1_000);
    assert!(!integrity::has_error(&found), "{}", found[found.len() - 1]);
}

#[test]
fn an_error_is_listed_among_ever_so_many_remarks() {
    let text = with_unused_quotations(1_200);
    let found = problems(&text.replace(r#"place: "harbour""#, r#"place: "sea""#));
    assert!(found.iter().any(|problem| problem.code == Code::UnknownReference));
}

#[test]
fn time_zones_have_two_digits_and_two_more() {
    for zone in ["+99999999:00", "+-5:00", "+5:0", "+24:00x", "-"] {
        let text = UNDAMAGED.replace("2031-06-12 09:30", &format!("2031-06-12 09:30{zone}"));
        let found = problems(&text);
        assert_eq!(found.len(), 1, "{zone}: {found:#?}");
        assert_eq!(found[0].code, Code::ImpossibleDate, "{zone}");
    }
}

#[test]
fn a_dossier_that_is_cut_off_anywhere_is_refused() {
    let whole = UNDAMAGED.trim_end();
    for (end, _) in whole.char_indices() {
        let head = &whole[..end];
        let found = problems(head);
        assert!(found.iter().any(|p| p.severity == Severity::Error), "cut off at byte {end}");
        assert!(found.iter().all(|p| stands_in(head, p)), "cut off at byte {end}: {found:#?}");
    }
}

/// One change to a text.
#[derive(Clone, Copy, Debug)]
enum Edit {
    Delete,
    Insert(char),
    Replace(char),
}

impl Edit {
    fn apply(self, text: &str, at: Index) -> String {
        let mut characters: Vec<char> = text.chars().collect();
        let at = at.index(characters.len());
        match self {
            Self::Delete => {
                characters.remove(at);
            }
            Self::Insert(character) => characters.insert(at, character),
            Self::Replace(character) => characters[at] = character,
        }
        characters.into_iter().collect()
    }
}

/// Characters that mean something in RON, and any others.
fn characters() -> impl Strategy<Value = char> {
    let signs: Vec<char> = "()[]{}:,;\"'\\/*#!+-._<> \n\r\t\u{0}0127aberXZ".chars().collect();
    prop_oneof![3 => select(signs), 1 => any::<char>()]
}

fn edits() -> impl Strategy<Value = Edit> {
    prop_oneof![
        Just(Edit::Delete),
        characters().prop_map(Edit::Insert),
        characters().prop_map(Edit::Replace),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn changed_characters_never_panic_and_are_reported_inside_the_text(
        changes in proptest::collection::vec((any::<Index>(), edits()), 1..4),
    ) {
        let mut text = UNDAMAGED.to_owned();
        for (at, edit) in changes {
            text = edit.apply(&text, at);
        }
        for problem in problems(&text) {
            prop_assert!(stands_in(&text, &problem), "{problem}");
        }
    }
}
