//! Writing annotations. What is typed is kept from the first character on; typing is one step to
//! undo.

use std::time::{Duration, Instant};

use egui::Context;
use jiff::Timestamp;

use super::App;
use super::action::Wording;
use super::state::Draft;
use crate::annotations::{Annotation, Edit, NoteOf, tags_from};
use crate::dossier::Item;

/// Typing that is interrupted for longer goes on as another step to undo.
const PAUSE: Duration = Duration::from_secs(4);

impl App {
    pub(super) fn annotate(&mut self, ctx: &Context, item: Item) {
        let Some(id) = self.id_of(item).filter(|_| !self.is_read_only()) else { return };
        self.close_annotation(ctx);
        self.state.draft = Some(Draft {
            on: id,
            passage: None,
            answers: None,
            id: None,
            wording: Wording::default(),
        });
        self.views.focus_draft();
    }

    /// Starts an answer to somebody's annotation.
    pub(super) fn answer(&mut self, ctx: &Context, note: NoteOf, on: String) {
        if self.is_read_only() {
            return;
        }
        self.close_annotation(ctx);
        let answers = Some(note);
        self.state.draft =
            Some(Draft { on, passage: None, answers, id: None, wording: Wording::default() });
        self.views.focus_draft();
    }

    pub(super) fn edit_annotation(&mut self, ctx: &Context, id: &str) {
        if self.is_read_only() {
            return;
        }
        let Some(document) = &self.state.document else { return };
        let Some(annotation) = document.annotations.get(id) else { return };
        let draft = Draft {
            on: annotation.on.clone(),
            passage: annotation.passage.clone(),
            answers: annotation.answers.clone(),
            id: Some(annotation.id.clone()),
            wording: Wording {
                kind: annotation.kind,
                text: annotation.text.clone(),
                tags: annotation.tags.join(", "),
            },
        };
        self.close_annotation(ctx);
        self.state.draft = Some(draft);
        self.views.focus_draft();
    }

    pub(super) fn write_annotation(&mut self, ctx: &Context, wording: Wording) {
        let (Some(document), Some(draft)) = (&self.state.document, &mut self.state.draft) else {
            return;
        };
        draft.wording = wording.clone();
        let now = Timestamp::now();
        let (kind, text, tags) = (wording.kind, wording.text, tags_from(&wording.tags));
        let edit = match &draft.id {
            Some(id) => Edit::Rewrite { id: id.clone(), kind, text, tags, modified: now },
            None if text.trim().is_empty() => return,
            None => {
                let id = document.annotations.free_id();
                draft.id = Some(id.clone());
                let (on, passage) = (draft.on.clone(), draft.passage.clone());
                let answers = draft.answers.clone();
                let annotation = Annotation {
                    id,
                    on,
                    passage,
                    answers,
                    kind,
                    text,
                    tags,
                    created: now,
                    modified: now,
                };
                Edit::Insert { at: document.annotations.annotations.len(), annotation }
            }
        };
        self.pause_typing(ctx);
        self.edit_typing(ctx, edit);
    }

    /// Who pauses begins another step to undo.
    pub(super) fn pause_typing(&mut self, ctx: &Context) {
        let typed = Instant::now();
        if self.typed.is_some_and(|before| typed - before > PAUSE) {
            self.end_typing(ctx);
        }
        self.typed = Some(typed);
    }

    /// Closes the open annotation. One that was left without words is taken away again.
    pub(super) fn close_annotation(&mut self, ctx: &Context) {
        let Some(draft) = self.state.draft.take() else { return };
        match draft.id {
            Some(id) if draft.wording.text.trim().is_empty() => {
                self.edit(ctx, Edit::Remove { id });
            }
            _ => self.end_typing(ctx),
        }
    }

    pub(super) fn delete_annotation(&mut self, ctx: &Context, id: String) {
        if self.state.draft.as_ref().is_some_and(|draft| draft.id.as_ref() == Some(&id)) {
            self.state.draft = None;
        }
        self.edit(ctx, Edit::Remove { id });
        self.mention(ctx, "Annotation deleted. Ctrl+Z brings it back.");
    }
}
