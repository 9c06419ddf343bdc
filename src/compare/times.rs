//! Times of day in English words, with the zone they are told in: "12:36 PM", "9 a.m. Beijing time",
//! "18:05 (UTC+2)".

use jiff::civil::Date;

use super::dates::{BOUNDING, Reader};

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TimeOfDay {
    /// 0 to 23.
    pub(super) hour: i8,
    /// 0 to 59.
    pub(super) minute: i8,
    /// Its distance from UTC, in minutes, where the words tell it.
    pub(super) offset: Option<i32>,
}

/// Zones that keep one time all the year, with their minutes from UTC (IANA time zone database, 2024a).
/// Names of cities stand before "time".
const CITIES: [(&str, i32); 12] = [
    ("Ashgabat", 300),
    ("Beijing", 480),
    ("Bishkek", 360),
    ("China", 480),
    ("Delhi", 330),
    ("Dushanbe", 300),
    ("Minsk", 180),
    ("Moscow", 180),
    ("Seoul", 540),
    ("Tashkent", 300),
    ("Tokyo", 540),
    ("Urumqi", 360),
];

/// Abbreviations of zones that mean one of them only.
const ABBREVIATIONS: [(&str, i32); 8] = [
    ("UTC", 0),
    ("GMT", 0),
    ("CET", 60),
    ("CEST", 120),
    ("EEST", 180),
    ("MSK", 180),
    ("EST", -300),
    ("EDT", -240),
];

/// The one time of day in words, on this day. None where there are several, where it only bounds
/// something, and where its zone is named but not known here.
pub(super) fn read_time(reader: &Reader<'_>, day: Date) -> Option<TimeOfDay> {
    let mut found = None;
    let mut at = 0;
    while at < reader.words.len() {
        let Some((hour, minute, used)) = clock(reader, at) else {
            at += 1;
            continue;
        };
        if found.is_some() || reader.follows(at, &BOUNDING) {
            return None;
        }
        let (offset, more) = zone(reader, at + used, day)?;
        found = Some(TimeOfDay { hour, minute, offset });
        at += used + more;
    }
    found
}

/// Hour, minute, and how many words they have.
fn clock(reader: &Reader<'_>, at: usize) -> Option<(i8, i8, usize)> {
    if reader.is(at, &["noon", "midday"]) {
        return Some((12, 0, 1));
    }
    let word = reader.word(at);
    let digits = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
    let (number, rest) = word.split_at(digits);
    let hour: i8 = number.parse().ok().filter(|_| (1..=2).contains(&digits))?;
    let minutes = reader.word(at + 1);
    let with_minutes = rest.is_empty()
        && reader.gap(at) == Some(":")
        && minutes.get(..2).is_some_and(|first| first.bytes().all(|b| b.is_ascii_digit()));
    let (minute, used, tail) = if with_minutes {
        (minutes.get(..2)?.parse().ok()?, 2, minutes.get(2..)?)
    } else {
        (0, 1, rest)
    };
    let (half, more) = half_of_day(reader, at + used, tail);
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(after_noon) => hour % 12 + if after_noon { 12 } else { 0 },
        None if with_minutes && tail.is_empty() => hour,
        None => return None,
    };
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then_some((hour, minute, used + more))
}

/// Whether a.m. or p.m. stands there, written onto the number or behind it, and how many words it has.
fn half_of_day(reader: &Reader<'_>, at: usize, tail: &str) -> (Option<bool>, usize) {
    let half = |word: &str| match word.to_ascii_lowercase().as_str() {
        "am" => Some(false),
        "pm" => Some(true),
        _ => None,
    };
    if !tail.is_empty() {
        return (half(tail), 0);
    }
    if let Some(half) = half(reader.word(at)) {
        return (Some(half), 1);
    }
    let dotted = reader.gap(at) == Some(".") && reader.is(at + 1, &["m"]);
    match reader.word(at) {
        "a" | "A" if dotted => (Some(false), 2),
        "p" | "P" if dotted => (Some(true), 2),
        _ => (None, 0),
    }
}

/// The zone behind a time and how many words it has: `Some((None, 0))` where none is named, none where it
/// is not known here.
fn zone(reader: &Reader<'_>, at: usize, day: Date) -> Option<(Option<i32>, usize)> {
    let before = at.checked_sub(1).and_then(|before| reader.gap(before));
    if !matches!(before, Some("" | "," | "(" | ". (" | ".")) {
        return Some((None, 0));
    }
    let word = reader.word(at);
    if let Some((_, minutes)) = ABBREVIATIONS.iter().find(|(name, _)| *name == word) {
        let (more, used) = distance(reader, at).unwrap_or((0, 0));
        return Some((Some(minutes + more), 1 + used));
    }
    let standard = usize::from(reader.is(at + 1, &["standard"]));
    if !reader.is(at + 1 + standard, &["time"]) {
        return Some((None, 0));
    }
    let used = 2 + standard;
    if word.eq_ignore_ascii_case("local") {
        return Some((None, used));
    }
    // Kazakhstan has one zone since 1 March 2024.
    if matches!(word, "Astana" | "Almaty") {
        let one_zone = Date::constant(2024, 3, 1);
        return Some((Some(if day < one_zone { 360 } else { 300 }), used));
    }
    CITIES.iter().find(|(city, _)| *city == word).map(|(_, minutes)| (Some(*minutes), used))
}

/// The minutes in "+8", "+05:30" behind UTC, and how many words they have.
fn distance(reader: &Reader<'_>, at: usize) -> Option<(i32, usize)> {
    let sign = match reader.gap(at)? {
        "+" => 1,
        "-" | "−" | "–" => -1,
        _ => return None,
    };
    let hours: i32 = reader.word(at + 1).parse().ok().filter(|hours| (0..=14).contains(hours))?;
    let minutes = reader.word(at + 2).parse().ok().filter(|_| reader.gap(at + 1) == Some(":"));
    Some(match minutes.filter(|minutes| (0..60).contains(minutes)) {
        Some(minutes) => (sign * (hours * 60 + minutes), 2),
        None => (sign * hours * 60, 1),
    })
}
