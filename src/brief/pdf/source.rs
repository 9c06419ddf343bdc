//! A brief in Typst's language. All words stand in string literals, so that none is taken for markup.

use crate::brief::blocks::{Block, Composition, Line, Span};
use crate::brief::drawing;
use crate::brief::paper::Paper;
use crate::brief::widths::column_weights;

const STYLE: &str = include_str!("../../../assets/brief.typ");

/// The path under which a chart is found, by its place.
pub(super) fn chart_path(place: usize) -> String {
    format!("chart-{}.svg", place + 1)
}

/// The whole source.
pub(super) fn write(composition: &Composition, paper: Paper) -> String {
    let mut writer =
        Writer { composition, noted: vec![false; composition.footnotes.len()], charts: 0 };
    let head = &composition.head;
    let paper = match paper {
        Paper::A4 => "a4",
        Paper::Letter => "us-letter",
    };
    let mut out = format!(
        "#set document(title: {}, author: {}, date: none)\n#set page(paper: \"{paper}\")\n{STYLE}\n",
        literal(&head.title),
        literal(&head.author)
    );
    for (place, placed) in composition.blocks.iter().enumerate() {
        out.push_str(&writer.block(&placed.block, place));
        out.push_str("\n\n");
    }
    out
}

struct Writer<'c> {
    composition: &'c Composition,
    /// Which footnotes have their place.
    noted: Vec<bool>,
    charts: usize,
}

impl Writer<'_> {
    fn block(&mut self, block: &Block, place: usize) -> String {
        match block {
            Block::Heading(level, words) => format!("#heading(level: {level}, {})", literal(words)),
            Block::Paragraph(line) if place == 1 => format!("#subtitle[{}]", self.line(line)),
            Block::Paragraph(line) => format!("#par[{}]", self.line(line)),
            Block::List(numbered, items) => {
                let mut out = if *numbered { "#enum(" } else { "#list(" }.to_owned();
                for (line, inner) in items {
                    out.push_str(&format!("[{}{}], ", self.line(line), self.list(inner)));
                }
                out + ")"
            }
            Block::Table(head, rows) => {
                let weights = column_weights(head, rows);
                let columns: Vec<String> =
                    weights.iter().map(|weight| format!("{weight:.0}fr")).collect();
                let mut out = format!("#grid-of(columns: ({},), table.header(", columns.join(", "));
                for name in head {
                    out.push_str(&format!("[#{}], ", literal(name)));
                }
                out.push_str("), ");
                for row in rows {
                    for cell in 0..head.len() {
                        let line = row.get(cell).map(|line| self.line(line)).unwrap_or_default();
                        out.push_str(&format!("[{line}], "));
                    }
                }
                out + ")"
            }
            Block::Quote(words, from) if from.is_empty() => {
                format!("#quote(block: true)[{}]", self.line(words))
            }
            Block::Quote(words, from) => {
                let words = self.line(words);
                format!("#quote(block: true, attribution: [{}])[{words}]", self.line(from))
            }
            Block::Box(title, lines) => {
                format!("#set-off[{}{}]", self.line(title), self.list(lines))
            }
            Block::Chart(chart, words) => {
                let path = chart_path(self.charts);
                self.charts += 1;
                format!(
                    "#chart({}, {}, {:.3})[{}]",
                    literal(&path),
                    literal(&chart.title),
                    drawing::height(chart) / drawing::WIDTH,
                    self.line(words)
                )
            }
        }
    }

    fn list(&mut self, lines: &[Line]) -> String {
        if lines.is_empty() {
            return String::new();
        }
        let lines: Vec<String> =
            lines.iter().map(|line| format!("[{}]", self.line(line))).collect();
        format!("#list({},)", lines.join(", "))
    }

    fn line(&mut self, line: &Line) -> String {
        let mut out = String::new();
        let mut after_note = false;
        for span in line {
            let is_note = matches!(span, Span::Note(_));
            if is_note && after_note {
                // Two numbers side by side would be read as one.
                out.push_str("#super(\"\u{a0}\")");
            }
            after_note = is_note;
            match span {
                Span::Text(words) => out.push_str(&format!("#{}", literal(words))),
                Span::Strong(words) | Span::Name(words) => {
                    out.push_str(&format!("#strong({})", literal(words)));
                }
                Span::Emphasis(words) => out.push_str(&format!("#emph({})", literal(words))),
                Span::Link { text, url } => {
                    out.push_str(&format!("#link({}, {})", literal(url), literal(text)));
                }
                Span::Note(place) => out.push_str(&self.note(*place)),
            }
        }
        out
    }

    fn note(&mut self, place: usize) -> String {
        let Some(footnote) = self.composition.footnotes.get(place) else { return String::new() };
        let Some(noted) = self.noted.get_mut(place) else { return String::new() };
        if std::mem::replace(noted, true) {
            return format!("#footnote(<note-{place}>)");
        }
        let words = format!("{}{}", footnote.reference(), footnote.saying());
        format!("#footnote({})<note-{place}>", literal(&words))
    }
}

/// Words as a string of Typst's. Controls become the replacement character, line ends blanks.
fn literal(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 2);
    out.push('"');
    for c in words.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_whitespace() && c != '\u{a0}' => out.push(' '),
            c => out.push(if c.is_control() { '\u{fffd}' } else { c }),
        }
    }
    out.push('"');
    out
}
