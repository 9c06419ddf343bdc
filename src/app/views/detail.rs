//! The details of the focus: everything the dossier says of it at the left, the words at the right.

use egui::{Rect, RichText, ScrollArea, Ui, UiBuilder, pos2};

use super::{counted, entity_name};
use crate::app::action::{Action, Actions};
use crate::app::commands::Command;
use crate::app::state::{Document, State};
use crate::app::theme::{self, Icon, SCROLL_BAR, font, space};
use crate::app::widgets::annotation_box::annotation_boxes;
use crate::app::widgets::card::Stance;
use crate::app::widgets::chip::{BadgeTone, badge};
use crate::app::widgets::citation::citation_marks;
use crate::app::widgets::controls::{icon_button, link, overline, quiet};
use crate::app::widgets::monogram::portrait;
use crate::app::widgets::passage::{item_buttons, passage, remark_line};
use crate::dossier::resolution::{Resolution, resolution};
use crate::dossier::{Citation, Entity, FindingKind, Item, ItemKind, shorten};
use crate::text::DateReason;

#[derive(Default)]
pub(super) struct DetailView {
    /// The quotation whose words were asked for last.
    shown_words: Option<u32>,
    scroll_to_words: bool,
    to_top: bool,
}

impl DetailView {
    pub(super) fn scroll_to_top(&mut self) {
        self.to_top = true;
        self.shown_words = None;
    }

    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        state: &State,
        document: &Document,
        actions: &mut Actions,
    ) {
        let Some(focus) = state.focus() else { return };
        let to_top = std::mem::take(&mut self.to_top);
        let scroll = |name: &str| {
            let area = ScrollArea::vertical().id_salt(name).auto_shrink(false);
            if to_top { area.vertical_scroll_offset(0.0) } else { area }
        };
        let area = ui.available_rect_before_wrap();
        let side_by_side = area.width() > 720.0;
        let split = if side_by_side { area.left() + area.width() * 0.47 } else { area.right() };
        let left = Rect::from_min_max(area.min, pos2(split - space::LARGE, area.bottom()));
        ui.scope_builder(UiBuilder::new().max_rect(left), |ui| {
            scroll("detail").show(ui, |ui| {
                ui.set_max_width(ui.available_width() - SCROLL_BAR);
                self.about(ui, state, document, focus, actions);
                if !side_by_side {
                    self.words(ui, state, document, focus, actions);
                }
                ui.add_space(space::HUGE);
            });
        });
        if side_by_side {
            let right = Rect::from_min_max(pos2(split, area.top()), area.max);
            ui.scope_builder(UiBuilder::new().max_rect(right), |ui| {
                scroll("words").show(ui, |ui| {
                    ui.set_max_width(ui.available_width() - SCROLL_BAR);
                    self.words(ui, state, document, focus, actions);
                    ui.add_space(space::HUGE);
                });
            });
        }
    }

    fn about(
        &mut self,
        ui: &mut Ui,
        state: &State,
        document: &Document,
        item: Item,
        actions: &mut Actions,
    ) {
        title(ui, state, document, item, actions);
        let place = item.index();
        let dossier = &document.dossier;
        match item.kind {
            ItemKind::Entity => {
                if let Some(entity) = dossier.entities.get(place) {
                    self.entity(ui, document, entity);
                }
            }
            ItemKind::Metric => self.metric(ui, document, place, actions),
            ItemKind::Event => self.event(ui, document, place, actions),
            ItemKind::Topic => self.topic(ui, document, place),
            ItemKind::Source => source(ui, document, place, actions),
            ItemKind::Relation => {
                if let Some(relation) = dossier.relations.get(place) {
                    section(ui, "Between");
                    entity_link(ui, document, &relation.from, actions);
                    entity_link(ui, document, &relation.to, actions);
                    if let Some(event) = &relation.event {
                        section(ui, "Event");
                        event_link(ui, document, event, actions);
                    }
                    remark(ui, relation.remark.as_deref());
                }
            }
            ItemKind::Quotation => quotation(ui, document, place),
            ItemKind::Area => {}
        }
        self.ties(ui, state, document, item, actions);
        let id = dossier.id_of(item);
        let others = document.colleagues.on(id).next().is_some();
        if others || document.annotations.on(id).next().is_some() {
            section(ui, "Annotations");
            annotation_boxes(ui, state, document, id, actions);
        }
    }

    fn entity(&mut self, ui: &mut Ui, document: &Document, entity: &Entity) {
        if !entity.aliases.is_empty() {
            section(ui, "Also named");
            for alias in &entity.aliases {
                self.stated(ui, document, &alias.name, &alias.quotations);
            }
        }
        if !entity.facts.is_empty() {
            section(ui, "Facts");
            for fact in &entity.facts {
                quiet(ui, &fact.label);
                self.stated(ui, document, &fact.value, &fact.quotations);
                ui.add_space(space::TINY);
            }
        }
        remark(ui, entity.remark.as_deref());
    }

    fn metric(&mut self, ui: &mut Ui, document: &Document, place: usize, actions: &mut Actions) {
        let Some(metric) = document.dossier.metrics.get(place) else { return };
        section(ui, "Figure");
        let value = document.index.value_of(&document.dossier, place);
        let words = value.map(ToString::to_string).unwrap_or_default();
        self.stated(ui, document, &words, &metric.quotations);
        let mut lines = Vec::new();
        lines.extend(metric.change.as_ref().map(|change| format!("Change: {change}")));
        lines.extend(metric.period.as_ref().map(|period| format!("Period: {period}")));
        lines.extend(metric.as_of.as_ref().map(|when| format!("As of {when}")));
        lines.extend(metric.note.as_ref().map(|note| format!("The source adds: {note}")));
        if let Some(Ok(derived)) = document.index.derived.get(&place) {
            lines.push(format!("Derived: {}", derived.arithmetic));
            let bounds = derived.consequence.as_ref();
            lines.extend(bounds.map(|bounds| format!("As the inputs are qualified: {bounds}")));
        }
        for line in lines {
            text(ui, &line);
        }
        let inputs = document.index.all_inputs(&document.dossier, place);
        links(ui, document, "Derived from", ItemKind::Metric, inputs, actions);
        let dependents = document.index.dependents_of_metric(place).iter().map(|d| *d as usize);
        let dependents = dependents.collect();
        links(ui, document, "What follows from it", ItemKind::Metric, dependents, actions);
        if !metric.stated_by.is_empty() {
            section(ui, "Stated by");
            for id in &metric.stated_by {
                entity_link(ui, document, id, actions);
            }
        }
        if !metric.about.is_empty() {
            section(ui, "About");
            for id in &metric.about {
                entity_link(ui, document, id, actions);
            }
        }
        remark(ui, metric.remark.as_deref());
    }

    fn event(&mut self, ui: &mut Ui, document: &Document, place: usize, actions: &mut Actions) {
        let Some(event) = document.dossier.events.get(place) else { return };
        section(ui, "When");
        self.stated(ui, document, &event.when.to_string(), &event.quotations);
        let found = resolution(
            &document.dossier,
            &document.index.catalogue,
            &event.when,
            &event.quotations,
        );
        let reading = event.when.reading.clone();
        if let Some(reading) = reading.or_else(|| found.and_then(|found| why(&found))) {
            quiet(ui, reading);
        }
        if let Some(id) = &event.place {
            section(ui, "Where");
            entity_link(ui, document, id, actions);
        }
        if !event.participants.is_empty() {
            section(ui, "Who took part");
            for participant in &event.participants {
                ui.horizontal_wrapped(|ui| {
                    entity_link(ui, document, &participant.entity, actions);
                    if let Some(part) = &participant.part {
                        quiet(ui, part);
                    }
                });
            }
        }
        remark(ui, event.remark.as_deref());
    }

    fn topic(&mut self, ui: &mut Ui, document: &Document, place: usize) {
        let Some(topic) = document.dossier.topics.get(place) else { return };
        ui.add_space(space::SMALL);
        let tone = match topic.finding.kind {
            FindingKind::Agree => BadgeTone::Good,
            FindingKind::Differ | FindingKind::OneSource => BadgeTone::Warn,
        };
        badge(ui, topic.finding.kind.name(), tone);
        text(ui, &topic.finding.reason);
        for source in &document.dossier.sources {
            section(ui, &source.publisher);
            let answer = topic.answers.iter().find(|answer| answer.source == source.id);
            match answer {
                Some(answer) if !answer.quotations.is_empty() => {
                    for citation in &answer.quotations {
                        let words = citation.words.as_deref();
                        let words =
                            words.map_or_else(|| opening(document, citation), str::to_owned);
                        self.stated(
                            ui,
                            document,
                            &format!("“{words}”"),
                            std::slice::from_ref(citation),
                        );
                    }
                }
                Some(answer) => {
                    let how = answer.silence.as_deref();
                    quiet(ui, how.map_or("Silent.".to_owned(), |how| format!("Silent: {how}")));
                }
                None => {
                    quiet(ui, "Silent.");
                }
            }
        }
        remark(ui, topic.remark.as_deref());
    }

    /// What ties the item to others.
    fn ties(
        &mut self,
        ui: &mut Ui,
        state: &State,
        document: &Document,
        item: Item,
        actions: &mut Actions,
    ) {
        let Some(related) = &state.desk.related else { return };
        if item.kind == ItemKind::Entity {
            self.relations(ui, document, item, actions);
        }
        let others = |places: &std::collections::BTreeSet<usize>, kind: ItemKind| -> Vec<usize> {
            let own = (item.kind == kind).then(|| item.index());
            places.iter().copied().filter(|place| Some(*place) != own).collect()
        };
        let shown_above = matches!(item.kind, ItemKind::Metric);
        if !shown_above {
            let metrics = others(&related.metrics, ItemKind::Metric);
            links(ui, document, "Metrics", ItemKind::Metric, metrics, actions);
        }
        let events = others(&related.events, ItemKind::Event);
        links(ui, document, "Events", ItemKind::Event, events, actions);
        let topics = others(&related.topics, ItemKind::Topic);
        links(ui, document, "Topics", ItemKind::Topic, topics, actions);
        if matches!(item.kind, ItemKind::Quotation | ItemKind::Topic | ItemKind::Source) {
            let entities = others(&related.entities, ItemKind::Entity);
            links(ui, document, "Entities", ItemKind::Entity, entities, actions);
            let relations = others(&related.relations, ItemKind::Relation);
            links(ui, document, "Relations", ItemKind::Relation, relations, actions);
        }
    }

    fn relations(&mut self, ui: &mut Ui, document: &Document, item: Item, actions: &mut Actions) {
        let places = document.index.relations_of_entity(item.index());
        if places.is_empty() {
            return;
        }
        section(ui, "Relations");
        let own = document.dossier.id_of(item);
        for place in places {
            let Some(relation) = document.dossier.relations.get(*place as usize) else { continue };
            let (label, other) = if relation.from.as_str() == own {
                (relation.kind.label(), &relation.to)
            } else {
                (relation.kind.inverse(), &relation.from)
            };
            ui.horizontal_wrapped(|ui| {
                quiet(ui, label);
                entity_link(ui, document, other, actions);
                if let Some(event) = &relation.event {
                    quiet(ui, "·");
                    event_link(ui, document, event, actions);
                }
                self.marks(ui, document, &relation.quotations);
            });
        }
    }

    /// Something stated, with marks that lead to the words.
    fn stated(&mut self, ui: &mut Ui, document: &Document, words: &str, citations: &[Citation]) {
        text(ui, words);
        ui.horizontal_wrapped(|ui| self.marks(ui, document, citations));
    }

    /// One mark a citation; it brings the words into view at the right.
    fn marks(&mut self, ui: &mut Ui, document: &Document, citations: &[Citation]) {
        if let Some(quotation) = citation_marks(ui, document, citations) {
            self.shown_words = Some(quotation.position);
            self.scroll_to_words = true;
        }
    }

    /// The quotations that belong to the item, by source.
    fn words(
        &mut self,
        ui: &mut Ui,
        state: &State,
        document: &Document,
        item: Item,
        actions: &mut Actions,
    ) {
        const MOST: usize = 200;
        let Some(related) = &state.desk.related else { return };
        let mut left = MOST;
        for (source, published) in document.dossier.sources.iter().enumerate() {
            if !related.sources.contains(&source) {
                continue;
            }
            let places: Vec<u32> = document
                .index
                .quotations_of_source(source)
                .iter()
                .copied()
                .filter(|place| related.quotations.contains(&(*place as usize)))
                .collect();
            if places.is_empty() {
                continue;
            }
            let colour = theme::tokens(ui).source(source);
            let head = format!("● {} · {}", published.publisher, published.published_in_words());
            ui.label(RichText::new(head).font(font::name()).color(colour));
            quiet(ui, &published.title);
            ui.add_space(space::SMALL);
            let more = places.len().saturating_sub(left);
            for place in places.into_iter().take(left) {
                left -= 1;
                let is_asked_for = self.shown_words == Some(place);
                let stance = if is_asked_for { Stance::Focused } else { Stance::InFront };
                let response =
                    passage(ui, state, document, place, Some((item, related)), stance, actions);
                if is_asked_for && std::mem::take(&mut self.scroll_to_words) {
                    response.scroll_to_me(Some(egui::Align::Center));
                }
                ui.add_space(space::LARGE);
            }
            if more > 0 {
                quiet(ui, format!("and {more} more; the Desk lists all"));
            }
        }
    }
}

