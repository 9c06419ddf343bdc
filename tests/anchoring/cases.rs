//! The sample of quotations to find again and the cases of other projects, neither of them part of
//! the repository: `DOSSIER_ANCHORING` names the folder that has them.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;

use dossier::anchor::{Anchoring, Outcome, Span, Text, TextIndex};
use dossier::dossier::Selector;
use serde::Deserialize;

use crate::is_right;

/// Edits after which every quotation is to be found.
const EASY: &[&str] = &[
    "unchanged",
    "shift",
    "moved_para",
    "moved_alone",
    "rewrap",
    "hyphen_wrap",
    "typo_fwd",
    "typo_rev",
    "ocr1",
    "ocr3",
    "ocr5",
];

/// Tags of cases that expect what only their own project wants.
const PECULIAR: &[&str] = &["policy", "strict-context"];

/// A quotation, the text to find it in, and where it stands. Other fields are not read.
#[derive(Deserialize)]
struct Case {
    id: String,
    /// The edit.
    #[serde(default)]
    cls: String,
    exact: String,
    prefix: Option<String>,
    suffix: Option<String>,
    hint: Option<i64>,
    /// The path of its text.
    doc: Option<String>,
    /// Its text, where it has no path.
    #[serde(default)]
    document: String,
    /// `None` where it stands nowhere.
    expected: Option<Place>,
    #[serde(default)]
    tags: Vec<String>,
}

#[derive(Clone, Copy, Deserialize)]
struct Place {
    start: u32,
    end: u32,
}

impl Case {
    fn selector(&self) -> Selector {
        Selector {
            exact: self.exact.clone(),
            prefix: self.prefix.clone().unwrap_or_default(),
            suffix: self.suffix.clone().unwrap_or_default(),
            // A place before the text says nothing.
            start: self.hint.and_then(|hint| hint.try_into().ok()),
        }
    }

