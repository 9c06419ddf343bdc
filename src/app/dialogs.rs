//! The system's file dialogs. Each runs in a process of its own, of this program: where the session bus dies
//! under it, where the portal never answers or where there is none, the window goes on, the dialog can be
//! given up, and a path can be typed instead.

use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use egui::Context;

use super::App;
use super::jobs::{Choice, Report};
use crate::brief::Format;

/// The argument that makes this program a dialog: `dossier --file-dialog dossier`.
const AS_DIALOG: &str = "--file-dialog";

/// No dialog opens, is read and is cancelled in less. Without portal and zenity the answer is the same as
/// for Cancel, but it comes at once.
const FASTEST_PERSON: Duration = Duration::from_millis(250);

/// How often it is looked whether there is an answer.
const INTERVAL: Duration = Duration::from_millis(40);

/// What the process of a dialog ends with where the person thought better of it, and where the system has
/// no dialog to show.
const CANCELLED: u8 = 3;
const NO_DIALOG: u8 = 4;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A dossier to open.
    Dossier,
    /// The text of a source.
    Text,
    /// Where a brief goes, in this format.
    Brief(Format),
    /// Where a picture goes.
    Picture,
    /// Where a copy of the analyst's work goes.
    Work,
}

impl Wanted {
    /// The argument that names it.
    fn name(self) -> &'static str {
        match self {
            Self::Dossier => "dossier",
            Self::Text => "text",
            Self::Brief(format) => format.id(),
            Self::Picture => "picture",
            Self::Work => "work",
        }
    }

    fn named(name: &str) -> Option<Self> {
        let others = [Self::Dossier, Self::Text, Self::Picture, Self::Work];
        let briefs = Format::ALL.map(Self::Brief);
        others.into_iter().chain(briefs).find(|wanted| wanted.name() == name)
    }

    /// What the dialog is for, as its title has it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Dossier => "Open dossier",
            Self::Text => "Attach text",
            Self::Brief(_) => "Export brief",
            Self::Picture => "Save picture",
            Self::Work => "Save a copy of your work",
        }
    }

    fn show(self, suggested: Option<&Path>) -> Option<PathBuf> {
        let dialog = rfd::FileDialog::new().set_title(self.title());
        let mut dialog = match self {
            Self::Dossier => dialog.add_filter("Dossiers", &["ron"]),
            Self::Text => dialog.add_filter("Texts", &["txt", "text", "md"]),
            Self::Brief(format) => dialog.add_filter(format.name(), &[format.ending()]),
            Self::Picture => dialog.add_filter("PNG pictures", &["png"]),
            Self::Work => dialog.add_filter("Annotations", &["ron"]),
        };
        if let Some(folder) = suggested.and_then(Path::parent) {
            dialog = dialog.set_directory(folder);
        }
        if let Some(name) = suggested.and_then(Path::file_name) {
            dialog = dialog.set_file_name(name.to_string_lossy());
        }
        match self {
            Self::Dossier | Self::Text => dialog.add_filter("All files", &["*"]).pick_file(),
            Self::Brief(_) | Self::Picture | Self::Work => dialog.save_file(),
        }
    }
}

/// Runs as a dialog where the arguments of the program ask for one.
pub fn run_as_dialog(arguments: impl IntoIterator<Item = OsString>) -> Option<ExitCode> {
    let mut arguments = arguments.into_iter();
    if arguments.next()? != AS_DIALOG {
        return None;
    }
    let name = arguments.next()?;
    let wanted = Wanted::named(name.to_str()?)?;
    let suggested = arguments.next().map(PathBuf::from);
    let asked = Instant::now();
    let Some(path) = wanted.show(suggested.as_deref()) else {
        let none = asked.elapsed() < FASTEST_PERSON;
        return Some(ExitCode::from(if none { NO_DIALOG } else { CANCELLED }));
    };
    let told = std::io::stdout().write_all(path.as_os_str().as_encoded_bytes());
    Some(told.map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS))
}

/// A dialog that is open, as the window sees it. When it is dropped the dialog is given up.
#[derive(Debug)]
pub struct Asking {
    /// What is asked for.
    pub wanted: Wanted,
    shared: Arc<Shared>,
}

