//! The arithmetic of derived metrics: `trade / (1 + growth)` over named inputs, done in exact
//! decimals and in intervals.
//!
//! A qualifier bounds its number on one side or both, so each input is an interval; the formula is
//! evaluated on the stated numbers and on the intervals alike (R. E. Moore, *Interval Analysis*,
//! 1966). "Almost 90" has no stated lower bound: it is kept open rather than guessed.

use std::collections::BTreeMap;
use std::fmt;

use rust_decimal::Decimal;

use super::value::{Qualifier, Unit};

/// A parsed formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    root: Term,
}

#[derive(Clone, Debug, PartialEq)]
enum Term {
    Number(Decimal),
    Input(String),
    Negative(Box<Term>),
    Binary(Box<Term>, Operator, Box<Term>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
}

/// Why a formula can't be read or computed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormulaError {
    /// A character or word where something else was due.
    #[error("at character {at} of the formula: {expected} is missing")]
    Expected {
        /// 1-based position in the formula, in characters.
        at: usize,
        /// What should stand there.
        expected: &'static str,
    },
    /// More than 64 levels of brackets.
    #[error("the formula nests too deeply")]
    TooDeep,
    /// More than 1,000 characters.
    #[error("the formula is longer than 1,000 characters")]
    TooLong,
    /// A name that no input carries.
    #[error("the formula names “{0}”, which is not among its inputs")]
    UnknownInput(String),
    /// A divisor that is, or may be, zero.
    #[error("the formula divides by zero")]
    DivisionByZero,
    /// More digits than the decimals have.
    #[error("the result has more digits than can be kept")]
    Overflow,
    /// Adding dollars to years.
    #[error("the formula adds or subtracts {0} and {1}")]
    UnitsDiffer(String, String),
}

/// What a name in a formula stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    /// The stated number in its base unit.
    pub number: Decimal,
    /// The bounds that its qualifier implies.
    pub bounds: Bounds,
    /// Its unit; percentages enter as plain fractions.
    pub unit: Option<Unit>,
}

impl Input {
    /// The same with its sign turned.
    #[must_use]
    pub fn negative(self) -> Self {
        Self { number: -self.number, bounds: negative(self.bounds), unit: self.unit }
    }
}

/// The bounds within which a number lies; an open side is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Not below this.
    pub low: Option<Decimal>,
    /// Not above this.
    pub high: Option<Decimal>,
    /// Whether the bounds themselves are excluded ("almost", "over", "less than").
    pub strict: bool,
}

impl Bounds {
    /// One number, nothing around it.
    pub fn point(number: Decimal) -> Self {
        Self { low: Some(number), high: Some(number), strict: false }
    }

    /// What a qualifier says about where the true number lies.
    pub fn of(number: Decimal, qualifier: Qualifier) -> Self {
        let (low, high, strict) = match qualifier {
            Qualifier::Exactly | Qualifier::IncreasedTo | Qualifier::DecreasedTo => {
                return Self::point(number);
            }
            Qualifier::Almost | Qualifier::LessThan => (None, Some(number), true),
            Qualifier::Over => (Some(number), None, true),
            Qualifier::AtLeast => (Some(number), None, false),
            Qualifier::AtMost => (None, Some(number), false),
            Qualifier::About => (None, None, false),
        };
        Self { low, high, strict }
    }

    /// Whether there is nothing but one number.
    pub fn is_point(&self) -> bool {
        self.low.is_some() && self.low == self.high
    }
}

/// The outcome of a formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The result on the stated numbers.
    pub number: Decimal,
    /// The result on the bounds.
    pub bounds: Bounds,
    /// The unit that follows from the inputs, where one follows; `None` for a pure number.
    pub unit: Option<Unit>,
    /// False where units were multiplied into one that has no name here.
    pub unit_known: bool,
}

impl Formula {
    /// Reads numbers, names, `+ - * /` and brackets.
    pub fn parse(text: &str) -> Result<Self, FormulaError> {
        let characters: Vec<char> = text.chars().take(LONGEST + 1).collect();
        if characters.len() > LONGEST {
            return Err(FormulaError::TooLong);
        }
        let mut parser = Parser { characters: &characters, at: 0, depth: 0 };
        let root = parser.sum()?;
        parser.skip_spaces();
        if parser.at < characters.len() {
            return Err(parser.expected("an operator"));
        }
        Ok(Self { root })
    }

