//! Values as sources state them: a number with its scale, unit and qualifier.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::formula::Bounds;
use super::number::Number;
pub use crate::text::{Direction, Qualifier, TimeUnit};

/// A number, what it counts, and how firmly the source puts it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Value")]
pub struct Value {
    /// The number as the source prints it: 90 in "$90 billion".
    pub number: Number,
    /// The other end of a range that the source gives: 65 in "between 60 and 65".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Number>,
    /// The word of magnitude behind it: billion.
    #[serde(default, skip_serializing_if = "Scale::is_one")]
    pub scale: Scale,
    /// What is counted or measured.
    pub unit: Unit,
    /// "almost", "over", "increased to".
    #[serde(default, skip_serializing_if = "is_exactly")]
    pub qualifier: Qualifier,
}

impl Value {
    /// The number in the unit itself: dollars, not billions of dollars; a percentage as a fraction.
    ///
    /// `None` when the product has more than 28 digits.
    pub fn in_base_unit(&self) -> Option<Decimal> {
        self.based(self.number)
    }

    /// The middle of its range, in the unit itself; the number where it is none.
    pub fn middle_in_base_unit(&self) -> Option<Decimal> {
        let low = self.in_base_unit()?;
        match self.to {
            Some(to) => low.checked_add(self.based(to)?)?.checked_div(Decimal::TWO),
            None => Some(low),
        }
    }

    /// Within which its range or its qualifier leaves the true number, in the unit itself.
    pub fn bounds(&self) -> Option<Bounds> {
        let low = self.in_base_unit()?;
        Some(match self.to {
            Some(to) => Bounds { low: Some(low), high: Some(self.based(to)?), strict: false },
            None => Bounds::of(low, self.qualifier),
        })
    }

    fn based(&self, number: Number) -> Option<Decimal> {
        let scaled = number.0.checked_mul(self.scale.factor())?;
        if self.unit == Unit::Percent {
            scaled.checked_div(Decimal::ONE_HUNDRED)
        } else {
            Some(scaled)
        }
    }

    /// The figure without its qualifier: `$90 billion`, `27.2 %`, `80 pairs of sister cities`.
    pub fn figure(&self) -> String {
        let number = self.number_with_symbol();
        let rest = self.unit_words();
        if rest.is_empty() { number } else { format!("{number} {rest}") }
    }

    /// The number as it opens a tile: `$90`, `27.2`, `80`.
    pub fn number_with_symbol(&self) -> String {
        let number = match self.to {
            Some(to) => format!("{}–{}", self.number.grouped(), to.grouped()),
            None => self.number.grouped(),
        };
        match &self.unit {
            Unit::Currency(code) => currency_symbol(code)
                .map_or_else(|| format!("{code} {number}"), |symbol| format!("{symbol}{number}")),
            _ => number,
        }
    }

    /// What follows the number: `billion`, `%`, `pairs of sister cities`.
    pub fn unit_words(&self) -> String {
        let unit = match &self.unit {
            Unit::Currency(_) => String::new(),
            Unit::Percent => "%".to_owned(),
            Unit::PercentagePoints => "percentage points".to_owned(),
            Unit::Count(things) => things.clone(),
            Unit::Measure(symbol) => symbol.clone(),
            Unit::Time(unit) => {
                unit.name(self.number == Number::from(1) && self.to.is_none()).to_owned()
            }
        };
        [self.scale.word(), &unit]
            .into_iter()
            .filter(|w| !w.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// `almost $90 billion`, `less than 1 year`.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let qualifier = self.qualifier.words();
        if !qualifier.is_empty() {
            write!(f, "{qualifier} ")?;
        }
        f.write_str(&self.figure())
    }
}

fn currency_symbol(code: &str) -> Option<&'static str> {
    match code {
        "USD" => Some("$"),
        "EUR" => Some("€"),
        "GBP" => Some("£"),
        "INR" => Some("₹"),
        "KZT" => Some("₸"),
        "RUB" => Some("₽"),
        _ => None,
    }
}

