//! Opening a dossier: in a job, with progress, leaving what is open until the new one is there.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use super::App;
use super::comparing::Comparison;
use super::dialogs::Dialog;
use super::jobs::{OpenedDocument, Report};
use super::parallels::Suggestions;
use super::reader::Reader;
use super::state::{
    Column, Document, FailedOpening, Filter, Keeping, Opening, Progress, Saving, Screen, Tone,
    TopicFinding,
};
use super::texts::Texts;
use super::timeline::Timeline;
use super::trail::Trail;
use crate::annotations::{Annotations, CONFLICT, History};
use crate::compare;
use crate::dossier::Index;
use crate::search::Haystack;
use crate::store::{self, AnnotationsFile, Keeper, Kept, LoadError, Loaded, Origin, Stage};

impl App {
    /// Opens a file, or the bundled dossier.
    pub(super) fn open(&mut self, path: Option<PathBuf>) {
        self.cancel_opening();
        // The folder in which the program was started may change its meaning; the file's must not.
        let path = path.map(|path| std::path::absolute(&path).unwrap_or(path));
        let progress = Arc::new(Progress::default());
        let name = match &path {
            Some(path) => Origin::File(path.clone()).file_name(),
            None => Origin::Bundled.file_name(),
        };
        self.state.opening = Some(Opening { name, progress: Arc::clone(&progress) });
        let (wake, data_folder) = (self.jobs.waker(), self.data_folder.clone());
        self.jobs.start("open a dossier", move || {
            let proceed = |stage: Stage| {
                let go_on = progress.enter(stage);
                wake.request_repaint();
                go_on
            };
            let loaded = match &path {
                Some(path) => store::load(path, &proceed),
                None => store::load_bundled(&proceed),
            };
            let outcome = loaded.and_then(|loaded| prepare(loaded, data_folder, &proceed));
            Report::Opened { load: progress, path, outcome: Box::new(outcome) }
        });
    }

    /// Stops the load under way; what is open stays.
    pub(super) fn cancel_opening(&mut self) {
        if let Some(opening) = self.state.opening.take() {
            opening.progress.cancel();
        }
    }

    pub(super) fn choose_dossier(&self) {
        let dialog = Dialog::open();
        self.jobs.start("choose a dossier", move || Report::ChosenToOpen(dialog.wait()));
    }

    pub(super) fn opened(
        &mut self,
        load: &Arc<Progress>,
        path: Option<PathBuf>,
        outcome: Result<OpenedDocument, LoadError>,
    ) {
        // A load that was given up may have finished all the same; another may be under way.
        if !self.state.opening.as_ref().is_some_and(|o| Arc::ptr_eq(&o.progress, load)) {
            return;
        }
        self.state.opening = None;
        match outcome {
            Err(LoadError::Cancelled) => {}
            Ok(opened) => {
                // What is open is let go only once the work on it is on the disk.
                if !self.save_now() {
                    self.tell(
                        Tone::Bad,
                        "The other dossier was not opened: the annotations on this one are not on \
                         the disk yet.",
                    );
                    return;
                }
                self.show_document(opened);
                if let Some(path) = path {
                    self.state.settings.remember(path);
                }
            }
            Err(error) => {
                let message = error.to_string();
                let problems = match error {
                    LoadError::Problems(problems) => problems,
                    _ => Vec::new(),
                };
                self.state.failed = Some(FailedOpening { path, message, problems });
            }
        }
    }

    fn show_document(&mut self, opened: OpenedDocument) {
        let OpenedDocument { document, warning } = opened;
        let title = format!("{} – Dossier", document.dossier.title);
        self.jobs.waker().send_viewport_cmd(egui::ViewportCommand::Title(title));
        let state = &mut self.state;
        state.failed = None;
        state.sheet = None;
        state.draft = None;
        state.screen = Screen::Desk;
        state.column = Column::Entities;
        state.details = false;
        state.trail = Trail::default();
        state.comparison = Comparison::default();
        state.timeline = Timeline::default();
        state.reader = Reader::default();
        state.filter = Filter::default();
        state.saving = Saving::Unchanged;
        state.pictures.forget();
        state.document = Some(document);
        self.views.forget();
        self.refresh_desk();
        self.refresh_timeline();
        self.forget_relations();
        self.check_texts();
        if let Some(warning) = warning {
            self.tell(Tone::Warn, warning);
        }
    }
}

/// Builds what an open dossier needs beyond itself.
fn prepare(
    loaded: Loaded,
    data_folder: Option<PathBuf>,
    proceed: &dyn Fn(Stage) -> bool,
) -> Result<OpenedDocument, LoadError> {
    if !proceed(Stage::Indexing) {
        return Err(LoadError::Cancelled);
    }
    let Loaded { dossier, catalogue, mut problems, origin } = loaded;
    let index = Index::build(&dossier, catalogue);
    problems.extend(compare::problems(&dossier, &index));
    let found = |topic| TopicFinding {
        computed: compare::finding(&dossier, &index, topic),
        renderings: compare::renderings(&dossier, &index, topic),
        corroboration: compare::corroboration(&dossier, &index, topic),
    };
    let findings = dossier.topics.iter().map(found).collect();
    let haystack = Haystack::of(&dossier, &index);
    let file = AnnotationsFile::within(&origin, data_folder);
    let kept = Keeper::open(file, &dossier.title);
    let (annotations, history, keeping, warning) = match kept {
        Ok(kept) => {
            let warning = warning(&kept);
            let keeping = Keeping::By(Arc::new(Mutex::new(kept.keeper)));
            (kept.annotations, kept.history, keeping, warning)
        }
        Err(error) => {
            let warning = format!(
                "{error}. Nothing will be written over them; what you add in this session is not kept."
            );
            let reason = "the annotations are not written over in this session".to_owned();
            let none = (Annotations::default(), History::default());
            (none.0, none.1, Keeping::Not(reason), Some(capitalised(&warning)))
        }
    };
    let document = Document {
        findings,
        texts: Texts::awaited(&dossier),
        dossier: Arc::new(dossier),
        index: Arc::new(index),
        suggestions: Suggestions::default(),
        haystack,
        problems,
        origin,
        annotations,
        history,
        keeping,
    };
    Ok(OpenedDocument { document, warning })
}

/// What the person should know of how the work was found.
fn warning(kept: &Kept) -> Option<String> {
    if let Some((aside, problem)) = &kept.set_aside {
        let begun = match kept.recovered {
            Some(_) => "what stood in it was brought back from the journal",
            None => "a new one is begun",
        };
        return Some(format!(
            "The annotations could not be read ({problem}). The file was kept as {} and {begun}.",
            aside.display()
        ));
    }
    let recovered = kept.recovered?;
    let changes = match recovered.changes {
        1 => "1 change".to_owned(),
        many => format!("{many} changes"),
    };
    let mut words = format!(
        "The last session did not come to its end. {changes} that had not reached the annotations file \
         were brought back from its journal."
    );
    if recovered.merged {
        words.push_str(" The file had been changed meanwhile; both were put together.");
    }
    if recovered.conflicts > 0 {
        words.push_str(&format!(
            " What both had changed is kept twice and tagged “{CONFLICT}” ({}).",
            recovered.conflicts
        ));
    }
    Some(words)
}

fn capitalised(words: &str) -> String {
    let mut characters = words.chars();
    let first = characters.next().map(|first| first.to_uppercase().collect::<String>());
    first.unwrap_or_default() + characters.as_str()
}
