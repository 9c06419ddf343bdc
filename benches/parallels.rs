//! How long it takes to find the sentences of different texts that say the same.
//!
//! `cargo bench --bench parallels` measures and closes with a table. With `-- table` there is the table
//! alone. The texts are the same in every run: sentences of invented words, common ones far more often
//! than rare ones (G. K. Zipf, 1949), of which each text takes every tenth from another.

#[path = "generator/random.rs"]
mod random;
#[path = "support/run.rs"]
mod run;

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, SamplingMode};
use dossier::anchor::Text;
use dossier::compare::parallels::{Parallels, Searched, parallels};
use dossier::text::Language;
use random::Chance;
use run::run;

/// How many texts, of 20 kB each.
const SIZES: [usize; 3] = [2, 50, 1_000];
const BYTES: usize = 20_000;
/// How many words the language has.
const WORDS: usize = 30_000;

fn main() {
    run(
        |criterion, only_try| {
            let sizes = if only_try { 1 } else { SIZES.len() };
            for size in SIZES.iter().take(sizes) {
                benchmark(criterion, *size);
            }
        },
        print_table,
    );
}

fn benchmark(criterion: &mut Criterion, size: usize) {
    let texts = texts(size);
    let mut group = criterion.benchmark_group("parallels");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    group.warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
    group.bench_function(format!("{size} texts"), |bencher| bencher.iter(|| find(&texts)));
    group.finish();
}

fn find(texts: &[Text]) -> Vec<Parallels> {
    let searched: Vec<Searched<'_>> = (0..)
        .zip(texts)
        .map(|(source, text)| Searched { source, text, body_start: 0, language: Language::English })
        .collect();
    parallels(black_box(&searched), &|| false)
}

fn print_table() {
    println!("{:>6}  {:>9}  {:>9}  {:>8}", "texts", "sentences", "offered", "time");
    for size in SIZES {
        let texts = texts(size);
        let sentences: usize = texts.iter().map(|text| text.as_str().matches(". ").count()).sum();
        let begun = Instant::now();
        let found = find(&texts);
        let time = begun.elapsed();
        println!("{size:>6}  {sentences:>9}  {:>9}  {time:>8.0?}", found.len());
    }
}

fn texts(many: usize) -> Vec<Text> {
    let mut chance = Chance(7);
    let mut written: Vec<Vec<String>> = Vec::with_capacity(many);
    for text in 0..many {
        let mut sentences: Vec<String> = Vec::new();
        let mut length = 0;
        while length < BYTES {
            let other = written.get(chance.below(text)).filter(|_| sentences.len() % 10 == 9);
            let taken = other.and_then(|other| other.get(chance.below(other.len())));
            let sentence = taken.cloned().unwrap_or_else(|| sentence(&mut chance));
            length += sentence.len() + 1;
            sentences.push(sentence);
        }
        written.push(sentences);
    }
    written.into_iter().map(|sentences| Text::new(sentences.join(" "))).collect()
}

fn sentence(chance: &mut Chance) -> String {
    let words: Vec<String> = (0..8 + chance.below(24)).map(|_| word(chance)).collect();
    format!("The {}.", words.join(" "))
}

/// The word of a rank, which is as rare as the rank is high.
fn word(chance: &mut Chance) -> String {
    let part = (chance.draw() >> 11) as f64 / (1_u64 << 53) as f64;
    let mut rank = (WORDS as f64).powf(part) as usize;
    let mut word = String::new();
    for _ in 0..3 {
        let (consonants, vowels) = (b"bdfgklmnprstvz", b"aeiou");
        word.push(char::from(*consonants.get(rank % 14).unwrap_or(&b'b')));
        rank /= 14;
        word.push(char::from(*vowels.get(rank % 5).unwrap_or(&b'a')));
        rank /= 5;
    }
    word
}
