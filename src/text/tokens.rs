//! A text cut into what the readers of numbers, dates and stances look at.

use unicode_normalization::char::is_combining_mark;

use super::Language;
use super::lexicon::{CALENDAR, DATE, NUMBER, Sense};
use super::table::{Phrase, Table, is_unspaced, table};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    /// Letters, or a phrase of several words.
    Word,
    /// Digits without a mark between them.
    Digits,
    /// One word, known or of one character, of a script without blanks.
    Unspaced,
    /// A number written as one word.
    Compound(u32),
    /// Any other character.
    Mark(char),
    /// A blank line.
    Break,
}

/// A piece of a text. Blanks, and hyphens between letters, stand between tokens and are none.
#[derive(Clone, Copy)]
pub(super) struct Token {
    /// Its first byte; texts are shorter than 4 GB.
    first: u32,
    last: u32,
    pub(super) kind: Kind,
    found: Found,
}

/// What is known of a token's words.
#[derive(Clone, Copy)]
enum Found {
    /// The phrases that begin with it, before they are looked for.
    Candidates(&'static [Phrase]),
    /// What it means.
    Phrase(&'static Phrase),
}

impl Token {
    fn of(start: usize, end: usize, kind: Kind, candidates: &'static [Phrase]) -> Self {
        let narrow = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
        let found = Found::Candidates(candidates);
        Self { first: narrow(start), last: narrow(end), kind, found }
    }

    /// Its first byte.
    pub(super) fn start(&self) -> usize {
        self.first as usize
    }

    /// The byte behind its last.
    pub(super) fn end(&self) -> usize {
        self.last as usize
    }

    fn phrase(&self) -> Option<&'static Phrase> {
        match self.found {
            Found::Phrase(phrase) => Some(phrase),
            Found::Candidates(_) => None,
        }
    }
}

/// A text in tokens.
pub(super) struct Tokens<'t> {
    pub(super) text: &'t str,
    pub(super) all: Vec<Token>,
    pub(super) table: &'static Table,
}

impl<'t> Tokens<'t> {
    pub(super) fn of(text: &'t str, language: Language) -> Self {
        let table = table(language);
        let mut cut = Cut { text, table, all: Vec::with_capacity(text.len() / 6) };
        cut.run();
        joined(text, &mut cut.all);
        Self { text, all: cut.all, table }
    }

    pub(super) fn get(&self, at: usize) -> Option<&Token> {
        self.all.get(at)
    }

    /// The characters of a token; nothing beyond the last.
    pub(super) fn written(&self, at: usize) -> &'t str {
        self.all
            .get(at)
            .and_then(|token| self.text.get(token.start()..token.end()))
            .unwrap_or_default()
    }

    /// Whether a number may begin with a token.
    pub(super) fn opens_number(&self, at: usize) -> bool {
        self.all.get(at).is_some_and(|token| match token.kind {
            Kind::Digits | Kind::Compound(_) => true,
            Kind::Mark(mark) => matches!(mark, '¼'..='¾' | '⅐'..='⅞'),
            Kind::Break => false,
            Kind::Word | Kind::Unspaced => {
                token.phrase().is_some_and(|phrase| phrase.opens & NUMBER != 0)
            }
        })
    }

    /// Whether a date may begin with a token. Letters that are joined to a digit may: "Q2", "FY2031".
    pub(super) fn opens_date(&self, at: usize) -> bool {
        self.all.get(at).is_some_and(|token| match token.kind {
            Kind::Digits | Kind::Compound(_) => true,
            Kind::Word | Kind::Unspaced => {
                token.phrase().is_some_and(|phrase| phrase.opens & DATE != 0)
                    || self.kind(at + 1) == Some(Kind::Digits) && self.touches_next(at)
            }
            Kind::Mark(_) | Kind::Break => false,
        })
    }

    /// Whether a date that is printed in digits or by the name of a month may begin with a token.
    pub(super) fn opens_calendar(&self, at: usize) -> bool {
        self.opens_date(at)
            && self.all.get(at).is_some_and(|token| {
                token.kind != Kind::Word
                    || token.phrase().is_none_or(|phrase| phrase.opens & CALENDAR != 0)
            })
    }

    /// What a token means.
    pub(super) fn senses(&self, at: usize) -> impl Iterator<Item = Sense> + '_ {
        let phrase = self.all.get(at).and_then(Token::phrase);
        phrase.into_iter().flat_map(move |phrase| phrase.senses(self.written(at)))
    }

    /// The first meaning of a token that is asked for.
    pub(super) fn find<T>(&self, at: usize, asked: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.senses(at).find_map(asked)
    }

    pub(super) fn is(&self, at: usize, sense: Sense) -> bool {
        self.senses(at).any(|own| own == sense)
    }

    /// Whether a token is a character that is neither letter nor digit.
    pub(super) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.all.get(at).is_some_and(|token| token.kind == Kind::Mark(mark))
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.all.get(at).map(|token| token.kind)
    }

    /// What stands between a token and the next.
    pub(super) fn gap(&self, at: usize) -> Option<&'t str> {
        let (token, next) = (self.all.get(at)?, self.all.get(at + 1)?);
        self.text.get(token.end()..next.start())
    }

    /// Whether a token and the next touch.
    pub(super) fn touches_next(&self, at: usize) -> bool {
        self.gap(at) == Some("")
    }

    /// The character right before a token.
    pub(super) fn before(&self, at: usize) -> Option<char> {
        let start = self.all.get(at)?.start();
        self.text.get(..start)?.chars().next_back()
    }

    /// The first token behind another that begins at a byte or behind it. The two are near.
    pub(super) fn next_at_byte(&self, after: usize, byte: usize) -> usize {
        let behind = self.all.iter().skip(after);
        after + behind.take_while(|token| token.start() < byte).count()
    }

    /// The first token that begins at a byte or behind it.
    pub(super) fn at_byte(&self, byte: usize) -> usize {
        self.all.partition_point(|token| token.start() < byte)
    }
}

