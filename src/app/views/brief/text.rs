//! The analyst's own text in a brief: written, citing, judging.

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{ComboBox, Id, Margin, Role, TextEdit, Ui, WidgetInfo};

use super::citing::{Cited, Citing};
use crate::annotations::{BriefEdit, Confidence, Content, Judgement, Likelihood};
use crate::app::action::{Action, Actions};
use crate::app::briefing::BriefWish;
use crate::app::state::Document;
use crate::app::theme::space;
use crate::app::widgets::chip::chip;
use crate::app::widgets::controls::quiet;

#[derive(Default)]
pub(super) struct TextView {
    citing: Citing,
    basis: Citing,
    /// The entry whose judgement is shown although nothing is judged yet.
    judging: Option<String>,
}

impl TextView {
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        entry: &str,
        markdown: &str,
        judgement: Option<&Judgement>,
        take_cursor: bool,
        actions: &mut Actions,
    ) {
        let mut text = markdown.to_owned();
        let name = "Text of the brief";
        let hint = "Write in Markdown. @ cites: choose the words that bear it out.";
        let id = Id::unique(("brief text", entry));
        cited_text(ui, document, &mut self.citing, id, name, hint, &mut text, take_cursor);
        let mut judged = judgement.cloned().unwrap_or_default();
        let judging = !judged.is_empty() || self.judging.as_deref() == Some(entry);
        ui.horizontal(|ui| {
            if chip(ui, "Judgement", judging)
                .on_hover_text("How likely, how certain, on what basis")
                .clicked()
            {
                self.judging = (!judging).then(|| entry.to_owned());
                if judging {
                    judged = Judgement::default();
                }
            }
            quiet(ui, "**strong**, *emphasis*, - list, [@id]");
        });
        if judging {
            ui.add_space(space::TINY);
            self.judgement(ui, document, entry, &mut judged);
        }
        let changed = text != markdown || judged != judgement.cloned().unwrap_or_default();
        if changed {
            let judgement = (!judged.is_empty()).then(|| Box::new(judged));
            let content = Content::Text { markdown: text, judgement };
            let edit = BriefEdit::Rewrite { id: entry.to_owned(), content };
            actions.push(Action::Brief(BriefWish::Type(edit)));
        }
    }

    fn judgement(&mut self, ui: &mut Ui, document: &Document, entry: &str, judged: &mut Judgement) {
        ui.horizontal_wrapped(|ui| {
            let likelihood = |one: Likelihood| format!("{}, {}", one.words(), one.percent());
            choice(ui, "Likelihood", &mut judged.likelihood, &Likelihood::ALL, likelihood);
            let confidence = |one: Confidence| format!("{} confidence", one.word());
            choice(ui, "Confidence", &mut judged.confidence, &Confidence::ALL, confidence);
        });
        let id = Id::unique(("basis", entry));
        let hint = "What the judgement stands on; @ cites";
        let (name, basis) = ("Basis of the judgement", &mut judged.basis);
        cited_text(ui, document, &mut self.basis, id, name, hint, basis, false);
    }
}

/// A choice of one or none.
fn choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    chosen: &mut Option<T>,
    all: &[T],
    words: impl Fn(T) -> String,
) {
    let none = format!("{name} not said");
    let shown = chosen.map_or(none.clone(), &words);
    let response = ComboBox::from_id_salt(name)
        .selected_text(&shown)
        .show_ui(ui, |ui| {
            ui.selectable_value(chosen, None, none);
            for one in all {
                ui.selectable_value(chosen, Some(*one), words(*one));
            }
        })
        .response;
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, format!("{name}: {shown}")));
}

/// A text in which `@` cites.
fn cited_text(
    ui: &mut Ui,
    document: &Document,
    citing: &mut Citing,
    id: Id,
    name: &str,
    hint: &str,
    text: &mut String,
    take_cursor: bool,
) {
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let mut cited = if has_focus { citing.take_keys(ui, text) } else { None };
    let output = TextEdit::multiline(text)
        .id(id)
        .hint_text(hint)
        .desired_width(f32::INFINITY)
        .desired_rows(3)
        .margin(Margin::symmetric(8, 6))
        .show(ui);
    let cursor = output.cursor_range.map(|range| range.primary.index.0);
    let response = output.response.response.accessible_name(name);
    if take_cursor {
        response.request_focus();
    }
    let writing = response.has_focus();
    citing.look(document, text, cursor.filter(|_| writing || take_cursor));
    cited = cited.or_else(|| citing.show(ui, text));
    if let Some(Cited { text: with_citation, cursor }) = cited {
        *text = with_citation;
        let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
        state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(cursor))));
        state.store(ui.ctx(), id);
        ui.memory_mut(|memory| memory.request_focus(id));
    }
}
