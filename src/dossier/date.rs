//! Dates as sources give them: to the minute, day, month or year, or in words alone.

use std::fmt;
use std::str::FromStr;

use compact_str::CompactString;
use jiff::Span;
use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::Offset;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A date with the precision at which it is known.
///
/// Written `"2024"`, `"2024-05"`, `"2024-03-30"`, `"2024-03-30 12:36"` or, where the time zone is
/// known, `"2024-03-30 12:36+08:00"`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// A calendar year.
    Year(i16),
    /// A month of a year, 1 to 12.
    Month(i16, i8),
    /// A day.
    Day(Date),
    /// A minute, with the distance from UTC in minutes where the source tells it.
    Minute(DateTime, Option<i32>),
    /// Text that is no date. The integrity check reports it; a dossier that has one isn't opened.
    Unreadable(CompactString),
}

impl PartialDate {
    /// The first instant and the first instant after it, in the date's own time zone.
    ///
    /// `None` for an unreadable date and at the calendar's end (year 9999).
    pub fn bounds(&self) -> Option<(DateTime, DateTime)> {
        let (start, length) = match self {
            Self::Year(year) => (Date::new(*year, 1, 1).ok()?.at(0, 0, 0, 0), Span::new().years(1)),
            Self::Month(year, month) => {
                (Date::new(*year, *month, 1).ok()?.at(0, 0, 0, 0), Span::new().months(1))
            }
            Self::Day(day) => (day.at(0, 0, 0, 0), Span::new().days(1)),
            Self::Minute(minute, _) => (*minute, Span::new().minutes(1)),
            Self::Unreadable(_) => return None,
        };
        Some((start, start.checked_add(length).ok()?))
    }

    /// The same in UTC, where the distance from it is known; else as it is told.
    pub fn bounds_in_utc(&self) -> Option<(DateTime, DateTime)> {
        let (start, end) = self.bounds()?;
        let offset = Span::new().minutes(i64::from(self.offset().unwrap_or(0)));
        Some((start.checked_sub(offset).ok()?, end.checked_sub(offset).ok()?))
    }

    /// The distance from UTC in minutes, where it is told.
    pub fn offset(&self) -> Option<i32> {
        match self {
            Self::Minute(_, offset) => *offset,
            _ => None,
        }
    }

    /// The weekday, where the date is known to the day.
    pub fn weekday(&self) -> Option<Weekday> {
        match self {
            Self::Day(day) => Some(day.weekday()),
            Self::Minute(minute, _) => Some(minute.weekday()),
            _ => None,
        }
    }

    /// The date in the form the file uses.
    pub fn to_iso(&self) -> String {
        match self {
            Self::Year(year) => format!("{year:04}"),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Day(day) => day.to_string(),
            Self::Minute(minute, offset) => {
                let offset = offset.map_or(String::new(), |minutes| {
                    let sign = if minutes < 0 { '-' } else { '+' };
                    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
                });
                format!("{} {:02}:{:02}{offset}", minute.date(), minute.hour(), minute.minute())
            }
            Self::Unreadable(text) => text.to_string(),
        }
    }
}

/// `30 March 2024, 12:36 (UTC+8)`, `30 March 2024, 12:36`, `30 March 2024`, `May 2023`, `2020`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = |f: &mut fmt::Formatter<'_>, day: Date| {
            write!(f, "{} {} {}", day.day(), month_name(day.month()), day.year())
        };
        match self {
            Self::Year(year) => write!(f, "{year}"),
            Self::Month(year, month) => write!(f, "{} {year}", month_name(*month)),
            Self::Day(date) => day(f, *date),
            Self::Minute(minute, offset) => {
                day(f, minute.date())?;
                write!(f, ", {:02}:{:02}", minute.hour(), minute.minute())?;
                offset.map_or(Ok(()), |minutes| write!(f, " ({})", zone_name(minutes)))
            }
            Self::Unreadable(text) => f.write_str(text),
        }
    }
}

/// `UTC`, `UTC+8`, `UTC−3:30`.
fn zone_name(offset: i32) -> String {
    let (hours, minutes) = (offset.abs() / 60, offset.abs() % 60);
    let sign = if offset < 0 { "−" } else { "+" };
    match (hours, minutes) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

/// The months of the year, in English.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month_name(month: i8) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|i| MONTHS.get(i)).copied().unwrap_or("?")
}

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// The text has none of the known forms.
    #[error("write 2024, 2024-05, 2024-03-30 or 2024-03-30 12:36")]
    Form,
    /// The form is right, but the calendar has no such day or the clock no such minute.
    #[error("the calendar has no such date")]
    NoSuchDate,
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let digits = |part: &str, length: usize| -> Result<i16, DateError> {
            if part.len() == length && part.bytes().all(|b| b.is_ascii_digit()) {
                part.parse().map_err(|_| DateError::Form)
            } else {
                Err(DateError::Form)
            }
        };
        let narrow = |n: i16| i8::try_from(n).map_err(|_| DateError::NoSuchDate);
        let (day_part, time_part) = match text.split_once(['T', ' ']) {
            Some((day, time)) => (day, Some(time)),
            None => (text, None),
        };
        let mut parts = day_part.split('-');
        let year = digits(parts.next().unwrap_or(""), 4)?;
        let month = parts.next().map(|m| digits(m, 2).and_then(narrow)).transpose()?;
        let day = parts.next().map(|d| digits(d, 2).and_then(narrow)).transpose()?;
        if parts.next().is_some() {
            return Err(DateError::Form);
        }
        match (month, day, time_part) {
            (None, None, None) => Ok(Self::Year(year)),
            (Some(month), None, None) if (1..=12).contains(&month) => Ok(Self::Month(year, month)),
            (Some(_), None, None) => Err(DateError::NoSuchDate),
            (Some(month), Some(day), time) => {
                let date = Date::new(year, month, day).map_err(|_| DateError::NoSuchDate)?;
                let Some(time) = time else { return Ok(Self::Day(date)) };
                let clock = time.get(..5).ok_or(DateError::Form)?;
                let (hour, minute) = clock.split_once(':').ok_or(DateError::Form)?;
                let hour = narrow(digits(hour, 2)?)?;
                let minute = narrow(digits(minute, 2)?)?;
                if hour > 23 || minute > 59 {
                    return Err(DateError::NoSuchDate);
                }
                let offset = offset_minutes(time.get(5..).unwrap_or(""))?;
                Ok(Self::Minute(date.at(hour, minute, 0, 0), offset))
            }
            _ => Err(DateError::Form),
        }
    }
}

