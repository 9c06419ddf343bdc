//! What an entry of a brief is called, and how it reads.

use egui::{RichText, Ui};

use crate::annotations::{BriefEdit, Content, Entry, Form};
use crate::app::action::{Action, Actions};
use crate::app::briefing::BriefWish;
use crate::app::state::Document;
use crate::app::theme::{self, Icon, font};
use crate::dossier::{Item, ItemKind};
use crate::text::one_line;

/// An entry in words: its kind, and what it says.
pub(super) struct Told {
    /// The kind.
    pub(super) kind: String,
    /// What it says.
    pub(super) words: String,
    /// Whether it is what a source said.
    pub(super) quoted: bool,
}

pub(super) fn told(document: &Document, content: &Content) -> Told {
    let plain = |kind: &str, words: String| Told { kind: kind.to_owned(), words, quoted: false };
    match content {
        Content::Text { markdown, .. } => plain("text", one_line(markdown)),
        Content::Item { id, .. } => match document.index.catalogue.find(id) {
            Some(item) => told_item(document, item),
            None => plain("gone", format!("{id}, no longer in the dossier")),
        },
        Content::Passage { passage, .. } => Told {
            kind: "passage".to_owned(),
            words: one_line(&passage.selector.exact),
            quoted: true,
        },
        Content::Annotation { id } => match document.annotations.get(id) {
            Some(annotation) => {
                plain(&annotation.kind.name().to_lowercase(), one_line(&annotation.text))
            }
            None => plain("gone", format!("annotation {id}, deleted")),
        },
        Content::Note(note) => {
            let kind = format!("{} of {}", note.kind.name().to_lowercase(), note.of.analyst);
            plain(&kind, one_line(&note.text))
        }
    }
}

pub(super) fn told_item(document: &Document, item: Item) -> Told {
    let (dossier, index) = (&document.dossier, &document.index);
    let words = match item.kind {
        ItemKind::Quotation => {
            let quotation = dossier.quotations.get(item.index());
            quotation.map(|quotation| one_line(&quotation.selector.exact)).unwrap_or_default()
        }
        ItemKind::Metric => {
            let value = index.value_of(dossier, item.index()).map(ToString::to_string);
            format!("{}: {}", index.title_of(dossier, item), value.unwrap_or_default())
        }
        ItemKind::Event => {
            let when = dossier.events.get(item.index()).map(|event| event.when.to_string());
            format!("{}, {}", index.title_of(dossier, item), when.unwrap_or_default())
        }
        ItemKind::Source => {
            let source = dossier.sources.get(item.index());
            source
                .map(|source| format!("{}: {}", source.publisher, source.title))
                .unwrap_or_default()
        }
        _ => index.title_of(dossier, item),
    };
    let quoted = item.kind == ItemKind::Quotation;
    Told { kind: item.kind.name().to_owned(), words, quoted }
}

/// The forms in which an entry can read; none where there is no choice.
fn forms(document: &Document, content: &Content) -> &'static [Form] {
    match content {
        Content::Item { id, .. } => {
            let item = document.index.catalogue.find(id);
            item.map_or(&[], |item| Form::of(item.kind))
        }
        Content::Passage { .. } => Form::of(ItemKind::Quotation),
        Content::Text { .. } | Content::Annotation { .. } | Content::Note(_) => &[],
    }
}

/// A menu of the forms in which an entry can read.
pub(super) fn form_menu(ui: &mut Ui, document: &Document, entry: &Entry, actions: &mut Actions) {
    let forms = forms(document, &entry.content);
    let chosen = entry.content.form().filter(|form| forms.contains(form));
    let Some(shown) = chosen.or(forms.first().copied()).filter(|_| forms.len() > 1) else { return };
    let colour = theme::tokens(ui).second_ink;
    let words = RichText::new(shown.name()).font(font::caption()).color(colour);
    let down = Icon::Down.text(11.0).color(colour);
    let menu = ui.menu_button((words, down), |ui| {
        for form in forms {
            if ui.selectable_label(*form == shown, form.name()).clicked() {
                let content = entry.content.clone().with_form(*form);
                let edit = BriefEdit::Rewrite { id: entry.id.clone(), content };
                actions.push(Action::Brief(BriefWish::Edit(edit)));
                ui.close();
            }
        }
    });
    let name = format!("How it reads: {}", shown.name());
    menu.response.accessible_name(name).on_hover_text("How it reads");
}
