//! Passages: stretches of a source's text that the analyst chose.

use serde::{Deserialize, Serialize};

use crate::dossier::{Selector, SourceId};

/// A stretch of a source's text, found again like any quotation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Passage")]
pub struct Passage {
    /// The source.
    pub source: SourceId,
    /// The paragraph it begins in, as quotations count them.
    pub paragraph: u32,
    /// The words, and what stands around them.
    pub selector: Selector,
}
