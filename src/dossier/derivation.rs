//! Computes derived metrics from the metrics they name, each once, in the order they need.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::formula::{Bounds, Formula, FormulaError, Input, Outcome, unit_name};
use super::metric::{Derivation, DerivationInput, Figure, MetricPart};
use super::number::Rounding;
use super::value::{Direction, Qualifier, Unit, Value};
use super::{Catalogue, Dossier, ItemKind, Number};

/// Significant digits to which a derived figure is shown.
const SHOWN_DIGITS: u32 = 3;

/// A derived figure with its arithmetic.
#[derive(Clone, Debug, PartialEq)]
pub struct Derived {
    /// The result on the stated numbers, rounded to three significant digits.
    pub value: Value,
    /// The arithmetic with the stated numbers in it: `$90 billion ÷ (1 + 27.2 %)`.
    pub arithmetic: String,
    /// What the inputs' qualifiers imply for the result; `None` where they imply nothing.
    pub consequence: Option<String>,
    /// The unrounded result as it enters another formula.
    input: Input,
}

impl Derived {
    /// Within which the inputs' qualifiers leave it, in the base unit and unrounded.
    pub fn bounds(&self) -> Bounds {
        self.input.bounds
    }
}

/// The figures of all derived metrics of a dossier, by their place among its metrics.
pub type DerivedFigures = BTreeMap<usize, Result<Derived, DerivationError>>;

/// Why a derived metric has no figure.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DerivationError {
    /// The formula is at fault.
    #[error(transparent)]
    Formula(#[from] FormulaError),
    /// An input is no metric of the dossier.
    #[error("the input “{0}” leads to no metric")]
    NoSuchMetric(String),
    /// A metric it is derived from can't be computed.
    #[error("the input “{0}” can't be computed itself")]
    InputFails(String),
    /// The metric has no change.
    #[error("the input “{0}” asks for a change that its metric does not have")]
    NoChange(String),
    /// Metrics that are derived from each other in a circle, or through more than 32 steps.
    #[error("the input “{0}” depends on this metric itself, or through too many steps")]
    Circle(String),
    /// The result is in another unit than the one declared.
    #[error("the formula gives {found}, but the unit is {declared}")]
    Unit {
        /// What follows from the inputs.
        found: String,
        /// What the derivation says.
        declared: String,
    },
}

/// Metrics may be derived from derived ones to this depth.
const MOST_STEPS: usize = 32;

/// Computes every derived metric of a dossier.
pub fn compute_all(dossier: &Dossier, catalogue: &Catalogue) -> DerivedFigures {
    let mut computation =
        Computation { dossier, catalogue, done: BTreeMap::new(), under_way: Vec::new() };
    for (place, metric) in dossier.metrics.iter().enumerate() {
        if metric.derivation().is_some() {
            computation.figure(place);
        }
    }
    computation.done
}

struct Computation<'d> {
    dossier: &'d Dossier,
    catalogue: &'d Catalogue,
    done: DerivedFigures,
    under_way: Vec<usize>,
}

