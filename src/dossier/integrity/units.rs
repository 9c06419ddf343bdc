//! Units as texts write them: by sign, by code or by word.

use crate::dossier::{TimeUnit, Unit};

const PERCENT_SIGNS: [char; 3] = ['%', '％', '٪'];

/// Percent in several languages, as it begins.
const PERCENT: [&str; 16] = [
    "percent",
    "per cent",
    "per-cent",
    "per\u{a0}cent",
    "pct",
    "百分",
    "パーセント",
    "процент",
    "відсот",
    "пайыз",
    "фоиз",
    "foiz",
    "göterim",
    "prozent",
    "pour cent",
    "por cien",
];

/// Currencies by ISO 4217 code, with their signs and names.
const CURRENCIES: [(&str, &[char], &str); 31] = [
    ("USD", &['$'], "dollar buck доллар 美元"),
    ("EUR", &['€'], "euro евро 欧元"),
    ("GBP", &['£'], "pound sterling фунт 英镑"),
    ("CNY", &['¥', '￥'], "yuan rmb renminbi юан 人民币 人民幣 元"),
    ("JPY", &['¥', '￥'], "yen иен 円 日元"),
    ("RUB", &['₽'], "rouble ruble рубл 卢布"),
    ("KZT", &['₸'], "tenge тенге теңге 坚戈"),
    ("KGS", &[], "soms сом 索姆"),
    ("UZS", &[], "sum soms soum сум сўм 苏姆"),
    ("TJS", &[], "somoni сомон 索莫尼"),
    ("TMT", &[], "manat манат 马纳特"),
    ("AZN", &['₼'], "manat манат"),
    ("UAH", &['₴'], "hryvnia гривн"),
    ("BYN", &[], "rouble ruble рубл"),
    ("GEL", &['₾'], "lari лари"),
    ("AMD", &['֏'], "dram драм"),
    ("MNT", &['₮'], "tugrik togrog тугрик"),
    ("TRY", &['₺'], "lira лир"),
    ("INR", &['₹'], "rupee rs рупи 卢比"),
    ("PKR", &['₨'], "rupee rs рупи 卢比"),
    ("KRW", &['₩'], "won вон 韩元"),
    ("IRR", &['﷼'], "rial риал"),
    ("SAR", &['﷼'], "riyal риал"),
    ("AED", &[], "dirham дирхам"),
    ("AFN", &['؋'], "afghani афгани"),
    ("CHF", &[], "franc франк"),
    ("HKD", &['$'], "dollar доллар 港元"),
    ("SGD", &['$'], "dollar доллар"),
    ("AUD", &['$'], "dollar доллар"),
    ("CAD", &['$'], "dollar доллар"),
    ("NZD", &['$'], "dollar доллар"),
];

/// Words that stand for each other, and symbols for words.
const SYNONYMS: [&str; 21] = [
    "km kms kilometre kilometer",
    "m metre meter",
    "cm centimetre centimeter",
    "mm millimetre millimeter",
    "mi mile",
    "ft foot feet",
    "t kt mt ton tonne",
    "kg kilo kilogram kilogramme",
    "g gram gramme",
    "l litre liter",
    "ha hectare",
    "bcm mcm cubic",
    "bbl barrel",
    "teu container",
    "w kw mw gw tw watt kilowatt megawatt gigawatt terawatt",
    "wh kwh mwh gwh twh watt kilowatt megawatt gigawatt terawatt",
    "c celsius degree",
    "people person",
    "man men",
    "woman women",
    "child children",
];

/// Words of four letters and more that say nothing of what is counted.
const MINOR: [&str; 12] = [
    "with", "from", "that", "this", "than", "more", "over", "into", "each", "their", "other",
    "were",
];

/// Endings of singular and plural, the longer before the shorter.
const ENDINGS: [&str; 5] = ["ies", "ie", "es", "e", "s"];

/// Whether a text says the unit, or anything of it. A unit without a word that tells is taken to be
/// said.
pub(super) fn says_unit(text: &str, unit: &Unit) -> bool {
    match unit {
        Unit::Percent => says_percent(text),
        Unit::PercentagePoints => says_percent(text) || has_word(text, "point pp"),
        Unit::Currency(code) => says_currency(text, code),
        Unit::Time(unit) => has_word(text, time_words(*unit)),
        Unit::Count(thing) | Unit::Measure(thing) => says_thing(text, thing),
    }
}

/// Whether a text has the sign or the code of any currency.
pub(super) fn shows_currency(text: &str) -> bool {
    CURRENCIES.iter().any(|(code, signs, _)| text.contains(*signs) || has_code(text, code))
}

/// The words of a text: what stands between characters that are no letters.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

/// Whether two words are one, in capitals or not, in the singular or the plural.
pub(super) fn alike(one: &str, other: &str) -> bool {
    let differ_at_once = match (one.as_bytes().first(), other.as_bytes().first()) {
        (Some(a), Some(b)) if a.is_ascii() && b.is_ascii() => !a.eq_ignore_ascii_case(b),
        _ => false,
    };
    !differ_at_once && lower(stem(one)).eq(lower(stem(other)))
}

fn lower(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(char::to_lowercase)
}

/// A word without the ending of its singular or plural; short ones keep theirs.
fn stem(word: &str) -> &str {
    if without(word, "ss").is_some() {
        return word;
    }
    let after_vowel = |rest: &&str| rest.ends_with(['a', 'e', 'o', 'u', 'A', 'E', 'O', 'U']);
    let of_singular = without(word, "y").filter(|rest| !after_vowel(rest));
    let endings = ENDINGS.iter().filter_map(|ending| without(word, ending));
    of_singular.into_iter().chain(endings).find(|rest| rest.len() >= 3).unwrap_or(word)
}

