//! Numbers with what stands beside them: unit, hedge, range, movement, the whole that they are a part of.

mod behind;
mod opening;
mod operand;
mod ranges;
mod units;

use std::ops::Range;

use super::lexicon::Sense;
use super::numbers::Number;
use super::quantity::{Amount, Direction, Movement, Qualifier, Quantity, Unit};
use super::time_unit::TimeUnit;
use super::tokens::{Token, Tokens};

/// Most words that are taken for the name of what is counted.
const LONGEST_NAME: usize = 3;
/// Tokens between a verb of movement and its number.
const REACH_OF_VERB: usize = 6;
/// Words between a number or an article and the unit that it counts: "a single calendar year".
const WORDS_BEFORE_UNIT: usize = 2;

/// The numbers of a text in their order; those within `dates` are passed over.
pub(super) fn quantities(tokens: &Tokens<'_>, dates: &[Range<usize>]) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let mut at = 0;
    let mut dates = dates.iter().peekable();
    while let Some(token) = tokens.get(at) {
        while dates.peek().is_some_and(|date| date.end <= token.start()) {
            dates.next();
        }
        if let Some(date) = dates.peek().filter(|date| date.start <= token.start()) {
            at = tokens.next_at_byte(at, date.end).max(at + 1);
            continue;
        }
        if !tokens.opens_number(at) {
            at += 1;
            continue;
        }
        let limit = dates.peek().map_or(tokens.text.len(), |date| date.start);
        let reader = Reader { tokens, limit };
        match reader.quantity(at) {
            Some((quantity, end)) => {
                found.extend(quantity);
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// A number with the unit and sign written onto it.
struct Operand {
    number: Number,
    unit: Option<Unit>,
    /// The first token of sign, currency and number.
    start: usize,
    end: usize,
    /// The token behind the number, before its unit.
    digits_end: usize,
    /// The token in which the number begins.
    digits: usize,
    positive: bool,
}

/// What stands before a number.
struct Opening {
    start: usize,
    hedges: Vec<Qualifier>,
    between: bool,
    from: Option<usize>,
}

#[derive(Clone, Copy)]
struct Reader<'r, 't> {
    tokens: &'r Tokens<'t>,
    /// The byte at which a date begins.
    limit: usize,
}

impl Reader<'_, '_> {
    /// The number that begins with a token, unless that is passed over, and the token behind all of it.
    fn quantity(&self, at: usize) -> Option<(Vec<Quantity>, usize)> {
        let tokens = self.tokens;
        let first = self.operand(at)?;
        let opening = self.opening(first.start);
        let moved_from = opening.from.and_then(|from| self.verb_before(from));
        let second = self.second(&first, &opening, moved_from.is_some());
        let direction = moved_from.filter(|_| opening.from.is_some());
        let Some(mut second) = second else {
            let quantity = self.made(&first, None, &opening, None);
            let end = tokens.at_byte(quantity.span.end).max(first.end);
            return Some((vec![quantity], end));
        };
        if let Some(direction) = direction {
            // "rose from 3 to 5": two levels.
            let mut first = first;
            Self::share_unit(&mut first, &second);
            let hedge = Opening { from: None, ..self.opening(second.start) };
            let mut reached = self.made(&second, None, &hedge, Some(Movement::To(direction)));
            reached.movement = Some(Movement::To(direction));
            let left = self.made(&first, None, &Opening { from: None, ..opening }, None);
            let left = Quantity { movement: None, former: true, ..left };
            let end = tokens.at_byte(reached.span.end).max(second.end);
            return Some((vec![left, reached], end));
        }
        let mut first = first;
        Self::share_unit(&mut first, &second);
        if second.unit.is_none() {
            second.unit = first.unit;
        }
        let quantity = self.made(&first, Some(&second), &opening, None);
        let end = tokens.at_byte(quantity.span.end).max(second.end);
        Some((vec![quantity], end))
    }

    fn byte_start(&self, at: usize) -> usize {
        self.tokens.get(at).map_or(self.tokens.text.len(), Token::start)
    }

    fn byte_end(&self, behind: usize) -> usize {
        let last = behind.checked_sub(1).and_then(|last| self.tokens.get(last));
        last.map_or(0, Token::end)
    }

    fn is_open(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.start() < self.limit)
    }

    fn made(
        &self,
        first: &Operand,
        second: Option<&Operand>,
        opening: &Opening,
        movement: Option<Movement>,
    ) -> Quantity {
        let last = second.unwrap_or(first);
        let mut start = opening.start.min(first.start);
        if second.is_some()
            && let Some(from) = opening.from
        {
            start = from;
        }
        let mut hedges = opening.hedges.clone();
        let mut end = last.end;
        let behind = self.hedges_behind(&mut end, last.unit);
        hedges.extend(behind);
        hedges.extend(last.number.hedge);
        let whole = if second.is_none() { self.whole(first, &mut end) } else { None };
        let value = first.number.value;
        let (amount, part) = match (second, whole, first.number.part) {
            (None, _, _) if first.number.up_to.is_some() => {
                (Amount::Range(value, first.number.up_to.unwrap_or(value)), None)
            }
            (Some(second), _, _) => (Amount::Range(value, second.number.value), None),
            (None, Some(whole), Some(part)) => {
                (Amount::One(whole.checked_mul(part).unwrap_or(whole)), Some(part))
            }
            (None, _, part) => (Amount::One(value), part),
        };
        let mut movement = movement.or_else(|| {
            let from = if second.is_some() {
                opening.from.unwrap_or(opening.start)
            } else {
                opening.start
            };
            self.movement_before(from)
        });
        if movement.is_none() && last.unit.is_some_and(|unit| !matches!(unit, Unit::Time(_))) {
            movement = self.movement_behind(start, end);
        }
        if movement.is_none() && first.positive {
            movement = Some(Movement::By(Direction::Up));
        }
        Quantity {
            span: self.byte_start(start)..self.byte_end(end),
            digits: self.byte_start(first.digits)..self.byte_end(last.digits_end),
            amount,
            magnitude: first.number.magnitude,
            otherwise: if second.is_some() { Vec::new() } else { first.number.otherwise.clone() },
            unit: last.unit,
            counted: self.counted(last, end),
            hedges,
            movement,
            ordinal: first.number.ordinal,
            whole,
            part,
            former: false,
            article: first.number.article,
        }
    }
}

fn is_money(unit: Unit) -> bool {
    matches!(unit, Unit::Money(_))
}

/// Whether two units may stand in one range.
fn same_sort(one: Option<Unit>, other: Option<Unit>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => {
            std::mem::discriminant(&one) == std::mem::discriminant(&other)
                || matches!((one, other), (Unit::Time(TimeUnit::Month), Unit::Time(TimeUnit::Year)))
        }
        // "3 km to 5" goes on elsewhere; "$3 to 5 billion" is one.
        (Some(one), None) => is_money(one),
        _ => true,
    }
}

/// Words that have a part in grammar are no names of things.
fn is_of_grammar(sense: Sense) -> bool {
    !matches!(sense, Sense::Title | Sense::NameOfPlace | Sense::Lettered)
}
