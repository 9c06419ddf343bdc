//! Parallels: passages of several sources that say the same, or don't although they are alike.

use serde::{Deserialize, Serialize};

use super::Passage;
use crate::dossier::TopicId;

/// What the analyst decided on passages that the program found alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Parallel")]
pub struct Parallel {
    /// Its id, unique among the parallels of its file.
    pub id: String,
    /// Whether they say the same.
    pub verdict: Verdict,
    /// The topic of the dossier that they answer; none where they are a row of their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<TopicId>,
    /// The analyst's question that they answer, where they are a row of their own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub question: String,
    /// The passages.
    pub passages: Vec<Passage>,
}

/// Whether passages say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// They do: they stand in the comparison.
    Accepted,
    /// They don't: they are not offered again.
    Rejected,
}

impl Parallel {
    /// Whether a passage is among its own.
    pub fn holds(&self, passage: &Passage) -> bool {
        self.passages
            .iter()
            .any(|own| own.source == passage.source && own.selector.exact == passage.selector.exact)
    }
}
