//! Opening dossiers: broken ones, dropped ones, other scripts.

use std::path::{Path, PathBuf};

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::driver::Window;
use crate::generator;

fn drop_file(window: &mut Window, path: PathBuf) {
    window.drop_file(path);
    window.wait_until("the dropped file is opened or refused", |app| app.state().opening.is_none());
}

#[test]
fn a_broken_dossier_shows_its_mistakes_and_leaves_what_was_open() {
    let mut window = Window::open();
    let broken = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/damaged/many-mistakes-in-items.dossier.ron");
    drop_file(&mut window, broken);
    assert!(window.shows("many-mistakes-in-items.dossier.ron was not opened"));
    assert!(window.shows("Line 10, column 29"));
    assert!(window.shows("What was open before is still open."));
    window.click("Back to what was open");
    assert!(window.shows("Wang Yi, Person"));
}

#[test]
fn a_dropped_dossier_replaces_the_open_one() {
    let mut window = Window::open();
    let other = window.folder.path().join("other.dossier.ron");
    std::fs::write(&other, "(format: 1, title: \"Quite another one\")").unwrap();
    drop_file(&mut window, other.clone());
    assert!(window.shows("Quite another one"));
    assert!(window.shows("No entity in this dossier."));
    let recent = &window.harness.state().state().settings.recent;
    assert_eq!(recent.first(), Some(&other));
}

#[test]
fn an_absent_file_is_told_with_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("absent.dossier.ron");
    let window = Window::open_file(folder, Some(file), 1440.0, 900.0, egui::Theme::Light);
    assert!(window.shows("absent.dossier.ron was not opened"));
    assert!(window.shows_part("There is no file"));
}

#[test]
fn without_a_file_the_bundled_dossier_opens_with_its_flags() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open_file(folder, None, 1440.0, 900.0, egui::Theme::Light);
    window.click("Countries 6");
    window.wait_until("the flags are there", |app| {
        app.state().pictures.get("images/flags/uz.png").is_some()
    });
    assert!(window.shows("Uzbekistan, Country"));
}

#[test]
fn other_scripts_and_hostile_texts_are_shown_as_they_are() {
    let window = Window::open_text(
        r#"(format: 1, title: "[x](javascript:alert(1)) <b>王毅</b>",
            sources: [(id: "s", title: "Т", publisher: "Қазақстан", kind: Web, published: "2031",
                language: "kk", standing: "An invented source.",
                sha256: "0000000000000000000000000000000000000000000000000000000000000000")],
            quotations: [(id: "q", source: "s", paragraph: 1, selector: (exact: "王毅部长"))],
            entities: [(id: "e", kind: Person, name: "王毅", quotations: [(id: "q")])])"#,
    );
    assert!(window.shows("[x](javascript:alert(1)) <b>王毅</b>"));
    assert!(window.shows("王毅, Person"));
    assert!(window.shows("Quotation: 王毅部长"));
    assert!(window.harness.query_all_by_label("Source Қазақстан").next().is_some());
}

#[test]
fn a_large_dossier_shows_its_progress_and_can_be_given_up() {
    let mut window = Window::open();
    let large = window.folder.path().join("large.dossier.ron");
    std::fs::write(&large, generator::dossier_text(5_000)).unwrap();
    let ctx = window.harness.ctx.clone();
    window.harness.state_mut().act(&ctx, dossier::app::Action::OpenFile(large.clone()));
    window.harness.step();
    assert!(window.shows("Opening large.dossier.ron") && window.shows("Wang Yi, Person"));
    window.click("Cancel");
    assert!(window.harness.state().state().opening.is_none());
    std::thread::sleep(std::time::Duration::from_secs(3));
    window.settle();
    assert!(window.shows("Wang Yi, Person"), "a load that was given up replaced what was open");

    window.harness.state_mut().act(&ctx, dossier::app::Action::OpenFile(large));
    window.wait_until("the large one is open", |app| app.state().opening.is_none());
    assert!(window.shows_part("5000 quotations"));
}

#[test]
fn with_many_sources_the_columns_are_turned_and_chosen_in_a_menu() {
    let mut window = Window::open_text(&generator::dossier_text(1_000));
    assert!(window.shows("Sources 1 to 2 of 10"));
    window.click("Next sources");
    assert!(window.shows("Sources 3 to 4 of 10"));
    window.click("10 of 10 sources");
    let first = {
        let document = window.harness.state().state().document.as_ref().unwrap();
        document.dossier.sources[0].publisher.clone()
    };
    let entry = window.harness.query_all_by_label_contains(&first).find(|node| {
        use egui_kittest::kittest::NodeT;
        node.accesskit_node().role() == egui::Role::CheckBox
    });
    entry.unwrap().click();
    window.settle();
    assert!(window.shows("Sources 1 to 2 of 9"));
}

#[test]
fn without_a_file_dialog_a_path_is_typed_and_asking_can_be_given_up() {
    let mut window = Window::open();
    let other = window.folder.path().join("other.dossier.ron");
    std::fs::write(&other, "(format: 1, title: \"Another\")").unwrap();
    let missing = |window: &mut Window| {
        window.keys(Modifiers::COMMAND, Key::O);
        window.wait_until("it is told that there is no dialog", |app| {
            app.state().asking.as_ref().is_some_and(dossier::app::Asking::is_missing)
        });
    };
    missing(&mut window);
    assert!(window.shows_part("The system has no file dialog to show."));
    window.click("Give up");
    assert!(!window.shows_part("The system has no file dialog to show."));
    missing(&mut window);
    // A name alone is looked for beside the dossier.
    window.type_into("Path of the file", "other.dossier.ron");
    window.click("Use this path");
    window.wait_until("the other is open", |app| {
        app.state().document.as_ref().is_some_and(|document| document.dossier.title == "Another")
    });
    assert!(window.harness.state().state().asking.is_none());
}
