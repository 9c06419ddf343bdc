//! Figures: what each says stands in the words that are cited for it, with its scale, unit, hedge and
//! sign.

use std::ops::Range;

use rust_decimal::Decimal;

use super::{At, Findings};
use crate::dossier::measures::{Sort, basic_time};
use crate::dossier::problem::Code;
use crate::dossier::{
    Catalogue, Direction, Dossier, Item, ItemKind, Metric, MetricKind, Number, Qualifier, Unit,
    Value, shorten,
};
use crate::text::{
    self, Amount, Language, Movement, Quantity, Reading, measure_named, names_thing,
};

/// Characters of the words that a message repeats.
const REPEATED: usize = 60;

pub(super) fn check(dossier: &Dossier, catalogue: &Catalogue, findings: &mut Findings) {
    for (place, metric) in dossier.metrics.iter().enumerate() {
        if metric.stated().is_none() && metric.change.is_none() {
            continue;
        }
        let cited = Cited::by(metric, dossier, catalogue);
        if cited.passages.is_empty() {
            continue;
        }
        let at = At::item("metrics", place);
        if let Some(value) = metric.stated() {
            let in_order =
                matches!(metric.kind, MetricKind::Count | MetricKind::Age | MetricKind::Duration);
            let sought = Sought {
                value,
                in_order,
                unit_fits: metric.kind.fits(&value.unit),
                sign: match metric.kind {
                    MetricKind::Growth => Sign::Growth,
                    _ => Sign::Level,
                },
            };
            cited.check(&at.field("figure"), &sought, findings);
        }
        if let Some(change) = &metric.change {
            let value = &change.by;
            let own = metric.stated().is_some_and(|stated| stated.unit == value.unit);
            let unit_fits = own || matches!(value.unit, Unit::Percent | Unit::PercentagePoints);
            let sign = Sign::Change(change.direction);
            let sought = Sought { value, in_order: false, unit_fits, sign };
            cited.check(&at.field("change").field("by"), &sought, findings);
        }
    }
}

/// A value that has to stand in the words.
struct Sought<'d> {
    value: &'d Value,
    /// Whether "the eighth" states it too.
    in_order: bool,
    /// A unit that can't be right anyway is reported by another check.
    unit_fits: bool,
    sign: Sign,
}

/// What the sign of a figure says.
#[derive(Clone, Copy)]
enum Sign {
    /// It is a level, below zero or above.
    Level,
    /// It is a rate of change: negative for a fall.
    Growth,
    /// It has none: the direction is said beside it.
    Change(Direction),
}

/// What of a figure is otherwise in the words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mismatch {
    Range,
    Scale,
    Unit,
    Hedge,
    Sign,
}

/// One citation.
struct Passage<'d> {
    /// The whole quotation.
    quotation: &'d str,
    /// The numbers in the words cited of it.
    numbers: Vec<Quantity>,
    /// All that says a unit in the quotation.
    units: Vec<text::Unit>,
    /// The words of magnitude in the quotation.
    magnitudes: Vec<Decimal>,
    language: Language,
}

/// All that is cited for a metric.
struct Cited<'d> {
    passages: Vec<Passage<'d>>,
    /// Whether all of it is in a language that is read in full.
    known: bool,
}

impl<'d> Cited<'d> {
    /// Citations that lead nowhere are passed over: the check of references reports them.
    fn by(metric: &'d Metric, dossier: &'d Dossier, catalogue: &Catalogue) -> Self {
        let mut passages = Vec::with_capacity(metric.quotations.len());
        for citation in &metric.quotations {
            let quotation = place(catalogue, ItemKind::Quotation, citation.id.as_str());
            let Some(quotation) = quotation.and_then(|place| dossier.quotations.get(place)) else {
                continue;
            };
            let exact = quotation.selector.exact.as_str();
            let whole = 0..exact.len();
            let stretch = citation.words.as_deref().and_then(|words| {
                let start = exact.find(words)?;
                Some(start..start + words.len())
            });
            let source = place(catalogue, ItemKind::Source, quotation.source.as_str());
            let source = source.and_then(|place| dossier.sources.get(place));
            let language =
                source.map_or(Language::Other, |source| Language::of_tag(&source.language));
            passages.push(Passage::of(exact, &stretch.unwrap_or(whole), language));
        }
        let known = passages.iter().all(|passage| passage.language != Language::Other);
        Self { passages, known }
    }

