//! The texts of the open dossier's sources: found, read and held against what is quoted from them,
//! in a job, source by source.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use egui::Context;

use super::App;
use super::dialogs::Wanted;
use super::jobs::{Choice, Report};
use super::state::{Document, Tone};
use crate::anchor::{Paragraphs, Text, TextStanding, paragraphs};
use crate::annotations::{
    Annotations, Edit, Passage, Proofs, Settlement, SourceProof, prove_source, text_problems,
};
use crate::dossier::{Dossier, Index, Problem, Source, SourceId};
use crate::store::{
    Origin, TextError, attached_path, find_in_folder, name_attachment, read_text, sources_folder,
};

/// What the window knows of the sources' texts.
#[derive(Default)]
pub struct Texts {
    /// By source.
    sources: Vec<SourceText>,
    /// What was found of the words quoted.
    pub proofs: Proofs,
    /// The check under way.
    pub check: Option<Check>,
    /// Rises with every change, for what is computed from them.
    pub version: u64,
}

/// A check under way.
pub struct Check {
    stop: Arc<AtomicBool>,
    /// What is still to be checked.
    left: Vec<SourceToCheck>,
    /// Sources that were checked.
    pub done: usize,
    /// Sources to check.
    pub total: usize,
}

/// The text of one source.
#[derive(Clone, Debug, Default)]
pub enum SourceText {
    /// It is being looked for.
    #[default]
    Awaited,
    /// The dossier does not carry it, and nobody attached it.
    Absent,
    /// What is attached can't be read.
    Unreadable(String),
    /// It is at hand.
    Here(Arc<TextAtHand>),
}

/// A text that was read.
#[derive(Debug)]
pub struct TextAtHand {
    /// Where it stands.
    pub path: PathBuf,
    /// The text.
    pub text: Text,
    /// The encoding it was read in.
    pub encoding: &'static str,
    /// How it stands to the recorded one.
    pub standing: TextStanding,
    /// Its paragraphs.
    pub paragraphs: Paragraphs,
    /// What does not hold of it.
    pub problems: Vec<Problem>,
}

impl Texts {
    /// Nothing known yet.
    pub fn awaited(dossier: &Dossier) -> Self {
        Self {
            sources: vec![SourceText::Awaited; dossier.sources.len()],
            proofs: Proofs::unchecked(dossier),
            ..Self::default()
        }
    }

    /// The text of a source.
    pub fn of(&self, source: usize) -> &SourceText {
        self.sources.get(source).unwrap_or(&SourceText::Absent)
    }

    /// The text of a source, where it is at hand.
    pub fn at_hand(&self, source: usize) -> Option<&Arc<TextAtHand>> {
        match self.of(source) {
            SourceText::Here(text) => Some(text),
            _ => None,
        }
    }

    /// How many sources have a text that is theirs.
    pub fn count_at_hand(&self) -> usize {
        let is_its_own = |source: &SourceText| match source {
            SourceText::Here(text) => text.standing != TextStanding::Another,
            _ => false,
        };
        self.sources.iter().filter(|source| is_its_own(source)).count()
    }
}

/// What a check found of one source.
pub struct SourceChecked {
    source: usize,
    text: SourceText,
    proof: Option<SourceProof>,
}

/// A source to check, with its text where that was read before.
type SourceToCheck = (usize, Option<Arc<TextAtHand>>);

/// What a check needs to know.
struct CheckJob {
    dossier: Arc<Dossier>,
    index: Arc<Index>,
    annotations: Annotations,
    /// Passages of colleagues.
    others: Vec<Passage>,
    origin: Origin,
    sources: Vec<SourceToCheck>,
    stop: Arc<AtomicBool>,
}

impl CheckJob {
    fn run(&self, report: &dyn Fn(Report)) {
        let folder = sources_folder(&self.origin);
        let needs_folder = self
            .sources
            .iter()
            .any(|(source, known)| known.is_none() && self.attached(*source).is_none());
        let found = folder.filter(|_| needs_folder).map(|f| find_in_folder(&f, &self.dossier));
        let found = found.unwrap_or_default();
        for (source, known) in &self.sources {
            if self.stop.load(Ordering::Relaxed) {
                return;
            }
            let beside = found.get(*source).cloned().flatten();
            let checked = self.check(*source, known.as_ref(), beside);
            report(Report::SourceChecked(Arc::clone(&self.stop), Box::new(checked)));
        }
        report(Report::TextsChecked(Arc::clone(&self.stop)));
    }

    fn attached(&self, source: usize) -> Option<PathBuf> {
        let source = self.dossier.sources.get(source)?;
        attached_path(&self.origin, &self.annotations, &source.id)
    }

