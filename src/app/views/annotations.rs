//! The screen of all annotations and pins.

use egui::{Align, Layout, Margin, RichText, ScrollArea, Ui, vec2};

use super::entities::head;
use super::{column_frame, counted};
use crate::annotations::{Annotation, AnnotationKind, Passage, Pin};
use crate::app::action::{Action, Actions};
use crate::app::state::{Document, State};
use crate::app::theme::{self, Icon, SCROLL_BAR, font, radius, space};
use crate::app::widgets::annotation_box::{annotation_box, colleagues_box};
use crate::app::widgets::chip::chip;
use crate::app::widgets::controls::{icon_button, link, quiet};
use crate::dossier::shorten;
use crate::text::one_line;

#[derive(Default, PartialEq, Eq)]
pub(super) struct AnnotationsView {
    kind: Option<AnnotationKind>,
    tag: Option<String>,
    whose: Whose,
}

/// Whose annotations are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Whose {
    #[default]
    Everybodys,
    Mine,
    /// Of the colleague with this name.
    Of(String),
}

impl Whose {
    fn admits(&self, document: &Document, who: Option<usize>) -> bool {
        match (self, who) {
            (Self::Everybodys, _) | (Self::Mine, None) => true,
            (Self::Of(name), Some(who)) => document.colleagues.name(who) == name,
            _ => false,
        }
    }
}

impl AnnotationsView {
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        state: &State,
        document: &Document,
        actions: &mut Actions,
    ) {
        column_frame().show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            let width = ui.available_width();
            let pins = (width * 0.36).clamp(260.0, 420.0);
            ui.horizontal_top(|ui| {
                ui.vertical(|ui| {
                    ui.set_width((width - pins - space::HUGE).min(760.0));
                    self.all(ui, state, document, actions);
                });
                ui.add_space(space::LARGE);
                ui.vertical(|ui| {
                    ui.set_width(pins);
                    pinned(ui, document, actions);
                });
            });
        });
    }

    fn all(&mut self, ui: &mut Ui, state: &State, document: &Document, actions: &mut Actions) {
        let own = document.annotations.annotations.iter().rev().map(|a| (None, a));
        let others = document.colleagues.all.iter().enumerate().flat_map(|(who, colleague)| {
            colleague.annotations.annotations.iter().map(move |a| (Some(who), a))
        });
        let mut all: Vec<(Option<usize>, &Annotation)> = own.chain(others).collect();
        if !document.colleagues.all.is_empty() {
            all.sort_by_key(|(_, annotation)| std::cmp::Reverse(annotation.created));
        }
        head(ui, "Annotations", |ui| {
            quiet(ui, counted(all.len(), "annotation", "annotations"));
        });
        self.filters(ui, document);
        ui.add_space(space::SMALL);
        let nothing = all.is_empty();
        let mut shown = all;
        shown.retain(|(who, a)| {
            self.kind.is_none_or(|kind| a.kind == kind)
                && self.tag.as_ref().is_none_or(|tag| a.tags.contains(tag))
                && self.whose.admits(document, *who)
        });
        if shown.is_empty() {
            ui.add_space(space::HUGE);
            ui.vertical_centered(|ui| {
                let words = if nothing {
                    "Nothing is annotated yet. Choose a card, a figure or a quotation and press \
                     Ctrl+M, or use the button that appears on it."
                } else {
                    "No annotation fits the filters."
                };
                quiet(ui, words);
            });
            return;
        }
        ScrollArea::vertical().id_salt("annotations").auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - SCROLL_BAR);
            for (who, annotation) in shown {
                ui.push_id(who, |ui| on_item(ui, document, annotation, actions));
                match who {
                    Some(who) => colleagues_box(ui, document, who, annotation, actions),
                    None => annotation_box(ui, state, annotation, actions),
                }
                let modified = annotation.modified.to_zoned(jiff::tz::TimeZone::system());
                quiet(ui, modified.strftime("%-d %B %Y, %H:%M").to_string());
                ui.add_space(space::LARGE);
            }
        });
    }

    fn filters(&mut self, ui: &mut Ui, document: &Document) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            let nothing_chosen = *self == Self::default();
            if chip(ui, "All", nothing_chosen).clicked() {
                *self = Self::default();
            }
            for kind in AnnotationKind::ALL {
                let chosen = self.kind == Some(kind);
                if chip(ui, kind.plural(), chosen).clicked() {
                    self.kind = (!chosen).then_some(kind);
                }
            }
            self.people(ui, document);
            for tag in document.annotations.tags() {
                let chosen = self.tag.as_deref() == Some(tag);
                if chip(ui, &format!("#{tag}"), chosen).clicked() {
                    self.tag = (!chosen).then(|| tag.to_owned());
                }
            }
        });
    }
}

