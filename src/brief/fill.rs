//! Makes a new brief of a template: its sections, filled from the dossier and the analyst's work.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::compose::Material;
use super::own_text;
use super::template::{Fill, Origin, Template};
use crate::annotations::{Brief, BriefHead, Content, Entry, Form, Pin, Section};
use crate::dossier::{Item, ItemKind, Statement};

/// A new brief with an id. Sections that have nothing to be filled with are left out.
pub fn fill(template: &Template, material: Material<'_>, id: &str) -> Brief {
    let cited = material.dossier.summary.iter().flat_map(|statement| &statement.quotations);
    let summed_up = cited.map(|citation| citation.id.as_str()).collect();
    let filling = Filling { m: material, summed_up };
    let mut sections = Vec::new();
    for section in &template.sections {
        let contents: Vec<(bool, Vec<Content>)> = section
            .fill
            .iter()
            .map(|fill| (matches!(fill, Fill::Text(_)), filling.contents(fill)))
            .collect();
        let only_words = contents.iter().all(|(is_words, _)| *is_words);
        let has_more =
            contents.iter().any(|(is_words, contents)| !is_words && !contents.is_empty());
        if !only_words && !has_more {
            continue;
        }
        let contents = contents.into_iter().flat_map(|(_, contents)| contents);
        sections.push(Section {
            heading: section.heading.clone(),
            entries: contents.map(|content| Entry { id: String::new(), content }).collect(),
            ..Section::default()
        });
    }
    let head = BriefHead {
        name: template.name.clone(),
        title: material.dossier.title.clone(),
        ..BriefHead::default()
    };
    let mut brief = Brief { id: id.to_owned(), head, sections };
    brief.number();
    brief
}

struct Filling<'d> {
    m: Material<'d>,
    /// The quotations that the summary cites.
    summed_up: HashSet<&'d str>,
}

impl Filling<'_> {
    fn contents(&self, fill: &Fill) -> Vec<Content> {
        let m = self.m;
        match fill {
            Fill::Text(words) => vec![Content::text(words.clone())],
            Fill::Summary { from, most } => {
                let statements = m.dossier.summary.iter().skip(*from);
                statements.take(most.unwrap_or(usize::MAX)).map(cited).collect()
            }
            Fill::Pins { form } => {
                m.annotations.pins.iter().map(|pin| self.pinned(pin, *form)).collect()
            }
            Fill::Annotations { kinds } => {
                let of = m.annotations.annotations.iter().filter(|a| kinds.contains(&a.kind));
                of.map(|a| Content::Annotation { id: a.id.clone() }).collect()
            }
            Fill::Entities { kinds, form, most } => {
                let fits = |place: usize| {
                    let kind = m.dossier.entities.get(place).map(|entity| entity.kind);
                    kinds.is_empty() || kind.is_some_and(|kind| kinds.contains(&kind))
                };
                self.items(ItemKind::Entity, &fits, *form, *most)
            }
            Fill::Metrics { only, form, most } => {
                let fits = |place: usize| {
                    let metric = m.dossier.metrics.get(place);
                    let derived = metric.is_some_and(|metric| metric.derivation().is_some());
                    only.is_none_or(|only| (only == Origin::Derived) == derived)
                };
                self.items(ItemKind::Metric, &fits, *form, *most)
            }
            Fill::Series => {
                let first = |series: &crate::dossier::Series| series.metrics.first().cloned();
                let metrics = m.dossier.series.iter().filter_map(first);
                metrics.map(|id| Content::item(id.as_str()).with_form(Form::Chart)).collect()
            }
            Fill::Events { form, most } => {
                let mut places: Vec<usize> = (0..m.dossier.events.len()).collect();
                let date = |place: &usize| {
                    let event = m.dossier.events.get(*place)?;
                    event.when.start()?.bounds().map(|(first, _)| first)
                };
                // What has no date stands at the end.
                places.sort_by_key(|place| (date(place).is_none(), date(place)));
                self.chosen(ItemKind::Event, places, *form, *most)
            }
            Fill::Topics { findings, form, most } => {
                let fits = |place: usize| {
                    let kind = m.dossier.topics.get(place).map(|topic| topic.finding.kind);
                    findings.is_empty() || kind.is_some_and(|kind| findings.contains(&kind))
                };
                self.items(ItemKind::Topic, &fits, *form, *most)
            }
            Fill::Sources { form } => self.items(ItemKind::Source, &|_| true, *form, None),
        }
    }

    fn pinned(&self, pin: &Pin, form: Option<Form>) -> Content {
        match pin {
            Pin::Item(id) => {
                let kind = self.m.index.catalogue.find(id).map(|item| item.kind);
                let form =
                    form.filter(|form| kind.is_some_and(|kind| Form::of(kind).contains(form)));
                Content::Item { id: id.clone(), form }
            }
            Pin::Passage(passage) => Content::Passage { passage: Box::new(passage.clone()), form },
            Pin::Note(note) => Content::Note(Box::new(note.clone())),
        }
    }

    fn items(
        &self,
        kind: ItemKind,
        fits: &dyn Fn(usize) -> bool,
        form: Option<Form>,
        most: Option<usize>,
    ) -> Vec<Content> {
        let places = (0..self.m.dossier.count(kind)).filter(|place| fits(*place)).collect();
        self.chosen(kind, places, form, most)
    }

    /// Where not all have room, those stay that the analyst marked, then those on which the summary stands, then
    /// those that the sources say most of; the order is kept.
    fn chosen(
        &self,
        kind: ItemKind,
        mut places: Vec<usize>,
        form: Option<Form>,
        most: Option<usize>,
    ) -> Vec<Content> {
        if let Some(most) = most.filter(|most| *most < places.len()) {
            let mut by_weight = places.clone();
            by_weight.sort_by_key(|place| Reverse(self.weight(Item::new(kind, *place))));
            by_weight.truncate(most);
            places.retain(|place| by_weight.contains(place));
        }
        let content = |place: usize| {
            let id = self.m.dossier.id_of(Item::new(kind, place));
            Content::Item { id: id.to_owned(), form }
        };
        places.into_iter().map(content).collect()
    }

    /// Whether the summary gives a metric's figure, after the same words.
    fn is_in_summary(&self, item: Item) -> bool {
        let m = self.m;
        if item.kind != ItemKind::Metric {
            return false;
        }
        let value = m.dossier.metrics.get(item.index()).and_then(|metric| metric.stated());
        let Some(number) = value.map(|value| value.number.grouped()) else { return false };
        let own = m.dossier.citations(item);
        m.dossier.summary.iter().any(|statement| {
            let mut numbers =
                statement.text.split(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
            let cites =
                statement.quotations.iter().any(|cited| own.iter().any(|own| own.id == cited.id));
            cites && numbers.any(|word| word.trim_matches(['.', ',']) == number)
        })
    }

    fn weight(&self, item: Item) -> usize {
        let m = self.m;
        let id = m.dossier.id_of(item);
        let pinned =
            m.annotations.pins.iter().any(|pin| matches!(pin, Pin::Item(pinned) if pinned == id));
        let annotated = m.annotations.on(id).count();
        let said = match item.kind {
            ItemKind::Entity => m.index.quotations_by_speaker(item.index()).len(),
            _ => 0,
        };
        let citations = m.dossier.citations(item);
        let summed_up =
            citations.iter().filter(|citation| self.summed_up.contains(citation.id.as_str()));
        let marked = usize::from(pinned) * 1_000_000 + annotated.min(9) * 100_000;
        let figure = usize::from(self.is_in_summary(item)) * 50_000;
        marked + figure + summed_up.count().min(9) * 1_000 + (said + citations.len()).min(999)
    }
}

