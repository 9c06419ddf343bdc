//! What a source said: serif text with a bar in the source's colour, and the words that count
//! marked.

use std::ops::Range;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Rect, RichText, Stroke, Ui, pos2};

use super::annotation_box::annotation_boxes;
use super::card::{Stance, clickable};
use super::chip::{BadgeTone, badge};
use super::controls::icon_button;
use crate::annotations::Pin;
use crate::app::action::{Action, Actions};
use crate::app::state::{Document, State};
use crate::app::theme::{self, Icon, font, radius, space};
use crate::dossier::{Item, ItemKind, Quotation, Related, paragraph_in_words};

/// Shows a quotation with its caption, its annotations and, under the pointer, what can be done
/// with it. `focus` decides which words are marked.
pub fn passage(
    ui: &mut Ui,
    state: &State,
    document: &Document,
    place: u32,
    focus: Option<(Item, &Related)>,
    stance: Stance,
    actions: &mut Actions,
) -> egui::Response {
    let item = Item { kind: ItemKind::Quotation, position: place };
    let Some(quotation) = document.dossier.quotations.get(place as usize) else {
        return ui.label("");
    };
    let source = document.index.source_of(place as usize);
    let colour = theme::tokens(ui).source(source);
    let marks = focus
        .map(|(focus, related)| document.index.marks(place as usize, focus, related))
        .unwrap_or_default();
    let name = format!("Quotation: {}", quotation.selector.exact);
    let response = clickable(ui, ("quotation", place), stance, &name, |ui, hovered| {
        let area = beside_bar(ui, colour, space::TINY, |ui| {
            words(ui, &quotation.selector.exact, &marks);
            caption(ui, document, quotation, item, hovered, stance, actions);
            if let (Some(remark), Stance::Focused) = (&quotation.remark, stance) {
                remark_line(ui, remark);
            }
            let id = quotation.id.as_str();
            annotation_boxes(ui, state, document, id, actions);
        });
        if stance == Stance::Focused {
            let tokens = theme::tokens(ui);
            let around = area.expand2(egui::vec2(0.0, 3.0));
            ui.painter().rect_stroke(
                around,
                radius::CONTROL,
                Stroke::new(2.0, tokens.accent),
                egui::StrokeKind::Outside,
            );
        }
    });
    if response.clicked() {
        actions.push(Action::Focus(item));
    }
    if response.double_clicked() {
        actions.push(Action::ShowDetails(item));
    }
    response
}

/// Shows something beside a bar in its source's colour, with a margin on the right, in points; the
/// area of all.
pub fn beside_bar(ui: &mut Ui, colour: Color32, margin: f32, add: impl FnOnce(&mut Ui)) -> Rect {
    let start = ui.cursor().min;
    let width = ui.available_width();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(space::MEDIUM);
        ui.vertical(|ui| {
            ui.set_width(width - space::MEDIUM - margin);
            add(ui);
        });
    });
    let bottom = ui.min_rect().bottom();
    let bar = Rect::from_min_max(start, pos2(start.x + 3.0, bottom));
    ui.painter().rect_filled(bar, 0.0, colour);
    Rect::from_min_max(start, pos2(start.x + width, bottom))
}

/// A remark of the dossier's author.
pub fn remark_line(ui: &mut Ui, remark: &str) {
    let colour = theme::tokens(ui).second_ink;
    ui.label(
        RichText::new(format!("Compiler's remark  {remark}")).font(font::caption()).color(colour),
    );
}

/// The words, with some of them marked.
pub fn words(ui: &mut Ui, text: &str, marks: &[Range<usize>]) {
    let tokens = theme::tokens(ui);
    let plain = TextFormat {
        line_height: Some(font::QUOTATION_LINE),
        ..TextFormat::simple(font::quotation(), tokens.ink)
    };
    let marked = TextFormat { background: tokens.highlight, expand_bg: 2.0, ..plain.clone() };
    let mut job = LayoutJob::default();
    let mut at = 0;
    for mark in marks {
        if let (Some(before), Some(inside)) = (text.get(at..mark.start), text.get(mark.clone())) {
            job.append(before, 0.0, plain.clone());
            job.append(inside, 0.0, marked.clone());
            at = mark.end;
        }
    }
    job.append(text.get(at..).unwrap_or(""), 0.0, plain);
    job.wrap.max_width = ui.available_width();
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (rect, response) = ui.allocate_exact_size(galley.size(), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, text));
    if ui.is_rect_visible(rect) {
        ui.painter().galley(rect.min, galley, Color32::PLACEHOLDER);
    }
}

fn caption(
    ui: &mut Ui,
    document: &Document,
    quotation: &Quotation,
    item: Item,
    hovered: bool,
    stance: Stance,
    actions: &mut Actions,
) {
    let speaker =
        quotation.speaker.as_ref().and_then(|id| document.index.entity(&document.dossier, id));
    let mut parts: Vec<String> = Vec::new();
    parts.extend(speaker.map(|entity| entity.name.clone()));
    parts.push(paragraph_in_words(quotation.paragraph));
    if stance == Stance::Focused {
        parts.push(quotation.speech.name().to_owned());
        parts.extend(quotation.said.as_ref().map(ToString::to_string));
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 20.0;
        let colour = theme::tokens(ui).second_ink;
        let buttons = 92.0;
        let words = RichText::new(parts.join(" · ")).font(font::caption()).color(colour);
        ui.scope(|ui| {
            ui.set_max_width((ui.available_width() - buttons).max(80.0));
            ui.add(egui::Label::new(words).wrap());
        });
        let proof = document.texts.proofs.of(item.index());
        if let Some(proof) = proof.filter(|proof| proof.is_open()) {
            badge(ui, proof.outcome().name(), BadgeTone::Warn)
                .on_hover_text("It was not found as recorded; its source shows what changed");
        }
        if hovered || stance == Stance::Focused {
            item_buttons(ui, document, item, actions);
            if icon_button(ui, Icon::Sources, "Read in its source").clicked() {
                actions.push(Action::ReadQuotation(item.position));
            }
        } else if document.annotations.is_pinned(&Pin::Item(quotation.id.to_string())) {
            ui.label(Icon::Pin.text(13.0).color(theme::tokens(ui).accent))
                .on_hover_text("Pinned to the brief");
        }
    });
}

/// What can be done with any item: annotate, pin.
pub fn item_buttons(ui: &mut Ui, document: &Document, item: Item, actions: &mut Actions) {
    let id = document.dossier.id_of(item);
    ui.spacing_mut().button_padding = egui::vec2(4.0, 2.0);
    if icon_button(ui, Icon::Annotate, "Annotate").clicked() {
        actions.push(Action::Annotate(item));
    }
    let pin = Pin::Item(id.to_owned());
    let pinned = document.annotations.is_pinned(&pin);
    let (icon, name) =
        if pinned { (Icon::Unpin, "Unpin from brief") } else { (Icon::Pin, "Pin to brief") };
    if icon_button(ui, icon, name).clicked() {
        actions.push(Action::TogglePin(pin));
    }
}
