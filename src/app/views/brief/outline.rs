//! The outline: sections and what stands in them, moved with the mouse or with keys.

use egui::{
    Align, Frame, Id, Key, Layout, Margin, Rect, Response, RichText, Sense, Stroke, TextEdit, Ui,
    WidgetInfo, vec2,
};

use super::dragging::{Dragged, drop_entry, drop_section, scroll_under, show_dragged};
use super::entry::{form_menu, told};
use super::head;
use super::text::TextView;
use crate::annotations::{Brief, BriefEdit, Content, Entry, Section};
use crate::app::action::{Action, Actions};
use crate::app::briefing::{BriefWish, Selected};
use crate::app::commands::Command;
use crate::app::state::{Document, State};
use crate::app::theme::{self, Icon, font, radius, space};
use crate::app::widgets::controls::{icon_button, quiet};
use crate::app::widgets::virtual_list::VirtualList;
use crate::dossier::shorten;

#[derive(Default)]
pub(super) struct OutlineView {
    list: VirtualList,
    text: TextView,
    head_open: bool,
    /// The section or entry on its way to the cursor.
    focus: Option<String>,
    scroll_to_selected: bool,
    version: u64,
    rows: Vec<Row>,
    keys: Vec<u32>,
}

/// A row of the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    /// A section, by its place.
    Section(usize),
    /// An entry, by the places of its section and of itself.
    Entry(usize, usize),
    /// Where something can be added to a section.
    End(usize),
}

impl OutlineView {
    pub(super) fn focus(&mut self, id: String) {
        self.focus = Some(id);
        self.scroll_to_selected = true;
    }

