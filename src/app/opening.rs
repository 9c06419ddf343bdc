//! Opening a dossier: in a job, with progress, leaving what is open until the new one is there.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use super::App;
use super::briefing::Briefing;
use super::colleagues::Colleagues;
use super::comparing::Comparison;
use super::dialogs::Wanted;
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
use crate::store::{
    self, AnnotationsFile, FileState, KeepError, Keeper, Kept, LoadError, Loaded, Origin, Stage,
};

impl App {
    /// Opens a file, or the bundled dossier.
    pub(super) fn open(&mut self, path: Option<PathBuf>) {
        self.load(path, false);
    }

    /// Reads the open dossier again: its file was changed.
    pub(super) fn dossier_changed_outside(&mut self) {
        let origin = self.state.document.as_ref().map(|document| document.origin.clone());
        // What is being read just now is older than the change; another dossier on its way is not.
        let free = self.state.opening.as_ref().is_none_or(|opening| opening.in_place);
        if let (Some(Origin::File(path)), true) = (origin, free) {
            self.load(Some(path), true);
        }
    }

    fn load(&mut self, path: Option<PathBuf>, in_place: bool) {
        self.cancel_opening();
        // The folder in which the program was started may change its meaning; the file's must not.
        let path = path.map(|path| std::path::absolute(&path).unwrap_or(path));
        let progress = Arc::new(Progress::default());
        let name = match &path {
            Some(path) => Origin::File(path.clone()).file_name(),
            None => Origin::Bundled.file_name(),
        };
        self.state.opening = Some(Opening { name, progress: Arc::clone(&progress), in_place });
        let (wake, data_folder) = (self.jobs.waker(), self.data_folder.clone());
        // Whoever keeps the work on it already goes on keeping it.
        let origin = path.clone().map_or(Origin::Bundled, Origin::File);
        let keep = !self.keeps(&origin);
        self.jobs.start("open a dossier", move || {
            let proceed = |stage: Stage| {
                let go_on = progress.enter(stage);
                wake.request_repaint();
                go_on
            };
            let read_as = path.as_deref().map(FileState::of);
            let loaded = match &path {
                Some(path) => store::load(path, &proceed),
                None => store::load_bundled(&proceed),
            };
            let outcome =
                loaded.and_then(|loaded| prepare(loaded, read_as, data_folder, keep, &proceed));
            Report::Opened { load: progress, path, outcome: Box::new(outcome) }
        });
    }

    /// Whether the work on a dossier is kept by this window already.
    fn keeps(&self, origin: &Origin) -> bool {
        let open = self.state.document.as_ref().filter(|open| open.origin == *origin);
        open.is_some_and(|open| matches!(open.keeping, Keeping::By(_)))
    }

    /// Stops the load under way; what is open stays.
    pub(super) fn cancel_opening(&mut self) {
        if let Some(opening) = self.state.opening.take() {
            opening.progress.cancel();
        }
    }

