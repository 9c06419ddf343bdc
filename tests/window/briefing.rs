//! Composing a brief, and handing it over.

use dossier::annotations::{Annotations, BriefEdit, Content, Form};
use dossier::app::briefing::{BriefColumn, BriefWish, Selected};
use dossier::app::{Action, Command};
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;

use crate::annotating;
use crate::driver::Window;
use crate::reading;

/// Makes a brief of a template.
pub fn make(window: &mut Window, template: &str) {
    window.keys(Modifiers::COMMAND, Key::N);
    window.wait_until("the templates are read", |app| !app.state().briefing.templates.is_empty());
    window.click(template);
}

pub fn act(window: &mut Window, action: Action) {
    let ctx = window.harness.ctx.clone();
    window.harness.state_mut().act(&ctx, action);
    window.settle();
}

fn work(window: &Window) -> &Annotations {
    &window.harness.state().state().document.as_ref().unwrap().annotations
}

/// The headings of the brief shown, in order.
fn headings(window: &Window) -> Vec<String> {
    let sections = &work(window).briefs.last().unwrap().sections;
    sections.iter().map(|section| section.heading.clone()).collect()
}

/// What the page says, in words.
fn page(window: &Window) -> String {
    let page = window.harness.state().state().briefing.page.as_ref().unwrap();
    dossier::brief::markdown::write(
        &page.composition,
        dossier::brief::markdown::Flavour::CommonMark,
        &dossier::brief::markdown::Beside::default(),
    )
}

fn export_to(window: &mut Window, path: &str) {
    window.keys(Modifiers::COMMAND, Key::E);
    let field = window.harness.get_by_label("Path of the brief");
    field.focus();
    window.settle();
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.settle();
    window.harness.get_by_label("Path of the brief").type_text(path);
    window.settle();
    window.click("Write");
}

fn exported(window: &mut Window) {
    window.wait_until("the sheet closes", |app| app.state().sheet.is_none());
}

#[test]
fn the_brief_is_written_with_author_pins_and_a_footnote_for_each_statement() {
    let mut window = Window::open();
    window.click("Lin Jian, Person");
    window.keys(Modifiers::COMMAND, Key::D);
    window.keys(Modifiers::COMMAND, Key::E);
    window.type_into("Author", "A. Nalyst");
    window.click("Cancel");
    let path = window.folder.path().join("note");
    export_to(&mut window, path.to_str().unwrap());
    exported(&mut window);
    let text = std::fs::read_to_string(path.with_extension("md")).unwrap();
    assert!(text.contains("A. Nalyst"));
    assert!(text.contains("## Bottom line"));
    let defined = text.lines().filter(|line| line.starts_with("[^")).count();
    assert!(defined > 10, "{defined} footnotes");
    assert_eq!(text.matches("**Lin Jian**").count(), 2, "pinned, and among who is who");
}

