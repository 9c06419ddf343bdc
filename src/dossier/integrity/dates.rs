//! Dates: what each says is not contradicted by the words for it.

use super::{At, Findings};
use crate::dossier::problem::Code;
use crate::dossier::resolution::Context;
use crate::dossier::{Catalogue, Dossier, PartialDate, Period, When, shorten};
use crate::text::{DateReading, DateReason, Language, Reading, Stretch, weekday_name};

/// Characters of the words that a message repeats.
const REPEATED: usize = 60;

pub(super) fn check(dossier: &Dossier, catalogue: &Catalogue, findings: &mut Findings) {
    for (place, quotation) in dossier.quotations.iter().enumerate() {
        if let Some(said) = &quotation.said {
            let context = Context::of(dossier, catalogue, quotation, None);
            let at = At::item("quotations", place);
            check_when(&at.field("said"), said, &[context], findings);
        }
    }
    for (place, metric) in dossier.metrics.iter().enumerate() {
        let at = At::item("metrics", place);
        let contexts = Context::all(dossier, catalogue, &metric.quotations);
        if let Some(when) = &metric.as_of {
            check_when(&at.field("as_of"), when, &contexts, findings);
        }
        if let Some(period) = &metric.period {
            check_period(&at.field("period"), period, &contexts, findings);
        }
    }
    for (place, event) in dossier.events.iter().enumerate() {
        let contexts = Context::all(dossier, catalogue, &event.quotations);
        let at = At::item("events", place);
        let when = at.field("when");
        check_when(&when, &event.when, &contexts, findings);
        if event.when.words.is_none() {
            check_cited(&when, &event.when, &contexts, findings);
        }
    }
}

/// The words that a date comes with.
fn check_when(at: &At<'_>, when: &When, contexts: &[Context<'_>], findings: &mut Findings) {
    let words = when.words.as_deref().unwrap_or_default();
    let Some(stretch) = when.stretch().filter(|_| !words.trim().is_empty()) else { return };
    let Some(contradiction) = contradicted(words, &stretch, contexts) else { return };
    let field = at.field(if when.date.is_some() { "date" } else { "from" });
    findings.report(&field, contradiction.code, contradiction.message(&stretch));
}

fn check_period(at: &At<'_>, period: &Period, contexts: &[Context<'_>], findings: &mut Findings) {
    let words = period.words.as_deref().unwrap_or_default();
    let ends = (period.from.clone(), period.to.clone());
    let (Some(from), Some(to)) = ends else { return };
    let stretch = Stretch { from, to };
    if words.trim().is_empty() {
        return;
    }
    if let Some(contradiction) = contradicted(words, &stretch, contexts) {
        findings.report(&at.field("from"), contradiction.code, contradiction.message(&stretch));
    }
}

/// Without words of its own, a date is held against all dates in the words cited for the event.
fn check_cited(at: &At<'_>, when: &When, contexts: &[Context<'_>], findings: &mut Findings) {
    let Some(stretch) = when.stretch() else { return };
    let mut first = None;
    for context in contexts {
        let words = context.cited.unwrap_or(context.quotation);
        match all_contradict(words, &stretch, context) {
            Held::Fits | Held::Open => return,
            Held::Contradicts(contradiction) => first = first.or(Some(contradiction)),
            Held::NoDate => {}
        }
    }
    if let Some(contradiction) = first {
        let field = at.field(if when.date.is_some() { "date" } else { "from" });
        findings.report(&field, contradiction.code, contradiction.message(&stretch));
    }
}

/// What came of holding a date against the dates in words.
enum Held {
    Fits,
    Open,
    Contradicts(Contradiction),
    NoDate,
}

/// Words that give another date.
struct Contradiction {
    code: Code,
    words: String,
    weekday: Option<i8>,
    read: Option<Stretch>,
}

impl Contradiction {
    fn message(&self, stretch: &Stretch) -> String {
        if let (Some(said), Some(resolved)) = (self.weekday, stretch.from.weekday()) {
            return format!(
                "the words say {}, but the date falls on a {}",
                weekday_name(said),
                weekday_name(resolved.to_monday_one_offset())
            );
        }
        let words = shorten(&self.words, REPEATED);
        let recorded = in_words(stretch);
        match &self.read {
            Some(read) => {
                format!(
                    "the words say “{words}”, which is {}, and the date is {recorded}",
                    in_words(read)
                )
            }
            None => format!("the words say “{words}”, and the date is {recorded}"),
        }
    }
}

fn in_words(stretch: &Stretch) -> String {
    match stretch.single() {
        Some(date) => date.to_string(),
        None => format!("{} to {}", stretch.from, stretch.to),
    }
}

