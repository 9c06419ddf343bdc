//! What belongs to what: built once per load, asked by every view.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use compact_str::CompactString;

use super::derivation::{self, DerivedFigures};
use super::item::shorten;
use super::{Dossier, Entity, EntityId, Item, ItemKind};

/// Ids and the items that carry them.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    items: HashMap<CompactString, Item>,
}

impl Catalogue {
    /// The catalogue of a dossier; where two items share an id, the first counts.
    pub fn of(dossier: &Dossier) -> Self {
        let total = Self::KINDS.iter().map(|kind| dossier.count(*kind)).sum();
        let mut items = HashMap::with_capacity(total);
        for kind in Self::KINDS {
            for position in 0..dossier.count(kind) {
                let item = Item::new(kind, position);
                items.entry(CompactString::from(dossier.id_of(item))).or_insert(item);
            }
        }
        Self { items }
    }

    /// Kinds of item in the order of the file.
    pub const KINDS: [ItemKind; 8] = [
        ItemKind::Area,
        ItemKind::Source,
        ItemKind::Quotation,
        ItemKind::Entity,
        ItemKind::Relation,
        ItemKind::Metric,
        ItemKind::Event,
        ItemKind::Topic,
    ];

    /// The item with an id.
    pub fn find(&self, id: &str) -> Option<Item> {
        self.items.get(id).copied()
    }

    /// All ids of one kind, in no order.
    pub fn ids(&self, kind: ItemKind) -> impl Iterator<Item = &str> {
        self.items.iter().filter(move |(_, item)| item.kind == kind).map(|(id, _)| id.as_str())
    }
}

/// One item's use of a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// What cites it.
    pub item: Item,
    /// The stretch it cites, in bytes of the quotation's exact words; `None` for all of it.
    pub words: Option<Range<usize>>,
}

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

/// The index over one dossier.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// Ids and their items.
    pub catalogue: Catalogue,
    /// The figures of derived metrics.
    pub derived: DerivedFigures,
    uses: Vec<Vec<Use>>,
    quotation_sources: Vec<u32>,
    source_quotations: Vec<Vec<u32>>,
    speaker_quotations: Vec<Vec<u32>>,
    entity_sources: Vec<BTreeSet<u32>>,
    entity_metrics: Vec<Vec<u32>>,
    entity_relations: Vec<Vec<u32>>,
    entity_events: Vec<Vec<u32>>,
    dependents: Vec<Vec<u32>>,
}

#[expect(clippy::cast_possible_truncation, reason = "positions fit, see Item::new")]
const fn narrow(position: usize) -> u32 {
    position as u32
}

impl Index {
    /// Builds the index. References that lead nowhere are passed over: the integrity checks have
    /// reported them.
    pub fn build(dossier: &Dossier, catalogue: Catalogue) -> Self {
        let mut index = Self {
            derived: derivation::compute_all(dossier, &catalogue),
            catalogue,
            uses: vec![Vec::new(); dossier.quotations.len()],
            quotation_sources: Vec::with_capacity(dossier.quotations.len()),
            source_quotations: vec![Vec::new(); dossier.sources.len()],
            speaker_quotations: vec![Vec::new(); dossier.entities.len()],
            entity_sources: vec![BTreeSet::new(); dossier.entities.len()],
            entity_metrics: vec![Vec::new(); dossier.entities.len()],
            entity_relations: vec![Vec::new(); dossier.entities.len()],
            entity_events: vec![Vec::new(); dossier.entities.len()],
            dependents: vec![Vec::new(); dossier.metrics.len()],
        };
        index.add_quotations(dossier);
        index.add_uses(dossier);
        index.add_entities(dossier);
        index
    }

    fn place(&self, kind: ItemKind, id: &str) -> Option<usize> {
        self.catalogue.find(id).filter(|item| item.kind == kind).map(Item::index)
    }

    fn add_quotations(&mut self, dossier: &Dossier) {
        for (place, quotation) in dossier.quotations.iter().enumerate() {
            let source = self.place(ItemKind::Source, quotation.source.as_str()).unwrap_or(0);
            self.quotation_sources.push(narrow(source));
            push(&mut self.source_quotations, source, place);
            let speaker = quotation.speaker.as_ref();
            if let Some(at) = speaker.and_then(|s| self.place(ItemKind::Entity, s.as_str())) {
                push(&mut self.speaker_quotations, at, place);
                if let Some(sources) = self.entity_sources.get_mut(at) {
                    sources.insert(narrow(source));
                }
            }
        }
    }

