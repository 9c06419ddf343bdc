//! Texts that are markup to one reader or another, and a page that has one of them everywhere.

use dossier::brief::{
    Bar, Block, Chart, Cited, Composition, Footnote, Head, Line, ListItem, Span, Words,
};

/// Texts that are markup to one reader or another.
pub const HOSTILE: &[&str] = &[
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

fn line(text: &str) -> Line {
    vec![Span::Text(text.to_owned())]
}

/// A page that has the text everywhere that text can stand, with a footnote that is referred to twice.
pub fn page(text: &str) -> Composition {
    let item: ListItem = (line(text), vec![line(text)]);
    let bar = Bar {
        label: text.to_owned(),
        value: "3".to_owned(),
        number: 3.0,
        open: (None, Some(3.0)),
        derived: true,
    };
    let chart = Chart { title: text.to_owned(), bars: vec![bar] };
    let noted = |words: &str| vec![Span::Text(words.to_owned()), Span::Note(0)];
    let link = Span::Link { text: text.to_owned(), url: "https://example.org/a?b=c&d".to_owned() };
    let blocks = vec![
        Block::Heading(1, "Title".to_owned()),
        Block::Paragraph(line("Briefing note")),
        Block::Heading(2, text.to_owned()),
        Block::Paragraph(line(text)),
        Block::Paragraph(vec![Span::Strong(text.to_owned())]),
        Block::Paragraph(vec![Span::Emphasis(text.to_owned())]),
        Block::Paragraph(vec![Span::Name(text.to_owned())]),
        Block::Paragraph(vec![Span::Text("Before: ".into()), Span::Text(text.to_owned())]),
        Block::Paragraph(vec![link]),
        Block::List(false, vec![item.clone()]),
        Block::List(true, vec![item]),
        Block::Table(vec![text.to_owned()], vec![vec![line(text)]]),
        Block::Quote(line(text), line(text)),
        Block::Box(line(text), vec![line(text)]),
        Block::Chart(chart, line(text)),
        Block::Paragraph(noted("Noted")),
        Block::Paragraph(noted("Again")),
    ];
    let footnote = Footnote {
        cited: Cited::Quotation(0),
        source: 0,
        source_id: "paper".into(),
        publisher: "P".into(),
        title: "T".into(),
        published: "2031".into(),
        named_before: false,
        paragraph: 1,
        speaker: None,
        words: Words::Quoted(text.to_owned(), Some(text.to_owned())),
    };
    let head = Head { title: "Title".into(), author: text.to_owned(), date: "2031".into() };
    Composition {
        head,
        blocks: blocks.into_iter().map(Into::into).collect(),
        footnotes: vec![footnote],
        ..Composition::default()
    }
}

/// The text as it has to come out: controls replaced.
pub fn visible(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() && !c.is_whitespace() { '\u{fffd}' } else { c })
        .collect()
}
