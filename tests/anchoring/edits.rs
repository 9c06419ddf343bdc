//! Edits of a text after a quotation was taken from it: each gives the text as edited, and where
//! the quotation then stands.

use dossier::anchor::Span;
use dossier::dossier::Selector;
use unicode_normalization::UnicodeNormalization;

use crate::random::Chance;
use crate::texts::{Passage, Writing};

/// Characters of the surroundings that a selector holds on either side.
const AROUND: usize = 32;
/// Characters on either side that are replaced where the surroundings are.
const REPLACED: usize = 60;
/// A line of a text that is wrapped anew.
const COLUMNS: usize = 50;
/// The same where characters are twice as wide.
const WIDE_COLUMNS: usize = 25;
/// One quotation begins about so many characters after the other.
const STEP: usize = 70;

/// A quotation as it was taken from a text.
pub struct Taken<'a> {
    pub passage: &'a Passage,
    text: &'a [char],
    start: usize,
    end: usize,
}

impl<'a> Taken<'a> {
    /// Quotations from all over a passage, whose characters are `text`; what stands in it twice is
    /// left out.
    pub fn all(passage: &'a Passage, text: &'a [char]) -> Vec<Self> {
        let starts = (0..text.len()).step_by(STEP);
        let lengths = passage.lengths.iter().cycle();
        let stretches = starts.zip(lengths).filter_map(|(from, length)| match passage.writing {
            Writing::Words => stretch_of_words(text, from, *length),
            Writing::Characters => stretch_of_characters(text, from, *length),
        });
        let taken = stretches.map(|(start, end)| Self { passage, text, start, end });
        taken.filter(Self::stands_once).collect()
    }

    fn stands_once(&self) -> bool {
        let there = self.text.windows(self.words().len());
        there.filter(|there| *there == self.words()).count() == 1
    }

    fn words(&self) -> &'a [char] {
        &self.text[self.start..self.end]
    }

    fn before(&self) -> &'a [char] {
        &self.text[..self.start]
    }

    fn after(&self) -> &'a [char] {
        &self.text[self.end..]
    }

    fn length(&self) -> usize {
        self.end - self.start
    }

    fn place(&self) -> Span {
        span(self.start, self.end)
    }

    fn is_in_first_half(&self) -> bool {
        self.start * 2 < self.text.len()
    }

    fn selector(&self) -> Selector {
        selector_at(self.text, self.start, self.end)
    }

    fn other(&self) -> Vec<char> {
        self.passage.other.chars().collect()
    }

    /// The other text's beginning, at least so many characters of it, as whole words.
    fn other_words(&self, characters: usize) -> Vec<char> {
        let mut words = Vec::new();
        match self.passage.writing {
            Writing::Characters => {
                words.extend(self.passage.other.trim().chars().cycle().take(characters));
            }
            Writing::Words => {
                for word in self.passage.other.split_whitespace().cycle() {
                    if words.len() >= characters {
                        break;
                    }
                    if !words.is_empty() {
                        words.push(' ');
                    }
                    words.extend(word.chars());
                }
            }
        }
        words
    }

    /// Where its words begin and end, counted from its beginning; pairs of characters where nothing
    /// stands between words.
    fn word_ranges(&self) -> Vec<(usize, usize)> {
        let words = self.words();
        if self.passage.writing == Writing::Characters {
            return (0..words.len() / 2).map(|pair| (2 * pair, 2 * pair + 2)).collect();
        }
        let mut ranges = Vec::new();
        let mut start = None;
        for (at, c) in words.iter().chain(&[' ']).enumerate() {
            match start {
                None if !c.is_whitespace() => start = Some(at),
                Some(from) if c.is_whitespace() => {
                    ranges.push((from, at));
                    start = None;
                }
                _ => {}
            }
        }
        ranges
    }

    /// Its words, some of them exchanged for strange ones: those, counted from 0 and with their
    /// number, of which `which` says so.
    fn exchanged(&self, which: impl Fn(usize, usize) -> bool) -> Vec<char> {
        let words = self.words();
        let ranges = self.word_ranges();
        let strange = self.passage.strange;
        let mut result = Vec::new();
        let mut from = 0;
        for (number, (start, end)) in ranges.iter().copied().enumerate() {
            if which(number, ranges.len()) {
                result.extend_from_slice(&words[from..start]);
                result.extend(strange[number % strange.len()].chars());
                from = end;
            }
        }
        result.extend_from_slice(&words[from..]);
        result
    }

    fn one_word_other(&self) -> Vec<char> {
        self.exchanged(|number, many| number == many / 2)
    }

    fn quarter_other(&self) -> Vec<char> {
        self.exchanged(|number, _| number % 4 == 2)
    }

    /// The text with other words in the place of the quotation.
    fn with_words(&self, words: &[char]) -> Edited {
        Edited {
            text: joined(&[self.before(), words, self.after()]),
            place: Some(span(self.start, self.start + words.len())),
            selector: self.selector(),
        }
    }

    /// The same, and a paragraph with a copy of something in the other half of the text.
    fn with_words_and_copy(&self, words: &[char], copy: &[char]) -> Edited {
        let block = self.block(copy);
        let (before, after) = (self.before(), self.after());
        let start = if self.is_in_first_half() { self.start } else { block.len() + self.start };
        let text = if self.is_in_first_half() {
            joined(&[before, words, after, &block])
        } else {
            joined(&[&block, before, words, after])
        };
        Edited { text, place: Some(span(start, start + words.len())), selector: self.selector() }
    }

    /// A paragraph that holds a copy in other surroundings.
    fn block(&self, copy: &[char]) -> Vec<char> {
        let other = self.other();
        let (first, last) = (&other[..REPLACED], &other[other.len() - REPLACED..]);
        together(&[&['\n', '\n'], last, &[' '], copy, &[' '], first, &['\n', '\n']])
    }
}