    fn add_uses(&mut self, dossier: &Dossier) {
        for kind in Catalogue::KINDS {
            for position in 0..dossier.count(kind) {
                let item = Item::new(kind, position);
                for citation in dossier.citations(item) {
                    let Some(at) = self.place(ItemKind::Quotation, citation.id.as_str()) else {
                        continue;
                    };
                    let words = citation.words.as_ref().and_then(|words| {
                        let exact = &dossier.quotations.get(at)?.selector.exact;
                        exact.find(words.as_str()).map(|start| start..start + words.len())
                    });
                    let usage = Use { item, words };
                    if let Some(uses) = self.uses.get_mut(at)
                        && !uses.contains(&usage)
                    {
                        uses.push(usage);
                    }
                    if kind == ItemKind::Entity {
                        let source = self.quotation_sources.get(at).copied().unwrap_or(0);
                        if let Some(sources) = self.entity_sources.get_mut(position) {
                            sources.insert(source);
                        }
                    }
                }
            }
        }
    }

    fn add_entities(&mut self, dossier: &Dossier) {
        for (place, metric) in dossier.metrics.iter().enumerate() {
            let named: BTreeSet<usize> = metric
                .stated_by
                .iter()
                .chain(&metric.about)
                .filter_map(|id| self.place(ItemKind::Entity, id.as_str()))
                .collect();
            for entity in named {
                push(&mut self.entity_metrics, entity, place);
            }
            for input in metric.derivation().iter().flat_map(|d| &d.inputs) {
                if let Some(base) = self.place(ItemKind::Metric, input.metric.as_str()) {
                    push(&mut self.dependents, base, place);
                }
            }
        }
        for (place, relation) in dossier.relations.iter().enumerate() {
            for end in [&relation.from, &relation.to] {
                if let Some(entity) = self.place(ItemKind::Entity, end.as_str()) {
                    push(&mut self.entity_relations, entity, place);
                }
            }
        }
        for (place, event) in dossier.events.iter().enumerate() {
            let ids = event.participants.iter().map(|p| &p.entity).chain(&event.place);
            let named: BTreeSet<usize> =
                ids.filter_map(|id| self.place(ItemKind::Entity, id.as_str())).collect();
            for entity in named {
                push(&mut self.entity_events, entity, place);
            }
        }
    }

    /// A short name to show for an item.
    pub fn title_of(&self, dossier: &Dossier, item: Item) -> String {
        let i = item.index();
        match item.kind {
            ItemKind::Source => dossier.sources.get(i).map(|x| x.title.clone()),
            ItemKind::Quotation => {
                dossier.quotations.get(i).map(|x| shorten(&x.selector.exact, 60))
            }
            ItemKind::Entity => dossier.entities.get(i).map(|x| x.name.clone()),
            ItemKind::Relation => dossier.relations.get(i).map(|x| {
                let name =
                    |id| self.entity(dossier, id).map_or_else(String::new, |e| e.name.clone());
                format!("{} {} {}", name(&x.from), x.kind.label(), name(&x.to))
            }),
            ItemKind::Metric => dossier.metrics.get(i).map(|x| x.name.clone()),
            ItemKind::Event => dossier.events.get(i).map(|x| x.name.clone()),
            ItemKind::Topic => dossier.topics.get(i).map(|x| x.question.clone()),
            ItemKind::Area => dossier.areas.get(i).map(|x| x.name.clone()),
        }
        .unwrap_or_default()
    }

