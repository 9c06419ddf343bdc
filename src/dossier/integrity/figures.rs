//! Figures: the number and the unit of each stand in the words that are cited for it.

use rust_decimal::Decimal;

use super::number_words::is_article;
use super::numerals::{Reading, Token, read, says_magnitude, tokens};
use super::units::{says_unit, shows_currency};
use super::{At, Findings};
use crate::dossier::problem::Code;
use crate::dossier::{
    Catalogue, Dossier, Item, ItemKind, Metric, MetricKind, Quotation, Scale, Unit, Value,
};

/// Between an article and the unit that it counts: "a whole calendar year".
const WORDS_AFTER_ARTICLE: usize = 3;

pub(super) fn check(dossier: &Dossier, catalogue: &Catalogue, findings: &mut Findings) {
    for (place, metric) in dossier.metrics.iter().enumerate() {
        if metric.stated().is_none() && metric.change.is_none() {
            continue;
        }
        let cited = Cited::by(metric, dossier, catalogue);
        if cited.passages.is_empty() {
            continue;
        }
        let at = At::item("metrics", place);
        if let Some(value) = metric.stated() {
            let in_order =
                matches!(metric.kind, MetricKind::Count | MetricKind::Age | MetricKind::Duration);
            let sought = Sought { value, in_order, unit_fits: metric.kind.fits(&value.unit) };
            cited.check(&at.field("figure"), &sought, findings);
        }
        if let Some(change) = &metric.change {
            let value = &change.by;
            let own = metric.stated().is_some_and(|stated| stated.unit == value.unit);
            let unit_fits = own || matches!(value.unit, Unit::Percent | Unit::PercentagePoints);
            let sought = Sought { value, in_order: false, unit_fits };
            cited.check(&at.field("change").field("by"), &sought, findings);
        }
    }
}

/// A value that has to stand in the words.
struct Sought<'d> {
    value: &'d Value,
    /// Whether "the eighth" states it too.
    in_order: bool,
    /// A unit that can't be right anyway is reported by another check.
    unit_fits: bool,
}

/// One citation.
struct Passage<'d> {
    /// The whole quotation.
    quotation: &'d str,
    /// The words cited of it, in pieces.
    words: Vec<Token<'d>>,
    english: bool,
}

/// All that is cited for a metric.
struct Cited<'d> {
    passages: Vec<Passage<'d>>,
    /// The numbers in the words cited.
    readings: Vec<Reading>,
    /// Whether all of it is English. Of other languages no words are known.
    english: bool,
}

impl<'d> Cited<'d> {
    /// Citations that lead nowhere are passed over: the check of references reports them.
    fn by(metric: &'d Metric, dossier: &'d Dossier, catalogue: &Catalogue) -> Self {
        let mut passages = Vec::with_capacity(metric.quotations.len());
        let mut readings = Vec::new();
        for citation in &metric.quotations {
            let quotation = place(catalogue, ItemKind::Quotation, citation.id.as_str());
            let Some(quotation) = quotation.and_then(|place| dossier.quotations.get(place)) else {
                continue;
            };
            let english = is_english(quotation, dossier, catalogue);
            let exact = quotation.selector.exact.as_str();
            let words = tokens(citation.words.as_deref().unwrap_or(exact), english);
            read(&words, &mut readings);
            passages.push(Passage { quotation: exact, words, english });
        }
        let english = passages.iter().all(|passage| passage.english);
        Self { passages, readings, english }
    }

    fn check(&self, at: &At<'_>, sought: &Sought<'_>, findings: &mut Findings) {
        let value = sought.value;
        if self.may_be_held_to_numbers() && !self.states_number(sought) {
            let message = format!(
                "the number {} does not stand in the words cited; cite the words that state it",
                value.number
            );
            findings.report(&at.field("number"), Code::FigureNotQuoted, message);
        }
        let (field, missing) = if !self.says_scale(value) {
            ("scale", value.scale.word())
        } else if sought.unit_fits && !self.says_unit(&value.unit) {
            ("unit", name_of(&value.unit))
        } else {
            return;
        };
        let message = format!(
            "nothing in the words cited says “{missing}”; cite the words that give the unit"
        );
        findings.report(&at.field(field), Code::FigureNotQuoted, message);
    }

