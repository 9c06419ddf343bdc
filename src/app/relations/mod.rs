//! What the Relations screen shows: entities and what ties them, laid out once per dossier. It knows no
//! egui.

mod forces;
mod layout;

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use layout::{Graph, Node, Tie, lay_out, tie_labels};

use super::App;
use super::jobs::Report;
use super::state::{Document, KindFilter};
use crate::dossier::{Dossier, Index, ItemKind, shorten};

/// What the screen shows.
#[derive(Clone, Debug, Default)]
pub struct Relations {
    /// Entities of this kind and what is tied to them.
    pub kind: KindFilter,
    /// Only the focus and what is tied to it.
    pub around_focus: bool,
    /// Where everything stands, once that is known.
    pub drawing: Option<Arc<Drawing>>,
    /// The layout under way.
    under_way: Option<Arc<AtomicBool>>,
}

/// Entities and ties with their places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// The entities that are tied to another.
    pub nodes: Vec<Placed>,
    /// What ties them.
    pub ties: Vec<Tied>,
}

/// An entity with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The entity, by its place in the dossier.
    pub entity: usize,
    /// Where it stands, in points from the middle.
    pub at: [f32; 2],
    /// Of its circle, in points.
    pub radius: f32,
    /// What stands under it.
    pub label: String,
}

/// Two entities with all that ties them.
#[derive(Clone, Debug, PartialEq)]
pub struct Tied {
    /// The places of both among the nodes.
    pub ends: (usize, usize),
    /// The relations, by place.
    pub relations: Vec<usize>,
    /// What stands on the line.
    pub label: String,
    /// Where it stands, in points; `None` where there is no room.
    pub label_at: Option<[f32; 2]>,
}

/// A change of what is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RelationsChange {
    /// Entities of one kind, or all.
    Kind(KindFilter),
    /// Only what is around the focus, or all.
    AroundFocus(bool),
}

/// Labels of entities are cut at so many characters.
const LONGEST_NAME: usize = 26;
/// The width of a character of a name and of a tie's label, in points, at the sizes they are set in.
const NAME_CHARACTER: f32 = 6.9;
const TIE_CHARACTER: f32 = 6.0;
/// The height of a line of either.
const LINE: f32 = 17.0;
/// The proportions that a window's canvas has.
const ASPECT: f32 = 1.75;

impl Relations {
    /// The nodes that are shown, by place.
    pub fn shown(&self, document: &Document, focus: Option<usize>) -> Vec<bool> {
        let Some(drawing) = &self.drawing else { return Vec::new() };
        let entities = &document.dossier.entities;
        let of_kind = |node: &Placed| match self.kind {
            KindFilter::All => true,
            KindFilter::Only(kind) => entities.get(node.entity).is_some_and(|e| e.kind == kind),
        };
        let centre = focus.filter(|_| self.around_focus);
        let centre = centre.and_then(|f| drawing.nodes.iter().position(|node| node.entity == f));
        let mut shown: Vec<bool> = match centre {
            Some(centre) => (0..drawing.nodes.len()).map(|node| node == centre).collect(),
            None => drawing.nodes.iter().map(of_kind).collect(),
        };
        if centre.is_some() || self.kind != KindFilter::All {
            // What is tied to them is shown with them.
            let chosen = shown.clone();
            let is_chosen = |node: usize| chosen.get(node).copied().unwrap_or_default();
            for tied in &drawing.ties {
                let (one, other) = tied.ends;
                for (node, neighbour) in [(one, other), (other, one)] {
                    if is_chosen(neighbour)
                        && let Some(shown) = shown.get_mut(node)
                    {
                        *shown = true;
                    }
                }
            }
        }
        shown
    }
}

/// The entities that are tied, and what ties them, without places.
fn graph_of(dossier: &Dossier, index: &Index) -> Drawing {
    let mut drawing = Drawing::default();
    let mut nodes: HashMap<usize, usize> = HashMap::new();
    let mut pairs: HashMap<(usize, usize), usize> = HashMap::new();
    let entity = |id: &str| {
        let item = index.catalogue.find(id).filter(|item| item.kind == ItemKind::Entity);
        item.map(crate::dossier::Item::index)
    };
    for (place, relation) in dossier.relations.iter().enumerate() {
        let ends = (entity(relation.from.as_str()), entity(relation.to.as_str()));
        let (Some(from), Some(to)) = ends else { continue };
        let mut node = |entity: usize| {
            *nodes.entry(entity).or_insert_with(|| {
                let name = dossier.entities.get(entity).map_or("", |e| e.name.as_str());
                let label = shorten(name, LONGEST_NAME);
                drawing.nodes.push(Placed { entity, at: [0.0; 2], radius: 0.0, label });
                drawing.nodes.len() - 1
            })
        };
        let (from, to) = (node(from), node(to));
        let key = (from.min(to), from.max(to));
        match pairs.get(&key).and_then(|known| drawing.ties.get_mut(*known)) {
            Some(tied) => tied.relations.push(place),
            None => {
                pairs.insert(key, drawing.ties.len());
                let label = relation.kind.label().to_owned();
                let (ends, relations) = ((from, to), vec![place]);
                drawing.ties.push(Tied { ends, relations, label, label_at: None });
            }
        }
    }
    for tied in &mut drawing.ties {
        if tied.relations.len() > 1 {
            tied.label = format!("{} +{}", tied.label, tied.relations.len() - 1);
        }
    }
    drawing
}