struct Cut<'t> {
    text: &'t str,
    table: &'static Table,
    all: Vec<Token>,
}

impl Cut<'_> {
    fn run(&mut self) {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        let mut line_ends = 0_usize;
        while let Some(&byte) = bytes.get(at) {
            let start = at;
            if byte.is_ascii_alphabetic() {
                at = self.word(start);
            } else if byte.is_ascii_digit() {
                while bytes.get(at).is_some_and(u8::is_ascii_digit) {
                    at += 1;
                }
                if bytes.get(at).is_some_and(|b| !b.is_ascii()) {
                    at = self.digits(at);
                }
                self.push(start, at, Kind::Digits);
            } else if byte == b'\n' {
                line_ends += 1;
                at += 1;
                if line_ends == 2 {
                    self.push(start, at, Kind::Break);
                }
                continue;
            } else if byte.is_ascii_whitespace() {
                at += 1;
                continue;
            } else if byte.is_ascii() {
                at += 1;
                if byte != b'-' || !self.joins(start, at) {
                    self.push(start, at, Kind::Mark(char::from(byte)));
                }
            } else {
                at = self.beyond_ascii(start);
            }
            line_ends = 0;
        }
    }

    fn beyond_ascii(&mut self, start: usize) -> usize {
        let Some(first) = self.character(start) else { return self.text.len() };
        let end = start + first.len_utf8();
        if is_unspaced(first) {
            return self.unspaced(start, end);
        }
        if is_letter(first) {
            return self.word(start);
        }
        if digit(first).is_some() {
            let end = self.digits(start);
            self.push(start, end, Kind::Digits);
            return end;
        }
        let is_hyphen = matches!(first, '\u{2010}' | '\u{2011}');
        let is_seen = !first.is_whitespace() && !is_unseen(first);
        if is_seen && !(is_hyphen && self.joins(start, end)) {
            let mark = if is_hyphen { '-' } else { first };
            self.push(start, end, Kind::Mark(mark));
        }
        end
    }

    fn character(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    /// Whether a hyphen joins what stands at its sides, one of which is a letter.
    fn joins(&self, start: usize, end: usize) -> bool {
        let before = self.text.get(..start).and_then(|head| head.chars().next_back());
        let after = self.character(end);
        match (before, after) {
            (Some(before), Some(after)) => {
                !is_unspaced(before)
                    && before.is_alphanumeric()
                    && (after.is_alphabetic()
                        || (after.is_alphanumeric() && before.is_alphabetic()))
            }
            _ => false,
        }
    }

    fn digits(&self, from: usize) -> usize {
        let rest = self.text.get(from..).unwrap_or_default();
        from + rest.find(|c| digit(c).is_none()).unwrap_or(rest.len())
    }

    /// The longest known word of a script without blanks, or one character.
    fn unspaced(&mut self, start: usize, end: usize) -> usize {
        let rest = self.text.get(start..).unwrap_or_default();
        let found = self.table.unspaced(rest);
        let end = found.map_or(end, |(length, _)| start + length);
        let token = Token::of(start, end, Kind::Unspaced, &[]);
        let found = found.map_or(token.found, |(_, phrase)| Found::Phrase(phrase));
        self.all.push(Token { found, ..token });
        end
    }

    /// Letters with what may stand within a word: apostrophes, the stops of "U.S.".
    fn word(&mut self, start: usize) -> usize {
        let rest = self.text.get(start..).unwrap_or_default();
        let bytes = rest.as_bytes();
        let mut end = 0;
        let mut letters = 0_usize;
        while let Some(&byte) = bytes.get(end) {
            if byte.is_ascii_alphabetic() {
                end += 1;
                letters += 1;
                continue;
            }
            if byte == b'\'' || !byte.is_ascii() {
                let Some(c) = rest.get(end..).and_then(|rest| rest.chars().next()) else { break };
                let after = end + c.len_utf8();
                if is_letter(c) || c == '\u{ad}' || is_combining_mark(c) {
                    end = after;
                    letters += 1;
                    continue;
                }
                let next = rest.get(after..).and_then(|rest| rest.chars().next());
                let within = matches!(c, '\'' | '’' | 'ʼ') && next.is_some_and(is_letter);
                if within {
                    let elided = self.table.grammar.language == Language::French
                        && is_elided(rest.get(..end).unwrap_or_default());
                    end = after;
                    if elided {
                        break;
                    }
                    continue;
                }
                break;
            }
            // "U.S." is one word, and so is "p.m."; its last stop is not part of it.
            let next = rest.get(end + 1..).and_then(|rest| rest.chars().next());
            if byte == b'.' && letters == 1 && next.is_some_and(is_letter) {
                let single = rest
                    .get(end + 1..)
                    .is_some_and(|rest| !rest.chars().nth(1).is_some_and(char::is_alphabetic));
                if single {
                    end += 1;
                    letters = 0;
                    continue;
                }
            }
            break;
        }
        let written = rest.get(..end).unwrap_or_default();
        let end = start + end.max(1);
        self.push_word(start, end, written);
        end
    }

    fn push_word(&mut self, start: usize, end: usize, written: &str) {
        let mut buffer = [0_u8; LONGEST_WORD];
        let lower = lower_case(written, &mut buffer);
        let candidates = self.table.phrases(lower);
        let compound = self.table.grammar.compound.filter(|_| candidates.is_empty());
        let number = compound.filter(|_| may_be_compound(lower)).and_then(|read| read(lower));
        let kind =
            number.and_then(|number| u32::try_from(number).ok()).map_or(Kind::Word, Kind::Compound);
        self.all.push(Token::of(start, end, kind, candidates));
    }

    fn push(&mut self, start: usize, end: usize, kind: Kind) {
        self.all.push(Token::of(start, end, kind, &[]));
    }
}

