//! Under a quotation that was not found as recorded: what is different, where it may stand, and what
//! a person can decide.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Layout, RichText, Stroke, Ui};

use crate::anchor::{Candidate, Change, Outcome, Proof, Settled, changes};
use crate::annotations::{Decision, Settlement};
use crate::app::action::{Action, Actions, Settling};
use crate::app::state::{Document, State};
use crate::app::texts::TextAtHand;
use crate::app::theme::{self, font, space};
use crate::app::widgets::card::framed;
use crate::app::widgets::chip::{BadgeTone, badge};
use crate::app::widgets::controls::{primary_button, quiet};
use crate::dossier::{Quotation, paragraph_in_words};

/// Whether there is anything to say.
pub(super) fn has_something_to_say(document: &Document, place: u32) -> bool {
    let proof = document.texts.proofs.of(place as usize);
    proof.is_some_and(|proof| proof.is_open() || proof.settled != Settled::No)
}

pub(super) fn show(
    ui: &mut Ui,
    state: &State,
    document: &Document,
    place: u32,
    text: Option<&TextAtHand>,
    actions: &mut Actions,
) {
    let Some(quotation) = document.dossier.quotations.get(place as usize) else { return };
    let Some(proof) = document.texts.proofs.of(place as usize) else { return };
    let tokens = theme::tokens(ui);
    // What was decided may have come into question again: the text was edited once more.
    let settled = document.annotations.settlement(quotation.id.as_str());
    let settled = settled.filter(|_| !proof.is_open());
    let line = if settled.is_some() { tokens.line } else { tokens.warn };
    framed(ui, line, |ui| match settled {
        Some(settlement) => decided(ui, settlement, place, quotation, actions),
        None => {
            let source = document.index.source_of(place as usize);
            open(ui, state, proof, place, quotation, source, text, actions);
        }
    });
}

fn decided(
    ui: &mut Ui,
    settlement: &Settlement,
    place: u32,
    quotation: &Quotation,
    actions: &mut Actions,
) {
    let when = settlement.made.to_zoned(jiff::tz::TimeZone::system());
    let when = when.strftime("%-d %B %Y, %H:%M");
    let colour = theme::tokens(ui).ink;
    let head = format!("Settled: {}", settlement.decision.name());
    ui.label(RichText::new(head).font(font::name()).color(colour));
    quiet(ui, format!("Decided on {when}. The dossier file is as it was."));
    if let Decision::Stands(selector) = &settlement.decision {
        compared(ui, &quotation.selector.exact, &selector.exact);
    }
    ui.add_space(space::SMALL);
    if ui.button("Decide anew").clicked() {
        actions.push(Action::Settle(place, Settling::Reopen));
    }
}

fn open(
    ui: &mut Ui,
    state: &State,
    proof: &Proof,
    place: u32,
    quotation: &Quotation,
    source: usize,
    text: Option<&TextAtHand>,
    actions: &mut Actions,
) {
    let anchoring = &proof.anchoring;
    ui.horizontal(|ui| {
        let colour = theme::tokens(ui).ink;
        let head = head(proof, quotation);
        ui.label(RichText::new(head).font(font::name()).color(colour));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let score = anchoring.found.or(anchoring.candidates.first().copied());
            if let Some(Candidate { score, .. }) = score {
                badge(ui, &percent(score), BadgeTone::Warn)
                    .on_hover_text("How much of the words is there");
            }
        });
    });
    quiet(ui, why(anchoring.outcome));
    if let Some(words) = &proof.words {
        compared(ui, &quotation.selector.exact, words);
    } else if anchoring.found.is_none() {
        ui.add_space(space::TINY);
        quiet(ui, "Recorded words");
        recorded(ui, &quotation.selector.exact);
    }
    if let Some(text) = text {
        for (number, candidate) in anchoring.candidates.iter().enumerate() {
            one_candidate(ui, place, quotation, text, number, *candidate, actions);
        }
    }
    ui.add_space(space::SMALL);
    choices(ui, state, proof, place, source, actions);
}

