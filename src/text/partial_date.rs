//! Dates as sources give them: to the minute, day, month or year, or in words alone.

use std::fmt;
use std::str::FromStr;

use compact_str::CompactString;
use jiff::Span;
use jiff::civil::{Date, DateTime, ISOWeekDate, Weekday};
use jiff::tz::Offset;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::languages::MONTHS;

/// A date with the precision at which it is known.
///
/// Written `"2024"`, `"2024-05"`, `"2024-W13"`, `"2024-03-30"`, `"2024-03-30 12:36"`,
/// `"2024-03-30 12:36:05"` or, where the time zone is known, `"2024-03-30 12:36+08:00"`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// A calendar year.
    Year(i16),
    /// A month of a year, 1 to 12.
    Month(i16, i8),
    /// A day.
    Day(Date),
    /// A week of a year by ISO 8601, which begins on Monday.
    Week(i16, i8),
    /// A minute, with the distance from UTC in minutes where the source tells it.
    Minute(DateTime, Option<i32>),
    /// A second, likewise.
    Second(DateTime, Option<i32>),
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
            Self::Week(year, week) => {
                (monday_of(*year, *week)?.at(0, 0, 0, 0), Span::new().weeks(1))
            }
            Self::Minute(minute, _) => (*minute, Span::new().minutes(1)),
            Self::Second(second, _) => (*second, Span::new().seconds(1)),
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
            Self::Minute(_, offset) | Self::Second(_, offset) => *offset,
            _ => None,
        }
    }

    /// The weekday, where the date is known to the day.
    pub fn weekday(&self) -> Option<Weekday> {
        match self {
            Self::Day(day) => Some(day.weekday()),
            Self::Minute(time, _) | Self::Second(time, _) => Some(time.weekday()),
            _ => None,
        }
    }

    /// The date in the form the file uses.
    pub fn to_iso(&self) -> String {
        match self {
            Self::Year(year) => format!("{year:04}"),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Day(day) => day.to_string(),
            Self::Week(year, week) => format!("{year:04}-W{week:02}"),
            Self::Minute(time, offset) => {
                let offset = iso_offset(*offset);
                format!("{} {:02}:{:02}{offset}", time.date(), time.hour(), time.minute())
            }
            Self::Second(time, offset) => {
                let (hour, minute, second) = (time.hour(), time.minute(), time.second());
                let offset = iso_offset(*offset);
                format!("{} {hour:02}:{minute:02}:{second:02}{offset}", time.date())
            }
            Self::Unreadable(text) => text.to_string(),
        }
    }
}

fn iso_offset(offset: Option<i32>) -> String {
    offset.map_or(String::new(), |minutes| {
        let sign = if minutes < 0 { '-' } else { '+' };
        format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
    })
}

/// The Monday of a week by ISO 8601, where the year has such a week.
fn monday_of(year: i16, week: i8) -> Option<Date> {
    ISOWeekDate::new(year, week, Weekday::Monday).ok().map(ISOWeekDate::date)
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
            Self::Second(time, offset) => {
                day(f, time.date())?;
                write!(f, ", {:02}:{:02}:{:02}", time.hour(), time.minute(), time.second())?;
                offset.map_or(Ok(()), |minutes| write!(f, " ({})", zone_name(minutes)))
            }
            Self::Week(year, week) => write!(f, "week {week} of {year}"),
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

fn month_name(month: i8) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|i| MONTHS.get(i)).copied().unwrap_or("?")
}

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// The text has none of the known forms.
    #[error("write 2024, 2024-05, 2024-W13, 2024-03-30 or 2024-03-30 12:36")]
    Form,
    /// The form is right, but the calendar has no such day or the clock no such minute.
    #[error("the calendar has no such date")]
    NoSuchDate,
}

impl PartialDate {
    /// A day, or a time on it: `12:36`, `12:36:05`, each with its distance from UTC where that is told.
    fn on_day(date: Date, time: Option<&str>) -> Result<Self, DateError> {
        let Some(time) = time else { return Ok(Self::Day(date)) };
        let two = |part: Option<&str>| -> Result<i8, DateError> {
            let part = part.filter(|part| part.bytes().all(|b| b.is_ascii_digit()));
            part.and_then(|part| part.parse().ok()).ok_or(DateError::Form)
        };
        if time.get(2..3) != Some(":") {
            return Err(DateError::Form);
        }
        let (hour, minute) = (two(time.get(..2))?, two(time.get(3..5))?);
        let rest = time.get(5..).unwrap_or_default();
        let (second, rest) = match rest.strip_prefix(':') {
            Some(rest) => (Some(two(rest.get(..2))?), rest.get(2..).unwrap_or_default()),
            None => (None, rest),
        };
        if hour > 23 || minute > 59 || second.is_some_and(|second| second > 59) {
            return Err(DateError::NoSuchDate);
        }
        let offset = offset_minutes(rest)?;
        Ok(match second {
            Some(second) => Self::Second(date.at(hour, minute, second, 0), offset),
            None => Self::Minute(date.at(hour, minute, 0, 0), offset),
        })
    }
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
        if let Some((year, week)) = day_part.split_once("-W") {
            let (week, weekday) = week.split_once('-').map_or((week, None), |(w, d)| (w, Some(d)));
            let (year, week) = (digits(year, 4)?, narrow(digits(week, 2)?)?);
            let monday = monday_of(year, week).ok_or(DateError::NoSuchDate)?;
            let Some(weekday) = weekday else {
                return if time_part.is_none() {
                    Ok(Self::Week(year, week))
                } else {
                    Err(DateError::Form)
                };
            };
            let weekday = narrow(digits(weekday, 1)?)?;
            if !(1..=7).contains(&weekday) {
                return Err(DateError::NoSuchDate);
            }
            let day = monday.checked_add(Span::new().days(weekday - 1));
            return Self::on_day(day.map_err(|_| DateError::NoSuchDate)?, time_part);
        }
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
                Self::on_day(date, time)
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
}
