//! The analyst's layer over a dossier: annotations, pins, briefs, texts attached and quotations settled,
//! changed only through [`Edit`]s.

mod brief;
mod brief_edit;
mod edit;
mod history;
mod judgement;
mod merge;
mod parallel;
mod passage;
mod proofs;
mod settlement;
mod text_problems;
mod version;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use brief::{Brief, BriefHead, Content, Entry, Form, Section};
pub use brief_edit::BriefEdit;
pub use edit::Edit;
pub use history::{Change, History};
pub use judgement::{Confidence, Judgement, Likelihood};
pub use merge::{CONFLICT, Merged, merge};
pub use parallel::{Parallel, Verdict};
pub use passage::Passage;
pub use proofs::{Counts, Presentable, Proofs, SourceProof, prove_source};
pub use settlement::{Decision, Settlement};
pub use text_problems::{quotation_problems, text_problems};
pub use version::Version;

use crate::dossier::{Quotation, Selector, SourceId};

/// The newest version of the annotations file that this program reads and writes.
pub const FORMAT: u32 = 1;

/// Everything that one analyst added to a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Annotations")]
pub struct Annotations {
    /// The version of the format, 1.
    pub format: u32,
    /// The title of the dossier they belong to, for a person who finds the file alone.
    #[serde(default)]
    pub dossier: String,
    /// The analyst, as named on briefs.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub analyst: String,
    /// The annotations, oldest first.
    #[serde(default)]
    pub annotations: Vec<Annotation>,
    /// What is put aside for briefs, in its order.
    #[serde(default)]
    pub pins: Vec<Pin>,
    /// Where the texts of sources are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// What the analyst decided on quotations that were not found as recorded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub settlements: Vec<Settlement>,
    /// What the analyst decided on passages that say the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parallels: Vec<Parallel>,
    /// What the analyst composes to hand over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub briefs: Vec<Brief>,
    /// What of them was handed over, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<Version>,
}

/// The text of a source: it stays where it is, and the path is remembered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Attachment")]
pub struct Attachment {
    /// The source.
    pub source: SourceId,
    /// The path of its text.
    pub path: String,
}

impl Default for Annotations {
    fn default() -> Self {
        Self {
            format: FORMAT,
            dossier: String::new(),
            analyst: String::new(),
            annotations: Vec::new(),
            pins: Vec::new(),
            attachments: Vec::new(),
            settlements: Vec::new(),
            parallels: Vec::new(),
            briefs: Vec::new(),
            versions: Vec::new(),
        }
    }
}

impl Annotations {
    /// Whether there is nothing of the analyst's in it.
    pub fn is_empty(&self) -> bool {
        let nothing =
            Self { format: self.format, dossier: self.dossier.clone(), ..Self::default() };
        *self == nothing
    }

    /// The annotation with an id.
    pub fn get(&self, id: &str) -> Option<&Annotation> {
        self.annotations.iter().find(|annotation| annotation.id == id)
    }

    /// The annotations on an item as a whole, oldest first.
    pub fn on<'a>(&'a self, item_id: &'a str) -> impl Iterator<Item = &'a Annotation> {
        let on_all_of_it = |annotation: &&Annotation| annotation.passage.is_none();
        self.annotations.iter().filter(move |a| a.on == item_id).filter(on_all_of_it)
    }

    /// The path of a source's text, where one is attached.
    pub fn attached(&self, source: &SourceId) -> Option<&str> {
        let attachment = self.attachments.iter().find(|known| known.source == *source);
        attachment.map(|attachment| attachment.path.as_str())
    }

    /// What was decided on a quotation.
    pub fn settlement(&self, quotation: &str) -> Option<&Settlement> {
        self.settlements.iter().find(|known| known.quotation.as_str() == quotation)
    }

    /// The selector that was settled on for a quotation.
    pub fn settled_selector(&self, quotation: &Quotation) -> Option<&Selector> {
        match &self.settlement(quotation.id.as_str())?.decision {
            Decision::Stands(selector) => Some(selector),
            Decision::AsRecorded | Decision::Gone => None,
        }
    }

    /// The parallels that the analyst accepted, in their order.
    pub fn accepted_parallels(&self) -> impl Iterator<Item = &Parallel> {
        self.parallels.iter().filter(|parallel| parallel.verdict == Verdict::Accepted)
    }

    /// The pin of somebody's annotation, whatever its words were then.
    pub fn pin_of_note(&self, of: &NoteOf) -> Option<&Pin> {
        self.pins.iter().find(|pin| matches!(pin, Pin::Note(note) if note.of == *of))
    }

    /// Whether something is pinned.
    pub fn is_pinned(&self, pin: &Pin) -> bool {
        self.pins.contains(pin)
    }

