//! How two versions of a brief differ: line by line, and within lines word by word.

use std::collections::HashMap;

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

/// How the words of two exported versions differ. Footnotes are named by their place rather than by their number,
/// which changes with each citation put in front of them, and Markdown's escapes are taken away.
pub fn difference_of_versions(first: &str, second: &str) -> Vec<Compared> {
    difference(&readable(first), &readable(second))
}

/// A version's text with `[Gazette ¶8]` in the place of `[^3]`, and its footnotes in alphabetical order.
fn readable(version: &str) -> String {
    let plain = unescaped(version);
    let (notes, body): (Vec<&str>, Vec<&str>) =
        plain.lines().partition(|line| line.starts_with("[^") && line.contains("]: "));
    let mut names = HashMap::new();
    let mut footnotes = Vec::new();
    for note in notes {
        let Some((number, saying)) = note.split_once("]: ") else { continue };
        let name = name_of_note(saying);
        let words = saying.split_once(": ").map_or(saying, |(_, words)| words);
        footnotes.push(format!("{name}: {words}"));
        names.insert(number.to_owned(), name);
    }
    footnotes.sort();
    footnotes.dedup();
    let mut out = String::new();
    for line in body {
        // Where footnotes stood, blank lines are left over.
        if line.is_empty() && (out.is_empty() || out.ends_with("\n\n")) {
            continue;
        }
        let mut rest = line;
        while let Some((before, after)) = rest.split_once("[^") {
            out.push_str(before);
            let number = after.split(']').next().unwrap_or_default();
            match names.get(&format!("[^{number}")) {
                Some(name) => out.push_str(&format!("[{name}]")),
                None => out.push_str(&format!("[^{number}]")),
            }
            rest = after.get(number.len() + 1..).unwrap_or_default();
        }
        out.push_str(rest);
        out.push('\n');
    }
    for footnote in footnotes {
        out.push_str(&format!("{footnote}\n"));
    }
    out
}

/// `Gazette ¶8` of `Gazette, “Title”, 12 June 2031, paragraph 8 (Ada Quay): “…”`.
fn name_of_note(saying: &str) -> String {
    let reference = saying.split(": ").next().unwrap_or(saying);
    let ends = [", “", ", paragraph ", ", headline and byline"];
    let end = ends.iter().filter_map(|end| reference.find(end)).min().unwrap_or(reference.len());
    let publisher = reference.get(..end).unwrap_or(reference);
    match reference.rsplit_once("paragraph ") {
        Some((_, rest)) => {
            let number: String = rest.chars().take_while(char::is_ascii_digit).collect();
            format!("{publisher} ¶{number}")
        }
        None => format!("{publisher}, head"),
    }
}

fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\\' if characters.peek().is_some_and(char::is_ascii_punctuation) => {
                out.extend(characters.next());
            }
            c => out.push(c),
        }
    }
    out.replace("&#96;", "`")
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
    fn a_new_citation_changes_its_own_line_and_no_other() {
        let first = "It\\'s open.[^1]\n\nIt grew.[^2]\n\n[^1]: Gazette, “T, paragraph 9”, 2031, paragraph 1: “open”\n\n\
                     [^2]: Gazette, paragraph 2 (Ada): “grew”\n";
        let second = "It\\'s open.[^1] [^2]\n\nIt grew.[^3]\n\n[^1]: Gazette, “T, paragraph 9”, 2031, paragraph 1: “open”\n\n\
                      [^2]: Post, “U”, 2031, headline and byline: “is”\n\n[^3]: Gazette, paragraph 2 (Ada): “grew”\n";
        let lines = difference_of_versions(first, second);
        let changed: Vec<&Compared> = lines
            .iter()
            .filter(|line| matches!(line, Compared::Gone(_) | Compared::New(_)))
            .collect();
        let words = |line: &Compared| match line {
            Compared::Gone(parts) | Compared::New(parts) => {
                parts.iter().map(|(_, words)| words.as_str()).collect::<String>()
            }
            _ => String::new(),
        };
        let changed: Vec<String> = changed.into_iter().map(words).collect();
        assert_eq!(
            changed,
            ["It's open.[Gazette ¶1]", "It's open.[Gazette ¶1] [Post, head]", "Post, head: “is”"]
        );
    }

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
