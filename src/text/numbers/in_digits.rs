//! Numbers in digits, with the words of magnitude behind them: "2.3 million", "3万5千", "$40MM".

use rust_decimal::Decimal;

use super::super::digits::{Literal, literal, power_of_ten, vulgar_fraction};
use super::super::lexicon::Sense;
use super::super::tokens::{Kind, Tokens};
use super::super::{languages, table};
use super::{Letter, Number, times};

/// Digits with what is written onto them: fractions, powers of ten, letters of magnitude, endings of
/// ordinals.
pub(super) fn in_digits(tokens: &Tokens<'_>, at: usize) -> Option<Number> {
    let token = tokens.get(at)?;
    if !stands_alone(tokens, at) {
        return None;
    }
    let rest = tokens.text.get(token.start()..)?;
    let Literal { value, otherwise, length } = literal(rest, tokens.table.grammar.decimal)?;
    let end_byte = token.start() + length;
    let mut number = Number::new(tokens.next_at_byte(at, end_byte), value);
    number.in_digits = true;
    number.otherwise = otherwise;
    let behind = rest.get(length..).unwrap_or_default();
    let mut following = behind.chars();
    match (following.next(), following.next()) {
        // A time of day, a score.
        (Some(':' | '：'), Some(c)) if c.is_ascii_digit() => return None,
        // Half of a date: 12/06/2031; but 3/4.
        (Some('/'), Some(c)) if c.is_ascii_digit() => return simple_fraction(tokens, number),
        _ => {}
    }
    if tokens.get(number.end).is_some_and(|next| next.start() == end_byte)
        && let Some(Kind::Mark(mark)) = tokens.kind(number.end)
        && let Some(fraction) = vulgar_fraction(mark)
    {
        number.value = number.value.checked_add(fraction)?;
        number.end += 1;
    }
    if let Some((exponent, length)) = power_of_ten(behind) {
        number.times(Decimal::from(10_u64.checked_pow(exponent)?));
        number.end = tokens.next_at_byte(at, end_byte + length);
        return Some(number);
    }
    if is_ordinal_ending(tokens, number.end, end_byte) || tokens.before(at) == Some('第') {
        number.ordinal = true;
        number.end += usize::from(tokens.before(at) != Some('第'));
        return Some(number);
    }
    attached(tokens, &mut number, end_byte);
    magnitudes(tokens, &mut number);
    Some(number)
}

/// Whether no letter is written onto digits before them ("G7", "COVID-19"), but for a currency's.
fn stands_alone(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some(before) = tokens.before(at) else { return true };
    let is_of_word = |c: char| c.is_alphabetic() && !table::is_unspaced(c);
    let previous = at.checked_sub(1);
    if is_of_word(before) {
        return previous.is_some_and(|previous| {
            tokens.senses(previous).any(|sense| matches!(sense, Sense::Money(_)))
        });
    }
    if matches!(before, '-' | '\u{2010}' | '\u{2011}') {
        // The hyphen is left out where it joins a letter.
        let touches_word = previous.is_some_and(|previous| {
            tokens.kind(previous) == Some(Kind::Word) && tokens.gap(previous) == Some("-")
        });
        return !touches_word
            || previous.is_some_and(|previous| {
                let money = |sense| matches!(sense, Sense::Money(_) | Sense::Hedge(_) | Sense::To);
                tokens.senses(previous).any(money)
            });
    }
    // The minutes of 12:36, the rest of a number that was none.
    let is_joined = matches!(before, ':' | '：' | '/' | '.' | ',')
        && previous.is_some_and(|mark| {
            mark.checked_sub(1).is_some_and(|digits| {
                tokens.kind(digits) == Some(Kind::Digits) && tokens.touches_next(digits)
            })
        });
    !is_joined
}

/// 3/4, and no more than that: 24/7 is none.
fn simple_fraction(tokens: &Tokens<'_>, mut number: Number) -> Option<Number> {
    let under = number.end + 1;
    let rest = tokens.text.get(tokens.get(under)?.start()..)?;
    let under_value = literal(rest, tokens.table.grammar.decimal)?;
    let goes_on = rest.get(under_value.length..).is_some_and(|rest| rest.starts_with(['/', '.']));
    let fits = number.value < under_value.value && under_value.value <= Decimal::TEN && !goes_on;
    let value = number.value.checked_div(under_value.value).filter(|_| fits)?;
    number.value = value;
    number.part = Some(value);
    number.end = under + 1;
    Some(number)
}

/// The endings of ordinals behind digits, in any of the languages.
fn is_ordinal_ending(tokens: &Tokens<'_>, at: usize, digits_end: usize) -> bool {
    const ENDINGS: [&str; 22] = [
        "st", "nd", "rd", "th", "er", "ère", "re", "e", "ème", "nde", "nd", "го", "й", "я", "е",
        "ое", "ая", "ый", "ому", "му", "ой", "ым",
    ];
    let touches = tokens.get(at).is_some_and(|token| {
        tokens.text.get(digits_end..token.start()).is_some_and(|gap| gap.is_empty() || gap == "-")
    });
    let decade = tokens.find(at, |sense| (sense == Sense::DecadeOf).then_some(())).is_some();
    touches && !decade && ENDINGS.contains(&tokens.written(at))
}

