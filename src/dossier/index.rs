//! What belongs to what: built once per load, asked by every view.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::catalogue::Catalogue;
use super::derivation::{self, DerivedFigures};
use super::{
    Citation, Dossier, Entity, EntityId, Event, EventId, Item, ItemKind, Quotation, Series,
};
use crate::text::shorten;

/// One item's use of a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// What cites it.
    pub item: Item,
    /// The stretch it cites, in bytes of the quotation's exact words; `None` for all of it.
    pub words: Option<Range<usize>>,
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
    series: BTreeMap<u32, u32>,
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
            series: BTreeMap::new(),
        };
        index.add_quotations(dossier);
        index.add_uses(dossier);
        index.add_entities(dossier);
        index.add_series(dossier);
        index
    }

    pub(super) fn place(&self, kind: ItemKind, id: &str) -> Option<usize> {
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

    fn add_series(&mut self, dossier: &Dossier) {
        for (place, series) in dossier.series.iter().enumerate() {
            for metric in self.metrics_of_series(series) {
                self.series.insert(narrow(metric), narrow(place));
            }
        }
    }

    /// The metrics of a series, in its order.
    pub fn metrics_of_series(&self, series: &Series) -> Vec<usize> {
        let places = series.metrics.iter().map(|id| self.place(ItemKind::Metric, id.as_str()));
        places.flatten().collect()
    }

    /// The series that a metric belongs to.
    pub fn series_of_metric(&self, metric: usize) -> Option<usize> {
        self.series.get(&narrow(metric)).map(|series| *series as usize)
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
                let event = x.event.as_ref().and_then(|id| self.event(dossier, id));
                let object = event.map_or_else(|| name(&x.to), |event| event.name.clone());
                format!("{} {} {object}", name(&x.from), x.kind.label())
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

    /// The event with an id.
    pub fn event<'d>(&self, dossier: &'d Dossier, id: &EventId) -> Option<&'d Event> {
        dossier.events.get(self.place(ItemKind::Event, id.as_str())?)
    }

    /// The quotation that a citation points at, and its place.
    pub fn quotation<'d>(
        &self,
        dossier: &'d Dossier,
        citation: &Citation,
    ) -> Option<(usize, &'d Quotation)> {
        let place = self.place(ItemKind::Quotation, citation.id.as_str())?;
        Some((place, dossier.quotations.get(place)?))
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
        let mut seen = BTreeSet::new();
        let mut add = |place: usize| {
            if seen.insert(place) {
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

pub(super) fn positions(list: &[u32]) -> BTreeSet<usize> {
    list.iter().map(|place| *place as usize).collect()
}
