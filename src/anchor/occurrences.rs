//! Finding typed words in a text.

use memchr::memmem;

use super::{Span, Text};
use crate::text::{Folded, Folding, lower};

/// Every place where words stand in a text; case, white space, dashes and the form of marks don't
/// matter, and places don't overlap.
pub fn occurrences(text: &Text, words: &str) -> Vec<Span> {
    let wanted = in_lower_case(words);
    if wanted.is_empty() {
        return Vec::new();
    }
    let folded = in_lower_case(text.as_str());
    memmem::find_iter(folded.as_str().as_bytes(), wanted.as_str())
        .map(|place| folded.characters(place, place + wanted.len()).into())
        .collect()
}

fn in_lower_case(text: &str) -> Folded {
    // One character for one, so that places stay the same.
    let text: String = text.chars().map(lower).collect();
    Folded::of(&text, Folding::Marks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_white_space_do_not_matter() {
        let text = Text::new("In Xi 'an, XI’AN and\nxi'\u{a0}an; ТРАССА и Трасса".into());
        let found: Vec<&str> =
            occurrences(&text, "Xi'an").into_iter().map(|span| text.slice(span)).collect();
        assert_eq!(found, ["Xi 'an", "XI’AN", "xi'\u{a0}an"]);
        assert_eq!(occurrences(&text, "трасса").len(), 2);
        assert!(occurrences(&text, " ").is_empty());
    }
}
