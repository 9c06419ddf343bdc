//! Which of the places is the quotation's, or that this can't be told.

use super::TextIndex;
use super::locate::{Nearby, nearby, occurrences, scanned};
use super::reading::{Reading, Wanted};

/// Where prefix and suffix both stand, this much of the words is enough.
const ENOUGH_WHEN_FRAMED: f32 = 0.55;
/// Below this, what stands between prefix and suffix is something else.
const SOMETHING_ELSE: f32 = 0.33;
/// With one side of the surroundings, this much.
const ENOUGH_ON_ONE_SIDE: f32 = 0.68;
/// With none, though the quotation has surroundings.
const ENOUGH_WITHOUT_CONTEXT: f32 = 0.85;
/// The quotation has no surroundings to go by.
const ENOUGH_BY_ITSELF: f32 = 0.72;
/// Worth showing to the person who decides.
const WORTH_SHOWING: f32 = 0.45;
/// Surroundings that agree this far tell one of several copies.
const NEARER: f32 = 0.6;
/// Surroundings as they were, but for a slip.
const UNCHANGED: f32 = 0.9;
/// Words that were edited here and there.
const HARDLY_EDITED: f32 = 0.8;
/// Near is this part of the text: edits elsewhere move a quotation.
const NEAR: usize = 8;
/// A runner-up that is nearer than this leaves the matter open.
const MARGIN: f32 = 0.08;
/// Words, folded, that are unlikely to stand in a text twice by chance.
const TELLING: usize = 24;
/// Most candidates that are shown.
const MOST_CANDIDATES: usize = 4;

/// What was decided.
#[derive(Debug)]
pub(super) enum Verdict {
    /// It stands there.
    Attached(Reading),
    /// The same words stand in several places, and nothing tells which is meant.
    Ambiguous(Vec<Reading>),
    /// It may stand there.
    Doubtful(Vec<Reading>),
    /// It stands nowhere.
    Lost,
}

/// Decides where a quotation stands. `hint` is the place in folded text where it stood.
pub(super) fn decide(text: &TextIndex<'_>, wanted: &Wanted, hint: Option<usize>) -> Verdict {
    if wanted.exact.is_empty() {
        return Verdict::Lost;
    }
    let whole = occurrences(&text.folded, wanted);
    if let Some(reading) = beyond_question(&whole, wanted) {
        return Verdict::Attached(reading);
    }
    let mut case = Case {
        readings: whole.clone(),
        contexts: Vec::new(),
        wanted,
        hint,
        length: text.folded.len(),
    };
    case.add(nearby(text, wanted));
    let verdict = case.verdict();
    let settled = match &verdict {
        Verdict::Lost => false,
        Verdict::Doubtful(_) => wanted.has_context(),
        Verdict::Attached(_) | Verdict::Ambiguous(_) => true,
    };
    if settled || !whole.is_empty() {
        return verdict;
    }
    case.add(scanned(&text.folded, wanted));
    case.verdict()
}

/// The unchanged words in their unchanged surroundings, once.
fn beyond_question(whole: &[Reading], wanted: &Wanted) -> Option<Reading> {
    let mut framed = whole.iter().filter(|reading| reading.framed);
    match (framed.next(), framed.next(), whole) {
        (Some(one), None, _) => Some(*one),
        (None, _, [one]) if !wanted.has_context() || one.strong_contexts() > 0 => Some(*one),
        _ => None,
    }
}

/// What is known when deciding.
struct Case<'a> {
    readings: Vec<Reading>,
    /// Where prefix or suffix stand, at the edge to the words.
    contexts: Vec<usize>,
    wanted: &'a Wanted,
    hint: Option<usize>,
    /// Of the folded text.
    length: usize,
}

