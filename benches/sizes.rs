//! How long loading, indexing, a change of focus and a frame of the Desk take at 100, 10,000 and
//! 100,000 quotations, and how much memory an open dossier takes.
//!
//! `cargo bench --bench sizes` measures everything and closes with a table. With `-- table` there
//! is the table alone; with a part of a name, only what has it. No graphics card has a part in it:
//! a frame is what the processor does for the app's logic, its views and their triangles.

#![allow(clippy::expect_used, reason = "a benchmark that can't run says why and stops")]

mod generator;
#[path = "support/run.rs"]
mod run;
#[path = "support/window.rs"]
mod window;

use std::cell::LazyCell;
use std::error::Error;
use std::hint::black_box;
use std::path::Path;
use std::process::Command as Process;
use std::time::{Duration, Instant};
use std::{env, fs};

use criterion::measurement::WallTime;
use criterion::{BatchSize, BenchmarkGroup, Criterion, SamplingMode};
use dossier::app::dashboard::MetricOrder;
use dossier::app::desk::{DeskContents, contents_of};
use dossier::app::{Action, Command, State};
use dossier::dossier::parse::ron_options;
use dossier::dossier::{Catalogue, Dossier, Index, Item, ItemKind};
use dossier::search::Haystack;
use dossier::store::{Loaded, Origin, load, load_text};
use egui::{Event, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, pos2, vec2};
use generator::dossier_text;
use run::run;
use window::{Window, file_in, written};

/// A size to measure at.
struct Size {
    quotations: usize,
    name: &'static str,
    /// Samples that criterion takes, and the time it has for quick and for slow work.
    samples: usize,
    quick: Duration,
    slow: Duration,
    /// How often the table measures what is slow.
    times: usize,
}

const SIZES: [Size; 3] = [
    Size {
        quotations: 100,
        name: "100",
        samples: 50,
        quick: Duration::from_secs(1),
        slow: Duration::from_secs(1),
        times: 51,
    },
    Size {
        quotations: 10_000,
        name: "10,000",
        samples: 20,
        quick: Duration::from_secs(2),
        slow: Duration::from_secs(3),
        times: 11,
    },
    Size {
        quotations: 100_000,
        name: "100,000",
        samples: 10,
        quick: Duration::from_secs(2),
        slow: Duration::from_secs(10),
        times: 5,
    },
];

/// What is wanted at 100,000 quotations: load within so many times of ron alone, milliseconds for a
/// change of focus and for a frame, memory within so many times the file.
const WANTED: [f64; 4] = [1.5, 16.0, 8.0, 4.0];

/// Tells the process that the benchmark starts of itself which file to open, to see what it takes.
const MEMORY_OF: &str = "DOSSIER_BENCH_MEMORY_OF";

/// What Linux says of a process, its memory too.
const STATUS: &str = "/proc/self/status";

fn main() -> Result<(), Box<dyn Error>> {
    if let Some(file) = env::var_os(MEMORY_OF) {
        return report_memory(Path::new(&file));
    }
    let mut printed = Ok(());
    run(
        |criterion, only_try| {
            let sizes = if only_try { 1 } else { SIZES.len() };
            for size in SIZES.iter().take(sizes) {
                benchmarks(criterion, size);
            }
        },
        || {
            let rows: Result<Vec<Row>, _> = SIZES.iter().map(Row::measure).collect();
            printed = rows.map(|rows| print_table(&rows));
        },
    );
    printed
}

