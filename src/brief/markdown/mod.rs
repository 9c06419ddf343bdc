//! Writes a brief as Markdown: CommonMark with footnotes and pipe tables, as GFM readers and pandoc read
//! them alike, and in flavours that use what one reader has beyond that.

mod escape;

use super::blocks::{Block, Chart, Composition, Footnote, Line, Span};
use escape::opening;
pub use escape::{escape, escape_inside};

/// Flavours of Markdown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Flavour {
    /// CommonMark 0.31 with footnotes and pipe tables.
    #[default]
    CommonMark,
    /// GitHub Flavored Markdown: what is set off becomes an alert.
    Gfm,
    /// Pandoc's Markdown: footnotes name their source by a citation, `[@id]`.
    Pandoc,
    /// Obsidian's: names become links between notes, what is set off a callout.
    Obsidian,
}

/// What a brief names outside itself, by relative paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// The folder of its charts; without one they are given in words alone.
    pub charts: Option<String>,
    /// The bibliography of pandoc's flavour.
    pub bibliography: Option<String>,
}

/// The name of a chart in the folder of charts, by its place.
pub fn chart_name(place: usize) -> String {
    format!("chart-{}.png", place + 1)
}

/// The brief in a flavour.
pub fn write(composition: &Composition, flavour: Flavour, beside: &Beside) -> String {
    let mut writer = Writer { flavour, beside, out: String::new(), charts: 0 };
    writer.front_matter(composition);
    for placed in &composition.blocks {
        writer.block(&placed.block);
    }
    for (place, footnote) in composition.footnotes.iter().enumerate() {
        let words = writer.footnote(footnote);
        writer.out.push_str(&format!("[^{}]: {words}\n\n", place + 1));
    }
    let mut out = writer.out;
    while out.ends_with("\n\n") {
        out.pop();
    }
    out
}

struct Writer<'b> {
    flavour: Flavour,
    beside: &'b Beside,
    out: String,
    charts: usize,
}

impl Writer<'_> {
    /// The properties of a note of Obsidian's, the bibliography of pandoc's. JSON's strings are YAML's.
    fn front_matter(&mut self, composition: &Composition) {
        let mut fields = Vec::new();
        let text = |words: &str| serde_json::Value::from(words).to_string();
        match self.flavour {
            Flavour::Pandoc => {
                if let Some(bibliography) = &self.beside.bibliography {
                    fields.push(format!("bibliography: {}", text(bibliography)));
                    fields.push("link-citations: true".to_owned());
                }
            }
            Flavour::Obsidian => {
                let head = &composition.head;
                for (name, words) in
                    [("title", &head.title), ("author", &head.author), ("created", &head.date)]
                {
                    if !words.is_empty() {
                        fields.push(format!("{name}: {}", text(words)));
                    }
                }
                fields.push("tags: [briefing-note]".to_owned());
            }
            Flavour::CommonMark | Flavour::Gfm => {}
        }
        if !fields.is_empty() {
            self.out.push_str(&format!("---\n{}\n---\n\n", fields.join("\n")));
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, words) => {
                let marks = "#".repeat(usize::from((*level).clamp(1, 6)));
                self.out.push_str(&format!("{marks} {}\n\n", escape(words)));
            }
            Block::Paragraph(line) => {
                let line = self.line(line);
                self.out.push_str(&format!("{line}\n\n"));
            }
            Block::List(numbered, items) => {
                let mark = if *numbered { "1." } else { "-" };
                for (line, inner) in items {
                    self.out.push_str(&format!("{mark} {}\n", self.line(line)));
                    for line in inner {
                        self.out.push_str(&format!("    - {}\n", self.line(line)));
                    }
                }
                self.out.push('\n');
            }
            Block::Table(head, rows) => {
                let head: Vec<String> = head.iter().map(|cell| escape(cell)).collect();
                self.out.push_str(&format!("| {} |\n", head.join(" | ")));
                self.out.push_str(&format!("|{}\n", " --- |".repeat(head.len())));
                for row in rows {
                    let row: Vec<String> = row.iter().map(|cell| self.line(cell)).collect();
                    self.out.push_str(&format!("| {} |\n", row.join(" | ")));
                }
                self.out.push('\n');
            }
            Block::Quote(words, from) => {
                let mut lines = vec![self.line(words)];
                if !from.is_empty() {
                    lines.push(format!("— {}", self.line(from)));
                }
                self.set_off("quote", &lines.join("\n>\n> "));
            }
            Block::Box(title, lines) => {
                let mut inside = self.line(title);
                if !lines.is_empty() {
                    inside.push_str("\n>");
                }
                for line in lines {
                    inside.push_str(&format!("\n> - {}", self.line(line)));
                }
                self.set_off("info", &inside);
            }
            Block::Chart(chart, words) => {
                self.chart(chart);
                let words = self.line(words);
                self.out.push_str(&format!("{words}\n\n"));
            }
        }
    }

    /// A block quotation, with a mark of what it is where the flavour has one.
    fn set_off(&mut self, kind: &str, inside: &str) {
        match (self.flavour, kind) {
            (Flavour::Obsidian, kind) => self.out.push_str(&format!("> [!{kind}]\n")),
            (Flavour::Gfm, "info") => self.out.push_str("> [!NOTE]\n"),
            _ => {}
        }
        self.out.push_str(&format!("> {inside}\n\n"));
    }

    fn chart(&mut self, chart: &Chart) {
        if let Some(folder) = &self.beside.charts {
            let path = format!("{}/{}", encoded(folder), chart_name(self.charts));
            self.out.push_str(&format!("![{}]({path})\n\n", escape_inside(&chart.title)));
        }
        self.charts += 1;
    }

    fn line(&self, line: &Line) -> String {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut words = String::new();
        for (place, span) in line.iter().enumerate() {
            if let Span::Text(text) = span {
                words.push_str(text);
                continue;
            }
            push_text(&mut words, &mut pieces);
            pieces.push(match span {
                Span::Strong(text) => Piece::marked("**", text),
                Span::Emphasis(text) => Piece::marked("*", text),
                Span::Name(text) => match self.flavour {
                    Flavour::Obsidian if is_name_of_note(text) => {
                        Piece { mark: "**", lead: "", inside: format!("[[{text}]]"), trail: "" }
                    }
                    _ => Piece::marked("**", text),
                },
                Span::Link { text, url } => {
                    Piece::plain(format!("[{}](<{}>)", escape_inside(text), encoded(url)))
                }
                Span::Note(number) => {
                    // Two numbers side by side would be read as one.
                    let beside = place > 0 && matches!(line.get(place - 1), Some(Span::Note(_)));
                    Piece::plain(format!("{}[^{}]", if beside { " " } else { "" }, number + 1))
                }
                Span::Text(_) => continue,
            });
        }
        push_text(&mut words, &mut pieces);
        joined(&pieces)
    }

    fn footnote(&self, footnote: &Footnote) -> String {
        let saying = escape_inside(&footnote.saying());
        if self.flavour != Flavour::Pandoc {
            return format!("{}{saying}", escape(&footnote.reference()));
        }
        let place = match footnote.paragraph {
            0 => footnote.locator(),
            number => format!("para. {number}"),
        };
        format!("[@{{{}}}, {place}]{saying}", footnote.source_id)
    }
}

