//! Analysts' files that a newer version of the program wrote: what this one knows of them is read, to be
//! shown and never to be written back.

use crate::annotations::Annotations;
use crate::dossier::Code;
use crate::dossier::parse::{explain, ron_options};

/// A file has not more parts that are passed over.
const MOST_UNKNOWN: usize = 1_000;

/// The work in a file, without the fields that are not known here, and how many those are. `None` where
/// more than fields is unknown.
pub(super) fn known_part(text: &str) -> Option<(Annotations, usize)> {
    let mut text = text.to_owned();
    for unknown in 0..MOST_UNKNOWN {
        let error = match ron_options().from_str::<Annotations>(&text) {
            Ok(annotations) => return Some((annotations, unknown)),
            Err(error) => error,
        };
        let problem = explain::<Annotations>(&text, &error);
        if problem.code != Code::UnknownField {
            return None;
        }
        let at = offset(&text, problem.line, problem.column)?;
        let end = end_of_field(text.get(at..)?)?;
        text.replace_range(at..at + end, "");
    }
    None
}

/// The byte at a line and a column, both from 1, the column in characters.
fn offset(text: &str, line: usize, column: usize) -> Option<usize> {
    let begin: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let rest = text.get(begin..)?;
    let (within, _) = rest.char_indices().nth(column.checked_sub(1)?)?;
    Some(begin + within)
}

/// Where a field that begins here ends, its comma included, in bytes.
fn end_of_field(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => {
                // A text, with what is escaped in it.
                loop {
                    match characters.next()?.1 {
                        '\\' => drop(characters.next()),
                        '"' => break,
                        _ => {}
                    }
                }
            }
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => return Some(at),
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => return Some(at + 1),
            '/' if characters.peek().is_some_and(|(_, next)| *next == '/') => {
                while characters.next_if(|(_, next)| *next != '\n').is_some() {}
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_of_a_newer_version_are_passed_over_wherever_they_stand() {
        let text = r#"(format: 9, holograms: [(of: "a, \") b")], // more to come, (
            annotations: [(id: "a1", mood: Happy(3, [1]), on: "王毅", kind: Remark, text: "T",
                created: "2031-06-15T08:20:00Z", modified: "2031-06-15T08:20:00Z", aura: "x")],
            pins: [Item("e")], last: {1: 2})"#;
        let (work, unknown) = known_part(text).unwrap();
        assert_eq!(unknown, 4);
        assert_eq!((work.annotations.len(), work.pins.len()), (1, 1));
        assert_eq!(work.annotations[0].on, "王毅");
    }

    #[test]
    fn what_is_unknown_beyond_fields_or_damaged_is_not_read() {
        for text in [
            "(format: 9, pins: [Hologram(3)])",
            "(format: 9, pins: [Item(\"a\"",
            "(format: 9, holograms: [(",
            "",
        ] {
            assert_eq!(known_part(text), None, "{text}");
        }
    }
}