    /// Computes the formula.
    pub fn evaluate(&self, inputs: &BTreeMap<String, Input>) -> Result<Outcome, FormulaError> {
        evaluate(&self.root, inputs)
    }

    /// The formula with each name replaced by what `shown` gives for it: `90 ÷ (1 + 27.2 %)`.
    pub fn with_inputs(&self, shown: &dyn Fn(&str) -> String) -> String {
        write_term(&self.root, shown, 0)
    }
}

/// `trade ÷ (1 + growth)`.
impl fmt::Display for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.with_inputs(&str::to_owned))
    }
}

fn write_term(term: &Term, shown: &dyn Fn(&str) -> String, outer: u8) -> String {
    match term {
        Term::Number(number) => number.to_string(),
        Term::Input(name) => shown(name),
        Term::Negative(inner) => format!("−{}", write_term(inner, shown, 3)),
        Term::Binary(left, operator, right) => {
            let (sign, rank) = match operator {
                Operator::Add => ("+", 1),
                Operator::Subtract => ("−", 1),
                Operator::Multiply => ("×", 2),
                Operator::Divide => ("÷", 2),
            };
            let text = format!(
                "{} {sign} {}",
                write_term(left, shown, rank),
                write_term(right, shown, rank + 1)
            );
            if rank < outer { format!("({text})") } else { text }
        }
    }
}

/// Both bounds keep the recursion over a hostile formula shallow.
const DEEPEST: usize = 64;
const LONGEST: usize = 1_000;

struct Parser<'a> {
    characters: &'a [char],
    at: usize,
    depth: usize,
}

impl Parser<'_> {
    fn skip_spaces(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<char> {
        self.characters.get(self.at).copied()
    }

    fn take(&mut self, wanted: char) -> bool {
        self.skip_spaces();
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    fn expected(&self, expected: &'static str) -> FormulaError {
        FormulaError::Expected { at: self.at + 1, expected }
    }

    fn sum(&mut self) -> Result<Term, FormulaError> {
        let mut left = self.product()?;
        loop {
            let operator = if self.take('+') {
                Operator::Add
            } else if self.take('-') || self.take('−') {
                Operator::Subtract
            } else {
                return Ok(left);
            };
            left = Term::Binary(Box::new(left), operator, Box::new(self.product()?));
        }
    }

    fn product(&mut self) -> Result<Term, FormulaError> {
        let mut left = self.atom()?;
        loop {
            let operator = if self.take('*') || self.take('×') {
                Operator::Multiply
            } else if self.take('/') || self.take('÷') {
                Operator::Divide
            } else {
                return Ok(left);
            };
            left = Term::Binary(Box::new(left), operator, Box::new(self.atom()?));
        }
    }

    fn atom(&mut self) -> Result<Term, FormulaError> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(FormulaError::TooDeep);
        }
        let term = self.atom_within()?;
        self.depth -= 1;
        Ok(term)
    }

    fn atom_within(&mut self) -> Result<Term, FormulaError> {
        if self.take('-') || self.take('−') {
            return Ok(Term::Negative(Box::new(self.atom()?)));
        }
        if self.take('(') {
            let inner = self.sum()?;
            return if self.take(')') {
                Ok(inner)
            } else {
                Err(self.expected("a closing bracket"))
            };
        }
        self.skip_spaces();
        let start = self.at;
        while self.peek().is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '.') {
            self.at += 1;
        }
        let word: String = self.characters.get(start..self.at).unwrap_or(&[]).iter().collect();
        match word.chars().next() {
            None => Err(self.expected("a number or a name")),
            Some(first) if first.is_ascii_digit() => match Decimal::from_str_exact(&word) {
                Ok(number) => Ok(Term::Number(number)),
                Err(_) => {
                    Err(FormulaError::Expected { at: start + 1, expected: "a decimal number" })
                }
            },
            Some(_) => Ok(Term::Input(word)),
        }
    }
}

