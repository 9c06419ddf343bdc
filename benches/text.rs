//! How fast a text is read: sentences, numbers and dates, beside the words of the same text by the rules
//! of Unicode, which is the least that any reader does.
//!
//! `cargo bench --bench text` measures and closes with a table. With `-- table` there is the table
//! alone. The texts are the same in every run: invented reports of a megabyte in each language, with as
//! many figures and dates as newspapers have.

#[path = "generator/random.rs"]
mod random;
#[path = "support/run.rs"]
mod run;

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput};
use dossier::text::{Language, PartialDate, Reading, sentences};
use random::Chance;
use run::run;
use unicode_segmentation::UnicodeSegmentation;

const BYTES: usize = 1_000_000;
/// Of so many rounds the fastest counts.
const ROUNDS: usize = 7;

/// Sentences with places for numbers (#) and days (@).
const ENGLISH: &[&str] = &[
    "The harbour master, Ada Quay, said on Thursday that freight had risen by #.5 percent to almost #0 \
     million tonnes last year.",
    "“We have # berths, and another one will follow,” she added, speaking to reporters on @ June 2031.",
    "Nobody at the pilots' guild wanted to comment on the plan, which was put to the council in May.",
    "According to the port's annual report, between #0 and #5 ships a week called at the northern mole.",
    "The council rejected the proposal, and work on the new lighthouse is not expected to begin soon.",
    "Quay Shipping Co. Ltd. moved its seat to the old customs house, where it had stood for decades.",
    "Traffic on the canal fell for the third month in a row, the Gazette reported, citing the lock keepers.",
    "It was a quiet season: fewer crews came ashore, and the inns along the quay stayed half empty.",
];
const RUSSIAN: &[&str] = &[
    "Начальник порта Ада Куэй сообщила в четверг, что грузооборот вырос на #,5 процента, почти до #0 млн тонн.",
    "«У нас # причалов, и скоро появится ещё один», — добавила она @ июня 2031 года на встрече с журналистами.",
    "В гильдии лоцманов отказались комментировать план, который был внесён в совет ещё в мае.",
    "По данным годового отчёта, от #0 до #5 судов в неделю заходили к северному молу.",
    "Совет отклонил предложение, и строительство нового маяка пока не начинается.",
    "Сезон выдался тихим: на берег сходило меньше команд, и трактиры у набережной стояли полупустыми.",
];
const GERMAN: &[&str] = &[
    "Hafenmeisterin Ada Quay sagte am Donnerstag, die Fracht sei um #,5 Prozent auf fast #0 Millionen \
     Tonnen gestiegen.",
    "„Wir haben # Liegeplätze, und ein weiterer wird folgen“, ergänzte sie am @. Juni 2031 vor der Presse.",
    "Aus der Lotsengilde wollte niemand den Plan kommentieren, der im Mai dem Rat vorgelegt worden war.",
    "Nach dem Jahresbericht liefen zwischen #0 und #5 Schiffe in der Woche die nördliche Mole an.",
    "Der Rat lehnte den Vorschlag ab, und die Arbeiten am neuen Leuchtturm beginnen vorerst nicht.",
    "Es war eine stille Saison: Weniger Mannschaften gingen an Land, die Gasthäuser blieben halb leer.",
];
const FRENCH: &[&str] = &[
    "La capitaine du port, Ada Quay, a déclaré jeudi que le fret avait augmenté de #,5 % à près de #0 \
     millions de tonnes.",
    "« Nous avons # postes à quai, et un autre suivra », a-t-elle ajouté le @ juin 2031 devant la presse.",
    "La guilde des pilotes n'a pas voulu commenter le projet, présenté au conseil en mai.",
    "Selon le rapport annuel, entre #0 et #5 navires par semaine ont touché le môle nord.",
    "Le conseil a rejeté la proposition, et les travaux du nouveau phare ne commencent pas encore.",
    "La saison fut calme : moins d'équipages sont descendus à terre et les auberges sont restées vides.",
];
const CHINESE: &[&str] = &[
    "港务长阿达·奎伊星期四表示，去年货运量增长#.5%，达到近#000万吨。",
    "“我们有#个泊位，不久还会增加一个。”她2031年6月@日对记者说。",
    "引航员行会拒绝就五月提交议会的计划发表评论。",
    "年度报告显示，每周有#0至#5艘船停靠北防波堤。",
    "议会否决了这项提议，新灯塔的工程暂时不会开始。",
    "这个季节很安静，上岸的船员减少，码头边的旅店空了一半。",
];

