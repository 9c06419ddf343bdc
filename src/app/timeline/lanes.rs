//! Which events and publications stand in which lane of the timeline, and in which row of it.

use std::collections::{BTreeMap, BTreeSet};

use super::axis;
use crate::dossier::resolution::resolution;
use crate::dossier::{Dossier, EntityId, Event, Index, Item, ItemKind, PartialDate, When, shorten};
use crate::text::DateReason;

/// What makes a lane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// Where it happened.
    #[default]
    Place,
    /// Who or what took part.
    Participant,
    /// Which source tells it.
    Source,
}

/// How an entry is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Known to the minute or day: a point.
    Point,
    /// A month or year: a bar.
    Bar,
    /// Only words: no date is given.
    Undated,
}

/// An event or a publication.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The event or source.
    pub item: Item,
    /// What happened, or the headline.
    pub name: String,
    /// When, with the words it was resolved from; of a source who published it and when.
    pub caption: String,
    /// How it is drawn.
    pub mark: Mark,
    /// Where it begins and ends, in seconds since 1970; `None` when undated.
    pub span: Option<(f64, f64)>,
    /// Whether it was resolved from words rather than stated as a date.
    pub resolved: bool,
    /// Whether it begins after the dossier's newest publication.
    pub future: bool,
    /// The source itself, the source of the lane, or else the one that is quoted first.
    pub source: Option<usize>,
}

/// Entries that stand side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// The place, participant or source.
    pub name: String,
    /// In time order, undated ones last.
    pub entries: Vec<Entry>,
}

impl Lane {
    fn new(name: &str, mut entries: Vec<Entry>) -> Self {
        let times = |entry: &Entry| entry.span.unwrap_or((f64::INFINITY, f64::INFINITY));
        entries.sort_by(|a, b| {
            let (a, b) = (times(a), times(b));
            a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
        });
        Self { name: name.to_owned(), entries }
    }

    fn begin(&self) -> f64 {
        self.entries.first().and_then(|entry| entry.span).map_or(f64::INFINITY, |span| span.0)
    }
}

/// Participants beyond these share a lane.
const MOST_PARTICIPANTS: usize = 12;

/// The lanes of a dossier that have entries, of those items that `only` lets pass.
pub fn lanes(
    dossier: &Dossier,
    index: &Index,
    by: Grouping,
    only: Option<&dyn Fn(Item) -> bool>,
) -> Vec<Lane> {
    let published = dossier.sources.iter().filter_map(|source| span(source.published.as_ref()?));
    let newest = published.map(|span| span.1).reduce(f64::max);
    let builder = Builder { dossier, index, only, newest };
    let mut lanes = match by {
        Grouping::Place => builder.by_place(),
        Grouping::Participant => builder.by_participant(),
        Grouping::Source => builder.by_source(),
    };
    if by != Grouping::Source {
        lanes.push(Lane::new("Publications", builder.publications()));
    }
    lanes.retain(|lane| !lane.entries.is_empty());
    lanes
}

struct Builder<'d> {
    dossier: &'d Dossier,
    index: &'d Index,
    only: Option<&'d dyn Fn(Item) -> bool>,
    /// The end of the newest publication.
    newest: Option<f64>,
}

/// Entries by the place of an entity or a source.
type Groups = BTreeMap<usize, Vec<Entry>>;

