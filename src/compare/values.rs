//! Figures held against each other: in one unit, of one period, as the intervals that their
//! qualifiers leave open.
//!
//! A figure stands for two intervals. What lies in the *close* one fits it; what lies outside the
//! *wide* one contradicts it; between the two nothing is decided.
//!
//! | words | close | wide |
//! | --- | --- | --- |
//! | 89.4, "increased to", "fell to" | all that rounds to it | the same |
//! | "between 60 and 65", "3–5" | all between, ends included | the same |
//! | "almost" | 5 % below it | 10 % below it |
//! | "about" | 10 % on each side | 20 % on each side |
//! | "over", "at least" | 10 % above it | all above it |
//! | "less than", "at most" | 10 % below it | all below it |
//!
//! "Almost", "over" and "less than" leave out the number itself. A whole number of things is not
//! rounded. "Up by" is a change and is held against changes alone; one up and one down contradict
//! each other. How near "almost" and "about" are no source says; the shares are the program's own.

use jiff::civil::DateTime;
use rust_decimal::Decimal;

use super::dates::read_date;
use super::{
    Computed, Passage, Side, all_of, by_stance, contradicts_itself, each_says, stance_in_words,
};
use crate::dossier::{
    Direction, Dossier, Index, ItemKind, Metric, MetricKind, Number, PartialDate, Qualifier, Scale,
    Unit, Value,
};
use crate::text::{self, Amount, Movement, Quantity, Reading, Stance, measure_named, same_thing};

/// A figure that a source states.
struct Stated {
    /// The metric's place; none where the figure was read from the words.
    metric: Option<usize>,
    kind: Option<MetricKind>,
    value: Value,
    /// Where it is not a level but a change of one, and the words say in which direction.
    moved: Option<Direction>,
    covers: Covers,
    /// Whether the words state it.
    stance: Stance,
    /// The currencies that the words may mean.
    currencies: &'static [&'static str],
}

impl Stated {
    /// A change of a level: growth is one, whether or not the words say so again.
    fn is_change(&self) -> bool {
        self.moved.is_some() || self.kind == Some(MetricKind::Growth)
    }

    fn in_words(&self) -> String {
        match self.moved {
            Some(Direction::Up) => format!("up by {}", self.value),
            Some(Direction::Down) => format!("down by {}", self.value),
            None => self.value.to_string(),
        }
    }
}

/// The time for which a figure holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Covers {
    /// Nothing is said of it.
    Unsaid,
    /// It is said in words alone.
    Undated,
    /// From one instant to another.
    Span(DateTime, DateTime),
    /// At some instant between two.
    Within(DateTime, DateTime),
}

/// What the figures of the sides come to; none where they give none that can be compared.
pub(super) fn by_figures(dossier: &Dossier, index: &Index, sides: &[Side<'_>]) -> Option<Computed> {
    let stated: Vec<Vec<Stated>> =
        sides.iter().map(|side| stated_by(side, dossier, index)).collect();
    let mut found = Vec::new();
    for subject in stated.first()? {
        if let Some(row) = row(&stated, |figure| are_alike(figure, subject)) {
            found.push(compared(sides, &row));
        }
    }
    let found = found.into_iter().min_by_key(|computed| match computed {
        Computed::Differ(_) => 0,
        Computed::Unknown(_) | Computed::NotCompared => 1,
        Computed::Agree(_) | Computed::OneSource(_) => 2,
    });
    let found = found.or_else(|| changes_beside_levels(sides, &stated));
    found.or_else(|| two_answers(sides, &stated))
}

/// The one figure of each side that is as asked; none where a side has none or several.
fn row<'s>(
    stated: &'s [Vec<Stated>],
    is_asked: impl Fn(&Stated) -> bool,
) -> Option<Vec<&'s Stated>> {
    let only = |all: &'s Vec<Stated>| {
        let mut asked = all.iter().filter(|figure| is_asked(figure));
        asked.next().filter(|_| asked.next().is_none())
    };
    stated.iter().map(only).collect()
}

