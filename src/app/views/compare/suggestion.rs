//! A suggested row: sentences of several sources that say the same, with the reason.

use egui::{RichText, Ui};

use super::Grid;
use super::parallel::sentence;
use crate::app::action::{Action, Actions};
use crate::app::parallels::{Deciding, texts_to_look_in};
use crate::app::state::Document;
use crate::app::theme::{self, font, space};
use crate::app::widgets::chip::{BadgeTone, badge};
use crate::app::widgets::controls::{primary_button, quiet};

/// Shows a suggestion, by its place among those found.
pub(super) fn show(
    ui: &mut Ui,
    document: &Document,
    grid: &Grid,
    shown: &[usize],
    place: u32,
    actions: &mut Actions,
) {
    let found = document.suggestions.found.as_ref();
    let Some(suggestion) = found.and_then(|found| found.get(place as usize)) else { return };
    let mut decide = |deciding| actions.push(Action::Decide(deciding));
    let mut read = Actions::new();
    grid.row(ui, place, false, shown, &mut |ui, column| match column {
        None => {
            let tokens = theme::tokens(ui);
            let topic = suggestion.topic.and_then(|topic| document.dossier.topics.get(topic));
            let question = topic.map_or("No topic has this yet", |topic| topic.question.as_str());
            let words = RichText::new(question).font(font::name()).color(tokens.ink);
            ui.add(egui::Label::new(words).wrap());
            let what = if topic.is_some() { "may answer it too" } else { "alike" };
            badge(ui, what, BadgeTone::Plain);
            quiet(ui, &suggestion.reason);
            ui.add_space(space::TINY);
            ui.horizontal(|ui| {
                if primary_button(ui, "Accept").clicked() {
                    decide(Deciding::Accept(place as usize));
                }
                if ui.button("Not the same").clicked() {
                    decide(Deciding::Reject(place as usize));
                }
            });
        }
        Some(source) => {
            let mut own = suggestion.sentences.iter().filter(|s| s.source == source).peekable();
            if own.peek().is_none() {
                quiet(ui, "Nothing alike.");
            }
            for suggested in own {
                sentence(ui, source, &suggested.passage, &suggested.marks, &mut read);
                if suggested.answers {
                    badge(ui, "answers it already", BadgeTone::Good);
                }
            }
        }
    });
    actions.append(&mut read);
}

/// Why there is no suggestion, in words.
pub(super) fn none(document: &Document) -> &'static str {
    if texts_to_look_in(document) < 2 {
        "Sentences that say the same are looked for in the texts: attach those of two sources at least."
    } else if document.suggestions.found.is_none() || document.texts.check.is_some() {
        "Looking for sentences that say the same…"
    } else {
        "Sentences that are alike stand in a topic already, or you decided on them."
    }
}
