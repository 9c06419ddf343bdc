//! Jobs: whatever can take longer than a frame. They run on threads of their own and report back
//! through a channel that wakes the window.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{Receiver, Sender, channel};

use super::colleagues::Colleagues;
use super::crashes::{Crash, guarded};
use super::dialogs::AskingId;
use super::exporting::Exported;
use super::parallels::Suggestion;
use super::relations::Drawing;
use super::saving::Written;
use super::state::{Document, Progress};
use super::texts::SourceChecked;
use super::watching::Changed;
use crate::brief::Template;
use crate::store::{Copy, LoadError, Picture, SaveError, TextError};

/// What a job reports when it is done.
pub enum Report {
    /// A dossier was opened, or was not.
    Opened {
        /// Which load it was.
        load: Arc<Progress>,
        /// The file; `None` for the bundled dossier.
        path: Option<PathBuf>,
        /// What became of it.
        outcome: Box<Result<OpenedDocument, LoadError>>,
    },
    /// The person chose a dossier to open, or none.
    ChosenToOpen(Choice),
    /// The person chose where the brief goes, or nothing.
    ChosenToExport(Choice),
    /// The brief was written, or was not.
    Exported(Exported),
    /// What new briefs are made from, and what of it can't be read.
    TemplatesRead(Vec<Template>, Vec<String>),
    /// A file dialog was answered, and what is to be done with the answer.
    Answered(AskingId, Box<Report>),
    /// An error inside the program ended the job of this name.
    Crashed(String, Crash),
    /// The work of the others who share the folder.
    ColleaguesRead(Colleagues),
    /// Another program changed a file of the open dossier.
    Changed(Arc<AtomicBool>, Changed),
    /// A copy of the analyst's work was written where the person said, or was not.
    SavedElsewhere(Result<Choice, SaveError>),
    /// Earlier copies of the analyst's work.
    CopiesRead(Vec<Copy>),
    /// The analyst's work was written, or was not.
    Saved(Box<Written>),
    /// A check held the quotations of one source against its text.
    SourceChecked(Arc<AtomicBool>, Box<SourceChecked>),
    /// A check is done.
    TextsChecked(Arc<AtomicBool>),
    /// A picture of a part of the window was taken, to be saved under a name like this.
    PictureTaken(&'static str, Picture),
    /// A part of the window, for the clipboard.
    PictureToCopy(Picture),
    /// It was saved, or not.
    PictureSaved(Result<Choice, SaveError>),
    /// The relations were laid out, or that was given up.
    RelationsDrawn(Arc<AtomicBool>, Option<Drawing>),
    /// Sentences that say the same were looked for in the texts.
    ParallelsFound(Arc<AtomicBool>, Vec<Suggestion>),
    /// The person chose the text of a source, or none.
    ChosenText(usize, Choice),
    /// A text that was dropped was read: the source it is the text of, or none.
    Recognised(PathBuf, Result<Option<usize>, TextError>),
    /// A picture was decoded; `None` where it can't be shown.
    Picture(String, Option<Picture>),
}

/// An opened dossier, and what is to be said about it.
pub struct OpenedDocument {
    /// The document.
    pub document: Document,
    /// What happened to its annotations file, where something did.
    pub warning: Option<String>,
}

/// What became of a file dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A path was chosen.
    Chosen(PathBuf),
    /// The person thought better of it.
    Cancelled,
}

/// The jobs under way.
pub struct Jobs {
    sender: Sender<Report>,
    receiver: Receiver<Report>,
    wake: egui::Context,
}

impl Jobs {
    /// Jobs that wake a window.
    pub fn new(wake: egui::Context) -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, wake }
    }

    /// Starts a job that reports once, when it is done.
    pub fn start(&self, name: &str, work: impl FnOnce() -> Report + Send + 'static) {
        self.start_reporting(name, move |report| report(work()));
    }

    /// Starts a job that reports as it goes. A thread that can't be started is told as `work` never
    /// running; the system is out of threads then, and the window goes on.
    #[expect(clippy::disallowed_methods, reason = "the one place where threads are started")]
    pub fn start_reporting(&self, name: &str, work: impl FnOnce(&dyn Fn(Report)) + Send + 'static) {
        let (sender, wake) = (self.sender.clone(), self.wake.clone());
        let started = std::thread::Builder::new().name(name.to_owned()).spawn(move || {
            let report = |report| {
                // The window may be gone by now: then nobody wants the report.
                let _unwanted = sender.send(report);
                wake.request_repaint();
            };
            if let Err(crash) = guarded(|| work(&report)) {
                let name = std::thread::current().name().unwrap_or_default().to_owned();
                report(Report::Crashed(name, crash));
            }
        });
        if let Err(error) = started {
            log::error!("the job “{name}” could not be started: {error}");
        }
    }

    /// What reports from outside a job: a callback of the window system.
    pub fn reporter(&self) -> impl FnOnce(Report) + Send + 'static {
        let (sender, wake) = (self.sender.clone(), self.wake.clone());
        move |report| {
            // The window may be gone by now: then nobody wants the report.
            let _unwanted = sender.send(report);
            wake.request_repaint();
        }
    }

    /// The next report, if one has come.
    pub fn next_report(&self) -> Option<Report> {
        self.receiver.try_recv().ok()
    }

    /// What a job calls to show progress.
    pub fn waker(&self) -> egui::Context {
        self.wake.clone()
    }
}
