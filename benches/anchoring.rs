//! How many quotations a second are found again in texts of 10 kB, 100 kB and 1 MB, how long the
//! slowest take, and what a plain search for the same words takes beside it.
//!
//! `cargo bench --bench anchoring` measures everything and closes with a table. With `-- table`
//! there is the table alone; with a part of a name, only what has it. Texts and quotations are the
//! same in every run.

#[path = "generator/random.rs"]
mod random;
#[path = "support/run.rs"]
mod run;

use std::cell::LazyCell;
use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{BatchSize, Criterion, SamplingMode, Throughput};
use dossier::anchor::{Text, TextIndex};
use dossier::dossier::Selector;
use memchr::memmem;
use random::Chance;
use run::run;

/// A size to measure at.
struct Size {
    name: &'static str,
    bytes: usize,
    /// Quotations that share a text, and with it its folding.
    quotations: usize,
    /// Texts that the table measures.
    texts: u64,
    /// Quotations a second that are wanted.
    wanted: f64,
    /// The time that criterion has for each benchmark.
    time: Duration,
}

const SIZES: [Size; 3] = [
    Size {
        name: "10 kB",
        bytes: 10_000,
        quotations: 20,
        texts: 100,
        wanted: 10_000.0,
        time: Duration::from_secs(1),
    },
    Size {
        name: "100 kB",
        bytes: 100_000,
        quotations: 60,
        texts: 20,
        wanted: 3_000.0,
        time: Duration::from_secs(2),
    },
    Size {
        name: "1 MB",
        bytes: 1_000_000,
        quotations: 200,
        texts: 5,
        wanted: 400.0,
        time: Duration::from_secs(5),
    },
];

/// Milliseconds within which 99 of 100 searches in the largest text are wanted.
const WANTED_AT_MOST: f64 = 10.0;

/// Characters of the surroundings on either side of a quotation.
const AROUND: usize = 32;

fn main() {
    run(
        |criterion, only_try| {
            let sizes = if only_try { 1 } else { SIZES.len() };
            for size in SIZES.iter().take(sizes) {
                benchmarks(criterion, size);
            }
        },
        || print_table(&SIZES.iter().map(Row::measure).collect::<Vec<Row>>()),
    );
}

fn benchmarks(criterion: &mut Criterion, size: &Size) {
    // Made when the first benchmark asks for it: most may have been filtered out.
    let material = LazyCell::new(|| Material::new(size, 0));
    let mut group = criterion.benchmark_group(format!("text of {}", size.name));
    group.sample_size(10).sampling_mode(SamplingMode::Flat).nresamples(20_000);
    group.warm_up_time(Duration::from_millis(500)).measurement_time(size.time);

    let each_time = BatchSize::PerIteration;
    group.throughput(Throughput::Bytes(size.bytes as u64));
    group.bench_function("fold", |bencher| {
        let text = &material.text;
        bencher.iter_batched(|| (), |()| TextIndex::of(text), each_time);
    });
    group.throughput(Throughput::Elements(size.quotations as u64));
    group.bench_function("anchor", |bencher| {
        let material: &Material = &material;
        // A new index each time: what the first quotation makes for all of them counts.
        let index = || TextIndex::of(&material.text);
        let anchor = |index| {
            let attached = material.anchor(&index);
            (attached, index)
        };
        bencher.iter_batched(index, anchor, each_time);
    });
    group.bench_function("memmem", |bencher| {
        let material: &Material = &material;
        bencher.iter(|| material.scan());
    });
    group.finish();
}

/// A text and the quotations to find in it.
struct Material {
    text: Text,
    quotations: Vec<Selector>,
}

impl Material {
    fn new(size: &Size, seed: u64) -> Self {
        let mut writer = Writer::new(seed);
        let text: Vec<char> = writer.text(size.bytes).chars().collect();
        let elsewhere: Vec<char> = writer.text(5_000).chars().collect();
        let edits = EDITS.iter().cycle().take(size.quotations);
        let quotations = edits.map(|edit| writer.quotation(&text, &elsewhere, *edit)).collect();
        Self { text: Text::new(text.iter().collect()), quotations }
    }

    /// Looks for all quotations. Returns how many were attached.
    fn anchor(&self, index: &TextIndex<'_>) -> usize {
        let found =
            self.quotations.iter().filter(|selector| index.anchor(selector).found.is_some());
        found.count()
    }

