//! Dates in words and digits, read from the day on which the text appeared.
//!
//! Days, months and years are read as they are printed; what points back is resolved from the day of
//! the text, as taggers of time do for news (J. Strötgen and M. Gertz, "Multilingual and cross-domain
//! temporal tagging", 2013). Where words leave open which date is meant, none is told.

mod chinese;
mod days;
mod digits;
mod named;
mod parts;
mod reference;
mod times;

use std::cell::RefCell;
use std::ops::Range;

use jiff::Span;
use jiff::civil::{Date, Weekday};

use super::date_reading::{DateReading, DateReason, Printed, Stretch};
use super::lexicon::Sense;
use super::numbers::{Number, number_at};
use super::partial_date::PartialDate;
use super::time_unit::TimeUnit;
use super::tokens::{Kind, Token, Tokens, digit};

/// A date as it is found, and the token behind it.
type Found = (DateReading, usize);

/// The dates of a text in their order.
pub(super) fn dates(tokens: &Tokens<'_>, reference: Option<&PartialDate>) -> Vec<DateReading> {
    found(tokens, reference, |at| tokens.opens_date(at))
}

/// Where dates are printed in digits or by the name of a month: their digits are no numbers of things.
pub(super) fn printed(tokens: &Tokens<'_>) -> Vec<Range<usize>> {
    let all = found(tokens, None, |at| tokens.opens_calendar(at)).into_iter();
    all.filter(|date| date.calendar).map(|date| date.span).collect()
}

fn found(
    tokens: &Tokens<'_>,
    reference: Option<&PartialDate>,
    opens: impl Fn(usize) -> bool,
) -> Vec<DateReading> {
    let mut reader =
        Reader { tokens, reference, last: None, number: RefCell::new((usize::MAX, None)) };
    let mut found: Vec<DateReading> = Vec::new();
    let mut at = 0;
    while at < tokens.all.len() {
        if !opens(at) {
            at += 1;
            continue;
        }
        let next = reader.with_time_before(at).or_else(|| reader.date(at));
        let Some((mut date, end)) = next.map(|(date, end)| reader.with_time_behind(date, end))
        else {
            at += 1;
            continue;
        };
        let stretched = date.when.as_ref().is_some_and(|when| when.single().is_none());
        date.bounds |= reader.is_bound(at, stretched) || reader.is_anniversary(at, end);
        if let Some(PartialDate::Day(day)) = date.when.as_ref().and_then(Stretch::single) {
            reader.last = Some(*day);
        }
        found.push(date);
        at = end.max(at + 1);
    }
    found
}

struct Reader<'r, 't> {
    tokens: &'r Tokens<'t>,
    reference: Option<&'r PartialDate>,
    /// The day that was named last.
    last: Option<Date>,
    /// The number that was read last, by its token: several forms of dates begin with one.
    number: RefCell<(usize, Option<Number>)>,
}

impl Reader<'_, '_> {
    /// Whether a word beside a date, before the next mark, makes of it the day of a return.
    fn is_anniversary(&self, at: usize, end: usize) -> bool {
        const REACH: usize = 5;
        let tokens = self.tokens;
        let parts = |place: &usize| {
            !matches!(
                tokens.kind(*place),
                None | Some(Kind::Break | Kind::Mark(',' | ';' | '.' | '，' | '。'))
            )
        };
        let before = (at.saturating_sub(REACH)..at).rev().take_while(parts);
        let behind = (end..end + REACH).take_while(parts);
        before.chain(behind).any(|place| tokens.is(place, Sense::Anniversary))
    }

