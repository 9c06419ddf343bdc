//! Sentences of two sources that say the same.
//!
//! # Method
//!
//! A sentence ([`sentences`]) is the set of its words, each cut to its first letters (a
//! truncating stemmer), with pairs of neighbours for scripts without blanks. A word weighs the logarithm
//! of how rare it is among all sentences (inverse document frequency: K. Spärck Jones, *A statistical
//! interpretation of term specificity*, 1972), and two sentences are as alike as the cosine of their
//! weights (G. Salton, C. Buckley, 1988). Each has to be the other's likest in its source.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::anchor::{Span, Text};
use crate::dossier::LONGEST_QUOTATION;
use crate::text::{Language, is_ideograph, is_minor, sentences};

/// Letters of a word that count.
const STEM: usize = 6;
/// Sentences that are less alike are not offered.
const LEAST_LIKENESS: f32 = 0.25;
/// Sentences with fewer telling words in common are not offered, however alike.
const LEAST_SHARED: usize = 3;
/// A word tells something that stands in at most this part of the sentences.
const TELLING: f32 = 0.2;
/// Words in more sentences than this lead from none to another: that would be too many.
const MOST_SENTENCES: usize = 64;
/// Words that a reason names.
const NAMED: usize = 6;

/// A text to look in.
#[derive(Clone, Copy, Debug)]
pub struct Searched<'t> {
    /// The source, by its place.
    pub source: usize,
    /// Its text.
    pub text: &'t Text,
    /// Where its body begins, in characters: headlines say what the body says.
    pub body_start: u32,
    /// Its language.
    pub language: Language,
}

/// Sentences that say the same, one a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Parallels {
    /// The sentences, in the order of their sources.
    pub sentences: Vec<Sentence>,
    /// The words that they have in common, the rarest first, as the first of them has them.
    pub shared: Vec<String>,
    /// How alike the two likest of them are, from 0 to 1.
    pub likeness: f32,
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The source, by its place.
    pub source: usize,
    /// Where it stands, in characters.
    pub span: Span,
    /// Its words that stand in the others too, in bytes of the sentence.
    pub marks: Vec<Range<usize>>,
}

impl Parallels {
    /// Why they are offered, in words.
    pub fn reason(&self) -> String {
        let words: Vec<String> = self.shared.iter().map(|word| format!("“{word}”")).collect();
        let sentences = if self.sentences.len() == 2 { "Both" } else { "All" };
        format!(
            "{sentences} have {}: {:.0} % alike, words weighed by how rare they are in these texts.",
            words.join(", "),
            self.likeness * 100.0
        )
    }
}

/// A sentence as it is compared.
struct Weighed {
    source: usize,
    span: Span,
    /// Its terms, each once, with where each stands first, in bytes of the sentence.
    terms: Vec<(u32, Range<usize>)>,
    /// The root of the sum of their squared weights.
    length: f32,
}

