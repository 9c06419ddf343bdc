//! The day of the text, and what is counted from it.

use jiff::Span;
use jiff::civil::Date;

use super::super::date_reading::Stretch;
use super::super::partial_date::PartialDate;
use super::Reader;

impl Reader<'_, '_> {
    pub(super) fn reference_day(&self) -> Option<Date> {
        match self.reference? {
            PartialDate::Day(day) => Some(*day),
            PartialDate::Minute(minute, _) | PartialDate::Second(minute, _) => Some(minute.date()),
            _ => None,
        }
    }

    pub(super) fn reference_year(&self) -> Option<i16> {
        match self.reference? {
            PartialDate::Year(year) | PartialDate::Month(year, _) | PartialDate::Week(year, _) => {
                Some(*year)
            }
            _ => self.reference_day().map(Date::year),
        }
    }

    pub(super) fn reference_month(&self) -> Option<Date> {
        match self.reference? {
            PartialDate::Month(year, month) => Date::new(*year, *month, 1).ok(),
            _ => self.reference_day().map(Date::first_of_month),
        }
    }

    pub(super) fn nearest_day(&self, month: i8, day: i8) -> Option<Date> {
        let reference = self.reference_day()?;
        let years = reference.year() - 1..=reference.year() + 1;
        years
            .filter_map(|year| Date::new(year, month, day).ok())
            .min_by_key(|date| reference.duration_until(*date).as_secs().abs())
    }

    pub(super) fn nearest_month(&self, month: i8) -> Option<PartialDate> {
        let reference = self.reference_month()?;
        let own = i32::from(reference.year()) * 12 + i32::from(reference.month());
        let distance = |year: i16| (i32::from(year) * 12 + i32::from(month) - own).abs();
        let year =
            (reference.year() - 1..=reference.year() + 1).min_by_key(|year| distance(*year))?;
        Some(PartialDate::Month(year, month))
    }

    pub(super) fn day_from(&self, days: i16) -> Option<Date> {
        self.reference_day()?.checked_add(Span::new().days(days)).ok()
    }

    pub(super) fn month_from(&self, months: i16) -> Option<PartialDate> {
        let date = self.reference_month()?.checked_add(Span::new().months(months)).ok()?;
        Some(PartialDate::Month(date.year(), date.month()))
    }

    /// A week from Monday to Sunday.
    pub(super) fn week_from(&self, weeks: i16) -> Option<Stretch> {
        let day = self.reference_day()?;
        let monday = day
            .checked_sub(Span::new().days(i16::from(day.weekday().to_monday_zero_offset())))
            .ok()?
            .checked_add(Span::new().weeks(weeks))
            .ok()?;
        let sunday = monday.checked_add(Span::new().days(6)).ok()?;
        Some(Stretch { from: PartialDate::Day(monday), to: PartialDate::Day(sunday) })
    }

    pub(super) fn quarter_from(&self, offset: i16) -> Option<Stretch> {
        let own = self.reference_month()?;
        let first = own.month() - (own.month() - 1) % 3;
        let start = Date::new(own.year(), first, 1).ok()?;
        let start = start.checked_add(Span::new().months(3 * offset)).ok()?;
        let end = start.checked_add(Span::new().months(2)).ok()?;
        Some(Stretch {
            from: PartialDate::Month(start.year(), start.month()),
            to: PartialDate::Month(end.year(), end.month()),
        })
    }

    pub(super) fn nearest_part(&self, from: i8, to: i8) -> Option<i16> {
        let own = self.reference_month()?;
        let months = |year: i16, month: i8| i32::from(year) * 12 + i32::from(month);
        let own_month = months(own.year(), own.month());
        let distance = |year: i16| {
            let (from, to) = (months(year, from), months(year, to));
            if own_month < from { from - own_month } else { (own_month - to).max(0) }
        };
        (own.year() - 1..=own.year() + 1).min_by_key(|year| distance(*year))
    }
}
