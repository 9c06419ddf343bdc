//! The column of entity cards.

use egui::{Align, Layout, RichText, Sense, Ui, vec2};

use super::counted;
use crate::app::action::{Action, Actions};
use crate::app::state::{Document, KindFilter, State};
use crate::app::theme::{self, font, space};
use crate::app::widgets::annotation_box::annotation_boxes;
use crate::app::widgets::card::{Stance, card};
use crate::app::widgets::chip::chip;
use crate::app::widgets::controls::{link, quiet};
use crate::app::widgets::monogram::portrait;
use crate::app::widgets::passage::item_buttons;
use crate::app::widgets::virtual_list::VirtualList;
use crate::dossier::{Entity, Fact, Item, ItemKind};

#[derive(Default)]
pub(super) struct EntitiesView {
    pub(super) list: VirtualList,
}

/// Facts that a card in focus shows; the details have all.
const FACTS_ON_CARD: usize = 4;

impl EntitiesView {
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        state: &State,
        document: &Document,
        actions: &mut Actions,
    ) {
        head(ui, "Entities", |ui| {
            let all = document.dossier.entities.len();
            let shown = state.desk.entities.len();
            quiet(ui, if shown == all { all.to_string() } else { format!("{shown} of {all}") });
        });
        filters(ui, state, actions);
        ui.add_space(space::SMALL);
        if state.desk.entities.is_empty() {
            nothing_found(ui, state, "No entity", actions);
            return;
        }
        let version = state.desk.version;
        self.list.show(ui, "entities", &state.desk.entities, version, space::SMALL, |ui, place| {
            entity_card(ui, state, document, place, actions);
        });
    }
}

/// The head of a column: its name at the left, how much of it there is at the right.
pub(super) fn head(ui: &mut Ui, name: &str, right: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        ui.label(RichText::new(name).font(font::heading()).color(theme::tokens(ui).ink));
        ui.with_layout(Layout::right_to_left(Align::Center), right);
    });
    ui.add_space(space::TINY);
}

/// What stands in a column that the filters left empty.
pub(super) fn nothing_found(ui: &mut Ui, state: &State, what: &str, actions: &mut Actions) {
    ui.add_space(space::HUGE);
    ui.vertical_centered(|ui| {
        if state.filter == crate::app::state::Filter::default() {
            quiet(ui, format!("{what} in this dossier."));
            return;
        }
        quiet(ui, format!("{what} fits the search and the filters."));
        if link(ui, "Show everything").clicked() {
            actions.push(Action::Run(crate::app::commands::Command::ClearFocus));
        }
    });
}

fn filters(ui: &mut Ui, state: &State, actions: &mut Actions) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        if chip(ui, "All", state.filter.kind == KindFilter::All).clicked() {
            actions.push(Action::FilterKind(KindFilter::All));
        }
        for (kind, count) in &state.desk.kinds {
            let chosen = state.filter.kind == KindFilter::Only(*kind);
            if *count == 0 && !chosen {
                continue;
            }
            if chip(ui, &format!("{} {count}", kind.plural()), chosen).clicked() {
                let next = if chosen { KindFilter::All } else { KindFilter::Only(*kind) };
                actions.push(Action::FilterKind(next));
            }
        }
    });
}

fn entity_card(ui: &mut Ui, state: &State, document: &Document, place: u32, actions: &mut Actions) {
    let Some(entity) = document.dossier.entities.get(place as usize) else { return };
    let item = Item { kind: ItemKind::Entity, position: place };
    let focused = state.focus() == Some(item);
    let stance = Stance::of(focused, state.desk.in_front(item));
    let name = format!("{}, {}", entity.name, entity.kind.name());
    let response = card(ui, ("entity", place), stance, &name, |ui, hovered| {
        ui.horizontal_top(|ui| {
            portrait(ui, entity, &state.pictures, 38.0, actions);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 3.0;
                name_line(ui, document, entity, place, actions, hovered || focused, item);
                let second = theme::tokens(ui).second_ink;
                let role = entity.role.as_deref().unwrap_or(entity.kind.name());
                ui.add(
                    egui::Label::new(RichText::new(role).font(font::body()).color(second)).wrap(),
                );
                if focused {
                    facts(ui, document, entity, actions);
                    ui.add_space(space::TINY);
                    if link(ui, "Details").clicked() {
                        actions.push(Action::ShowDetails(item));
                    }
                } else {
                    quiet(ui, summary(document, place as usize));
                }
            });
        });
        annotation_boxes(ui, state, document, entity.id.as_str(), actions);
    });
    if response.clicked() {
        actions.push(Action::Focus(item));
    }
    if response.double_clicked() {
        actions.push(Action::ShowDetails(item));
    }
}