impl Computation<'_> {
    fn figure(&mut self, place: usize) -> Option<&Result<Derived, DerivationError>> {
        if !self.done.contains_key(&place) {
            let derivation = self.dossier.metrics.get(place)?.derivation()?;
            self.under_way.push(place);
            let computed = self.compute(derivation);
            self.under_way.pop();
            self.done.insert(place, computed);
        }
        self.done.get(&place)
    }

    fn compute(&mut self, derivation: &Derivation) -> Result<Derived, DerivationError> {
        let formula = Formula::parse(&derivation.formula)?;
        let mut inputs = BTreeMap::new();
        let mut shown = BTreeMap::new();
        for input in &derivation.inputs {
            let (read, words) = self.input(input)?;
            inputs.insert(input.name.clone(), read);
            shown.insert(input.name.clone(), words);
        }
        let outcome = formula.evaluate(&inputs)?;
        check_unit(&outcome, &derivation.unit)?;
        let divisor = match derivation.unit {
            Unit::Percent | Unit::PercentagePoints => Decimal::new(1, 2),
            _ => derivation.scale.factor(),
        };
        let shown_as = |number: Decimal, rounding: Rounding| -> Result<Value, FormulaError> {
            let number = number.checked_div(divisor).ok_or(FormulaError::Overflow)?;
            Ok(Value {
                number: Number(number).round_to_significant(SHOWN_DIGITS, rounding),
                to: None,
                scale: derivation.scale,
                unit: derivation.unit.clone(),
                qualifier: Qualifier::Exactly,
            })
        };
        // A bound that is rounded must still bound.
        let bound = |side: Option<Decimal>, rounding| -> Result<Option<String>, FormulaError> {
            side.map(|number| Ok(shown_as(number, rounding)?.figure())).transpose()
        };
        let low = bound(outcome.bounds.low, Rounding::Down)?;
        let high = bound(outcome.bounds.high, Rounding::Up)?;
        Ok(Derived {
            value: shown_as(outcome.number, Rounding::Nearest)?,
            arithmetic: formula
                .with_inputs(&|name| shown.get(name).cloned().unwrap_or_else(|| name.to_owned())),
            consequence: consequence(&outcome.bounds, low, high),
            input: Input { number: outcome.number, bounds: outcome.bounds, unit: outcome.unit },
        })
    }

    fn input(&mut self, input: &DerivationInput) -> Result<(Input, String), DerivationError> {
        let no_such = || DerivationError::NoSuchMetric(input.name.clone());
        let item = self
            .catalogue
            .find(input.metric.as_str())
            .filter(|item| item.kind == ItemKind::Metric)
            .ok_or_else(no_such)?;
        let metric = self.dossier.metrics.get(item.index()).ok_or_else(no_such)?;
        match (input.part, &metric.figure) {
            (MetricPart::Change, _) => {
                let no_change = || DerivationError::NoChange(input.name.clone());
                let change = metric.change.as_ref().ok_or_else(no_change)?;
                let read = stated_input(&change.by)?;
                let signed = match change.direction {
                    Direction::Up => read,
                    Direction::Down => read.negative(),
                };
                Ok((signed, change.by.figure()))
            }
            (MetricPart::Value, Figure::Stated(value)) => {
                Ok((stated_input(value)?, value.figure()))
            }
            (MetricPart::Value, Figure::Derived(_)) => {
                let circle = || DerivationError::Circle(input.name.clone());
                if self.under_way.contains(&item.index()) || self.under_way.len() >= MOST_STEPS {
                    return Err(circle());
                }
                match self.figure(item.index()) {
                    Some(Ok(inner)) => Ok((inner.input.clone(), inner.value.figure())),
                    Some(Err(_)) => Err(DerivationError::InputFails(input.name.clone())),
                    None => Err(circle()),
                }
            }
        }
    }
}

fn stated_input(value: &Value) -> Result<Input, FormulaError> {
    // A range enters by its middle, between its ends as bounds.
    let number = value.middle_in_base_unit().ok_or(FormulaError::Overflow)?;
    let unit = Some(value.unit.clone()).filter(|unit| *unit != Unit::Percent);
    let bounds = value.bounds().ok_or(FormulaError::Overflow)?;
    Ok(Input { number, bounds, unit })
}

fn check_unit(outcome: &Outcome, declared: &Unit) -> Result<(), DerivationError> {
    let fits = match (&outcome.unit, declared) {
        (Some(Unit::Count(_)), Unit::Count(_))
        | (None, Unit::Percent | Unit::PercentagePoints | Unit::Count(_)) => true,
        (Some(found), declared) => found == declared,
        (None, _) => !outcome.unit_known,
    };
    if fits {
        return Ok(());
    }
    let found = outcome.unit.as_ref().map_or("a plain number".to_owned(), unit_name);
    Err(DerivationError::Unit { found, declared: unit_name(declared) })
}

