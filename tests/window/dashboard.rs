//! The dashboard: series, orders, what leads from a chart to its words.

use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;

use crate::driver::Window;
use crate::wide;

#[test]
fn the_values_of_one_measure_stand_in_one_tile_and_their_chart_leads_to_the_words() {
    let mut window = Window::open();
    let trade = "Trade between China and the five Central Asian countries";
    assert!(window.shows("2 values"));
    // The left bar is the derived year before, the right one what Lin Jian stated.
    for (part, focus) in [(0.75, "trade-volume"), (0.25, "trade-year-before")] {
        // What is in focus has more to say, so that the chart moves.
        let chart = window.harness.get_by_label(&format!("Chart of {trade}")).rect();
        let at = chart.lerp_inside(egui::vec2(part, 0.6));
        window.harness.hover_at(at);
        // The hint waits until the pointer rests.
        for _ in 0..40 {
            window.harness.step();
        }
        assert!(window.shows_part("“almost $90 billion, up by 27.2") == (part > 0.5), "{focus}");
        window.harness.drag_at(at);
        window.harness.drop_at(at);
        window.settle();
        let state = window.harness.state().state();
        let document = state.document.as_ref().unwrap();
        assert_eq!(document.dossier.id_of(state.focus().unwrap()), focus);
    }
}

#[test]
fn figures_are_grouped_and_ordered() {
    let mut window = wide::open(1440.0, 900.0, Theme::Light);
    let first = |window: &Window| {
        let state = window.harness.state().state();
        let document = state.document.as_ref().unwrap();
        let rows = state.desk.metric_rows.iter();
        let metrics = rows.flat_map(|row| row.metrics(&document.dossier, &document.index));
        let names = metrics.map(|place| document.dossier.metrics[place as usize].name.clone());
        names.take(1).collect::<String>()
    };
    let order = |window: &mut Window, name: &str| {
        window.click("Order and copy the metrics");
        window.click(name);
    };
    order(&mut window, "By area");
    assert!(window.shows("Commission and centre"));
    assert_eq!(first(&window), "Guests");
    order(&mut window, "By name");
    assert_eq!(first(&window), "Age of the commission");
    order(&mut window, "Latest first");
    assert_eq!(first(&window), "Sections of good quality, goal");
}

#[test]
fn the_keys_go_through_the_values_of_a_series() {
    let mut window = Window::open();
    window.click("Trade in the year before, $70.8 billion");
    window.keys(Modifiers::ALT, Key::ArrowUp);
    let state = window.harness.state().state();
    let document = state.document.as_ref().unwrap();
    assert_eq!(document.dossier.id_of(state.focus().unwrap()), "trade-volume");
}
