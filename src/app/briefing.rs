//! The brief being composed: which one, what is selected in it, and the page it comes to.

use std::collections::HashSet;
use std::sync::Arc;

use egui::Context;

use super::App;
use super::jobs::Report;
use super::state::{Document, Screen, Tone};
use super::touched::Touched;
use crate::annotations::{Brief, BriefEdit, Content, Edit, Entry, Section};
use crate::brief::{Composition, Material, Template, compose, fill, today};
use crate::store::{template_texts, templates_folder};

/// What the Brief screen shows.
#[derive(Default)]
pub struct Briefing {
    /// The brief shown, by id; the first that is not archived where it is none of the analyst's.
    pub chosen: Option<String>,
    /// A brief that can't be kept, because the window only reads.
    pub unkept: Option<Arc<Brief>>,
    /// What is selected in the outline.
    pub selected: Option<Selected>,
    /// The column shown where only one fits.
    pub column: BriefColumn,
    /// What narrows the material.
    pub filter: MaterialFilter,
    /// The page, as of the last change.
    pub page: Option<Page>,
    /// Counts what changed of the work.
    pub changes: u64,
    /// The briefs that quote what has changed in its source.
    pub touched: Touched,
    /// What new briefs are made from.
    pub templates: Arc<Vec<Template>>,
    /// Templates that can't be read, and why.
    pub unreadable: Vec<String>,
    /// Whether a new brief is being chosen.
    pub choosing: bool,
}

/// What is selected in the outline of a brief, by id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selected {
    /// A section.
    Section(String),
    /// An entry.
    Entry(String),
}

/// Columns of the Brief screen, of which a narrow window shows one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BriefColumn {
    /// What can be used.
    Material,
    /// Sections and what stands in them.
    #[default]
    Outline,
    /// The page.
    Preview,
}

/// What narrows the material.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MaterialFilter {
    /// Of which kind.
    pub kind: MaterialKind,
    /// As typed.
    pub text: String,
}

/// Kinds of material.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MaterialKind {
    /// What the analyst pinned.
    #[default]
    Pins,
    /// Annotations, the analyst's and those of the others.
    Annotations,
    /// Metrics.
    Metrics,
    /// Topics.
    Topics,
    /// Entities.
    Entities,
    /// Events.
    Events,
    /// Quotations.
    Quotations,
    /// Sources.
    Sources,
}

/// A composed page.
pub struct Page {
    /// Its blocks, footnotes and shortcomings.
    pub composition: Composition,
    /// The ids of the items and annotations that stand in the brief.
    pub used: HashSet<String>,
    /// Counts the pages.
    pub version: u64,
    /// The changes of the work and of the texts that it was composed after.
    of: (u64, u64),
}

/// What a person does with briefs.
#[derive(Clone, Debug, PartialEq)]
pub enum BriefWish {
    /// Offer the templates.
    Offer(bool),
    /// Make a new brief of a template, by its place.
    Make(usize),
    /// Show a brief.
    Choose(String),
    /// Make a copy of the brief shown, and show that.
    Duplicate,
    /// Put the brief shown away, or bring it back.
    Archive(bool),
    /// Delete the brief shown.
    Delete,
    /// Change the brief shown.
    Edit(BriefEdit),
    /// The same by typing.
    Type(BriefEdit),
    /// Select a section or an entry, or nothing.
    Select(Option<Selected>),
    /// Put something into the brief, behind what is selected.
    Use(Content),
    /// Put text into the brief, behind what is selected.
    AddText,
    /// Add a section behind the one that is selected.
    AddSection,
    /// Show a column where only one fits.
    Column(BriefColumn),
    /// Narrow the material.
    Filter(MaterialFilter),
}

impl Document {
    /// The brief that a screen shows: the chosen one, or the first that is not archived.
    pub fn brief<'d>(&'d self, briefing: &'d Briefing) -> Option<&'d Brief> {
        let chosen = briefing.chosen.as_ref().and_then(|id| self.annotations.brief(id));
        let first = || self.annotations.briefs.iter().find(|brief| !brief.head.archived);
        chosen.or_else(first).or(briefing.unkept.as_deref())
    }

    /// What its briefs are made from, with the date of those that have none.
    pub fn material<'d>(&'d self, today: &'d str) -> Material<'d> {
        Material {
            dossier: &self.dossier,
            index: &self.index,
            annotations: &self.annotations,
            proofs: &self.texts.proofs,
            today,
        }
    }
}