/// A piece of a line, escaped, and the marks around it.
struct Piece {
    mark: &'static str,
    /// Blanks around the marks: inside they would not bind.
    lead: &'static str,
    inside: String,
    trail: &'static str,
}

impl Piece {
    fn plain(inside: String) -> Self {
        Self { mark: "", lead: "", inside, trail: "" }
    }

    fn marked(mark: &'static str, words: &str) -> Self {
        let blank = |is_there: bool| if is_there { " " } else { "" };
        Self {
            mark,
            lead: blank(words.starts_with(char::is_whitespace)),
            inside: escape_inside(words.trim()),
            trail: blank(words.ends_with(char::is_whitespace)),
        }
    }
}

fn push_text(words: &mut String, pieces: &mut Vec<Piece>) {
    if words.is_empty() {
        return;
    }
    pieces.push(Piece::plain(escape_inside(words)));
    words.clear();
}

/// The pieces as a line. Where the marks of one would not bind, it goes without: the words count.
fn joined(pieces: &[Piece]) -> String {
    let mut out = String::new();
    for (place, piece) in pieces.iter().enumerate() {
        out.push_str(piece.lead);
        let after = match piece.trail {
            "" => pieces.iter().skip(place + 1).find_map(Piece::first),
            _ => Some(' '),
        };
        let mark = if binds(&piece.inside, out.chars().last(), after) { piece.mark } else { "" };
        // Behind a bracket it would make a link of it, or the words of a footnote.
        if mark.is_empty() && out.ends_with(']') && piece.inside.starts_with(['(', ':']) {
            out.push('\\');
        }
        out.push_str(mark);
        // Only what opens a line can be taken for a list or a heading.
        out.push_str(&if mark.is_empty() && out.trim().is_empty() {
            opening(&piece.inside)
        } else {
            piece.inside.clone()
        });
        out.push_str(mark);
        out.push_str(piece.trail);
    }
    out.trim().to_owned()
}

impl Piece {
    /// Its first character, with its marks.
    fn first(&self) -> Option<char> {
        [self.lead, self.mark, &self.inside].iter().find_map(|part| part.chars().next())
    }
}

/// Whether marks around words bind (CommonMark 0.31 §6.2): beside a letter stands a letter, and no other mark
/// stands beside them.
fn binds(inside: &str, before: Option<char>, after: Option<char>) -> bool {
    let (Some(first), Some(last)) = (inside.chars().next(), inside.chars().last()) else {
        return false;
    };
    let free = |beside: Option<char>, inner: char| match beside {
        None => true,
        Some('*') => false,
        Some(c) => inner.is_alphanumeric() || c.is_whitespace() || c.is_ascii_punctuation(),
    };
    free(before, first) && free(after, last)
}

