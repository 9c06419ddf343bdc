//! Quotations: exact excerpts of a source, and citations that point at them.

use serde::{Deserialize, Serialize};

use super::date::When;
use super::id::{EntityId, QuotationId, SourceId};

/// The longest quotation, in words.
pub const LONGEST_QUOTATION: usize = 60;

/// An exact excerpt of one source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Quotation")]
pub struct Quotation {
    /// Its id.
    pub id: QuotationId,
    /// The source it was taken from.
    pub source: SourceId,
    /// The paragraph it stands in: the non-empty lines of the body counted from 1, or 0 for the
    /// headline and byline above it.
    pub paragraph: u32,
    /// The words, and what stands around them.
    pub selector: Selector,
    /// Whose words they are, where the source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<EntityId>,
    /// How the source gives them.
    #[serde(default)]
    pub speech: Speech,
    /// When they were said, where the source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<When>,
    /// Where the words come from when the source repeats them: a letter, an agency, a press conference.
    /// Two sources that repeat one letter are one origin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    /// What the dossier's author remarks on the wording.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
}

/// A paragraph's number in words: `paragraph 8`, `headline and byline` for 0.
pub fn paragraph_in_words(paragraph: u32) -> String {
    match paragraph {
        0 => "headline and byline".to_owned(),
        number => format!("paragraph {number}"),
    }
}

/// Where words stand in a text: W3C Web Annotation Data Model, text quote and text position
/// selectors in one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Selector")]
pub struct Selector {
    /// The words, character by character.
    pub exact: String,
    /// The characters just before them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub prefix: String,
    /// The characters just after them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub suffix: String,
    /// The place of the first of them in the text, in characters from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<u32>,
}

/// How a source gives somebody's words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Speech {
    /// The source tells in its own voice.
    #[default]
    Narrative,
    /// The source reports what somebody said.
    Indirect,
    /// The source puts the words between quotation marks.
    Direct,
}

impl Speech {
    /// The manner in words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Narrative => "narrative",
            Self::Indirect => "indirect speech",
            Self::Direct => "direct speech",
        }
    }
}

/// A pointer from something stated to the words that bear it out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Citation")]
pub struct Citation {
    /// The quotation.
    pub id: QuotationId,
    /// The stretch of it that counts; all of it when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}
