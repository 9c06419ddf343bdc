//! Ids and the items that carry them.

use std::collections::HashMap;

use compact_str::CompactString;
use foldhash::fast::RandomState;

use super::{Dossier, Item, ItemKind};

/// Ids and the items that carry them.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    items: HashMap<CompactString, Item, RandomState>,
}

impl Catalogue {
    /// The catalogue of a dossier; where two items share an id, the first counts.
    pub fn of(dossier: &Dossier) -> Self {
        let total = Self::KINDS.iter().map(|kind| dossier.count(*kind)).sum();
        let mut items = HashMap::with_capacity_and_hasher(total, RandomState::default());
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
