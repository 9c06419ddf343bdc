//! How long a frame of the Relations screen takes with 2,000 entities and 4,000 relations, and how
//! long laying them out does.
//!
//! `cargo bench --bench relations` measures everything and closes with a table. With `-- table`
//! there is the table alone; with a part of a name, only what has it. No graphics card has a part
//! in it: a frame is what the processor does for the app's logic, its views and their triangles.

#![allow(clippy::expect_used, reason = "a benchmark that can't run says why and stops")]

#[path = "generator/random.rs"]
mod random;

use std::collections::HashSet;
use std::hint::black_box;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use std::{env, fs, io, thread};

use criterion::{BatchSize, Criterion, SamplingMode};
use dossier::app::{Action, App, Command, Start};
use dossier::dossier::{EntityKind, Item, ItemKind};
use eframe::App as _;
use egui::{Context, Event, Pos2, RawInput, Rect, pos2, vec2};
use random::Chance;
use tempfile::TempDir;

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
    let arguments: Vec<String> = env::args().skip(1).collect();
    let given = |name: &str| arguments.iter().any(|argument| argument == name);
    if !given("table") {
        let mut criterion = Criterion::default().without_plots().configure_from_args();
        // Without `--bench` it is a test whether the benchmarks run at all.
        benchmarks(&mut criterion, if given("--bench") { &FULL } else { &SMALL });
        criterion.final_summary();
    }
    if given("table") || arguments == ["--bench"] {
        print_table(&FULL);
    }
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

/// The app as it is, in a context that nothing shows.
struct Window {
    ctx: Context,
    app: App,
    frame: eframe::Frame,
    time: f64,
    /// Frames that changed the zoom.
    zoomed: usize,
    _folder: TempDir,
}

impl Window {
    /// A window with its dossier open, of which no relations are laid out.
    fn opened(text: &str) -> Self {
        let folder = written(text).expect("the system has a folder for files");
        let ctx = Context::default();
        let start = Start {
            file: Some(file_in(&folder)),
            data_folder: Some(folder.path().join("data")),
            ..Start::default()
        };
        let app = App::new(&ctx, start);
        let frame = eframe::Frame::_new_kittest();
        let mut window = Self { ctx, app, frame, time: 0.0, zoomed: 0, _folder: folder };
        while window.app.state().opening.is_some() {
            thread::sleep(Duration::from_millis(2));
            window.draw(Vec::new());
        }
        assert!(window.app.state().document.is_some(), "the generated dossier was refused");
        window
    }

    /// The same with the relations on the screen.
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

    /// One frame up to the triangles that would go to the graphics card; how many lists of them.
    fn draw(&mut self, events: Vec<Event>) -> usize {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1440.0, 900.0))),
            time: Some(self.time),
            events,
            ..RawInput::default()
        };
        let mut output = self.ctx.run_ui(input, |ui| {
            self.app.logic(ui.ctx(), &mut self.frame);
            self.app.ui(ui, &mut self.frame);
        });
        let shapes = std::mem::take(&mut output.shapes);
        let triangles = self.ctx.tessellate(shapes, output.pixels_per_point);
        output.drop_without_applying_deltas();
        triangles.len()
    }

    /// Puts the prominent entity into focus or takes it out, and draws until all is at rest.
    fn settle(&mut self, in_focus: bool) {
        if (self.app.state().focus() == Some(PROMINENT)) != in_focus {
            // In focus already, it is taken out.
            self.app.act(&self.ctx, Action::FocusHere(PROMINENT));
        }
        self.draw(vec![Event::PointerGone]);
        for _ in 0..20 {
            self.draw(Vec::new());
        }
    }

    /// A frame that zooms around the middle: nearer for a while, then back.
    fn zoom(&mut self) -> usize {
        let nearer = (self.zoomed / ZOOM_FRAMES).is_multiple_of(2);
        self.zoomed += 1;
        let by = if nearer { ZOOM } else { ZOOM.recip() };
        self.draw(vec![Event::PointerMoved(pos2(740.0, 490.0)), Event::Zoom(by)])
    }

    /// Zooms until the look is as close as it gets.
    fn zoom_in(&mut self) {
        while self.zoomed % (2 * ZOOM_FRAMES) != ZOOM_FRAMES {
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

fn file_in(folder: &TempDir) -> PathBuf {
    folder.path().join("generated.dossier.ron")
}

/// A folder with a dossier in it.
fn written(text: &str) -> io::Result<TempDir> {
    let folder = tempfile::tempdir()?;
    fs::write(file_in(&folder), text)?;
    Ok(folder)
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