    /// Looks for the words of all quotations as they are. Returns how often they stand there.
    fn scan(&self) -> usize {
        let text = self.text.as_str().as_bytes();
        let places = |selector: &Selector| memmem::find_iter(text, &selector.exact).count();
        self.quotations.iter().map(places).sum()
    }
}

/// What became of a text after a quotation was taken from it. The text is shared, so that the
/// quotation is edited instead.
#[derive(Clone, Copy)]
enum Edit {
    Unchanged,
    Rewrapped,
    Typographic,
    Misread,
    WordsExchanged,
    SurroundingsReplaced,
    Moved,
    Removed,
    Foreign,
}

/// Edits in the proportion in which they are met.
const EDITS: [Edit; 12] = [
    Edit::Unchanged,
    Edit::Rewrapped,
    Edit::Misread,
    Edit::Unchanged,
    Edit::WordsExchanged,
    Edit::SurroundingsReplaced,
    Edit::Unchanged,
    Edit::Typographic,
    Edit::Moved,
    Edit::Unchanged,
    Edit::Removed,
    Edit::Foreign,
];

fn between(text: &[char], from: usize, to: usize) -> String {
    text.get(from..to.min(text.len())).unwrap_or_default().iter().collect()
}

fn selector_at(text: &[char], start: usize, length: usize) -> Selector {
    let end = start + length;
    Selector {
        exact: between(text, start, end),
        prefix: between(text, start.saturating_sub(AROUND), start),
        suffix: between(text, end, end + AROUND),
        start: Some(start as u32),
    }
}

impl Chance {
    /// The same with the small ones far more often than the large ones.
    fn skewed(&mut self, bound: usize) -> usize {
        let wide = self.below(bound) + 1;
        self.below(wide)
    }

    fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }
}

/// Writes texts of sentences whose words and phrases recur as they do in language.
struct Writer {
    chance: Chance,
    /// The common ones first.
    words: Vec<&'static str>,
    phrases: Vec<String>,
}

impl Writer {
    fn new(seed: u64) -> Self {
        let words: Vec<&str> = WORDS.split(' ').collect();
        let mut writer = Self { chance: Chance(seed), words, phrases: Vec::new() };
        writer.phrases = (0..80).map(|_| writer.phrase()).collect();
        writer
    }

    fn word(&mut self) -> &'static str {
        let place = self.chance.skewed(self.words.len());
        self.words.get(place).copied().unwrap_or_default()
    }

    /// Three to seven words.
    fn phrase(&mut self) -> String {
        let words: Vec<&str> = (0..3 + self.chance.below(5)).map(|_| self.word()).collect();
        words.join(" ")
    }

    /// Six to thirty words or so, some of them as a phrase that was written before.
    fn sentence(&mut self) -> String {
        let mut sentence = String::new();
        for number in 0..6 + self.chance.below(20) {
            if number > 0 {
                let pause = self.chance.below(24);
                sentence.push_str(match pause {
                    0 | 1 => ", ",
                    2 => " — ",
                    _ => " ",
                });
            }
            if self.chance.one_in(16) {
                let place = self.chance.skewed(self.phrases.len());
                sentence.push_str(self.phrases.get(place).map_or("", String::as_str));
            } else if self.chance.one_in(60) {
                sentence.push_str(&self.chance.below(3_000).to_string());
            } else {
                sentence.push_str(self.word());
            }
        }
        if let Some(first) = sentence.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        if self.chance.one_in(10) { format!("“{sentence}.”") } else { format!("{sentence}.") }
    }

    /// Paragraphs of about so many bytes altogether.
    fn text(&mut self, bytes: usize) -> String {
        let mut text = String::with_capacity(bytes + 512);
        while text.len() < bytes {
            text.push_str(&self.sentence());
            text.push_str(if self.chance.one_in(6) { "\n\n" } else { " " });
        }
        text
    }

    /// A quotation of 60 to 400 characters, taken from `text` before this was edited; what is not
    /// in it comes from `elsewhere`.
    fn quotation(&mut self, text: &[char], elsewhere: &[char], edit: Edit) -> Selector {
        let length = 60 + self.chance.below(341);
        let anywhere = |chance: &mut Chance, text: &[char]| {
            let from = chance.below(text.len().saturating_sub(length));
            let rest = text.get(from..).unwrap_or_default();
            let start = rest.iter().position(|c| *c == ' ').map_or(from, |gap| from + gap + 1);
            selector_at(text, start, length)
        };
        let taken = anywhere(&mut self.chance, text);
        let other = anywhere(&mut self.chance, elsewhere);
        match edit {
            Edit::Unchanged => taken,
            Edit::Rewrapped => Selector { exact: wrapped(&taken.exact), ..taken },
            Edit::Typographic => Selector { exact: typeset(&taken.exact), ..taken },
            Edit::Misread => Selector { exact: self.misread(&taken.exact), ..taken },
            Edit::WordsExchanged => Selector { exact: self.exchanged(&taken.exact), ..taken },
            Edit::SurroundingsReplaced => {
                Selector { prefix: other.prefix, suffix: other.suffix, ..taken }
            }
            Edit::Moved => {
                let start = self.chance.below(text.len()) as u32;
                Selector { start: Some(start), ..taken }
            }
            Edit::Removed => {
                // What stood before it and what stood after it now follow each other.
                let place = self.chance.below(text.len().saturating_sub(length));
                Selector { exact: other.exact, ..selector_at(text, place, 0) }
            }
            Edit::Foreign => other,
        }
    }

    /// Every thirtieth character or so read wrongly.
    fn misread(&mut self, exact: &str) -> String {
        let mut misread = String::with_capacity(exact.len());
        for c in exact.chars() {
            if !c.is_alphanumeric() || !self.chance.one_in(33) {
                misread.push(c);
            } else if self.chance.one_in(2) {
                misread.push(char::from(b'a' + self.chance.below(26) as u8));
            }
        }
        misread
    }

    /// Every fifth word or so exchanged.
    fn exchanged(&mut self, exact: &str) -> String {
        let mut words: Vec<&str> = exact.split(' ').collect();
        for word in &mut words {
            if self.chance.one_in(5) {
                *word = self.word();
            }
        }
        words.join(" ")
    }
}

