//! Comparing sources: topics, filters, columns, and the sentences around.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::driver::Window;
use crate::reading;

fn compared() -> Window {
    let mut window = Window::open();
    window.keys(Modifiers::COMMAND, Key::Num2);
    window
}

fn topics(window: &Window) -> usize {
    let state = window.harness.state().state();
    let document = state.document.as_ref().unwrap();
    state.comparison.topics(document, &state.filter.text).len()
}

#[test]
fn each_topic_shows_what_the_sources_say_and_where_one_is_silent() {
    let mut window = compared();
    assert!(window.shows("When was the secretariat launched?"));
    assert!(window.shows_part("Both resolve to 30 March 2024"));
    let all = topics(&window);
    window.click("Only differences");
    let different = topics(&window);
    window.click("Only one source");
    let single = topics(&window);
    assert!(
        different > 0 && single > 0 && different + single < all,
        "{different}, {single}, {all}"
    );
    assert!(window.shows_part("Silent"));
    window.type_into("Find in the dossier", "no topic asks this");
    assert!(window.shows("No topic fits the filters."));
}

#[test]
fn columns_are_moved_and_hidden_and_come_back() {
    let mut window = compared();
    let columns = |window: &Window| {
        let state = window.harness.state().state();
        state.comparison.columns(state.document.as_ref().unwrap())
    };
    assert_eq!(columns(&window), [0, 1]);
    window.click("Move right: Global Times");
    assert_eq!(columns(&window), [1, 0]);
    window.click("Hide: Seetao");
    assert_eq!(columns(&window), [0]);
    window.click("Show Seetao");
    assert_eq!(columns(&window), [1, 0]);
}

#[test]
fn a_topic_opens_to_the_sentences_around_its_words() {
    let mut window = reading::open_edited(egui::Theme::Light);
    window.keys(Modifiers::COMMAND, Key::Num2);
    assert!(!window.shows_part("more than the old one in a month"));
    let buttons: Vec<_> = window.harness.get_all_by_label("Open to the sentences around").collect();
    buttons.last().unwrap().click();
    window.settle();
    assert!(window.shows_part("more than the old one in a month"));
    window.click("Close to the words alone");
    assert!(!window.shows_part("more than the old one in a month"));
}

#[test]
fn words_lead_to_their_place_in_the_source_and_back() {
    let mut window = compared();
    let read: Vec<_> = window.harness.get_all_by_label("Read in its source").collect();
    read.first().unwrap().click();
    window.settle();
    assert!(window.shows("text not attached"));
    window.keys(Modifiers::ALT, Key::ArrowLeft);
    assert!(window.shows("When was the secretariat launched?"));
}

#[test]
fn the_program_says_what_it_computed_and_aligns_two_renderings() {
    let mut window = compared();
    assert!(window.shows("Computed: Both say 30 March 2024."));
    window.type_into("Find in the dossier", "consensus");
    let renderings: Vec<_> = window.harness.get_all_by_label("Two renderings").collect();
    assert!(!renderings.is_empty());
    renderings.first().unwrap().click();
    window.settle();
    let comparison = &window.harness.state().state().comparison;
    assert_eq!(comparison.aligned.len(), 1);
}

#[test]
fn what_the_program_cannot_decide_is_shown_with_the_reason() {
    let source = |id: &str, publisher: &str| {
        let sha256 = "0".repeat(64);
        format!(
            r#"(id: "{id}", title: "t", publisher: "{publisher}", kind: Web, published: "2024-04-01",
                language: "en", sha256: "{sha256}", standing: "s"),"#
        )
    };
    let quotation = |id: &str, words: &str| {
        format!(r#"(id: "q{id}", source: "{id}", paragraph: 1, selector: (exact: "{words}")),"#)
    };
    let mut window = Window::open_text(&format!(
        r#"(format: 1, title: "A harbour", sources: [{}{}], quotations: [{}{}],
        topics: [(id: "t", question: "How large was trade?", answers: [
            (source: "a", quotations: [(id: "qa")]), (source: "b", quotations: [(id: "qb")]),
        ], finding: (kind: Differ, reason: "By or to."))])"#,
        source("a", "The Coast"),
        source("b", "Port Daily"),
        quotation("a", "trade rose by $10 billion"),
        quotation("b", "trade rose to $10 billion"),
    ));
    window.keys(Modifiers::COMMAND, Key::Num2);
    assert!(window.shows(
        "Not decided: The Coast says up by $10 billion, Port Daily says increased to $10 billion; \
         a change is not a level."
    ));
}