impl Builder<'_> {
    fn by_place(&self) -> Vec<Lane> {
        let (groups, rest) =
            self.grouped(|_, event| event.place.iter().filter_map(|id| self.entity(id)).collect());
        let mut lanes = self.lanes_of_entities(groups);
        lanes.sort_by(|a, b| a.begin().total_cmp(&b.begin()));
        lanes.push(Lane::new("No place stated", rest));
        lanes
    }

    fn by_participant(&self) -> Vec<Lane> {
        let (groups, rest) = self.grouped(|_, event| {
            event.participants.iter().filter_map(|p| self.entity(&p.entity)).collect()
        });
        let mut lanes = self.lanes_of_entities(groups);
        lanes.sort_by(|a, b| {
            b.entries.len().cmp(&a.entries.len()).then(a.begin().total_cmp(&b.begin()))
        });
        let others = lanes.split_off(lanes.len().min(MOST_PARTICIPANTS));
        let others: BTreeMap<Item, Entry> = others
            .into_iter()
            .flat_map(|lane| lane.entries)
            .map(|entry| (entry.item, entry))
            .collect();
        lanes.push(Lane::new("Others", others.into_values().collect()));
        lanes.push(Lane::new("No participant stated", rest));
        lanes
    }

    fn by_source(&self) -> Vec<Lane> {
        let (mut groups, rest) = self.grouped(|item, _| {
            let quotations = self.index.quotations_of(self.dossier, item);
            quotations.into_iter().map(|quotation| self.index.source_of(quotation)).collect()
        });
        for entry in self.publications() {
            groups.entry(entry.item.index()).or_default().push(entry);
        }
        let mut lanes = Vec::with_capacity(groups.len() + 1);
        for (source, mut entries) in groups {
            for entry in &mut entries {
                entry.source = Some(source);
            }
            lanes.push(Lane::new(&self.source_name(source), entries));
        }
        lanes.push(Lane::new("No source stated", rest));
        lanes
    }

    /// The events under each of their keys, and those that have none.
    fn grouped(&self, keys: impl Fn(Item, &Event) -> BTreeSet<usize>) -> (Groups, Vec<Entry>) {
        let (mut groups, mut rest) = (Groups::new(), Vec::new());
        for (place, event) in self.dossier.events.iter().enumerate() {
            let item = Item::new(ItemKind::Event, place);
            if !self.is_wanted(item) {
                continue;
            }
            let entry = self.event(item, event);
            let keys = keys(item, event);
            if keys.is_empty() {
                rest.push(entry);
                continue;
            }
            for key in keys {
                groups.entry(key).or_default().push(entry.clone());
            }
        }
        (groups, rest)
    }

    fn lanes_of_entities(&self, groups: Groups) -> Vec<Lane> {
        let lanes = groups.into_iter().map(|(place, entries)| {
            let entity = Item::new(ItemKind::Entity, place);
            Lane::new(&self.index.title_of(self.dossier, entity), entries)
        });
        lanes.collect()
    }

    fn publications(&self) -> Vec<Entry> {
        let sources = self.dossier.sources.iter().enumerate().filter_map(|(place, source)| {
            let item = Item::new(ItemKind::Source, place);
            let (mark, span) = dated(source.published.as_ref());
            self.is_wanted(item).then(|| Entry {
                item,
                name: source.title.clone(),
                caption: format!("{}, {}", source.publisher, source.published_in_words()),
                mark,
                span,
                resolved: false,
                future: false,
                source: Some(place),
            })
        });
        sources.collect()
    }

    fn event(&self, item: Item, event: &Event) -> Entry {
        let (mark, span) = lasting(&event.when);
        let quotations = self.index.quotations_of(self.dossier, item);
        let found = resolution(self.dossier, &self.index.catalogue, &event.when, &event.quotations);
        let told = event.when.date.is_some() && event.when.words.is_some();
        let resolved = told && found.is_none_or(|found| found.reason != DateReason::Printed);
        Entry {
            item,
            name: event.name.clone(),
            caption: caption(&event.when, resolved),
            mark,
            span,
            resolved,
            future: span.zip(self.newest).is_some_and(|(span, newest)| span.0 >= newest),
            source: quotations.first().map(|quotation| self.index.source_of(*quotation)),
        }
    }

    fn is_wanted(&self, item: Item) -> bool {
        self.only.is_none_or(|only| only(item))
    }

    fn entity(&self, id: &EntityId) -> Option<usize> {
        let found = self.index.catalogue.find(id.as_str());
        found.filter(|item| item.kind == ItemKind::Entity).map(Item::index)
    }

    /// The publisher, with the headline where it has published several of the sources.
    fn source_name(&self, place: usize) -> String {
        let sources = &self.dossier.sources;
        let Some(source) = sources.get(place) else { return String::new() };
        let publisher = &source.publisher;
        if sources.iter().filter(|other| other.publisher == *publisher).count() > 1 {
            format!("{publisher} · {}", shorten(&source.title, 60))
        } else {
            publisher.clone()
        }
    }
}

fn span(date: &PartialDate) -> Option<(f64, f64)> {
    let (start, end) = date.bounds_in_utc()?;
    Some((axis::seconds(start), axis::seconds(end)))
}

fn dated(date: Option<&PartialDate>) -> (Mark, Option<(f64, f64)>) {
    let span = date.and_then(span);
    let mark = match (date, span) {
        (
            Some(PartialDate::Minute(..) | PartialDate::Second(..) | PartialDate::Day(_)),
            Some(_),
        ) => Mark::Point,
        (Some(_), Some(_)) => Mark::Bar,
        (_, None) | (None, _) => Mark::Undated,
    };
    (mark, span)
}

/// What lasted is a bar from its beginning to its end.
fn lasting(when: &When) -> (Mark, Option<(f64, f64)>) {
    if when.date.is_some() {
        return dated(when.date.as_ref());
    }
    let ends = when.start().and_then(span).zip(when.end().and_then(span));
    let span = ends.map(|(from, to)| (from.0, to.1));
    (if span.is_some() { Mark::Bar } else { Mark::Undated }, span)
}

