//! Whatever the text: it is read without a panic, and what is read stands where it is said to.
//!
//! The first byte chooses the language, from `0` for English to `5` for any other; the rest is the text.

#![no_main]

use dossier::text::{
    Folded, Folding, Language, PartialDate, Reading, fold, is_named, measure_named, sentences,
};
use libfuzzer_sys::fuzz_target;

const LANGUAGES: [Language; 6] = [
    Language::English,
    Language::Chinese,
    Language::Russian,
    Language::French,
    Language::German,
    Language::Other,
];

/// The longest name that is looked for, in characters.
const LONGEST_NAME: usize = 40;

fuzz_target!(|data: &[u8]| {
    let Some((choice, bytes)) = data.split_first() else { return };
    let language = LANGUAGES[usize::from(*choice) % LANGUAGES.len()];
    let text = String::from_utf8_lossy(bytes);
    read(&text, language);
    cut(&text, language);
    led_back(&text);
    named(&text, language);
    if let Ok(date) = text.trim().parse::<PartialDate>() {
        assert_eq!(date.to_iso().parse::<PartialDate>(), Ok(date));
    }
});

fn read(text: &str, language: Language) {
    let reading = Reading::of(text, language);
    let mut end = 0;
    for quantity in reading.quantities() {
        assert!(text.get(quantity.span.clone()).is_some_and(|words| !words.is_empty()));
        assert!(text.get(quantity.digits.clone()).is_some());
        assert!(quantity.span.start <= quantity.digits.start);
        assert!(quantity.digits.end <= quantity.span.end);
        assert!(quantity.span.start >= end, "{:?}", quantity.span);
        end = quantity.digits.end;
        if let Some(counted) = quantity.counted {
            assert!(text.get(counted).is_some());
        }
        reading.stance(&quantity.span);
    }
    let reference: Option<PartialDate> = "2031-06-12".parse().ok();
    for reference in [None, reference.as_ref()] {
        let mut end = 0;
        for date in reading.dates(reference) {
            assert!(text.get(date.span.clone()).is_some_and(|words| !words.is_empty()));
            assert!(date.span.start >= end, "{:?}", date.span);
            end = date.span.end;
            if let Some(when) = &date.when {
                when.bounds();
            }
            reading.stance(&date.span);
        }
        let day = reference.and_then(PartialDate::bounds).map(|(start, _)| start.date());
        if let Some(day) = day {
            reading.time_on(day);
        }
    }
    reading.units();
}

fn cut(text: &str, language: Language) {
    let mut end = 0;
    for sentence in sentences(text, language) {
        assert_eq!(sentence.start, end, "sentences are all of the text");
        assert!(text.get(sentence.clone()).is_some_and(|words| !words.is_empty()));
        end = sentence.end;
    }
    assert_eq!(end, text.len(), "sentences are all of the text");
}

fn led_back(text: &str) {
    let all = text.chars().count();
    for folding in [Folding::Marks, Folding::Letters] {
        let folded = Folded::of(text, folding);
        assert!(folded.characters(0, folded.len()).end as usize <= all);
        for (at, _) in folded.as_str().char_indices() {
            let one = folded.characters(at, at + 1);
            assert!((one.start as usize) < all && one.end == one.start + 1);
        }
    }
    let once = fold(text);
    assert_eq!(fold(&once), once);
}

fn named(text: &str, language: Language) {
    let line = text.lines().next().unwrap_or_default();
    let name: String = line.chars().take(LONGEST_NAME).collect();
    for person in [true, false] {
        is_named(&[&name], person, text, language);
    }
    measure_named(&name);
    Language::guess(text);
}
