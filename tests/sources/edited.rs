//! The articles as editors leave them, and every quotation looked for in what comes of it. Words and
//! sentences are chosen by their places, so that nothing of the articles stands here.

use std::collections::BTreeMap;
use std::ops::Range;
use std::slice::from_ref;

use dossier::anchor::{Anchoring, Candidate, Outcome, Span, Text, TextIndex};
use dossier::dossier::{Quotation, Selector};

use super::{Article, articles, as_place};

/// Words with fewer characters, white space aside, may stand in a text by chance: where nothing of
/// their surroundings is left they may stay open.
const TELLING: usize = 24;
/// Where lines are wrapped.
const COLUMNS: usize = 60;
/// The shortest word that is divided at a line's end.
const DIVIDED: usize = 9;
/// The shortest word that is exchanged.
const EXCHANGED: usize = 4;
/// So far from the ends of a quotation a word is exchanged, and it is no more than a quarter of it.
const FROM_THE_ENDS: usize = 8;
/// Words that stand in neither article.
const OTHER_WORDS: [&str; 2] = ["marmalade", "thimbles"];
const OTHER_NUMBER: &str = "nineteen";
const PARAGRAPH_ABOVE: &str = "This page was mended a day later.\n\n";

/// A character, and the place it had in the article; what was put in had none.
#[derive(Clone, Copy)]
struct Letter {
    character: char,
    from: Option<usize>,
}

/// What is put into a text.
fn put_in(text: &str) -> Vec<Letter> {
    text.chars().map(|character| Letter { character, from: None }).collect()
}

/// A text that knows what each of its characters was before it was edited.
#[derive(Clone)]
struct Edited {
    letters: Vec<Letter>,
}

impl Edited {
    /// An article that nobody has touched yet.
    fn of(article: &str) -> Self {
        let letters = article.chars().enumerate();
        let letter = |(place, character)| Letter { character, from: Some(place) };
        Self { letters: letters.map(letter).collect() }
    }

    fn text(&self) -> String {
        self.between(&(0..self.letters.len()))
    }

    fn between(&self, places: &Range<usize>) -> String {
        let places = places.start..places.end.min(self.letters.len());
        let letters = self.letters.get(places).unwrap_or_default();
        letters.iter().map(|letter| letter.character).collect()
    }

    /// Where a stretch of the article stands now, from the first to the last of what is left of it.
    fn place_of(&self, stretch: &Range<usize>) -> Option<Range<usize>> {
        let is_left = |letter: &Letter| letter.from.is_some_and(|from| stretch.contains(&from));
        let start = self.letters.iter().position(is_left)?;
        let end = self.letters.iter().rposition(is_left)? + 1;
        Some(start..end)
    }

    /// Stretches, as long as they get, of characters of a kind.
    fn runs(&self, belongs: impl Fn(char) -> bool) -> Vec<Range<usize>> {
        let mut runs = Vec::new();
        let mut start = 0;
        let alike = |a: &Letter, b: &Letter| belongs(a.character) == belongs(b.character);
        for run in self.letters.chunk_by(alike) {
            let end = start + run.len();
            if run.first().is_some_and(|letter| belongs(letter.character)) {
                runs.push(start..end);
            }
            start = end;
        }
        runs
    }

    /// The sentences, each with the white space after it.
    fn sentences(&self) -> Vec<Range<usize>> {
        let mut sentences = Vec::new();
        let (mut start, mut after_stop, mut ended) = (0, false, false);
        for (place, letter) in self.letters.iter().enumerate() {
            if letter.character.is_whitespace() {
                ended |= after_stop || letter.character == '\n';
                continue;
            }
            if ended {
                sentences.push(start..place);
                start = place;
            }
            (after_stop, ended) = (letter.character == '.', false);
        }
        sentences.push(start..self.letters.len());
        sentences
    }

    /// Words within a quotation that may be exchanged without touching the ends of any.
    fn words_inside(
        &self,
        quotation: &Range<usize>,
        quotations: &[Range<usize>],
    ) -> Vec<Range<usize>> {
        let mut words = self.runs(char::is_alphabetic);
        words.retain(|word| {
            let well_inside = |quotation: &Range<usize>| {
                quotation.start + FROM_THE_ENDS <= word.start
                    && word.end + FROM_THE_ENDS <= quotation.end
                    && word.len() * 4 <= quotation.len()
            };
            let spared =
                |quotation: &Range<usize>| is_apart(word, quotation) || well_inside(quotation);
            word.len() >= EXCHANGED && well_inside(quotation) && quotations.iter().all(spared)
        });
        words
    }

