//! Dates whose parts have their names behind them: 2031年6月12日.

use jiff::civil::Date;

use super::super::date_reading::{DateReason, Printed, Stretch};
use super::super::lexicon::Sense;
use super::super::partial_date::PartialDate;
use super::super::tokens::Kind;
use super::{Found, Reader};

impl Reader<'_, '_> {
    /// 2031年6月12日; 2031年第二季度; 2031年上半年.
    pub(super) fn year_first(&self, at: usize) -> Option<Found> {
        let tokens = self.tokens;
        let named = match tokens.kind(at)? {
            Kind::Digits => at + 1,
            Kind::Unspaced => self.number_at(at)?.end,
            _ => return None,
        };
        if tokens.kind(named) != Some(Kind::Unspaced) || !tokens.is(named, Sense::YearName) {
            return None;
        }
        let year = self.year(at)?;
        Some(self.behind_year(at, named + 1, year, true))
    }

    /// What stands behind a year in Chinese, or the year alone.
    pub(super) fn behind_year(&self, at: usize, next: usize, year: i16, printed: bool) -> Found {
        let reason = if printed { DateReason::Printed } else { DateReason::Counted };
        if let Some((month, end)) = self.numbered_month(next) {
            let (day, end) =
                self.numbered_day(end).map_or((None, end), |(day, end)| (Some(day), end));
            // 2031年4月至6月, 6月12日至14日
            let last = if !self.is_joint(end) {
                None
            } else if day.is_some() {
                self.numbered_day(end + 1)
            } else {
                self.numbered_month(end + 1)
            };
            if let Some((last, end)) = last {
                let stretch = match day {
                    Some(day) => Date::new(year, month, day)
                        .ok()
                        .zip(Date::new(year, month, last).ok())
                        .map(|(from, to)| Stretch {
                            from: PartialDate::Day(from),
                            to: PartialDate::Day(to),
                        }),
                    None => Some(Stretch {
                        from: PartialDate::Month(year, month),
                        to: PartialDate::Month(year, last),
                    }),
                };
                let (mut found, end) = self.made(at, end, stretch, reason);
                found.printed.year = printed.then_some(year);
                return (found, end);
            }
            let when = match day {
                Some(day) => Date::new(year, month, day).ok().map(PartialDate::Day),
                None => Some(PartialDate::Month(year, month)),
            };
            let (mut found, end) = self.made(at, end, when.map(Stretch::of), reason);
            found.printed =
                Printed { year: printed.then_some(year), month: Some(month), day, weekday: None };
            return (found, end);
        }
        let next = next + usize::from(self.tokens.is(next, Sense::Of));
        let counted = next + usize::from(self.tokens.written(next) == "第");
        if let Some((from, to, end)) = self.part(counted) {
            let when =
                Stretch { from: PartialDate::Month(year, from), to: PartialDate::Month(year, to) };
            let (mut found, end) = self.made(at, end, Some(when), reason);
            found.printed.year = printed.then_some(year);
            return (found, end);
        }
        let (mut found, end) =
            self.made(at, next, Some(Stretch::of(PartialDate::Year(year))), reason);
        found.printed.year = printed.then_some(year);
        (found, end)
    }

    pub(super) fn numbered(&self, at: usize, unit: Sense) -> Option<(i8, usize)> {
        let (value, end) = match self.tokens.kind(at)? {
            Kind::Digits => (self.number(at, 2)?, at + 1),
            Kind::Unspaced => {
                let number = self.number_at(at)?;
                (number.value.to_string().parse().ok()?, number.end)
            }
            _ => return None,
        };
        let named = self.tokens.kind(end) == Some(Kind::Unspaced) && self.tokens.is(end, unit);
        Some((i8::try_from(value).ok().filter(|_| named)?, end + 1))
    }

    pub(super) fn numbered_month(&self, at: usize) -> Option<(i8, usize)> {
        self.month_in_word(at).or_else(|| {
            self.numbered(at, Sense::MonthName).filter(|(month, _)| (1..=12).contains(month))
        })
    }

    /// 六月 may be one word of the lexicon.
    pub(super) fn month_in_word(&self, at: usize) -> Option<(i8, usize)> {
        (self.tokens.kind(at)? == Kind::Unspaced)
            .then(|| self.month(at))?
            .map(|month| (month, at + 1))
    }

    pub(super) fn numbered_day(&self, at: usize) -> Option<(i8, usize)> {
        self.numbered(at, Sense::DayName).filter(|(day, _)| (1..=31).contains(day))
    }

    /// 6月12日, 6月, 12日, 今年6月.
    pub(super) fn chinese_month(&self, at: usize) -> Option<Found> {
        let (month, end) = self.month_in_word(at)?;
        Some(self.chinese_day(at, month, end))
    }

    pub(super) fn chinese_day(&self, at: usize, month: i8, end: usize) -> Found {
        if let Some((day, end)) = self.numbered_day(end) {
            let last = self.is_joint(end).then(|| self.numbered_day(end + 1)).flatten();
            let (last, end) = last.map_or((None, end), |(last, end)| (Some(last), end));
            return self.days(at, month, day, last, end);
        }
        // 6月12至14日
        if let Some(first) = self.number(end, 2).and_then(|day| i8::try_from(day).ok())
            && self.is_joint(end + 1)
            && let Some((last, behind)) = self.numbered_day(end + 2)
        {
            return self.days(at, month, first, Some(last), behind);
        }
        let when = self.nearest_month(month).map(Stretch::of);
        let (mut found, end) = self.made(at, end, when, DateReason::Nearest);
        found.printed.month = Some(month);
        (found, end)
    }
}
