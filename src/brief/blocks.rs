//! What a briefing note consists of, whatever format it is written in.

use super::shortcomings::Shortcoming;
use crate::annotations::Passage;
use crate::dossier::paragraph_in_words;

/// A composed briefing note.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Composition {
    /// What stands above it.
    pub head: Head,
    /// Its blocks in order.
    pub blocks: Vec<Placed>,
    /// Its footnotes; a [`Span::Note`] holds a place in this list.
    pub footnotes: Vec<Footnote>,
    /// What does not hold, or has no source yet.
    pub shortcomings: Vec<Shortcoming>,
}

/// What stands above a note.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The title.
    pub title: String,
    /// Who wrote it; may be empty.
    pub author: String,
    /// The date, in words.
    pub date: String,
}

/// A block, and where in the brief it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The block.
    pub block: Block,
    /// Where it comes from; none for what the program adds.
    pub from: Option<Place>,
}

impl From<Block> for Placed {
    fn from(block: Block) -> Self {
        Self { block, from: None }
    }
}

/// A place in a brief.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The section, by its place.
    pub section: usize,
    /// The entry in it, by its place; none for the heading.
    pub entry: Option<usize>,
}

/// A block.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading of level 1 to 3.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(Line),
    /// A list, numbered or not, whose items may have items of their own.
    List(bool, Vec<ListItem>),
    /// A table: its head, and its rows.
    Table(Vec<String>, Vec<Vec<Line>>),
    /// Somebody's words, set off, and whose they are.
    Quote(Line, Line),
    /// Something set off from the text: its title, and its lines.
    Box(Line, Vec<Line>),
    /// A chart, and the same in words.
    Chart(Chart, Line),
}

impl Block {
    /// Its lines, in the order in which they are read.
    pub fn lines(&self) -> Vec<&Line> {
        match self {
            Self::Heading(..) => Vec::new(),
            Self::Paragraph(line) | Self::Chart(_, line) => vec![line],
            Self::List(_, items) => {
                items.iter().flat_map(|(line, inner)| std::iter::once(line).chain(inner)).collect()
            }
            Self::Table(_, rows) => rows.iter().flatten().collect(),
            Self::Quote(words, from) => vec![words, from],
            Self::Box(title, lines) => std::iter::once(title).chain(lines).collect(),
        }
    }

    fn lines_mut(&mut self) -> Vec<&mut Line> {
        match self {
            Self::Heading(..) => Vec::new(),
            Self::Paragraph(line) | Self::Chart(_, line) => vec![line],
            Self::List(_, items) => items
                .iter_mut()
                .flat_map(|(line, inner)| std::iter::once(line).chain(inner))
                .collect(),
            Self::Table(_, rows) => rows.iter_mut().flatten().collect(),
            Self::Quote(words, from) => vec![words, from],
            Self::Box(title, lines) => std::iter::once(title).chain(lines).collect(),
        }
    }
}

/// An item of a list.
pub type ListItem = (Line, Vec<Line>);

/// Text with its notes.
pub type Line = Vec<Span>;

/// A stretch of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Plain text.
    Text(String),
    /// A label.
    Strong(String),
    /// A remark of the brief itself, such as "derived".
    Emphasis(String),
    /// The name of an entity or a publisher.
    Name(String),
    /// A link, by http or https.
    Link {
        /// What it says.
        text: String,
        /// Where it leads.
        url: String,
    },
    /// A reference to a footnote, by its place.
    Note(usize),
}

impl Span {
    /// What it says; nothing for a note.
    pub fn words(&self) -> &str {
        match self {
            Self::Text(words) | Self::Strong(words) | Self::Emphasis(words) | Self::Name(words) => {
                words
            }
            Self::Link { text, .. } => text,
            Self::Note(_) => "",
        }
    }
}

/// Figures of one unit, to be drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// What they measure.
    pub title: String,
    /// The figures in order.
    pub bars: Vec<Bar>,
}

/// A figure of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it is the figure of.
    pub label: String,
    /// The figure in words, with its qualifier.
    pub value: String,
    /// The number, in the basic unit of the chart.
    pub number: f64,
    /// What its qualifier leaves open, in the same unit.
    pub open: (Option<f64>, Option<f64>),
    /// Whether the program computed it.
    pub derived: bool,
}

