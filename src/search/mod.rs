//! Finding text in an open dossier: case, accents, apostrophes and spaces are no obstacle, so that
//! `Xi'an` finds `Xi 'an`.

use crate::dossier::{Dossier, Index, Item, ItemKind};
use crate::text::fold;

/// The folded text of everything that the three columns of the Desk show.
#[derive(Clone, Debug, Default)]
pub struct Haystack {
    entities: Vec<String>,
    metrics: Vec<String>,
    quotations: Vec<String>,
}

impl Haystack {
    /// Folds a dossier's texts; the slow part of a search, done once per load.
    pub fn of(dossier: &Dossier, index: &Index) -> Self {
        let joined = |parts: &[&str]| fold(&parts.join(" \u{2022} "));
        let entities = dossier.entities.iter().map(|entity| {
            let mut parts = vec![entity.name.as_str(), entity.role.as_deref().unwrap_or("")];
            parts.extend(entity.aliases.iter().map(|alias| alias.name.as_str()));
            parts.extend(entity.facts.iter().flat_map(|f| [f.label.as_str(), f.value.as_str()]));
            joined(&parts)
        });
        let metrics = dossier.metrics.iter().enumerate().map(|(place, metric)| {
            let value = index.value_of(dossier, place).map(ToString::to_string).unwrap_or_default();
            let change = metric.change.as_ref().map(ToString::to_string).unwrap_or_default();
            joined(&[&metric.name, &value, &change, metric.note.as_deref().unwrap_or("")])
        });
        let quotations = dossier.quotations.iter().map(|quotation| {
            let speaker = quotation.speaker.as_ref().and_then(|id| index.entity(dossier, id));
            let speaker = speaker.map_or("", |entity| entity.name.as_str());
            joined(&[&quotation.selector.exact, speaker])
        });
        Self {
            entities: entities.collect(),
            metrics: metrics.collect(),
            quotations: quotations.collect(),
        }
    }

    /// Whether an item's text holds every word of a folded query; items that are not searched do.
    pub fn holds(&self, item: Item, folded_query: &str) -> bool {
        let list = match item.kind {
            ItemKind::Entity => &self.entities,
            ItemKind::Metric => &self.metrics,
            ItemKind::Quotation => &self.quotations,
            _ => return true,
        };
        list.get(item.index()).is_none_or(|text| {
            text.contains(folded_query) || folded_query.split(' ').all(|word| text.contains(word))
        })
    }
}
