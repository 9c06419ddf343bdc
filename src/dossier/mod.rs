//! The document: sources, quotations, entities, metrics, events and topics, with the index over
//! them and the checks that hold them together.
//!
//! This layer knows no file, no window and no other layer.

mod author;
mod catalogue;
mod characters;
mod date;
pub mod derivation;
mod entity;
mod event;
pub mod formula;
pub mod id;
mod index;
pub mod integrity;
mod item;
mod locate;
pub mod measures;
mod metric;
mod migration;
mod mistakes;
pub(crate) mod number;
pub mod parse;
mod problem;
mod quotation;
mod related;
mod relation;
pub mod resolution;
mod series;
mod source;
mod topic;
mod value;

use serde::{Deserialize, Serialize};

pub use crate::text::PartialDate;
pub use crate::text::shorten;
pub use author::{Author, Authors};
pub use catalogue::Catalogue;
pub use date::{Period, When};
pub use entity::{Alias, Entity, EntityKind, Fact};
pub use event::{Event, Participant};
pub use id::{AreaId, EntityId, EventId, MetricId, QuotationId, RelationId, SourceId, TopicId};
pub use index::{Index, Use};
pub use item::{Item, ItemKind};
pub use metric::{Area, Derivation, DerivationInput, Figure, Metric, MetricKind, MetricPart};
pub use number::Number;
pub use problem::{Code, Problem, Severity};
pub use quotation::{Citation, LONGEST_QUOTATION, Quotation, Selector, Speech, paragraph_in_words};
pub use related::Related;
pub use relation::{Relation, RelationKind};
pub use series::{Point, Series};
pub use source::{Source, SourceKind, is_web_address};
pub use topic::{Answer, Finding, FindingKind, Topic};
pub use value::{Change, Direction, Qualifier, Scale, TimeUnit, Unit, Value};

/// The newest format version that this program reads and writes.
pub const FORMAT: u32 = 2;

/// A sentence of the dossier's author, borne out by quotations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Statement")]
pub struct Statement {
    /// The sentence.
    pub text: String,
    /// The words that bear it out.
    pub quotations: Vec<Citation>,
}

/// A dossier: everything that one `.dossier.ron` file holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Dossier")]
pub struct Dossier {
    /// The version of the format, 1 or 2; 2 once it was read.
    pub format: u32,
    /// The title, as it stands in the window and on the brief.
    pub title: String,
    /// What the dossier comes to, statement by statement.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub summary: Vec<Statement>,
    /// When it was put together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compiled: Option<PartialDate>,
    /// Areas of cooperation, in the order in which they are shown.
    #[serde(default)]
    pub areas: Vec<Area>,
    /// The published texts.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// The excerpts.
    #[serde(default)]
    pub quotations: Vec<Quotation>,
    /// Whom and what they speak of.
    #[serde(default)]
    pub entities: Vec<Entity>,
    /// What ties these.
    #[serde(default)]
    pub relations: Vec<Relation>,
    /// The figures.
    #[serde(default)]
    pub metrics: Vec<Metric>,
    /// Which of them measure the same thing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub series: Vec<Series>,
    /// What happened.
    #[serde(default)]
    pub events: Vec<Event>,
    /// The questions put to all sources.
    #[serde(default)]
    pub topics: Vec<Topic>,
}
