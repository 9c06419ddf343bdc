//! Sentences of several sources that say the same: looked for in a job, offered, decided by a person.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use egui::Context;

use super::App;
use super::jobs::Report;
use super::state::{Document, Screen};
use super::texts::TextAtHand;
use crate::anchor::{Proof, Span, TextStanding};
use crate::annotations::{Edit, Parallel, Passage, Proofs, Verdict};
use crate::compare::parallels::{Parallels, Searched, parallels};
use crate::dossier::{Dossier, Index, ItemKind, LONGEST_QUOTATION};
use crate::text::Language;

/// What was found in the texts.
#[derive(Default)]
pub struct Suggestions {
    /// The fingerprints of the texts it was looked for in.
    texts: Vec<Option<String>>,
    /// Stops the search under way.
    stop: Option<Arc<AtomicBool>>,
    /// What was found; `None` before anything was looked for.
    pub found: Option<Vec<Suggestion>>,
}

/// Sentences that say the same, offered as a row of the comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// The topic that some of them answer already, by its place.
    pub topic: Option<usize>,
    /// The sentences, in the order of their sources.
    pub sentences: Vec<SuggestedSentence>,
    /// Why they are offered, in words.
    pub reason: String,
}

/// One of them.
#[derive(Clone, Debug, PartialEq)]
pub struct SuggestedSentence {
    /// The source, by its place.
    pub source: usize,
    /// The sentence.
    pub passage: Passage,
    /// Its words that the others have too, in bytes.
    pub marks: Vec<Range<usize>>,
    /// Whether words of it are quoted in answer to the topic.
    pub answers: bool,
}

impl Suggestion {
    /// The passages that would be new in the comparison.
    pub fn new_passages(&self) -> impl Iterator<Item = &Passage> {
        self.sentences.iter().filter(|sentence| !sentence.answers).map(|sentence| &sentence.passage)
    }
}

/// What a person does with suggestions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deciding {
    /// Takes one into the comparison, by its place among those found.
    Accept(usize),
    /// Does not want to see it again.
    Reject(usize),
    /// Takes a decision back, by the id of the parallel.
    TakeBack(String),
    /// Types the question that a row answers.
    Ask(String, String),
    /// Has typed it.
    Asked,
}

/// The suggestions nobody has decided on, by their place among those found.
pub fn open_suggestions(document: &Document) -> Vec<u32> {
    let found = document.suggestions.found.as_deref().unwrap_or_default();
    let decided = |suggestion: &Suggestion| {
        document
            .annotations
            .parallels
            .iter()
            .any(|parallel| suggestion.new_passages().all(|passage| parallel.holds(passage)))
    };
    (0_u32..).zip(found).filter(|(_, s)| !decided(s)).map(|(place, _)| place).collect()
}

/// How many sources have a text to look in.
pub fn texts_to_look_in(document: &Document) -> usize {
    let sources = 0..document.dossier.sources.len();
    sources.filter(|source| own_text(document, *source).is_some()).count()
}

fn own_text(document: &Document, source: usize) -> Option<&Arc<TextAtHand>> {
    let text = document.texts.at_hand(source)?;
    (text.standing != TextStanding::Another).then_some(text)
}

/// What a search needs to know.
struct Search {
    dossier: Arc<Dossier>,
    index: Arc<Index>,
    texts: Vec<(usize, Arc<TextAtHand>)>,
    proofs: Proofs,
    stop: Arc<AtomicBool>,
}

impl Search {
    fn run(&self) -> Vec<Suggestion> {
        let searched: Vec<Searched<'_>> = self
            .texts
            .iter()
            .map(|(source, at_hand)| {
                let first = at_hand.paragraphs.as_slice().iter().find(|p| p.number > 0);
                let body_start = first.map_or(0, |paragraph| paragraph.span.start);
                {
                    let published = self.dossier.sources.get(*source);
                    let language = published
                        .map_or(Language::Other, |source| Language::of_tag(&source.language));
                    Searched { source: *source, text: &at_hand.text, body_start, language }
                }
            })
            .collect();
        let found = parallels(&searched, &|| self.stop.load(Ordering::Relaxed));
        found.into_iter().filter_map(|parallels| self.suggestion(&parallels)).collect()
    }

    /// What is to be offered: nothing where a topic has all of it.
    fn suggestion(&self, parallels: &Parallels) -> Option<Suggestion> {
        let topics: Vec<Vec<usize>> = parallels
            .sentences
            .iter()
            .map(|sentence| self.topics_at(sentence.source, sentence.span))
            .collect();
        let mut named: Vec<usize> = topics.iter().flatten().copied().collect();
        named.sort_unstable();
        named.dedup();
        let answered = |topic: usize| topics.iter().filter(|list| list.contains(&topic)).count();
        let topic = named.into_iter().max_by_key(|topic| (answered(*topic), usize::MAX - topic));
        if topic.is_some_and(|topic| answered(topic) == topics.len()) {
            return None;
        }
        let mut sentences = Vec::with_capacity(topics.len());
        for (sentence, of) in parallels.sentences.iter().zip(&topics) {
            let (_, at_hand) = self.texts.iter().find(|(source, _)| *source == sentence.source)?;
            let selector = at_hand.text.selector(sentence.span)?;
            let published = self.dossier.sources.get(sentence.source)?;
            let paragraph = at_hand.paragraphs.number_at(sentence.span.start);
            sentences.push(SuggestedSentence {
                source: sentence.source,
                passage: Passage { source: published.id.clone(), paragraph, selector },
                marks: sentence.marks.clone(),
                answers: topic.is_some_and(|topic| of.contains(&topic)),
            });
        }
        let quotable = |s: &SuggestedSentence| {
            s.passage.selector.exact.split_whitespace().count() <= LONGEST_QUOTATION
        };
        let reason = parallels.reason();
        sentences.iter().all(quotable).then_some(Suggestion { topic, sentences, reason })
    }

