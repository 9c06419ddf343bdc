//! Footnotes: the words that a line stands on, each once.

use super::blocks::{Cited, Footnote, Line, Span, Words};
use super::compose::Composer;
use super::shortcomings::Lack;
use crate::annotations::{Passage, Presentable};
use crate::dossier::{Citation, Item};

impl Composer<'_> {
    /// The note that gives a quotation.
    pub(super) fn note(&mut self, quotation: usize) -> Option<Span> {
        if let Some(note) = self.notes.get(&quotation) {
            return Some(Span::Note(*note));
        }
        let m = self.material;
        let quoted = m.dossier.quotations.get(quotation)?;
        let source = m.index.source_of(quotation);
        let speaker = quoted.speaker.as_ref().and_then(|id| m.index.entity(m.dossier, id));
        let words =
            words(self.presentable(quotation), m.proofs.words(m.annotations, quotation, quoted));
        let found_in = m.proofs.of(quotation).and_then(|proof| proof.paragraph);
        let footnote = Footnote {
            cited: Cited::Quotation(quotation),
            paragraph: found_in.unwrap_or(quoted.paragraph),
            speaker: speaker.map(|entity| entity.name.clone()),
            words,
            ..self.footnote_of(source)?
        };
        let note = self.add_note(footnote);
        self.notes.insert(quotation, note);
        Some(Span::Note(note))
    }

    /// The note that gives a stretch of a source's text.
    pub(super) fn passage_note(&mut self, passage: &Passage) -> Option<Span> {
        if let Some(note) = self.passage_notes.get(passage) {
            return Some(Span::Note(*note));
        }
        let m = self.material;
        let source = m.index.catalogue.find(passage.source.as_str())?.index();
        let found_in = m.proofs.of_passage(passage).and_then(|proof| proof.paragraph);
        let footnote = Footnote {
            cited: Cited::Passage(Box::new(passage.clone())),
            paragraph: found_in.unwrap_or(passage.paragraph),
            words: words(m.proofs.presentable_passage(passage), &passage.selector.exact),
            ..self.footnote_of(source)?
        };
        let note = self.add_note(footnote);
        self.passage_notes.insert(passage.clone(), note);
        Some(Span::Note(note))
    }

    /// A note that names a source, without its words.
    fn footnote_of(&self, source: usize) -> Option<Footnote> {
        let published = self.material.dossier.sources.get(source)?;
        Some(Footnote {
            cited: Cited::Quotation(0),
            source,
            source_id: published.id.to_string(),
            publisher: published.publisher.clone(),
            title: published.title.clone(),
            published: published.published_in_words(),
            named_before: false,
            paragraph: 0,
            speaker: None,
            words: Words::Quoted(String::new(), None),
        })
    }

    fn add_note(&mut self, footnote: Footnote) -> usize {
        let note = self.composition.footnotes.len();
        if let Words::LeftOut(reason) = &footnote.words {
            let place = format!(", {}: {reason}", footnote.locator());
            let name = Span::Name(footnote.publisher.clone());
            self.left_out.push(vec![name, Span::Text(place), Span::Note(note)]);
            let lack = Lack::Words(reason.clone());
            self.lack(lack);
        }
        self.composition.footnotes.push(footnote);
        note
    }

    pub(super) fn presentable(&self, quotation: usize) -> Presentable {
        let m = self.material;
        let quoted = m.dossier.quotations.get(quotation);
        quoted.map_or(Presentable::AsRecorded, |quoted| {
            m.proofs.presentable(m.annotations, quotation, quoted)
        })
    }

    /// Adds the notes of citations to a line, each once.
    pub(super) fn cite(&mut self, line: &mut Line, citations: &[Citation]) {
        for citation in citations {
            let m = self.material;
            let Some((place, _)) = m.index.quotation(m.dossier, citation) else { continue };
            let note = self.note(place);
            add_once(line, note);
        }
    }

    /// Adds the notes of all that an item stands on.
    pub(super) fn cite_item(&mut self, line: &mut Line, item: Item) {
        let m = self.material;
        for quotation in m.index.quotations_of(m.dossier, item) {
            let note = self.note(quotation);
            add_once(line, note);
        }
    }

    /// What stands in the analyst's text for a citation of ids: items, and the analyst's annotations.
    pub(super) fn cite_ids(&mut self, ids: &[&str]) -> Line {
        let mut line = Line::new();
        for id in ids {
            let m = self.material;
            if let Some(item) = m.index.catalogue.find(id) {
                self.cite_item(&mut line, item);
                self.not_borne_out(id, item);
            } else if let Some(annotation) = m.annotations.get(id) {
                let notes = self.notes_of_annotation(annotation);
                for note in notes {
                    add_once(&mut line, Some(note));
                }
            } else {
                line.push(Span::Emphasis(format!(" (“{id}” is not in the dossier)")));
                self.lack(Lack::Cited((*id).to_owned()));
            }
        }
        line
    }

    /// Words that can't be quoted are told each time that they are cited.
    fn not_borne_out(&mut self, id: &str, item: Item) {
        let m = self.material;
        for quotation in m.index.quotations_of(m.dossier, item) {
            if let Presentable::No(reason) = self.presentable(quotation) {
                self.lack(Lack::Proof(id.to_owned(), reason));
            }
        }
    }
}

/// Behind the same words a note stands once.
pub(super) fn add_once(line: &mut Line, note: Option<Span>) {
    let mut behind = line.iter().rev().take_while(|span| matches!(span, Span::Note(_)));
    let known = note.as_ref().is_none_or(|note| behind.any(|known| known == note));
    if let Some(note) = note.filter(|_| !known) {
        line.push(note);
    }
}

fn words(presentable: Presentable, words: &str) -> Words {
    match presentable {
        Presentable::AsRecorded => Words::Quoted(words.to_owned(), None),
        Presentable::With(remark) => Words::Quoted(words.to_owned(), Some(remark)),
        Presentable::No(reason) => Words::LeftOut(reason),
    }
}

/// Words as a quotation; a remark that they are not beyond question, or why they are left out.
pub(super) fn quoted(presentable: &Presentable, words: &str) -> Line {
    match presentable {
        Presentable::AsRecorded => vec![Span::Text(format!("“{words}”"))],
        Presentable::With(remark) => {
            let brief = remark.split(':').next().unwrap_or(remark);
            vec![Span::Text(format!("“{words}”")), Span::Emphasis(format!(" ({brief})"))]
        }
        Presentable::No(reason) => {
            vec![Span::Emphasis(format!("a quotation is left out: {reason}"))]
        }
    }
}