/// Names that lead to other items.
fn links(
    ui: &mut Ui,
    document: &Document,
    name: &str,
    kind: ItemKind,
    places: Vec<usize>,
    actions: &mut Actions,
) {
    const MOST: usize = 40;
    if places.is_empty() {
        return;
    }
    section(ui, name);
    let more = places.len().saturating_sub(MOST);
    for place in places.into_iter().take(MOST) {
        let item = Item::new(kind, place);
        ui.push_id((kind, place), |ui| {
            if link(ui, &document.index.title_of(&document.dossier, item)).clicked() {
                actions.push(Action::Focus(item));
            }
        });
    }
    if more > 0 {
        quiet(ui, format!("and {}", counted(more, "more", "more")));
    }
}

/// How a quotation begins.
fn opening(document: &Document, citation: &Citation) -> String {
    let quoted = document.index.quotation(&document.dossier, citation);
    quoted.map_or_else(String::new, |(_, quotation)| shorten(&quotation.selector.exact, 70))
}

fn title(ui: &mut Ui, state: &State, document: &Document, item: Item, actions: &mut Actions) {
    ui.horizontal_top(|ui| {
        let entity = document.dossier.entities.get(item.index());
        let entity = entity.filter(|_| item.kind == ItemKind::Entity);
        if let Some(entity) = entity {
            portrait(ui, entity, &state.pictures, 56.0, actions);
        }
        ui.vertical(|ui| {
            ui.horizontal(|ui| {
                let kind = entity.map_or(item.kind.name(), |entity| entity.kind.name());
                overline(ui, kind);
                item_buttons(ui, document, item, actions);
                if icon_button(ui, Icon::Close, "Close details").clicked() {
                    actions.push(Action::Run(Command::Details));
                }
            });
            let name = document.index.title_of(&document.dossier, item);
            let colour = theme::tokens(ui).ink;
            ui.add(egui::Label::new(RichText::new(name).font(font::title()).color(colour)).wrap());
            if let Some(role) = entity.and_then(|entity| entity.role.as_ref()) {
                text(ui, role);
            }
        });
    });
    ui.add_space(space::SMALL);
}

