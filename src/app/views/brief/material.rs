//! The material: what can be put into the brief, filtered and searched.

use egui::{Margin, RichText, Sense, TextEdit, Ui, UiBuilder, vec2};

use super::dragging::Dragged;
use super::entry::{Told, told, told_item};
use crate::annotations::{Content, NoteOf, Pin, PinnedNote};
use crate::app::action::{Action, Actions};
use crate::app::briefing::{BriefWish, MaterialFilter, MaterialKind};
use crate::app::state::{Document, State};
use crate::app::theme::{self, Icon, font, radius, space};
use crate::app::views::counted;
use crate::app::widgets::chip::chip;
use crate::app::widgets::controls::{icon_button, quiet};
use crate::app::widgets::virtual_list::VirtualList;
use crate::dossier::{Item, ItemKind, shorten};
use crate::text::fold;

const KINDS: [(MaterialKind, &str); 8] = [
    (MaterialKind::Pins, "Pinned"),
    (MaterialKind::Annotations, "Annotations"),
    (MaterialKind::Metrics, "Metrics"),
    (MaterialKind::Topics, "Topics"),
    (MaterialKind::Entities, "Entities"),
    (MaterialKind::Events, "Events"),
    (MaterialKind::Quotations, "Quotations"),
    (MaterialKind::Sources, "Sources"),
];

#[derive(Default)]
pub(super) struct MaterialView {
    list: VirtualList,
    filter: MaterialFilter,
    /// The version of the page for which the contents were looked up.
    page: Option<u64>,
    contents: Vec<Content>,
    keys: Vec<u32>,
    version: u64,
}

impl MaterialView {
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        state: &State,
        document: &Document,
        actions: &mut Actions,
    ) {
        let tokens = theme::tokens(ui);
        self.look_up(state, document);
        ui.horizontal(|ui| {
            ui.label(RichText::new("Material").font(font::heading()).color(tokens.ink));
            quiet(ui, counted(self.contents.len(), "item", "items"));
        });
        filters(ui, &state.briefing.filter, actions);
        ui.add_space(space::SMALL);
        if self.contents.is_empty() {
            quiet(ui, nothing(&state.briefing.filter));
            return;
        }
        let (keys, version) = (self.keys.clone(), self.version);
        let mut list = std::mem::take(&mut self.list);
        list.show(ui, "material", &keys, version, space::SMALL, |ui, key| {
            if let Some(content) = self.contents.get(key as usize) {
                piece(ui, state, document, content, key, actions);
            }
        });
        self.list = list;
    }

    /// Looks the contents up again where the filter, the brief or the analyst's work changed.
    fn look_up(&mut self, state: &State, document: &Document) {
        let page = state.briefing.page.as_ref().map(|page| page.version);
        let filter = &state.briefing.filter;
        // The dossier's own items stay what they are, whatever becomes of the brief.
        let of_analyst = matches!(filter.kind, MaterialKind::Pins | MaterialKind::Annotations);
        let is_new = self.page.is_none() || (of_analyst && self.page != page);
        if !is_new && self.filter == *filter && page.is_some() {
            return;
        }
        if self.filter != *filter {
            self.list.scroll_to_top();
        }
        self.page = page;
        self.filter = filter.clone();
        self.contents = contents(document, filter);
        self.keys = (0..self.contents.len() as u32).collect();
        self.version += 1;
    }
}

fn contents(document: &Document, filter: &MaterialFilter) -> Vec<Content> {
    let items = |kind: ItemKind| -> Vec<Content> {
        let count = document.dossier.count(kind);
        let id = |place| document.dossier.id_of(Item::new(kind, place)).to_owned();
        (0..count).map(|place| Content::item(id(place))).collect()
    };
    let mut contents = match filter.kind {
        MaterialKind::Pins => document.annotations.pins.iter().map(pinned).collect(),
        MaterialKind::Annotations => annotations(document),
        MaterialKind::Metrics => items(ItemKind::Metric),
        MaterialKind::Topics => items(ItemKind::Topic),
        MaterialKind::Entities => items(ItemKind::Entity),
        MaterialKind::Events => items(ItemKind::Event),
        MaterialKind::Quotations => items(ItemKind::Quotation),
        MaterialKind::Sources => items(ItemKind::Source),
    };
    let query = fold(&filter.text);
    if !query.is_empty() {
        contents.retain(|content| holds(document, content, &query));
    }
    contents
}

fn holds(document: &Document, content: &Content, query: &str) -> bool {
    let item = match content {
        Content::Item { id, .. } => document.index.catalogue.find(id),
        _ => None,
    };
    let folded = [ItemKind::Quotation, ItemKind::Metric, ItemKind::Entity];
    match item.filter(|item| folded.contains(&item.kind)) {
        Some(item) => document.haystack.holds(item, query),
        None => {
            let words = fold(&told(document, content).words);
            query.split(' ').all(|word| words.contains(word))
        }
    }
}

