//! Annotations: made, changed, deleted, undone, and on the disk within a second.

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
fn what_is_typed_is_in_the_journal_first_and_then_in_the_file() {
    let mut window = Window::open();
    annotate(&mut window, "Was he there?");
    window.wait_until("it is on the disk", |app| {
        matches!(app.state().saving, dossier::app::Saving::Saved { whole: false, .. })
    });
    assert!(journal(&window).contains("Was he there?"));
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
    let window = Window::open();
    let name = "china-central-asia-secretariat.annotations.ron";
    std::fs::write(window.folder.path().join(name), "(format: 1, annot").unwrap();
    let window = killed(window);
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
    // Another place is offered for it.
    window.click("Save a copy elsewhere…");
    window.wait_until("it is asked where", |app| app.state().asking.is_some());
    let copy = window.folder.path().join("copy.ron");
    window.type_into("Path of the file", &copy.display().to_string());
    window.click("Use this path");
    window.wait_until("the copy is there", |_| copy.exists());
    let copied = dossier::store::AnnotationsFile::look_at(&copy).unwrap();
    assert_eq!(copied.annotations[0].text, "Not to be lost");
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
    let newer = r#"(format: 9, holograms: [1], annotations: [(id: "a1", on: "e", kind: Remark,
        text: "From the future", mood: Calm, created: "2031-06-15T08:20:00Z",
        modified: "2031-06-15T08:20:00Z")])"#;
    std::fs::write(&annotations, newer).unwrap();
    let mut window = Window::open_file(folder, Some(file), 1440.0, 900.0, egui::Theme::Light);
    assert!(window.shows_part("2 parts of them are not known here"));
    assert!(window.shows("Read-only") && window.shows("From the future"));
    window.click("Wang Yi, Person");
    window.keys(Modifiers::COMMAND, Key::M);
    assert!(window.shows_part("Nothing can be changed here"));
    assert_eq!(std::fs::read_to_string(&annotations).unwrap(), newer);
}

/// A second window on the dossier of the first.
pub fn second(window: &Window) -> Window {
    let name = "china-central-asia-secretariat.dossier.ron";
    let file = window.folder.path().join(name);
    let elsewhere = tempfile::tempdir().unwrap();
    Window::open_file(elsewhere, Some(file), 1440.0, 900.0, egui::Theme::Light)
}

#[test]
fn a_second_window_reads_says_who_holds_the_dossier_and_changes_nothing() {
    let mut window = Window::open();
    annotate(&mut window, "Was he there?");
    window.wait_until("it is in the journal", |app| {
        matches!(app.state().saving, dossier::app::Saving::Saved { .. })
    });
    let mut other = second(&window);
    assert!(other.shows_part("This window only reads: the dossier is open in another window"));
    assert!(other.shows_part(&format!("process {}", std::process::id())));
    other.keys(Modifiers::COMMAND, Key::Num6);
    assert!(other.shows("Was he there?"));
    other.keys(Modifiers::COMMAND, Key::Num1);
    other.click("Wang Yi, Person");
    other.keys(Modifiers::COMMAND, Key::M);
    assert!(other.shows_part("Nothing can be changed here"));
    assert!(other.harness.query_by_label("Annotation text").is_none());
    // When the first window is closed, the second may have it.
    let Window { harness, folder } = window;
    drop(harness);
    let file = folder.path().join("china-central-asia-secretariat.dossier.ron");
    let ctx = other.harness.ctx.clone();
    other.harness.state_mut().act(&ctx, dossier::app::Action::OpenFile(file));
    other.wait_until("it is open again", |app| app.state().opening.is_none());
    annotate(&mut other, "Now it can be written");
    assert!(other.harness.query_by_label("Annotation text").is_some());
}

#[test]
fn what_another_program_writes_is_read_and_put_together_with_what_was_done_here() {
    let mut window = Window::open();
    annotate(&mut window, "Was he there?");
    window.click("Done");
    window.wait_until("the file is written", |app| {
        matches!(app.state().saving, dossier::app::Saving::Saved { whole: true, .. })
    });
    let path = window.folder.path().join("china-central-asia-secretariat.annotations.ron");
    let file = window.annotations_file();
    std::fs::write(&path, file.replace("Was he there?", "Was he there, and when?")).unwrap();
    window.wait_until("it is read again", |app| {
        let document = app.state().document.as_ref().unwrap();
        document.annotations.annotations[0].text == "Was he there, and when?"
    });
    assert!(window.shows_part("The annotations file was changed by another program"));
}

#[test]
fn a_dossier_that_changes_on_the_disk_is_read_again_where_the_person_is() {
    let mut window = Window::open();
    annotate(&mut window, "Was he there?");
    window.click("Done");
    let path = window.folder.path().join("china-central-asia-secretariat.dossier.ron");
    let dossier = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, "(format: 1, subject: \"Broken\")").unwrap();
    window.wait_until("the mistake is told", |app| {
        app.state()
            .notices
            .iter()
            .any(|notice| notice.text.contains("can't be opened as it is now"))
    });
    assert!(window.shows("Was he there?"));
    let changed = dossier.replace("name: \"Wang Yi\"", "name: \"Wang Yi of Beijing\"");
    std::fs::write(&path, changed).unwrap();
    window.wait_until("it is read again", |app| {
        let document = app.state().document.as_ref().unwrap();
        document.dossier.entities.iter().any(|entity| entity.name == "Wang Yi of Beijing")
    });
    let state = window.harness.state().state();
    let document = state.document.as_ref().unwrap();
    assert_eq!(document.dossier.id_of(state.focus().unwrap()), "wang-yi");
    assert_eq!(document.annotations.annotations[0].text, "Was he there?");
}

#[test]
fn an_earlier_copy_is_looked_at_brought_back_and_let_go_again() {
    let mut window = Window::open();
    let written = |window: &mut Window| {
        window.wait_until("the file is written", |app| {
            matches!(app.state().saving, dossier::app::Saving::Saved { whole: true, .. })
        });
    };
    annotate(&mut window, "Was he there?");
    window.click("Done");
    written(&mut window);
    // The hour's copy is what was there before the first change of what there was.
    window.click("Delete annotation");
    written(&mut window);
    window.click("Menu");
    window.harness.get_by_label_contains("Earlier copies of your work").click();
    window.settle();
    window.wait_until("the copies are read", |app| {
        matches!(app.state().sheet, Some(dossier::app::Sheet::Copies(Some(_))))
    });
    assert!(window.shows("1 annotation, 0 pins. 1 would come back."));
    window.harness.get_by_label_contains("Look at ").click();
    window.settle();
    assert!(window.shows("Remark: Was he there?"));
    window.harness.get_by_label_contains("Bring back ").click();
    window.settle();
    let annotations = |window: &Window| {
        let document = window.harness.state().state().document.as_ref().unwrap();
        document.annotations.annotations.len()
    };
    assert_eq!(annotations(&window), 1);
    window.harness.get_by_label_contains("Undo: bring back earlier copy").click();
    window.settle();
    assert_eq!(annotations(&window), 0);
}
