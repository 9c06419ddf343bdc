//! References: each leads to an item of the right kind.

use super::{At, Findings};
use crate::dossier::parse::nearest;
use crate::dossier::problem::Code;
use crate::dossier::quotation::Citation;
use crate::dossier::{Catalogue, Dossier, ItemKind, SourceId};

pub(super) fn check(dossier: &Dossier, catalogue: &Catalogue, findings: &mut Findings) {
    let mut references = References { dossier, catalogue, findings };
    references.quotations();
    references.entities_and_relations();
    references.metrics_and_events();
    references.topics();
    references.series();
}

struct References<'d> {
    dossier: &'d Dossier,
    catalogue: &'d Catalogue,
    findings: &'d mut Findings,
}

impl References<'_> {
    fn lead(&mut self, at: &At<'_>, id: &str, kind: ItemKind) -> Option<usize> {
        match self.catalogue.find(id) {
            Some(item) if item.kind == kind => Some(item.index()),
            Some(item) => {
                let message = format!(
                    "“{id}” is the id of {}, and {} belongs here",
                    item.kind.with_article(),
                    kind.with_article()
                );
                self.findings.report(at, Code::WrongReference, message);
                None
            }
            None => {
                let near = nearest(id, self.catalogue.ids(kind))
                    .map_or(String::new(), |near| format!("; did you mean “{near}”?"));
                let message = format!("no {} has the id “{id}”{near}", kind.name());
                self.findings.report(at, Code::UnknownReference, message);
                None
            }
        }
    }

    fn citations(&mut self, at: &At<'_>, citations: &[Citation]) {
        for (i, citation) in citations.iter().enumerate() {
            let at = at.element("quotations", i);
            let quoted = self.lead(&at.field("id"), citation.id.as_str(), ItemKind::Quotation);
            let (Some(quoted), Some(words)) = (quoted, &citation.words) else { continue };
            let holds = self.dossier.quotations.get(quoted).is_some_and(|quotation| {
                !words.is_empty() && quotation.selector.exact.contains(words.as_str())
            });
            if !holds {
                let message = format!(
                    "the words “{words}” do not stand in the quotation “{}”; copy them from its \
                     `exact`, or leave `words` out to cite all of it",
                    citation.id
                );
                self.findings.report(&at.field("words"), Code::WordsNotQuoted, message);
            }
        }
    }

    fn quotations(&mut self) {
        for (place, statement) in self.dossier.summary.iter().enumerate() {
            self.citations(&At::item("summary", place), &statement.quotations);
        }
        for (place, source) in self.dossier.sources.iter().enumerate() {
            let at = At::item("sources", place);
            self.citations(&at, &source.quotations);
            self.of_source(&at, &source.quotations, &source.id, Code::ForeignQuotation);
        }
        for (place, quotation) in self.dossier.quotations.iter().enumerate() {
            let at = At::item("quotations", place);
            self.lead(&at.field("source"), quotation.source.as_str(), ItemKind::Source);
            if let Some(speaker) = &quotation.speaker {
                self.lead(&at.field("speaker"), speaker.as_str(), ItemKind::Entity);
            }
        }
    }

    fn entities_and_relations(&mut self) {
        for (place, entity) in self.dossier.entities.iter().enumerate() {
            let at = At::item("entities", place);
            self.citations(&at, &entity.quotations);
            for (i, alias) in entity.aliases.iter().enumerate() {
                self.citations(&at.element("aliases", i), &alias.quotations);
            }
            for (i, fact) in entity.facts.iter().enumerate() {
                self.citations(&at.element("facts", i), &fact.quotations);
            }
        }
        for (place, relation) in self.dossier.relations.iter().enumerate() {
            let at = At::item("relations", place);
            self.lead(&at.field("from"), relation.from.as_str(), ItemKind::Entity);
            self.lead(&at.field("to"), relation.to.as_str(), ItemKind::Entity);
            if let Some(event) = &relation.event {
                self.lead(&at.field("event"), event.as_str(), ItemKind::Event);
            }
            if relation.from == relation.to {
                let message = format!(
                    "the relation ties “{}” to itself; `from` and `to` are two entities",
                    relation.from
                );
                self.findings.report(&at.field("to"), Code::SelfRelation, message);
            }
            self.citations(&at, &relation.quotations);
        }
    }

    fn series(&mut self) {
        for (place, series) in self.dossier.series.iter().enumerate() {
            let at = At::item("series", place);
            for (i, metric) in series.metrics.iter().enumerate() {
                self.lead(&at.element("metrics", i), metric.as_str(), ItemKind::Metric);
            }
        }
    }

    fn metrics_and_events(&mut self) {
        for (place, metric) in self.dossier.metrics.iter().enumerate() {
            let at = At::item("metrics", place);
            if let Some(area) = &metric.area {
                self.lead(&at.field("area"), area.as_str(), ItemKind::Area);
            }
            for (i, entity) in metric.stated_by.iter().enumerate() {
                self.lead(&at.element("stated_by", i), entity.as_str(), ItemKind::Entity);
            }
            for (i, entity) in metric.about.iter().enumerate() {
                self.lead(&at.element("about", i), entity.as_str(), ItemKind::Entity);
            }
            let figure = at.field("figure");
            for (i, input) in metric.derivation().iter().flat_map(|d| &d.inputs).enumerate() {
                let at = figure.element("inputs", i);
                self.lead(&at.field("metric"), input.metric.as_str(), ItemKind::Metric);
            }
            self.citations(&at, &metric.quotations);
        }
        for (place, event) in self.dossier.events.iter().enumerate() {
            let at = At::item("events", place);
            if let Some(place) = &event.place {
                self.lead(&at.field("place"), place.as_str(), ItemKind::Entity);
            }
            for (i, participant) in event.participants.iter().enumerate() {
                let at = at.element("participants", i);
                self.lead(&at.field("entity"), participant.entity.as_str(), ItemKind::Entity);
            }
            self.citations(&at, &event.quotations);
        }
    }

    fn topics(&mut self) {
        for (place, topic) in self.dossier.topics.iter().enumerate() {
            let at = At::item("topics", place);
            if let Some(area) = &topic.area {
                self.lead(&at.field("area"), area.as_str(), ItemKind::Area);
            }
            for (i, answer) in topic.answers.iter().enumerate() {
                let at = at.element("answers", i);
                self.lead(&at.field("source"), answer.source.as_str(), ItemKind::Source);
                if topic.answers.iter().take(i).any(|earlier| earlier.source == answer.source) {
                    let message = format!(
                        "“{}” answers this topic twice; put all its quotations into one answer",
                        answer.source
                    );
                    self.findings.report(&at.field("source"), Code::RepeatedAnswer, message);
                }
                self.citations(&at, &answer.quotations);
                self.of_source(&at, &answer.quotations, &answer.source, Code::ForeignAnswer);
            }
        }
    }

    /// Each of the citations is of one source.
    fn of_source(&mut self, at: &At<'_>, citations: &[Citation], source: &SourceId, code: Code) {
        for (i, citation) in citations.iter().enumerate() {
            let quoted = self.catalogue.find(citation.id.as_str());
            let quoted = quoted.filter(|item| item.kind == ItemKind::Quotation);
            let quotation = quoted.and_then(|q| self.dossier.quotations.get(q.index()));
            if let Some(quotation) = quotation
                && quotation.source != *source
            {
                let what = if code == Code::ForeignAnswer { "the answer of " } else { "" };
                let message = format!(
                    "{what}“{source}” cites “{}”, which is a quotation of “{}”",
                    citation.id, quotation.source
                );
                let at = at.element("quotations", i);
                self.findings.report(&at.field("id"), code, message);
            }
        }
    }
}
