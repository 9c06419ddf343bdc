//! The work of those who share the dossier's folder: seen as they write it, never changed.

use std::collections::HashMap;

use super::App;
use super::jobs::Report;
use super::state::{Keeping, Sheet, Tone};
use super::texts::Touching;
use crate::annotations::{Annotation, Passage};
use crate::store::{
    Colleague, FileState, Origin, colleagues_files, keep_own_name, own_name, read_colleagues,
    was_asked_for_name,
};

/// The work of the others, and where it belongs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Colleagues {
    /// The others, by the names of their files.
    pub all: Vec<Colleague>,
    /// Annotations by the id of what they stand on: whose, and which.
    on: HashMap<String, Vec<(usize, usize)>>,
}

impl Colleagues {
    fn of(all: Vec<Colleague>) -> Self {
        let mut on: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
        for (who, colleague) in all.iter().enumerate() {
            for (place, annotation) in colleague.annotations.annotations.iter().enumerate() {
                if annotation.passage.is_none() {
                    on.entry(annotation.on.clone()).or_default().push((who, place));
                }
            }
        }
        Self { all, on }
    }

    /// What the others noted on an item, each with the place of who did.
    pub fn on<'a>(&'a self, item_id: &str) -> impl Iterator<Item = (usize, &'a Annotation)> {
        let places = self.on.get(item_id).map_or(&[][..], Vec::as_slice);
        places.iter().filter_map(|(who, place)| {
            Some((*who, self.all.get(*who)?.annotations.annotations.get(*place)?))
        })
    }

    /// The stretches of text that they noted something on.
    pub fn passages(&self) -> impl Iterator<Item = &Passage> {
        self.all
            .iter()
            .flat_map(|colleague| &colleague.annotations.annotations)
            .filter_map(|a| a.passage.as_ref())
    }

    /// What they noted on stretches of a source's text, each with the place of who did.
    pub fn on_passages(&self) -> impl Iterator<Item = (usize, &Annotation)> {
        let all = self.all.iter().enumerate();
        all.flat_map(|(who, colleague)| {
            colleague.annotations.annotations.iter().map(move |annotation| (who, annotation))
        })
        .filter(|(_, annotation)| annotation.passage.is_some())
    }

    /// The name of one of them.
    pub fn name(&self, who: usize) -> &str {
        self.all.get(who).map_or("", |colleague| colleague.name.as_str())
    }
}

/// Their files, as they were looked at.
pub type Files = Vec<(std::path::PathBuf, FileState)>;

/// Reads the work of the others.
pub fn read(origin: &Origin, files: &Files) -> Colleagues {
    Colleagues::of(read_colleagues(origin, files))
}

/// Their files beside a dossier; `own` is not among them.
pub fn files(origin: &Origin, own: Option<&std::path::Path>) -> Files {
    colleagues_files(origin, own)
}

impl App {
    /// The name that the person gave.
    pub(super) fn own_name(&self) -> Option<String> {
        own_name(self.data_folder.as_deref()?)
    }

    pub(super) fn colleagues_read(&mut self, colleagues: Colleagues) {
        if let Some(document) = &mut self.state.document {
            let before = Touching::of(document);
            document.colleagues = colleagues;
            self.check_what_changed(&before);
        }
        self.ask_for_name();
    }

    /// Asks once under which name the person writes, where others write too.
    pub(super) fn ask_for_name(&mut self) {
        let Some(document) = &self.state.document else { return };
        let Some(folder) = self.data_folder.as_deref() else { return };
        let alone = document.colleagues.all.is_empty();
        if alone || self.state.sheet.is_some() || was_asked_for_name(folder) {
            return;
        }
        if let Err(error) = keep_own_name(folder, "") {
            log::warn!("that a name was asked for was not kept: {error}");
        }
        self.state.sheet = Some(Sheet::Name(String::new()));
    }

    /// Keeps the name under which the person writes. A dossier that somebody else holds is opened again:
    /// under a name of one's own, one's work has a file of its own.
    pub(super) fn give_name(&mut self, name: &str) {
        self.state.sheet = None;
        let Some(folder) = self.data_folder.as_deref().filter(|_| !name.trim().is_empty()) else {
            return;
        };
        if let Err(error) = keep_own_name(folder, name) {
            self.tell(Tone::Bad, format!("Your name was not kept: {error}."));
            return;
        }
        let Some(document) = &self.state.document else { return };
        let origin = document.origin.clone();
        let unsaved = !self.save_now();
        if let (Origin::File(path), false) = (origin, unsaved) {
            // The keeper of the file before lets go of it, and the right one is opened.
            if let Some(document) = &mut self.state.document {
                document.keeping = Keeping::Not("the dossier is opened again".to_owned());
            }
            self.open(Some(path));
        }
    }

    /// Reads the work of the others again, in a job.
    pub(super) fn read_colleagues_again(&self, files: Files) {
        let Some(document) = &self.state.document else { return };
        let origin = document.origin.clone();
        self.jobs.start("read the others’ work", move || {
            Report::ColleaguesRead(read(&origin, &files))
        });
    }
}
