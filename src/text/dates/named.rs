//! Dates by name, counted from the day of the text or another: "Thursday", "yesterday", "four years ago".

use jiff::Span;
use jiff::civil::{Date, Weekday};

use super::super::Language;
use super::super::date_reading::{DateReason, Printed, Stretch};
use super::super::lexicon::Sense;
use super::super::partial_date::PartialDate;
use super::super::time_unit::TimeUnit;
use super::super::tokens::Kind;
use super::{Found, Reader, latest};

impl Reader<'_, '_> {
    /// The latest such day, that of the text included; the date behind it where one stands there.
    pub(super) fn weekday(&self, at: usize) -> Option<Found> {
        let tokens = self.tokens;
        let number = tokens.find(at, |sense| match sense {
            Sense::Weekday(day) => Some(day),
            _ => None,
        })?;
        let wanted = Weekday::from_monday_one_offset(number).ok()?;
        let mut next = at + 1;
        next += usize::from(tokens.is_mark(next, '.') && tokens.touches_next(at));
        next += usize::from(tokens.is_mark(next, ','));
        next += usize::from(
            tokens.is(next, Sense::Article)
                || tokens.is(next, Sense::In)
                || tokens.is(next, Sense::Opens),
        );
        let behind = match tokens.kind(next) {
            Some(Kind::Digits) => self.day_first(next).or_else(|| self.in_digits(next)),
            Some(Kind::Word) => self
                .month_first(next)
                .filter(|(date, _)| date.printed.day.is_some())
                .or_else(|| self.day_first(next)),
            _ => None,
        };
        if let Some((date, end)) = behind {
            let day = date.when.as_ref().and_then(Stretch::single).and_then(PartialDate::weekday);
            let (mut found, end) = self.made(at, end, date.when.clone(), date.reason);
            found.printed = Printed { weekday: Some(number), ..date.printed };
            // The year in which that day was such a weekday, where none is printed.
            if day.is_some_and(|day| day != wanted) {
                found.when = None;
                found.reason = DateReason::Open;
            }
            return Some((found, end));
        }
        let french = tokens.table.grammar.language == Language::French;
        let beside = tokens.find(at + 1, |sense| match sense {
            Sense::Beside(offset) => Some(offset),
            _ => None,
        });
        if let Some(offset) = beside.filter(|_| french) {
            return Some(self.weekday_beside(at, wanted, number, offset, at + 2));
        }
        let other = at.checked_sub(1).is_some_and(|before| tokens.is(before, Sense::OtherDay));
        let when = self.reference_day().and_then(|day| latest(day, wanted)).filter(|_| !other);
        let (mut found, end) =
            self.made(at, at + 1, when.map(PartialDate::Day).map(Stretch::of), DateReason::Weekday);
        found.printed.weekday = Some(number);
        found.calendar = true;
        Some((found, end))
    }

    pub(super) fn weekday_beside(
        &self,
        at: usize,
        wanted: Weekday,
        number: i8,
        offset: i16,
        end: usize,
    ) -> Found {
        let day = self.reference_day().and_then(|day| match offset {
            -1 => latest(day.yesterday().ok()?, wanted),
            1 => day.tomorrow().ok().and_then(|day| {
                let days = i16::from(wanted.since(day.weekday()));
                day.checked_add(Span::new().days(days)).ok()
            }),
            _ => None,
        });
        let when = day.map(PartialDate::Day).map(Stretch::of);
        let (mut found, end) = self.made(at, end, when, DateReason::Counted);
        found.printed.weekday = Some(number);
        (found, end)
    }

    /// Yesterday, 去年, 上个月, the day before.
    pub(super) fn by_name(&self, at: usize) -> Option<Found> {
        let tokens = self.tokens;
        let counted = tokens.find(at, |sense| match sense {
            Sense::DayFrom(_)
            | Sense::WeekFrom(_)
            | Sense::MonthFrom(_)
            | Sense::YearFrom(_)
            | Sense::NextTo(_) => Some(sense),
            _ => None,
        })?;
        let when = match counted {
            Sense::DayFrom(days) => self.day_from(days).map(PartialDate::Day).map(Stretch::of),
            Sense::WeekFrom(weeks) => {
                let week = self.week_from(weeks);
                // 上周四, "last week on Thursday"
                let weekday_at = |place: usize| {
                    tokens.find(place, |sense| match sense {
                        Sense::Weekday(day) => Some(day),
                        _ => None,
                    })
                };
                // The lexicon may have both as one word.
                let within = weekday_at(at);
                let weekday = within.or_else(|| weekday_at(at + 1));
                let end = at + 1 + usize::from(within.is_none());
                if let (Some(week), Some(number), Some(true)) =
                    (&week, weekday, tokens.kind(at).map(|kind| kind == Kind::Unspaced))
                    && let PartialDate::Day(monday) = week.from
                {
                    let day = monday.checked_add(Span::new().days(i16::from(number) - 1)).ok();
                    let when = day.map(PartialDate::Day).map(Stretch::of);
                    let (mut found, end) = self.made(at, end, when, DateReason::Counted);
                    found.printed.weekday = Some(number);
                    return Some((found, end));
                }
                week
            }
            Sense::MonthFrom(months) => {
                let month = self.month_from(months);
                if let (Some(PartialDate::Month(year, number)), Some((day, end))) =
                    (&month, self.numbered_day(at + 1))
                {
                    let when = Date::new(*year, *number, day).ok().map(PartialDate::Day);
                    return Some(self.made(at, end, when.map(Stretch::of), DateReason::Counted));
                }
                month.map(Stretch::of)
            }
            Sense::YearFrom(years) => {
                let year = self.reference_year().and_then(|year| year.checked_add(years));
                if tokens.kind(at) == Some(Kind::Unspaced)
                    && let Some(year) = year
                {
                    return Some(self.behind_year(at, at + 1, year, false));
                }
                // "прошлого года в мае" stays two dates.
                year.map(PartialDate::Year).map(Stretch::of)
            }
            Sense::NextTo(days) => {
                let day = self.last.and_then(|last| last.checked_add(Span::new().days(days)).ok());
                let when = day.map(PartialDate::Day).map(Stretch::of);
                let (mut found, end) = self.made(at, at + 1, when, DateReason::Beside);
                found.calendar = false;
                found.steps = Some(days).filter(|_| found.when.is_none());
                return Some((found, end));
            }
            _ => None,
        };
        let (mut found, end) = self.made(at, at + 1, when, DateReason::Counted);
        found.calendar = false;
        Some((found, end))
    }