impl Case<'_> {
    fn add(&mut self, found: Nearby) {
        self.contexts.extend(found.contexts);
        for reading in found.readings {
            // Of two readings of one place the better is kept.
            let known = self.readings.iter_mut().find(|known| known.overlaps(&reading));
            match known {
                Some(known) if known.whole || weight(known) >= weight(&reading) => {}
                Some(known) => *known = reading,
                None => self.readings.push(reading),
            }
        }
    }

    fn verdict(&self) -> Verdict {
        let framed = self.best(|r| r.framed && r.text() >= ENOUGH_WHEN_FRAMED);
        if let Some(verdict) = framed {
            return self.unless_rivalled(verdict);
        }
        // Its place is there and something like it: no copy elsewhere may win.
        let rewritten = |r: &Reading| r.framed && r.text() >= SOMETHING_ELSE;
        if self.readings.iter().any(rewritten) {
            return self.doubtful();
        }
        // Short phrases recur with what stands before them: one side tells little.
        let enough = if self.is_telling() { ENOUGH_ON_ONE_SIDE } else { ENOUGH_WITHOUT_CONTEXT };
        let sided = self.best(|r| {
            r.strong_contexts() > 0 && (r.whole || r.text() >= enough && !self.is_gone())
        });
        if let Some(verdict) = sided {
            return self.unless_rivalled(verdict);
        }
        if let Some(verdict) = self.without_context() {
            return verdict;
        }
        self.doubtful()
    }

    /// A verdict, unless the words stand unchanged elsewhere and the changed ones, though in like
    /// surroundings, are too far from where the quotation was taken, or too much changed, for these to
    /// be its own: phrases recur.
    fn unless_rivalled(&self, verdict: Verdict) -> Verdict {
        match verdict {
            Verdict::Attached(reading) if self.is_rivalled(&reading) => self.doubtful(),
            verdict => verdict,
        }
    }

    fn is_rivalled(&self, reading: &Reading) -> bool {
        let context = reading.context().unwrap_or_default();
        let near = |hint: usize| reading.start.abs_diff(hint) <= self.length / NEAR + 256;
        let its_own =
            context >= UNCHANGED && reading.text() >= HARDLY_EDITED && self.hint.is_none_or(near);
        !reading.whole && !its_own && self.readings.iter().any(|r| r.whole)
    }

    /// Whether the surroundings stand somewhere without the words.
    fn is_gone(&self) -> bool {
        self.readings.iter().any(|r| r.framed && r.text() < SOMETHING_ELSE)
    }

    /// Whether the words are long enough to be unlikely to stand in a text by chance.
    fn is_telling(&self) -> bool {
        self.wanted.exact_characters.len() >= TELLING
    }

    fn without_context(&self) -> Option<Verdict> {
        let whole: Vec<Reading> = self.readings.iter().copied().filter(|r| r.whole).collect();
        let telling = self.is_telling() || !self.wanted.has_context();
        match whole.as_slice() {
            [] => {}
            [one] if telling => return Some(Verdict::Attached(*one)),
            [_] => return Some(self.doubtful()),
            _ => return Some(self.among_copies(whole)),
        }
        let enough = if self.wanted.has_context() {
            if !self.contexts.is_empty() {
                return None;
            }
            ENOUGH_WITHOUT_CONTEXT
        } else {
            ENOUGH_BY_ITSELF
        };
        self.best(|r| r.text() >= enough)
    }

    /// Copies of the words, none of them with a whole side of the surroundings: one has to be clearly
    /// nearer to what stood around the quotation.
    fn among_copies(&self, copies: Vec<Reading>) -> Verdict {
        let nearer = |r: &Reading| r.whole && r.context().is_none_or(|c| c >= NEARER);
        self.best(nearer).unwrap_or_else(|| Verdict::Ambiguous(first_few(copies)))
    }

    /// The best reading of those that are good enough, when no other is nearly as good; the place where
    /// it stood decides among equals.
    fn best(&self, enough: impl Fn(&Reading) -> bool) -> Option<Verdict> {
        let mut good: Vec<Reading> = self.readings.iter().copied().filter(|r| enough(r)).collect();
        good.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
        let first = *good.first()?;
        good.retain(|reading| weight(&first) - weight(reading) < MARGIN);
        if good.len() == 1 {
            return Some(Verdict::Attached(first));
        }
        if let Some(hint) = self.hint
            && let Some(there) = good.iter().find(|reading| reading.start == hint)
        {
            return Some(Verdict::Attached(*there));
        }
        let good = first_few(good);
        let all_whole = good.iter().all(|reading| reading.whole);
        Some(if all_whole { Verdict::Ambiguous(good) } else { Verdict::Doubtful(good) })
    }

    fn doubtful(&self) -> Verdict {
        let mut shown: Vec<Reading> = self.readings.clone();
        shown.retain(|r| r.text() >= if r.framed { SOMETHING_ELSE } else { WORTH_SHOWING });
        if shown.is_empty() {
            return Verdict::Lost;
        }
        shown.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
        Verdict::Doubtful(first_few(shown))
    }
}

fn first_few(mut readings: Vec<Reading>) -> Vec<Reading> {
    readings.truncate(MOST_CANDIDATES);
    readings
}

/// How much speaks for a reading: the words, and each side of the surroundings a quarter as much, as
/// far as it agrees more than chance does.
fn weight(reading: &Reading) -> f32 {
    let side = |context: Option<f32>| context.map_or(0.0, |c| (2.0 * c - 1.0).max(0.0) / 4.0);
    reading.text() + side(reading.before) + side(reading.after)
}