/// Whole words from the first one at or after a place on, at least so many characters of them.
fn stretch_of_words(text: &[char], from: usize, length: usize) -> Option<(usize, usize)> {
    let begins =
        |at: &usize| !text[*at].is_whitespace() && (*at == 0 || text[at - 1].is_whitespace());
    let start = (from..text.len()).find(begins)?;
    let ends = |at: &usize| text[*at].is_whitespace() && !text[at - 1].is_whitespace();
    let end = (start + length..text.len()).find(ends)?;
    Some((start, end))
}

/// So many characters, the first and the last of them part of a word.
fn stretch_of_characters(text: &[char], from: usize, length: usize) -> Option<(usize, usize)> {
    let start = (from..text.len()).find(|at| is_ideograph(text[*at]))?;
    let end = (start + length..text.len()).find(|at| is_ideograph(text[at - 1]))?;
    Some((start, end))
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

fn selector_at(text: &[char], start: usize, end: usize) -> Selector {
    let from = start.saturating_sub(AROUND);
    let to = (end + AROUND).min(text.len());
    Selector {
        exact: text[start..end].iter().collect(),
        prefix: text[from..start].iter().collect(),
        suffix: text[end..to].iter().collect(),
        start: Some(start as u32),
    }
}

fn span(start: usize, end: usize) -> Span {
    Span { start: start as u32, end: end as u32 }
}

fn joined(parts: &[&[char]]) -> String {
    together(parts).into_iter().collect()
}

fn together(parts: &[&[char]]) -> Vec<char> {
    parts.concat()
}

/// A text as it was edited, and the quotation to find in it.
pub struct Edited {
    pub text: String,
    /// Where the quotation stands now; `None` where it no longer does.
    pub place: Option<Span>,
    pub selector: Selector,
}

impl Edited {
    /// The same without the quotation in it.
    fn without_it(self) -> Self {
        Self { place: None, ..self }
    }

    /// The edit undone: the quotation is taken from the edited text and looked for in the old one.
    fn undone(self, taken: &Taken<'_>) -> Self {
        let text: Vec<char> = self.text.chars().collect();
        let place = self.place.unwrap_or_default();
        Self {
            text: taken.text.iter().collect(),
            place: Some(taken.place()),
            selector: selector_at(&text, place.start as usize, place.end as usize),
        }
    }
}

/// Writes something else for each character, given its place and itself.
fn each(taken: &Taken<'_>, mut written: impl FnMut(usize, char) -> String) -> Edited {
    let mut text = String::with_capacity(taken.text.len() * 2);
    let mut places = Vec::with_capacity(taken.text.len() + 1);
    let mut characters = 0;
    for (at, c) in taken.text.iter().enumerate() {
        places.push(characters);
        let piece = written(at, *c);
        characters += piece.chars().count();
        text.push_str(&piece);
    }
    places.push(characters);
    let place = Some(span(places[taken.start], places[taken.end]));
    Edited { text, place, selector: taken.selector() }
}

pub fn unchanged(taken: &Taken<'_>) -> Edited {
    taken.with_words(taken.words())
}

pub fn moved_down(taken: &Taken<'_>) -> Edited {
    let above = together(&[&taken.other(), &['\n', '\n']]);
    let start = above.len() + taken.start;
    Edited {
        text: joined(&[&above, taken.text]),
        place: Some(span(start, start + taken.length())),
        selector: taken.selector(),
    }
}

/// Wraps lines anew: between words, or anywhere before an ideograph.
pub fn rewrapped(taken: &Taken<'_>) -> Edited {
    let mut column = 0;
    each(taken, |at, c| {
        column = if c == '\n' { 0 } else { column + 1 };
        if taken.passage.writing == Writing::Characters {
            if column > WIDE_COLUMNS && is_ideograph(c) {
                column = 1;
                return format!("\n{c}");
            }
        } else if c == ' ' {
            let next = taken.text[at + 1..].iter().take_while(|c| !c.is_whitespace());
            if column + next.count() > COLUMNS {
                column = 0;
                return "\n".to_owned();
            }
        }
        c.to_string()
    })
}

pub fn unwrapped(taken: &Taken<'_>) -> Edited {
    rewrapped(taken).undone(taken)
}

/// Wraps lines anew and divides every word that would stand across the end of one.
pub fn hyphenated(taken: &Taken<'_>) -> Edited {
    let mut column = 0;
    each(taken, |at, c| {
        column = if c == '\n' { 0 } else { column + 1 };
        if column > COLUMNS - 2 {
            let around = taken.text.get(at.saturating_sub(2)..at + 2).unwrap_or_default();
            if c == ' ' {
                column = 0;
                return "\n".to_owned();
            }
            if around.iter().all(|c| c.is_alphabetic()) && !around.is_empty() {
                column = 1;
                return format!("-\n{c}");
            }
        }
        c.to_string()
    })
}

pub fn put_together(taken: &Taken<'_>) -> Edited {
    hyphenated(taken).undone(taken)
}

/// Sets typographic quotation marks, dashes, ellipses, ligatures, spaces that do not break and soft
/// hyphens.
pub fn typeset(taken: &Taken<'_>) -> Edited {
    let near = |at: usize, by: isize| {
        let there = at.checked_add_signed(by).and_then(|at| taken.text.get(at));
        there.copied().unwrap_or(' ')
    };
    each(taken, |at, c| {
        let (before, after) = (near(at, -1), near(at, 1));
        match c {
            '"' if before.is_whitespace() => "“".to_owned(),
            '"' => "”".to_owned(),
            '\'' => "’".to_owned(),
            '-' if before == ' ' && after == ' ' => "—".to_owned(),
            '.' if before != '.' && after == '.' && near(at, 2) == '.' => "…".to_owned(),
            '.' if before == '.' => String::new(),
            ' ' if at.is_multiple_of(7) => "\u{a0}".to_owned(),
            'f' if after == 'i' => "ﬁ".to_owned(),
            'f' if after == 'l' => "ﬂ".to_owned(),
            'i' | 'l' if before == 'f' => String::new(),
            c if at.is_multiple_of(13) && c.is_alphabetic() && before.is_alphabetic() => {
                format!("\u{ad}{c}")
            }
            c => c.to_string(),
        }
    })
}

pub fn typed(taken: &Taken<'_>) -> Edited {
    typeset(taken).undone(taken)
}

/// Takes accents apart from their letters: NFD.
pub fn decomposed(taken: &Taken<'_>) -> Edited {
    each(taken, |_, c| c.nfd().collect())
}

/// Puts accents and letters together: NFC.
pub fn composed(taken: &Taken<'_>) -> Edited {
    decomposed(taken).undone(taken)
}

/// Reads so many characters in a thousand wrongly, as a machine that reads printed pages does.
pub fn misread(taken: &Taken<'_>, in_a_thousand: usize) -> Edited {
    let mut chance = Chance(taken.start as u64);
    each(taken, |_, c| {
        if !c.is_alphanumeric() || chance.below(1_000) >= in_a_thousand {
            return c.to_string();
        }
        match chance.below(3) {
            0 => String::new(),
            1 => format!("{c}{c}"),
            _ => similar(c).to_string(),
        }
    })
}

/// A character that looks like another.
fn similar(c: char) -> char {
    match c {
        'e' => 'c',
        'c' => 'e',
        'o' => '0',
        'l' => '1',
        'i' => 'l',
        'n' => 'r',
        'h' => 'b',
        't' => 'f',
        's' => '5',
        'а' => 'о',
        'и' => 'н',
        'н' => 'п',
        'о' => 'с',
        c => char::from_u32(u32::from(c) + 1).unwrap_or('?'),
    }
}

pub fn one_word_exchanged(taken: &Taken<'_>) -> Edited {
    taken.with_words(&taken.one_word_other())
}

pub fn quarter_exchanged(taken: &Taken<'_>) -> Edited {
    taken.with_words(&taken.quarter_other())
}

/// Puts words, a quarter as long as it, into the middle of the quotation.
pub fn words_inserted(taken: &Taken<'_>) -> Edited {
    let ranges = taken.word_ranges();
    let (middle, _) = ranges[ranges.len() / 2];
    let (head, tail) = taken.words().split_at(middle);
    let put_in = taken.other_words(taken.length() / 4);
    let gap: &[char] = if taken.passage.writing == Writing::Words { &[' '] } else { &[] };
    taken.with_words(&together(&[head, &put_in, gap, tail]))
}

/// Takes a fifth of its words out of the middle of the quotation.
pub fn fifth_deleted(taken: &Taken<'_>) -> Edited {
    let ranges = taken.word_ranges();
    let first = ranges.len() * 2 / 5;
    let next = (ranges.len() * 3 / 5).max(first + 1);
    let next = ranges.get(next).map_or(taken.length(), |(start, _)| *start);
    let words = taken.words();
    taken.with_words(&together(&[&words[..ranges[first].0], &words[next..]]))
}

pub fn surroundings_replaced(taken: &Taken<'_>) -> Edited {
    let other = taken.other();
    let (first, last) = (&other[..REPLACED], &other[other.len() - REPLACED..]);
    let kept_before = taken.start.saturating_sub(REPLACED);
    let kept_after = (taken.end + REPLACED).min(taken.text.len());
    let above = together(&[&taken.text[..kept_before], &[' '], last, &[' ']]);
    let below = together(&[&[' '], first, &[' '], &taken.text[kept_after..]]);
    Edited {
        text: joined(&[&above, taken.words(), &below]),
        place: Some(span(above.len(), above.len() + taken.length())),
        selector: taken.selector(),
    }
}

/// Moves the paragraphs that hold the quotation to the other end of the text.
pub fn paragraph_moved(taken: &Taken<'_>) -> Edited {
    let first = taken.before().iter().rposition(|c| *c == '\n').map_or(0, |at| at + 1);
    let last = taken.after().iter().position(|c| *c == '\n');
    let last = last.map_or(taken.text.len(), |at| taken.end + at);
    let (above, rest) = taken.text.split_at(first);
    let (moved, below) = rest.split_at(last - first);
    let (text, begins) = if taken.is_in_first_half() {
        let begins = above.len() + below.len() + 1;
        (joined(&[above, below, &['\n'], moved]), begins)
    } else {
        (joined(&[moved, &['\n', '\n'], above, below]), 0)
    };
    let start = begins + taken.start - first;
    let place = Some(span(start, start + taken.length()));
    Edited { text, place, selector: taken.selector() }
}

/// Moves the quotation and nothing else to the other end of the text.
pub fn moved_alone(taken: &Taken<'_>) -> Edited {
    let (before, words, after) = (taken.before(), taken.words(), taken.after());
    let (text, start) = if taken.is_in_first_half() {
        let start = before.len() + after.len() + 1;
        (joined(&[before, after, &['\n'], words, &['\n']]), start)
    } else {
        (joined(&[words, &['\n', '\n'], before, after]), 0)
    };
    let place = Some(span(start, start + taken.length()));
    Edited { text, place, selector: taken.selector() }
}

/// Exchanges a word of the quotation while its old words stand elsewhere.
pub fn copied_and_edited(taken: &Taken<'_>) -> Edited {
    taken.with_words_and_copy(&taken.one_word_other(), taken.words())
}

/// Puts copies of the quotation above and below the text.
pub fn copied(taken: &Taken<'_>) -> Edited {
    let block = taken.block(taken.words());
    let start = 2 * block.len() + taken.start;
    Edited {
        text: joined(&[&block, &block, taken.text, &block]),
        place: Some(span(start, start + taken.length())),
        selector: taken.selector(),
    }
}

pub fn removed(taken: &Taken<'_>) -> Edited {
    taken.with_words(&[]).without_it()
}

/// Removes the quotation, and something like it stands elsewhere.
pub fn removed_with_near_copy(taken: &Taken<'_>) -> Edited {
    taken.with_words_and_copy(&[], &taken.quarter_other()).without_it()
}

/// Writes something else where the quotation stood.
pub fn rewritten(taken: &Taken<'_>) -> Edited {
    taken.with_words(&taken.other_words(taken.length())).without_it()
}

/// Looks for a quotation of another text.
pub fn foreign(taken: &Taken<'_>) -> Edited {
    let other = taken.other();
    let length = taken.length().min(other.len() / 2);
    let start = taken.start % (other.len() - length);
    let selector = selector_at(&other, start, start + length);
    Edited { text: taken.text.iter().collect(), place: None, selector }
}

pub fn in_capitals(taken: &Taken<'_>) -> Edited {
    let capitals: Vec<char> = taken.words().iter().flat_map(|c| c.to_uppercase()).collect();
    taken.with_words(&capitals)
}

pub fn all_in_capitals(taken: &Taken<'_>) -> Edited {
    each(taken, |_, c| c.to_uppercase().collect())
}
