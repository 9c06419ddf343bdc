//! The quotations, one column a source, side by side.

use egui::{Align, Frame, Layout, Margin, Rect, RichText, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::counted;
use super::entities::{head, nothing_found};
use crate::app::action::{Action, Actions};
use crate::app::desk::SourceColumn;
use crate::app::state::{Document, State};
use crate::app::theme::{self, Icon, font, radius, space};
use crate::app::widgets::card::Stance;
use crate::app::widgets::chip::{chip, source_chip};
use crate::app::widgets::controls::{icon_button, quiet};
use crate::app::widgets::passage::passage;
use crate::app::widgets::virtual_list::VirtualList;
use crate::dossier::{Item, ItemKind, PartialDate, Source, shorten};

#[derive(Default)]
pub(super) struct QuotationsView {
    /// One list a column that is in view.
    lists: Vec<VirtualList>,
    scroll_to: Option<u32>,
    to_top: bool,
}

/// A column is not made narrower than this, in points.
const NARROWEST: f32 = 230.0;
/// Sources that are offered as chips; more are turned through.
const MOST_CHIPS: usize = 6;

impl QuotationsView {
    pub(super) fn scroll_to(&mut self, quotation: u32) {
        self.scroll_to = Some(quotation);
    }

    pub(super) fn scroll_to_top(&mut self) {
        self.to_top = true;
    }

    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        state: &State,
        document: &Document,
        actions: &mut Actions,
    ) {
        head(ui, "Quotations", |ui| {
            quiet(ui, in_words(state, document));
        });
        chips(ui, state, document, actions);
        ui.add_space(space::SMALL);
        let columns = &state.desk.columns;
        let fits =
            ((ui.available_width() / NARROWEST).floor().max(1.0) as usize).min(columns.len());
        let first = state.filter.first_source.min(columns.len().saturating_sub(fits));
        if fits < columns.len() {
            turn(ui, first, fits, columns.len(), actions);
        }
        let shown = columns.get(first..first + fits).unwrap_or(&[]);
        if shown.iter().all(|column| column.quotations.is_empty()) {
            nothing_found(ui, state, "No quotation", actions);
            return;
        }
        self.lists.resize_with(fits.max(self.lists.len()), VirtualList::default);
        let area = ui.available_rect_before_wrap();
        let width = (area.width() - space::LARGE * (shown.len() as f32 - 1.0)) / shown.len() as f32;
        for (i, column) in shown.iter().enumerate() {
            let left = area.left() + (width + space::LARGE) * i as f32;
            let rect =
                Rect::from_min_max(pos2(left, area.top()), pos2(left + width, area.bottom()));
            let Some(list) = self.lists.get_mut(i) else { continue };
            if self.to_top {
                list.scroll_to_top();
            }
            if let Some(place) = self.scroll_to
                && column.quotations.contains(&place)
            {
                list.scroll_to(place);
            }
            ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt(("source", i)), |ui| {
                one_source(ui, list, state, document, column, actions);
            });
        }
        self.to_top = false;
        self.scroll_to = None;
    }
}

fn in_words(state: &State, document: &Document) -> String {
    let all = document.dossier.quotations.len();
    match (&state.desk.related, state.focus()) {
        (Some(related), Some(focus)) => {
            let name = document.index.title_of(&document.dossier, focus);
            format!("{} for {} · {all} in all", related.quotations.len(), shorten(&name, 24))
        }
        _ => {
            let shown: usize =
                state.desk.columns.iter().map(|column| column.quotations.len()).sum();
            if shown == all {
                counted(all, "quotation", "quotations")
            } else {
                format!("{shown} of {all}")
            }
        }
    }
}

/// The day of a date, without its time.
fn short_date(date: &PartialDate) -> String {
    match date {
        PartialDate::Minute(time, _) | PartialDate::Second(time, _) => {
            PartialDate::Day(time.date()).to_string()
        }
        other => other.to_string(),
    }
}

fn source_name(source: &Source) -> String {
    source.published.as_ref().map_or_else(
        || source.publisher.clone(),
        |published| format!("{} · {}", source.publisher, short_date(published)),
    )
}

fn chips(ui: &mut Ui, state: &State, document: &Document, actions: &mut Actions) {
    let sources = &document.dossier.sources;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        if sources.len() <= MOST_CHIPS {
            for (place, source) in sources.iter().enumerate() {
                let shown = !state.filter.hidden_sources.contains(&place);
                let name = source_name(source);
                let response = source_chip(ui, &name, place, shown);
                let hint = if shown { "Hide this source" } else { "Show this source" };
                if response
                    .on_hover_text(format!("{hint}: {}", source.standing_in_words()))
                    .clicked()
                {
                    actions.push(Action::ToggleSource(place));
                }
            }
        } else {
            many_sources(ui, state, document, actions);
        }
        if let Some(focus) = state.focus() {
            let title = document.index.title_of(&document.dossier, focus);
            let name = format!("{}  ×", shorten(&title, 26));
            let response = chip(ui, &name, true).accessible_name(format!("Clear focus on {title}"));
            if response.on_hover_text("Clear the focus").clicked() {
                actions.push(Action::Unfocus);
            }
        }
    });
}

