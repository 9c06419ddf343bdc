//! Numbers with their units in English words: "almost $90 billion", "our six countries".

use rust_decimal::Decimal;

use super::is_minor;
use super::units::{time_unit, unit_named};
use crate::dossier::number::{ONES, TENS};
use crate::dossier::{Direction, Number, Qualifier, Scale, Unit};

/// Most words that are taken for the name of what is counted.
const LONGEST_NAME: usize = 3;

/// Most words of a qualifier.
const LONGEST_QUALIFIER: usize = 2;

const QUALIFYING: &str = "almost nearly about approximately around roughly some more greater less \
                          fewer than over above under below at least most";

const RISING: &str = "up rise rises rose risen rising increase increases increased increasing grow \
                      grows grew grown growing growth expand expanded gain";

const FALLING: &str = "down fall falls fell fallen falling decrease decreases decreased decreasing \
                       drop drops dropped decline declines declined shrink shrank loss";

/// A number that stands in words.
pub(super) struct Quantity {
    pub(super) number: Number,
    pub(super) scale: Scale,
    pub(super) unit: Option<Unit>,
    pub(super) qualifier: Qualifier,
    /// Where it is no level but what was added to one or taken from it: "up by".
    pub(super) moved: Option<Direction>,
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
    let words = with_commas(words);
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
        let before = words.get(..at).unwrap_or_default();
        let (number, qualifier) = (Number(head.number), qualifier(before));
        let moved = moved(before);
        found.push(Quantity { number, scale, unit, qualifier, moved });
        at += used;
    }
    found
}

/// Numbers whose thousands are set apart by a space that does not break, with commas there.
fn with_commas(words: &str) -> String {
    let characters: Vec<char> = words.chars().collect();
    let digits = |from: usize| {
        let rest = characters.get(from..).unwrap_or_default();
        rest.iter().take_while(|c| c.is_ascii_digit()).count()
    };
    let (mut written, mut before) = (String::with_capacity(words.len()), 0);
    for (place, &character) in characters.iter().enumerate() {
        let is_space = matches!(character, '\u{a0}' | '\u{202f}' | '\u{2009}');
        if is_space && (1..=3).contains(&before) && digits(place + 1) == 3 {
            written.push(',');
        } else {
            written.push(character);
        }
        before = if character.is_ascii_digit() { before + 1 } else { 0 };
    }
    written
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
        "m" => Some(Scale::Million),
        "b" => Some(Scale::Billion),
        word => Some(scale_named(word)?),
    };
    let currency = currency.map(|code| Unit::Currency(code.to_owned()));
    let unit = currency.or_else(|| percent.then_some(Unit::Percent));
    Some(Head { number, scale, unit, used: 1 })
}

/// The words of magnitude behind a number, and how many words there are with them.
fn scale_behind(words: &[&str], used: usize) -> (Scale, usize) {
    let scale = |used: usize| scale_named(&next_word(words, used).to_lowercase());
    match (scale(used), scale(used + 1)) {
        (None, _) => (Scale::One, used),
        (Some(Scale::Thousand), Some(Scale::Million)) => (Scale::Billion, used + 2),
        (Some(Scale::Thousand), Some(Scale::Billion)) => (Scale::Trillion, used + 2),
        (Some(scale), _) => (scale, used + 1),
    }
}

/// "m" is left out: it may be metres.
fn scale_named(word: &str) -> Option<Scale> {
    match word {
        "thousand" => Some(Scale::Thousand),
        "million" | "mn" | "mln" => Some(Scale::Million),
        "billion" | "bn" | "bln" => Some(Scale::Billion),
        "trillion" | "tn" | "trn" => Some(Scale::Trillion),
        _ => None,
    }
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

/// Whether the words before a number, and before its qualifier, say that something moved by it.
fn moved(before: &[&str]) -> Option<Direction> {
    let mut back = before.iter().rev().map(|word| bare(word).to_lowercase());
    let mut last = back.next()?;
    let mut parts = 0;
    while parts < LONGEST_QUALIFIER && QUALIFYING.split(' ').any(|word| word == last) {
        last = back.next()?;
        parts += 1;
    }
    let verb = match last.as_str() {
        "by" | "of" => back.next()?,
        // "Up 27.2 percent", but "up to 68" is at most 68.
        "up" | "down" | "rose" | "grew" | "fell" | "dropped" => last,
        _ => return None,
    };
    let is_one_of = |list: &str| list.split(' ').any(|word| word == verb);
    if is_one_of(RISING) {
        Some(Direction::Up)
    } else {
        is_one_of(FALLING).then_some(Direction::Down)
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
            let Quantity { number, scale, unit, qualifier, .. } = found;
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
            ("90 bn dollars", "$90 billion"),
            ("90 thousand million dollars", "$90 billion"),
            ("1\u{a0}480 km", "1480 km"),
            ("2\u{202f}100\u{202f}500 tonnes", "2,100,500 t"),
            ("62 miles", "62 mi"),
        ] {
            assert_eq!(read(words), [shown], "{words}");
        }
    }

    #[test]
    fn a_space_that_does_not_break_joins_thousands_alone() {
        for (words, shown) in
            [("68\u{a0}flights", vec!["68 flights"]), ("12\u{a0}48 km", vec!["12", "48 km"])]
        {
            let read: Vec<String> = read(words).iter().map(|all| all.trim().to_owned()).collect();
            assert_eq!(read, shown, "{words}");
        }
        assert_eq!(read("in 2023\u{a0}480 km").last().unwrap(), "480 km");
    }

    #[test]
    fn what_something_moved_by_is_told_from_what_it_came_to() {
        let up = Some(Direction::Up);
        for (words, moved) in [
            ("up by 27.2 percent", up),
            ("up 27.2 percent", up),
            ("rose by almost 5 km", up),
            ("a growth of more than 27.2 percent", up),
            ("fell by 10 billion dollars", Some(Direction::Down)),
            ("down 3 percent", Some(Direction::Down)),
            ("up to 68 flights", None),
            ("rose to 68 flights", None),
            ("a share of 27.2 percent", None),
            ("27.2 percent", None),
        ] {
            let found: Vec<_> = quantities(words).into_iter().map(|found| found.moved).collect();
            assert_eq!(found, [moved], "{words}");
        }
    }

    #[test]
    fn names_and_ordinals_are_no_numbers() {
        for words in ["", "the G7", "the 30th", "the first summit", "a ship", "1,2", "30km²"] {
            assert_eq!(read(words), Vec::<String>::new(), "{words}");
        }
    }
}
