//! What words mean to the reader: the form in which a language's file says it, and the table that is
//! made of it for looking up.

use super::Language;
use super::quantity::{Direction, Qualifier};
use super::stance::Stance;
use super::time_unit::TimeUnit;

/// What a word, or a phrase, means. Most words mean nothing to the reader and stand in no table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Sense {
    /// "seven"; zero for "no" in "no ship".
    Cardinal(u64),
    /// "seventh".
    Ordinal(u64),
    /// Multiplies what stands before it: "hundred", "million", "dozen", "lakh".
    Times(u64),
    /// A part of one: 2 for "half", 3 for "third" and "thirds".
    Part(u64),
    /// A number and a half in one word, in halves: 3 for "anderthalb", "полтора".
    Halves(u64),
    /// Adds a half: "and a half", "с половиной".
    AndHalf,
    /// The word for the decimal mark: "point", "Komma", "点".
    Point,
    /// Joins the words of a number and the ends of a range: "and".
    And,
    /// "a", "ein": one, before a word of magnitude, a part or a length of time.
    Article,
    /// Numerator and denominator change places: "分之", "из".
    OutOf,
    /// Percent that stands before its number: "百分之".
    PercentBefore,
    /// Before a number below zero: "minus".
    Minus,
    /// May stand between a verb of movement and its number, or before a unit: "a further", "was".
    Filler,
    /// Hedges the number behind it. A phrase that stands under several hedges means any of them.
    Hedge(Qualifier),
    /// Hedges the number before it: "or more", "以上".
    HedgeAfter(Qualifier),
    /// Opens a range: "between".
    Between,
    /// Opens a range or names where a movement began: "from".
    From,
    /// Stands between the ends of a range, or before a level that was reached: "to".
    To,
    /// Before what was added or taken away: "by", "um", "на".
    By,
    /// "of", before the whole of which something is a part.
    Of,
    /// Percent.
    Percent,
    /// Percentage points.
    PercentagePoints,
    /// Hundredths of a percentage point.
    BasisPoints,
    /// Tenths of a whole: "成".
    Tenths,
    /// Money, by the ISO 4217 codes of the currencies that the word may mean.
    Money(&'static [&'static str]),
    /// A measure, by its symbol in `measure.rs`.
    Measure(&'static str),
    /// A length of time: `(Year, 10)` for "decade".
    Lasting(TimeUnit, u32),
    /// A verb, noun or adverb that says in which direction something moved: "rose", "decline", "lower".
    Moves(Direction),
    /// The second half of a verb of movement, behind its number: "nahm um 5 Prozent zu".
    Particle(Direction),
    /// Says that a level was reached, and how: "增至".
    Reaches(Direction),
    /// A month, 1 to 12.
    Month(i8),
    /// A weekday, 1 for Monday.
    Weekday(i8),
    /// A day, counted from that of the text: -1 for "yesterday".
    DayFrom(i16),
    /// A week, counted likewise: "上周".
    WeekFrom(i16),
    /// A month, counted likewise: "上个月".
    MonthFrom(i16),
    /// A year, counted likewise: "去年".
    YearFrom(i16),
    /// "this", "last", "next": the year, month, week, weekday or month's name beside it is counted from
    /// that of the text.
    Beside(i16),
    /// The day before or behind another: "the day before", "la veille".
    NextTo(i16),
    /// Behind a length of time: "ago".
    Ago,
    /// Before a length of time: "vor", "il y a".
    AgoBefore,
    /// "year" as it stands beside a number that is one: "2031 года", "im Jahr 2031", "2031年".
    YearName,
    /// "月" behind a month's number.
    MonthName,
    /// "日" behind a day's number.
    DayName,
    /// "quarter" of a year.
    Quarter,
    /// Half of a year: "Halbjahr"; "half" too is one behind "first" and "second".
    HalfYear,
    /// A half of the year by itself: 1 for "上半年".
    HalfYearOf(i8),
    /// A year that is not the calendar's: "fiscal year".
    FiscalYear,
    /// "1990s": what is written behind a year to make ten of it: "er", "-е", "年代".
    DecadeOf,
    /// "in", "on", "im": before a date.
    In,
    /// Before a date at which something begins or ends: "since", "until", "before".
    Bounds,
    /// A date beside it is that of a return, not of what began: "turned ten this year".
    Anniversary,
    /// A weekday behind it is another than the latest: "every".
    OtherDay,
    /// The hours before noon: "a.m.", "上午".
    BeforeNoon,
    /// The hours after noon: "p.m.", "下午".
    AfterNoon,
    /// Twelve o'clock.
    Noon,
    /// Behind an hour: "Uhr", "点".
    Hour,
    /// What is said beside it is not stated as a fact.
    Cue(Stance),
    /// Looks like a cue and is none: "not only".
    NoCue,
    /// Sets a clause against the one before it: "but".
    But,
    /// A title or an office before, or in Chinese behind, a name.
    Title,
    /// A word of ways, places and firms that are called after people: "Street".
    NameOfPlace,
    /// A noun that takes a letter behind it: "plan B".
    Lettered,
    /// A verb of saying: behind a quoted question the sentence goes on with it.
    Says,
    /// A word that opens sentences, and hardly stands in a name: "The", "Then".
    Opens,
    /// Looks like a number, a date or a hedge and is none: "一些", "no doubt".
    Nothing,
}

/// A number may begin with the word.
pub(super) const NUMBER: u8 = 1;
/// A date or a time may.
pub(super) const DATE: u8 = 2;
/// A date that is printed may.
pub(super) const CALENDAR: u8 = 4;

impl Sense {
    /// What may begin with a word of this sense; most words begin nothing.
    pub(super) fn opens(self) -> u8 {
        match self {
            Self::Cardinal(_) | Self::Times(_) | Self::Article => NUMBER | DATE,
            Self::Ordinal(_) => NUMBER | DATE | CALENDAR,
            Self::Part(_) | Self::Halves(_) => NUMBER,
            Self::Lasting(_, many) if many > 1 => NUMBER | DATE,
            Self::Month(_)
            | Self::Weekday(_)
            | Self::YearFrom(_)
            | Self::Beside(_)
            | Self::HalfYearOf(_)
            | Self::FiscalYear => DATE | CALENDAR,
            Self::Lasting(..)
            | Self::DayFrom(_)
            | Self::WeekFrom(_)
            | Self::MonthFrom(_)
            | Self::NextTo(_)
            | Self::AgoBefore
            | Self::BeforeNoon
            | Self::AfterNoon
            | Self::Noon => DATE,
            _ => 0,
        }
    }
}

/// A language as its file describes it.
///
/// Words stand in the tables with blanks between them. `_` stands for the blank in a phrase,
/// `stem(a,b)` for the stem with each of the endings, of which one may be empty. Case does not matter,
/// but for words with a mark before them: `^` wants a capital, `=` these very letters.
pub(super) struct Grammar {
    pub(super) language: Language,
    /// The mark before decimals.
    pub(super) decimal: char,
    /// The words.
    pub(super) words: &'static [(Sense, &'static str)],
    /// Abbreviations behind which a sentence goes on: "Mr". All without their last stop.
    pub(super) goes_on: &'static str,
    /// Abbreviations behind which it goes on with a number: "No".
    pub(super) before_number: &'static str,
    /// Abbreviations that stand at the end of sentences as well: "etc".
    pub(super) may_end: &'static str,
    /// The number that one word is, where words of numbers are written together.
    pub(super) compound: Option<fn(&str) -> Option<u64>>,
    /// Endings that its nouns and names take, the longer first.
    pub(super) endings: &'static [&'static str],
}
