//! Topics: questions put to all sources.

use serde::{Deserialize, Serialize};

use super::id::{AreaId, SourceId, TopicId};
use super::quotation::Citation;

/// A question, what each source answers, and what follows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Topic")]
pub struct Topic {
    /// Its id.
    pub id: TopicId,
    /// The question.
    pub question: String,
    /// The area of cooperation it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<AreaId>,
    /// The answers; a source that is not listed is silent.
    pub answers: Vec<Answer>,
    /// What the answers amount to.
    pub finding: Finding,
    /// What the dossier's author remarks on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
}

/// What one source says to a topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Answer")]
pub struct Answer {
    /// The source.
    pub source: SourceId,
    /// Its words; none where it is silent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotations: Vec<Citation>,
    /// What its silence looks like: "names trade, gives no figure".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub silence: Option<String>,
}

/// What the answers to a topic amount to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Finding")]
pub struct Finding {
    /// Agree, differ, or one source alone.
    pub kind: FindingKind,
    /// Why, in words.
    pub reason: String,
}

/// Kinds of finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FindingKind {
    /// The sources say the same.
    Agree,
    /// They say different things.
    Differ,
    /// Only one of them answers.
    OneSource,
}

impl FindingKind {
    /// The finding in words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Differ => "differ",
            Self::OneSource => "one source",
        }
    }
}
