//! Reading sources: texts attached and held against the quotations, quotations settled, passages
//! annotated. The texts are invented.

use dossier::anchor::{Text, fingerprint, paragraphs};
use dossier::app::Action;
use dossier::dossier::Selector;
use egui::{Key, Modifiers, Pos2, Theme};
use egui_kittest::kittest::Queryable;

use crate::driver::Window;

/// Invented.
pub const HARBOUR: &str = "Harbour opens a second quay
By N. Obody

The harbour of Lindmar opened its second quay on Monday, the port office said.
The quay handled 68 ships in its first week, more than the old one in a month.
\"We waited nine years for this day,\" harbour master Ada Berg told reporters at the gate.
Critics point out that the road to the quay is still unpaved and floods every spring.
";

/// Invented: another view of the same.
pub const ROAD: &str = "A quay without a road
The new quay at Lindmar is open, but lorries cannot reach it in spring.
Officials counted 68 ships in the first seven days and called it a success.
";

/// Quotations by id, source and words.
const QUOTED: [(&str, &str, &str); 5] = [
    ("q-open", "harbour", "opened its second quay on Monday"),
    ("q-ships", "harbour", "The quay handled 68 ships in its first week"),
    ("q-berg", "harbour", "We waited nine years for this day"),
    ("r-open", "road", "The new quay at Lindmar is open"),
    ("r-ships", "road", "Officials counted 68 ships in the first seven days"),
];

fn text_of(source: &str) -> &'static str {
    if source == "harbour" { HARBOUR } else { ROAD }
}

/// A dossier over both texts.
fn dossier() -> String {
    let source = |id: &str, title: &str, body_start: usize| {
        let text = text_of(id);
        format!(
            "(id: \"{id}\", title: \"{title}\", publisher: \"{id} paper\", kind: Newspaper, \
             published: \"2031-05-05\", language: \"en\", sha256: \"{}\", characters: {}, body_start: \
             {body_start}, standing: \"invented\"),\n",
            fingerprint(text),
            text.chars().count()
        )
    };
    let quotations = QUOTED.map(|(id, source, exact)| {
        let text = text_of(source);
        let start = text.find(exact).unwrap();
        let end = start + exact.len();
        let body_start = text.find(if source == "harbour" { "The harbour" } else { "The new" });
        let counted = Text::new(text.to_owned());
        let paragraph = paragraphs(&counted, body_start.unwrap() as u32).number_at(start as u32);
        let prefix = text[start.saturating_sub(24)..start].replace('"', "\\\"");
        let suffix = text[end..(end + 24).min(text.len())].replace('"', "\\\"");
        format!(
            "(id: \"{id}\", source: \"{source}\", paragraph: {paragraph}, selector: (exact: \
             \"{exact}\", prefix: \"{prefix}\", suffix: \"{suffix}\", start: {start})),\n"
        )
    });
    let quotations = quotations.concat();
    format!(
        "(format: 1, title: \"The second quay\", sources: [{}{}], quotations: [{quotations}], entities: \
         [(id: \"quay\", name: \"Second quay\", kind: Place, quotations: [(id: \"q-open\"), (id: \
         \"q-berg\")])], metrics: [(id: \"ships\", name: \"Ships in the first week\", kind: Count, \
         figure: Stated(number: 68, unit: Count(\"ships\")), quotations: [(id: \"q-ships\", words: \"68 \
         ships\")])], topics: [(id: \"opened\", question: \"Is it open?\", answers: [(source: \
         \"harbour\", quotations: [(id: \"q-open\")]), (source: \"road\", quotations: [(id: \
         \"r-open\")])], finding: (kind: Agree, reason: \"both say so\")), (id: \"count\", question: \
         \"How many ships?\", answers: [(source: \"harbour\", quotations: [(id: \"q-ships\")]), (source: \
         \"road\", quotations: [(id: \"r-ships\")])], finding: (kind: Agree, reason: \"68\"))])",
        source("harbour", "Harbour opens a second quay", HARBOUR.find("The harbour").unwrap()),
        source("road", "A quay without a road", ROAD.find("The new").unwrap()),
    )
}

/// Opens the dossier with these files in `sources` beside it.
pub fn open(files: &[(&str, &str)]) -> Window {
    open_in(Theme::Light, files)
}

/// The same with a text in which one quotation was changed and another removed.
pub fn open_edited(theme: Theme) -> Window {
    let text = edited(&[
        ("opened its second quay on Monday", "opened its third quay on Monday"),
        ("\"We waited nine years for this day,\" harbour", "Harbour"),
    ]);
    open_in(theme, &[("harbour.txt", &text), ("road.txt", ROAD)])
}

