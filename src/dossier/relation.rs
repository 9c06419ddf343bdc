//! Relations: what ties two entities.

use serde::{Deserialize, Serialize};

use super::id::{EntityId, EventId, RelationId};
use super::quotation::Citation;

/// A tie between two entities, read from `from` to `to`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Relation")]
pub struct Relation {
    /// Its id.
    pub id: RelationId,
    /// Who or what.
    pub from: EntityId,
    /// Does what.
    pub kind: RelationKind,
    /// To whom or what.
    pub to: EntityId,
    /// The event by which they are tied: what was attended, where a speech was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<EventId>,
    /// The words that state it.
    pub quotations: Vec<Citation>,
    /// What the dossier's author remarks on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
}

/// Kinds of tie.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum RelationKind {
    /// Is a member of.
    MemberOf,
    /// Is a part of.
    PartOf,
    /// Is at the head of, for a whole body.
    Heads,
    /// Runs the daily work of.
    Directs,
    /// Holds an office in.
    WorksFor,
    /// Speaks for.
    SpeaksFor,
    /// Serves.
    Serves,
    /// Lies in.
    LocatedIn,
    /// Has its seat in.
    SeatedIn,
    /// Hosts.
    Hosts,
    /// Congratulated.
    Congratulated,
    /// Attended.
    Attended,
    /// Spoke at the launch or meeting of.
    SpokeAt,
    /// Supports.
    Supports,
    /// Cooperates with.
    CooperatesWith,
    /// Connects to.
    Connects,
    /// Any other tie, in words for both directions.
    Other {
        /// Read from `from` to `to`: "launched".
        label: String,
        /// Read the other way: "was launched by".
        inverse: String,
    },
}

impl RelationKind {
    /// The tie as read from its first entity.
    pub fn label(&self) -> &str {
        self.labels().0
    }

    /// The tie as read from its second entity.
    pub fn inverse(&self) -> &str {
        self.labels().1
    }

    fn labels(&self) -> (&str, &str) {
        match self {
            Self::MemberOf => ("member of", "has as member"),
            Self::PartOf => ("part of", "includes"),
            Self::Heads => ("heads", "headed by"),
            Self::Directs => ("directs", "directed by"),
            Self::WorksFor => ("works for", "employs"),
            Self::SpeaksFor => ("speaks for", "has as spokesperson"),
            Self::Serves => ("serves", "served by"),
            Self::LocatedIn => ("in", "contains"),
            Self::SeatedIn => ("seat in", "seat of"),
            Self::Hosts => ("hosts", "hosted by"),
            Self::Congratulated => ("congratulated", "congratulated by"),
            Self::Attended => ("attended", "attended by"),
            Self::SpokeAt => ("spoke at", "addressed by"),
            Self::Supports => ("supports", "supported by"),
            Self::CooperatesWith => ("cooperates with", "cooperates with"),
            Self::Connects => ("connects", "connected by"),
            Self::Other { label, inverse } => (label, inverse),
        }
    }
}
