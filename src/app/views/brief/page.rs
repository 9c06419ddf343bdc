//! The page that the brief comes to, as it is written.

use std::collections::{HashMap, HashSet};

use egui::{Align, Label, Layout, Rect, RichText, Sense, Stroke, Ui, UiBuilder, pos2, vec2};

use super::spans::{leads_to, line};
use crate::annotations::Brief;
use crate::app::action::{Action, Actions};
use crate::app::briefing::{BriefWish, Page, Selected};
use crate::app::state::{Document, State};
use crate::app::theme::{self, Icon, font, radius, space};
use crate::app::widgets::card::{Stance, clickable};
use crate::app::widgets::controls::quiet;
use crate::app::widgets::virtual_list::VirtualList;
use crate::brief::{Block, Chart, Composition, Lack, Line, column_weights, extents};
use crate::dossier::shorten;

/// The width of the page at most, in points.
const WIDEST: f32 = 720.0;
/// Room beside the text for what has no source.
const MARGIN: f32 = 30.0;
const TEXT: f32 = 15.0;
const SMALL: f32 = 12.5;

#[derive(Default)]
pub(super) struct PageView {
    list: VirtualList,
    rows: Vec<Part>,
    keys: Vec<u32>,
    /// How the columns of tables share their width, by the place of the table.
    weights: HashMap<usize, Vec<f64>>,
    version: u64,
}

/// A part of the page: as little as is drawn at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// A block that is one row.
    Block(usize),
    /// An item of a list.
    Item(usize, usize),
    /// The head of a table.
    Columns(usize),
    /// A row of a table.
    Cells(usize, usize),
    /// What is lacking in a block.
    Lacking(usize),
    /// The rule above the footnotes.
    Rule,
    /// A footnote.
    Footnote(usize),
}

impl PageView {
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        state: &State,
        document: &Document,
        actions: &mut Actions,
    ) {
        let (Some(page), Some(brief)) = (&state.briefing.page, document.brief(&state.briefing))
        else {
            return;
        };
        let tokens = theme::tokens(ui);
        ui.horizontal(|ui| {
            ui.label(RichText::new("Preview").font(font::heading()).color(tokens.ink));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                quiet(ui, "Markdown · HTML · Word · PDF");
            });
        });
        ui.add_space(space::SMALL);
        if self.version != page.version {
            self.version = page.version;
            self.rows = rows(&page.composition);
            self.weights = weights(&page.composition);
            self.keys = (0..self.rows.len() as u32).collect();
        }
        let area = ui.available_rect_before_wrap();
        let width = area.width().min(WIDEST);
        let left = area.center().x - width / 2.0;
        let sheet = Rect::from_min_max(pos2(left, area.top()), pos2(left + width, area.bottom()));
        ui.painter().rect(
            sheet,
            f32::from(radius::CARD),
            tokens.card,
            Stroke::new(1.0, tokens.line),
            egui::StrokeKind::Inside,
        );
        let inside = sheet.shrink2(vec2(8.0, 16.0));
        let (mut list, keys) = (std::mem::take(&mut self.list), std::mem::take(&mut self.keys));
        ui.scope_builder(UiBuilder::new().max_rect(inside), |ui| {
            list.show(ui, "page", &keys, page.version, 0.0, |ui, key| {
                if let Some(row) = self.rows.get(key as usize) {
                    let weights = row.block().and_then(|place| self.weights.get(&place));
                    let weights = weights.map_or(&[][..], Vec::as_slice);
                    placed(ui, state, document, page, brief, *row, weights, actions);
                }
            });
        });
        (self.list, self.keys) = (list, keys);
    }
}

fn weights(composition: &Composition) -> HashMap<usize, Vec<f64>> {
    let tables = composition.blocks.iter().enumerate();
    let tables = tables.filter_map(|(place, placed)| match &placed.block {
        Block::Table(head, rows) => Some((place, column_weights(head, rows))),
        _ => None,
    });
    tables.collect()
}

fn rows(composition: &Composition) -> Vec<Part> {
    let lacking: HashSet<usize> =
        composition.shortcomings.iter().map(|shortcoming| shortcoming.block).collect();
    let mut rows = Vec::new();
    for (place, placed) in composition.blocks.iter().enumerate() {
        match &placed.block {
            Block::List(_, items) => {
                rows.extend((0..items.len()).map(|item| Part::Item(place, item)));
            }
            Block::Table(_, of) => {
                rows.push(Part::Columns(place));
                rows.extend((0..of.len()).map(|row| Part::Cells(place, row)));
            }
            _ => rows.push(Part::Block(place)),
        }
        if lacking.contains(&place) {
            rows.push(Part::Lacking(place));
        }
    }
    if !composition.footnotes.is_empty() {
        rows.push(Part::Rule);
        rows.extend((0..composition.footnotes.len()).map(Part::Footnote));
    }
    rows
}

