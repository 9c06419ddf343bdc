//! Figures in their words, and figures that are otherwise there.

use super::*;
use crate::dossier::parse::parse;

/// What is reported of a metric that cites a quotation in a language.
fn reported(language: &str, exact: &str, citation: &str, metric: &str) -> Vec<String> {
    let text = format!(
        r#"(format: 2, title: "t",
        sources: [(id: "s", title: "t", publisher: "p", kind: Web, published: "2031",
            language: "{language}", standing: "s")],
        quotations: [(id: "q", source: "s", paragraph: 1, selector: (exact: "{exact}"))],
        metrics: [(id: "m", name: "m", {metric}, quotations: [(id: "q"{citation})])])"#
    );
    let dossier = parse(&text).unwrap();
    let mut findings = Findings::default();
    check(&dossier, &Catalogue::of(&dossier), &mut findings);
    findings.into_problems(&dossier, &text).into_iter().map(|found| found.message).collect()
}

fn number(number: &str) -> String {
    format!("the number {number} does not stand in the words cited; cite the words that state it")
}

fn unit(unit: &str) -> String {
    format!("nothing in the words cited says “{unit}”; cite the words that give the unit")
}

const TRADE: &str =
    r#"kind: Amount, figure: Stated(number: 90, scale: Billion, unit: Currency("USD"))"#;
const FLIGHTS: &str = r#"kind: Count, figure: Stated(number: 68, unit: Count("flights"))"#;
const YEAR: &str = "kind: Duration, figure: Stated(number: 1, unit: Time(Year))";
/// A figure with a qualifier.
fn qualified(metric: &str, qualifier: &str) -> String {
    let open = metric.strip_suffix(')').unwrap();
    format!("{open}, qualifier: {qualifier})")
}

const GROWTH: &str = "kind: Growth, figure: Stated(number: -27.2, unit: Percent)";

#[test]
fn figures_that_stand_in_their_words_are_passed_over() {
    for (language, exact, metric) in [
        ("en", "amounted to $90 billion", TRADE),
        ("en-GB", "US$90bn", TRADE),
        ("EN", "ninety billion dollars", TRADE),
        ("en", "USD 90,000,000,000", TRADE),
        ("en", "90 000 million dollars", TRADE),
        ("en", "flights have increased to 68", FLIGHTS),
        ("en", "the sixty-eighth flight", FLIGHTS),
        ("en", "68 of the 90 flights", FLIGHTS),
        ("en", "60 of the 68 flights", FLIGHTS),
        ("en", "in less than a year", &qualified(YEAR, "LessThan")),
        ("en", "within a single calendar year", YEAR),
        ("en", "in its first year", YEAR),
        ("en", "within 12 months", YEAR),
        ("en", "fell by 27.2 per cent", GROWTH),
        ("en", "growth of −27.2%", GROWTH),
        ("zh", "900亿美元", TRADE),
        ("zh", "九百亿美元", TRADE),
        ("zh", "近900亿美元", &qualified(TRADE, "Almost")),
        ("ru", "90 млрд долларов", TRADE),
        ("ru", "почти 90 миллиардов долларов", &qualified(TRADE, "Almost")),
        ("ru", "выросло до 68 рейсов", FLIGHTS),
        ("ru", "шестьдесят восемь рейсов", FLIGHTS),
        ("zh-Hans", "六十八条", FLIGHTS),
        ("de", "sank um 27,2 Prozent", GROWTH),
        ("fr", "90 milliards de dollars", TRADE),
        ("kk", "90 миллиард доллар", TRADE),
    ] {
        assert_eq!(reported(language, exact, "", metric), Vec::<String>::new(), "{exact}");
    }
}

