//! The one reader of language: sentences, words, numbers with their units, dates, names, negation.
//!
//! Whatever has to know what a sentence, a number or a date is asks here. What is read is data (a value,
//! the bytes it stands in, how it follows), never a sentence: the layer that speaks to the person says it.
//!
//! What a language's words mean stands in its file in `languages`, as lists; how numbers, dates and
//! clauses are made of them is the same for all. Another language is one more file with its table of tests.

mod clock;
mod date_reading;
mod dates;
mod digits;
mod folding;
mod languages;
mod lexicon;
mod lines;
mod measure;
mod names;
mod numbers;
mod partial_date;
mod quantities;
mod quantity;
mod questions;
mod sentences;
mod stance;
mod table;
mod things;
mod time_unit;
mod tokens;

use std::ops::Range;

pub use date_reading::{DateReading, DateReason, Printed, Stretch};
pub use folding::{Folded, Folding, Window, fold, is_dash, is_ideograph, is_invisible, lower};
use lexicon::Sense;
pub use lines::{is_within_number, one_line, shorten, without_number};
pub use measure::{Dimension, MEASURES, Measure, measure};
pub use names::is_named;
pub use partial_date::{DateError, PartialDate};
pub use quantity::{Amount, Direction, Movement, Qualifier, Quantity, Unit};
pub use questions::Asked;
pub use sentences::sentences;
pub use stance::Stance;
pub use things::{names_thing, same_thing};
pub use time_unit::TimeUnit;
use tokens::Tokens;

/// A language that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    English,
    /// Chinese, simplified and traditional; numbers and dates of Japanese too.
    Chinese,
    /// Russian.
    Russian,
    /// French.
    French,
    /// German.
    German,
    /// Any other: digits, signs and symbols are read.
    Other,
}

impl Language {
    /// The languages that are read in full.
    pub const KNOWN: [Self; 5] =
        [Self::English, Self::Chinese, Self::Russian, Self::French, Self::German];

    /// The language of a BCP 47 tag.
    pub fn of_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        match primary.to_ascii_lowercase().as_str() {
            "en" => Self::English,
            "zh" | "ja" | "yue" | "wuu" | "cmn" => Self::Chinese,
            "ru" => Self::Russian,
            "fr" => Self::French,
            "de" => Self::German,
            _ => Self::Other,
        }
    }

    /// The language that a text is most likely in, by its script and by the words that open sentences;
    /// English where nothing tells.
    pub fn guess(text: &str) -> Self {
        let (mut han, mut cyrillic, mut latin) = (0_usize, 0_usize, 0_usize);
        for c in text.chars().take(GUESSED_FROM) {
            match c {
                c if table::is_unspaced(c) => han += 1,
                '\u{400}'..='\u{4ff}' => cyrillic += 1,
                c if c.is_alphabetic() => latin += 1,
                _ => {}
            }
        }
        if 2 * han > cyrillic + latin {
            return Self::Chinese;
        }
        if cyrillic > latin {
            return Self::Russian;
        }
        let head: String = text.chars().take(GUESSED_FROM).collect();
        let words: Vec<&str> = head.split(|c: char| !c.is_alphabetic()).collect();
        let hits = |language: Self| {
            let table = table::table(language);
            let is_small = |sense| {
                matches!(sense, Sense::Opens | Sense::Article | Sense::And | Sense::Of | Sense::To)
            };
            words.iter().filter(|word| table.means(word, is_small)).count()
        };
        let likeliest = [Self::German, Self::French, Self::English];
        likeliest.into_iter().max_by_key(|language| hits(*language)).unwrap_or(Self::English)
    }
}

/// So many characters at the head of a text tell its language.
const GUESSED_FROM: usize = 2_000;

/// Words of English that tell nothing by themselves.
pub fn is_minor(word: &str) -> bool {
    word.is_ascii() && languages::MINOR.split(' ').any(|minor| minor.eq_ignore_ascii_case(word))
}

/// The English name of a weekday, 1 for Monday.
pub fn weekday_name(number: i8) -> &'static str {
    let place = usize::try_from(number - 1).ok();
    place.and_then(|place| languages::WEEKDAYS.get(place)).copied().unwrap_or_default()
}

/// A text that was looked through once, to be asked for what stands in it.
pub struct Reading<'t> {
    tokens: Tokens<'t>,
    language: Language,
}

impl<'t> Reading<'t> {
    /// Looks through a text.
    pub fn of(text: &'t str, language: Language) -> Self {
        Self { tokens: Tokens::of(text, language), language }
    }

    /// The numbers with their units, in their order. What is part of a printed date is none.
    pub fn quantities(&self) -> Vec<Quantity> {
        quantities::quantities(&self.tokens, &dates::printed(&self.tokens))
    }

    /// The dates, in their order, read from the day on which the text appeared where that is known.
    pub fn dates(&self, reference: Option<&PartialDate>) -> Vec<DateReading> {
        dates::dates(&self.tokens, reference)
    }

    /// The one time of day on a day; none where several are told, and where its zone is not known here.
    pub fn time_on(&self, day: jiff::civil::Date) -> Option<PartialDate> {
        clock::time_on(&self.tokens, day)
    }

    /// How the clause around a stretch, in bytes, stands to what the stretch says.
    pub fn stance(&self, stretch: &Range<usize>) -> Stance {
        let text = self.tokens.text;
        let sentences = sentences(text, self.language);
        let around = sentences
            .into_iter()
            .filter(|sentence| sentence.start < stretch.end && stretch.start < sentence.end)
            .reduce(|one, other| one.start..other.end)
            .unwrap_or(0..text.len());
        stance::stance(&self.tokens, stretch, &around)
    }

    /// Whether words name a unit: the unit itself for money, percent and measures.
    pub fn units(&self) -> Vec<Unit> {
        let mut units = Vec::new();
        for at in 0..self.tokens.all.len() {
            units.extend(self.tokens.senses(at).filter_map(|sense| match sense {
                Sense::Percent | Sense::PercentBefore | Sense::Tenths => Some(Unit::Percent),
                Sense::PercentagePoints => Some(Unit::PercentagePoints),
                Sense::BasisPoints => Some(Unit::BasisPoints),
                Sense::Money(codes) => Some(Unit::Money(codes)),
                Sense::Measure(symbol) => measure(symbol).map(Unit::Measure),
                Sense::Lasting(unit, _) => Some(Unit::Time(unit)),
                _ => None,
            }));
            if let Some(tokens::Kind::Mark(mark)) = self.tokens.kind(at) {
                units.extend(match mark {
                    '%' | '％' | '٪' => Some(Unit::Percent),
                    mark => languages::sign(mark).map(Unit::Money),
                });
            }
        }
        units
    }
}

/// Whether a currency of this ISO 4217 code is known.
pub fn is_currency(code: &str) -> bool {
    languages::CODES.split(' ').any(|known| known == code)
}

/// The unit of measure that a word or a symbol names, in any of the languages.
pub fn measure_named(name: &str) -> Option<&'static Measure> {
    measure(name).or_else(|| {
        Language::KNOWN.into_iter().find_map(|language| {
            let tokens = Tokens::of(name, language);
            let whole = tokens.all.len() == 1;
            let symbol = tokens.find(0, |sense| match sense {
                Sense::Measure(symbol) => Some(symbol),
                _ => None,
            });
            symbol.filter(|_| whole).and_then(measure)
        })
    })
}
