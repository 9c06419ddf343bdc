//! Units that measure the same, and how much of each other they are.

use rust_decimal::Decimal;

use super::{TimeUnit, Unit};
use crate::text;

/// What figures of one sort have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Compared by the measure's dimension.
    Dimension(text::Dimension),
    /// Years and months; they have no fixed number of days.
    Months,
    /// Weeks, days, hours, minutes.
    Minutes,
    /// Compared only with the same unit.
    Unit(Unit),
}

impl Sort {
    /// By which figures of one sort are put together in a list.
    pub fn key(&self) -> String {
        match self {
            Self::Dimension(dimension) => format!("Measure({dimension:?})"),
            Self::Months => "Time(Month)".to_owned(),
            Self::Minutes => "Time(Minute)".to_owned(),
            Self::Unit(unit) => format!("{unit:?}"),
        }
    }
}

impl Unit {
    /// The sort of figures that this one can be compared with, and how much of the sort's basic unit
    /// it is.
    pub fn basic(&self) -> (Sort, Decimal) {
        match self {
            Self::Time(time) => {
                let (sort, factor) = basic_time(*time);
                (sort, Decimal::from(factor))
            }
            Self::Measure(symbol) => match text::measure_named(symbol) {
                Some(measure) => (Sort::Dimension(measure.dimension), measure.factor),
                None => (Sort::Unit(self.clone()), Decimal::ONE),
            },
            _ => (Sort::Unit(self.clone()), Decimal::ONE),
        }
    }
}

/// The sort of a length of time, and how many months or minutes it has.
pub fn basic_time(time: TimeUnit) -> (Sort, i64) {
    match time {
        TimeUnit::Year => (Sort::Months, 12),
        TimeUnit::Month => (Sort::Months, 1),
        TimeUnit::Week => (Sort::Minutes, 7 * 24 * 60),
        TimeUnit::Day => (Sort::Minutes, 24 * 60),
        TimeUnit::Hour => (Sort::Minutes, 60),
        TimeUnit::Minute => (Sort::Minutes, 1),
    }
}