fn consequence(bounds: &Bounds, low: Option<String>, high: Option<String>) -> Option<String> {
    if bounds.is_point() {
        return None;
    }
    Some(match (low, high, bounds.strict) {
        (Some(low), Some(high), _) => format!("between {low} and {high}"),
        (None, Some(high), true) => format!("below {high}"),
        (None, Some(high), false) => format!("at most {high}"),
        (Some(low), None, true) => format!("above {low}"),
        (Some(low), None, false) => format!("at least {low}"),
        (None, None, _) => "close to this, within bounds that no source states".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::parse::parse;

    /// A dossier with these metrics, and what becomes of each derived one.
    fn figures(metrics: &str) -> DerivedFigures {
        let text = format!("(format: 1, title: \"t\", metrics: [{metrics}])");
        let dossier = parse(&text).unwrap();
        compute_all(&dossier, &Catalogue::of(&dossier))
    }

    const TRADE: &str = r#"(id: "trade", name: "Trade", kind: Amount,
        figure: Stated(number: 90, scale: Billion, unit: Currency("USD"), qualifier: Almost),
        change: (direction: Up, by: (number: 27.2, unit: Percent), basis: "year-on-year")),"#;

    fn derived(id: &str, formula: &str, inputs: &str) -> String {
        format!(
            r#"(id: "{id}", name: "{id}", kind: Amount, figure: Derived(formula: "{formula}",
            inputs: [{inputs}], scale: Billion, unit: Currency("USD"))),"#
        )
    }

    const BOTH: &str =
        r#"(name: "trade", metric: "trade"), (name: "growth", metric: "trade", part: Change)"#;

    #[test]
    fn the_year_before_follows_with_its_arithmetic_and_the_consequence_of_almost() {
        let all = figures(&format!("{TRADE}{}", derived("before", "trade / (1 + growth)", BOTH)));
        let before = all[&1].as_ref().unwrap();
        assert_eq!(before.value.figure(), "$70.8 billion");
        assert_eq!(before.arithmetic, "$90 billion ÷ (1 + 27.2 %)");
        assert_eq!(before.consequence.as_deref(), Some("below $70.8 billion"));
    }

    #[test]
    fn bounds_pass_through_a_chain_of_derivations_unrounded() {
        let chain = [
            derived("before", "trade / (1 + growth)", BOTH),
            derived("again", "before * 1.272", r#"(name: "before", metric: "before")"#),
        ];
        let all = figures(&format!("{TRADE}{}", chain.concat()));
        let again = all[&2].as_ref().unwrap();
        assert_eq!(again.value.figure(), "$90 billion");
        assert_eq!(again.consequence.as_deref(), Some("below $90 billion"));
    }

    #[test]
    fn circles_and_wide_chains_end() {
        let circle = [
            derived("a", "b + b", r#"(name: "b", metric: "b")"#),
            derived("b", "a + a", r#"(name: "a", metric: "a")"#),
        ];
        let all = figures(&circle.concat());
        assert!(all.values().all(Result::is_err), "{all:?}");
        assert!(matches!(all[&1], Err(DerivationError::Circle(_))), "{all:?}");

        let wide: String = (0..30)
            .map(|i| {
                let one = |name: &str| format!(r#"(name: "{name}", metric: "m{}"),"#, i + 1);
                derived(&format!("m{i}"), "x + y + z", &(one("x") + &one("y") + &one("z")))
            })
            .collect();
        let last = TRADE.replace("\"trade\"", "\"m30\"");
        let all = figures(&(wide + &last));
        assert_eq!(all.len(), 30);
        assert!(all[&29].is_ok(), "{:?}", all[&29]);
    }

    #[test]
    fn a_result_in_another_unit_is_refused() {
        let share = derived("share", "trade / trade", r#"(name: "trade", metric: "trade")"#);
        let all = figures(&format!("{TRADE}{share}"));
        let message = all[&1].as_ref().unwrap_err().to_string();
        assert_eq!(message, "the formula gives a plain number, but the unit is USD");
    }
}
