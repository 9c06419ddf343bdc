//! How an item of the dossier reads in a brief.

use super::blocks::{Block, Line, ListItem, Span};
use super::compose::{Composer, Piece};
use super::notes::{add_once, quoted};
use super::own_text;
use super::shortcomings::Lack;
use super::statements::without_source;
use crate::annotations::{Annotation, Form, Passage, PinnedNote, Presentable};
use crate::compare::corroboration;
use crate::dossier::{Citation, FindingKind, Item, ItemKind, Source, Topic};

fn text(words: impl Into<String>) -> Span {
    Span::Text(words.into())
}

impl Composer<'_> {
    /// An item in its form.
    pub(super) fn item(&mut self, item: Item, form: Option<Form>) -> Vec<Piece> {
        let place = item.index();
        let form = Form::or_usual(form, item.kind);
        let piece = match (item.kind, form) {
            (ItemKind::Quotation, Form::Inline) => Piece::Sentence(self.quotation(place)),
            (ItemKind::Quotation, _) => self.block_quotation(place),
            (ItemKind::Metric, Form::Row) => Piece::MetricRow(self.metric_row(place)),
            (ItemKind::Metric, Form::Chart) => Piece::Bar(place),
            (ItemKind::Metric, _) => Piece::Sentence(self.metric_sentence(place)),
            (ItemKind::Entity, Form::Box) => Piece::Block(self.entity_box(place)),
            (ItemKind::Entity, _) => Piece::Listed((self.entity_line(place), Vec::new())),
            (ItemKind::Topic, Form::Line) => Piece::Listed((self.topic_line(place), Vec::new())),
            (ItemKind::Topic, _) => return self.topic_table(place),
            (ItemKind::Event, Form::Row) => Piece::EventRow(self.event_row(place)),
            (ItemKind::Event, _) => Piece::Listed((self.event_line(place), Vec::new())),
            (ItemKind::Source, form) => Piece::Listed(self.source(place, form)),
            (ItemKind::Relation | ItemKind::Area, _) => {
                let m = self.material;
                let mut line = vec![text(m.index.title_of(m.dossier, item))];
                self.cite_item(&mut line, item);
                Piece::Listed((line, Vec::new()))
            }
        };
        vec![piece]
    }

    /// A quotation within a line: who speaks, and the words.
    fn quotation(&mut self, place: usize) -> Line {
        let m = self.material;
        let Some(quotation) = m.dossier.quotations.get(place) else { return Vec::new() };
        let mut line = Vec::new();
        if let Some(speaker) =
            quotation.speaker.as_ref().and_then(|id| m.index.entity(m.dossier, id))
        {
            line.push(Span::Name(speaker.name.clone()));
            line.push(text(format!(" ({}): ", quotation.speech.name())));
        }
        let words = m.proofs.words(m.annotations, place, quotation);
        line.extend(quoted(&self.presentable(place), words));
        line.extend(self.note(place));
        line
    }

    fn block_quotation(&mut self, place: usize) -> Piece {
        let m = self.material;
        let Some(quotation) = m.dossier.quotations.get(place) else {
            return Piece::Sentence(Vec::new());
        };
        let words = m.proofs.words(m.annotations, place, quotation);
        let words = quoted(&self.presentable(place), words);
        let mut from = Line::new();
        if let Some(speaker) =
            quotation.speaker.as_ref().and_then(|id| m.index.entity(m.dossier, id))
        {
            from.push(Span::Name(speaker.name.clone()));
            from.push(text(format!(" ({}), ", quotation.speech.name())));
        }
        let source = m.dossier.sources.get(m.index.source_of(place));
        from.extend(source.map(|source| Span::Name(source.publisher.clone())));
        from.extend(self.note(place));
        Piece::Block(Block::Quote(words, from))
    }

    /// A stretch of a source's text that the analyst chose.
    pub(super) fn passage(&mut self, passage: &Passage, form: Option<Form>) -> Piece {
        let m = self.material;
        let words = quoted(&m.proofs.presentable_passage(passage), &passage.selector.exact);
        let note = self.passage_note(passage);
        if form == Some(Form::Inline) {
            return Piece::Sentence(words.into_iter().chain(note).collect());
        }
        let source = m.dossier.sources.iter().find(|source| source.id == passage.source);
        let name = source.map(|source| Span::Name(source.publisher.clone()));
        Piece::Block(Block::Quote(words, name.into_iter().chain(note).collect()))
    }

    /// The analyst's words, with what they stand on.
    pub(super) fn annotation(&mut self, annotation: &Annotation) -> Line {
        let mut line = own_text::line(&annotation.text, &mut |_, ids| self.cite_ids(ids));
        for note in self.notes_of_annotation(annotation) {
            add_once(&mut line, Some(note));
        }
        let cites = line.iter().any(|span| matches!(span, Span::Note(_)));
        if !cites && !without_source(&line).is_empty() {
            self.lack(Lack::Source(annotation.text.trim().to_owned()));
        }
        line
    }

    /// The notes of the words that an annotation is on.
    pub(super) fn notes_of_annotation(&mut self, annotation: &Annotation) -> Line {
        let mut line = Line::new();
        match (&annotation.passage, self.material.index.catalogue.find(&annotation.on)) {
            (Some(passage), _) => line.extend(self.passage_note(passage)),
            (None, Some(item)) => self.cite_item(&mut line, item),
            (None, None) => self.lack(Lack::Item(annotation.on.clone())),
        }
        line
    }

    /// An annotation of somebody else, with the words that its item stands on.
    pub(super) fn colleagues_note(&mut self, note: &PinnedNote) -> Line {
        let kind = note.kind.name().to_lowercase();
        let mut line = vec![text(note.text.clone())];
        line.push(Span::Emphasis(format!(" ({kind} of {})", note.of.analyst)));
        match self.material.index.catalogue.find(&note.on) {
            Some(item) => self.cite_item(&mut line, item),
            None => self.lack(Lack::Item(note.on.clone())),
        }
        line
    }

    /// A value as its source has it; a derived one with its arithmetic.
    fn value(&self, metric: usize) -> Line {
        let m = self.material;
        match m.index.derived.get(&metric) {
            Some(Ok(derived)) => {
                let bounds = derived.consequence.as_ref();
                let bounds = bounds.map_or(String::new(), |bounds| format!("; {bounds}"));
                vec![
                    text(format!("{} ", derived.value)),
                    Span::Emphasis(format!("(derived: {}{bounds})", derived.arithmetic)),
                ]
            }
            Some(Err(error)) => vec![Span::Emphasis(format!("not computed: {error}"))],
            None => {
                let value = m.index.value_of(m.dossier, metric);
                vec![text(value.map(ToString::to_string).unwrap_or_default())]
            }
        }
    }

    /// When a metric held, and who stated it.
    fn circumstances(&self, place: usize) -> (Option<String>, String) {
        let m = self.material;
        let Some(metric) = m.dossier.metrics.get(place) else { return (None, String::new()) };
        let period = metric.period.as_ref().map(ToString::to_string);
        let period = period.or_else(|| metric.as_of.as_ref().map(ToString::to_string));
        let who = metric.stated_by.iter().filter_map(|id| m.index.entity(m.dossier, id));
        let who: Vec<&str> = who.map(|entity| entity.name.as_str()).collect();
        (period.filter(|period| !period.is_empty()), who.join(", "))
    }

    fn metric_sentence(&mut self, place: usize) -> Line {
        let Some(metric) = self.material.dossier.metrics.get(place) else { return Vec::new() };
        let mut line = vec![Span::Strong(metric.name.clone()), text(": ")];
        line.extend(self.value(place));
        let (period, who) = self.circumstances(place);
        let mut rest = String::new();
        if let Some(change) = &metric.change {
            rest.push_str(&format!(", {change}"));
        }
        if let Some(note) = &metric.note {
            rest.push_str(&format!(", {note}"));
        }
        let who = if who.is_empty() { who } else { format!("stated by {who}") };
        let aside: Vec<String> =
            period.into_iter().chain((!who.is_empty()).then_some(who)).collect();
        if !aside.is_empty() {
            rest.push_str(&format!(" ({})", aside.join("; ")));
        }
        line.push(text(format!("{rest}.")));
        self.cite_item(&mut line, Item::new(ItemKind::Metric, place));
        line
    }

    fn metric_row(&mut self, place: usize) -> Vec<Line> {
        let Some(metric) = self.material.dossier.metrics.get(place) else { return Vec::new() };
        let mut value = self.value(place);
        if let Some(note) = &metric.note {
            value.push(text(format!(" ({note})")));
        }
        self.cite_item(&mut value, Item::new(ItemKind::Metric, place));
        let (period, who) = self.circumstances(place);
        let or_dash = |words: Option<String>| {
            vec![text(words.filter(|w| !w.is_empty()).unwrap_or_else(|| "–".to_owned()))]
        };
        vec![
            vec![text(metric.name.clone())],
            value,
            or_dash(metric.change.as_ref().map(ToString::to_string)),
            or_dash(period),
            or_dash(Some(who)),
        ]
    }

    fn entity_line(&mut self, place: usize) -> Line {
        let Some(entity) = self.material.dossier.entities.get(place) else { return Vec::new() };
        let mut line = vec![Span::Name(entity.name.clone())];
        line.extend(entity.role.as_ref().map(|role| text(format!(", {role}"))));
        self.cite(&mut line, &entity.quotations);
        line
    }

    fn entity_box(&mut self, place: usize) -> Block {
        let title = self.entity_line(place);
        let Some(entity) = self.material.dossier.entities.get(place) else {
            return Block::Box(title, Vec::new());
        };
        let mut lines = Vec::new();
        for fact in &entity.facts {
            let mut line = vec![text(format!("{}: {}", fact.label, fact.value))];
            self.cite(&mut line, &fact.quotations);
            lines.push(line);
        }
        Block::Box(title, lines)
    }

    fn event_line(&mut self, place: usize) -> Line {
        let Some(event) = self.material.dossier.events.get(place) else { return Vec::new() };
        let mut line = vec![text(format!("{}: ", event.when)), Span::Strong(event.name.clone())];
        line.extend(self.place_of(place).map(|name| text(format!(", {name}"))));
        self.cite(&mut line, &event.quotations);
        line
    }

    fn event_row(&mut self, place: usize) -> Vec<Line> {
        let Some(event) = self.material.dossier.events.get(place) else { return Vec::new() };
        let mut what = vec![text(event.name.clone())];
        self.cite(&mut what, &event.quotations);
        let at = self.place_of(place).unwrap_or_else(|| "–".to_owned());
        vec![vec![text(event.when.to_string())], what, vec![text(at)]]
    }

    fn place_of(&self, event: usize) -> Option<String> {
        let m = self.material;
        let place = m.dossier.events.get(event)?.place.as_ref()?;
        m.index.entity(m.dossier, place).map(|entity| entity.name.clone())
    }

    fn source(&mut self, place: usize, form: Form) -> ListItem {
        let Some(source) = self.material.dossier.sources.get(place) else {
            return (Vec::new(), Vec::new());
        };
        let mut line = vec![Span::Name(source.publisher.clone())];
        let kind = source.kind.name();
        line.push(text(format!(", “{}”, {kind}, {}.", source.title, source.published_in_words())));
        line.extend(source_link(source));
        let mut inner = Vec::new();
        if form == Form::Box {
            self.cite(&mut line, &source.quotations);
            inner.push(vec![text(source.standing_in_words().to_owned())]);
        }
        (line, inner)
    }

    fn topic_line(&mut self, place: usize) -> Line {
        let Some(topic) = self.material.dossier.topics.get(place) else { return Vec::new() };
        let mut line =
            vec![Span::Strong(topic.question.clone()), text(format!(" {}", finding(topic)))];
        self.cite_item(&mut line, Item::new(ItemKind::Topic, place));
        line
    }

    /// The question, what follows, and a table of who says what.
    fn topic_table(&mut self, place: usize) -> Vec<Piece> {
        let m = self.material;
        let Some(topic) = m.dossier.topics.get(place) else { return Vec::new() };
        let behind = corroboration(m.dossier, m.index, topic);
        let mut found = format!(" {}", finding(topic));
        if behind.is_shared() {
            found.push_str(&format!(" ({})", behind.in_words()));
        }
        let head = vec![Span::Strong(topic.question.clone()), Span::Emphasis(found)];
        let mut rows = Vec::new();
        for source in &m.dossier.sources {
            let mut said = Line::new();
            let answer = topic.answers.iter().find(|answer| answer.source == source.id);
            for citation in answer.iter().flat_map(|answer| &answer.quotations) {
                if !said.is_empty() {
                    said.push(text(" "));
                }
                said.extend(self.cited_words(citation));
                self.cite(&mut said, std::slice::from_ref(citation));
            }
            self.accepted(topic, source, &mut said);
            if said.is_empty() {
                let how = answer.and_then(|answer| answer.silence.as_ref());
                said.push(Span::Emphasis(
                    how.map_or("silent".to_owned(), |how| format!("silent; {how}")),
                ));
            }
            rows.push(vec![vec![Span::Name(source.publisher.clone())], said]);
        }
        let columns = vec!["Source".to_owned(), "What it says".to_owned()];
        vec![Piece::Block(Block::Paragraph(head)), Piece::Block(Block::Table(columns, rows))]
    }

    /// What the analyst accepted as an answer of a source.
    fn accepted(&mut self, topic: &Topic, source: &Source, said: &mut Line) {
        let m = self.material;
        for parallel in m.annotations.accepted_parallels() {
            if parallel.topic.as_ref() != Some(&topic.id) {
                continue;
            }
            for passage in parallel.passages.iter().filter(|passage| passage.source == source.id) {
                if !said.is_empty() {
                    said.push(text(" "));
                }
                said.extend(quoted(
                    &m.proofs.presentable_passage(passage),
                    &passage.selector.exact,
                ));
                said.extend(self.passage_note(passage));
            }
        }
    }

    /// The words a citation points at, with an ellipsis where they are not the whole quotation.
    fn cited_words(&self, citation: &Citation) -> Line {
        let m = self.material;
        let Some((place, quotation)) = m.index.quotation(m.dossier, citation) else {
            return Vec::new();
        };
        let exact = m.proofs.words(m.annotations, place, quotation);
        // Words settled on anew may no longer hold those that the author cited.
        let cited = citation.words.as_deref().filter(|words| exact.contains(words));
        let words = cited.unwrap_or(exact);
        let before = if exact.starts_with(words) { "" } else { "…" };
        let after = if exact.ends_with(words) { "" } else { "…" };
        let presentable: Presentable = self.presentable(place);
        quoted(&presentable, &format!("{before}{words}{after}"))
    }
}

fn source_link(source: &Source) -> Vec<Span> {
    let link = |url: &String| vec![text(" "), Span::Link { text: url.clone(), url: url.clone() }];
    source.url.as_ref().map(link).unwrap_or_default()
}

fn finding(topic: &Topic) -> String {
    let verdict = match topic.finding.kind {
        FindingKind::Agree => "The sources agree",
        FindingKind::Differ => "The sources differ",
        FindingKind::OneSource => "One source only",
    };
    format!("{verdict}: {}", topic.finding.reason)
}
