//! Items: whatever of a dossier can be in focus, annotated or cited, named by kind and position.

use serde::{Deserialize, Serialize};

use super::Dossier;
use super::quotation::Citation;

/// Kinds of item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ItemKind {
    /// A source.
    Source,
    /// A quotation.
    Quotation,
    /// An entity.
    Entity,
    /// A relation.
    Relation,
    /// A metric.
    Metric,
    /// An event.
    Event,
    /// A topic.
    Topic,
    /// An area of cooperation; it groups and is never in focus.
    Area,
}

impl ItemKind {
    /// The kind in words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Quotation => "quotation",
            Self::Entity => "entity",
            Self::Relation => "relation",
            Self::Metric => "metric",
            Self::Event => "event",
            Self::Topic => "topic",
            Self::Area => "area",
        }
    }

    /// The kind in words: `an entity`.
    pub fn with_article(self) -> String {
        let article =
            if matches!(self, Self::Entity | Self::Event | Self::Area) { "an" } else { "a" };
        format!("{article} {}", self.name())
    }

    /// The dossier's list that holds items of this kind.
    pub fn list(self) -> &'static str {
        match self {
            Self::Source => "sources",
            Self::Quotation => "quotations",
            Self::Entity => "entities",
            Self::Relation => "relations",
            Self::Metric => "metrics",
            Self::Event => "events",
            Self::Topic => "topics",
            Self::Area => "areas",
        }
    }
}

/// One item of an open dossier, by its place in its list. It is valid for that dossier only; what
/// is saved names the id instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Item {
    /// Which list.
    pub kind: ItemKind,
    /// Which place in it.
    pub position: u32,
}

impl Item {
    /// The item at a place of a list.
    #[expect(clippy::cast_possible_truncation, reason = "files are refused long before 2³² items")]
    pub fn new(kind: ItemKind, position: usize) -> Self {
        Self { kind, position: position as u32 }
    }

    /// Its place as an index.
    pub fn index(self) -> usize {
        self.position as usize
    }
}

impl Dossier {
    /// An item's id; empty if the item is not of this dossier.
    pub fn id_of(&self, item: Item) -> &str {
        let i = item.index();
        match item.kind {
            ItemKind::Source => self.sources.get(i).map(|x| x.id.as_str()),
            ItemKind::Quotation => self.quotations.get(i).map(|x| x.id.as_str()),
            ItemKind::Entity => self.entities.get(i).map(|x| x.id.as_str()),
            ItemKind::Relation => self.relations.get(i).map(|x| x.id.as_str()),
            ItemKind::Metric => self.metrics.get(i).map(|x| x.id.as_str()),
            ItemKind::Event => self.events.get(i).map(|x| x.id.as_str()),
            ItemKind::Topic => self.topics.get(i).map(|x| x.id.as_str()),
            ItemKind::Area => self.areas.get(i).map(|x| x.id.as_str()),
        }
        .unwrap_or_default()
    }

    /// How many items a list has.
    pub fn count(&self, kind: ItemKind) -> usize {
        match kind {
            ItemKind::Source => self.sources.len(),
            ItemKind::Quotation => self.quotations.len(),
            ItemKind::Entity => self.entities.len(),
            ItemKind::Relation => self.relations.len(),
            ItemKind::Metric => self.metrics.len(),
            ItemKind::Event => self.events.len(),
            ItemKind::Topic => self.topics.len(),
            ItemKind::Area => self.areas.len(),
        }
    }

    /// All citations of an item, in the order of the file; a quotation has none.
    pub fn citations(&self, item: Item) -> Vec<&Citation> {
        let i = item.index();
        match item.kind {
            ItemKind::Source => self.sources.get(i).map(|x| x.quotations.iter().collect()),
            ItemKind::Entity => self.entities.get(i).map(|x| {
                let aliases = x.aliases.iter().flat_map(|a| &a.quotations);
                let facts = x.facts.iter().flat_map(|f| &f.quotations);
                x.quotations.iter().chain(facts).chain(aliases).collect()
            }),
            ItemKind::Relation => self.relations.get(i).map(|x| x.quotations.iter().collect()),
            ItemKind::Metric => self.metrics.get(i).map(|x| x.quotations.iter().collect()),
            ItemKind::Event => self.events.get(i).map(|x| x.quotations.iter().collect()),
            ItemKind::Topic => {
                self.topics.get(i).map(|x| x.answers.iter().flat_map(|a| &a.quotations).collect())
            }
            ItemKind::Quotation | ItemKind::Area => None,
        }
        .unwrap_or_default()
    }
}
