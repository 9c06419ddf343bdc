//! All figures as a table that can be sorted.

use std::cmp::Ordering;

use egui::{Align, Button, Grid, Layout, RichText, ScrollArea, Ui};

use crate::app::action::{Action, Actions};
use crate::app::commands::Command;
use crate::app::state::Document;
use crate::app::theme::{self, SCROLL_BAR, font, space};
use crate::app::widgets::controls::{inline_link, primary_button, quiet};
use crate::app::widgets::sheet as widget;
use crate::brief::figures::{HEAD, Row, rows};
use crate::dossier::{Item, ItemKind, shorten};

/// What the table remembers: by which column it is sorted, and which way.
#[derive(Default)]
pub(super) struct FiguresView {
    sorted: Option<(usize, bool)>,
}

/// The columns that fit a sheet: the number and its unit stand in the value.
const SHOWN: [usize; 6] = [0, 1, 4, 5, 6, 8];
/// The column whose cells are numbers.
const VALUE: usize = 1;
/// Longer cells are cut, in characters.
const LONGEST_CELL: usize = 44;

impl FiguresView {
    pub(super) fn show(&mut self, ui: &Ui, document: &Document, actions: &mut Actions) {
        let width = (ui.ctx().content_rect().width() - 120.0).clamp(560.0, 1180.0);
        let modal = widget::sheet(ui, "figures", width, |ui| {
            widget::sheet_title(ui, "Figures");
            quiet(ui, "Choose a head to sort by it, and a figure to see its words.");
            ui.add_space(space::SMALL);
            let mut rows = rows(&document.dossier, &document.index);
            if let Some((column, descending)) = self.sorted {
                rows.sort_by(|a, b| by(column, a, b));
                if descending {
                    rows.reverse();
                }
            }
            let height = ui.ctx().content_rect().height() - 260.0;
            ScrollArea::both().max_height(height).min_scrolled_height(height.min(420.0)).show(
                ui,
                |ui| {
                    ui.set_max_width(ui.available_width() - SCROLL_BAR);
                    self.table(ui, &rows, actions);
                },
            );
            ui.add_space(space::MEDIUM);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if primary_button(ui, "Copy for a spreadsheet").clicked() {
                    actions.push(Action::Run(Command::CopyFigures));
                }
                if ui.button("Close").clicked() {
                    actions.push(Action::CloseSheet);
                }
            });
        });
        if modal.should_close() {
            actions.push(Action::CloseSheet);
        }
    }

    fn table(&mut self, ui: &mut Ui, rows: &[Row], actions: &mut Actions) {
        let tokens = theme::tokens(ui);
        let grid = Grid::new("figures").striped(true).num_columns(SHOWN.len());
        grid.spacing([space::LARGE, space::SMALL]).show(ui, |ui| {
            for column in SHOWN {
                let name = HEAD.get(column).copied().unwrap_or_default();
                let mark = match self.sorted {
                    Some((sorted, false)) if sorted == column => " ↑",
                    Some((sorted, true)) if sorted == column => " ↓",
                    _ => "",
                };
                let words = RichText::new(format!("{name}{mark}")).font(font::control());
                let head = Button::new(words.color(tokens.second_ink)).frame(false);
                if ui.add(head).accessible_name(format!("Sort by {name}")).clicked() {
                    let again = self.sorted == Some((column, false));
                    self.sorted = Some((column, again));
                }
            }
            ui.end_row();
            for row in rows {
                for column in SHOWN {
                    let cell = row.cells.get(column).map_or("", String::as_str);
                    if column == 0 {
                        let item = Item::new(ItemKind::Metric, row.metric);
                        ui.push_id(row.metric, |ui| {
                            if inline_link(ui, &shorten(cell, LONGEST_CELL)).clicked() {
                                actions.push(Action::CloseSheet);
                                actions.push(Action::ShowDetails(item));
                            }
                        });
                    } else {
                        let words = RichText::new(shorten(cell, LONGEST_CELL)).font(font::body());
                        ui.label(words.color(tokens.ink));
                    }
                }
                ui.end_row();
            }
        });
    }
}

/// Numbers by their amount, everything else by its words; what is missing comes last.
fn by(column: usize, one: &Row, other: &Row) -> Ordering {
    if column == VALUE {
        return match (one.amount, other.amount) {
            (Some(one), Some(other)) => one.cmp(&other),
            (one, other) => other.is_some().cmp(&one.is_some()),
        };
    }
    let cell =
        |row: &Row| row.cells.get(column).map(|cell| cell.to_lowercase()).unwrap_or_default();
    let (one, other) = (cell(one), cell(other));
    one.is_empty().cmp(&other.is_empty()).then_with(|| one.cmp(&other))
}
