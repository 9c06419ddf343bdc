//! Eight sources in five languages, sixty topics: what two articles can't show. All of it is invented
//! (`tests/wide`).

use std::fs;
use std::path::Path;

use dossier::compare::disagrees;
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;

use crate::charts;
use crate::driver::Window;

/// The wide dossier with the texts of its sources beside it.
pub fn open(width: f32, height: f32, theme: Theme) -> Window {
    open_changed(width, height, theme, &str::to_owned)
}

/// The same, with the dossier changed as text.
pub fn open_changed(
    width: f32,
    height: f32,
    theme: Theme,
    change: &dyn Fn(&str) -> String,
) -> Window {
    let folder = tempfile::tempdir().unwrap();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wide");
    let file = folder.path().join("wide.dossier.ron");
    let dossier = fs::read_to_string(from.join("wide.dossier.ron")).unwrap();
    fs::write(&file, change(&dossier)).unwrap();
    fs::create_dir(folder.path().join("sources")).unwrap();
    for text in fs::read_dir(from.join("sources")).unwrap() {
        let text = text.unwrap();
        fs::copy(text.path(), folder.path().join("sources").join(text.file_name())).unwrap();
    }
    Window::open_file(folder, Some(file), width, height, theme)
}

#[test]
fn every_quotation_of_eight_sources_is_found_in_its_text() {
    let mut window = open(1440.0, 900.0, Theme::Light);
    assert!(window.shows("Checks: ✓ 212 of 212 quotations found"));
    window.keys(Modifiers::COMMAND, Key::Num8);
    assert!(window.shows("Nothing to look at: whatever could be checked holds."));
}

#[test]
fn the_program_contradicts_none_of_the_findings_and_sees_shared_origins() {
    let window = open(1440.0, 900.0, Theme::Light);
    let document = window.harness.state().state().document.as_ref().unwrap();
    let topics = document.dossier.topics.iter().zip(&document.findings);
    let wrong: Vec<String> = topics
        .clone()
        .filter(|(topic, found)| disagrees(topic.finding.kind, &found.computed))
        .map(|(topic, found)| format!("{}: {}", topic.id, found.computed.reason()))
        .collect();
    assert_eq!(wrong, [""; 0]);
    let aligned: Vec<&str> = topics
        .filter(|(_, found)| !found.renderings.is_empty())
        .map(|(topic, _)| topic.id.as_str())
        .collect();
    for topic in ["letter-honest-river", "letter-noon", "letter-rich"] {
        assert!(aligned.contains(&topic), "{topic}: {aligned:?}");
    }
    assert!(!aligned.contains(&"barrowe-words"), "said on two days: {aligned:?}");
}

#[test]
fn columns_that_do_not_fit_are_turned_through() {
    let mut window = open(1024.0, 700.0, Theme::Light);
    window.keys(Modifiers::COMMAND, Key::Num2);
    assert!(window.shows_part("of 8"));
    let head = "Hide: Basin Wire";
    assert!(window.shows(head));
    window.click("Sources after");
    assert!(!window.shows(head));
    window.click("Sources before");
    window.click(head);
    assert!(window.shows("Show Basin Wire") && !window.shows(head));
}

#[test]
fn names_in_other_scripts_are_tied_and_dated() {
    let mut window = open(1440.0, 900.0, Theme::Dark);
    charts::on_relations()(&mut window);
    window.click("苏禾雁, Person");
    assert!(window.shows("works for"));
    window.keys(Modifiers::COMMAND, Key::Num3);
    assert!(window.shows("Lindesh"));
    window.click("By participant");
    assert!(window.harness.query_all_by_label_contains("Sainte-Ovre").next().is_some());
}