fn benchmarks(criterion: &mut Criterion, size: &Size) {
    // Made when the first benchmark asks for it: most may have been filtered out.
    let text = LazyCell::new(|| dossier_text(size.quotations));
    let open = LazyCell::new(|| Open::of(loaded(&text)));
    let mut window: Option<Window> = None;
    let mut group = criterion.benchmark_group(format!("{} quotations", size.name));
    group.sample_size(size.samples).sampling_mode(SamplingMode::Flat).nresamples(20_000);
    group.warm_up_time(Duration::from_millis(500)).measurement_time(size.slow);

    let each_time = BatchSize::PerIteration;
    group.bench_function("ron alone", |bencher| {
        let text: &str = &text;
        bencher.iter_batched(|| (), |()| ron_alone(text), each_time);
    });
    group.bench_function("load", |bencher| {
        let text: &str = &text;
        bencher.iter_batched(|| (), |()| loaded(text), each_time);
    });
    group.measurement_time(size.quick);
    group.bench_function("index", |bencher| {
        let dossier = &open.dossier;
        let catalogue = || Catalogue::of(dossier);
        bencher.iter_batched(catalogue, |ids| Index::build(dossier, ids), each_time);
    });
    group.bench_function("haystack", |bencher| {
        let (dossier, index) = (&open.dossier, &open.index);
        bencher.iter_batched(|| (), |()| Haystack::of(dossier, index), each_time);
    });
    group.bench_function("change of focus", |bencher| {
        let open: &Open = &open;
        let foci = foci(&open.dossier);
        let mut next = foci.iter().cycle();
        bencher.iter_batched(|| next.next().copied(), |focus| open.desk(focus), each_time);
    });
    frames(&mut group, &mut window, &text);
    group.finish();
}

fn frames(
    group: &mut BenchmarkGroup<'_, WallTime>,
    window: &mut Option<Window>,
    text: &LazyCell<String, impl FnOnce() -> String>,
) {
    group.bench_function("change of focus, drawn", |bencher| {
        let window = window.get_or_insert_with(|| Window::opened(text));
        let foci = window.foci();
        let mut next = foci.iter().cycle();
        let next = || next.next().copied();
        bencher.iter_batched(next, |focus| window.show(focus), BatchSize::PerIteration);
    });
    group.bench_function("Desk frame, at rest", |bencher| {
        let window = window.get_or_insert_with(|| Window::opened(text));
        window.settle(None);
        bencher.iter(|| window.draw(Vec::new()));
    });
    group.bench_function("Desk frame, in focus", |bencher| {
        let window = window.get_or_insert_with(|| Window::opened(text));
        window.settle(Some(PROMINENT));
        bencher.iter(|| window.draw(Vec::new()));
    });
    group.bench_function("Desk frame, scrolling", |bencher| {
        let window = window.get_or_insert_with(|| Window::opened(text));
        window.settle(None);
        bencher.iter(|| window.scroll());
    });
}

fn ron_alone(text: &str) -> Dossier {
    ron_options().from_str(text).expect("a generated dossier is RON")
}

fn loaded(text: &str) -> Loaded {
    load_text(text, Origin::Bundled, &|_| true).expect("a generated dossier has no mistakes")
}

/// What a document is made of, without a window.
struct Open {
    dossier: Dossier,
    index: Index,
    haystack: Haystack,
    /// Holds a filter that lets everything through.
    unfiltered: State,
}

impl Open {
    fn of(loaded: Loaded) -> Self {
        let Loaded { dossier, catalogue, .. } = loaded;
        let index = Index::build(&dossier, catalogue);
        let haystack = Haystack::of(&dossier, &index);
        Self { dossier, index, haystack, unfiltered: State::default() }
    }

    fn desk(&self, focus: Option<Item>) -> DeskContents {
        let filter = &self.unfiltered.filter;
        contents_of(
            &self.dossier,
            &self.index,
            &self.haystack,
            focus,
            filter,
            MetricOrder::Listed,
            1,
        )
    }
}

/// The entity that most is said of.
const PROMINENT: Item = Item { kind: ItemKind::Entity, position: 0 };

/// Items of four kinds in turn, from all over the dossier, the most prominent among them.
fn foci(dossier: &Dossier) -> Vec<Item> {
    const OF_A_KIND: usize = 16;
    let kinds = [ItemKind::Entity, ItemKind::Metric, ItemKind::Quotation, ItemKind::Source];
    let step_of =
        |step: usize| kinds.map(|kind| Item::new(kind, dossier.count(kind) * step / OF_A_KIND));
    (0..OF_A_KIND).flat_map(step_of).collect()
}

impl Window {
    fn foci(&self) -> Vec<Item> {
        let document = self.app.state().document.as_ref();
        document.map(|document| foci(&document.dossier)).unwrap_or_default()
    }

    fn focus(&mut self, focus: Option<Item>) {
        let action = focus.map_or(Action::Run(Command::ClearFocus), Action::Focus);
        self.app.act(&self.ctx, action);
    }

