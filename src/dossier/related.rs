//! What belongs to an item: the sources, words, entities and figures that come forward with it.

use std::collections::BTreeSet;
use std::ops::Range;

use super::index::positions;
use super::{Dossier, EntityId, Index, Item, ItemKind};

/// What belongs to an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Related {
    /// Places of sources.
    pub sources: BTreeSet<usize>,
    /// Places of quotations.
    pub quotations: BTreeSet<usize>,
    /// Places of entities.
    pub entities: BTreeSet<usize>,
    /// Places of relations.
    pub relations: BTreeSet<usize>,
    /// Places of metrics.
    pub metrics: BTreeSet<usize>,
    /// Places of events.
    pub events: BTreeSet<usize>,
    /// Places of topics.
    pub topics: BTreeSet<usize>,
}

impl Related {
    /// Whether an item is among them.
    pub fn contains(&self, item: Item) -> bool {
        match item.kind {
            ItemKind::Source => &self.sources,
            ItemKind::Quotation => &self.quotations,
            ItemKind::Entity => &self.entities,
            ItemKind::Relation => &self.relations,
            ItemKind::Metric => &self.metrics,
            ItemKind::Event => &self.events,
            ItemKind::Topic => &self.topics,
            ItemKind::Area => return false,
        }
        .contains(&item.index())
    }

    fn insert(&mut self, item: Item) {
        match item.kind {
            ItemKind::Source => &mut self.sources,
            ItemKind::Quotation => &mut self.quotations,
            ItemKind::Entity => &mut self.entities,
            ItemKind::Relation => &mut self.relations,
            ItemKind::Metric => &mut self.metrics,
            ItemKind::Event => &mut self.events,
            ItemKind::Topic => &mut self.topics,
            ItemKind::Area => return,
        }
        .insert(item.index());
    }
}

impl Index {
    /// Everything that belongs to an item, the item itself included.
    pub fn related(&self, dossier: &Dossier, item: Item) -> Related {
        let mut related = Related::default();
        related.insert(item);
        match item.kind {
            ItemKind::Entity => self.relate_entity(dossier, item, &mut related),
            ItemKind::Source => {
                related.quotations = positions(self.quotations_of_source(item.index()));
                for place in related.quotations.clone() {
                    self.relate_uses(place, &mut related);
                }
            }
            ItemKind::Quotation => {
                self.relate_uses(item.index(), &mut related);
                let speaker = dossier.quotations.get(item.index()).and_then(|q| q.speaker.as_ref());
                related
                    .entities
                    .extend(speaker.and_then(|s| self.place(ItemKind::Entity, s.as_str())));
            }
            _ => {
                related.quotations.extend(self.quotations_of(dossier, item));
                self.relate_named(dossier, item, &mut related);
            }
        }
        for quotation in &related.quotations {
            related.sources.insert(self.source_of(*quotation));
        }
        related
    }

    fn relate_uses(&self, quotation: usize, related: &mut Related) {
        for usage in self.uses(quotation) {
            related.insert(usage.item);
        }
    }

    fn relate_entity(&self, dossier: &Dossier, item: Item, related: &mut Related) {
        let entity = item.index();
        related.metrics.extend(positions(self.metrics_of_entity(entity)));
        related.events.extend(positions(self.events_of_entity(entity)));
        related.relations.extend(positions(self.relations_of_entity(entity)));
        for place in self.relations_of_entity(entity) {
            let Some(relation) = dossier.relations.get(*place as usize) else { continue };
            for end in [&relation.from, &relation.to] {
                related.entities.extend(self.place(ItemKind::Entity, end.as_str()));
            }
        }
        related.quotations.extend(self.quotations_of(dossier, item));
        related.quotations.extend(positions(self.quotations_by_speaker(entity)));
        for relation in related.relations.clone() {
            let item = Item::new(ItemKind::Relation, relation);
            related.quotations.extend(self.quotations_of(dossier, item));
        }
        for quotation in &related.quotations {
            let topics = self.uses(*quotation).iter().filter(|u| u.item.kind == ItemKind::Topic);
            related.topics.extend(topics.map(|u| u.item.index()));
        }
    }

    /// The entities and metrics that a metric, event, relation or topic names.
    fn relate_named(&self, dossier: &Dossier, item: Item, related: &mut Related) {
        let place = item.index();
        let mut ids: Vec<&EntityId> = Vec::new();
        match item.kind {
            ItemKind::Metric => {
                if let Some(metric) = dossier.metrics.get(place) {
                    ids.extend(metric.stated_by.iter().chain(&metric.about));
                }
                let inputs = self.all_inputs(dossier, place);
                for input in &inputs {
                    if let Some(metric) = dossier.metrics.get(*input) {
                        ids.extend(metric.stated_by.iter().chain(&metric.about));
                    }
                }
                related.metrics.extend(inputs);
                related.metrics.extend(positions(self.dependents_of_metric(place)));
                let series = self.series_of_metric(place).and_then(|s| dossier.series.get(s));
                related.metrics.extend(series.map_or(Vec::new(), |s| self.metrics_of_series(s)));
            }
            ItemKind::Event => {
                if let Some(event) = dossier.events.get(place) {
                    ids.extend(event.participants.iter().map(|p| &p.entity).chain(&event.place));
                }
            }
            ItemKind::Relation => {
                if let Some(relation) = dossier.relations.get(place) {
                    ids.extend([&relation.from, &relation.to]);
                }
            }
            _ => {}
        }
        related
            .entities
            .extend(ids.iter().filter_map(|id| self.place(ItemKind::Entity, id.as_str())));
        for quotation in related.quotations.clone() {
            let speaker = dossier.quotations.get(quotation).and_then(|q| q.speaker.as_ref());
            related.entities.extend(speaker.and_then(|s| self.place(ItemKind::Entity, s.as_str())));
            for usage in self.uses(quotation) {
                let wanted = match item.kind {
                    ItemKind::Topic => matches!(
                        usage.item.kind,
                        ItemKind::Metric | ItemKind::Event | ItemKind::Entity
                    ),
                    _ => usage.item.kind == ItemKind::Topic,
                };
                if wanted {
                    related.insert(usage.item);
                }
            }
        }
    }

    /// The stretches of a quotation that bear out what is in focus, in bytes of its exact words,
    /// sorted and without overlap.
    pub fn marks(&self, quotation: usize, focus: Item, related: &Related) -> Vec<Range<usize>> {
        let of = |wanted: &dyn Fn(Item) -> bool| -> Vec<Range<usize>> {
            let uses = self.uses(quotation).iter().filter(|usage| wanted(usage.item));
            uses.filter_map(|usage| usage.words.clone()).collect()
        };
        let mut marks = of(&|item| item == focus);
        // What somebody stated, or what ties them, counts for them, and what a figure is derived from
        // for that figure. A topic or an event that doesn't say which words means all of them.
        let instead: &[ItemKind] = match focus.kind {
            ItemKind::Entity | ItemKind::Quotation | ItemKind::Source => {
                &[ItemKind::Metric, ItemKind::Relation]
            }
            ItemKind::Metric => &[ItemKind::Metric],
            _ => &[],
        };
        for kind in instead {
            if marks.is_empty() {
                marks = of(&|item| item.kind == *kind && related.contains(item));
            }
        }
        merge(marks)
    }
}

/// Ranges sorted, with those that overlap or touch made one.
fn merge(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| range.start);
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}
