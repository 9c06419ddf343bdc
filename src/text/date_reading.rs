//! What is read of a date: which days it may be, and how that follows.

use std::ops::Range;

use jiff::civil::DateTime;

use super::partial_date::PartialDate;

/// How a date follows from its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateReason {
    /// All of it is printed.
    Printed,
    /// The year goes without saying: the one in which it is nearest to the day of the text.
    Nearest,
    /// The latest such weekday up to the day of the text.
    Weekday,
    /// Counted from the day of the text: "yesterday", "last year", "four years ago".
    Counted,
    /// Counted from another date that stands before it: "the day before".
    Beside,
    /// It can't be told which date is meant.
    Open,
}

/// A stretch of time, from the beginning of one date to the end of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its first day, month or year.
    pub from: PartialDate,
    /// Its last.
    pub to: PartialDate,
}

impl Stretch {
    /// A single date.
    pub fn of(date: PartialDate) -> Self {
        Self { from: date.clone(), to: date }
    }

    /// The date, where it is a single one.
    pub fn single(&self) -> Option<&PartialDate> {
        (self.from == self.to).then_some(&self.from)
    }

    /// The first instant and the first instant after it.
    pub fn bounds(&self) -> Option<(DateTime, DateTime)> {
        Some((self.from.bounds()?.0, self.to.bounds()?.1))
    }
}

/// The parts of a date that are printed; what is not was filled in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Printed {
    /// The year.
    pub year: Option<i16>,
    /// The month.
    pub month: Option<i8>,
    /// The day of the month.
    pub day: Option<i8>,
    /// The weekday, 1 for Monday.
    pub weekday: Option<i8>,
}

/// A date that stands in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct DateReading {
    /// Its bytes, without a preposition.
    pub span: Range<usize>,
    /// When; none where it can't be told.
    pub when: Option<Stretch>,
    /// How that follows.
    pub reason: DateReason,
    /// What is printed of it.
    pub printed: Printed,
    /// How many days it lies from a date that the text does not name: -1 for "the day before" alone.
    pub steps: Option<i16>,
    /// Something begins or ends with it, as behind "since".
    pub bounds: bool,
    /// It stands there in digits or by the name of a month, and is no number of things.
    pub calendar: bool,
}
