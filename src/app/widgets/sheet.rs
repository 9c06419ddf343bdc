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
    let id = Id::unique(name);
    let shown = Modal::new(id).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(width);
        add(ui)
    });
    // It is centred by the size that it had a frame before: what has grown is drawn again at once.
    let size = shown.response.rect.size();
    let before = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or(id, size), size));
    if before != size {
        ui.ctx().request_repaint();
    }
    shown
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