    /// A change of focus, and the frame that shows it.
    fn show(&mut self, focus: Option<Item>) -> usize {
        self.focus(focus);
        self.draw(Vec::new())
    }

    /// A change of focus, and as many frames as lists take to know their heights.
    fn settle(&mut self, focus: Option<Item>) {
        self.focus(focus);
        self.draw_at_rest();
    }

    /// A frame in which one of the columns moves: down all three of them, then up again.
    fn scroll(&mut self) -> usize {
        const FRAMES: usize = 200;
        let at = match self.moved / FRAMES % 3 {
            0 => pos2(250.0, 600.0),
            1 => pos2(640.0, 600.0),
            _ => pos2(1_000.0, 600.0),
        };
        let down = (self.moved / FRAMES / 3).is_multiple_of(2);
        self.moved += 1;
        let wheel = Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, if down { -60.0 } else { 60.0 }),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        };
        self.draw(vec![Event::PointerMoved(at), wheel])
    }
}

/// What the table says of one size, times in milliseconds.
struct Row {
    name: &'static str,
    megabytes: f64,
    ron: f64,
    load: f64,
    /// The median of the quotients, not the quotient of the medians.
    load_to_ron: f64,
    index: f64,
    haystack: f64,
    focus: Spread,
    shown: Spread,
    first_frame: f64,
    at_rest: f64,
    in_focus: f64,
    scrolling: f64,
    memory: Memory,
}

/// The median over all foci, and the slowest.
struct Spread {
    median: f64,
    most: f64,
}

/// Memory as multiples of the file; not a number where the system does not tell.
struct Memory {
    open: f64,
    most: f64,
}

impl Row {
    fn measure(size: &Size) -> Result<Self, Box<dyn Error>> {
        eprintln!("Measuring {} quotations for the table", size.name);
        let text = dossier_text(size.quotations);
        let pairs: Vec<[f64; 2]> = (0..size.times).map(|turn| ron_and_load(&text, turn)).collect();
        let open = Open::of(loaded(&text));
        let index = (0..size.times).map(|_| {
            let catalogue = Catalogue::of(&open.dossier);
            timed(|| Index::build(&open.dossier, catalogue))
        });
        let index = median(index);
        let haystack =
            median((0..size.times).map(|_| timed(|| Haystack::of(&open.dossier, &open.index))));
        let focus = spread(foci(&open.dossier).into_iter().map(|focus| {
            // The first one of each warms up.
            open.desk(Some(focus));
            median((0..3).map(|_| timed(|| open.desk(Some(focus)))))
        }));
        drop(open);

        let folder = written(&text)?;
        let memory = memory_of(&file_in(&folder))?;
        let begun = Instant::now();
        let mut window = Window::new(folder);
        window.draw(Vec::new());
        let first_frame = milliseconds(begun);
        window.wait();
        window.settle(None);
        let at_rest = median((0..100).map(|_| timed(|| window.draw(Vec::new()))));
        let scrolling = median((0..600).map(|_| timed(|| window.scroll())));
        window.settle(Some(PROMINENT));
        let in_focus = median((0..100).map(|_| timed(|| window.draw(Vec::new()))));
        let foci = window.foci();
        let shown = spread(foci.into_iter().map(|focus| timed(|| window.show(Some(focus)))));
        Ok(Self {
            name: size.name,
            megabytes: text.len() as f64 / 1e6,
            ron: median(pairs.iter().map(|[ron, _]| *ron)),
            load: median(pairs.iter().map(|[_, load]| *load)),
            load_to_ron: median(pairs.iter().map(|[ron, load]| load / ron)),
            index,
            haystack,
            focus,
            shown,
            first_frame,
            at_rest,
            in_focus,
            scrolling,
            memory,
        })
    }

    fn slowest_frame(&self) -> f64 {
        self.at_rest.max(self.in_focus).max(self.scrolling)
    }
}

/// Times of ron alone and of a load, one right after the other; they take turns in being first.
fn ron_and_load(text: &str, turn: usize) -> [f64; 2] {
    if turn.is_multiple_of(2) {
        let ron = timed(|| ron_alone(text));
        [ron, timed(|| loaded(text))]
    } else {
        let load = timed(|| loaded(text));
        [timed(|| ron_alone(text)), load]
    }
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1e3
}

