//! Pandoc as a reader: what it makes of a file, as text and footnotes.

use std::path::Path;

use serde_json::Value;

use crate::saying::{Saying, squeezed};
use crate::tools::printed;

/// What pandoc reads of a file in a format.
pub fn read(folder: &Path, file: &str, format: &str) -> Saying {
    let json = printed("pandoc", &["--from", format, "--to", "json", file], folder);
    let json: Value = serde_json::from_str(&json).unwrap();
    let mut reading = Reading::default();
    // A document's title is taken for its metadata.
    for field in ["title", "subtitle"] {
        reading.value(&json["meta"][field]);
    }
    reading.value(&json["blocks"]);
    Saying { body: squeezed(&reading.body), footnotes: reading.footnotes }
}

#[derive(Default)]
struct Reading {
    body: String,
    footnotes: Vec<String>,
}

impl Reading {
    fn value(&mut self, value: &Value) {
        match value {
            Value::Array(parts) => parts.iter().for_each(|part| self.value(part)),
            Value::Object(object) => match object.get("t").and_then(Value::as_str) {
                Some(kind) => self.element(kind, object.get("c").unwrap_or(&Value::Null)),
                None => object.values().for_each(|part| self.value(part)),
            },
            _ => {}
        }
    }

    fn element(&mut self, kind: &str, content: &Value) {
        match kind {
            "Str" => self.body.push_str(content.as_str().unwrap_or_default()),
            "Quoted" => {
                let double = content[0]["t"] == "DoubleQuote";
                let (open, close) = if double { ('“', '”') } else { ('‘', '’') };
                self.body.push(open);
                self.value(&content[1]);
                self.body.push(close);
            }
            "Note" => {
                let mut inside = Self::default();
                inside.value(content);
                let words = squeezed(&inside.body);
                if !self.footnotes.contains(&words) {
                    self.footnotes.push(words);
                }
            }
            // A picture says what its caption says again, and a raised number is that of a note.
            "Image" | "Superscript" => {}
            "Link" | "Cite" => self.value(&content[1]),
            "Header" => self.value(&content[2]),
            "Code" | "CodeBlock" | "RawInline" | "RawBlock" | "Math" | "LineBlock" => {
                self.body.push_str(&format!("⟨{kind}⟩"));
            }
            _ => self.value(content),
        }
    }
}
