//! Errors inside the program: a frame or a job that panics takes nothing else down. What was changed is on
//! the disk, a report says where it happened, and the window goes on.

use std::backtrace::Backtrace;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};
use std::path::PathBuf;

use super::App;
use super::state::{Screen, Sheet, Tone};
use crate::store::write_report;

thread_local! {
    /// Where the last panic of this thread happened: the hook knows it, who catches the panic does not.
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// An error inside the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crash {
    /// Where in the program it happened, with the calls that led there.
    place: String,
}

/// An error inside the program, as the person is told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldCrash {
    /// What was being done.
    pub doing: String,
    /// The report, where one could be written.
    pub report: Option<PathBuf>,
    /// Whether the work is on the disk.
    pub kept: bool,
}

/// Notes where panics happen. What a panic says is left out: it may quote the dossier.
pub(super) fn note_panics() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        let place = place(info, &Backtrace::force_capture());
        log::error!("a panic at {}", place.lines().next().unwrap_or_default());
        PLACE.with(|last| last.replace(Some(place)));
        if cfg!(debug_assertions) {
            before(info);
        }
    }));
}

fn place(info: &PanicHookInfo<'_>, backtrace: &Backtrace) -> String {
    let location = info.location().map_or("an unknown place".to_owned(), ToString::to_string);
    format!("{location}\n\n{backtrace}")
}

/// Does something that may panic.
pub(super) fn guarded<R>(work: impl FnOnce() -> R) -> Result<R, Crash> {
    // What a frame leaves half done is drawn anew, and the work changes in one place only.
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
        let place = PLACE.with(RefCell::take);
        Crash { place: place.unwrap_or_else(|| "an unknown place".to_owned()) }
    })
}

impl App {
    /// Sees to it that the work is on the disk, writes a report and tells the person.
    pub(super) fn crashed(&mut self, crash: &Crash) {
        let doing = format!("showing the screen “{:?}”", self.state.screen);
        let kept = guarded(|| self.save_now()).unwrap_or(false);
        let report = self.report(&doing, crash);
        self.state.sheet = Some(Sheet::Crashed(ToldCrash { doing, report, kept }));
        self.views.forget();
        self.crashes += 1;
        // A screen that fails again and again is left.
        if self.crashes > 1 {
            self.state.screen = Screen::Desk;
            self.state.details = false;
            self.state.filter = super::state::Filter::default();
            self.state.trail = super::trail::Trail::default();
            self.refresh_desk();
        }
    }

    /// A job came to no end: what waits for it goes on without.
    pub(super) fn job_crashed(&mut self, name: &str, crash: &Crash) {
        self.job_failed();
        if let Some(Sheet::Export(sheet)) = &mut self.state.sheet {
            sheet.progress = None;
        }
        let report = self.report(&format!("the job “{name}”"), crash);
        let report = report.map_or(String::new(), |place| {
            format!(" A report without anything of your dossier is in {}.", place.display())
        });
        let words = format!(
            "An error inside the program ended the job “{name}”. Your work is not touched by it.{report}"
        );
        self.tell(Tone::Bad, words);
    }

    fn report(&self, doing: &str, crash: &Crash) -> Option<PathBuf> {
        let version = env!("CARGO_PKG_VERSION");
        let system = std::env::consts::OS;
        let report = format!(
            "Dossier {version} on {system}\nAn error inside the program, while: {doing}\nAt: {}\n",
            crash.place
        );
        let written = write_report(self.data_folder.as_deref()?, &report);
        written.inspect_err(|error| log::warn!("no report was written: {error}")).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_caught_with_its_place_and_without_its_words() {
        note_panics();
        let crash = guarded(|| panic!("secret {}", 7)).unwrap_err();
        assert!(crash.place.starts_with(file!()), "{}", crash.place);
        assert!(!crash.place.lines().next().unwrap().contains("secret"), "{}", crash.place);
        assert_eq!(guarded(|| 7), Ok(7));
    }
}
