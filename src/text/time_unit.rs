//! Lengths of time by which things last and are counted.

use serde::{Deserialize, Serialize};

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TimeUnit {
    /// Calendar years.
    Year,
    /// Calendar months.
    Month,
    /// Weeks of seven days.
    Week,
    /// Days.
    Day,
    /// Hours.
    Hour,
    /// Minutes.
    Minute,
}

impl TimeUnit {
    /// The unit in English, for one or for several.
    pub fn name(self, single: bool) -> &'static str {
        match (self, single) {
            (Self::Year, true) => "year",
            (Self::Year, false) => "years",
            (Self::Month, true) => "month",
            (Self::Month, false) => "months",
            (Self::Week, true) => "week",
            (Self::Week, false) => "weeks",
            (Self::Day, true) => "day",
            (Self::Day, false) => "days",
            (Self::Hour, true) => "hour",
            (Self::Hour, false) => "hours",
            (Self::Minute, true) => "minute",
            (Self::Minute, false) => "minutes",
        }
    }
}
