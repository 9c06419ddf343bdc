//! CSL-JSON, as pandoc and Zotero read it (Citation Style Language 1.0.2, csl-data.json).

use serde_json::{Map, Value, json};

use super::{date_parts, is_periodical, one_line};
use crate::dossier::{Source, SourceKind};

/// Sources as one JSON document.
pub fn write(sources: &[&Source]) -> String {
    let items: Vec<Value> = sources.iter().map(|source| item(source)).collect();
    let text = serde_json::to_string_pretty(&items).unwrap_or_default();
    text + "\n"
}

fn item(source: &Source) -> Value {
    let kind = match source.kind {
        SourceKind::Newspaper | SourceKind::NewsAgency => "article-newspaper",
        SourceKind::TradePress => "article-magazine",
        SourceKind::Broadcaster => "broadcast",
        SourceKind::Journal => "article-journal",
        SourceKind::Report | SourceKind::Official => "report",
        SourceKind::Web => "webpage",
    };
    let mut item = Map::new();
    let mut set = |name: &str, value: Value| {
        item.insert(name.to_owned(), value);
    };
    set("id", json!(source.id.as_str()));
    set("type", json!(kind));
    set("title", json!(one_line(&source.title)));
    set("publisher", json!(one_line(&source.publisher)));
    if is_periodical(source) {
        set("container-title", json!(one_line(&source.publisher)));
    }
    let editors: Vec<&str> = source.editor.as_deref().into_iter().collect();
    for (name, names) in [("author", source.author.names()), ("editor", editors)] {
        let names: Vec<Value> =
            names.into_iter().map(|name| json!({ "literal": one_line(name) })).collect();
        if !names.is_empty() {
            set(name, json!(names));
        }
    }
    let issued = source.published.as_ref().map(date_parts).unwrap_or_default();
    if !issued.is_empty() {
        set("issued", json!({ "date-parts": [issued] }));
    }
    if let Some(url) = &source.url {
        set("URL", json!(url));
    }
    set("language", json!(source.language));
    Value::Object(item)
}
