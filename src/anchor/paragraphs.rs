//! A text's paragraphs: its lines that are not blank, numbered as quotations count them.

use super::{Span, Text};

/// One line of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its characters, without the line's end.
    pub span: Span,
    /// Its number, from 1; 0 above the body.
    pub number: u32,
}

/// The paragraphs of a text, in order.
#[derive(Clone, Debug, Default)]
pub struct Paragraphs(Vec<Paragraph>);

impl Paragraphs {
    /// The paragraphs.
    pub fn as_slice(&self) -> &[Paragraph] {
        &self.0
    }

    /// One of them, by its place.
    pub fn get(&self, place: usize) -> Option<&Paragraph> {
        self.0.get(place)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the text has no words.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The place of the paragraph that holds a character, or of the one before it.
    pub fn place_of(&self, character: u32) -> usize {
        self.0.partition_point(|paragraph| paragraph.span.start <= character).saturating_sub(1)
    }

    /// The number of the paragraph that holds a character.
    pub fn number_at(&self, character: u32) -> u32 {
        self.0.get(self.place_of(character)).map_or(0, |paragraph| paragraph.number)
    }
}

/// Divides a text into paragraphs. They are counted from `body_start`, in characters.
pub fn paragraphs(text: &Text, body_start: u32) -> Paragraphs {
    let mut paragraphs = Vec::new();
    let (mut start, mut number) = (0, 0);
    for line in text.as_str().split('\n') {
        let end = start + line.chars().count() as u32;
        if !line.trim().is_empty() {
            let in_body = end > body_start;
            number += u32::from(in_body);
            let shown = line.trim_end_matches('\r').chars().count() as u32;
            let span = Span { start, end: start + shown };
            paragraphs.push(Paragraph { span, number: if in_body { number } else { 0 } });
        }
        start = end + 1;
    }
    Paragraphs(paragraphs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_are_not_blank_are_counted_from_the_body_on() {
        let text = Text::new("Head\nBy A\n\nÄ one.\r\n \t\nB two.\n".into());
        let paragraphs = paragraphs(&text, 11);
        let lines: Vec<(u32, &str)> =
            paragraphs.as_slice().iter().map(|p| (p.number, text.slice(p.span))).collect();
        assert_eq!(lines, [(0, "Head"), (0, "By A"), (1, "Ä one."), (2, "B two.")]);
        let at = |words: &str| text.character(text.as_str().find(words).unwrap());
        assert_eq!(paragraphs.number_at(at("two")), 2);
        assert_eq!(paragraphs.number_at(at("one")), 1);
        assert_eq!(paragraphs.number_at(at("By")), 0);
        assert_eq!(super::paragraphs(&Text::new(String::new()), 0).number_at(3), 0);
    }
}
