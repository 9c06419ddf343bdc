//! A topic: its question, what the answers amount to, and why.

use egui::{RichText, Ui};

use crate::annotations::Pin;
use crate::app::action::{Action, Actions};
use crate::app::comparing::Comparing;
use crate::app::state::{Document, State, TopicFinding};
use crate::app::theme::{self, Icon, font, space};
use crate::app::widgets::annotation_box::annotation_boxes;
use crate::app::widgets::chip::{BadgeTone, badge, chip};
use crate::app::widgets::controls::{icon_button, quiet};
use crate::app::widgets::passage::remark_line;
use crate::compare::{Computed, disagrees};
use crate::dossier::{FindingKind, Item, ItemKind, Topic};

pub(super) fn show(
    ui: &mut Ui,
    state: &State,
    document: &Document,
    topic: &Topic,
    place: u32,
    actions: &mut Actions,
) {
    let tokens = theme::tokens(ui);
    let item = Item { kind: ItemKind::Topic, position: place };
    let words = RichText::new(&topic.question).font(font::name()).color(tokens.ink);
    let button = egui::Button::new(words).frame(false).wrap();
    let response = ui.add(button);
    if response.on_hover_text("Put it into focus").clicked() {
        actions.push(Action::FocusHere(item));
    }
    ui.horizontal(|ui| {
        let tone = match topic.finding.kind {
            FindingKind::Agree => BadgeTone::Good,
            FindingKind::Differ => BadgeTone::Warn,
            FindingKind::OneSource => BadgeTone::Plain,
        };
        badge(ui, topic.finding.kind.name(), tone);
        buttons(ui, state, document, topic, place, actions);
    });
    quiet(ui, &topic.finding.reason);
    if let Some(found) = document.findings.get(place as usize) {
        program(ui, state, topic, found, place, actions);
    }
    if let Some(remark) = &topic.remark {
        ui.add_space(space::TINY);
        remark_line(ui, remark);
    }
    annotation_boxes(ui, state, document, topic.id.as_str(), actions);
}

/// What the program finds by itself, or why it can't decide; and the same words in two renderings.
fn program(
    ui: &mut Ui,
    state: &State,
    topic: &Topic,
    found: &TopicFinding,
    place: u32,
    actions: &mut Actions,
) {
    if found.corroboration.is_shared() {
        let words = found.corroboration.in_words();
        let hint = "Sources that repeat one letter, agency or press conference do not bear each \
                    other out";
        badge(ui, &words, BadgeTone::Warn).on_hover_text(hint);
    }
    let computed = &found.computed;
    match computed {
        _ if disagrees(topic.finding.kind, computed) => {
            badge(ui, &format!("the program finds: {}", computed.name()), BadgeTone::Bad);
            quiet(ui, computed.reason());
        }
        Computed::Agree(reason) | Computed::Differ(reason) => {
            quiet(ui, format!("Computed: {reason}"));
        }
        Computed::Unknown(reason) => {
            quiet(ui, format!("Not decided: {reason}"));
        }
        Computed::OneSource(_) | Computed::NotCompared => {}
    }
    if !found.renderings.is_empty() {
        let aligned = state.comparison.aligned.contains(&place);
        ui.add_space(space::TINY);
        let hint = "The same words as two sources render them: mark where they differ";
        if chip(ui, "Two renderings", aligned).on_hover_text(hint).clicked() {
            actions.push(Action::Compare(Comparing::Align(place)));
        }
    }
}

fn buttons(
    ui: &mut Ui,
    state: &State,
    document: &Document,
    topic: &Topic,
    place: u32,
    actions: &mut Actions,
) {
    let item = Item { kind: ItemKind::Topic, position: place };
    ui.spacing_mut().button_padding = egui::vec2(4.0, 2.0);
    ui.spacing_mut().item_spacing.x = 0.0;
    ui.add_space(space::TINY);
    if icon_button(ui, Icon::Annotate, "Annotate the topic").clicked() {
        actions.push(Action::Annotate(item));
    }
    let pin = Pin::Item(topic.id.to_string());
    let pinned = document.annotations.is_pinned(&pin);
    let (icon, name) = if pinned {
        (Icon::Unpin, "Unpin the topic from the brief")
    } else {
        (Icon::Pin, "Pin the topic to the brief")
    };
    if icon_button(ui, icon, name).clicked() {
        actions.push(Action::TogglePin(pin));
    }
    let open = state.comparison.open.contains(&place);
    let name = if open { "Close to the words alone" } else { "Open to the sentences around" };
    if icon_button(ui, Icon::Quotation, name).clicked() {
        actions.push(Action::Compare(Comparing::Open(place)));
    }
}
