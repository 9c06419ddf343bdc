//! A text cut into what the readers of numbers, dates and stances look at.

use unicode_normalization::char::is_combining_mark;

use super::Language;
use super::lexicon::Sense;
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
    Compound(u64),
    /// Any other character.
    Mark(char),
    /// A blank line.
    Break,
}

/// A piece of a text. Blanks, and hyphens between letters, stand between tokens and are none.
#[derive(Clone, Copy)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
    /// What it means, where it means anything.
    phrase: Option<&'static Phrase>,
    /// The phrases that begin with it, before they are looked for.
    candidates: &'static [Phrase],
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
        let all = joined(text, &cut.all, table);
        Self { text, all, table }
    }

    pub(super) fn get(&self, at: usize) -> Option<&Token> {
        self.all.get(at)
    }

    /// The characters of a token; nothing beyond the last.
    pub(super) fn written(&self, at: usize) -> &'t str {
        self.all.get(at).and_then(|token| self.text.get(token.start..token.end)).unwrap_or_default()
    }

    /// What a token means.
    pub(super) fn senses(&self, at: usize) -> impl Iterator<Item = Sense> + '_ {
        let phrase = self.all.get(at).and_then(|token| token.phrase);
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
        self.text.get(token.end..next.start)
    }

    /// Whether a token and the next touch.
    pub(super) fn touches_next(&self, at: usize) -> bool {
        self.gap(at) == Some("")
    }

    /// The character right before a token.
    pub(super) fn before(&self, at: usize) -> Option<char> {
        let start = self.all.get(at)?.start;
        self.text.get(..start)?.chars().next_back()
    }

    /// The first token that begins at a byte or behind it.
    pub(super) fn at_byte(&self, byte: usize) -> usize {
        self.all.partition_point(|token| token.start < byte)
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
        if first.is_alphabetic() {
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
        let (end, phrase) = found.map_or((end, None), |(length, p)| (start + length, Some(p)));
        self.all.push(Token { start, end, kind: Kind::Unspaced, phrase, candidates: &[] });
        end
    }

    /// Letters with what may stand within a word: apostrophes, the stops of "U.S.".
    fn word(&mut self, start: usize) -> usize {
        let rest = self.text.get(start..).unwrap_or_default();
        let bytes = rest.as_bytes();
        let mut end = 0;
        let mut letters = 0_usize;
        let mut apostrophe = false;
        loop {
            let Some(&byte) = bytes.get(end) else { break };
            if byte.is_ascii_alphabetic() {
                end += 1;
                letters += 1;
                continue;
            }
            if byte == b'\'' || !byte.is_ascii() {
                let Some(c) = rest.get(end..).and_then(|rest| rest.chars().next()) else { break };
                let after = end + c.len_utf8();
                if c.is_alphabetic() && !is_unspaced(c) || is_combining_mark(c) || c == '\u{ad}' {
                    end = after;
                    letters += 1;
                    continue;
                }
                let next = rest.get(after..).and_then(|rest| rest.chars().next());
                let within = matches!(c, '\'' | '’' | 'ʼ')
                    && next.is_some_and(|next| next.is_alphabetic() && !is_unspaced(next));
                if within {
                    let elided = self.table.grammar.language == Language::French
                        && is_elided(rest.get(..end).unwrap_or_default());
                    end = after;
                    apostrophe = true;
                    if elided {
                        break;
                    }
                    continue;
                }
                break;
            }
            // "U.S." is one word, and so is "p.m."; its last stop is not part of it.
            let next = rest.get(end + 1..).and_then(|rest| rest.chars().next());
            if byte == b'.'
                && letters == 1
                && next.is_some_and(|next| next.is_alphabetic() && !is_unspaced(next))
            {
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
        self.push_word(start, end, written, apostrophe);
        end
    }

    fn push_word(&mut self, start: usize, end: usize, written: &str, apostrophe: bool) {
        let mut buffer = [0_u8; 24];
        let candidates = match buffer.get_mut(..written.len()) {
            Some(lower) if written.is_ascii() => {
                lower.copy_from_slice(written.as_bytes());
                lower.make_ascii_lowercase();
                self.table.phrases(std::str::from_utf8(lower).unwrap_or_default())
            }
            _ => {
                let mut lower = written.to_lowercase();
                if apostrophe {
                    lower = lower.replace(['’', 'ʼ'], "'");
                }
                self.table.phrases(&lower)
            }
        };
        let compound = self.table.grammar.compound.filter(|_| {
            candidates.is_empty() && written.len() > 6 && !written.contains(['.', '\''])
        });
        let kind = compound
            .and_then(|compound| compound(&written.to_lowercase()))
            .map_or(Kind::Word, Kind::Compound);
        self.all.push(Token { start, end, kind, phrase: None, candidates });
    }

    fn push(&mut self, start: usize, end: usize, kind: Kind) {
        self.all.push(Token { start, end, kind, phrase: None, candidates: &[] });
    }
}

/// Joins the words of phrases into one token each, the longest first.
fn joined(text: &str, raw: &[Token], table: &Table) -> Vec<Token> {
    let mut all: Vec<Token> = Vec::with_capacity(raw.len());
    let mut at = 0;
    while let Some(token) = raw.get(at) {
        let found = token
            .candidates
            .iter()
            .find(|phrase| goes_on_with(text, raw.get(at + 1..).unwrap_or_default(), phrase));
        if token.kind == Kind::Mark('.')
            && is_stop_of_abbreviation(&all, token, raw.get(at + 1), table)
        {
            at += 1;
            continue;
        }
        let used = found.map_or(0, |phrase| phrase.rest.len());
        let end = raw.get(at + used).map_or(token.end, |last| last.end);
        all.push(Token { end, phrase: found.or(token.phrase), candidates: &[], ..*token });
        at += used + 1;
    }
    all
}

/// Whether a stop belongs to the word before it, and something follows: "approx. 40", "5 Mrd. Euro".
fn is_stop_of_abbreviation(
    all: &[Token],
    stop: &Token,
    next: Option<&Token>,
    table: &Table,
) -> bool {
    let Some(last) = all.last().filter(|last| last.end == stop.start) else { return false };
    let follows =
        next.is_some_and(|next| matches!(next.kind, Kind::Word | Kind::Digits | Kind::Mark(_)));
    let shortened = last.phrase.is_some_and(|phrase| table.is_short(phrase));
    last.kind == Kind::Word && last.end - last.start <= 8 && follows && shortened
}

fn goes_on_with(text: &str, raw: &[Token], phrase: &Phrase) -> bool {
    phrase.rest.iter().enumerate().all(|(place, word)| {
        raw.get(place).is_some_and(|token| {
            let written = text.get(token.start..token.end).unwrap_or_default();
            token.kind == Kind::Word && is_same(written, word)
        })
    })
}

fn is_same(written: &str, lower: &str) -> bool {
    if written.is_ascii() {
        return written.eq_ignore_ascii_case(lower);
    }
    let plain = |c: char| if matches!(c, '’' | 'ʼ') { '\'' } else { c };
    written.chars().flat_map(char::to_lowercase).map(plain).eq(lower.chars())
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
