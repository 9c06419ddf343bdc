//! Events: what happened, when, where and with whom.

use serde::{Deserialize, Serialize};

use super::date::When;
use super::id::{EntityId, EventId};
use super::quotation::Citation;

/// Something dated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Event")]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// What happened.
    pub name: String,
    /// When.
    pub when: When,
    /// Where, where the sources say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<EntityId>,
    /// Who or what took part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub participants: Vec<Participant>,
    /// The words that state it.
    pub quotations: Vec<Citation>,
    /// What the dossier's author remarks on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
}

/// Somebody or something that took part in an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Participant")]
pub struct Participant {
    /// Who.
    pub entity: EntityId,
    /// As what: "spoke", "sent a letter".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
}