    /// All tags in use, each once, in alphabetical order.
    pub fn tags(&self) -> Vec<&str> {
        let mut tags: Vec<&str> =
            self.annotations.iter().flat_map(|a| &a.tags).map(String::as_str).collect();
        tags.sort_unstable();
        tags.dedup();
        tags
    }

    /// An id that no annotation has.
    pub fn free_id(&self) -> String {
        free(self.annotations.len(), "a", &|id| self.get(id).is_some())
    }

    /// The brief with an id.
    pub fn brief(&self, id: &str) -> Option<&Brief> {
        self.briefs.iter().find(|brief| brief.id == id)
    }

    /// What was exported of a brief, the oldest first.
    pub fn versions_of<'a>(
        &'a self,
        brief: &'a str,
    ) -> impl DoubleEndedIterator<Item = &'a Version> {
        self.versions.iter().filter(move |version| version.brief == brief)
    }

    /// An id that no brief has, and none that was exported.
    pub fn free_brief_id(&self) -> String {
        let exported = |id: &str| self.versions.iter().any(|version| version.brief == id);
        free(self.briefs.len(), "b", &|id| self.brief(id).is_some() || exported(id))
    }

    /// An id that no parallel has.
    pub fn free_parallel_id(&self) -> String {
        let taken = |id: &str| self.parallels.iter().any(|parallel| parallel.id == id);
        free(self.parallels.len(), "p", &taken)
    }
}

/// The first id behind so many that is not taken.
fn free(many: usize, letter: &str, taken: &dyn Fn(&str) -> bool) -> String {
    let mut number = many + 1;
    loop {
        let id = format!("{letter}{number}");
        if !taken(&id) {
            return id;
        }
        number += 1;
    }
}

/// What the analyst adds to an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Annotation")]
pub struct Annotation {
    /// Its id, unique in its file.
    pub id: String,
    /// The id of the item it belongs to.
    pub on: String,
    /// The stretch of the source's text it belongs to, where `on` is a source and it is not about
    /// all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passage: Option<Passage>,
    /// The annotation of somebody else that it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<NoteOf>,
    /// What it is.
    pub kind: AnnotationKind,
    /// The analyst's words.
    pub text: String,
    /// Tags, as typed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed.
    pub modified: Timestamp,
}

/// Kinds of annotation.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum AnnotationKind {
    /// Worth noting.
    #[default]
    Remark,
    /// To be found out.
    Question,
    /// To be said.
    TalkingPoint,
    /// To be handled with care.
    Caution,
}

impl AnnotationKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Remark, Self::Question, Self::TalkingPoint, Self::Caution];

    /// The kind in words, for one.
    pub fn name(self) -> &'static str {
        match self {
            Self::Remark => "Remark",
            Self::Question => "Question",
            Self::TalkingPoint => "Talking point",
            Self::Caution => "Caution",
        }
    }

    /// The kind in words, for several.
    pub fn plural(self) -> &'static str {
        match self {
            Self::Remark => "Remarks",
            Self::Question => "Open questions",
            Self::TalkingPoint => "Talking points",
            Self::Caution => "Cautions",
        }
    }
}

/// Something that is put aside for briefs.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Pin {
    /// An item of the dossier, by id.
    Item(String),
    /// A stretch of a source's text.
    Passage(Passage),
    /// An annotation of somebody else, in the words in which it was pinned.
    Note(PinnedNote),
}

/// Names an annotation of somebody else.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "NoteOf")]
pub struct NoteOf {
    /// Whose it is.
    pub analyst: String,
    /// Its id in their file.
    pub id: String,
}

/// An annotation of somebody else as it was pinned.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "PinnedNote")]
pub struct PinnedNote {
    /// Which one.
    pub of: NoteOf,
    /// The id of the item it is on.
    pub on: String,
    /// What it is.
    pub kind: AnnotationKind,
    /// Its words.
    pub text: String,
}

/// Tags from a line of text: separated by commas, blanks around them dropped, each once.
pub fn tags_from(line: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in line.split(',').map(|tag| tag.trim().trim_start_matches('#')) {
        if !tag.is_empty() && !tags.iter().any(|known| known == tag) {
            tags.push(tag.to_owned());
        }
    }
    tags
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An annotation on something.
    pub(super) fn annotation(id: &str, text: &str) -> Annotation {
        Annotation {
            id: id.to_owned(),
            on: "x".to_owned(),
            passage: None,
            answers: None,
            kind: AnnotationKind::Remark,
            text: text.to_owned(),
            tags: Vec::new(),
            created: Timestamp::UNIX_EPOCH,
            modified: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn tags_are_split_trimmed_and_kept_once() {
        assert_eq!(tags_from(" trade, #figures,, trade ,中亚"), ["trade", "figures", "中亚"]);
        assert!(tags_from(" , ").is_empty());
    }
}
