//! The tables. A line is `number | text with ⟦its stretch⟧ | reading`, and likewise for `date`, `cuts`
//! (‖ stands where a sentence begins), `stance` and `named`.

use std::fmt::Write;
use std::ops::Range;

use dossier::text::{
    Amount, DateReason, Direction, Language, Movement, PartialDate, Qualifier, Quantity, Reading,
    Stance, Stretch, TimeUnit, Unit, is_named, sentences,
};
use rust_decimal::Decimal;

/// Fewer expressions of a language don't show that it is read.
const FEWEST: usize = 150;

fn plain(number: Decimal) -> String {
    number.round_dp(4).normalize().to_string()
}

fn unit_name(unit: Unit) -> String {
    match unit {
        Unit::Money([only]) => (*only).to_owned(),
        Unit::Money(codes) => format!("{}?", codes[0]),
        Unit::Percent => "%".to_owned(),
        Unit::PercentagePoints => "pp".to_owned(),
        Unit::BasisPoints => "bp".to_owned(),
        Unit::Time(TimeUnit::Year) => "year".to_owned(),
        Unit::Time(TimeUnit::Month) => "month".to_owned(),
        Unit::Time(TimeUnit::Week) => "week".to_owned(),
        Unit::Time(TimeUnit::Day) => "day".to_owned(),
        Unit::Time(TimeUnit::Hour) => "hour".to_owned(),
        Unit::Time(TimeUnit::Minute) => "minute".to_owned(),
        Unit::Measure(measure) => measure.symbol.to_owned(),
    }
}

fn hedge_name(hedge: Qualifier) -> &'static str {
    match hedge {
        Qualifier::Exactly => "exactly",
        Qualifier::Almost => "almost",
        Qualifier::About => "about",
        Qualifier::Over => "over",
        Qualifier::AtLeast => "at-least",
        Qualifier::AtMost => "at-most",
        Qualifier::LessThan => "less-than",
        Qualifier::IncreasedTo | Qualifier::DecreasedTo => "?",
    }
}

fn described(quantity: &Quantity) -> String {
    let mut parts = Vec::new();
    parts.extend(quantity.hedges.first().map(|hedge| hedge_name(*hedge).to_owned()));
    parts.push(match quantity.amount {
        Amount::One(number) => plain(number),
        Amount::Range(from, to) => format!("{}..{}", plain(from), plain(to)),
    });
    parts.extend(quantity.unit.map(unit_name));
    parts.extend(quantity.movement.map(|movement| {
        match movement {
            Movement::By(Direction::Up) => "up-by",
            Movement::By(Direction::Down) => "down-by",
            Movement::To(Direction::Up) => "up-to",
            Movement::To(Direction::Down) => "down-to",
        }
        .to_owned()
    }));
    if quantity.ordinal {
        parts.push("ordinal".to_owned());
    }
    parts.extend(quantity.whole.map(|whole| format!("of {}", plain(whole))));
    parts.join(" ")
}

fn when_in_iso(when: &Stretch) -> String {
    match when.single() {
        Some(date) => date.to_iso(),
        None => format!("{}..{}", when.from.to_iso(), when.to.to_iso()),
    }
}

fn reason_name(reason: DateReason) -> &'static str {
    match reason {
        DateReason::Printed => "printed",
        DateReason::Nearest => "nearest",
        DateReason::Weekday => "weekday",
        DateReason::Counted => "counted",
        DateReason::Beside => "beside",
        DateReason::Open => "open",
    }
}

fn stance_name(stance: Stance) -> String {
    format!("{stance:?}").to_lowercase()
}

/// A text without the marks around its stretch, and where that is in bytes.
fn marked(text: &str) -> (String, Range<usize>) {
    let start = text.find('⟦').expect("no ⟦");
    let end = text.find('⟧').expect("no ⟧") - '⟦'.len_utf8();
    (text.replace(['⟦', '⟧'], ""), start..end)
}

