//! Judgements: how likely something is, and how certain the analyst is of that, in the words of the
//! United States' Intelligence Community Directive 203, *Analytic Standards* (2015), D.6.e.(2).

use serde::{Deserialize, Serialize};

/// How likely something is, and how certain that is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Judgement")]
pub struct Judgement {
    /// How likely.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub likelihood: Option<Likelihood>,
    /// How certain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// What that stands on, in Markdown; `[@id]` cites.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub basis: String,
}

/// How likely something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Likelihood {
    /// 1–5 %.
    AlmostNoChance,
    /// 5–20 %.
    VeryUnlikely,
    /// 20–45 %.
    Unlikely,
    /// 45–55 %.
    RoughlyEvenChance,
    /// 55–80 %.
    Likely,
    /// 80–95 %.
    VeryLikely,
    /// 95–99 %.
    AlmostCertain,
}

impl Likelihood {
    /// All, the least likely first.
    pub const ALL: [Self; 7] = [
        Self::AlmostNoChance,
        Self::VeryUnlikely,
        Self::Unlikely,
        Self::RoughlyEvenChance,
        Self::Likely,
        Self::VeryLikely,
        Self::AlmostCertain,
    ];

    /// The directive's words.
    pub fn words(self) -> &'static str {
        match self {
            Self::AlmostNoChance => "almost no chance",
            Self::VeryUnlikely => "very unlikely",
            Self::Unlikely => "unlikely",
            Self::RoughlyEvenChance => "roughly even chance",
            Self::Likely => "likely",
            Self::VeryLikely => "very likely",
            Self::AlmostCertain => "almost certain",
        }
    }

    /// What the words stand for, in percent.
    pub fn percent(self) -> &'static str {
        match self {
            Self::AlmostNoChance => "1–5 %",
            Self::VeryUnlikely => "5–20 %",
            Self::Unlikely => "20–45 %",
            Self::RoughlyEvenChance => "45–55 %",
            Self::Likely => "55–80 %",
            Self::VeryLikely => "80–95 %",
            Self::AlmostCertain => "95–99 %",
        }
    }
}

/// How certain the analyst is of a judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Confidence {
    /// The sources are few or poor.
    Low,
    /// The sources are credible and not enough for more.
    Moderate,
    /// The sources are good and agree.
    High,
}

impl Confidence {
    /// All, the least certain first.
    pub const ALL: [Self; 3] = [Self::Low, Self::Moderate, Self::High];

    /// The word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Moderate => "moderate",
            Self::High => "high",
        }
    }
}

impl Judgement {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
