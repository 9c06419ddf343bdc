//! The details of an item: why a date is the one it is, what is not known, who attended what.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::driver::Window;

const HARBOUR: &str = r#"(
    format: 2,
    title: "Harbour, in brief",
    sources: [
        (
            id: "gazette",
            title: "Record year for the harbour",
            publisher: "Harbour Gazette",
            kind: Newspaper,
            author: [Person("Ada Quay"), Organisation("Port Desk")],
            published: "2031-06-12",
            language: "en",
            sha256: "71c637ede7dec21e191fe923240aafa32c87062c6bac7fcd57cff681479f7e40",
        ),
        (
            id: "leaflet",
            title: "A leaflet on pilotage",
            publisher: "Pilots' Guild",
            kind: Web,
            language: "en",
            sha256: "81c637ede7dec21e191fe923240aafa32c87062c6bac7fcd57cff681479f7e40",
        ),
    ],
    quotations: [
        (
            id: "berths",
            source: "gazette",
            paragraph: 1,
            selector: (exact: "Between 60 and 65 percent of the berths were in use on Thursday"),
        ),
        (
            id: "fair",
            source: "gazette",
            paragraph: 2,
            selector: (exact: "Ada Quay and the Pilots' Guild came to the fair from 2 to 5 June"),
        ),
    ],
    entities: [
        (id: "ada-quay", kind: Person, name: "Ada Quay", quotations: [(id: "fair")]),
        (id: "guild", kind: Organisation, name: "Pilots' Guild", quotations: [(id: "fair")]),
    ],
    relations: [
        (
            id: "quay-at-the-fair",
            from: "ada-quay",
            kind: Attended,
            to: "guild",
            event: "harbour-fair",
            quotations: [(id: "fair")],
        ),
    ],
    metrics: [
        (
            id: "use",
            name: "Berths in use",
            kind: Share,
            figure: Stated(number: 60, to: 65, unit: Percent),
            quotations: [(id: "berths")],
        ),
    ],
    events: [
        (
            id: "harbour-fair",
            name: "The harbour fair",
            when: (from: "2031-06-02", to: "2031-06-05", words: "from 2 to 5 June"),
            quotations: [(id: "fair")],
        ),
        (
            id: "count",
            name: "The berths are counted",
            when: (date: "2031-06-12", words: "on Thursday"),
            quotations: [(id: "berths")],
        ),
    ],
)"#;

/// Opens the details of the item with a name.
fn details(name: &str) -> Window {
    let mut window = Window::open_text(HARBOUR);
    window.keys(Modifiers::COMMAND, Key::K);
    window.harness.get_by_label("Name of an item or a command").type_text(name);
    window.settle();
    window.keys(Modifiers::NONE, Key::Enter);
    assert!(window.shows("Close details"), "{name}");
    window
}

#[test]
fn a_date_that_is_not_printed_says_how_it_follows() {
    let window = details("berths are counted");
    assert!(window.shows("12 June 2031 (“on Thursday”)"));
    assert!(window.shows("the latest such weekday up to 12 June 2031"));
}

#[test]
fn an_event_that_lasts_has_its_first_and_its_last_day() {
    let window = details("harbour fair");
    assert!(window.shows("2 June 2031 to 5 June 2031 (“from 2 to 5 June”)"));
    assert!(window.shows("no year is printed; this one is nearest to 12 June 2031"));
}

#[test]
fn a_source_may_have_several_authors() {
    let window = details("record year");
    assert!(window.shows("Author: Ada Quay, Port Desk"));
}

#[test]
fn what_a_source_does_not_tell_of_itself_is_not_known() {
    let window = details("leaflet on pilotage");
    assert!(window.shows_part("Pilots' Guild, "));
    assert!(window.shows_part("date not known"));
    assert!(window.shows("standing not known"));
}

#[test]
fn a_figure_that_is_a_range_shows_both_ends() {
    assert!(Window::open_text(HARBOUR).shows("Berths in use, 60–65 %"));
}

#[test]
fn who_attended_an_event_is_one_click_from_it() {
    let mut window = details("ada quay");
    assert!(window.shows_part("attended"));
    window.click("The harbour fair");
    let state = window.harness.state().state();
    let document = state.document.as_ref().unwrap();
    assert_eq!(state.focus().map(|item| document.dossier.id_of(item)), Some("harbour-fair"));
}
