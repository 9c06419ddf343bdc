//! Annotations: made, changed, deleted, undone, and on the disk within a second.

use std::time::{Duration, Instant};

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::driver::Window;

fn annotate(window: &mut Window, text: &str) {
    window.click("Wang Yi, Person");
    window.keys(Modifiers::COMMAND, Key::M);
    window.harness.get_by_label("Annotation text").type_text(text);
    window.settle();
}

#[test]
fn what_is_typed_is_in_the_journal_within_a_second_and_then_in_the_file() {
    let mut window = Window::open();
    annotate(&mut window, "Was he there?");
    let begun = Instant::now();
    while !journal(&window).contains("Was he there?") {
        assert!(begun.elapsed() < Duration::from_secs(1), "not on the disk in a second");
        std::thread::sleep(Duration::from_millis(10));
        window.harness.step();
    }
    assert_eq!(window.annotations_file(), "");
    window.wait_until("the file is written", |app| {
        matches!(app.state().saving, dossier::app::Saving::Saved { whole: true, .. })
    });
    let file = window.annotations_file();
    assert!(file.contains("on: \"wang-yi\"") && file.contains("Was he there?"), "{file}");
    assert_eq!(journal(&window), "");
}

/// The journal beside the dossier, as text.
fn journal(window: &Window) -> String {
    let name = "china-central-asia-secretariat.annotations.journal";
    std::fs::read_to_string(window.folder.path().join(name)).unwrap_or_default()
}

/// Lets go of a window as if the program were killed, and opens the dossier again.
fn killed(window: Window) -> Window {
    let Window { harness, folder } = window;
    drop(harness);
    let file = folder.path().join("china-central-asia-secretariat.dossier.ron");
    Window::open_file(folder, Some(file), 1440.0, 900.0, egui::Theme::Light)
}

#[test]
fn after_a_crash_the_work_is_back_and_can_be_undone() {
    let mut window = Window::open();
    annotate(&mut window, "Was he there?");
    window.wait_until("it is in the journal", |app| {
        matches!(app.state().saving, dossier::app::Saving::Saved { whole: false, .. })
    });
    let mut window = killed(window);
    assert!(window.shows_part("The last session did not come to its end. 1 change"));
    window.keys(Modifiers::COMMAND, Key::Num6);
    assert!(window.shows("Was he there?"));
    window.harness.get_by_label_contains("Undo: add annotation").click();
    window.settle();
    assert!(!window.shows("Was he there?"));
    window.wait_until("the file is written", |app| {
        matches!(app.state().saving, dossier::app::Saving::Saved { whole: true, .. })
    });
    // What was undone can be done again after the program was closed.
    let mut window = killed(window);
    assert!(!window.shows_part("The last session did not come to its end"));
    window.harness.get_by_label_contains("Redo: add annotation").click();
    window.settle();
    window.keys(Modifiers::COMMAND, Key::Num6);
    assert!(window.shows("Was he there?"));
}

#[test]
fn a_file_that_can_not_be_written_leaves_the_work_in_the_journal_and_says_so() {
    let mut window = Window::open();
    let name = "china-central-asia-secretariat.annotations.ron";
    std::fs::create_dir(window.folder.path().join(name)).unwrap();
    annotate(&mut window, "Not to be lost");
    window.wait_until("the failure is told", |app| app.state().saving.is_journaled());
    assert!(window.shows_part("Your changes are on the disk, in the journal beside it"));
    assert!(journal(&window).contains("Not to be lost"));
}

#[test]
fn an_annotation_has_kind_and_tags_and_is_seen_where_it_belongs_and_in_the_list() {
    let mut window = Window::open();
    annotate(&mut window, "Ask for the letter");
    window.click("Question");
    window.type_into("Annotation tags", "letter, follow up");
    window.click("Done");
    assert!(window.shows("Ask for the letter") && window.shows("#letter  #follow up"));
    window.keys(Modifiers::COMMAND, Key::Num6);
    assert!(window.shows("Ask for the letter") && window.shows("1 annotation"));
    window.click("Remarks");
    assert!(window.shows("No annotation fits the filters."));
    window.click("Open questions");
    assert!(window.shows("Ask for the letter"));
}

#[test]
fn it_can_be_changed_deleted_and_brought_back() {
    let mut window = Window::open();
    annotate(&mut window, "First");
    window.click("Done");
    window.click("Edit annotation");
    window.type_into("Annotation text", "Second. ");
    window.click("Done");
    let text = |window: &Window| {
        let document = window.harness.state().state().document.as_ref().unwrap();
        document.annotations.annotations.first().map(|a| a.text.clone())
    };
    let changed = text(&window).unwrap();
    assert!(changed.contains("Second. ") && changed.contains("First"), "{changed}");
    window.click("Delete annotation");
    assert_eq!(text(&window), None);
    window.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(text(&window), Some(changed));
    window.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(text(&window).as_deref(), Some("First"));
    window.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(text(&window), None);
    window.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(text(&window).as_deref(), Some("First"));
}