#[test]
fn a_brief_made_of_a_template_is_filled_shown_and_undone() {
    let mut window = Window::open();
    make(&mut window, "One-page brief");
    assert_eq!(
        headings(&window),
        ["Bottom line", "What matters", "Key figures", "Who is who", "Handle with care"]
    );
    assert!(window.shows_part("Every statement has its source"));
    assert!(window.shows("Preview"));
    assert!(window.shows("Footnote 1"));
    window.keys(Modifiers::COMMAND, Key::Z);
    assert!(work(&window).briefs.is_empty());
    assert!(window.shows("New brief"));
    window.keys(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
    assert_eq!(work(&window).briefs.len(), 1);
}

#[test]
fn a_footnote_leads_to_its_words_in_the_source() {
    let mut window = Window::open();
    make(&mut window, "One-page brief");
    window.harness.get_all_by_label("Footnote 1").next().unwrap().click();
    window.settle();
    let state = window.harness.state().state();
    let focus = state.focus().unwrap();
    let quotation = &state.document.as_ref().unwrap().dossier.quotations[focus.index()];
    assert_eq!(quotation.id.as_str(), "gt-launch");
}

#[test]
fn sections_and_entries_are_moved_with_keys_and_with_the_mouse() {
    let mut window = Window::open();
    make(&mut window, "One-page brief");
    let down = Modifiers::ALT.plus(Modifiers::SHIFT);
    window.click("Section 1: Bottom line");
    window.keys(down, Key::ArrowDown);
    assert_eq!(headings(&window)[..2], ["What matters", "Bottom line"]);
    // Alt with an arrow selects; an entry goes through the sections.
    window.keys(Modifiers::ALT, Key::ArrowDown);
    window.keys(down, Key::ArrowUp);
    let sections = &work(&window).briefs[0].sections;
    assert_eq!((sections[0].entries.len(), sections[1].entries.len()), (3, 0));
    window.keys(Modifiers::COMMAND, Key::Z);
    window.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(headings(&window)[..2], ["Bottom line", "What matters"]);

    // The second is dragged above the first.
    let at = |window: &Window, label: &str| window.harness.get_by_label(label).rect().center();
    let (from, to) =
        (at(&window, "Section 2: What matters"), at(&window, "Section 1: Bottom line"));
    window.harness.drag_at(from);
    window.harness.step();
    for step in 1..=6 {
        let between = from + (to - from) * step as f32 / 6.0 - egui::vec2(0.0, 6.0);
        window.harness.hover_at(between);
        window.harness.step();
    }
    window.harness.drop_at(to - egui::vec2(0.0, 6.0));
    window.settle();
    assert_eq!(headings(&window)[..2], ["What matters", "Bottom line"]);
}

#[test]
fn what_the_analyst_writes_cites_by_an_at_sign_and_is_marked_until_it_does() {
    let mut window = Window::open();
    make(&mut window, "Chronology");
    window.click("Section 1: In short");
    window.keys(Modifiers::COMMAND, Key::J);
    window.field("Text of the brief").type_text("Trade is likely to grow.");
    window.settle();
    assert!(window.shows_part("no source yet"));
    window.keys(Modifiers::COMMAND, Key::E);
    assert!(window.shows_part("No source yet: “Trade is likely to grow.”"));
    window.click("Cancel");

    window.field("Text of the brief").focus();
    window.settle();
    window.field("Text of the brief").type_text(" @gt-tra");
    window.settle();
    assert!(window.shows_part("Cite gt-trade: "));
    window.keys(Modifiers::NONE, Key::Enter);
    let entries: Vec<_> = work(&window).briefs[0].entries().collect();
    let written = entries.iter().find_map(|entry| match &entry.content {
        Content::Text { markdown, .. } if markdown.contains("likely") => Some(markdown.as_str()),
        _ => None,
    });
    assert_eq!(written, Some("Trade is likely to grow. [@gt-trade]"));
    assert!(!window.shows_part("no source yet"));
    assert!(page(&window).contains("Trade is likely to grow.[^"), "{}", page(&window));

    window.click("Judgement");
    window.harness.get_by_label("Likelihood: Likelihood not said").click();
    window.settle();
    window.click("likely, 55–80 %");
    assert!(page(&window).contains("*Judged likely (55–80 %).*"), "{}", page(&window));
}

#[test]
fn how_an_item_reads_is_chosen() {
    let mut window = Window::open();
    make(&mut window, "Fact sheet");
    let brief = &work(&window).briefs[0];
    let entry = brief
        .entries()
        .find(|entry| entry.content == Content::item("trade-volume").with_form(Form::Row));
    let (id, content) = (entry.unwrap().id.clone(), entry.unwrap().content.clone());
    assert!(page(&window).contains("| Trade between China"));
    for (form, says) in [
        (Form::Sentence, "**Trade between China and the five Central Asian countries**: almost"),
        (Form::Chart, "countries, almost \\$90 billion"),
        (Form::Row, "| Trade between China"),
    ] {
        let content = content.clone().with_form(form);
        let edit = BriefEdit::Rewrite { id: id.clone(), content };
        act(&mut window, Action::Brief(BriefWish::Edit(edit)));
        assert!(page(&window).contains(says), "{form:?}: {}", page(&window));
    }
}

#[test]
fn what_is_asked_of_a_brief_from_elsewhere_leads_to_it_or_says_that_there_is_none() {
    let mut window = Window::open();
    act(&mut window, Action::Run(Command::CopyBrief));
    assert!(window.shows_part("There is no brief yet. Ctrl+N makes one."));
    act(&mut window, Action::Run(Command::Versions));
    assert!(window.harness.state().state().sheet.is_none());
    make(&mut window, "One-page brief");
    window.keys(Modifiers::COMMAND, Key::Num1);
    window.keys(Modifiers::COMMAND, Key::J);
    assert!(window.shows("Preview"));
    window.field("Text of the brief").type_text("Why?");
    window.settle();
    assert!(page(&window).contains("\nWhy?\n"));
}

#[test]
fn material_is_found_and_put_into_the_brief_behind_what_is_selected() {
    let mut window = Window::open();
    make(&mut window, "One-page brief");
    let section = work(&window).briefs[0].sections[3].id.clone();
    act(&mut window, Action::Brief(BriefWish::Select(Some(Selected::Section(section)))));
    window.click("Entities");
    window.type_into("Find material", "bakayev");
    window.click("Put into the brief: Bakayev");
    let sections = &work(&window).briefs[0].sections;
    let last = sections[3].entries.last().unwrap();
    assert_eq!(last.content, Content::item("bakayev"), "{sections:?}");
    assert!(window.shows("✓ in the brief"));
    assert!(page(&window).contains("- **Bakayev**"));
    // The key belongs to the screen on which one sees what it does.
    window.keys(Modifiers::COMMAND, Key::Num1);
    window.keys(Modifiers::NONE, Key::Delete);
    window.keys(Modifiers::COMMAND, Key::Num7);
    assert!(page(&window).contains("- **Bakayev**"));
    window.keys(Modifiers::NONE, Key::Delete);
    assert!(!page(&window).contains("- **Bakayev**"));
}

#[test]
fn briefs_are_duplicated_renamed_archived_and_deleted() {
    let mut window = Window::open();
    make(&mut window, "One-page brief");
    act(&mut window, Action::Brief(BriefWish::Duplicate));
    let names = |window: &Window| -> Vec<(String, bool)> {
        let briefs = &work(window).briefs;
        briefs.iter().map(|brief| (brief.head.name.clone(), brief.head.archived)).collect()
    };
    assert_eq!(names(&window)[1].0, "One-page brief 2");
    window.click("Name, title, author and date");
    window.field("Name of the brief").focus();
    window.settle();
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.settle();
    window.field("Name of the brief").type_text("For the minister");
    window.settle();
    assert_eq!(names(&window)[1].0, "For the minister");
    act(&mut window, Action::Brief(BriefWish::Archive(true)));
    assert!(names(&window)[1].1);
    assert!(window.shows("Brief: One-page brief"), "the next one is shown");
    act(&mut window, Action::Brief(BriefWish::Delete));
    assert_eq!(names(&window).len(), 1);
    window.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(names(&window).len(), 2);
}

#[test]
fn each_export_is_remembered_and_what_changed_since_is_shown() {
    let mut window = Window::open();
    make(&mut window, "One-page brief");
    let path = window.folder.path().join("note.md");
    export_to(&mut window, path.to_str().unwrap());
    exported(&mut window);
    assert_eq!(work(&window).versions.len(), 1);
    // Remembering is no step to undo.
    assert_eq!(
        window.harness.state().state().document.as_ref().unwrap().history.undo_name(),
        Some("add brief")
    );
    act(&mut window, Action::Run(Command::Versions));
    assert!(window.shows("Both say the same."));
    window.click("Close");

    window.click("Section 1: Bottom line");
    let id = work(&window).briefs[0].sections[0].id.clone();
    let edit = BriefEdit::Rename { id, heading: "In a nutshell".to_owned() };
    act(&mut window, Action::Brief(BriefWish::Edit(edit)));
    act(&mut window, Action::Run(Command::Versions));
    assert!(window.shows_part("## Bottom line"));
    assert!(window.shows_part("## In a nutshell"));
    window.click("Close");

    // What Dossier wrote itself, and nobody changed, is written over without a question.
    export_to(&mut window, path.to_str().unwrap());
    exported(&mut window);
    assert_eq!(work(&window).versions.len(), 2);
    act(&mut window, Action::CompareVersions(Some(0), Some(1)));
    assert!(window.shows_part("## In a nutshell"));
}

#[test]
fn a_file_that_was_edited_by_hand_is_shown_and_never_written_over_unasked() {
    let mut window = Window::open();
    make(&mut window, "One-page brief");
    let path = window.folder.path().join("note.md");
    export_to(&mut window, path.to_str().unwrap());
    exported(&mut window);
    let by_hand =
        std::fs::read_to_string(&path).unwrap().replace("## Bottom line", "## My own line");
    std::fs::write(&path, &by_hand).unwrap();

    export_to(&mut window, path.to_str().unwrap());
    let asked = |app: &dossier::app::App| matches!(&app.state().sheet, Some(dossier::app::Sheet::Export(s)) if s.in_the_way.is_some());
    window.wait_until("the difference is shown", asked);
    assert!(window.shows_part("was changed since the brief was exported there"));
    assert!(window.shows_part("## My own line"));
    assert!(window.shows_part("## Bottom line"));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), by_hand);
    window.click("Write beside it");
    exported(&mut window);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), by_hand);
    let beside = std::fs::read_to_string(path.with_file_name("note-2.md")).unwrap();
    assert!(beside.contains("## Bottom line"));

    export_to(&mut window, path.to_str().unwrap());
    window.wait_until("it is asked again", asked);
    window.click("Replace it");
    exported(&mut window);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), beside);
}