fn head(proof: &Proof, quotation: &Quotation) -> String {
    match proof.outcome() {
        Outcome::Approximate => {
            let now = proof.words.as_deref().unwrap_or_default();
            let made = changes(&quotation.selector.exact, now);
            let differing = made.iter().filter(|change| !matches!(change, Change::Kept(_))).count();
            match differing {
                0..=2 => "Approximate: one place differs".to_owned(),
                _ => "Approximate: the words differ".to_owned(),
            }
        }
        Outcome::Doubtful => "Doubtful: it may stand here".to_owned(),
        Outcome::Ambiguous => "Ambiguous: the words stand in several places".to_owned(),
        Outcome::Lost => "Lost: the words are not in this text".to_owned(),
        other => other.name().to_owned(),
    }
}

fn why(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Approximate => {
            "The text was edited after this quotation was taken. A brief marks it until you decide."
        }
        Outcome::Doubtful => {
            "No place is certain, so nothing is attached, and no brief quotes it until you decide."
        }
        Outcome::Ambiguous => "Nothing tells which of them is meant.",
        _ => "No brief quotes it. If it stands there after all, select the passage.",
    }
}

fn percent(score: f32) -> String {
    format!("{:.0} %", (score * 100.0).floor())
}

fn one_candidate(
    ui: &mut Ui,
    place: u32,
    quotation: &Quotation,
    text: &TextAtHand,
    number: usize,
    candidate: Candidate,
    actions: &mut Actions,
) {
    ui.add_space(space::SMALL);
    let paragraph = paragraph_in_words(text.paragraphs.number_at(candidate.span.start));
    quiet(ui, format!("Candidate {}, {paragraph}, {}", number + 1, percent(candidate.score)));
    compared(ui, &quotation.selector.exact, text.text.slice(candidate.span));
    if ui.button(format!("It stands here ({})", number + 1)).clicked() {
        actions.push(Action::Settle(place, Settling::At(candidate.span)));
    }
}

fn choices(
    ui: &mut Ui,
    state: &State,
    proof: &Proof,
    place: u32,
    source: usize,
    actions: &mut Actions,
) {
    let selected = state.reader.selection.is_some_and(|selection| selection.source == source);
    let pointing = state.reader.pointing == Some(place);
    // It stays while the person selects: the text must not move under the pointer.
    if pointing {
        quiet(ui, "Draw over the passage in the text, then say that it stands there.");
    }
    let mut decide = |settling| actions.push(Action::Settle(place, settling));
    ui.horizontal_wrapped(|ui| {
        if let Some(found) = proof.anchoring.found
            && primary_button(ui, "Take the new words").clicked()
        {
            decide(Settling::At(found.span));
        }
        if selected && primary_button(ui, "It stands where I selected").clicked() {
            decide(Settling::AtSelection);
        }
        if !selected && !pointing && ui.button("Point at the passage").clicked() {
            decide(Settling::Point);
        }
        if ui.button("Keep as recorded").clicked() {
            decide(Settling::AsRecorded);
        }
        if ui.button("It is gone").clicked() {
            decide(Settling::Gone);
        }
    });
}

/// The recorded words.
fn recorded(ui: &mut Ui, words: &str) {
    let format = TextFormat::simple(font::quotation(), theme::tokens(ui).second_ink);
    let mut job = LayoutJob::default();
    job.append(words, 0.0, format);
    ui.add(egui::Label::new(job).wrap());
}

/// The recorded words with what was struck and added since.
fn compared(ui: &mut Ui, recorded: &str, now: &str) {
    let tokens = theme::tokens(ui);
    let plain = TextFormat {
        line_height: Some(font::QUOTATION_LINE),
        ..TextFormat::simple(font::quotation(), tokens.ink)
    };
    let struck = TextFormat {
        color: tokens.bad,
        strikethrough: Stroke::new(1.5, tokens.bad),
        ..plain.clone()
    };
    let added = TextFormat { background: tokens.good_soft, expand_bg: 2.0, ..plain.clone() };
    let mut job = LayoutJob::default();
    for change in changes(recorded, now) {
        let (words, format) = match &change {
            Change::Kept(words) => (words, &plain),
            Change::Struck(words) => (words, &struck),
            Change::Added(words) => (words, &added),
        };
        // What replaces struck words stands off from them a little.
        let gap = if matches!(change, Change::Added(_)) { 3.0 } else { 0.0 };
        job.append(words, gap, format.clone());
    }
    ui.add_space(space::TINY);
    ui.add(egui::Label::new(job).wrap());
}