    /// With something else in the place of a stretch.
    fn with(&self, stretch: &Range<usize>, letters: &[Letter]) -> Self {
        let (head, rest) = self.letters.split_at(stretch.start);
        let tail = &rest[stretch.len()..];
        Self { letters: [head, letters, tail].concat() }
    }

    /// With another word in the place of one: all of it stands where the old one began.
    fn with_word(&self, word: &Range<usize>, other: &str) -> Self {
        let from = self.letters[word.start].from;
        let other = other.chars().map(|character| Letter { character, from });
        self.with(word, &other.collect::<Vec<_>>())
    }

    /// With each character exchanged for another, or for itself.
    fn with_each(&self, mut other: impl FnMut(usize, char) -> char) -> Self {
        let letters = self.letters.iter().enumerate();
        let letter = |(place, letter): (usize, &Letter)| Letter {
            character: other(place, letter.character),
            from: letter.from,
        };
        Self { letters: letters.map(letter).collect() }
    }

    /// With a stretch put at the end, as a paragraph.
    fn with_at_the_end(&self, stretch: &Range<usize>) -> Self {
        let moved = self.letters[stretch.clone()].to_vec();
        let rest = self.with(stretch, &[]).letters;
        Self { letters: [rest, put_in("\n\n"), moved].concat() }
    }

    /// With a stretch put at the end and two words of the quotation in it exchanged.
    fn with_a_copy(
        &self,
        stretch: &Range<usize>,
        quotation: &Range<usize>,
        quotations: &[Range<usize>],
    ) -> Option<Self> {
        let words = self.words_inside(quotation, quotations);
        let [first, .., last] = words.as_slice() else { return None };
        if !cuts_none(stretch, quotations) {
            return None;
        }
        let exchanged = self.with_word(last, OTHER_WORDS[1]).with_word(first, OTHER_WORDS[0]);
        let stretch = exchanged.place_of(stretch)?;
        Some(exchanged.with_at_the_end(&stretch))
    }

    /// Which of prefix and suffix, where there are such, stand around a place.
    fn surroundings(&self, selector: &Selector, place: &Range<usize>) -> Vec<bool> {
        let (prefix, suffix) = (squeezed(&selector.prefix), squeezed(&selector.suffix));
        // Much more than they are long, should there be white space in between.
        let reach = 4 * (selector.prefix.len() + selector.suffix.len());
        let before = squeezed(&self.between(&(place.start.saturating_sub(reach)..place.start)));
        let after = squeezed(&self.between(&(place.end..place.end + reach)));
        let mut stand = Vec::new();
        if !prefix.is_empty() {
            stand.push(before.ends_with(&prefix));
        }
        if !suffix.is_empty() {
            stand.push(after.starts_with(&suffix));
        }
        stand
    }

    /// Whether prefix and suffix, where there are such, stand anywhere.
    fn has_surroundings(&self, selector: &Selector) -> bool {
        let text = squeezed(&self.text());
        [&selector.prefix, &selector.suffix].into_iter().all(|side| text.contains(&squeezed(side)))
    }

    /// Whether this may come of looking for a quotation here.
    fn allows(&self, selector: &Selector, anchoring: &Anchoring) -> bool {
        let (outcome, found) = (anchoring.outcome, place_found(anchoring));
        let wanted = squeezed(&selector.exact);
        let words_stand_there = found.as_ref().is_some_and(|found| {
            let there = self.between(found);
            match outcome {
                Outcome::Exact => there == selector.exact,
                Outcome::Normalised => there != selector.exact && squeezed(&there) == wanted,
                _ => false,
            }
        });
        let left_open = found.is_none() && outcome != Outcome::Unchecked;
        let Some(place) = self.place_of(&stretch(selector)) else {
            // Taken out: at most the same words elsewhere, be it in another case.
            let same_letters = found
                .as_ref()
                .is_some_and(|found| letters(&self.between(found)) == letters(&wanted));
            return left_open || words_stand_there || same_letters;
        };
        let in_place = found.as_ref() == Some(&place);
        let surroundings = self.surroundings(selector, &place);
        let alone = !surroundings.contains(&true);
        if squeezed(&self.between(&place)) == wanted {
            if in_place && words_stand_there {
                return true;
            }
            let telling = wanted.chars().count() >= TELLING;
            let several = || squeezed(&self.text()).matches(&wanted).count() > 1;
            let open = alone && (!telling || several());
            return open && outcome != Outcome::Lost && (left_open || words_stand_there);
        }
        let approximate = in_place && outcome == Outcome::Approximate;
        if !surroundings.contains(&false) {
            return approximate;
        }
        // Changed words, and the place they were taken from is still there.
        let left_behind = alone && self.has_surroundings(selector);
        left_open || approximate && !left_behind
    }
}

