//! Dates in digits alone: 2031-06-12, 12.06.2031, years, decades.

use jiff::civil::Date;

use super::super::date_reading::{DateReason, Printed, Stretch};
use super::super::lexicon::Sense;
use super::super::partial_date::PartialDate;
use super::super::tokens::Kind;
use super::super::{Language, is_minor};
use super::{Found, Reader};

impl Reader<'_, '_> {
    /// 2031-06-12, 2031/6/12, 12.06.2031, 12/06/2031, 2031-W24.
    pub(super) fn in_digits(&self, at: usize) -> Option<Found> {
        let token = self.tokens.get(at)?;
        let rest = self.tokens.text.get(token.start()..)?;
        let written = rest.get(
            ..rest
                .find(|c: char| !(c.is_ascii_digit() || "-/.W".contains(c)))
                .unwrap_or(rest.len()),
        )?;
        let written = written.trim_end_matches(['.', '-', '/']);
        let before = self.tokens.text.get(..token.start())?.chars().next_back();
        if before.is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | '/')) {
            return None;
        }
        let end = self.tokens.next_at_byte(at, token.start() + written.len());
        let mark = written.chars().find(|c| !c.is_ascii_digit())?;
        let parts: Vec<&str> = written.split(mark).collect();
        let number = |part: &str| part.parse::<i16>().ok();
        if let [year, week, rest @ ..] = parts.as_slice()
            && let Some(week) = week.strip_prefix('W')
            && rest.len() < 2
        {
            let text =
                [format!("{year}-W{week}")].into_iter().chain(rest.iter().map(|d| (*d).to_owned()));
            let date: PartialDate = text.collect::<Vec<_>>().join("-").parse().ok()?;
            return Some(self.printed_on(at, end, date));
        }
        let date = match parts.as_slice() {
            [year, month] if year.len() == 4 && month.len() == 2 && mark == '-' => {
                let month = number(month).and_then(|month| i8::try_from(month).ok())?;
                let year = number(year).filter(|year| (1800..2200).contains(year))?;
                ((1..=12).contains(&month)).then_some(PartialDate::Month(year, month))?
            }
            [year, month, day] if year.len() == 4 => {
                let narrow = |part: &str| number(part).and_then(|part| i8::try_from(part).ok());
                PartialDate::Day(Date::new(number(year)?, narrow(month)?, narrow(day)?).ok()?)
            }
            [day, month, year] if year.len() == 4 && mark != '-' => {
                let narrow = |part: &str| number(part).and_then(|part| i8::try_from(part).ok());
                let (day, month) = (narrow(day)?, narrow(month)?);
                let year = number(year)?;
                // In English either may be the month.
                let either = mark == '/'
                    && self.tokens.table.grammar.language == Language::English
                    && month <= 12
                    && day <= 12
                    && day != month;
                if either {
                    return Some(self.made(at, end, None, DateReason::Open));
                }
                let date = Date::new(year, month, day).or_else(|_| Date::new(year, day, month));
                PartialDate::Day(date.ok()?)
            }
            _ => return None,
        };
        Some(self.printed_on(at, end, date))
    }

    pub(super) fn printed_on(&self, at: usize, end: usize, date: PartialDate) -> Found {
        let printed = match &date {
            PartialDate::Day(day) => Printed {
                year: Some(day.year()),
                month: Some(day.month()),
                day: Some(day.day()),
                weekday: None,
            },
            PartialDate::Month(year, month) => {
                Printed { year: Some(*year), month: Some(*month), ..Printed::default() }
            }
            PartialDate::Year(year) => Printed { year: Some(*year), ..Printed::default() },
            _ => Printed::default(),
        };
        let (mut found, end) = self.made(at, end, Some(Stretch::of(date)), DateReason::Printed);
        found.printed = printed;
        (found, end)
    }

    /// The 1990s, 1990er, 1990-е, 1990年代, 90年代.
    pub(super) fn decade(&self, at: usize) -> Option<Found> {
        let tokens = self.tokens;
        let touches = tokens.gap(at).is_some_and(|gap| gap.is_empty() || gap == "-");
        let behind = touches && tokens.is(at + 1, Sense::DecadeOf);
        let before = at.checked_sub(1).filter(|before| {
            tokens.is(*before, Sense::DecadeOf)
                && tokens.kind(*before) == Some(Kind::Word)
                && tokens.written(*before).chars().count() > 2
        });
        let start = if behind { at } else { before? };
        let year = match self.number(at, 4)? {
            year @ 1000..2200 if year % 10 == 0 => year,
            short @ 20..100 if short % 10 == 0 => 1900 + short,
            _ => return None,
        };
        let when = Stretch { from: PartialDate::Year(year), to: PartialDate::Year(year + 9) };
        let end = at + 1 + usize::from(behind);
        let (found, end) = self.made(start, end, Some(when), DateReason::Printed);
        Some((found, end))
    }

    /// Whether digits are a level that something came to: "increased to 2029 ships".
    fn is_reached(&self, at: usize) -> bool {
        let tokens = self.tokens;
        let moved = at.checked_sub(2).is_some_and(|verb| {
            tokens.is(verb + 1, Sense::To)
                && tokens.senses(verb).any(|sense| matches!(sense, Sense::Moves(_)))
        });
        let joins = |sense| {
            matches!(
                sense,
                Sense::And
                    | Sense::But
                    | Sense::In
                    | Sense::Of
                    | Sense::To
                    | Sense::From
                    | Sense::By
                    | Sense::Bounds
            )
        };
        let named = tokens.kind(at + 1) == Some(Kind::Word)
            && !tokens.senses(at + 1).any(joins)
            && !is_minor(tokens.written(at + 1));
        moved && named
    }

    /// "in 2031", "2031 году", "2029–2031", "2029/30".
    pub(super) fn years(&self, at: usize) -> Option<Found> {
        let tokens = self.tokens;
        let year = self.year(at)?;
        let dash = matches!(tokens.kind(at + 1), Some(Kind::Mark('-' | '–' | '—' | '/')))
            && tokens.touches_next(at)
            && tokens.touches_next(at + 1);
        let last = dash.then(|| {
            let short = self.number(at + 2, 2).filter(|_| tokens.written(at + 2).len() == 2);
            self.year(at + 2).or_else(|| short.map(|short| year - year % 100 + short))
        });
        if let Some(last) = last.flatten().filter(|last| *last > year) {
            let end = at + 3 + usize::from(tokens.is(at + 3, Sense::YearName));
            let when = Stretch { from: PartialDate::Year(year), to: PartialDate::Year(last) };
            return Some(self.made(at, end, Some(when), DateReason::Printed));
        }
        let named = tokens.is(at + 1, Sense::YearName);
        let before = at.checked_sub(1);
        let led = before.is_some_and(|before| {
            tokens.senses(before).any(|sense| {
                matches!(sense, Sense::In | Sense::Bounds | Sense::YearName | Sense::FiscalYear)
            }) || (tokens
                .senses(before)
                .any(|sense| matches!(sense, Sense::From | Sense::Between | Sense::To | Sense::By))
                && (1900..2100).contains(&year)
                && (!tokens.is(before, Sense::Of)
                    || (self.is_joint(at + 1) && self.year(at + 2).is_some())))
        });
        // "in 2024 ships" may be a number of them; years are hardly counted so exactly.
        let likely =
            led && (1800..2200).contains(&year) && !self.is_counted(at) && !self.is_reached(at);
        if !named && !likely {
            return None;
        }
        Some(self.printed_on(at, at + 1 + usize::from(named), PartialDate::Year(year)))
    }

    /// Whether a unit stands behind digits: "rose to 2000 tonnes".
    pub(super) fn is_counted(&self, at: usize) -> bool {
        self.tokens.senses(at + 1).any(|sense| {
            matches!(
                sense,
                Sense::Percent
                    | Sense::Money(_)
                    | Sense::Measure(_)
                    | Sense::Times(_)
                    | Sense::Lasting(..)
            )
        }) || matches!(self.tokens.kind(at + 1), Some(Kind::Mark('%' | '$' | '€')))
    }
}