/// The reason where one side's figures exclude each other.
fn two_answers(sides: &[Side<'_>], stated: &[Vec<Stated>]) -> Option<Computed> {
    sides.iter().zip(stated).find_map(|(side, figures)| {
        let mut places = figures.iter().enumerate();
        let (one, other) = places.find_map(|(place, one)| {
            let mut rest = figures.iter().skip(place + 1);
            let other = rest.find(|other| are_alike(one, other) && exclude(one, other))?;
            Some((one, other))
        })?;
        Some(contradicts_itself(side, &one.in_words(), &other.in_words()))
    })
}

fn exclude(one: &Stated, other: &Stated) -> bool {
    let wide = |figure: &Stated| intervals(&figure.value).map(|(_, wide)| wide);
    let apart = wide(one).zip(wide(other)).is_some_and(|(one, other)| !one.meets(other));
    of_one_time(one, other) && (apart || are_opposite(one, other))
}

fn are_opposite(one: &Stated, other: &Stated) -> bool {
    one.moved.zip(other.moved).is_some_and(|(one, other)| one != other)
}

/// The reason where figures of one unit are not compared since some are changes, some levels.
fn changes_beside_levels(sides: &[Side<'_>], stated: &[Vec<Stated>]) -> Option<Computed> {
    stated.first()?.iter().find_map(|subject| {
        let row = row(stated, |figure| same_unit(&figure.value.unit, &subject.value.unit))?;
        let mixed = row.iter().any(|figure| figure.is_change() != subject.is_change());
        let said: Vec<String> = row.iter().map(|figure| figure.in_words()).collect();
        let each = each_says(sides, &said);
        mixed.then(|| Computed::Unknown(format!("{each}; a change is not a level.")))
    })
}

/// The stated metrics that cite the words, where the words have their numbers; failing these, what
/// can be read in the words.
fn stated_by(side: &Side<'_>, dossier: &Dossier, index: &Index) -> Vec<Stated> {
    let mut found: Vec<Stated> = Vec::new();
    for passage in &side.passages {
        for used in index.uses(passage.quotation) {
            let place = used.item.index();
            let known = found.iter().any(|stated| stated.metric == Some(place));
            if used.item.kind != ItemKind::Metric || known || !passage.overlaps(used.words.as_ref())
            {
                continue;
            }
            if let Some(metric) = dossier.metrics.get(place)
                && let Some(value) = metric.stated()
                && let Some((moved, stance)) = in_words(passage, side, value)
            {
                found.push(Stated {
                    metric: Some(place),
                    kind: Some(metric.kind),
                    value: value.clone(),
                    moved,
                    covers: covered_by(metric),
                    stance,
                    currencies: &[],
                });
            }
        }
    }
    if found.is_empty() {
        found.extend(read(side));
    }
    found
}

/// How the words give the number of a value, where they do: whether it is what something moved by, and
/// whether they state it.
fn in_words(
    passage: &Passage<'_>,
    side: &Side<'_>,
    value: &Value,
) -> Option<(Option<Direction>, Stance)> {
    let number = value.number.0.abs();
    let total = number.checked_mul(value.scale.factor());
    let reading = Reading::of(passage.exact, side.language);
    let found = reading.quantities().into_iter().filter(|found| passage.has(&found.digits)).find(
        |found| {
            let (low, high) = found.ends();
            [low, high].into_iter().chain(found.whole).any(|end| {
                let printed = end.checked_div(found.magnitude);
                end.abs() == number || Some(end.abs()) == total || printed == Some(number)
            })
        },
    )?;
    Some((moved(&found), reading.stance(&found.span)))
}

fn moved(quantity: &Quantity) -> Option<Direction> {
    match quantity.movement {
        Some(Movement::By(direction)) => Some(direction),
        _ => None,
    }
}

fn covered_by(metric: &Metric) -> Covers {
    if let Some(period) = &metric.period {
        let from = period.from.as_ref().and_then(PartialDate::bounds);
        let to = period.to.as_ref().and_then(PartialDate::bounds);
        return match (from, to) {
            (Some((start, _)), Some((_, end))) => Covers::Span(start, end),
            _ => Covers::Undated,
        };
    }
    metric.as_of.as_ref().map_or(Covers::Unsaid, |when| {
        let bounds = when.date.as_ref().and_then(PartialDate::bounds);
        bounds.map_or(Covers::Undated, |(start, end)| Covers::Within(start, end))
    })
}

/// The numbers with a unit in a side's words, each once, where all are of one sort. A date is taken for
/// the time that it covers.
fn read(side: &Side<'_>) -> Vec<Stated> {
    let mut all: Vec<Stated> = Vec::new();
    for passage in &side.passages {
        let reading = Reading::of(passage.exact, side.language);
        let date = read_date(passage.exact, &passage.stretch, side.language, side.published);
        let bounds = date.as_ref().and_then(|date| date.when.bounds());
        let covers = bounds.map_or(Covers::Unsaid, |(start, end)| Covers::Span(start, end));
        let in_date = |quantity: &Quantity| {
            date.as_ref().is_some_and(|date| {
                date.span.start < quantity.digits.end && quantity.digits.start < date.span.end
            })
        };
        for quantity in reading.quantities() {
            if quantity.ordinal
                || quantity.former
                || !passage.has(&quantity.digits)
                || in_date(&quantity)
            {
                continue;
            }
            let Some((value, currencies)) = value_of(&quantity, passage.exact) else { continue };
            let stance = reading.stance(&quantity.span);
            let moved = moved(&quantity);
            all.push(Stated { metric: None, kind: None, value, moved, covers, stance, currencies });
        }
    }
    if !all_pairs(&all, are_alike) {
        return Vec::new();
    }
    let mut distinct: Vec<Stated> = Vec::new();
    for figure in all {
        let is_said = |said: &Stated| {
            said.value == figure.value
                && said.covers == figure.covers
                && said.stance == figure.stance
        };
        if !distinct.iter().any(is_said) {
            distinct.push(figure);
        }
    }
    distinct
}

/// A number in words as a value, with the currencies that it may be in; none where nothing says what it
/// counts.
fn value_of(quantity: &Quantity, text: &str) -> Option<(Value, &'static [&'static str])> {
    let mut currencies: &'static [&'static str] = &[];
    let unit = match quantity.unit {
        Some(text::Unit::Money(codes)) => {
            currencies = codes;
            Unit::Currency((*codes.first()?).to_owned())
        }
        Some(text::Unit::Percent) => Unit::Percent,
        Some(text::Unit::PercentagePoints | text::Unit::BasisPoints) => Unit::PercentagePoints,
        Some(text::Unit::Time(time)) => Unit::Time(time),
        Some(text::Unit::Measure(measure)) => Unit::Measure(measure.symbol.to_owned()),
        None if quantity.part.is_some() && quantity.whole.is_none() => Unit::Percent,
        None => Unit::Count(text.get(quantity.counted.clone()?)?.to_owned()),
    };
    let scale = scale_of(quantity.magnitude);
    let written = |number: Decimal| {
        let number = match (quantity.unit, quantity.part) {
            (Some(text::Unit::BasisPoints), _) => number.checked_div(Decimal::ONE_HUNDRED)?,
            (None, Some(part)) if unit == Unit::Percent => {
                part.checked_mul(Decimal::ONE_HUNDRED)?.round_dp(1)
            }
            _ => number,
        };
        Some(Number(number.checked_div(scale.factor())?.normalize()))
    };
    let (number, to) = match quantity.amount {
        Amount::One(number) => (printed(quantity, text).or_else(|| written(number))?, None),
        Amount::Range(from, to) => (written(from)?, Some(written(to)?)),
    };
    let qualifier = quantity.hedges.first().copied().unwrap_or(match quantity.movement {
        Some(Movement::To(Direction::Up)) => Qualifier::IncreasedTo,
        Some(Movement::To(Direction::Down)) => Qualifier::DecreasedTo,
        _ => Qualifier::Exactly,
    });
    Some((Value { number, to, scale, unit, qualifier }, currencies))
}

