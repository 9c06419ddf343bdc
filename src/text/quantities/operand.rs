//! One number with the sign, currency and unit beside it.

use rust_decimal::Decimal;

use super::super::lexicon::Sense;
use super::super::measure::measure;
use super::super::numbers::{Letter, Number, number_at};
use super::super::quantity::Unit;
use super::super::tokens::Kind;
use super::super::{Language, languages, table};
use super::{Operand, Reader, WORDS_BEFORE_UNIT};

impl Reader<'_, '_> {
    pub(super) fn operand(&self, at: usize) -> Option<Operand> {
        let tokens = self.tokens;
        let (number, unit_before, start) = self.number(at)?;
        let digits = at;
        let mut end = number.end;
        let mut number = number;
        let mut unit = unit_before;
        let mut start = start;
        let mut positive = false;
        if let Some(letter) = number.letter {
            self.settle_letter(letter, &mut number, &mut unit);
            end = number.end;
        }
        let digits_end = end;
        if !number.ordinal {
            let behind = self.unit_behind(end, &mut number);
            match (unit, behind) {
                // "$90 billion dollars", "$40 a tonne".
                (Some(_), Some((Unit::Money(_), used))) => end += used,
                (Some(_), _) | (None, None) => {}
                (None, Some((behind, used))) => {
                    unit = Some(behind);
                    end += used;
                }
            }
            // "90 milliards de dollars", "half an hour".
            let linked = (end == number.end
                && number.ends_in_magnitude(tokens)
                && tokens.is(end, Sense::Of))
                || (number.part.is_some() && tokens.is(end, Sense::Article));
            if unit.is_none()
                && linked
                && let Some((behind, used)) = self.unit_behind(end + 1, &mut number)
            {
                unit = Some(behind);
                number.part = None;
                end += 1 + used;
            }
        }
        if tokens.is(end, Sense::AndHalf) && unit.is_some() {
            number.value = number.value.checked_add(Decimal::new(5, 1))?;
            end += 1;
        }
        if number.ordinal && tokens.before(start) == Some('第') {
            start = start.checked_sub(1).unwrap_or(start);
        }
        if let Some(before) = start.checked_sub(1) {
            let minus = tokens.is(before, Sense::Minus) || self.is_minus(before);
            if minus {
                number.value = -number.value;
                start = before;
            } else if tokens.is_mark(before, '+') && tokens.touches_next(before) {
                positive = true;
                start = before;
            }
        }
        Some(Operand { number, unit, start, end, digits_end, digits, positive })
    }

    /// A number with the currency or percent before it.
    pub(super) fn number(&self, at: usize) -> Option<(Number, Option<Unit>, usize)> {
        let tokens = self.tokens;
        let Some(number) = number_at(tokens, at) else {
            return self.by_article(at).map(|number| (number, None, at));
        };
        if self.byte_end(number.end) > self.limit {
            return None;
        }
        let mut start = at;
        let mut unit = None;
        if let Some(before) = at.checked_sub(1) {
            if tokens.is(before, Sense::PercentBefore) {
                unit = Some(Unit::Percent);
                start = before;
            } else if let Some((money, first)) = self.money_before(before, at) {
                unit = Some(Unit::Money(money));
                start = first;
            }
        }
        Some((number, unit, start))
    }

