//! Quotations are found again in texts that were edited, and never attached to a wrong place.

// Without this clippy takes what the tests share for production code.
#![cfg(test)]

mod cases;
mod edits;
#[path = "../../benches/generator/random.rs"]
mod random;
mod texts;

use std::ops::Range;

use dossier::anchor::{Anchoring, Outcome, Span, Text, TextIndex, recorded};
use dossier::dossier::Selector;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use edits::{Edited, Taken, misread};
use texts::Passage;

/// A found place is right when it and the true one have this share of what both cover in common.
const RIGHT: f64 = 0.8;

fn is_right(found: Span, there: Span) -> bool {
    let common = found.end.min(there.end).saturating_sub(found.start.max(there.start));
    let all = found.end.max(there.end).saturating_sub(found.start.min(there.start));
    f64::from(common) >= RIGHT * f64::from(all)
}

/// Looks for a quotation in a text that nothing is known of.
fn look(text: &str, selector: &Selector) -> Anchoring {
    let text = Text::new(text.to_owned());
    TextIndex::of(&text).anchor(selector)
}

fn is_attached(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Exact | Outcome::Normalised | Outcome::Approximate)
}

fn is_open(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Doubtful | Outcome::Ambiguous)
}

/// An edit, and how quotations must come out of it.
#[derive(Clone, Copy)]
struct Edit {
    name: &'static str,
    make: fn(&Taken<'_>) -> Edited,
    /// How one may be found; not at all where it stands nowhere.
    found: &'static [Outcome],
    /// Of a hundred, how many must be.
    least: usize,
    /// The passages that it changes.
    suits: fn(&Passage) -> bool,
}

impl Edit {
    const fn new(
        name: &'static str,
        make: fn(&Taken<'_>) -> Edited,
        found: &'static [Outcome],
        least: usize,
    ) -> Self {
        Self { name, make, found, least, suits: everywhere }
    }

    const fn of(self, suits: fn(&Passage) -> bool) -> Self {
        Self { suits, ..self }
    }
}

fn everywhere(_: &Passage) -> bool {
    true
}

fn cased(passage: &Passage) -> bool {
    passage.cased
}

fn latin(passage: &Passage) -> bool {
    passage.latin
}

fn cased_not_latin(passage: &Passage) -> bool {
    passage.cased && !passage.latin
}

const EXACT: &[Outcome] = &[Outcome::Exact];
const SAME_WORDS: &[Outcome] = &[Outcome::Exact, Outcome::Normalised];
const CHANGED: &[Outcome] = &[Outcome::Approximate];
const ANY: &[Outcome] = &[Outcome::Exact, Outcome::Normalised, Outcome::Approximate];
const NOWHERE: &[Outcome] = &[];

const EDITS: &[Edit] = &[
    Edit::new("unchanged", edits::unchanged, EXACT, 100),
    Edit::new("moved down", edits::moved_down, EXACT, 100),
    Edit::new("re-wrapped", edits::rewrapped, SAME_WORDS, 100),
    Edit::new("no longer wrapped", edits::unwrapped, SAME_WORDS, 100),
    Edit::new("words divided at line ends", edits::hyphenated, SAME_WORDS, 100),
    Edit::new("words no longer divided", edits::put_together, SAME_WORDS, 100),
    Edit::new("typographic marks", edits::typeset, SAME_WORDS, 100),
    Edit::new("plain marks", edits::typed, SAME_WORDS, 100),
    Edit::new("NFC to NFD", edits::decomposed, SAME_WORDS, 100),
    Edit::new("NFD to NFC", edits::composed, SAME_WORDS, 100),
    Edit::new("1 % misread", |taken| misread(taken, 10), ANY, 100),
    Edit::new("3 % misread", |taken| misread(taken, 30), ANY, 100),
    Edit::new("5 % misread", |taken| misread(taken, 50), ANY, 95),
    Edit::new("a word exchanged", edits::one_word_exchanged, CHANGED, 95),
    // Where sentences were largely rewritten some may be left to a person.
    Edit::new("a quarter of the words exchanged", edits::quarter_exchanged, CHANGED, 90),
    Edit::new("words inserted inside", edits::words_inserted, CHANGED, 95),
    Edit::new("a fifth deleted inside", edits::fifth_deleted, CHANGED, 95),
    Edit::new("surroundings replaced", edits::surroundings_replaced, EXACT, 95),
    Edit::new("paragraph moved", edits::paragraph_moved, EXACT, 100),
    Edit::new("moved alone", edits::moved_alone, EXACT, 100),
    Edit::new("edited, and copied elsewhere before", edits::copied_and_edited, CHANGED, 90),
    Edit::new("copied elsewhere", edits::copied, EXACT, 100),
    Edit::new("removed", edits::removed, NOWHERE, 100),
    Edit::new("removed, near copy", edits::removed_with_near_copy, NOWHERE, 100),
    Edit::new("rewritten", edits::rewritten, NOWHERE, 100),
    Edit::new("foreign", edits::foreign, NOWHERE, 100),
    Edit::new("in capitals", edits::in_capitals, CHANGED, 95).of(cased),
    Edit::new("all in capitals", edits::all_in_capitals, CHANGED, 95).of(latin),
    // Capitals of other scripts share no bytes with their letters: nothing may be found.
    Edit::new("all in other capitals", edits::all_in_capitals, CHANGED, 0).of(cased_not_latin),
];

enum Judgement {
    Right,
    /// Not attached, though it stands somewhere.
    Missed(String),
    /// Attached to a wrong place, or called what it is not.
    Wrong(String),
}

fn judge(edit: &Edit, edited: &Edited) -> Judgement {
    let text = Text::new(edited.text.clone());
    let Anchoring { outcome, found, .. } = TextIndex::of(&text).anchor(&edited.selector);
    let exact = edited.selector.exact.as_str();
    let Some(span) = found.map(|place| place.span) else {
        return match edited.place {
            None => Judgement::Right,
            Some(_) => Judgement::Missed(format!("{exact:?} is {outcome:?}")),
        };
    };
    let there = text.slice(span);
    let wrong =
        |why: &str| Judgement::Wrong(format!("{exact:?} is {outcome:?} at {there:?}: {why}"));
    match edited.place {
        None => wrong("it stands nowhere"),
        Some(place) if !is_right(span, place) => {
            wrong(&format!("it stands at {:?}", text.slice(place)))
        }
        Some(_) if !edit.found.contains(&outcome) => wrong("this is not what it is"),
        Some(_) if outcome == Outcome::Exact && there != exact => wrong("it differs"),
        Some(_) => Judgement::Right,
    }
}

/// What does not come out of an edit as it must.
fn faults(passage: &Passage, edit: &Edit) -> Vec<String> {
    let text: Vec<char> = passage.text.chars().collect();
    let taken = Taken::all(passage, &text);
    assert!(taken.len() >= 10, "{} quotations of {} are too few", taken.len(), passage.name);
    let (mut missed, mut faults) = (Vec::new(), Vec::new());
    for taken in &taken {
        match judge(edit, &(edit.make)(taken)) {
            Judgement::Right => {}
            Judgement::Missed(what) => missed.push(what),
            Judgement::Wrong(what) => faults.push(what),
        }
    }
    // Of few quotations one may be missed where not all have to be found.
    let allowed = (taken.len() * (100 - edit.least)).div_ceil(100);
    if missed.len() > allowed {
        faults.extend(missed);
    }
    let name = |fault: String| format!("{}, {}: {fault}", passage.name, edit.name);
    faults.into_iter().map(name).collect()
}

fn every_edit_comes_out(passage: &Passage) {
    let edits = EDITS.iter().filter(|edit| (edit.suits)(passage));
    let faults: Vec<String> = edits.flat_map(|edit| faults(passage, edit)).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn english_quotations_are_found_again() {
    every_edit_comes_out(&texts::ENGLISH);
}

#[test]
fn chinese_quotations_are_found_again() {
    every_edit_comes_out(&texts::CHINESE);
}

#[test]
fn russian_quotations_are_found_again() {
    every_edit_comes_out(&texts::RUSSIAN);
}

#[test]
fn quotations_full_of_accents_are_found_again() {
    every_edit_comes_out(&texts::ACCENTED);
}

#[test]
fn kazakh_and_turkmen_quotations_are_found_again() {
    every_edit_comes_out(&texts::TURKIC);
}

/// A selector of words alone.
fn words(exact: &str) -> Selector {
    Selector { exact: exact.to_owned(), ..Selector::default() }
}

/// The words found in a text, and how.
fn found<'a>(text: &'a str, selector: &Selector) -> (Outcome, Option<&'a str>) {
    let Anchoring { outcome, found, .. } = look(text, selector);
    let counted = Text::new(text.to_owned());
    let span = found.map(|place| place.span);
    (outcome, span.and_then(|span| text.get(counted.byte(span.start)..counted.byte(span.end))))
}

/// The places of the candidates, in order.
fn places(anchoring: &Anchoring) -> Vec<Span> {
    let mut places: Vec<Span> = anchoring.candidates.iter().map(|known| known.span).collect();
    places.sort_unstable();
    places
}

#[test]
fn nothing_to_look_for_is_lost() {
    for exact in ["", " ", "\n\t \u{a0}", "\u{ad}\u{200b}", " - "] {
        let selector = Selector { prefix: "the gates ".into(), start: Some(3), ..words(exact) };
        for text in ["", "Nobody shut the gates - not then.", " \n "] {
            assert_eq!(found(text, &selector), (Outcome::Lost, None), "{exact:?} in {text:?}");
        }
    }
}

#[test]
fn nothing_to_look_in_has_nothing() {
    for exact in ["a", "The gates were shut at dusk.", "会议共有九项议程"] {
        let selector = Selector { start: Some(0), suffix: " Nobody came.".into(), ..words(exact) };
        assert_eq!(found("", &selector), (Outcome::Lost, None));
        assert_eq!(found("\n \u{200b}", &selector), (Outcome::Lost, None));
    }
}

#[test]
fn a_quotation_much_longer_than_the_text_is_not_attached() {
    let text = "The gates were shut.";
    let outcome = found(text, &words(texts::ENGLISH.other));
    assert_eq!(outcome, (Outcome::Lost, None));
    let (outcome, found) = found(text, &words(&text.repeat(10)));
    assert!(!is_attached(outcome) && found.is_none(), "{outcome:?}");
}

const TWICE: &str =
    "The gates were shut at dusk. Nobody came. The gates were shut at dusk. He left.";

#[test]
fn two_copies_without_surroundings_are_ambiguous() {
    let anchoring = look(TWICE, &words("The gates were shut at dusk."));
    assert_eq!(anchoring.outcome, Outcome::Ambiguous);
    assert_eq!(anchoring.found, None);
    assert_eq!(places(&anchoring), [Span { start: 0, end: 28 }, Span { start: 42, end: 70 }]);
}

#[test]
fn the_place_where_it_stood_decides_between_copies() {
    for start in [0, 42] {
        let selector = Selector { start: Some(start), ..words("The gates were shut at dusk.") };
        let found = look(TWICE, &selector);
        assert_eq!(found.outcome, Outcome::Exact);
        assert_eq!(found.found.map(|place| place.span), Some(Span { start, end: start + 28 }));
    }
    let between = Selector { start: Some(20), ..words("The gates were shut at dusk.") };
    assert_eq!(look(TWICE, &between).outcome, Outcome::Ambiguous);
}

#[test]
fn the_surroundings_decide_between_copies() {
    let exact = words("The gates were shut at dusk.");
    let first = Selector { suffix: " Nobody came. The".into(), ..exact.clone() };
    let second =
        Selector { prefix: "dusk. Nobody came. ".into(), suffix: " He left.".into(), ..exact };
    for (selector, start) in [(first, 0), (second, 42)] {
        let found = look(TWICE, &selector).found.map(|place| place.span.start);
        assert_eq!(found, Some(start), "{selector:?}");
    }
}

#[test]
fn short_words_in_several_places_are_ambiguous() {
    let anchoring = look("yes, said the clerk; yes, said the mayor; yes", &words("yes"));
    assert_eq!(anchoring.outcome, Outcome::Ambiguous);
    let starts: Vec<u32> = places(&anchoring).iter().map(|span| span.start).collect();
    assert_eq!(starts, [0, 21, 42]);
}

#[test]
fn only_the_form_of_the_same_words_is_normalised() {
    let same = [
        ("a well-known pilot", "a well-\nknown pilot"),
        ("a well\u{2010}known pilot", "a well-known pilot"),
        ("an unknown pilot", "an un-\nknown pilot"),
        ("an un\u{ad}known pilot", "an unknown pilot"),
        ("the pilot was thanked", "the pilot\r\n    was\u{a0}thanked"),
        ("\"Who can't?\" he asked", "“Who can’t?” he asked"),
        ("the office of finance", "the oﬃce of ﬁnance"),
        ("les délégués", "les de\u{301}le\u{301}gue\u{301}s"),
        ("and then... nothing - at all", "and then… nothing — at all"),
        ("会议共有九项议程", "会议共\n有九项\n议程"),
        ("会议共\n有九项议程", "会议共有九项议程"),
    ];
    for (exact, there) in same {
        let text = format!("Some say: {there}. Others do not.");
        assert_eq!(found(&text, &words(exact)), (Outcome::Normalised, Some(there)), "{exact:?}");
    }
}

#[test]
fn other_words_are_not_called_normalised() {
    let other = [
        ("he will re-sign the paper", "he will resign the paper"),
        ("he will resign the paper", "he will re-sign the paper"),
        ("The Harbour Board met in June", "the harbour board met in June"),
        ("a zombie in possession of brains", "a z o m b i e  i n possession of brains"),
        ("they walked to get her home", "they walked together home"),
        ("les délégués sont venus", "les delegues sont venus"),
        ("every day in the harbour", "everyday in the harbour"),
    ];
    for (exact, there) in other {
        let text = format!("Some say: {there}. Others do not.");
        assert_eq!(found(&text, &words(exact)), (Outcome::Approximate, Some(there)), "{exact:?}");
    }
}

#[test]
fn white_space_and_dashes_at_the_edges_are_part_of_the_words() {
    let text = "He left - nobody knew why -\nat dusk.";
    for exact in [" - nobody knew why -\n", "- nobody knew why -", " nobody knew why", "why -\nat"]
    {
        assert_eq!(found(text, &words(exact)), (Outcome::Exact, Some(exact)));
    }
}

#[test]
fn words_are_compared_where_they_are_recorded() {
    let text = Text::new("Сначала обсуждали причал.".to_owned());
    let at = |start| recorded(&text, &Selector { start, ..words("обсуждали") });
    let found = at(Some(8)).and_then(|anchoring| anchoring.found);
    assert_eq!(found.map(|place| place.span), Some(Span { start: 8, end: 17 }));
    for elsewhere in [None, Some(0), Some(7), Some(9), Some(24), Some(25), Some(u32::MAX)] {
        assert_eq!(at(elsewhere), None, "{elsewhere:?}");
    }
    assert_eq!(recorded(&text, &Selector { start: Some(0), ..words("") }), None);
}

/// What texts are made of besides letters: marks, ends of lines, what is not seen, what has other
/// forms.
const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "-\n",
    "—",
    "…",
    "ﬁ",
    "“",
    "’",
    "¼",
    "ｆｕｌｌ",
    "ß",
    "İ",
    "😀",
    "👩\u{200d}🚀",
    "e\u{301}",
    "a\u{323}\u{302}",
    "\u{301}",
    "\u{ad}",
    "\u{0}",
    "\u{7f}",
    "\u{85}",
    "\u{a0}",
    "\u{2028}",
    "\u{feff}",
];

fn any_text(pieces: Range<usize>) -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[a-zA-Z,.'\" -]{1,10}",
        2 => "[一-龥]{1,6}",
        1 => "[а-яё ]{1,8}",
        2 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, pieces).prop_map(|pieces| pieces.concat())
}