/// Where a quotation was found.
fn place_found(anchoring: &Anchoring) -> Option<Range<usize>> {
    anchoring.found.map(|found| as_place(found.span.start)..as_place(found.span.end))
}

/// Where a quotation stands in its article.
fn stretch(selector: &Selector) -> Range<usize> {
    let start = as_place(selector.start.unwrap());
    start..start + selector.exact.chars().count()
}

fn is_apart(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.end <= other.start || other.end <= one.start
}

fn is_within(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Whether each quotation stands wholly in a stretch or wholly outside it.
fn cuts_none(stretch: &Range<usize>, quotations: &[Range<usize>]) -> bool {
    quotations.iter().all(|quotation| is_apart(stretch, quotation) || is_within(quotation, stretch))
}

/// A text without white space and hyphens, with plain quotation marks.
fn squeezed(text: &str) -> String {
    let kept = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–'));
    let plain = |c| match c {
        '’' => '\'',
        '”' => '"',
        c => c,
    };
    kept.map(plain).collect()
}

/// The letters and digits of a text, in lower case.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What is done to an article whose quotations stand at these places: the texts that come of it.
type Edit = fn(&Edited, &[Range<usize>]) -> Vec<Edited>;

const EDITS: [(&str, Edit); 11] = [
    ("paragraph above", |article, _| vec![article.with(&(0..0), &put_in(PARAGRAPH_ABOVE))]),
    ("lines wrapped", |article, _| vec![wrapped(article)]),
    ("typographic marks", |article, _| vec![typographic(article)]),
    ("words divided", |article, _| vec![divided(article)]),
    ("word exchanged", words_exchanged),
    ("number changed", numbers_changed),
    ("sentence removed", sentences_removed),
    ("sentence removed, changed copy at the end", sentences_copied),
    ("quotation removed, changed copy at the end", quotations_copied),
    ("paragraph moved to the end", paragraphs_moved),
    ("paragraphs reversed", |article, _| vec![reversed(article)]),
];

fn wrapped(article: &Edited) -> Edited {
    let mut column = 0;
    article.with_each(|place, character| {
        let ahead = article.letters.iter().skip(place + 1);
        let word = ahead.take_while(|letter| !letter.character.is_whitespace()).count();
        let ends = character == '\n' || character == ' ' && column + 1 + word > COLUMNS;
        column = if ends { 0 } else { column + 1 };
        if ends { '\n' } else { character }
    })
}

fn typographic(article: &Edited) -> Edited {
    article.with_each(|_, character| match character {
        '\'' => '’',
        '"' => '”',
        '-' => '–',
        ' ' => '\u{a0}',
        other => other,
    })
}

fn divided(article: &Edited) -> Edited {
    let mut words = article.runs(char::is_alphabetic);
    words.retain(|word| word.len() >= DIVIDED);
    // From the end, so that the places before it stay.
    words.iter().rev().fold(article.clone(), |edited, word| {
        let middle = word.start + word.len() / 2;
        edited.with(&(middle..middle), &put_in("-\n"))
    })
}

/// In each quotation that is long enough, one word.
fn words_exchanged(article: &Edited, quotations: &[Range<usize>]) -> Vec<Edited> {
    let exchanged = |quotation: &Range<usize>| {
        let words = article.words_inside(quotation, quotations);
        let word = words.get(words.len() / 2)?;
        Some(article.with_word(word, OTHER_WORDS[0]))
    };
    quotations.iter().filter_map(exchanged).collect()
}

/// Each number in a quotation, be it in digits or in letters.
fn numbers_changed(article: &Edited, quotations: &[Range<usize>]) -> Vec<Edited> {
    let is_quoted = |number: &Range<usize>| {
        let is_quoted_by = |quotation: &Range<usize>| is_within(number, quotation);
        let spared = |quotation: &Range<usize>| is_apart(number, quotation);
        quotations.iter().any(is_quoted_by)
            && quotations.iter().all(|quotation| spared(quotation) || is_quoted_by(quotation))
    };
    let mut digits = article.runs(|c| c.is_ascii_digit());
    digits.retain(is_quoted);
    let mut letters = article.runs(char::is_alphabetic);
    letters.retain(|word| matches!(article.between(word).as_str(), "four" | "five" | "six"));
    letters.retain(is_quoted);
    let next = |number: &Range<usize>| {
        article.with_each(|place, character| match character {
            '9' if number.contains(&place) => '0',
            '0'..='8' if number.contains(&place) => char::from(character as u8 + 1),
            other => other,
        })
    };
    let other = |number: &Range<usize>| article.with_word(number, OTHER_NUMBER);
    digits.iter().map(next).chain(letters.iter().map(other)).collect()
}

/// Each sentence with a quotation.
fn sentences_removed(article: &Edited, quotations: &[Range<usize>]) -> Vec<Edited> {
    let mut sentences = article.sentences();
    sentences.retain(|sentence| {
        quotations.iter().any(|quotation| is_within(quotation, sentence))
            && cuts_none(sentence, quotations)
    });
    sentences.iter().map(|sentence| article.with(sentence, &[])).collect()
}

/// Each quotation with the sentence around it.
fn sentences_copied(article: &Edited, quotations: &[Range<usize>]) -> Vec<Edited> {
    let sentences = article.sentences();
    let copied = |quotation: &Range<usize>| {
        let sentence = sentences.iter().find(|sentence| is_within(quotation, sentence))?;
        article.with_a_copy(sentence, quotation, quotations)
    };
    quotations.iter().filter_map(copied).collect()
}

/// Each quotation by itself: what stood around it stays.
fn quotations_copied(article: &Edited, quotations: &[Range<usize>]) -> Vec<Edited> {
    let copied = |quotation: &Range<usize>| article.with_a_copy(quotation, quotation, quotations);
    quotations.iter().filter_map(copied).collect()
}

fn paragraphs_moved(article: &Edited, _: &[Range<usize>]) -> Vec<Edited> {
    let paragraphs = article.runs(|c| c != '\n');
    paragraphs.iter().map(|paragraph| article.with_at_the_end(paragraph)).collect()
}

fn reversed(article: &Edited) -> Edited {
    let lines: Vec<&[Letter]> =
        article.letters.split(|letter| letter.character == '\n').rev().collect();
    Edited { letters: lines.join(put_in("\n").as_slice()) }
}

/// What came of an edit.
#[derive(Default)]
struct Tally {
    texts: usize,
    outcomes: BTreeMap<Outcome, usize>,
    faults: Vec<String>,
}

impl Tally {
    /// Looks for quotations in a text.
    fn add(&mut self, edited: &Edited, quotations: &[&Quotation]) {
        self.texts += 1;
        let text = Text::new(edited.text());
        let index = TextIndex::of(&text);
        for Quotation { id, selector, .. } in quotations {
            let anchoring = index.anchor(selector);
            *self.outcomes.entry(anchoring.outcome).or_default() += 1;
            if edited.allows(selector, &anchoring) {
                continue;
            }
            let found = place_found(&anchoring);
            let words = found.as_ref().map(|found| edited.between(found));
            let (outcome, stands) = (anchoring.outcome.name(), edited.place_of(&stretch(selector)));
            self.faults.push(format!(
                "{id}: {outcome} at {found:?}, {words:?}; what is left of it stands at {stands:?}"
            ));
        }
    }

    /// Prints the counts. Returns what is not as it must be.
    fn report(self, edit: &str) -> Vec<String> {
        let counts = self.outcomes.iter().map(|(outcome, count)| (outcome.name(), count));
        let counts: Vec<String> = counts.map(|(name, count)| format!("{count} {name}")).collect();
        println!("{edit}: {} texts; {}", self.texts, counts.join(", "));
        self.faults.iter().map(|fault| format!("{edit}: {fault}")).collect()
    }
}

fn untouched(article: &Article) -> Edited {
    Edited::of(&String::from_iter(&article.characters))
}

#[test]
#[ignore = "needs DOSSIER_SOURCES, the folder with the articles"]
fn each_quotation_is_found_again_in_an_edited_article() {
    let dossier = super::dossier();
    let articles = articles(&dossier);
    let mut faults = Vec::new();
    for (name, edit) in EDITS {
        let mut tally = Tally::default();
        for article in &articles {
            let quotations = article.quotations(&dossier);
            let stretches: Vec<Range<usize>> =
                quotations.iter().map(|quotation| stretch(&quotation.selector)).collect();
            let texts = edit(&untouched(article), &stretches);
            assert!(!texts.is_empty(), "{name}: nothing to edit in {}", article.source.id);
            for edited in &texts {
                tally.add(edited, &quotations);
            }
        }
        faults.extend(tally.report(name));
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
#[ignore = "needs DOSSIER_SOURCES, the folder with the articles"]
fn in_the_other_article_only_the_very_words_are_found() {
    let dossier = super::dossier();
    let mut tally = Tally::default();
    for article in articles(&dossier) {
        // Nothing of it comes from where the others' quotations were taken.
        let other = Edited { letters: put_in(&untouched(&article).text()) };
        let mut quotations: Vec<&Quotation> = dossier.quotations.iter().collect();
        quotations.retain(|quotation| quotation.source != article.source.id);
        tally.add(&other, &quotations);
    }
    let faults = tally.report("other article");
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn what_is_not_right_is_noticed() {
    let article = Edited::of("Up.\nThe ferry carries ninety lorries from coast to coast.\nDown.\n");
    let selector = Selector {
        exact: "ferry carries ninety lorries from coast to coast".into(),
        prefix: "Up.\nThe ".into(),
        suffix: ".\nDown.\n".into(),
        start: Some(8),
    };
    let quotation = stretch(&selector);
    let found = |outcome, start, end| Anchoring {
        outcome,
        found: Some(Candidate { span: Span { start, end }, score: 1.0 }),
        candidates: Vec::new(),
    };
    let open = |outcome| Anchoring { outcome, found: None, candidates: Vec::new() };
    let cases = [
        (
            article.clone(),
            vec![found(Outcome::Exact, 8, 56)],
            vec![
                found(Outcome::Exact, 9, 57),
                found(Outcome::Normalised, 8, 56),
                found(Outcome::Approximate, 8, 56),
                open(Outcome::Doubtful),
                open(Outcome::Lost),
            ],
        ),
        (
            typographic(&article),
            vec![found(Outcome::Normalised, 8, 56)],
            vec![found(Outcome::Exact, 8, 56), found(Outcome::Approximate, 8, 56)],
        ),
        (
            article.with_word(&(22..28), "eighty"),
            vec![found(Outcome::Approximate, 8, 56)],
            vec![
                found(Outcome::Exact, 8, 56),
                found(Outcome::Normalised, 8, 56),
                found(Outcome::Approximate, 8, 50),
                open(Outcome::Doubtful),
            ],
        ),
        (
            article.with(&quotation, &[]),
            vec![open(Outcome::Lost), open(Outcome::Doubtful)],
            vec![found(Outcome::Approximate, 8, 9), open(Outcome::Unchecked)],
        ),
        (
            article.with_a_copy(&quotation, &quotation, from_ref(&quotation)).unwrap(),
            vec![open(Outcome::Lost), open(Outcome::Doubtful)],
            vec![found(Outcome::Approximate, 18, 72)],
        ),
        (
            article.with_at_the_end(&(4..57)),
            vec![found(Outcome::Exact, 17, 65)],
            vec![open(Outcome::Ambiguous), found(Outcome::Exact, 8, 56)],
        ),
    ];
    for (edited, right, wrong) in cases {
        for anchoring in right {
            assert!(edited.allows(&selector, &anchoring), "{anchoring:?} in {:?}", edited.text());
        }
        for anchoring in wrong {
            assert!(!edited.allows(&selector, &anchoring), "{anchoring:?} in {:?}", edited.text());
        }
    }
}
