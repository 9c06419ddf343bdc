//! The date that words give, and dates held against each other.

use std::ops::Range;

use jiff::Span;
use jiff::civil::DateTime;

use crate::dossier::PartialDate;
use crate::text::{Language, Reading, Stance, Stretch};

/// A date that words give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// When, as exactly as the words say.
    pub when: Stretch,
    /// The bytes of the words in which it stands.
    pub span: Range<usize>,
    /// Whether the words state it.
    pub stance: Stance,
}

/// The date that a stretch of a quotation gives, in bytes. None where there is no date, where two exclude
/// each other, where something only begins or ends with one, and where one can't be told.
pub fn read_date(
    quotation: &str,
    stretch: &Range<usize>,
    language: Language,
    published: Option<&PartialDate>,
) -> Option<Dated> {
    let reading = Reading::of(quotation, language);
    let mut dates: Vec<(Stretch, Range<usize>)> = Vec::new();
    for date in reading.dates(published) {
        if date.span.start < stretch.start || stretch.end < date.span.end {
            continue;
        }
        if date.bounds {
            return None;
        }
        dates.push((date.when?, date.span));
    }
    let all: Vec<Stretch> = dates.iter().map(|(date, _)| date.clone()).collect();
    let (when, span) = dates.into_iter().nth(most_exact(&all)?)?;
    let when = match when.single() {
        Some(PartialDate::Day(day)) => reading.time_on(*day).map_or(when, Stretch::of),
        _ => when,
    };
    let stance = reading.stance(&span);
    Some(Dated { when, span, stance })
}

/// The place of the most exact of several dates, where it lies within all others.
pub(super) fn most_exact(dates: &[Stretch]) -> Option<usize> {
    dates.iter().position(|inner| dates.iter().all(|outer| lies_within(inner, outer)))
}

fn offset(when: &Stretch) -> Option<i32> {
    when.single().and_then(PartialDate::offset)
}

fn bounds_in_utc(when: &Stretch) -> Option<(DateTime, DateTime)> {
    match when.single() {
        Some(date) => date.bounds_in_utc(),
        None => when.bounds(),
    }
}

/// Two times whose zones are known are held against each other in UTC. Where one of them names no
/// zone, both are taken as told at one place.
fn lies_within(inner: &Stretch, outer: &Stretch) -> bool {
    let both = offset(inner).is_some() && offset(outer).is_some();
    let bounds = |when: &Stretch| if both { bounds_in_utc(when) } else { when.bounds() };
    let (Some(inner), Some(outer)) = (bounds(inner), bounds(outer)) else { return false };
    outer.0 <= inner.0 && inner.1 <= outer.1
}

/// Whether two dates are one stretch of time.
pub(super) fn are_one(one: &Stretch, other: &Stretch) -> bool {
    let alike = offset(one).is_some() == offset(other).is_some();
    alike && lies_within(one, other) && lies_within(other, one)
}

