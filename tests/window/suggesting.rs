//! Suggested rows of the comparison: offered with a reason, accepted or rejected, taken back.

use dossier::app::App;
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;

use crate::driver::Window;
use crate::wide;

const GRAIN: &str = "Grain made up 38 percent of it, followed by building stone and timber.";

/// The wide dossier without some of its topics' words, on its suggestions.
pub fn open(theme: Theme, change: &dyn Fn(&str) -> String) -> Window {
    let mut window = wide::open_changed(1440.0, 900.0, theme, change);
    window.keys(Modifiers::COMMAND, Key::Num2);
    window.wait_until("the texts are searched", |app: &App| {
        app.state().document.as_ref().is_some_and(|document| document.suggestions.found.is_some())
    });
    window
}

/// No topic at all.
pub fn without_topics(dossier: &str) -> String {
    let (before, _) = dossier.split_once("    topics: [").unwrap();
    format!("{before})")
}

/// The Courier does not answer what share of the freight is grain.
fn without_an_answer(dossier: &str) -> String {
    let answer = dossier.find("quotations: [(id: \"lc-grain\", words: \"38 percent\")],").unwrap();
    let begin = dossier[..answer].rfind('(').unwrap();
    let end = answer + dossier[answer..].find("),\n").unwrap() + 3;
    format!("{}{}", &dossier[..begin], &dossier[end..])
}

#[test]
fn whatever_is_found_alike_stands_in_one_topic_of_the_author() {
    let window = open(Theme::Light, &str::to_owned);
    let document = window.harness.state().state().document.as_ref().unwrap();
    assert_eq!(document.suggestions.found.as_deref(), Some(&[][..]));
    let window = open(Theme::Light, &without_topics);
    let document = window.harness.state().state().document.as_ref().unwrap();
    assert_eq!(document.suggestions.found.as_ref().unwrap().len(), 18);
}

#[test]
fn a_suggestion_becomes_a_row_with_a_question_and_can_be_undone() {
    let mut window = open(Theme::Light, &without_topics);
    window.click("Suggested 18");
    assert!(
        window.shows_part("Both have “38”, “made”, “followed”") || window.shows_part("100 % alike")
    );
    window.harness.get_all_by_label("Accept").next().unwrap().click();
    window.settle();
    window.click("Suggested 17");
    window.click("All topics");
    assert!(window.shows("your row"));
    window.type_into("Question of this row", "How much of it is grain?");
    let document = window.harness.state().state().document.as_ref().unwrap();
    let parallel = &document.annotations.parallels[0];
    assert_eq!(parallel.question, "How much of it is grain?");
    let quoted = parallel.passages.iter().map(|passage| passage.selector.exact.as_str());
    assert_eq!(quoted.collect::<Vec<_>>(), [GRAIN, GRAIN]);
    window.wait_for_texts();
    let document = window.harness.state().state().document.as_ref().unwrap();
    for passage in &document.annotations.parallels[0].passages {
        let proof = document.texts.proofs.of_passage(passage).unwrap();
        assert_eq!(proof.outcome().name(), "exact");
    }
    // The question, then the row.
    for _ in 0..2 {
        window.harness.get_by_label_contains("Undo: ").click();
        window.settle();
    }
    assert!(!window.shows("your row"));
    assert!(window.shows("Suggested 18"));
}

#[test]
fn a_rejected_suggestion_is_not_offered_again() {
    let mut window = open(Theme::Light, &without_topics);
    window.click("Suggested 18");
    window.harness.get_all_by_label("Not the same").next().unwrap().click();
    window.settle();
    assert!(window.shows("Suggested 17"));
    window.click("All topics");
    assert!(!window.shows("your row"));
}

#[test]
fn a_sentence_may_be_suggested_for_a_topic_and_stands_in_its_cell() {
    let mut window = open(Theme::Light, &without_an_answer);
    window.click("Suggested 1");
    for shown in ["What share of the freight is grain?", "may answer it too", "answers it already"]
    {
        assert!(window.shows(shown), "{shown}");
    }
    window.click("Accept");
    assert!(
        window.shows("Sentences that are alike stand in a topic already, or you decided on them.")
    );
    window.click("All topics");
    window.type_into("Find in the dossier", "What share of the freight is grain");
    assert!(window.shows("added by you"));
    window.click("Take it out of the comparison");
    assert!(!window.shows("added by you"));
    assert!(window.shows("Suggested 1"));
}

#[test]
fn without_texts_nothing_is_suggested_and_the_screen_says_why() {
    let mut window = Window::open();
    window.keys(Modifiers::COMMAND, Key::Num2);
    window.click("Suggested");
    assert!(window.shows_part("attach those of two sources at least"));
}