/// The sources in a menu, where there are too many for chips.
fn many_sources(ui: &mut Ui, state: &State, document: &Document, actions: &mut Actions) {
    let sources = &document.dossier.sources;
    let shown = sources.len() - state.filter.hidden_sources.len();
    ui.menu_button(format!("{shown} of {} sources", sources.len()), |ui| {
        ui.set_min_width(320.0);
        let row = ui.spacing().interact_size.y;
        ScrollArea::vertical().max_height(420.0).show_rows(ui, row, sources.len(), |ui, rows| {
            for place in rows {
                let Some(source) = sources.get(place) else { continue };
                let mut is_shown = !state.filter.hidden_sources.contains(&place);
                if ui.checkbox(&mut is_shown, shorten(&source_name(source), 48)).changed() {
                    actions.push(Action::ToggleSource(place));
                }
            }
        });
    });
}

/// The way through sources that do not all fit.
fn turn(ui: &mut Ui, first: usize, fits: usize, all: usize, actions: &mut Actions) {
    ui.horizontal(|ui| {
        let by = isize::try_from(fits).unwrap_or(1);
        ui.add_enabled_ui(first > 0, |ui| {
            if icon_button(ui, Icon::Previous, "Previous sources").clicked() {
                actions.push(Action::TurnSources(-by));
            }
        });
        quiet(ui, format!("Sources {} to {} of {all}", first + 1, first + fits));
        ui.add_enabled_ui(first + fits < all, |ui| {
            if icon_button(ui, Icon::Next, "Next sources").clicked() {
                actions.push(Action::TurnSources(by));
            }
        });
    });
}

fn one_source(
    ui: &mut Ui,
    list: &mut VirtualList,
    state: &State,
    document: &Document,
    column: &SourceColumn,
    actions: &mut Actions,
) {
    let Some(source) = document.dossier.sources.get(column.source) else { return };
    source_head(ui, state, column, source, actions);
    ui.add_space(space::TINY);
    let focus = state.focus();
    if let (Some(focus), 0) = (focus, column.in_front) {
        silence(ui, state, document, source, focus);
    }
    let related = state.desk.related.as_ref();
    let name = format!("quotations of {}", source.id);
    list.show(ui, &name, &column.quotations, state.desk.version, space::LARGE, |ui, place| {
        let item = Item { kind: ItemKind::Quotation, position: place };
        let stance = Stance::of(focus == Some(item), state.desk.in_front(item));
        let focus = focus.zip(related).filter(|_| stance != Stance::SteppedBack);
        passage(ui, state, document, place, focus, stance, actions);
    });
}

fn source_head(
    ui: &mut Ui,
    state: &State,
    column: &SourceColumn,
    source: &Source,
    actions: &mut Actions,
) {
    let item = Item::new(ItemKind::Source, column.source);
    ui.horizontal(|ui| {
        let tokens = theme::tokens(ui);
        let colour = tokens.source(column.source);
        let name =
            RichText::new(format!("● {}", source.publisher)).font(font::name()).color(colour);
        let button = egui::Button::new(name).frame(false).truncate();
        let response = ui.add(button).accessible_name(format!("Source {}", source.publisher));
        if response.on_hover_text(&source.title).clicked() {
            actions.push(Action::ShowDetails(item));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let count = column.quotations.len();
            let words = match state.focus() {
                Some(_) => format!("{} of {count}", column.in_front),
                None => count.to_string(),
            };
            quiet(ui, words);
        });
    });
}

/// A source that has nothing to say to the focus says so.
fn silence(ui: &mut Ui, state: &State, document: &Document, source: &Source, focus: Item) {
    let tokens = theme::tokens(ui);
    let name = document.index.title_of(&document.dossier, focus);
    let words = match focus.kind {
        _ if state.desk.searching => {
            format!("Nothing of what was found belongs to {}.", shorten(&name, 40))
        }
        ItemKind::Quotation => {
            format!("{} has nothing that belongs to this quotation.", source.publisher)
        }
        ItemKind::Source => format!("{} is another source.", source.publisher),
        _ => format!("{} is not quoted on {}.", source.publisher, shorten(&name, 40)),
    };
    Frame::new()
        .stroke((1.0, tokens.line))
        .corner_radius(radius::CARD)
        .inner_margin(Margin::from(space::MEDIUM))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.vertical_centered(|ui| quiet(ui, words));
        });
    ui.add_space(space::MEDIUM);
}
