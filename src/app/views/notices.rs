//! Notices: what the person should know, at the foot of the window.

use egui::{Align2, Area, Frame, Id, Margin, Order, RichText, Ui};

use crate::app::action::{Action, Actions};
use crate::app::state::{State, Tone};
use crate::app::theme::{self, Icon, font, radius, space};
use crate::app::widgets::controls::icon_button;

/// Older ones wait until these are taken away.
const MOST_SHOWN: usize = 4;

pub(super) fn show(ui: &Ui, state: &State, actions: &mut Actions) {
    if state.notices.is_empty() {
        return;
    }
    Area::new(Id::unique("notices"))
        .order(Order::Foreground)
        .anchor(Align2::LEFT_BOTTOM, [96.0, -44.0])
        .fade_in(false)
        .show(ui.ctx(), |ui| {
            for notice in state.notices.iter().take(MOST_SHOWN) {
                let tokens = theme::tokens(ui);
                let (ink, ground) = match notice.tone {
                    Tone::Good => (tokens.good, tokens.good_soft),
                    Tone::Warn => (tokens.warn, tokens.warn_soft),
                    Tone::Bad => (tokens.bad, tokens.bad_soft),
                };
                Frame::new()
                    .fill(ground)
                    .stroke((1.0, ink))
                    .corner_radius(radius::CONTROL)
                    .shadow(ui.visuals().popup_shadow)
                    .inner_margin(Margin::symmetric(12, 8))
                    .show(ui, |ui| {
                        ui.push_id(notice.id, |ui| {
                            ui.horizontal_top(|ui| {
                                ui.scope(|ui| {
                                    ui.set_max_width(460.0);
                                    let words = RichText::new(&notice.text).font(font::body());
                                    let label = egui::Label::new(words.color(tokens.ink)).wrap();
                                    ui.add(label.selectable(true));
                                });
                                if icon_button(ui, Icon::Close, "Dismiss").clicked() {
                                    actions.push(Action::DismissNotice(notice.id));
                                }
                            });
                        });
                    });
                ui.add_space(space::TINY);
            }
        });
}
