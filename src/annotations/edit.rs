//! Edits: what changes the analyst's work, each with a name and its own reverse.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    Annotation, AnnotationKind, Annotations, Attachment, Brief, BriefEdit, Parallel, Pin,
    Settlement, Verdict, Version, version,
};
use crate::dossier::{QuotationId, SourceId};

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
    /// Says where the text of a source is, or no longer.
    Attach {
        /// The source.
        source: SourceId,
        /// The path of its text.
        path: Option<String>,
    },
    /// Settles a quotation, or takes that back.
    Settle {
        /// The quotation.
        quotation: QuotationId,
        /// What was decided.
        settlement: Option<Box<Settlement>>,
    },
    /// Decides on passages that are alike, at a place among the parallels.
    AddParallel {
        /// The place.
        at: usize,
        /// What was decided.
        parallel: Box<Parallel>,
    },
    /// Takes that back.
    RemoveParallel {
        /// Its id.
        id: String,
    },
    /// Puts an earlier copy of all the work in the place of what there is.
    Restore {
        /// The copy.
        annotations: Box<Annotations>,
    },
    /// Gives a parallel another question.
    AskParallel {
        /// Its id.
        id: String,
        /// The question.
        question: String,
    },
    /// Puts a brief at a place among the others.
    AddBrief {
        /// The place.
        at: usize,
        /// The brief.
        brief: Box<Brief>,
    },
    /// Takes a brief away.
    RemoveBrief {
        /// Its id.
        id: String,
    },
    /// Changes a brief.
    ChangeBrief {
        /// Its id.
        id: String,
        /// How.
        edit: Box<BriefEdit>,
    },
    /// Remembers what was exported, in the order in which that was done.
    AddVersion {
        /// What.
        version: Box<Version>,
    },
    /// Forgets that.
    RemoveVersion {
        /// What.
        version: Box<Version>,
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
            Self::Attach { path: Some(_), .. } => "attach text",
            Self::Attach { path: None, .. } => "detach text",
            Self::Settle { settlement: Some(_), .. } => "settle quotation",
            Self::Settle { settlement: None, .. } => "reopen quotation",
            Self::AddParallel { parallel, .. } => match parallel.verdict {
                Verdict::Accepted => "accept suggestion",
                Verdict::Rejected => "reject suggestion",
            },
            Self::RemoveParallel { .. } => "take suggestion back",
            Self::AskParallel { .. } => "change question",
            Self::AddBrief { .. } => "add brief",
            Self::RemoveBrief { .. } => "delete brief",
            Self::ChangeBrief { edit, .. } => edit.name(),
            Self::AddVersion { .. } => "remember export",
            Self::RemoveVersion { .. } => "forget export",
            Self::Restore { .. } => "bring back earlier copy",
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
            Self::Attach { source, path } => {
                let new = path.map(|path| Attachment { source: source.clone(), path });
                let old = replace(&mut to.attachments, &source, |known| &known.source, new)?;
                Some(Self::Attach { source, path: old.map(|attachment| attachment.path) })
            }
            Self::Settle { quotation, settlement } => {
                let new = settlement.map(|settlement| *settlement);
                let old = replace(&mut to.settlements, &quotation, |known| &known.quotation, new)?;
                Some(Self::Settle { quotation, settlement: old.map(Box::new) })
            }
            Self::AddParallel { at, parallel } => {
                if to.parallels.iter().any(|known| known.id == parallel.id) {
                    return None;
                }
                let id = parallel.id.clone();
                to.parallels.insert(at.min(to.parallels.len()), *parallel);
                Some(Self::RemoveParallel { id })
            }
            Self::RemoveParallel { id } => {
                let at = to.parallels.iter().position(|known| known.id == id)?;
                Some(Self::AddParallel { at, parallel: Box::new(to.parallels.remove(at)) })
            }
            Self::Restore { mut annotations } => {
                annotations.dossier.clone_from(&to.dossier);
                if *annotations == *to {
                    return None;
                }
                std::mem::swap(to, &mut *annotations);
                Some(Self::Restore { annotations })
            }
            Self::AskParallel { id, question } => {
                let parallel = to.parallels.iter_mut().find(|known| known.id == id)?;
                if parallel.question == question {
                    return None;
                }
                let question = std::mem::replace(&mut parallel.question, question);
                Some(Self::AskParallel { id, question })
            }
            Self::AddBrief { at, brief } => add_brief(to, at, *brief),
            Self::RemoveBrief { id } => {
                let at = to.briefs.iter().position(|known| known.id == id)?;
                Some(Self::AddBrief { at, brief: Box::new(to.briefs.remove(at)) })
            }
            Self::ChangeBrief { id, edit } => change_brief(to, id, *edit),
            Self::AddVersion { version } => {
                version::remember(&mut to.versions, (*version).clone());
                Some(Self::RemoveVersion { version })
            }
            Self::RemoveVersion { version } => {
                let at = to.versions.iter().position(|known| *known == *version)?;
                to.versions.remove(at);
                Some(Self::AddVersion { version })
            }
        }
    }
}

fn add_brief(to: &mut Annotations, at: usize, brief: Brief) -> Option<Edit> {
    if to.brief(&brief.id).is_some() {
        return None;
    }
    let id = brief.id.clone();
    to.briefs.insert(at.min(to.briefs.len()), brief);
    Some(Edit::RemoveBrief { id })
}

fn change_brief(to: &mut Annotations, id: String, edit: BriefEdit) -> Option<Edit> {
    let brief = to.briefs.iter_mut().find(|known| known.id == id)?;
    let edit = Box::new(edit.apply(brief)?);
    Some(Edit::ChangeBrief { id, edit })
}

/// Puts an element in the place of the one with the same key, and returns that; `None` where nothing
/// changes. The list stays in the order of the keys, so that undoing leads back to the same list.
#[expect(clippy::option_option, reason = "whether anything changed, and what was there")]
fn replace<T: PartialEq, K: Ord>(
    list: &mut Vec<T>,
    key: &K,
    key_of: impl Fn(&T) -> &K,
    new: Option<T>,
) -> Option<Option<T>> {
    let place = list.iter().position(|known| key_of(known) == key);
    if place.and_then(|place| list.get(place)) == new.as_ref() {
        return None;
    }
    let old = place.map(|place| list.remove(place));
    if let Some(new) = new {
        list.insert(list.partition_point(|known| key_of(known) < key), new);
    }
    Some(old)
}
