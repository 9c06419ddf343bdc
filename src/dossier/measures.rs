//! Units that measure the same, and how much of each other they are.

use rust_decimal::Decimal;

use super::{TimeUnit, Unit};

/// Symbols and names of measures, with what they are measured in and how much of it they are. The
/// mile is the international one of 1959.
const MEASURES: [(&str, &str, Decimal); 17] = [
    ("mi", "m", Decimal::from_parts(1_609_344, 0, 0, false, 3)),
    ("km", "m", Decimal::ONE_THOUSAND),
    ("公里", "m", Decimal::ONE_THOUSAND),
    ("шақырым", "m", Decimal::ONE_THOUSAND),
    ("m", "m", Decimal::ONE),
    ("t", "kg", Decimal::ONE_THOUSAND),
    ("tonnes", "kg", Decimal::ONE_THOUSAND),
    ("吨", "kg", Decimal::ONE_THOUSAND),
    ("тонн", "kg", Decimal::ONE_THOUSAND),
    ("тонна", "kg", Decimal::ONE_THOUSAND),
    ("kg", "kg", Decimal::ONE),
    ("GW", "MW", Decimal::ONE_THOUSAND),
    ("MW", "MW", Decimal::ONE),
    ("GWh", "MWh", Decimal::ONE_THOUSAND),
    ("MWh", "MWh", Decimal::ONE),
    ("kWh", "MWh", Decimal::from_parts(1, 0, 0, false, 3)),
    ("ha", "ha", Decimal::ONE),
];

impl Unit {
    /// The unit in which figures of its sort are compared, and how much of that it is. Months have no
    /// fixed number of days, so that years and days are not compared.
    pub fn basic(&self) -> (Self, Decimal) {
        match self {
            Self::Time(time) => {
                let (base, factor) = match time {
                    TimeUnit::Year => (TimeUnit::Month, 12),
                    TimeUnit::Month => (TimeUnit::Month, 1),
                    TimeUnit::Week => (TimeUnit::Minute, 7 * 24 * 60),
                    TimeUnit::Day => (TimeUnit::Minute, 24 * 60),
                    TimeUnit::Hour => (TimeUnit::Minute, 60),
                    TimeUnit::Minute => (TimeUnit::Minute, 1),
                };
                (Self::Time(base), Decimal::from(factor))
            }
            Self::Measure(symbol) => {
                let known = MEASURES.iter().find(|(name, _, _)| name == symbol);
                known.map_or_else(
                    || (self.clone(), Decimal::ONE),
                    |(_, base, factor)| (Self::Measure((*base).to_owned()), *factor),
                )
            }
            _ => (self.clone(), Decimal::ONE),
        }
    }
}