/// Longer words mean nothing to the reader.
const LONGEST_WORD: usize = 64;

/// A word in lower case, with plain apostrophes; nothing where it is too long.
fn lower_case<'b>(written: &str, buffer: &'b mut [u8; LONGEST_WORD]) -> &'b str {
    let mut length = 0;
    for c in written.chars() {
        let (first, more) = lowered(c);
        for c in std::iter::once(first).chain(more) {
            let Some(place) = buffer.get_mut(length..length + c.len_utf8()) else { return "" };
            length += c.encode_utf8(place).len();
        }
    }
    buffer.get(..length).and_then(|lower| std::str::from_utf8(lower).ok()).unwrap_or_default()
}

/// A character in lower case, which may be two.
fn lowered(c: char) -> (char, Option<char>) {
    match c {
        c if c.is_ascii() => (c.to_ascii_lowercase(), None),
        '’' | 'ʼ' => ('\'', None),
        // What most letters of Russian are is told without looking it up.
        'а'..='я' | 'ß'..='ö' | 'ø'..='ÿ' => (c, None),
        'А'..='Я' => (char::from_u32(u32::from(c) + 0x20).unwrap_or(c), None),
        c => {
            let mut lower = c.to_lowercase();
            (lower.next().unwrap_or(c), lower.next())
        }
    }
}