fn evaluate(term: &Term, inputs: &BTreeMap<String, Input>) -> Result<Outcome, FormulaError> {
    match term {
        Term::Number(number) => Ok(Outcome {
            number: *number,
            bounds: Bounds::point(*number),
            unit: None,
            unit_known: true,
        }),
        Term::Input(name) => {
            let input = inputs.get(name).ok_or_else(|| FormulaError::UnknownInput(name.clone()))?;
            Ok(Outcome {
                number: input.number,
                bounds: input.bounds,
                unit: input.unit.clone(),
                unit_known: true,
            })
        }
        Term::Negative(inner) => {
            let Outcome { number, bounds, unit, unit_known } = evaluate(inner, inputs)?;
            Ok(Outcome { number: -number, bounds: negative(bounds), unit, unit_known })
        }
        Term::Binary(left, operator, right) => {
            combine(&evaluate(left, inputs)?, *operator, &evaluate(right, inputs)?)
        }
    }
}

fn combine(left: &Outcome, operator: Operator, right: &Outcome) -> Result<Outcome, FormulaError> {
    let (a, b) = (left.number, right.number);
    let number = match operator {
        Operator::Add => a.checked_add(b),
        Operator::Subtract => a.checked_sub(b),
        Operator::Multiply => a.checked_mul(b),
        Operator::Divide if b.is_zero() => return Err(FormulaError::DivisionByZero),
        Operator::Divide => a.checked_div(b),
    }
    .ok_or(FormulaError::Overflow)?;
    let strict = (left.bounds.strict && !left.bounds.is_point())
        || (right.bounds.strict && !right.bounds.is_point());
    let (low, high) = match operator {
        Operator::Add => sum_bounds(left.bounds, right.bounds),
        Operator::Subtract => sum_bounds(left.bounds, negative(right.bounds)),
        Operator::Multiply => product_bounds(left.bounds, right.bounds),
        Operator::Divide => match reciprocal(right.bounds) {
            Some(reciprocal) => product_bounds(left.bounds, reciprocal),
            None => (None, None),
        },
    };
    let (unit, unit_known) = combined_unit(left, operator, right)?;
    Ok(Outcome { number, bounds: Bounds { low, high, strict }, unit, unit_known })
}

fn negative(bounds: Bounds) -> Bounds {
    Bounds { low: bounds.high.map(|n| -n), high: bounds.low.map(|n| -n), strict: bounds.strict }
}

type Sides = (Option<Decimal>, Option<Decimal>);

fn sum_bounds(a: Bounds, b: Bounds) -> Sides {
    let add = |x: Option<Decimal>, y: Option<Decimal>| x?.checked_add(y?);
    (add(a.low, b.low), add(a.high, b.high))
}

/// Only figures that can't be negative have one open side here ("almost 90" is not below zero), so
/// an open lower side multiplied by a positive point keeps its upper bound.
fn product_bounds(a: Bounds, b: Bounds) -> Sides {
    let (a, b) = if b.is_point() { (a, b) } else { (b, a) };
    if let (true, Some(factor)) = (b.is_point(), b.low) {
        let scale = |side: Option<Decimal>| side?.checked_mul(factor);
        return if factor.is_sign_negative() {
            (scale(a.high), scale(a.low))
        } else {
            (scale(a.low), scale(a.high))
        };
    }
    let (Some(al), Some(ah), Some(bl), Some(bh)) = (a.low, a.high, b.low, b.high) else {
        return (None, None);
    };
    let corners = [al.checked_mul(bl), al.checked_mul(bh), ah.checked_mul(bl), ah.checked_mul(bh)];
    let corners: Option<Vec<Decimal>> = corners.into_iter().collect();
    corners.map_or((None, None), |c| (c.iter().min().copied(), c.iter().max().copied()))
}

fn reciprocal(bounds: Bounds) -> Option<Bounds> {
    let invert = |n: Decimal| Decimal::ONE.checked_div(n);
    let (low, high) = (bounds.low?, bounds.high?);
    let spans_zero = low <= Decimal::ZERO && high >= Decimal::ZERO;
    if spans_zero {
        return None;
    }
    Some(Bounds { low: invert(high), high: invert(low), strict: bounds.strict })
}

