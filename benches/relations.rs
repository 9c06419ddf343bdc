//! How long a frame of the Relations screen takes with 2,000 entities and 4,000 relations, and how
//! long laying them out does.
//!
//! `cargo bench --bench relations` measures everything and closes with a table. With `-- table`
//! there is the table alone; with a part of a name, only what has it. No graphics card has a part
//! in it: a frame is what the processor does for the app's logic, its views and their triangles.

#![allow(clippy::expect_used, reason = "a benchmark that can't run says why and stops")]

#[path = "generator/random.rs"]
mod random;
#[path = "support/run.rs"]
mod run;
#[path = "support/window.rs"]
mod window;

use std::collections::HashSet;
use std::hint::black_box;
use std::thread;
use std::time::{Duration, Instant};

use criterion::{BatchSize, Criterion, SamplingMode};
use dossier::app::{Action, Command};
use dossier::dossier::{EntityKind, Item, ItemKind};
use egui::{Event, Pos2, Rect, pos2};
use random::Chance;
use run::run;
use window::Window;

/// How much there is to draw.
struct Scale {
    entities: usize,
    relations: usize,
    name: &'static str,
}

const FULL: Scale =
    Scale { entities: 2_000, relations: 4_000, name: "2,000 entities, 4,000 relations" };
/// To see whether the benchmarks run at all.
const SMALL: Scale = Scale { entities: 50, relations: 100, name: "50 entities, 100 relations" };

/// Frames a second that are wanted.
const WANTED: u32 = 30;
/// Frames of a kind that the table measures.
const FRAMES: usize = 200;
/// Frames from the whole drawing to a close look, and as many back.
const ZOOM_FRAMES: usize = 100;
/// How much nearer each of them comes.
const ZOOM: f32 = 1.02;

/// The entity with the most ties.
const PROMINENT: Item = Item { kind: ItemKind::Entity, position: 0 };

fn main() {
    run(
        |criterion, only_try| benchmarks(criterion, if only_try { &SMALL } else { &FULL }),
        || print_table(&FULL),
    );
}

fn benchmarks(criterion: &mut Criterion, scale: &Scale) {
    let text = dossier_text(scale);
    // Opened when the first benchmark asks for it: most may have been filtered out.
    let mut window: Option<Window> = None;
    let mut group = criterion.benchmark_group(scale.name);
    group.sample_size(10).sampling_mode(SamplingMode::Flat).nresamples(20_000);
    group.warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(5));

    group.bench_function("laid out", |bencher| {
        let lay_out = |mut window: Window| {
            window.lay_out();
            window
        };
        bencher.iter_batched(|| Window::opened(&text), lay_out, BatchSize::PerIteration);
    });
    group.sample_size(50).measurement_time(Duration::from_secs(3));
    group.bench_function("frame, all in view", |bencher| {
        let window = window.get_or_insert_with(|| Window::laid_out(&text));
        window.settle(false);
        bencher.iter(|| window.draw(Vec::new()));
    });
    group.bench_function("frame, with a focus", |bencher| {
        let window = window.get_or_insert_with(|| Window::laid_out(&text));
        window.settle(true);
        bencher.iter(|| window.draw(Vec::new()));
    });
    // Last, because they leave the drawing zoomed.
    group.bench_function("frame, zooming", |bencher| {
        let window = window.get_or_insert_with(|| Window::laid_out(&text));
        window.settle(false);
        bencher.iter(|| window.zoom());
    });
    group.bench_function("frame, zoomed in", |bencher| {
        let window = window.get_or_insert_with(|| Window::laid_out(&text));
        window.settle(false);
        window.zoom_in();
        bencher.iter(|| window.draw(Vec::new()));
    });
    group.finish();
}

impl Window {
    /// A window with the relations on the screen.
    fn laid_out(text: &str) -> Self {
        let mut window = Self::opened(text);
        window.lay_out();
        window
    }

