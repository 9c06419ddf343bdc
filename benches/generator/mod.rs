//! Writes dossiers of any size: everything in proportion to the quotations, and the same text for
//! the same number of them.
//!
//! A [`Plan`] first settles who is mentioned where, with which figure and in which sentence; the
//! items are made from it, so that whatever they cite stands in the quotation.

mod chance;
mod phrases;
mod random;

use dossier::dossier::parse::ron_options;
use dossier::dossier::{
    Alias, Answer, Area, Authors, Citation, Derivation, DerivationInput, Dossier, Entity,
    EntityKind, Event, FORMAT, Fact, Figure, Finding, FindingKind, Metric, MetricKind, MetricPart,
    PartialDate, Participant, Period, Quotation, Relation, RelationKind, Scale, Selector, Source,
    SourceKind, Speech, Statement, Topic, Unit, When,
};
use jiff::civil::date;
use ron::ser::PrettyConfig;

use chance::Stated;
use phrases::{AREAS, CLAUSES, GATHERINGS, GOODS, MATTERS, PUBLISHERS, REMARKS, TAILS};
use random::Chance;

/// Fewer quotations than this make no dossier with something of everything.
const SMALLEST: usize = 100;
/// One metric comes on so many quotations.
const A_METRIC: usize = 20;
/// Which of them states it.
const STATES_METRIC: usize = 7;
/// One metric of so many is derived.
const METRICS_IN_TURN: usize = 8;
/// Which of them.
const DERIVED: usize = 4;
/// Characters on either side of a quotation.
const AROUND: usize = 32;
/// Facts that an entity has at most.
const MOST_FACTS: usize = 8;

/// A dossier with so many quotations as text: 1 source for 100 of them, 10 entities, 5 relations, 5
/// metrics, 2 events and 1 topic. It has no errors, warnings or remarks.
pub fn dossier_text(quotations: usize) -> String {
    let dossier = Plan::new(quotations).dossier();
    // As written by hand: fields stand on lines of their own, a citation stands on one line.
    let layout = PrettyConfig::new().new_line("\n").depth_limit(4);
    let body = ron_options().to_string_pretty(&dossier, layout);
    // Writing plain structs of texts to memory has no way to fail.
    body.unwrap_or_default()
}

/// What the items are made from.
struct Plan {
    chance: Chance,
    quotations: usize,
    sources: usize,
    /// Names of entities.
    names: Vec<String>,
    /// What metrics state; `None` for a derived one.
    figures: Vec<Option<Stated>>,
    /// The entity that each quotation names.
    mentions: Vec<usize>,
    /// The entity that speaks in each quotation.
    speakers: Vec<Option<usize>>,
    /// The words of each quotation.
    sentences: Vec<String>,
    /// The quotations that name each entity.
    own: Vec<Vec<usize>>,
}

impl Plan {
    fn new(quotations: usize) -> Self {
        let quotations = quotations.max(SMALLEST);
        let entities = quotations / 10;
        // Some are spoken of everywhere: countries, ministers.
        let prominent = (entities / 20).max(1);
        let mut chance = Chance(quotations as u64);
        let names: Vec<String> = (0..entities).map(|place| chance.name(kind_of(place))).collect();
        let figures: Vec<Option<Stated>> =
            (0..quotations / A_METRIC).map(|place| chance.figure(place)).collect();
        let mentions: Vec<usize> = (0..quotations)
            .map(|place| match place % 10 {
                0 => place / 10 % entities,
                1 | 2 => chance.skewed(prominent),
                _ => chance.below(entities),
            })
            .collect();
        // Every other entity is a person.
        let speakers = (0..quotations)
            .map(|place| (place % 5 < 2).then(|| 2 * chance.below(entities.div_ceil(2))))
            .collect();
        let mut own = vec![Vec::new(); entities];
        let mut sentences = Vec::with_capacity(quotations);
        for (place, mention) in mentions.iter().enumerate() {
            if let Some(list) = own.get_mut(*mention) {
                list.push(place);
            }
            let name = names.get(*mention).map_or("", String::as_str);
            let metric = (place % A_METRIC == STATES_METRIC).then_some(place / A_METRIC);
            let figure = metric.and_then(|metric| figures.get(metric)?.as_ref());
            let figure = figure.map(Stated::in_words);
            sentences.push(chance.sentence(name, figure.as_deref()));
        }
        Self {
            chance,
            quotations,
            sources: (quotations / 100).max(2),
            names,
            figures,
            mentions,
            speakers,
            sentences,
            own,
        }
    }

