//! What the program itself can say of a topic: whether the sources agree, with the reason in words,
//! and where two sources render the same words.
//!
//! # Method
//!
//! Three things are compared, each only where the question asks for it or the words cited are little
//! else: dates, by the stretch of time that they leave open ([`read_date`]); figures, in one unit and
//! as intervals (R. E. Moore, *Interval Analysis*, 1966; see `values.rs`); and those who take part, as
//! sets. What can't be decided so is unknown, never a guess.

mod dates;
mod findings;
mod origins;
pub mod parallels;
mod problems;
mod renderings;
mod values;

use std::ops::Range;

use crate::dossier::{
    Citation, Dossier, FindingKind, Index, Item, ItemKind, PartialDate, Source, Topic,
};
use crate::text::{Asked, Language, Reading, Stance, is_ideograph};
pub use dates::{Dated, read_date};
pub use findings::{disagrees, finding};
pub use origins::{Corroboration, corroboration};
pub use problems::problems;
pub use renderings::{Piece, Rendering, renderings};

/// What the program finds of a topic, with the reason in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Computed {
    /// The sources say the same, or what can be true together.
    Agree(String),
    /// They say different things.
    Differ(String),
    /// Only one of them answers.
    OneSource(String),
    /// They can be compared, but the program can't tell.
    Unknown(String),
    /// They say nothing that the program can compare.
    NotCompared,
}

impl Computed {
    /// The author's word for it; none where the program can't tell.
    pub fn kind(&self) -> Option<FindingKind> {
        match self {
            Self::Agree(_) => Some(FindingKind::Agree),
            Self::Differ(_) => Some(FindingKind::Differ),
            Self::OneSource(_) => Some(FindingKind::OneSource),
            Self::Unknown(_) | Self::NotCompared => None,
        }
    }

    /// Why, in words.
    pub fn reason(&self) -> &str {
        match self {
            Self::Agree(reason)
            | Self::Differ(reason)
            | Self::OneSource(reason)
            | Self::Unknown(reason) => reason,
            Self::NotCompared => "Nothing here that the program can compare.",
        }
    }

    /// The finding in words.
    pub fn name(&self) -> &'static str {
        self.kind().map_or("unknown", FindingKind::name)
    }
}

/// A date or a figure in so few words is what they were cited for.
const FEW_WORDS: usize = 8;

/// What one source answers.
struct Side<'d> {
    /// What to call it.
    name: String,
    published: Option<&'d PartialDate>,
    language: Language,
    passages: Vec<Passage<'d>>,
}

impl Side<'_> {
    fn is_brief(&self) -> bool {
        let words = self.passages.iter().map(|passage| {
            // Chinese sets no blanks; its words have two characters on average.
            let ideographs = passage.words.chars().filter(|c| is_ideograph(*c)).count();
            passage.words.split_whitespace().count() + ideographs / 2
        });
        words.sum::<usize>() <= FEW_WORDS
    }

    /// How all of the words cited stand to what they say, by these words alone; none where they differ
    /// in that.
    fn stance(&self) -> Option<Stance> {
        let mut stances = self.passages.iter().map(|passage| {
            let words = passage.words;
            Reading::of(words, self.language).stance(&(0..words.len()))
        });
        let first = stances.next()?;
        stances.all(|stance| stance == first).then_some(first)
    }
}

/// Words cited as an answer.
struct Passage<'d> {
    quotation: usize,
    /// The whole quotation.
    exact: &'d str,
    /// Where they stand in the quotation, in bytes.
    stretch: Range<usize>,
    words: &'d str,
}

impl<'d> Passage<'d> {
    fn of(citation: &Citation, dossier: &'d Dossier, index: &Index) -> Option<Self> {
        let (quotation, found) = index.quotation(dossier, citation)?;
        let exact = found.selector.exact.as_str();
        let cited = citation.words.as_deref().and_then(|words| {
            let start = exact.find(words)?;
            Some(start..start + words.len())
        });
        let stretch = cited.unwrap_or(0..exact.len());
        let words = exact.get(stretch.clone())?;
        Some(Self { quotation, exact, stretch, words })
    }

    /// Whether the words cited have a stretch of the quotation.
    fn has(&self, stretch: &Range<usize>) -> bool {
        self.stretch.start <= stretch.start && stretch.end <= self.stretch.end
    }

    /// Whether another citation of the quotation has some of these words; `None` has all.
    fn overlaps(&self, words: Option<&Range<usize>>) -> bool {
        words.is_none_or(|other| other.start < self.stretch.end && self.stretch.start < other.end)
    }
}

/// The sources that answer a topic in words, in the order of the file.
fn sides<'d>(dossier: &'d Dossier, index: &Index, topic: &Topic) -> Vec<Side<'d>> {
    let mut answering: Vec<(usize, Vec<Passage<'d>>)> = Vec::new();
    for answer in &topic.answers {
        let found = index.catalogue.find(answer.source.as_str());
        let Some(source) = found.filter(|item| item.kind == ItemKind::Source).map(Item::index)
        else {
            continue;
        };
        let cited = answer.quotations.iter();
        let passages: Vec<Passage<'d>> =
            cited.filter_map(|citation| Passage::of(citation, dossier, index)).collect();
        if let Some((_, all)) = answering.iter_mut().find(|(known, _)| *known == source) {
            all.extend(passages);
        } else if !passages.is_empty() {
            answering.push((source, passages));
        }
    }
    let sources: Vec<&Source> =
        answering.iter().filter_map(|(place, _)| dossier.sources.get(*place)).collect();
    let side = |(place, passages): (usize, Vec<Passage<'d>>)| {
        let source = dossier.sources.get(place)?;
        let language = Language::of_tag(&source.language);
        Some(Side {
            name: name_among(source, &sources),
            published: source.published.as_ref(),
            language,
            passages,
        })
    };
    answering.into_iter().filter_map(side).collect()
}