    fn judge(&self, anchoring: &Anchoring) -> Judgement {
        let there = self.expected.map(|Place { start, end }| Span { start, end });
        match (anchoring.found, there) {
            (None, None) => Judgement::Right,
            (Some(_), None) => Judgement::AttachedThoughGone,
            (Some(found), Some(there)) if is_right(found.span, there) => Judgement::Right,
            (Some(_), Some(_)) => Judgement::Wrong,
            (None, Some(there)) => {
                let open = matches!(anchoring.outcome, Outcome::Doubtful | Outcome::Ambiguous);
                let shown = anchoring.candidates.iter().any(|known| is_right(known.span, there));
                if open && shown { Judgement::Shown } else { Judgement::Missed }
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Judgement {
    /// Attached where it stands, or not attached where it stands nowhere.
    Right,
    /// Not attached; the place is among those to choose from.
    Shown,
    /// Not attached, and the place is not shown.
    Missed,
    /// Attached somewhere else.
    Wrong,
    /// Attached, though it stands nowhere.
    AttachedThoughGone,
}

/// The cases of a file with what came of each.
struct Judged(Vec<(Case, Judgement)>);

impl Judged {
    fn of(file: &str) -> Self {
        let folder = std::env::var_os("DOSSIER_ANCHORING").map(PathBuf::from);
        let folder =
            folder.expect("DOSSIER_ANCHORING is not set; it names the folder of the sample");
        let read = |path: &str| {
            let path = folder.join(path);
            let bytes = fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            String::from_utf8(bytes).unwrap()
        };
        let lines = read(file);
        let lines = lines.lines().filter(|line| !line.trim().is_empty());
        let cases = lines.map(|line| serde_json::from_str::<Case>(line).unwrap());
        let mut texts: HashMap<String, Text> = HashMap::new();
        let judged = cases.map(|case| {
            let anchoring = if let Some(path) = &case.doc {
                let text = texts.entry(path.clone()).or_insert_with(|| Text::new(read(path)));
                TextIndex::of(text).anchor(&case.selector())
            } else {
                let text = Text::new(case.document.clone());
                TextIndex::of(&text).anchor(&case.selector())
            };
            let judgement = case.judge(&anchoring);
            (case, judgement)
        });
        Self(judged.collect())
    }

    fn count(&self, what: impl Fn(Judgement) -> bool) -> usize {
        self.0.iter().filter(|(_, judgement)| what(*judgement)).count()
    }

    /// The cases that came out otherwise, one a line.
    fn list(&self, fine: impl Fn(Judgement) -> bool) -> String {
        let others = self.0.iter().filter(|(_, judgement)| !fine(*judgement));
        let lines =
            others.map(|(case, judgement)| format!("{} {}: {judgement:?}", case.id, case.cls));
        lines.collect::<Vec<String>>().join("\n")
    }

    fn print(&self, name: &str) {
        println!(
            "{name}: {} of {} right, {} shown, {} missed, {} wrong, {} attached though gone",
            self.count(is_all_right),
            self.0.len(),
            self.count(|j| j == Judgement::Shown),
            self.count(|j| j == Judgement::Missed),
            self.count(|j| j == Judgement::Wrong),
            self.count(|j| j == Judgement::AttachedThoughGone),
        );
    }
}

fn is_all_right(judgement: Judgement) -> bool {
    judgement == Judgement::Right
}

fn is_right_or_shown(judgement: Judgement) -> bool {
    matches!(judgement, Judgement::Right | Judgement::Shown)
}

fn is_no_mistake(judgement: Judgement) -> bool {
    !matches!(judgement, Judgement::Wrong | Judgement::AttachedThoughGone)
}

#[test]
#[ignore = "needs DOSSIER_ANCHORING, the folder with the sample of quotations to find again"]
fn the_sample_is_found_again() {
    let sample = Judged::of("sample.jsonl");
    sample.print("sample");
    let all = sample.0.len();
    assert!(all >= 100, "{all} cases are too few to tell");
    assert_eq!(sample.list(is_no_mistake), "");
    let right = sample.count(is_all_right);
    assert!(right * 100 >= all * 94, "{right} of {all} right:\n{}", sample.list(is_all_right));
    let shown = sample.count(is_right_or_shown);
    let others = sample.list(is_right_or_shown);
    assert!(shown * 100 >= all * 99, "{shown} of {all} right or shown:\n{others}");
}

#[test]
#[ignore = "needs DOSSIER_ANCHORING, the folder with the sample of quotations to find again"]
fn every_easy_edit_of_the_sample_is_right() {
    let mut sample = Judged::of("sample.jsonl");
    sample.0.retain(|(case, _)| EASY.contains(&case.cls.as_str()));
    sample.print("sample, easy edits");
    for edit in EASY {
        assert!(sample.0.iter().any(|(case, _)| case.cls == *edit), "no case of {edit}");
    }
    assert_eq!(sample.list(is_all_right), "");
}

#[test]
#[ignore = "needs DOSSIER_ANCHORING, the folder with the sample of quotations to find again"]
fn cases_of_other_projects_are_not_attached_wrongly() {
    let mut cases = Judged::of("third-party.jsonl");
    cases.0.retain(|(case, _)| !case.tags.iter().any(|tag| PECULIAR.contains(&tag.as_str())));
    cases.print("cases of other projects");
    assert_eq!(cases.list(is_no_mistake), "");
    let shown = cases.count(is_right_or_shown);
    assert!(shown >= 160, "{shown} right or shown:\n{}", cases.list(is_right_or_shown));
}

#[test]
fn what_came_of_a_case_is_judged() {
    let case = |expected: &str| {
        let fields = r#""id": "1", "exact": "in the rain", "hint": -1"#;
        let document = r#""document": "two hours in the rain, and two hours in the sun""#;
        let line = format!("{{{fields}, {document}, \"expected\": {expected}}}");
        serde_json::from_str::<Case>(&line).unwrap()
    };
    let there = case(r#"{"start": 10, "end": 21}"#);
    assert_eq!(there.selector().start, None);
    let text = Text::new(there.document.clone());
    let found = TextIndex::of(&text).anchor(&there.selector());
    let lost = TextIndex::of(&text).anchor(&Selector::default());
    assert_eq!(there.judge(&found), Judgement::Right);
    assert_eq!(there.judge(&lost), Judgement::Missed);
    assert_eq!(case(r#"{"start": 31, "end": 45}"#).judge(&found), Judgement::Wrong);
    assert_eq!(case("null").judge(&found), Judgement::AttachedThoughGone);
    assert_eq!(case("null").judge(&lost), Judgement::Right);
    let shown = Anchoring {
        outcome: Outcome::Doubtful,
        found: None,
        candidates: found.found.into_iter().collect(),
    };
    assert_eq!(there.judge(&shown), Judgement::Shown);
}
