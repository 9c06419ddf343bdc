//! Days and months by the names of months: "30 March 2024", "June 12–14", "May last year".

use jiff::civil::Date;

use super::super::Language;
use super::super::date_reading::{DateReading, DateReason, Printed, Stretch};
use super::super::lexicon::Sense;
use super::super::partial_date::PartialDate;
use super::super::tokens::Kind;
use super::{Found, Reader};

impl Reader<'_, '_> {
    /// March 30, 2024; Mar. 30; June 12–14; March 2024; May last year; May.
    pub(super) fn month_first(&self, at: usize) -> Option<Found> {
        let tokens = self.tokens;
        if tokens.kind(at) == Some(Kind::Unspaced) {
            return self.chinese_month(at);
        }
        let month = self.month(at)?;
        let mut next = at + 1;
        if tokens.is_mark(next, '.') && tokens.touches_next(at) {
            next += 1;
        }
        let takes_day = tokens.table.grammar.language == Language::English
            || tokens.table.grammar.language == Language::Other;
        if takes_day
            && let Some((day, end)) =
                self.day(next).filter(|_| tokens.kind(next) == Some(Kind::Digits))
        {
            let same_line = self.is_blank_or(at, &['.']);
            let last = (self.is_joint(end)).then(|| self.day(end + 1)).flatten();
            let last = last.filter(|(last, end)| {
                *last > day && self.month(*end).is_none() && tokens.kind(*end) != Some(Kind::Digits)
                    || *last > day && self.year(*end).is_some()
            });
            if same_line {
                let (last, end) = last.map_or((None, end), |(last, end)| (Some(last), end));
                return Some(self.days(at, month, day, last, end));
            }
        }
        let alone = self.month_alone(at, month, next);
        (alone.0.reason != DateReason::Nearest || self.is_month(at, next)).then_some(alone)
    }

    /// "May" and "Jan" are names of people as well: alone they are months behind a word that leads to one.
    pub(super) fn is_month(&self, at: usize, next: usize) -> bool {
        let tokens = self.tokens;
        let written = tokens.written(at);
        let english = tokens.table.grammar.language == Language::English;
        let doubtful = written.chars().count() <= 4 && !matches!(written, "June" | "July")
            || matches!(written, "March" | "April" | "June" | "August");
        if !english || !doubtful || next > at + 1 {
            return true;
        }
        at.checked_sub(1).is_some_and(|before| {
            tokens.senses(before).any(|sense| {
                matches!(
                    sense,
                    Sense::In
                        | Sense::Bounds
                        | Sense::From
                        | Sense::To
                        | Sense::By
                        | Sense::Between
                        | Sense::Of
                        | Sense::And
                        | Sense::Beside(_)
                )
            }) || tokens.kind(before) == Some(Kind::Digits)
                || self.number_at(before).is_some()
        })
    }

    pub(super) fn month_alone(&self, at: usize, month: i8, next: usize) -> Found {
        let tokens = self.tokens;
        if let Some((year, printed, end)) = self.year_behind(next) {
            let reason = if printed { DateReason::Printed } else { DateReason::Counted };
            let when = Stretch::of(PartialDate::Month(year, month));
            let (mut found, end) = self.made(at, end, Some(when), reason);
            found.printed.year = printed.then_some(year);
            found.printed.month = Some(month);
            return (found, end);
        }
        // "mai dernier"
        let beside = tokens.find(next, |sense| match sense {
            Sense::Beside(offset) => Some(offset),
            _ => None,
        });
        let behind = beside.filter(|_| tokens.table.grammar.language == Language::French);
        if let Some(offset) = behind {
            return self.month_beside(at, month, offset, next + 1);
        }
        let when = self.nearest_month(month).map(Stretch::of);
        let (mut found, end) = self.made(at, at + 1, when, DateReason::Nearest);
        found.printed.month = Some(month);
        (found, end)
    }

    /// "Last May": in print it may be the May of this year as well; that one is mostly called "in May", so
    /// that the last one before this month is taken where the language has it so.
    pub(super) fn month_beside(&self, at: usize, month: i8, offset: i16, end: usize) -> Found {
        let when = self.reference_month().and_then(|own| {
            let year = match offset {
                1 if month > own.month() => own.year(),
                1 => own.year() + 1,
                -1 if self.tokens.table.grammar.language == Language::English => own.year() - 1,
                -1 if month < own.month() => own.year(),
                -1 => own.year() - 1,
                0 => own.year(),
                _ => return None,
            };
            Some(Stretch::of(PartialDate::Month(year, month)))
        });
        let (mut found, end) = self.made(at, end, when, DateReason::Counted);
        found.printed.month = Some(month);
        (found, end)
    }