#[test]
fn figures_that_do_not_stand_in_their_words_are_reported() {
    let scale = |words: &str, read: &str| {
        vec![format!(
            "the words say “{words}”, which is {read}, and the figure is 90,000,000,000; correct \
             `number` or `scale`"
        )]
    };
    for (language, exact, metric, expected) in [
        ("en", "some $95 billion", TRADE, vec![number("90")]),
        ("en", "it was $90 million", TRADE, scale("$90 million", "90,000,000")),
        ("en", "it was $90", TRADE, vec![unit("billion")]),
        ("en", "it was 90 billion", TRADE, vec![unit("USD")]),
        ("en", "much more", TRADE, vec![number("90"), unit("USD")]),
        ("zh", "90亿美元", TRADE, scale("90亿美元", "9,000,000,000")),
        ("en", "168 flights", FLIGHTS, vec![number("68")]),
        ("en", "6.8 flights", FLIGHTS, vec![number("68")]),
        ("en", "68 trains", FLIGHTS, vec![unit("flights")]),
        ("en", "a minister spoke for years", YEAR, vec![number("1")]),
        ("en", "fell by 27 percent", GROWTH, vec![number("-27.2")]),
        ("en", "fell by 27.2", GROWTH, vec![unit("percent")]),
        ("ru", "выросло до 86 рейсов", FLIGHTS, vec![number("68")]),
        ("ru", "снизилось на 27,2", GROWTH, vec![unit("percent")]),
    ] {
        assert_eq!(reported(language, exact, "", metric), expected, "{exact}");
    }
}

#[test]
fn what_the_words_say_otherwise_is_told() {
    let points = "kind: Growth, figure: Stated(number: 2, unit: PercentagePoints)";
    for (language, exact, metric, part) in [
        ("en", "almost 68 flights", FLIGHTS, "write `qualifier: Almost`"),
        ("en", "68 flights", &*qualified(FLIGHTS, "Over"), "without “over”"),
        ("en", "exactly 68 flights", &qualified(FLIGHTS, "About"), "leave `qualifier` out"),
        ("en", "between 60 and 68 flights", FLIGHTS, "which is a range"),
        ("en", "it rose by 2 percent", points, "the unit is “percentage points”"),
        ("en", "one month", YEAR, "the unit is “years”"),
        ("ru", "90 млрд €", TRADE, "the unit is “USD”"),
        (
            "en",
            "300 Hong Kong dollars",
            "kind: Amount, figure: Stated(number: 300, unit: Currency(\"USD\"))",
            "the unit is “USD”",
        ),
        ("en", "growth of 27.2 percent", GROWTH, "without a fall"),
        (
            "en",
            "fell by 27.2 percent",
            "kind: Growth, figure: Stated(number: 27.2, unit: Percent)",
            "a fall",
        ),
    ] {
        let found = reported(language, exact, "", metric);
        assert!(found.len() == 1 && found[0].contains(part), "{exact}: {found:?}");
    }
}

#[test]
fn a_range_is_one_figure() {
    let range = "kind: Share, figure: Stated(number: 60, to: 65, unit: Percent)";
    assert_eq!(reported("en", "between 60 and 65 percent", "", range), [""; 0]);
    assert_eq!(reported("de", "60 bis 65 Prozent", "", range), [""; 0]);
    assert_eq!(reported("en", "65 percent", "", range), [number("60 to 65")]);
}

#[test]
fn the_number_stands_in_the_words_cited_and_the_unit_anywhere_in_the_quotation() {
    let exact = "Direct flights have increased to 68 and trains to 70";
    let cite = |words: &str| format!(r#", words: "{words}""#);
    assert!(reported("en", exact, &cite("increased to 68"), FLIGHTS).is_empty());
    assert_eq!(reported("en", exact, &cite("trains to 70"), FLIGHTS), [number("68")]);
}

#[test]
fn a_change_stands_in_the_words_too() {
    let by = r#"change: (direction: Up, by: (number: 27.2, unit: Percent), basis: "b")"#;
    let metric = format!("{TRADE}, {by}");
    let whole = "reached $90 billion, up by 27.2 percent";
    assert!(reported("en", whole, "", &metric).is_empty());
    assert_eq!(
        reported("en", "reached $90 billion", "", &metric),
        [number("27.2"), unit("percent")]
    );
}

#[test]
fn a_unit_that_can_not_be_is_left_to_the_other_check() {
    let metric = "kind: Count, figure: Stated(number: 68, unit: Time(Year))";
    assert!(reported("en", "68 flights", "", metric).is_empty());
}

#[test]
fn a_fall_is_no_rise() {
    let by = r#"change: (direction: Up, by: (number: 27.2, unit: Percent), basis: "b")"#;
    let metric = format!("{TRADE}, {by}");
    let told = reported("en", "reached $90 billion, down by 27.2 percent", "", &metric);
    assert_eq!(told, ["the words say a fall (“27.2 percent”), and `direction` is `Up`"]);
}
