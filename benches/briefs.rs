//! How long a brief takes to be composed and to be written in each format.
//!
//! `cargo bench --bench briefs` measures and closes with a table. With `-- table` there is the table alone.
//! The briefs hold the items of the bundled dossier again and again, in all their forms, with text between them.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a bench may stop")]

#[path = "support/run.rs"]
mod run;

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, SamplingMode};
use dossier::annotations::{Annotations, Brief, BriefHead, Content, Entry, Form, Proofs, Section};
use dossier::brief::markdown::Flavour;
use dossier::brief::{Composition, Format, Material, Paper, compose, export};
use dossier::dossier::{Catalogue, Dossier, Index, Item, ItemKind};
use run::run;

const SIZES: [usize; 3] = [100, 1_000, 10_000];
const FORMATS: [Format; 3] = [Format::Markdown(Flavour::CommonMark), Format::Html, Format::Word];

fn main() {
    run(
        |criterion, only_try| {
            let bundled = Bundled::new();
            let sizes = if only_try { 1 } else { SIZES.len() };
            for size in SIZES.iter().take(sizes) {
                benchmark(criterion, &bundled, *size);
            }
        },
        print_table,
    );
}

fn benchmark(criterion: &mut Criterion, bundled: &Bundled, size: usize) {
    let brief = bundled.brief(size);
    let mut group = criterion.benchmark_group("briefs");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    group.warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
    group.bench_function(format!("{size} entries"), |bencher| {
        bencher.iter(|| bundled.written(&bundled.composed(black_box(&brief)), Format::default()));
    });
    group.finish();
}

/// The time of each step, and by how much more the largest takes for an entry than the smallest.
fn print_table() {
    let bundled = Bundled::new();
    println!("{:>7}  {:>9}  {:>9}  {:>9}  {:>9}", "entries", "compose", "Markdown", "HTML", "Word");
    let mut for_each = Vec::new();
    for size in SIZES {
        let brief = bundled.brief(size);
        let begun = Instant::now();
        let composition = bundled.composed(&brief);
        let composed = begun.elapsed();
        print!("{size:>7}  {composed:>9.1?}");
        let mut first = None;
        for format in FORMATS {
            let begun = Instant::now();
            let bytes = bundled.written(&composition, format);
            let time = begun.elapsed();
            assert!(bytes > size, "something was written");
            first.get_or_insert(time);
            print!("  {time:>9.1?}");
        }
        println!();
        let all = composed + first.unwrap_or_default();
        for_each.push(all.as_secs_f64() / size as f64);
    }
    let (few, many) = (for_each[0], for_each[SIZES.len() - 1]);
    println!(
        "An entry of {} costs {:.2} times one of {}, composed and in Markdown.",
        SIZES[2],
        many / few,
        SIZES[0]
    );
}

struct Bundled {
    dossier: Dossier,
    index: Index,
    annotations: Annotations,
    proofs: Proofs,
}

impl Bundled {
    fn new() -> Self {
        let text = include_str!("../dossiers/china-central-asia-secretariat.dossier.ron");
        let dossier = dossier::dossier::parse::parse(text).expect("the bundled dossier is sound");
        let index = Index::build(&dossier, Catalogue::of(&dossier));
        let proofs = Proofs::unchecked(&dossier);
        Self { dossier, index, annotations: Annotations::default(), proofs }
    }

    /// A brief of so many entries, twenty a section. Charts are left out: each is a picture of its own.
    fn brief(&self, entries: usize) -> Brief {
        let kinds = [
            ItemKind::Quotation,
            ItemKind::Metric,
            ItemKind::Entity,
            ItemKind::Event,
            ItemKind::Topic,
            ItemKind::Source,
        ];
        let content = |place: usize| {
            let kind = kinds[place % (kinds.len() + 1) % kinds.len()];
            if place % (kinds.len() + 1) == kinds.len() {
                return Content::text(
                    "Freight **grew**, says the first [@gt-trade]. So does *it* [@gt-lin].",
                );
            }
            let item = Item::new(kind, place / 7 % self.dossier.count(kind));
            let forms = Form::of(kind);
            let form = forms[place / 7 % forms.len()];
            let form = if form == Form::Chart { Form::Row } else { form };
            Content::item(self.dossier.id_of(item)).with_form(form)
        };
        let all: Vec<Entry> = (0..entries)
            .map(|place| Entry { id: format!("n{place}"), content: content(place) })
            .collect();
        let sections = all.chunks(20).enumerate().map(|(place, entries)| Section {
            id: format!("s{place}"),
            heading: format!("Section {place}"),
            entries: entries.to_vec(),
        });
        Brief { id: "b1".into(), head: BriefHead::default(), sections: sections.collect() }
    }

    fn composed(&self, brief: &Brief) -> Composition {
        let material = Material {
            dossier: &self.dossier,
            index: &self.index,
            annotations: &self.annotations,
            proofs: &self.proofs,
            today: "22 November 2026",
        };
        compose(material, brief)
    }

    /// How many bytes there are of it.
    fn written(&self, composition: &Composition, format: Format) -> usize {
        let files = export(composition, &self.dossier, format, Paper::A4, "brief");
        files.expect("it can be written").main.len()
    }
}