const LANGUAGES: [(&str, Language, &[&str]); 5] = [
    ("English", Language::English, ENGLISH),
    ("Chinese", Language::Chinese, CHINESE),
    ("Russian", Language::Russian, RUSSIAN),
    ("French", Language::French, FRENCH),
    ("German", Language::German, GERMAN),
];

fn main() {
    run(
        |criterion, only_try| {
            let many = if only_try { 1 } else { LANGUAGES.len() };
            for (name, language, phrases) in LANGUAGES.iter().take(many) {
                benchmark(criterion, name, *language, phrases, only_try);
            }
        },
        print_table,
    );
}

fn benchmark(
    criterion: &mut Criterion,
    name: &str,
    language: Language,
    phrases: &[&str],
    only_try: bool,
) {
    let text = text(phrases, if only_try { 10_000 } else { BYTES });
    let mut group = criterion.benchmark_group(format!("text/{name}"));
    group.sample_size(10).throughput(Throughput::Bytes(text.len() as u64));
    group.warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(1));
    group.bench_function("words", |bencher| bencher.iter(|| words(&text)));
    group.bench_function("sentences", |bencher| bencher.iter(|| cut(&text, language)));
    group.bench_function("numbers", |bencher| bencher.iter(|| numbers(&text, language)));
    group.bench_function("dates", |bencher| bencher.iter(|| dates(&text, language)));
    group.finish();
}

fn words(text: &str) -> usize {
    black_box(text).unicode_words().count()
}

fn cut(text: &str, language: Language) -> usize {
    sentences(black_box(text), language).len()
}

fn numbers(text: &str, language: Language) -> usize {
    Reading::of(black_box(text), language).quantities().len()
}

fn dates(text: &str, language: Language) -> usize {
    let day: Option<PartialDate> = "2031-06-12".parse().ok();
    Reading::of(black_box(text), language).dates(day.as_ref()).len()
}

/// What each reads of a megabyte in a second, and how that is to the words by Unicode.
fn print_table() {
    println!(
        "{:>8}  {:>10}  {:>16}  {:>16}  {:>16}",
        "MB/s", "words", "sentences", "numbers", "dates"
    );
    for (name, language, phrases) in LANGUAGES {
        let text = text(phrases, BYTES);
        let speed = |read: &dyn Fn() -> usize| {
            let time = |_| {
                let begun = Instant::now();
                black_box(read());
                begun.elapsed()
            };
            let fastest = (0..ROUNDS).map(time).min().unwrap_or_default();
            text.len() as f64 / 1e6 / fastest.as_secs_f64()
        };
        let by_unicode = speed(&|| words(&text));
        let shown = |speed: f64| format!("{speed:.0} ({:.2})", speed / by_unicode);
        println!(
            "{name:>8}  {by_unicode:>10.0}  {:>16}  {:>16}  {:>16}",
            shown(speed(&|| cut(&text, language))),
            shown(speed(&|| numbers(&text, language))),
            shown(speed(&|| dates(&text, language))),
        );
    }
}

fn text(phrases: &[&str], bytes: usize) -> String {
    let mut chance = Chance(7);
    let mut text = String::with_capacity(bytes + 200);
    while text.len() < bytes {
        for _ in 0..6 {
            let phrase = phrases.get(chance.below(phrases.len())).copied().unwrap_or_default();
            for c in phrase.chars() {
                match c {
                    '#' => text.push_str(&(1 + chance.below(9)).to_string()),
                    '@' => text.push_str(&(1 + chance.below(28)).to_string()),
                    c => text.push(c),
                }
            }
            text.push(' ');
        }
        text.push_str("\n\n");
    }
    text
}