/// Tells one dialog from another.
#[derive(Clone, Debug)]
pub struct AskingId(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    given_up: AtomicBool,
    /// Set where no dialog is to be seen: only a typed path can answer.
    missing: AtomicBool,
    typed: Mutex<Option<PathBuf>>,
}

impl Asking {
    /// Whether the system shows no dialog.
    pub fn is_missing(&self) -> bool {
        self.shared.missing.load(Ordering::Relaxed)
    }
}

impl Drop for Asking {
    fn drop(&mut self) {
        self.shared.given_up.store(true, Ordering::Relaxed);
    }
}

impl Shared {
    /// Waits for the answer: of the dialog, of who types a path, or of who gives up.
    fn wait(&self, mut child: Option<Child>, wake: &dyn Fn()) -> Choice {
        loop {
            let typed = self.typed.lock().unwrap_or_else(PoisonError::into_inner).take();
            let given_up = self.given_up.load(Ordering::Relaxed);
            if typed.is_some() || given_up {
                if let Some(child) = &mut child {
                    stop(child);
                }
                return typed.map_or(Choice::Cancelled, Choice::Chosen);
            }
            match child.as_mut().map(answer) {
                Some(Answer::Waiting) => {}
                Some(Answer::Chosen(path)) => return Choice::Chosen(path),
                Some(Answer::Cancelled) => return Choice::Cancelled,
                Some(Answer::None) | None => {
                    child = None;
                    if !self.missing.swap(true, Ordering::Relaxed) {
                        wake();
                    }
                }
            }
            std::thread::sleep(INTERVAL);
        }
    }
}

fn stop(child: &mut Child) {
    #[cfg(unix)]
    let _may_have_ended =
        Command::new("kill").args(["-TERM", "--", &format!("-{}", child.id())]).status();
    let _may_have_ended = child.kill().and_then(|()| child.wait());
}

enum Answer {
    Waiting,
    Chosen(PathBuf),
    Cancelled,
    /// It ended without one.
    None,
}

fn answer(child: &mut Child) -> Answer {
    let status = match child.try_wait() {
        Ok(None) => return Answer::Waiting,
        Ok(Some(status)) => status,
        Err(_) => return Answer::None,
    };
    let mut said = Vec::new();
    let read = child.stdout.take().map(|mut out| out.read_to_end(&mut said));
    match status.code() {
        Some(0) if matches!(read, Some(Ok(1..))) => Answer::Chosen(path_of(said)),
        Some(code) if code == i32::from(CANCELLED) => Answer::Cancelled,
        _ => Answer::None,
    }
}

/// Whatever bytes the system allows in a path.
#[cfg(unix)]
fn path_of(bytes: Vec<u8>) -> PathBuf {
    use std::os::unix::ffi::OsStringExt;
    OsString::from_vec(bytes).into()
}

#[cfg(not(unix))]
fn path_of(bytes: Vec<u8>) -> PathBuf {
    String::from_utf8_lossy(&bytes).into_owned().into()
}

fn start(program: &Path, wanted: Wanted, suggested: Option<&Path>) -> Option<Child> {
    let mut command = Command::new(program);
    command.arg(AS_DIALOG).arg(wanted.name()).args(suggested).stdout(Stdio::piped());
    // A dialog may be a program of its own, started by that process: both are stopped as one group.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let child = command.stdin(Stdio::null()).spawn();
    child.inspect_err(|error| log::warn!("the dialog can't be started: {error}")).ok()
}

impl App {
    /// Asks for a file. What it comes to is reported when there is an answer.
    pub(super) fn ask(
        &mut self,
        wanted: Wanted,
        suggested: Option<PathBuf>,
        then: impl FnOnce(Choice) -> Report + Send + 'static,
    ) {
        // One at a time: whoever asks for another has done with the one before.
        let shared = Arc::new(Shared::default());
        self.state.asking = Some(Asking { wanted, shared: Arc::clone(&shared) });
        let (program, wake) = (self.program.clone(), self.jobs.waker());
        self.jobs.start_reporting("ask for a file", move |report| {
            let child = program.and_then(|program| start(&program, wanted, suggested.as_deref()));
            let choice = shared.wait(child, &|| wake.request_repaint());
            let id = AskingId(Arc::clone(&shared));
            report(Report::Answered(id, Box::new(then(choice))));
        });
    }

