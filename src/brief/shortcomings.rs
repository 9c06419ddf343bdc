//! What does not hold in a brief, or has no source yet: told beside it and before it is exported.

use std::fmt;

use super::blocks::Place;

/// Something that a reader could not check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortcoming {
    /// Where in the brief.
    pub from: Place,
    /// In which of the blocks, by its place.
    pub block: usize,
    /// What.
    pub what: Lack,
}

/// What is lacking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lack {
    /// The analyst's statement cites nothing.
    Source(String),
    /// The analyst's text cites what the dossier does not have.
    Cited(String),
    /// The analyst's text cites words that can't be presented as a quotation, for this reason.
    Proof(String, String),
    /// An item's words can't be presented as a quotation, for this reason; the brief says so.
    Words(String),
    /// An item that is no longer in the dossier.
    Item(String),
}

impl Shortcoming {
    /// Whether the brief says something that is not so.
    pub fn is_error(&self) -> bool {
        matches!(self.what, Lack::Cited(_) | Lack::Proof(..) | Lack::Item(_))
    }
}

impl fmt::Display for Lack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Source(statement) => write!(f, "No source yet: “{statement}”"),
            Self::Cited(id) => write!(f, "[@{id}] cites what the dossier does not have"),
            Self::Proof(id, reason) => write!(f, "[@{id}] can’t be quoted: {reason}"),
            Self::Words(reason) => write!(f, "Words are left out: {reason}"),
            Self::Item(id) => write!(f, "“{id}” is no longer in the dossier"),
        }
    }
}
