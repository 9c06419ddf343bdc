//! The same words as two sources render them, side by side.

use std::collections::BTreeSet;

use super::dates::exclude;
use crate::anchor::{Change, changes};
use crate::dossier::{Dossier, Index, Quotation, Topic};
use crate::text::Stretch;
use crate::text::{is_ideograph, is_minor};

/// One speaker's words in two sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendering {
    /// The place of the one quotation.
    pub first: usize,
    /// The place of the other.
    pub second: usize,
    /// Both, word by word.
    pub pieces: Vec<Piece>,
}

/// A stretch of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// In both.
    Common(String),
    /// In the first alone.
    First(String),
    /// In the second alone.
    Second(String),
}

/// The pairs of quotations that answer a topic and render the same words: from two sources, by one
/// speaker, not said on different days, and alike in at least a third of the words that tell
/// something.
pub fn renderings(dossier: &Dossier, index: &Index, topic: &Topic) -> Vec<Rendering> {
    let citations = topic.answers.iter().flat_map(|answer| &answer.quotations);
    let mut cited: Vec<(usize, &Quotation)> = Vec::new();
    for found in citations.filter_map(|citation| index.quotation(dossier, citation)) {
        if !cited.iter().any(|(place, _)| *place == found.0) {
            cited.push(found);
        }
    }
    let mut pairs = Vec::new();
    for (place, (first, one)) in cited.iter().enumerate() {
        for (second, other) in cited.iter().skip(place + 1) {
            if one.source != other.source && render_the_same(one, other) {
                let pieces = pieces(&one.selector.exact, &other.selector.exact);
                pairs.push(Rendering { first: *first, second: *second, pieces });
            }
        }
    }
    pairs
}

fn render_the_same(one: &Quotation, other: &Quotation) -> bool {
    one.speaker.is_some()
        && one.speaker == other.speaker
        && !said_apart(one, other)
        && are_alike(&one.selector.exact, &other.selector.exact)
}

/// Whether the sources date the words to different days.
fn said_apart(one: &Quotation, other: &Quotation) -> bool {
    let date = |quotation: &Quotation| quotation.said.as_ref()?.date.clone();
    match (date(one), date(other)) {
        (Some(first), Some(second)) => exclude(&Stretch::of(first), &Stretch::of(second)),
        _ => false,
    }
}

/// Whether the telling words that two texts share are at least a third of those that they have: the
/// coefficient of Dice ("Measures of the amount of ecologic association between species", 1945).
fn are_alike(one: &str, other: &str) -> bool {
    let (one, other) = (telling_words(one), telling_words(other));
    let shared = one.intersection(&other).count();
    shared > 0 && 3 * 2 * shared >= one.len() + other.len()
}

fn telling_words(text: &str) -> BTreeSet<String> {
    let mut telling = BTreeSet::new();
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        if word.chars().any(is_ideograph) {
            telling.extend(word.chars().map(String::from));
        } else if !word.is_empty() && !is_minor(word) {
            telling.insert(word.to_lowercase());
        }
    }
    telling
}

/// Two texts word by word. Blanks and marks between words that differ on both sides count as part of
/// the difference.
fn pieces(first: &str, second: &str) -> Vec<Piece> {
    let steps = changes(first, second);
    let last = steps.len().saturating_sub(1);
    let mut made = Made::default();
    for (place, step) in steps.into_iter().enumerate() {
        match step {
            Change::Struck(words) => made.first.push_str(&words),
            Change::Added(words) => made.second.push_str(&words),
            Change::Kept(words) => {
                let between = place < last && !words.contains(char::is_alphanumeric);
                if between && !made.first.is_empty() && !made.second.is_empty() {
                    made.first.push_str(&words);
                    made.second.push_str(&words);
                } else {
                    made.settle();
                    made.pieces.push(Piece::Common(words));
                }
            }
        }
    }
    made.settle();
    made.pieces
}

/// Pieces, and the difference that is being gathered.
#[derive(Default)]
struct Made {
    pieces: Vec<Piece>,
    first: String,
    second: String,
}

impl Made {
    fn settle(&mut self) {
        let (first, second) = (std::mem::take(&mut self.first), std::mem::take(&mut self.second));
        if !first.is_empty() {
            self.pieces.push(Piece::First(first));
        }
        if !second.is_empty() {
            self.pieces.push(Piece::Second(second));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Catalogue;
    use crate::dossier::parse::parse;

    const BUNDLED: &str = include_str!("../../dossiers/china-central-asia-secretariat.dossier.ron");

    #[test]
    fn what_differs_is_told_from_what_is_common() {
        let made = pieces("the consensus of the leaders", "the consensus of the heads of state");
        let expected = [
            Piece::Common("the consensus of the ".into()),
            Piece::First("leaders".into()),
            Piece::Second("heads of state".into()),
        ];
        assert_eq!(made, expected);
    }

    #[test]
    fn nothing_is_lost() {
        let texts =
            ("four years ago, the Mechanism was set up.", "Four years: the mechanism grew.");
        let (mut first, mut second) = (String::new(), String::new());
        for piece in pieces(texts.0, texts.1) {
            match piece {
                Piece::Common(words) => {
                    first.push_str(&words);
                    second.push_str(&words);
                }
                Piece::First(words) => first.push_str(&words),
                Piece::Second(words) => second.push_str(&words),
            }
        }
        assert_eq!((first.as_str(), second.as_str()), texts);
    }

    #[test]
    fn a_third_of_the_telling_words_makes_two_texts_alike() {
        assert!(are_alike("consensus of the leaders", "the consensus of heads"));
        assert!(!are_alike("the ships of the sea", "the roads of the land"));
        assert!(are_alike("中国与中亚", "中国和中亚"));
        assert!(!are_alike("", ""));
    }

    /// The ids of the quotations that render the same words for a topic of the bundled dossier.
    fn pairs(id: &str) -> Vec<String> {
        let dossier = parse(BUNDLED).unwrap();
        let index = Index::build(&dossier, Catalogue::of(&dossier));
        let topic = dossier.topics.iter().find(|topic| topic.id.as_str() == id).unwrap();
        let id_at = |place: usize| dossier.quotations[place].id.to_string();
        let found = renderings(&dossier, &index, topic);
        found.iter().map(|pair| id_at(pair.first) + " " + &id_at(pair.second)).collect()
    }

    #[test]
    fn the_letter_is_found_in_both_sources() {
        assert_eq!(pairs("founding"), ["gt-four-years-ago st-spring-breeze"]);
        assert_eq!(pairs("consensus-into-practice"), ["gt-consensus st-consensus"]);
        assert_eq!(pairs("firm-determination"), ["gt-determination st-determination"]);
        assert!(pairs("summit-rank").is_empty());
        assert!(pairs("fields").is_empty());
    }
}