    /// The topics that words of a sentence are quoted in answer to.
    fn topics_at(&self, source: usize, sentence: Span) -> Vec<usize> {
        let mut topics = Vec::new();
        for place in self.index.quotations_of_source(source) {
            let span = self.proofs.of(*place as usize).and_then(Proof::span);
            if span.is_some_and(|span| span.start < sentence.end && sentence.start < span.end) {
                let uses = self.index.uses(*place as usize).iter();
                let of_topics = uses.filter(|usage| usage.item.kind == ItemKind::Topic);
                topics.extend(of_topics.map(|usage| usage.item.index()));
            }
        }
        topics
    }
}

impl App {
    /// Looks for sentences that say the same, where the comparison is shown and the texts are others
    /// than before. What was found before stays until then.
    pub(super) fn look_for_parallels(&mut self) {
        let shown = self.state.screen == Screen::Compare;
        let Some(document) = self.state.document.as_mut().filter(|_| shown) else { return };
        if document.texts.check.is_some() {
            return;
        }
        let sources = 0..document.dossier.sources.len();
        let at_hand = |source: usize| own_text(document, source).cloned();
        let texts: Vec<(usize, Arc<TextAtHand>)> =
            sources.filter_map(|source| Some((source, at_hand(source)?))).collect();
        let fingerprints: Vec<Option<String>> = (0..document.dossier.sources.len())
            .map(|source| own_text(document, source).map(|text| text.text.sha256().to_owned()))
            .collect();
        let known = &mut document.suggestions;
        if known.texts == fingerprints {
            return;
        }
        if let Some(stop) = known.stop.take() {
            stop.store(true, Ordering::Relaxed);
        }
        known.texts = fingerprints;
        if texts.len() < 2 {
            known.found = Some(Vec::new());
            return;
        }
        let stop = Arc::new(AtomicBool::new(false));
        known.stop = Some(Arc::clone(&stop));
        let search = Search {
            dossier: Arc::clone(&document.dossier),
            index: Arc::clone(&document.index),
            texts,
            proofs: document.texts.proofs.clone(),
            stop: Arc::clone(&stop),
        };
        self.jobs.start("look for parallels", move || Report::ParallelsFound(stop, search.run()));
    }

    pub(super) fn parallels_found(&mut self, of: &Arc<AtomicBool>, found: Vec<Suggestion>) {
        let Some(document) = &mut self.state.document else { return };
        let known = &mut document.suggestions;
        if known.stop.as_ref().is_some_and(|stop| Arc::ptr_eq(stop, of)) {
            known.stop = None;
            known.found = Some(found);
        }
    }

    /// Carries out what a person does with suggestions.
    pub(super) fn decide(&mut self, ctx: &Context, deciding: Deciding) {
        match deciding {
            Deciding::Accept(place) => {
                if self.add_parallel(ctx, place, Verdict::Accepted) {
                    self.mention(ctx, "It stands in the comparison. Ctrl+Z takes it back.");
                }
            }
            Deciding::Reject(place) => {
                if self.add_parallel(ctx, place, Verdict::Rejected) {
                    self.mention(ctx, "It is not offered again. Ctrl+Z brings it back.");
                }
            }
            Deciding::TakeBack(id) => {
                self.edit(ctx, Edit::RemoveParallel { id });
            }
            Deciding::Ask(id, question) => {
                self.edit_typing(ctx, Edit::AskParallel { id, question });
            }
            Deciding::Asked => self.end_typing(ctx),
        }
    }

    fn add_parallel(&mut self, ctx: &Context, place: usize, verdict: Verdict) -> bool {
        let Some(document) = &self.state.document else { return false };
        let found = document.suggestions.found.as_ref();
        let Some(suggestion) = found.and_then(|found| found.get(place)) else { return false };
        let topic = suggestion.topic.and_then(|topic| document.dossier.topics.get(topic));
        let parallel = Parallel {
            id: document.annotations.free_parallel_id(),
            verdict,
            topic: topic.map(|topic| topic.id.clone()),
            question: String::new(),
            passages: suggestion.new_passages().cloned().collect(),
        };
        let at = document.annotations.parallels.len();
        self.edit(ctx, Edit::AddParallel { at, parallel: Box::new(parallel) });
        true
    }
}