    fn date(&self, at: usize) -> Option<Found> {
        let kind = self.tokens.kind(at)?;
        if matches!(kind, Kind::Mark(_) | Kind::Break) {
            return None;
        }
        let found = match kind {
            Kind::Digits => self
                .in_digits(at)
                .or_else(|| self.year_first(at))
                .or_else(|| self.decade(at))
                .or_else(|| self.day_first(at))
                .or_else(|| self.part_of_year(at))
                .or_else(|| self.years(at))
                .or_else(|| self.ago(at)),
            _ => self
                .month_first(at)
                .or_else(|| self.by_name(at))
                .or_else(|| self.weekday(at))
                .or_else(|| self.year_first(at))
                .or_else(|| self.beside(at))
                .or_else(|| self.part_of_year(at))
                .or_else(|| self.fiscal_year(at))
                .or_else(|| self.day_first(at))
                .or_else(|| self.ago(at)),
        };
        found.map(|(date, end)| self.with_end(at, date, end))
    }

    fn made(&self, at: usize, end: usize, when: Option<Stretch>, reason: DateReason) -> Found {
        let start = self.tokens.get(at).map_or(0, Token::start);
        let last = end.checked_sub(1).and_then(|last| self.tokens.get(last));
        let reason = if when.is_some() { reason } else { DateReason::Open };
        let reading = DateReading {
            span: start..last.map_or(start, Token::end),
            when,
            reason,
            printed: Printed::default(),
            steps: None,
            bounds: false,
            calendar: true,
        };
        (reading, end)
    }

    /// The number of any form that begins with a token.
    fn number_at(&self, at: usize) -> Option<Number> {
        let mut read = self.number.borrow_mut();
        if read.0 != at {
            *read = (at, number_at(self.tokens, at));
        }
        read.1.clone()
    }

    /// Digits that may be a day, a month or a year.
    fn number(&self, at: usize, longest: usize) -> Option<i16> {
        let token = self.tokens.get(at).filter(|token| token.kind == Kind::Digits)?;
        let written = self.tokens.written(at);
        let before = self.tokens.text.get(..token.start())?.chars().next_back();
        let rest = self.tokens.text.get(token.end()..)?;
        let mut after = rest.chars();
        let (first, second) = (after.next(), after.next());
        // 1,200 and 12.5 are no days and years.
        let goes_on = matches!(first, Some('.' | ',' | '·' | '\''))
            && second.is_some_and(|c| digit(c).is_some());
        let went_on = matches!(before, Some('.' | ',' | '·' | '/' | ':'))
            && self
                .tokens
                .text
                .get(..token.start())?
                .chars()
                .rev()
                .nth(1)
                .is_some_and(|c| digit(c).is_some());
        let joined = before.is_some_and(|c| c.is_alphabetic() && !super::table::is_unspaced(c));
        let length = written.chars().count();
        if goes_on || went_on || joined || length > longest {
            return None;
        }
        written.chars().filter_map(digit).collect::<String>().parse().ok()
    }

    /// Four digits that are a year and hardly a number of things.
    fn year(&self, at: usize) -> Option<i16> {
        let year = self.number(at, 4).filter(|year| (1000..2200).contains(year));
        year.or_else(|| {
            // 二〇二四
            let token = self.tokens.get(at).filter(|token| token.kind == Kind::Unspaced)?;
            let number = self.number_at(at)?;
            let end = self.tokens.get(number.end.checked_sub(1)?)?.end();
            let written = self.tokens.text.get(token.start()..end)?;
            let value: i16 = number.value.to_string().parse().ok()?;
            (written.chars().count() == 4 && (1800..2200).contains(&value)).then_some(value)
        })
    }

    fn month(&self, at: usize) -> Option<i8> {
        self.tokens.find(at, |sense| match sense {
            Sense::Month(month) => Some(month),
            _ => None,
        })
    }

    fn is_blank_or(&self, at: usize, marks: &[char]) -> bool {
        self.tokens.gap(at).is_some_and(|gap| !gap.contains("\n\n"))
            && self.tokens.kind(at + 1).is_some_and(|kind| match kind {
                Kind::Mark(mark) => marks.contains(&mark),
                _ => true,
            })
    }