    fn dossier(mut self) -> Dossier {
        let (sources, quotations) = self.texts();
        Dossier {
            format: FORMAT,
            title: format!("A generated dossier of {} quotations", self.quotations),
            summary: (0..5).map(|_| self.statement()).collect(),
            compiled: Some(PartialDate::Day(date(2026, 11, 21))),
            areas: AREAS
                .iter()
                .enumerate()
                .map(|(place, name)| Area { id: id('a', place), name: (*name).to_owned() })
                .collect(),
            sources,
            quotations,
            entities: (0..self.names.len()).map(|place| self.entity(place)).collect(),
            relations: (0..self.quotations / 20).map(|place| self.relation(place)).collect(),
            metrics: (0..self.figures.len()).map(|place| self.metric(place)).collect(),
            series: Vec::new(),
            events: (0..self.quotations / 50).map(|place| self.event(place)).collect(),
            topics: (0..self.quotations / 100).map(|place| self.topic(place)).collect(),
        }
    }

    /// The first quotation of a source; of the source behind the last, the number of quotations.
    fn first_of(&self, source: usize) -> usize {
        (source * self.quotations).div_ceil(self.sources)
    }

    fn sentence(&self, quotation: usize) -> &str {
        self.sentences.get(quotation).map_or("", String::as_str)
    }

    fn name(&self, entity: usize) -> &str {
        self.names.get(entity).map_or("", String::as_str)
    }

    /// A citation of all of a quotation, or of a stretch of it.
    fn cite(&mut self, quotation: usize) -> Citation {
        let sentence = self.sentences.get(quotation).map_or("", String::as_str);
        let words = (self.chance.below(5) < 3).then(|| self.chance.stretch(sentence));
        Citation { id: id('q', quotation), words }
    }

    /// A citation of words that speak of an entity.
    fn cite_own(&mut self, entity: usize) -> Citation {
        let own: &[usize] = self.own.get(entity).map_or(&[], Vec::as_slice);
        let quotation = own.get(self.chance.below(own.len())).copied().unwrap_or_default();
        self.cite(quotation)
    }

    fn cite_any(&mut self) -> Citation {
        let quotation = self.chance.below(self.quotations);
        self.cite(quotation)
    }

    fn statement(&mut self) -> Statement {
        let text = format!(
            "All sources report that {} {}.",
            self.chance.one_of(&CLAUSES),
            self.chance.one_of(&TAILS)
        );
        Statement { text, quotations: (0..3).map(|_| self.cite_any()).collect() }
    }

    /// The sources, and the quotations in the order in which they stand in them.
    fn texts(&mut self) -> (Vec<Source>, Vec<Quotation>) {
        let mut sources = Vec::with_capacity(self.sources);
        let mut quotations = Vec::with_capacity(self.quotations);
        for source in 0..self.sources {
            let (first, end) = (self.first_of(source), self.first_of(source + 1));
            let mut before = String::new();
            let mut start = 0;
            let mut body_start = 0;
            for place in first..end {
                let order = place - first;
                let closing = closing(order, place + 1 == end);
                let next = if place + 1 < end { self.sentence(place + 1) } else { "" };
                let selector = Selector {
                    exact: self.sentence(place).to_owned(),
                    prefix: tail(&before),
                    suffix: head(&format!("{closing}{next}")),
                    start: Some(start),
                };
                before = format!("{}{closing}", selector.exact);
                quotations.push(self.quotation(place, source, order, selector));
                start += before.chars().count() as u32;
                if order == 0 {
                    body_start = start;
                }
            }
            sources.push(self.source(source, first, start, body_start));
        }
        (sources, quotations)
    }

