//! Watches the files of the open dossier: what other programs write into them is taken in. Looking at them
//! now and then also works where a file system tells nobody of changes.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use egui::Context;

use super::App;
use super::colleagues::{Files, files};
use super::jobs::Report;
use super::state::Keeping;
use crate::store::{FileState, Keeper, Origin};

/// How often the files are looked at.
const INTERVAL: Duration = Duration::from_millis(1_500);

/// A watch on the files of a dossier, for as long as it lives.
#[derive(Default)]
pub(super) struct Watch(Arc<AtomicBool>);

impl Drop for Watch {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Which of the files changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// The dossier.
    Dossier,
    /// The analyst's file.
    Annotations,
    /// Those of the others, as they are now.
    Others(Files),
}

impl App {
    /// Watches the files of the open dossier, and no others.
    pub(super) fn watch(&mut self) {
        self.watch = Watch::default();
        let Some(document) = &self.state.document else { return };
        let origin = document.origin.clone();
        let read_as = document.read_as;
        let own = document.own_file.clone();
        let keeper = match &document.keeping {
            Keeping::By(keeper) => Some(Arc::downgrade(keeper)),
            Keeping::Not(_) => None,
        };
        let stop = Arc::clone(&self.watch.0);
        self.jobs.start_reporting("watch the files", move |report| {
            watch(&origin, read_as, own.as_deref(), keeper.as_ref(), &stop, &|changed| {
                report(Report::Changed(Arc::clone(&stop), changed));
            });
        });
    }

    pub(super) fn file_changed(&mut self, ctx: &Context, of: &Arc<AtomicBool>, changed: Changed) {
        if !Arc::ptr_eq(of, &self.watch.0) {
            return;
        }
        match changed {
            Changed::Dossier => self.dossier_changed_outside(),
            Changed::Annotations => self.annotations_changed_outside(ctx),
            Changed::Others(files) => self.read_colleagues_again(files),
        }
    }
}

fn watch(
    origin: &Origin,
    read_as: Option<FileState>,
    own: Option<&Path>,
    keeper: Option<&Weak<Mutex<Keeper>>>,
    stop: &AtomicBool,
    report: &dyn Fn(Changed),
) {
    let dossier = match origin {
        Origin::File(path) => Some(path.as_path()),
        Origin::Bundled => None,
    };
    let mut known = read_as;
    let mut others = Files::new();
    while !stop.load(Ordering::Relaxed) {
        let there = files(origin, own);
        if there != others {
            others.clone_from(&there);
            report(Changed::Others(there));
        }
        std::thread::sleep(INTERVAL);
        let now = dossier.map(FileState::of);
        // A file that is being replaced is gone for a moment.
        if now != known && now.is_some_and(FileState::is_there) {
            known = now;
            report(Changed::Dossier);
        }
        // The work is kept, and its lock held, by the window alone.
        let changed = keeper.and_then(Weak::upgrade).is_some_and(|keeper| {
            keeper.lock().unwrap_or_else(PoisonError::into_inner).notices_change()
        });
        if changed {
            report(Changed::Annotations);
        }
    }
}
