//! The checks that a dossier has to pass before it is opened: every mistake at once, each with its
//! place and what would be right.

mod derived;
mod fields;
mod items;
mod references;

use std::collections::BTreeMap;

use super::locate::{self, Path, Step};
use super::parse::item_name;
use super::problem::{Code, Problem, Severity};
use super::{Catalogue, Dossier};

/// Most problems that are reported of one dossier.
const MOST: usize = 1_000;

/// Checks a dossier. `text` is what it was read from, for lines and columns. The problems come in
/// the order of the file; none is an error when the dossier may be opened.
pub fn check(dossier: &Dossier, catalogue: &Catalogue, text: &str) -> Vec<Problem> {
    let mut findings = Findings::default();
    items::check(dossier, catalogue, &mut findings);
    references::check(dossier, catalogue, &mut findings);
    fields::check(dossier, &mut findings);
    if !findings.has_error() {
        derived::check(dossier, catalogue, &mut findings);
    }
    findings.into_problems(text)
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
    more: usize,
}

impl Findings {
    pub(super) fn report(&mut self, at: &At<'_>, code: Code, message: String) {
        if self.found.len() < MOST {
            self.found.push((at.path(), code, message));
        } else {
            self.more += 1;
        }
    }

    fn has_error(&self) -> bool {
        self.found.iter().any(|(_, code, _)| code.severity() == Severity::Error)
    }

    fn into_problems(self, text: &str) -> Vec<Problem> {
        if self.found.is_empty() {
            return Vec::new();
        }
        let places = locate::positions(text, self.found.iter().map(|(path, _, _)| path));
        let mut names: BTreeMap<Path, Option<String>> = BTreeMap::new();
        let mut problems: Vec<Problem> = self
            .found
            .into_iter()
            .map(|(path, code, message)| {
                let (line, column) = places.get(&path).copied().unwrap_or((0, 0));
                let item_path = Path(path.0.iter().take(2).cloned().collect());
                let name = names.entry(item_path).or_insert_with_key(|path| item_name(text, path));
                let mut problem = Problem::of_file(code, message).at(line, column);
                problem.item.clone_from(name);
                problem
            })
            .collect();
        problems.sort_by_key(|problem| (problem.line, problem.column));
        if self.more > 0 {
            let message = format!("and {} more problems, not listed", self.more);
            problems.push(Problem::of_file(Code::Syntax, message));
        }
        problems
    }
}