impl App {
    pub(super) fn brief_wish(&mut self, ctx: &Context, wish: BriefWish) {
        match wish {
            BriefWish::Offer(offer) => {
                self.state.briefing.choosing = offer;
                if offer {
                    self.show_outline();
                }
            }
            BriefWish::Make(place) => {
                let template = self.state.briefing.templates.get(place).cloned();
                if let Some(template) = template {
                    self.make_brief(ctx, &template);
                }
            }
            BriefWish::Choose(id) => self.choose_brief(Some(id)),
            BriefWish::Duplicate => self.duplicate_brief(ctx),
            BriefWish::Archive(archived) => self.archive_brief(ctx, archived),
            BriefWish::Delete => self.delete_brief(ctx),
            BriefWish::Edit(edit) => {
                self.edit_brief(ctx, edit);
            }
            BriefWish::Type(edit) => self.type_in_brief(ctx, edit),
            BriefWish::Select(selected) => {
                self.end_typing(ctx);
                self.state.briefing.selected = selected;
            }
            BriefWish::Use(content) => {
                self.put_into_brief(ctx, content);
            }
            BriefWish::AddText => {
                self.show_outline();
                if let Some(id) = self.put_into_brief(ctx, Content::text("")) {
                    self.views.focus_entry(id);
                }
            }
            BriefWish::AddSection => {
                self.show_outline();
                self.add_section(ctx);
            }
            BriefWish::Column(column) => self.state.briefing.column = column,
            BriefWish::Filter(filter) => self.state.briefing.filter = filter,
        }
    }

    /// Goes to where one sees what is changed.
    fn show_outline(&mut self) {
        if self.state.screen != Screen::Brief {
            self.show_screen(Screen::Brief);
        }
        self.state.briefing.column = BriefColumn::Outline;
    }

    /// Whether there is a brief; where there is none, it is said how one is made.
    pub(super) fn has_brief(&mut self, ctx: &Context) -> bool {
        let has = self.brief().is_some();
        if !has && self.state.document.is_some() {
            self.mention(ctx, "There is no brief yet. Ctrl+N makes one.");
        }
        has
    }

    /// The brief shown.
    pub(super) fn brief(&self) -> Option<&Brief> {
        self.state.document.as_ref()?.brief(&self.state.briefing)
    }

    fn choose_brief(&mut self, id: Option<String>) {
        let briefing = &mut self.state.briefing;
        briefing.chosen = id;
        briefing.selected = None;
        briefing.choosing = false;
        briefing.changes += 1;
    }

    /// Makes a brief of a template and shows it. In a window that only reads it is shown and not kept.
    pub(super) fn make_brief(&mut self, ctx: &Context, template: &Template) {
        let Some(document) = &self.state.document else { return };
        let today = today();
        let id = document.annotations.free_brief_id();
        let mut brief = fill(template, document.material(&today), &id);
        brief.head.name = free_name(document, &brief.head.name);
        let at = document.annotations.briefs.len();
        if self.can_write() {
            self.edit(ctx, Edit::AddBrief { at, brief: Box::new(brief) });
        } else {
            self.state.briefing.unkept = Some(Arc::new(brief));
        }
        self.choose_brief(Some(id));
    }

    fn duplicate_brief(&mut self, ctx: &Context) {
        let (Some(document), Some(brief)) = (&self.state.document, self.brief()) else { return };
        let mut brief = brief.clone();
        brief.id = document.annotations.free_brief_id();
        brief.head.name = free_name(document, &brief.head.name);
        brief.head.archived = false;
        let (id, at) = (brief.id.clone(), document.annotations.briefs.len());
        if self.edit(ctx, Edit::AddBrief { at, brief: Box::new(brief) }) {
            self.choose_brief(Some(id));
        }
    }

    fn archive_brief(&mut self, ctx: &Context, archived: bool) {
        let Some(brief) = self.brief() else { return };
        let mut head = brief.head.clone();
        head.archived = archived;
        let id = brief.id.clone();
        self.edit_brief(ctx, BriefEdit::SetHead(head));
        // What was brought back is shown; what was put away gives way to the next.
        self.choose_brief((!archived).then_some(id));
    }

    fn delete_brief(&mut self, ctx: &Context) {
        let Some(brief) = self.brief() else { return };
        let (id, name) = (brief.id.clone(), brief.head.name.clone());
        if self.edit(ctx, Edit::RemoveBrief { id }) {
            self.choose_brief(None);
            self.mention(ctx, format!("“{name}” was deleted. Ctrl+Z brings it back."));
        }
    }

