//! The statements of a line: its sentences, and whether each cites something.

use super::blocks::Span;
use crate::text::{Language, sentences};

/// The statements of a line that cite nothing. A question states nothing, and neither does what leads up
/// to a list with a colon.
pub fn without_source(line: &[Span]) -> Vec<String> {
    let mut text = String::new();
    // Where notes stand, in bytes of the text.
    let mut notes = Vec::new();
    for span in line {
        match span {
            Span::Note(_) => notes.push(text.len()),
            span => text.push_str(span.words()),
        }
    }
    let mut found = Vec::new();
    for sentence in sentences(&text, Language::guess(&text)) {
        let (start, end) = (sentence.start, sentence.end);
        let words = text.get(sentence).unwrap_or_default().trim();
        // A note right behind a full stop belongs to the sentence before it.
        let cited = notes.iter().any(|note| (start + 1..=end).contains(note));
        let states =
            words.chars().any(char::is_alphabetic) && !words.ends_with(['?', '？', ':', '：']);
        if states && !cited {
            found.push(words.to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Vec<Span> {
        let mut spans = Vec::new();
        for (place, part) in text.split('^').enumerate() {
            if place > 0 {
                spans.push(Span::Note(place - 1));
            }
            spans.push(Span::Text(part.to_owned()));
        }
        spans
    }

    #[test]
    fn each_sentence_cites_for_itself() {
        let cases: [(&str, &[&str]); 9] = [
            ("Freight grew.^ Berths are coming^.", &[]),
            ("Freight grew.^ Berths are coming.", &["Berths are coming."]),
            ("Freight grew. Berths are coming.^", &["Freight grew."]),
            ("^Freight grew.", &["Freight grew."]),
            ("Mr. Quay met J. Doe of the U.S. Navy.^", &[]),
            ("It grew by 8.5 percent.^ When? Three reasons:", &[]),
            ("运量增长。^还有泊位。", &["还有泊位。"]),
            ("— 12 —", &[]),
            ("No stop at the end", &["No stop at the end"]),
        ];
        for (text, expected) in cases {
            assert_eq!(without_source(&line(text)), expected, "{text}");
        }
    }
}