fn pinned(pin: &Pin) -> Content {
    match pin {
        Pin::Item(id) => Content::item(id.clone()),
        Pin::Passage(passage) => {
            Content::Passage { passage: Box::new(passage.clone()), form: None }
        }
        Pin::Note(note) => Content::Note(Box::new(note.clone())),
    }
}

/// The analyst's own, the latest first, then those of the others.
fn annotations(document: &Document) -> Vec<Content> {
    let own = document.annotations.annotations.iter().rev();
    let own = own.map(|annotation| Content::Annotation { id: annotation.id.clone() });
    let others = document.colleagues.all.iter().flat_map(|colleague| {
        colleague.annotations.annotations.iter().map(|annotation| {
            Content::Note(Box::new(PinnedNote {
                of: NoteOf { analyst: colleague.name.clone(), id: annotation.id.clone() },
                on: annotation.on.clone(),
                kind: annotation.kind,
                text: annotation.text.clone(),
            }))
        })
    });
    own.chain(others).collect()
}

fn filters(ui: &mut Ui, filter: &MaterialFilter, actions: &mut Actions) {
    let mut text = filter.text.clone();
    let field = TextEdit::singleline(&mut text)
        .id_salt("find material")
        .hint_text("Find material")
        .desired_width(f32::INFINITY)
        .margin(Margin::symmetric(10, 5))
        .prefix(Icon::Search.text(13.0));
    ui.add_space(space::TINY);
    ui.add(field).accessible_name("Find material");
    let mut changed = MaterialFilter { text, ..filter.clone() };
    ui.add_space(space::TINY);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(5.0, 5.0);
        for (kind, name) in KINDS {
            if chip(ui, name, filter.kind == kind).clicked() {
                changed.kind = kind;
            }
        }
    });
    if changed != *filter {
        actions.push(Action::Brief(BriefWish::Filter(changed)));
    }
}

/// What is said where there is no material.
fn nothing(filter: &MaterialFilter) -> &'static str {
    match (filter.kind, filter.text.is_empty()) {
        (_, false) => "Nothing of this kind has these words.",
        (MaterialKind::Pins, true) => {
            "Nothing is pinned. Ctrl+D pins what is in focus on any screen; the other kinds show all that the \
             dossier has."
        }
        (MaterialKind::Annotations, true) => {
            "Nothing is annotated. Ctrl+M annotates what is in focus."
        }
        (_, true) => "The dossier has none.",
    }
}

/// Something that can be put into the brief: by its button, or dragged.
fn piece(
    ui: &mut Ui,
    state: &State,
    document: &Document,
    content: &Content,
    key: u32,
    actions: &mut Actions,
) {
    let tokens = theme::tokens(ui);
    let Told { kind, words, quoted } = match content {
        Content::Item { id, .. } => match document.index.catalogue.find(id) {
            Some(item) => told_item(document, item),
            None => told(document, content),
        },
        _ => told(document, content),
    };
    let used = is_used(state, content);
    // It is dragged by any part of it that is no button.
    let builder = UiBuilder::new().id_salt(("material", key)).sense(Sense::drag());
    let dragged = ui.scope_builder(builder, |ui| {
        let frame = egui::Frame::new()
            .fill(tokens.card)
            .stroke((1.0, tokens.line))
            .corner_radius(radius::CARD)
            .inner_margin(Margin::symmetric(10, 8));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().button_padding = vec2(3.0, 1.0);
            ui.spacing_mut().interact_size.y = 20.0;
            ui.horizontal(|ui| {
                ui.label(RichText::new(&kind).font(font::overline()).color(tokens.second_ink));
                if used {
                    let words = RichText::new("✓ in the brief").font(font::caption());
                    ui.label(words.color(tokens.good));
                }
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let name = format!("Put into the brief: {}", shorten(&words, 60));
                    if icon_button(ui, Icon::Add, &name).clicked() {
                        actions.push(Action::Brief(BriefWish::Use(content.clone())));
                    }
                });
            });
            let font = if quoted { font::quotation() } else { font::body() };
            let words = RichText::new(shorten(&words, 180)).font(font).color(tokens.ink);
            ui.add(egui::Label::new(words).wrap());
        });
    });
    dragged.response.dnd_set_drag_payload(Dragged::New(content.clone()));
}

/// Whether something stands in the brief already.
fn is_used(state: &State, content: &Content) -> bool {
    let Some(page) = &state.briefing.page else { return false };
    match content {
        Content::Item { id, .. } | Content::Annotation { id } => page.used.contains(id),
        Content::Passage { passage, .. } => page.used.contains(&passage.selector.exact),
        Content::Note(note) => page.used.contains(&format!("{} {}", note.of.analyst, note.of.id)),
        Content::Text { .. } => false,
    }
}
