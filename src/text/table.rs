//! The words of a language, made ready for looking up.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use super::Language;
use super::languages::{CHINESE, CODES, ENGLISH, FRENCH, GERMAN, RUSSIAN, UNIVERSAL};
use super::lexicon::{Grammar, Sense};

/// How a word has to be written to mean something.
#[derive(Clone, Debug, PartialEq)]
enum Case {
    Any,
    Capital,
    Exact(Box<str>),
}

/// A word, or several, with what they mean.
#[derive(Debug)]
pub(super) struct Phrase {
    /// The words behind the first, in lower case.
    pub(super) rest: Vec<Box<str>>,
    /// Whether it is a word without a vowel at its end, as abbreviations are.
    short: bool,
    /// What may begin with it: a number, a date, a printed date.
    pub(super) opens: u8,
    senses: Vec<(Sense, Case)>,
}

impl Phrase {
    fn new(rest: Vec<Box<str>>, short: bool) -> Self {
        Self { rest, short, opens: 0, senses: Vec::new() }
    }

    fn push(&mut self, sense: Sense, case: Case) {
        self.opens |= sense.opens();
        self.senses.push((sense, case));
    }

    /// Whether it is an abbreviation that has a part in numbers: "Mrd", "approx", "тыс".
    pub(super) fn is_abbreviation(&self) -> bool {
        let counts = |sense: &Sense| {
            matches!(
                sense,
                Sense::Times(_)
                    | Sense::Hedge(_)
                    | Sense::Money(_)
                    | Sense::Measure(_)
                    | Sense::Lasting(..)
                    | Sense::YearName
            )
        };
        self.rest.is_empty() && self.short && self.senses.iter().any(|(sense, _)| counts(sense))
    }

    /// What the phrase means as it is written.
    pub(super) fn senses<'p>(&'p self, written: &'p str) -> impl Iterator<Item = Sense> + 'p {
        self.senses.iter().filter(|(_, case)| case.fits(written)).map(|(sense, _)| *sense)
    }
}

impl Case {
    fn fits(&self, written: &str) -> bool {
        match self {
            Self::Any => true,
            Self::Capital => written.starts_with(char::is_uppercase),
            Self::Exact(letters) => **letters == *written,
        }
    }
}

/// All words of a language with those that are common to all.
pub(super) struct Table {
    pub(super) grammar: &'static Grammar,
    /// Phrases by their first word in lower case, those with more words first.
    words: HashMap<Box<str>, Vec<Phrase>, FixedState>,
    /// For the first two bytes of words, which lengths there are; most words of a text end here.
    lengths: Vec<u64>,
    /// Abbreviations in lower case, without their last stop.
    abbreviations: HashMap<&'static str, Abbreviation, FixedState>,
    /// Words of scripts without blanks, together by their first character, in the order of their second,
    /// the longer first.
    unspaced: Vec<Vec<Unspaced>>,
    /// For each such character the place of its words, counted from one; 0 where it begins none.
    unspaced_places: Vec<u16>,
}

/// A word of a script without blanks.
struct Unspaced {
    /// Its second character; none where it has one alone.
    second: Option<char>,
    word: Box<str>,
    phrase: Phrase,
}

/// How a sentence goes on behind an abbreviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// It does.
    GoesOn,
    /// It does where a number follows.
    BeforeNumber,
    /// The abbreviation may be its end.
    MayEnd,
}

/// The table of a language. That of an unknown one has only what is common to all.
pub(super) fn table(language: Language) -> &'static Table {
    static ENGLISH_TABLE: LazyLock<Table> = LazyLock::new(|| Table::of(&ENGLISH, &[]));
    static CHINESE_TABLE: LazyLock<Table> = LazyLock::new(|| Table::of(&CHINESE, &[&ENGLISH]));
    static RUSSIAN_TABLE: LazyLock<Table> = LazyLock::new(|| Table::of(&RUSSIAN, &[]));
    static FRENCH_TABLE: LazyLock<Table> = LazyLock::new(|| Table::of(&FRENCH, &[]));
    static GERMAN_TABLE: LazyLock<Table> = LazyLock::new(|| Table::of(&GERMAN, &[]));
    static OTHER_TABLE: LazyLock<Table> = LazyLock::new(|| Table::of(&UNIVERSAL, &[]));
    match language {
        Language::English => &ENGLISH_TABLE,
        Language::Chinese => &CHINESE_TABLE,
        Language::Russian => &RUSSIAN_TABLE,
        Language::French => &FRENCH_TABLE,
        Language::German => &GERMAN_TABLE,
        Language::Other => &OTHER_TABLE,
    }
}

