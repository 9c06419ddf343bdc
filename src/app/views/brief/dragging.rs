//! What is dragged with the mouse: from the material, and within the outline.

use egui::style::ScrollAnimation;
use egui::{Area, DragAndDrop, Id, Margin, Order, Rect, RichText, Sense, Stroke, Ui, vec2};

use super::entry::told;
use crate::annotations::{Brief, BriefEdit, Content, Entry, Section};
use crate::app::action::{Action, Actions};
use crate::app::briefing::BriefWish;
use crate::app::state::Document;
use crate::app::theme::{self, font};
use crate::app::widgets::sheet::floating_frame;
use crate::dossier::shorten;

/// What is dragged with the mouse.
#[derive(Clone, Debug)]
pub(super) enum Dragged {
    /// A section, by id.
    Section(String),
    /// An entry, by id.
    Entry(String),
    /// Something of the material.
    New(Content),
}

/// A section is dropped above or below another; an entry onto its heading comes first in it.
pub(super) fn drop_section(
    ui: &mut Ui,
    brief: &Brief,
    place: usize,
    rect: Rect,
    actions: &mut Actions,
) {
    let Some(section) = brief.sections.get(place) else { return };
    let Some((dragged, below, released)) = dragged_over(ui, rect, ("section", &section.id)) else {
        return;
    };
    let edit = match &*dragged {
        Dragged::Section(id) => {
            mark(ui, rect, below);
            let from = brief.sections.iter().position(|known| known.id == *id);
            let to = place + usize::from(below);
            // What stood before it moves up by one.
            let to = to - usize::from(from.is_some_and(|from| from < to));
            BriefEdit::MoveSection { id: id.clone(), to }
        }
        Dragged::Entry(id) => {
            mark(ui, rect, true);
            BriefEdit::Move { id: id.clone(), section: section.id.clone(), to: 0 }
        }
        Dragged::New(content) => {
            mark(ui, rect, true);
            insert(brief, section, 0, content)
        }
    };
    if released {
        actions.push(Action::Brief(BriefWish::Edit(edit)));
    }
}

pub(super) fn drop_entry(
    ui: &mut Ui,
    brief: &Brief,
    section: &Section,
    place: usize,
    rect: Rect,
    actions: &mut Actions,
) {
    let Some((dragged, below, released)) = dragged_over(ui, rect, ("entry", &section.id, place))
    else {
        return;
    };
    // Behind the last there is only one place.
    let below = below && place < section.entries.len();
    let at = place + usize::from(below);
    let edit = match &*dragged {
        Dragged::Section(_) => return,
        Dragged::Entry(id) => {
            let from = section.entries.iter().position(|entry| entry.id == *id);
            let to = at - usize::from(from.is_some_and(|from| from < at));
            BriefEdit::Move { id: id.clone(), section: section.id.clone(), to }
        }
        Dragged::New(content) => insert(brief, section, at, content),
    };
    mark(ui, rect, below);
    if released {
        actions.push(Action::Brief(BriefWish::Edit(edit)));
    }
}

fn insert(brief: &Brief, section: &Section, at: usize, content: &Content) -> BriefEdit {
    let entry = Entry { id: brief.free_id(), content: content.clone() };
    BriefEdit::Insert { section: section.id.clone(), at, entry }
}

/// What is dragged over a row, whether it would come below its middle, and whether it is let go.
fn dragged_over(
    ui: &mut Ui,
    rect: Rect,
    id: impl std::hash::Hash + std::fmt::Debug,
) -> Option<(std::sync::Arc<Dragged>, bool, bool)> {
    let dragged = DragAndDrop::payload::<Dragged>(ui.ctx())?;
    // Rows stand a little apart; between them the upper one counts.
    let around = rect.expand2(vec2(0.0, 3.0));
    let response = ui.interact(around, Id::unique(("drop", id)), Sense::hover());
    let pointer = ui.ctx().pointer_interact_pos().filter(|pointer| around.contains(*pointer))?;
    let released = response.dnd_release_payload::<Dragged>().is_some()
        || ui.ctx().input(|input| input.pointer.any_released());
    Some((dragged, pointer.y > rect.center().y, released))
}

/// Near the edge of the list, what is dragged moves the list under it.
pub(super) fn scroll_under(ui: &Ui, view: Rect) {
    const EDGE: f32 = 36.0;
    const STEP: f32 = 9.0;
    if !DragAndDrop::has_payload_of_type::<Dragged>(ui.ctx()) {
        return;
    }
    let Some(pointer) = ui.ctx().pointer_interact_pos().filter(|at| view.x_range().contains(at.x))
    else {
        return;
    };
    let by = if pointer.y < view.top() + EDGE {
        STEP
    } else if pointer.y > view.bottom() - EDGE {
        -STEP
    } else {
        return;
    };
    ui.scroll_with_delta_animation(vec2(0.0, by), ScrollAnimation::none());
    ui.ctx().request_repaint();
}

/// What is dragged, beside the pointer.
pub(super) fn show_dragged(ui: &Ui, document: &Document, brief: &Brief) {
    let Some(dragged) = DragAndDrop::payload::<Dragged>(ui.ctx()) else { return };
    let Some(pointer) = ui.ctx().pointer_interact_pos() else { return };
    let words = match &*dragged {
        Dragged::Section(id) => brief.section(id).map(|section| section.heading.clone()),
        Dragged::Entry(id) => {
            brief.entry(id).map(|(.., entry)| told(document, &entry.content).words)
        }
        Dragged::New(content) => Some(told(document, content).words),
    };
    let Some(words) = words else { return };
    ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
    Area::new(Id::unique("dragged"))
        .order(Order::Tooltip)
        .fixed_pos(pointer + vec2(14.0, 10.0))
        .interactable(false)
        .show(ui.ctx(), |ui| {
            floating_frame(ui).inner_margin(Margin::symmetric(8, 4)).show(ui, |ui| {
                let words = RichText::new(shorten(&words, 40)).font(font::control());
                ui.add(egui::Label::new(words).extend());
            });
        });
}

/// A line where what is dragged would come.
fn mark(ui: &Ui, rect: Rect, below: bool) {
    let y = if below { rect.bottom() + 3.0 } else { rect.top() - 3.0 };
    let y = y.clamp(ui.clip_rect().top() + 2.0, ui.clip_rect().bottom() - 2.0);
    ui.painter().hline(rect.x_range(), y, Stroke::new(3.0, theme::tokens(ui).accent));
}
