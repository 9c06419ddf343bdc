//! An annotation where it belongs: kind, words, tags, and what can be done with it.

use egui::{Color32, Frame, Margin, RichText, Ui};

use super::controls::icon_button;
use crate::annotations::{Annotation, AnnotationKind, NoteOf, Pin, PinnedNote};
use crate::app::action::{Action, Actions};
use crate::app::state::{Document, State};
use crate::app::theme::{self, Icon, font, radius, space};

/// The icon of a kind of annotation.
pub fn kind_icon(kind: AnnotationKind) -> Icon {
    match kind {
        AnnotationKind::Remark => Icon::Remark,
        AnnotationKind::Question => Icon::Question,
        AnnotationKind::TalkingPoint => Icon::TalkingPoint,
        AnnotationKind::Caution => Icon::Caution,
    }
}

/// The ink and the ground of a kind of annotation.
fn colours(ui: &Ui, kind: AnnotationKind) -> (Color32, Color32) {
    let tokens = theme::tokens(ui);
    match kind {
        AnnotationKind::Caution => (tokens.warn, tokens.warn_soft),
        _ => (tokens.accent, tokens.accent_soft),
    }
}

/// Shows what is noted on an item: the analyst's own annotations, then those of the others.
pub fn annotation_boxes(
    ui: &mut Ui,
    state: &State,
    document: &Document,
    item_id: &str,
    actions: &mut Actions,
) {
    for annotation in document.annotations.on(item_id) {
        annotation_box(ui, state, annotation, actions);
    }
    for (who, annotation) in document.colleagues.on(item_id) {
        colleagues_box(ui, document, who, annotation, actions);
    }
}

/// Shows an annotation of somebody else: in their colour, with their name, not to be changed.
pub fn colleagues_box(
    ui: &mut Ui,
    document: &Document,
    who: usize,
    annotation: &Annotation,
    actions: &mut Actions,
) {
    let tokens = theme::tokens(ui);
    // Their colours begin where those of most dossiers' sources end.
    let colour = tokens.source(who + 3);
    ui.add_space(space::TINY);
    Frame::new()
        .fill(tokens.card)
        .stroke((1.0, colour))
        .corner_radius(radius::CONTROL)
        .inner_margin(Margin::symmetric(10, 6))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                ui.label(kind_icon(annotation.kind).text(13.0).color(colour));
                let name = document.colleagues.name(who);
                let head = match &annotation.answers {
                    Some(note) => format!("{name} answers {}", note.analyst),
                    None => format!("{name} · {}", annotation.kind.name()),
                };
                let head = RichText::new(head).font(font::control()).color(colour);
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    ui.push_id(("of others", who, &annotation.id), |ui| {
                        others_buttons(ui, document, name, annotation, actions);
                    });
                    ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                        ui.add(egui::Label::new(head).truncate());
                    });
                });
            });
            body(ui, annotation);
        });
}

/// What can be done with an annotation of somebody else: it is answered, or pinned to one's own brief.
fn others_buttons(
    ui: &mut Ui,
    document: &Document,
    name: &str,
    annotation: &Annotation,
    actions: &mut Actions,
) {
    ui.spacing_mut().interact_size.y = 18.0;
    ui.spacing_mut().button_padding = egui::vec2(3.0, 1.0);
    let of = NoteOf { analyst: name.to_owned(), id: annotation.id.clone() };
    let pinned = document.annotations.pin_of_note(&of).cloned();
    let (icon, hint) = match &pinned {
        Some(_) => (Icon::Unpin, "Unpin this annotation from the brief"),
        None => (Icon::Pin, "Pin this annotation to the brief"),
    };
    if icon_button(ui, icon, hint).clicked() {
        let pin = pinned.unwrap_or_else(|| {
            Pin::Note(PinnedNote {
                of: of.clone(),
                on: annotation.on.clone(),
                kind: annotation.kind,
                text: annotation.text.clone(),
            })
        });
        actions.push(Action::TogglePin(pin));
    }
    if icon_button(ui, Icon::Annotate, "Answer this annotation").clicked() {
        actions.push(Action::Answer(of, annotation.on.clone()));
    }
}

/// Shows an annotation.
pub fn annotation_box(ui: &mut Ui, state: &State, annotation: &Annotation, actions: &mut Actions) {
    let (ink, ground) = colours(ui, annotation.kind);
    let being_written =
        state.draft.as_ref().is_some_and(|draft| draft.id.as_ref() == Some(&annotation.id));
    ui.add_space(space::TINY);
    Frame::new()
        .fill(ground)
        .stroke((if being_written { 1.5 } else { 0.0 }, ink))
        .corner_radius(radius::CONTROL)
        .inner_margin(Margin::symmetric(10, 6))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                ui.spacing_mut().interact_size.y = 18.0;
                ui.spacing_mut().button_padding = egui::vec2(3.0, 1.0);
                ui.label(kind_icon(annotation.kind).text(13.0).color(ink));
                let head = match &annotation.answers {
                    Some(note) => format!("Answer to {}", note.analyst),
                    None => annotation.kind.name().to_owned(),
                };
                ui.label(RichText::new(head).font(font::control()).color(ink));
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    ui.push_id(&annotation.id, |ui| {
                        if icon_button(ui, Icon::Delete, "Delete annotation").clicked() {
                            actions.push(Action::DeleteAnnotation(annotation.id.clone()));
                        }
                        if icon_button(ui, Icon::Edit, "Edit annotation").clicked() {
                            actions.push(Action::EditAnnotation(annotation.id.clone()));
                        }
                    });
                });
            });
            body(ui, annotation);
        });
}

/// The words and the tags.
fn body(ui: &mut Ui, annotation: &Annotation) {
    let colour = theme::tokens(ui).ink;
    ui.add(
        egui::Label::new(RichText::new(&annotation.text).font(font::body()).color(colour))
            .wrap()
            .selectable(true),
    );
    if !annotation.tags.is_empty() {
        let tags: Vec<String> = annotation.tags.iter().map(|t| format!("#{t}")).collect();
        let second = theme::tokens(ui).second_ink;
        ui.label(RichText::new(tags.join("  ")).font(font::caption()).color(second));
    }
}