    /// The entity with an id.
    pub fn entity<'d>(&self, dossier: &'d Dossier, id: &EntityId) -> Option<&'d Entity> {
        dossier.entities.get(self.place(ItemKind::Entity, id.as_str())?)
    }

    /// What cites a quotation, in the order of the file.
    pub fn uses(&self, quotation: usize) -> &[Use] {
        self.uses.get(quotation).map_or(&[], Vec::as_slice)
    }

    /// The source of a quotation.
    pub fn source_of(&self, quotation: usize) -> usize {
        self.quotation_sources.get(quotation).map_or(0, |s| *s as usize)
    }

    /// The quotations of a source, in the order of the file.
    pub fn quotations_of_source(&self, source: usize) -> &[u32] {
        at(&self.source_quotations, source)
    }

    /// The quotations in which an entity speaks.
    pub fn quotations_by_speaker(&self, entity: usize) -> &[u32] {
        at(&self.speaker_quotations, entity)
    }

    /// The sources that speak of an entity or quote it.
    pub fn sources_of_entity(&self, entity: usize) -> Option<&BTreeSet<u32>> {
        self.entity_sources.get(entity)
    }

    /// The metrics that an entity stated or that are about it.
    pub fn metrics_of_entity(&self, entity: usize) -> &[u32] {
        at(&self.entity_metrics, entity)
    }

    /// The relations that an entity has.
    pub fn relations_of_entity(&self, entity: usize) -> &[u32] {
        at(&self.entity_relations, entity)
    }

    /// The events in which an entity took part, or whose place it is.
    pub fn events_of_entity(&self, entity: usize) -> &[u32] {
        at(&self.entity_events, entity)
    }

    /// The metrics that are derived from a metric.
    pub fn dependents_of_metric(&self, metric: usize) -> &[u32] {
        at(&self.dependents, metric)
    }

    /// The value of a metric, stated or derived.
    pub fn value_of<'a>(&'a self, dossier: &'a Dossier, metric: usize) -> Option<&'a super::Value> {
        let stated = dossier.metrics.get(metric)?.stated();
        stated.or_else(|| self.derived.get(&metric)?.as_ref().ok().map(|derived| &derived.value))
    }

    /// The quotations that bear out an item, its own words first; a derived metric has those of its
    /// inputs.
    pub fn quotations_of(&self, dossier: &Dossier, item: Item) -> Vec<usize> {
        let mut found = Vec::new();
        let mut add = |place: usize| {
            if !found.contains(&place) {
                found.push(place);
            }
        };
        if item.kind == ItemKind::Quotation {
            add(item.index());
        }
        for citation in dossier.citations(item) {
            if let Some(place) = self.place(ItemKind::Quotation, citation.id.as_str()) {
                add(place);
            }
        }
        if item.kind == ItemKind::Metric {
            for input in self.all_inputs(dossier, item.index()) {
                for citation in dossier.citations(Item::new(ItemKind::Metric, input)) {
                    if let Some(place) = self.place(ItemKind::Quotation, citation.id.as_str()) {
                        add(place);
                    }
                }
            }
        }
        found
    }

    /// The metrics that a derived metric comes from, through all steps.
    pub fn all_inputs(&self, dossier: &Dossier, metric: usize) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        let mut next = vec![metric];
        while let Some(place) = next.pop() {
            let derivation = dossier.metrics.get(place).and_then(|m| m.derivation());
            for input in derivation.iter().flat_map(|d| &d.inputs) {
                if let Some(base) = self.place(ItemKind::Metric, input.metric.as_str())
                    && base != metric
                    && !found.contains(&base)
                {
                    found.push(base);
                    next.push(base);
                }
            }
        }
        found
    }

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
                    ItemKind::Topic => {
                        matches!(usage.item.kind, ItemKind::Metric | ItemKind::Event)
                    }
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
        if marks.is_empty() {
            marks = of(&|item| item.kind == ItemKind::Metric && related.contains(item));
        }
        if marks.is_empty() {
            marks = of(&|item| item.kind == ItemKind::Relation && related.contains(item));
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

/// Places come in rising order, so a repeated one is the last.
fn push(lists: &mut [Vec<u32>], list: usize, place: usize) {
    if let Some(list) = lists.get_mut(list)
        && list.last() != Some(&narrow(place))
    {
        list.push(narrow(place));
    }
}

fn at(lists: &[Vec<u32>], list: usize) -> &[u32] {
    lists.get(list).map_or(&[], Vec::as_slice)
}

fn positions(list: &[u32]) -> BTreeSet<usize> {
    list.iter().map(|place| *place as usize).collect()
}
