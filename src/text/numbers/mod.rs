//! Numbers in digits, in words and in both: "2.3 million", "two hundred and five", "三万五千".

mod in_digits;
mod spelled;

use rust_decimal::Decimal;

use super::digits::vulgar_fraction;
use super::lexicon::Sense;
use super::quantity::Qualifier;
use super::tokens::{Kind, Tokens};
use in_digits::{close, in_digits};
use spelled::Spelled;

/// A letter behind digits that is a magnitude or a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letter {
    /// Million or metres.
    M,
    /// Trillion or tonnes.
    T,
}

/// A number without its unit.
#[derive(Clone, Debug)]
pub(super) struct Number {
    /// The token behind its last.
    pub(super) end: usize,
    pub(super) value: Decimal,
    pub(super) magnitude: Decimal,
    pub(super) otherwise: Vec<Decimal>,
    pub(super) ordinal: bool,
    /// Which part of one it is, where it is one.
    pub(super) part: Option<Decimal>,
    pub(super) in_digits: bool,
    /// The letter written onto it, where that has two meanings.
    pub(super) letter: Option<Letter>,
    pub(super) article: bool,
    /// A hedge that stands within it: "20多亿".
    pub(super) hedge: Option<Qualifier>,
    /// The other end of what is a range in one word: "七八十".
    pub(super) up_to: Option<Decimal>,
}

impl Number {
    fn new(end: usize, value: Decimal) -> Self {
        Self {
            end,
            value,
            magnitude: Decimal::ONE,
            otherwise: Vec::new(),
            ordinal: false,
            part: None,
            in_digits: false,
            letter: None,
            article: false,
            hedge: None,
            up_to: None,
        }
    }

    /// One, which an article says.
    pub(super) fn of_article(end: usize) -> Self {
        Self::new(end, Decimal::ONE)
    }

    /// Multiplies by a magnitude.
    pub(super) fn scale(&mut self, by: Decimal) {
        self.times(by);
        self.magnitude = self.magnitude.checked_mul(by).unwrap_or(self.magnitude);
    }

    /// Whether the last of it is a word of magnitude or a half.
    pub(super) fn ends_in_magnitude(&self, tokens: &Tokens<'_>) -> bool {
        self.end.checked_sub(1).is_some_and(|last| {
            tokens.senses(last).any(|sense| {
                matches!(
                    sense,
                    Sense::Times(_) | Sense::AndHalf | Sense::Part(_) | Sense::Halves(_)
                )
            })
        })
    }

    /// Divides, as a tenth of a percent does.
    pub(super) fn scale_down(&mut self, by: i64) {
        self.value = self.value.checked_div(Decimal::from(by)).unwrap_or(self.value);
    }

    fn times(&mut self, by: Decimal) {
        self.value = self.value.checked_mul(by).unwrap_or(self.value);
        for other in &mut self.otherwise {
            *other = other.checked_mul(by).unwrap_or(*other);
        }
    }
}

/// The number that begins with a token.
pub(super) fn number_at(tokens: &Tokens<'_>, at: usize) -> Option<Number> {
    if !tokens.opens_number(at) {
        return None;
    }
    let number = match tokens.kind(at)? {
        Kind::Digits => in_digits(tokens, at),
        Kind::Mark(mark) => {
            let value = vulgar_fraction(mark)?;
            let mut number = Number::new(at + 1, value);
            number.part = Some(value);
            Some(number)
        }
        Kind::Break => None,
        Kind::Word | Kind::Unspaced | Kind::Compound(_) => {
            part(tokens, at).or_else(|| Spelled::read(tokens, at))
        }
    }?;
    Some(with_fraction_bar(tokens, number))
}

/// What the word of magnitude is that a token is.
fn times(tokens: &Tokens<'_>, at: usize) -> Option<Decimal> {
    tokens.find(at, |sense| match sense {
        Sense::Times(by) => Some(Decimal::from(by)),
        _ => None,
    })
}

fn cardinal(tokens: &Tokens<'_>, at: usize) -> Option<u64> {
    if let Some(Kind::Compound(value)) = tokens.kind(at) {
        return Some(u64::from(value));
    }
    tokens.find(at, |sense| match sense {
        Sense::Cardinal(value) => Some(value),
        _ => None,
    })
}

fn ordinal(tokens: &Tokens<'_>, at: usize) -> Option<u64> {
    tokens.find(at, |sense| match sense {
        Sense::Ordinal(value) => Some(value),
        _ => None,
    })
}

fn part_of(tokens: &Tokens<'_>, at: usize) -> Option<u64> {
    tokens.find(at, |sense| match sense {
        Sense::Part(parts) if parts > 0 => Some(parts),
        _ => None,
    })
}

/// "a third of", "two thirds", "half a million", "полмиллиона".
fn part(tokens: &Tokens<'_>, at: usize) -> Option<Number> {
    let article = tokens.is(at, Sense::Article);
    let counted = cardinal(tokens, at).filter(|count| (1..100).contains(count));
    let (count, place) = match (article, counted) {
        _ if part_of(tokens, at).is_some() && counted.is_none() => (1, at),
        (true, _) => (1, at + 1),
        (_, Some(count)) => (count, at + 1),
        _ => return None,
    };
    let parts = part_of(tokens, place)?;
    // "sixty-eighth" is an ordinal.
    if !article && place > at && count >= parts {
        return None;
    }
    let alone = place == at;
    let followed = tokens.is(place + 1, Sense::Of)
        || tokens.is(place + 1, Sense::Article)
        || times(tokens, place + 1).is_some();
    let may_be_ordinal = ordinal(tokens, place).is_some();
    let may_be_quarter = tokens.is(place, Sense::Quarter);
    if alone && (may_be_ordinal || may_be_quarter) {
        return None;
    }
    // "a third ship" is the third; "two thirds" and "one third" are parts.
    let goes_on_as_name = matches!(tokens.kind(place + 1), Some(Kind::Word))
        && tokens.senses(place + 1).next().is_none();
    if article && may_be_ordinal && !followed && goes_on_as_name {
        return None;
    }
    // "the first half", "the second quarter" are times.
    let behind_ordinal = at.checked_sub(1).is_some_and(|before| ordinal(tokens, before).is_some());
    if behind_ordinal && !followed {
        return None;
    }
    let value = Decimal::from(count).checked_div(Decimal::from(parts))?;
    let mut number = Number::new(place + 1, value);
    number.part = Some(value);
    // Half a million, a quarter of a million, half a dozen.
    let mut next = place + 1;
    next += usize::from(tokens.is(next, Sense::Of));
    next += usize::from(tokens.is(next, Sense::Article));
    if let Some(by) = times(tokens, next) {
        number.part = None;
        number.times(by);
        number.magnitude = by;
        number.end = next + 1;
    }
    Some(number)
}

/// "三分之一": the parts stand first.
fn with_fraction_bar(tokens: &Tokens<'_>, number: Number) -> Number {
    if !tokens.is(number.end, Sense::OutOf) || number.part.is_some() || number.up_to.is_some() {
        return number;
    }
    let over = match tokens.kind(number.end + 1) {
        Some(Kind::Digits) => in_digits(tokens, number.end + 1),
        _ => Spelled::read(tokens, number.end + 1),
    };
    let Some(over) = over else { return number };
    let Some(value) = over.value.checked_div(number.value) else { return number };
    let mut fraction = Number::new(over.end, value);
    fraction.part = Some(value);
    fraction
}