    fn check(
        &self,
        source: usize,
        known: Option<&Arc<TextAtHand>>,
        beside: Option<PathBuf>,
    ) -> SourceChecked {
        let path = self.attached(source).or(beside);
        let read = match (known, path) {
            (Some(known), _) => Ok((known.path.clone(), known.text.clone(), known.encoding)),
            (None, Some(path)) => read_text(&path).map(|read| (path, read.text, read.encoding)),
            (None, None) => {
                return SourceChecked { source, text: SourceText::Absent, proof: None };
            }
        };
        let (path, text, encoding) = match read {
            Ok(read) => read,
            Err(error) => {
                let text = SourceText::Unreadable(error.to_string());
                return SourceChecked { source, text, proof: None };
            }
        };
        let proof = prove_source(
            &self.dossier,
            &self.index,
            &self.annotations,
            &self.others,
            source,
            &text,
        );
        let standing = proof.as_ref().map_or(TextStanding::Another, |proof| proof.standing);
        let body_start = proof.as_ref().map_or(0, |proof| proof.body_start);
        let paragraphs = paragraphs(&text, body_start);
        let problems = proof.as_ref().map_or_else(Vec::new, |proof| {
            text_problems(&self.dossier, &self.index, source, proof, &text, &paragraphs)
        });
        let here = TextAtHand { path, text, encoding, standing, paragraphs, problems };
        SourceChecked { source, text: SourceText::Here(Arc::new(here)), proof }
    }
}

impl App {
    /// Looks for all texts again and holds the quotations against them.
    pub(super) fn check_texts(&mut self) {
        let Some(document) = &self.state.document else { return };
        let all = (0..document.dossier.sources.len()).map(|source| (source, None)).collect();
        self.check_sources(all);
    }

    /// Checks some sources; a check under way is begun anew with its sources added.
    fn check_sources(&mut self, mut sources: Vec<SourceToCheck>) {
        let Some(document) = &mut self.state.document else { return };
        if let Some(check) = document.texts.check.take() {
            check.stop.store(true, Ordering::Relaxed);
            let left = check.left.into_iter();
            let left: Vec<SourceToCheck> =
                left.filter(|(left, _)| sources.iter().all(|(source, _)| source != left)).collect();
            sources.extend(left);
        }
        if sources.is_empty() {
            return;
        }
        for (source, known) in &sources {
            if known.is_none()
                && let Some(text) = document.texts.sources.get_mut(*source)
            {
                *text = SourceText::Awaited;
            }
        }
        let stop = Arc::new(AtomicBool::new(false));
        let left = sources.clone();
        let check = Check { stop: Arc::clone(&stop), done: 0, total: sources.len(), left };
        document.texts.check = Some(check);
        let job = CheckJob {
            dossier: Arc::clone(&document.dossier),
            index: Arc::clone(&document.index),
            annotations: document.annotations.clone(),
            others: document.colleagues.passages().cloned().collect(),
            origin: document.origin.clone(),
            sources,
            stop,
        };
        self.jobs.start_reporting("check the quotations", move |report| job.run(report));
    }

    /// Gives the check up; sources that were not reached count as having no text.
    pub(super) fn stop_check(&mut self) {
        let Some(document) = &mut self.state.document else { return };
        let Some(check) = document.texts.check.take() else { return };
        check.stop.store(true, Ordering::Relaxed);
        for (source, known) in check.left {
            if let Some(text) = document.texts.sources.get_mut(source) {
                *text = known.map_or(SourceText::Absent, SourceText::Here);
            }
        }
        document.texts.version += 1;
    }

    pub(super) fn source_checked(&mut self, of: &Arc<AtomicBool>, checked: SourceChecked) {
        let Some(document) = &mut self.state.document else { return };
        let texts = &mut document.texts;
        // A check that was given up may still have reports on their way.
        let Some(check) = texts.check.as_mut().filter(|check| Arc::ptr_eq(&check.stop, of)) else {
            return;
        };
        check.done += 1;
        check.left.retain(|(source, _)| *source != checked.source);
        texts.version += 1;
        match checked.proof {
            Some(proof) => texts.proofs.take(proof),
            None => {
                let quotations = document.index.quotations_of_source(checked.source);
                if let Some(published) = document.dossier.sources.get(checked.source) {
                    texts.proofs.forget(&published.id, quotations);
                }
            }
        }
        if let Some(text) = texts.sources.get_mut(checked.source) {
            *text = checked.text;
        }
    }

    pub(super) fn texts_checked(&mut self, of: &Arc<AtomicBool>) {
        let Some(document) = &mut self.state.document else { return };
        let texts = &mut document.texts;
        if texts.check.as_ref().is_some_and(|check| Arc::ptr_eq(&check.stop, of)) {
            texts.check = None;
            texts.version += 1;
            self.tell_touched_briefs();
        }
        self.look_for_parallels();
    }

    /// Checks the sources again that an edit of the analyst's work touched.
    pub(super) fn check_what_changed(&mut self, before: &Touching) {
        let Some(document) = &self.state.document else { return };
        let after = Touching::of(document);
        let mut sources = Vec::new();
        for (source, published) in document.dossier.sources.iter().enumerate() {
            let elsewhere = before.attached(&published.id) != after.attached(&published.id);
            let reread = elsewhere || document.texts.at_hand(source).is_none();
            let known = document.texts.at_hand(source).filter(|_| !reread).cloned();
            if elsewhere || before.words_of(document, source) != after.words_of(document, source) {
                sources.push((source, known));
            }
        }
        if !sources.is_empty() {
            self.check_sources(sources);
        }
    }