    /// Goes to the relations and draws until they are there.
    fn lay_out(&mut self) {
        self.app.act(&self.ctx, Action::Run(Command::ShowRelations));
        while self.app.state().relations.drawing.is_none() {
            thread::sleep(Duration::from_millis(1));
            self.draw(Vec::new());
        }
    }

    /// Puts the prominent entity into focus or takes it out, and draws until all is at rest.
    fn settle(&mut self, in_focus: bool) {
        if (self.app.state().focus() == Some(PROMINENT)) != in_focus {
            // In focus already, it is taken out.
            self.app.act(&self.ctx, Action::FocusHere(PROMINENT));
        }
        self.draw(vec![Event::PointerGone]);
        self.draw_at_rest();
    }

    /// A frame that zooms around the middle: nearer for a while, then back.
    fn zoom(&mut self) -> usize {
        let nearer = (self.moved / ZOOM_FRAMES).is_multiple_of(2);
        self.moved += 1;
        let by = if nearer { ZOOM } else { ZOOM.recip() };
        self.draw(vec![Event::PointerMoved(pos2(740.0, 490.0)), Event::Zoom(by)])
    }

    /// Zooms until the look is as close as it gets.
    fn zoom_in(&mut self) {
        while self.moved % (2 * ZOOM_FRAMES) != ZOOM_FRAMES {
            self.zoom();
        }
        self.settle(false);
    }

    /// What the middles of the drawn entities span, in points at a zoom of 1.
    fn extent(&self) -> Rect {
        let mut extent = Rect::NOTHING;
        for node in self.app.state().relations.drawing.iter().flat_map(|drawing| &drawing.nodes) {
            extent.extend_with(Pos2::from(node.at));
        }
        extent
    }
}

/// A line of the table, times in milliseconds.
struct Row {
    name: &'static str,
    median: f64,
    slowest: f64,
}

impl Row {
    fn measure(name: &'static str, mut frame: impl FnMut() -> usize) -> Self {
        let time = |_| {
            let begun = Instant::now();
            black_box(frame());
            milliseconds(begun)
        };
        let mut times: Vec<f64> = (0..FRAMES).map(time).collect();
        times.sort_by(f64::total_cmp);
        let median = times.get(times.len() / 2).copied().unwrap_or(f64::NAN);
        let slowest = times.last().copied().unwrap_or(f64::NAN);
        Self { name, median, slowest }
    }
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1e3
}

fn print_table(scale: &Scale) {
    eprintln!("Measuring {} for the table", scale.name);
    let mut window = Window::opened(&dossier_text(scale));
    let begun = Instant::now();
    window.lay_out();
    let laid_out = milliseconds(begun);
    window.settle(false);
    let at_rest = Row::measure("all in view", || window.draw(Vec::new()));
    window.settle(true);
    let in_focus = Row::measure("with a focus", || window.draw(Vec::new()));
    window.settle(false);
    let zooming = Row::measure("zooming", || window.zoom());
    window.zoom_in();
    let zoomed_in = Row::measure("zoomed in", || window.draw(Vec::new()));

    let (width, height) = (window.extent().width(), window.extent().height());
    println!("\n{}, {width:.0} × {height:.0} points, laid out in {laid_out:.0} ms.", scale.name);
    println!("Each line is of {FRAMES} frames.\n");
    println!("       frame | median ms | slowest ms | frames a second | at the slowest");
    for Row { name, median, slowest } in [at_rest, in_focus, zooming, zoomed_in] {
        let (usual, least) = (1e3 / median, 1e3 / slowest);
        println!("{name:>12} | {median:>9.2} | {slowest:>10.2} | {usual:>15.0} | {least:>14.0}");
    }
    println!("\nwanted: {WANTED} frames a second");
}