/// A statement of the summary as text of the analyst's, to be changed at will.
fn cited(statement: &Statement) -> Content {
    let mut ids: Vec<&str> = Vec::new();
    for citation in &statement.quotations {
        if !ids.contains(&citation.id.as_str()) {
            ids.push(citation.id.as_str());
        }
    }
    let words = own_text::from_text(&statement.text);
    Content::text(format!("{words} [@{}]", ids.join("; @")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotations::{Annotations, Proofs};
    use crate::dossier::parse::parse;
    use crate::dossier::{Catalogue, Index};

    #[test]
    fn what_the_analyst_marked_goes_before_what_is_said_most_and_empty_sections_are_left_out() {
        let text = include_str!("../../dossiers/china-central-asia-secretariat.dossier.ron");
        let dossier = parse(text).unwrap();
        let index = Index::build(&dossier, Catalogue::of(&dossier));
        let annotations =
            Annotations { pins: vec![Pin::Item("bakayev".into())], ..Annotations::default() };
        let proofs = Proofs::unchecked(&dossier);
        let material = Material {
            dossier: &dossier,
            index: &index,
            annotations: &annotations,
            proofs: &proofs,
            today: "",
        };
        let template = Template::parse(
            "(format: 1, name: \"N\", sections: [
                (heading: \"A\", fill: [Text(\"x\"), Annotations(kinds: [Question])]),
                (heading: \"B\", fill: [Text(\"y\"), Entities(kinds: [Person], most: 2)]),
                (heading: \"C\", fill: [Text(\"z\")]),
            ])",
        )
        .unwrap();
        let brief = fill(&template, material, "b1");
        let headings: Vec<&str> = brief.sections.iter().map(|s| s.heading.as_str()).collect();
        assert_eq!(headings, ["B", "C"]);
        let contents: Vec<&Content> = brief.entries().map(|entry| &entry.content).collect();
        assert_eq!(contents[0], &Content::text("y"));
        // Wang Yi is quoted most; Bakayev, with little to say, was pinned.
        assert_eq!(contents[1..3], [&Content::item("wang-yi"), &Content::item("bakayev")]);
    }
}