fn open_in(theme: Theme, files: &[(&str, &str)]) -> Window {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("sources")).unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join("sources").join(name), text).unwrap();
    }
    let file = folder.path().join("test.dossier.ron");
    std::fs::write(&file, dossier()).unwrap();
    Window::open_file(folder, Some(file), 1440.0, 900.0, theme)
}

/// The dossier opened anew, with what is on the disk.
fn reopened(window: Window) -> Window {
    let mut window = window;
    window.wait_until("the work is on the disk", |app| {
        matches!(app.state().saving, dossier::app::Saving::Saved { .. })
    });
    let file = window.folder.path().join("test.dossier.ron");
    let Window { harness, folder } = window;
    drop(harness);
    Window::open_file(folder, Some(file), 1440.0, 900.0, Theme::Light)
}

fn outcome(window: &Window, id: &str) -> &'static str {
    let document = window.harness.state().state().document.as_ref().unwrap();
    let place = QUOTED.iter().position(|(known, ..)| *known == id).unwrap();
    document.texts.proofs.of(place).unwrap().outcome().name()
}

fn annotations(window: &Window) -> dossier::annotations::Annotations {
    window.harness.state().state().document.as_ref().unwrap().annotations.clone()
}

/// The harbour's text with other words.
pub fn edited(pairs: &[(&str, &str)]) -> String {
    pairs.iter().fold(HARBOUR.to_owned(), |text, (old, new)| {
        assert!(text.contains(old), "{old}");
        text.replace(old, new)
    })
}

/// Puts a quotation into focus in its source.
pub fn read(window: &mut Window, quotation: &str) {
    let place = QUOTED.iter().position(|(known, ..)| *known == quotation).unwrap();
    let ctx = window.harness.ctx.clone();
    window.harness.state_mut().act(&ctx, Action::ReadQuotation(place as u32));
    window.settle();
}

#[test]
fn without_a_text_quotations_are_shown_as_recorded_and_count_as_unchecked() {
    let mut window = open(&[]);
    assert!(window.shows("Checks: 5 quotations, no text attached"));
    window.keys(Modifiers::COMMAND, Key::Num5);
    assert!(window.shows("text not attached"));
    assert!(window.shows_part("The dossier holds 3 quotations of this source, not its text."));
    assert!(window.shows("Quotation: We waited nine years for this day"));
    assert_eq!(outcome(&window, "q-berg"), "unchecked");
}

#[test]
fn a_dropped_text_goes_to_its_source_and_proves_its_quotations() {
    let mut window = open(&[]);
    let file = window.folder.path().join("downloaded article.txt");
    std::fs::write(&file, HARBOUR).unwrap();
    window.drop_file(file);
    window.wait_until("the text is attached", |app| {
        app.state().document.as_ref().is_some_and(|document| document.texts.count_at_hand() == 1)
    });
    window.wait_for_texts();
    assert!(window.shows("Checks: 3 of 5 quotations found"));
    window.keys(Modifiers::COMMAND, Key::Num5);
    assert!(window.shows("text attached · same as recorded ✓"));
    assert!(window.shows_part("Critics point out that the road"));
    let window = reopened(window);
    assert_eq!(outcome(&window, "q-berg"), "exact");
    assert_eq!(annotations(&window).attachments[0].path, "downloaded article.txt");
}

#[test]
fn texts_beside_the_dossier_are_found_by_themselves() {
    let mut window = open(&[("harbour.txt", HARBOUR), ("saved from the web.txt", ROAD)]);
    assert!(window.shows("Checks: ✓ 5 of 5 quotations found"));
    window.keys(Modifiers::COMMAND, Key::Num8);
    assert!(window.shows("5 of 5 quotations proven in their texts now."));
    assert!(annotations(&window).attachments.is_empty());
}

