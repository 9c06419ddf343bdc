//! BibTeX, in UTF-8, as biber and reference managers read it.

use super::{date_parts, is_periodical, one_line};
use crate::dossier::{Source, SourceKind};

/// Sources as entries, one behind the other.
pub fn write(sources: &[&Source]) -> String {
    sources.iter().map(|source| entry(source)).collect::<Vec<_>>().join("\n")
}

fn entry(source: &Source) -> String {
    let kind = match source.kind {
        SourceKind::Report | SourceKind::Official => "techreport",
        SourceKind::Broadcaster | SourceKind::Web => "misc",
        SourceKind::Newspaper
        | SourceKind::NewsAgency
        | SourceKind::TradePress
        | SourceKind::Journal => "article",
    };
    let mut out = format!("@{kind}{{{},\n", source.id);
    let mut field = |name: &str, value: &str| {
        out.push_str(&format!("  {name} = {{{value}}},\n"));
    };
    // The second pair of braces keeps capitals and names as they are.
    let kept = |text: &str| format!("{{{}}}", escape(&one_line(text)));
    field("title", &kept(&source.title));
    let names: Vec<String> = source.author.names().into_iter().map(kept).collect();
    if !names.is_empty() {
        field("author", &names.join(" and "));
    }
    if let Some(editor) = &source.editor {
        field("editor", &kept(editor));
    }
    if kind == "techreport" {
        field("institution", &kept(&source.publisher));
    } else if is_periodical(source) {
        field("journal", &kept(&source.publisher));
    }
    field("publisher", &kept(&source.publisher));
    let parts = source.published.as_ref().map(date_parts).unwrap_or_default();
    for (name, part) in ["year", "month", "day"].iter().zip(&parts) {
        field(name, &part.to_string());
    }
    if let Some(url) = &source.url {
        field("url", &url.replace(['{', '}', '\\'], ""));
    }
    field("langid", &escape(&source.language));
    out + "}\n"
}

/// What TeX would take for commands, as commands that print it.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("{\\textbackslash}"),
            '{' => out.push_str("{\\textbraceleft}"),
            '}' => out.push_str("{\\textbraceright}"),
            '~' => out.push_str("{\\textasciitilde}"),
            '^' => out.push_str("{\\textasciicircum}"),
            '%' | '&' | '#' | '_' | '$' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}
