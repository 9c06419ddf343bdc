//! Sources: the published texts that a dossier is built from.

use serde::{Deserialize, Serialize};

use super::PartialDate;
use super::author::Authors;
use super::id::SourceId;
use super::quotation::Citation;

/// One published text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Source")]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Its headline, as printed.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// What kind of text it is.
    pub kind: SourceKind,
    /// Who wrote it, where that is told.
    #[serde(default, skip_serializing_if = "Authors::is_empty")]
    pub author: Authors,
    /// Who edited it, where that is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub editor: Option<String>,
    /// When it was published, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<PartialDate>,
    /// Its language, as a BCP 47 tag.
    pub language: String,
    /// Where it stands on the web: http or https.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The SHA-256 of its text as UTF-8, 64 hexadecimal digits.
    #[serde(default)]
    pub sha256: String,
    /// The length of its text in characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub characters: Option<u32>,
    /// Where the body begins below headline and byline, in characters; paragraphs count from there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body_start: Option<u32>,
    /// Where its words come from when it did not gather them itself: an agency, a press release. Two
    /// sources of one origin are one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    /// What it is and what bears on its reliability, as ICD 206 asks, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<String>,
    /// What it says of itself: byline, reproduction notice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotations: Vec<Citation>,
    /// What the dossier's author remarks on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
}

impl Source {
    /// When it was published, in words.
    pub fn published_in_words(&self) -> String {
        self.published.as_ref().map_or_else(|| "date not known".to_owned(), ToString::to_string)
    }

    /// What it is and what bears on its reliability, in words.
    pub fn standing_in_words(&self) -> &str {
        self.standing.as_deref().unwrap_or("standing not known")
    }
}

/// Whether an address leads to the web: by http or https, the only ones that the program follows.
pub fn is_web_address(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    lower.starts_with("https://") || lower.starts_with("http://")
}

/// Kinds of published text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SourceKind {
    /// A newspaper or its site.
    Newspaper,
    /// A news agency.
    NewsAgency,
    /// A trade journal or the site of a branch.
    TradePress,
    /// A broadcaster.
    Broadcaster,
    /// A government or an international body, speaking for itself.
    Official,
    /// A report of a research institute or a company.
    Report,
    /// A scholarly article.
    Journal,
    /// Anything else on the web.
    Web,
}

impl SourceKind {
    /// The kind in words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Newspaper => "newspaper",
            Self::NewsAgency => "news agency",
            Self::TradePress => "trade press",
            Self::Broadcaster => "broadcaster",
            Self::Official => "official",
            Self::Report => "report",
            Self::Journal => "journal",
            Self::Web => "web",
        }
    }
}
