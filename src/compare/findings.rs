//! The finding of a topic: what its answers come to by dates, by figures, by those who take part.

use std::collections::BTreeSet;

use super::dates::{Dated, are_one, exclude, most_exact, read_date};
use super::values::by_figures;
use super::{
    Asked, Computed, Side, all_of, by_stance, by_stance_alone, contradicts_itself, each_says,
    listed, sides, stance_in_words,
};
use crate::dossier::{Dossier, EntityKind, FindingKind, Index, ItemKind, Topic};
use crate::text::{Stance, Stretch};

/// Those who take part in something.
const PEOPLE: [EntityKind; 4] =
    [EntityKind::Person, EntityKind::Group, EntityKind::Country, EntityKind::Organisation];

/// Bodies are mostly named with somebody's office, and count where nobody else is named.
const PEOPLE_AND_BODIES: [EntityKind; 5] = [
    EntityKind::Person,
    EntityKind::Group,
    EntityKind::Country,
    EntityKind::Organisation,
    EntityKind::Body,
];

/// What the program finds of a topic.
pub fn finding(dossier: &Dossier, index: &Index, topic: &Topic) -> Computed {
    let sides = sides(dossier, index, topic);
    match sides.as_slice() {
        [] => Computed::NotCompared,
        [only] => Computed::OneSource(format!("Only {} answers.", only.name)),
        _ => compared(dossier, index, &topic.question, &sides),
    }
}

/// Whether the program finds otherwise than the author; where it can't tell, it does not.
pub fn disagrees(author: FindingKind, computed: &Computed) -> bool {
    computed.kind().is_some_and(|kind| kind != author)
}