    /// Last year, this month, last Friday, next quarter. "The last year" is a span and no date.
    pub(super) fn beside(&self, at: usize) -> Option<Found> {
        let tokens = self.tokens;
        let offset = tokens.find(at, |sense| match sense {
            Sense::Beside(offset) => Some(offset),
            _ => None,
        })?;
        let next = at + 1;
        if let Some(month) = self.month(next) {
            return Some(self.month_beside(at, month, offset, next + 1));
        }
        let weekday = tokens.find(next, |sense| match sense {
            Sense::Weekday(day) => Some(day),
            _ => None,
        });
        if let Some(number) = weekday {
            let wanted = Weekday::from_monday_one_offset(number).ok()?;
            return Some(self.weekday_beside(at, wanted, number, offset, next + 1));
        }
        let unit = tokens.find(next, |sense| match sense {
            Sense::Lasting(unit, 1) => Some(unit),
            Sense::YearName => Some(TimeUnit::Year),
            _ => None,
        });
        let quarter = tokens.is(next, Sense::Quarter);
        if unit.is_none() && !quarter {
            return None;
        }
        let english = tokens.table.grammar.language == Language::English;
        let over_span = english
            && at
                .checked_sub(1)
                .is_some_and(|before| tokens.written(before).eq_ignore_ascii_case("the"));
        if over_span {
            return None;
        }
        let when = match unit {
            Some(TimeUnit::Year) => self
                .reference_year()
                .and_then(|year| year.checked_add(offset))
                .map(|year| Stretch::of(PartialDate::Year(year))),
            Some(TimeUnit::Month) => self.month_from(offset).map(Stretch::of),
            Some(TimeUnit::Week) => self.week_from(offset),
            Some(TimeUnit::Day) => self.day_from(offset).map(PartialDate::Day).map(Stretch::of),
            Some(_) => return None,
            None => self.quarter_from(offset),
        };
        let (mut found, end) = self.made(at, next + 1, when, DateReason::Counted);
        found.calendar = false;
        Some((found, end))
    }

    /// Four years ago: to the year, as months to the month and days to the day.
    pub(super) fn ago(&self, at: usize) -> Option<Found> {
        let tokens = self.tokens;
        let before = tokens.is(at, Sense::AgoBefore);
        let first = at + usize::from(before);
        let (count, next) = match self.number_at(first) {
            Some(number) if !number.ordinal && number.part.is_none() => {
                (number.value.to_string().parse::<i16>().ok(), number.end)
            }
            Some(_) => return None,
            None if tokens.is(first, Sense::Article) => (Some(1), first + 1),
            None => (Some(1), first),
        };
        let more = tokens.senses(next).any(|sense| matches!(sense, Sense::HedgeAfter(_)));
        let next = next + usize::from(more);
        let (unit, many) = tokens.find(next, |sense| match sense {
            Sense::Lasting(unit, many) => Some((unit, many)),
            _ => None,
        })?;
        let end = next + 1;
        if !before && !tokens.is(end, Sense::Ago) {
            return None;
        }
        let bare = count == Some(1) && first == next;
        if bare && !before && tokens.kind(at) != Some(Kind::Word) {
            return None;
        }
        let end = if before { end } else { end + 1 };
        let hedged = self.is_hedged(at, before) || more;
        let back =
            count.and_then(|count| count.checked_mul(i16::try_from(many).ok()?)?.checked_neg());
        let when = back.filter(|_| !hedged).and_then(|back| match unit {
            TimeUnit::Year if many == 1 => {
                let year = self.reference_year()?.checked_add(back)?;
                Some(Stretch::of(PartialDate::Year(year)))
            }
            TimeUnit::Month => self.month_from(back).map(Stretch::of),
            TimeUnit::Day => self.day_from(back).map(PartialDate::Day).map(Stretch::of),
            _ => None,
        });
        let (mut found, end) = self.made(at, end, when, DateReason::Counted);
        found.calendar = false;
        Some((found, end))
    }

    /// Behind "more than" or "or", "four years ago" does not say which year.
    pub(super) fn is_hedged(&self, at: usize, opened: bool) -> bool {
        let tokens = self.tokens;
        let inside = opened && tokens.senses(at + 1).any(|sense| matches!(sense, Sense::Hedge(_)));
        let outside = at.checked_sub(1).is_some_and(|before| {
            tokens.senses(before).any(|sense| {
                matches!(sense, Sense::Hedge(_) | Sense::And | Sense::To | Sense::Times(_))
            }) || matches!(tokens.kind(before), Some(Kind::Mark('-' | '–')))
                || tokens.written(before).eq_ignore_ascii_case("or")
        });
        inside || outside
    }
}
