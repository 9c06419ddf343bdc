//! Columns side by side, with a rule between them.

use egui::{Rect, Stroke, Ui, UiBuilder, pos2};

use crate::app::theme;

/// Shows columns of these widths, in points; the last takes what is left. `add` draws one, by its place.
pub fn columns(ui: &mut Ui, widths: &[f32], mut add: impl FnMut(&mut Ui, usize)) {
    let area = ui.max_rect();
    let line = Stroke::new(1.0, theme::tokens(ui).line);
    let mut left = area.left();
    for (place, width) in widths.iter().enumerate() {
        let is_last = place + 1 == widths.len();
        let right = if is_last { area.right() } else { (left + width).min(area.right()) };
        let rect = Rect::from_min_max(pos2(left, area.top()), pos2(right, area.bottom()));
        if place > 0 {
            ui.painter().vline(left, area.y_range(), line);
        }
        left = right;
        ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
            super::super::views::column_frame().show(ui, |ui| {
                ui.set_min_size(ui.available_size());
                add(ui, place);
            });
        });
    }
}