/// Words that everything cites.
const SENTENCES: [&str; 5] = [
    "All of them met in the harbour on the first day of the talks",
    "The two sides have worked together since the bridge was opened",
    "Nobody at the table doubted that the others would come again",
    "The commission thanked everyone who had a part in the railway",
    "They signed what they had agreed on before the market closed",
];

/// Kinds of relation.
const KINDS: [&str; 8] = [
    "WorksFor",
    "MemberOf",
    "Heads",
    "LocatedIn",
    "CooperatesWith",
    "Attended",
    "Supports",
    "Congratulated",
];

/// Parts of invented names.
const HEADS: [&str; 10] =
    ["Ash", "Birch", "Crow", "Elm", "Fox", "Hazel", "Iron", "Oak", "Silver", "Thorn"];
const TAILS: [&str; 10] =
    ["bridge", "field", "ford", "gate", "hill", "land", "mill", "stone", "well", "wood"];

/// A dossier in which a few have many ties and most have few. It has no mistakes, and is the same
/// in every run.
fn dossier_text(scale: &Scale) -> String {
    let mut chance = Chance(scale.entities as u64);
    let mut text = format!(
        r#"(
format: 1,
title: "{}",
sources: [(
    id: "s",
    title: "Who met whom",
    publisher: "The Example Courier",
    kind: Newspaper,
    published: "2031-06-12",
    language: "en",
    sha256: "{:064x}",
    standing: "Invented from beginning to end.",
)],
quotations: [
"#,
        scale.name, scale.entities
    );
    for (place, sentence) in SENTENCES.iter().enumerate() {
        text.push_str(&format!(
            "(id: \"q{place}\", source: \"s\", paragraph: {}, \
             selector: (exact: \"{sentence}\")),\n",
            place + 1
        ));
    }
    text.push_str("],\nentities: [\n");
    for (place, kind) in EntityKind::ALL.iter().cycle().take(scale.entities).enumerate() {
        text.push_str(&format!(
            "(id: \"e{place}\", kind: {kind:?}, name: \"{}\", quotations: [(id: \"q{}\")]),\n",
            name(place),
            chance.below(SENTENCES.len())
        ));
    }
    text.push_str("],\nrelations: [\n");
    for (place, (from, to)) in pairs(scale, &mut chance).into_iter().enumerate() {
        text.push_str(&format!(
            "(id: \"r{place}\", from: \"e{from}\", kind: {}, to: \"e{to}\", \
             quotations: [(id: \"q{}\")]),\n",
            chance.one_of(&KINDS),
            chance.below(SENTENCES.len())
        ));
    }
    text.push_str("],\n)\n");
    text
}

/// Two words, different for each of the first ten thousand.
fn name(place: usize) -> String {
    let part =
        |parts: &[&'static str], step: usize| parts.get(step % 10).copied().unwrap_or_default();
    let first = [part(&HEADS, place), part(&TAILS, place / 10)].concat();
    let second = [part(&HEADS, place / 100), part(&TAILS, place + place / 1_000)].concat();
    format!("{first} {second}")
}

/// Whom each relation ties, no two of them the same: everyone in turn, to whoever has ties already,
/// the sooner the more (Barabási and Albert, "Emergence of scaling in random networks", 1999).
fn pairs(scale: &Scale, chance: &mut Chance) -> Vec<(usize, usize)> {
    let mut pairs = Vec::with_capacity(scale.relations);
    let mut known = HashSet::new();
    // Everyone stands here as often as they have ties.
    let mut ends = vec![0_usize];
    while pairs.len() < scale.relations {
        let from = 1 + pairs.len() % (scale.entities - 1);
        let to = loop {
            let to = chance.one_of(&ends);
            if to != from && known.insert((from.min(to), from.max(to))) {
                break to;
            }
        };
        ends.extend([from, to]);
        pairs.push((from, to));
    }
    pairs
}

impl Chance {
    fn one_of<T: Copy + Default>(&mut self, list: &[T]) -> T {
        list.get(self.below(list.len())).copied().unwrap_or_default()
    }
}
