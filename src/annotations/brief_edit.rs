//! Edits of one brief, each with its own reverse.

use serde::{Deserialize, Serialize};

use super::brief::{Brief, BriefHead, Content, Entry, Section};

/// One change of a brief.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BriefEdit {
    /// Changes what stands above it.
    SetHead(BriefHead),
    /// Puts a section at a place among the others.
    InsertSection {
        /// The place.
        at: usize,
        /// The section.
        section: Section,
    },
    /// Takes a section away.
    RemoveSection {
        /// Its id.
        id: String,
    },
    /// Gives a section another heading.
    Rename {
        /// Its id.
        id: String,
        /// The heading.
        heading: String,
    },
    /// Moves a section.
    MoveSection {
        /// Its id.
        id: String,
        /// The place it then has.
        to: usize,
    },
    /// Puts an entry into a section.
    Insert {
        /// The id of the section.
        section: String,
        /// The place in it.
        at: usize,
        /// The entry.
        entry: Entry,
    },
    /// Takes an entry away.
    Remove {
        /// Its id.
        id: String,
    },
    /// Changes what an entry is or how it reads.
    Rewrite {
        /// Its id.
        id: String,
        /// What it is then.
        content: Content,
    },
    /// Moves an entry.
    Move {
        /// Its id.
        id: String,
        /// The id of the section it then stands in.
        section: String,
        /// The place it then has.
        to: usize,
    },
}

impl BriefEdit {
    /// What the edit does, for "Undo: …".
    pub fn name(&self) -> &'static str {
        match self {
            Self::SetHead(_) => "change head of brief",
            Self::InsertSection { .. } => "add section",
            Self::RemoveSection { .. } => "remove section",
            Self::Rename { .. } => "rename section",
            Self::MoveSection { .. } => "move section",
            Self::Insert { .. } => "add to brief",
            Self::Remove { .. } => "remove from brief",
            Self::Rewrite { content: Content::Text { .. }, .. } => "change text of brief",
            Self::Rewrite { .. } => "change how it reads",
            Self::Move { .. } => "move in brief",
        }
    }

    /// Applies the edit and returns the one that reverses it; `None`, and no change, where there is
    /// nothing to apply it to.
    pub fn apply(self, to: &mut Brief) -> Option<Self> {
        match self {
            Self::SetHead(head) => {
                let changed = head != to.head;
                changed.then(|| Self::SetHead(std::mem::replace(&mut to.head, head)))
            }
            Self::InsertSection { at, section } => {
                let mut ids =
                    std::iter::once(&section.id).chain(section.entries.iter().map(|e| &e.id));
                if ids.any(|id| is_taken(to, id)) {
                    return None;
                }
                let id = section.id.clone();
                to.sections.insert(at.min(to.sections.len()), section);
                Some(Self::RemoveSection { id })
            }
            Self::RemoveSection { id } => {
                let at = to.sections.iter().position(|section| section.id == id)?;
                Some(Self::InsertSection { at, section: to.sections.remove(at) })
            }
            Self::Rename { id, heading } => {
                let section = to.sections.iter_mut().find(|section| section.id == id)?;
                if section.heading == heading {
                    return None;
                }
                let heading = std::mem::replace(&mut section.heading, heading);
                Some(Self::Rename { id, heading })
            }
            Self::MoveSection { id, to: place } => {
                let from = to.sections.iter().position(|section| section.id == id)?;
                let place = place.min(to.sections.len() - 1);
                if place == from {
                    return None;
                }
                let section = to.sections.remove(from);
                to.sections.insert(place, section);
                Some(Self::MoveSection { id, to: from })
            }
            Self::Insert { section, at, entry } => {
                if is_taken(to, &entry.id) {
                    return None;
                }
                let entries =
                    &mut to.sections.iter_mut().find(|known| known.id == section)?.entries;
                let id = entry.id.clone();
                entries.insert(at.min(entries.len()), entry);
                Some(Self::Remove { id })
            }
            Self::Remove { id } => {
                let (section, at, _) = to.entry(&id)?;
                let section = to.sections.get_mut(section)?;
                let entry = section.entries.remove(at);
                Some(Self::Insert { section: section.id.clone(), at, entry })
            }
            Self::Rewrite { id, content } => {
                let entries = to.sections.iter_mut().flat_map(|section| &mut section.entries);
                let mut entries = entries.filter(|entry| entry.id == id);
                let entry = entries.next().filter(|entry| entry.content != content)?;
                let content = std::mem::replace(&mut entry.content, content);
                Some(Self::Rewrite { id, content })
            }
            Self::Move { id, section, to: place } => {
                let (from, at, _) = to.entry(&id)?;
                let target = to.sections.iter().position(|known| known.id == section)?;
                let home = to.sections.get_mut(from)?;
                let back = home.id.clone();
                let entry = home.entries.remove(at);
                let entries = &mut to.sections.get_mut(target)?.entries;
                let place = place.min(entries.len());
                entries.insert(place, entry);
                if (from, at) == (target, place) {
                    return None;
                }
                Some(Self::Move { id, section: back, to: at })
            }
        }
    }
}

fn is_taken(brief: &Brief, id: &str) -> bool {
    brief.section(id).is_some() || brief.entry(id).is_some()
}
