//! Pins and the export of the brief.

use comrak::nodes::NodeValue;
use comrak::{Arena, Options, parse_document};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::driver::Window;

fn export_to(window: &mut Window, path: &str) {
    window.keys(Modifiers::COMMAND, Key::E);
    let field = window.harness.get_by_label("Path of the brief");
    field.focus();
    window.settle();
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.settle();
    window.harness.get_by_label("Path of the brief").type_text(path);
    window.settle();
    window.click("Write");
}

#[test]
fn the_brief_is_written_with_author_pins_and_a_footnote_for_each_statement() {
    let mut window = Window::open();
    window.click("Lin Jian, Person");
    window.keys(Modifiers::COMMAND, Key::D);
    window.keys(Modifiers::COMMAND, Key::E);
    window.type_into("Author", "A. Nalyst");
    window.click("Cancel");
    let path = window.folder.path().join("note");
    export_to(&mut window, path.to_str().unwrap());
    window.wait_until("the sheet closes", |app| app.state().sheet.is_none());
    let text = std::fs::read_to_string(path.with_extension("md")).unwrap();

    let mut options = Options::default();
    options.extension.footnotes = true;
    options.extension.table = true;
    let arena = Arena::new();
    let root = parse_document(&arena, &text, &options);
    let count = |wanted: fn(&NodeValue) -> bool| {
        root.descendants().filter(|node| wanted(&node.data.borrow().value)).count()
    };
    assert_eq!(count(|value| matches!(value, NodeValue::Table(_))), 1);
    let definitions = count(|value| matches!(value, NodeValue::FootnoteDefinition(_)));
    assert_eq!(definitions, text.lines().filter(|line| line.starts_with("[^")).count());
    assert!(definitions > 30, "{definitions} footnotes");
    assert!(count(|value| matches!(value, NodeValue::FootnoteReference(_))) >= definitions);
    assert!(text.contains("A. Nalyst"));
    assert!(text.contains("## Pinned\n\n- **Lin Jian**"));
}

#[test]
fn failure_is_told_in_the_sheet_and_the_old_file_stays() {
    let mut window = Window::open();
    export_to(&mut window, "/no/such/folder/brief.md");
    window.wait_until("the failure is told", |app| {
        matches!(&app.state().sheet, Some(dossier::app::Sheet::Export(s)) if s.error.is_some())
    });
    assert!(window.shows_part("The brief was not exported: the folder /no/such/folder"));
    window.click("Cancel");
    assert!(!window.shows("Export brief"));
}

#[test]
fn a_file_that_is_there_is_replaced_only_after_asking() {
    let mut window = Window::open();
    let path = window.folder.path().join("kept.md");
    std::fs::write(&path, "mine").unwrap();
    // The name is typed without its ending, and `.md` is added.
    export_to(&mut window, path.with_extension("").to_str().unwrap());
    assert!(window.shows_part("kept.md is there already."));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    window.click("Replace it");
    window.wait_until("it is written", |app| app.state().sheet.is_none());
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("# Secretariat"));
}

#[test]
fn a_relative_path_leads_beside_the_dossier() {
    let mut window = Window::open();
    export_to(&mut window, "note.md");
    window.wait_until("it is written", |app| app.state().sheet.is_none());
    assert!(window.folder.path().join("note.md").exists());
}
