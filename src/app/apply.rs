//! Carries out actions and takes in what jobs report: the only place where the state changes.

use std::path::PathBuf;

use egui::{Context, ViewportCommand};

use super::action::Action;
use super::briefing::BriefWish;
use super::commands::Command;
use super::jobs::{Choice, Report};
use super::state::{Column, Filter, Notice, Screen, Sheet, ThemeChoice, Tone};
use super::{App, desk, views};
use crate::annotations::{Edit, Pin};
use crate::dossier::{Item, ItemKind};
use crate::store::{log_file, read_picture};

/// How long a notice stays that needs no answer, in seconds.
const NOTICE_TIME: f64 = 8.0;

impl App {
    pub(super) fn apply(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::Run(command) => self.run_command(ctx, command),
            Action::OpenFile(path) => self.open(Some(path)),
            Action::TakeDropped(path) => self.take_dropped(path),
            Action::OpenBundled => self.open(None),
            Action::CancelOpening => self.cancel_opening(),
            Action::DismissProblems => self.state.failed = None,
            Action::Focus(item) => self.focus(Some(item)),
            Action::FocusHere(item) => {
                let again = self.state.focus() == Some(item);
                self.state.trail.go((!again).then_some(item), self.state.screen);
                self.refresh_desk();
            }
            Action::Compare(change) => self.compare(change),
            Action::Decide(deciding) => self.decide(ctx, deciding),
            Action::SavePicture(part, name) => self.save_picture(ctx, part, name),
            Action::ChangeTimeline(change) => self.change_timeline(change),
            Action::ChangeRelations(change) => self.change_relations(change),
            Action::Unfocus => self.focus(None),
            Action::ShowDetails(item) => {
                self.focus(Some(item));
                self.show_details(true);
            }
            Action::ReadSource(source) => self.read_source(source),
            Action::ReadBeside(source) => self.read_beside(source),
            Action::ReadQuotation(place) => self.read_quotation(place),
            Action::ReadPassage(passage) => self.read_passage(&passage),
            Action::SelectText(selection) => self.select_text(selection),
            Action::AnnotateSelection => self.annotate_selection(ctx),
            Action::PinSelection => self.pin_selection(ctx),
            Action::AttachText(source) => self.choose_text(source),
            Action::DetachText(source) => self.detach_text(ctx, source),
            Action::CheckTexts => self.check_texts(),
            Action::StopCheck => self.stop_check(),
            Action::Settle(place, settling) => self.settle(ctx, place, settling),
            Action::Show(screen) => self.show_screen(screen),
            Action::ShowColumn(column) => {
                self.state.column = column;
                self.state.details = column == Column::Details;
            }
            Action::Search(text) => self.change_filter(|filter| filter.text = text),
            Action::FilterKind(kind) => self.change_filter(|filter| filter.kind = kind),
            Action::FilterArea(area) => self.change_filter(|filter| filter.area = area),
            Action::OrderMetrics(order) => {
                self.state.metric_order = order;
                self.refresh_desk();
            }
            Action::CopyPicture(part) => self.copy_picture(ctx, part),
            Action::ToggleSource(source) => self.toggle_source(source),
            Action::TurnSources(by) => self.turn_sources(by),
            Action::Annotate(item) => self.annotate(ctx, item),
            Action::Answer(note, on) => self.answer(ctx, note, on),
            Action::EditAnnotation(id) => self.edit_annotation(ctx, &id),
            Action::Write(wording) => self.write_annotation(ctx, wording),
            Action::CloseAnnotation => self.close_annotation(ctx),
            Action::DeleteAnnotation(id) => self.delete_annotation(ctx, id),
            Action::TogglePin(pin) => self.toggle_pin(ctx, pin),
            Action::Brief(wish) => self.brief_wish(ctx, wish),
            Action::CompareVersions(first, second) => self.compare_versions(first, second),
            Action::ChooseFormat(format, paper) => self.choose_format(format, paper),
            Action::StopExport => self.stop_export(),
            Action::ExportBeside => self.export_beside(),
            Action::ChooseExport => self.choose_export(),
            Action::ExportTo(path) => self.export_to_typed(&path),
            Action::ReplaceExport => self.export_replacing(),
            Action::CopyBrief => self.copy_brief(ctx),
            Action::CopyBriefRich => self.copy_brief_rich(ctx),
            Action::RestoreCopy(annotations) => self.restore_copy(ctx, annotations),
            Action::AnswerWith(typed) => self.answer_with(&typed),
            Action::GiveUpAsking => self.state.asking = None,
            Action::TypeName(typed) => self.state.sheet = Some(Sheet::Name(typed)),
            Action::GiveName(name) => self.give_name(&name),
            Action::GoOn => {
                self.crashes = 0;
                self.state.sheet = None;
            }
            Action::CloseSheet => self.state.sheet = None,
            Action::DismissNotice(id) => self.state.notices.retain(|notice| notice.id != id),
            Action::WantPicture(path) => self.want_picture(path),
            Action::Theme(choice) => {
                self.state.settings.theme = choice;
                self.use_theme(ctx);
            }
            Action::CloseUnsaved => {
                self.close_unsaved = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    fn run_command(&mut self, ctx: &Context, command: Command) {
        match command {
            Command::Open => self.choose_dossier(),
            Command::OpenBundled => self.open(None),
            Command::ExportBrief => self.open_export_sheet(ctx),
            Command::Find if self.state.screen == Screen::Sources => views::focus_find(ctx),
            Command::Find => {
                // The search narrows these two.
                if self.state.screen != Screen::Compare {
                    self.state.screen = Screen::Desk;
                }
                views::focus_search(ctx);
            }
            Command::Palette => self.state.sheet = Some(Sheet::Palette),
            Command::Summary => {
                self.state.sheet = self.state.document.as_ref().map(|_| Sheet::Summary);
            }
            Command::ShowDesk => self.show_screen(Screen::Desk),
            Command::ShowCompare => self.show_screen(Screen::Compare),
            Command::ShowTimeline => self.show_screen(Screen::Timeline),
            Command::ShowRelations => self.show_screen(Screen::Relations),
            Command::ShowSources => self.show_screen(Screen::Sources),
            Command::ShowAnnotations => self.show_screen(Screen::Annotations),
            Command::ShowBrief => self.show_screen(Screen::Brief),
            Command::NewBrief => self.brief_wish(ctx, BriefWish::Offer(true)),
            Command::AddText => self.brief_wish(ctx, BriefWish::AddText),
            Command::AddSection => self.brief_wish(ctx, BriefWish::AddSection),
            // What these change has to be in view.
            Command::MoveUp | Command::MoveDown | Command::RemoveFromBrief
                if self.state.screen != Screen::Brief => {}
            Command::MoveUp => self.move_in_brief(ctx, false),
            Command::MoveDown => self.move_in_brief(ctx, true),
            Command::RemoveFromBrief => self.remove_from_brief(ctx),
            Command::Versions => {
                if self.has_brief(ctx) {
                    self.compare_versions(None, None);
                }
            }
            Command::Templates => self.show_templates(),
            Command::CopyBrief => self.copy_brief(ctx),
            Command::CopyBriefRich => self.copy_brief_rich(ctx),
            Command::ShowChecks => self.show_screen(Screen::Checks),
            Command::ReadInSource => self.read_focus(),
            Command::AttachText => self.choose_text_of_focus(),
            Command::CheckTexts => self.check_texts(),
            Command::Back => self.travel(super::trail::Trail::back),
            Command::Forward => self.travel(super::trail::Trail::forward),
            Command::Next => self.step(1),
            Command::Previous => self.step(-1),
            Command::Details => self.show_details(!self.state.details),
            Command::ClearFocus => {
                self.state.filter = Filter::default();
                self.state.details = false;
                self.focus(None);
                self.refresh_desk();
            }
            Command::Annotate => {
                if let Some(item) = self.state.focus() {
                    self.annotate(ctx, item);
                }
            }
            Command::Pin => {
                let id = self.state.focus().and_then(|item| self.id_of(item));
                if let Some(id) = id {
                    self.toggle_pin(ctx, Pin::Item(id));
                }
            }
            Command::Figures => {
                self.state.sheet = self.state.document.as_ref().map(|_| Sheet::Figures);
            }
            Command::CopyFigures => self.copy_figures(ctx),
            Command::Copies => self.look_for_copies(),
            Command::SaveElsewhere => self.save_elsewhere(),
            Command::Name => {
                self.state.sheet = Some(Sheet::Name(self.own_name().unwrap_or_default()));
            }
            Command::ShowLog => self.show_log(),
            Command::Undo => self.undo(ctx),
            Command::Redo => self.redo(ctx),
            Command::ThemeLight => self.apply(ctx, Action::Theme(ThemeChoice::Light)),
            Command::ThemeDark => self.apply(ctx, Action::Theme(ThemeChoice::Dark)),
            Command::ThemeSystem => self.apply(ctx, Action::Theme(ThemeChoice::System)),
            Command::Bigger => zoom(ctx, 1.1),
            Command::Smaller => zoom(ctx, 1.0 / 1.1),
            Command::NormalSize => ctx.set_zoom_factor(1.0),
            Command::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
        }
    }

    /// A dossier is opened; anything else, while one is open, is the text of a source.
    fn take_dropped(&mut self, path: PathBuf) {
        let is_dossier = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"));
        if is_dossier || self.state.document.is_none() {
            self.open(Some(path));
        } else {
            self.attach_dropped(path);
        }
    }

    pub(super) fn receive(&mut self, ctx: &Context, report: Report) {
        match report {
            Report::Opened { load, path, outcome } => self.opened(&load, path, *outcome),
            Report::ChosenToOpen(Choice::Chosen(path)) => self.open(Some(path)),
            Report::ChosenToOpen(Choice::Cancelled) => {}
            Report::ChosenToExport(choice) => self.export_chosen(choice),
            Report::TemplatesRead(templates, unreadable) => {
                self.templates_read(templates, unreadable);
            }
            Report::Exported(outcome) => self.exported(ctx, outcome),
            Report::Answered(of, answer) => self.answered(ctx, &of, *answer),
            Report::Crashed(name, crash) => self.job_crashed(&name, &crash),
            Report::ColleaguesRead(colleagues) => self.colleagues_read(colleagues),
            Report::Changed(of, changed) => self.file_changed(ctx, &of, changed),
            Report::SavedElsewhere(saved) => self.saved_elsewhere(ctx, saved),
            Report::CopiesRead(copies) => {
                if let Some(sheet @ Sheet::Copies(None)) = &mut self.state.sheet {
                    *sheet = Sheet::Copies(Some(copies));
                }
            }
            Report::Saved(written) => self.saved(*written),
            Report::SourceChecked(of, checked) => self.source_checked(&of, *checked),
            Report::TextsChecked(of) => self.texts_checked(&of),
            Report::PictureTaken(name, picture) => self.picture_taken(name, picture),
            Report::PictureToCopy(picture) => self.picture_to_copy(ctx, &picture),
            Report::PictureSaved(saved) => self.picture_saved(ctx, saved),
            Report::RelationsDrawn(of, drawing) => self.relations_drawn(&of, drawing),
            Report::ParallelsFound(of, found) => self.parallels_found(&of, found),
            Report::ChosenText(source, choice) => self.text_chosen(ctx, source, choice),
            Report::Recognised(path, source) => self.text_recognised(ctx, &path, source),
            Report::Picture(path, picture) => {
                self.state.pictures.arrive(ctx, path, picture.as_ref());
            }
        }
    }

    pub(super) fn tell(&mut self, tone: Tone, text: impl Into<String>) {
        let id = self.next_notice;
        self.next_notice += 1;
        self.state.notices.push(Notice { id, tone, text: text.into(), until: None });
    }

    /// Tells something that needs no answer and goes by itself.
    pub(super) fn mention(&mut self, ctx: &Context, text: impl Into<String>) {
        self.tell(Tone::Good, text);
        if let Some(notice) = self.state.notices.last_mut() {
            notice.until = Some(ctx.input(|input| input.time) + NOTICE_TIME);
            ctx.request_repaint_after_secs(NOTICE_TIME as f32 + 0.1);
        }
    }

    pub(super) fn drop_old_notices(&mut self, ctx: &Context) {
        let now = ctx.input(|input| input.time);
        self.state.notices.retain(|notice| notice.until.is_none_or(|until| until > now));
    }

    pub(super) fn use_theme(&self, ctx: &Context) {
        ctx.set_theme(match self.state.settings.theme {
            ThemeChoice::System => egui::ThemePreference::System,
            ThemeChoice::Light => egui::ThemePreference::Light,
            ThemeChoice::Dark => egui::ThemePreference::Dark,
        });
    }

    pub(super) fn id_of(&self, item: Item) -> Option<String> {
        self.state.document.as_ref().map(|document| document.dossier.id_of(item).to_owned())
    }

    fn focus(&mut self, item: Option<Item>) {
        match item {
            None => self.state.details = false,
            // Wherever a citation is followed from, its words have to come into view.
            Some(item) => {
                self.state.reader.pointing = None;
                self.state.screen = Screen::Desk;
                if item.kind == ItemKind::Quotation && !self.state.details {
                    self.state.column = Column::Quotations;
                }
            }
        }
        self.state.filter.first_source = 0;
        self.state.trail.go(item, self.state.screen);
        self.refresh_desk();
    }

    /// Goes to a screen. The reader opens with what is in focus.
    pub(super) fn show_screen(&mut self, screen: Screen) {
        let focus = self.state.focus().filter(|item| item.kind == ItemKind::Quotation);
        let arriving = screen == Screen::Sources && self.state.screen != Screen::Sources;
        self.state.screen = screen;
        self.state.trail.look_on(screen);
        if screen == Screen::Relations {
            self.lay_out_relations();
        }
        if screen == Screen::Brief {
            self.state.briefing.changes += 1;
            self.read_templates();
        }
        self.look_for_parallels();
        if let (Some(focus), true) = (focus, arriving) {
            self.read_quotation(focus.position);
        }
    }

    /// Asks for the text of the source in focus; of the first one in the reader where there is none.
    fn choose_text_of_focus(&mut self) {
        let Some(document) = &self.state.document else { return };
        let source = self.state.focus().and_then(|focus| match focus.kind {
            ItemKind::Quotation => Some(document.index.source_of(focus.index())),
            ItemKind::Source => Some(focus.index()),
            _ => None,
        });
        self.choose_text(source.unwrap_or(self.state.reader.first));
    }

    /// Reads the focus in its source: the first of the quotations it stands on.
    fn read_focus(&mut self) {
        let (Some(document), Some(focus)) = (&self.state.document, self.state.focus()) else {
            return;
        };
        let place = match focus.kind {
            ItemKind::Quotation => Some(focus.index()),
            ItemKind::Source => None,
            _ => document.index.quotations_of(&document.dossier, focus).into_iter().next(),
        };
        match place {
            Some(place) => self.read_quotation(place as u32),
            None if focus.kind == ItemKind::Source => self.read_source(focus.index()),
            None => {}
        }
    }

    /// Opens the program's log with whatever the system opens texts with.
    fn show_log(&mut self) {
        let Some(log) = log_file() else { return };
        if let Err(error) = open::that_detached(&log) {
            let words = format!("The log can't be opened ({error}). It is in {}.", log.display());
            self.tell(Tone::Warn, words);
        }
    }

    fn travel(&mut self, step: impl FnOnce(&mut super::trail::Trail) -> bool) {
        if !step(&mut self.state.trail) {
            return;
        }
        let screen = self.state.trail.screen();
        let quotation = self.state.focus().filter(|item| item.kind == ItemKind::Quotation);
        match quotation {
            Some(item) if screen == Screen::Sources => self.read_quotation(item.position),
            _ => {
                self.state.screen = screen;
                self.state.details &= self.state.focus().is_some();
                self.refresh_desk();
            }
        }
    }

    fn show_details(&mut self, show: bool) {
        self.state.details = show && self.state.focus().is_some();
        self.state.screen = Screen::Desk;
        self.state.column = match (self.state.details, self.state.column) {
            (true, _) => Column::Details,
            (false, Column::Details) => Column::Entities,
            (false, column) => column,
        };
    }

    fn change_filter(&mut self, change: impl FnOnce(&mut Filter)) {
        change(&mut self.state.filter);
        self.refresh_desk();
    }

    pub(super) fn refresh_desk(&mut self) {
        if let Some(document) = &self.state.document {
            let version = self.state.desk.version + 1;
            let focus = self.state.focus();
            self.state.desk = desk::contents(
                document,
                focus,
                &self.state.filter,
                self.state.metric_order,
                version,
            );
        }
    }

    fn toggle_source(&mut self, source: usize) {
        let Some(document) = &self.state.document else { return };
        let all = document.dossier.sources.len();
        self.change_filter(|filter| {
            if !filter.hidden_sources.remove(&source) {
                filter.hidden_sources.insert(source);
            }
            // Hiding the last one would leave nothing to look at.
            if filter.hidden_sources.len() >= all {
                filter.hidden_sources.clear();
            }
            filter.first_source = 0;
        });
    }

    fn turn_sources(&mut self, by: isize) {
        let columns = self.state.desk.columns.len();
        let first = self.state.filter.first_source.saturating_add_signed(by);
        self.state.filter.first_source = first.min(columns.saturating_sub(1));
    }

    /// Moves the focus to the next or previous item of its column; to the first entity where there
    /// is no focus yet.
    fn step(&mut self, by: isize) {
        match self.state.screen {
            Screen::Sources => return self.step_in_source(by),
            Screen::Brief => return self.step_in_brief(by),
            _ => {}
        }
        let focus = self.state.focus();
        let kind = match focus.map(|item| item.kind) {
            Some(kind @ (ItemKind::Metric | ItemKind::Quotation)) => kind,
            _ => ItemKind::Entity,
        };
        let desk = &self.state.desk;
        let column: Vec<u32> = match kind {
            ItemKind::Metric => {
                let Some(document) = &self.state.document else { return };
                let (dossier, index) = (&document.dossier, &document.index);
                desk.metric_rows.iter().flat_map(|row| row.metrics(dossier, index)).collect()
            }
            ItemKind::Quotation => {
                let column = desk.columns.iter().find(|column| {
                    focus.is_some_and(|item| column.quotations.contains(&item.position))
                });
                column.map(|column| column.quotations.clone()).unwrap_or_default()
            }
            _ => desk.entities.clone(),
        };
        let here = focus
            .filter(|item| item.kind == kind)
            .and_then(|item| column.iter().position(|place| *place == item.position));
        let next = match here {
            Some(here) => here.saturating_add_signed(by).min(column.len().saturating_sub(1)),
            None => 0,
        };
        if let Some(place) = column.get(next) {
            self.focus(Some(Item { kind, position: *place }));
            self.views.scroll_to_focus();
        }
    }

    fn toggle_pin(&mut self, ctx: &Context, pin: Pin) {
        let Some(document) = &self.state.document else { return };
        let edit = if document.annotations.is_pinned(&pin) {
            Edit::Unpin { pin }
        } else {
            Edit::Pin { at: document.annotations.pins.len(), pin }
        };
        self.edit(ctx, edit);
    }

    fn want_picture(&mut self, path: String) {
        let Some(document) = &self.state.document else { return };
        if !self.state.pictures.is_new(&path) {
            return;
        }
        self.state.pictures.expect(&path);
        let origin = document.origin.clone();
        self.jobs.start("decode a picture", move || {
            let picture = read_picture(&origin, &path);
            if let Err(error) = &picture {
                log::warn!("{error}");
            }
            Report::Picture(path, picture.ok())
        });
    }
}

/// Zooms in steps of a tenth between 80 and 200 percent.
fn zoom(ctx: &Context, by: f32) {
    let factor = (ctx.zoom_factor() * by * 10.0).round() / 10.0;
    ctx.set_zoom_factor(factor.clamp(0.8, 2.0));
}