fn source(ui: &mut Ui, document: &Document, place: usize, actions: &mut Actions) {
    let Some(source) = document.dossier.sources.get(place) else { return };
    if ui.button("Read it").clicked() {
        actions.push(Action::ReadSource(place));
    }
    section(ui, "Published");
    text(
        ui,
        &format!("{}, {}, {}", source.publisher, source.kind.name(), source.published_in_words()),
    );
    let author = Some(source.author.to_string()).filter(|names| !names.is_empty());
    for (label, name) in [("Author", author.as_ref()), ("Editor", source.editor.as_ref())] {
        if let Some(name) = name {
            text(ui, &format!("{label}: {name}"));
        }
    }
    if let Some(url) = &source.url {
        ui.hyperlink(url);
    }
    if let Some(origin) = &source.origin {
        text(ui, &format!("Origin: {origin}"));
    }
    section(ui, "Standing");
    text(ui, source.standing_in_words());
    remark(ui, source.remark.as_deref());
    section(ui, "Fingerprint of its text");
    quiet(ui, format!("SHA-256 {}", source.sha256));
}

fn quotation(ui: &mut Ui, document: &Document, place: usize) {
    let Some(quotation) = document.dossier.quotations.get(place) else { return };
    section(ui, "How it is given");
    let mut line = quotation.speech.name().to_owned();
    if let Some(speaker) = &quotation.speaker {
        line.push_str(&format!(", {}", entity_name(document, speaker)));
    }
    if let Some(said) = &quotation.said {
        line.push_str(&format!(", {said}"));
    }
    text(ui, &line);
    if let Some(origin) = &quotation.origin {
        text(ui, &format!("Origin: {origin}"));
    }
    if let Some(reading) = quotation.said.as_ref().and_then(|said| said.reading.as_ref()) {
        quiet(ui, reading);
    }
    remark(ui, quotation.remark.as_deref());
}

