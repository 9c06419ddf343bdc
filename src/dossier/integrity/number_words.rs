//! Numbers in English words.

use std::cmp::Ordering;
use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::numerals::{Reading, Token};
use crate::dossier::number::{ONES, TENS};

/// Words of magnitude.
pub(super) const MULTIPLIERS: [(&str, u64); 5] = [
    ("hundred", 100),
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
    ("trillion", 1_000_000_000_000),
];

static CARDINALS: LazyLock<Vec<(&str, u64)>> = LazyLock::new(|| {
    [
        counted(ONES, 0, 1),
        counted(TENS, 20, 10),
        counted("no single both", 0, 1),
        MULTIPLIERS.to_vec(),
    ]
    .concat()
});

static ORDINALS: LazyLock<Vec<(&str, u64)>> = LazyLock::new(|| {
    [
        counted(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth \
             thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
            1,
            1,
        ),
        counted(
            "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth",
            20,
            10,
        ),
    ]
    .concat()
});

/// Words that count on from a number in equal steps.
fn counted(words: &'static str, first: u64, step: usize) -> Vec<(&'static str, u64)> {
    words.split(' ').zip((first..).step_by(step)).collect()
}

pub(super) fn look_up(list: &[(&str, u64)], word: &str) -> Option<u64> {
    list.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|(_, value)| *value)
}

pub(super) fn is_article(token: &Token<'_>) -> bool {
    let Token::Word(word) = token else { return false };
    word.eq_ignore_ascii_case("a") || word.eq_ignore_ascii_case("an")
}

/// A number in English words, as far as it is read.
#[derive(Default)]
struct Spelled {
    /// What stands before the last word of magnitude, with it.
    sum: u64,
    /// What stands behind it, below a thousand.
    group: u64,
    /// What may be added to the group next is smaller than this.
    free: u64,
    /// What stood before the word of magnitude, where that came last.
    before: Option<u64>,
    ordinal: bool,
    /// Whether there is a number at all.
    taken: bool,
}

impl Spelled {
    /// Takes one more word, if it goes on with the number.
    fn take(&mut self, word: &str) -> bool {
        if self.ordinal {
            return false;
        }
        if let Some(value) = look_up(&CARDINALS, word) {
            let fits = self.add(value);
            self.taken |= fits;
            return fits;
        }
        let fitting = look_up(&ORDINALS, word).filter(|value| *value < self.free);
        if let Some(value) = fitting {
            self.group += value;
            self.before = None;
            self.ordinal = true;
            self.taken = true;
        }
        fitting.is_some()
    }

    fn add(&mut self, value: u64) -> bool {
        match value.cmp(&100) {
            Ordering::Less => {
                if value >= self.free {
                    return false;
                }
                self.group += value;
                self.free = if value < 20 { 0 } else { 10 };
                self.before = None;
            }
            Ordering::Equal => {
                if !(1..100).contains(&self.group) {
                    return false;
                }
                self.group *= 100;
                self.free = 100;
            }
            Ordering::Greater => {
                if self.sum == 0 && self.group == 0 {
                    return false;
                }
                self.multiply(value);
            }
        }
        true
    }

    /// "two million three hundred thousand" adds up; "ninety thousand million" multiplies.
    fn multiply(&mut self, by: u64) {
        if self.group == 0 {
            self.sum = self.sum.saturating_mul(by);
        } else {
            self.before = (self.sum == 0).then_some(self.group);
            self.sum = self.sum.saturating_add(self.group.saturating_mul(by));
        }
        self.group = 0;
        self.free = 100;
    }

    /// Whether "and" and a smaller number may follow, as behind "hundred".
    fn is_open(&self) -> bool {
        self.taken && self.free == 100
    }

    fn reading(&self) -> Reading {
        let total = self.sum.saturating_add(self.group);
        Reading {
            value: Decimal::from(self.before.unwrap_or(total)),
            total: Decimal::from(total),
            ordinal: self.ordinal,
        }
    }
}

/// Reads the number in words at the head, if there is one, and gives what is to be read next.
pub(super) fn spelled<'r, 't>(
    tokens: &'r [Token<'t>],
    found: &mut Vec<Reading>,
) -> &'r [Token<'t>] {
    let (mut number, mut rest) = match tokens {
        // "a hundred": nothing but a word of magnitude may follow.
        [first, rest @ ..] if is_article(first) => {
            (Spelled { group: 1, ..Spelled::default() }, rest)
        }
        _ => (Spelled { free: 100, ..Spelled::default() }, tokens),
    };
    let mut again = None;
    while let Some((Token::Word(word), after)) = rest.split_first() {
        if number.take(word) {
            rest = after;
        } else if word.eq_ignore_ascii_case("and") && number.is_open() && starts_number(after) {
            // "one million and two million" may be two numbers, "one hundred and two" is one.
            if after.iter().map_while(cardinal).any(|value| value >= 100) {
                found.push(number.reading());
                again = again.or(Some(after));
            }
            rest = after;
        } else {
            break;
        }
    }
    if number.taken {
        found.push(number.reading());
    }
    again.unwrap_or(rest)
}

fn starts_number(tokens: &[Token<'_>]) -> bool {
    tokens.first().and_then(cardinal).is_some_and(|value| value < 100)
}

fn cardinal(token: &Token<'_>) -> Option<u64> {
    match token {
        Token::Word(word) => look_up(&CARDINALS, word),
        _ => None,
    }
}
