//! Golden pictures of the screens, light and dark, drawn by lavapipe. One place owns the
//! thresholds. Drawn anew with `UPDATE_SNAPSHOTS=1 cargo test --test window golden`.

use dossier::annotations::{BriefEdit, BriefHead};
use dossier::app::briefing::BriefWish;
use dossier::app::{Action, Saving};
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;
use egui_kittest::{SnapshotOptions, SnapshotResults};

use crate::briefing;
use crate::charts;
use crate::driver::Window;
use crate::reading;
use crate::suggesting;
use crate::wide;

/// Compares a screen of the bundled dossier in both themes, brought about by `act`.
fn compare(name: &str, size: (f32, f32), act: impl Fn(&mut Window)) {
    compare_opened(name, |theme| Window::open_sized(size.0, size.1, theme), act);
}

/// Compares a screen in both themes, brought about by `act` in a window that `open` opens.
fn compare_opened(name: &str, open: impl Fn(Theme) -> Window, act: impl Fn(&mut Window)) {
    // Lavapipe's versions differ in the last bits of blending and in single edge pixels.
    let options = SnapshotOptions::new().threshold(1.6).max_failed_pixels(400);
    let mut results = SnapshotResults::new();
    for (theme, suffix) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let mut window = open(theme);
        act(&mut window);
        window.harness.remove_cursor();
        window.settle();
        window.harness.snapshot_options(format!("{name}-{suffix}"), &options);
        results.extend_harness(&mut window.harness);
    }
}

#[test]
fn the_desk_with_a_person_in_focus() {
    compare("desk", (1440.0, 900.0), |window| window.click("Lin Jian, Person"));
}

#[test]
fn the_details_of_a_person() {
    compare("details", (1440.0, 900.0), |window| {
        window.click("Wang Yi, Person");
        window.keys(Modifiers::COMMAND, Key::I);
    });
}

#[test]
fn the_narrow_desk() {
    compare("narrow", (1024.0, 700.0), |window| window.click("9 metrics"));
}

#[test]
fn the_annotations_and_pins() {
    compare("annotations", (1440.0, 900.0), |window| {
        window.keys(Modifiers::COMMAND, Key::Num6);
    });
}

/// A brief of a template whose date is not that of today.
fn brief(window: &mut Window, template: &str) {
    briefing::make(window, template);
    let app = window.harness.state().state();
    let brief = &app.document.as_ref().unwrap().annotations.briefs[0];
    let head = BriefHead { date: "22 November 2026".to_owned(), ..brief.head.clone() };
    briefing::act(window, Action::Brief(BriefWish::Edit(BriefEdit::SetHead(head))));
    // The status bar says when it is saved.
    window.wait_until("the brief is saved", |app| {
        matches!(app.state().saving, Saving::Saved { whole: true, .. })
    });
}

#[test]
fn a_brief_with_its_material_and_its_page() {
    compare("brief", (1440.0, 900.0), |window| {
        window.click("Lin Jian, Person");
        window.keys(Modifiers::COMMAND, Key::D);
        brief(window, "One-page brief");
        window.click("Section 3: Key figures");
    });
}

#[test]
fn the_page_of_a_brief_in_a_narrow_window() {
    compare("brief-narrow", (1024.0, 700.0), |window| {
        brief(window, "Chronology");
        window.click("Preview");
    });
}

#[test]
fn two_sources_with_a_quotation_that_was_edited() {
    compare_opened("sources", reading::open_edited, |window| {
        window.keys(Modifiers::COMMAND, Key::Num5);
        window.click("Read another beside");
        reading::read(window, "q-open");
    });
}

#[test]
fn the_comparison() {
    compare("compare", (1440.0, 900.0), |window| window.keys(Modifiers::COMMAND, Key::Num2));
}

#[test]
fn the_timeline_with_an_event_in_focus() {
    compare("timeline", (1440.0, 900.0), |window| {
        window.keys(Modifiers::COMMAND, Key::Num3);
        window.harness.get_by_label_contains("Launch of the secretariat, ").click();
        window.settle();
    });
}

#[test]
fn the_relations_with_a_body_in_focus() {
    compare("relations", (1440.0, 900.0), |window| {
        charts::on_relations()(window);
        window.click("Ministry of Foreign Affairs, Body");
    });
}

#[test]
fn the_comparison_of_eight_sources() {
    let open = |theme| wide::open(1440.0, 900.0, theme);
    compare_opened("compare-wide", open, |window| {
        window.keys(Modifiers::COMMAND, Key::Num2);
    });
}

#[test]
fn the_dashboard_of_conflicting_values_by_area() {
    let open = |theme| wide::open(1024.0, 900.0, theme);
    compare_opened("dashboard", open, |window| {
        window.click("106 metrics");
        window.click("Order and copy the metrics");
        window.click("By area");
        window.click("Freight and navigation");
    });
}

#[test]
fn suggested_rows_of_the_comparison() {
    let open = |theme| suggesting::open(theme, &suggesting::without_topics);
    compare_opened("suggestions", open, |window| window.click("Suggested 18"));
}

#[test]
fn a_source_without_its_text() {
    compare("no-text", (1024.0, 700.0), |window| window.keys(Modifiers::COMMAND, Key::Num5));
}

#[test]
fn the_checks_of_an_edited_text() {
    compare_opened("checks", reading::open_edited, |window| {
        window.keys(Modifiers::COMMAND, Key::Num8);
    });
}
