//! The unit behind a number.

use rust_decimal::Decimal;

use super::super::languages;
use super::super::lexicon::Sense;
use super::super::measure::measure;
use super::super::numbers::Number;
use super::super::quantity::Unit;
use super::super::time_unit::TimeUnit;
use super::super::tokens::Kind;
use super::Reader;

impl Reader<'_, '_> {
    /// The unit behind a number and how many tokens it has.
    pub(super) fn unit_behind(&self, at: usize, number: &mut Number) -> Option<(Unit, usize)> {
        let tokens = self.tokens;
        let mut at = at;
        let first = at;
        // "40多公里": the hedge stands before the unit.
        if tokens.kind(at) == Some(Kind::Unspaced)
            && tokens.senses(at).any(|sense| matches!(sense, Sense::HedgeAfter(_)))
        {
            at += 1;
        }
        if !self.is_open(at) {
            return None;
        }
        if let Some(Kind::Mark(mark)) = tokens.kind(at) {
            let unit = match mark {
                '%' | '％' | '٪' => Unit::Percent,
                '‰' => {
                    number.scale_down(10);
                    Unit::Percent
                }
                '°' if tokens.written(at + 1) == "C" => {
                    return measure("°C").map(|measure| (Unit::Measure(measure), at + 2 - first));
                }
                mark => Unit::Money(languages::sign(mark)?),
            };
            return Some((unit, at + 1 - first));
        }
        let unit = self.unit_named(at, number)?;
        let mut used = at + 1 - first;
        if let Unit::Measure(own) = unit {
            let raised = match tokens.kind(at + 1) {
                Some(Kind::Mark('²')) => "2",
                Some(Kind::Mark('³')) => "3",
                Some(Kind::Digits) if matches!(tokens.written(at + 1), "2" | "3") => {
                    tokens.written(at + 1)
                }
                _ => "",
            };
            if !raised.is_empty()
                && tokens.touches_next(at)
                && let Some(raised) = measure(&format!("{}{raised}", own.symbol))
            {
                return Some((Unit::Measure(raised), used + 1));
            }
            if own.symbol == "km" && tokens.is_mark(at + 1, '/') && tokens.written(at + 2) == "h" {
                return measure("km/h").map(|measure| (Unit::Measure(measure), used + 2));
            }
        }
        // "percent" and its points may stand side by side: "2 % points".
        if unit == Unit::Percent && tokens.is(at + 1, Sense::PercentagePoints) {
            used += 1;
            return Some((Unit::PercentagePoints, used));
        }
        Some((unit, used))
    }

    pub(super) fn unit_named(&self, at: usize, number: &mut Number) -> Option<Unit> {
        let tokens = self.tokens;
        // A word is a length of time only where it is not the month of a date.
        // 3个多月, 三个半月
        let previous = at.checked_sub(1);
        let counts_months = tokens.is(at, Sense::MonthName)
            && previous.is_some_and(|previous| {
                tokens.senses(previous).any(|s| matches!(s, Sense::HedgeAfter(_) | Sense::AndHalf))
            });
        if counts_months {
            return Some(Unit::Time(TimeUnit::Month));
        }
        tokens
            .find(at, |sense| match sense {
                Sense::Percent => Some(Unit::Percent),
                Sense::PercentagePoints => Some(Unit::PercentagePoints),
                Sense::BasisPoints => Some(Unit::BasisPoints),
                Sense::Money(codes) => Some(Unit::Money(codes)),
                Sense::Measure(symbol) => measure(symbol).map(Unit::Measure),
                _ => None,
            })
            .or_else(|| {
                if tokens.is(at, Sense::Tenths) {
                    number.scale(Decimal::TEN);
                    return Some(Unit::Percent);
                }
                let (unit, many) = tokens.find(at, |sense| match sense {
                    Sense::Lasting(unit, many) => Some((unit, many)),
                    _ => None,
                })?;
                if many != 1 {
                    number.scale(Decimal::from(many));
                }
                Some(Unit::Time(unit))
            })
    }
}