fn any_selector() -> impl Strategy<Value = Selector> {
    let start = prop::option::of(prop_oneof![any::<u32>(), 0_u32..400]);
    let parts = (any_text(0..8), any_text(0..4), any_text(0..4), start);
    parts.prop_map(|(exact, prefix, suffix, start)| Selector { exact, prefix, suffix, start })
}

/// A quotation as it is taken from a text: what of the stretch lies within it, 32 characters on
/// either side.
fn cut(text: &[char], start: usize, length: usize) -> Selector {
    let start = start.min(text.len());
    let end = (start + length).min(text.len());
    let between = |from: usize, to: usize| text[from..to.min(text.len())].iter().collect();
    Selector {
        exact: between(start, end),
        prefix: between(start.saturating_sub(32), start),
        suffix: between(end, end + 32),
        start: Some(start as u32),
    }
}

/// What tells words apart however their marks and spaces are written.
fn letters(text: &str) -> String {
    text.nfkd().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether words have letters, and stand once in a text by these.
fn stand_once(text: &str, exact: &str) -> bool {
    let (text, exact) = (letters(text), letters(exact));
    let there = text.char_indices().filter(|(byte, _)| text[*byte..].starts_with(&exact));
    !exact.is_empty() && there.count() == 1
}

fn settings() -> ProptestConfig {
    ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() }
}

