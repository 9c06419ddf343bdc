//! A text as it is compared: in one form of its characters, with the way back to the original.

use std::ops::Range;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// What does not matter when texts are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folding {
    /// White space, dashes and the form of marks; for finding a quotation in its text.
    Marks,
    /// Case, accents, punctuation as well; words stand apart by one blank. For finding anything by a few
    /// letters, and for names: `Xi'an` finds `Xi 'an`.
    Letters,
}

/// A folded text. Offsets into it are bytes of its UTF-8.
///
/// Soft hyphens and invisible characters are left out; typographic quotation marks, ligatures, ellipses
/// and full-width forms become their plain characters (compatibility decomposition, NFKD, of Unicode
/// Standard Annex 15). By [`Folding::Marks`] white space and dashes are left out as well, so that lines
/// may be wrapped and words hyphenated anew without a trace, and case and accents stay.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    text: String,
    /// For each byte of `text`, the place of the character it comes from, in characters of the
    /// original.
    origin: Vec<u32>,
}

/// What takes folded characters in.
trait Sink {
    fn push(&mut self, c: char, place: u32);
    fn drop_blank(&mut self);
    fn ends_with_blank_or_is_empty(&self) -> bool;
}

impl Sink for String {
    fn push(&mut self, c: char, _: u32) {
        Self::push(self, c);
    }

    fn drop_blank(&mut self) {
        if self.ends_with(' ') {
            self.pop();
        }
    }

    fn ends_with_blank_or_is_empty(&self) -> bool {
        self.is_empty() || self.ends_with(' ')
    }
}

impl Sink for Folded {
    fn push(&mut self, c: char, place: u32) {
        Self::push(self, c, place);
    }

    fn drop_blank(&mut self) {
        self.text.drop_blank();
        self.origin.truncate(self.text.len());
    }

    fn ends_with_blank_or_is_empty(&self) -> bool {
        self.text.ends_with_blank_or_is_empty()
    }
}

/// A text by [`Folding::Letters`], without the way back.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut letters = Letters { sink: &mut folded, after_apostrophe: false };
    letters.take_all(text);
    folded.drop_blank();
    folded
}

/// Folds by letters.
struct Letters<'s, S> {
    sink: &'s mut S,
    after_apostrophe: bool,
}

impl<S: Sink> Letters<'_, S> {
    fn take_all(&mut self, text: &str) {
        for (place, c) in (0_u32..).zip(text.chars()) {
            if c.is_ascii() {
                self.take(c.to_ascii_lowercase(), place);
            } else if !is_invisible(c) {
                decompose_compatible(c, |part| {
                    if !is_combining_mark(part) {
                        part.to_lowercase().for_each(|lower| self.take(lower, place));
                    }
                });
            }
        }
    }

    fn take(&mut self, c: char, place: u32) {
        match c {
            '\'' | '\u{2018}' | '\u{2019}' | '\u{02bc}' | '`' => {
                self.sink.drop_blank();
                self.after_apostrophe = true;
            }
            c if c.is_alphanumeric() || matches!(c, '%' | '$' | '.' | '€') => {
                self.sink.push(c, place);
                self.after_apostrophe = false;
            }
            _ => {
                if !self.after_apostrophe && !self.sink.ends_with_blank_or_is_empty() {
                    self.sink.push(' ', place);
                }
            }
        }
    }
}

impl Folded {
    /// Folds a text, with the way back.
    pub fn of(original: &str, folding: Folding) -> Self {
        let mut folded = Self {
            text: String::with_capacity(original.len()),
            origin: Vec::with_capacity(original.len()),
        };
        match folding {
            Folding::Marks => folded.fold_marks(original),
            Folding::Letters => {
                Letters { sink: &mut folded, after_apostrophe: false }.take_all(original);
                folded.drop_blank();
            }
        }
        folded
    }

