//! Anchors the cases of a file and prints what came of each, one line of JSON a case:
//! `cargo run --release --example anchor_cases -- CASES.jsonl FOLDER`.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use dossier::anchor::{Candidate, Text, TextIndex};
use dossier::dossier::Selector;
use serde::Deserialize;
use serde_json::{Value, json};

/// A quotation and the text to find it in. Other fields of a case are not read.
#[derive(Deserialize)]
struct Case {
    id: Value,
    exact: String,
    #[serde(default)]
    prefix: String,
    #[serde(default)]
    suffix: String,
    hint: Option<i64>,
    /// The path of its text.
    doc: Option<String>,
    /// Its text, where it has no path.
    #[serde(default)]
    document: String,
}

impl Case {
    /// What tells its text from others.
    fn key(&self) -> &str {
        self.doc.as_deref().unwrap_or(&self.document)
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(cases), Some(folder)) = (arguments.next(), arguments.next()) else {
        return Err("usage: anchor_cases CASES.jsonl FOLDER".into());
    };
    let folder = PathBuf::from(folder);
    let cases = fs::read_to_string(cases)?;
    let cases: Vec<Case> = cases
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(serde_json::from_str)
        .collect::<Result<_, _>>()?;
    let mut texts: HashMap<&str, Text> = HashMap::new();
    for case in &cases {
        if let Entry::Vacant(entry) = texts.entry(case.key()) {
            entry.insert(Text::new(match &case.doc {
                Some(path) => String::from_utf8(fs::read(folder.join(path))?)?,
                None => case.document.clone(),
            }));
        }
    }
    // Each text is folded once; the time of a case is that of its search.
    let indices: HashMap<&str, TextIndex<'_>> =
        texts.iter().map(|(key, text)| (*key, TextIndex::of(text))).collect();
    for case in &cases {
        let index = indices.get(case.key()).ok_or("a text was lost")?;
        let selector = Selector {
            exact: case.exact.clone(),
            prefix: case.prefix.clone(),
            suffix: case.suffix.clone(),
            // A place before the text says nothing.
            start: case.hint.and_then(|hint| hint.try_into().ok()),
        };
        let begun = Instant::now();
        let anchoring = index.anchor(&selector);
        let ms = begun.elapsed().as_secs_f64() * 1_000.0;
        let span = |place: &Candidate| json!({"start": place.span.start, "end": place.span.end});
        let found = anchoring.found;
        println!(
            "{}",
            json!({
                "id": case.id,
                "outcome": anchoring.outcome.name(),
                "start": found.map(|place| place.span.start),
                "end": found.map(|place| place.span.end),
                "score": found.map(|place| place.score),
                "ms": ms,
                "candidates": anchoring.candidates.iter().map(span).collect::<Vec<_>>(),
            })
        );
    }
    Ok(())
}
