//! Days with a time of day beside them.

use super::super::clock;
use super::super::date_reading::{DateReading, Stretch};
use super::super::lexicon::Sense;
use super::super::partial_date::PartialDate;
use super::super::tokens::Kind;
use super::{Found, Reader};

impl Reader<'_, '_> {
    /// "9:30 a.m. on 12 June 2031".
    pub(super) fn with_time_before(&self, at: usize) -> Option<Found> {
        let time = clock::time_at(self.tokens, at)?;
        let mut next = clock::behind_zone(self.tokens, time.end)?;
        while self.tokens.is_mark(next, ',')
            || self.tokens.is_mark(next, '.')
            || self.tokens.is(next, Sense::In)
        {
            next += 1;
        }
        let (date, end) = self.date(next)?;
        self.at_time(&date, end, at, at, &time)
    }

    /// "12 June 2031 at 09:30", "6月8日下午3点".
    pub(super) fn with_time_behind(&self, date: DateReading, end: usize) -> Found {
        let tokens = self.tokens;
        let mut next = end;
        next += usize::from(tokens.is_mark(next, ','));
        next += usize::from(
            tokens.senses(next).any(|s| matches!(s, Sense::In | Sense::To | Sense::By))
                && !tokens.senses(next).any(|s| matches!(s, Sense::Bounds)),
        );
        // 上午9时: the half of the day stands first.
        let half = tokens.kind(next) == Some(Kind::Unspaced)
            && tokens.senses(next).any(|s| matches!(s, Sense::BeforeNoon | Sense::AfterNoon));
        let first = next + usize::from(half);
        let Some(time) = clock::time_at(tokens, first) else { return (date, end) };
        let start = tokens.at_byte(date.span.start);
        self.at_time(&date, time.end, start, first, &time).unwrap_or((date, end))
    }

    /// A day with a time of day, where the zone is known or none is named.
    pub(super) fn at_time(
        &self,
        date: &DateReading,
        end: usize,
        start: usize,
        time_at: usize,
        time: &clock::Time,
    ) -> Option<Found> {
        let PartialDate::Day(day) = date.when.as_ref()?.single()? else { return None };
        let (offset, behind) = clock::zone(self.tokens, time.end, *day)?;
        let when = Stretch::of(time.on(*day, offset));
        let end = if time_at == start { end } else { behind };
        let (mut found, end) = self.made(start, end, Some(when), date.reason);
        found.printed = date.printed;
        Some((found, end))
    }
}
