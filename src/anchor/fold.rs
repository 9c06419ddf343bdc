//! A text as it is searched: without white space and dashes, in one form of its characters, with the
//! way back to the original.

use unicode_normalization::char::decompose_compatible;

use super::Span;

/// A text folded for matching. Offsets into it are bytes of its UTF-8.
///
/// White space, dashes, soft hyphens and invisible characters are left out: lines may be wrapped and
/// words hyphenated anew without a trace. Typographic quotation marks, ligatures, ellipses and
/// full-width forms become their plain characters (compatibility decomposition, NFKD, of Unicode
/// Standard Annex 15). Case and accents stay.
#[derive(Clone, Debug, Default)]
pub(super) struct Folded {
    text: String,
    /// For each byte of `text`, the place of the character it comes from, in characters of the
    /// original.
    origin: Vec<u32>,
}

impl Folded {
    pub(super) fn of(original: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(original.len()),
            origin: Vec::with_capacity(original.len()),
        };
        for (place, c) in (0_u32..).zip(original.chars()) {
            if c.is_ascii() {
                if let Plain::One(c) = plain(c) {
                    folded.text.push(c);
                    folded.origin.push(place);
                }
                continue;
            }
            match plain(c) {
                Plain::Nothing => {}
                Plain::One(plain) => folded.push(plain, place),
                Plain::Other => decompose_compatible(c, |part| match plain(part) {
                    Plain::Nothing => {}
                    Plain::One(plain) => folded.push(plain, place),
                    Plain::Other => folded.push(part, place),
                }),
            }
        }
        folded
    }

    fn push(&mut self, c: char, place: u32) {
        self.text.push(c);
        self.origin.resize(self.text.len(), place);
    }

    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The characters of the original that a stretch of the folded text comes from.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        let first = self.origin.get(start).copied().unwrap_or_default();
        let last = end.checked_sub(1).filter(|last| *last >= start);
        let end = last.and_then(|last| self.origin.get(last)).map_or(first, |last| last + 1);
        Span { start: first, end }
    }

    /// The folded place of the first character at or after a place in the original.
    pub(super) fn at_or_after(&self, place: u32) -> usize {
        self.origin.partition_point(|origin| *origin < place)
    }

    /// A place at or before `place` where a character begins.
    pub(super) fn boundary_before(&self, place: usize) -> usize {
        let mut place = place.min(self.text.len());
        while !self.text.is_char_boundary(place) {
            place -= 1;
        }
        place
    }

    /// The characters of a stretch, each with its place.
    pub(super) fn window(&self, start: usize, end: usize) -> Window {
        let (start, end) = (self.boundary_before(start), self.boundary_before(end));
        let stretch = self.text.get(start..end).unwrap_or_default();
        let mut window = Window {
            characters: Vec::with_capacity(stretch.len()),
            lower: Vec::with_capacity(stretch.len()),
            places: Vec::with_capacity(stretch.len() + 1),
        };
        for (place, c) in stretch.char_indices() {
            window.characters.push(c);
            window.lower.push(lower(c));
            window.places.push(start + place);
        }
        window.places.push(start + stretch.len());
        window
    }
}

/// A stretch of folded text as characters.
#[derive(Clone, Debug, Default)]
pub(super) struct Window {
    pub(super) characters: Vec<char>,
    /// The same in lower case.
    pub(super) lower: Vec<char>,
    /// The place of each character in the folded text, and of the end.
    places: Vec<usize>,
}

impl Window {
    /// The place in the folded text of a character of the window.
    pub(super) fn place(&self, character: usize) -> usize {
        self.places.get(character).or(self.places.last()).copied().unwrap_or_default()
    }

    /// The first character of the window at or after a place in the folded text.
    pub(super) fn character_at(&self, place: usize) -> usize {
        self.places.partition_point(|at| *at < place)
    }
}

/// A character in lower case, as one character.
pub(super) fn lower(c: char) -> char {
    if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) }
}

enum Plain {
    Nothing,
    One(char),
    /// To be decomposed.
    Other,
}

fn plain(c: char) -> Plain {
    if c.is_ascii() {
        return match c {
            '-' => Plain::Nothing,
            '`' => Plain::One('\''),
            c if c.is_ascii_whitespace() || c.is_ascii_control() => Plain::Nothing,
            c => Plain::One(c),
        };
    }
    if c.is_whitespace() || is_dash(c) || is_invisible(c) {
        return Plain::Nothing;
    }
    match c {
        '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' | '´' | '‹' | '›' => Plain::One('\''),
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => Plain::One('"'),
        _ => Plain::Other,
    }
}

/// Hyphens, dashes and the minus sign.
pub(super) fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'
            ..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
    )
}

/// Characters that are not seen: soft hyphen, joiners, marks of direction, byte-order mark.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
        || c.is_control()
}
