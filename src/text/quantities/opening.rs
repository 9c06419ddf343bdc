//! What stands before a number: hedges, the words that open a range, verbs of movement.

use super::super::Language;
use super::super::lexicon::Sense;
use super::super::quantity::{Direction, Movement, Qualifier};
use super::super::tokens::Kind;
use super::{Opening, REACH_OF_VERB, Reader};

impl Reader<'_, '_> {
    /// Hedges and the words that open a range, before a token.
    pub(super) fn opening(&self, start: usize) -> Opening {
        let tokens = self.tokens;
        let mut opening = Opening { start, hedges: Vec::new(), between: false, from: None };
        let mut at = start;
        while let Some(before) = at.checked_sub(1) {
            let mut hedges = self.hedges(before);
            // "вырос до 40": up to there, not at most.
            if tokens.is(before, Sense::To) && self.verb_before(before).is_some() {
                hedges.clear();
            }
            // "более чем на 40", "примерно в 40": the preposition stands between.
            let inner = before.checked_sub(1).filter(|_| {
                tokens.table.grammar.language == Language::Russian
                    && hedges.is_empty()
                    && (tokens.is(before, Sense::By) || tokens.is(before, Sense::In))
            });
            if let Some(inner) = inner {
                let around = self.hedges(inner);
                if !around.is_empty() && !tokens.is(inner, Sense::To) {
                    opening.hedges.splice(0..0, around);
                    opening.start = inner;
                    break;
                }
            }
            if !hedges.is_empty() {
                opening.hedges.splice(0..0, hedges);
                opening.start = before;
            } else if tokens.is(before, Sense::Between) {
                opening.between = true;
                opening.start = before;
                break;
            } else if tokens.is(before, Sense::From) {
                opening.from = Some(before);
                break;
            } else {
                break;
            }
            at = before;
        }
        if opening.hedges.is_empty() {
            opening.hedges = self.distant_hedges(opening.start);
        }
        opening
    }

    /// "最多可接入220个": in Chinese the verb may stand between a hedge and its number.
    fn distant_hedges(&self, start: usize) -> Vec<Qualifier> {
        const REACH: usize = 4;
        let tokens = self.tokens;
        for back in 1..=REACH {
            let Some(place) = start.checked_sub(back) else { break };
            let plain = tokens.kind(place) == Some(Kind::Unspaced)
                && !tokens.senses(place).any(|sense| {
                    matches!(sense, Sense::Cardinal(_) | Sense::Times(_) | Sense::Lasting(..))
                });
            if !plain {
                break;
            }
            let hedges = self.hedges(place);
            if back > 1 && !hedges.is_empty() {
                // A single character may be part of another word.
                let bound = [Qualifier::AtLeast, Qualifier::AtMost];
                let told = hedges.iter().all(|hedge| bound.contains(hedge));
                let word = tokens.written(place).chars().count() > 1;
                return if told && word { hedges } else { Vec::new() };
            }
        }
        Vec::new()
    }

    pub(super) fn hedges(&self, at: usize) -> Vec<Qualifier> {
        let tokens = self.tokens;
        if let Some(Kind::Mark(mark)) = tokens.kind(at) {
            return match mark {
                '~' | '≈' | '～' | '±' => vec![Qualifier::About],
                '>' => vec![Qualifier::Over],
                '<' => vec![Qualifier::LessThan],
                '≥' => vec![Qualifier::AtLeast],
                '≤' => vec![Qualifier::AtMost],
                _ => Vec::new(),
            };
        }
        let hedge = |sense| match sense {
            Sense::Hedge(hedge) => Some(hedge),
            _ => None,
        };
        tokens.senses(at).filter_map(hedge).collect()
    }

    /// The verb of movement before a token, none of whose own words parts them: "fell sharply from".
    pub(super) fn verb_before(&self, at: usize) -> Option<Direction> {
        let tokens = self.tokens;
        for back in 1..=REACH_OF_VERB {
            let place = at.checked_sub(back)?;
            match tokens.kind(place)? {
                Kind::Mark('-') => continue,
                Kind::Mark(_) | Kind::Break => return None,
                Kind::Digits if back == 1 => return None,
                _ => {}
            }
            let moves = tokens.find(place, |sense| match sense {
                Sense::Moves(direction) | Sense::Reaches(direction) => Some(direction),
                _ => None,
            });
            if moves.is_some() {
                return moves;
            }
        }
        None
    }

    pub(super) fn movement_before(&self, start: usize) -> Option<Movement> {
        let tokens = self.tokens;
        let before = start.checked_sub(1)?;
        let reaches = tokens.find(before, |sense| match sense {
            Sense::Reaches(direction) => Some(direction),
            _ => None,
        });
        if let Some(direction) = reaches {
            return Some(Movement::To(direction));
        }
        let (is_to, is_by) = (tokens.is(before, Sense::To), tokens.is(before, Sense::By));
        if is_to || is_by || tokens.is(before, Sense::Of) {
            let verb = self.verb_before(before);
            return verb.map(|verb| {
                // "на", "de" and "von" mean by, "à" and "auf" to; where a word may be both, by.
                if is_to && !is_by { Movement::To(verb) } else { Movement::By(verb) }
            });
        }
        let mut place = before;
        for _ in 0..3 {
            let moves = tokens.find(place, |sense| match sense {
                Sense::Moves(direction) => Some(direction),
                _ => None,
            });
            if let Some(direction) = moves {
                return Some(Movement::By(direction));
            }
            let passed = tokens.is(place, Sense::Filler)
                || tokens.is(place, Sense::Article)
                || self.is_adverb(place);
            if !passed {
                return None;
            }
            place = place.checked_sub(1)?;
        }
        None
    }

    /// "sharply", "deutlich": by the ending that most adverbs of English have.
    pub(super) fn is_adverb(&self, at: usize) -> bool {
        self.tokens.kind(at) == Some(Kind::Word)
            && self.tokens.written(at).ends_with("ly")
            && self.tokens.senses(at).next().is_none()
    }
}
