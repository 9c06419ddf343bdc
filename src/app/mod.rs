//! The window. Views are functions of [`State`] that return [`Action`]s; the app applies them at
//! the end of the frame. The only layer that knows egui.

mod action;
mod annotating;
mod apply;
pub mod briefing;
mod colleagues;
mod commands;
mod comparing;
mod crashes;
pub mod dashboard;
pub mod desk;
mod dialogs;
mod drawings;
mod exporting;
mod jobs;
mod opening;
mod parallels;
mod pictures;
mod reader;
mod relations;
mod run;
mod saving;
mod state;
mod texts;
mod theme;
mod timeline;
mod touched;
mod trail;
mod versions;
mod views;
mod watching;
mod widgets;

use std::path::PathBuf;

use eframe::Frame;
use egui::{Context, Ui};

pub use action::Action;
pub use commands::Command;
pub use dialogs::{Asking, run_as_dialog};
pub use exporting::ExportProgress;
pub use run::run;
pub use state::{ExportSheet, Saving, Settings, Sheet, State, ThemeChoice};

use crashes::guarded;
use jobs::Jobs;
use saving::Saver;
use views::Views;

/// How a window starts.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// The dossier to open; the bundled one when there is none.
    pub file: Option<PathBuf>,
    /// Where the program keeps what has no place beside a dossier.
    pub data_folder: Option<PathBuf>,
    /// This program, which shows file dialogs in a process of its own; without it paths are typed.
    pub program: Option<PathBuf>,
    /// What the last session left.
    pub settings: Settings,
}

/// The window's state, its jobs, and what views remember.
pub struct App {
    state: State,
    jobs: Jobs,
    saver: Saver,
    views: Views,
    data_folder: Option<PathBuf>,
    /// This program, for file dialogs in a process of their own.
    program: Option<PathBuf>,
    /// Set when the person chose to lose unsaved work.
    close_unsaved: bool,
    next_notice: u64,
    watch: watching::Watch,
    /// Errors inside the program since the person last went on.
    crashes: usize,
    /// When something was typed into an annotation last.
    typed: Option<std::time::Instant>,
    /// Holds what was put on the clipboard as rich text.
    clipboard: Option<arboard::Clipboard>,
}

impl App {
    /// An app in a context, opening its first dossier.
    pub fn new(ctx: &Context, start: Start) -> Self {
        theme::install(ctx);
        let mut app = Self {
            state: State { settings: start.settings, ..State::default() },
            jobs: Jobs::new(ctx.clone()),
            saver: Saver::default(),
            views: Views::default(),
            data_folder: start.data_folder,
            program: start.program,
            close_unsaved: false,
            next_notice: 0,
            watch: watching::Watch::default(),
            crashes: 0,
            typed: None,
            clipboard: None,
        };
        app.use_theme(ctx);
        match start.file {
            Some(path) => app.open(Some(path)),
            None => app.open(None),
        }
        app
    }

    /// What the window shows.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Carries out an action as if a view had returned it.
    pub fn act(&mut self, ctx: &Context, action: Action) {
        self.apply(ctx, action);
    }

    fn collect_reports(&mut self, ctx: &Context) {
        while let Some(report) = self.jobs.next_report() {
            self.receive(ctx, report);
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut Frame) {
        let done = guarded(|| {
            self.collect_reports(ctx);
            self.save_when_due(ctx);
            self.drop_old_notices(ctx);
            self.close_when_safe(ctx);
        });
        if let Err(crash) = done {
            self.crashed(&crash);
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        if let Err(crash) = guarded(|| self.frame(ui)) {
            self.crashed(&crash);
            ui.ctx().request_repaint();
        }
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        eframe::set_value(storage, run::SETTINGS, &self.state.settings);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.save_now();
    }
}

impl App {
    /// Draws the window and carries out what the person asks for.
    fn frame(&mut self, ui: &mut Ui) {
        let mut actions: action::Actions =
            Command::pressed(ui.ctx()).into_iter().map(Action::Run).collect();
        let dropped =
            ui.input(|input| input.raw.dropped_files.first().map(|f| f.path().to_owned()));
        actions.extend(dropped.map(Action::TakeDropped));
        if self.state.screen == state::Screen::Brief || self.state.sheet.is_some() {
            self.refresh_page();
        }
        if self.state.screen == state::Screen::Checks {
            self.look_for_touched_briefs();
        }
        actions.extend(self.views.show(ui, &self.state));
        for action in actions {
            self.apply(ui.ctx(), action);
        }
    }
}
