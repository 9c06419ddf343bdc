//! Parts of years: quarters, halves, fiscal years.

use super::super::Language;
use super::super::date_reading::{DateReason, Stretch};
use super::super::lexicon::Sense;
use super::super::partial_date::PartialDate;
use super::super::tokens::Kind;
use super::{Found, Reader};

impl Reader<'_, '_> {
    /// The first and last month of a quarter or a half of a year, and the token behind.
    pub(super) fn part(&self, at: usize) -> Option<(i8, i8, usize)> {
        let tokens = self.tokens;
        let quarter = |number: i8| (1..=4).contains(&number).then(|| (3 * number - 2, 3 * number));
        let half = |number: i8| (1..=2).contains(&number).then(|| (6 * number - 5, 6 * number));
        if let Some(number) = tokens.find(at, |sense| match sense {
            Sense::HalfYearOf(number) => Some(number),
            _ => None,
        }) {
            return half(number).map(|(from, to)| (from, to, at + 1));
        }
        // Q2, H1, T3, S1.
        let letter = tokens.written(at);
        if tokens.touches_next(at)
            && tokens.kind(at + 1) == Some(Kind::Digits)
            && tokens.written(at + 1).len() == 1
        {
            let number: i8 = tokens.written(at + 1).parse().ok()?;
            let french = tokens.table.grammar.language == Language::French;
            return match letter {
                "Q" => quarter(number).map(|(from, to)| (from, to, at + 2)),
                "H" => half(number).map(|(from, to)| (from, to, at + 2)),
                "T" if french => quarter(number).map(|(from, to)| (from, to, at + 2)),
                "S" if french => half(number).map(|(from, to)| (from, to, at + 2)),
                _ => None,
            };
        }
        // "1. Quartal"
        if let Some(number) = self.number(at, 1).filter(|_| tokens.touches_next(at))
            && tokens.is_mark(at + 1, '.')
            && let Ok(number) = i8::try_from(number)
        {
            return if tokens.is(at + 2, Sense::Quarter) {
                quarter(number).map(|(from, to)| (from, to, at + 3))
            } else {
                tokens
                    .is(at + 2, Sense::HalfYear)
                    .then(|| half(number).map(|(from, to)| (from, to, at + 3)))?
            };
        }
        let unspaced = tokens.kind(at) == Some(Kind::Unspaced);
        let number = self.number_at(at).filter(|number| number.ordinal || unspaced)?;
        let value: i8 = number.value.to_string().parse().ok()?;
        let named = number.end;
        if tokens.is(named, Sense::Quarter) {
            return quarter(value).map(|(from, to)| (from, to, named + 1));
        }
        let is_half = tokens.is(named, Sense::HalfYear)
            || (tokens.is(named, Sense::Part(2))
                && (tokens.is(named + 1, Sense::Of)
                    || self.year(named + 1).is_some()
                    || tokens.senses(named + 1).any(|s| matches!(s, Sense::YearFrom(_)))));
        is_half.then(|| half(value).map(|(from, to)| (from, to, named + 1)))?
    }

    /// The second quarter of 2031, Q2 2031, the first half of last year, 第二季度.
    pub(super) fn part_of_year(&self, at: usize) -> Option<Found> {
        let tokens = self.tokens;
        let at_number =
            if tokens.before(at) == Some('第') { at.checked_sub(1).unwrap_or(at) } else { at };
        let (from, to, end) = self.part(at)?;
        let mut behind = end;
        behind += usize::from(tokens.is(behind, Sense::Of));
        behind += usize::from(
            tokens.kind(behind) == Some(Kind::Word)
                && (tokens.is(behind, Sense::Article) || tokens.is(behind, Sense::Opens))
                && tokens
                    .senses(behind)
                    .all(|s| !matches!(s, Sense::YearFrom(_) | Sense::Beside(_))),
        );
        let found = self.year_behind(behind).or_else(|| self.year_behind(end));
        let (year, reason, end, printed) = match found {
            Some((year, printed, end)) => {
                let reason = if printed { DateReason::Printed } else { DateReason::Counted };
                (Some(year), reason, end, printed)
            }
            None => (self.nearest_part(from, to), DateReason::Nearest, end, false),
        };
        let when = year.map(|year| Stretch {
            from: PartialDate::Month(year, from),
            to: PartialDate::Month(year, to),
        });
        let (mut found, end) = self.made(at_number, end, when, reason);
        found.printed.year = year.filter(|_| printed);
        Some((found, end))
    }

    /// A year that begins when its country says: nobody can tell from the words which days it has.
    pub(super) fn fiscal_year(&self, at: usize) -> Option<Found> {
        let tokens = self.tokens;
        let joined = tokens.written(at) == "FY" && tokens.kind(at + 1) == Some(Kind::Digits);
        if !tokens.is(at, Sense::FiscalYear) && !joined {
            return None;
        }
        let mut end = at + 1;
        if let Some(year) = self.year(end).or_else(|| {
            let plain = tokens.written(end);
            plain.parse().ok().filter(|_| joined && plain.len() == 4)
        }) {
            end += 1;
            let dash = matches!(tokens.kind(end), Some(Kind::Mark('-' | '–' | '/')));
            if dash && tokens.kind(end + 1) == Some(Kind::Digits) {
                end += 2;
            }
            let (mut found, end) = self.made(at, end, None, DateReason::Open);
            found.printed.year = Some(year);
            return Some((found, end));
        }
        Some(self.made(at, end, None, DateReason::Open))
    }
}
