//! Whatever the text: it is read as a dossier without a panic, and what is wrong with it has its place
//! in the text.

#![no_main]

use dossier::compare;
use dossier::dossier::parse::parse;
use dossier::dossier::resolution::resolution;
use dossier::dossier::{Catalogue, Dossier, Index, Item, Problem, integrity};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    match parse(&text) {
        Ok(dossier) => check(&text, &dossier),
        Err(problems) => {
            assert!(integrity::has_error(&problems), "refused without an error");
            stand_in(&text, &problems);
        }
    }
});

fn check(text: &str, dossier: &Dossier) {
    let catalogue = Catalogue::of(dossier);
    let problems = integrity::check(dossier, &catalogue, text);
    stand_in(text, &problems);
    // The program goes no further with a dossier that has errors.
    if integrity::has_error(&problems) {
        return;
    }
    let index = Index::build(dossier, catalogue);
    stand_in(text, &compare::problems(dossier, &index));
    look_at_all(dossier, &index);
}

/// What the window asks of each item when it is shown.
fn look_at_all(dossier: &Dossier, index: &Index) {
    for kind in Catalogue::KINDS {
        for item in (0..dossier.count(kind)).map(|position| Item::new(kind, position)) {
            index.title_of(dossier, item);
            let related = index.related(dossier, item);
            for place in index.quotations_of(dossier, item) {
                let exact = dossier.quotations[place].selector.exact.as_str();
                for mark in index.marks(place, item, &related) {
                    assert!(exact.get(mark.clone()).is_some(), "{mark:?} of {exact:?}");
                }
            }
        }
    }
    for (place, metric) in dossier.metrics.iter().enumerate() {
        let shown = index.value_of(dossier, place).map(ToString::to_string);
        assert!(shown.is_none_or(|shown| !shown.is_empty()));
        index.all_inputs(dossier, place);
        metric.date();
    }
    for series in &dossier.series {
        series.points(dossier, index);
        series.lead(dossier, index);
    }
    for event in &dossier.events {
        resolution(dossier, &index.catalogue, &event.when, &event.quotations);
    }
    for topic in &dossier.topics {
        compare::corroboration(dossier, index, topic);
        compare::renderings(dossier, index, topic);
    }
}

/// Each place is in the text, or just behind the last character of its line.
fn stand_in(text: &str, problems: &[Problem]) {
    let lines: Vec<usize> = text.split('\n').map(|line| line.chars().count()).collect();
    for problem in problems {
        let (line, column) = (problem.line, problem.column);
        let stands = match line.checked_sub(1) {
            None => column == 0,
            Some(line) => lines.get(line).is_some_and(|length| (1..=length + 1).contains(&column)),
        };
        assert!(stands, "{problem}");
    }
}
