//! Times of day, with the zone they are told in: "12:36 PM", "9 a.m. Beijing time", "18:05 (UTC+2)",
//! "9 Uhr", "下午3点".

use jiff::civil::Date;

use super::lexicon::Sense;
use super::partial_date::PartialDate;
use super::tokens::{Kind, Tokens};

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
const ZONES: [(&str, i32); 11] = [
    ("UTC", 0),
    ("GMT", 0),
    ("CET", 60),
    ("CEST", 120),
    ("MEZ", 60),
    ("MESZ", 120),
    ("EEST", 180),
    ("MSK", 180),
    ("МСК", 180),
    ("EST", -300),
    ("EDT", -240),
];

/// A time of day.
pub(super) struct Time {
    hour: i8,
    minute: i8,
    second: Option<i8>,
    /// The token behind it.
    pub(super) end: usize,
}

impl Time {
    /// The time on a day, so many minutes from UTC.
    pub(super) fn on(&self, day: Date, offset: Option<i32>) -> PartialDate {
        match self.second {
            Some(second) => PartialDate::Second(day.at(self.hour, self.minute, second, 0), offset),
            None => PartialDate::Minute(day.at(self.hour, self.minute, 0, 0), offset),
        }
    }
}

/// The token behind the zone of a time; none where it is named but not known here.
pub(super) fn behind_zone(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    // The day matters only to how far from UTC a zone is.
    zone(tokens, at, Date::constant(2000, 1, 1)).map(|(_, end)| end)
}

/// The one time of day in a text, on this day. None where there are several, where it only bounds
/// something, and where its zone is named but not known here.
pub(super) fn time_on(tokens: &Tokens<'_>, day: Date) -> Option<PartialDate> {
    let mut found = None;
    let mut at = 0;
    while at < tokens.all.len() {
        let Some(time) = time_at(tokens, at) else {
            at += 1;
            continue;
        };
        let bounds = at.checked_sub(1).is_some_and(|before| {
            tokens.senses(before).any(|sense| {
                matches!(sense, Sense::Bounds | Sense::From | Sense::Between)
                    || (matches!(sense, Sense::To | Sense::By)
                        && tokens.table.grammar.language == super::Language::English)
            })
        });
        if found.is_some() || bounds {
            return None;
        }
        let (offset, end) = zone(tokens, time.end, day)?;
        at = end.max(at + 1);
        found = Some((time, offset));
    }
    let (time, offset) = found?;
    Some(time.on(day, offset))
}

fn two_digits(tokens: &Tokens<'_>, at: usize) -> Option<i8> {
    let written = tokens.written(at);
    let digits = tokens.kind(at) == Some(Kind::Digits) && written.len() <= 2;
    written.parse().ok().filter(|_| digits)
}