/// Whether two dates can't both be right, whatever zone is meant where none is named. A day within a
/// stretch, and stretches that overlap, do not exclude each other.
pub(super) fn exclude(one: &Stretch, other: &Stretch) -> bool {
    if lies_within(one, other) || lies_within(other, one) {
        return false;
    }
    let stretched = one.single().is_none() || other.single().is_none();
    // From UTC+14 to UTC-12.
    let (east, west) = (Span::new().hours(14), Span::new().hours(12));
    let reach = |when: &Stretch| -> Option<(DateTime, DateTime)> {
        let (start, end) = bounds_in_utc(when)?;
        match offset(when) {
            Some(_) => Some((start, end)),
            None => Some((start.checked_sub(east).ok()?, end.checked_add(west).ok()?)),
        }
    };
    let mixed = offset(one).is_some() != offset(other).is_some();
    match (reach(one), reach(other), one.bounds(), other.bounds()) {
        (Some(one), Some(other), ..) if mixed => one.1 <= other.0 || other.1 <= one.0,
        (_, _, Some(one), Some(other)) if stretched => one.1 <= other.0 || other.1 <= one.0,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str, published: &str) -> Option<String> {
        let published: PartialDate = published.parse().unwrap();
        let whole = 0..words.len();
        let dated = read_date(words, &whole, Language::English, Some(&published))?;
        Some(match dated.when.single() {
            Some(date) => date.to_iso(),
            None => format!("{}..{}", dated.when.from.to_iso(), dated.when.to.to_iso()),
        })
    }

    #[test]
    fn dates_are_read_to_their_precision() {
        for (words, iso) in [
            ("On the morning of March 30, 2024", "2024-03-30"),
            ("30 March 2024", "2024-03-30"),
            ("the 30th of March, 2024", "2024-03-30"),
            ("Published: Mar. 30, 2024 12:36 PM", "2024-03-30 12:36"),
            ("on Saturday at 9 a.m.", "2024-03-30 09:00"),
            ("March 30, 2024 12:36 Beijing time", "2024-03-30 12:36+08:00"),
            ("at 9:05 pm Astana time on March 30", "2024-03-30 21:05+05:00"),
            ("9:05pm Astana time on 28 February 2024", "2024-02-28 21:05+06:00"),
            ("6 September 2031, 18:05 (UTC+2)", "2031-09-06 18:05+02:00"),
            ("30 March 2024, 14:00 UTC", "2024-03-30 14:00+00:00"),
            ("30 March 2024, 14:00 UTC-3:30", "2024-03-30 14:00-03:30"),
            ("30 March 2024, 14:00 local time", "2024-03-30 14:00"),
            ("30 March 2024, 14:00 Atlantis time", "2024-03-30"),
            ("30 March 2024, from 14:00 to 15:00", "2024-03-30"),
            ("at noon on Saturday", "2024-03-30 12:00"),
            ("80 on Saturday: 25 of them", "2024-03-30"),
            ("Mar 30", "2024-03-30"),
            ("on December 28", "2023-12-28"),
            ("March 2024", "2024-03"),
            ("held in May 2023 in Xi'an", "2023-05"),
            ("Seetao 2024-03-30 15:25", "2024-03-30 15:25"),
            ("in 2023", "2023"),
            ("on Saturday", "2024-03-30"),
            ("said on Friday", "2024-03-29"),
            ("on Sunday", "2024-03-24"),
            ("last Saturday", "2024-03-23"),
            ("next Saturday", "2024-04-06"),
            ("March 28-30, 2024", "2024-03-28..2024-03-30"),
            ("30-31 March 2024", "2024-03-30..2024-03-31"),
            ("Saturday, March 30, 2024", "2024-03-30"),
            ("today", "2024-03-30"),
            ("Yesterday he spoke", "2024-03-29"),
            ("last May", "2023-05"),
            ("In May last year, the summit", "2023-05"),
            ("last year", "2023"),
            ("last month", "2024-02"),
            ("four years ago, the mechanism was established", "2020"),
            ("twenty-five years ago", "1999"),
            ("4 years ago", "2020"),
            ("a year ago", "2023"),
            ("two months ago", "2024-01"),
            ("three days ago", "2024-03-27"),
            ("in March 2024, on Saturday", "2024-03-30"),
        ] {
            assert_eq!(read(words, "2024-03-30 12:36").as_deref(), Some(iso), "{words}");
        }
    }

    #[test]
    fn what_is_no_date_or_not_one_is_not_read() {
        for words in [
            "",
            "Sun Weidong may march on",
            "over the past four years",
            "over the last year",
            "in less than a year",
            "more than four years ago",
            "hundred and five years ago",
            "every Friday",
            "since March 2024",
            "before Saturday",
            "on Friday and on Saturday",
            "Sunday, March 30, 2024",
            "February 30, 2024",
            "2,024 ships",
            "China-Central Asia",
        ] {
            assert_eq!(read(words, "2024-03-30"), None, "{words}");
        }
    }

    #[test]
    fn a_publication_known_to_the_month_has_no_weekdays() {
        assert_eq!(read("on Saturday", "2024-03"), None);
        assert_eq!(read("last month", "2024-01").as_deref(), Some("2023-12"));
        assert_eq!(read("four years ago", "2024").as_deref(), Some("2020"));
    }

    #[test]
    fn the_words_of_the_date_are_told() {
        let words = "held — in May last year";
        let published: PartialDate = "2024".parse().unwrap();
        let whole = 0..words.len();
        let dated = read_date(words, &whole, Language::English, Some(&published)).unwrap();
        assert_eq!(&words[dated.span], "May last year");
    }
}