/// A number with the decimals that it is printed with: 8.50 was not rounded to tenths.
fn printed(quantity: &Quantity, text: &str) -> Option<Number> {
    let Amount::One(number) = quantity.amount else { return None };
    let digits = text.get(quantity.digits.clone())?;
    let decimals = digits.split_once(['.', ','])?.1;
    let decimals = decimals.chars().take_while(char::is_ascii_digit).count();
    let mut value = number.checked_div(scale_of(quantity.magnitude).factor())?.normalize();
    let places = u32::try_from(decimals).ok()?;
    if decimals == 3 && value.scale() == 0 || value.scale() > places {
        return None;
    }
    value.rescale(places);
    Some(Number(value))
}

/// The largest word of magnitude of English that a number with another language's takes.
fn scale_of(magnitude: Decimal) -> Scale {
    let scales = [Scale::Trillion, Scale::Billion, Scale::Million, Scale::Thousand];
    scales.into_iter().find(|scale| magnitude >= scale.factor()).unwrap_or(Scale::One)
}

fn are_alike(one: &Stated, other: &Stated) -> bool {
    let kinds = one.kind.is_none() || other.kind.is_none() || one.kind == other.kind;
    kinds && one.is_change() == other.is_change() && of_one_unit(one, other)
}

fn of_one_unit(one: &Stated, other: &Stated) -> bool {
    if let (Unit::Currency(code), Unit::Currency(other_code)) = (&one.value.unit, &other.value.unit)
    {
        // "dollars" may be those of either country.
        let may_be = |figure: &Stated, code: &str| figure.currencies.contains(&code);
        return code == other_code
            || may_be(one, other_code) && other.currencies.is_empty()
            || may_be(other, code) && one.currencies.is_empty();
    }
    same_unit(&one.value.unit, &other.value.unit)
}