impl Part {
    /// The block it belongs to.
    fn block(self) -> Option<usize> {
        match self {
            Self::Block(place)
            | Self::Item(place, _)
            | Self::Columns(place)
            | Self::Cells(place, _)
            | Self::Lacking(place) => Some(place),
            Self::Rule | Self::Footnote(_) => None,
        }
    }
}

/// A row with its margin: a click selects in the outline what it comes from.
fn placed(
    ui: &mut Ui,
    state: &State,
    document: &Document,
    page: &Page,
    brief: &Brief,
    row: Part,
    weights: &[f64],
    actions: &mut Actions,
) {
    let tokens = theme::tokens(ui);
    let composition = &page.composition;
    let from = row.block().and_then(|place| composition.blocks.get(place)?.from);
    let source = from.and_then(|from| {
        let section = brief.sections.get(from.section)?;
        Some(match from.entry {
            Some(entry) => Selected::Entry(section.entries.get(entry)?.id.clone()),
            None => Selected::Section(section.id.clone()),
        })
    });
    let selected = source.is_some() && state.briefing.selected == source;
    let mut row_of_page = |ui: &mut Ui| {
        let width = ui.available_width();
        let shown = ui.horizontal_top(|ui| {
            ui.add_space(MARGIN);
            ui.vertical(|ui| {
                ui.set_width(width - 2.0 * MARGIN);
                draw(ui, document, composition, row, weights, actions);
            });
        });
        let rect = shown.response.rect;
        let colour = match row {
            Part::Lacking(_) => Some(tokens.warn),
            _ => selected.then_some(tokens.accent),
        };
        if let Some(colour) = colour {
            let x = rect.left() + MARGIN - 12.0;
            ui.painter().vline(x, rect.y_range(), Stroke::new(3.0, colour));
        }
    };
    match source {
        None => row_of_page(ui),
        Some(source) => {
            let name = "Select in the outline";
            let response = clickable(ui, "row", Stance::InFront, name, |ui, _| row_of_page(ui));
            if response.clicked() && !selected {
                actions.push(Action::Brief(BriefWish::Select(Some(source))));
            }
        }
    }
}

fn draw(
    ui: &mut Ui,
    document: &Document,
    composition: &Composition,
    row: Part,
    weights: &[f64],
    actions: &mut Actions,
) {
    let tokens = theme::tokens(ui);
    let block =
        row.block().and_then(|place| composition.blocks.get(place)).map(|placed| &placed.block);
    let mut text = |ui: &mut Ui, words: &Line, size: f32| {
        line(ui, document, composition, words, size, actions);
    };
    match (row, block) {
        (Part::Item(_, item), Some(Block::List(numbered, items))) => {
            let Some((words, inner)) = items.get(item) else { return };
            let mark = if *numbered { format!("{}.", item + 1) } else { "•".to_owned() };
            marked(ui, &mark, |ui| {
                text(ui, words, TEXT);
                for words in inner {
                    marked(ui, "–", |ui| text(ui, words, TEXT - 1.0));
                }
            });
            ui.add_space(3.0);
        }
        (Part::Columns(_), Some(Block::Table(head, _))) => {
            ui.add_space(space::TINY);
            cells(ui, weights, |ui, column| {
                let name = head.get(column).map_or("", String::as_str);
                let words = RichText::new(name).font(font::overline()).color(tokens.second_ink);
                ui.add(Label::new(words).wrap());
            });
        }
        (Part::Cells(_, row), Some(Block::Table(_, rows))) => {
            let empty = Line::new();
            cells(ui, weights, |ui, column| {
                let cell = rows.get(row).and_then(|row| row.get(column)).unwrap_or(&empty);
                text(ui, cell, TEXT - 1.0);
            });
        }
        (Part::Lacking(place), _) => {
            for shortcoming in composition.shortcomings.iter().filter(|s| s.block == place) {
                let (words, ink) = match &shortcoming.what {
                    Lack::Source(words) => {
                        (format!("no source yet: “{}”", shorten(words, 70)), tokens.warn)
                    }
                    what if shortcoming.is_error() => (what.to_string(), tokens.bad),
                    what => (what.to_string(), tokens.warn),
                };
                let icon = Icon::Caution.character();
                let words = RichText::new(words).font(font::caption()).color(ink);
                let label = ui.horizontal(|ui| {
                    ui.label(RichText::new(icon).font(font::icon(12.0)).color(ink));
                    ui.add(Label::new(words).wrap())
                });
                label.inner.on_hover_text(shortcoming.what.to_string());
            }
        }
        (Part::Rule, _) => {
            ui.add_space(space::MEDIUM);
            ui.separator();
            ui.add_space(space::TINY);
        }
        (Part::Footnote(place), _) => {
            let Some(footnote) = composition.footnotes.get(place) else { return };
            let words = format!("{}. {}{}", place + 1, footnote.reference(), footnote.saying());
            let words = RichText::new(words).font(font::page(SMALL)).color(tokens.second_ink);
            let button = egui::Button::new(words).frame(false).wrap();
            let response = ui.add(button).on_hover_cursor(egui::CursorIcon::PointingHand);
            if response.on_hover_text("Show the words in their source").clicked() {
                actions.extend(leads_to(document, footnote));
            }
            ui.add_space(2.0);
        }
        (_, Some(block)) => whole(ui, block, &mut text),
        (_, None) => {}
    }
}