#[test]
fn an_annotation_left_empty_is_not_kept() {
    let mut window = Window::open();
    window.click("Wang Yi, Person");
    window.keys(Modifiers::COMMAND, Key::M);
    assert!(window.shows("New annotation"));
    window.keys(Modifiers::NONE, Key::Escape);
    assert!(!window.shows("New annotation"));
    let document = window.harness.state().state().document.as_ref().unwrap();
    assert!(document.annotations.annotations.is_empty());
}

#[test]
fn closing_the_window_saves_what_was_typed_last() {
    let mut window = Window::open();
    annotate(&mut window, "Typed just before closing");
    let root = window.harness.input_mut().viewports.get_mut(&egui::ViewportId::ROOT).unwrap();
    root.events.push(egui::ViewportEvent::Close);
    window.harness.step();
    assert!(window.annotations_file().contains("Typed just before closing"));
}

#[test]
fn an_unreadable_annotations_file_is_set_aside_and_told() {
    let mut window = Window::open();
    let name = "china-central-asia-secretariat.annotations.ron";
    std::fs::write(window.folder.path().join(name), "(format: 1, annot").unwrap();
    let file = window.folder.path().join("china-central-asia-secretariat.dossier.ron");
    let ctx = window.harness.ctx.clone();
    window.harness.state_mut().act(&ctx, dossier::app::Action::OpenFile(file));
    window.wait_until("it is open again", |app| app.state().opening.is_none());
    assert!(window.shows_part("The annotations could not be read"));
    let aside = window.folder.path().join(format!("{name}.unreadable-1"));
    assert_eq!(std::fs::read_to_string(aside).unwrap(), "(format: 1, annot");
}

#[test]
fn when_saving_fails_the_work_stays_in_the_window_and_closing_asks_first() {
    let mut window = Window::open();
    let name = "china-central-asia-secretariat.annotations.ron";
    let in_the_way = window.folder.path().join(name);
    std::fs::create_dir(&in_the_way).unwrap();
    let before_the_journal = in_the_way.with_extension("journal");
    std::fs::create_dir(&before_the_journal).unwrap();
    annotate(&mut window, "Not to be lost");
    window.wait_until("the failure is told", |app| {
        matches!(app.state().saving, dossier::app::Saving::Failed(_))
    });
    assert!(window.shows_part("Your annotations are not on the disk"));
    let root = window.harness.input_mut().viewports.get_mut(&egui::ViewportId::ROOT).unwrap();
    root.events.push(egui::ViewportEvent::Close);
    window.harness.step();
    window.settle();
    assert!(window.shows("Keep the window open"));
    window.click("Keep the window open");

    let other = window.folder.path().join("other.dossier.ron");
    std::fs::write(&other, "(format: 1, title: \"Another\")").unwrap();
    let ctx = window.harness.ctx.clone();
    window.harness.state_mut().act(&ctx, dossier::app::Action::OpenFile(other));
    window.wait_until("the other one is refused", |app| app.state().opening.is_none());
    assert!(window.shows_part("The other dossier was not opened"));

    std::fs::remove_dir(&in_the_way).unwrap();
    std::fs::remove_dir(&before_the_journal).unwrap();
    window.wait_until("it is written after all", |app| {
        matches!(app.state().saving, dossier::app::Saving::Saved { .. })
    });
    assert!(window.annotations_file().contains("Not to be lost"));
}

#[test]
fn what_is_typed_right_after_the_shortcut_is_not_lost() {
    let mut window = Window::open();
    window.click("Wang Yi, Person");
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::M);
    window.harness.event(egui::Event::Text("Quick".to_owned()));
    window.settle();
    let document = window.harness.state().state().document.as_ref().unwrap();
    assert_eq!(document.annotations.annotations[0].text, "Quick");
}

#[test]
fn what_a_newer_version_wrote_is_not_written_over_and_that_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.dossier.ron");
    std::fs::write(
        &file,
        r#"(format: 1, title: "t", areas: [(id: "a", name: "A")], sources: [(id: "s", title: "T",
        publisher: "P", kind: Web, published: "2031", language: "en", standing: "An invented source.",
        sha256: "0000000000000000000000000000000000000000000000000000000000000000")],
        quotations: [(id: "q", source: "s", paragraph: 1, selector: (exact: "Words"))],
        entities: [(id: "e", kind: Person, name: "Wang Yi", quotations: [(id: "q")])])"#,
    )
    .unwrap();
    let annotations = folder.path().join("x.annotations.ron");
    std::fs::write(&annotations, "(format: 9)").unwrap();
    let mut window = Window::open_file(folder, Some(file), 1440.0, 900.0, egui::Theme::Light);
    assert!(window.shows_part("Nothing will be written over them"));
    annotate(&mut window, "Kept in the window only");
    assert!(window.shows("Annotations not saved"));
    std::thread::sleep(Duration::from_secs(1));
    window.settle();
    assert_eq!(std::fs::read_to_string(annotations).unwrap(), "(format: 9)");
}
