//! The column of metrics.

use egui::{Rect, RichText, Ui, UiBuilder, pos2, vec2};

use super::counted;
use super::entities::{head, nothing_found};
use super::series_tile::series_tile;
use super::tile::{Room, tile};
use crate::app::action::{Action, Actions};
use crate::app::commands::Command;
use crate::app::dashboard::{MetricOrder, MetricRow};
use crate::app::state::{Document, State};
use crate::app::theme::{self, Icon, font, space};
use crate::app::widgets::chip::chip;
use crate::app::widgets::controls::quiet;
use crate::app::widgets::virtual_list::VirtualList;
use crate::dossier::ItemKind;

pub(super) struct MetricsView {
    pub(super) list: VirtualList,
    /// Where the tiles stood in the last frame.
    tiles: Rect,
}

impl Default for MetricsView {
    fn default() -> Self {
        Self { list: VirtualList::default(), tiles: Rect::NOTHING }
    }
}

impl MetricsView {
    /// Brings the row of a metric into view.
    pub(super) fn scroll_to(&mut self, state: &State, metric: u32) {
        let Some(document) = &state.document else { return };
        let mut rows = state.desk.metric_rows.iter();
        if let Some(row) =
            rows.find(|row| row.metrics(&document.dossier, &document.index).contains(&metric))
        {
            self.list.scroll_to(row.key(&document.dossier));
        }
    }

    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        state: &State,
        document: &Document,
        actions: &mut Actions,
    ) {
        head(ui, "Metrics", |ui| {
            menu(ui, state, self.tiles, actions);
            quiet(ui, in_words(state, document));
        });
        areas(ui, state, document, actions);
        ui.add_space(space::SMALL);
        if state.desk.metric_rows.is_empty() {
            nothing_found(ui, state, "No metric", actions);
            return;
        }
        self.tiles = ui.available_rect_before_wrap().expand(space::SMALL);
        let rows = &state.desk.metric_rows;
        let keys: Vec<u32> = rows.iter().map(|row| row.key(&document.dossier)).collect();
        let version = state.desk.version;
        self.list.show(ui, "metrics", &keys, version, space::SMALL, |ui, key| {
            let place = keys.iter().position(|known| *known == key);
            match place.and_then(|place| rows.get(place)) {
                Some(MetricRow::Heading(area)) => heading(ui, document, *area),
                Some(MetricRow::Series(place)) => {
                    series_tile(ui, state, document, *place, actions);
                }
                Some(MetricRow::Wide(place)) => {
                    tile(ui, state, document, *place, Room::Wide, actions);
                }
                Some(MetricRow::Pair(first, second)) => {
                    pair(ui, state, document, *first, *second, actions);
                }
                None => {}
            }
        });
    }
}

/// How the figures are ordered, and other ways to have them.
fn menu(ui: &mut Ui, state: &State, tiles: Rect, actions: &mut Actions) {
    let colour = theme::tokens(ui).second_ink;
    let button = ui.menu_button(Icon::Order.text(15.0).color(colour), |ui| {
        for order in MetricOrder::ALL {
            if ui.selectable_label(state.metric_order == order, order.name()).clicked() {
                actions.push(Action::OrderMetrics(order));
                ui.close();
            }
        }
        ui.separator();
        for command in [Command::Figures, Command::CopyFigures] {
            if ui.button(command.label()).clicked() {
                actions.push(Action::Run(command));
                ui.close();
            }
        }
        ui.separator();
        if ui.button("Copy what is in view as a picture").clicked() {
            actions.push(Action::CopyPicture(tiles));
            ui.close();
        }
        if ui.button("Save what is in view as a picture…").clicked() {
            actions.push(Action::SavePicture(tiles, "metrics"));
            ui.close();
        }
    });
    let name = "Order and copy the metrics";
    button.response.accessible_name(name).on_hover_text(name);
}

fn heading(ui: &mut Ui, document: &Document, area: Option<u32>) {
    let known = area.and_then(|area| document.dossier.areas.get(area as usize));
    let name = known.map_or("Without an area", |area| area.name.as_str());
    ui.add_space(space::TINY);
    let words = RichText::new(name).font(font::name()).color(theme::tokens(ui).ink);
    ui.add(egui::Label::new(words).wrap());
}

fn in_words(state: &State, document: &Document) -> String {
    let all = document.dossier.metrics.len();
    match (&state.desk.related, state.focus()) {
        (Some(related), Some(focus)) => {
            let name = document.index.title_of(&document.dossier, focus);
            let own = related.metrics.len() - usize::from(focus.kind == ItemKind::Metric);
            format!("{own} belong to {} · {all} in all", crate::dossier::shorten(&name, 24))
        }
        _ if state.desk.metrics < all => format!("{} of {all}", state.desk.metrics),
        _ => counted(all, "figure", "figures"),
    }
}

fn areas(ui: &mut Ui, state: &State, document: &Document, actions: &mut Actions) {
    if document.dossier.areas.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        if chip(ui, "All areas", state.filter.area.is_none()).clicked() {
            actions.push(Action::FilterArea(None));
        }
        for (place, area) in document.dossier.areas.iter().enumerate() {
            let chosen = state.filter.area == Some(place);
            if chip(ui, &area.name, chosen).clicked() {
                actions.push(Action::FilterArea((!chosen).then_some(place)));
            }
        }
    });
}

fn pair(
    ui: &mut Ui,
    state: &State,
    document: &Document,
    first: u32,
    second: Option<u32>,
    actions: &mut Actions,
) {
    let area = ui.available_rect_before_wrap();
    let width = (area.width() - space::SMALL) / 2.0;
    // What was chosen grows, so the height counts for one look of the row only.
    let id = ui.scope_id().with((first, width as u32, state.desk.version));
    let inside: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(0.0);
    let mut bottom = area.top();
    for (i, place) in std::iter::once(first).chain(second).enumerate() {
        let left = area.left() + (width + space::SMALL) * i as f32;
        let rect = Rect::from_min_size(pos2(left, area.top()), vec2(width, area.height()));
        let shown = ui.scope_builder(UiBuilder::new().id_salt(i).max_rect(rect), |ui| {
            tile(ui, state, document, place, Room::Beside(inside), actions);
        });
        bottom = bottom.max(shown.response.rect.bottom());
    }
    // Both are as high as the higher one was in the frame before.
    let higher = bottom - area.top() - space::MEDIUM * 2.0;
    if inside > 0.0 && higher > inside + 0.5 {
        ui.ctx().request_repaint();
    }
    ui.data_mut(|data| data.insert_temp(id, higher));
    ui.advance_cursor_after_rect(Rect::from_min_max(area.min, pos2(area.right(), bottom)));
}
