//! Whatever the text: it is read without a panic, and what is read stands where it is said to.

use dossier::text::{Folded, Folding, Language, PartialDate, Reading, fold, is_named, sentences};
use proptest::prelude::*;
use proptest::sample::select;

/// Pieces that mean something to the reader, in no order, among any characters.
const PIECES: &[&str] = &[
    "between",
    "60",
    "and",
    "65",
    "percent",
    "$",
    "1.5",
    "billion",
    "almost",
    "no fewer than",
    "a",
    "third",
    "of the",
    "half",
    "million",
    "June",
    "12",
    "12–14",
    "2031",
    "yesterday",
    "last",
    "year",
    "Thursday",
    "the day before",
    "did not",
    "plans to",
    "rose from",
    "to",
    "by",
    "Co. Ltd.",
    "p.m.",
    "“",
    "”",
    "?",
    "!",
    "...",
    "\n",
    "\n\n",
    " ",
    "-",
    "−3.5",
    "½",
    "×10^7",
    "3万5千",
    "亿",
    "百分之",
    "三分之一",
    "六月",
    "12日",
    "не",
    "почти",
    "миллионов",
    "двадцать",
    "июня",
    "z. B.",
    "zwei",
    "Millionen",
    "einundzwanzig",
    "12.",
    "Juni",
    "quatre-vingt",
    "l'an dernier",
    "0",
    "9",
    "999999999999999999999999999",
    "1,234,567.89",
    "1.234",
    "\u{ad}",
    "\u{feff}",
    "e\u{301}",
    "😀",
    "Q2",
    "FY2031",
    "the 1990s",
    "in",
    "2031-W24",
    "2031-06-12",
    ",",
    ";",
    ":",
    "(",
    ")",
    "€",
    "%",
];

fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => select(PIECES).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ];
    let glue = select(vec!["", " ", " ", " "]);
    prop::collection::vec((piece, glue), 0..40)
        .prop_map(|parts| parts.into_iter().map(|(piece, glue)| piece + glue).collect())
}

fn any_language() -> impl Strategy<Value = Language> {
    let known = Language::KNOWN.into_iter().chain([Language::Other]);
    select(known.collect::<Vec<_>>())
}

fn reference() -> PartialDate {
    "2031-06-12".parse().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn spans_lie_on_characters_and_slice_back(text in any_text(), language in any_language()) {
        let reading = Reading::of(&text, language);
        let mut end = 0;
        for quantity in reading.quantities() {
            prop_assert!(text.get(quantity.span.clone()).is_some_and(|words| !words.is_empty()));
            prop_assert!(text.get(quantity.digits.clone()).is_some());
            prop_assert!(quantity.span.start <= quantity.digits.start);
            prop_assert!(quantity.digits.end <= quantity.span.end);
            prop_assert!(quantity.span.start >= end, "{:?} of {text:?}", quantity.span);
            end = quantity.digits.end;
            if let Some(counted) = quantity.counted {
                prop_assert!(text.get(counted).is_some());
            }
            reading.stance(&quantity.span);
        }
        let mut end = 0;
        for date in reading.dates(Some(&reference())) {
            prop_assert!(text.get(date.span.clone()).is_some_and(|words| !words.is_empty()));
            prop_assert!(date.span.start >= end);
            end = date.span.end;
        }
    }

    #[test]
    fn sentences_are_all_of_the_text(text in any_text(), language in any_language()) {
        let joined: String = sentences(&text, language).into_iter().map(|s| &text[s]).collect();
        prop_assert_eq!(joined, text);
    }

    /// Paragraphs are read apart: nothing reaches over a blank line.
    #[test]
    fn in_pieces_of_paragraphs_the_same_is_read(
        paragraphs in prop::collection::vec(any_text(), 1..4),
        language in any_language(),
    ) {
        let paragraphs: Vec<String> =
            paragraphs.into_iter().map(|text| text.replace('\n', " ")).collect();
        let whole = paragraphs.join("\n\n");
        let all = Reading::of(&whole, language);
        let mut start = 0;
        let (mut numbers, mut dates, mut cuts) = (Vec::new(), Vec::new(), Vec::new());
        for paragraph in &paragraphs {
            let piece = Reading::of(paragraph, language);
            for quantity in piece.quantities() {
                numbers.push((quantity.span.start + start, quantity.amount, quantity.unit));
            }
            for date in piece.dates(Some(&reference())) {
                // "the day before" counts from the date before it, which may be a paragraph away.
                dates.push((date.span.start + start, date.span.end + start));
            }
            let blank = paragraph.trim().is_empty();
            cuts.extend(sentences(paragraph, language).into_iter().filter(|_| !blank).map(|s| s.start + start));
            start += paragraph.len() + 2;
        }
        let found: Vec<_> =
            all.quantities().into_iter().map(|q| (q.span.start, q.amount, q.unit)).collect();
        prop_assert_eq!(found, numbers);
        let found: Vec<_> = all
            .dates(Some(&reference()))
            .into_iter()
            .map(|date| (date.span.start, date.span.end))
            .collect();
        prop_assert_eq!(found, dates);
        if paragraphs.iter().all(|paragraph| !paragraph.trim().is_empty()) {
            let words = |from: usize| whole[from..].trim_start().len();
            let found: Vec<_> =
                sentences(&whole, language).into_iter().map(|s| words(s.start)).collect();
            let expected: Vec<_> = cuts.into_iter().map(words).collect();
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn any_text_is_folded_and_led_back(text in "\\PC{0,200}") {
        for folding in [Folding::Marks, Folding::Letters] {
            let folded = Folded::of(&text, folding);
            let all = text.chars().count();
            let characters = folded.characters(0, folded.len());
            prop_assert!(characters.end as usize <= all);
            for (at, _) in folded.as_str().char_indices() {
                let one = folded.characters(at, at + 1);
                prop_assert!((one.start as usize) < all && one.end == one.start + 1);
            }
        }
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn any_name_is_looked_for(name in "\\PC{0,40}", text in any_text(), language in any_language()) {
        is_named(&[&name], true, &text, language);
        Language::guess(&text);
    }
}
