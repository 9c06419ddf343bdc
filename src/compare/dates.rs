//! Dates in English words, read from the day on which the text appeared.
//!
//! Days, months and years are read as they are printed; what points back is resolved from the
//! date of publication, as taggers of time do for news (J. Strötgen and M. Gertz, "Multilingual and
//! cross-domain temporal tagging", 2013). Where words leave open which date is meant, none is read.

use std::ops::Range;

use jiff::Span;
use jiff::civil::{Date, DateTime};

use super::date_words::{day, month, weekday, year};
use super::relative_dates::latest;
use super::times::{TimeOfDay, read_time};
use crate::dossier::PartialDate;

/// Behind these a date is only where something begins or ends.
pub(super) const BOUNDING: [&str; 10] =
    ["after", "before", "between", "by", "from", "since", "through", "till", "to", "until"];

/// Before a weekday these mean another one than the latest.
const OTHER_WEEKDAY: [&str; 9] =
    ["coming", "each", "every", "following", "last", "next", "previous", "this", "upcoming"];

/// The date that words give, as exactly as they do, and where it stands in them. None where there is
/// no date, where two exclude each other, and where one can't be told.
pub fn read_date(words: &str, published: &PartialDate) -> Option<(PartialDate, Range<usize>)> {
    let reader = Reader { text: words, words: split(words), published };
    let (mut dates, mut ranges) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < reader.words.len() {
        let Some((date, length)) = reader.expression(at) else {
            at += 1;
            continue;
        };
        if reader.follows(at, &BOUNDING) {
            return None;
        }
        dates.push(date?);
        ranges.push(reader.range(at, length)?);
        at += length;
    }
    let place = most_exact(&dates)?;
    let date = match dates.get(place)? {
        PartialDate::Day(day) => match read_time(&reader, *day) {
            Some(TimeOfDay { hour, minute, offset }) => {
                PartialDate::Minute(day.at(hour, minute, 0, 0), offset)
            }
            None => PartialDate::Day(*day),
        },
        date => date.clone(),
    };
    Some((date, ranges.get(place)?.clone()))
}

/// The place of the most exact of several dates, where it lies within all others.
pub(super) fn most_exact(dates: &[PartialDate]) -> Option<usize> {
    dates.iter().position(|inner| dates.iter().all(|outer| lies_within(inner, outer)))
}

/// Two times whose zones are known are held against each other in UTC. Where one of them names no
/// zone, both are taken as told at one place.
fn lies_within(inner: &PartialDate, outer: &PartialDate) -> bool {
    let both = inner.offset().is_some() && outer.offset().is_some();
    let bounds = |date: &PartialDate| if both { date.bounds_in_utc() } else { date.bounds() };
    let (Some(inner), Some(outer)) = (bounds(inner), bounds(outer)) else { return false };
    outer.0 <= inner.0 && inner.1 <= outer.1
}

/// Whether two dates are one stretch of time.
pub(super) fn are_one(one: &PartialDate, other: &PartialDate) -> bool {
    let alike = one.offset().is_some() == other.offset().is_some();
    alike && lies_within(one, other) && lies_within(other, one)
}

/// Whether two dates can't both be right, whatever zone is meant where none is named.
pub(super) fn exclude(one: &PartialDate, other: &PartialDate) -> bool {
    if lies_within(one, other) || lies_within(other, one) {
        return false;
    }
    // From UTC+14 to UTC-12.
    let (east, west) = (Span::new().hours(14), Span::new().hours(12));
    let reach = |date: &PartialDate| -> Option<(DateTime, DateTime)> {
        let (start, end) = date.bounds_in_utc()?;
        match date.offset() {
            Some(_) => Some((start, end)),
            None => Some((start.checked_sub(east).ok()?, end.checked_add(west).ok()?)),
        }
    };
    let mixed = one.offset().is_some() != other.offset().is_some();
    match (reach(one), reach(other)) {
        (Some(one), Some(other)) if mixed => one.1 <= other.0 || other.1 <= one.0,
        _ => true,
    }
}

/// A date, or none where the words leave it open, and how many words it has.
pub(super) type Expression = (Option<PartialDate>, usize);

/// Letters and digits without anything between them.
pub(super) struct Word<'t> {
    text: &'t str,
    range: Range<usize>,
}

fn split(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut from = 0;
    while let Some(rest) = text.get(from..)
        && let Some(before) = rest.find(char::is_alphanumeric)
    {
        let word = rest.get(before..).unwrap_or_default();
        let length = word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len());
        let range = from + before..from + before + length;
        from = range.end;
        words.push(Word { text: word.get(..length).unwrap_or_default(), range });
    }
    words
}

pub(super) struct Reader<'t> {
    text: &'t str,
    pub(super) words: Vec<Word<'t>>,
    pub(super) published: &'t PartialDate,
}

