//! Writing annotations. What is typed is kept from the first character on; typing is one step to
//! undo.

use egui::Context;
use jiff::Timestamp;

use super::App;
use super::action::Wording;
use super::state::Draft;
use super::texts::Touching;
use crate::annotations::{Annotation, Edit, tags_from};
use crate::dossier::Item;

impl App {
    pub(super) fn annotate(&mut self, ctx: &Context, item: Item) {
        let Some(id) = self.id_of(item) else { return };
        self.close_annotation(ctx);
        self.state.draft =
            Some(Draft { on: id, passage: None, id: None, wording: Wording::default() });
        self.views.focus_draft();
    }

    pub(super) fn edit_annotation(&mut self, ctx: &Context, id: &str) {
        let Some(document) = &self.state.document else { return };
        let Some(annotation) = document.annotations.get(id) else { return };
        let draft = Draft {
            on: annotation.on.clone(),
            passage: annotation.passage.clone(),
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
        let (Some(document), Some(draft)) = (&mut self.state.document, &mut self.state.draft)
        else {
            return;
        };
        let before = Touching::of(document);
        draft.wording = wording.clone();
        let now = Timestamp::now();
        let (kind, text, tags) = (wording.kind, wording.text, tags_from(&wording.tags));
        let changed = match &draft.id {
            Some(id) => {
                let edit = Edit::Rewrite { id: id.clone(), kind, text, tags, modified: now };
                document.history.apply_typing(edit, &mut document.annotations)
            }
            None if text.trim().is_empty() => false,
            None => {
                let id = document.annotations.free_id();
                draft.id = Some(id.clone());
                let (on, passage) = (draft.on.clone(), draft.passage.clone());
                let annotation =
                    Annotation { id, on, passage, kind, text, tags, created: now, modified: now };
                let at = document.annotations.annotations.len();
                let insert = Edit::Insert { at, annotation };
                document.history.apply_typing(insert, &mut document.annotations)
            }
        };
        if changed {
            self.changed(ctx);
            self.check_what_changed(&before);
        }
    }

    /// Closes the open annotation. One that was left without words is taken away again.
    pub(super) fn close_annotation(&mut self, ctx: &Context) {
        let Some(draft) = self.state.draft.take() else { return };
        let Some(document) = &mut self.state.document else { return };
        if let Some(id) = draft.id
            && draft.wording.text.trim().is_empty()
        {
            let removed = document.history.apply(Edit::Remove { id }, &mut document.annotations);
            if removed {
                self.changed(ctx);
            }
        } else {
            document.history.end_typing();
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
