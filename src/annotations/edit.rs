//! Edits: what changes the analyst's work, each with a name and its own reverse.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Annotation, AnnotationKind, Annotations, Pin};

/// One change of the analyst's work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Edit {
    /// Puts an annotation at a place among the others.
    Insert {
        /// Its place.
        at: usize,
        /// The annotation.
        annotation: Annotation,
    },
    /// Takes an annotation away.
    Remove {
        /// Its id.
        id: String,
    },
    /// Gives an annotation other words.
    Rewrite {
        /// Its id.
        id: String,
        /// Its new kind.
        kind: AnnotationKind,
        /// Its new words.
        text: String,
        /// Its new tags.
        tags: Vec<String>,
        /// When.
        modified: Timestamp,
    },
    /// Pins something to the brief, at a place among the pins.
    Pin {
        /// The place.
        at: usize,
        /// What.
        pin: Pin,
    },
    /// Takes a pin away.
    Unpin {
        /// What.
        pin: Pin,
    },
    /// Names the analyst.
    Sign {
        /// The name, as it is to stand on briefs.
        analyst: String,
    },
}

impl Edit {
    /// What the edit does, for "Undo: …".
    pub fn name(&self) -> &'static str {
        match self {
            Self::Insert { .. } => "add annotation",
            Self::Remove { .. } => "delete annotation",
            Self::Rewrite { .. } => "change annotation",
            Self::Pin { .. } => "pin to brief",
            Self::Unpin { .. } => "unpin from brief",
            Self::Sign { .. } => "change author",
        }
    }

    /// Applies the edit and returns the one that reverses it; `None`, and no change, where there is
    /// nothing to apply it to.
    pub fn apply(self, to: &mut Annotations) -> Option<Self> {
        match self {
            Self::Insert { at, annotation } => {
                if to.get(&annotation.id).is_some() {
                    return None;
                }
                let id = annotation.id.clone();
                to.annotations.insert(at.min(to.annotations.len()), annotation);
                Some(Self::Remove { id })
            }
            Self::Remove { id } => {
                let at = to.annotations.iter().position(|a| a.id == id)?;
                Some(Self::Insert { at, annotation: to.annotations.remove(at) })
            }
            Self::Rewrite { id, kind, text, tags, modified } => {
                let annotation = to.annotations.iter_mut().find(|a| a.id == id)?;
                if annotation.kind == kind && annotation.text == text && annotation.tags == tags {
                    return None;
                }
                Some(Self::Rewrite {
                    id,
                    kind: std::mem::replace(&mut annotation.kind, kind),
                    text: std::mem::replace(&mut annotation.text, text),
                    tags: std::mem::replace(&mut annotation.tags, tags),
                    modified: std::mem::replace(&mut annotation.modified, modified),
                })
            }
            Self::Pin { at, pin } => {
                if to.is_pinned(&pin) {
                    return None;
                }
                to.pins.insert(at.min(to.pins.len()), pin.clone());
                Some(Self::Unpin { pin })
            }
            Self::Unpin { pin } => {
                let at = to.pins.iter().position(|p| *p == pin)?;
                to.pins.remove(at);
                Some(Self::Pin { at, pin })
            }
            Self::Sign { analyst } => {
                if to.analyst == analyst {
                    return None;
                }
                Some(Self::Sign { analyst: std::mem::replace(&mut to.analyst, analyst) })
            }
        }
    }
}