/// The time of some work, without that of letting its result go.
fn timed<T>(work: impl FnOnce() -> T) -> f64 {
    let begun = Instant::now();
    let result = black_box(work());
    let time = milliseconds(begun);
    drop(result);
    time
}

fn median(times: impl Iterator<Item = f64>) -> f64 {
    let mut times: Vec<f64> = times.collect();
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}

fn spread(times: impl Iterator<Item = f64>) -> Spread {
    let times: Vec<f64> = times.collect();
    let most = times.iter().copied().fold(f64::NAN, f64::max);
    Spread { median: median(times.into_iter()), most }
}

/// What opening a file takes, measured in a process of its own that does nothing else.
fn memory_of(file: &Path) -> Result<Memory, Box<dyn Error>> {
    if !Path::new(STATUS).exists() {
        return Ok(Memory { open: f64::NAN, most: f64::NAN });
    }
    let output = Process::new(env::current_exe()?).env(MEMORY_OF, file).output()?;
    let report = String::from_utf8(output.stdout)?;
    let kilobytes: Vec<f64> =
        report.split_whitespace().map(str::parse::<f64>).collect::<Result<_, _>>()?;
    let &[before, open, most] = kilobytes.as_slice() else {
        let why = String::from_utf8_lossy(&output.stderr).into_owned();
        return Err(format!("the memory could not be measured: {why}").into());
    };
    let file = fs::metadata(file)?.len() as f64 / 1024.0;
    Ok(Memory { open: (open - before) / file, most: (most - before) / file })
}

/// Opens a dossier and prints the resident memory before and after it and at most, in kilobytes.
fn report_memory(file: &Path) -> Result<(), Box<dyn Error>> {
    let before = status("VmRSS:")?;
    let open = Open::of(load(file, &|_| true)?);
    let desk = open.desk(None);
    let after = status("VmRSS:")?;
    println!("{before} {after} {}", status("VmHWM:")?);
    black_box((open, desk));
    Ok(())
}

fn status(field: &str) -> Result<u64, Box<dyn Error>> {
    let status = fs::read_to_string(STATUS)?;
    let value = status.lines().find_map(|line| line.strip_prefix(field));
    let number = value.and_then(|value| value.split_whitespace().next());
    Ok(number.ok_or("the system does not tell the memory of a process")?.parse()?)
}

/// A line of the second table: its name, and where its values come from.
type Detail = (&'static str, fn(&Row) -> f64);

/// Lines of the second table.
const DETAILS: [Detail; 13] = [
    ("file, MB", |row| row.megabytes),
    ("ron alone, ms", |row| row.ron),
    ("load, ms", |row| row.load),
    ("index, ms", |row| row.index),
    ("haystack, ms", |row| row.haystack),
    ("change of focus, ms", |row| row.focus.median),
    ("change of focus, drawn, ms", |row| row.shown.median),
    ("change of focus, drawn, slowest, ms", |row| row.shown.most),
    ("frame at rest, ms", |row| row.at_rest),
    ("frame in focus, ms", |row| row.in_focus),
    ("frame while scrolling, ms", |row| row.scrolling),
    ("start to first frame, ms", |row| row.first_frame),
    ("memory at most / file", |row| row.memory.most),
];

fn print_table(rows: &[Row]) {
    println!("\nMedians; of the foci and of the kinds of frame, the slowest.\n");
    println!("      size | load/ron | index ms | focus ms | frame ms | memory/file");
    for row in rows {
        println!(
            "{:>10} | {:>8.2} | {:>8.2} | {:>8.2} | {:>8.2} | {:>11.2}",
            row.name,
            row.load_to_ron,
            row.index,
            row.focus.most,
            row.slowest_frame(),
            row.memory.open
        );
    }
    let [load, focus, frame, memory] = WANTED;
    println!(
        "{:>10} | {load:>8.2} | {:>8} | {focus:>8.2} | {frame:>8.2} | {memory:>11.2}\n",
        "wanted", ""
    );
    print!("{:<36}", "");
    for row in rows {
        print!("{:>11}", row.name);
    }
    println!();
    for (what, value) in DETAILS {
        print!("{what:<36}");
        for row in rows {
            print!("{:>11.2}", value(row));
        }
        println!();
    }
}