#[test]
fn citing_words_that_are_gone_is_an_error_that_is_told_before_export() {
    let text = reading::edited(&[("\"We waited nine years for this day,\" harbour", "Harbour")]);
    let mut window = reading::open(&[("harbour.txt", &text)]);
    make(&mut window, "Chronology");
    act(
        &mut window,
        Action::Brief(BriefWish::Use(Content::text("They waited [@q-berg], says [@nobody]."))),
    );
    assert!(window.shows_part("[@q-berg] can’t be quoted: its words were not found in the text"));
    assert!(window.shows_part("[@nobody] cites what the dossier does not have"));
    assert!(window.shows_part("2 errors"));
    window.keys(Modifiers::COMMAND, Key::E);
    assert!(window.shows("Export despite 2 errors…"));
}

#[test]
fn a_source_that_is_corrected_lists_the_briefs_it_touches() {
    let mut window =
        reading::open(&[("harbour.txt", reading::HARBOUR), ("road.txt", reading::ROAD)]);
    make(&mut window, "Fact sheet");
    let path = window.folder.path().join("note.md");
    export_to(&mut window, path.to_str().unwrap());
    exported(&mut window);
    window.keys(Modifiers::COMMAND, Key::Num8);
    assert!(!window.shows("Briefs to look at again"));

    let corrected = reading::edited(&[("nine years", "ten years")]);
    std::fs::write(window.folder.path().join("sources/harbour.txt"), corrected).unwrap();
    window.keys(Modifiers::NONE, Key::F5);
    window.wait_for_texts();
    assert!(window.shows("Briefs to look at again"));
    assert!(
        window.shows_part(
            "harbour paper was edited since; one quotation no longer stands as recorded."
        )
    );
    assert!(window.shows_part("A source was edited since “Fact sheet” was handed over"));
    window.click("Fact sheet");
    assert!(window.shows("Preview"));
}