/// The sentences of two or more texts that say the same, the likest first. `stop` says when to give up.
pub fn parallels(texts: &[Searched<'_>], stop: &dyn Fn() -> bool) -> Vec<Parallels> {
    let mut terms: HashMap<String, u32> = HashMap::new();
    let mut sentences: Vec<Weighed> = Vec::new();
    for searched in texts {
        if stop() {
            return Vec::new();
        }
        split(searched, &mut terms, &mut sentences);
    }
    let mut compared = Compared::of(sentences, terms.len());
    compared.telling = compared.telling.max(texts.len());
    let likest = compared.likest(stop);
    let groups = grouped(&compared.sentences, &likest);
    let mut offered: Vec<Parallels> = groups
        .into_iter()
        .filter_map(|(members, likeness)| compared.offer(texts, &members, likeness))
        .collect();
    offered.sort_by(|one, other| other.likeness.total_cmp(&one.likeness));
    offered
}

/// All sentences, and what their words weigh.
struct Compared {
    sentences: Vec<Weighed>,
    /// The sentences that a term stands in.
    found_in: Vec<Vec<u32>>,
    /// What a term weighs.
    weights: Vec<f32>,
    /// Terms in more sentences than this tell nothing. What all of a few short texts say is in many of
    /// their sentences.
    telling: usize,
}

impl Compared {
    fn of(mut sentences: Vec<Weighed>, terms: usize) -> Self {
        let mut found_in: Vec<Vec<u32>> = vec![Vec::new(); terms];
        for (place, sentence) in (0_u32..).zip(&sentences) {
            for (term, _) in &sentence.terms {
                if let Some(list) = found_in.get_mut(*term as usize) {
                    list.push(place);
                }
            }
        }
        let all = sentences.len() as f32;
        let weights: Vec<f32> =
            found_in.iter().map(|list| (all / list.len().max(1) as f32).ln()).collect();
        let weight = |term: u32| weights.get(term as usize).copied().unwrap_or_default();
        for sentence in &mut sentences {
            let squares = sentence.terms.iter().map(|(term, _)| weight(*term).powi(2));
            sentence.length = squares.sum::<f32>().sqrt();
        }
        Self { telling: (all * TELLING) as usize, sentences, found_in, weights }
    }

    fn weight(&self, term: u32) -> f32 {
        self.weights.get(term as usize).copied().unwrap_or_default()
    }

    /// What is offered of sentences that are alike; nothing where what they share tells nothing.
    fn offer(&self, texts: &[Searched<'_>], members: &[u32], likeness: f32) -> Option<Parallels> {
        let mut members: Vec<&Weighed> =
            members.iter().filter_map(|place| self.sentences.get(*place as usize)).collect();
        members.sort_by_key(|sentence| sentence.source);
        let first = members.first()?;
        let text = texts.iter().find(|searched| searched.source == first.source)?.text;
        let words = text.slice(first.span);
        let word = |term: u32| {
            let (_, at) = first.terms.iter().find(|(known, _)| *known == term)?;
            words.get(at.clone())
        };
        let tells = |term: &u32| {
            let list = self.found_in.get(*term as usize);
            list.is_some_and(|list| list.len() <= self.telling)
                && word(*term).is_some_and(|word| !is_minor(word))
        };
        let mut told: Vec<u32> = common_terms(&members).into_iter().filter(tells).collect();
        if told.len() < LEAST_SHARED {
            return None;
        }
        told.sort_by(|one, other| self.weight(*other).total_cmp(&self.weight(*one)));
        let shown = |sentence: &&Weighed| {
            let marks = sentence.terms.iter().filter(|(term, _)| told.contains(term));
            let mut marks: Vec<Range<usize>> = marks.map(|(_, at)| at.clone()).collect();
            marks.sort_by_key(|mark| mark.start);
            Sentence { source: sentence.source, span: sentence.span, marks }
        };
        let shared = told.iter().filter_map(|term| word(*term)).take(NAMED);
        Some(Parallels {
            shared: shared.map(str::to_owned).collect(),
            sentences: members.iter().map(shown).collect(),
            likeness,
        })
    }

    /// For each sentence and each other source the likest sentence there, with how alike they are.
    fn likest(&self, stop: &dyn Fn() -> bool) -> HashMap<(u32, usize), (u32, f32)> {
        let mut likest: HashMap<(u32, usize), (u32, f32)> = HashMap::new();
        let mut shared: HashMap<u32, f32> = HashMap::new();
        for (place, sentence) in (0_u32..).zip(&self.sentences) {
            if place.is_multiple_of(256) && stop() {
                return HashMap::new();
            }
            shared.clear();
            for (term, _) in &sentence.terms {
                let list = self.found_in.get(*term as usize).map_or(&[][..], Vec::as_slice);
                if list.len() <= MOST_SENTENCES {
                    for other in list {
                        *shared.entry(*other).or_default() += self.weight(*term).powi(2);
                    }
                }
            }
            for (other, product) in &shared {
                let Some(there) = self.sentences.get(*other as usize) else { continue };
                let likeness = product / (sentence.length * there.length).max(f32::MIN_POSITIVE);
                if there.source == sentence.source || likeness < LEAST_LIKENESS {
                    continue;
                }
                let best = likest.entry((place, there.source)).or_insert((*other, likeness));
                // Between equals the first, whatever the order of the map.
                if likeness > best.1 || (likeness >= best.1 && *other < best.0) {
                    *best = (*other, likeness);
                }
            }
        }
        likest
    }
}

fn split(searched: &Searched<'_>, known: &mut HashMap<String, u32>, onto: &mut Vec<Weighed>) {
    let text = searched.text;
    let from = text.byte(searched.body_start);
    let body = text.as_str().get(from..).unwrap_or_default();
    for sentence in sentences(body, searched.language) {
        let Some(written) = body.get(sentence.clone()) else { continue };
        let words = written.trim();
        let lead = written.len() - written.trim_start().len();
        if words.split_whitespace().count() > LONGEST_QUOTATION {
            continue;
        }
        let terms = terms(words, known);
        if terms.len() < LEAST_SHARED {
            continue;
        }
        let start = from + sentence.start + lead;
        let span = Span { start: text.character(start), end: text.character(start + words.len()) };
        onto.push(Weighed { source: searched.source, span, terms, length: 0.0 });
    }
}

/// The terms of a sentence, each once, with where it stands first.
fn terms(sentence: &str, known: &mut HashMap<String, u32>) -> Vec<(u32, Range<usize>)> {
    let mut found: Vec<(u32, Range<usize>)> = Vec::new();
    let mut before: Option<(usize, &str)> = None;
    for (at, word) in sentence.unicode_word_indices() {
        let end = at + word.len();
        let ideograph = word.chars().all(is_ideograph);
        let neighbour = before.filter(|(start, first)| ideograph && start + first.len() == at);
        let (term, stretch) = match neighbour {
            Some((start, first)) => (format!("{first}{word}"), start..end),
            None if ideograph => (String::new(), at..end),
            None => (word.to_lowercase().chars().take(STEM).collect(), at..end),
        };
        before = ideograph.then_some((at, word));
        if term.is_empty() {
            continue;
        }
        let next = known.len() as u32;
        let term = *known.entry(term).or_insert(next);
        if !found.iter().any(|(known, _)| *known == term) {
            found.push((term, stretch));
        }
    }
    found
}

/// Pairs of which each is the other's likest, joined into groups with one sentence a source.
fn grouped(
    sentences: &[Weighed],
    likest: &HashMap<(u32, usize), (u32, f32)>,
) -> Vec<(Vec<u32>, f32)> {
    let source = |place: u32| sentences.get(place as usize).map_or(0, |sentence| sentence.source);
    let mut pairs: Vec<(u32, u32, f32)> = Vec::new();
    for ((one, _), (other, likeness)) in likest {
        let back = likest.get(&(*other, source(*one)));
        if one < other && back.is_some_and(|(place, _)| place == one) {
            pairs.push((*one, *other, *likeness));
        }
    }
    pairs.sort_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
    let mut groups: Vec<(Vec<u32>, f32)> = Vec::new();
    for (one, other, likeness) in pairs {
        let of = |place: u32, groups: &[(Vec<u32>, f32)]| {
            groups.iter().position(|(members, _)| members.contains(&place))
        };
        let joins = |group: usize, place: u32, groups: &[(Vec<u32>, f32)]| {
            groups.get(group).is_some_and(|(members, _)| {
                members.iter().all(|member| source(*member) != source(place))
            })
        };
        match (of(one, &groups), of(other, &groups)) {
            (None, None) => groups.push((vec![one, other], likeness)),
            (Some(group), None) if joins(group, other, &groups) => join(&mut groups, group, other),
            (None, Some(group)) if joins(group, one, &groups) => join(&mut groups, group, one),
            _ => {}
        }
    }
    groups
}

fn join(groups: &mut [(Vec<u32>, f32)], group: usize, place: u32) {
    if let Some((members, _)) = groups.get_mut(group) {
        members.push(place);
    }
}

fn common_terms(members: &[&Weighed]) -> BTreeSet<u32> {
    let mut sets = members
        .iter()
        .map(|sentence| sentence.terms.iter().map(|(term, _)| *term).collect::<BTreeSet<u32>>());
    let first = sets.next().unwrap_or_default();
    sets.fold(first, |common, set| common.intersection(&set).copied().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is offered for texts without headlines.
    fn offered(texts: &[&str]) -> Vec<(String, Vec<String>)> {
        let texts: Vec<Text> = texts.iter().map(|text| Text::new((*text).to_owned())).collect();
        let searched: Vec<Searched<'_>> = (0..)
            .zip(&texts)
            .map(|(source, text)| Searched {
                source,
                text,
                body_start: 0,
                language: Language::English,
            })
            .collect();
        let found = parallels(&searched, &|| false);
        let words = |sentence: &Sentence| texts[sentence.source].slice(sentence.span).to_owned();
        found.iter().map(|p| (p.reason(), p.sentences.iter().map(words).collect())).collect()
    }

    const HARBOUR: &str = "The pilots met in the old hall. The harbour master opened the new \
        lighthouse on the northern mole at dusk. It rained. Nobody minded the rain much.";
    const MOLE: &str = "A band played. At dusk the new lighthouse on the northern mole was opened by \
        the harbour master. There was soup for everybody in the hall.";

    #[test]
    fn sentences_that_say_the_same_are_offered_with_the_words_they_share() {
        let found = offered(&[HARBOUR, MOLE]);
        let [(reason, sentences)] = found.as_slice() else { panic!("{found:?}") };
        assert!(sentences[0].starts_with("The harbour master opened"), "{sentences:?}");
        assert!(sentences[1].starts_with("At dusk the new lighthouse"), "{sentences:?}");
        assert!(reason.contains("“lighthouse”") && !reason.contains("“the”"), "{reason}");
    }

    #[test]
    fn inflected_words_and_scripts_without_blanks_are_compared_too() {
        let found = offered(&[
            "The envoys congratulated the launching of the river school warmly. Boats were late \
             because of fog. Two men sold apples on the quay. A dog slept under the table.",
            "Warm congratulations on the launch of the river schools came from all envoys. Later the \
             brass band went home by train. Nobody knew when the next one would come.",
        ]);
        assert_eq!(found.len(), 1, "{found:?}");
        let found = offered(&[
            "天气很好很暖和。新灯塔昨天在北码头正式启用。大家从各地赶来。孩子们在海边玩耍。",
            "北码头的新灯塔昨天启用。晚上有音乐会和烟火。船夫唱着老歌回家去。",
        ]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].1[0], "新灯塔昨天在北码头正式启用。");
    }

    #[test]
    fn what_a_text_says_twice_or_says_alone_is_not_offered() {
        let twice = format!("{HARBOUR} {HARBOUR}");
        assert_eq!(
            offered(&[&twice, "Something else was said here, about quite other things."]),
            []
        );
        assert_eq!(offered(&[HARBOUR]), []);
        assert_eq!(offered(&["", ""]), []);
    }

    #[test]
    fn three_sources_make_one_row_with_one_sentence_each() {
        let third = "We hear that the harbour master opened a new lighthouse on the northern mole.";
        let found = offered(&[HARBOUR, MOLE, third]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].1.len(), 3);
        assert!(found[0].0.starts_with("All have "), "{found:?}");
    }
}
