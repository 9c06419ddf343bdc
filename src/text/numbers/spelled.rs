//! Numbers in words: "two hundred and five", 三万五千.

use rust_decimal::Decimal;

use super::super::Language;
use super::super::lexicon::Sense;
use super::super::quantity::Qualifier;
use super::super::tokens::{Kind, Tokens};
use super::{Number, cardinal, close, ordinal, part, part_of, times};

/// A number in words, as far as it is read.
pub(super) struct Spelled {
    /// What adds up to it; all but the last are closed by a word of magnitude.
    terms: Vec<Decimal>,
    /// What is added to the last term has to be smaller.
    room: u64,
    /// What the last word of magnitude multiplied by.
    closed: Option<Decimal>,
    /// The product of words of magnitude that follow each other.
    chain: Decimal,
    ordinal: bool,
    article: bool,
    hedge: Option<Qualifier>,
}

impl Spelled {
    pub(super) fn read(tokens: &Tokens<'_>, at: usize) -> Option<Number> {
        let mut spelled = Self {
            terms: Vec::new(),
            room: u64::MAX,
            closed: None,
            chain: Decimal::ONE,
            ordinal: false,
            article: false,
            hedge: None,
        };
        if let Some(range) = Self::neighbours(tokens, at) {
            return Some(range);
        }
        let mut end = at;
        if tokens.is(at, Sense::Article) && cardinal(tokens, at).is_none() {
            // "a hundred": nothing but a word of magnitude may follow.
            times(tokens, at + 1)?;
            spelled.terms.push(Decimal::ONE);
            spelled.article = true;
            end += 1;
        }
        while let Some(used) = spelled.take(tokens, end) {
            end += used;
            if spelled.ordinal {
                break;
            }
        }
        let sum =
            spelled.terms.iter().try_fold(Decimal::ZERO, |sum, term| sum.checked_add(*term))?;
        if spelled.terms.is_empty() || end == at {
            return None;
        }
        let mut number = Number::new(end, sum);
        number.hedge = spelled.hedge;
        number.ordinal = spelled.ordinal || tokens.before(at) == Some('第');
        if spelled.terms.len() == 1 && spelled.closed.is_some() {
            number.magnitude = spelled.chain;
        }
        Some(number)
    }

    /// "两三艘", "七八十人": two neighbouring digits are a range, unless they write a number place by place.
    fn neighbours(tokens: &Tokens<'_>, at: usize) -> Option<Number> {
        let single = |at: usize| {
            let unspaced = tokens.kind(at) == Some(Kind::Unspaced);
            cardinal(tokens, at).filter(|value| unspaced && (1..10).contains(value))
        };
        let (low, high) = (single(at)?, single(at + 1)?);
        let written_out = at.checked_sub(1).is_some_and(|before| single(before).is_some())
            || cardinal(tokens, at + 2).is_some()
            || tokens.senses(at + 2).any(|sense| {
                matches!(sense, Sense::YearName | Sense::Point | Sense::MonthName | Sense::DayName)
            });
        if high != low + 1
            || written_out
            || !tokens.touches_next(at)
            || tokens.before(at) == Some('第')
        {
            return None;
        }
        let mut end = at + 2;
        let mut by = Decimal::ONE;
        while let Some(next) = times(tokens, end) {
            by = by.checked_mul(next)?;
            end += 1;
        }
        let mut number = Number::new(end, Decimal::from(low).checked_mul(by)?);
        number.up_to = Decimal::from(high).checked_mul(by);
        number.magnitude = by;
        Some(number)
    }

    /// Takes what stands at a token, if the number goes on with it, and says how many tokens that is.
    fn take(&mut self, tokens: &Tokens<'_>, at: usize) -> Option<usize> {
        if let Some(by) = times(tokens, at).filter(|by| self.may_multiply(tokens, at, *by)) {
            if self.terms.is_empty() {
                self.terms.push(Decimal::ONE);
            }
            if close(&mut self.terms, by) {
                self.chain = if self.closed.is_some() && self.room == u64::MAX {
                    self.chain.checked_mul(by).unwrap_or(by)
                } else {
                    by
                };
                self.closed = Some(by);
                self.room = u64::MAX;
                // 十几
                self.hedge = self.hedge.or_else(|| {
                    tokens.find(at, |sense| match sense {
                        Sense::HedgeAfter(hedge) => Some(hedge),
                        _ => None,
                    })
                });
                return Some(1);
            }
            return None;
        }
        if let Some(value) = cardinal(tokens, at) {
            return self.add(tokens, at, value).then_some(1);
        }
        if let Some(halves) = tokens.find(at, |sense| match sense {
            Sense::Halves(halves) => Some(halves),
            _ => None,
        }) {
            let value = Decimal::from(halves).checked_div(Decimal::TWO)?;
            return self.terms.is_empty().then(|| {
                self.terms.push(value);
                self.room = 0;
                1
            });
        }
        if let Some(value) = ordinal(tokens, at) {
            return self.end_with_ordinal(value).then_some(1);
        }
        if tokens.is(at, Sense::AndHalf) && !self.terms.is_empty() {
            let half = Decimal::new(5, 1).checked_mul(self.closed.unwrap_or(Decimal::ONE))?;
            let last = self.terms.last_mut()?;
            *last = last.checked_add(half)?;
            self.room = 0;
            return Some(1);
        }
        let small = self.closed.is_none_or(|by| by < Decimal::ONE_THOUSAND);
        if tokens.is(at, Sense::Point) && !self.terms.is_empty() && small {
            return self.decimals(tokens, at + 1);
        }
        if tokens.is(at, Sense::And) {
            return self.joined_by_and(tokens, at + 1);
        }
        None
    }