/// A word of magnitude.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Scale {
    /// The number stands as it is.
    #[default]
    One,
    /// 10³
    Thousand,
    /// 10⁶
    Million,
    /// 10⁹
    Billion,
    /// 10¹²
    Trillion,
}

impl Scale {
    /// Serde asks by reference.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde calls")]
    fn is_one(&self) -> bool {
        *self == Self::One
    }

    /// What a number with this word is multiplied by.
    pub fn factor(self) -> Decimal {
        Decimal::from(match self {
            Self::One => 1_i64,
            Self::Thousand => 1_000,
            Self::Million => 1_000_000,
            Self::Billion => 1_000_000_000,
            Self::Trillion => 1_000_000_000_000,
        })
    }

    /// The word, empty for [`Scale::One`].
    pub fn word(self) -> &'static str {
        match self {
            Self::One => "",
            Self::Thousand => "thousand",
            Self::Million => "million",
            Self::Billion => "billion",
            Self::Trillion => "trillion",
        }
    }
}

/// What a number counts or measures, spelled as the source spells it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Unit {
    /// Money, by ISO 4217 code: `Currency("USD")`.
    Currency(String),
    /// Hundredths of a whole.
    Percent,
    /// The difference between two percentages.
    PercentagePoints,
    /// Countable things: `Count("pairs of sister cities")`.
    Count(String),
    /// A length of time: `Time(Year)`.
    Time(TimeUnit),
    /// A physical measure by its symbol: `Measure("km")`.
    Measure(String),
}

/// Serde asks by reference.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde calls")]
fn is_exactly(qualifier: &Qualifier) -> bool {
    *qualifier == Qualifier::Exactly
}

/// How a figure moved, and against what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Change")]
pub struct Change {
    /// Up or down.
    pub direction: Direction,
    /// By how much.
    pub by: Value,
    /// Against what: "year-on-year".
    pub basis: String,
}

/// `+27.2 % year-on-year`.
impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match self.direction {
            Direction::Up => "+",
            Direction::Down => "−",
        };
        let qualifier = self.by.qualifier.words();
        let space = if qualifier.is_empty() { "" } else { " " };
        write!(f, "{qualifier}{space}{sign}{} {}", self.by.figure(), self.basis)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(number: &str, scale: Scale, unit: Unit, qualifier: Qualifier) -> Value {
        Value { number: number.parse().unwrap(), to: None, scale, unit, qualifier }
    }

    #[test]
    fn values_read_as_sources_write_them() {
        let dollars = || Unit::Currency("USD".to_owned());
        for (value, words) in [
            (value("90", Scale::Billion, dollars(), Qualifier::Almost), "almost $90 billion"),
            (value("27.2", Scale::One, Unit::Percent, Qualifier::Exactly), "27.2 %"),
            (
                value("1", Scale::One, Unit::Time(TimeUnit::Year), Qualifier::LessThan),
                "less than 1 year",
            ),
            (value("4", Scale::One, Unit::Time(TimeUnit::Year), Qualifier::Exactly), "4 years"),
            (
                value(
                    "68",
                    Scale::One,
                    Unit::Count("direct flights".into()),
                    Qualifier::IncreasedTo,
                ),
                "increased to 68 direct flights",
            ),
            (
                value("10", Scale::Billion, Unit::Currency("CNY".into()), Qualifier::Exactly),
                "CNY 10 billion",
            ),
        ] {
            assert_eq!(value.to_string(), words);
        }
    }

    #[test]
    fn the_base_unit_drops_scale_and_percent() {
        let trade = value("90", Scale::Billion, Unit::Currency("USD".into()), Qualifier::Almost);
        assert_eq!(trade.in_base_unit().unwrap().to_string(), "90000000000");
        let growth = value("27.2", Scale::One, Unit::Percent, Qualifier::Exactly);
        assert_eq!(growth.in_base_unit().unwrap().normalize().to_string(), "0.272");
    }

    #[test]
    fn a_change_says_direction_size_and_basis() {
        let by = value("27.2", Scale::One, Unit::Percent, Qualifier::Exactly);
        let change = Change { direction: Direction::Up, by, basis: "year-on-year".into() };
        assert_eq!(change.to_string(), "+27.2 % year-on-year");
    }
}