impl Table {
    /// Chinese characters mean the same in any text, so that they are in each table.
    fn of(grammar: &'static Grammar, more: &[&'static Grammar]) -> Self {
        let mut table = Self {
            grammar,
            words: HashMap::default(),
            lengths: vec![0; HEADS],
            abbreviations: HashMap::default(),
            unspaced: Vec::new(),
            unspaced_places: vec![0; (LAST_UNSPACED - FIRST_UNSPACED) as usize],
        };
        for grammar in [grammar].iter().chain(more) {
            for (list, kind) in [
                (grammar.may_end, Abbreviation::MayEnd),
                (grammar.before_number, Abbreviation::BeforeNumber),
                (grammar.goes_on, Abbreviation::GoesOn),
            ] {
                let words = list.split_ascii_whitespace();
                table.abbreviations.extend(words.map(|word| (word, kind)));
            }
        }
        let mut add = |sense: Sense, words: &str, unspaced_alone: bool| {
            for word in words.split_ascii_whitespace() {
                if !unspaced_alone || word.chars().any(is_unspaced) {
                    table.add(sense, word);
                }
            }
        };
        for (sense, words) in grammar.words {
            add(*sense, words, false);
        }
        for grammar in more {
            for (sense, words) in grammar.words {
                add(*sense, words, false);
            }
        }
        if grammar.language != Language::Chinese {
            for (sense, words) in CHINESE.words {
                add(*sense, words, true);
            }
        }
        if grammar.language != Language::Other {
            for (sense, words) in UNIVERSAL.words {
                add(*sense, words, false);
            }
        }
        for code in CODES.split(' ') {
            table.add(Sense::Money(code_alone(code)), &format!("={code}"));
        }
        for phrases in table.words.values_mut() {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
        for words in &mut table.unspaced {
            words.sort_by_key(|word| (word.second, std::cmp::Reverse(word.word.len())));
        }
        table
    }

    fn add(&mut self, sense: Sense, notation: &str) {
        let (case, notation) = match notation.chars().next() {
            Some('^') => (Case::Capital, notation.get(1..).unwrap_or_default()),
            Some('=') => {
                let letters = notation.get(1..).unwrap_or_default();
                (Case::Exact(letters.into()), letters)
            }
            _ => (Case::Any, notation),
        };
        for words in spelled_out(notation) {
            let case = match &case {
                Case::Exact(_) => Case::Exact(words.replace('_', " ").into()),
                other => other.clone(),
            };
            if words.starts_with(is_unspaced) {
                self.add_unspaced(sense, &words);
            } else {
                self.add_spaced(sense, case, &words.to_lowercase());
            }
        }
    }

    fn add_spaced(&mut self, sense: Sense, case: Case, words: &str) {
        let mut words = words.split('_');
        let Some(first) = words.next().filter(|first| !first.is_empty()) else { return };
        let rest: Vec<Box<str>> = words.map(Box::from).collect();
        if let Some(lengths) = self.lengths.get_mut(head_of(first)) {
            *lengths |= 1 << first.len().min(63);
        }
        let phrases = self.words.entry(first.into()).or_default();
        match phrases.iter_mut().find(|phrase| phrase.rest == rest) {
            Some(known) => known.push(sense, case),
            None => {
                let mut phrase = Phrase::new(rest, is_abbreviated(first));
                phrase.push(sense, case);
                phrases.push(phrase);
            }
        }
    }

    fn add_unspaced(&mut self, sense: Sense, word: &str) {
        let place = word.chars().next().and_then(place_of);
        let Some(place) = place.and_then(|place| self.unspaced_places.get_mut(place)) else {
            return;
        };
        if *place == 0 {
            self.unspaced.push(Vec::new());
            *place = u16::try_from(self.unspaced.len()).unwrap_or_default();
        }
        let Some(words) = self.unspaced.get_mut(usize::from(*place).wrapping_sub(1)) else {
            return;
        };
        match words.iter_mut().find(|known| *known.word == *word) {
            Some(known) => known.phrase.push(sense, Case::Any),
            None => {
                let mut phrase = Phrase::new(Vec::new(), false);
                phrase.push(sense, Case::Any);
                words.push(Unspaced { second: word.chars().nth(1), word: word.into(), phrase });
            }
        }
    }

    /// The phrases that begin with a word in lower case.
    pub(super) fn phrases(&self, word: &str) -> &[Phrase] {
        let lengths = self.lengths.get(head_of(word)).copied().unwrap_or_default();
        if lengths >> word.len().min(63) & 1 == 0 {
            return &[];
        }
        self.words.get(word).map_or(&[], Vec::as_slice)
    }

    /// What an abbreviation in lower case is.
    pub(super) fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        self.abbreviations.get(word).copied()
    }

    /// Whether a single word as it is written has a meaning.
    pub(super) fn means(&self, written: &str, ask: impl Fn(Sense) -> bool) -> bool {
        let lower = written.to_lowercase().replace('’', "'");
        let single = self.phrases(&lower).iter().filter(|phrase| phrase.rest.is_empty());
        single.flat_map(|phrase| phrase.senses(written)).any(ask)
    }

    /// Whether a single word has a meaning, however it is written.
    pub(super) fn means_any_case(&self, lower: &str, ask: impl Fn(Sense) -> bool) -> bool {
        let single = self.phrases(lower).iter().filter(|phrase| phrase.rest.is_empty());
        single.flat_map(|phrase| phrase.senses.iter().map(|(sense, _)| *sense)).any(ask)
    }

    /// The longest word of a script without blanks at the head of a text.
    pub(super) fn unspaced(&self, text: &str) -> Option<(usize, &Phrase)> {
        let mut characters = text.chars();
        let place = *self.unspaced_places.get(place_of(characters.next()?)?)?;
        let words = self.unspaced.get(usize::from(place).checked_sub(1)?)?;
        let second = characters.next();
        let from = words.partition_point(|word| word.second < second);
        let mut alike = words.iter().skip(from).take_while(|word| word.second == second);
        let longer = alike.find(|word| text.starts_with(&*word.word));
        let found = longer.or_else(|| words.first().filter(|word| word.second.is_none()))?;
        Some((found.word.len(), &found.phrase))
    }
}

