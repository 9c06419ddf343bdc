//! What stands behind a number: hedges, movement, the whole, what is counted.

use std::ops::Range;

use rust_decimal::Decimal;

use super::super::is_minor;
use super::super::lexicon::Sense;
use super::super::numbers::number_at;
use super::super::quantity::{Movement, Qualifier, Unit};
use super::super::tokens::Kind;
use super::{LONGEST_NAME, Operand, Reader, is_of_grammar};

impl Reader<'_, '_> {
    pub(super) fn movement_behind(&self, start: usize, end: usize) -> Option<Movement> {
        let tokens = self.tokens;
        // "auf 4 Tonnen gesunken", "um 8,5 Prozent zu".
        let led =
            |sense: Sense| start.checked_sub(1).is_some_and(|before| tokens.is(before, sense));
        if led(Sense::By) {
            let particle = tokens.find(end, |sense| match sense {
                Sense::Particle(direction) => Some(Movement::By(direction)),
                _ => None,
            });
            if particle.is_some() {
                return particle;
            }
        }
        let reached = led(Sense::To) && !led(Sense::By);
        for place in end..end + 2 {
            let moves = tokens.find(place, |sense| match sense {
                Sense::Moves(direction) => Some(direction),
                _ => None,
            });
            // "was 2 points larger in 2029" does not say which way it went.
            let written = tokens.written(place);
            let compares = written.ends_with("er") || matches!(written, "more" | "less");
            if compares && tokens.is(place + 1, Sense::In) {
                return None;
            }
            if let Some(direction) = moves {
                return Some(if reached {
                    Movement::To(direction)
                } else {
                    Movement::By(direction)
                });
            }
            let passed = tokens.is(place, Sense::Filler)
                || (tokens.kind(place) == Some(Kind::Unspaced) && tokens.is(place, Sense::Of));
            if !passed {
                return None;
            }
        }
        None
    }

    /// Hedges behind a number or its unit: "or more", 以上, +; one or two words may stand between.
    pub(super) fn hedges_behind(&self, end: &mut usize, unit: Option<Unit>) -> Vec<Qualifier> {
        let tokens = self.tokens;
        let after = |place: usize| -> Vec<Qualifier> {
            let hedge = |sense| match sense {
                Sense::HedgeAfter(hedge) => Some(hedge),
                _ => None,
            };
            tokens.senses(place).filter_map(hedge).collect()
        };
        // "40多公里": passed over on the way to the unit.
        if unit.is_some()
            && let Some(inner) = end.checked_sub(2)
            && tokens.kind(inner) == Some(Kind::Unspaced)
        {
            let hedges = after(inner);
            if !hedges.is_empty() {
                return hedges;
            }
        }
        if tokens.is_mark(*end, '+')
            && end.checked_sub(1).is_some_and(|last| tokens.touches_next(last))
        {
            *end += 1;
            return vec![Qualifier::AtLeast, Qualifier::Over];
        }
        let hedges = after(*end);
        if !hedges.is_empty() && self.is_open(*end) {
            *end += 1;
            return hedges;
        }
        if tokens.is(*end, Sense::To) {
            return Vec::new();
        }
        for between in 1..=2 {
            let place = *end + between;
            let plain = matches!(tokens.kind(place - 1), Some(Kind::Word | Kind::Unspaced))
                && tokens.senses(place - 1).next().is_none();
            if !plain {
                return Vec::new();
            }
            let hedges = after(place);
            // 内 in "40个国内机场" is part of another word.
            let alone = tokens.kind(place) == Some(Kind::Unspaced)
                && tokens.written(place).chars().count() == 1;
            if !hedges.is_empty() && !alone {
                return hedges;
            }
        }
        Vec::new()
    }

    /// The whole in "40 of the 60", "half of its 40 ships", "one in five".
    pub(super) fn whole(&self, first: &Operand, end: &mut usize) -> Option<Decimal> {
        let tokens = self.tokens;
        if first.number.ordinal {
            return None;
        }
        let mut place = *end;
        // "one in five", "drei von zehn": both are few, and nothing stands between.
        let few = |number: &Decimal| *number >= Decimal::ONE && *number <= Decimal::ONE_HUNDRED;
        if !first.number.in_digits
            && first.unit.is_none()
            && first.number.part.is_none()
            && tokens.written(place).eq_ignore_ascii_case("in")
            && let Some(all) = number_at(tokens, place + 1)
            && !all.in_digits
            && !all.ordinal
            && few(&all.value)
            && first.number.value < all.value
            && self.unit_behind(all.end, &mut all.clone()).is_none()
        {
            *end = all.end;
            return Some(all.value);
        }
        let named = (0..=2).find(|more| {
            (0..*more).all(|passed| {
                tokens.kind(place + passed) == Some(Kind::Word)
                    && tokens.senses(place + passed).next().is_none()
            }) && tokens.is(place + more, Sense::Of)
        })?;
        place += named + 1;
        let determined = tokens.kind(place) == Some(Kind::Word)
            && number_at(tokens, place).is_none()
            && !tokens.senses(place).any(|sense| {
                !matches!(sense, Sense::Article | Sense::Filler | Sense::Opens | Sense::To)
            });
        place += usize::from(determined);
        if !self.is_open(place) {
            return None;
        }
        let all = self.operand(place).filter(|all| !all.number.ordinal && all.unit.is_none())?;
        let larger = first.number.part.is_some()
            || first.unit == Some(Unit::Percent)
            || (first.unit.is_none() && all.number.value >= first.number.value.abs());
        if !larger || all.start != place || all.number.article {
            return None;
        }
        *end = all.end;
        Some(all.number.value)
    }

    /// The words that may name what is counted.
    pub(super) fn counted(&self, last: &Operand, end: usize) -> Option<Range<usize>> {
        let tokens = self.tokens;
        if last.unit.is_some() || last.number.ordinal {
            return None;
        }
        let mut behind = end;
        while behind < end + LONGEST_NAME {
            let gap =
                behind.checked_sub(1).and_then(|before| tokens.gap(before)).unwrap_or_default();
            let joined =
                gap.chars().all(|c| c.is_whitespace() || c == '-' || c == '’' || c == '\'');
            let named = match tokens.kind(behind) {
                Some(Kind::Word) => {
                    let word = tokens.written(behind);
                    !tokens.senses(behind).any(is_of_grammar) && !is_minor(word)
                }
                Some(Kind::Unspaced) => !tokens.senses(behind).any(is_of_grammar),
                _ => false,
            };
            if !joined || !named || !self.is_open(behind) {
                break;
            }
            behind += 1;
        }
        (behind > end).then(|| self.byte_start(end)..self.byte_end(behind))
    }
}
