//! The annotation being written: a small card over the screen that leaves the sources readable.

use egui::{
    Align, Align2, Area, Event, Id, Key, Layout, Margin, Order, Response, RichText, TextEdit, Ui,
    vec2,
};

use crate::annotations::AnnotationKind;
use crate::app::action::{Action, Actions};
use crate::app::state::{Document, Draft, State};
use crate::app::theme::{self, Icon, font, space};
use crate::app::widgets::chip::chip;
use crate::app::widgets::controls::{icon_button, primary_button, quiet};
use crate::app::widgets::sheet::floating_frame;
use crate::dossier::{ItemKind, shorten};
use crate::text::one_line;

#[derive(Default)]
pub(super) struct DraftView {
    /// Whether the cursor is on its way into the text.
    waiting: bool,
}

impl DraftView {
    pub(super) fn focus(&mut self) {
        self.waiting = true;
    }

    /// A card that is new gets the cursor with its second frame; keys that come first are not lost.
    fn take_early_keys(&mut self, ui: &Ui, field: &Response, text: &mut String) {
        if !self.waiting {
            return;
        }
        if field.has_focus() && field.enabled() {
            self.waiting = false;
            return;
        }
        field.request_focus();
        ui.input(|input| {
            for event in &input.events {
                if let Event::Text(typed) = event {
                    text.push_str(typed);
                }
            }
        });
    }
}

pub(super) fn show(
    view: &mut DraftView,
    ui: &Ui,
    state: &State,
    document: &Document,
    actions: &mut Actions,
) {
    let Some(draft) = &state.draft else { return };
    // The card must not cover the words it is about.
    let on = document.index.catalogue.find(&draft.on);
    let corner = if on.is_some_and(|item| item.kind == ItemKind::Quotation) {
        (Align2::LEFT_BOTTOM, vec2(96.0, -52.0))
    } else {
        (Align2::RIGHT_BOTTOM, vec2(-24.0, -52.0))
    };
    Area::new(Id::unique("draft"))
        .order(Order::Foreground)
        .anchor(corner.0, corner.1)
        .fade_in(false)
        .show(ui.ctx(), |ui| {
            floating_frame(ui).show(ui, |ui| {
                ui.set_width(400.0);
                card(view, ui, document, draft, actions);
            });
        });
}

fn card(
    view: &mut DraftView,
    ui: &mut Ui,
    document: &Document,
    draft: &Draft,
    actions: &mut Actions,
) {
    let tokens = theme::tokens(ui);
    let mut wording = draft.wording.clone();
    ui.horizontal(|ui| {
        let words = match &draft.answers {
            Some(note) => format!("Answer to {}", note.analyst),
            None if draft.id.is_some() => "Annotation".to_owned(),
            None => "New annotation".to_owned(),
        };
        ui.label(RichText::new(words).font(font::heading()).color(tokens.ink));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon_button(ui, Icon::Close, "Close annotation").clicked() {
                actions.push(Action::CloseAnnotation);
            }
        });
    });
    let item = document.index.catalogue.find(&draft.on);
    let title = item.map(|item| document.index.title_of(&document.dossier, item));
    let passage = draft.passage.as_ref();
    let words = passage.map(|passage| format!("“{}”", one_line(&passage.selector.exact)));
    quiet(ui, format!("on {}", shorten(&words.or(title).unwrap_or_else(|| draft.on.clone()), 80)));
    ui.add_space(space::SMALL);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for kind in AnnotationKind::ALL {
            if chip(ui, kind.name(), wording.kind == kind).clicked() {
                wording.kind = kind;
            }
        }
    });
    ui.add_space(space::SMALL);
    let text = TextEdit::multiline(&mut wording.text)
        .id(Id::unique("annotation text"))
        .hint_text("What is to be noted, asked or said?")
        .desired_width(f32::INFINITY)
        .desired_rows(4)
        .margin(Margin::symmetric(10, 8));
    let field = ui.add(text).accessible_name("Annotation text");
    view.take_early_keys(ui, &field, &mut wording.text);
    ui.add_space(space::TINY);
    let tags = TextEdit::singleline(&mut wording.tags)
        .id(Id::unique("annotation tags"))
        .hint_text("Tags, separated by commas")
        .desired_width(f32::INFINITY)
        .margin(Margin::symmetric(10, 6));
    ui.add(tags).accessible_name("Annotation tags");
    if wording != draft.wording {
        actions.push(Action::Write(wording));
    }
    ui.add_space(space::SMALL);
    ui.horizontal(|ui| {
        quiet(ui, "Kept as you type");
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if primary_button(ui, "Done").clicked() {
                actions.push(Action::CloseAnnotation);
            }
            if let Some(id) = &draft.id
                && icon_button(ui, Icon::Delete, "Delete this annotation").clicked()
            {
                actions.push(Action::DeleteAnnotation(id.clone()));
            }
        });
    });
    let done = ui.input(|input| {
        input.key_pressed(Key::Escape) || (input.key_pressed(Key::Enter) && input.modifiers.command)
    });
    if done {
        actions.push(Action::CloseAnnotation);
    }
}
