//! What one source answers: its words with those marked that count, or its silence.

use std::ops::Range;

use egui::{RichText, Ui};

use crate::anchor::Proof;
use crate::app::action::{Action, Actions};
use crate::app::state::Document;
use crate::app::theme::{self, Icon, font, space};
use crate::app::widgets::chip::{BadgeTone, badge};
use crate::app::widgets::controls::{icon_button, quiet};
use crate::app::widgets::passage::{beside_bar, words};
use crate::compare::{Piece, Rendering};
use crate::dossier::{Answer, Citation, Quotation, paragraph_in_words};

pub(super) fn show(
    ui: &mut Ui,
    document: &Document,
    answer: Option<&Answer>,
    open: bool,
    aligned: &[Rendering],
    actions: &mut Actions,
) {
    let citations = answer.map(|answer| answer.quotations.as_slice()).unwrap_or_default();
    if citations.is_empty() {
        let silence = answer.and_then(|answer| answer.silence.as_deref());
        let said = silence.map_or("Silent.".to_owned(), |how| format!("Silent: {how}."));
        ui.horizontal(|ui| {
            ui.add_space(space::MEDIUM);
            quiet(ui, said.replace("..", "."));
        });
        return;
    }
    for (place, marks) in by_quotation(document, citations) {
        let Some(quotation) = document.dossier.quotations.get(place) else { continue };
        let marks = differing(aligned, place).unwrap_or(marks);
        let source = document.index.source_of(place);
        ui.push_id(place, |ui| {
            one(ui, document, source, place, quotation, &marks, open, actions);
        });
        ui.add_space(space::SMALL);
    }
}

/// Where a quotation's words differ from another rendering of them; `None` where there is none.
fn differing(renderings: &[Rendering], place: usize) -> Option<Vec<Range<usize>>> {
    let rendering = renderings.iter().find(|r| r.first == place || r.second == place)?;
    let is_first = rendering.first == place;
    let mut marks = Vec::new();
    let mut at = 0;
    for piece in &rendering.pieces {
        let (words, own) = match piece {
            Piece::Common(words) => (words, false),
            Piece::First(words) if is_first => (words, true),
            Piece::Second(words) if !is_first => (words, true),
            Piece::First(_) | Piece::Second(_) => continue,
        };
        if own {
            marks.push(at..at + words.len());
        }
        at += words.len();
    }
    Some(marks)
}

/// The words of citations, those marked that count; with the sentences around them where it is `open`.
pub(in crate::app::views) fn quoted<'c>(
    ui: &mut Ui,
    document: &Document,
    citations: impl IntoIterator<Item = &'c Citation>,
    open: bool,
    actions: &mut Actions,
) {
    for (place, marks) in by_quotation(document, citations) {
        let Some(quotation) = document.dossier.quotations.get(place) else { continue };
        let source = document.index.source_of(place);
        ui.push_id(place, |ui| {
            one(ui, document, source, place, quotation, &marks, open, actions);
        });
        ui.add_space(space::SMALL);
    }
}

/// The quotations that are cited, each once, with the words that count in it.
fn by_quotation<'c>(
    document: &Document,
    citations: impl IntoIterator<Item = &'c Citation>,
) -> Vec<(usize, Vec<Range<usize>>)> {
    let mut quoted: Vec<(usize, Vec<Range<usize>>)> = Vec::new();
    for citation in citations {
        let found = document.index.quotation(&document.dossier, citation);
        let Some((place, quotation)) = found else { continue };
        let exact = &quotation.selector.exact;
        let counting = citation.words.as_ref().and_then(|words| {
            let start = exact.find(words.as_str())?;
            Some(start..start + words.len())
        });
        let counting = counting.filter(|range| range.len() < exact.len());
        match quoted.iter_mut().find(|(known, _)| *known == place) {
            Some((_, marks)) => marks.extend(counting),
            None => quoted.push((place, counting.into_iter().collect())),
        }
    }
    for (_, marks) in &mut quoted {
        marks.sort_by_key(|mark| mark.start);
    }
    quoted
}

fn one(
    ui: &mut Ui,
    document: &Document,
    source: usize,
    place: usize,
    quotation: &Quotation,
    marks: &[Range<usize>],
    open: bool,
    actions: &mut Actions,
) {
    let colour = theme::tokens(ui).source(source);
    beside_bar(ui, colour, 0.0, |ui| {
        match around(document, source, place).filter(|_| open) {
            Some((sentences, mark)) => words(ui, &sentences, &[mark]),
            None => words(ui, &quotation.selector.exact, marks),
        }
        caption(ui, document, place, quotation, actions);
        if open && document.texts.at_hand(source).is_none() {
            quiet(ui, "The sentences around it are not shown: no text is attached.");
        }
    });
}

/// The paragraph in which a quotation was found, and where it stands in that.
fn around(document: &Document, source: usize, place: usize) -> Option<(String, Range<usize>)> {
    let text = document.texts.at_hand(source)?;
    let span = document.texts.proofs.of(place).and_then(Proof::span)?;
    let line = text.paragraphs.line_at(span.start);
    let begin = text.text.byte(line.start);
    let sentences = text.text.slice(line).to_owned();
    let mark = text.text.byte(span.start) - begin..text.text.byte(span.end) - begin;
    let mark = mark.start..mark.end.min(sentences.len());
    Some((sentences, mark))
}

fn caption(
    ui: &mut Ui,
    document: &Document,
    place: usize,
    quotation: &Quotation,
    actions: &mut Actions,
) {
    let speaker =
        quotation.speaker.as_ref().and_then(|id| document.index.entity(&document.dossier, id));
    let mut parts: Vec<String> = speaker.map(|entity| entity.name.clone()).into_iter().collect();
    parts.push(paragraph_in_words(quotation.paragraph));
    parts.extend(
        quotation.said.as_ref().and_then(|said| said.date.as_ref()).map(|d| format!("→ {d}")),
    );
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 18.0;
        ui.spacing_mut().button_padding = egui::vec2(3.0, 1.0);
        let colour = theme::tokens(ui).second_ink;
        ui.label(RichText::new(parts.join(" · ")).font(font::caption()).color(colour));
        let proof = document.texts.proofs.of(place);
        if let Some(proof) = proof.filter(|proof| proof.is_open()) {
            badge(ui, proof.outcome().name(), BadgeTone::Warn);
        }
        if icon_button(ui, Icon::Sources, "Read in its source").clicked() {
            actions.push(Action::ReadQuotation(place as u32));
        }
    });
}