    /// "Hundreds of ships" has no number, "hundred" in English none either; 十 is ten by itself, as
    /// "mille" and "тысяча" are a thousand.
    fn may_multiply(&self, tokens: &Tokens<'_>, at: usize, by: Decimal) -> bool {
        if !self.terms.is_empty() {
            return true;
        }
        if self.closed.is_some() {
            return false;
        }
        let Some(token) = tokens.get(at) else { return false };
        match token.kind {
            Kind::Unspaced => by == Decimal::TEN,
            _ => {
                tokens.table.grammar.language != Language::English
                    && cardinal(tokens, at).is_none()
                    && is_bare_magnitude(tokens.written(at))
            }
        }
    }

    fn add(&mut self, tokens: &Tokens<'_>, at: usize, value: u64) -> bool {
        let number = Decimal::from(value);
        let unspaced = tokens.kind(at) == Some(Kind::Unspaced);
        let touches = at.checked_sub(1).is_some_and(|before| tokens.touches_next(before));
        match self.terms.last_mut() {
            None => self.terms.push(number),
            // 一百零八
            Some(_) if unspaced && value == 0 && self.closed.is_some() && self.room == u64::MAX => {
                return true;
            }
            // 二〇二四, place by place.
            Some(last) if unspaced && touches && value < 10 && self.closed.is_none() => {
                let Some(shifted) = last.checked_mul(Decimal::TEN) else { return false };
                *last = shifted + number;
            }
            Some(_) if self.room == u64::MAX => {
                if self.closed.is_none_or(|by| number >= by && by > Decimal::TEN) {
                    return false;
                }
                self.terms.push(number);
            }
            Some(_) if value == 0 || value >= self.room => return false,
            Some(last) => *last += number,
        }
        self.room = room_behind(value);
        true
    }

    fn end_with_ordinal(&mut self, value: u64) -> bool {
        let number = Decimal::from(value);
        let fits = match self.terms.last_mut() {
            None => {
                self.terms.push(number);
                true
            }
            Some(last) if value < self.room && self.room != u64::MAX => {
                *last += number;
                true
            }
            Some(_) if self.room == u64::MAX && self.closed.is_some_and(|by| number < by) => {
                self.terms.push(number);
                true
            }
            Some(_) => false,
        };
        self.ordinal = fits;
        fits
    }

    /// "point two seven", "целых две десятых".
    fn decimals(&mut self, tokens: &Tokens<'_>, at: usize) -> Option<usize> {
        let mut fraction = String::from("0.");
        let mut end = at;
        while let Some(value) = cardinal(tokens, end).filter(|value| *value < 100) {
            fraction.push_str(&value.to_string());
            end += 1;
        }
        if end == at {
            return None;
        }
        let mut value = Decimal::from_str_exact(&fraction).ok()?;
        if let Some(parts) = part_of(tokens, end) {
            let over: String = fraction.chars().skip(2).collect();
            value = Decimal::from_str_exact(&over).ok()?.checked_div(Decimal::from(parts))?;
            end += 1;
        }
        let last = self.terms.last_mut()?;
        *last = last.checked_add(value)?;
        self.room = 0;
        Some(end - at + 1)
    }

    /// "One million and two million" are two numbers, "one hundred and two" is one.
    fn joined_by_and(&mut self, tokens: &Tokens<'_>, at: usize) -> Option<usize> {
        let by = self.closed.filter(|_| self.room == u64::MAX)?;
        if tokens.table.grammar.language != Language::English {
            return None;
        }
        let next = match tokens.kind(at)? {
            Kind::Word => part(tokens, at).or_else(|| Self::read(tokens, at)),
            _ => None,
        }?;
        let fits = next.value > Decimal::ZERO
            && next.value < Decimal::ONE_HUNDRED.min(by)
            && next.magnitude == Decimal::ONE
            && next.part.is_none();
        let larger = times(tokens, next.end).is_some_and(|by| by >= Decimal::ONE_THOUSAND)
            && by > Decimal::ONE_HUNDRED;
        if !fits || larger {
            return None;
        }
        self.terms.push(next.value);
        self.ordinal = next.ordinal;
        self.room = 0;
        Some(next.end - at + 1)
    }
}

/// What may be added to a word of a number: ones to tens, anything below a hundred to hundreds.
fn room_behind(value: u64) -> u64 {
    match value {
        100.. if value.is_multiple_of(100) => 100,
        20..100 if value.is_multiple_of(10) => 10,
        _ => 0,
    }
}

/// Words of magnitude that are a number by themselves.
fn is_bare_magnitude(word: &str) -> bool {
    const BARE: [&str; 12] = [
        "hundert",
        "tausend",
        "mille",
        "cent",
        "тысяча",
        "тысячу",
        "тысячи",
        "тысяче",
        "миллион",
        "миллиард",
        "дюжина",
        "дюжину",
    ];
    BARE.iter().any(|bare| word.to_lowercase() == *bare)
}