fn offset_minutes(text: &str) -> Result<Option<i32>, DateError> {
    let (sign, rest) = match text.as_bytes().first() {
        None => return Ok(None),
        Some(b'Z') if text.len() == 1 => return Ok(Some(0)),
        Some(b'+') => (1, text.get(1..)),
        Some(b'-') => (-1, text.get(1..)),
        Some(_) => return Err(DateError::Form),
    };
    let (hours, minutes) = rest.and_then(|r| r.split_once(':')).ok_or(DateError::Form)?;
    let two_digits = |text: &str| -> Result<i32, DateError> {
        let digits = text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
        if digits { text.parse().map_err(|_| DateError::Form) } else { Err(DateError::Form) }
    };
    let (hours, minutes) = (two_digits(hours)?, two_digits(minutes)?);
    let total = sign * (hours * 60 + minutes);
    let known = (0..60).contains(&minutes) && Offset::from_seconds(total * 60).is_ok();
    if known { Ok(Some(total)) } else { Err(DateError::NoSuchDate) }
}

impl<'de> Deserialize<'de> for PartialDate {
    /// Never fails on a wrong date: the integrity check reports all of them at once.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = CompactString::deserialize(deserializer)?;
        Ok(text.parse().unwrap_or(Self::Unreadable(text)))
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_iso())
    }
}

/// When something happened: the source's words, the date they stand for, or both.
///
/// "upcoming" has words and no date; "on Saturday" has both, and `reading` says how one follows
/// from the other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "When")]
pub struct When {
    /// The date, as far as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// The source's own words for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// How the date follows from the words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<String>,
}

/// `30 March 2024 (“on Saturday”)`, `“upcoming”, no date given`.
impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.date, &self.words) {
            (Some(date), Some(words)) => write!(f, "{date} (“{words}”)"),
            (Some(date), None) => write!(f, "{date}"),
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
    use jiff::civil::date;

    use super::*;

    fn read(text: &str) -> PartialDate {
        text.parse().unwrap()
    }

    #[test]
    fn each_precision_reads_writes_and_shows() {
        for (text, shown) in [
            ("2020", "2020"),
            ("2023-05", "May 2023"),
            ("2024-03-30", "30 March 2024"),
            ("2024-03-30 12:36", "30 March 2024, 12:36"),
            ("2024-03-30 12:36+08:00", "30 March 2024, 12:36 (UTC+8)"),
            ("2024-03-30 12:36-03:30", "30 March 2024, 12:36 (UTC−3:30)"),
        ] {
            assert_eq!(read(text).to_string(), shown);
            assert_eq!(read(text).to_iso(), text);
        }
        assert_eq!(read("2024-03-30T12:36"), read("2024-03-30 12:36"));
    }

    #[test]
    fn the_calendar_is_respected() {
        for text in ["2024-02-30", "2024-13", "2023-02-29", "2024-03-30 24:00", "2024-00-10"] {
            assert_eq!(text.parse::<PartialDate>(), Err(DateError::NoSuchDate), "{text}");
        }
        for text in ["", "24", "March 2024", "2024-3-30", "2024-03-30 12", "2024 12:36", "２０２４"]
        {
            assert_eq!(text.parse::<PartialDate>(), Err(DateError::Form), "{text}");
        }
    }

    #[test]
    fn bounds_span_the_precision() {
        let (start, end) = read("2023-05").bounds().unwrap();
        assert_eq!(start, date(2023, 5, 1).at(0, 0, 0, 0));
        assert_eq!(end, date(2023, 6, 1).at(0, 0, 0, 0));
        assert_eq!(read("9999").bounds(), None);
    }

    #[test]
    fn words_and_date_are_shown_together() {
        let when = |date: Option<&str>, words: Option<&str>| When {
            date: date.map(read),
            words: words.map(str::to_owned),
            reading: None,
        };
        assert_eq!(
            when(Some("2024-03-30"), Some("on Saturday")).to_string(),
            "30 March 2024 (“on Saturday”)"
        );
        assert_eq!(when(None, Some("upcoming")).to_string(), "“upcoming”, no date given");
    }
}
