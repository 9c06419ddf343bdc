//! The analyst's own text: Markdown into blocks, `[@id]` into citations.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::blocks::{Block, Line, ListItem, Span};
use crate::dossier::is_web_address;

/// What turns the ids of a citation into what stands in the line for them; it is told in which of the
/// blocks, by its place.
pub type Cite<'c> = &'c mut dyn FnMut(usize, &[&str]) -> Line;

/// The blocks of a text in Markdown.
pub fn blocks(markdown: &str, cite: Cite<'_>) -> Vec<Block> {
    let mut reading = Reading {
        cite,
        blocks: Vec::new(),
        line: Vec::new(),
        strong: 0,
        emphasis: 0,
        link: None,
        quotes: 0,
        lists: Vec::new(),
        items: Vec::new(),
        table: None,
    };
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        reading.take(event);
    }
    reading.end_paragraph();
    reading.blocks
}

/// A line without markup, with its citations.
pub fn line(text: &str, cite: Cite<'_>) -> Line {
    cited(vec![Span::Text(text.split_whitespace().collect::<Vec<_>>().join(" "))], 0, cite)
}

/// Markdown that says just this text, with as few marks in it as possible: the analyst goes on writing there.
pub fn from_text(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(words.len());
    for (at, c) in words.char_indices() {
        let opens_a_line = at == 0 && matches!(c, '#' | '>' | '+' | '-' | '=' | '~' | '|');
        if opens_a_line || matches!(c, '\\' | '*' | '_' | '`' | '[' | '<' | '&' | '|') {
            out.push('\\');
        }
        out.push(c);
    }
    // `1.` and `1)` would begin a list.
    let digits = out.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && out.get(digits..).is_some_and(|rest| rest.starts_with(['.', ')'])) {
        out.insert(digits, '\\');
    }
    out
}

struct Reading<'c> {
    cite: Cite<'c>,
    blocks: Vec<Block>,
    line: Line,
    strong: usize,
    emphasis: usize,
    link: Option<String>,
    quotes: usize,
    /// The lists that are open; whether each is numbered.
    lists: Vec<bool>,
    items: Vec<ListItem>,
    table: Option<(Vec<String>, Vec<Vec<Line>>)>,
}