/// A block that is one row.
fn whole(ui: &mut Ui, block: &Block, text: &mut dyn FnMut(&mut Ui, &Line, f32)) {
    let tokens = theme::tokens(ui);
    match block {
        Block::Heading(level, words) => {
            let (above, font) = match level {
                1 => (0.0, font::title()),
                2 => (space::LARGE, font::heading()),
                _ => (space::MEDIUM, font::name()),
            };
            ui.add_space(above);
            ui.add(Label::new(RichText::new(words).font(font).color(tokens.ink)).wrap());
            ui.add_space(space::TINY);
        }
        Block::Paragraph(words) => {
            text(ui, words, TEXT);
            ui.add_space(space::SMALL);
        }
        Block::Quote(words, from) => {
            let start = ui.cursor().min;
            marked(ui, "", |ui| {
                text(ui, words, TEXT);
                if !from.is_empty() {
                    text(ui, from, SMALL);
                }
            });
            let bar = Rect::from_min_max(start, pos2(start.x + 3.0, ui.min_rect().bottom()));
            ui.painter().rect_filled(bar, 0.0, tokens.accent);
            ui.add_space(space::SMALL);
        }
        Block::Box(title, lines) => {
            egui::Frame::new()
                .stroke((1.0, tokens.line))
                .corner_radius(radius::CONTROL)
                .inner_margin(egui::Margin::symmetric(10, 6))
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    text(ui, title, TEXT);
                    for words in lines {
                        marked(ui, "•", |ui| text(ui, words, TEXT - 1.0));
                    }
                });
            ui.add_space(space::SMALL);
        }
        Block::Chart(chart, words) => {
            drawing(ui, chart);
            text(ui, words, SMALL);
            ui.add_space(space::SMALL);
        }
        Block::List(..) | Block::Table(..) => {}
    }
}

/// Something with a mark in front of it.
fn marked(ui: &mut Ui, mark: &str, add: impl FnOnce(&mut Ui)) {
    let width = ui.available_width();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let colour = theme::tokens(ui).ink;
        let room = 18.0;
        let (rect, _) = ui.allocate_exact_size(vec2(room, 18.0), Sense::hover());
        ui.painter().text(rect.left_top(), egui::Align2::LEFT_TOP, mark, font::page(TEXT), colour);
        ui.vertical(|ui| {
            ui.set_width(width - room);
            add(ui);
        });
    });
}

/// The cells of a row, in columns that share the width as they do on paper, and a rule below.
fn cells(ui: &mut Ui, weights: &[f64], mut add: impl FnMut(&mut Ui, usize)) {
    let all: f64 = weights.iter().sum();
    let width = ui.available_width();
    let gap = 10.0;
    let room = width - gap * weights.len().saturating_sub(1) as f32;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (column, weight) in weights.iter().enumerate() {
            ui.vertical(|ui| {
                ui.set_width(room * (weight / all.max(1.0)) as f32);
                add(ui, column);
            });
        }
    });
    ui.add_space(3.0);
    let y = ui.cursor().top();
    let line = theme::tokens(ui).line;
    ui.painter().hline(ui.max_rect().x_range(), y, Stroke::new(1.0, line));
    ui.add_space(4.0);
}

/// A chart as it will be drawn: bars to scale, the figures in words beside them.
fn drawing(ui: &mut Ui, chart: &Chart) {
    let tokens = theme::tokens(ui);
    for (bar, extent) in chart.bars.iter().zip(extents(chart)) {
        quiet(ui, &bar.label);
        ui.horizontal(|ui| {
            let longest = (ui.available_width() - 190.0).max(60.0);
            let end = (extent.end as f32 * longest).max(2.0);
            let (rect, _) = ui.allocate_exact_size(vec2(end, 12.0), Sense::hover());
            let part = |from: f64, to: f64| {
                let at = |share: f64| rect.left() + share as f32 * longest;
                Rect::from_x_y_ranges(at(from)..=at(to), rect.y_range())
            };
            if bar.derived {
                let stroke = Stroke::new(1.5, tokens.accent);
                ui.painter().rect_stroke(rect, 0.0, stroke, egui::StrokeKind::Inside);
            } else {
                ui.painter().rect_filled(part(0.0, extent.solid), 0.0, tokens.accent);
            }
            if let Some((from, to)) = extent.open {
                let pale = tokens.accent.gamma_multiply(0.35);
                ui.painter().rect_filled(part(from, to), 0.0, pale);
            }
            let derived = if bar.derived { " (derived)" } else { "" };
            let words = RichText::new(format!("{}{derived}", bar.value)).font(font::control());
            ui.label(words.color(tokens.ink));
        });
    }
    ui.add_space(space::TINY);
}