/// The first contradiction between words and a date, where it holds from whichever day one counts.
fn contradicted(words: &str, stretch: &Stretch, contexts: &[Context<'_>]) -> Option<Contradiction> {
    let nothing = [Context {
        quotation: words,
        cited: None,
        language: Language::English,
        references: Vec::new(),
    }];
    let contexts = if contexts.is_empty() { &nothing } else { contexts };
    let mut found = None;
    for context in contexts {
        match all_contradict(words, stretch, context) {
            Held::Contradicts(contradiction) => found = found.or(Some(contradiction)),
            Held::Fits => return None,
            Held::Open | Held::NoDate => {}
        }
    }
    found
}

fn all_contradict(words: &str, stretch: &Stretch, context: &Context<'_>) -> Held {
    let none = [None];
    let references: Vec<Option<&PartialDate>> = if context.references.is_empty() {
        none.to_vec()
    } else {
        context.references.iter().map(|date| Some(*date)).collect()
    };
    let mut contradiction = None;
    for reference in references {
        match against(words, stretch, context, reference) {
            Held::Contradicts(found) => contradiction = contradiction.or(Some(found)),
            other => return other,
        }
    }
    contradiction.map_or(Held::NoDate, Held::Contradicts)
}

/// Holds the dates in words against a date, counted from a day.
fn against(
    words: &str,
    stretch: &Stretch,
    context: &Context<'_>,
    reference: Option<&PartialDate>,
) -> Held {
    // Within the quotation, "the day before" may follow another date.
    let place = context.quotation.find(words);
    let text = if place.is_some() { context.quotation } else { words };
    let start = place.unwrap_or_default();
    let cited = start..start + words.len();
    let readings = Reading::of(text, context.language).dates(reference);
    let mut held = Held::NoDate;
    for reading in readings {
        let within = cited.start <= reading.span.start && reading.span.end <= cited.end;
        if !within || reading.bounds {
            continue;
        }
        match contradiction(&reading, stretch, text, reference) {
            Some(found) => {
                if !matches!(held, Held::Contradicts(_)) {
                    held = Held::Contradicts(found);
                }
            }
            None if reading.reason == DateReason::Open => return Held::Open,
            None => return Held::Fits,
        }
    }
    held
}

/// Where a date in words can't be the one that is recorded. What goes without saying in the words, such
/// as the year, the author of the dossier may have filled in otherwise.
fn contradiction(
    reading: &DateReading,
    stretch: &Stretch,
    text: &str,
    reference: Option<&PartialDate>,
) -> Option<Contradiction> {
    let words = text.get(reading.span.clone()).unwrap_or_default().to_owned();
    let of = |code: Code, weekday: Option<i8>, read: Option<Stretch>| {
        Some(Contradiction { code, words: words.clone(), weekday, read })
    };
    let (from, to) = (parts(&stretch.from), parts(&stretch.to));
    let printed = reading.printed;
    let apart = |said: Option<i16>, from: Option<i16>, to: Option<i16>| {
        said.is_some_and(|said| {
            from.is_some_and(|from| said < from) || to.is_some_and(|to| said > to)
        })
    };
    let year = apart(printed.year, from.year, to.year);
    if reading.reason == DateReason::Open {
        // "the day before" lies before the day of the text, whichever day it is counted from.
        let text_day = reference.and_then(PartialDate::bounds);
        let late = stretch.bounds().zip(text_day).is_some_and(|(own, text)| own.0 >= text.0);
        if reading.steps.is_some_and(|steps| steps < 0) && late {
            return of(Code::DateDiffers, None, None);
        }
        // A fiscal year may begin a year earlier or end a year later.
        let far = printed.year.zip(from.year).is_some_and(|(said, year)| (said - year).abs() > 1);
        return if far { of(Code::DateDiffers, None, None) } else { None };
    }
    let single = stretch.single().is_some();
    let narrow = |part: Option<i8>| part.map(i16::from);
    let month = single && apart(narrow(printed.month), narrow(from.month), narrow(to.month));
    let day = single && apart(narrow(printed.day), narrow(from.day), narrow(to.day));
    if year || month || day {
        return of(Code::DateDiffers, None, None);
    }
    if single
        && let (Some(said), Some(resolved)) = (printed.weekday, stretch.from.weekday())
        && said != resolved.to_monday_one_offset()
    {
        return of(Code::WeekdayDiffers, Some(said), None);
    }
    let read = reading.when.as_ref()?;
    let overlap = |read: &Stretch| {
        let (read, recorded) = (read.bounds()?, stretch.bounds()?);
        Some(read.0 < recorded.1 && recorded.0 < read.1)
    };
    match reading.reason {
        DateReason::Printed | DateReason::Counted | DateReason::Beside => {
            if overlap(read) == Some(false) {
                return of(Code::DateDiffers, None, Some(read.clone()));
            }
        }
        // The year was filled in: the days and months have to fit in some year.
        DateReason::Nearest => {
            let years = from.year.zip(parts(&read.from).year).map(|(own, read)| own - read);
            let moved = years.and_then(|years| in_other_year(read, years));
            if moved.and_then(|moved| overlap(&moved)) == Some(false) {
                return of(Code::DateDiffers, None, None);
            }
        }
        DateReason::Weekday | DateReason::Open => {}
    }
    None
}

fn in_other_year(stretch: &Stretch, years: i16) -> Option<Stretch> {
    let moved = |date: &PartialDate| match date {
        PartialDate::Year(year) => Some(PartialDate::Year(year.checked_add(years)?)),
        PartialDate::Month(year, month) => {
            Some(PartialDate::Month(year.checked_add(years)?, *month))
        }
        PartialDate::Day(day) => {
            day.with().year(day.year().checked_add(years)?).build().ok().map(PartialDate::Day)
        }
        _ => None,
    };
    Some(Stretch { from: moved(&stretch.from)?, to: moved(&stretch.to)? })
}

/// Year, month and day, as far as they are known.
struct Parts {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
}

fn parts(date: &PartialDate) -> Parts {
    let of = |year, month, day| Parts { year, month, day };
    match date {
        PartialDate::Year(year) | PartialDate::Week(year, _) => of(Some(*year), None, None),
        PartialDate::Month(year, month) => of(Some(*year), Some(*month), None),
        PartialDate::Day(day) => of(Some(day.year()), Some(day.month()), Some(day.day())),
        PartialDate::Minute(time, _) | PartialDate::Second(time, _) => {
            of(Some(time.year()), Some(time.month()), Some(time.day()))
        }
        PartialDate::Unreadable(_) => of(None, None, None),
    }
}