fn name_line(
    ui: &mut Ui,
    document: &Document,
    entity: &Entity,
    place: u32,
    actions: &mut Actions,
    active: bool,
    item: Item,
) {
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 20.0;
        let room = dots_room(document) + if active { 60.0 } else { 0.0 };
        let words = RichText::new(&entity.name).font(font::name()).color(theme::tokens(ui).ink);
        ui.scope(|ui| {
            ui.set_max_width((ui.available_width() - room).max(60.0));
            ui.add(egui::Label::new(words).wrap());
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let sources = document.index.sources_of_entity(place as usize);
            let has = |source: usize| {
                sources.is_some_and(|s| u32::try_from(source).is_ok_and(|n| s.contains(&n)))
            };
            source_dots(ui, document, &has);
            if active {
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    item_buttons(ui, document, item, actions);
                });
            }
        });
    });
}

/// With more sources than this, their number is told instead of a dot for each.
const MOST_DOTS: usize = 5;

/// The width that [`source_dots`] takes, with the gap before it, in points.
pub(super) fn dots_room(document: &Document) -> f32 {
    match document.dossier.sources.len() {
        few if few <= MOST_DOTS => 11.0 * few as f32 + 14.0,
        _ => 72.0,
    }
}

/// One dot a source: full where it speaks of the item. With many sources, how many do.
pub(super) fn source_dots(ui: &mut Ui, document: &Document, has: &dyn Fn(usize) -> bool) {
    let sources = &document.dossier.sources;
    let speaking: Vec<&str> = sources
        .iter()
        .enumerate()
        .filter(|(place, _)| has(*place))
        .map(|(_, source)| source.publisher.as_str())
        .collect();
    if sources.len() > MOST_DOTS {
        let colour = theme::tokens(ui).second_ink;
        let words = counted(speaking.len(), "source", "sources");
        let words = RichText::new(words).font(font::caption()).color(colour);
        ui.add(egui::Label::new(words).extend());
        return;
    }
    let tokens = theme::tokens(ui);
    let size = vec2(11.0 * sources.len() as f32, 12.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    for place in 0..sources.len() {
        let centre = egui::pos2(rect.left() + 5.5 + 11.0 * place as f32, rect.center().y);
        if has(place) {
            ui.painter().circle_filled(centre, 4.0, tokens.source(place));
        } else {
            ui.painter().circle_stroke(centre, 3.5, (1.0, tokens.line));
        }
    }
    let hint = match speaking.as_slice() {
        [] => "No source".to_owned(),
        names => names.join(", "),
    };
    response.on_hover_text(hint);
}

fn facts(ui: &mut Ui, document: &Document, entity: &Entity, actions: &mut Actions) {
    ui.add_space(space::TINY);
    for fact in entity.facts.iter().take(FACTS_ON_CARD) {
        fact_line(ui, document, fact, actions);
    }
    let more = entity.facts.len().saturating_sub(FACTS_ON_CARD);
    if more > 0 {
        quiet(ui, format!("and {}", counted(more, "more fact", "more facts")));
    }
}

/// A fact; its value leads to the words that state it.
fn fact_line(ui: &mut Ui, document: &Document, fact: &Fact, actions: &mut Actions) {
    ui.horizontal_top(|ui| {
        let second = theme::tokens(ui).second_ink;
        ui.scope(|ui| {
            ui.set_width(84.0);
            let label = RichText::new(&fact.label).font(font::caption()).color(second);
            ui.add(egui::Label::new(label).wrap());
        });
        ui.vertical(|ui| {
            if link(ui, &fact.value).on_hover_text("Show the words").clicked()
                && let Some(citation) = fact.quotations.first()
                && let Some(item) = document.index.catalogue.find(citation.id.as_str())
            {
                actions.push(Action::Focus(item));
            }
        });
    });
}

fn summary(document: &Document, place: usize) -> String {
    let quotations =
        document.index.quotations_of(&document.dossier, Item::new(ItemKind::Entity, place)).len();
    let said = document.index.quotations_by_speaker(place).len();
    let metrics = document.index.metrics_of_entity(place).len();
    let mut parts = Vec::new();
    if said > 0 {
        parts.push(format!("speaks in {said}"));
    }
    parts.push(counted(quotations, "quotation", "quotations"));
    if metrics > 0 {
        parts.push(counted(metrics, "metric", "metrics"));
    }
    parts.join(" · ")
}
