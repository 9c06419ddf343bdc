//! A list that lays out only what is in view, for rows of different heights.
//!
//! Heights are measured as rows come into view and kept by row; rows not yet seen count with an
//! estimate. Where a row stands is a running sum, made anew when a height or the order changes.

use std::ops::Range;

use egui::style::ScrollAnimation;
use egui::{Align, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use crate::app::theme::SCROLL_BAR;

/// What a list remembers between frames.
#[derive(Debug, Default)]
pub struct VirtualList {
    /// Heights by key; negative where not measured.
    heights: Vec<f32>,
    /// Where each row of the current order begins, and where the last one ends.
    tops: Vec<f32>,
    version: u64,
    width: f32,
    /// The row on its way into view.
    arrival: Option<Arrival>,
    to_top: bool,
}

/// A row on its way into view. Where it stands is known for sure only when the rows before it that come
/// into view are measured, so that it takes a few frames.
#[derive(Clone, Copy, Debug)]
struct Arrival {
    key: u32,
    align: Option<Align>,
    frames: u8,
}

/// The height of a row that was never in view, in points.
const ESTIMATE: f32 = 96.0;

/// A row that has not arrived after so many frames never does.
const LONGEST_ARRIVAL: u8 = 12;

impl VirtualList {
    /// Brings a row into view with the next frame.
    pub fn scroll_to(&mut self, key: u32) {
        self.arrival = Some(Arrival { key, align: None, frames: 0 });
    }

    /// Brings a row to the middle of the view with the next frame.
    pub fn centre(&mut self, key: u32) {
        self.arrival = Some(Arrival { key, align: Some(Align::Center), frames: 0 });
    }

    /// Goes to the top with the next frame.
    pub fn scroll_to_top(&mut self) {
        self.to_top = true;
    }

    /// Shows the list. `keys` names the rows in order; `version` says when the order changed;
    /// `row` draws one.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        name: &str,
        keys: &[u32],
        version: u64,
        gap: f32,
        mut row: impl FnMut(&mut Ui, u32),
    ) {
        let mut area = ScrollArea::vertical().id_salt(name).auto_shrink(false);
        if std::mem::take(&mut self.to_top) {
            area = area.vertical_scroll_offset(0.0);
        }
        area.show_viewport(ui, |ui, viewport| {
            let width = ui.available_width() - SCROLL_BAR;
            self.prepare(keys, version, width, gap);
            let origin = ui.max_rect().min;
            let total = self.tops.last().copied().unwrap_or(0.0);
            ui.set_height(total);
            self.go_on_arriving(ui, keys, width);
            let mut changed = false;
            for place in self.in_view(viewport.min.y..viewport.max.y) {
                let Some(key) = keys.get(place).copied() else { break };
                let top_left = pos2(origin.x, origin.y + self.top(place));
                let room = Rect::from_min_size(top_left, vec2(width, f32::INFINITY));
                let builder = UiBuilder::new().id_salt((name, key)).max_rect(room);
                let mut child = ui.new_child(builder);
                row(&mut child, key);
                let height = child.min_rect().height();
                if let Some(known) = self.heights.get_mut(key as usize)
                    && (*known - height).abs() > 0.5
                {
                    *known = height;
                    changed = true;
                }
            }
            if changed {
                self.lay_out(keys, gap);
                ui.ctx().request_repaint();
            }
        });
    }

    fn go_on_arriving(&mut self, ui: &Ui, keys: &[u32], width: f32) {
        let Some(arrival) = self.arrival.take() else { return };
        let Some(place) = keys.iter().position(|known| *known == arrival.key) else { return };
        let origin = ui.max_rect().min;
        let target = Rect::from_min_max(
            pos2(origin.x, origin.y + self.top(place)),
            pos2(origin.x + width, origin.y + self.top(place + 1)),
        );
        ui.scroll_to_rect_animation(target, arrival.align, ScrollAnimation::none());
        let measured = self.heights.get(arrival.key as usize).is_some_and(|height| *height >= 0.0);
        // One frame more than it takes to measure it, for what stands around it.
        let frames =
            if measured { arrival.frames.max(LONGEST_ARRIVAL - 3) } else { arrival.frames };
        if frames + 1 < LONGEST_ARRIVAL {
            self.arrival = Some(Arrival { frames: frames + 1, ..arrival });
            ui.ctx().request_repaint();
        }
    }

    fn prepare(&mut self, keys: &[u32], version: u64, width: f32, gap: f32) {
        let highest = keys.iter().max().map_or(0, |key| *key as usize + 1);
        let rewrapped = (self.width - width).abs() > 0.5;
        if rewrapped {
            self.heights.clear();
            self.width = width;
        }
        let grown = self.heights.len() < highest;
        if grown {
            self.heights.resize(highest, -1.0);
        }
        if grown || rewrapped || self.version != version || self.tops.len() != keys.len() + 1 {
            self.version = version;
            self.lay_out(keys, gap);
        }
    }

    fn lay_out(&mut self, keys: &[u32], gap: f32) {
        self.tops.clear();
        self.tops.reserve(keys.len() + 1);
        let mut top = 0.0;
        for key in keys {
            self.tops.push(top);
            let height = self.heights.get(*key as usize).copied().unwrap_or(-1.0);
            top += if height < 0.0 { ESTIMATE } else { height } + gap;
        }
        self.tops.push(top);
    }

    fn top(&self, place: usize) -> f32 {
        self.tops.get(place).or(self.tops.last()).copied().unwrap_or(0.0)
    }

    fn in_view(&self, view: Range<f32>) -> Range<usize> {
        let rows = self.tops.len().saturating_sub(1);
        let first = self.tops.partition_point(|top| *top <= view.start).saturating_sub(1);
        let last = self.tops.partition_point(|top| *top < view.end).min(rows);
        first.min(last)..last
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "sums of whole numbers are exact")]
mod tests {
    use super::*;

    #[test]
    fn only_rows_in_view_are_asked_for() {
        let mut list = VirtualList::default();
        let keys: Vec<u32> = (0..100_000).rev().collect();
        list.prepare(&keys, 1, 300.0, 4.0);
        assert_eq!(list.in_view(0.0..200.0), 0..2);
        assert_eq!(list.in_view(99.0..301.0), 0..4);
        assert_eq!(list.in_view(1e9..2e9), 100_000..100_000);
        list.heights[99_999] = 1_000.0;
        list.lay_out(&keys, 4.0);
        assert_eq!(list.in_view(0.0..200.0), 0..1);
        assert_eq!(list.top(1), 1_004.0);
    }

    #[test]
    fn another_width_forgets_the_heights_and_another_order_keeps_them() {
        let mut list = VirtualList::default();
        list.prepare(&[0, 1], 1, 300.0, 0.0);
        list.heights[1] = 50.0;
        list.prepare(&[1, 0], 2, 300.0, 0.0);
        assert_eq!(list.top(1), 50.0);
        list.prepare(&[1, 0], 2, 200.0, 0.0);
        assert_eq!(list.top(1), ESTIMATE);
    }
}