/// Whether figures in two units can be compared.
fn same_unit(one: &Unit, other: &Unit) -> bool {
    match (one, other) {
        (Unit::Count(one), Unit::Count(other)) => {
            opens(one, other) || opens(other, one) || begin_with_one_noun(one, other)
        }
        (Unit::Count(thing), Unit::Measure(symbol))
        | (Unit::Measure(symbol), Unit::Count(thing)) => {
            let counted = thing.split_whitespace().find_map(measure_named);
            counted.is_some() && counted == measure_named(symbol)
        }
        _ => one.basic().0 == other.basic().0,
    }
}

/// "ships came" and "ships arrived": the first word is a plural, or a noun by its capital, so that what
/// stands behind it is no part of the name.
fn begin_with_one_noun(one: &str, other: &str) -> bool {
    let (one, other) = (one.split_whitespace().next(), other.split_whitespace().next());
    one.zip(other).is_some_and(|(one, other)| {
        let noun = one.ends_with('s') || one.starts_with(char::is_uppercase);
        noun && same_thing(one, other)
    })
}

/// Whether a name is another, or the first words of it: "pairs" of "pairs of sister cities".
fn opens(short: &str, long: &str) -> bool {
    let mut words = long.split_whitespace();
    short
        .split_whitespace()
        .all(|word| words.next().is_some_and(|other| other == word || same_thing(other, word)))
}

/// A stretch of numbers; an end that is missing is open.
#[derive(Clone, Copy)]
struct Interval {
    low: Option<Decimal>,
    high: Option<Decimal>,
    /// Whether its ends belong to it.
    with_ends: bool,
}

impl Interval {
    fn meets(self, other: Self) -> bool {
        let below = |one: Self, other: Self| match (one.high, other.low) {
            (Some(high), Some(low)) => {
                high < low || (high == low && !(one.with_ends && other.with_ends))
            }
            _ => false,
        };
        !below(self, other) && !below(other, self)
    }
}