pub(super) fn time_at(tokens: &Tokens<'_>, at: usize) -> Option<Time> {
    if tokens.is(at, Sense::Noon) {
        return Some(Time { hour: 12, minute: 0, second: None, end: at + 1 });
    }
    let hour = two_digits(tokens, at)?;
    let colon = |at: usize| {
        matches!(tokens.kind(at), Some(Kind::Mark(':' | '：'))) && tokens.touches_next(at)
    };
    let before = tokens.before(at);
    if before.is_some_and(|c| {
        matches!(c, ':' | '：' | '.' | ',' | '/' | '-')
            || c.is_alphabetic() && !super::table::is_unspaced(c)
    }) {
        return None;
    }
    let (mut minute, mut second, mut end) = (0, None, at + 1);
    let mut told = false;
    if tokens.touches_next(at) && colon(at + 1) && tokens.written(at + 2).len() == 2 {
        minute = two_digits(tokens, at + 2)?;
        told = true;
        end = at + 3;
        if tokens.touches_next(at + 2) && colon(at + 3) && tokens.written(at + 4).len() == 2 {
            second = two_digits(tokens, at + 4);
            end = at + 5;
        }
    } else if tokens.is_mark(at + 1, '.')
        && tokens.written(at + 2).len() == 2
        && tokens.is(at + 3, Sense::Hour)
    {
        // "15.25 Uhr"
        minute = two_digits(tokens, at + 2)?;
        end = at + 3;
    }
    if tokens.is(end, Sense::Hour) {
        told = true;
        end += 1;
        // "9 Uhr 30", 9点30分
        if let Some(minutes) = two_digits(tokens, end).filter(|_| minute == 0)
            && (tokens.kind(end - 1) == Some(Kind::Unspaced)
                || tokens.touches_next(end - 1)
                || tokens.written(end).len() == 2)
            && tokens.senses(end + 1).all(|sense| matches!(sense, Sense::Lasting(..)))
        {
            minute = minutes;
            end += 1;
            end += usize::from(
                tokens.kind(end) == Some(Kind::Unspaced)
                    && tokens.senses(end).any(|s| matches!(s, Sense::Lasting(..))),
            );
        }
    }
    let half = |at: usize| {
        tokens.find(at, |sense| match sense {
            Sense::BeforeNoon => Some(false),
            Sense::AfterNoon => Some(true),
            _ => None,
        })
    };
    let behind = half(end);
    let ahead = at
        .checked_sub(1)
        .filter(|before| tokens.kind(*before) == Some(Kind::Unspaced))
        .and_then(half);
    let hour = match behind.or(ahead) {
        Some(_) if !(1..=12).contains(&hour) && behind.is_some() => return None,
        Some(after_noon) => {
            told = true;
            end += usize::from(behind.is_some());
            if hour > 12 { hour } else { hour % 12 + if after_noon { 12 } else { 0 } }
        }
        None => hour,
    };
    let fits = (0..24).contains(&hour) && (0..60).contains(&minute);
    (told && fits).then_some(Time { hour, minute, second, end })
}

/// The zone behind a time and the token behind it; none where it is named but not known here.
pub(super) fn zone(tokens: &Tokens<'_>, at: usize, day: Date) -> Option<(Option<i32>, usize)> {
    let mut place = at;
    while matches!(tokens.kind(place), Some(Kind::Mark('(' | ',' | '.'))) {
        place += 1;
    }
    let word = tokens.written(place);
    if let Some((_, minutes)) = ZONES.iter().find(|(name, _)| *name == word) {
        let (more, end) = distance(tokens, place + 1).unwrap_or((0, place + 1));
        return Some((Some(minutes + more), end));
    }
    let standard = usize::from(tokens.written(place + 1).eq_ignore_ascii_case("standard"));
    let named = tokens.written(place + 1 + standard).eq_ignore_ascii_case("time");
    if !named || tokens.kind(place) != Some(Kind::Word) {
        return Some((None, at));
    }
    let end = place + 2 + standard;
    if word.eq_ignore_ascii_case("local") {
        return Some((None, end));
    }
    // Kazakhstan has one zone since 1 March 2024.
    if matches!(word, "Astana" | "Almaty") {
        let one_zone = Date::constant(2024, 3, 1);
        return Some((Some(if day < one_zone { 360 } else { 300 }), end));
    }
    CITIES.iter().find(|(city, _)| *city == word).map(|(_, minutes)| (Some(*minutes), end))
}

/// The minutes in "+8", "+05:30" behind UTC, and the token behind them.
fn distance(tokens: &Tokens<'_>, at: usize) -> Option<(i32, usize)> {
    let sign = match tokens.kind(at)? {
        Kind::Mark('+') => 1,
        Kind::Mark('-' | '−' | '–') => -1,
        // The hyphen between a letter and a digit is left out.
        Kind::Digits if at.checked_sub(1).and_then(|before| tokens.gap(before)) == Some("-") => {
            return hours_and_minutes(tokens, at).map(|(minutes, end)| (-minutes, end));
        }
        _ => return None,
    };
    hours_and_minutes(tokens, at + 1).map(|(minutes, end)| (sign * minutes, end))
}

fn hours_and_minutes(tokens: &Tokens<'_>, at: usize) -> Option<(i32, usize)> {
    let hours = two_digits(tokens, at).map(i32::from).filter(|hours| (0..=14).contains(hours))?;
    let minutes = tokens.is_mark(at + 1, ':').then(|| two_digits(tokens, at + 2)).flatten();
    Some(match minutes.filter(|minutes| (0..60).contains(minutes)) {
        Some(minutes) => (hours * 60 + i32::from(minutes), at + 3),
        None => (hours * 60, at + 1),
    })
}