    /// Number words of other languages are not known; where digits stand, the number is in digits.
    fn may_be_held_to_numbers(&self) -> bool {
        let mut tokens = self.passages.iter().flat_map(|passage| &passage.words);
        self.english || tokens.any(|token| matches!(token, Token::Number(_)))
    }

    fn states_number(&self, sought: &Sought<'_>) -> bool {
        let number = sought.value.number.0.abs();
        let total = total(sought.value);
        let mut readings = self.readings.iter().filter(|r| sought.in_order || !r.ordinal);
        readings.any(|reading| reading.value == number || Some(reading.total) == total)
            || (number == Decimal::ONE && self.counts_by_article(&sought.value.unit))
    }

    /// "in less than a year" states 1.
    fn counts_by_article(&self, unit: &Unit) -> bool {
        self.passages.iter().any(|Passage { words, .. }| {
            words.iter().enumerate().any(|(place, token)| {
                let mut next = words.iter().skip(place + 1).take(WORDS_AFTER_ARTICLE);
                is_article(token)
                    && next.any(|next| matches!(next, Token::Word(word) if says_unit(word, unit)))
            })
        })
    }

    /// Where the number is written out in full, its scale is said with it.
    fn says_scale(&self, value: &Value) -> bool {
        let total = total(value);
        value.scale == Scale::One
            || !self.english
            || self.readings.iter().any(|reading| Some(reading.total) == total)
            || self.anywhere(|text| says_magnitude(text, value.scale.factor()))
    }

    /// In other languages than English percent counts as known; a currency does where a sign or a
    /// code shows that one of another name is meant.
    fn says_unit(&self, unit: &Unit) -> bool {
        if self.anywhere(|text| says_unit(text, unit)) {
            return true;
        }
        match unit {
            Unit::Percent | Unit::PercentagePoints => false,
            Unit::Currency(_) => !self.english && !self.anywhere(shows_currency),
            Unit::Count(_) | Unit::Time(_) | Unit::Measure(_) => !self.english,
        }
    }

    /// The unit may stand outside the words cited, in the rest of the quotation.
    fn anywhere(&self, says: impl Fn(&str) -> bool) -> bool {
        self.passages.iter().any(|passage| says(passage.quotation))
    }
}

/// The number with its scale, without its sign.
fn total(value: &Value) -> Option<Decimal> {
    value.number.0.abs().checked_mul(value.scale.factor())
}

fn name_of(unit: &Unit) -> &str {
    match unit {
        Unit::Currency(name) | Unit::Count(name) | Unit::Measure(name) => name,
        Unit::Percent => "percent",
        Unit::PercentagePoints => "percentage points",
        Unit::Time(unit) => unit.name(false),
    }
}

fn place(catalogue: &Catalogue, kind: ItemKind, id: &str) -> Option<usize> {
    catalogue.find(id).filter(|item| item.kind == kind).map(Item::index)
}