    fn source(&mut self, place: usize, first: usize, characters: u32, body_start: u32) -> Source {
        let chance = &mut self.chance;
        let publisher = chance.one_of(&PUBLISHERS);
        Source {
            id: id('s', place),
            title: capital(chance.one_of(&CLAUSES)),
            publisher: publisher.to_owned(),
            kind: match place % 5 {
                0 => SourceKind::Newspaper,
                1 => SourceKind::NewsAgency,
                2 => SourceKind::TradePress,
                3 => SourceKind::Official,
                _ => SourceKind::Report,
            },
            author: chance
                .one_in(2)
                .then(|| chance.person())
                .map_or(Authors::Unknown, Authors::Printed),
            editor: chance.one_in(4).then(|| chance.person()),
            published: Some(PartialDate::Minute(chance.day().at(12, 36, 0, 0), None)),
            language: "en".to_owned(),
            url: Some(format!("https://example.org/articles/{place}")),
            sha256: chance.fingerprint(),
            characters: Some(characters),
            body_start: Some(body_start),
            origin: None,
            standing: Some(format!(
                "News report of {publisher}, published on the day after the event and signed by \
                 one reporter. It names those whom it quotes, gives most of what they said \
                 indirectly and does not say where its figures come from; no voice from the other \
                 side of the border is heard."
            )),
            quotations: vec![Citation { id: id('q', first), words: None }],
            remark: chance.one_in(4).then(|| chance.one_of(&REMARKS).to_owned()),
        }
    }

    fn quotation(
        &mut self,
        place: usize,
        source: usize,
        order: usize,
        selector: Selector,
    ) -> Quotation {
        let speaker = self.speakers.get(place).copied().flatten();
        let said = (place % 7 == 3).then(|| When {
            date: Some(PartialDate::Day(self.chance.day())),
            words: Some("on the second day of the talks".to_owned()),
            reading: (place % 14 == 3)
                .then(|| "The talks began on the day before, as the headline says.".to_owned()),
            ..When::default()
        });
        Quotation {
            id: id('q', place),
            source: id('s', source),
            paragraph: order.div_ceil(4) as u32,
            selector,
            speaker: speaker.map(|entity| id('e', entity)),
            speech: match (speaker, place % 2) {
                (None, _) => Speech::Narrative,
                (Some(_), 0) => Speech::Indirect,
                (Some(_), _) => Speech::Direct,
            },
            said,
            origin: None,
            remark: self.chance.one_in(20).then(|| self.chance.one_of(&REMARKS).to_owned()),
        }
    }

    fn entity(&mut self, place: usize) -> Entity {
        let name = self.name(place).to_owned();
        let kind = kind_of(place);
        let own = self.own.get(place).cloned().unwrap_or_default();
        let (naming, stating) = own.split_at(own.len().min(2));
        let mut quotations: Vec<Citation> =
            naming.iter().map(|quotation| self.cite(*quotation)).collect();
        if let Some(first) = quotations.first_mut() {
            first.words = Some(name.clone());
        }
        let many = stating.len().div_ceil(MOST_FACTS).max(2);
        let facts = stating.chunks(many).map(|stating| Fact {
            label: format!("On {}", self.chance.one_of(&MATTERS)),
            value: capital(self.chance.one_of(&CLAUSES)),
            quotations: stating.iter().map(|quotation| self.cite(*quotation)).collect(),
        });
        let facts = facts.collect();
        let alias = self.chance.one_in(4).then(|| Alias {
            name: self.chance.name(kind),
            language: self.chance.one_in(2).then(|| "en".to_owned()),
            quotations: quotations.last().cloned().into_iter().collect(),
        });
        Entity {
            id: id('e', place),
            kind,
            name,
            aliases: alias.into_iter().collect(),
            role: self.chance.role(kind),
            image: None,
            quotations,
            facts,
            remark: self.chance.one_in(10).then(|| self.chance.one_of(&REMARKS).to_owned()),
        }
    }