    pub(super) fn scroll_to_selected(&mut self) {
        self.scroll_to_selected = true;
    }

    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        state: &State,
        document: &Document,
        actions: &mut Actions,
    ) {
        let Some(brief) = document.brief(&state.briefing) else { return };
        head::show(ui, state, document, brief, &mut self.head_open, actions);
        let version = state.briefing.page.as_ref().map_or(0, |page| page.version);
        if self.version != version || self.rows.is_empty() {
            self.version = version;
            self.rows = rows(brief);
            self.keys = (0..self.rows.len() as u32).collect();
        }
        if std::mem::take(&mut self.scroll_to_selected)
            && let Some(place) = self.rows.iter().position(|row| is_selected(state, brief, *row))
        {
            self.list.scroll_to(place as u32);
        }
        self.take_enter(ui, state);
        let bottom = 40.0;
        let height = (ui.available_height() - bottom).max(80.0);
        let (mut list, keys) = (std::mem::take(&mut self.list), std::mem::take(&mut self.keys));
        ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
            let view = ui.available_rect_before_wrap();
            let mut scrolled = false;
            list.show(ui, "outline", &keys, version, 6.0, |ui, key| {
                if !std::mem::replace(&mut scrolled, true) {
                    scroll_under(ui, view);
                }
                let Some(row) = self.rows.get(key as usize).copied() else { return };
                self.row(ui, state, document, brief, row, actions);
            });
        });
        (self.list, self.keys) = (list, keys);
        show_dragged(ui, document, brief);
        ui.add_space(space::SMALL);
        ui.horizontal(|ui| {
            if ui.button("+ Section").clicked() {
                actions.push(Action::Run(Command::AddSection));
            }
            if ui.button("+ Text").clicked() {
                actions.push(Action::Run(Command::AddText));
            }
            quiet(ui, "drag to order, or Alt+Shift+↑ ↓");
        });
    }

    /// Enter goes into the text or the heading that is selected, where nothing else has the keyboard.
    fn take_enter(&mut self, ui: &Ui, state: &State) {
        let free = ui.memory(|memory| memory.focused().is_none());
        let pressed = ui.input(|input| input.key_pressed(Key::Enter));
        let (Some(Selected::Section(id) | Selected::Entry(id)), true) =
            (&state.briefing.selected, free && pressed && state.sheet.is_none())
        else {
            return;
        };
        self.focus(id.clone());
    }

    fn row(
        &mut self,
        ui: &mut Ui,
        state: &State,
        document: &Document,
        brief: &Brief,
        row: Row,
        actions: &mut Actions,
    ) {
        match row {
            Row::Section(place) => {
                let Some(section) = brief.sections.get(place) else { return };
                let selected = is_selected(state, brief, row);
                let rect = self.section(ui, place, section, selected, actions);
                drop_section(ui, brief, place, rect, actions);
            }
            Row::Entry(of, place) => {
                let Some(section) = brief.sections.get(of) else { return };
                let Some(entry) = section.entries.get(place) else { return };
                let selected = is_selected(state, brief, row);
                let rect = self.entry(ui, document, entry, selected, actions);
                drop_entry(ui, brief, section, place, rect, actions);
            }
            Row::End(place) => {
                let Some(section) = brief.sections.get(place) else { return };
                let (rect, _) =
                    ui.allocate_exact_size(vec2(ui.available_width(), 8.0), Sense::hover());
                drop_entry(ui, brief, section, section.entries.len(), rect, actions);
            }
        }
    }

    fn section(
        &mut self,
        ui: &mut Ui,
        place: usize,
        section: &Section,
        selected: bool,
        actions: &mut Actions,
    ) -> Rect {
        let tokens = theme::tokens(ui);
        let wished = Selected::Section(section.id.clone());
        let shown = framed(ui, selected, tokens.card, |ui| {
            ui.horizontal(|ui| {
                let name = format!("Section {}: {}", place + 1, section.heading);
                handle(
                    ui,
                    &section.id,
                    &name,
                    Dragged::Section(section.id.clone()),
                    &wished,
                    actions,
                );
                ui.label(
                    RichText::new(format!("{}", place + 1))
                        .font(font::heading())
                        .color(tokens.second_ink),
                );
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if selected && icon_button(ui, Icon::Delete, "Remove this section").clicked() {
                        let edit = BriefEdit::RemoveSection { id: section.id.clone() };
                        actions.push(Action::Brief(BriefWish::Edit(edit)));
                    }
                    let mut heading = section.heading.clone();
                    let field = TextEdit::singleline(&mut heading)
                        .id(Id::unique(("heading", &section.id)))
                        .font(font::heading())
                        .frame(Frame::NONE)
                        .hint_text("Heading")
                        .desired_width(ui.available_width());
                    let field = ui.add(field);
                    let field = field.accessible_name(format!("Heading of section {}", place + 1));
                    if self.focus.as_ref() == Some(&section.id) {
                        self.focus = None;
                        field.request_focus();
                    }
                    if field.gained_focus() && !selected {
                        actions.push(Action::Brief(BriefWish::Select(Some(wished.clone()))));
                    }
                    if field.changed() {
                        let edit = BriefEdit::Rename { id: section.id.clone(), heading };
                        actions.push(Action::Brief(BriefWish::Type(edit)));
                    }
                });
            });
        });
        shown.rect
    }

    fn entry(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        entry: &Entry,
        selected: bool,
        actions: &mut Actions,
    ) -> Rect {
        let tokens = theme::tokens(ui);
        let wished = Selected::Entry(entry.id.clone());
        let told = told(document, &entry.content);
        let name = format!("{}: {}", told.kind, told.words);
        let shown = ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(space::HUGE);
            framed(ui, selected, tokens.panel, |ui| {
                ui.spacing_mut().item_spacing.x = space::SMALL;
                ui.horizontal(|ui| {
                    handle(
                        ui,
                        &entry.id,
                        &name,
                        Dragged::Entry(entry.id.clone()),
                        &wished,
                        actions,
                    );
                    quiet_kind(ui, &told.kind);
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        if selected
                            && icon_button(ui, Icon::Delete, "Remove from the brief").clicked()
                        {
                            let edit = BriefEdit::Remove { id: entry.id.clone() };
                            actions.push(Action::Brief(BriefWish::Edit(edit)));
                        }
                        ui.push_id(&entry.id, |ui| form_menu(ui, document, entry, actions));
                    });
                });
                match &entry.content {
                    Content::Text { markdown, judgement } if selected => {
                        let take = self.focus.take_if(|id| *id == entry.id).is_some();
                        let judgement = judgement.as_deref();
                        self.text.show(ui, document, &entry.id, markdown, judgement, take, actions);
                    }
                    _ => {
                        let font = if told.quoted { font::quotation() } else { font::body() };
                        let words = match told.words.as_str() {
                            "" => RichText::new("Nothing written yet").color(tokens.second_ink),
                            words => RichText::new(shorten(words, 240)).color(tokens.ink),
                        };
                        let label = egui::Label::new(words.font(font)).wrap().sense(Sense::click());
                        let label = ui.add(label).on_hover_cursor(egui::CursorIcon::PointingHand);
                        label.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
                        if label.clicked() {
                            actions.push(Action::Brief(BriefWish::Select(Some(wished.clone()))));
                            if matches!(entry.content, Content::Text { .. }) {
                                self.focus = Some(entry.id.clone());
                            }
                        }
                    }
                }
            })
            .rect
        });
        shown.inner
    }
}

