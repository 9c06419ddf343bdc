//! A sheet: a small form over the screen that takes the keyboard.

use egui::{Frame, Id, Margin, Modal, ModalResponse, RichText, Ui};

use crate::app::theme::{self, font, radius, space};

/// Shows a sheet, `width` points wide inside.
pub fn sheet<R>(
    ui: &Ui,
    name: &str,
    width: f32,
    add: impl FnOnce(&mut Ui) -> R,
) -> ModalResponse<R> {
    let frame = floating_frame(ui).inner_margin(Margin::from(space::HUGE));
    Modal::new(Id::unique(name)).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(width);
        add(ui)
    })
}

/// The title of a sheet.
pub fn sheet_title(ui: &mut Ui, title: &str) {
    let colour = theme::tokens(ui).ink;
    ui.label(RichText::new(title).font(font::title()).color(colour));
}

/// The frame of what floats over the screen: the only thing with a shadow.
pub fn floating_frame(ui: &Ui) -> Frame {
    let tokens = theme::tokens(ui);
    Frame::new()
        .fill(tokens.panel)
        .stroke((1.0, tokens.line))
        .corner_radius(radius::CARD)
        .shadow(ui.visuals().window_shadow)
        .inner_margin(Margin::from(space::LARGE))
}