    fn relation(&mut self, place: usize) -> Relation {
        let all = self.names.len();
        let from = 2 * place % all;
        let chosen = self.chance.skewed(all);
        let to = if chosen == from { (from + 1) % all } else { chosen };
        Relation {
            id: id('r', place),
            from: id('e', from),
            kind: match place % 8 {
                0 => RelationKind::WorksFor,
                1 => RelationKind::MemberOf,
                2 => RelationKind::Heads,
                3 => RelationKind::SpeaksFor,
                4 => RelationKind::CooperatesWith,
                5 => RelationKind::Attended,
                6 => RelationKind::Supports,
                _ => RelationKind::Other {
                    label: "received".to_owned(),
                    inverse: "was received by".to_owned(),
                },
            },
            to: id('e', to),
            event: None,
            quotations: vec![self.cite_own(from)],
            remark: None,
        }
    }

    fn metric(&mut self, place: usize) -> Metric {
        let quotation = place * A_METRIC + STATES_METRIC;
        let about = self.mentions.get(quotation).copied().unwrap_or_default();
        let speaker = self.speakers.get(quotation).copied().flatten();
        let stated = self.figures.get(place).cloned().flatten();
        let year = 2015 + (place % 10) as i16;
        let mut metric = Metric {
            id: id('m', place),
            name: format!("Value of {} in all, {}", self.chance.one_of(&GOODS), self.name(about)),
            kind: MetricKind::Amount,
            area: Some(id('a', place % AREAS.len())),
            figure: derived(place),
            change: None,
            period: place.is_multiple_of(2).then(|| Period {
                from: Some(PartialDate::Year(year)),
                to: Some(PartialDate::Month(year, 9)),
                words: Some("in the first nine months".to_owned()),
            }),
            as_of: None,
            stated_by: Vec::new(),
            about: vec![id('e', about)],
            quotations: Vec::new(),
            note: None,
            remark: None,
        };
        if let Some(stated) = stated {
            let words = Some(stated.in_words());
            metric.quotations.push(Citation { id: id('q', quotation), words });
            if self.chance.one_in(3) {
                metric.quotations.push(self.cite_own(about));
            }
            metric.name = format!("{}, {}", capital(stated.noun), self.name(about));
            metric.kind = stated.kind;
            metric.figure = Figure::Stated(stated.value);
            metric.change = stated.change;
            metric.as_of = self.chance.one_in(3).then(|| When {
                date: Some(PartialDate::Day(self.chance.day())),
                ..When::default()
            });
            metric.stated_by.extend(speaker.map(|entity| id('e', entity)));
            metric.note = self.chance.one_in(4).then(|| "a new record".to_owned());
            metric.remark = self.chance.one_in(10).then(|| self.chance.one_of(&REMARKS).to_owned());
        }
        metric
    }

    fn event(&mut self, place: usize) -> Event {
        let all = self.names.len();
        let first = self.chance.skewed(all);
        let taking_part = 1 + self.chance.below(all.min(4));
        let where_to = first_of_kind(EntityKind::Place) + 16 * self.chance.below(all / 16);
        let date = Some(PartialDate::Day(self.chance.day()));
        Event {
            id: id('v', place),
            name: format!("{} in {}", self.chance.one_of(&GATHERINGS), self.chance.town()),
            when: match place % 4 {
                0 => When { words: Some("in the coming weeks".to_owned()), ..When::default() },
                1 => When {
                    date,
                    words: Some("on the eve of the summit".to_owned()),
                    reading: Some("The summit opened on the day after.".to_owned()),
                    ..When::default()
                },
                _ => When { date, ..When::default() },
            },
            place: (where_to < all).then(|| id('e', where_to)),
            participants: (0..taking_part)
                .map(|step| Participant {
                    entity: id('e', (first + step) % all),
                    part: self.chance.one_in(2).then(|| "spoke".to_owned()),
                })
                .collect(),
            quotations: (0..=place % 2).map(|step| self.cite_own((first + step) % all)).collect(),
            remark: None,
        }
    }

