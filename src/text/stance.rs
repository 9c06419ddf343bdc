//! Whether words state what they mention, or deny, doubt, plan it.

use std::ops::Range;

use super::lexicon::Sense;
use super::tokens::{Kind, Tokens};

/// How words stand to what they mention, the firmer before the weaker.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// It is stated as a fact.
    #[default]
    Asserted,
    /// It was called off or put off.
    Cancelled,
    /// It was tried in vain.
    Failed,
    /// It is called untrue.
    Denied,
    /// It was turned down.
    Rejected,
    /// It is doubted, asked, or told as hearsay.
    Doubted,
    /// It is not so.
    Negated,
    /// It holds only if something else does.
    Conditional,
    /// It is meant to be.
    Planned,
    /// It is thought to come.
    Expected,
}

/// Between a "not" and what it turns round: "did not cancel".
const REACH_OF_NOT: usize = 3;

/// How the clause around a stretch of a text, in bytes, stands to what the stretch says. Clauses that
/// are set against each other ("but", a semicolon) are read apart; within one, a cue counts wherever it
/// stands, since nothing here knows syntax: what is not certain is not taken for stated.
pub(super) fn stance(
    tokens: &Tokens<'_>,
    stretch: &Range<usize>,
    sentence: &Range<usize>,
) -> Stance {
    let (from, to) = clause(tokens, stretch, sentence);
    let mut found: Vec<(usize, Stance)> = Vec::new();
    for at in from..to {
        if tokens.senses(at).any(|sense| sense == Sense::NoCue || sense == Sense::Nothing) {
            continue;
        }
        // A hedge is none: "no fewer than 40".
        let hedges = tokens.senses(at).any(|s| matches!(s, Sense::Hedge(_) | Sense::HedgeAfter(_)));
        if hedges {
            continue;
        }
        let cue = tokens.find(at, |sense| match sense {
            Sense::Cue(stance) => Some(stance),
            _ => None,
        });
        found.extend(cue.map(|cue| (at, cue)));
    }
    let asked = tokens.text.get(sentence.clone()).is_some_and(|sentence| {
        sentence
            .trim_end_matches(|c: char| !c.is_alphanumeric() && c != '?' && c != '？')
            .ends_with(['?', '？'])
    });
    if asked {
        return Stance::Doubted;
    }
    // "did not cancel", "never denied": two that turn each other round leave it open.
    let turned = found.iter().any(|(at, stance)| {
        *stance == Stance::Negated
            && found.iter().any(|(other, turned)| {
                matches!(
                    turned,
                    Stance::Denied | Stance::Rejected | Stance::Cancelled | Stance::Failed
                ) && other > at
                    && other - at <= REACH_OF_NOT
            })
    });
    if turned {
        return Stance::Doubted;
    }
    found.into_iter().map(|(_, stance)| stance).min().unwrap_or_default()
}

/// The tokens of the clause that a stretch stands in.
fn clause(tokens: &Tokens<'_>, stretch: &Range<usize>, sentence: &Range<usize>) -> (usize, usize) {
    let first = tokens.at_byte(sentence.start);
    let end = tokens.at_byte(sentence.end);
    let (inner, behind) = (tokens.at_byte(stretch.start), tokens.at_byte(stretch.end));
    let parts = |at: usize| {
        matches!(tokens.kind(at), Some(Kind::Mark(';' | '；') | Kind::Break))
            || tokens.is(at, Sense::But)
    };
    let from = (first..inner.min(end)).rev().find(|at| parts(*at)).map_or(first, |at| at + 1);
    let to = (behind..end).find(|at| parts(*at)).unwrap_or(end);
    (from, to)
}
