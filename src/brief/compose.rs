//! Composes the page of a brief: its sections and what stands in them, in order, with a footnote behind
//! each statement.

use std::collections::HashMap;

use jiff::civil::Date;

use super::blocks::{Block, Composition, Head, Line, ListItem, Place, Placed, Span};
use super::own_text;
use super::shortcomings::{Lack, Shortcoming};
use super::statements::without_source;
use crate::annotations::{Annotations, Brief, Content, Entry, Judgement, Passage, Proofs};
use crate::dossier::{Dossier, Index, PartialDate};

/// What a brief is made from.
#[derive(Clone, Copy)]
pub struct Material<'d> {
    /// The dossier.
    pub dossier: &'d Dossier,
    /// Its index.
    pub index: &'d Index,
    /// The analyst's work.
    pub annotations: &'d Annotations,
    /// What is proven of the words.
    pub proofs: &'d Proofs,
    /// The date of a brief that has none, in words.
    pub today: &'d str,
}

/// Composing was stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

/// Today's date in the words of a brief.
pub fn today() -> String {
    let today: Date = jiff::Zoned::now().date();
    PartialDate::Day(today).to_string()
}

/// Composes a brief. What the proofs can't bear out is never presented as a quotation, and the brief says
/// what it left out and why.
pub fn compose(material: Material<'_>, brief: &Brief) -> Composition {
    compose_while(material, brief, &|_| true).unwrap_or_default()
}

/// The same, as long as `go_on` says so: it is told how many entries are done.
pub fn compose_while(
    material: Material<'_>,
    brief: &Brief,
    go_on: &dyn Fn(usize) -> bool,
) -> Result<Composition, Stopped> {
    let mut composer = Composer {
        material,
        composition: Composition::default(),
        notes: HashMap::new(),
        passage_notes: HashMap::new(),
        left_out: Vec::new(),
        lacks: Vec::new(),
        piece: 0,
        open: Vec::new(),
    };
    let mut done = 0;
    for (place, section) in brief.sections.iter().enumerate() {
        let at = Place { section: place, entry: None };
        if !section.heading.trim().is_empty() {
            composer.push(Block::Heading(2, section.heading.trim().to_owned()), at);
        }
        for (entry_place, entry) in section.entries.iter().enumerate() {
            if !go_on(done) {
                return Err(Stopped);
            }
            composer.entry(entry, Place { entry: Some(entry_place), ..at });
            done += 1;
        }
        composer.close();
    }
    composer.what_was_left_out();
    composer.composition.number_notes();
    composer.head(brief);
    Ok(composer.composition)
}

/// What an entry comes to; pieces of one kind that follow each other make one block.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    /// A block of its own.
    Block(Block),
    /// A sentence that goes on in the paragraph before it.
    Sentence(Line),
    /// An item of a list.
    Listed(ListItem),
    /// A row of the table of metrics.
    MetricRow(Vec<Line>),
    /// A row of the table of events.
    EventRow(Vec<Line>),
    /// A metric that is drawn, by its place.
    Bar(usize),
}

pub(super) struct Composer<'d> {
    pub(super) material: Material<'d>,
    pub(super) composition: Composition,
    /// Footnotes by the quotation they give.
    pub(super) notes: HashMap<usize, usize>,
    /// Footnotes by the passage they give.
    pub(super) passage_notes: HashMap<Passage, usize>,
    /// Where words were not quoted, and why.
    pub(super) left_out: Vec<Line>,
    /// What was found lacking in the entry under way, and in which of its pieces.
    lacks: Vec<(usize, Lack)>,
    /// The piece under way.
    piece: usize,
    /// The pieces that may still be joined by others, with the place of the first.
    open: Vec<(Piece, Place)>,
}

