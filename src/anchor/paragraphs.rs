//! A text's paragraphs: its lines that are not blank, numbered as quotations count them. Very long ones
//! come in pieces.

use super::{Span, Text};

/// One line of a text, or a piece of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its characters, without the line's end.
    pub span: Span,
    /// Its number, from 1; 0 above the body.
    pub number: u32,
    /// Whether it goes on with the line of the one before it.
    pub continues: bool,
}

/// Longer lines are divided, in characters.
const LONGEST_PIECE: usize = 3_000;

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

impl Paragraphs {
    /// The whole line that holds a character, whatever pieces it comes in.
    pub fn line_at(&self, character: u32) -> Span {
        let place = self.place_of(character);
        let before = self.0.get(..=place).unwrap_or_default();
        let first = before.iter().rposition(|piece| !piece.continues).unwrap_or(place);
        let after = self.0.get(place + 1..).unwrap_or_default();
        let more = after.iter().take_while(|piece| piece.continues).count();
        let at = |place: usize| self.0.get(place).map_or(Span::default(), |piece| piece.span);
        Span { start: at(first).start, end: at(place + more).end }
    }
}

/// The pieces of a line, in characters from its beginning: cut at the last blank where there is one.
fn pieces(line: &str) -> Vec<(u32, u32)> {
    let characters: Vec<char> = line.chars().collect();
    let mut pieces = Vec::new();
    let mut start = 0;
    while characters.len() - start > LONGEST_PIECE {
        let stretch = characters.get(start..start + LONGEST_PIECE).unwrap_or_default();
        let blank = stretch.iter().rposition(|c| c.is_whitespace());
        let end = start + blank.map_or(LONGEST_PIECE, |blank| blank + 1);
        pieces.push((start as u32, end as u32));
        start = end;
    }
    pieces.push((start as u32, characters.len() as u32));
    pieces
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
            let number = if in_body { number } else { 0 };
            for (from, to) in pieces(line.trim_end_matches('\r')) {
                let span = Span { start: start + from, end: start + to };
                paragraphs.push(Paragraph { span, number, continues: from > 0 });
            }
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

    #[test]
    fn a_very_long_line_comes_in_pieces_that_share_its_number() {
        let line = "wörd ".repeat(2_000);
        let text = Text::new(format!("One.\n{line}\nThree."));
        let paragraphs = paragraphs(&text, 0);
        let pieces: Vec<&Paragraph> =
            paragraphs.as_slice().iter().filter(|piece| piece.number == 2).collect();
        assert_eq!(pieces.len(), 4);
        let joined: String = pieces.iter().map(|piece| text.slice(piece.span)).collect();
        assert_eq!(joined, line);
        assert!(pieces.iter().all(|piece| text.slice(piece.span).ends_with(' ')));
        assert_eq!(text.slice(paragraphs.line_at(6_000)), line);
        assert_eq!(text.slice(paragraphs.line_at(1)), "One.");
        assert_eq!(paragraphs.number_at(5 + 10_000 + 2), 3);
    }
}