    /// A day of a month in digits or as an ordinal, and the token behind it.
    fn day(&self, at: usize) -> Option<(i8, usize)> {
        if self.tokens.kind(at) == Some(Kind::Digits) {
            let day = self.number(at, 2).and_then(|day| i8::try_from(day).ok());
            let day = day.filter(|day| (1..=31).contains(day))?;
            let mut end = at + 1;
            let touches = self.tokens.gap(at).is_some_and(|gap| gap.is_empty() || gap == "-");
            let ending = matches!(
                self.tokens.written(end),
                "st" | "nd" | "rd" | "th" | "er" | "го" | "е" | "й" | "ое"
            );
            end += usize::from(touches && ending);
            // "12. Juni"
            if self.tokens.is_mark(end, '.') && self.tokens.touches_next(at) && end == at + 1 {
                let next = self.tokens.get(end + 1).map(|token| token.kind);
                if matches!(next, Some(Kind::Word)) || self.is_joint(end + 1) {
                    end += 1;
                }
            }
            return Some((day, end));
        }
        let number = self.number_at(at).filter(|number| number.ordinal)?;
        let day: i8 = number.value.to_string().parse().ok()?;
        ((1..=31).contains(&day)).then_some((day, number.end))
    }

    /// What stands between the first and the last day of a stretch.
    fn is_joint(&self, at: usize) -> bool {
        matches!(self.tokens.kind(at), Some(Kind::Mark('-' | '–' | '—' | '~' | '～' | '/')))
            || self.tokens.senses(at).any(|sense| matches!(sense, Sense::To | Sense::And))
    }

    /// The year behind a token: printed, or counted; and the token behind it.
    fn year_behind(&self, at: usize) -> Option<(i16, bool, usize)> {
        let tokens = self.tokens;
        let mut place = at;
        place += usize::from(tokens.is_mark(place, ','));
        place += usize::from(tokens.is(place, Sense::Of) && !tokens.is_mark(at, ','));
        if self.tokens.is(place, Sense::YearName) && self.year(place + 1).is_some() {
            place += 1;
        }
        if let Some(year) = self.year(place) {
            let mut end = place + 1;
            end += usize::from(tokens.is(end, Sense::YearName));
            return Some((year, true, end));
        }
        let from = tokens.find(place, |sense| match sense {
            Sense::YearFrom(years) => Some(years),
            _ => None,
        });
        let year = self.reference_year()?;
        if let Some(years) = from {
            return Some((year.checked_add(years)?, false, place + 1));
        }
        let beside = tokens.find(place, |sense| match sense {
            Sense::Beside(years) => Some(years),
            _ => None,
        })?;
        let names_year = tokens
            .senses(place + 1)
            .any(|sense| matches!(sense, Sense::YearName | Sense::Lasting(TimeUnit::Year, 1)));
        names_year.then_some((year.checked_add(beside)?, false, place + 2))
    }

    /// Whether what stands before a date makes of it the beginning or the end of something.
    fn is_bound(&self, at: usize, stretched: bool) -> bool {
        let tokens = self.tokens;
        let Some(before) = at.checked_sub(1) else { return false };
        let bounds = |at: usize| {
            tokens.senses(at).any(|sense| {
                // "from 12 to 14 June" is a stretch of its own.
                sense == Sense::Bounds
                    || (!stretched && sense == Sense::Between)
                    || (!stretched
                        && matches!(sense, Sense::From | Sense::To | Sense::By)
                        && !tokens.is(at, Sense::Of)
                        && !tokens.is(at, Sense::In))
            })
        };
        bounds(before)
            || (tokens.is(before, Sense::Article)
                || tokens.is(before, Sense::Opens)
                || tokens.is(before, Sense::Filler))
                && before.checked_sub(1).is_some_and(bounds)
    }
}

/// The latest such weekday up to a day.
fn latest(day: Date, wanted: Weekday) -> Option<Date> {
    day.checked_sub(Span::new().days(i16::from(day.weekday().since(wanted)))).ok()
}