    fn check(&self, at: &At<'_>, sought: &Sought<'_>, findings: &mut Findings) {
        let mut best: Option<(Vec<Mismatch>, &Passage<'_>, &Quantity)> = None;
        for passage in &self.passages {
            for quantity in &passage.numbers {
                let Some(mismatches) = self.mismatches(sought, passage, quantity) else { continue };
                if best.as_ref().is_none_or(|(known, ..)| mismatches.len() < known.len()) {
                    best = Some((mismatches, passage, quantity));
                }
            }
        }
        match best {
            Some((mismatches, passage, quantity)) => {
                for mismatch in mismatches {
                    report(at, sought, mismatch, passage.words_of(quantity), quantity, findings);
                }
            }
            None => self.report_missing(at, sought, findings),
        }
    }

    /// Nothing in the words is the number.
    fn report_missing(&self, at: &At<'_>, sought: &Sought<'_>, findings: &mut Findings) {
        let value = sought.value;
        // Number words of other languages are not known; where digits stand, the number is in digits.
        let has_numbers = self.passages.iter().any(|passage| !passage.numbers.is_empty());
        if self.known || has_numbers {
            let number = written(value);
            let message = format!(
                "the number {number} does not stand in the words cited; cite the words that state it"
            );
            findings.report(&at.field("number"), Code::FigureNotQuoted, message);
        }
        if sought.unit_fits && !self.says_unit(&value.unit) {
            let message = format!(
                "nothing in the words cited says “{}”; cite the words that give the unit",
                name_of(&value.unit)
            );
            findings.report(&at.field("unit"), Code::FigureNotQuoted, message);
        }
    }

    /// What of the figure is otherwise than a number in the words; none where that is another number.
    fn mismatches(
        &self,
        sought: &Sought<'_>,
        passage: &Passage<'_>,
        quantity: &Quantity,
    ) -> Option<Vec<Mismatch>> {
        if quantity.ordinal && !sought.in_order {
            return None;
        }
        let value = sought.value;
        let mut found = Vec::new();
        match fit(value, quantity) {
            Fit::Number => {}
            Fit::OneEnd => found.push(Mismatch::Range),
            Fit::Scale => {
                let elsewhere = quantity.magnitude == Decimal::ONE
                    && (passage.language == Language::Other
                        || self
                            .passages
                            .iter()
                            .any(|p| p.magnitudes.contains(&value.scale.factor())));
                if !elsewhere {
                    found.push(Mismatch::Scale);
                }
            }
            Fit::Unit => found.push(Mismatch::Unit),
            Fit::None => return None,
        }
        let is_told = found.contains(&Mismatch::Unit);
        if sought.unit_fits && !is_told && !self.fits_unit(&value.unit, passage, quantity) {
            found.push(Mismatch::Unit);
        }
        let hedged = found.contains(&Mismatch::Range) || fits_hedge(value.qualifier, quantity);
        if passage.language != Language::Other && !hedged {
            found.push(Mismatch::Hedge);
        }
        if !fits_sign(sought, quantity) {
            found.push(Mismatch::Sign);
        }
        Some(found)
    }

    fn fits_unit(&self, unit: &Unit, passage: &Passage<'_>, quantity: &Quantity) -> bool {
        let Some(beside) = quantity.unit else {
            let is_share =
                *unit == Unit::Percent && (quantity.part.is_some() || quantity.whole.is_some());
            return is_share || self.says_unit(unit);
        };
        match (unit, beside) {
            (Unit::Count(thing), text::Unit::Time(_) | text::Unit::Measure(_)) => {
                names_thing(passage.quotation, thing) || measures_as(thing, beside)
            }
            (Unit::Count(_), _) => {
                // "points" are percentage points in one text and count in another.
                beside == text::Unit::PercentagePoints && self.says_unit(unit)
            }
            (unit, beside) => is_unit(unit, beside).unwrap_or_else(|| self.says_unit(unit)),
        }
    }

    /// Whether a unit is said anywhere in the quotations.
    fn says_unit(&self, unit: &Unit) -> bool {
        let mut said = self.passages.iter().flat_map(|passage| &passage.units);
        if said.any(|said| is_unit(unit, *said) == Some(true)) {
            return true;
        }
        let names =
            |thing: &str| self.passages.iter().any(|passage| names_thing(passage.quotation, thing));
        match unit {
            Unit::Percent => false,
            Unit::PercentagePoints => names("points"),
            Unit::Currency(code) => {
                let shown = || {
                    let mut units = self.passages.iter().flat_map(|passage| &passage.units);
                    units.any(|unit| matches!(unit, text::Unit::Money(_)))
                };
                !is_known_currency(code) || (!self.known && !shown())
            }
            Unit::Count(thing) => {
                !self.is_english()
                    || names(thing)
                    || self
                        .passages
                        .iter()
                        .flat_map(|p| &p.units)
                        .any(|unit| measures_as(thing, *unit))
            }
            Unit::Measure(symbol) => {
                !self.known
                    || measure_named(symbol).is_none() && (names(symbol) || !self.is_english())
            }
            Unit::Time(_) => !self.known,
        }
    }

    /// Of other languages no plurals are known.
    fn is_english(&self) -> bool {
        self.passages.iter().all(|passage| passage.language == Language::English)
    }
}

impl<'d> Passage<'d> {
    fn of(quotation: &'d str, cited: &Range<usize>, language: Language) -> Self {
        let reading = Reading::of(quotation, language);
        let all = reading.quantities();
        let magnitudes = all.iter().map(|q| q.magnitude).filter(|by| *by != Decimal::ONE).collect();
        let within = |quantity: &Quantity| {
            cited.start <= quantity.digits.start && quantity.digits.end <= cited.end
        };
        Self {
            quotation,
            numbers: all.into_iter().filter(within).collect(),
            units: reading.units(),
            magnitudes,
            language,
        }
    }

