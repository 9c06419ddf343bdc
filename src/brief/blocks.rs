//! What a briefing note consists of, whatever format it is written in.

use crate::dossier::paragraph_in_words;

/// A composed briefing note.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brief {
    /// Its blocks in order.
    pub blocks: Vec<Block>,
    /// Its footnotes; a [`Span::Note`] holds a place in this list.
    pub footnotes: Vec<Footnote>,
}

/// A block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading of level 1 to 3.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(Line),
    /// A list whose entries may have entries of their own.
    List(Vec<Entry>),
    /// A table: its head, and its rows.
    Table(Vec<String>, Vec<Vec<Line>>),
}

/// An entry of a list.
pub type Entry = (Line, Vec<Line>);

/// Text with its notes.
pub type Line = Vec<Span>;

/// A stretch of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Plain text.
    Text(String),
    /// A name or label.
    Strong(String),
    /// A remark of the brief itself, such as "derived".
    Emphasis(String),
    /// A reference to a footnote, by its place.
    Note(usize),
}

/// What a statement stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footnote {
    /// Who published it.
    pub publisher: String,
    /// Under which title.
    pub title: String,
    /// When, in words.
    pub published: String,
    /// The paragraph; 0 for headline and byline.
    pub paragraph: u32,
    /// Whose words they are, where the source says so.
    pub speaker: Option<String>,
    /// The words.
    pub words: Words,
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
}
