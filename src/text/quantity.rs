//! What is read of a number: how much, of what, how firmly, and which way it moved.

use std::ops::Range;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::measure::Measure;
use super::time_unit::TimeUnit;

/// How a source hedges a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Qualifier {
    /// The number stands bare.
    #[default]
    Exactly,
    /// "almost", "nearly": below the number, close to it.
    Almost,
    /// "about", "around", "some".
    About,
    /// "over", "more than".
    Over,
    /// "at least".
    AtLeast,
    /// "at most", "up to".
    AtMost,
    /// "less than", "under".
    LessThan,
    /// "increased to": a level reached by rising.
    IncreasedTo,
    /// "fell to": a level reached by falling.
    DecreasedTo,
}

impl Qualifier {
    /// The words that belong before the number; empty for a bare number.
    pub fn words(self) -> &'static str {
        match self {
            Self::Exactly => "",
            Self::Almost => "almost",
            Self::About => "about",
            Self::Over => "over",
            Self::AtLeast => "at least",
            Self::AtMost => "at most",
            Self::LessThan => "less than",
            Self::IncreasedTo => "increased to",
            Self::DecreasedTo => "fell to",
        }
    }

    /// The sign that opens a tile; empty where the number stands as it is.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Exactly | Self::IncreasedTo | Self::DecreasedTo => "",
            Self::Almost | Self::About => "≈",
            Self::Over => ">",
            Self::AtLeast => "≥",
            Self::AtMost => "≤",
            Self::LessThan => "<",
        }
    }
}

/// Which way a figure moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Direction {
    /// It rose.
    Up,
    /// It fell.
    Down,
}

/// A movement that words give a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movement {
    /// The number is what was added or taken away: "rose by 5".
    By(Direction),
    /// The number is what it came to: "rose to 5".
    To(Direction),
}

/// What a number counts or measures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unit {
    /// Money, by the ISO 4217 codes of the currencies that may be meant, the likeliest first.
    Money(&'static [&'static str]),
    /// Hundredths of a whole.
    Percent,
    /// The difference between two percentages.
    PercentagePoints,
    /// Hundredths of a percentage point.
    BasisPoints,
    /// A length of time; a decade is ten years.
    Time(TimeUnit),
    /// A physical measure.
    Measure(&'static Measure),
}

/// How much: one number, or all between two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// One number.
    One(Decimal),
    /// From one number to another, as "3 to 5" says.
    Range(Decimal, Decimal),
}

/// A number that stands in a text, with all that the words beside it say of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Its bytes in the text: from its hedge or currency sign to its unit, or to a hedge behind that.
    pub span: Range<usize>,
    /// The bytes of the number itself, with its words of magnitude.
    pub digits: Range<usize>,
    /// How much, words of magnitude multiplied in: 90,000,000,000 for "$90 billion".
    pub amount: Amount,
    /// What the words of magnitude multiply by: 1,000,000,000 for "$90 billion".
    pub magnitude: Decimal,
    /// Other numbers that the same characters may be: 1.234 is two numbers to two readers.
    pub otherwise: Vec<Decimal>,
    /// The unit that stands beside it.
    pub unit: Option<Unit>,
    /// The words behind it that may name what is counted, up to three.
    pub counted: Option<Range<usize>>,
    /// How it is hedged, most telling first; empty for a bare number. Several where the words may mean
    /// either: "just under" is close to the number and below it.
    pub hedges: Vec<Qualifier>,
    /// Which way it moved, where words say so.
    pub movement: Option<Movement>,
    /// "seventh", not "seven".
    pub ordinal: bool,
    /// The whole that it is a part of: 60 in "40 of the 60".
    pub whole: Option<Decimal>,
    /// Which part of one it is: a third.
    pub part: Option<Decimal>,
    /// The level from which something moved: 3 in "rose from 3 to 5".
    pub former: bool,
    /// "a year" for one year: the article is the number.
    pub article: bool,
}

impl Quantity {
    /// The number, or the ends of the range, whichever is smaller first.
    pub fn ends(&self) -> (Decimal, Decimal) {
        match self.amount {
            Amount::One(number) => (number, number),
            Amount::Range(from, to) => (from, to),
        }
    }
}