    fn words_of(&self, quantity: &Quantity) -> &'d str {
        self.quotation.get(quantity.span.clone()).unwrap_or_default()
    }
}

/// How a number in the words is the one of a figure.
enum Fit {
    /// It is.
    Number,
    /// It is one end of a range.
    OneEnd,
    /// It has the same digits and another magnitude.
    Scale,
    /// It has the same digits, in a larger or smaller unit.
    Unit,
    /// It is another.
    None,
}

fn fit(value: &Value, quantity: &Quantity) -> Fit {
    let Some(low) = total(value, value.number) else { return Fit::None };
    let high = value.to.and_then(|to| total(value, to));
    let by = conversion(&value.unit, quantity.unit);
    let same = |stated: Decimal, read: Decimal| {
        let converted = read.abs().checked_mul(by);
        converted.is_some_and(|read| is_same(stated, read, by != Decimal::ONE, value))
    };
    match (quantity.amount, high) {
        (Amount::Range(from, to), Some(high)) => {
            if same(low, from) && same(high, to) {
                Fit::Number
            } else {
                Fit::None
            }
        }
        (Amount::Range(from, to), None) => {
            if same(low, from) || same(low, to) {
                Fit::OneEnd
            } else {
                Fit::None
            }
        }
        (Amount::One(_), Some(_)) => Fit::None,
        (Amount::One(read), None) => {
            let part = quantity.whole.and_then(|whole| read.checked_div(whole));
            let share = quantity.part.or(part).filter(|_| value.unit == Unit::Percent);
            let share = share.and_then(|part| part.checked_mul(Decimal::ONE_HUNDRED));
            if share.is_some_and(|share| is_same(low, share, true, value)) {
                return Fit::Number;
            }
            let whole = quantity.whole.filter(|_| quantity.hedges.is_empty());
            let mut others = quantity.otherwise.iter().copied().chain(whole);
            if same(low, read) || others.any(|other| same(low, other)) {
                return Fit::Number;
            }
            if by != Decimal::ONE && read.abs() == low {
                return Fit::Unit;
            }
            let printed = read.abs().checked_div(quantity.magnitude);
            let number = value.number.0.abs();
            let is_printed = printed.is_some_and(|printed| is_same(number, printed, false, value));
            if is_printed { Fit::Scale } else { Fit::None }
        }
    }
}