    pub(super) fn edit_brief(&mut self, ctx: &Context, edit: BriefEdit) -> bool {
        let Some(id) = self.brief().map(|brief| brief.id.clone()) else { return false };
        self.edit(ctx, Edit::ChangeBrief { id, edit: Box::new(edit) })
    }

    pub(super) fn type_in_brief(&mut self, ctx: &Context, edit: BriefEdit) {
        let Some(id) = self.brief().map(|brief| brief.id.clone()) else { return };
        self.pause_typing(ctx);
        self.edit_typing(ctx, Edit::ChangeBrief { id, edit: Box::new(edit) });
    }

    /// Puts something behind what is selected, at the end where nothing is; its id.
    fn put_into_brief(&mut self, ctx: &Context, content: Content) -> Option<String> {
        if self.brief().is_some_and(|brief| brief.sections.is_empty()) {
            self.add_section(ctx);
        }
        let brief = self.brief()?;
        let id = brief.free_id();
        let entry = Entry { id: id.clone(), content };
        let end =
            || brief.sections.last().map(|section| (section.id.clone(), section.entries.len()));
        let place = match &self.state.briefing.selected {
            Some(Selected::Entry(id)) => brief.entry(id).and_then(|(section, at, _)| {
                Some((brief.sections.get(section)?.id.clone(), at + 1))
            }),
            Some(Selected::Section(id)) => {
                brief.section(id).map(|section| (section.id.clone(), section.entries.len()))
            }
            None => None,
        };
        let (section, at) = place.or_else(end)?;
        let done = self.edit_brief(ctx, BriefEdit::Insert { section, at, entry });
        if done {
            self.state.briefing.selected = Some(Selected::Entry(id.clone()));
        }
        done.then_some(id)
    }

    fn add_section(&mut self, ctx: &Context) {
        let Some(brief) = self.brief() else { return };
        let id = brief.free_id();
        let here = match &self.state.briefing.selected {
            Some(Selected::Section(id)) => brief.sections.iter().position(|known| known.id == *id),
            Some(Selected::Entry(id)) => brief.entry(id).map(|(section, ..)| section),
            None => None,
        };
        let at = here.map_or(brief.sections.len(), |here| here + 1);
        let section = Section { id: id.clone(), ..Section::default() };
        if self.edit_brief(ctx, BriefEdit::InsertSection { at, section }) {
            self.state.briefing.selected = Some(Selected::Section(id.clone()));
            self.views.focus_entry(id);
        }
    }

    /// Moves what is selected up or down: an entry through the sections, a section among the others.
    pub(super) fn move_in_brief(&mut self, ctx: &Context, down: bool) {
        let (Some(brief), Some(selected)) = (self.brief(), self.state.briefing.selected.clone())
        else {
            return;
        };
        let edit = match selected {
            Selected::Section(id) => {
                let here = brief.sections.iter().position(|known| known.id == id);
                let to =
                    here.and_then(|here| if down { Some(here + 1) } else { here.checked_sub(1) });
                to.map(|to| BriefEdit::MoveSection { id, to })
            }
            Selected::Entry(id) => brief.entry(&id).and_then(|(section, at, _)| {
                let length = brief.sections.get(section)?.entries.len();
                let (target, to) = match (down, at) {
                    (true, at) if at + 1 < length => (section, at + 1),
                    (true, _) => (section + 1, 0),
                    (false, 0) => {
                        let before = section.checked_sub(1)?;
                        (before, brief.sections.get(before)?.entries.len())
                    }
                    (false, at) => (section, at - 1),
                };
                let section = brief.sections.get(target)?.id.clone();
                Some(BriefEdit::Move { id, section, to })
            }),
        };
        if let Some(edit) = edit {
            self.edit_brief(ctx, edit);
            self.views.scroll_to_selected();
        }
    }

    /// Takes what is selected out of the brief, and selects what stands behind it.
    pub(super) fn remove_from_brief(&mut self, ctx: &Context) {
        let (Some(brief), Some(selected)) = (self.brief(), self.state.briefing.selected.clone())
        else {
            return;
        };
        let all = selectable(brief);
        let here = all.iter().position(|known| *known == selected);
        let edit = match selected {
            Selected::Section(id) => BriefEdit::RemoveSection { id },
            Selected::Entry(id) => BriefEdit::Remove { id },
        };
        if !self.edit_brief(ctx, edit) {
            return;
        }
        let left = self.brief().map(selectable).unwrap_or_default();
        let next = here.and_then(|here| left.get(here.min(left.len().saturating_sub(1))));
        self.state.briefing.selected = next.cloned();
    }