/// Its publisher, with its title where another has the same one.
fn name_among(source: &Source, all: &[&Source]) -> String {
    let same = all.iter().filter(|other| other.publisher == source.publisher);
    if same.count() < 2 {
        source.publisher.clone()
    } else {
        format!("{} (“{}”)", source.publisher, source.title)
    }
}

/// "Both" or "All".
fn all_of(sides: &[Side<'_>]) -> &'static str {
    if sides.len() == 2 { "Both" } else { "All" }
}

/// What is found where a side gives two answers that exclude each other. Whether they are to one
/// question the program can't tell.
fn contradicts_itself(side: &Side<'_>, one: &str, other: &str) -> Computed {
    let name = &side.name;
    Computed::Unknown(format!(
        "{name} says {one} and {other}: it contradicts itself, or speaks of two things."
    ))
}

/// `Global Times says 30 March 2024, Seetao says 31 March 2024`
fn each_says(sides: &[Side<'_>], said: &[String]) -> String {
    let each = sides.iter().zip(said).map(|(side, what)| format!("{} says {what}", side.name));
    each.collect::<Vec<_>>().join(", ")
}

/// What is found where one side states what another denies, plans or doubts: none where all do the same.
/// `fit` says whether what they speak of is the same.
fn by_stance(
    sides: &[Side<'_>],
    said: &[String],
    stances: &[Stance],
    fit: bool,
) -> Option<Computed> {
    let first = stances.first()?;
    if stances.iter().all(|stance| stance == first) {
        return None;
    }
    let all = sides.iter().zip(said).zip(stances);
    let each = all.map(|((side, what), stance)| match stance {
        Stance::Negated => format!("{} says that it is not {what}", side.name),
        stance => says(&side.name, what, *stance),
    });
    let each = each.collect::<Vec<_>>().join(", ");
    let opposed = fit && stances.contains(&Stance::Negated) && stances.contains(&Stance::Asserted);
    Some(if opposed {
        Computed::Differ(format!("{each}."))
    } else {
        Computed::Unknown(format!("{each}; whether these agree is not decided."))
    })
}

/// What is found where few words have nothing to be compared by, but one side states what another does
/// not; none where all do the same.
fn by_stance_alone(sides: &[Side<'_>]) -> Option<Computed> {
    let stances: Vec<Stance> = sides.iter().map(Side::stance).collect::<Option<_>>()?;
    let first = stances.first()?;
    if stances.iter().all(|stance| stance == first) || !sides.iter().all(Side::is_brief) {
        return None;
    }
    let each = sides.iter().zip(&stances).map(|(side, stance)| says(&side.name, "this", *stance));
    let each = each.collect::<Vec<_>>().join(", ");
    Some(Computed::Unknown(format!("{each}; whether these agree is not decided.")))
}

fn says(name: &str, what: &str, stance: Stance) -> String {
    match stance {
        Stance::Asserted => format!("{name} says {what}"),
        Stance::Negated => format!("{name} says that {what} is not so"),
        Stance::Denied => format!("{name} has {what} denied"),
        Stance::Rejected => format!("{name} has {what} rejected"),
        Stance::Doubted => format!("{name} leaves {what} in doubt"),
        Stance::Planned => format!("{name} has {what} only planned"),
        Stance::Expected => format!("{name} has {what} only expected"),
        Stance::Cancelled => format!("{name} has {what} cancelled"),
        Stance::Failed => format!("{name} says that {what} was tried or missed"),
        Stance::Conditional => format!("{name} has {what} only under a condition"),
    }
}

/// What all sides do alike with what they speak of, for a reason; empty where they state it.
fn stance_in_words(stance: Stance) -> &'static str {
    match stance {
        Stance::Asserted => "",
        Stance::Negated => ", as what is not so",
        Stance::Denied => ", as what is denied",
        Stance::Rejected => ", as what was rejected",
        Stance::Doubted => ", as what is in doubt",
        Stance::Planned => ", as what is planned",
        Stance::Expected => ", as what is expected",
        Stance::Cancelled => ", as what was cancelled",
        Stance::Failed => ", as what was tried or missed",
        Stance::Conditional => ", under a condition",
    }
}

/// `A, B and C`
fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_has_a_name_and_a_reason() {
        let unknown = Computed::Unknown("why".to_owned());
        assert_eq!((unknown.name(), unknown.reason(), unknown.kind()), ("unknown", "why", None));
        assert_eq!(Computed::OneSource(String::new()).name(), "one source");
    }

    #[test]
    fn names_are_listed() {
        assert_eq!(listed(&["A"]), "A");
        assert_eq!(listed(&["A", "B", "C"]), "A, B and C");
        assert_eq!(listed(&[]), "");
    }
}
