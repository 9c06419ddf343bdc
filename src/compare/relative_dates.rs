//! Dates that words give from the day of publication: "yesterday", "four years ago".

use jiff::Span;
use jiff::civil::{Date, Weekday};

use super::date_words::{month, weekday};
use super::dates::{Expression, Reader};
use super::quantities::spelled;
use crate::dossier::PartialDate;

/// Behind these "four years ago" does not say which year.
const LOOSE: [&str; 13] = [
    "about", "almost", "and", "around", "hundred", "least", "nearly", "or", "over", "some", "than",
    "thousand", "to",
];

impl Reader<'_> {
    /// Yesterday, last year, this month.
    pub(super) fn relative(&self, at: usize) -> Option<Expression> {
        let published = self.published_day();
        let (day, at_once) = match self.word(at).to_lowercase().as_str() {
            "today" => (published, true),
            "yesterday" => (published.and_then(|day| day.yesterday().ok()), true),
            "tomorrow" => (published.and_then(|day| day.tomorrow().ok()), true),
            "last" => return self.beside(at, -1),
            "this" => return self.beside(at, 0),
            "next" => return self.beside(at, 1),
            _ => (None, false),
        };
        at_once.then_some((day.map(PartialDate::Day), 1))
    }

    /// Last year, this month, last Friday. "The last year" is a span and no date.
    fn beside(&self, at: usize, offset: i16) -> Option<Expression> {
        if !self.is_joined(at) || self.follows(at, &["the"]) {
            return None;
        }
        let date = if self.is(at + 1, &["year"]) {
            self.published_year().map(|year| PartialDate::Year(year + offset))
        } else if self.is(at + 1, &["month"]) {
            self.months_from(offset)
        } else if let Some(month) = month(self.word(at + 1)) {
            // In print "last May" may also be the May of this year; that one is mostly called
            // "in May", so that the year before is taken. "Next May" leaves the year open.
            let year = self.published_year().filter(|_| offset < 1);
            year.map(|year| PartialDate::Month(year + offset, month))
        } else {
            // Only "last Friday" is sure to lie behind; the day of publication is none.
            let wanted = weekday(self.word(at + 1))?;
            let before = self.published_day().and_then(|day| day.yesterday().ok());
            before.filter(|_| offset < 0).and_then(|day| latest(day, wanted))
        };
        Some((date, 2))
    }

    /// Four years ago: to the year, as months to the month and days to the day.
    pub(super) fn ago(&self, at: usize) -> Option<Expression> {
        let (count, used) = self.count(at)?;
        if !self.is(at + used + 1, &["ago"]) {
            return None;
        }
        let date = match self.word(at + used).to_lowercase().as_str() {
            "year" | "years" => self.published_year().map(|year| PartialDate::Year(year - count)),
            "month" | "months" => self.months_from(-count),
            "day" | "days" => self.published_day().and_then(|day| days_before(day, count)),
            "week" | "weeks" | "hour" | "hours" | "decade" | "decades" => None,
            _ => return None,
        };
        Some((date.filter(|_| !self.follows(at, &LOOSE)), used + 2))
    }

    /// A number below a thousand, and how many words it has.
    fn count(&self, at: usize) -> Option<(i16, usize)> {
        let word = self.word(at);
        if self.is(at, &["a", "an"]) {
            return Some((1, 1));
        }
        if word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some((word.parse().ok()?, 1));
        }
        let (number, used) = spelled(&[word, self.word(at + 1)])?;
        Some((i16::try_from(number).ok()?, used))
    }

    fn months_from(&self, offset: i16) -> Option<PartialDate> {
        let published = match self.published {
            PartialDate::Month(year, month) => Date::new(*year, *month, 1).ok()?,
            _ => self.published_day()?.first_of_month(),
        };
        let date = published.checked_add(Span::new().months(offset)).ok()?;
        Some(PartialDate::Month(date.year(), date.month()))
    }
}

/// The latest such weekday up to a day.
pub(super) fn latest(day: Date, wanted: Weekday) -> Option<PartialDate> {
    days_before(day, i16::from(day.weekday().since(wanted)))
}

fn days_before(day: Date, count: i16) -> Option<PartialDate> {
    day.checked_sub(Span::new().days(count)).ok().map(PartialDate::Day)
}
