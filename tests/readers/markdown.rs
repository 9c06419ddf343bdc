//! Whatever a text contains comes out of a brief's Markdown as that text, whoever reads it: comrak with all of
//! GFM, and pandoc with its own Markdown, with GFM and with what Obsidian has.

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};
use dossier::brief::Template;
use dossier::brief::markdown::{Beside, Flavour, write};
use proptest::prelude::*;

use crate::bundled::Bundled;
use crate::hostile::{HOSTILE, page};
use crate::saying::{Saying, squeezed, wanted};
use crate::tools::tool;
use std::sync::LazyLock;

static BUNDLED: LazyLock<Bundled> = LazyLock::new(Bundled::new);

/// What comrak reads, with every extension that a reader of GFM may have.
fn comrak(markdown: &str) -> Saying {
    comrak_with(markdown, Options::default())
}

/// The same with Obsidian's links between notes. The marks of its callouts are its own.
fn in_obsidian(markdown: &str) -> Saying {
    let mut options = Options::default();
    options.extension.wikilinks_title_after_pipe = true;
    options.extension.front_matter_delimiter = Some("---".to_owned());
    let mut read = comrak_with(markdown, options);
    for mark in ["[!quote]", "[!info]"] {
        read.body = read.body.replace(mark, "");
    }
    read
}

fn comrak_with(markdown: &str, mut options: Options<'_>) -> Saying {
    options.extension.alerts = true;
    options.extension.autolink = true;
    options.extension.footnotes = true;
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.tasklist = true;
    let arena = Arena::new();
    let root = parse_document(&arena, markdown, &options);
    let mut reading = Reading::default();
    reading.node(root);
    Saying { body: squeezed(&reading.body), footnotes: reading.footnotes }
}

#[derive(Default)]
struct Reading {
    body: String,
    footnotes: Vec<String>,
}

impl Reading {
    fn node<'a>(&mut self, node: &'a AstNode<'a>) {
        match &node.data.borrow().value {
            NodeValue::Text(words) => self.body.push_str(words),
            NodeValue::FootnoteDefinition(_) => {
                let mut inside = Self::default();
                node.children().for_each(|child| inside.node(child));
                self.footnotes.push(squeezed(&inside.body));
                return;
            }
            // A picture says what its caption says again.
            NodeValue::Image(_) | NodeValue::FrontMatter(_) => return,
            NodeValue::Document
            | NodeValue::Paragraph
            | NodeValue::Heading(_)
            | NodeValue::List(_)
            | NodeValue::Item(_)
            | NodeValue::BlockQuote
            | NodeValue::Alert(_)
            | NodeValue::Table(_)
            | NodeValue::TableRow(_)
            | NodeValue::TableCell
            | NodeValue::Strong
            | NodeValue::Emph
            | NodeValue::SoftBreak
            | NodeValue::Link(_)
            | NodeValue::WikiLink(_)
            | NodeValue::FootnoteReference(_) => {}
            other => self.body.push_str(&format!("⟨{other:?}⟩")),
        }
        node.children().for_each(|child| self.node(child));
    }
}

fn in_flavour(text: &str, flavour: Flavour) -> String {
    let beside = Beside { charts: Some("my charts".into()), bibliography: None };
    write(&page(text), flavour, &beside)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn comrak_reads_every_text_as_that_text(
        parts in prop::collection::vec(prop::sample::select(HOSTILE), 1..4),
        glue in prop::sample::select(&["", " ", "x"][..]),
    ) {
        let text = parts.join(glue).trim().to_owned();
        for flavour in [Flavour::CommonMark, Flavour::Gfm] {
            let markdown = in_flavour(&text, flavour);
            prop_assert_eq!(comrak(&markdown), wanted(&page(&text)), "{}", markdown);
        }
        let markdown = in_flavour(&text, Flavour::Obsidian);
        prop_assert_eq!(in_obsidian(&markdown), wanted(&page(&text)), "{}", markdown);
    }

    #[test]
    fn whatever_the_analyst_writes_is_written_as_it_was_understood(
        parts in prop::collection::vec(prop_oneof![
            prop::sample::select(HOSTILE).prop_map(str::to_owned),
            prop::sample::select(&[
                "**strong**", "*soft*", "**(both)**", "*a* ", " [@gt-trade]", "[link](https://x.org/a_(b))",
                "\n\n", "\n- ", "\n    - ", "\n1. ", "\n> ", "\n| a | b |\n| - | - |\n| c |", "word", ". ",
            ][..]).prop_map(str::to_owned),
        ], 1..12),
    ) {
        let markdown = parts.concat();
        let composition = BUNDLED.own_text(&markdown);
        let written = write(&composition, Flavour::CommonMark, &Beside::default());
        prop_assert_eq!(comrak(&written), wanted(&composition), "{}\n⇒\n{}", markdown, written);
    }

    #[test]
    fn comrak_reads_any_characters_as_those(text in "[ -~äж中]{1,24}") {
        let text = text.trim();
        let markdown = in_flavour(text, Flavour::CommonMark);
        prop_assert_eq!(comrak(&markdown), wanted(&page(text)), "{}", markdown);
    }
}

/// What pandoc reads of a text in a flavour, with one of its formats.
fn pandoc(folder: &std::path::Path, markdown: &str, format: &str) -> Saying {
    std::fs::write(folder.join("brief.md"), markdown).unwrap();
    crate::pandoc::read(folder, "brief.md", format)
}

#[test]
fn pandoc_reads_every_text_as_that_text() {
    if tool(&["pandoc"]).is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let cases = [
        (Flavour::CommonMark, "markdown"),
        (Flavour::CommonMark, "gfm"),
        (Flavour::CommonMark, "commonmark_x"),
        (Flavour::Gfm, "gfm"),
        (Flavour::Pandoc, "markdown"),
    ];
    for (flavour, format) in cases {
        for text in HOSTILE.iter().map(|text| text.trim()) {
            let markdown = in_flavour(text, flavour);
            let mut read = pandoc(folder.path(), &markdown, format);
            // Not every version of pandoc knows what an alert is.
            read.body = read.body.replace("[!NOTE]", "");
            let mut wanted = wanted(&page(text));
            if flavour == Flavour::Pandoc {
                // What names the source is left to pandoc: the citation, and behind it the words.
                let name = squeezed("P, “T”, 2031, paragraph 1");
                wanted.footnotes[0] = wanted.footnotes[0].replace(&name, "[@{paper},para.1]");
            }
            assert_eq!(read, wanted, "{flavour:?} {format}: {text:?}\n{markdown}");
        }
    }
}

#[test]
fn every_reader_finds_the_same_text_and_citations_in_every_flavour() {
    if tool(&["pandoc"]).is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let bundled = Bundled::new();
    let mut all: Vec<_> = Template::bundled().iter().map(|t| bundled.unedited(t)).collect();
    all.push(bundled.everything());
    for composition in &all {
        let wanted = wanted(composition);
        let beside = Beside { charts: Some("charts".into()), bibliography: None };
        let text = |flavour| write(composition, flavour, &beside);
        assert_eq!(comrak(&text(Flavour::CommonMark)), wanted);
        assert_eq!(comrak(&text(Flavour::Gfm)), wanted);
        for format in ["markdown", "gfm", "commonmark_x"] {
            let read = pandoc(folder.path(), &text(Flavour::CommonMark), format);
            assert_eq!(read.footnotes.len(), composition.footnotes.len());
            assert_eq!(read, wanted, "{format}");
        }
        assert_eq!(in_obsidian(&text(Flavour::Obsidian)), wanted);
    }
}