/// Whether a word in lower case may be a number of several parts, as German writes them.
fn may_be_compound(lower: &str) -> bool {
    let tens = ["zig", "ßig", "ssig", "zehn"].iter().any(|end| lower.ends_with(end));
    lower.len() > 6 && (tens || lower.contains("hundert") || lower.contains("tausend"))
}

/// Whether a character is a letter of a script that sets blanks between words.
fn is_letter(c: char) -> bool {
    match c {
        'а'..='я' | 'А'..='Я' | 'à'..='ö' | 'ø'..='ÿ' | 'À'..='Ö' | 'Ø'..='Þ' | 'ß' => {
            true
        }
        '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' => false,
        c => c.is_alphabetic() && !is_unspaced(c),
    }
}

/// Joins the words of phrases into one token each, the longest first.
fn joined(text: &str, all: &mut Vec<Token>) {
    let (mut from, mut to) = (0_usize, 0_usize);
    while let Some(token) = all.get(from).copied() {
        let (behind, before) = (from + 1, to.checked_sub(1).and_then(|last| all.get(last)));
        if token.kind == Kind::Mark('.') && is_stop_of_abbreviation(before, &token, all.get(behind))
        {
            from += 1;
            continue;
        }
        let mut joined = token;
        if let Found::Candidates(candidates) = token.found
            && !candidates.is_empty()
        {
            let rest = all.get(behind..).unwrap_or_default();
            // The letter that comes next rules most of them out.
            let next = rest.first().and_then(|next| text.get(next.start()..)?.chars().next());
            let next = next.map(|c| lowered(c).0);
            let may_go_on = |phrase: &Phrase| {
                phrase.rest.first().is_none_or(|word| word.chars().next() == next)
            };
            let mut candidates = candidates.iter().filter(|phrase| may_go_on(phrase));
            if let Some(phrase) = candidates.find(|phrase| goes_on_with(text, rest, phrase)) {
                joined.found = Found::Phrase(phrase);
                from += phrase.rest.len();
                joined.last = all.get(from).map_or(token.last, |last| last.last);
            }
        }
        if let Some(place) = all.get_mut(to) {
            *place = joined;
        }
        (from, to) = (from + 1, to + 1);
    }
    all.truncate(to);
}

/// Whether a stop belongs to the word before it, and something follows: "approx. 40", "5 Mrd. Euro".
fn is_stop_of_abbreviation(last: Option<&Token>, stop: &Token, next: Option<&Token>) -> bool {
    let Some(last) = last.filter(|last| last.last == stop.first) else { return false };
    let follows =
        next.is_some_and(|next| matches!(next.kind, Kind::Word | Kind::Digits | Kind::Mark(_)));
    let shortened = last.phrase().is_some_and(Phrase::is_abbreviation);
    last.kind == Kind::Word && last.last - last.first <= 8 && follows && shortened
}

fn goes_on_with(text: &str, raw: &[Token], phrase: &Phrase) -> bool {
    phrase.rest.iter().enumerate().all(|(place, word)| {
        raw.get(place).is_some_and(|token| {
            let written = text.get(token.start()..token.end()).unwrap_or_default();
            token.kind == Kind::Word && is_same(written, word)
        })
    })
}

fn is_same(written: &str, lower: &str) -> bool {
    if written.is_ascii() {
        return written.eq_ignore_ascii_case(lower);
    }
    lower_case(written, &mut [0_u8; LONGEST_WORD]) == lower
}

/// What stands before an apostrophe in French where a vowel was left out.
fn is_elided(head: &str) -> bool {
    let elided =
        ["l", "d", "qu", "n", "s", "j", "c", "m", "t", "jusqu", "lorsqu", "puisqu", "quoiqu"];
    elided.iter().any(|known| known.eq_ignore_ascii_case(head))
}

/// The zeros of the scripts whose digits are read; the other nine follow each of them.
const ZEROS: [char; 5] = ['0', '０', '٠', '۰', '०'];

/// The same digit in ASCII.
pub(super) fn digit(character: char) -> Option<char> {
    if character.is_ascii() {
        return character.is_ascii_digit().then_some(character);
    }
    ZEROS.iter().find_map(|zero| {
        let value = u32::from(character).checked_sub(u32::from(*zero))?;
        char::from_digit(value, 10)
    })
}

/// Characters that are not seen and don't part words.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
        || c.is_control()
}
