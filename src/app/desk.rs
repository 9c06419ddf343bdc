//! What the Desk shows under a focus and a filter: which items, in which order, and which step
//! back. Computed when focus or filter change, never per frame.

use super::dashboard::{self, MetricOrder, MetricRow};
use super::state::{Document, Filter, KindFilter};
use crate::dossier::{Dossier, EntityKind, Index, Item, ItemKind, Related};
use crate::search::Haystack;
use crate::text::fold;

/// The contents of the Desk's columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeskContents {
    /// Counts up with every change, so that lists know when to lay out anew.
    pub version: u64,
    /// What belongs to the focus; `None` without a focus.
    pub related: Option<Related>,
    /// Places of entities, in order.
    pub entities: Vec<u32>,
    /// Rows of metrics.
    pub metric_rows: Vec<MetricRow>,
    /// How many metrics are shown.
    pub metrics: usize,
    /// One column a source that is shown.
    pub columns: Vec<SourceColumn>,
    /// Kinds of entity that there are, with how many of each the other filters leave.
    pub kinds: Vec<(EntityKind, usize)>,
    /// Whether text narrows the columns.
    pub searching: bool,
}

impl DeskContents {
    /// Whether an item stands in front: there is no focus, or it belongs to it.
    pub fn in_front(&self, item: Item) -> bool {
        self.related.as_ref().is_none_or(|related| related.contains(item))
    }
}

/// The quotations of one source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceColumn {
    /// The place of the source.
    pub source: usize,
    /// Places of quotations, those that belong to the focus first.
    pub quotations: Vec<u32>,
    /// How many of them belong to the focus.
    pub in_front: usize,
}

/// Computes what the Desk shows.
pub fn contents(
    document: &Document,
    focus: Option<Item>,
    filter: &Filter,
    order: MetricOrder,
    version: u64,
) -> DeskContents {
    contents_of(
        &document.dossier,
        &document.index,
        &document.haystack,
        focus,
        filter,
        order,
        version,
    )
}

/// The same from the parts of a document.
pub fn contents_of(
    dossier: &Dossier,
    index: &Index,
    haystack: &Haystack,
    focus: Option<Item>,
    filter: &Filter,
    order: MetricOrder,
    version: u64,
) -> DeskContents {
    let selection = Selection {
        dossier,
        index,
        haystack,
        focus,
        filter,
        order,
        query: fold(&filter.text),
        related: focus.map(|item| index.related(dossier, item)),
    };
    let (entities, kinds) = selection.entities();
    let metrics = selection.metrics();
    DeskContents {
        version,
        entities,
        kinds,
        metrics: metrics.len(),
        metric_rows: dashboard::rows(dossier, index, order, &metrics),
        columns: selection.columns(),
        searching: !selection.query.is_empty(),
        related: selection.related,
    }
}

struct Selection<'d> {
    dossier: &'d Dossier,
    index: &'d Index,
    haystack: &'d Haystack,
    focus: Option<Item>,
    filter: &'d Filter,
    order: MetricOrder,
    query: String,
    related: Option<Related>,
}