/// Letters of magnitude that stand for something else as well: k, m, t.
fn attached(tokens: &Tokens<'_>, number: &mut Number, digits_end: usize) {
    let at = number.end;
    let touches = tokens.get(at).is_some_and(|token| token.start() == digits_end);
    // "12 M€"
    let before_sign = tokens.touches_next(at)
        && matches!(tokens.kind(at + 1), Some(Kind::Mark(mark)) if languages::sign(mark).is_some());
    if !touches && !before_sign {
        return;
    }
    let by: u64 = match tokens.written(at) {
        "k" | "K" => 1_000,
        "MM" | "M" => 1_000_000,
        "b" | "B" | "Md" | "Mds" => 1_000_000_000,
        letter => {
            number.letter = match letter {
                "m" => Some(Letter::M),
                "t" => Some(Letter::T),
                _ => None,
            };
            return;
        }
    };
    number.times(Decimal::from(by));
    number.magnitude = Decimal::from(by);
    number.end += 1;
}

/// Words of magnitude behind digits, and the digits that go on behind these: "3万5千".
fn magnitudes(tokens: &Tokens<'_>, number: &mut Number) {
    let mut terms: Vec<Decimal> = vec![number.value];
    let mut at = number.end;
    let mut least: Option<Decimal> = None;
    let mut chain = Decimal::ONE;
    let mut single = true;
    loop {
        if let Some(by) = times(tokens, at) {
            if !close(&mut terms, by) {
                break;
            }
            for other in &mut number.otherwise {
                *other = other.checked_mul(by).unwrap_or(*other);
            }
            chain = chain.checked_mul(by).unwrap_or(chain);
            least = Some(by);
            at += 1;
            continue;
        }
        // "100多万": the hedge stands between.
        let more = tokens.find(at, |sense| match sense {
            Sense::HedgeAfter(hedge) => Some(hedge),
            _ => None,
        });
        if more.is_some()
            && tokens.kind(at) == Some(Kind::Unspaced)
            && times(tokens, at + 1).is_some()
        {
            number.hedge = more;
            at += 1;
            continue;
        }
        if tokens.is(at, Sense::AndHalf) && tokens.kind(at) == Some(Kind::Unspaced) {
            let half = Decimal::new(5, 1).checked_mul(least.unwrap_or(Decimal::ONE));
            terms.extend(half);
            at += 1;
            break;
        }
        let Some(above) = least else { break };
        let Some((value, end)) = lower_digits(tokens, at, above) else { break };
        terms.push(value);
        single = false;
        at = end;
    }
    number.end = at;
    number.value =
        terms.iter().try_fold(Decimal::ZERO, |sum, t| sum.checked_add(*t)).unwrap_or(number.value);
    if single {
        number.magnitude = chain;
    }
}

/// Digits right behind a word of magnitude, before a smaller one: the 5 of "3万5千", of "2 million 5
/// thousand".
fn lower_digits(tokens: &Tokens<'_>, at: usize, above: Decimal) -> Option<(Decimal, usize)> {
    let token = tokens.get(at).filter(|token| token.kind == Kind::Digits)?;
    let found = literal(tokens.text.get(token.start()..)?, tokens.table.grammar.decimal)?;
    let end = tokens.next_at_byte(at, token.start() + found.length);
    let by = times(tokens, end);
    let touches = at.checked_sub(1).is_some_and(|before| {
        tokens.kind(before) == Some(Kind::Unspaced) && tokens.touches_next(before)
    });
    let smaller = by.is_some_and(|by| by < above);
    let fits = found.value < above && (smaller || (touches && by.is_none()));
    fits.then_some((found.value, end))
}

/// Multiplies what stands before a word of magnitude: all that is smaller than it. Whether there is any.
pub(super) fn close(terms: &mut Vec<Decimal>, by: Decimal) -> bool {
    let from = terms.iter().rposition(|term| *term >= by).map_or(0, |place| place + 1);
    let summed = terms.get(from..).unwrap_or_default();
    let sum = summed.iter().try_fold(Decimal::ZERO, |sum, term| sum.checked_add(*term));
    // "ninety thousand million" multiplies as well.
    let (from, sum) = match sum {
        Some(sum) if from < terms.len() => (from, sum),
        _ => match terms.last() {
            Some(last) if terms.len() == 1 => (0, *last),
            _ => return false,
        },
    };
    let Some(product) = sum.checked_mul(by) else { return false };
    terms.truncate(from);
    terms.push(product);
    true
}