    fn fold_marks(&mut self, original: &str) {
        for (place, c) in (0_u32..).zip(original.chars()) {
            if c.is_ascii() {
                if let Plain::One(c) = plain(c) {
                    self.text.push(c);
                    self.origin.push(place);
                }
                continue;
            }
            match plain(c) {
                Plain::Nothing => {}
                Plain::One(plain) => self.push(plain, place),
                Plain::Other => decompose_compatible(c, |part| match plain(part) {
                    Plain::Nothing => {}
                    Plain::One(plain) => self.push(plain, place),
                    Plain::Other => self.push(part, place),
                }),
            }
        }
    }

    fn push(&mut self, c: char, place: u32) {
        self.text.push(c);
        self.origin.resize(self.text.len(), place);
    }

    /// The folded text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Its length in bytes.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether nothing is left.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The characters of the original that a stretch of the folded text comes from.
    pub fn characters(&self, start: usize, end: usize) -> Range<u32> {
        let first = self.origin.get(start).copied().unwrap_or_default();
        let last = end.checked_sub(1).filter(|last| *last >= start);
        let end = last.and_then(|last| self.origin.get(last)).map_or(first, |last| last + 1);
        first..end
    }

    /// The folded place of the first character at or after a place in the original.
    pub fn at_or_after(&self, place: u32) -> usize {
        self.origin.partition_point(|origin| *origin < place)
    }

    /// A place at or before `place` where a character begins.
    pub fn boundary_before(&self, place: usize) -> usize {
        let mut place = place.min(self.text.len());
        while !self.text.is_char_boundary(place) {
            place -= 1;
        }
        place
    }

    /// The characters of a stretch, each with its place.
    pub fn window(&self, start: usize, end: usize) -> Window {
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
pub struct Window {
    /// The characters.
    pub characters: Vec<char>,
    /// The same in lower case.
    pub lower: Vec<char>,
    /// The place of each character in the folded text, and of the end.
    places: Vec<usize>,
}

impl Window {
    /// The place in the folded text of a character of the window.
    pub fn place(&self, character: usize) -> usize {
        self.places.get(character).or(self.places.last()).copied().unwrap_or_default()
    }

    /// The first character of the window at or after a place in the folded text.
    pub fn character_at(&self, place: usize) -> usize {
        self.places.partition_point(|at| *at < place)
    }
}

/// A character in lower case, as one character.
pub fn lower(c: char) -> char {
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
pub fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'
            ..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
    )
}

/// Characters that are not seen: soft hyphen, joiners, marks of direction, byte-order mark.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
        || c.is_control()
}

/// Whether a character is a word, or a syllable, by itself: Han, kana, Hangul.
pub fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_apostrophes_and_spaces_do_not_matter() {
        let same = [
            ("Xi'an", "Xi 'an"),
            ("Xi’an", "XI'AN"),
            ("Çelik", "celik"),
            ("Türkmenistan", "turkmenistan"),
            ("multi-dimensional", "multi dimensional"),
            ("  high   tech ", "High Tech"),
            ("ＡＢＣ", "abc"),
            ("Қазақстан", "қазақстан"),
            ("co\u{ad}operate", "cooperate"),
        ];
        for (one, other) in same {
            assert_eq!(fold(one), fold(other), "{one} / {other}");
            assert_eq!(fold(one), Folded::of(one, Folding::Letters).as_str(), "{one}");
        }
        assert_ne!(fold("Xi'an"), fold("Xian province"));
        assert_eq!(fold("王毅"), "王毅");
        assert_eq!(fold("27.2 %"), "27.2 %");
    }

    #[test]
    fn the_way_back_leads_to_the_characters_of_the_original() {
        let text = "Die Ärztin — “Ada”";
        for (folding, folded, place) in
            [(Folding::Marks, "DieÄrztin\"Ada\"", 10), (Folding::Letters, "die arztin ada", 11)]
        {
            let made = Folded::of(text, folding);
            assert_eq!(
                made.as_str().chars().filter(|c| *c != '\u{308}').collect::<String>(),
                folded.replace('Ä', "A")
            );
            let start = made.as_str().to_lowercase().find("ada").unwrap();
            let characters = made.characters(start, start + 3);
            let words: String = text.chars().skip(characters.start as usize).take(3).collect();
            assert_eq!(words, "Ada", "{place}");
        }
    }
}
