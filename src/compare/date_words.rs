//! The words and digits that dates are made of.

use jiff::civil::Weekday;

use crate::dossier::date::MONTHS;

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("Monday", Weekday::Monday),
    ("Tuesday", Weekday::Tuesday),
    ("Wednesday", Weekday::Wednesday),
    ("Thursday", Weekday::Thursday),
    ("Friday", Weekday::Friday),
    ("Saturday", Weekday::Saturday),
    ("Sunday", Weekday::Sunday),
];

/// A month by its name or the first letters of it, with a capital: "may" is another word.
pub(super) fn month(word: &str) -> Option<i8> {
    if !word.starts_with(char::is_uppercase) {
        return None;
    }
    let is_named = |name: &&str| {
        let short = name.get(..3).unwrap_or_default();
        name.eq_ignore_ascii_case(word) || short.eq_ignore_ascii_case(word)
    };
    if word.eq_ignore_ascii_case("Sept") {
        return Some(9);
    }
    i8::try_from(MONTHS.iter().position(is_named)? + 1).ok()
}

pub(super) fn weekday(word: &str) -> Option<Weekday> {
    let capital = word.starts_with(char::is_uppercase);
    let mut named = WEEKDAYS.iter().filter(|(name, _)| capital && name.eq_ignore_ascii_case(word));
    named.next().map(|(_, weekday)| *weekday)
}

/// 30, 30th
pub(super) fn day(word: &str) -> Option<i8> {
    let digits =
        ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(*end)).unwrap_or(word);
    let plain = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse::<i8>().ok().filter(|day| plain && (1..=31).contains(day))
}

/// Four digits that are a year and hardly a number of things.
pub(super) fn year(word: &str) -> Option<i16> {
    let plain = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    word.parse::<i16>().ok().filter(|year| plain && (1800..2200).contains(year))
}
