//! Numbers with their units in English words: "almost $90 billion", "our six countries".

use rust_decimal::Decimal;

use super::is_minor;
use crate::dossier::{Number, Qualifier, Scale, TimeUnit, Unit};

const ONES: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen \
                    fourteen fifteen sixteen seventeen eighteen nineteen";

const TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";

/// Most words that are taken for the name of what is counted.
const LONGEST_NAME: usize = 3;

/// A number that stands in words.
pub(super) struct Quantity {
    pub(super) number: Number,
    pub(super) scale: Scale,
    pub(super) unit: Option<Unit>,
    pub(super) qualifier: Qualifier,
}

/// A number, the unit or scale that is written onto it, and how many words it has.
struct Head {
    number: Decimal,
    scale: Option<Scale>,
    unit: Option<Unit>,
    used: usize,
}

/// The numbers in words, in their order. Ordinals are none.
pub(super) fn quantities(words: &str) -> Vec<Quantity> {
    let words: Vec<&str> = words
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—'))
        .filter(|word| !word.is_empty())
        .collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = words.get(at..)
        && !rest.is_empty()
    {
        let Some(head) = head(rest) else {
            at += 1;
            continue;
        };
        let (scale, used) = match head.scale {
            Some(scale) => (scale, head.used),
            None => scale_behind(rest, head.used),
        };
        let unit = head.unit.or_else(|| unit_behind(rest, used));
        let qualifier = qualifier(words.get(..at).unwrap_or_default());
        found.push(Quantity { number: Number(head.number), scale, unit, qualifier });
        at += used;
    }
    found
}

/// A number in words below a hundred, and how many words it has.
pub(super) fn spelled(words: &[&str]) -> Option<(i64, usize)> {
    let number = cardinal(bare(words.first()?))?;
    let ones = words.get(1).and_then(|word| cardinal(bare(word)));
    match ones.filter(|ones| number >= 20 && (1..10).contains(ones)) {
        Some(ones) => Some((number + ones, 2)),
        None => Some((number, 1)),
    }
}

fn cardinal(word: &str) -> Option<i64> {
    let place = |list: &str| list.split(' ').position(|number| number.eq_ignore_ascii_case(word));
    let number = place(ONES).or_else(|| place(TENS).map(|tens| 20 + 10 * tens))?;
    i64::try_from(number).ok()
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Whether a mark behind a word ends what belongs together.
fn ends(word: &str) -> bool {
    word != "U.S." && word.ends_with([',', '.', ';', ':', '!', '?', ')', '”', '"'])
}

fn head(words: &[&str]) -> Option<Head> {
    let first = *words.first()?;
    if let Some(head) = in_digits(first) {
        return Some(head);
    }
    if let Some((number, used)) = spelled(words) {
        return Some(Head { number: Decimal::from(number), scale: None, unit: None, used });
    }
    // "a year" is one year, "a ship" may be any.
    let next = words.get(1).and_then(|next| time_unit(bare(next)));
    let is_article = matches!(first, "a" | "an" | "A" | "An");
    next.filter(|_| is_article).map(|_| Head {
        number: Decimal::ONE,
        scale: None,
        unit: None,
        used: 1,
    })
}

/// $90, 27.2%, 1,200, US$90bn; no number that has a letter before it or an ending of an ordinal.
fn in_digits(word: &str) -> Option<Head> {
    let (sign, rest) = word.split_at(word.find(|c: char| c.is_ascii_digit())?);
    let in_number = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
    let (digits, tail) = rest.split_at(rest.find(|c| !in_number(c)).unwrap_or(rest.len()));
    let digits = digits.trim_end_matches([',', '.']);
    let whole = digits.split('.').next().unwrap_or_default();
    if !whole.split(',').skip(1).all(|group| group.len() == 3) {
        return None;
    }
    let number = Decimal::from_str_exact(&digits.replace(',', "")).ok()?;
    let sign = sign.trim_start_matches(['(', '“', '"', '\'', '‘']);
    let currency = match sign {
        "" => None,
        "$" | "US$" | "USD" => Some("USD"),
        "€" | "EUR" => Some("EUR"),
        "£" | "GBP" => Some("GBP"),
        "₹" | "INR" => Some("INR"),
        "₸" | "KZT" => Some("KZT"),
        "₽" | "RUB" => Some("RUB"),
        "CNY" | "RMB" => Some("CNY"),
        _ => return None,
    };
    let percent = tail.starts_with('%');
    let scale = match bare(tail).to_lowercase().as_str() {
        "" => None,
        "k" => Some(Scale::Thousand),
        "m" | "mn" | "mln" => Some(Scale::Million),
        "b" | "bn" | "bln" => Some(Scale::Billion),
        "tn" | "trn" => Some(Scale::Trillion),
        _ => return None,
    };
    let currency = currency.map(|code| Unit::Currency(code.to_owned()));
    let unit = currency.or_else(|| percent.then_some(Unit::Percent));
    Some(Head { number, scale, unit, used: 1 })
}

/// The word of magnitude behind a number, and how many words there are with it.
fn scale_behind(words: &[&str], used: usize) -> (Scale, usize) {
    let scale = match next_word(words, used).to_lowercase().as_str() {
        "thousand" => Scale::Thousand,
        "million" => Scale::Million,
        "billion" => Scale::Billion,
        "trillion" => Scale::Trillion,
        _ => return (Scale::One, used),
    };
    (scale, used + 1)
}

/// The word behind so many; empty where a mark stands between.
fn next_word<'t>(words: &[&'t str], used: usize) -> &'t str {
    let parted = used.checked_sub(1).and_then(|last| words.get(last)).is_none_or(|last| ends(last));
    if parted { "" } else { words.get(used).copied().map(bare).unwrap_or_default() }
}

