//! Briefs: what the analyst composes of the dossier's items and of text of their own, in order.

use serde::{Deserialize, Serialize};

use super::judgement::Judgement;
use super::{Passage, PinnedNote};
use crate::dossier::ItemKind;

/// A briefing note as it is composed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Brief")]
pub struct Brief {
    /// Its id, unique in its file.
    pub id: String,
    /// What stands above it, and whether it is archived.
    pub head: BriefHead,
    /// Its sections, in order.
    #[serde(default)]
    pub sections: Vec<Section>,
}

/// What stands above a brief.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "BriefHead")]
pub struct BriefHead {
    /// What the analyst calls it among the others: "One-page brief".
    pub name: String,
    /// The title on the page.
    pub title: String,
    /// Who wrote it; the analyst where it is empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub author: String,
    /// The date on the page, in words; the day on which it is exported where it is empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date: String,
    /// Whether it is put away.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub archived: bool,
}

/// A part of a brief under a heading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Section")]
pub struct Section {
    /// Its id, unique in its brief.
    pub id: String,
    /// The heading; none where it is empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub heading: String,
    /// What stands in it, in order.
    #[serde(default)]
    pub entries: Vec<Entry>,
}

/// What stands in a section: an item, a passage, an annotation or text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Entry")]
pub struct Entry {
    /// Its id, unique in its brief.
    pub id: String,
    /// What it is.
    pub content: Content,
}

/// What an entry of a section is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Content {
    /// The analyst's own words, in Markdown; `[@id]` cites.
    Text {
        /// The words.
        markdown: String,
        /// How likely and how certain that is, where it is a judgement.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        judgement: Option<Box<Judgement>>,
    },
    /// An item of the dossier.
    Item {
        /// Its id.
        id: String,
        /// How it reads; as items of its kind do where that is left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        form: Option<Form>,
    },
    /// A stretch of a source's text.
    Passage {
        /// The stretch.
        passage: Box<Passage>,
        /// How it reads: as a quotation does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        form: Option<Form>,
    },
    /// One of the analyst's annotations, in its words of the time.
    Annotation {
        /// Its id.
        id: String,
    },
    /// An annotation of somebody else, in the words in which it was pinned.
    Note(Box<PinnedNote>),
}

impl Content {
    /// Words of the analyst's own, without a judgement.
    pub fn text(markdown: impl Into<String>) -> Self {
        Self::Text { markdown: markdown.into(), judgement: None }
    }

    /// An item, reading as items of its kind do.
    pub fn item(id: impl Into<String>) -> Self {
        Self::Item { id: id.into(), form: None }
    }

    /// How it reads, where that was chosen.
    pub fn form(&self) -> Option<Form> {
        match self {
            Self::Item { form, .. } | Self::Passage { form, .. } => *form,
            Self::Text { .. } | Self::Annotation { .. } | Self::Note(_) => None,
        }
    }

    /// The same, reading otherwise.
    #[must_use]
    pub fn with_form(mut self, chosen: Form) -> Self {
        if let Self::Item { form, .. } | Self::Passage { form, .. } = &mut self {
            *form = Some(chosen);
        }
        self
    }
}

/// How an item reads in a brief.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Form {
    /// A quotation in a paragraph of its own, set off from the text.
    Block,
    /// A quotation within the line.
    Inline,
    /// A metric as a sentence.
    Sentence,
    /// A metric, an event as a row of a table; rows that follow each other make one table.
    Row,
    /// A metric as a chart with those of its series, or with those that follow.
    Chart,
    /// An item as an entry of a list.
    Line,
    /// An entity with its facts, set off from the text; a source with its standing.
    Box,
    /// A topic as a table of who says what.
    Table,
}

impl Form {
    /// The forms in which items of a kind read; the first where none is chosen.
    pub fn of(kind: ItemKind) -> &'static [Self] {
        match kind {
            ItemKind::Quotation => &[Self::Block, Self::Inline],
            ItemKind::Metric => &[Self::Sentence, Self::Row, Self::Chart],
            ItemKind::Entity | ItemKind::Source => &[Self::Line, Self::Box],
            ItemKind::Topic => &[Self::Table, Self::Line],
            ItemKind::Event => &[Self::Line, Self::Row],
            ItemKind::Relation | ItemKind::Area => &[Self::Line],
        }
    }

    /// The form of an item of a kind: the one that was chosen, where the kind has it.
    pub fn or_usual(chosen: Option<Self>, kind: ItemKind) -> Self {
        let forms = Self::of(kind);
        let usual = forms.first().copied().unwrap_or(Self::Line);
        chosen.filter(|form| forms.contains(form)).unwrap_or(usual)
    }

    /// The form in words, as it is offered.
    pub fn name(self) -> &'static str {
        match self {
            Self::Block => "Block quotation",
            Self::Inline => "Inline quotation",
            Self::Sentence => "Sentence",
            Self::Row => "Table row",
            Self::Chart => "Chart",
            Self::Line => "Line",
            Self::Box => "Box",
            Self::Table => "Table of who says what",
        }
    }
}

impl Brief {
    /// A section by its id.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// An entry by its id, with the places of its section and of itself.
    pub fn entry(&self, id: &str) -> Option<(usize, usize, &Entry)> {
        self.sections.iter().enumerate().find_map(|(section, known)| {
            let place = known.entries.iter().position(|entry| entry.id == id)?;
            Some((section, place, known.entries.get(place)?))
        })
    }

    /// All entries in order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.sections.iter().flat_map(|section| &section.entries)
    }

    /// An id that no section and no entry has.
    pub fn free_id(&self) -> String {
        let ids = self.sections.iter().map(|section| &section.id);
        let highest = ids
            .chain(self.entries().map(|entry| &entry.id))
            .filter_map(|id| id.strip_prefix('e')?.parse::<u64>().ok())
            .max();
        format!("e{}", highest.unwrap_or(0).saturating_add(1))
    }

    /// Gives all sections and entries new ids, in order.
    pub fn number(&mut self) {
        let mut number = 0;
        let mut next = || {
            number += 1;
            format!("e{number}")
        };
        for section in &mut self.sections {
            section.id = next();
            for entry in &mut section.entries {
                entry.id = next();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_free_whatever_ids_there_are() {
        let entry = |id: &str| Entry { id: id.to_owned(), content: Content::text("") };
        let mut brief = Brief {
            sections: vec![Section {
                id: "e4".into(),
                heading: String::new(),
                entries: vec![entry("e9"), entry("x")],
            }],
            ..Brief::default()
        };
        assert_eq!(brief.free_id(), "e10");
        brief.number();
        let ids: Vec<&str> = brief.entries().map(|entry| entry.id.as_str()).collect();
        assert_eq!((brief.sections[0].id.as_str(), ids), ("e1", vec!["e2", "e3"]));
        assert_eq!(brief.entry("e3").map(|(section, place, _)| (section, place)), Some((0, 1)));
    }

    #[test]
    fn a_form_that_the_kind_lacks_is_the_usual_one() {
        assert_eq!(Form::or_usual(Some(Form::Table), ItemKind::Metric), Form::Sentence);
        assert_eq!(Form::or_usual(Some(Form::Chart), ItemKind::Metric), Form::Chart);
        assert_eq!(Form::or_usual(None, ItemKind::Quotation), Form::Block);
    }
}
