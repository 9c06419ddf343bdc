//! RIS, as reference managers read it (Research Information Systems, 2011).

use super::{date_parts, is_periodical, one_line};
use crate::dossier::{Source, SourceKind};

/// Sources as records, one behind the other.
pub fn write(sources: &[&Source]) -> String {
    sources.iter().map(|source| record(source)).collect::<Vec<_>>().join("\n")
}

fn record(source: &Source) -> String {
    let kind = match source.kind {
        SourceKind::Newspaper | SourceKind::NewsAgency => "NEWS",
        SourceKind::TradePress => "MGZN",
        SourceKind::Broadcaster => "SOUND",
        SourceKind::Journal => "JOUR",
        SourceKind::Report => "RPRT",
        SourceKind::Official => "GOVDOC",
        SourceKind::Web => "ELEC",
    };
    let mut out = String::new();
    let mut field = |tag: &str, value: &str| {
        out.push_str(&format!("{tag}  - {}\n", one_line(value)));
    };
    field("TY", kind);
    field("ID", source.id.as_str());
    field("TI", &source.title);
    for author in source.author.names() {
        field("AU", author);
    }
    if let Some(editor) = &source.editor {
        field("ED", editor);
    }
    if is_periodical(source) {
        field("T2", &source.publisher);
    }
    field("PB", &source.publisher);
    let parts = source.published.as_ref().map(date_parts).unwrap_or_default();
    if let Some(year) = parts.first() {
        field("PY", &year.to_string());
        let part =
            |place: usize| parts.get(place).map_or(String::new(), |part| format!("{part:02}"));
        field("DA", &format!("{year:04}/{}/{}", part(1), part(2)));
    }
    if let Some(url) = &source.url {
        field("UR", url);
    }
    field("LA", &source.language);
    out.push_str("ER  - \n");
    out
}
