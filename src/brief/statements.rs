//! The statements of a line: its sentences, and whether each cites something.

use unicode_segmentation::UnicodeSegmentation;

use super::blocks::Span;

/// Behind these a sentence goes on (lower case, without the stop).
const ABBREVIATIONS: [&str; 22] = [
    "mr", "mrs", "ms", "dr", "prof", "st", "gen", "col", "sen", "rep", "gov", "no", "vs", "etc",
    "e.g", "i.e", "cf", "p", "pp", "para", "u.s", "u.n",
];

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
    for (start, end) in sentences(&text) {
        let words = text.get(start..end).unwrap_or_default().trim();
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

/// The bounds of sentences (Unicode Standard Annex #29), in bytes; one that ends in an abbreviation or an
/// initial goes on.
fn sentences(text: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut goes_on = false;
    for (start, sentence) in text.split_sentence_bound_indices() {
        let end = start + sentence.len();
        match found.last_mut() {
            Some(last) if goes_on => last.1 = end,
            _ => found.push((start, end)),
        }
        goes_on = ends_in_abbreviation(sentence);
    }
    found
}

fn ends_in_abbreviation(sentence: &str) -> bool {
    let Some(last) = sentence.trim().strip_suffix('.').and_then(|s| s.split_whitespace().last())
    else {
        return false;
    };
    let last = last.trim_start_matches(['(', '“', '"', '‘']);
    let is_initial = last.chars().count() == 1 && last.chars().all(char::is_uppercase);
    is_initial || ABBREVIATIONS.contains(&last.to_lowercase().as_str())
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
