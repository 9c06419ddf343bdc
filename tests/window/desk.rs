//! The Desk: three columns that answer to the focus, narrowed by filters and text.

use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;

use crate::driver::Window;

/// The labels of the quotations in view, in order.
fn quotations(window: &Window) -> Vec<String> {
    let nodes = window.harness.query_all_by_label_contains("Quotation: ");
    nodes.filter_map(|node| egui_kittest::kittest::NodeT::accesskit_node(&node).label()).collect()
}

#[test]
fn choosing_a_person_brings_their_figures_and_words_forward() {
    let mut window = Window::open();
    window.click("Lin Jian, Person");
    assert!(window.shows("3 belong to Lin Jian · 9 in all"));
    assert!(window.shows("11 for Lin Jian · 59 in all"));
    assert!(window.shows("Seetao is not quoted on Lin Jian."));
    let first = quotations(&window)[0].clone();
    assert!(first.contains("Lin Jian said on Friday"), "{first}");
}

#[test]
fn choosing_a_figure_shows_its_sentence_and_who_said_it() {
    let mut window = Window::open();
    window.click(
        "Sister cities between China and Central Asian countries, 80 pairs of sister cities",
    );
    let first = quotations(&window)[0].clone();
    assert!(first.contains("80 pairs of sister cities"), "{first}");
    let desk = &window.harness.state().state().desk;
    let related = desk.related.as_ref().unwrap();
    let document = window.harness.state().state().document.as_ref().unwrap();
    let names: Vec<&str> =
        related.entities.iter().map(|e| document.dossier.entities[*e].name.as_str()).collect();
    assert!(names.contains(&"Lin Jian"), "{names:?}");
    assert!(!names.contains(&"Sun Weidong"), "{names:?}");
}

/// The words marked in a quotation under the focus.
fn marked(window: &Window, quotation: &str) -> Vec<String> {
    let state = window.harness.state().state();
    let document = state.document.as_ref().unwrap();
    let related = state.desk.related.as_ref().unwrap();
    let place = document.index.catalogue.find(quotation).unwrap().index();
    let exact = &document.dossier.quotations[place].selector.exact;
    let marks = document.index.marks(place, state.focus().unwrap(), related);
    marks.into_iter().map(|mark| exact[mark].to_owned()).collect()
}

#[test]
fn the_words_of_a_figure_are_marked_in_its_quotation() {
    let mut window = Window::open();
    window.click(
        "Sister cities between China and Central Asian countries, 80 pairs of sister cities",
    );
    assert_eq!(marked(&window, "gt-sister-cities"), ["There are now 80 pairs of sister cities"]);
}

#[test]
fn a_derived_figure_marks_the_words_of_what_it_is_derived_from() {
    let mut window = Window::open();
    window.click("Trade in the year before, $70.8 billion");
    let words = "almost $90 billion, up by 27.2 percent year-on-year";
    assert_eq!(marked(&window, "gt-trade"), [words]);
}

#[test]
fn text_narrows_all_three_columns_whatever_the_apostrophe() {
    let mut window = Window::open();
    window.keys(Modifiers::COMMAND, Key::F);
    window.harness.get_by_label("Find in the dossier").type_text("XI'AN");
    window.settle();
    assert!(window.shows("Xi'an, Place"));
    assert!(!window.shows("Lin Jian, Person"));
    assert!(window.shows("No metric fits the search and the filters."));
    let found = quotations(&window);
    assert!(found.iter().any(|q| q.contains("held in Xi 'an,")), "{found:?}");
    assert!(found.iter().all(|q| q.contains("Xi")), "{found:?}");
    window.click("Show everything");
    assert!(window.shows("Lin Jian, Person"));
}

