//! Nothing open yet, or a dossier on its way.

use egui::{Align2, Area, Id, Margin, Order, ProgressBar, RichText, Ui};

use crate::app::action::{Action, Actions};
use crate::app::commands::Command;
use crate::app::state::{Opening, State};
use crate::app::theme::{self, font, space};
use crate::app::widgets::controls::{link, overline, primary_button, quiet};
use crate::app::widgets::sheet::floating_frame;

/// What can be done when nothing is open.
pub(super) fn nothing_open(ui: &mut Ui, state: &State, actions: &mut Actions) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.28);
        let tokens = theme::tokens(ui);
        ui.label(RichText::new("No dossier is open").font(font::title()).color(tokens.ink));
        quiet(ui, "Open a dossier, or drop its file on this window.");
        ui.add_space(space::MEDIUM);
        if primary_button(ui, "Open dossier…").clicked() {
            actions.push(Action::Run(Command::Open));
        }
        if ui.button("Open the bundled dossier").clicked() {
            actions.push(Action::OpenBundled);
        }
        if !state.settings.recent.is_empty() {
            ui.add_space(space::LARGE);
            overline(ui, "Recent");
            for path in &state.settings.recent {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let response = link(ui, &name).on_hover_text(path.display().to_string());
                if response.clicked() {
                    actions.push(Action::OpenFile(path.clone()));
                }
            }
        }
    });
}

/// How far a load is, over whatever is open.
pub(super) fn progress(ui: &Ui, opening: &Opening, actions: &mut Actions) {
    let tokens = theme::tokens(ui);
    Area::new(Id::unique("opening"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_CENTER, [0.0, 0.0])
        .fade_in(false)
        .show(ui.ctx(), |ui| {
            floating_frame(ui).inner_margin(Margin::from(space::HUGE)).show(ui, |ui| {
                ui.set_width(340.0);
                let stage = opening.progress.stage();
                let words = format!("Opening {}", opening.name);
                let words = RichText::new(words).font(font::name()).color(tokens.ink);
                ui.add(egui::Label::new(words).truncate());
                quiet(ui, stage.name());
                ui.add_space(space::SMALL);
                ui.add(
                    ProgressBar::new(stage.share_done().max(0.03))
                        .desired_height(6.0)
                        .fill(tokens.accent),
                );
                ui.add_space(space::SMALL);
                if ui.button("Cancel").clicked() {
                    actions.push(Action::CancelOpening);
                }
            });
        });
}