fn unit_behind(words: &[&str], used: usize) -> Option<Unit> {
    let first = next_word(words, used);
    let second = next_word(words, used + 1);
    if matches!(first, "US" | "U.S") {
        return unit_named(second, "").filter(|unit| matches!(unit, Unit::Currency(_)));
    }
    unit_named(first, second).or_else(|| {
        let mut names = Vec::new();
        for place in used..used + LONGEST_NAME {
            let name = next_word(words, place);
            if is_minor(name) || !name.starts_with(char::is_alphabetic) {
                break;
            }
            names.push(name);
        }
        (!names.is_empty()).then(|| Unit::Count(names.join(" ")))
    })
}

fn unit_named(first: &str, second: &str) -> Option<Unit> {
    let currency = |code: &str| Some(Unit::Currency(code.to_owned()));
    let measure = |symbol: &str| Some(Unit::Measure(symbol.to_owned()));
    match (first.to_lowercase().as_str(), second.to_lowercase().as_str()) {
        ("percentage", "points" | "point") => Some(Unit::PercentagePoints),
        ("percent", _) | ("per", "cent") => Some(Unit::Percent),
        ("dollar" | "dollars", _) => currency("USD"),
        ("euro" | "euros", _) => currency("EUR"),
        ("yuan" | "renminbi" | "rmb", _) => currency("CNY"),
        ("tenge", _) => currency("KZT"),
        ("rouble" | "roubles" | "ruble" | "rubles", _) => currency("RUB"),
        ("km" | "kilometre" | "kilometres" | "kilometer" | "kilometers", _) => measure("km"),
        ("tonne" | "tonnes", _) => measure("t"),
        ("kwh", _) => measure("kWh"),
        ("mw", _) => measure("MW"),
        _ => time_unit(first).map(Unit::Time),
    }
}

fn time_unit(word: &str) -> Option<TimeUnit> {
    match word.to_lowercase().as_str() {
        "year" | "years" => Some(TimeUnit::Year),
        "month" | "months" => Some(TimeUnit::Month),
        "week" | "weeks" => Some(TimeUnit::Week),
        "day" | "days" => Some(TimeUnit::Day),
        "hour" | "hours" => Some(TimeUnit::Hour),
        "minute" | "minutes" => Some(TimeUnit::Minute),
        _ => None,
    }
}

/// What the words before a number make of it.
fn qualifier(before: &[&str]) -> Qualifier {
    let mut back = before.iter().rev().map(|word| word.to_lowercase());
    let (last, second) = (back.next().unwrap_or_default(), back.next().unwrap_or_default());
    match (second.as_str(), last.as_str()) {
        (_, "almost" | "nearly") => Qualifier::Almost,
        (_, "about" | "approximately" | "around" | "roughly" | "some") => Qualifier::About,
        ("more" | "greater", "than") | (_, "over" | "above" | "exceeding") => Qualifier::Over,
        ("at", "least") => Qualifier::AtLeast,
        ("at", "most") | ("up", "to") => Qualifier::AtMost,
        ("less" | "fewer", "than") | (_, "under" | "below") => Qualifier::LessThan,
        ("increased" | "grew" | "grown" | "risen" | "rose", "to") => Qualifier::IncreasedTo,
        ("decreased" | "dropped" | "fallen" | "fell", "to") => Qualifier::DecreasedTo,
        _ => Qualifier::Exactly,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Value;

    fn read(words: &str) -> Vec<String> {
        let shown = |found: Quantity| {
            let Quantity { number, scale, unit, qualifier } = found;
            let unit = unit.unwrap_or(Unit::Count(String::new()));
            Value { number, scale, unit, qualifier }.to_string()
        };
        quantities(words).into_iter().map(shown).collect()
    }

    #[test]
    fn numbers_are_read_with_unit_and_qualifier() {
        for (words, shown) in [
            ("amounted to almost $90 billion, up", "almost $90 billion"),
            ("some US$89.4bn.", "about $89.4 billion"),
            ("more than 90 billion U.S. dollars", "over $90 billion"),
            ("up by 27.2 percent year", "27.2 %"),
            ("27.2%", "27.2 %"),
            ("our six countries'", "6 countries"),
            ("cooperation among the six countries", "6 countries"),
            ("twenty-five ships", "25 ships"),
            ("1,200 km of road", "1200 km"),
            ("in less than a year", "less than 1 year"),
            ("have increased to 68", "increased to 68"),
            ("80 pairs of sister cities", "80 pairs"),
        ] {
            assert_eq!(read(words), [shown], "{words}");
        }
    }

    #[test]
    fn names_and_ordinals_are_no_numbers() {
        for words in ["", "the G7", "the 30th", "the first summit", "a ship", "1,2", "30km²"] {
            assert_eq!(read(words), Vec::<String>::new(), "{words}");
        }
    }
}