    /// A dialog was answered: it is closed, and the answer carried out.
    pub(super) fn answered(&mut self, ctx: &Context, of: &AskingId, answer: Report) {
        if self.state.asking.as_ref().is_some_and(|asking| Arc::ptr_eq(&asking.shared, &of.0)) {
            self.state.asking = None;
        }
        self.receive(ctx, answer);
    }

    /// Takes a typed path for the answer.
    pub(super) fn answer_with(&mut self, typed: &str) {
        let folder = self.brief_folder();
        let Some(asking) = self.state.asking.as_ref().filter(|_| !typed.trim().is_empty()) else {
            return;
        };
        let mut answer = asking.shared.typed.lock().unwrap_or_else(PoisonError::into_inner);
        *answer = Some(folder.join(typed.trim()));
    }
}

/// The path with the ending of a format, where it has none that stands for it.
pub fn with_ending(path: PathBuf, format: Format) -> PathBuf {
    let ending = path.extension().map(|ending| ending.to_string_lossy().into_owned());
    let stands_for = ending.and_then(|ending| Format::of_ending(&ending));
    if stands_for.is_some_and(|known| known.ending() == format.ending()) {
        return path;
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}", format.ending()));
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_is_added_only_where_it_is_missing() {
        let cases = [
            ("/a/brief", Format::default(), "/a/brief.md"),
            ("/a/brief.md", Format::default(), "/a/brief.md"),
            ("/a/brief.MD", Format::default(), "/a/brief.MD"),
            ("/a/30.3.2024", Format::default(), "/a/30.3.2024.md"),
            ("/a/notes.txt", Format::default(), "/a/notes.txt"),
            ("/a/brief.md", Format::Word, "/a/brief.md.docx"),
            ("/a/brief.HTM", Format::Html, "/a/brief.HTM"),
        ];
        for (typed, format, written) in cases {
            assert_eq!(with_ending(PathBuf::from(typed), format), PathBuf::from(written));
        }
    }

    /// A process that answers as a dialog would.
    #[cfg(unix)]
    fn dialog(script: &str) -> Child {
        let mut command = Command::new("sh");
        command.args(["-c", script]).stdout(Stdio::piped());
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        command.spawn().unwrap()
    }

    #[cfg(unix)]
    #[test]
    fn the_answer_of_the_process_is_taken_whatever_bytes_are_in_it() {
        use std::os::unix::ffi::OsStrExt;
        let shared = Shared::default();
        let chosen = shared.wait(Some(dialog("printf '/a/b|c \\377\\nd '")), &|| ());
        let Choice::Chosen(path) = chosen else { panic!("{chosen:?}") };
        assert_eq!(path.as_os_str().as_bytes(), b"/a/b|c \xff\nd ");
        assert_eq!(shared.wait(Some(dialog("exit 3")), &|| ()), Choice::Cancelled);
    }

    #[cfg(unix)]
    #[test]
    #[expect(clippy::disallowed_methods, reason = "there is no window to start a job for")]
    fn a_dialog_that_dies_or_never_comes_waits_for_a_typed_path() {
        for script in ["kill -9 $$", "exit 4", "exit 0"] {
            let shared = Arc::new(Shared::default());
            let waiting = Arc::clone(&shared);
            let answer = std::thread::spawn(move || waiting.wait(Some(dialog(script)), &|| ()));
            while !shared.missing.load(Ordering::Relaxed) {
                std::thread::sleep(INTERVAL);
            }
            *shared.typed.lock().unwrap() = Some("/typed".into());
            assert_eq!(answer.join().unwrap(), Choice::Chosen("/typed".into()), "{script}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_dialog_that_never_answers_is_given_up() {
        let shared = Shared::default();
        shared.given_up.store(true, Ordering::Relaxed);
        assert_eq!(shared.wait(Some(dialog("sleep 600")), &|| ()), Choice::Cancelled);
    }

    #[test]
    fn other_arguments_make_no_dialog() {
        assert!(run_as_dialog(["check".into(), "x".into()]).is_none());
        assert!(run_as_dialog([]).is_none());
    }
}
