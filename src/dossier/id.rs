//! Typed identifiers: an id of a source can't be handed where an entity is wanted.
//!
//! In the file an id is a plain string of lower-case letters, digits, `-`, `_` and `.`. All ids of
//! a dossier share one namespace, so that an id alone is enough to cite anything.

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(CompactString);

        impl $name {
            /// The id as it is written in the file.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(CompactString::from(text))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// Names a [`Source`](super::Source).
    SourceId,
    /// Names a [`Quotation`](super::Quotation).
    QuotationId,
    /// Names an [`Entity`](super::Entity).
    EntityId,
    /// Names a [`Relation`](super::Relation).
    RelationId,
    /// Names a [`Metric`](super::Metric).
    MetricId,
    /// Names an [`Event`](super::Event).
    EventId,
    /// Names a [`Topic`](super::Topic).
    TopicId,
    /// Names an [`Area`](super::Area) of cooperation.
    AreaId,
}

/// Whether `text` may serve as an id.
pub fn is_well_formed(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_.".contains(&b))
}