    fn topic(&mut self, place: usize) -> Topic {
        let alone = place % 5 == 4;
        let first = self.chance.below(self.sources);
        let answering =
            if alone { 1 } else { 2 + self.chance.below(self.sources.min(4).saturating_sub(1)) };
        let mut answers: Vec<Answer> = (0..answering)
            .map(|step| {
                let source = (first + step) % self.sources;
                let (begin, end) = (self.first_of(source), self.first_of(source + 1));
                let quotations = (0..=step % 2).map(|_| {
                    let quotation = begin + self.chance.below(end - begin);
                    self.cite(quotation)
                });
                Answer { source: id('s', source), quotations: quotations.collect(), silence: None }
            })
            .collect();
        if alone {
            answers.push(Answer {
                source: id('s', (first + 1) % self.sources),
                quotations: Vec::new(),
                silence: Some("Names the matter and gives no details.".to_owned()),
            });
        }
        let (kind, reason) = match (alone, place % 2) {
            (true, _) => (FindingKind::OneSource, "One source alone tells it."),
            (false, 0) => (FindingKind::Agree, "The words differ, what they say does not."),
            (false, _) => (FindingKind::Differ, "The dates and the numbers do not fit."),
        };
        let matter = self.chance.one_of(&MATTERS);
        Topic {
            id: id('t', place),
            question: format!("What was agreed on {matter} in {}?", self.chance.town()),
            area: Some(id('a', place % AREAS.len())),
            answers,
            finding: Finding { kind, reason: reason.to_owned() },
            remark: None,
        }
    }
}

/// A figure that follows from the metrics just before it.
fn derived(place: usize) -> Figure {
    let input = |name: &str, back: usize, part| DerivationInput {
        name: name.to_owned(),
        metric: id('m', place.saturating_sub(back)),
        part,
    };
    let (formula, second) = if (place / METRICS_IN_TURN).is_multiple_of(2) {
        ("now / (1 + other)", input("other", 1, MetricPart::Change))
    } else {
        ("now + other", input("other", 2, MetricPart::Value))
    };
    Figure::Derived(Derivation {
        formula: formula.to_owned(),
        inputs: vec![input("now", 1, MetricPart::Value), second],
        scale: Scale::Billion,
        unit: dollars(),
    })
}

fn dollars() -> Unit {
    Unit::Currency("USD".to_owned())
}

fn id<T: for<'t> From<&'t str>>(mark: char, place: usize) -> T {
    T::from(format!("{mark}{place}").as_str())
}

/// Every other entity is a person; the rest take turns in sixteens.
fn kind_of(entity: usize) -> EntityKind {
    match entity % 16 {
        1 => EntityKind::Country,
        3 => EntityKind::Body,
        5 => EntityKind::Place,
        7 => EntityKind::Organisation,
        9 => EntityKind::Project,
        11 => EntityKind::Programme,
        13 => EntityKind::Agreement,
        15 => EntityKind::Group,
        _ => EntityKind::Person,
    }
}

fn first_of_kind(kind: EntityKind) -> usize {
    (0..16).find(|place| kind_of(*place) == kind).unwrap_or_default()
}

/// What stands behind a sentence: nothing but a line break behind the headline, a full stop behind
/// the others, and a new paragraph after every four of them.
fn closing(order: usize, last: bool) -> &'static str {
    match order {
        _ if last => ".",
        0 => "\n",
        _ if order.is_multiple_of(4) => ".\n",
        _ => ". ",
    }
}

/// The last characters of a text.
fn tail(text: &str) -> String {
    let before = text.chars().count().saturating_sub(AROUND);
    text.chars().skip(before).collect()
}

/// The first characters of a text.
fn head(text: &str) -> String {
    text.chars().take(AROUND).collect()
}

fn capital(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(characters).collect()
}

fn words_in(text: &str) -> usize {
    text.split_whitespace().count()
}