/// Whether a number is another, but for the rounding of one that was converted or is a part.
fn is_same(stated: Decimal, read: Decimal, rounded: bool, value: &Value) -> bool {
    if stated == read {
        return true;
    }
    let half = Decimal::try_new(5, value.number.0.scale() + 1).ok();
    let half = half.and_then(|half| half.checked_mul(value.scale.factor()));
    let apart = stated.checked_sub(read).map(|apart| apart.abs());
    rounded && half.zip(apart).is_some_and(|(half, apart)| apart <= half)
}

/// What a number in the words is multiplied by to be in the unit of the figure.
fn conversion(unit: &Unit, beside: Option<text::Unit>) -> Decimal {
    let Some(beside) = beside else { return Decimal::ONE };
    let (sort, factor) = unit.basic();
    let (other, by) = match beside {
        text::Unit::Measure(measure) => (Sort::Dimension(measure.dimension), measure.factor),
        text::Unit::Time(time) => {
            let (sort, by) = basic_time(time);
            (sort, Decimal::from(by))
        }
        text::Unit::BasisPoints if *unit == Unit::PercentagePoints => {
            return Decimal::new(1, 2);
        }
        _ => return Decimal::ONE,
    };
    let by = by.checked_div(factor).filter(|_| sort == other);
    by.unwrap_or(Decimal::ONE)
}

/// Whether a unit in the words is that of a figure; none where that can't be told.
fn is_unit(unit: &Unit, said: text::Unit) -> Option<bool> {
    Some(match (unit, said) {
        (Unit::Percent, said) => said == text::Unit::Percent,
        (Unit::PercentagePoints, said) => {
            matches!(said, text::Unit::PercentagePoints | text::Unit::BasisPoints)
        }
        (Unit::Currency(code), text::Unit::Money(codes)) => codes.contains(&code.as_str()),
        (Unit::Time(time), text::Unit::Time(other)) => basic_time(*time).0 == basic_time(other).0,
        (Unit::Measure(symbol), text::Unit::Measure(measure)) => {
            return measure_named(symbol).map(|own| own.dimension == measure.dimension);
        }
        (Unit::Measure(symbol), _) if measure_named(symbol).is_none() => return None,
        (Unit::Count(_), _) => return None,
        _ => false,
    })
}

/// "containers" is counted, and is a measure as well.
fn measures_as(thing: &str, unit: text::Unit) -> bool {
    let text::Unit::Measure(measure) = unit else { return false };
    thing
        .split_whitespace()
        .any(|word| measure_named(word).is_some_and(|own| own.dimension == measure.dimension))
}

fn fits_hedge(recorded: Qualifier, quantity: &Quantity) -> bool {
    let said = &quantity.hedges;
    match recorded {
        Qualifier::Exactly => said.is_empty() || said.contains(&Qualifier::Exactly),
        Qualifier::IncreasedTo => !matches!(
            quantity.movement,
            Some(Movement::To(Direction::Down) | Movement::By(Direction::Down))
        ),
        Qualifier::DecreasedTo => !matches!(
            quantity.movement,
            Some(Movement::To(Direction::Up) | Movement::By(Direction::Up))
        ),
        other => said.contains(&other),
    }
}

fn fits_sign(sought: &Sought<'_>, quantity: &Quantity) -> bool {
    let below_zero = quantity.ends().0.is_sign_negative() && !quantity.ends().0.is_zero();
    let fell = quantity.movement == Some(Movement::By(Direction::Down));
    let rose = quantity.movement == Some(Movement::By(Direction::Up));
    let recorded = sought.value.number.0;
    let negative = recorded.is_sign_negative() && !recorded.is_zero();
    match sought.sign {
        // A number that may not be negative is reported by another check.
        Sign::Level => negative || !below_zero || recorded.is_zero(),
        Sign::Growth => {
            let unknown = quantity.movement.is_none() && !below_zero;
            if negative { below_zero || fell } else { unknown || !(below_zero || fell) }
        }
        Sign::Change(Direction::Up) => !(below_zero || fell),
        Sign::Change(Direction::Down) => !rose || below_zero,
    }
}