#[test]
fn an_edited_text_shows_what_changed_and_the_new_words_can_be_taken_and_given_back() {
    let text = edited(&[("nine years", "ten years")]);
    let mut window = open(&[("harbour.txt", &text), ("road.txt", ROAD)]);
    assert_eq!(outcome(&window, "q-berg"), "approximate");
    assert!(window.shows("Checks: 1 quotation to look at"));
    window.keys(Modifiers::COMMAND, Key::Num8);
    window.click("“We waited nine years for this day”");
    assert!(window.shows("edited since: 2 quotations unchanged, 1 changed"));
    assert!(window.shows("Approximate: one place differs"));
    window.click("Take the new words");
    window.wait_for_texts();
    assert_eq!(outcome(&window, "q-berg"), "exact");
    assert!(window.shows("Settled: its place was settled"));
    assert!(window.shows("Checks: ✓ 5 of 5 quotations found"));

    window.keys(Modifiers::COMMAND, Key::Z);
    window.wait_for_texts();
    assert_eq!(outcome(&window, "q-berg"), "approximate");
    window.keys(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
    window.wait_for_texts();
    let window = reopened(window);
    assert_eq!(outcome(&window, "q-berg"), "exact");
    let written = std::fs::read_to_string(window.folder.path().join("test.dossier.ron")).unwrap();
    assert_eq!(written, dossier(), "the dossier file was changed");
}

#[test]
fn another_text_altogether_is_told_and_proves_nothing() {
    let other = "Nothing of this belongs here. It speaks of the weather in June, and of cheese.";
    let mut window = open(&[("harbour.txt", other)]);
    assert_eq!(outcome(&window, "q-berg"), "unchecked");
    window.keys(Modifiers::COMMAND, Key::Num5);
    assert!(window.shows("another text altogether"));
    assert!(window.shows_part("“harbour.txt” is another text altogether"));

    let file = window.folder.path().join("weather.txt");
    std::fs::write(&file, other).unwrap();
    window.drop_file(file);
    window.wait_until("the refusal is told", |app| !app.state().notices.is_empty());
    assert!(window.shows_part("“weather.txt” is not the text of any source of this dossier"));
    assert!(annotations(&window).attachments.is_empty());
}

#[test]
fn what_is_no_text_is_refused_with_its_reason() {
    let mut window = open(&[]);
    let file = window.folder.path().join("article.pdf");
    std::fs::write(&file, b"%PDF-1.7 etc.").unwrap();
    window.drop_file(file);
    window.wait_until("the refusal is told", |app| !app.state().notices.is_empty());
    assert!(window.shows_part("article.pdf is a PDF, not plain text"));
}

#[test]
fn a_quotation_that_is_gone_has_no_place_and_no_brief_quotes_it() {
    let text = edited(&[("\"We waited nine years for this day,\" harbour", "Harbour")]);
    let mut window = open(&[("harbour.txt", &text), ("road.txt", ROAD)]);
    assert_eq!(outcome(&window, "q-berg"), "lost");
    read(&mut window, "q-berg");
    assert!(window.shows("One quotation has no certain place in this text"));
    assert!(window.shows("Lost: the words are not in this text"));
    let brief = exported(&mut window);
    assert!(!brief.contains("We waited"), "{brief}");
    assert!(brief.contains("not quoted, because its words were not found in the text"), "{brief}");
    assert!(brief.contains("## Not quoted"), "{brief}");

    read(&mut window, "q-berg");
    window.click("It is gone");
    window.wait_for_texts();
    assert!(window.shows("Settled: declared gone"));
    window.keys(Modifiers::COMMAND, Key::Num8);
    assert!(window.shows("0 lost"));
    assert!(window.shows_part("; 1 settled by you"));
    assert!(!window.shows("“We waited nine years for this day”"));
}

#[test]
fn a_brief_marks_what_is_approximate() {
    let text = edited(&[("nine years", "ten years")]);
    let mut window = open(&[("harbour.txt", &text), ("road.txt", ROAD)]);
    let brief = exported(&mut window);
    let marked =
        "“We waited nine years for this day” (approximate\\: the text now reads “We waited ten";
    let plain = marked.replace("\\:", ":");
    assert!(brief.contains(marked) || brief.contains(&plain), "{brief}");
    assert!(!brief.contains("## Not quoted"));
}

#[test]
fn a_person_points_at_the_passage() {
    let text =
        edited(&[("We waited nine years for this day", "It took us the better part of a decade")]);
    let mut window = open(&[("harbour.txt", &text), ("road.txt", ROAD)]);
    assert!(["lost", "doubtful"].contains(&outcome(&window, "q-berg")));
    read(&mut window, "q-berg");
    window.click("Point at the passage");
    drag_over(&mut window, "\"It took us the better part", 10.0, 150.0);
    window.click("The quotation stands here");
    window.wait_for_texts();
    assert_eq!(outcome(&window, "q-berg"), "exact");
    let settled = annotations(&window).settlements;
    assert_eq!(settled.len(), 1);
    let dossier::annotations::Decision::Stands(Selector { exact, .. }) = &settled[0].decision
    else {
        panic!("{settled:?}");
    };
    assert!(exact.starts_with("It took us"), "{exact}");
}

#[test]
fn a_stretch_of_text_is_annotated_and_pinned_and_found_again_after_edits() {
    let mut window = open(&[("harbour.txt", HARBOUR)]);
    window.keys(Modifiers::COMMAND, Key::Num5);
    drag_over(&mut window, "Critics point out", 2.0, 200.0);
    window.click("Annotate the passage");
    window.harness.get_by_label("Annotation text").type_text("Ask about the road");
    window.settle();
    window.click("Done");
    window.click("Pin the passage");
    window.wait_for_texts();
    let work = annotations(&window);
    let passage = work.annotations[0].passage.clone().unwrap();
    assert_eq!(work.annotations[0].on, "harbour");
    assert_eq!(passage.paragraph, 4);
    assert!(passage.selector.exact.starts_with("Critics point out"), "{passage:?}");
    assert_eq!(work.pins.len(), 1);

    std::fs::write(
        window.folder.path().join("sources/harbour.txt"),
        format!("A line above it all.\n{HARBOUR}"),
    )
    .unwrap();
    let mut window = reopened(window);
    window.keys(Modifiers::COMMAND, Key::Num5);
    assert!(window.shows("Ask about the road"));
    let brief = exported(&mut window);
    assert!(brief.contains("“Critics point out"), "{brief}");
    assert!(brief.contains("Ask about the road"), "{brief}");
}

#[test]
fn a_second_source_shows_what_answers_the_same_topic() {
    let mut window = open(&[("harbour.txt", HARBOUR), ("road.txt", ROAD)]);
    window.keys(Modifiers::COMMAND, Key::Num5);
    window.click("Read another beside");
    assert!(window.shows_part("Officials counted 68 ships in the first seven days and called"));
    window.click("Quotation: The quay handled 68 ships in its first week");
    assert!(window.shows_part("the passage that answers the same topic is in view"));
    window.click("Quotation: We waited nine years for this day");
    assert!(!window.shows_part("the passage that answers the same topic is in view"));
    assert!(window.shows("Second quay"));
    window.click("Show on Desk");
    assert!(window.shows("Second quay, Place"));
}

#[test]
fn back_leads_from_what_a_quotation_is_used_in_to_its_place_in_the_text() {
    let mut window = open(&[("harbour.txt", HARBOUR)]);
    read(&mut window, "q-ships");
    window.click("Ships in the first week");
    assert!(!window.shows("Find in this text"));
    window.keys(Modifiers::ALT, Key::ArrowLeft);
    assert!(window.shows_part("Critics point out"));
    assert!(window.shows("Show on Desk"));
    window.keys(Modifiers::ALT, Key::ArrowDown);
    let focus = window.harness.state().state().focus().unwrap();
    assert_eq!(QUOTED[focus.index()].0, "q-berg");
    window.keys(Modifiers::COMMAND, Key::Num1);
    window.keys(Modifiers::COMMAND, Key::R);
    assert!(window.shows_part("Critics point out"));
}

#[test]
fn words_are_found_in_the_text() {
    let mut window = open(&[("harbour.txt", HARBOUR)]);
    window.keys(Modifiers::COMMAND, Key::Num5);
    window.keys(Modifiers::COMMAND, Key::F);
    window.harness.get_by_label("Find in this text").type_text("QUAY");
    window.settle();
    assert!(window.shows("1 of 4"));
    window.click("Next place");
    assert!(window.shows("2 of 4"));
    window.click("Previous place");
    window.click("Previous place");
    assert!(window.shows("4 of 4"));
}

/// Leads the pointer over a paragraph, from and to these points from its left.
fn drag_over(window: &mut Window, paragraph: &str, from: f32, to: f32) {
    let rect = window.harness.get_by_label_contains(paragraph).rect();
    let at = |x: f32| Pos2::new(rect.left() + x, rect.top() + 10.0);
    window.harness.hover_at(at(from));
    window.harness.step();
    window.harness.drag_at(at(from));
    window.harness.step();
    for step in 1..=8 {
        window.harness.hover_at(at(from + (to - from) * step as f32 / 8.0));
        window.harness.step();
    }
    window.harness.drop_at(at(to));
    window.settle();
}

fn exported(window: &mut Window) -> String {
    let path = window.folder.path().join("brief.md");
    let ctx = window.harness.ctx.clone();
    // It shows what each source says, and what was pinned and annotated.
    window.keys(Modifiers::COMMAND, Key::N);
    window.wait_until("the templates are read", |app| !app.state().briefing.templates.is_empty());
    window.click("Fact sheet");
    window.keys(Modifiers::COMMAND, Key::E);
    window.harness.state_mut().act(&ctx, Action::ExportTo(path.to_str().unwrap().to_owned()));
    window.wait_until("the sheet closes", |app| app.state().sheet.is_none());
    std::fs::read_to_string(path).unwrap()
}