impl Composer<'_> {
    fn push(&mut self, block: Block, from: Place) {
        self.composition.blocks.push(Placed { block, from: Some(from) });
    }

    fn entry(&mut self, entry: &Entry, from: Place) {
        self.piece = 0;
        let pieces = self.pieces(&entry.content);
        let lacks = std::mem::take(&mut self.lacks);
        for (number, piece) in pieces.into_iter().enumerate() {
            if !self.open.last().is_some_and(|(last, _)| joins(last, &piece)) {
                self.close();
            }
            self.open.push((piece, from));
            // The block that is still open is the next to come.
            let block = self.composition.blocks.len();
            let own = lacks.iter().filter(|(of, _)| *of == number);
            let found = own.map(|(_, what)| Shortcoming { from, block, what: what.clone() });
            self.composition.shortcomings.extend(found);
        }
    }

    pub(super) fn lack(&mut self, lack: Lack) {
        let lack = (self.piece, lack);
        // A quotation that is cited twice in one piece is told once.
        if !self.lacks.contains(&lack) {
            self.lacks.push(lack);
        }
    }

    fn pieces(&mut self, content: &Content) -> Vec<Piece> {
        match content {
            Content::Text { markdown, judgement } => {
                let mut blocks = self.own_text(markdown);
                self.piece = blocks.len();
                blocks.extend(judgement.as_ref().and_then(|judgement| self.judgement(judgement)));
                blocks.into_iter().map(Piece::Block).collect()
            }
            Content::Item { id, form } => match self.material.index.catalogue.find(id) {
                Some(item) => self.item(item, *form),
                None => {
                    self.lack(Lack::Item(id.clone()));
                    let words = format!("“{id}” is no longer in the dossier.");
                    vec![Piece::Listed((vec![Span::Emphasis(words)], Vec::new()))]
                }
            },
            Content::Passage { passage, form } => vec![self.passage(passage, *form)],
            Content::Annotation { id } => match self.material.annotations.get(id) {
                Some(annotation) => vec![Piece::Listed((self.annotation(annotation), Vec::new()))],
                None => {
                    self.lack(Lack::Item(id.clone()));
                    let words = format!("The annotation “{id}” was deleted.");
                    vec![Piece::Listed((vec![Span::Emphasis(words)], Vec::new()))]
                }
            },
            Content::Note(note) => vec![Piece::Listed((self.colleagues_note(note), Vec::new()))],
        }
    }

    fn own_text(&mut self, markdown: &str) -> Vec<Block> {
        let blocks = own_text::blocks(markdown, &mut |block, ids| {
            self.piece = block;
            self.cite_ids(ids)
        });
        for (number, block) in blocks.iter().enumerate() {
            self.piece = number;
            match block {
                Block::Paragraph(line) | Block::Quote(line, _) => self.need_source(line),
                Block::List(_, items) => {
                    for (line, inner) in items {
                        self.need_source(line);
                        for line in inner {
                            self.need_source(line);
                        }
                    }
                }
                // A row is one statement, wherever in it the note stands.
                Block::Table(_, rows) => {
                    for row in rows {
                        let mut line: Line = Vec::new();
                        for cell in row {
                            line.extend(cell.iter().cloned());
                            line.push(Span::Text(" ".to_owned()));
                        }
                        let cited = line.iter().any(|span| matches!(span, Span::Note(_)));
                        let words: String = line.iter().map(Span::words).collect();
                        if !cited && !words.trim().is_empty() {
                            self.lack(Lack::Source(words.trim().to_owned()));
                        }
                    }
                }
                _ => {}
            }
        }
        blocks
    }

    fn need_source(&mut self, line: &Line) {
        for statement in without_source(line) {
            self.lack(Lack::Source(statement));
        }
    }

    /// Likelihood and confidence each in a sentence of its own, as the directive has it.
    fn judgement(&mut self, judgement: &Judgement) -> Option<Block> {
        let mut words = Vec::new();
        if let Some(likelihood) = judgement.likelihood {
            words.push(format!("Judged {} ({}).", likelihood.words(), likelihood.percent()));
        }
        if let Some(confidence) = judgement.confidence {
            words.push(format!("Confidence in this is {}.", confidence.word()));
        }
        let mut line = vec![Span::Emphasis(words.join(" "))];
        if !judgement.basis.trim().is_empty() {
            let basis = own_text::line(&judgement.basis, &mut |_, ids| self.cite_ids(ids));
            self.need_source(&basis);
            line.push(Span::Text(if words.is_empty() { "Basis: " } else { " Basis: " }.to_owned()));
            line.extend(basis);
        }
        line.retain(|span| !matches!(span, Span::Emphasis(words) if words.is_empty()));
        (!line.is_empty()).then_some(Block::Paragraph(line))
    }

    /// Makes a block of the pieces that belong together.
    fn close(&mut self) {
        let open = std::mem::take(&mut self.open);
        let Some((first, from)) = open.first().cloned() else { return };
        let rest = open.into_iter().map(|(piece, _)| piece);
        let block = match first {
            Piece::Block(_) | Piece::Sentence(_) => paragraph(rest),
            Piece::Listed(_) => Some(Block::List(
                false,
                rest.filter_map(|piece| match piece {
                    Piece::Listed(item) => Some(item),
                    _ => None,
                })
                .collect(),
            )),
            Piece::MetricRow(_) => {
                Some(table(&["Figure", "Value", "Change", "Period or date", "Stated by"], rest))
            }
            Piece::EventRow(_) => Some(table(&["When", "What", "Where"], rest)),
            Piece::Bar(_) => {
                let metrics = rest.filter_map(|piece| match piece {
                    Piece::Bar(metric) => Some(metric),
                    _ => None,
                });
                let metrics: Vec<usize> = metrics.collect();
                return self.charts(&metrics, from);
            }
        };
        if let Some(block) = block {
            self.push(block, from);
        }
    }

    fn charts(&mut self, metrics: &[usize], from: Place) {
        for (chart, caption) in self.drawn(metrics) {
            self.push(Block::Chart(chart, caption), from);
        }
    }

    fn what_was_left_out(&mut self) {
        let lines = std::mem::take(&mut self.left_out);
        if !lines.is_empty() {
            let items = lines.into_iter().map(|line| (line, Vec::new())).collect();
            let heading = Block::Heading(2, "Not quoted".to_owned());
            self.composition.blocks.push(heading.into());
            self.composition.blocks.push(Block::List(false, items).into());
        }
    }

    fn head(&mut self, brief: &Brief) {
        let analyst = &self.material.annotations.analyst;
        let or = |own: &str, other: &str| {
            (if own.trim().is_empty() { other } else { own }).trim().to_owned()
        };
        let head = Head {
            title: or(&brief.head.title, &self.material.dossier.title),
            author: or(&brief.head.author, analyst),
            date: or(&brief.head.date, self.material.today),
        };
        let sources = match self.composition.sources().len() {
            0 => String::new(),
            1 => "one source".to_owned(),
            number => format!("{number} sources"),
        };
        let parts = ["Briefing note", &head.date, &head.author, &sources];
        let words: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let line = vec![Span::Text(words.join(" · "))];
        let above = [Block::Heading(1, head.title.clone()), Block::Paragraph(line)];
        for shortcoming in &mut self.composition.shortcomings {
            shortcoming.block += above.len();
        }
        self.composition.blocks.splice(0..0, above.map(Placed::from));
        self.composition.head = head;
    }
}

