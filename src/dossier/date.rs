//! When something happened or held, as a source says it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::{PartialDate, Stretch};

/// When something happened: the source's words, the date they stand for, or both. What lasted has
/// `from` and `to` in place of `date`.
///
/// "upcoming" has words and no date; "on Saturday" has both, and `reading` says how one follows
/// from the other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "When")]
pub struct When {
    /// The date, as far as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// When it began, where it lasted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<PartialDate>,
    /// When it ended, where it lasted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<PartialDate>,
    /// The source's own words for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// How the date follows from the words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<String>,
}

impl When {
    /// Its date, or the date on which it began.
    pub fn start(&self) -> Option<&PartialDate> {
        self.date.as_ref().or(self.from.as_ref())
    }

    /// Its date, or the date on which it ended.
    pub fn end(&self) -> Option<&PartialDate> {
        self.date.as_ref().or(self.to.as_ref()).or(self.from.as_ref())
    }

    /// From its first to its last day, where both are known.
    pub fn stretch(&self) -> Option<Stretch> {
        let single = self.date.clone().map(Stretch::of);
        single.or_else(|| Some(Stretch { from: self.from.clone()?, to: self.to.clone()? }))
    }

    /// Its date, or both ends, in words.
    fn dates(&self) -> Option<String> {
        match (&self.date, &self.from, &self.to) {
            (Some(date), ..) => Some(date.to_string()),
            (None, Some(from), Some(to)) => Some(format!("{from} to {to}")),
            (None, Some(from), None) => Some(format!("from {from}")),
            (None, None, Some(to)) => Some(format!("until {to}")),
            (None, None, None) => None,
        }
    }
}

/// `30 March 2024 (“on Saturday”)`, `12 June 2031 to 14 June 2031`, `“upcoming”, no date given`.
impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let dates = self.dates();
        match (&dates, &self.words) {
            (Some(date), Some(words)) => write!(f, "{date} (“{words}”)"),
            (Some(date), None) => f.write_str(date),
            (None, Some(words)) => write!(f, "“{words}”, no date given"),
            (None, None) => f.write_str("no date given"),
        }
    }
}

/// The stretch of time that a figure covers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Period")]
pub struct Period {
    /// Its first day, month or year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<PartialDate>,
    /// Its last day, month or year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<PartialDate>,
    /// The source's own words for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// `“Over the past year”, to March 2024`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let dates = match (&self.from, &self.to) {
            (Some(from), Some(to)) if from == to => from.to_string(),
            (Some(from), Some(to)) => format!("{from} to {to}"),
            (Some(from), None) => format!("from {from}"),
            (None, Some(to)) => format!("to {to}"),
            (None, None) => String::new(),
        };
        match (&self.words, dates.is_empty()) {
            (Some(words), true) => write!(f, "“{words}”"),
            (Some(words), false) => write!(f, "“{words}”, {dates}"),
            (None, _) => f.write_str(&dates),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_date_are_shown_together() {
        let when = |date: Option<&str>, words: Option<&str>| When {
            date: date.map(|date| date.parse().unwrap()),
            words: words.map(str::to_owned),
            ..When::default()
        };
        assert_eq!(
            when(Some("2024-03-30"), Some("on Saturday")).to_string(),
            "30 March 2024 (“on Saturday”)"
        );
        assert_eq!(when(None, Some("upcoming")).to_string(), "“upcoming”, no date given");
    }
}
