//! Buttons and small texts in the program's look.

use egui::{Button, Label, Response, RichText, Stroke, Ui};

use super::chip::focus_ring;
use crate::app::theme::{self, Icon, font};

/// A button that shows an icon only; `name` is its accessible name and its hint.
pub fn icon_button(ui: &mut Ui, icon: Icon, name: &str) -> Response {
    let colour = theme::tokens(ui).second_ink;
    let button = Button::new(icon.text(16.0).color(colour)).frame_when_inactive(false);
    named(ui, button, name)
}

/// A button with an icon and a frame, for the bars.
pub fn bar_button(ui: &mut Ui, icon: Icon, name: &str, enabled: bool) -> Response {
    let tokens = theme::tokens(ui);
    let colour = if enabled { tokens.ink } else { tokens.second_ink };
    let button = Button::new(icon.text(16.0).color(colour)).min_size(egui::vec2(34.0, 28.0));
    ui.add_enabled_ui(enabled, |ui| named(ui, button, name)).inner
}

fn named(ui: &mut Ui, button: Button<'_>, name: &str) -> Response {
    let response = ui.add(button).accessible_name(name);
    focus_ring(ui, &response);
    response.on_hover_text(name)
}

/// The button that does what a screen is for.
pub fn primary_button(ui: &mut Ui, text: &str) -> Response {
    let tokens = theme::tokens(ui);
    let words = RichText::new(text).font(font::control()).color(tokens.on_accent);
    let button = Button::new(words)
        .fill(tokens.accent)
        .stroke(Stroke::new(1.0, tokens.accent))
        .min_size(egui::vec2(0.0, 28.0));
    let response = ui.add(button);
    focus_ring(ui, &response);
    response
}

/// A word or name that leads somewhere.
pub fn link(ui: &mut Ui, text: &str) -> Response {
    let tokens = theme::tokens(ui);
    let words = RichText::new(text).font(font::body()).color(tokens.accent);
    let response = ui.add(Button::new(words).frame(false).wrap());
    if response.hovered() || response.has_focus() {
        let rect = response.rect;
        ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, Stroke::new(1.0, tokens.accent));
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A word or name that leads somewhere, within a line that wraps.
pub fn inline_link(ui: &mut Ui, text: &str) -> Response {
    let tokens = theme::tokens(ui);
    let words = RichText::new(text).font(font::body()).color(tokens.accent);
    let button = Button::new(words).frame(false).wrap_mode(egui::TextWrapMode::Extend);
    let response = ui.add(button);
    if response.hovered() || response.has_focus() {
        let rect = response.rect;
        ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, Stroke::new(1.0, tokens.accent));
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// Text that matters less.
pub fn quiet(ui: &mut Ui, text: impl Into<String>) -> Response {
    let colour = theme::tokens(ui).second_ink;
    ui.add(Label::new(RichText::new(text).font(font::caption()).color(colour)).wrap())
}

/// A label above a group of things.
pub fn overline(ui: &mut Ui, text: &str) -> Response {
    let colour = theme::tokens(ui).second_ink;
    ui.add(Label::new(RichText::new(text).font(font::overline()).color(colour)).wrap())
}