/// Lays the relations of a dossier out; `None` when it was given up.
fn draw(dossier: &Dossier, index: &Index, proceed: &dyn Fn(f32) -> bool) -> Option<Drawing> {
    let mut drawing = graph_of(dossier, index);
    let mut degrees = vec![0_usize; drawing.nodes.len()];
    for tied in &drawing.ties {
        for end in [tied.ends.0, tied.ends.1] {
            if let Some(degree) = degrees.get_mut(end) {
                *degree += 1;
            }
        }
    }
    for (node, degree) in drawing.nodes.iter_mut().zip(&degrees) {
        node.radius = (12.0 + 4.0 * (*degree as f32).sqrt()).min(30.0);
    }
    let width = |label: &str, character: f32| label.chars().count() as f32 * character + 6.0;
    let nodes = drawing.nodes.iter().map(|node| Node {
        radius: node.radius,
        label: [width(&node.label, NAME_CHARACTER), LINE],
    });
    let ties = drawing.ties.iter().map(|tied| Tie { from: tied.ends.0, to: tied.ends.1 });
    let graph = Graph { nodes: nodes.collect(), ties: ties.collect() };
    let places = lay_out(&graph, ASPECT, proceed)?;
    let sizes: Vec<[f32; 2]> =
        drawing.ties.iter().map(|tied| [width(&tied.label, TIE_CHARACTER), LINE]).collect();
    let labels = tie_labels(&graph, &places, &sizes);
    for (node, at) in drawing.nodes.iter_mut().zip(&places) {
        node.at = *at;
    }
    for (tied, label_at) in drawing.ties.iter_mut().zip(labels) {
        tied.label_at = label_at;
    }
    Some(drawing)
}

impl App {
    pub(super) fn change_relations(&mut self, change: RelationsChange) {
        match change {
            RelationsChange::Kind(kind) => self.state.relations.kind = kind,
            RelationsChange::AroundFocus(around) => self.state.relations.around_focus = around,
        }
    }

    /// Starts laying the relations out, once per dossier.
    pub(super) fn lay_out_relations(&mut self) {
        let relations = &mut self.state.relations;
        let Some(document) = &self.state.document else { return };
        if relations.drawing.is_some() || relations.under_way.is_some() {
            return;
        }
        let stop = Arc::new(AtomicBool::new(false));
        relations.under_way = Some(Arc::clone(&stop));
        let (dossier, index) = (Arc::clone(&document.dossier), Arc::clone(&document.index));
        self.jobs.start("lay out the relations", move || {
            let drawing = draw(&dossier, &index, &|_| !stop.load(Ordering::Relaxed));
            Report::RelationsDrawn(stop, drawing)
        });
    }

    pub(super) fn relations_drawn(&mut self, of: &Arc<AtomicBool>, drawing: Option<Drawing>) {
        let relations = &mut self.state.relations;
        if relations.under_way.as_ref().is_some_and(|known| Arc::ptr_eq(known, of)) {
            relations.under_way = None;
            relations.drawing = drawing.map(Arc::new);
        }
    }

    /// Gives up what belongs to the dossier open before.
    pub(super) fn forget_relations(&mut self) {
        if let Some(stop) = self.state.relations.under_way.take() {
            stop.store(true, Ordering::Relaxed);
        }
        self.state.relations = Relations::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Catalogue;
    use crate::dossier::parse::parse;

    #[test]
    fn the_bundled_dossier_is_drawn_the_same_each_time_and_without_overlaps() {
        let dossier = parse(crate::store::bundled::DOSSIER).unwrap();
        let index = Index::build(&dossier, Catalogue::of(&dossier));
        let drawing = draw(&dossier, &index, &|_| true).unwrap();
        assert_eq!(draw(&dossier, &index, &|_| true).unwrap(), drawing);
        assert!(drawing.nodes.len() > 20, "{} nodes", drawing.nodes.len());
        let relations: usize = drawing.ties.iter().map(|tied| tied.relations.len()).sum();
        assert_eq!(relations, dossier.relations.len());
        let extents: Vec<[f32; 4]> = drawing
            .nodes
            .iter()
            .map(|node| {
                let label = [node.label.chars().count() as f32 * NAME_CHARACTER, LINE];
                layout::extent(&Node { radius: node.radius, label }, node.at)
            })
            .collect();
        for (i, a) in extents.iter().enumerate() {
            for (j, b) in extents.iter().enumerate().skip(i + 1) {
                let apart = a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1];
                assert!(apart, "{} / {}", drawing.nodes[i].label, drawing.nodes[j].label);
            }
        }
    }
}
