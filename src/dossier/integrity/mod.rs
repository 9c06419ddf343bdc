//! The checks that a dossier has to pass before it is opened: every mistake at once, each with its
//! place and what would be right.

mod dates;
mod derived;
mod fields;
mod figures;
mod items;
mod references;
mod series;

use std::collections::BTreeMap;

use super::locate::{self, Path, Step};
use super::problem::{Code, Problem, Severity};
use super::{Catalogue, Dossier, Item};

/// Most problems of one severity that are reported of one dossier; the rest are counted.
const MOST: usize = 1_000;

/// Checks a dossier. `text` is what it was read from, for lines and columns. The problems come in
/// the order of the file; none is an error when the dossier may be opened.
pub fn check(dossier: &Dossier, catalogue: &Catalogue, text: &str) -> Vec<Problem> {
    let mut findings = Findings::default();
    items::check(dossier, catalogue, &mut findings);
    references::check(dossier, catalogue, &mut findings);
    fields::check(dossier, &mut findings);
    figures::check(dossier, catalogue, &mut findings);
    dates::check(dossier, catalogue, &mut findings);
    series::check(dossier, catalogue, &mut findings);
    if !findings.has_error() {
        derived::check(dossier, catalogue, &mut findings);
    }
    findings.into_problems(dossier, text)
}

/// Whether there is an error among problems.
pub fn has_error(problems: &[Problem]) -> bool {
    problems.iter().any(|problem| problem.severity == Severity::Error)
}

/// A place in the dossier, held on the stack while it is checked; nothing is built unless a problem
/// is found there.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    outer: Option<&'a At<'a>>,
    field: &'static str,
    place: Option<usize>,
}

impl<'a> At<'a> {
    pub(super) fn top(field: &'static str) -> Self {
        Self { outer: None, field, place: None }
    }

    pub(super) fn item(list: &'static str, place: usize) -> Self {
        Self { outer: None, field: list, place: Some(place) }
    }

    pub(super) fn field(&'a self, field: &'static str) -> Self {
        Self { outer: Some(self), field, place: None }
    }

    pub(super) fn element(&'a self, list: &'static str, place: usize) -> Self {
        Self { outer: Some(self), field: list, place: Some(place) }
    }

    fn path(&self) -> Path {
        let mut path = self.outer.map(Self::path).unwrap_or_default();
        path.0.push(Step::Field(self.field.to_owned()));
        path.0.extend(self.place.map(Step::Place));
        path
    }
}

/// Problems with the places where they were found.
#[derive(Default)]
pub(super) struct Findings {
    found: Vec<(Path, Code, String)>,
    counts: BTreeMap<Severity, usize>,
}

impl Findings {
    pub(super) fn report(&mut self, at: &At<'_>, code: Code, message: String) {
        let count = self.counts.entry(code.severity()).or_default();
        *count += 1;
        if *count <= MOST {
            self.found.push((at.path(), code, message));
        }
    }

    fn has_error(&self) -> bool {
        self.counts.contains_key(&Severity::Error)
    }

    fn into_problems(self, dossier: &Dossier, text: &str) -> Vec<Problem> {
        if self.found.is_empty() {
            return Vec::new();
        }
        let places = locate::positions(text, self.found.iter().map(|(path, _, _)| path));
        let mut problems: Vec<Problem> = self
            .found
            .into_iter()
            .map(|(path, code, message)| {
                let (line, column) = places.get(&path).copied().unwrap_or((0, 0));
                let mut problem = Problem::of_file(code, message).at(line, column);
                problem.item = item_name(dossier, &path);
                problem
            })
            .collect();
        problems.sort_by_key(|problem| (problem.line, problem.column));
        for (severity, count) in self.counts {
            if let Some(more) = count.checked_sub(MOST).filter(|more| *more > 0) {
                let message = format!("and {more} more {}s, not listed", severity.name());
                let mut problem = Problem::of_file(Code::MoreProblems, message);
                problem.severity = severity;
                problems.push(problem);
            }
        }
        problems
    }
}

/// What to call the item that a path leads into: its id, or its list and place where it has none.
fn item_name(dossier: &Dossier, path: &Path) -> Option<String> {
    let (list, place) = path.item()?;
    let kind = Catalogue::KINDS.into_iter().find(|kind| kind.list() == list);
    let id = kind.map_or("", |kind| dossier.id_of(Item::new(kind, place)));
    Some(if id.is_empty() { format!("{list}[{place}]") } else { id.to_owned() })
}
