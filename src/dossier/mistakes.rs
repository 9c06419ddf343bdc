//! All mistakes of type and choice in a file at once.
//!
//! serde ends at the first. What is wrong is blanked out, or filled in where it is missing, in a copy of
//! the text, and the copy is read again, until it can be read or what is left is no RON. Blanks keep the
//! places of all that stands behind; what is filled in is remembered to be taken off again.

use ron::error::SpannedError;

use super::Dossier;
use super::locate::{self, Path, Step};
use super::parse::{explain_at, nearest, ron_options};
use super::problem::{Code, Problem};

/// Most mistakes that are looked for one after the other.
const MOST: usize = 200;
/// Most bytes that are read for it: a large file is read less often.
const MOST_BYTES: usize = 60_000_000;

/// The problems of a text that could not be read, the first of them told by an error.
pub(super) fn all(text: &str, first: &SpannedError) -> Vec<Problem> {
    let mut copy = Copy { text: text.to_owned(), filled: Vec::new(), blanked: Vec::new() };
    let mut problems: Vec<Problem> = Vec::new();
    let mut error = first.clone();
    for round in 0..MOST.min(2 + MOST_BYTES / text.len().max(1)) {
        let (mut problem, path) = explain_at::<Dossier>(&copy.text, &error);
        let is_own_doing = problem.code == Code::MissingField && copy.was_blanked(&path, &error);
        (problem.line, problem.column) = copy.place_in_original(text, problem.line, problem.column);
        if !is_own_doing {
            let known = problems.iter().any(|known| {
                (known.line, known.column, &known.message)
                    == (problem.line, problem.column, &problem.message)
            });
            if known {
                break;
            }
            // What is no RON can't be passed over; behind other mistakes it may be their consequence.
            if problem.code == Code::Syntax && round > 0 {
                break;
            }
            problems.push(problem);
        }
        if !copy.pass_over(&path, &error) {
            break;
        }
        match ron_options().from_str::<Dossier>(&copy.text) {
            Ok(_) => break,
            Err(next) => error = next,
        }
    }
    problems.sort_by_key(|problem| (problem.line, problem.column));
    problems
}

/// A text with its mistakes taken out.
struct Copy {
    text: String,
    /// Where something was filled in, and how long it is; in the order of the places.
    filled: Vec<(usize, usize)>,
    /// The fields that were blanked out.
    blanked: Vec<Path>,
}

impl Copy {
    /// Whether a field is missing since it was blanked out.
    fn was_blanked(&self, path: &Path, error: &SpannedError) -> bool {
        let ron::Error::MissingStructField { field, .. } = &error.code else { return false };
        let mut path = path.clone();
        path.0.push(Step::Field(field.to_string()));
        self.blanked.contains(&path)
    }

    /// Takes a mistake out; whether that could be done.
    fn pass_over(&mut self, path: &Path, error: &SpannedError) -> bool {
        match &error.code {
            ron::Error::MissingStructField { field, .. } => self.fill_in(path, field),
            ron::Error::NoSuchStructField { found, expected, .. } => {
                // The field that was meant is not missing as well.
                if let Some(meant) = nearest(found, expected.iter().copied()) {
                    let mut field = Self::item_of(path, found);
                    field.0.push(Step::Field(meant.to_owned()));
                    self.blanked.push(field);
                }
                self.blank_out(path, found, false)
            }
            ron::Error::DuplicateStructField { field, .. } => self.blank_out(path, field, true),
            ron::Error::NoSuchEnumVariant { .. }
            | ron::Error::InvalidValueForType { .. }
            | ron::Error::ExpectedString
            | ron::Error::ExpectedInteger
            | ron::Error::IntegerOutOfBounds
            | ron::Error::InvalidIntegerDigit { .. }
            | ron::Error::ExpectedFloat
            | ron::Error::FloatUnderscore
            | ron::Error::ExpectedArray
            | ron::Error::ExpectedNamedStructLike(_)
            | ron::Error::ExpectedStructLike
            | ron::Error::Message(_) => self.blank_value(path),
            _ => false,
        }
    }

    /// The item whose field a path may lead to.
    fn item_of(path: &Path, field: &str) -> Path {
        match path.0.split_last() {
            Some((Step::Field(name), outer)) if name == field => Path(outer.to_vec()),
            _ => path.clone(),
        }
    }

    /// Blanks a field out with its value: the way to it is its item's.
    fn blank_out(&mut self, path: &Path, field: &str, last: bool) -> bool {
        let item = Self::item_of(path, field);
        let Some(span) = locate::field_span(&self.text, &item, field, last) else { return false };
        self.blank(span)
    }