/// Whether a note of Obsidian's can be called so, and a link can name it.
fn is_name_of_note(words: &str) -> bool {
    let bad = |c: char| c.is_control() || "[]#^|\\/:*\"<>?%$`_~=@&!{}".contains(c);
    !words.trim().is_empty()
        && words.trim() == words
        && !words.contains(bad)
        && !words.contains("--")
}

/// A path or an address with what would end it, or what Markdown takes for markup, percent-encoded.
fn encoded(path: &str) -> String {
    let mut out = String::new();
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z'
            | b'a'..=b'z'
            | b'0'..=b'9'
            | b'-'
            | b'.'
            | b'_'
            | b'~'
            | b'/'
            | b':'
            | b'?'
            | b'='
            | b'&'
            | b'%'
            | b'#'
            | b'+'
            | b','
            | b';'
            | b'@' => {
                out.push(char::from(byte));
            }
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::blocks::{Cited, Words};

    fn text(words: &str) -> Span {
        Span::Text(words.into())
    }

    fn example() -> Composition {
        let blocks = vec![
            Block::Heading(1, "T".into()),
            Block::Table(vec!["A".into()], vec![vec![vec![text("x|y"), Span::Note(0)]]]),
            Block::List(
                false,
                vec![(
                    vec![Span::Strong("N".into()), text(": - v")],
                    vec![vec![Span::Emphasis(" in ".into())]],
                )],
            ),
            Block::Quote(vec![text("“w”")], vec![Span::Name("Ada Quay".into()), Span::Note(0)]),
            Block::Box(vec![Span::Name("A/B".into())], vec![vec![text("f")]]),
            Block::Paragraph(vec![Span::Link {
                text: "l".into(),
                url: "https://x.org/a b>".into(),
            }]),
        ];
        Composition {
            blocks: blocks.into_iter().map(Into::into).collect(),
            footnotes: vec![Footnote {
                cited: Cited::Quotation(0),
                source: 0,
                source_id: "gazette".into(),
                publisher: "P".into(),
                title: "H".into(),
                published: "2024".into(),
                named_before: false,
                paragraph: 8,
                speaker: Some("S".into()),
                words: Words::Quoted("w".into(), None),
            }],
            ..Composition::default()
        }
    }

    #[test]
    fn blocks_and_notes_are_written_in_order() {
        assert_eq!(
            write(&example(), Flavour::CommonMark, &Beside::default()),
            "# T\n\n| A |\n| --- |\n| x\\|y[^1] |\n\n- **N**: - v\n    - *in*\n\n> “w”\n>\n> — **Ada Quay**[^1]\n\n\
             > **A/B**\n>\n> - f\n\n[l](<https://x.org/a%20b%3E>)\n\n[^1]: P, “H”, 2024, \
             paragraph 8 (S): “w”\n"
        );
    }

    #[test]
    fn what_stands_beside_a_mark_does_not_change_what_it_means() {
        let written = |line: Line| {
            let blocks = vec![Block::Paragraph(line).into()];
            let footnotes = example().footnotes;
            let composition = Composition { blocks, footnotes, ..Composition::default() };
            let all = write(&composition, Flavour::CommonMark, &Beside::default());
            all.lines().next().unwrap_or_default().to_owned()
        };
        let strong = |words: &str| Span::Strong(words.into());
        assert_eq!(written(vec![Span::Note(0), text("(1) x")]), "[^1]\\(1) x");
        assert_eq!(written(vec![Span::Note(0), text(": x")]), "[^1]\\: x");
        assert_eq!(written(vec![strong("(a)"), text("b")]), "\\(a)b");
        assert_eq!(written(vec![strong("(a)"), text(" b")]), "**(a)** b");
        assert_eq!(written(vec![strong("a"), text("b")]), "**a**b");
        assert_eq!(written(vec![strong("a"), Span::Emphasis("b".into())]), "a*b*");
        assert_eq!(written(vec![text("http:"), text("//x.org")]), "http\\://x.org");
    }

    #[test]
    fn flavours_use_what_their_reader_has() {
        let beside = Beside { charts: None, bibliography: Some("b \"x\".json".into()) };
        let pandoc = write(&example(), Flavour::Pandoc, &beside);
        assert!(pandoc.starts_with("---\nbibliography: \"b \\\"x\\\".json\"\n"), "{pandoc}");
        assert!(pandoc.ends_with("[^1]: [@{gazette}, para. 8] (S): “w”\n"), "{pandoc}");
        let obsidian = write(&example(), Flavour::Obsidian, &beside);
        assert!(
            obsidian.contains("> [!quote]\n> “w”\n>\n> — **[[Ada Quay]]**[^1]\n"),
            "{obsidian}"
        );
        assert!(obsidian.contains("> [!info]\n> **A/B**\n>\n> - f\n"), "{obsidian}");
        assert!(write(&example(), Flavour::Gfm, &beside).contains("> [!NOTE]\n> **A/B**\n"));
    }
}
