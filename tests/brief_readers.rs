//! Whatever a text contains comes out of a brief's Markdown as that text, whoever reads it: comrak
//! with all of GFM, and pandoc with its own Markdown and with GFM.

// Without this clippy takes what the tests share for production code.
#![cfg(test)]

use std::io::Write;
use std::process::{Command, Stdio};

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};
use dossier::brief::{Block, Brief, Footnote, Span, Words, markdown};
use proptest::prelude::*;
use serde_json::Value;

/// Texts that are markup to one reader or another.
const HOSTILE: &[&str] = &[
    "# not a heading",
    "- not a list",
    "+ nor this",
    "* nor *this*",
    "1. no list",
    "a) no list",
    "iv. no list",
    "(1) no list",
    "#. no list",
    "> no quotation",
    "| a | b |",
    "a | b",
    "`code`",
    "``",
    "<script>alert(1)</script>",
    "<b>",
    "&amp; & &#35;",
    "[x](javascript:alert(1))",
    "![x](http://example.org/x.png)",
    "[^1]",
    "[@cite]",
    "@handle",
    "a@example.org",
    "http://example.org/a_b_c",
    "www.example.org",
    "ftp://x.org",
    "~~struck~~",
    "H~2~O",
    "x^2^",
    "$x$ costs $5",
    "\\(x\\)",
    "\\",
    "\\\\",
    "a\\*b",
    "_under_ __score__",
    "snake_case_name",
    "--- dashes -- and ... dots",
    "'single' \"double\" it's",
    ":smile: 12:36 a::b",
    "::: div",
    ": definition",
    "=====",
    "-----",
    "***",
    "___",
    "{.class #id}",
    "{=html}",
    "% title",
    "[ ] task",
    "- [x] task",
    "trailing #",
    "#hash #tag",
    "line\nbreak",
    "tab\there",
    "a  b   c",
    "    four spaces",
    "nul \u{0} bell \u{7} esc \u{1b}[31m",
    "\u{200b}zero",
    "no\u{a0}break",
    "王毅 — “引号”",
    "Ünïcödé",
    "€ 5 ‰",
    "Xi 'an",
    "the the Belt",
    "!",
    "!important",
    "a!b",
    "[",
    "]",
    "(",
    ")",
    "~",
    "^",
    "``` fence",
    "~~~ fence",
    "\u{2028}sep",
    "A. Smith",
    "e.g. this",
    "3.5 %",
    "//comment",
    "/path/to",
    "x=y",
    "<!-- c -->",
    "<?php ?>",
    "]]>",
    "http:",
    "mailto:a@b.c",
];

/// The text as it has to come out: controls replaced, white space as one blank.
fn expected(text: &str) -> String {
    let visible: String = text
        .chars()
        .map(|c| if c.is_control() && !c.is_whitespace() { '\u{fffd}' } else { c })
        .collect();
    one_blank(&visible)
}