    /// "a year": the article is the number, where a length of time stands behind it.
    pub(super) fn by_article(&self, at: usize) -> Option<Number> {
        let tokens = self.tokens;
        let alone = tokens.table.grammar.language == Language::Russian
            && tokens.senses(at).any(|sense| matches!(sense, Sense::Lasting(_, many) if many > 1));
        if alone {
            // Without articles the length of time says it: "за десятилетие".
            return Some(Number::of_article(at));
        }
        if !tokens.is(at, Sense::Article) {
            return None;
        }
        let lasting = (at + 1..=at + 1 + WORDS_BEFORE_UNIT)
            .find(|place| tokens.senses(*place).any(|sense| matches!(sense, Sense::Lasting(..))))?;
        let plain = (at + 1..lasting).all(|place| {
            tokens.kind(place) == Some(Kind::Word) && tokens.senses(place).next().is_none()
        });
        // "two million a year" is a rate.
        let behind_number = at.checked_sub(1).is_some_and(|before| {
            tokens.senses(before).any(|sense| {
                matches!(
                    sense,
                    Sense::Money(_) | Sense::Measure(_) | Sense::Percent | Sense::Times(_)
                )
            }) || tokens.kind(before) == Some(Kind::Digits)
        });
        if !plain || behind_number {
            return None;
        }
        let mut number = Number::of_article(at + 1);
        number.article = true;
        Some(number)
    }

    /// Codes and signs of currencies before digits: "$90", "USD 90", "US$90", "A$ 3".
    pub(super) fn money_before(
        &self,
        before: usize,
        at: usize,
    ) -> Option<(&'static [&'static str], usize)> {
        let tokens = self.tokens;
        let gap = tokens.text.get(tokens.get(before)?.end()..self.byte_start(at))?;
        if !gap.chars().all(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}')) {
            return None;
        }
        if let Some(Kind::Mark(mark)) = tokens.kind(before) {
            let codes = languages::sign(mark)?;
            let prefix = before.checked_sub(1).filter(|prefix| tokens.touches_next(*prefix));
            if let Some(prefix) = prefix
                && let Some(codes) = languages::dollars(mark, tokens.written(prefix))
            {
                return Some((codes, prefix));
            }
            return Some((codes, before));
        }
        // The word before may belong to the number before that: "90 dollars 40".
        let is_code = languages::is_code(tokens.written(before));
        let unspaced = tokens.kind(before) == Some(Kind::Unspaced) && gap.is_empty();
        let codes = tokens.find(before, |sense| match sense {
            Sense::Money(codes) if is_code || unspaced => Some(codes),
            _ => None,
        })?;
        Some((codes, before))
    }

    pub(super) fn is_minus(&self, at: usize) -> bool {
        let tokens = self.tokens;
        let Some(Kind::Mark(mark)) = tokens.kind(at) else { return false };
        if !matches!(mark, '-' | '−' | '–' | '－') || !tokens.touches_next(at) {
            return false;
        }
        let before = tokens.before(at);
        before.is_none_or(|c| {
            c.is_whitespace() || matches!(c, '(' | '[' | '“' | '"' | '「' | '（' | ':')
        }) || mark == '−'
            || (before.is_some_and(table::is_unspaced)
                && at.checked_sub(1).is_none_or(|b| number_at(tokens, b).is_none()))
    }

    /// Whether "m" is million or metres, "t" trillion or tonnes.
    fn settle_letter(&self, letter: Letter, number: &mut Number, unit: &mut Option<Unit>) {
        let tokens = self.tokens;
        let (by, symbol) = match letter {
            Letter::M => (1_000_000_u64, "m"),
            Letter::T => (1_000_000_000_000, "t"),
        };
        let behind = number.end + 1;
        let of_things = letter == Letter::M
            && !tokens.touches_next(number.end)
            && matches!(tokens.kind(behind), Some(Kind::Word))
            && !tokens.senses(behind).any(|s| matches!(s, Sense::In | Sense::To | Sense::And));
        let is_squared = matches!(tokens.kind(behind), Some(Kind::Mark('²' | '³')));
        if is_squared {
            return;
        }
        if unit.is_some() || of_things {
            let plain = number.value;
            number.scale(Decimal::from(by));
            if unit.is_none() {
                number.otherwise.push(plain);
            }
        } else {
            if let Some(product) = number.value.checked_mul(Decimal::from(by)) {
                number.otherwise.push(product);
            }
            *unit = measure(symbol).map(Unit::Measure);
        }
        number.end += 1;
    }
}