#[test]
fn filters_by_kind_area_and_source_narrow_their_columns() {
    let mut window = Window::open();
    window.click("Countries 6");
    assert!(window.shows("Kyrgyzstan, Country") && !window.shows("Wang Yi, Person"));
    assert!(window.shows("6 of 37"));
    window.click("Connectivity");
    assert!(window.shows("1 of 9"));
    window.click("Seetao · 1 April 2024");
    assert!(window.shows("25 of 59"));
    assert!(!window.shows("Source Seetao"));
}

#[test]
fn the_keyboard_goes_through_a_column_and_back_and_forward_through_the_foci() {
    let mut window = Window::open();
    window.keys(Modifiers::ALT, Key::ArrowDown);
    window.keys(Modifiers::ALT, Key::ArrowDown);
    let focus = |window: &Window| {
        let state = window.harness.state().state();
        state.focus().map(|item| state.document.as_ref().unwrap().dossier.id_of(item).to_owned())
    };
    assert_eq!(focus(&window).as_deref(), Some("sun-weidong"));
    window.keys(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(focus(&window).as_deref(), Some("wang-yi"));
    window.keys(Modifiers::ALT, Key::ArrowRight);
    assert_eq!(focus(&window).as_deref(), Some("sun-weidong"));
    window.keys(Modifiers::COMMAND, Key::Backspace);
    assert_eq!(focus(&window), None);
}

#[test]
fn a_card_is_chosen_with_tab_and_enter() {
    let mut window = Window::open();
    window.harness.get_by_label("Wang Yi, Person").focus();
    window.settle();
    window.keys(Modifiers::NONE, Key::Enter);
    assert!(window.shows("Clear focus on Wang Yi"));
}

#[test]
fn details_show_facts_relations_events_and_the_words_per_source() {
    let mut window = Window::open();
    window.click("Wang Yi, Person");
    window.keys(Modifiers::COMMAND, Key::I);
    for section in ["Facts", "Relations", "Events", "Topics"] {
        assert!(window.shows(section), "no section {section}");
    }
    assert!(window.shows_part("Global Times · 30 March 2024, 12:36"));
    assert!(window.shows_part("Seetao · 1 April 2024, 15:25"));
    window.click("Close details");
    window.click("Places 3");
    window.click("Xi'an, Place");
    window.keys(Modifiers::COMMAND, Key::I);
    assert!(window.shows("Also named") && window.shows("Xi 'an"));
    window.click("Close details");
    assert!(window.shows("Metrics"));
}

#[test]
fn a_narrow_window_shows_one_column_at_a_time() {
    let mut window = Window::open_sized(1024.0, 700.0, Theme::Light);
    assert!(window.shows("Entities") && !window.shows("Metrics"));
    window.click("9 metrics");
    assert!(window.shows("Metrics") && !window.shows("Entities"));
    window.click("59 quotations");
    assert!(window.shows("Quotations") && !window.shows("Metrics"));
}

#[test]
fn a_derived_figure_shows_its_arithmetic_and_what_almost_implies() {
    let window = Window::open();
    assert!(window.shows("= $90 billion ÷ (1 + 27.2 %)"));
    assert!(window.shows("as the inputs are qualified: below $70.8 billion"));
}

#[test]
fn the_palette_finds_items_and_commands() {
    let mut window = Window::open();
    window.keys(Modifiers::COMMAND, Key::K);
    window.harness.get_by_label("Name of an item or a command").type_text("luban");
    window.settle();
    window.keys(Modifiers::NONE, Key::Enter);
    assert!(window.shows_part("Clear focus on Luban Workshop") || window.shows("Project"));
    let state = window.harness.state().state();
    let id = state.focus().map(|f| state.document.as_ref().unwrap().dossier.id_of(f).to_owned());
    assert_eq!(id.as_deref(), Some("luban-workshop"));
}

#[test]
fn an_idle_window_does_not_ask_to_be_drawn() {
    let mut window = Window::open();
    window.settle();
    let before = window.harness.ctx.cumulative_pass_nr();
    let steps = window.harness.try_run().unwrap();
    assert!(steps <= 1, "{steps} steps while idle");
    assert!(window.harness.ctx.cumulative_pass_nr() - before <= 2);
}

#[test]
fn a_topic_brings_its_answers_forward_and_says_where_a_source_is_silent() {
    let mut window = Window::open();
    window.keys(Modifiers::COMMAND, Key::K);
    window.harness.get_by_label("Name of an item or a command").type_text("figures on trade");
    window.settle();
    window.keys(Modifiers::NONE, Key::Enter);
    assert!(window.shows("one source"));
    assert!(window.shows_part("Silent: "));
    window.click("Close details");
    assert!(window.shows_part("Clear focus on What are the figures on trade?"));
    let state = window.harness.state().state();
    let related = state.desk.related.as_ref().unwrap();
    let document = state.document.as_ref().unwrap();
    let trade = document.index.catalogue.find("trade-volume").unwrap();
    let lin = document.index.catalogue.find("lin-jian").unwrap();
    assert!(related.contains(trade) && related.contains(lin));
}

#[test]
fn the_summary_leads_from_each_statement_to_its_words() {
    let mut window = Window::open();
    window.keys(Modifiers::COMMAND, Key::U);
    assert!(window.shows("compiled 21 November 2026 · 2 sources"));
    window.harness.get_all_by_label("Words in Global Times ¶8").next().unwrap().click();
    window.settle();
    let state = window.harness.state().state();
    let id = state.focus().map(|f| state.document.as_ref().unwrap().dossier.id_of(f).to_owned());
    assert_eq!(id.as_deref(), Some("gt-trade"));
    assert!(state.sheet.is_none());
}

/// The id of the item in focus.
fn focus_id(window: &Window) -> Option<String> {
    let state = window.harness.state().state();
    let document = state.document.as_ref().unwrap();
    state.focus().map(|item| document.dossier.id_of(item).to_owned())
}

#[test]
fn a_followed_citation_shows_its_words_whatever_search_and_filters_hide() {
    let mut window = Window::open();
    window.click("Seetao · 1 April 2024");
    window.click("Sun Weidong, Person");
    window.keys(Modifiers::COMMAND, Key::F);
    window.harness.get_by_label("Find in the dossier").type_text("Weidong");
    window.settle();
    assert!(!window.shows("Source Seetao"));
    window.click("Attended and gave a speech");
    assert!(focus_id(&window).unwrap().starts_with("st-"));
    assert!(window.shows("Source Seetao"));
    assert!(quotations(&window).iter().any(|q| q.contains("Sun Weidong")));
}

#[test]
fn in_a_narrow_window_a_followed_citation_turns_to_the_quotations() {
    let mut window = Window::open_sized(1024.0, 700.0, Theme::Light);
    window.click("Bakayev, Person");
    window.click("Attended");
    assert!(window.shows("Quotations") && !window.shows("Entities"));
    assert!(quotations(&window).iter().any(|q| q.contains("Bakayev also attended")));
}

#[test]
fn from_the_annotations_a_followed_citation_turns_to_the_desk() {
    let mut window = Window::open();
    window.keys(Modifiers::COMMAND, Key::Num6);
    window.keys(Modifiers::COMMAND, Key::U);
    window.harness.get_all_by_label("Words in Global Times ¶1").next().unwrap().click();
    window.settle();
    assert!(window.shows("Quotations"));
    assert_eq!(focus_id(&window).as_deref(), Some("gt-launch"));
}

#[test]
fn clearing_the_focus_leaves_the_search_and_the_filters() {
    let mut window = Window::open();
    window.keys(Modifiers::COMMAND, Key::F);
    window.harness.get_by_label("Find in the dossier").type_text("Xi'an");
    window.settle();
    window.click("Xi'an, Place");
    window.click("Clear focus on Xi'an");
    assert_eq!(focus_id(&window), None);
    assert!(!window.shows("Lin Jian, Person"));
}