impl AnnotationsView {
    /// Chips for the analysts, where there are several.
    fn people(&mut self, ui: &mut Ui, document: &Document) {
        if document.colleagues.all.is_empty() {
            self.whose = Whose::Everybodys;
            return;
        }
        let names =
            document.colleagues.all.iter().map(|colleague| Whose::Of(colleague.name.clone()));
        for whose in std::iter::once(Whose::Mine).chain(names) {
            let chosen = self.whose == whose;
            let name = match &whose {
                Whose::Of(name) => name.clone(),
                _ => "Mine".to_owned(),
            };
            if chip(ui, &name, chosen).clicked() {
                self.whose = if chosen { Whose::Everybodys } else { whose };
            }
        }
    }
}

/// The item an annotation belongs to, as a link.
fn on_item(ui: &mut Ui, document: &Document, annotation: &Annotation, actions: &mut Actions) {
    if let Some(passage) = &annotation.passage {
        ui.push_id(&annotation.id, |ui| {
            let words = format!("“{}”", shorten(&one_line(&passage.selector.exact), 90));
            if link(ui, &words).on_hover_text("Show in the text").clicked() {
                actions.push(Action::ReadPassage(passage.clone()));
            }
        });
        return;
    }
    match document.index.catalogue.find(&annotation.on) {
        Some(item) => {
            let title = document.index.title_of(&document.dossier, item);
            ui.push_id(&annotation.id, |ui| {
                if link(ui, &shorten(&title, 90)).on_hover_text("Show on the Desk").clicked() {
                    actions.push(Action::ShowDetails(item));
                }
            });
        }
        None => {
            quiet(ui, format!("{}, which is no longer in the dossier", annotation.on));
        }
    }
}

fn pinned(ui: &mut Ui, document: &Document, actions: &mut Actions) {
    let pins = &document.annotations.pins;
    head(ui, "Pinned to the brief", |ui| {
        quiet(ui, pins.len().to_string());
    });
    if pins.is_empty() {
        quiet(ui, "What you pin with Ctrl+D stands at the head of the exported brief.");
        return;
    }
    let tokens = theme::tokens(ui);
    ScrollArea::vertical().id_salt("pins").auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - SCROLL_BAR);
        for pin in pins {
            let (id, item) = match pin {
                Pin::Item(id) => (id.as_str(), document.index.catalogue.find(id)),
                Pin::Passage(passage) => (passage.selector.exact.as_str(), None),
                Pin::Note(note) => (note.of.id.as_str(), None),
            };
            egui::Frame::new()
                .fill(tokens.card)
                .stroke((1.0, tokens.line))
                .corner_radius(radius::CONTROL)
                .inner_margin(Margin::symmetric(10, 6))
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.push_id(id, |ui| pin_line(ui, document, pin, item, actions));
                });
        }
    });
}

fn pin_line(
    ui: &mut Ui,
    document: &Document,
    pin: &Pin,
    item: Option<crate::dossier::Item>,
    actions: &mut Actions,
) {
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon_button(ui, Icon::Unpin, "Unpin from brief").clicked() {
                actions.push(Action::TogglePin(pin.clone()));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| match item {
                Some(item) => {
                    ui.vertical(|ui| {
                        quiet(ui, item.kind.name());
                        let title = document.index.title_of(&document.dossier, item);
                        if link(ui, &title).clicked() {
                            actions.push(Action::ShowDetails(item));
                        }
                    });
                }
                None => match pin {
                    Pin::Item(id) => {
                        let words = format!("{id}, no longer in the dossier");
                        ui.label(RichText::new(words).font(font::body()));
                    }
                    Pin::Passage(passage) => passage_line(ui, document, passage, actions),
                    Pin::Note(note) => {
                        ui.vertical(|ui| {
                            let kind = note.kind.name().to_lowercase();
                            quiet(ui, format!("A {kind} of {}", note.of.analyst));
                            let words = RichText::new(&note.text).font(font::body());
                            ui.add(egui::Label::new(words).wrap());
                        });
                    }
                },
            });
        });
    });
}

/// A pinned stretch of a source's text.
fn passage_line(ui: &mut Ui, document: &Document, passage: &Passage, actions: &mut Actions) {
    let source = document.index.catalogue.find(passage.source.as_str());
    ui.vertical(|ui| {
        let name = source.map(|source| document.index.title_of(&document.dossier, source));
        quiet(ui, format!("Passage of {}", name.unwrap_or_else(|| passage.source.to_string())));
        if link(ui, &format!("“{}”", shorten(&one_line(&passage.selector.exact), 160))).clicked()
        {
            actions.push(Action::ReadPassage(passage.clone()));
        }
    });
}