    /// Asks for the text of a source.
    pub(super) fn choose_text(&mut self, source: usize) {
        self.ask(Wanted::Text, None, move |choice| Report::ChosenText(source, choice));
    }

    pub(super) fn text_chosen(&mut self, ctx: &Context, source: usize, choice: Choice) {
        match choice {
            Choice::Chosen(path) => self.attach_text(ctx, source, &path),
            Choice::Cancelled => {}
        }
    }

    /// Attaches a dropped text to the source that it is the text of; that is found out in a job.
    pub(super) fn attach_dropped(&self, path: PathBuf) {
        let Some(document) = &self.state.document else { return };
        let path = std::path::absolute(&path).unwrap_or(path);
        let (dossier, index) = (Arc::clone(&document.dossier), Arc::clone(&document.index));
        let annotations = document.annotations.clone();
        self.jobs.start("recognise a text", move || {
            let source = recognise(&dossier, &index, &annotations, &path);
            Report::Recognised(path, source)
        });
    }

    pub(super) fn text_recognised(
        &mut self,
        ctx: &Context,
        path: &Path,
        source: Result<Option<usize>, TextError>,
    ) {
        match source {
            Ok(Some(source)) => self.attach_text(ctx, source, path),
            Ok(None) => {
                let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let message = format!(
                    "“{file}” is not the text of any source of this dossier: its fingerprint is \
                     another, and next to none of the quotations stands in it. Nothing was attached. \
                     To attach it all the same, use “Attach text…” at the source."
                );
                self.tell(Tone::Warn, message);
            }
            Err(error) => self.tell(Tone::Bad, format!("Nothing was attached: {error}.")),
        }
    }

    /// Attaches a text to a source.
    pub(super) fn attach_text(&mut self, ctx: &Context, source: usize, path: &Path) {
        let Some(document) = &self.state.document else { return };
        let Some(name) = name_attachment(&document.origin, path) else {
            self.tell(Tone::Bad, "The path of the text is not Unicode; give it another name.");
            return;
        };
        let Some(of) = document.dossier.sources.get(source) else { return };
        let (id, publisher) = (of.id.clone(), of.publisher.clone());
        if document.annotations.attached(&id) == Some(name.as_str()) {
            // The same file again: it may have been edited.
            self.check_sources(vec![(source, None)]);
        } else {
            self.edit(ctx, Edit::Attach { source: id, path: Some(name) });
        }
        self.mention(ctx, format!("The text of {publisher} is attached; it stays where it is."));
    }

    pub(super) fn detach_text(&mut self, ctx: &Context, source: usize) {
        let Some(document) = &self.state.document else { return };
        if let Some(published) = document.dossier.sources.get(source) {
            self.edit(ctx, Edit::Attach { source: published.id.clone(), path: None });
        }
    }
}

/// The source whose text a file holds: by its fingerprint, or by the quotations that stand in it.
fn recognise(
    dossier: &Dossier,
    index: &Index,
    annotations: &Annotations,
    path: &Path,
) -> Result<Option<usize>, TextError> {
    let read = read_text(path)?;
    let is_same = |source: &Source| source.sha256.eq_ignore_ascii_case(read.text.sha256());
    if let Some(same) = dossier.sources.iter().position(is_same) {
        return Ok(Some(same));
    }
    let found = (0..dossier.sources.len()).filter_map(|source| {
        let proof = prove_source(dossier, index, annotations, &[], source, &read.text)?;
        let found = proof.quotations.iter().filter(|(_, p)| p.outcome().is_found()).count();
        (proof.standing == TextStanding::Edited).then_some((found, source))
    });
    Ok(found.max_by_key(|(found, _)| *found).map(|(_, source)| source))
}

/// What of the analyst's work touches which words are looked for, and where.
pub(super) struct Touching {
    attachments: Vec<(SourceId, String)>,
    settlements: Vec<Settlement>,
    passages: Vec<Passage>,
}

impl Touching {
    pub(super) fn of(document: &Document) -> Self {
        let annotations = &document.annotations;
        let attachments = annotations.attachments.iter();
        Self {
            attachments: attachments.map(|a| (a.source.clone(), a.path.clone())).collect(),
            settlements: annotations.settlements.clone(),
            passages: annotations
                .passages()
                .chain(document.colleagues.passages())
                .cloned()
                .collect(),
        }
    }

    fn attached(&self, source: &SourceId) -> Option<&str> {
        let known = self.attachments.iter().find(|(known, _)| known == source);
        known.map(|(_, path)| path.as_str())
    }

    /// The settlements and passages of a source.
    fn words_of(&self, document: &Document, source: usize) -> (Vec<&Settlement>, Vec<&Passage>) {
        let is_of_source = |id: &str| {
            let item = document.index.catalogue.find(id);
            item.is_some_and(|item| document.index.source_of(item.index()) == source)
        };
        let id = document.dossier.sources.get(source).map(|published| &published.id);
        (
            self.settlements.iter().filter(|s| is_of_source(s.quotation.as_str())).collect(),
            self.passages.iter().filter(|p| Some(&p.source) == id).collect(),
        )
    }
}