fn is_english(quotation: &Quotation, dossier: &Dossier, catalogue: &Catalogue) -> bool {
    let source = place(catalogue, ItemKind::Source, quotation.source.as_str());
    let source = source.and_then(|place| dossier.sources.get(place));
    let language = source.and_then(|source| source.language.get(..2));
    language.is_some_and(|language| language.eq_ignore_ascii_case("en"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::parse::parse;

    /// What is reported of a metric that cites a quotation in a language.
    fn reported(language: &str, exact: &str, citation: &str, metric: &str) -> Vec<String> {
        let text = format!(
            r#"(format: 1, title: "t",
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
        format!(
            "the number {number} does not stand in the words cited; cite the words that state it"
        )
    }

    fn unit(unit: &str) -> String {
        format!("nothing in the words cited says “{unit}”; cite the words that give the unit")
    }

    const TRADE: &str =
        r#"kind: Amount, figure: Stated(number: 90, scale: Billion, unit: Currency("USD"))"#;
    const FLIGHTS: &str = r#"kind: Count, figure: Stated(number: 68, unit: Count("flights"))"#;
    const YEAR: &str = "kind: Duration, figure: Stated(number: 1, unit: Time(Year))";
    const GROWTH: &str = "kind: Growth, figure: Stated(number: -27.2, unit: Percent)";

    #[test]
    fn figures_that_stand_in_their_words_are_passed_over() {
        for (language, exact, metric) in [
            ("en", "almost $90 billion", TRADE),
            ("en-GB", "US$90bn", TRADE),
            ("EN", "some ninety billion dollars", TRADE),
            ("en", "USD 90,000,000,000", TRADE),
            ("en", "90 000 million dollars", TRADE),
            ("en", "flights have increased to 68", FLIGHTS),
            ("en", "the sixty-eighth flight", FLIGHTS),
            ("en", "in less than a year", YEAR),
            ("en", "within a single calendar year", YEAR),
            ("en", "in its first year", YEAR),
            ("en", "fell by 27.2 per cent", GROWTH),
            ("zh", "近900亿美元", TRADE),
            ("zh", "近九百亿", TRADE),
            ("ru", "почти 90 млрд долларов", TRADE),
            ("ru", "почти 90 миллиардов", TRADE),
            ("ru", "выросло до 68 рейсов", FLIGHTS),
            ("ru", "шестьдесят восемь рейсов", FLIGHTS),
            ("zh-Hans", "六十八条", FLIGHTS),
            ("de", "sank um 27,2 Prozent", GROWTH),
        ] {
            assert_eq!(reported(language, exact, "", metric), Vec::<String>::new(), "{exact}");
        }
    }

    #[test]
    fn figures_that_do_not_stand_in_their_words_are_reported() {
        for (language, exact, metric, expected) in [
            ("en", "almost $95 billion", TRADE, vec![number("90")]),
            ("en", "almost $90 million", TRADE, vec![unit("billion")]),
            ("en", "almost $90", TRADE, vec![unit("billion")]),
            ("en", "almost 90 billion", TRADE, vec![unit("USD")]),
            ("en", "much more", TRADE, vec![number("90"), unit("billion")]),
            ("en", "168 flights", FLIGHTS, vec![number("68")]),
            ("en", "6.8 flights", FLIGHTS, vec![number("68")]),
            ("en", "68 trains", FLIGHTS, vec![unit("flights")]),
            ("en", "a minister spoke for years", YEAR, vec![number("1")]),
            ("en", "one month", YEAR, vec![unit("years")]),
            ("en", "fell by 27 percent", GROWTH, vec![number("-27.2")]),
            ("en", "fell by 27.2", GROWTH, vec![unit("percent")]),
            ("ru", "выросло до 86 рейсов", FLIGHTS, vec![number("68")]),
            ("ru", "почти 90 млрд €", TRADE, vec![unit("USD")]),
            ("ru", "снизилось на 27,2", GROWTH, vec![unit("percent")]),
        ] {
            assert_eq!(reported(language, exact, "", metric), expected, "{exact}");
        }
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
        let whole = "almost $90 billion, up by 27.2 percent";
        assert!(reported("en", whole, "", &metric).is_empty());
        assert_eq!(
            reported("en", "almost $90 billion", "", &metric),
            [number("27.2"), unit("percent")]
        );
    }

    #[test]
    fn a_unit_that_can_not_be_is_left_to_the_other_check() {
        let metric = "kind: Count, figure: Stated(number: 68, unit: Time(Year))";
        assert!(reported("en", "68 flights", "", metric).is_empty());
    }
}