impl Selection<'_> {
    /// Whether search and filters leave an item in. They never take the focus away: whoever follows
    /// a citation gets to see the words.
    fn is_left(&self, item: Item, filtered_in: bool) -> bool {
        let found = || self.query.is_empty() || self.haystack.holds(item, &self.query);
        self.focus == Some(item) || (filtered_in && found())
    }

    fn in_front(&self, item: Item) -> bool {
        self.related.as_ref().is_none_or(|related| related.contains(item))
    }

    /// What belongs to the focus first, each part in its own order. The column that holds the focus
    /// keeps its order: nothing jumps away under the pointer.
    fn bring_forward(&self, kind: ItemKind, places: Vec<u32>) -> Vec<u32> {
        if self.focus.is_none_or(|focus| focus.kind == kind) {
            return places;
        }
        let (mut front, back): (Vec<u32>, Vec<u32>) =
            places.into_iter().partition(|place| self.in_front(Item::new(kind, *place as usize)));
        front.extend(back);
        front
    }

    fn entities(&self) -> (Vec<u32>, Vec<(EntityKind, usize)>) {
        let mut counts = [0_usize; EntityKind::ALL.len()];
        let mut places = Vec::new();
        for (place, entity) in self.dossier.entities.iter().enumerate() {
            let item = Item::new(ItemKind::Entity, place);
            if let Some(count) = counts.get_mut(entity.kind as usize) {
                *count += usize::from(self.is_left(item, true));
            }
            let wanted = match self.filter.kind {
                KindFilter::All => true,
                KindFilter::Only(kind) => entity.kind == kind,
            };
            if self.is_left(item, wanted) {
                places.push(item.position);
            }
        }
        let kinds = EntityKind::ALL.into_iter().zip(counts);
        let present =
            kinds.filter(|(kind, _)| self.dossier.entities.iter().any(|e| e.kind == *kind));
        (self.bring_forward(ItemKind::Entity, places), present.collect())
    }

    fn metrics(&self) -> Vec<u32> {
        let area = self.filter.area.and_then(|place| self.dossier.areas.get(place));
        let places = self.dossier.metrics.iter().enumerate().filter_map(|(place, metric)| {
            let item = Item::new(ItemKind::Metric, place);
            let in_area = area.is_none_or(|area| metric.area.as_ref() == Some(&area.id));
            self.is_left(item, in_area).then_some(item.position)
        });
        let mut places: Vec<u32> = places.collect();
        self.order.sort(self.dossier, self.index, &mut places);
        let mut places = self.bring_forward(ItemKind::Metric, places);
        // Headings stand once: under each, what belongs to the focus comes first.
        if self.order == MetricOrder::Area {
            self.order.sort(self.dossier, self.index, &mut places);
        }
        places
    }

    fn is_head(&self, quotation: u32) -> bool {
        self.dossier.quotations.get(quotation as usize).is_some_and(|q| q.paragraph == 0)
    }

    fn columns(&self) -> Vec<SourceColumn> {
        // What a figure or an event cites first says it best; persons speak in the text's order.
        let cited = match self.focus {
            Some(focus) if !matches!(focus.kind, ItemKind::Entity | ItemKind::Source) => {
                self.index.quotations_of(self.dossier, focus)
            }
            _ => Vec::new(),
        };
        let rank = |place: &u32| {
            let at = cited.iter().position(|cited| *cited == *place as usize);
            at.unwrap_or(usize::MAX)
        };
        let of_focus = self.focus.filter(|focus| focus.kind == ItemKind::Quotation);
        let of_focus = of_focus.map(|focus| self.index.source_of(focus.index()));
        let shown = (0..self.dossier.sources.len()).filter(|source| {
            of_focus == Some(*source) || !self.filter.hidden_sources.contains(source)
        });
        let mut columns: Vec<SourceColumn> = shown
            .map(|source| {
                let places = self.index.quotations_of_source(source).iter().copied();
                let item = |place: u32| Item { kind: ItemKind::Quotation, position: place };
                let found = places.filter(|place| self.is_left(item(*place), true));
                // Headlines and bylines say least: they come after the body.
                let (mut found, head): (Vec<u32>, Vec<u32>) =
                    found.partition(|place| !self.is_head(*place));
                found.extend(head);
                let in_front = found.iter().filter(|place| self.in_front(item(**place))).count();
                let mut quotations = self.bring_forward(ItemKind::Quotation, found);
                if self.focus.is_some_and(|focus| focus.kind != ItemKind::Quotation)
                    && let Some(front) = quotations.get_mut(..in_front)
                {
                    front.sort_by_key(rank);
                }
                SourceColumn { source, quotations, in_front }
            })
            .collect();
        // With many sources, those that have something to say to the focus come first.
        if self.related.is_some() && columns.len() > FEW_SOURCES {
            columns.sort_by_key(|column| column.in_front == 0);
        }
        columns
    }
}

/// Up to this many sources keep their places whatever is in focus.
const FEW_SOURCES: usize = 2;
