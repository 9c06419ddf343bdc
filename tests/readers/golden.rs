//! What each template makes of the bundled dossier, unedited. `UPDATE_SNAPSHOTS=1` writes the files anew.

use std::path::PathBuf;

use dossier::brief::Template;
use dossier::brief::markdown::{Beside, Flavour, write};

use crate::bundled::Bundled;

fn golden(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
}

#[test]
fn each_template_reads_as_it_did() {
    let bundled = Bundled::new();
    let mut differing = Vec::new();
    for template in Template::bundled() {
        let composition = bundled.unedited(&template);
        let text = write(&composition, Flavour::CommonMark, &Beside::default());
        let path = golden(&format!("{}.md", template.name.to_lowercase().replace(' ', "-")));
        if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        if std::fs::read_to_string(&path).unwrap_or_default() != text {
            differing.push(template.name);
        }
    }
    assert!(differing.is_empty(), "UPDATE_SNAPSHOTS=1 writes them anew: {differing:?}");
}

#[test]
fn an_unedited_brief_has_a_source_for_every_statement() {
    let bundled = Bundled::new();
    for template in Template::bundled() {
        let composition = bundled.unedited(&template);
        let told: Vec<String> =
            composition.shortcomings.iter().map(|s| s.what.to_string()).collect();
        assert!(told.is_empty(), "{}: {told:?}", template.name);
        assert!(
            composition.blocks.len() > 5 && !composition.footnotes.is_empty(),
            "{}",
            template.name
        );
    }
}