/// The close and the wide interval of a value, in the basic unit.
fn intervals(value: &Value) -> Option<(Interval, Interval)> {
    let number = in_basic(value, value.number)?;
    let part = |hundredths: i64| number.abs().checked_mul(Decimal::new(hundredths, 2));
    let less = |hundredths| number.checked_sub(part(hundredths)?);
    let more = |hundredths| number.checked_add(part(hundredths)?);
    let exact = Some(number);
    if let Some(to) = value.to {
        let to = in_basic(value, to);
        let interval = Interval { low: exact, high: to, with_ends: true };
        let wide = match value.qualifier {
            Qualifier::Over | Qualifier::AtLeast => Interval { high: None, ..interval },
            Qualifier::AtMost | Qualifier::LessThan => Interval { low: None, ..interval },
            _ => interval,
        };
        return Some((interval, wide));
    }
    let (with_ends, close, wide) = match value.qualifier {
        Qualifier::Exactly | Qualifier::IncreasedTo | Qualifier::DecreasedTo => {
            let half = in_basic(value, half_of_last_place(value)?)?;
            let all = (number.checked_sub(half), number.checked_add(half));
            (true, all, all)
        }
        Qualifier::Almost => (false, (less(5), exact), (less(10), exact)),
        Qualifier::About => (true, (less(10), more(10)), (less(20), more(20))),
        Qualifier::Over => (false, (exact, more(10)), (exact, None)),
        Qualifier::AtLeast => (true, (exact, more(10)), (exact, None)),
        Qualifier::LessThan => (false, (less(10), exact), (None, exact)),
        Qualifier::AtMost => (true, (less(10), exact), (None, exact)),
    };
    let interval = |(low, high)| Interval { low, high, with_ends };
    Some((interval(close), interval(wide)))
}

/// A number with the scale and unit of a value, in the basic unit.
fn in_basic(value: &Value, number: Number) -> Option<Decimal> {
    let value = Value { number, ..value.clone() };
    value.in_base_unit()?.checked_mul(value.unit.basic().1)
}

/// By how much a printed number may have been rounded.
fn half_of_last_place(value: &Value) -> Option<Number> {
    let places = value.number.0.scale();
    if matches!(value.unit, Unit::Count(_)) && value.scale == Scale::One && places == 0 {
        return Some(Number(Decimal::ZERO));
    }
    Decimal::try_new(5, places + 1).ok().map(Number)
}

fn compared(sides: &[Side<'_>], row: &[&Stated]) -> Computed {
    let said: Vec<String> = row.iter().map(|stated| stated.in_words()).collect();
    let each = each_says(sides, &said);
    if !all_pairs(row, |one, other| of_one_time(one, other)) {
        return Computed::Unknown(format!("{each}; that they speak of the same time is not said."));
    }
    let meanings: Option<Vec<(Interval, Interval)>> =
        row.iter().map(|stated| intervals(&stated.value)).collect();
    let Some(meanings) = meanings else {
        return Computed::Unknown(format!("{each}; these numbers are too long to compare."));
    };
    let stances: Vec<Stance> = row.iter().map(|stated| stated.stance).collect();
    let fit = all_pairs(&meanings, |one, other| one.1.meets(other.1));
    if let Some(found) = by_stance(sides, &said, &stances, fit) {
        return found;
    }
    let stance = stances.first().copied().map_or("", stance_in_words);
    if !all_pairs(row, |one, other| !are_opposite(one, other))
        || !all_pairs(&meanings, |one, other| one.1.meets(other.1))
    {
        return Computed::Differ(format!("{each}."));
    }
    if !all_pairs(&meanings, |one, other| one.0.meets(other.0)) {
        return Computed::Unknown(format!("{each}; these do not exclude each other."));
    }
    match said.first().filter(|first| said.iter().all(|other| other == *first)) {
        Some(value) => Computed::Agree(format!("{} say {value}{stance}.", all_of(sides))),
        None => Computed::Agree(format!("{each}{stance}; these fit each other.")),
    }
}

fn of_one_time(one: &Stated, other: &Stated) -> bool {
    if one.metric.is_some() && one.metric == other.metric {
        return true;
    }
    match (one.covers, other.covers) {
        (Covers::Undated, _) | (_, Covers::Undated) => false,
        (Covers::Within(start, end), Covers::Within(from, to)) => start < to && from < end,
        (one, other) => one == other,
    }
}

fn all_pairs<T>(row: &[T], holds: impl Fn(&T, &T) -> bool) -> bool {
    let mut places = row.iter().enumerate();
    places.all(|(place, one)| row.iter().skip(place + 1).all(|other| holds(one, other)))
}
