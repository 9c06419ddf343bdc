//! Words on one line, and cut to a length.

use super::folding::is_invisible;
use super::tokens::digit;

/// A text on one line: white space as single blanks, without control characters and what is not seen.
pub fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    let seen = words.map(|word| word.chars().filter(|c| !is_invisible(*c)).collect::<String>());
    seen.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The first `most` characters, with an ellipsis where something was cut; not in the middle of a number.
pub fn shorten(text: &str, most: usize) -> String {
    let end = text.char_indices().nth(most).map_or(text.len(), |(end, _)| end);
    let (head, rest) = text.split_at(end);
    if rest.is_empty() {
        return head.to_owned();
    }
    let head = if is_within_number(head, rest) { without_number(head) } else { head };
    format!("{}…", head.trim_end())
}

/// Whether a number goes on from one text to the next: "12" and "000", "1," and "200".
pub fn is_within_number(head: &str, rest: &str) -> bool {
    let mark = |c: char| matches!(c, '.' | ',' | '\'' | '’' | '·');
    let is_digit = |c: Option<char>| c.is_some_and(|c| digit(c).is_some());
    let mut before = head.chars().rev();
    let mut after = rest.chars();
    match (before.next(), after.next()) {
        (Some(last), Some(first)) if mark(last) => is_digit(before.next()) && is_digit(Some(first)),
        (last, Some(first)) if mark(first) => is_digit(last) && is_digit(after.next()),
        (last, first) => is_digit(last) && is_digit(first),
    }
}

/// A text without the number at its end.
pub fn without_number(head: &str) -> &str {
    head.trim_end_matches(|c: char| digit(c).is_some() || matches!(c, '.' | ',' | '\'' | '’' | '·'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_on_one_line() {
        assert_eq!(one_line("  freight\n had\u{c}risen\u{7}\u{200b} "), "freight had risen");
    }

    #[test]
    fn a_number_is_not_cut() {
        assert_eq!(shorten("It took 12,000 ships", 11), "It took…");
        assert_eq!(shorten("It took 12,000 ships", 14), "It took 12,000…");
        assert_eq!(shorten("It took 12", 11), "It took 12");
        assert_eq!(shorten("12000", 2), "…");
    }
}