fn report(
    at: &At<'_>,
    sought: &Sought<'_>,
    mismatch: Mismatch,
    words: &str,
    quantity: &Quantity,
    findings: &mut Findings,
) {
    let value = sought.value;
    let words = shorten(words, REPEATED);
    let (field, code, message) = match mismatch {
        Mismatch::Range => (
            "number",
            Code::FigureDiffers,
            format!("the words say “{words}”, which is a range; give its other end with `to`"),
        ),
        Mismatch::Scale if quantity.magnitude == Decimal::ONE => (
            "scale",
            Code::FigureNotQuoted,
            format!(
                "nothing in the words cited says “{}”; cite the words that give the unit",
                value.scale.word()
            ),
        ),
        Mismatch::Scale => {
            let read = Number(quantity.ends().0.normalize()).grouped();
            let recorded =
                total(value, value.number).map(|total| Number(total.normalize()).grouped());
            let recorded = recorded.unwrap_or_default();
            let message = format!(
                "the words say “{words}”, which is {read}, and the figure is {recorded}; correct \
                 `number` or `scale`"
            );
            ("scale", Code::FigureDiffers, message)
        }
        Mismatch::Unit if quantity.unit.is_none() => (
            "unit",
            Code::FigureNotQuoted,
            format!(
                "nothing in the words cited says “{}”; cite the words that give the unit",
                name_of(&value.unit)
            ),
        ),
        Mismatch::Unit => (
            "unit",
            Code::FigureDiffers,
            format!("the words say “{words}”, and the unit is “{}”", name_of(&value.unit)),
        ),
        Mismatch::Hedge => {
            let message = match (quantity.hedges.first(), value.qualifier) {
                (None, recorded) => format!(
                    "the words say “{words}” without “{}”; leave `qualifier` out",
                    recorded.words()
                ),
                (Some(Qualifier::Exactly), _) => {
                    format!("the words say “{words}”; leave `qualifier` out")
                }
                (Some(said), _) => {
                    format!("the words say “{words}”; write `qualifier: {said:?}`")
                }
            };
            ("qualifier", Code::FigureDiffers, message)
        }
        Mismatch::Sign => {
            let message = match sought.sign {
                Sign::Change(Direction::Up) => {
                    format!("the words say a fall (“{words}”), and `direction` is `Up`")
                }
                Sign::Change(Direction::Down) => {
                    format!("the words say a rise (“{words}”), and `direction` is `Down`")
                }
                _ if value.number.0.is_sign_negative() => {
                    format!("the number is negative, and the words say “{words}” without a fall")
                }
                _ => format!(
                    "the words say a fall or a negative number (“{words}”), and the number is positive"
                ),
            };
            let field = if matches!(sought.sign, Sign::Change(_)) { "" } else { "number" };
            (field, Code::FigureDiffers, message)
        }
    };
    if field.is_empty() {
        findings.report(at, code, message);
    } else {
        findings.report(&at.field(field), code, message);
    }
}

/// A number with the scale of its value, without its sign.
fn total(value: &Value, number: Number) -> Option<Decimal> {
    number.0.abs().checked_mul(value.scale.factor())
}

fn written(value: &Value) -> String {
    match value.to {
        Some(to) => format!("{} to {to}", value.number),
        None => value.number.to_string(),
    }
}

fn name_of(unit: &Unit) -> &str {
    match unit {
        Unit::Currency(name) | Unit::Count(name) | Unit::Measure(name) => name,
        Unit::Percent => "percent",
        Unit::PercentagePoints => "percentage points",
        Unit::Time(unit) => unit.name(false),
    }
}

/// A currency that is not known is taken to be said.
fn is_known_currency(code: &str) -> bool {
    text::is_currency(code)
}

fn place(catalogue: &Catalogue, kind: ItemKind, id: &str) -> Option<usize> {
    catalogue.find(id).filter(|item| item.kind == kind).map(Item::index)
}

#[cfg(test)]
mod tests;
