//! Units: as English words name them, and which of them are compared in one.

use rust_decimal::Decimal;

use crate::dossier::{TimeUnit, Unit};

/// Whether figures in two units can be compared.
pub(super) fn same_unit(one: &Unit, other: &Unit) -> bool {
    match (one, other) {
        (Unit::Count(one), Unit::Count(other)) => opens(one, other) || opens(other, one),
        _ => basic(one).0 == basic(other).0,
    }
}

/// Whether a name is another, or the first words of it: "pairs" of "pairs of sister cities".
fn opens(short: &str, long: &str) -> bool {
    let mut words = long.split_whitespace();
    short.split_whitespace().all(|word| words.next().is_some_and(|w| w.eq_ignore_ascii_case(word)))
}

/// Symbols of measures with what they are measured in and how much of it they are. The mile is the
/// international one of 1959.
const MEASURES: [(&str, &str, Decimal); 12] = [
    ("mi", "m", Decimal::from_parts(1_609_344, 0, 0, false, 3)),
    ("km", "m", Decimal::ONE_THOUSAND),
    ("m", "m", Decimal::ONE),
    ("t", "kg", Decimal::ONE_THOUSAND),
    ("tonnes", "kg", Decimal::ONE_THOUSAND),
    ("kg", "kg", Decimal::ONE),
    ("GW", "MW", Decimal::ONE_THOUSAND),
    ("MW", "MW", Decimal::ONE),
    ("GWh", "MWh", Decimal::ONE_THOUSAND),
    ("MWh", "MWh", Decimal::ONE),
    ("kWh", "MWh", Decimal::from_parts(1, 0, 0, false, 3)),
    ("ha", "ha", Decimal::ONE),
];

/// The unit in which figures of its sort are compared, and how much of that it is. Months have no
/// fixed number of days, so that years and days are not compared.
pub(super) fn basic(unit: &Unit) -> (Unit, Decimal) {
    match unit {
        Unit::Time(time) => {
            let (base, factor) = match time {
                TimeUnit::Year => (TimeUnit::Month, 12),
                TimeUnit::Month => (TimeUnit::Month, 1),
                TimeUnit::Week => (TimeUnit::Minute, 7 * 24 * 60),
                TimeUnit::Day => (TimeUnit::Minute, 24 * 60),
                TimeUnit::Hour => (TimeUnit::Minute, 60),
                TimeUnit::Minute => (TimeUnit::Minute, 1),
            };
            (Unit::Time(base), Decimal::from(factor))
        }
        Unit::Measure(symbol) => {
            let known = MEASURES.iter().find(|(name, _, _)| name == symbol);
            known.map_or_else(
                || (unit.clone(), Decimal::ONE),
                |(_, base, factor)| (Unit::Measure((*base).to_owned()), *factor),
            )
        }
        _ => (unit.clone(), Decimal::ONE),
    }
}

/// The unit that one or two words name.
pub(super) fn unit_named(first: &str, second: &str) -> Option<Unit> {
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
        ("mi" | "mile" | "miles", _) => measure("mi"),
        ("metre" | "metres" | "meter" | "meters", _) => measure("m"),
        ("hectare" | "hectares" | "ha", _) => measure("ha"),
        ("tonne" | "tonnes", _) => measure("t"),
        ("kg" | "kilogram" | "kilograms", _) => measure("kg"),
        ("kwh", _) => measure("kWh"),
        ("mwh", _) => measure("MWh"),
        ("gwh", _) => measure("GWh"),
        ("mw", _) => measure("MW"),
        ("gw", _) => measure("GW"),
        _ => time_unit(first).map(Unit::Time),
    }
}

/// The unit of time that a word names.
pub(super) fn time_unit(word: &str) -> Option<TimeUnit> {
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
