//! What a page says, without its looks: what each format has to say, and what a reader found.

use dossier::brief::{Block, Composition, Line, Span};

use crate::hostile::visible;

/// What a page says: its text, and its footnotes in order.
#[derive(Debug, PartialEq, Eq)]
pub struct Saying {
    /// The text without blanks and without the numbers of notes.
    pub body: String,
    /// Each footnote once, without blanks.
    pub footnotes: Vec<String>,
}

/// Text without blanks: where lines break is the reader's.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}').collect()
}

/// What a composition has to say in every format.
pub fn wanted(composition: &Composition) -> Saying {
    let mut body = String::new();
    for placed in &composition.blocks {
        match &placed.block {
            Block::Heading(_, words) => body.push_str(words),
            Block::Table(head, _) => body.push_str(&head.concat()),
            _ => {}
        }
        for (place, line) in placed.block.lines().into_iter().enumerate() {
            // The name behind a quotation has a dash in front of it.
            if matches!(&placed.block, Block::Quote(..)) && place == 1 && !line.is_empty() {
                body.push('—');
            }
            body.push_str(&words(line));
        }
    }
    let footnotes = composition.footnotes.iter();
    let footnotes =
        footnotes.map(|note| squeezed(&visible(&format!("{}{}", note.reference(), note.saying()))));
    Saying { body: squeezed(&visible(&body)), footnotes: footnotes.collect() }
}

fn words(line: &Line) -> String {
    line.iter().map(Span::words).collect()
}
