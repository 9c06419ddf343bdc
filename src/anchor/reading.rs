//! What can be said of one place where a quotation may stand.

use super::align::{Ends, Run, align};
use crate::text::{Folded, Folding, Window, is_ideograph, lower};

/// A context longer than this is cut: what stands nearest to the words counts.
const CONTEXT: usize = 48;

/// A quotation, folded.
pub(super) struct Wanted {
    /// The words, as they are looked for.
    pub(super) exact: Folded,
    pub(super) prefix: Folded,
    pub(super) suffix: Folded,
    pub(super) exact_characters: Vec<char>,
    prefix_characters: Vec<char>,
    suffix_characters: Vec<char>,
}

impl Wanted {
    pub(super) fn new(exact: &str, prefix: &str, suffix: &str) -> Self {
        let (exact, prefix, suffix) =
            [exact, prefix, suffix].map(|text| Folded::of(text, Folding::Marks)).into();
        let mut prefix_characters: Vec<char> = prefix.as_str().chars().collect();
        prefix_characters.drain(..prefix_characters.len().saturating_sub(CONTEXT));
        let mut suffix_characters: Vec<char> = suffix.as_str().chars().collect();
        suffix_characters.truncate(CONTEXT);
        Self {
            exact_characters: exact.as_str().chars().map(lower).collect(),
            prefix_characters,
            suffix_characters,
            exact,
            prefix,
            suffix,
        }
    }
}

impl Wanted {
    /// Whether the quotation came with surroundings.
    pub(super) fn has_context(&self) -> bool {
        !self.prefix_characters.is_empty() || !self.suffix_characters.is_empty()
    }

    /// Where prefix and suffix stand in a stretch, long enough not to be chance: the places between
    /// them and the words.
    pub(super) fn contexts_in(&self, window: &Window) -> Vec<usize> {
        let mut places = Vec::new();
        for (context, ends) in [(&self.prefix_characters, true), (&self.suffix_characters, false)] {
            if context.len() < 12 {
                continue;
            }
            let found = align(context, &window.characters, Ends::Free);
            if similarity(found.cost, context.len()) >= STRONG {
                places.push(window.place(if ends { found.end } else { found.start }));
            }
        }
        places
    }
}

/// A place in the text, and how much speaks for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Reading {
    /// The stretch of folded text.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether the folded words stand there unchanged.
    pub(super) whole: bool,
    /// One less the edit distance by the longer length.
    pub(super) similarity: f32,
    /// The share of the quotation that stands there in runs long enough not to be chance.
    pub(super) recall: f32,
    /// The share of the stretch that such runs cover.
    pub(super) precision: f32,
    /// How well what stands before agrees with the prefix, 0 to 1; `None` without a prefix.
    pub(super) before: Option<f32>,
    /// How well what stands after agrees with the suffix.
    pub(super) after: Option<f32>,
    /// Characters between prefix and suffix, where both were found around the place.
    pub(super) framed: bool,
}

/// The shortest part of a quotation that is looked for by itself.
const SHORTEST_PART: usize = 6;

/// An agreement of context that is not chance.
pub(super) const STRONG: f32 = 0.75;

impl Reading {
    /// The words unchanged at a place.
    pub(super) fn of_occurrence(text: &Folded, wanted: &Wanted, start: usize) -> Self {
        let end = start + wanted.exact.len();
        let before = context_before(text, &wanted.prefix_characters, start, 0);
        let after = context_after(text, &wanted.suffix_characters, end, 0);
        let framed = both(before.map(|c| c.0), after.map(|c| c.0));
        Self {
            start,
            end,
            whole: true,
            similarity: 1.0,
            recall: 1.0,
            precision: 1.0,
            before: before.map(|c| c.0),
            after: after.map(|c| c.0),
            framed,
        }
    }

