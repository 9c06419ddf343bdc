//! How two versions of a brief differ: line by line, and within lines word by word.

use similar::{ChangeTag, TextDiff};

/// Lines around a difference that are shown with it.
const AROUND: usize = 1;

/// A line of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Compared {
    /// In both.
    Same(String),
    /// In the first only; its stretches, and whether each differs.
    Gone(Vec<(bool, String)>),
    /// In the second only.
    New(Vec<(bool, String)>),
    /// Lines that are the same and not shown: so many.
    Skipped(usize),
}

/// How the second text differs from the first; empty where it does not.
pub fn difference(first: &str, second: &str) -> Vec<Compared> {
    let diff = TextDiff::from_lines(first, second);
    let mut lines = Vec::new();
    let mut shown = 0;
    for group in diff.grouped_ops(AROUND) {
        let begins = group.first().map_or(0, |op| op.old_range().start);
        if begins > shown {
            lines.push(Compared::Skipped(begins - shown));
        }
        for op in &group {
            for change in diff.iter_inline_changes(op) {
                let stretches = change.iter_strings_lossy();
                let stretches = stretches.map(|(differs, words)| {
                    (differs, words.trim_end_matches(['\n', '\r']).to_owned())
                });
                let stretches: Vec<(bool, String)> = stretches.collect();
                lines.push(match change.tag() {
                    ChangeTag::Equal => {
                        Compared::Same(stretches.into_iter().map(|(_, words)| words).collect())
                    }
                    ChangeTag::Delete => Compared::Gone(stretches),
                    ChangeTag::Insert => Compared::New(stretches),
                });
            }
            shown = op.old_range().end;
        }
    }
    let all = diff.old_len();
    if !lines.is_empty() && all > shown {
        lines.push(Compared::Skipped(all - shown));
    }
    lines
}

/// The same for a terminal, in the form that patches have.
pub fn unified(first: (&str, &str), second: (&str, &str)) -> String {
    let diff = TextDiff::from_lines(first.1, second.1);
    diff.unified_diff().context_radius(AROUND).header(first.0, second.0).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_marked_word_by_word_and_the_rest_is_counted() {
        let first = "a\nb\nc\nTrade grew by 27 percent.\nd\ne\nf\n";
        let second = "a\nb\nc\nTrade grew by 28 percent.\nd\ne\nf\n";
        let lines = difference(first, second);
        assert_eq!(lines.first(), Some(&Compared::Skipped(2)));
        assert_eq!(lines.last(), Some(&Compared::Skipped(2)));
        let Some(Compared::New(stretches)) = lines.get(3) else { panic!("{lines:?}") };
        let differing: Vec<&str> = stretches
            .iter()
            .filter(|(differs, _)| *differs)
            .map(|(_, words)| words.as_str())
            .collect();
        assert_eq!(differing, ["28"]);
        assert!(difference(first, first).is_empty());
        assert!(unified(("one", first), ("two", second)).starts_with("--- one\n+++ two\n@@"));
    }
}