fn compared(dossier: &Dossier, index: &Index, question: &str, sides: &[Side<'_>]) -> Computed {
    let found = match Asked::of(question) {
        Asked::Time => by_dates(sides),
        Asked::Number => by_figures(dossier, index, sides),
        Asked::People => by_people(dossier, index, sides),
        Asked::Other if sides.iter().all(Side::is_brief) => {
            by_dates(sides).or_else(|| by_figures(dossier, index, sides))
        }
        Asked::Other => None,
    };
    found.or_else(|| by_stance_alone(sides)).unwrap_or(Computed::NotCompared)
}

/// None where one of the sides gives no date.
fn by_dates(sides: &[Side<'_>]) -> Option<Computed> {
    let all: Vec<Vec<Dated>> = sides.iter().map(dates_of).collect();
    if all.iter().all(|dates| !dates.is_empty())
        && let Some((side, (one, other))) =
            sides.iter().zip(&all).find_map(|(side, dates)| Some((side, excluding(dates)?)))
    {
        return Some(contradicts_itself(side, &in_words(one), &in_words(other)));
    }
    let told: Vec<&Dated> = all.iter().map(|dates| only(dates)).collect::<Option<_>>()?;
    let dates: Vec<Stretch> = told.iter().map(|one| one.when.clone()).collect();
    let said: Vec<String> = dates.iter().map(in_words).collect();
    let exact = most_exact(&dates).and_then(|place| dates.get(place));
    let stances: Vec<Stance> = told.iter().map(|one| one.stance).collect();
    if let Some(found) = by_stance(sides, &said, &stances, exact.is_some()) {
        return Some(found);
    }
    let Some(exact) = exact else {
        let apart = dates
            .iter()
            .enumerate()
            .any(|(place, one)| dates.iter().skip(place + 1).any(|other| exclude(one, other)));
        let stretched = dates.iter().any(|date| date.single().is_none());
        let each = each_says(sides, &said);
        return Some(if apart {
            Computed::Differ(format!("{each}."))
        } else if stretched {
            Computed::Unknown(format!("{each}; these overlap."))
        } else {
            Computed::Unknown(format!("{each}; where no time zone is named, both may be right."))
        });
    };
    let named = sides.iter().zip(&dates).filter(|(_, date)| are_one(date, exact));
    let exactly: Vec<&str> = named.map(|(side, _)| side.name.as_str()).collect();
    let all = all_of(sides);
    let stance = stances.first().copied().map_or("", stance_in_words);
    let exact = in_words(exact);
    Some(Computed::Agree(if exactly.len() == sides.len() {
        format!("{all} say {exact}{stance}.")
    } else {
        let are = if exactly.len() == 1 { "is" } else { "are" };
        format!("{all} fit {exact}{stance}; {} {are} more exact.", listed(&exactly))
    }))
}

fn in_words(when: &Stretch) -> String {
    match when.single() {
        Some(date) => date.to_string(),
        None => format!("{} to {}", when.from, when.to),
    }
}

/// The most exact date that a side's words give; none where they give several that exclude each other.
fn only(dates: &[Dated]) -> Option<&Dated> {
    let all: Vec<Stretch> = dates.iter().map(|dated| dated.when.clone()).collect();
    dates.get(most_exact(&all)?)
}

/// The first two dates that can't both be right.
fn excluding(dates: &[Dated]) -> Option<(&Stretch, &Stretch)> {
    dates.iter().enumerate().find_map(|(place, one)| {
        let mut rest = dates.iter().skip(place + 1);
        let other = rest.find(|other| exclude(&one.when, &other.when))?;
        Some((&one.when, &other.when))
    })
}

/// The dates in a side's words, each once.
fn dates_of(side: &Side<'_>) -> Vec<Dated> {
    let read = side.passages.iter().filter_map(|passage| {
        read_date(passage.exact, &passage.stretch, side.language, side.published)
    });
    let mut dates: Vec<Dated> = Vec::new();
    for dated in read {
        let known = |other: &Dated| other.when == dated.when && other.stance == dated.stance;
        if !dates.iter().any(known) {
            dates.push(dated);
        }
    }
    dates
}

/// Those whom the words of each side name, held against each other; none where one names nobody.
fn by_people(dossier: &Dossier, index: &Index, sides: &[Side<'_>]) -> Option<Computed> {
    let named: Vec<BTreeSet<usize>> = sides.iter().map(|side| entities_of(side, index)).collect();
    let named = only_of(&PEOPLE, dossier, &named)
        .or_else(|| only_of(&PEOPLE_AND_BODIES, dossier, &named))?;
    let first = named.first()?;
    if named.iter().all(|names| names == first) {
        let who = names_of(first, dossier);
        return Some(Computed::Agree(format!("{} name {who}.", all_of(sides))));
    }
    let mut parts = Vec::new();
    for (place, (side, own)) in sides.iter().zip(&named).enumerate() {
        let others = named.iter().enumerate().filter(|(other, _)| *other != place);
        let others: BTreeSet<usize> = others.flat_map(|(_, names)| names).copied().collect();
        let alone: BTreeSet<usize> = own.difference(&others).copied().collect();
        if alone.is_empty() {
            continue;
        }
        let verb = if own.is_superset(&others) { "adds" } else { "alone names" };
        parts.push(format!("{} {verb} {}", side.name, names_of(&alone, dossier)));
    }
    if parts.is_empty() {
        parts.push("No two sources name the same".to_owned());
    }
    Some(Computed::Differ(format!("{}.", parts.join("; "))))
}

/// The entities that cite the words of a side.
fn entities_of(side: &Side<'_>, index: &Index) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for passage in &side.passages {
        let uses = index.uses(passage.quotation).iter().filter(|used| {
            used.item.kind == ItemKind::Entity && passage.overlaps(used.words.as_ref())
        });
        found.extend(uses.map(|used| used.item.index()));
    }
    found
}

/// What of each set is of some kinds; none where a set has nothing of them.
fn only_of(
    kinds: &[EntityKind],
    dossier: &Dossier,
    named: &[BTreeSet<usize>],
) -> Option<Vec<BTreeSet<usize>>> {
    let is_one = |place: &usize| {
        let entity = dossier.entities.get(*place);
        entity.is_some_and(|entity| kinds.contains(&entity.kind))
    };
    let only = |names: &BTreeSet<usize>| -> BTreeSet<usize> {
        names.iter().copied().filter(is_one).collect()
    };
    let sets: Vec<BTreeSet<usize>> = named.iter().map(only).collect();
    sets.iter().all(|names| !names.is_empty()).then_some(sets)
}

fn names_of(places: &BTreeSet<usize>, dossier: &Dossier) -> String {
    let entities = places.iter().filter_map(|place| dossier.entities.get(*place));
    listed(&entities.map(|entity| entity.name.as_str()).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Catalogue;
    use crate::dossier::parse::parse;

    const BUNDLED: &str = include_str!("../../dossiers/china-central-asia-secretariat.dossier.ron");

    /// Topics of the bundled dossier of which the program finds otherwise than the author, each with
    /// the reason why that may stand.
    const OTHERWISE: [(&str, &str); 0] = [];

    /// What is found where each source has one quotation and both answer a question with it.
    fn found(question: &str, first: &str, second: &str, rest: &str) -> Computed {
        found_in(question, &[first], second, rest)
    }

    /// What is found where the first source answers with all of its quotations, `qa`, `qaa` and on.
    fn found_in(question: &str, first: &[&str], second: &str, rest: &str) -> Computed {
        let ids: Vec<String> =
            (1..=first.len()).map(|many| format!("q{}", "a".repeat(many))).collect();
        let taken: Vec<String> = ids
            .iter()
            .zip(first)
            .map(|(id, exact)| {
                format!(r#"(id: "{id}", source: "a", paragraph: 1, selector: (exact: "{exact}")),"#)
            })
            .collect();
        let taken = taken.concat();
        let cited: Vec<String> = ids.iter().map(|id| format!(r#"(id: "{id}"),"#)).collect();
        let cited = cited.concat();
        let text = format!(
            r#"(format: 1, title: "t",
            sources: [
                (id: "a", title: "a", publisher: "A", kind: Web, published: "2024-03-30",
                    language: "en", standing: "s"),
                (id: "b", title: "b", publisher: "B", kind: Web, published: "2024-04-01",
                    language: "en", standing: "s"),
            ],
            quotations: [
                {taken}
                (id: "qb", source: "b", paragraph: 1, selector: (exact: "{second}")),
            ],
            {rest}
            topics: [(id: "t", question: "{question}", answers: [
                (source: "a", quotations: [{cited}]),
                (source: "b", quotations: [(id: "qb")]),
            ], finding: (kind: Agree, reason: "r"))])"#
        );
        let dossier = parse(&text).unwrap();
        let index = Index::build(&dossier, Catalogue::of(&dossier));
        finding(&dossier, &index, &dossier.topics[0])
    }

    fn agree(reason: &str) -> Computed {
        Computed::Agree(reason.to_owned())
    }

    fn differ(reason: &str) -> Computed {
        Computed::Differ(reason.to_owned())
    }

    #[test]
    fn dates_are_compared_to_their_precision() {
        let when = |first, second| found("When was it?", first, second, "");
        assert_eq!(when("on Saturday", "on March 30, 2024"), agree("Both say 30 March 2024."));
        let fit = "Both fit 30 March 2024; A is more exact.";
        assert_eq!(when("on Saturday", "in March 2024"), agree(fit));
        let apart = "A says 29 March 2024, B says 30 March 2024.";
        assert_eq!(when("on Friday", "on Saturday"), differ(apart));
        assert_eq!(when("on Friday", "lately"), Computed::NotCompared);
    }

    #[test]
    fn what_one_denies_and_the_other_says_is_not_decided_without_anything_to_compare() {
        let asked = |first, second| found("What became of the bill?", first, second, "");
        let open = "A says this, B has this rejected; whether these agree is not decided.";
        assert_eq!(
            asked("the council took up the bill", "the council rejected the bill"),
            Computed::Unknown(open.to_owned())
        );
        let so = "A says that this is not so, B says this; whether these agree is not decided.";
        assert_eq!(
            asked("the pilots did not come", "the pilots came"),
            Computed::Unknown(so.to_owned())
        );
        let both = asked("the council rejected the bill", "the bill was turned down");
        assert_eq!(both, Computed::NotCompared);
    }

    #[test]
    fn times_are_compared_across_zones() {
        let when = |first, second| found("When was it?", first, second, "");
        let both = "Both say 30 March 2024, 12:36 (UTC+8).";
        assert_eq!(
            when("on March 30, 2024, 12:36 Beijing time", "30 March 2024, 04:36 UTC"),
            agree(both)
        );
        let apart = "A says 30 March 2024, 12:36 (UTC+8), B says 30 March 2024, 12:36 (UTC).";
        let (beijing, utc) = ("30 March 2024, 12:36 Beijing time", "30 March 2024, 12:36 UTC");
        assert_eq!(when(beijing, utc), differ(apart));
        let open = "A says 31 March 2024, 00:30 (UTC+8), B says 30 March 2024; where no time zone is \
                    named, both may be right.";
        assert_eq!(
            when("31 March 2024, 00:30 Beijing time", "30 March 2024"),
            Computed::Unknown(open.to_owned())
        );
        let day = "Both fit 30 March 2024, 12:36 (UTC+8); A is more exact.";
        assert_eq!(when(beijing, "30 March 2024"), agree(day));
        assert_eq!(when(beijing, "28 March 2024").name(), "differ");
        assert_eq!(when("30 March 2024, 12:36", "30 March 2024, 12:40").name(), "differ");
    }

    #[test]
    fn figures_are_compared_with_their_qualifiers() {
        let trade = |first, second| found("How large was trade?", first, second, "");
        let almost = "almost $90 billion";
        let fit = "A says almost $90 billion, B says $89.4 billion; these fit each other.";
        assert_eq!(trade(almost, "$89.4 billion"), agree(fit));
        let apart = "A says almost $90 billion, B says $95 billion.";
        assert_eq!(trade(almost, "$95 billion"), differ(apart));
        assert_eq!(trade(almost, "$70 billion").name(), "differ");
        assert_eq!(trade(almost, "over $85 billion").name(), "agree");
        assert_eq!(trade("over $85 billion", "$200 billion").name(), "unknown");
        assert_eq!(trade("about $90 billion", "$85 billion").name(), "agree");
        assert_eq!(trade(almost, "89,400 million dollars").name(), "agree");
        assert_eq!(trade(almost, "almost 90 billion yuan").name(), "unknown");
        assert_eq!(trade("in 2022 $90 billion", "in 2023 $95 billion").name(), "unknown");
        assert_eq!(trade("68 ships", "69 ships").name(), "differ");
        assert_eq!(trade("4 years", "48 months").name(), "agree");
    }

    #[test]
    fn units_are_compared_as_one() {
        let long = |first, second| found("How large is it?", first, second, "");
        for (first, second, name) in [
            ("$90 billion", "90 bn dollars", "agree"),
            ("$90 billion", "90 thousand million dollars", "agree"),
            ("100 km", "62 miles", "agree"),
            ("100 km", "60 miles", "differ"),
            ("1,480 km", "1\u{a0}480\u{a0}km", "agree"),
            ("500 kWh", "0.5 MWh", "agree"),
        ] {
            assert_eq!(long(first, second).name(), name, "{first} and {second}");
        }
        let apart = "A says 100 km, B says 60 mi.";
        assert_eq!(long("100 km", "60 miles"), differ(apart));
    }

    #[test]
    fn a_source_that_contradicts_itself_is_said_to() {
        let itself = |said: &str| {
            let reason = format!("A says {said}: it contradicts itself, or speaks of two things.");
            Computed::Unknown(reason)
        };
        let many = |first: &[&str]| found_in("How many ships?", first, "68 ships", "");
        assert_eq!(many(&["68 ships", "70 ships"]), itself("68 ships and 70 ships"));
        assert_eq!(many(&["up by 3 ships", "down by 3 ships"]).name(), "unknown");
        assert_eq!(many(&["68 ships", "68 ships in all"]), agree("Both say 68 ships."));
        let when = |first: &[&str], second| found_in("When was it?", first, second, "");
        let days = itself("29 March 2024 and 30 March 2024");
        assert_eq!(when(&["on Friday", "on Saturday"], "in March 2024"), days);
        assert_eq!(when(&["in March 2024", "on Friday", "on Saturday"], "in March 2024"), days);
        assert_eq!(
            when(&["in March 2024", "on Saturday"], "on March 30, 2024"),
            agree("Both say 30 March 2024.")
        );
        assert_eq!(when(&["on Friday", "on Saturday"], "lately").kind(), None);
    }

    #[test]
    fn periods_that_overlap_are_not_the_same() {
        let metric = |quotation: &str, number: &str, from: &str, to: &str| {
            format!(
                r#"(id: "{quotation}-m", name: "m", kind: Count, period: (from: "{from}", to: "{to}",
                    words: "w"), figure: Stated(number: {number}, unit: Count("ships")),
                    quotations: [(id: "{quotation}")]),"#
            )
        };
        let asked = |from: &str| {
            let first = metric("qa", "68", "2023-01", "2023-06");
            let metrics = first + &metric("qb", "70", from, "2023-06");
            found("How many?", "68 ships", "70 ships", &format!("metrics: [{metrics}],"))
        };
        assert_eq!(asked("2023-01"), differ("A says 68 ships, B says 70 ships."));
        assert_eq!(asked("2023-04").name(), "unknown");
    }

    #[test]
    fn a_change_is_no_level() {
        let trade = |first, second| found("How did trade do?", first, second, "");
        let (up_by, down_by) = ("up by 10 percent", "down 10 percent");
        assert_eq!(trade(up_by, "rose by 10 percent"), agree("Both say up by 10 %."));
        let apart = "A says up by 10 %, B says down by 10 %.";
        assert_eq!(trade(up_by, down_by), differ(apart));
        let unlike =
            "A says up by $10 billion, B says increased to $10 billion; a change is not a level.";
        assert_eq!(
            trade("rose by $10 billion", "rose to $10 billion"),
            Computed::Unknown(unlike.to_owned())
        );
        assert_eq!(trade("up by 68 ships", "up to 68 ships").name(), "unknown");
        assert_eq!(trade(up_by, "a share of 10 percent").name(), "unknown");
    }

    #[test]
    fn metrics_are_compared_where_their_words_are_cited() {
        let metric = |id: &str, number: &str, quotation: &str, more: &str| {
            format!(
                r#"(id: "{id}", name: "{id}", kind: Count, {more} figure: Stated(number: {number},
                    unit: Count("direct flights")), quotations: [(id: "{quotation}")]),"#
            )
        };
        let asked = |more: &str| {
            let both = metric("m", "68", "qa", "") + &metric("n", "70", "qb", more);
            found("How many?", "up to 68", "70 in all", &format!("metrics: [{both}],"))
        };
        assert_eq!(asked(""), differ("A says 68 direct flights, B says 70 direct flights."));
        assert_eq!(asked(r#"as_of: (date: "2023"),"#).name(), "unknown");
    }

    #[test]
    fn those_who_take_part_are_compared_as_sets() {
        let entity = |id: &str, cited: &str| {
            format!(r#"(id: "{id}", kind: Person, name: "{id}", quotations: [{cited}]),"#)
        };
        let (first, second) = (r#"(id: "qa")"#, r#"(id: "qb")"#);
        let both = format!("{first}, {second}");
        let who = |rest: &[&str]| {
            found("Who came?", "they", "they", &format!("entities: [{}],", rest.concat()))
        };
        let (x, y, z) = (entity("x", &both), entity("y", second), entity("z", first));
        assert_eq!(who(&[&x]), agree("Both name x."));
        assert_eq!(who(&[&x, &y]), differ("B adds y."));
        assert_eq!(who(&[&x, &y, &z]), differ("A alone names z; B alone names y."));
        assert_eq!(who(&[&y]).kind(), None);
    }

    #[test]
    fn what_is_mentioned_by_the_way_decides_nothing() {
        let long = "They met on Saturday in the old town and spoke at length of the six countries";
        assert_eq!(found("What did they say?", long, long, "").kind(), None);
        assert_eq!(found("Its age?", "four years", "four years", ""), agree("Both say 4 years."));
    }

    #[test]
    fn the_bundled_dossier_is_not_contradicted() {
        let dossier = parse(BUNDLED).unwrap();
        let index = Index::build(&dossier, Catalogue::of(&dossier));
        for topic in &dossier.topics {
            let computed = finding(&dossier, &index, topic);
            let listed = OTHERWISE.iter().any(|(id, _)| *id == topic.id.as_str());
            assert_eq!(
                disagrees(topic.finding.kind, &computed),
                listed,
                "{} {computed:?}",
                topic.id
            );
            let expected = match topic.id.as_str() {
                "when-launched" => agree("Both say 30 March 2024."),
                "six" => agree("Both say 6 countries."),
                "who-congratulated" => differ(
                    "Seetao adds Foreign ministers of the five Central Asian countries, \
                     Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan.",
                ),
                "who-attended" => Computed::OneSource("Only Seetao answers.".to_owned()),
                "trade-figures" => Computed::OneSource("Only Global Times answers.".to_owned()),
                _ => continue,
            };
            assert_eq!(computed, expected, "{}", topic.id);
        }
    }
}
