//! What a person decides on a quotation that was not found as recorded. The dossier file is not
//! rewritten for it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::dossier::{QuotationId, Selector};

/// A decision on one quotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Settlement")]
pub struct Settlement {
    /// The quotation.
    pub quotation: QuotationId,
    /// What was decided.
    pub decision: Decision,
    /// The SHA-256 of the text it was decided on.
    pub sha256: String,
    /// When.
    pub made: Timestamp,
}

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Decision {
    /// It stands there, in these words.
    Stands(Selector),
    /// The recorded words are what the source said; that its text was changed since does not matter.
    AsRecorded,
    /// It stands in the text no longer.
    Gone,
}

impl Decision {
    /// The decision in words.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Stands(_) => "its place was settled",
            Self::AsRecorded => "kept as recorded",
            Self::Gone => "declared gone",
        }
    }
}