    /// What stands between prefix and suffix, where both are found in order in a stretch of the text.
    pub(super) fn framed(wanted: &Wanted, window: &Window) -> Option<Self> {
        let (p, s) = (&wanted.prefix_characters, &wanted.suffix_characters);
        if p.len() < 6 || s.len() < 6 {
            return None;
        }
        let prefix = align(p, &window.characters, Ends::Free);
        if similarity(prefix.cost, p.len()) < STRONG {
            return None;
        }
        let rest = window.characters.get(prefix.end..)?;
        let suffix = align(s, rest, Ends::Free);
        if similarity(suffix.cost, s.len()) < STRONG {
            return None;
        }
        let (start, end) = (prefix.end, prefix.end + suffix.start);
        let mut reading = Self::of_stretch(wanted, window, start, end);
        reading.before = Some(similarity(prefix.cost, p.len()));
        reading.after = Some(similarity(suffix.cost, s.len()));
        reading.framed = true;
        Some(reading)
    }

    /// Where the words lie best in a stretch of the text.
    pub(super) fn nearest(text: &Folded, wanted: &Wanted, window: &Window) -> Option<Self> {
        let exact = &wanted.exact_characters;
        let best = align(exact, &window.lower, Ends::Free);
        let solid = solid(&best.runs, window);
        let first = solid.first().or(best.runs.first())?;
        let last = solid.last().or(best.runs.last())?;
        let head = first.pattern;
        let tail = exact.len() - (last.pattern + last.length);
        let (mut start, mut end) = (best.start, best.end);
        // The alignment exchanges letters rather than leap over many: where words were inserted near an
        // edge of the quotation, what stands beyond them is looked for by itself.
        let room = exact.len();
        let from = first.text.saturating_sub(room + head);
        if let Some((place, _)) = beyond(exact.get(..head)?, &window.lower, from, first.text) {
            start = place;
        }
        let edge = last.text + last.length;
        let to = (edge + room + tail).min(window.lower.len());
        if let Some((_, place)) = beyond(exact.get(exact.len() - tail..)?, &window.lower, edge, to)
        {
            end = place;
        }
        let before = context_before(text, &wanted.prefix_characters, window.place(start), head);
        let after = context_after(text, &wanted.suffix_characters, window.place(end), tail);
        // Where the edge of the quotation was rewritten, its surroundings tell where it ends.
        if let Some((strength, place)) = before
            && strength >= STRONG
            && head > 0
        {
            let place = window.character_at(place);
            if place <= first.text && first.text - place <= 3 * head + 12 {
                start = place;
            }
        }
        if let Some((strength, place)) = after
            && strength >= STRONG
            && tail > 0
        {
            let place = window.character_at(place);
            if place >= edge && place - edge <= 3 * tail + 12 {
                end = place;
            }
        }
        let mut reading = Self::of_stretch(wanted, window, start, end);
        reading.before = before.map(|c| c.0);
        reading.after = after.map(|c| c.0);
        reading.framed = both(reading.before, reading.after);
        Some(reading)
    }

    fn of_stretch(wanted: &Wanted, window: &Window, start: usize, end: usize) -> Self {
        let exact = &wanted.exact_characters;
        let stretch = window.lower.get(start..end).unwrap_or_default();
        let alignment = align(exact, stretch, Ends::Fixed);
        let covered: usize =
            alignment.runs.iter().filter(|run| is_solid(run, stretch)).map(|run| run.length).sum();
        Self {
            start: window.place(start),
            end: window.place(end),
            whole: false,
            similarity: similarity(alignment.cost, exact.len().max(stretch.len())),
            recall: share(covered, exact.len()),
            precision: share(covered, stretch.len()),
            before: None,
            after: None,
            framed: false,
        }
    }

    /// How well the surroundings agree, 0 to 1; `None` where the quotation has none.
    pub(super) fn context(&self) -> Option<f32> {
        match (self.before, self.after) {
            (Some(before), Some(after)) => Some(f32::midpoint(before, after)),
            (one, other) => one.or(other),
        }
    }