fn combined_unit(
    left: &Outcome,
    operator: Operator,
    right: &Outcome,
) -> Result<(Option<Unit>, bool), FormulaError> {
    if !(left.unit_known && right.unit_known) {
        return Ok((None, false));
    }
    let name = |unit: &Option<Unit>| unit.as_ref().map_or("a plain number".to_owned(), unit_name);
    match operator {
        Operator::Add | Operator::Subtract if left.unit == right.unit => {
            Ok((left.unit.clone(), true))
        }
        Operator::Add | Operator::Subtract => {
            Err(FormulaError::UnitsDiffer(name(&left.unit), name(&right.unit)))
        }
        Operator::Multiply => match (&left.unit, &right.unit) {
            (unit, None) | (None, unit) => Ok((unit.clone(), true)),
            _ => Ok((None, false)),
        },
        Operator::Divide => match (&left.unit, &right.unit) {
            (unit, None) => Ok((unit.clone(), true)),
            (a, b) if a == b => Ok((None, true)),
            _ => Ok((None, false)),
        },
    }
}

/// A unit in words, for messages.
pub fn unit_name(unit: &Unit) -> String {
    match unit {
        Unit::Currency(code) => code.clone(),
        Unit::Percent => "percent".to_owned(),
        Unit::PercentagePoints => "percentage points".to_owned(),
        Unit::Count(things) => things.clone(),
        Unit::Time(unit) => unit.name(false).to_owned(),
        Unit::Measure(symbol) => symbol.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).unwrap()
    }

    fn inputs() -> BTreeMap<String, Input> {
        let trade = Input {
            number: decimal("90"),
            bounds: Bounds::of(decimal("90"), Qualifier::Almost),
            unit: Some(Unit::Currency("USD".to_owned())),
        };
        let growth =
            Input { number: decimal("0.272"), bounds: Bounds::point(decimal("0.272")), unit: None };
        BTreeMap::from([("trade".to_owned(), trade), ("growth".to_owned(), growth)])
    }

    #[test]
    fn almost_keeps_its_upper_bound_and_its_unit() {
        let outcome = Formula::parse("trade / (1 + growth)").unwrap().evaluate(&inputs()).unwrap();
        assert_eq!(outcome.number.round_dp(4), decimal("70.7547"));
        assert_eq!(outcome.bounds.low, None);
        assert_eq!(outcome.bounds.high.unwrap().round_dp(4), decimal("70.7547"));
        assert!(outcome.bounds.strict);
        assert_eq!(outcome.unit, Some(Unit::Currency("USD".to_owned())));
    }

    #[test]
    fn dividing_by_something_almost_stated_leaves_the_result_open() {
        let outcome = Formula::parse("1 / trade").unwrap().evaluate(&inputs()).unwrap();
        assert_eq!((outcome.bounds.low, outcome.bounds.high), (None, None));
    }

    #[test]
    fn rank_and_brackets_are_kept() {
        let value = |text: &str| {
            Formula::parse(text).unwrap().evaluate(&BTreeMap::new()).unwrap().number.to_string()
        };
        assert_eq!(value("2 + 3 * 4"), "14");
        assert_eq!(value("(2 + 3) * 4"), "20");
        assert_eq!(value("10 - 4 - 3"), "3");
        assert_eq!(value("-2 * -3"), "6");
        assert_eq!(value("8 ÷ 4 × 2"), "4");
    }

    #[test]
    fn it_is_shown_with_the_brackets_it_needs() {
        for text in ["a ÷ (1 + b)", "a − (b − c)", "a − b − c", "(a + b) × c", "−(a + b)"]
        {
            assert_eq!(Formula::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn mistakes_name_their_place() {
        let error = |text: &str| Formula::parse(text).unwrap_err().to_string();
        assert_eq!(error("a +"), "at character 4 of the formula: a number or a name is missing");
        assert_eq!(error("(a"), "at character 3 of the formula: a closing bracket is missing");
        assert_eq!(error("a b"), "at character 3 of the formula: an operator is missing");
        assert_eq!(error("1.2.3"), "at character 1 of the formula: a decimal number is missing");
        assert_eq!(Formula::parse(&"(".repeat(900)), Err(FormulaError::TooDeep));
        assert_eq!(Formula::parse(&"1+".repeat(900)), Err(FormulaError::TooLong));
    }

    #[test]
    fn what_can_not_be_computed_is_said() {
        let error = |text: &str| Formula::parse(text).unwrap().evaluate(&inputs()).unwrap_err();
        assert_eq!(error("trade / 0"), FormulaError::DivisionByZero);
        assert_eq!(error("rate * 2"), FormulaError::UnknownInput("rate".to_owned()));
        assert!(matches!(error("trade + growth"), FormulaError::UnitsDiffer(_, _)));
    }
}
