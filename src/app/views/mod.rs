//! Views: functions of the state that draw a part of the window and return what the person asked
//! for. They remember scroll and text entry, nothing else.

mod annotations;
mod asking;
mod brief;
mod chart;
mod checks;
mod compare;
mod copies;
mod crashed;
mod desk;
mod detail;
mod draft;
mod entities;
mod export;
mod figures;
mod menu;
mod metrics;
mod name;
mod notices;
mod opening;
mod palette;
mod problems;
mod quotations;
mod rail;
mod relations;
mod series_tile;
mod sources;
mod status_bar;
mod summary;
mod tile;
mod timeline;
mod top_bar;
mod unsaved;
mod versions;

use egui::{CentralPanel, Context, Frame, Margin, Panel, Stroke, Ui};

use super::action::Actions;
use super::state::{Document, Screen, Sheet, State};
use super::theme::{self, space};

/// What views remember between frames.
#[derive(Default)]
pub struct Views {
    desk: desk::DeskView,
    compare: compare::CompareView,
    relations: relations::RelationsView,
    sources: sources::SourcesView,
    checks: checks::ChecksView,
    annotations: annotations::AnnotationsView,
    brief: brief::BriefView,
    palette: palette::PaletteView,
    figures: figures::FiguresView,
    copies: copies::CopiesView,
    asking: asking::AskingView,
    draft: draft::DraftView,
}

impl Views {
    /// Draws the window.
    #[must_use]
    pub fn show(&mut self, ui: &mut Ui, state: &State) -> Actions {
        let mut actions = Actions::new();
        let tokens = theme::tokens(ui);
        let line = Stroke::new(1.0, tokens.line);
        let bar = Frame::new().fill(tokens.panel).inner_margin(Margin::symmetric(16, 9));
        Panel::top("top bar")
            .resizable(false)
            .show_separator_line(false)
            .frame(bar)
            .show(ui, |ui| top_bar::show(ui, state, &mut actions));
        Panel::bottom("status bar")
            .resizable(false)
            .frame(bar.inner_margin(Margin::symmetric(16, 4)))
            .show(ui, |ui| status_bar::show(ui, state, &mut actions));
        Panel::left("rail")
            .resizable(false)
            .show_separator_line(false)
            .exact_size(76.0)
            .frame(bar.inner_margin(Margin::symmetric(6, 8)))
            .show(ui, |ui| rail::show(ui, state, &mut actions));
        CentralPanel::no_frame().frame(Frame::new().fill(tokens.ground)).show(ui, |ui| {
            // The rules between the bars and the screen.
            let area = ui.max_rect();
            ui.painter().hline(area.x_range(), area.top(), line);
            ui.painter().vline(area.left(), area.y_range(), line);
            self.screen(ui, state, &mut actions);
        });
        if let Some(document) = &state.document {
            draft::show(&mut self.draft, ui, state, document, &mut actions);
        }
        self.sheet(ui, state, &mut actions);
        notices::show(ui, state, &mut actions);
        self.asking.show(ui, state.asking.as_ref(), &mut actions);
        actions
    }

    fn screen(&mut self, ui: &mut Ui, state: &State, actions: &mut Actions) {
        if let Some(failed) = &state.failed {
            problems::show(ui, state, failed, actions);
        } else if let Some(document) = &state.document {
            match state.screen {
                Screen::Desk => self.desk.show(ui, state, document, actions),
                Screen::Compare => self.compare.show(ui, state, document, actions),
                Screen::Timeline => timeline::show(ui, state, document, actions),
                Screen::Relations => self.relations.show(ui, state, document, actions),
                Screen::Sources => self.sources.show(ui, state, document, actions),
                Screen::Checks => self.checks.show(ui, state, document, actions),
                Screen::Brief => self.brief.show(ui, state, document, actions),
                Screen::Annotations => self.annotations.show(ui, state, document, actions),
            }
        } else if state.opening.is_none() {
            opening::nothing_open(ui, state, actions);
        }
        if let Some(opening) = state.opening.as_ref().filter(|opening| !opening.in_place) {
            opening::progress(ui, opening, actions);
        }
    }

    fn sheet(&mut self, ui: &Ui, state: &State, actions: &mut Actions) {
        match (&state.sheet, &state.document) {
            (Some(Sheet::Export(sheet)), Some(document)) => {
                export::show(ui, state, document, sheet, actions);
            }
            (Some(Sheet::Palette), document) => {
                self.palette.show(ui, document.as_ref(), actions);
            }
            (Some(Sheet::Figures), Some(document)) => self.figures.show(ui, document, actions),
            (Some(Sheet::Copies(copies)), Some(document)) => {
                self.copies.show(ui, document, copies.as_deref(), actions);
            }
            (Some(Sheet::Versions(sheet)), Some(document)) => {
                versions::show(ui, state, document, sheet, actions);
            }
            (Some(Sheet::Summary), Some(document)) => summary::show(ui, document, actions),
            (Some(Sheet::Name(name)), _) => name::show(ui, name, actions),
            (Some(Sheet::Crashed(crash)), _) => crashed::show(ui, crash, actions),
            (Some(Sheet::Unsaved(message)), _) => unsaved::show(ui, message, actions),
            _ => self.palette.reset(),
        }
    }

    /// Puts the cursor into the annotation being written.
    pub fn focus_draft(&mut self) {
        self.draft.focus();
    }

    /// Puts the cursor into an entry or a section of the brief, by its id.
    pub fn focus_entry(&mut self, id: String) {
        self.brief.focus_entry(id);
    }

    /// Brings what is selected in the brief into view.
    pub fn scroll_to_selected(&mut self) {
        self.brief.scroll_to_selected();
    }

    /// Brings the focus into view.
    pub fn scroll_to_focus(&mut self) {
        self.desk.scroll_to_focus();
    }

    /// Forgets scroll positions and heights, for another dossier.
    pub fn forget(&mut self) {
        self.desk = desk::DeskView::default();
        self.compare = compare::CompareView::default();
        self.relations = relations::RelationsView::default();
        self.sources = sources::SourcesView::default();
        self.checks = checks::ChecksView::default();
        self.annotations = annotations::AnnotationsView::default();
        self.brief = brief::BriefView::default();
    }
}

/// Puts the cursor into the search field, before the next key arrives.
pub fn focus_search(ctx: &Context) {
    ctx.memory_mut(|memory| memory.request_focus(top_bar::search_field()));
}

/// Puts the cursor into the field in which words are looked for in the first source.
pub fn focus_find(ctx: &Context) {
    ctx.memory_mut(|memory| memory.request_focus(sources::find_field(0)));
}

/// The frame around a column or a screen.
pub fn column_frame() -> Frame {
    Frame::new().inner_margin(Margin::from(space::LARGE))
}

/// A line that says how much of something there is, in words that fit the number.
fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// The name of an entity by id; its id where the dossier has none such.
fn entity_name<'d>(document: &'d Document, id: &'d crate::dossier::EntityId) -> &'d str {
    document.index.entity(&document.dossier, id).map_or(id.as_str(), |entity| &entity.name)
}