fn quiet_kind(ui: &mut Ui, kind: &str) {
    let colour = theme::tokens(ui).second_ink;
    ui.label(RichText::new(kind).font(font::overline()).color(colour));
}

fn rows(brief: &Brief) -> Vec<Row> {
    let mut rows = Vec::new();
    for (place, section) in brief.sections.iter().enumerate() {
        rows.push(Row::Section(place));
        rows.extend((0..section.entries.len()).map(|entry| Row::Entry(place, entry)));
        rows.push(Row::End(place));
    }
    rows
}

fn is_selected(state: &State, brief: &Brief, row: Row) -> bool {
    match (&state.briefing.selected, row) {
        (Some(Selected::Section(id)), Row::Section(place)) => {
            brief.sections.get(place).is_some_and(|section| section.id == *id)
        }
        (Some(Selected::Entry(id)), Row::Entry(of, place)) => {
            let entry = brief.sections.get(of).and_then(|section| section.entries.get(place));
            entry.is_some_and(|entry| entry.id == *id)
        }
        _ => false,
    }
}

fn framed(ui: &mut Ui, selected: bool, fill: egui::Color32, add: impl FnOnce(&mut Ui)) -> Response {
    let tokens = theme::tokens(ui);
    let stroke =
        if selected { Stroke::new(2.0, tokens.accent) } else { Stroke::new(1.0, tokens.line) };
    Frame::new()
        .fill(fill)
        .stroke(stroke)
        .corner_radius(radius::CONTROL)
        .inner_margin(Margin::from(space::SMALL + 1.0 - stroke.width))
        .show(ui, |ui| {
            ui.vertical(|ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().button_padding = vec2(4.0, 2.0);
                ui.spacing_mut().interact_size.y = 20.0;
                add(ui);
            });
        })
        .response
}

/// What a section or an entry is dragged by; a click selects it.
fn handle(
    ui: &mut Ui,
    id: &str,
    name: &str,
    dragged: Dragged,
    wished: &Selected,
    actions: &mut Actions,
) {
    let colour = theme::tokens(ui).second_ink;
    let (rect, _) = ui.allocate_exact_size(vec2(16.0, 20.0), Sense::hover());
    let response = ui.interact(rect, Id::unique(("handle", id)), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, name));
    let character = Icon::Drag.character();
    ui.painter().text(
        rect.center(),
        egui::Align2::CENTER_CENTER,
        character,
        font::icon(14.0),
        colour,
    );
    crate::app::widgets::chip::focus_ring(ui, &response);
    response.dnd_set_drag_payload(dragged);
    let response = response.on_hover_cursor(egui::CursorIcon::Grab);
    if response.clicked() {
        actions.push(Action::Brief(BriefWish::Select(Some(wished.clone()))));
    }
}