    pub(super) fn choose_dossier(&mut self) {
        self.ask(Wanted::Dossier, None, Report::ChosenToOpen);
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
        let in_place = self.state.opening.take().is_some_and(|opening| opening.in_place);
        match outcome {
            Err(LoadError::Cancelled) => {}
            Ok(opened) if self.is_open(&opened.document.origin) => {
                self.show_again(opened);
            }
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
            // What is open stays: its file is being written just now, perhaps.
            Err(error) if in_place => {
                let words = match &error {
                    LoadError::Problems(problems) => {
                        let first = problems.first().map(ToString::to_string).unwrap_or_default();
                        format!(
                            "The dossier was changed on the disk and can't be opened as it is now \
                             ({first}). What you see is the dossier as it was."
                        )
                    }
                    error => format!(
                        "The dossier was changed on the disk and can't be read: {error}. What you see \
                         is the dossier as it was."
                    ),
                };
                self.tell(Tone::Warn, words);
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

    fn is_open(&self, origin: &Origin) -> bool {
        self.state.document.as_ref().is_some_and(|open| open.origin == *origin)
    }

    /// Shows the open dossier as it was read again: with the work on it as it stands in the window, on the
    /// same screen, with the same item in focus.
    fn show_again(&mut self, opened: OpenedDocument) {
        let OpenedDocument { mut document, warning } = opened;
        let focus = self.state.focus().and_then(|item| self.id_of(item));
        let focus = focus.and_then(|id| document.index.catalogue.find(&id));
        let Some(old) = self.state.document.take() else { return };
        if matches!(old.keeping, Keeping::By(_)) && matches!(document.keeping, Keeping::Not(_)) {
            document.keeping = old.keeping;
            document.own_file = old.own_file;
            document.history = old.history;
            document.annotations = old.annotations;
            document.annotations.dossier.clone_from(&document.dossier.title);
        }
        let state = &mut self.state;
        state.failed = None;
        state.trail = Trail::default();
        state.trail.go(focus, state.screen);
        state.details &= focus.is_some();
        state.comparison = Comparison::default();
        state.timeline = Timeline::default();
        state.reader = Reader::default();
        state.filter = Filter { text: std::mem::take(&mut state.filter.text), ..Filter::default() };
        state.pictures.forget();
        self.put(document);
        match warning {
            Some(warning) => self.tell(Tone::Warn, warning),
            None => {
                let ctx = self.jobs.waker();
                self.mention(&ctx, "The dossier was read again.");
            }
        }
    }

    /// Puts a document into the window.
    fn put(&mut self, document: Document) {
        let title = format!("{} – Dossier", document.dossier.title);
        self.jobs.waker().send_viewport_cmd(egui::ViewportCommand::Title(title));
        self.state.document = Some(document);
        self.state.briefing.page = None;
        self.views.forget();
        self.refresh_desk();
        self.refresh_timeline();
        self.forget_relations();
        if self.state.screen == Screen::Relations {
            self.lay_out_relations();
        }
        self.check_texts();
        self.watch();
    }

    fn show_document(&mut self, opened: OpenedDocument) {
        let OpenedDocument { document, warning } = opened;
        let state = &mut self.state;
        state.failed = None;
        state.sheet = None;
        state.draft = None;
        state.screen = Screen::Desk;
        state.column = Column::Entities;
        state.details = false;
        state.trail = Trail::default();
        state.briefing = Briefing::default();
        state.comparison = Comparison::default();
        state.timeline = Timeline::default();
        state.reader = Reader::default();
        state.filter = Filter::default();
        state.saving = Saving::Unchanged;
        state.pictures.forget();
        self.put(document);
        if let Some(warning) = warning {
            self.tell(Tone::Warn, warning);
        }
    }
}

/// Builds what an open dossier needs beyond itself.
fn prepare(
    loaded: Loaded,
    read_as: Option<FileState>,
    data_folder: Option<PathBuf>,
    keep: bool,
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
    let name = data_folder.as_deref().and_then(store::own_name);
    let file = match &name {
        Some(name) => AnnotationsFile::of_analyst(&origin, data_folder, name),
        None => AnnotationsFile::within(&origin, data_folder),
    };
    let own_file = file.beside().map(ToOwned::to_owned);
    let Work { annotations, history, keeping, warning } =
        if keep { work_on(&file, &dossier.title, name.as_deref()) } else { Work::default() };
    let document = Document {
        findings,
        texts: Texts::awaited(&dossier),
        dossier: Arc::new(dossier),
        index: Arc::new(index),
        suggestions: Suggestions::default(),
        haystack,
        problems,
        origin,
        read_as,
        annotations,
        history,
        keeping,
        own_file,
        colleagues: Colleagues::default(),
    };
    Ok(OpenedDocument { document, warning })
}

/// The analyst's work on a dossier.
struct Work {
    annotations: Annotations,
    history: History,
    keeping: Keeping,
    /// What the person should know of how it was found.
    warning: Option<String>,
}

impl Default for Work {
    fn default() -> Self {
        Self {
            annotations: Annotations::default(),
            history: History::default(),
            keeping: Keeping::Not("it is kept elsewhere".to_owned()),
            warning: None,
        }
    }
}

fn work_on(file: &AnnotationsFile, title: &str, name: Option<&str>) -> Work {
    match Keeper::open(file.clone(), title) {
        Ok(kept) => Work {
            warning: warning(&kept),
            annotations: signed(kept.annotations, name),
            history: kept.history,
            keeping: Keeping::By(Arc::new(Mutex::new(kept.keeper))),
        },
        Err(error @ KeepError::Held(_)) => Work {
            annotations: file.look().unwrap_or_default(),
            warning: Some(format!(
                "This window only reads: {error}. Open the dossier again when that is closed; or, to \
                 work beside somebody else, give your name in the menu."
            )),
            keeping: Keeping::Not(error.to_string()),
            ..Work::default()
        },
        Err(error @ KeepError::Newer(_)) => {
            let (annotations, unknown) = file.look_at_newer().unwrap_or_default();
            let parts = match unknown {
                0 => String::new(),
                1 => " 1 part of them is not known here and not shown.".to_owned(),
                many => format!(" {many} parts of them are not known here and not shown."),
            };
            Work {
                annotations,
                warning: Some(capitalised(&format!(
                    "the annotations are only read: {error}.{parts} Nothing is written over them."
                ))),
                keeping: Keeping::Not(error.to_string()),
                ..Work::default()
            }
        }
        Err(error) => Work {
            annotations: file.look().unwrap_or_default(),
            warning: Some(capitalised(&format!(
                "{error}. Nothing is written over them, and nothing can be changed in this window."
            ))),
            keeping: Keeping::Not(error.to_string()),
            ..Work::default()
        },
    }
}

/// Work that carries the name of who does it.
fn signed(mut annotations: Annotations, name: Option<&str>) -> Annotations {
    if let (true, Some(name)) = (annotations.analyst.trim().is_empty(), name) {
        name.clone_into(&mut annotations.analyst);
    }
    annotations
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
