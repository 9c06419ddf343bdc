//! What the Compare screen shows: which topics, which sources, in which order. It knows no egui.

use std::collections::BTreeSet;

use super::App;
use super::state::Document;
use crate::annotations::{Parallel, Verdict};
use crate::dossier::{Answer, FindingKind, ItemKind, Source, Topic};
use crate::text::fold;

/// What narrows and orders the comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Sources in the order that was chosen, by place; the others follow in the dossier's order.
    order: Vec<usize>,
    /// Sources without a column.
    pub hidden: BTreeSet<usize>,
    /// Which findings are shown.
    pub only: Only,
    /// Topics of this area, by its place.
    pub area: Option<usize>,
    /// Topics that this entity, by its place, is quoted on.
    pub speaker: Option<usize>,
    /// Topics that are open to the sentences around the quotations.
    pub open: BTreeSet<u32>,
    /// Topics whose renderings of the same words are laid against each other.
    pub aligned: BTreeSet<u32>,
    /// The first of the columns in view, where not all fit.
    pub first: usize,
}

/// Which findings are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Only {
    /// All.
    #[default]
    All,
    /// Where sources differ.
    Differences,
    /// Where one source alone speaks.
    OneSource,
    /// What sources say alike and no topic has yet.
    Suggested,
}

impl Only {
    /// All choices, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::All, Self::Differences, Self::OneSource, Self::Suggested];

    /// The choice in words.
    pub fn name(self) -> &'static str {
        match self {
            Self::All => "All topics",
            Self::Differences => "Only differences",
            Self::OneSource => "Only one source",
            Self::Suggested => "Suggested",
        }
    }

    fn admits(self, kind: FindingKind) -> bool {
        match self {
            Self::All => true,
            Self::Differences => kind == FindingKind::Differ,
            Self::OneSource => kind == FindingKind::OneSource,
            Self::Suggested => false,
        }
    }
}

/// A change of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparing {
    /// Show these findings.
    Only(Only),
    /// Show topics of one area, or of all.
    Area(Option<usize>),
    /// Show topics that somebody is quoted on, or all.
    Speaker(Option<usize>),
    /// Show or hide a source's column.
    Toggle(usize),
    /// Move a source's column left or right.
    Move(usize, isize),
    /// Open a topic to the sentences around its quotations, or close it.
    Open(u32),
    /// Lay renderings of the same words against each other, or no longer.
    Align(u32),
    /// Show other columns where not all fit.
    Turn(isize),
}

impl Comparison {
    /// All sources in the order of their columns, hidden ones included.
    pub fn ordered(&self, document: &Document) -> Vec<usize> {
        let all = document.dossier.sources.len();
        let chosen = self.order.iter().copied().filter(|source| *source < all);
        let others = (0..all).filter(|source| !self.order.contains(source));
        chosen.chain(others).collect()
    }

    /// The sources that have a column, in order.
    pub fn columns(&self, document: &Document) -> Vec<usize> {
        let mut columns = self.ordered(document);
        columns.retain(|source| !self.hidden.contains(source));
        columns
    }

    /// The topics shown, by place, when this is looked for.
    pub fn topics(&self, document: &Document, searched: &str) -> Vec<u32> {
        let query = fold(searched);
        let holds = |topic: &Topic| {
            let text = fold(&format!("{} {}", topic.question, topic.finding.reason));
            query.split(' ').all(|word| text.contains(word))
        };
        let topics = (0_u32..).zip(&document.dossier.topics);
        topics
            .filter(|(_, topic)| self.only.admits(topic.finding.kind))
            .filter(|(_, topic)| self.area.is_none_or(|area| is_of_area(document, topic, area)))
            .filter(|(_, topic)| self.speaker.is_none_or(|who| speaks(document, topic, who)))
            .filter(|(_, topic)| query.is_empty() || holds(topic))
            .map(|(place, _)| place)
            .collect()
    }