    /// Selects the next or the previous section or entry.
    pub(super) fn step_in_brief(&mut self, by: isize) {
        let Some(all) = self.brief().map(selectable) else { return };
        let selected = self.state.briefing.selected.as_ref();
        let here = selected.and_then(|selected| all.iter().position(|known| known == selected));
        let next = match here {
            Some(here) => here.saturating_add_signed(by).min(all.len().saturating_sub(1)),
            None => 0,
        };
        self.state.briefing.selected = all.get(next).cloned();
        self.views.scroll_to_selected();
    }

    /// Composes the page anew where something changed since.
    pub(super) fn refresh_page(&mut self) {
        let Some(document) = &self.state.document else { return };
        let of = (self.state.briefing.changes, document.texts.version);
        if self.state.briefing.page.as_ref().is_some_and(|page| page.of == of) {
            return;
        }
        let today = today();
        let page = document.brief(&self.state.briefing).map(|brief| {
            let version = self.state.briefing.page.as_ref().map_or(1, |page| page.version + 1);
            let used = brief.entries().filter_map(|entry| match &entry.content {
                Content::Item { id, .. } | Content::Annotation { id } => Some(id.clone()),
                Content::Passage { passage, .. } => Some(passage.selector.exact.clone()),
                Content::Note(note) => Some(format!("{} {}", note.of.analyst, note.of.id)),
                Content::Text { .. } => None,
            });
            let used = used.collect();
            Page { composition: compose(document.material(&today), brief), used, version, of }
        });
        self.state.briefing.page = page;
    }

    /// Reads the templates: those of the program, then the user's.
    pub(super) fn read_templates(&self) {
        let folder = self.data_folder.as_deref().map(templates_folder);
        self.jobs.start("read templates", move || {
            let mut templates = Template::bundled();
            let mut unreadable = Vec::new();
            for (path, text) in folder.map(|folder| template_texts(&folder)).unwrap_or_default() {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                match text {
                    Ok(text) => match Template::parse(&text) {
                        Ok(template) => templates.push(template),
                        Err(problem) => unreadable.push(format!("{name}:{problem}")),
                    },
                    Err(error) => unreadable.push(format!("{name} can’t be read: {error}")),
                }
            }
            Report::TemplatesRead(templates, unreadable)
        });
    }

    pub(super) fn templates_read(&mut self, templates: Vec<Template>, unreadable: Vec<String>) {
        self.state.briefing.templates = Arc::new(templates);
        self.state.briefing.unreadable = unreadable;
    }

    /// Opens the folder of the user's templates; a new one has an example in it.
    pub(super) fn show_templates(&mut self) {
        let Some(data) = self.data_folder.clone() else { return };
        let made = crate::store::make_templates_folder(&data, Template::example());
        let opened = made.and_then(|folder| open::that_detached(&folder).map(|()| folder));
        match opened {
            Ok(_) => self.read_templates(),
            Err(error) => {
                let folder = templates_folder(&data);
                let words = format!(
                    "The folder of templates, {}, can’t be opened: {error}.",
                    folder.display()
                );
                self.tell(Tone::Warn, words);
            }
        }
    }
}

/// Sections and entries in the order in which they are read.
fn selectable(brief: &Brief) -> Vec<Selected> {
    let of_section = |section: &Section| {
        let entries = section.entries.iter().map(|entry| Selected::Entry(entry.id.clone()));
        std::iter::once(Selected::Section(section.id.clone())).chain(entries).collect::<Vec<_>>()
    };
    brief.sections.iter().flat_map(of_section).collect()
}

/// A name that no brief has: with a number behind it where it is taken.
fn free_name(document: &Document, name: &str) -> String {
    let taken =
        |name: &str| document.annotations.briefs.iter().any(|brief| brief.head.name == name);
    let base = name.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    let base = if base.is_empty() { name } else { base };
    let numbered = (2..).map(|number| format!("{base} {number}"));
    std::iter::once(name.to_owned()).chain(numbered).find(|name| !taken(name)).unwrap_or_default()
}
