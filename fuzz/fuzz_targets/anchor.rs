//! Whatever the text and the quotation: what comes of looking for it lies in the text and agrees with
//! itself.
//!
//! Three bytes, then parts that `|` separates. Where the first byte is even, the parts are exact words,
//! prefix, suffix and text, and the second byte says where the words are recorded, unless it is `~`. Where
//! it is odd, the parts are a text and another, and a quotation is taken from the first: from the character
//! that the second byte names, as long as the third says.

#![no_main]

use dossier::anchor::{
    Anchoring, Outcome, Span, Text, TextIndex, changes, occurrences, paragraphs, recorded,
};
use dossier::dossier::Selector;
use libfuzzer_sys::fuzz_target;

/// Characters of context that are taken along.
const CONTEXT: usize = 32;

fuzz_target!(|data: &[u8]| {
    let [mode, start, length, rest @ ..] = data else { return };
    let rest = String::from_utf8_lossy(rest);
    if mode % 2 == 0 {
        let mut parts = rest.splitn(4, '|');
        let mut next = || parts.next().unwrap_or_default();
        let (exact, prefix, suffix, text) = (next(), next(), next(), next());
        let start = (*start != b'~').then_some(u32::from(*start));
        let selector = Selector {
            exact: exact.to_owned(),
            prefix: prefix.to_owned(),
            suffix: suffix.to_owned(),
            start,
        };
        look_closely(text, &selector);
    } else {
        let (text, other) = rest.split_once('|').unwrap_or((&rest, ""));
        let selector = taken(text, usize::from(*start), usize::from(*length));
        look_closely(text, &selector);
        look_closely(other, &selector);
        look_closely(&format!("{other}{text}{other}"), &selector);
        if !selector.exact.is_empty() {
            let there = recorded(&Text::new(text.to_owned()), &selector);
            assert_eq!(there.map(|there| there.outcome), Some(Outcome::Exact), "{selector:?}");
        }
        occurrences_stand(text, &selector.exact);
        changes(&selector.exact, other);
    }
});

/// A quotation as it is taken from a text: what of the stretch lies within it.
fn taken(text: &str, start: usize, length: usize) -> Selector {
    let text: Vec<char> = text.chars().collect();
    let start = start.min(text.len());
    let end = (start + length).min(text.len());
    let between = |from: usize, to: usize| text[from..to.min(text.len())].iter().collect();
    Selector {
        exact: between(start, end),
        prefix: between(start.saturating_sub(CONTEXT), start),
        suffix: between(end, end + CONTEXT),
        start: Some(start as u32),
    }
}

fn look_closely(text: &str, selector: &Selector) {
    let text = Text::new(text.to_owned());
    let index = TextIndex::of(&text);
    let anchoring = index.anchor(selector);
    let Anchoring { outcome, found, candidates } = &anchoring;
    let is_open = matches!(outcome, Outcome::Doubtful | Outcome::Ambiguous);
    assert_eq!(found.is_some(), outcome.is_found(), "{outcome:?}");
    assert_eq!(!candidates.is_empty(), is_open, "{outcome:?}");
    assert_ne!(*outcome, Outcome::Unchecked);
    for place in found.iter().chain(candidates) {
        assert!((0.0..=1.0).contains(&place.score), "{place:?}");
        lies_in(&text, place.span);
        // What is settled on is taken from the place.
        if let Some(settled) = text.selector(place.span) {
            assert!(recorded(&text, &settled).is_some(), "{settled:?}");
        }
    }
    let words = found.map(|place| text.slice(place.span));
    if *outcome == Outcome::Exact {
        assert_eq!(words, Some(selector.exact.as_str()));
    }
    // The index keeps what it learned; neither that nor a new one makes a difference.
    assert_eq!(index.anchor(selector), anchoring);
    assert_eq!(TextIndex::of(&text).anchor(selector), anchoring);
    if let Some(there) = recorded(&text, selector) {
        let there = there.found.map(|place| text.slice(place.span));
        assert_eq!(there, Some(selector.exact.as_str()));
    }
    for paragraph in paragraphs(&text, selector.start.unwrap_or_default()).as_slice() {
        lies_in(&text, paragraph.span);
    }
}

fn occurrences_stand(text: &str, words: &str) {
    let text = Text::new(text.to_owned());
    for span in occurrences(&text, words) {
        lies_in(&text, span);
    }
}

fn lies_in(text: &Text, span: Span) {
    let Span { start, end } = span;
    assert!(start <= end && end <= text.characters(), "{span:?} of {}", text.characters());
    for place in [start, end] {
        assert_eq!(text.character(text.byte(place)), place);
    }
}
