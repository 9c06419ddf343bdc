//! The places of a text where a quotation may stand.

use memchr::memmem;

use super::TextIndex;
use super::align::scan;
use super::reading::{Reading, Wanted};
use crate::text::{Folded, lower};

/// Most places with the words unchanged whose surroundings are compared.
const MOST_OCCURRENCES: usize = 32;
/// Most stretches that share pieces with the quotation which are looked at closely.
const MOST_CLUSTERS: usize = 8;
/// Most places of an unchanged prefix or suffix that are looked at.
const MOST_CONTEXTS: usize = 4;
/// The longest quotation, folded, that is looked for without a piece to start from.
const LONGEST_SCANNED: usize = 64;
/// The shortest context that is looked for by itself.
const SHORTEST_CONTEXT: usize = 8;

/// Where the words stand unchanged.
pub(super) fn occurrences(text: &Folded, wanted: &Wanted) -> Vec<Reading> {
    let bytes = text.as_str().as_bytes();
    let mut places: Vec<usize> = memmem::find_iter(bytes, wanted.exact.as_str()).collect();
    // `find_iter` passes over what overlaps; a quotation may repeat itself.
    if wanted.exact.len() < 8 {
        places.clear();
        let mut from = 0;
        while let Some(found) =
            bytes.get(from..).and_then(|rest| memmem::find(rest, wanted.exact.as_str().as_bytes()))
        {
            places.push(from + found);
            from += found + 1;
        }
    }
    if places.len() > MOST_OCCURRENCES {
        places.sort_by_cached_key(|place| {
            let before = bytes.get(..*place).unwrap_or_default();
            let after = bytes.get(place + wanted.exact.len()..).unwrap_or_default();
            std::cmp::Reverse(
                agreeing(before.iter().rev(), wanted.prefix.as_str().bytes().rev())
                    + agreeing(after.iter(), wanted.suffix.as_str().bytes()),
            )
        });
        places.truncate(MOST_OCCURRENCES);
        places.sort_unstable();
    }
    places.into_iter().map(|start| Reading::of_occurrence(text, wanted, start)).collect()
}

fn agreeing<'a>(there: impl Iterator<Item = &'a u8>, wanted: impl Iterator<Item = u8>) -> usize {
    there.zip(wanted).take_while(|(there, wanted)| **there == *wanted).count()
}

/// What was found where pieces of the quotation or its surroundings stand.
#[derive(Debug, Default)]
pub(super) struct Nearby {
    /// Where the words may stand.
    pub(super) readings: Vec<Reading>,
    /// Whether prefix or suffix stand somewhere: the place that the quotation was taken from.
    pub(super) contexts: Vec<usize>,
}

/// Looks closely at the stretches that share pieces with the quotation or its surroundings.
pub(super) fn nearby(text: &TextIndex<'_>, wanted: &Wanted) -> Nearby {
    let folded = &text.folded;
    let whole = [&wanted.prefix, &wanted.exact, &wanted.suffix].map(Folded::as_str).concat();
    let slack = 48 + wanted.exact.len() / 2;
    let clusters = text.seeds().clusters(folded, &whole, slack, MOST_CLUSTERS);
    let mut begins: Vec<(isize, isize)> = clusters.iter().map(|cluster| cluster.begin).collect();
    let to_suffix = wanted.prefix.len() + wanted.exact.len();
    for (context, before) in [(&wanted.prefix, 0), (&wanted.suffix, to_suffix)] {
        if context.len() < SHORTEST_CONTEXT {
            continue;
        }
        let places = memmem::find_iter(folded.as_str().as_bytes(), context.as_str());
        for place in places.take(MOST_CONTEXTS) {
            let begin = place as isize - before as isize;
            let known = begins.iter().any(|(first, last)| (*first..=*last).contains(&begin));
            if !known {
                begins.push((begin, begin));
            }
        }
    }
    begins.sort_unstable();
    begins.dedup_by(|next, known| {
        let near = next.0 - known.1 <= slack as isize;
        known.1 = if near { known.1.max(next.1) } else { known.1 };
        near
    });
    let mut nearby = Nearby::default();
    for (first, last) in begins {
        let pad = 32 + wanted.exact.len() as isize * 3 / 4;
        let from = usize::try_from(first - pad).unwrap_or_default();
        let to = usize::try_from(last + whole.len() as isize + pad).unwrap_or_default();
        nearby.look_at(folded, wanted, from, to);
    }
    nearby
}

impl Nearby {
    fn look_at(&mut self, text: &Folded, wanted: &Wanted, from: usize, to: usize) {
        let window = text.window(from, to);
        self.contexts.extend(wanted.contexts_in(&window));
        self.readings.extend(Reading::framed(wanted, &window));
        self.readings.extend(Reading::nearest(text, wanted, &window));
    }
}

/// The places at which a short quotation costs least, however it was changed; `None` where it is too
/// long to be looked for so, or costs more than half of it.
pub(super) fn scanned(text: &Folded, wanted: &Wanted) -> Nearby {
    let mut nearby = Nearby::default();
    let length = wanted.exact_characters.len();
    if length > LONGEST_SCANNED {
        return nearby;
    }
    let most = length / 2;
    let mut best: Vec<(usize, usize)> = Vec::new();
    let characters = text.as_str().char_indices().map(|(_, c)| lower(c));
    scan(&wanted.exact_characters, characters, |end, cost| {
        if cost > most {
            return;
        }
        match best.last_mut() {
            Some((known, least)) if end - *known <= length => {
                if cost <= *least {
                    (*known, *least) = (end, cost);
                }
            }
            _ => best.push((end, cost)),
        }
    });
    best.sort_by_key(|(_, cost)| *cost);
    best.truncate(MOST_CONTEXTS);
    let byte = |character: usize| {
        if text.as_str().is_ascii() {
            return character;
        }
        text.as_str().char_indices().nth(character).map_or(text.len(), |(byte, _)| byte)
    };
    for (end, _) in best {
        let pad = 8 + length / 4;
        nearby.look_at(text, wanted, byte(end.saturating_sub(length + pad)), byte(end + pad));
    }
    nearby
}