#[test]
fn a_window_that_only_reads_exports_a_brief_and_keeps_nothing() {
    let window = Window::open();
    let mut other = annotating::second(&window);
    make(&mut other, "Chronology");
    assert!(other.shows("Preview") && page(&other).contains("## Events"));
    let path = window.folder.path().join("read-only.md");
    export_to(&mut other, path.to_str().unwrap());
    exported(&mut other);
    assert!(std::fs::read_to_string(&path).unwrap().contains("## Events"));
    assert!(work(&other).briefs.is_empty() && work(&other).versions.is_empty());
}

#[test]
fn templates_of_ones_own_are_offered_and_a_broken_one_is_told_with_its_place() {
    let mut window = Window::open();
    let folder = window.folder.path().join("data/templates");
    std::fs::create_dir_all(&folder).unwrap();
    let mine = "(format: 1, name: \"Telegram\", sections: [(heading: \"Stop\", fill: [Summary(most: 1)])])";
    std::fs::write(folder.join("telegram.template.ron"), mine).unwrap();
    std::fs::write(folder.join("broken.template.ron"), "(format: 1,\n name: 3)").unwrap();
    window.keys(Modifiers::COMMAND, Key::N);
    window.wait_until("the templates are read", |app| !app.state().briefing.templates.is_empty());
    assert!(window.shows_part("A template can’t be read: broken.template.ron:2:"));
    window.click("Telegram");
    assert_eq!(headings(&window), ["Stop"]);
}