fn caption(when: &When, resolved: bool) -> String {
    match (&when.date, &when.words) {
        (Some(date), Some(words)) if resolved => format!("“{words}” → {date}, resolved"),
        _ => when.to_string(),
    }
}

/// The row of each entry within its lane, so that none overlaps another; `extents` tells where mark
/// and label begin and end. From left to right, each takes the first row that is free.
pub fn rows(extents: &[(f32, f32)], gap: f32) -> Vec<usize> {
    let gap = gap.max(0.0);
    let sorted = extents.iter().map(|(a, b)| (a.min(*b), a.max(*b))).enumerate();
    let mut sorted: Vec<(usize, (f32, f32))> = sorted.collect();
    sorted.sort_by(|(_, a), (_, b)| a.0.total_cmp(&b.0));
    let mut ends: Vec<f32> = Vec::new();
    let mut rows = vec![0; extents.len()];
    for (place, (begin, end)) in sorted {
        let free = ends.iter().position(|taken| taken + gap <= begin);
        let row = free.unwrap_or(ends.len());
        match ends.get_mut(row) {
            Some(taken) => *taken = end,
            None => ends.push(end),
        }
        if let Some(slot) = rows.get_mut(place) {
            *slot = row;
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dossier::Catalogue;
    use crate::dossier::parse::parse;

    const SMALL: &str = r#"(format: 1, title: "t", sources: [
        (id: "paper", title: "Report", publisher: "Paper", kind: Newspaper,
            published: "2024-03-30 12:36", language: "en", standing: "s"),
        (id: "site", title: "Story", publisher: "Site", kind: Web,
            published: "2024-04-01", language: "en", standing: "s"),
    ], quotations: [
        (id: "p1", source: "paper", paragraph: 1, selector: (exact: "a")),
        (id: "s1", source: "site", paragraph: 1, selector: (exact: "b")),
    ], entities: [
        (id: "city", kind: Place, name: "City", quotations: []),
        (id: "town", kind: Place, name: "Town", quotations: []),
        (id: "wang", kind: Person, name: "Wang", quotations: []),
        (id: "li", kind: Person, name: "Li", quotations: []),
    ], events: [
        (id: "next", name: "Next", when: (words: "upcoming"), place: "city",
            quotations: [(id: "s1")]),
        (id: "founded", name: "Founded", when: (date: "2020", words: "four years ago"),
            participants: [(entity: "li")], quotations: [(id: "s1"), (id: "p1")]),
        (id: "launch", name: "Launch", place: "city",
            when: (date: "2024-03-30", words: "On the morning of March 30, 2024"),
            participants: [(entity: "wang"), (entity: "li")], quotations: [(id: "s1")]),
        (id: "summit", name: "Summit", when: (date: "2023-05", words: "In May last year"),
            place: "town", participants: [(entity: "li")], quotations: [(id: "p1")]),
        (id: "later", name: "Later", when: (date: "2024-04-02 09:00", words: "on Tuesday"),
            quotations: [(id: "p1")]),
    ])"#;

    fn of(text: &str, by: Grouping, only: Option<&dyn Fn(Item) -> bool>) -> Vec<Lane> {
        let dossier = parse(text).unwrap();
        let index = Index::build(&dossier, Catalogue::of(&dossier));
        lanes(&dossier, &index, by, only)
    }

    fn told(lanes: &[Lane]) -> Vec<String> {
        let told = lanes.iter().map(|lane| {
            let names: Vec<&str> = lane.entries.iter().map(|entry| entry.name.as_str()).collect();
            format!("{}: {}", lane.name, names.join(", "))
        });
        told.collect()
    }

    #[test]
    fn lanes_are_places_participants_or_sources() {
        assert_eq!(
            told(&of(SMALL, Grouping::Place, None)),
            [
                "Town: Summit",
                "City: Launch, Next",
                "No place stated: Founded, Later",
                "Publications: Report, Story",
            ]
        );
        assert_eq!(
            told(&of(SMALL, Grouping::Participant, None)),
            [
                "Li: Founded, Summit, Launch",
                "Wang: Launch",
                "No participant stated: Later, Next",
                "Publications: Report, Story",
            ]
        );
        let by_source = of(SMALL, Grouping::Source, None);
        assert_eq!(
            told(&by_source),
            ["Paper: Founded, Summit, Report, Later", "Site: Founded, Launch, Story, Next"]
        );
        for (place, lane) in by_source.iter().enumerate() {
            assert!(lane.entries.iter().all(|entry| entry.source == Some(place)));
        }
    }

    #[test]
    fn what_is_filtered_out_leaves_no_lane() {
        let lanes = of(SMALL, Grouping::Place, Some(&|item: Item| item.kind == ItemKind::Source));
        assert_eq!(told(&lanes), ["Publications: Report, Story"]);
        assert!(of("(format: 1, title: \"t\")", Grouping::Source, None).is_empty());
    }

    #[test]
    fn entries_tell_how_their_date_is_known() {
        let lanes = of(SMALL, Grouping::Place, None);
        let entries = || lanes.iter().flat_map(|lane| &lane.entries);
        let told: Vec<_> = entries()
            .map(|e| (e.caption.as_str(), e.mark, e.resolved, e.future, e.source))
            .collect();
        assert_eq!(
            told,
            [
                ("“In May last year” → May 2023, resolved", Mark::Bar, true, false, Some(0)),
                (
                    "30 March 2024 (“On the morning of March 30, 2024”)",
                    Mark::Point,
                    false,
                    false,
                    Some(1)
                ),
                ("“upcoming”, no date given", Mark::Undated, false, false, Some(1)),
                ("“four years ago” → 2020, resolved", Mark::Bar, true, false, Some(1)),
                ("“on Tuesday” → 2 April 2024, 09:00, resolved", Mark::Point, true, true, Some(0)),
                ("Paper, 30 March 2024, 12:36", Mark::Point, false, false, Some(0)),
                ("Site, 1 April 2024", Mark::Point, false, false, Some(1)),
            ]
        );
        let days = entries().map(|e| e.span.map(|span| ((span.1 - span.0) / 60.0) as i32));
        let day = 24 * 60;
        let expected =
            [Some(31 * day), Some(day), None, Some(366 * day), Some(1), Some(1), Some(day)];
        assert_eq!(days.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn participants_beyond_twelve_share_a_lane() {
        let entities: String = (0..15)
            .map(|n| format!("(id: \"e{n}\", kind: Person, name: \"E{n}\", quotations: []),"))
            .collect::<Vec<_>>()
            .concat();
        let all: Vec<String> = (0..15).map(|n| format!("(entity: \"e{n}\")")).collect();
        let text = format!(
            "(format: 1, title: \"t\", entities: [{entities}], events: [\
             (id: \"a\", name: \"A\", when: (words: \"soon\"), participants: [{}], quotations: []),\
             (id: \"b\", name: \"B\", when: (words: \"soon\"), participants: [(entity: \"e14\"), \
             (entity: \"e14\")], quotations: [])])",
            all.join(", ")
        );
        let lanes = told(&of(&text, Grouping::Participant, None));
        assert_eq!(lanes.len(), 13);
        assert_eq!((lanes[0].as_str(), lanes[1].as_str()), ("E14: A, B", "E0: A"));
        assert_eq!((lanes[11].as_str(), lanes[12].as_str()), ("E10: A", "Others: A"));
        assert_eq!(told(&of(&text, Grouping::Source, None)), ["No source stated: A, B"]);
    }

    #[test]
    fn sources_of_one_publisher_go_by_their_headlines() {
        let lanes = of(&SMALL.replace("Site", "Paper"), Grouping::Source, None);
        assert_eq!(
            (lanes[0].name.as_str(), lanes[1].name.as_str()),
            ("Paper · Report", "Paper · Story")
        );
    }

    #[test]
    fn each_entry_takes_the_first_free_row() {
        let extents = [(0.0, 10.0), (5.0, 8.0), (8.0, 20.0), (14.0, 15.0), (12.0, 13.0)];
        assert_eq!(rows(&extents, 2.0), [0, 1, 2, 1, 0]);
        assert_eq!(rows(&[(3.0, 3.0), (3.0, 9.0), (3.0, 9.0)], 0.0), [0, 0, 1]);
        assert!(rows(&[], 4.0).is_empty());
    }

    proptest! {
        #[test]
        fn rows_never_overlap(
            extents in prop::collection::vec((0.0..900.0_f32, 0.0..200.0_f32), 0..60),
            gap in 0.0..30.0_f32
        ) {
            let extents: Vec<_> = extents.into_iter().map(|(x, w)| (x, x + w)).collect();
            let rows = rows(&extents, gap);
            prop_assert_eq!(rows.len(), extents.len());
            prop_assert!(rows.is_empty() || rows.contains(&0));
            for (place, a) in extents.iter().enumerate() {
                for (other, b) in extents.iter().enumerate().skip(place + 1) {
                    let (left, right) = if a.0 <= b.0 { (a, b) } else { (b, a) };
                    prop_assert!(rows[place] != rows[other] || left.1 + gap <= right.0);
                }
            }
        }
    }
}
