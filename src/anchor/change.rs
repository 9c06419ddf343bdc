//! What changed between a quotation as recorded and the words that stand there now, word by word.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::text::is_ideograph;

/// A stretch of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// In both.
    Kept(String),
    /// Recorded, and no longer there.
    Struck(String),
    /// There, and not recorded.
    Added(String),
}

/// Compares the recorded words with those that stand there now.
pub fn changes(recorded: &str, now: &str) -> Vec<Change> {
    let (old, new) = (words(recorded), words(now));
    let mut changes = Vec::new();
    let mut push = |make: fn(String) -> Change, words: Option<&[&str]>| {
        let text = words.unwrap_or_default().concat();
        if !text.is_empty() {
            changes.push(make(text));
        }
    };
    for step in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (struck, added) = (old.get(step.old_range()), new.get(step.new_range()));
        if step.tag() == DiffTag::Equal {
            push(Change::Kept, added);
        } else {
            push(Change::Struck, struck);
            push(Change::Added, added);
        }
    }
    changes
}

/// Words and what stands between them; each ideograph is a word.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let in_word = |c: char| c.is_alphanumeric() && !is_ideograph(c);
        let end = if in_word(first) {
            rest.find(|c| !in_word(c)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (word, after) = rest.split_at(end);
        words.push(word);
        rest = after;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exchanged_words_are_struck_and_added() {
        let made = changes("bringing tangible benefits, to 68", "bringing visible benefits to 68");
        let expected = [
            Change::Kept("bringing ".into()),
            Change::Struck("tangible".into()),
            Change::Added("visible".into()),
            Change::Kept(" benefits".into()),
            Change::Struck(",".into()),
            Change::Kept(" to 68".into()),
        ];
        assert_eq!(made, expected);
    }

    #[test]
    fn nothing_is_lost_in_any_script() {
        let (old, new) = ("中国与中亚五国 — é", "中国和中亚六国 — e\u{301}!");
        let (mut struck, mut added) = (String::new(), String::new());
        for change in changes(old, new) {
            match change {
                Change::Kept(words) => {
                    struck.push_str(&words);
                    added.push_str(&words);
                }
                Change::Struck(words) => struck.push_str(&words),
                Change::Added(words) => added.push_str(&words),
            }
        }
        assert_eq!((struck.as_str(), added.as_str()), (old, new));
    }
}
