//! What the analyst took into the comparison: rows of their own, and passages added to topics.

use egui::{TextEdit, Ui};

use super::Grid;
use crate::annotations::{Parallel, Passage};
use crate::app::action::{Action, Actions};
use crate::app::comparing::topic_of;
use crate::app::parallels::Deciding;
use crate::app::state::Document;
use crate::app::theme::{self, Icon, font, space};
use crate::app::widgets::chip::{BadgeTone, badge};
use crate::app::widgets::controls::{icon_button, quiet};
use crate::app::widgets::passage::{beside_bar, words};
use crate::dossier::{SourceId, paragraph_in_words};

/// A row of the analyst's own, by its place among the parallels.
pub(super) fn row(
    ui: &mut Ui,
    document: &Document,
    grid: &Grid,
    shown: &[usize],
    key: u32,
    place: u32,
    actions: &mut Actions,
) {
    let Some(parallel) = document.annotations.parallels.get(place as usize) else { return };
    grid.row(ui, key, false, shown, &mut |ui, column| match column {
        None => head(ui, parallel, actions),
        Some(source) => {
            let Some(published) = document.dossier.sources.get(source) else { return };
            let mut own = parallel.passages.iter().filter(|p| p.source == published.id).peekable();
            if own.peek().is_none() {
                quiet(ui, "Not in this row.");
            }
            for passage in own {
                sentence(ui, source, passage, &[], actions);
            }
        }
    });
}

fn head(ui: &mut Ui, parallel: &Parallel, actions: &mut Actions) {
    let mut question = parallel.question.clone();
    let field = TextEdit::multiline(&mut question)
        .font(font::name())
        .hint_text("What do they answer?")
        .desired_rows(1)
        .desired_width(f32::INFINITY);
    let response = ui.add(field).accessible_name("Question of this row");
    if response.changed() {
        actions.push(Action::Decide(Deciding::Ask(parallel.id.clone(), question)));
    }
    if response.lost_focus() {
        actions.push(Action::Decide(Deciding::Asked));
    }
    ui.horizontal(|ui| {
        badge(ui, "your row", BadgeTone::Plain);
        if icon_button(ui, Icon::Delete, "Take the row out of the comparison").clicked() {
            actions.push(Action::Decide(Deciding::TakeBack(parallel.id.clone())));
        }
    });
    quiet(ui, "You found that these sentences say the same.");
}

/// The passages of a source that the analyst added to a topic, with the ids of their parallels.
pub(super) fn added<'d>(
    document: &'d Document,
    topic: usize,
    source: &SourceId,
) -> Vec<(&'d str, &'d Passage)> {
    let parallels = document.annotations.accepted_parallels();
    let of_topic = parallels.filter(|parallel| topic_of(document, parallel) == Some(topic));
    let passages = of_topic.flat_map(|parallel| {
        parallel.passages.iter().map(|passage| (parallel.id.as_str(), passage))
    });
    passages.filter(|(_, passage)| passage.source == *source).collect()
}

/// A passage that the analyst added to a topic.
pub(super) fn added_passage(
    ui: &mut Ui,
    source: usize,
    id: &str,
    passage: &Passage,
    actions: &mut Actions,
) {
    ui.push_id(id, |ui| {
        sentence(ui, source, passage, &[], actions);
        ui.horizontal(|ui| {
            ui.add_space(space::MEDIUM);
            badge(ui, "added by you", BadgeTone::Plain);
            if icon_button(ui, Icon::Delete, "Take it out of the comparison").clicked() {
                actions.push(Action::Decide(Deciding::TakeBack(id.to_owned())));
            }
        });
    });
    ui.add_space(space::SMALL);
}

/// A sentence of a source's text, with some of its words marked.
pub(super) fn sentence(
    ui: &mut Ui,
    source: usize,
    passage: &Passage,
    marks: &[std::ops::Range<usize>],
    actions: &mut Actions,
) {
    let colour = theme::tokens(ui).source(source);
    beside_bar(ui, colour, 0.0, |ui| {
        words(ui, &passage.selector.exact, marks);
        ui.horizontal(|ui| {
            ui.spacing_mut().interact_size.y = 18.0;
            ui.spacing_mut().button_padding = egui::vec2(3.0, 1.0);
            quiet(ui, paragraph_in_words(passage.paragraph));
            if icon_button(ui, Icon::Sources, "Read in its source").clicked() {
                actions.push(Action::ReadPassage(passage.clone()));
            }
        });
    });
    ui.add_space(space::SMALL);
}