fn one_blank(text: &str) -> String {
    text.split(char::is_whitespace).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A brief that has the text everywhere that text can stand.
fn brief_with(text: &str) -> String {
    let line = || vec![Span::Text(text.to_owned())];
    let brief = Brief {
        blocks: vec![
            Block::Heading(2, text.to_owned()),
            Block::Paragraph(line()),
            Block::Paragraph(vec![Span::Strong(text.to_owned())]),
            Block::Paragraph(vec![Span::Text("Before: ".into()), Span::Text(text.to_owned())]),
            Block::List(vec![(line(), vec![line()])]),
            Block::Table(vec![text.to_owned()], vec![vec![line()]]),
            Block::Paragraph(vec![Span::Text("Noted".into()), Span::Note(0)]),
        ],
        footnotes: vec![Footnote {
            publisher: "P".into(),
            title: "T".into(),
            published: "2031".into(),
            paragraph: 1,
            speaker: None,
            words: Words::Quoted(text.to_owned(), Some(text.to_owned())),
        }],
    };
    markdown::write(&brief)
}

/// The eight places of the text in a brief, in order of the document.
fn places(text: &str) -> Vec<String> {
    let own = expected(text);
    vec![
        own.clone(),
        own.clone(),
        own.clone(),
        one_blank(&format!("Before: {own}")),
        own.clone(),
        own.clone(),
        own.clone(),
        own.clone(),
        "Noted".to_owned(),
        one_blank(&format!("P, “T”, 2031, paragraph 1: “{own}” ({own})")),
    ]
}

fn comrak_texts(markdown: &str) -> Vec<String> {
    let mut options = Options::default();
    options.extension.autolink = true;
    options.extension.footnotes = true;
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.tasklist = true;
    let arena = Arena::new();
    let root = parse_document(&arena, markdown, &options);
    let holds_text = |value: &NodeValue| {
        matches!(value, NodeValue::Heading(_) | NodeValue::Paragraph | NodeValue::TableCell)
    };
    root.descendants()
        .filter(|node| holds_text(&node.data.borrow().value))
        .map(|node| one_blank(&text_of(node)))
        .collect()
}

fn text_of<'a>(node: &'a AstNode<'a>) -> String {
    let mut text = String::new();
    for inner in node.descendants() {
        match &inner.data.borrow().value {
            NodeValue::Text(words) => text.push_str(words),
            NodeValue::SoftBreak | NodeValue::LineBreak => text.push(' '),
            NodeValue::Paragraph
            | NodeValue::Heading(_)
            | NodeValue::TableCell
            | NodeValue::Strong
            | NodeValue::Emph
            | NodeValue::FootnoteReference(_) => {}
            other => text.push_str(&format!("⟨{other:?}⟩")),
        }
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn comrak_reads_every_text_as_that_text(
        parts in prop::collection::vec(prop::sample::select(HOSTILE), 1..4),
        glue in prop::sample::select(&["", " ", "x"][..]),
    ) {
        let text = parts.join(glue).trim().to_owned();
        prop_assume!(!expected(&text).is_empty());
        let markdown = brief_with(&text);
        prop_assert_eq!(comrak_texts(&markdown), places(&text), "{}", markdown);
    }

    #[test]
    fn comrak_reads_any_characters_as_those(text in "[ -~äж中]{1,24}") {
        let text = text.trim();
        prop_assume!(!expected(text).is_empty());
        let markdown = brief_with(text);
        prop_assert_eq!(comrak_texts(&markdown), places(text), "{}", markdown);
    }
}

#[test]
fn pandoc_reads_every_text_as_that_text() {
    for format in ["markdown", "gfm", "commonmark_x"] {
        for text in HOSTILE.iter().map(|text| text.trim()) {
            let read = pandoc_texts(&brief_with(text), format);
            let mut wanted = places(text);
            // Pandoc puts a note where it is referred to.
            let note = wanted.pop().unwrap();
            wanted.pop();
            wanted.push(format!("Noted⟨{note}⟩"));
            assert_eq!(read, wanted, "{format}: {text:?}\n{}", brief_with(text));
        }
    }
}

fn pandoc_texts(markdown: &str, format: &str) -> Vec<String> {
    let mut child = Command::new("pandoc")
        .args(["--from", format, "--to", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pandoc is needed; ./check installs it");
    child.stdin.take().unwrap().write_all(markdown.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut texts = Vec::new();
    blocks(&json["blocks"], &mut texts);
    texts
}

/// The text of each block that holds text, in order.
fn blocks(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::Array(parts) => parts.iter().for_each(|part| blocks(part, texts)),
        Value::Object(object) => match object.get("t").and_then(Value::as_str) {
            Some("Para" | "Plain") => texts.push(one_blank(&inlines(&object["c"]))),
            Some("Header") => texts.push(one_blank(&inlines(&object["c"][2]))),
            Some(other @ ("CodeBlock" | "RawBlock" | "HorizontalRule" | "LineBlock")) => {
                texts.push(format!("⟨{other}⟩"));
            }
            _ => object.values().for_each(|part| blocks(part, texts)),
        },
        _ => {}
    }
}

fn inlines(value: &Value) -> String {
    let Value::Array(parts) = value else { return String::new() };
    let mut text = String::new();
    for part in parts {
        match part["t"].as_str().unwrap_or_default() {
            "Str" => text.push_str(part["c"].as_str().unwrap_or_default()),
            "Space" | "SoftBreak" | "LineBreak" => text.push(' '),
            "Strong" | "Emph" => text.push_str(&inlines(&part["c"])),
            "Quoted" => {
                let double = part["c"][0]["t"] == "DoubleQuote";
                let (open, close) = if double { ('“', '”') } else { ('‘', '’') };
                text.push_str(&format!("{open}{}{close}", inlines(&part["c"][1])));
            }
            "Note" => {
                let mut inner = Vec::new();
                blocks(&part["c"], &mut inner);
                text.push_str(&format!("⟨{}⟩", inner.join(" ")));
            }
            other => text.push_str(&format!("⟨{other}⟩")),
        }
    }
    text
}