/// Lines of about sixty characters.
fn wrapped(exact: &str) -> String {
    let mut column = 0;
    let wrap = |c: char| {
        column += 1;
        if c == ' ' && column > 60 {
            column = 0;
            '\n'
        } else {
            c
        }
    };
    exact.chars().map(wrap).collect()
}

/// Other dashes and quotation marks, ligatures, spaces that do not break.
fn typeset(exact: &str) -> String {
    exact
        .replace(['“', '”'], "\"")
        .replace(" — ", " - ")
        .replace("fi", "ﬁ")
        .replace("of ", "of\u{a0}")
        .replace("tion", "\u{ad}tion")
}

/// What was measured at a size.
struct Row {
    name: &'static str,
    /// Quotations a second, the folding of their texts included.
    per_second: f64,
    wanted: f64,
    /// Milliseconds of single searches.
    median: f64,
    slow: f64,
    /// Milliseconds that folding a text takes.
    fold: f64,
    /// The time of anchoring by that of searching for the same words as they are.
    to_scan: f64,
    /// The share of quotations that were attached.
    attached: f64,
}

impl Row {
    fn measure(size: &Size) -> Self {
        // Not counted: the first one finds the processor and the memory unprepared.
        let unprepared = Material::new(size, u64::MAX);
        black_box((unprepared.anchor(&TextIndex::of(&unprepared.text)), unprepared.scan()));
        let (mut singles, mut folds) = (Vec::new(), Vec::new());
        let (mut anchoring, mut scanning) = (0.0, 0.0);
        let mut attached = 0;
        for seed in 0..size.texts {
            let material = Material::new(size, seed);
            let begun = Instant::now();
            let index = TextIndex::of(&material.text);
            folds.push(milliseconds(begun));
            for selector in &material.quotations {
                let begun = Instant::now();
                let found = black_box(index.anchor(selector)).found;
                singles.push(milliseconds(begun));
                attached += usize::from(found.is_some());
            }
            anchoring += milliseconds(begun);
            let begun = Instant::now();
            black_box(material.scan());
            scanning += milliseconds(begun);
        }
        let many = singles.len() as f64;
        Self {
            name: size.name,
            per_second: many / anchoring * 1e3,
            wanted: size.wanted,
            median: percentile(&mut singles, 50),
            slow: percentile(&mut singles, 99),
            fold: percentile(&mut folds, 50),
            to_scan: anchoring / scanning,
            attached: attached as f64 / many,
        }
    }
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1e3
}

/// The value that so many of a hundred do not exceed.
fn percentile(values: &mut [f64], of_a_hundred: usize) -> f64 {
    values.sort_by(f64::total_cmp);
    let place = (values.len() * of_a_hundred).div_ceil(100).saturating_sub(1);
    values.get(place).copied().unwrap_or(f64::NAN)
}

