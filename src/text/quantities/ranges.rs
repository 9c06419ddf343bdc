//! Two numbers that are one range.

use rust_decimal::Decimal;

use super::super::languages;
use super::super::lexicon::Sense;
use super::super::numbers::number_at;
use super::super::tokens::Kind;
use super::{Opening, Operand, Reader, is_money, same_sort};

impl Reader<'_, '_> {
    /// The other end of a range, and what stands between both.
    pub(super) fn second(
        &self,
        first: &Operand,
        opening: &Opening,
        moved: bool,
    ) -> Option<Operand> {
        let tokens = self.tokens;
        if first.number.ordinal || first.number.article {
            return None;
        }
        let joint = first.end;
        let dash = matches!(
            tokens.kind(joint),
            Some(Kind::Mark('-' | '–' | '—' | '~' | '～' | '〜' | '−'))
        );
        // "два-три": the hyphen between words is no token.
        let hyphen = first.end.checked_sub(1).and_then(|last| tokens.gap(last)) == Some("-")
            && !first.number.in_digits;
        if hyphen && number_at(tokens, first.end).is_some() {
            let second = self.operand(first.end)?;
            let rises = first.number.value < second.number.value && !second.number.in_digits;
            return (rises && !second.number.ordinal).then_some(second);
        }
        let leads = match (opening.between, opening.from) {
            (true, _) => tokens.is(joint, Sense::And) || tokens.is(joint, Sense::To) || dash,
            (_, Some(_)) => tokens.is(joint, Sense::To) || dash,
            _ => dash || tokens.is(joint, Sense::To),
        };
        if !leads || !self.is_open(joint + 1) {
            return None;
        }
        let mut place = joint + 1;
        while !self.hedges(place).is_empty()
            || matches!(tokens.kind(place), Some(Kind::Mark(mark)) if languages::sign(mark).is_some())
            || languages::is_code(tokens.written(place))
        {
            place += 1;
        }
        let second = self.operand(place)?;
        if second.number.ordinal || second.number.value.is_sign_negative() && !dash {
            return None;
        }
        let rises = first.number.value < second.number.value;
        let free = !opening.between && opening.from.is_none();
        // "3 to 1" and "2–1" are scores, 2029/30 is a season; a range rises.
        let fits = if moved { !dash } else { rises };
        let both_known = !free || dash || first.number.in_digits == second.number.in_digits;
        (fits && both_known && same_sort(first.unit, second.unit)).then_some(second)
    }

    /// "3 to 5 million dollars": the first number has the second one's magnitude and unit.
    pub(super) fn share_unit(first: &mut Operand, second: &Operand) {
        let by = second.number.magnitude;
        if first.number.magnitude == Decimal::ONE
            && by > Decimal::ONE
            && first.unit.is_none_or(is_money)
        {
            let product = first.number.value.checked_mul(by);
            if let Some(product) = product.filter(|product| *product <= second.number.value) {
                first.number.value = product;
                first.number.magnitude = by;
            }
        }
        if first.unit.is_none() {
            first.unit = second.unit;
        }
    }
}
