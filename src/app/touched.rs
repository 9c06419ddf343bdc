//! Briefs that quote what has changed in its source: listed, and told where they were handed over already.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::App;
use super::state::{Document, Tone};
use super::texts::SourceText;
use crate::anchor::TextStanding;
use crate::brief::{Cited, Words, compose, today};

/// The briefs that are touched.
#[derive(Debug, Default)]
pub struct Touched {
    briefs: Vec<TouchedBrief>,
    /// The changes of the work and of the texts after which that was found out.
    of: Option<(u64, u64)>,
    /// The briefs of which it was said.
    told: BTreeSet<String>,
}

/// A brief that quotes what has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TouchedBrief {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// When it was exported last.
    pub exported: Option<Timestamp>,
    /// The publishers of its sources whose texts were edited.
    pub sources: Vec<String>,
    /// How many of its quotations no longer stand there as recorded.
    pub changed: usize,
}

impl Touched {
    /// The briefs, in the analyst's order.
    pub fn briefs(&self) -> &[TouchedBrief] {
        &self.briefs
    }
}

impl TouchedBrief {
    /// What touches it: `Gazette was edited since; 2 quotations have changed. Exported 3 June, 10:15.`
    pub fn in_words(&self) -> String {
        let mut words = String::new();
        if !self.sources.is_empty() {
            let were = if self.sources.len() == 1 { "was" } else { "were" };
            words.push_str(&format!("{} {were} edited since; ", self.sources.join(", ")));
        }
        words.push_str(&match self.changed {
            0 => "its words still stand there.".to_owned(),
            1 => "one quotation no longer stands as recorded.".to_owned(),
            number => format!("{number} quotations no longer stand as recorded."),
        });
        if let Some(exported) = self.exported {
            let at = exported.to_zoned(TimeZone::system());
            words.push_str(&format!(" Exported {}.", at.strftime("%-d %B %Y, %H:%M")));
        }
        words
    }
}

impl App {
    /// Looks for briefs that are touched, where something changed since it was looked last.
    pub(super) fn look_for_touched_briefs(&mut self) {
        let Some(document) = &self.state.document else { return };
        let of = Some((self.state.briefing.changes, document.texts.version));
        if self.state.briefing.touched.of == of || document.texts.check.is_some() {
            return;
        }
        let briefs = touched(document);
        let touched = &mut self.state.briefing.touched;
        touched.briefs = briefs;
        touched.of = of;
    }

    /// Says which briefs that were handed over are touched, each once.
    pub(super) fn tell_touched_briefs(&mut self) {
        self.look_for_touched_briefs();
        let touched = &mut self.state.briefing.touched;
        let news: Vec<&TouchedBrief> = touched
            .briefs
            .iter()
            .filter(|brief| brief.exported.is_some() && !touched.told.contains(&brief.id))
            .collect();
        let names: Vec<String> = news.iter().map(|brief| format!("“{}”", brief.name)).collect();
        let ids: Vec<String> = news.iter().map(|brief| brief.id.clone()).collect();
        touched.told.extend(ids);
        if !names.is_empty() {
            let words = format!(
                "A source was edited since {} handed over: the checks say what has changed.",
                match names.as_slice() {
                    [one] => format!("{one} was"),
                    many => format!("{} were", many.join(", ")),
                }
            );
            self.tell(Tone::Warn, words);
        }
    }
}

fn touched(document: &Document) -> Vec<TouchedBrief> {
    let edited: Vec<bool> = (0..document.dossier.sources.len())
        .map(|source| match document.texts.of(source) {
            SourceText::Here(text) => text.standing == TextStanding::Edited,
            _ => false,
        })
        .collect();
    let is_edited = |source: usize| edited.get(source).copied().unwrap_or_default();
    if !edited.contains(&true) {
        return Vec::new();
    }
    let today = today();
    let mut found = Vec::new();
    for brief in document.annotations.briefs.iter().filter(|brief| !brief.head.archived) {
        let composition = compose(document.material(&today), brief);
        let of_edited = composition.footnotes.iter().filter(|footnote| is_edited(footnote.source));
        let mut sources: Vec<String> = Vec::new();
        let mut changed = 0;
        for footnote in of_edited {
            if !sources.contains(&footnote.publisher) {
                sources.push(footnote.publisher.clone());
            }
            let settled = match footnote.cited {
                Cited::Quotation(place) => document.texts.proofs.of(place),
                Cited::Passage(ref passage) => document.texts.proofs.of_passage(passage),
            };
            let is_open = settled.is_some_and(crate::anchor::Proof::is_open);
            let remarked = !matches!(&footnote.words, Words::Quoted(_, None));
            changed += usize::from(is_open || remarked);
        }
        if !sources.is_empty() {
            let exported = document.annotations.versions_of(&brief.id).next_back();
            found.push(TouchedBrief {
                id: brief.id.clone(),
                name: brief.head.name.clone(),
                exported: exported.map(|version| version.exported),
                sources,
                changed,
            });
        }
    }
    found
}