fn print_table(rows: &[Row]) {
    println!(
        "\nEach text is folded once for its quotations, which counts; searches are single ones.\n"
    );
    println!(
        "   text | quotations/s |  wanted | median ms |  99 % ms | fold ms | by memmem | attached"
    );
    for row in rows {
        println!(
            "{:>7} | {:>12.0} | {:>7.0} | {:>9.3} | {:>8.3} | {:>7.3} | {:>9.1} | {:>6.1} %",
            row.name,
            row.per_second,
            row.wanted,
            row.median,
            row.slow,
            row.fold,
            row.to_scan,
            row.attached * 100.0
        );
    }
    println!(
        "\nWanted: 400 quotations a second at 1 MB, 3,000 at 100 kB, 10,000 at 10 kB; at 1 MB 99 \
         of 100 searches within {WANTED_AT_MOST} ms. Removed and foreign quotations, one in six, \
         stand nowhere."
    );
}

/// Words, the common ones first.
const WORDS: &str = "\
the of and to in a is that it was for on are as with his they at be this from have or by one had \
not but what all were when we there can an your which their said if do will each about how up out \
them then she many some so these would other into has more her two like him see time could no \
make than first been its who now people my made over did down only way find use may water long \
little very after words called just where most know through back much before go good new write \
our me man too any day same right look think also around another came come work three word must \
because does part even place well such here take why help put different away again off went old \
number great tell men say small every found still between name should home big give air line set \
own under read last never us left end along while might next sound below saw something thought \
both few those always looked show large often together asked house world going want school \
important until form food keep children feet land side without boy once animals life enough took \
sometimes four head above kind began almost live page got earth need far hand high year mother \
light parts country father let night following picture being study second eyes soon times story \
boys since white days ever paper hard near sentence better best across during today others \
however sure means knew try told young miles sun ways thing whole hear example heard several \
change answer room sea against top turned learn point city play toward five using himself usually \
money seen car morning given town harbour river bridge council member minister treaty railway \
border tariff market price barrel harvest factory engine signal captain sailor quarter district \
province governor secretary committee commission chairman delegate session agenda charter clause \
article budget revenue expense deficit surplus export import cargo freight vessel anchor cable \
tunnel canal reservoir irrigation drought flood rainfall weather winter summer autumn spring \
mountain valley plateau desert forest orchard meadow pasture cattle sheep wheat barley cotton \
timber copper silver uranium petroleum pipeline refinery turbine electricity voltage battery \
satellite telescope laboratory experiment hypothesis theory measure average estimate percentage \
decade century annual monthly weekly daily hourly recent ancient modern foreign domestic regional \
national global urban rural northern southern eastern western central coastal inland remote \
narrow broad shallow steep gentle rapid gradual sudden constant frequent rare common ordinary \
strange familiar curious patient careful careless honest bitter sweet heavy hollow solid liquid \
frozen broken hidden silent loud bright dark pale crimson golden purple yellow orange violet \
copperplate parchment manuscript archive library museum theatre orchestra violin trumpet drummer \
chorus melody rhythm festival wedding funeral birthday carnival procession ceremony tradition \
custom language dialect grammar alphabet dictionary translation interpreter teacher student \
professor engineer architect carpenter plumber baker butcher tailor weaver potter farmer \
fisherman hunter soldier officer general admiral pilot driver passenger traveller merchant banker \
lawyer judge witness prisoner neighbour stranger cousin uncle aunt nephew niece daughter grandson \
widow orphan guest host servant landlord tenant citizen voter candidate election parliament \
senate assembly congress embassy consul ambassador envoy negotiation agreement contract signature \
promise threat warning advice rumour secret evidence document receipt invoice ledger account \
interest mortgage insurance pension salary wage bonus lottery fortune poverty hunger famine \
disease fever hospital surgeon nurse medicine bandage recovery breath heart shoulder elbow finger \
ankle kitchen bedroom ceiling window curtain carpet furniture cupboard drawer mirror candle \
lantern chimney stove kettle saucepan spoon knife bottle basket blanket pillow jacket trousers \
sweater stocking glove button needle thread hammer chisel ladder shovel bucket wheelbarrow wagon \
bicycle lorry tractor locomotive carriage platform ticket timetable luggage suitcase passport \
customs frontier journey voyage expedition compass horizon sunset sunrise midnight noon thunder \
lightning breeze storm blizzard hail frost glacier volcano earthquake crater island peninsula \
lagoon estuary beacon lighthouse buoy dredger quay wharf dock crane warehouse granary elevator \
mill brewery bakery tannery foundry quarry gravel cement mortar plaster marble granite limestone \
sandstone";