#[test]
fn a_narrow_window_shows_one_column_at_a_time() {
    let mut window = Window::open_sized(900.0, 600.0, Theme::Light);
    make(&mut window, "One-page brief");
    assert!(window.shows("Section 1: Bottom line") && !window.shows("Footnote 1"));
    window.click("Preview");
    assert!(window.shows("Footnote 1"));
    window.click("Material");
    assert!(window.shows("Find material"));
    assert_eq!(window.harness.state().state().briefing.column, BriefColumn::Material);
}

#[test]
fn a_brief_of_ten_thousand_entries_is_scrolled_and_exported() {
    let mut window = Window::open();
    make(&mut window, "Chronology");
    let section = work(&window).briefs[0].sections[0].id.clone();
    let mut brief = work(&window).briefs[0].clone();
    let events: Vec<String> =
        ["launch", "summit"].map(|_| "mechanism-established".to_owned()).to_vec();
    brief.sections[0].entries = (0..10_000)
        .map(|place| dossier::annotations::Entry {
            id: format!("n{place}"),
            content: Content::item(events[place % 2].clone()),
        })
        .collect();
    assert_eq!(brief.sections[0].id, section);
    brief.id = "b9".to_owned();
    let section = brief.sections[0].clone();
    act(
        &mut window,
        Action::Brief(BriefWish::Edit(BriefEdit::RemoveSection { id: section.id.clone() })),
    );
    act(&mut window, Action::Brief(BriefWish::Edit(BriefEdit::InsertSection { at: 0, section })));
    let path = window.folder.path().join("long.md");
    export_to(&mut window, path.to_str().unwrap());
    exported(&mut window);
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(text.matches("\n- ").count(), 10_000 + text.matches("\n- **").count());
}

#[test]
fn failure_is_told_in_the_sheet_and_the_old_file_stays() {
    let mut window = Window::open();
    export_to(&mut window, "/no/such/folder/brief.md");
    window.wait_until("the failure is told", |app| {
        matches!(&app.state().sheet, Some(dossier::app::Sheet::Export(s)) if s.error.is_some())
    });
    assert!(window.shows_part("The brief was not exported: the folder /no/such/folder"));
    window.click("Cancel");
    assert!(!window.shows("Export brief"));
}

#[test]
fn a_file_that_is_there_is_replaced_only_after_asking() {
    let mut window = Window::open();
    let path = window.folder.path().join("kept.md");
    std::fs::write(&path, "mine").unwrap();
    // The name is typed without its ending, and `.md` is added.
    export_to(&mut window, path.with_extension("").to_str().unwrap());
    window.wait_until("it is asked", |app| {
        matches!(&app.state().sheet, Some(dossier::app::Sheet::Export(s)) if s.in_the_way.is_some())
    });
    assert!(window.shows_part("kept.md is there already."));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    window.click("Replace it");
    window.wait_until("it is written", |app| app.state().sheet.is_none());
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("# Secretariat"));
}

#[test]
fn a_relative_path_leads_beside_the_dossier() {
    let mut window = Window::open();
    export_to(&mut window, "note.md");
    window.wait_until("it is written", |app| app.state().sheet.is_none());
    assert!(window.folder.path().join("note.md").exists());
}
