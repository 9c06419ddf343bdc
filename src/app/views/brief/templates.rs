//! What a new brief is made from.

use egui::{RichText, ScrollArea, Ui};

use crate::app::action::{Action, Actions};
use crate::app::briefing::BriefWish;
use crate::app::commands::Command;
use crate::app::state::State;
use crate::app::theme::{self, SCROLL_BAR, font, space};
use crate::app::widgets::card::{Stance, card};
use crate::app::widgets::controls::{inline_link, quiet};

pub(super) fn show(ui: &mut Ui, state: &State, can_go_back: bool, actions: &mut Actions) {
    let tokens = theme::tokens(ui);
    ui.horizontal(|ui| {
        ui.label(RichText::new("New brief").font(font::title()).color(tokens.ink));
        if can_go_back && ui.button("Cancel").clicked() {
            actions.push(Action::Brief(BriefWish::Offer(false)));
        }
    });
    quiet(
        ui,
        "It is filled from the dossier and from what you pinned and annotated; then everything in it can be \
         moved, changed and removed.",
    );
    ui.add_space(space::MEDIUM);
    ScrollArea::vertical().id_salt("templates").auto_shrink(false).show(ui, |ui| {
        ui.set_max_width((ui.available_width() - SCROLL_BAR).min(680.0));
        for (place, template) in state.briefing.templates.iter().enumerate() {
            let made = card(ui, ("template", place), Stance::InFront, &template.name, |ui, _| {
                ui.label(RichText::new(&template.name).font(font::name()).color(tokens.ink));
                quiet(ui, &template.about);
                let headings: Vec<&str> =
                    template.sections.iter().map(|section| section.heading.as_str()).collect();
                ui.add_space(space::TINY);
                quiet(ui, headings.join("  ·  "));
            });
            if made.clicked() {
                actions.push(Action::Brief(BriefWish::Make(place)));
            }
            ui.add_space(space::SMALL);
        }
        for problem in &state.briefing.unreadable {
            let words = RichText::new(format!("A template can’t be read: {problem}"));
            ui.add(egui::Label::new(words.font(font::body()).color(tokens.bad)).wrap());
        }
        ui.add_space(space::SMALL);
        ui.horizontal_wrapped(|ui| {
            quiet(ui, "Templates of your own are RON files:");
            if inline_link(ui, "open their folder").clicked() {
                actions.push(Action::Run(Command::Templates));
            }
        });
    });
}