    /// 30 March 2024; the 30th of March; 12–14 June; 30 March – 2 April; 6月12日.
    pub(super) fn day_first(&self, at: usize) -> Option<Found> {
        let tokens = self.tokens;
        if let Some((month, end)) = self.numbered(at, Sense::MonthName)
            && (1..=12).contains(&month)
        {
            return Some(self.chinese_day(at, month, end));
        }
        if let Some((day, end)) = self.numbered_day(at) {
            // "12日" is a day of the month of the text.
            let own = self.reference_day();
            let date = own.and_then(|own| Date::new(own.year(), own.month(), day).ok());
            let last = self.is_joint(end).then(|| self.numbered_day(end + 1)).flatten();
            let last_date =
                last.and_then(|(last, _)| Date::new(own?.year(), own?.month(), last).ok());
            let when = date.map(|from| Stretch {
                from: PartialDate::Day(from),
                to: PartialDate::Day(last_date.unwrap_or(from)),
            });
            let end = last.map_or(end, |(_, end)| end);
            let (mut found, end) = self.made(at, end, when, DateReason::Nearest);
            found.printed.day = last.is_none().then_some(day);
            return Some((found, end));
        }
        let (day, mut end) = self.day(at)?;
        let mut last = None;
        if self.is_joint(end)
            && let Some((other, behind)) = self.day(end + 1)
            && other > day
        {
            last = Some(other);
            end = behind;
        }
        let month_at = end + usize::from(tokens.is(end, Sense::Of));
        let month = self.month(month_at)?;
        if tokens.kind(month_at) == Some(Kind::Unspaced) {
            return None;
        }
        let stop = usize::from(
            tokens.is_mark(month_at + 1, '.')
                && tokens.touches_next(month_at)
                && self.year(month_at + 2).is_some(),
        );
        Some(self.days(at, month, day, last, month_at + 1 + stop))
    }

    /// A day, or several, in the year that stands behind, or in the one where it is nearest to the text.
    pub(super) fn days(
        &self,
        at: usize,
        month: i8,
        day: i8,
        last: Option<i8>,
        end: usize,
    ) -> Found {
        let behind = self.year_behind(end);
        let (year, reason, end) = match behind {
            Some((year, true, end)) => (Some(year), DateReason::Printed, end),
            Some((year, false, end)) => (Some(year), DateReason::Counted, end),
            None => (None, DateReason::Nearest, end),
        };
        // 6月3日（星期二）
        let opened = matches!(self.tokens.kind(end), Some(Kind::Mark('(' | '（')));
        let weekday = self.tokens.find(end + 1, |sense| match sense {
            Sense::Weekday(day) => Some(day),
            _ => None,
        });
        let closed = matches!(self.tokens.kind(end + 2), Some(Kind::Mark(')' | '）')));
        let weekday = weekday.filter(|_| opened && closed);
        let end = end + if weekday.is_some() { 3 } else { 0 };
        let date = |day: i8| match year {
            Some(year) => Date::new(year, month, day).ok(),
            None => self.nearest_day(month, day),
        };
        let when = date(day).and_then(|from| {
            let to = last.map_or(Some(from), date)?;
            Some(Stretch { from: PartialDate::Day(from), to: PartialDate::Day(to) })
        });
        let (mut found, end) = self.made(at, end, when, reason);
        found.printed = Printed {
            year: year.filter(|_| reason == DateReason::Printed),
            month: Some(month),
            day: Some(day).filter(|_| last.is_none()),
            weekday,
        };
        (found, end)
    }

    /// "30 March – 2 April 2031", "from June 2031 to August 2031": one stretch.
    pub(super) fn with_end(&self, at: usize, first: DateReading, end: usize) -> Found {
        let tokens = self.tokens;
        let dash = matches!(tokens.kind(end), Some(Kind::Mark('-' | '–' | '—')));
        let opener =
            |sense: Sense| at.checked_sub(1).is_some_and(|before| tokens.is(before, sense));
        let joined = dash
            || (opener(Sense::From) && tokens.is(end, Sense::To))
            || (opener(Sense::Between) && tokens.is(end, Sense::And));
        let Some(from) = first.when.as_ref().filter(|_| joined).and_then(Stretch::single) else {
            return (first, end);
        };
        let same = |one: &PartialDate, other: &PartialDate| {
            std::mem::discriminant(one) == std::mem::discriminant(other)
        };
        let second = match tokens.kind(end + 1) {
            Some(Kind::Digits) => {
                self.day_first(end + 1).or_else(|| self.year_first(end + 1)).or_else(|| {
                    let year = self
                        .year(end + 1)
                        .filter(|_| opener(Sense::From) || opener(Sense::Between));
                    let named = usize::from(tokens.is(end + 2, Sense::YearName));
                    year.map(|year| {
                        self.printed_on(end + 1, end + 2 + named, PartialDate::Year(year))
                    })
                })
            }
            Some(Kind::Word) => self.month_first(end + 1).or_else(|| self.weekday(end + 1)),
            _ => None,
        };
        let Some((second, behind)) = second else { return (first, end) };
        let Some(to) = second.when.as_ref().and_then(Stretch::single).filter(|to| same(from, to))
        else {
            return (first, end);
        };
        // The year stands behind the last: "30 March – 2 April 2031".
        let mut from = from.clone();
        if let (Some(year), None) = (second.printed.year, first.printed.year) {
            from = match from {
                PartialDate::Day(day) => {
                    Date::new(year, day.month(), day.day()).map_or(from, PartialDate::Day)
                }
                PartialDate::Month(_, month) => PartialDate::Month(year, month),
                other => other,
            };
        }
        let ordered = from.bounds().zip(to.bounds()).is_some_and(|(from, to)| from.0 <= to.0);
        if !ordered {
            return (first, end);
        }
        let when = Stretch { from, to: to.clone() };
        let reason = if second.printed.year.is_some() { DateReason::Printed } else { first.reason };
        self.made(at, behind, Some(when), reason)
    }
}
