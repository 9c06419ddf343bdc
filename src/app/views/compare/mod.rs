//! The Compare screen: what each source answers to each topic, side by side.

pub(super) mod cell;
mod filters;
mod parallel;
mod suggestion;
mod topic;

use egui::{Align, Layout, Rect, RichText, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::app::action::{Action, Actions};
use crate::app::comparing::{Comparing, Only, answer_of};
use crate::app::parallels::open_suggestions;
use crate::app::state::{Document, State};
use crate::app::theme::{self, Icon, STEPPED_BACK, font, space};
use crate::app::widgets::controls::{icon_button, quiet};
use crate::app::widgets::virtual_list::VirtualList;
use crate::dossier::Source;

/// What the screen remembers between frames.
#[derive(Default)]
pub(super) struct CompareView {
    list: VirtualList,
    /// What the rows were laid out for.
    of: Option<Laid>,
    version: u64,
}

/// What rows are laid out for: they are measured anew when it changes.
#[derive(PartialEq, Eq)]
struct Laid {
    rows: Rows,
    shown: Vec<usize>,
    open: usize,
    texts: u64,
    decided: usize,
}

/// The width of the column of topics, in points.
const TOPICS: f32 = 236.0;
/// A source's column is not made narrower than this, in points.
const NARROWEST: f32 = 250.0;

impl CompareView {
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        state: &State,
        document: &Document,
        actions: &mut Actions,
    ) {
        let comparison = &state.comparison;
        egui::Frame::new().inner_margin(egui::Margin::symmetric(16, 10)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            filters::show(ui, comparison, document, actions);
        });
        let columns = comparison.columns(document);
        let width = ui.available_width();
        let fits = (((width - TOPICS) / NARROWEST).floor().max(1.0) as usize).min(columns.len());
        let first = comparison.first.min(columns.len().saturating_sub(fits));
        let shown = columns.get(first..first + fits).unwrap_or_default();
        let grid = Grid { width, columns: shown.len() };
        let rows = Rows::of(state, document);
        heads(ui, document, &grid, rows.keys.len(), shown, (first, columns.len()), actions);
        if rows.keys.is_empty() {
            nothing(ui, state, document);
            return;
        }
        let of = Laid {
            rows: rows.clone(),
            shown: shown.to_vec(),
            open: comparison.open.len(),
            texts: document.texts.version,
            decided: document.annotations.parallels.len(),
        };
        if self.of.as_ref() != Some(&of) {
            self.of = Some(of);
            self.version += 1;
        }
        let list = if rows.suggested { "suggestions" } else { "topics" };
        self.list.show(ui, list, &rows.keys, self.version, 0.0, |ui, key| {
            let own = key.checked_sub(document.dossier.topics.len() as u32);
            match own {
                _ if rows.suggested => {
                    suggestion::show(ui, document, &grid, shown, key, actions);
                }
                Some(place) => parallel::row(ui, document, &grid, shown, key, place, actions),
                None => topic_row(ui, state, document, &grid, shown, key, actions),
            }
        });
    }
}

/// The rows that are shown: suggestions, or topics and, counted behind these, the analyst's own rows.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Rows {
    suggested: bool,
    keys: Vec<u32>,
}

impl Rows {
    fn of(state: &State, document: &Document) -> Self {
        let comparison = &state.comparison;
        if comparison.only == Only::Suggested {
            return Self { suggested: true, keys: open_suggestions(document) };
        }
        let behind = document.dossier.topics.len() as u32;
        let mut keys = comparison.topics(document, &state.filter.text);
        let own = comparison.own_rows(document, &state.filter.text);
        keys.extend(own.into_iter().map(|place| behind + place));
        Self { suggested: false, keys }
    }
}

/// Where the columns stand.
pub(super) struct Grid {
    width: f32,
    columns: usize,
}

impl Grid {
    /// A row: what is asked, at the left, and a cell for each source that is shown. `fill` is called with
    /// the source of each cell, and with none for the left.
    fn row(
        &self,
        ui: &mut Ui,
        key: u32,
        behind: bool,
        shown: &[usize],
        fill: &mut dyn FnMut(&mut Ui, Option<usize>),
    ) {
        let tokens = theme::tokens(ui);
        let origin = ui.max_rect().min;
        let width = ui.max_rect().width();
        // The ground of the topics is painted below what is laid out on it, once its height is known.
        let ground = ui.painter().add(egui::Shape::Noop);
        let mut bottom = origin.y;
        let left = std::iter::once((None, (0.0, TOPICS)));
        let cells = shown.iter().enumerate().map(|(i, source)| (Some(*source), self.column(i)));
        for (salt, (column, (left, width))) in left.chain(cells).enumerate() {
            let room = Rect::from_min_size(
                pos2(origin.x + left, origin.y + space::MEDIUM),
                vec2(width, f32::INFINITY),
            );
            let room = room.shrink2(vec2(space::MEDIUM, 0.0));
            let mut child = ui.new_child(UiBuilder::new().max_rect(room).id_salt((key, salt)));
            if behind {
                child.multiply_opacity(STEPPED_BACK);
            }
            fill(&mut child, column);
            bottom = bottom.max(child.min_rect().bottom());
        }
        let rect = Rect::from_min_max(origin, pos2(origin.x + width, bottom + space::MEDIUM));
        // Below the rule that closes the row before.
        let below = pos2(rect.left(), rect.top() + 1.0);
        let topics = Rect::from_min_max(below, pos2(rect.left() + TOPICS, rect.bottom()));
        ui.painter().set(ground, egui::Shape::rect_filled(topics, 0.0, tokens.panel));
        ui.advance_cursor_after_rect(rect);
        ui.expand_to_include_rect(rect);
        ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.line));
    }

    /// The left edge and the width of a source's column.
    fn column(&self, place: usize) -> (f32, f32) {
        let width = (self.width - TOPICS) / self.columns.max(1) as f32;
        (TOPICS + width * place as f32, width)
    }
}