/// The characters of scripts without blanks that begin words of the tables.
const FIRST_UNSPACED: u32 = 0x3000;
const LAST_UNSPACED: u32 = 0xa000;

fn place_of(c: char) -> Option<usize> {
    let place = u32::from(c).checked_sub(FIRST_UNSPACED)?;
    (place < LAST_UNSPACED - FIRST_UNSPACED).then_some(place as usize)
}

/// So many different beginnings of words are told apart.
const HEADS: usize = 1 << 12;

/// A number for the first two bytes of a word.
fn head_of(word: &str) -> usize {
    let mut bytes = word.bytes().map(usize::from);
    (bytes.next().unwrap_or_default() * 67 + bytes.next().unwrap_or_default()) % HEADS
}

/// Whether a character is of a script that sets no blanks between words: Han, kana.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Words are abbreviated within a syllable: they end in a consonant and are short.
fn is_abbreviated(word: &str) -> bool {
    let vowels =
        ['a', 'e', 'i', 'o', 'u', 'y', 'ä', 'ö', 'ü', 'é', 'а', 'е', 'и', 'о', 'у', 'ы', 'я'];
    let last = word.chars().next_back();
    matches!(word, "ca" | "mio" | "rs")
        || (word.chars().count() <= 6 && last.is_some_and(|c| !vowels.contains(&c)))
}

/// A list of one code, kept once for the whole run.
fn code_alone(code: &'static str) -> &'static [&'static str] {
    static LISTS: LazyLock<Vec<[&'static str; 1]>> =
        LazyLock::new(|| CODES.split(' ').map(|code| [code]).collect());
    LISTS.iter().find(|list| list.contains(&code)).map_or(&[], |list| list.as_slice())
}

/// Each way to write a phrase: `stem(a,b)` has one for each ending.
fn spelled_out(notation: &str) -> Vec<String> {
    let mut made = vec![String::new()];
    for part in notation.split('_') {
        let (stem, endings) = match part.split_once('(') {
            Some((stem, rest)) => (stem, rest.trim_end_matches(')')),
            None => (part, ""),
        };
        let mut longer = Vec::with_capacity(made.len());
        for head in &made {
            let blank = if head.is_empty() { "" } else { "_" };
            longer.extend(endings.split(',').map(|ending| format!("{head}{blank}{stem}{ending}")));
        }
        made = longer;
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_written_with_each_ending() {
        assert_eq!(spelled_out("Million(,en)"), ["Million", "Millionen"]);
        assert_eq!(spelled_out("per_cent"), ["per_cent"]);
        assert_eq!(spelled_out("a(,n)_b(c)"), ["a_bc", "an_bc"]);
    }

    #[test]
    fn a_word_may_want_a_capital_or_these_very_letters() {
        let table = table(Language::English);
        let means = |written: &str| {
            let phrases = table.phrases(&written.to_lowercase());
            phrases.iter().flat_map(|p| p.senses(written)).collect::<Vec<_>>()
        };
        assert!(means("May").contains(&Sense::Month(5)));
        assert!(!means("may").contains(&Sense::Month(5)));
        assert!(means("MW").contains(&Sense::Measure("MW")));
        assert!(!means("mw").contains(&Sense::Measure("MW")));
    }
}