fn without<'w>(word: &'w str, ending: &str) -> Option<&'w str> {
    let (rest, tail) = word.split_at_checked(word.len().checked_sub(ending.len())?)?;
    tail.eq_ignore_ascii_case(ending).then_some(rest)
}

/// Whether a text has one of the words that stand in `names` with blanks between them.
fn has_word(text: &str, names: &str) -> bool {
    words(text).any(|word| names.split(' ').any(|name| alike(word, name)))
}

fn time_words(unit: TimeUnit) -> &'static str {
    match unit {
        TimeUnit::Year => "year yearly yr yrs annual annually anniversary age aged old",
        TimeUnit::Month => "month monthly mo",
        TimeUnit::Week => "week weekly",
        TimeUnit::Day => "day daily",
        TimeUnit::Hour => "hour hourly hr hrs h",
        TimeUnit::Minute => "minute min mins",
    }
}

fn says_percent(text: &str) -> bool {
    if text.contains(PERCENT_SIGNS) {
        return true;
    }
    let text = text.to_lowercase();
    PERCENT.iter().any(|beginning| text.contains(*beginning))
}

/// A currency that is not listed is taken to be said.
fn says_currency(text: &str, code: &str) -> bool {
    let known = CURRENCIES.iter().find(|(known, _, _)| *known == code);
    known.is_none_or(|(code, signs, names)| {
        let says = |name: &str| {
            if name.is_ascii() { has_word(text, name) } else { text.contains(name) }
        };
        text.contains(*signs) || has_code(text, code) || names.split(' ').any(says)
    })
}

/// Whether a code stands in a text with no letter beside it: USD in "USD90", not in "USDT".
fn has_code(text: &str, code: &str) -> bool {
    text.match_indices(code).any(|(at, _)| {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        let after = text.get(at + code.len()..).and_then(|tail| tail.chars().next());
        !before.into_iter().chain(after).any(|c| c.is_ascii_alphabetic())
    })
}

/// Whether a text has one of the words, longer than three letters, of what is counted or measured;
/// symbols stand for their words.
fn says_thing(text: &str, thing: &str) -> bool {
    let mut tells = false;
    for word in words(thing) {
        let synonyms = SYNONYMS.iter().find(|row| has_word(row, word)).copied();
        if synonyms.is_none() && !is_telling(word) {
            continue;
        }
        tells = true;
        if has_word(text, synonyms.unwrap_or(word)) {
            return true;
        }
    }
    !tells
}

fn is_telling(word: &str) -> bool {
    word.chars().nth(3).is_some() && !MINOR.iter().any(|minor| minor.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dollars() -> Unit {
        Unit::Currency("USD".to_owned())
    }

    fn count(things: &str) -> Unit {
        Unit::Count(things.to_owned())
    }

    fn measure(symbol: &str) -> Unit {
        Unit::Measure(symbol.to_owned())
    }

    #[test]
    fn a_unit_is_found_however_it_is_written() {
        for (unit, text) in [
            (Unit::Percent, "27.2%"),
            (Unit::Percent, "27.2 Per cent"),
            (Unit::Percent, "27.2 percent"),
            (Unit::Percent, "百分之二十七"),
            (Unit::Percent, "27,2 процента"),
            (Unit::PercentagePoints, "two points"),
            (dollars(), "$90bn"),
            (dollars(), "90 billion U.S. dollars"),
            (dollars(), "a Dollar"),
            (dollars(), "USD90"),
            (dollars(), "90 млрд долларов"),
            (Unit::Currency("CNY".to_owned()), "RMB10bn"),
            (Unit::Currency("CNY".to_owned()), "10 billion yuan"),
            (Unit::Currency("CNY".to_owned()), "100亿元"),
            (Unit::Currency("XTS".to_owned()), "whatever it is"),
            (Unit::Time(TimeUnit::Year), "four years ago"),
            (Unit::Time(TimeUnit::Year), "a 4-year plan"),
            (Unit::Time(TimeUnit::Day), "Days"),
            (Unit::Time(TimeUnit::Hour), "3h"),
            (count("berths"), "one berth"),
            (count("countries"), "the country"),
            (count("cities"), "City"),
            (count("railways"), "a railway"),
            (count("houses"), "house"),
            (count("boxes"), "one box"),
            (count("businesses"), "business"),
            (count("direct passenger flights"), "have flights"),
            (count("people"), "a person"),
            (count("vis"), "no word of it tells"),
            (measure("t"), "40 million tonnes"),
            (measure("tonnes"), "40 tons"),
            (measure("km"), "a kilometer"),
            (measure("km²"), "5 km"),
            (measure("TWh"), "12 terawatt-hours"),
        ] {
            assert!(says_unit(text, &unit), "{unit:?} in {text}");
        }
    }

    #[test]
    fn a_unit_is_not_found_in_other_words() {
        for (unit, text) in [
            (Unit::Percent, "27.2"),
            (Unit::Percent, "27 cents"),
            (dollars(), "90 billion"),
            (dollars(), "€90"),
            (dollars(), "90 USDT"),
            (Unit::Currency("UZS".to_owned()), "the summit"),
            (Unit::Time(TimeUnit::Year), "4 months"),
            (Unit::Time(TimeUnit::Minute), "a minister"),
            (count("berths"), "12 cranes"),
            (count("ships with pilots"), "with tugs"),
            (measure("t"), "40 million litres"),
            (measure("km"), "12 miles"),
        ] {
            assert!(!says_unit(text, &unit), "{unit:?} in {text}");
        }
    }

    #[test]
    fn a_currency_shows_by_sign_or_code() {
        for text in ["€5", "5 KZT", "US$ 5"] {
            assert!(shows_currency(text), "{text}");
        }
        assert!(!shows_currency("5 млн долларов, ALLUSDX"));
    }
}