/// What is read in a text, each with its stretch: all of it, so that what should not be read shows too.
fn shown(text: &str, found: &[(Range<usize>, String)]) -> String {
    let each = found.iter().map(|(span, reading)| format!("⟦{}⟧ {reading}", &text[span.clone()]));
    each.collect::<Vec<_>>().join("; ")
}

struct Table {
    name: &'static str,
    language: Language,
    lines: &'static str,
}

const TABLES: [Table; 5] = [
    Table { name: "en", language: Language::English, lines: include_str!("en.txt") },
    Table { name: "zh", language: Language::Chinese, lines: include_str!("zh.txt") },
    Table { name: "ru", language: Language::Russian, lines: include_str!("ru.txt") },
    Table { name: "fr", language: Language::French, lines: include_str!("fr.txt") },
    Table { name: "de", language: Language::German, lines: include_str!("de.txt") },
];

/// What is wrong with the line of a table; none where it is read as it should be.
fn fault(line: &str, language: Language, reference: &PartialDate) -> Option<String> {
    let columns: Vec<&str> = line.split('|').map(str::trim).collect();
    match columns.as_slice() {
        ["number", text, expected] => {
            let (text, span) = marked(text);
            let read = Reading::of(&text, language).quantities();
            let found: Vec<_> = read.iter().map(|q| (q.span.clone(), described(q))).collect();
            let right = found.len() == 1 && found[0] == (span, (*expected).to_owned());
            (!right).then(|| shown(&text, &found))
        }
        ["date", text, expected] => {
            let (text, span) = marked(text);
            let reading = Reading::of(&text, language);
            let dates = reading.dates(Some(reference));
            let mut found: Vec<_> = Vec::new();
            for date in &dates {
                let when = date.when.as_ref().map(|when| match when.single() {
                    Some(PartialDate::Day(day)) => reading
                        .time_on(*day)
                        .map_or_else(|| when_in_iso(when), |time| time.to_iso()),
                    _ => when_in_iso(when),
                });
                let when = when.map_or(String::new(), |when| when + " ");
                found.push((date.span.clone(), format!("{when}{}", reason_name(date.reason))));
            }
            let right = found.contains(&(span, (*expected).to_owned()))
                && (found.len() == 1 || expected.ends_with("beside"));
            (!right).then(|| shown(&text, &found))
        }
        ["cuts", text, ..] => {
            let plain = text.replace('‖', "");
            let cuts: Vec<&str> = sentences(&plain, language)
                .into_iter()
                .map(|sentence| plain[sentence].trim())
                .collect();
            let expected: Vec<&str> = text.split('‖').map(str::trim).collect();
            (cuts != expected).then(|| cuts.join("‖"))
        }
        ["stance", text, expected] => {
            let stance = Reading::of(text, language).stance(&(0..text.len()));
            let stance = stance_name(stance);
            (stance != *expected).then_some(stance)
        }
        ["named", names, text, expected] => {
            let names: Vec<&str> = names.split(';').map(str::trim).collect();
            let found = is_named(&names, true, text, language);
            let answer = if found { "yes" } else { "no" };
            (answer != *expected).then(|| answer.to_owned())
        }
        _ => Some("no line of a table".to_owned()),
    }
}

#[test]
fn every_expression_is_read_as_its_table_says() {
    let mut wrong = String::new();
    for Table { name, language, lines } in TABLES {
        let mut reference: PartialDate = "2031-06-12".parse().unwrap();
        let mut count = 0;
        for (number, line) in lines.lines().enumerate() {
            if let Some(date) = line.strip_prefix("reference ") {
                reference = date.parse().unwrap();
            } else if !line.trim().is_empty() && !line.starts_with('#') {
                count += 1;
                if let Some(fault) = fault(line, language, &reference) {
                    writeln!(wrong, "{name}:{}: {line}\n    read: {fault}", number + 1).unwrap();
                }
            }
        }
        assert!(count >= FEWEST, "{name} has {count} expressions only");
    }
    assert!(wrong.is_empty(), "{} are wrong:\n{wrong}", wrong.matches("read: ").count());
}