impl Reader<'_> {
    pub(super) fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.text)
    }

    pub(super) fn is(&self, at: usize, names: &[&str]) -> bool {
        names.iter().any(|name| name.eq_ignore_ascii_case(self.word(at)))
    }

    pub(super) fn follows(&self, at: usize, names: &[&str]) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is(before, names))
    }

    /// What stands between a word and the next, without blanks; none behind the last.
    pub(super) fn gap(&self, at: usize) -> Option<&str> {
        let (word, next) = (self.words.get(at)?, self.words.get(at + 1)?);
        self.text.get(word.range.end..next.range.start).map(str::trim)
    }

    pub(super) fn is_joined(&self, at: usize) -> bool {
        self.gap(at) == Some("")
    }

    fn is_joined_or_comma(&self, at: usize) -> bool {
        matches!(self.gap(at), Some("" | ","))
    }

    fn range(&self, at: usize, length: usize) -> Option<Range<usize>> {
        let last = self.words.get((at + length).checked_sub(1)?)?;
        Some(self.words.get(at)?.range.start..last.range.end)
    }

    fn expression(&self, at: usize) -> Option<Expression> {
        self.iso(at)
            .or_else(|| self.calendar(at))
            .or_else(|| self.weekday(at))
            .or_else(|| self.relative(at))
            .or_else(|| self.ago(at))
            .or_else(|| self.in_year(at))
    }

    /// 2024-03-30
    fn iso(&self, at: usize) -> Option<Expression> {
        let date: PartialDate = self.text.get(self.range(at, 3)?)?.parse().ok()?;
        matches!(date, PartialDate::Day(_)).then_some((Some(date), 3))
    }

    fn calendar(&self, at: usize) -> Option<Expression> {
        self.month_first(at).or_else(|| self.day_first(at))
    }

    /// March 30, 2024; Mar 30; March 2024; May last year
    fn month_first(&self, at: usize) -> Option<Expression> {
        let month = month(self.word(at))?;
        let short = self.word(at).len() <= 4 && !self.is(at, &["May", "June", "July"]);
        let joined = self.is_joined(at) || (short && self.gap(at) == Some("."));
        if joined && let Some(day) = day(self.word(at + 1)) {
            if self.is_span(at + 1) {
                return Some((None, 3));
            }
            return Some(self.day_of(month, day, at + 1, 2));
        }
        let (year, length) = self.year_behind(at)?;
        Some((Some(PartialDate::Month(year, month)), 1 + length))
    }

    /// 30 March 2024; the 30th of March
    fn day_first(&self, at: usize) -> Option<Expression> {
        let day = day(self.word(at))?;
        let last = if self.is(at + 1, &["of"]) { at + 2 } else { at + 1 };
        let month = month(self.word(last))?;
        if !(at..last).all(|place| self.is_joined(place)) {
            return None;
        }
        let length = last + 1 - at;
        if at.checked_sub(1).is_some_and(|before| self.is_span(before)) {
            return Some((None, length));
        }
        Some(self.day_of(month, day, last, length))
    }

    /// Whether a day begins a span: the 30 in "30-31 March".
    fn is_span(&self, at: usize) -> bool {
        matches!(self.gap(at), Some("-" | "–" | "—" | "/"))
            && day(self.word(at)).is_some()
            && day(self.word(at + 1)).is_some()
    }

    /// A day, in the year that stands behind its last word, or in the one where it is nearest to
    /// publication: a year goes without saying only near by.
    fn day_of(&self, month: i8, day: i8, last: usize, length: usize) -> Expression {
        let (date, more) = match self.year_behind(last) {
            Some((year, more)) => (Date::new(year, month, day).ok(), more),
            None => (self.nearest(month, day), 0),
        };
        (date.map(PartialDate::Day), length + more)
    }

    /// The year behind a word, and how many words it has.
    fn year_behind(&self, at: usize) -> Option<(i16, usize)> {
        if !self.is_joined_or_comma(at) {
            return None;
        }
        if let Some(year) = year(self.word(at + 1)) {
            return Some((year, 1));
        }
        if !self.is(at + 2, &["year"]) {
            return None;
        }
        let year = self.published_year()?;
        if self.is(at + 1, &["last"]) {
            Some((year - 1, 2))
        } else {
            self.is(at + 1, &["this"]).then_some((year, 2))
        }
    }

    fn nearest(&self, month: i8, day: i8) -> Option<Date> {
        let published = self.published_day()?;
        let years = published.year() - 1..=published.year() + 1;
        years
            .filter_map(|year| Date::new(year, month, day).ok())
            .min_by_key(|date| published.duration_until(*date).as_secs().abs())
    }

    /// The latest such day, that of publication included; the date behind it where one stands there.
    fn weekday(&self, at: usize) -> Option<Expression> {
        let wanted = weekday(self.word(at))?;
        if self.is_joined_or_comma(at)
            && let Some((Some(PartialDate::Day(date)), length)) = self.calendar(at + 1)
            && date.weekday() == wanted
        {
            return Some((Some(PartialDate::Day(date)), 1 + length));
        }
        if self.follows(at, &OTHER_WEEKDAY) {
            return Some((None, 1));
        }
        Some((self.published_day().and_then(|day| latest(day, wanted)), 1))
    }

    fn in_year(&self, at: usize) -> Option<Expression> {
        let year = year(self.word(at + 1)).filter(|_| self.is_joined(at))?;
        self.is(at, &["in", "during", "year"]).then_some((Some(PartialDate::Year(year)), 2))
    }

    pub(super) fn published_day(&self) -> Option<Date> {
        match self.published {
            PartialDate::Day(day) => Some(*day),
            PartialDate::Minute(minute, _) => Some(minute.date()),
            _ => None,
        }
    }

    pub(super) fn published_year(&self) -> Option<i16> {
        match self.published {
            PartialDate::Year(year) | PartialDate::Month(year, _) => Some(*year),
            _ => self.published_day().map(Date::year),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str, published: &str) -> Option<String> {
        read_date(words, &published.parse().unwrap()).map(|(date, _)| date.to_iso())
    }

    #[test]
    fn dates_are_read_to_their_precision() {
        for (words, iso) in [
            ("On the morning of March 30, 2024", "2024-03-30"),
            ("30 March 2024", "2024-03-30"),
            ("the 30th of March, 2024", "2024-03-30"),
            ("Published: Mar. 30, 2024 12:36 PM", "2024-03-30 12:36"),
            ("on Saturday at 9 a.m.", "2024-03-30 09:00"),
            ("March 30, 2024 12:36 Beijing time", "2024-03-30 12:36+08:00"),
            ("at 9:05 pm Astana time on March 30", "2024-03-30 21:05+05:00"),
            ("9:05pm Astana time on 28 February 2024", "2024-02-28 21:05+06:00"),
            ("6 September 2031, 18:05 (UTC+2)", "2031-09-06 18:05+02:00"),
            ("30 March 2024, 14:00 UTC", "2024-03-30 14:00+00:00"),
            ("30 March 2024, 14:00 UTC-3:30", "2024-03-30 14:00-03:30"),
            ("30 March 2024, 14:00 local time", "2024-03-30 14:00"),
            ("30 March 2024, 14:00 Atlantis time", "2024-03-30"),
            ("30 March 2024, from 14:00 to 15:00", "2024-03-30"),
            ("at noon on Saturday", "2024-03-30 12:00"),
            ("80 on Saturday: 25 of them", "2024-03-30"),
            ("Mar 30", "2024-03-30"),
            ("on December 28", "2023-12-28"),
            ("March 2024", "2024-03"),
            ("held in May 2023 in Xi'an", "2023-05"),
            ("Seetao 2024-03-30 15:25", "2024-03-30 15:25"),
            ("in 2023", "2023"),
            ("on Saturday", "2024-03-30"),
            ("said on Friday", "2024-03-29"),
            ("on Sunday", "2024-03-24"),
            ("last Saturday", "2024-03-23"),
            ("Saturday, March 30, 2024", "2024-03-30"),
            ("today", "2024-03-30"),
            ("Yesterday he spoke", "2024-03-29"),
            ("last May", "2023-05"),
            ("In May last year, the summit", "2023-05"),
            ("last year", "2023"),
            ("last month", "2024-02"),
            ("four years ago, the mechanism was established", "2020"),
            ("twenty-five years ago", "1999"),
            ("4 years ago", "2020"),
            ("a year ago", "2023"),
            ("two months ago", "2024-01"),
            ("three days ago", "2024-03-27"),
            ("in March 2024, on Saturday", "2024-03-30"),
        ] {
            assert_eq!(read(words, "2024-03-30 12:36").as_deref(), Some(iso), "{words}");
        }
    }

    #[test]
    fn what_is_no_date_or_not_one_is_not_read() {
        for words in [
            "",
            "Sun Weidong may march on",
            "over the past four years",
            "over the last year",
            "in less than a year",
            "more than four years ago",
            "hundred and five years ago",
            "next Saturday",
            "every Friday",
            "since March 2024",
            "before Saturday",
            "March 28-30, 2024",
            "30-31 March 2024",
            "on Friday and on Saturday",
            "Sunday, March 30, 2024",
            "February 30, 2024",
            "2,024 ships",
            "China-Central Asia",
        ] {
            assert_eq!(read(words, "2024-03-30"), None, "{words}");
        }
    }

    #[test]
    fn a_publication_known_to_the_month_has_no_weekdays() {
        assert_eq!(read("on Saturday", "2024-03"), None);
        assert_eq!(read("last month", "2024-01").as_deref(), Some("2023-12"));
        assert_eq!(read("four years ago", "2024").as_deref(), Some("2020"));
    }

    #[test]
    fn the_words_of_the_date_are_told() {
        let words = "held — in May last year";
        let (_, range) = read_date(words, &"2024".parse().unwrap()).unwrap();
        assert_eq!(&words[range], "May last year");
    }
}