    /// Blanks out the field whose value is wrong, or the element of a list.
    fn blank_value(&mut self, path: &Path) -> bool {
        let Some(span) = locate::value_span(&self.text, path) else { return false };
        self.blanked.push(path.clone());
        self.blank(span)
    }

    fn blank(&mut self, span: std::ops::Range<usize>) -> bool {
        let Some(old) = self.text.get(span.clone()) else { return false };
        if old.trim().is_empty() {
            return false;
        }
        // One blank a byte, so that all that stands behind keeps its place; lines stay lines.
        let blanks: String = old.bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }).collect();
        self.text.replace_range(span, &blanks);
        true
    }

    /// Fills a missing field in at the end of its item.
    fn fill_in(&mut self, path: &Path, field: &str) -> bool {
        let Some(end) = locate::end_of(&self.text, path) else { return false };
        let value = match field {
            "format" => "2",
            "paragraph" | "number" => "1",
            "kind" => match path.item() {
                Some(("sources", _)) => "Web",
                Some(("relations", _)) => "Heads",
                Some(("metrics", _)) => "Count",
                Some(("topics", _)) => "Agree",
                _ => "Person",
            },
            "selector" => "(exact: \"x\")",
            "figure" => "Derived(formula: \"1\", inputs: [], unit: Percent)",
            "unit" => "Percent",
            "direction" => "Up",
            "by" => "(number: 1, unit: Percent)",
            "when" => "()",
            "finding" => "(kind: Agree, reason: \"x\")",
            "quotations" | "answers" | "inputs" | "metrics" => "[]",
            _ => "\"x\"",
        };
        let before = self.text.get(..end).unwrap_or_default().trim_end();
        let comma = if before.ends_with([',', '(']) { "" } else { "," };
        let filled = format!("{comma}{field}:{value}");
        self.filled.push((end, filled.len()));
        self.text.insert_str(end, &filled);
        true
    }

    /// Where a place of the copy is in the original.
    fn place_in_original(&self, original: &str, line: usize, column: usize) -> (usize, usize) {
        if line == 0 || self.text == original {
            return (line, column);
        }
        let line_start: usize = self.text.split_inclusive('\n').take(line - 1).map(str::len).sum();
        let rest = self.text.get(line_start..).unwrap_or_default();
        let mut offset =
            line_start + rest.chars().take(column - 1).map(char::len_utf8).sum::<usize>();
        for (at, length) in self.filled.iter().rev() {
            if offset >= at + length {
                offset -= length;
            } else if offset > *at {
                offset = *at;
            }
        }
        let mut offset = offset.min(original.len());
        while !original.is_char_boundary(offset) {
            offset -= 1;
        }
        super::parse::place_of(original, offset)
    }
}

#[cfg(test)]
mod tests {
    use crate::dossier::parse::parse;

    fn told(text: &str) -> Vec<String> {
        parse(text).unwrap_err().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn mistakes_of_type_and_choice_are_told_in_one_go() {
        let text = "(format: 2, title: \"t\",\n\
            sources: [(id: \"s\", titel: \"t\", publisher: \"p\", kind: Wep, language: \"en\")],\n\
            entities: [\n\
            (id: \"a\", kind: Person, name: 40, quotations: []),\n\
            (id: \"b\", kind: Persn, name: \"B\"),\n\
            ])";
        assert_eq!(
            told(text),
            [
                "2:21: error: s: there is no field `titel` in Source; did you mean `title`? \
                 [unknown-field]",
                "2:55: error: s: `Wep` is no choice in SourceKind; did you mean `Web`? \
                 [unknown-choice]",
                "4:31: error: a: a text in quotation marks belongs here [wrong-type]",
                "5:1: error: b: the field `quotations` is missing in Entity; it may not be left out \
                 [missing-field]",
                "5:17: error: b: `Persn` is no choice in EntityKind; did you mean `Person`? \
                 [unknown-choice]",
            ]
        );
    }

    #[test]
    fn places_are_those_of_the_file_whatever_was_passed_over() {
        let text = "(format: 2, title: \"t\", compiled: Größe(1), sources: 5, quotations: 6)";
        let places: Vec<String> = told(text)
            .iter()
            .filter_map(|told| Some(told.split_once(": ")?.0.to_owned()))
            .collect();
        assert_eq!(places, ["1:35", "1:54", "1:69"], "{:?}", told(text));
    }

    #[test]
    fn what_is_no_ron_is_told_alone() {
        assert_eq!(told("(format: 2, title: \"t\" sources: [])").len(), 1);
    }
}