/// Whether two pieces stand in one block.
fn joins(before: &Piece, piece: &Piece) -> bool {
    matches!(
        (before, piece),
        (Piece::Block(Block::Paragraph(_)) | Piece::Sentence(_), Piece::Sentence(_))
            | (Piece::Listed(_), Piece::Listed(_))
            | (Piece::MetricRow(_), Piece::MetricRow(_))
            | (Piece::EventRow(_), Piece::EventRow(_))
            | (Piece::Bar(_), Piece::Bar(_))
    )
}

fn paragraph(pieces: impl Iterator<Item = Piece>) -> Option<Block> {
    let mut line = Line::new();
    for piece in pieces {
        match piece {
            Piece::Block(Block::Paragraph(words)) => line = words,
            Piece::Block(block) => return Some(block),
            Piece::Sentence(words) => {
                if !line.is_empty() {
                    line.push(Span::Text(" ".to_owned()));
                }
                line.extend(words);
            }
            _ => {}
        }
    }
    (!line.is_empty()).then_some(Block::Paragraph(line))
}

fn table(head: &[&str], pieces: impl Iterator<Item = Piece>) -> Block {
    let rows = pieces.filter_map(|piece| match piece {
        Piece::MetricRow(row) | Piece::EventRow(row) => Some(row),
        _ => None,
    });
    let rows: Vec<Vec<Line>> = rows.collect();
    Block::Table(head.iter().map(|name| (*name).to_owned()).collect(), rows)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::annotations::{BriefHead, Section};
    use crate::dossier::Catalogue;
    use crate::dossier::parse::parse;

    #[test]
    fn it_says_how_far_it_is_and_can_be_stopped() {
        let dossier = parse("(format: 1, title: \"T\")").unwrap();
        let index = Index::build(&dossier, Catalogue::of(&dossier));
        let (annotations, proofs) = (Annotations::default(), Proofs::unchecked(&dossier));
        let material = Material {
            dossier: &dossier,
            index: &index,
            annotations: &annotations,
            proofs: &proofs,
            today: "today",
        };
        let entry = |id: &str| Entry { id: id.to_owned(), content: Content::text("Why?") };
        let sections = ["s1", "s2"].map(|id| Section {
            id: id.to_owned(),
            heading: id.to_owned(),
            entries: vec![entry("a"), entry("b"), entry("c")],
        });
        let brief =
            Brief { id: "b1".into(), head: BriefHead::default(), sections: sections.to_vec() };
        let told = Cell::new(0);
        let stopped = compose_while(material, &brief, &|done| {
            told.set(done);
            done < 4
        });
        assert_eq!((stopped, told.get()), (Err(Stopped), 4));
        let whole = compose_while(material, &brief, &|_| true).unwrap();
        assert_eq!(whole, compose(material, &brief));
        assert_eq!(whole.blocks.len(), 2 + 2 + 6);
        assert_eq!(whole.head.date, "today");
    }
}
