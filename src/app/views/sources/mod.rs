//! The Sources screen: what a source said, in its words and in its order, one source or two side by
//! side.

mod head;
mod marks;
mod pane;
mod paragraph;
mod rows;
mod settle;
mod used_in;

use egui::{Id, Rect, Stroke, Ui, UiBuilder, pos2};

use crate::app::action::Actions;
use crate::app::state::{Document, State};
use crate::app::theme;
use pane::Pane;

/// What the screen remembers between frames.
#[derive(Default)]
pub(super) struct SourcesView {
    panes: [Pane; 2],
    /// The turn of the reader that was shown last.
    turn: u64,
}

/// The widest a source is set, in points.
const WIDEST: f32 = 900.0;

/// The field in which one looks for words in the first source.
pub(super) fn find_field(pane: usize) -> Id {
    Id::unique(("find in text", pane))
}

impl SourcesView {
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        state: &State,
        document: &Document,
        actions: &mut Actions,
    ) {
        let reader = &state.reader;
        if document.dossier.sources.is_empty() {
            ui.centered_and_justified(|ui| ui.label("The dossier has no sources."));
            return;
        }
        let area = ui.max_rect();
        let shown: Vec<usize> = std::iter::once(reader.first).chain(reader.second).collect();
        let arriving = self.turn != reader.turn;
        self.turn = reader.turn;
        let width = area.width() / shown.len() as f32;
        for (place, source) in shown.iter().copied().enumerate() {
            let left = area.left() + width * place as f32;
            // A line that runs on too long is hard to read.
            let margin = ((width - WIDEST) / 2.0).max(0.0);
            let rect = Rect::from_min_max(
                pos2(left + margin, area.top()),
                pos2(left + width - margin, area.bottom()),
            );
            if place > 0 {
                let line = Stroke::new(1.0, theme::tokens(ui).line);
                ui.painter().vline(left, area.y_range(), line);
            }
            let builder = UiBuilder::new().max_rect(rect).id_salt(("pane", place));
            ui.scope_builder(builder, |ui| {
                if let Some(pane) = self.panes.get_mut(place) {
                    pane.show(ui, place, state, document, source, arriving, actions);
                }
            });
        }
    }
}