    /// How much of the quotation stands there, 0 to 1: chance gives 0.3, a rewritten sentence that keeps
    /// its subject 0.6.
    pub(super) fn text(&self) -> f32 {
        if self.whole {
            return 1.0;
        }
        let sum = self.recall + self.precision;
        let solid = if sum > 0.0 { 2.0 * self.recall * self.precision / sum } else { 0.0 };
        f32::midpoint(solid, self.similarity)
    }

    /// Whether two readings are of one place.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// How many of prefix and suffix stand around the place.
    pub(super) fn strong_contexts(&self) -> usize {
        [self.before, self.after].into_iter().flatten().filter(|c| *c >= STRONG).count()
    }
}

fn both(before: Option<f32>, after: Option<f32>) -> bool {
    [before, after].into_iter().all(|context| context.is_some_and(|c| c >= STRONG))
}

fn share(part: usize, whole: usize) -> f32 {
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}

fn similarity(cost: usize, length: usize) -> f32 {
    if length == 0 { 0.0 } else { 1.0 - (cost.min(length) as f32 / length as f32) }
}

/// The runs that are not chance.
fn solid(runs: &[Run], window: &Window) -> Vec<Run> {
    runs.iter().copied().filter(|run| is_solid(run, &window.characters)).collect()
}

/// Four letters in a row, or two of a script whose characters are words.
fn is_solid(run: &Run, text: &[char]) -> bool {
    let words = || {
        let stretch = text.get(run.text..run.text + run.length).unwrap_or_default();
        stretch.iter().filter(|c| is_ideograph(**c)).count() >= 2
    };
    run.length >= 4 || (run.length >= 2 && words())
}

/// Where the unmatched edge of a quotation stands in a stretch, all but unchanged.
fn beyond(part: &[char], text: &[char], from: usize, to: usize) -> Option<(usize, usize)> {
    let stretch = text.get(from..to).filter(|_| part.len() >= SHORTEST_PART)?;
    let found = align(part, stretch, Ends::Free);
    (found.cost * 5 <= part.len()).then_some((from + found.start, from + found.end))
}

/// How well the prefix agrees with what ends at `edge`, and where it ends there. `rewritten` characters
/// of the quotation's beginning are not found, so that the prefix may end as much off.
fn context_before(
    text: &Folded,
    prefix: &[char],
    edge: usize,
    rewritten: usize,
) -> Option<(f32, usize)> {
    if prefix.is_empty() {
        return None;
    }
    let slack = if rewritten == 0 { 0 } else { 4 * (3 * rewritten + 12) };
    let window = text.window(edge.saturating_sub(4 * prefix.len() + 16 + slack), edge + slack);
    let edge_at = window.character_at(edge);
    let slack = if rewritten == 0 { 0 } else { 3 * rewritten + 12 };
    let from = edge_at.saturating_sub(prefix.len() + 4 + slack);
    let to = (edge_at + slack).min(window.characters.len());
    let stretch = window.characters.get(from..to)?;
    let alignment = align(prefix, stretch, Ends::Free);
    let gap = (from + alignment.end).abs_diff(edge_at).saturating_sub(slack);
    Some((similarity(alignment.cost + gap, prefix.len()), window.place(from + alignment.end)))
}

/// How well the suffix agrees with what begins at `edge`, and where it begins there.
fn context_after(
    text: &Folded,
    suffix: &[char],
    edge: usize,
    rewritten: usize,
) -> Option<(f32, usize)> {
    if suffix.is_empty() {
        return None;
    }
    let slack = if rewritten == 0 { 0 } else { 3 * rewritten + 12 };
    let window = text.window(edge.saturating_sub(4 * slack), edge + 4 * (suffix.len() + 4 + slack));
    let edge_at = window.character_at(edge);
    let from = edge_at.saturating_sub(slack);
    let to = (edge_at + suffix.len() + 4 + slack).min(window.characters.len());
    let stretch = window.characters.get(from..to)?;
    let alignment = align(suffix, stretch, Ends::Free);
    let gap = (from + alignment.start).abs_diff(edge_at).saturating_sub(slack);
    Some((similarity(alignment.cost + gap, suffix.len()), window.place(from + alignment.start)))
}