/// What a statement stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footnote {
    /// Which words.
    pub cited: Cited,
    /// The source, by its place.
    pub source: usize,
    /// Its id.
    pub source_id: String,
    /// Who published it.
    pub publisher: String,
    /// Under which title.
    pub title: String,
    /// When, in words.
    pub published: String,
    /// Whether a footnote before names the source in full: then its name is enough.
    pub named_before: bool,
    /// The paragraph; 0 for headline and byline.
    pub paragraph: u32,
    /// Whose words they are, where the source says so.
    pub speaker: Option<String>,
    /// The words.
    pub words: Words,
}

/// Which words a footnote gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cited {
    /// A quotation, by its place.
    Quotation(usize),
    /// A stretch of a source's text.
    Passage(Box<Passage>),
}

/// The words of a footnote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// A quotation, with a remark where it is not beyond question.
    Quoted(String, Option<String>),
    /// None: they can't be presented as a quotation, for this reason.
    LeftOut(String),
}

impl Footnote {
    /// Where the words stand: `paragraph 8`, `headline and byline`.
    pub fn locator(&self) -> String {
        paragraph_in_words(self.paragraph)
    }

    /// The source and the place in it: `Gazette, “Title”, 12 June 2031, paragraph 1`, and further on
    /// `Gazette, paragraph 2`.
    pub fn reference(&self) -> String {
        if self.named_before {
            return format!("{}, {}", self.publisher, self.locator());
        }
        format!("{}, “{}”, {}, {}", self.publisher, self.title, self.published, self.locator())
    }

    /// What stands behind the reference: who speaks, and the words.
    pub fn saying(&self) -> String {
        let speaker = self.speaker.as_ref().map_or(String::new(), |name| format!(" ({name})"));
        let words = match &self.words {
            Words::Quoted(words, None) => format!("“{words}”"),
            Words::Quoted(words, Some(remark)) => format!("“{words}” ({remark})"),
            Words::LeftOut(reason) => format!("not quoted, because {reason}"),
        };
        format!("{speaker}: {words}")
    }
}

impl Composition {
    /// The sources that its footnotes name, by place, in the order in which they are cited.
    pub fn sources(&self) -> Vec<usize> {
        let mut sources: Vec<usize> = Vec::new();
        for footnote in &self.footnotes {
            if !sources.contains(&footnote.source) {
                sources.push(footnote.source);
            }
        }
        sources
    }

    /// Numbers the footnotes in the order in which they are referred to, and lets go of others.
    pub(super) fn number_notes(&mut self) {
        let mut numbers = vec![None; self.footnotes.len()];
        let mut next = 0;
        for placed in &mut self.blocks {
            for line in placed.block.lines_mut() {
                for span in line {
                    let Span::Note(note) = span else { continue };
                    if let Some(number) = numbers.get_mut(*note) {
                        *note = *number.get_or_insert_with(|| {
                            next += 1;
                            next - 1
                        });
                    }
                }
            }
        }
        let kept = std::mem::take(&mut self.footnotes).into_iter().zip(numbers);
        let mut kept: Vec<(usize, Footnote)> =
            kept.filter_map(|(footnote, number)| Some((number?, footnote))).collect();
        kept.sort_by_key(|(number, _)| *number);
        self.footnotes = kept.into_iter().map(|(_, footnote)| footnote).collect();
        self.name_in_full_once();
    }

    /// A source is named in full where it is cited first, and always where another has its publisher.
    fn name_in_full_once(&mut self) {
        let mut named: Vec<(usize, String)> = Vec::new();
        for footnote in &self.footnotes {
            let name = (footnote.source, footnote.publisher.clone());
            if !named.contains(&name) {
                named.push(name);
            }
        }
        let mut seen = Vec::new();
        for footnote in &mut self.footnotes {
            let alone =
                named.iter().filter(|(_, publisher)| *publisher == footnote.publisher).count() == 1;
            footnote.named_before = alone && seen.contains(&footnote.source);
            if !seen.contains(&footnote.source) {
                seen.push(footnote.source);
            }
        }
    }

    /// Its charts in order.
    pub fn charts(&self) -> impl Iterator<Item = &Chart> {
        self.blocks.iter().filter_map(|placed| match &placed.block {
            Block::Chart(chart, _) => Some(chart),
            _ => None,
        })
    }
}
