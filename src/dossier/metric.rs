//! Metrics: figures that sources state, and figures that follow from them.

use serde::{Deserialize, Serialize};

use super::PartialDate;
use super::date::{Period, When};
use super::id::{AreaId, EntityId, MetricId};
use super::quotation::Citation;
use super::value::{Change, Scale, Unit, Value};

/// A figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Metric")]
pub struct Metric {
    /// Its id.
    pub id: MetricId,
    /// What it measures.
    pub name: String,
    /// What kind of figure it is; its unit has to fit.
    pub kind: MetricKind,
    /// The area of cooperation it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<AreaId>,
    /// The figure itself.
    pub figure: Figure,
    /// How it moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    /// The stretch of time it covers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// The day on which it held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<When>,
    /// Who stated it, where the source says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stated_by: Vec<EntityId>,
    /// Whom or what it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<EntityId>,
    /// The words that state it; none for a derived one, whose inputs have them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotations: Vec<Citation>,
    /// What the source adds: "a new record high".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What the dossier's author remarks on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
}

impl Metric {
    /// Its derivation, where it is derived.
    pub fn derivation(&self) -> Option<&Derivation> {
        match &self.figure {
            Figure::Derived(derivation) => Some(derivation),
            Figure::Stated(_) => None,
        }
    }

    /// When it held: its date, or the end of its period.
    pub fn date(&self) -> Option<&PartialDate> {
        let end =
            self.period.as_ref().and_then(|period| period.to.as_ref().or(period.from.as_ref()));
        self.as_of.as_ref().and_then(When::end).or(end)
    }

    /// Its stated value, where it is stated.
    pub fn stated(&self) -> Option<&Value> {
        match &self.figure {
            Figure::Stated(value) => Some(value),
            Figure::Derived(_) => None,
        }
    }
}

/// A number that a source states, or the way to one that follows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Figure {
    /// As the source has it.
    Stated(Value),
    /// Computed by the program.
    Derived(Derivation),
}

/// How a metric follows from others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Derivation")]
pub struct Derivation {
    /// Arithmetic over the inputs' names: `trade / (1 + growth)`.
    pub formula: String,
    /// What the names stand for.
    pub inputs: Vec<DerivationInput>,
    /// The word of magnitude in which the result is shown.
    #[serde(default)]
    pub scale: Scale,
    /// The unit of the result.
    pub unit: Unit,
}

/// A name in a formula.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "DerivationInput")]
pub struct DerivationInput {
    /// The name, one word.
    pub name: String,
    /// The metric it is taken from.
    pub metric: MetricId,
    /// Which of its numbers.
    #[serde(default)]
    pub part: MetricPart,
}

/// Which number of a metric enters a formula.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum MetricPart {
    /// Its value.
    #[default]
    Value,
    /// Its change; a fall enters as a negative number.
    Change,
}

/// Kinds of figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MetricKind {
    /// So much money, so many kilometres.
    Amount,
    /// A rate of change.
    Growth,
    /// So many things.
    Count,
    /// How long something has existed.
    Age,
    /// How long something took.
    Duration,
    /// A part of a whole.
    Share,
}

impl MetricKind {
    /// The kind in words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Amount => "amount",
            Self::Growth => "growth",
            Self::Count => "count",
            Self::Age => "age",
            Self::Duration => "duration",
            Self::Share => "share",
        }
    }

    /// Whether a figure of this kind can have the unit.
    pub fn fits(self, unit: &Unit) -> bool {
        match self {
            Self::Amount => matches!(unit, Unit::Currency(_) | Unit::Measure(_)),
            Self::Growth => matches!(unit, Unit::Percent | Unit::PercentagePoints),
            Self::Count => matches!(unit, Unit::Count(_)),
            Self::Age | Self::Duration => matches!(unit, Unit::Time(_)),
            Self::Share => matches!(unit, Unit::Percent),
        }
    }

    /// The units that fit, for messages.
    pub fn fitting_units(self) -> &'static str {
        match self {
            Self::Amount => "Currency(…) or Measure(…)",
            Self::Growth => "Percent or PercentagePoints",
            Self::Count => "Count(…)",
            Self::Age | Self::Duration => "Time(…)",
            Self::Share => "Percent",
        }
    }
}

/// An area of cooperation by which metrics and topics are grouped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Area")]
pub struct Area {
    /// Its id.
    pub id: AreaId,
    /// Its name.
    pub name: String,
}