/// Looks for a quotation, and holds what came of it against itself.
fn look_closely(text: &str, selector: &Selector) -> Result<Anchoring, TestCaseError> {
    let text = Text::new(text.to_owned());
    let index = TextIndex::of(&text);
    let anchoring = index.anchor(selector);
    let outcome = anchoring.outcome;
    prop_assert_eq!(anchoring.found.is_some(), is_attached(outcome), "{:?}", outcome);
    prop_assert_eq!(!anchoring.candidates.is_empty(), is_open(outcome), "{:?}", outcome);
    prop_assert_ne!(outcome, Outcome::Unchecked);
    for place in anchoring.found.iter().chain(&anchoring.candidates) {
        let Span { start, end } = place.span;
        prop_assert!(start <= end && end <= text.characters(), "{place:?}");
        prop_assert!((0.0..=1.0).contains(&place.score), "{place:?}");
    }
    if outcome == Outcome::Exact {
        let there = anchoring.found.map(|place| text.slice(place.span));
        prop_assert_eq!(there, Some(selector.exact.as_str()));
    }
    // The index keeps what it learned; neither that nor a new one makes a difference.
    let again = [index.anchor(selector), TextIndex::of(&text).anchor(selector)];
    prop_assert!(again.iter().all(|other| *other == anchoring), "{anchoring:?} {again:?}");
    if let Some(there) = recorded(&text, selector) {
        let there = there.found.map(|place| text.slice(place.span));
        prop_assert_eq!(there, Some(selector.exact.as_str()));
    }
    Ok(anchoring)
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn whatever_is_looked_for_comes_out_sound(
        text in any_text(0..40), selector in any_selector()
    ) {
        look_closely(&text, &selector)?;
    }

    #[test]
    fn whatever_is_taken_from_a_text_comes_out_sound(
        text in any_text(0..40),
        other in any_text(0..40),
        (start, length) in (0_usize..300, 0_usize..200),
    ) {
        let characters: Vec<char> = text.chars().collect();
        let selector = cut(&characters, start, length);
        look_closely(&text, &selector)?;
        look_closely(&other, &selector)?;
        // Something of it stands there, something does not.
        look_closely(&format!("{other}{text}{other}"), &selector)?;
    }

    #[test]
    fn what_is_taken_from_a_text_stands_in_it(
        text in any_text(20..60), start in any::<usize>(), length in 1_usize..120
    ) {
        let characters: Vec<char> = text.chars().collect();
        let selector = cut(&characters, start % characters.len(), length);
        // Without a letter there may be nothing to tell it by.
        prop_assume!(stand_once(&text, &selector.exact) && !letters(&selector.prefix).is_empty());
        let anchoring = look_closely(&text, &selector)?;
        prop_assert_eq!(anchoring.outcome, Outcome::Exact, "{:?}", selector);
        prop_assert_eq!(anchoring.found.map(|place| place.span.start), selector.start);
    }

    #[test]
    fn an_edit_elsewhere_changes_nothing(
        text in any_text(40..70),
        (start, length) in (any::<usize>(), 40_usize..80),
        (before, at, removed) in (any::<bool>(), any::<usize>(), 0_usize..30),
        put_in in any_text(0..4),
    ) {
        let characters: Vec<char> = text.chars().collect();
        prop_assume!(characters.len() >= length);
        let start = start % (characters.len() - length + 1);
        let selector = cut(&characters, start, length);
        prop_assume!(letters(&selector.exact).chars().count() >= 24);

        // The edit keeps away from the quotation and its surroundings.
        let (first, last) = if before {
            (0, start.saturating_sub(32))
        } else {
            ((start + length + 32).min(characters.len()), characters.len())
        };
        let at = first + at % (last - first + 1);
        let next = (at + removed).min(last);
        let head: String = characters[..at].iter().collect();
        let tail: String = characters[next..].iter().collect();
        let edited = format!("{head}{put_in}{tail}");
        prop_assume!(stand_once(&edited, &selector.exact));

        let anchoring = look_closely(&edited, &selector)?;
        let moved = if before { at + put_in.chars().count() + start - next } else { start };
        prop_assert_eq!(anchoring.outcome, Outcome::Exact, "{:?} in {:?}", selector, edited);
        prop_assert_eq!(anchoring.found.map(|place| place.span.start as usize), Some(moved));
    }
}
