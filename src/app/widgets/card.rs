//! A card: a framed part of the screen that can be chosen as a whole.

use egui::{Color32, Frame, Margin, Response, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo};

use crate::app::theme::{self, STEPPED_BACK, radius, space};

/// How a card stands to the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// It is the focus.
    Focused,
    /// It belongs to the focus, or there is none.
    InFront,
    /// It does not belong to the focus.
    SteppedBack,
}

impl Stance {
    /// The stance of an item.
    pub fn of(is_focus: bool, in_front: bool) -> Self {
        match (is_focus, in_front) {
            (true, _) => Self::Focused,
            (false, true) => Self::InFront,
            (false, false) => Self::SteppedBack,
        }
    }
}

/// Shows a card. `name` is what a screen reader calls it. Inside, `add` is told whether the pointer
/// is over the card.
pub fn card(
    ui: &mut Ui,
    salt: impl std::hash::Hash + std::fmt::Debug,
    stance: Stance,
    name: &str,
    add: impl FnOnce(&mut Ui, bool),
) -> Response {
    clickable(ui, salt, stance, name, |ui, hovered| {
        let tokens = theme::tokens(ui);
        let stroke = match stance {
            Stance::Focused => Stroke::new(2.0, tokens.accent),
            _ if hovered => Stroke::new(1.0, tokens.accent),
            _ => Stroke::new(1.0, tokens.line),
        };
        // A thicker border must not move what is inside.
        let margin = space::MEDIUM - stroke.width;
        Frame::new()
            .fill(tokens.card)
            .stroke(stroke)
            .corner_radius(radius::CARD)
            .inner_margin(Margin::from(margin))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                add(ui, hovered);
            });
    })
}

/// A framed part of the screen that is not chosen as a whole; `line` is the colour of its border.
pub fn framed<R>(ui: &mut Ui, line: Color32, add: impl FnOnce(&mut Ui) -> R) -> R {
    Frame::new()
        .fill(theme::tokens(ui).card)
        .stroke(Stroke::new(1.0, line))
        .corner_radius(radius::CARD)
        .inner_margin(Margin::from(space::MEDIUM))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            add(ui)
        })
        .inner
}

/// A part of the screen that can be chosen as a whole, without a frame of its own.
pub fn clickable(
    ui: &mut Ui,
    salt: impl std::hash::Hash + std::fmt::Debug,
    stance: Stance,
    name: &str,
    add: impl FnOnce(&mut Ui, bool),
) -> Response {
    let builder = UiBuilder::new().id_salt(salt).sense(Sense::click());
    let shown = ui.scope_builder(builder, |ui| {
        let response = ui.response();
        let hovered = response.container_hovered();
        if stance == Stance::SteppedBack && !hovered && !response.has_focus() {
            ui.multiply_opacity(STEPPED_BACK);
        }
        add(ui, hovered);
    });
    let response = shown.response;
    let enabled = ui.is_enabled();
    response.widget_info(|| {
        WidgetInfo::selected(Role::Button, enabled, stance == Stance::Focused, name)
    });
    if response.has_focus() {
        let tokens = theme::tokens(ui);
        ui.painter().rect_stroke(
            response.rect.expand(2.0),
            f32::from(radius::CARD) + 2.0,
            Stroke::new(2.0, tokens.accent),
            egui::StrokeKind::Inside,
        );
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
