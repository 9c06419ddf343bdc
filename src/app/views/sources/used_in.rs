//! Under a quotation in focus: where it is used, and what can be done with it.

use egui::{RichText, Ui};

use crate::annotations::Pin;
use crate::app::action::{Action, Actions};
use crate::app::state::{Document, State};
use crate::app::theme::{self, font, space};
use crate::app::widgets::annotation_box::annotation_boxes;
use crate::app::widgets::card::framed;
use crate::app::widgets::controls::{inline_link, overline, quiet};
use crate::app::widgets::passage::remark_line;
use crate::dossier::{Item, ItemKind, Speech, shorten};

/// Most uses that are listed.
const MOST: usize = 24;

pub(super) fn show(
    ui: &mut Ui,
    state: &State,
    document: &Document,
    place: u32,
    actions: &mut Actions,
) {
    let Some(quotation) = document.dossier.quotations.get(place as usize) else { return };
    let item = Item { kind: ItemKind::Quotation, position: place };
    let tokens = theme::tokens(ui);
    framed(ui, tokens.line, |ui| {
        overline(ui, "Used in");
        uses(ui, document, place, actions);
        said(ui, document, quotation);
        if let Some(remark) = &quotation.remark {
            remark_line(ui, remark);
        }
        annotation_boxes(ui, state, document, quotation.id.as_str(), actions);
        ui.add_space(space::SMALL);
        ui.horizontal_wrapped(|ui| {
            if ui.button("Annotate").clicked() {
                actions.push(Action::Annotate(item));
            }
            let pin = Pin::Item(quotation.id.to_string());
            let pinned = document.annotations.is_pinned(&pin);
            if ui.button(if pinned { "Unpin from brief" } else { "Pin to brief" }).clicked() {
                actions.push(Action::TogglePin(pin));
            }
            if ui.button("Show on Desk").clicked() {
                actions.push(Action::Focus(item));
            }
        });
    });
}

fn uses(ui: &mut Ui, document: &Document, place: u32, actions: &mut Actions) {
    let mut items: Vec<Item> = Vec::new();
    for usage in document.index.uses(place as usize) {
        if !items.contains(&usage.item) {
            items.push(usage.item);
        }
    }
    items.sort_by_key(|item| (item.kind, item.position));
    if items.is_empty() {
        quiet(ui, "Nothing in the dossier cites it.");
    }
    let shown = items.get(..MOST.min(items.len())).unwrap_or_default();
    for of_kind in shown.chunk_by(|one, next| one.kind == next.kind) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::SMALL, 0.0);
            if let Some(first) = of_kind.first() {
                let name = RichText::new(first.kind.name()).font(font::caption());
                ui.label(name.color(theme::tokens(ui).second_ink));
            }
            for item in of_kind {
                let title = document.index.title_of(&document.dossier, *item);
                if inline_link(ui, &shorten(&title, 60)).on_hover_text(&*title).clicked() {
                    actions.push(Action::ShowDetails(*item));
                }
            }
        });
    }
    if let Some(more) = items.len().checked_sub(MOST).filter(|more| *more > 0) {
        quiet(ui, format!("and {more} more"));
    }
}

/// Who is speaking, and how.
fn said(ui: &mut Ui, document: &Document, quotation: &crate::dossier::Quotation) {
    let speaker =
        quotation.speaker.as_ref().and_then(|id| document.index.entity(&document.dossier, id));
    let mut parts = Vec::new();
    parts.extend(speaker.map(|entity| entity.name.clone()));
    parts.push(match (speaker, quotation.speech) {
        (None, Speech::Narrative) => "told in the source's own voice".to_owned(),
        (_, speech) => speech.name().to_owned(),
    });
    parts.extend(quotation.said.as_ref().map(ToString::to_string));
    parts.extend(quotation.origin.as_ref().map(|origin| format!("from {origin}")));
    quiet(ui, parts.join(" · "));
}
