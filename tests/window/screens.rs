//! Every screen, from the smallest window on: with nothing in the dossier, with one source, with eight.

use egui::{Key, Modifiers, Theme};

use crate::driver::Window;
use crate::wide;

const ONE_SOURCE: &str = r#"(format: 1, title: "A harbour", areas: [(id: "trade", name: "Trade")],
    sources: [(id: "a", title: "Harbour opens", publisher: "The Coast", kind: Web,
        published: "2024-03-30", language: "en", standing: "Invented",
        sha256: "0000000000000000000000000000000000000000000000000000000000000000")],
    quotations: [(id: "a1", source: "a", paragraph: 1, speaker: "ada",
        selector: (exact: "68 ships came on Saturday, said Ada Quay"))],
    entities: [
        (id: "ada", kind: Person, name: "Ada Quay", quotations: [(id: "a1")]),
        (id: "port", kind: Body, name: "The port", quotations: [(id: "a1")]),
    ],
    relations: [(id: "r", from: "ada", kind: Heads, to: "port", quotations: [(id: "a1")])],
    metrics: [(id: "m", name: "Ships", kind: Count, area: "trade",
        figure: Stated(number: 68, unit: Count("ships")), quotations: [(id: "a1")])],
    events: [(id: "e", name: "Ships come", when: (date: "2024-03-30", words: "on Saturday"),
        quotations: [(id: "a1")])],
    topics: [(id: "t", question: "How many ships came?", answers: [
        (source: "a", quotations: [(id: "a1")]),
    ], finding: (kind: OneSource, reason: "There is one source."))])"#;

const SCREENS: [Key; 8] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8];

/// Goes through the screens; each has to show its part of what is expected, in both themes.
fn visit(open: impl Fn(Theme) -> Window, expected: [&str; 8]) {
    for theme in [Theme::Light, Theme::Dark] {
        let mut window = open(theme);
        for (key, words) in SCREENS.into_iter().zip(expected) {
            window.keys(Modifiers::COMMAND, key);
            window.wait_until(words, |app| {
                let state = app.state();
                let laid_out = state.relations.drawing.is_some();
                match key {
                    Key::Num4 => {
                        laid_out || state.document.as_ref().unwrap().dossier.relations.is_empty()
                    }
                    Key::Num7 => !state.briefing.templates.is_empty(),
                    _ => true,
                }
            });
            assert!(window.shows_part(words), "{theme:?} {key:?}: {words}");
        }
    }
}

fn open(text: &'static str) -> impl Fn(Theme) -> Window {
    move |theme| {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("test.dossier.ron");
        std::fs::write(&file, text).unwrap();
        Window::open_file(folder, Some(file), 900.0, 600.0, theme)
    }
}

#[test]
fn an_empty_dossier_says_on_each_screen_what_is_missing() {
    visit(
        open(r#"(format: 1, title: "Nothing yet")"#),
        [
            "No entity in this dossier.",
            "This dossier puts no question to its sources yet.",
            "Nothing in this dossier has a date.",
            "This dossier states no relations.",
            "The dossier has no sources.",
            "Nothing is annotated yet.",
            "Comparison of sources",
            "0 of 0 quotations proven",
        ],
    );
}

#[test]
fn one_source_has_every_screen() {
    visit(
        open(ONE_SOURCE),
        [
            "Ada Quay, Person",
            "How many ships came?",
            "Ships come, “on Saturday” → 30 March 2024, resolved",
            "The port, Body",
            "Attach text…",
            "Nothing is annotated yet.",
            "Comparison of sources",
            "0 of 1 quotation",
        ],
    );
}

#[test]
fn eight_sources_have_every_screen() {
    visit(
        |theme| wide::open(900.0, 600.0, theme),
        [
            "Sabine Ourcel, Person",
            "1–2 of 8",
            "Publications",
            "Sabine Ourcel, Person",
            "Basin Wire",
            "Nothing is annotated yet.",
            "Comparison of sources",
            "212 of 212 quotations",
        ],
    );
}
