//! Entities and their facts.

use serde::{Deserialize, Serialize};

use super::id::EntityId;
use super::quotation::Citation;

/// Somebody or something that the sources speak of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Entity")]
pub struct Entity {
    /// Its id.
    pub id: EntityId,
    /// What it is.
    pub kind: EntityKind,
    /// The name it goes by in this dossier.
    pub name: String,
    /// Other names, in any script, and other spellings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Alias>,
    /// Office or nature, in one line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// A picture below the dossier's folder: PNG, JPEG or WebP.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// The words that name it and bear out its role.
    pub quotations: Vec<Citation>,
    /// What else the sources say of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Fact>,
    /// What the dossier's author remarks on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
}

/// Another name of an entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Alias")]
pub struct Alias {
    /// The name, as printed.
    pub name: String,
    /// Its language or script, as a BCP 47 tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Where the sources use it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotations: Vec<Citation>,
}

/// A label and a value on a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Fact")]
pub struct Fact {
    /// What the fact is about: "Office", "Spoke on".
    pub label: String,
    /// The fact.
    pub value: String,
    /// The words that state it.
    pub quotations: Vec<Citation>,
}

/// Kinds of entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EntityKind {
    /// One human being.
    Person,
    /// People whom the sources name only together: "the ambassadors of the five countries".
    Group,
    /// A country.
    Country,
    /// A part of a state, a party or a mechanism: ministry, secretariat, meeting.
    Body,
    /// A company, an outlet, an association.
    Organisation,
    /// A city, a province, a region.
    Place,
    /// Something being built or run: a road, a school.
    Project,
    /// A lasting effort with several projects.
    Programme,
    /// A treaty, a declaration, a stated consensus.
    Agreement,
}

impl EntityKind {
    /// All kinds, in the order in which they are shown.
    pub const ALL: [Self; 9] = [
        Self::Person,
        Self::Group,
        Self::Country,
        Self::Body,
        Self::Organisation,
        Self::Place,
        Self::Project,
        Self::Programme,
        Self::Agreement,
    ];

    /// The kind in words, for one.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "Person",
            Self::Group => "Group",
            Self::Country => "Country",
            Self::Body => "Body",
            Self::Organisation => "Organisation",
            Self::Place => "Place",
            Self::Project => "Project",
            Self::Programme => "Programme",
            Self::Agreement => "Agreement",
        }
    }

    /// The kind in words, for several.
    pub fn plural(self) -> &'static str {
        match self {
            Self::Person => "People",
            Self::Group => "Groups",
            Self::Country => "Countries",
            Self::Body => "Bodies",
            Self::Organisation => "Organisations",
            Self::Place => "Places",
            Self::Project => "Projects",
            Self::Programme => "Programmes",
            Self::Agreement => "Agreements",
        }
    }
}