impl Reading<'_> {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::SoftBreak | Event::HardBreak | Event::Rule => self.text(" "),
            Event::Text(words)
            | Event::Code(words)
            | Event::Html(words)
            | Event::InlineHtml(words)
            | Event::InlineMath(words)
            | Event::DisplayMath(words)
            | Event::FootnoteReference(words) => self.text(&words),
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Strong => self.strong += 1,
            Tag::Emphasis => self.emphasis += 1,
            Tag::Link { dest_url, .. } if is_web_address(&dest_url) => {
                self.link = Some(dest_url.into_string());
            }
            Tag::BlockQuote(_) => {
                self.end_paragraph();
                self.quotes += 1;
            }
            Tag::List(start) => {
                self.end_line_of_item();
                self.lists.push(start.is_some());
            }
            Tag::Table(_) => self.table = Some((Vec::new(), Vec::new())),
            Tag::TableRow => {
                if let Some((_, rows)) = &mut self.table {
                    rows.push(Vec::new());
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.strong -= 1,
            TagEnd::Emphasis => self.emphasis -= 1,
            TagEnd::Link => self.link = None,
            TagEnd::Paragraph if !self.lists.is_empty() => self.text(" "),
            TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::HtmlBlock => self.end_paragraph(),
            TagEnd::Heading(_) => {
                let line = self.finished();
                // A heading has no room for notes: one that cites is a line that carries weight.
                self.blocks.push(if line.iter().any(|span| matches!(span, Span::Note(_))) {
                    Block::Paragraph(line.into_iter().map(strong).collect())
                } else {
                    let words: String = line.iter().map(Span::words).collect();
                    Block::Heading(3, words.trim().to_owned())
                });
            }
            TagEnd::BlockQuote(_) => self.quotes -= 1,
            TagEnd::Item => self.end_line_of_item(),
            TagEnd::List(_) => {
                let numbered = self.lists.pop().unwrap_or_default();
                if self.lists.is_empty() && !self.items.is_empty() {
                    let items = std::mem::take(&mut self.items);
                    self.blocks.push(Block::List(numbered, items));
                }
            }
            TagEnd::TableCell => {
                let line = self.finished();
                match &mut self.table {
                    Some((_, rows)) if !rows.is_empty() => {
                        if let Some(row) = rows.last_mut() {
                            row.push(line);
                        }
                    }
                    Some((head, _)) => head.push(line.iter().map(Span::words).collect()),
                    None => {}
                }
            }
            TagEnd::Table => {
                if let Some((head, rows)) = self.table.take() {
                    self.blocks.push(Block::Table(head, rows));
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, words: &str) {
        let words = words.replace('\n', " ");
        let span = match (&self.link, self.strong, self.emphasis) {
            (Some(url), ..) => Span::Link { text: words, url: url.clone() },
            (None, 1.., _) => Span::Strong(words),
            (None, 0, 1..) => Span::Emphasis(words),
            (None, 0, 0) => Span::Text(words),
        };
        match (self.line.last_mut(), &span) {
            (Some(Span::Text(before)), Span::Text(words))
            | (Some(Span::Strong(before)), Span::Strong(words))
            | (Some(Span::Emphasis(before)), Span::Emphasis(words)) => before.push_str(words),
            (Some(Span::Link { text: before, url: one }), Span::Link { text, url })
                if one == url =>
            {
                before.push_str(text);
            }
            _ => self.line.push(span),
        }
    }

    /// The open line with its citations; none of it is left open.
    fn finished(&mut self) -> Line {
        let line = std::mem::take(&mut self.line);
        if line.iter().all(|span| span.words().trim().is_empty()) {
            return Vec::new();
        }
        cited(line, self.blocks.len(), self.cite)
    }

    fn end_paragraph(&mut self) {
        let line = self.finished();
        if line.is_empty() {
            return;
        }
        self.blocks.push(match self.quotes {
            0 => Block::Paragraph(line),
            _ => Block::Quote(line, Vec::new()),
        });
    }

    /// Items of items of items stand with the items of items.
    fn end_line_of_item(&mut self) {
        if self.lists.is_empty() {
            return self.end_paragraph();
        }
        let line = self.finished();
        if line.is_empty() {
            return;
        }
        match (self.lists.len(), self.items.last_mut()) {
            (2.., Some((_, inner))) => inner.push(line),
            _ => self.items.push((line, Vec::new())),
        }
    }
}

fn strong(span: Span) -> Span {
    match span {
        Span::Text(words) | Span::Emphasis(words) => Span::Strong(words),
        other => other,
    }
}

/// A line with what its `[@id]` stand for. A blank in front of a citation goes.
fn cited(line: Line, block: usize, cite: Cite<'_>) -> Line {
    let mut out: Line = Vec::new();
    for span in line {
        let Span::Text(words) = span else {
            out.push(span);
            continue;
        };
        let mut rest = words.as_str();
        while let Some((place, ids)) = first_citation(rest) {
            let before = rest.get(..place.start).unwrap_or_default().trim_end();
            if !before.is_empty() {
                out.push(Span::Text(before.to_owned()));
            }
            out.extend(cite(block, &ids));
            rest = rest.get(place.end..).unwrap_or_default();
        }
        if !rest.is_empty() {
            out.push(Span::Text(rest.to_owned()));
        }
    }
    out
}

/// The first citation of a text: where it stands, in bytes, and what it cites.
fn first_citation(text: &str) -> Option<(Range<usize>, Vec<&str>)> {
    let mut from = 0;
    loop {
        let start = from + text.get(from..)?.find("[@")?;
        let inside = text.get(start + 1..)?;
        let end = inside.find(']')?;
        let ids: Option<Vec<&str>> = inside.get(..end)?.split([';', ',']).map(id).collect();
        if let Some(ids) = ids {
            return Some((start..start + end + 2, ids));
        }
        from = start + 2;
    }
}

fn id(cited: &str) -> Option<&str> {
    let id = cited.trim().trim_start_matches('@');
    let fits =
        |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.');
    (!id.is_empty() && id.chars().all(fits)).then_some(id)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The blocks, and what was cited.
    fn read(markdown: &str) -> (Vec<Block>, Vec<String>) {
        let mut all = Vec::new();
        let blocks = blocks(markdown, &mut |_, ids| {
            all.extend(ids.iter().map(|id| (*id).to_owned()));
            vec![Span::Note(all.len() - 1)]
        });
        (blocks, all)
    }

    fn text(words: &str) -> Span {
        Span::Text(words.to_owned())
    }

    #[test]
    fn citations_are_found_and_what_only_looks_like_one_stays_text() {
        let (blocks, cited) = read("It grew [@q-freight]. More\ncame [@a; @b_1.c].");
        assert_eq!(cited, ["q-freight", "a", "b_1.c"]);
        let line =
            vec![text("It grew"), Span::Note(0), text(". More came"), Span::Note(2), text(".")];
        assert_eq!(blocks, [Block::Paragraph(line)]);
        for not in ["[@]", "[@a b]", "[@A]", "[x@a]", "[@a"] {
            let (blocks, cited) = read(not);
            assert_eq!(blocks, [Block::Paragraph(vec![text(not)])]);
            assert!(cited.is_empty(), "{not}");
        }
        assert_eq!(read("[@B] [@b]").1, ["b"]);
        let line = vec![Span::Strong("It grew".to_owned()), Span::Note(0)];
        assert_eq!(read("## It grew [@b]").0, [Block::Paragraph(line)]);
    }

    proptest! {
        #[test]
        fn any_text_can_be_said_in_markdown(text in "([#>+=~|*_`<&\\\\\\[\\]()0-9.!a-z:-]| |\n|&amp;|王){1,30}") {
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assume!(!words.is_empty() && !words.contains("[@"));
            let (blocks, _) = read(&from_text(&text));
            prop_assert_eq!(blocks, [Block::Paragraph(vec![Span::Text(words)])]);
        }
    }

    #[test]
    fn markdown_becomes_blocks() {
        let (blocks, _) = read(
            "# H *i*\n\np **s** *e* [l](https://x.org) [j](javascript:x) ![alt](y.png)\n\n- a\n  - b\n    - c\n- d\n\n1. n\n\n> q\n\n| A |\n| - |\n| **c** |\n\n<b>x</b>\n",
        );
        assert_eq!(blocks[0], Block::Heading(3, "H i".into()));
        let Block::Paragraph(line) = &blocks[1] else { panic!("{blocks:?}") };
        assert_eq!(line[1], Span::Strong("s".into()));
        assert_eq!(line[3], Span::Emphasis("e".into()));
        assert_eq!(line[5], Span::Link { text: "l".into(), url: "https://x.org".into() });
        assert_eq!(line[6], text(" j alt"));
        let list = vec![
            (vec![text("a")], vec![vec![text("b")], vec![text("c")]]),
            (vec![text("d")], Vec::new()),
        ];
        assert_eq!(blocks[2], Block::List(false, list));
        assert_eq!(blocks[3], Block::List(true, vec![(vec![text("n")], Vec::new())]));
        assert_eq!(blocks[4], Block::Quote(vec![text("q")], Vec::new()));
        let table = Block::Table(vec!["A".into()], vec![vec![vec![Span::Strong("c".into())]]]);
        assert_eq!(blocks[5], table);
        assert_eq!(blocks[6], Block::Paragraph(vec![text("<b>x</b>")]));
        assert_eq!(blocks.len(), 7);
    }
}