    /// The rows that the analyst accepted as rows of their own, by place among the parallels, when this
    /// is looked for. They are of no area and nobody's.
    pub fn own_rows(&self, document: &Document, searched: &str) -> Vec<u32> {
        if self.only != Only::All || self.area.is_some() || self.speaker.is_some() {
            return Vec::new();
        }
        let query = fold(searched);
        let holds = |parallel: &Parallel| {
            let passages = parallel.passages.iter().map(|passage| passage.selector.exact.as_str());
            let words: Vec<&str> = passages.chain([parallel.question.as_str()]).collect();
            let text = fold(&words.join(" "));
            query.split(' ').all(|word| text.contains(word))
        };
        let parallels = (0_u32..).zip(&document.annotations.parallels);
        parallels
            .filter(|(_, parallel)| parallel.verdict == Verdict::Accepted)
            .filter(|(_, parallel)| topic_of(document, parallel).is_none())
            .filter(|(_, parallel)| query.is_empty() || holds(parallel))
            .map(|(place, _)| place)
            .collect()
    }

    fn change(&mut self, document: &Document, change: Comparing) {
        match change {
            Comparing::Only(only) => self.only = only,
            Comparing::Area(area) => self.area = area,
            Comparing::Speaker(speaker) => self.speaker = speaker,
            Comparing::Toggle(source) => {
                if !self.hidden.remove(&source) {
                    self.hidden.insert(source);
                }
                // Hiding the last one would leave nothing to look at.
                if self.columns(document).is_empty() {
                    self.hidden.clear();
                }
            }
            Comparing::Move(source, by) => self.shift(document, source, by),
            Comparing::Open(topic) => {
                if !self.open.remove(&topic) {
                    self.open.insert(topic);
                }
            }
            Comparing::Align(topic) => {
                if !self.aligned.remove(&topic) {
                    self.aligned.insert(topic);
                }
            }
            Comparing::Turn(by) => {
                let last = self.columns(document).len().saturating_sub(1);
                self.first = self.first.saturating_add_signed(by).min(last);
            }
        }
    }

    /// Exchanges a column with the next one that is shown, to the right or left.
    fn shift(&mut self, document: &Document, source: usize, by: isize) {
        let columns = self.columns(document);
        let Some(here) = columns.iter().position(|column| *column == source) else { return };
        let there = here.saturating_add_signed(by).min(columns.len().saturating_sub(1));
        let Some(other) = columns.get(there).copied() else { return };
        let mut order = self.ordered(document);
        let place = |wanted: usize| order.iter().position(|column| *column == wanted);
        if let (Some(one), Some(two)) = (place(source), place(other)) {
            order.swap(one, two);
        }
        self.order = order;
    }
}

/// The topic of the dossier that a parallel answers, by its place.
pub fn topic_of(document: &Document, parallel: &Parallel) -> Option<usize> {
    let item = document.index.catalogue.find(parallel.topic.as_ref()?.as_str())?;
    (item.kind == ItemKind::Topic).then_some(item.index())
}

/// What a source answers to a topic; `None` where it is not listed.
pub fn answer_of<'t>(topic: &'t Topic, source: &Source) -> Option<&'t Answer> {
    topic.answers.iter().find(|answer| answer.source == source.id)
}

fn is_of_area(document: &Document, topic: &Topic, area: usize) -> bool {
    let known = document.dossier.areas.get(area);
    known.is_some_and(|area| topic.area.as_ref() == Some(&area.id))
}

fn speaks(document: &Document, topic: &Topic, entity: usize) -> bool {
    let Some(entity) = document.dossier.entities.get(entity) else { return false };
    let citations = topic.answers.iter().flat_map(|answer| &answer.quotations);
    let mut quoted = citations.filter_map(|c| document.index.quotation(&document.dossier, c));
    quoted.any(|(_, quotation)| quotation.speaker.as_ref() == Some(&entity.id))
}

/// The entities that are quoted on any topic, by place, in the dossier's order.
pub fn speakers(document: &Document) -> Vec<usize> {
    let dossier = &document.dossier;
    let citations =
        dossier.topics.iter().flat_map(|topic| &topic.answers).flat_map(|a| &a.quotations);
    let quoted = citations.filter_map(|citation| document.index.quotation(dossier, citation));
    let speakers = quoted.filter_map(|(_, quotation)| quotation.speaker.as_ref());
    let places = speakers.filter_map(|id| document.index.catalogue.find(id.as_str()));
    let places: BTreeSet<usize> = places.map(crate::dossier::Item::index).collect();
    places.into_iter().collect()
}

impl App {
    pub(super) fn compare(&mut self, change: Comparing) {
        if let Some(document) = &self.state.document {
            self.state.comparison.change(document, change);
        }
    }
}
