//! Units: as English words name them, and which of them are compared in one.

use crate::dossier::{TimeUnit, Unit};

/// Whether figures in two units can be compared.
pub(super) fn same_unit(one: &Unit, other: &Unit) -> bool {
    match (one, other) {
        (Unit::Count(one), Unit::Count(other)) => opens(one, other) || opens(other, one),
        _ => one.basic().0 == other.basic().0,
    }
}

/// Whether a name is another, or the first words of it: "pairs" of "pairs of sister cities".
fn opens(short: &str, long: &str) -> bool {
    let mut words = long.split_whitespace();
    short.split_whitespace().all(|word| words.next().is_some_and(|w| w.eq_ignore_ascii_case(word)))
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