fn nothing(ui: &mut Ui, state: &State, document: &Document) {
    ui.add_space(space::HUGE);
    let words = if state.comparison.only == Only::Suggested {
        suggestion::none(document)
    } else if document.dossier.topics.is_empty() {
        "This dossier puts no question to its sources yet. Topics are written into the dossier file."
    } else {
        "No topic fits the filters."
    };
    ui.vertical_centered(|ui| quiet(ui, words));
}

/// The heads of the columns; they stay while the rows scroll.
fn heads(
    ui: &mut Ui,
    document: &Document,
    grid: &Grid,
    topics: usize,
    shown: &[usize],
    (first, all): (usize, usize),
    actions: &mut Actions,
) {
    const HEIGHT: f32 = 40.0;
    let tokens = theme::tokens(ui);
    let (rect, _) =
        ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), egui::Sense::hover());
    ui.painter().rect_filled(rect, 0.0, tokens.panel);
    for y in [rect.top(), rect.bottom()] {
        ui.painter().hline(rect.x_range(), y, Stroke::new(1.0, tokens.line));
    }
    let part = |left: f32, width: f32| {
        Rect::from_min_size(pos2(rect.left() + left, rect.top()), vec2(width, HEIGHT))
            .shrink2(vec2(space::MEDIUM, 0.0))
    };
    let builder = UiBuilder::new()
        .max_rect(part(0.0, TOPICS))
        .layout(Layout::left_to_right(Align::Center))
        .id_salt("topics");
    ui.scope_builder(builder, |ui| {
        ui.label(RichText::new("Topic").font(font::heading()).color(tokens.ink));
        quiet(ui, topics.to_string());
        if shown.len() < all {
            turn(ui, first, shown.len(), all, actions);
        }
    });
    for (place, source) in shown.iter().copied().enumerate() {
        let Some(published) = document.dossier.sources.get(source) else { continue };
        let (left, width) = grid.column(place);
        let builder = UiBuilder::new()
            .max_rect(part(left, width))
            .layout(Layout::left_to_right(Align::Center))
            .id_salt(("head", source));
        ui.scope_builder(builder, |ui| column_head(ui, published, source, shown.len(), actions));
    }
}

fn turn(ui: &mut Ui, first: usize, fits: usize, all: usize, actions: &mut Actions) {
    ui.add_enabled_ui(first > 0, |ui| {
        if icon_button(ui, Icon::Previous, "Sources before").clicked() {
            actions.push(Action::Compare(Comparing::Turn(-1)));
        }
    });
    quiet(ui, format!("{}–{} of {all}", first + 1, first + fits));
    ui.add_enabled_ui(first + fits < all, |ui| {
        if icon_button(ui, Icon::Next, "Sources after").clicked() {
            actions.push(Action::Compare(Comparing::Turn(1)));
        }
    });
}

fn column_head(
    ui: &mut Ui,
    published: &Source,
    source: usize,
    columns: usize,
    actions: &mut Actions,
) {
    let tokens = theme::tokens(ui);
    let name = RichText::new(format!("● {}", published.publisher)).font(font::name());
    let button = egui::Button::new(name.color(tokens.source(source))).frame(false).truncate();
    ui.scope(|ui| {
        ui.set_max_width((ui.available_width() * 0.5).max(90.0));
        if ui.add(button).on_hover_text(published.standing_in_words()).clicked() {
            actions.push(Action::ReadSource(source));
        }
    });
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().button_padding = vec2(3.0, 2.0);
        ui.spacing_mut().item_spacing.x = 2.0;
        if columns > 1 {
            let mut act = |change| actions.push(Action::Compare(change));
            let named = |what: &str| format!("{what}: {}", published.publisher);
            if icon_button(ui, Icon::Close, &named("Hide")).clicked() {
                act(Comparing::Toggle(source));
            }
            if icon_button(ui, Icon::Next, &named("Move right")).clicked() {
                act(Comparing::Move(source, 1));
            }
            if icon_button(ui, Icon::Previous, &named("Move left")).clicked() {
                act(Comparing::Move(source, -1));
            }
        }
        let words = format!("{} · {}", published.published_in_words(), published.kind.name());
        let colour = tokens.second_ink;
        let words = RichText::new(words).font(font::caption()).color(colour);
        ui.add(egui::Label::new(words).truncate());
    });
}

/// One topic: its finding, and a cell a source.
fn topic_row(
    ui: &mut Ui,
    state: &State,
    document: &Document,
    grid: &Grid,
    shown: &[usize],
    place: u32,
    actions: &mut Actions,
) {
    let Some(topic) = document.dossier.topics.get(place as usize) else { return };
    let related = state.desk.related.as_ref();
    let behind = state.focus().is_some()
        && related.is_some_and(|related| !related.topics.contains(&(place as usize)));
    grid.row(ui, place, behind, shown, &mut |ui, column| match column {
        None => topic::show(ui, state, document, topic, place, actions),
        Some(source) => {
            let Some(published) = document.dossier.sources.get(source) else { return };
            let answer = answer_of(topic, published);
            let open = state.comparison.open.contains(&place);
            let aligned = document
                .findings
                .get(place as usize)
                .filter(|_| state.comparison.aligned.contains(&place))
                .map_or(&[][..], |found| found.renderings.as_slice());
            let added = parallel::added(document, place as usize, &published.id);
            if answer.is_some() || added.is_empty() {
                cell::show(ui, document, answer, open, aligned, actions);
            }
            for (id, passage) in added {
                parallel::added_passage(ui, source, id, passage, actions);
            }
        }
    });
}