fn section(ui: &mut Ui, name: &str) {
    ui.add_space(space::LARGE);
    let colour = theme::tokens(ui).ink;
    ui.label(RichText::new(name).font(font::control()).color(colour));
}

fn text(ui: &mut Ui, words: &str) {
    let colour = theme::tokens(ui).ink;
    ui.add(egui::Label::new(RichText::new(words).font(font::body()).color(colour)).wrap());
}

fn remark(ui: &mut Ui, remark: Option<&str>) {
    if let Some(remark) = remark {
        ui.add_space(space::SMALL);
        remark_line(ui, remark);
    }
}

fn entity_link(
    ui: &mut Ui,
    document: &Document,
    id: &crate::dossier::EntityId,
    actions: &mut Actions,
) {
    if link(ui, entity_name(document, id)).clicked()
        && let Some(item) = document.index.catalogue.find(id.as_str())
    {
        actions.push(Action::Focus(item));
    }
}

pub(super) fn event_link(
    ui: &mut Ui,
    document: &Document,
    id: &crate::dossier::EventId,
    actions: &mut Actions,
) {
    let Some(item) = document.index.catalogue.find(id.as_str()) else { return };
    let Some(event) = document.dossier.events.get(item.index()) else { return };
    if link(ui, &event.name).clicked() {
        actions.push(Action::Focus(item));
    }
}

/// Why words give a date, where not all of it is printed.
fn why(resolution: &Resolution) -> Option<String> {
    let from = resolution.reference.as_ref().map(ToString::to_string);
    let from = from.as_deref().unwrap_or("the day of the text");
    match resolution.reason {
        DateReason::Printed | DateReason::Open => None,
        DateReason::Nearest => Some(format!("no year is printed; this one is nearest to {from}")),
        DateReason::Weekday => Some(format!("the latest such weekday up to {from}")),
        DateReason::Counted => Some(format!("counted from {from}")),
        DateReason::Beside => Some("counted from the date before it in the text".to_owned()),
    }
}
