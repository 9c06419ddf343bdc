//! Exact decimal numbers, read and written digit by digit.

use std::fmt;
use std::str::FromStr;

use ron::value::RawValue;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};

/// An exact decimal of up to 28 digits. `27.2` in the file is 27.2 here, not its nearest float.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(pub Decimal);

impl Number {
    /// The number with thousands separated by commas, as English sources write them.
    pub fn grouped(self) -> String {
        let plain = self.to_string();
        let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |d| ("−", d));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let mut out = String::from(sign);
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i).is_multiple_of(3) && whole.len() > 4 {
                out.push(',');
            }
            out.push(digit);
        }
        if !fraction.is_empty() {
            out.push('.');
            out.push_str(fraction);
        }
        out
    }

    /// Rounded to `digits` significant digits.
    #[must_use]
    pub fn round_to_significant(self, digits: u32, rounding: Rounding) -> Self {
        let strategy = match rounding {
            Rounding::Nearest => RoundingStrategy::MidpointAwayFromZero,
            Rounding::Up => RoundingStrategy::ToPositiveInfinity,
            Rounding::Down => RoundingStrategy::ToNegativeInfinity,
        };
        let rounded = self.0.round_sf_with_strategy(digits, strategy);
        Self(rounded.unwrap_or(self.0).normalize())
    }
}

/// Which way a number is rounded: a bound only ever away from what it bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// To the nearest, half away from zero.
    Nearest,
    /// To the next larger number.
    Up,
    /// To the next smaller number.
    Down,
}

impl From<i64> for Number {
    fn from(whole: i64) -> Self {
        Self(Decimal::from(whole))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl FromStr for Number {
    type Err = rust_decimal::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Decimal::from_str_exact(&text.replace('_', "")).map(Self)
    }
}

impl<'de> Deserialize<'de> for Number {
    /// Takes the literal's own characters: a detour through a float would lose exactness.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        let literal = raw.trim().get_ron();
        literal.trim_matches('"').trim_start_matches('+').parse().map_err(|_unreadable| {
            de::Error::custom(format_args!("`{literal}` is not a decimal number such as 27.2"))
        })
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RawValue::from_boxed_ron(self.to_string().into_boxed_str())
            .map_err(ser::Error::custom)?
            .serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        text.parse().unwrap()
    }

    #[test]
    fn a_literal_keeps_its_digits_through_a_round_trip() {
        for text in ["27.2", "0.30", "90", "-4.5", "0.1", "1234567890.123456789"] {
            let read: Number = ron::from_str(text).unwrap();
            assert_eq!(read.to_string(), text);
            assert_eq!(ron::to_string(&read).unwrap(), text);
        }
    }

    #[test]
    fn tenths_add_up_exactly() {
        assert_eq!((number("0.1").0 + number("0.2").0).to_string(), "0.3");
    }

    #[test]
    fn words_are_not_numbers() {
        let error = ron::from_str::<Number>("\"ninety\"").unwrap_err();
        assert!(error.to_string().contains("is not a decimal number"), "{error}");
    }

    #[test]
    fn thousands_are_grouped_from_five_digits_on() {
        assert_eq!(number("1868").grouped(), "1868");
        assert_eq!(number("-1234567.5").grouped(), "−1,234,567.5");
    }

    #[test]
    fn rounding_counts_significant_digits() {
        assert_eq!(number("70.754").round_to_significant(3, Rounding::Nearest).to_string(), "70.8");
        assert_eq!(number("0.0012345").round_to_significant(2, Rounding::Up).to_string(), "0.0013");
        assert_eq!(number("36.57").round_to_significant(3, Rounding::Down).to_string(), "36.5");
    }
}
