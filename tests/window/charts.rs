//! The timeline and the relations: what stands there, what leads where.

use dossier::app::App;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::driver::Window;

pub fn on_relations() -> impl Fn(&mut Window) {
    |window| {
        window.keys(Modifiers::COMMAND, Key::Num4);
        window.wait_until("the relations are laid out", |app: &App| {
            app.state().relations.drawing.is_some()
        });
    }
}

#[test]
fn events_and_publications_stand_in_lanes_and_lead_to_their_words() {
    let mut window = Window::open();
    window.keys(Modifiers::COMMAND, Key::Num3);
    for shown in ["Xi'an", "No place stated", "Publications"] {
        assert!(window.shows(shown), "{shown}");
    }
    assert!(window.shows_part("China-Central Asia Summit, “In May last year” → May 2023"));
    window.harness.get_by_label_contains("Lin Jian gives the figures, ").click();
    window.settle();
    assert!(window.shows_part("29 March 2024"));
    assert!(window.shows("Show details"));
    assert!(window.shows_part("spokesperson Lin Jian said on Friday"));
    window.click("By source");
    assert!(!window.shows("No place stated"));
    window.click("Show details");
    assert!(window.shows("Close details"));
}

#[test]
fn the_timeline_is_zoomed_and_fitted_again() {
    let mut window = Window::open();
    window.keys(Modifiers::COMMAND, Key::Num3);
    let view = |window: &Window| window.harness.state().state().timeline.view().unwrap();
    let whole = view(&window);
    window.click("Zoom in on the timeline");
    let part = view(&window);
    assert!(part.to - part.from < (whole.to - whole.from) * 0.6);
    window.click("Zoom out of the timeline");
    window.click("Fit");
    assert_eq!(view(&window), whole);
}

#[test]
fn entities_are_tied_and_each_tie_has_its_words() {
    let mut window = Window::open();
    on_relations()(&mut window);
    window.click("Lin Jian, Person");
    assert!(window.shows("speaks for"));
    assert!(window.shows_part("Chinese Foreign Ministry spokesperson Lin Jian"));
    window.click("Around the focus");
    assert!(window.shows("Ministry of Foreign Affairs, Body"));
    assert!(!window.shows("Kazakhstan, Country"));
    window.click("Around the focus");
    window.click("Countries");
    assert!(window.shows("Kazakhstan, Country"));
    assert!(!window.shows("Lin Jian, Person"));
}

#[test]
fn figures_are_sorted_and_lead_to_their_details() {
    let mut window = Window::open();
    window.keys(Modifiers::COMMAND, Key::G);
    assert!(window.shows("almost $90 billion"));
    window.click("Sort by Value");
    let top = |window: &Window, words: &str| window.harness.get_by_label(words).rect().top();
    let (flights, trade) = ("increased to 68 direct passenger flights", "almost $90 billion");
    assert!(top(&window, flights) < top(&window, trade));
    window.click("Sort by Value");
    assert!(top(&window, flights) > top(&window, trade));
    // The tile on the Desk behind has the same words.
    let named: Vec<_> =
        window.harness.get_all_by_label_contains("Direct passenger flights between").collect();
    named.last().unwrap().click();
    window.settle();
    assert!(window.shows("Close details"));
}
