//! Composes the briefing note of a dossier: what it comes to, the figures, who is who, what the
//! sources say and where they differ, what the analyst adds.

use std::collections::HashMap;

use jiff::civil::Date;

use super::blocks::{Block, Brief, Entry, Footnote, Line, Span, Words};
use crate::annotations::{
    Annotation, AnnotationKind, Annotations, Passage, Pin, PinnedNote, Presentable, Proofs,
};
use crate::compare::corroboration;
use crate::dossier::{
    Citation, Dossier, EntityKind, FindingKind, Index, Item, ItemKind, PartialDate, Topic,
};

/// What stands above a brief.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// The title.
    pub title: String,
    /// Who wrote it; may be empty.
    pub author: String,
    /// The date, in words.
    pub date: String,
}

/// Today's date in the words of a brief.
pub fn today() -> String {
    let today: Date = jiff::Zoned::now().date();
    PartialDate::Day(today).to_string()
}

/// Composes a brief. What `proofs` can't bear out is never presented as a quotation, and the brief says
/// what it left out and why.
pub fn compose(
    dossier: &Dossier,
    index: &Index,
    annotations: &Annotations,
    proofs: &Proofs,
    heading: &Heading,
) -> Brief {
    let mut composer = Composer {
        dossier,
        index,
        annotations,
        proofs,
        brief: Brief::default(),
        notes: HashMap::new(),
        left_out: Vec::new(),
    };
    composer.head(heading);
    composer.summary();
    composer.pinned();
    composer.key_figures();
    composer.who_is_who();
    composer.topics();
    composer.analyst();
    composer.sources();
    composer.what_was_left_out();
    composer.brief
}

struct Composer<'d> {
    dossier: &'d Dossier,
    index: &'d Index,
    annotations: &'d Annotations,
    proofs: &'d Proofs,
    brief: Brief,
    /// Footnotes by the quotation they give.
    notes: HashMap<usize, usize>,
    /// Where words were not quoted, and why.
    left_out: Vec<Line>,
}

fn text(text: impl Into<String>) -> Span {
    Span::Text(text.into())
}

impl Composer<'_> {
    fn push(&mut self, block: Block) {
        self.brief.blocks.push(block);
    }

    fn heading(&mut self, level: u8, words: impl Into<String>) {
        self.push(Block::Heading(level, words.into()));
    }

    /// A heading with a list under it; nothing where the list is empty.
    fn list(&mut self, heading: &str, entries: Vec<Entry>) {
        if !entries.is_empty() {
            self.heading(2, heading);
            self.push(Block::List(entries));
        }
    }

    fn note(&mut self, quotation: usize) -> Option<Span> {
        if let Some(note) = self.notes.get(&quotation) {
            return Some(Span::Note(*note));
        }
        let quoted = self.dossier.quotations.get(quotation)?;
        let source = self.dossier.sources.get(self.index.source_of(quotation))?;
        let speaker = quoted.speaker.as_ref().and_then(|id| self.index.entity(self.dossier, id));
        let words = Self::words(
            self.presentable(quotation),
            self.proofs.words(self.annotations, quotation, quoted),
        );
        let found_in = self.proofs.of(quotation).and_then(|proof| proof.paragraph);
        let footnote = Footnote {
            publisher: source.publisher.clone(),
            title: source.title.clone(),
            published: source.published.to_string(),
            paragraph: found_in.unwrap_or(quoted.paragraph),
            speaker: speaker.map(|entity| entity.name.clone()),
            words,
        };
        let note = self.add_note(footnote);
        self.notes.insert(quotation, note);
        Some(Span::Note(note))
    }

    fn add_note(&mut self, footnote: Footnote) -> usize {
        let note = self.brief.footnotes.len();
        if let Words::LeftOut(reason) = &footnote.words {
            let place = format!(", {}", footnote.locator());
            self.left_out.push(vec![
                Span::Strong(footnote.publisher.clone()),
                text(format!("{place}: {reason}")),
                Span::Note(note),
            ]);
        }
        self.brief.footnotes.push(footnote);
        note
    }

    fn presentable(&self, quotation: usize) -> Presentable {
        let quoted = self.dossier.quotations.get(quotation);
        quoted.map_or(Presentable::AsRecorded, |quoted| {
            self.proofs.presentable(self.annotations, quotation, quoted)
        })
    }

    fn words(presentable: Presentable, words: &str) -> Words {
        match presentable {
            Presentable::AsRecorded => Words::Quoted(words.to_owned(), None),
            Presentable::With(remark) => Words::Quoted(words.to_owned(), Some(remark)),
            Presentable::No(reason) => Words::LeftOut(reason),
        }
    }

    /// Words as a quotation; a remark that they are not beyond question, or why they are left out.
    fn quoted(presentable: &Presentable, words: &str) -> Line {
        match presentable {
            Presentable::AsRecorded => vec![text(format!("“{words}”"))],
            Presentable::With(remark) => {
                let brief = remark.split(':').next().unwrap_or(remark);
                vec![text(format!("“{words}”")), Span::Emphasis(format!(" ({brief})"))]
            }
            Presentable::No(reason) => {
                vec![Span::Emphasis(format!("a quotation is left out: {reason}"))]
            }
        }
    }

    fn what_was_left_out(&mut self) {
        let entries = std::mem::take(&mut self.left_out);
        self.list("Not quoted", entries.into_iter().map(|line| (line, Vec::new())).collect());
    }

    fn cite(&mut self, line: &mut Line, citations: &[Citation]) {
        let mut cited = Vec::new();
        for citation in citations {
            let Some((place, _)) = self.index.quotation(self.dossier, citation) else { continue };
            if !cited.contains(&place) {
                cited.push(place);
                line.extend(self.note(place));
            }
        }
    }

    fn cite_item(&mut self, line: &mut Line, item: Item) {
        for quotation in self.index.quotations_of(self.dossier, item) {
            line.extend(self.note(quotation));
        }
    }

    fn head(&mut self, heading: &Heading) {
        self.heading(1, heading.title.clone());
        let sources = match self.dossier.sources.len() {
            1 => "one source".to_owned(),
            number => format!("{number} sources"),
        };
        let parts = ["Briefing note", &heading.date, &heading.author, &sources];
        let words: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        self.push(Block::Paragraph(vec![text(words.join(" · "))]));
    }

    fn summary(&mut self) {
        let dossier = self.dossier;
        let entries = dossier
            .summary
            .iter()
            .map(|statement| {
                let mut line = vec![text(statement.text.clone())];
                self.cite(&mut line, &statement.quotations);
                (line, Vec::new())
            })
            .collect();
        self.list("In short", entries);
    }

    fn pinned(&mut self) {
        let mut entries = Vec::new();
        for pin in &self.annotations.pins {
            let id = match pin {
                Pin::Item(id) => id,
                Pin::Passage(passage) => {
                    entries.push((self.passage_line(passage), Vec::new()));
                    continue;
                }
                Pin::Note(note) => {
                    entries.push((self.note_line(note), Vec::new()));
                    continue;
                }
            };
            let mut line = match self.index.catalogue.find(id) {
                Some(item) => self.item_line(item),
                None => vec![text(format!("“{id}” was pinned and is no longer in the dossier."))],
            };
            if let Some(item) = self.index.catalogue.find(id)
                && item.kind != ItemKind::Quotation
            {
                self.cite_item(&mut line, item);
            }
            entries.push((line, Vec::new()));
        }
        self.list("Pinned", entries);
    }

    /// An annotation of somebody else, with the words that its item stands on.
    fn note_line(&mut self, note: &PinnedNote) -> Line {
        let item = self.index.catalogue.find(&note.on);
        let title = item.map(|item| self.index.title_of(self.dossier, item));
        let on = title.map_or(String::new(), |title| format!(" on {title}"));
        let kind = note.kind.name().to_lowercase();
        let mut line = vec![text(format!("{} ({kind} of {}{on})", note.text, note.of.analyst))];
        if let Some(item) = item {
            self.cite_item(&mut line, item);
        }
        line
    }

    /// An item as one line, without its notes; a quotation has its own.
    fn item_line(&mut self, item: Item) -> Line {
        let place = item.index();
        match item.kind {
            ItemKind::Quotation => self.quotation_line(place),
            ItemKind::Metric => {
                let mut line =
                    vec![Span::Strong(self.index.title_of(self.dossier, item)), text(": ")];
                line.extend(self.value_line(place));
                if let Some(change) =
                    self.dossier.metrics.get(place).and_then(|m| m.change.as_ref())
                {
                    line.push(text(format!(", {change}")));
                }
                line
            }
            ItemKind::Entity => {
                let role = self.dossier.entities.get(place).and_then(|e| e.role.clone());
                let name = Span::Strong(self.index.title_of(self.dossier, item));
                match role {
                    Some(role) => vec![name, text(format!(", {role}"))],
                    None => vec![name],
                }
            }
            ItemKind::Event => {
                let when = self.dossier.events.get(place).map(|e| e.when.to_string());
                let name = Span::Strong(self.index.title_of(self.dossier, item));
                vec![name, text(format!(", {}", when.unwrap_or_default()))]
            }
            ItemKind::Topic => {
                let mut line = vec![Span::Strong(self.index.title_of(self.dossier, item))];
                if let Some(topic) = self.dossier.topics.get(place) {
                    line.push(text(format!(" {}", finding(topic))));
                }
                line
            }
            _ => vec![Span::Strong(self.index.title_of(self.dossier, item))],
        }
    }

    fn quotation_line(&mut self, place: usize) -> Line {
        let Some(quotation) = self.dossier.quotations.get(place) else { return Vec::new() };
        let mut line = Vec::new();
        if let Some(speaker) = &quotation.speaker
            && let Some(entity) = self.index.entity(self.dossier, speaker)
        {
            line.push(text(format!("{}, {}: ", entity.name, quotation.speech.name())));
        }
        let words = self.proofs.words(self.annotations, place, quotation);
        line.extend(Self::quoted(&self.presentable(place), words));
        line.extend(self.note(place));
        line
    }

    /// A stretch of a source's text that the analyst chose.
    fn passage_line(&mut self, passage: &Passage) -> Line {
        let presentable = self.proofs.presentable_passage(passage);
        let mut line = Self::quoted(&presentable, &passage.selector.exact);
        line.extend(self.passage_note(passage));
        line
    }

    fn passage_note(&mut self, passage: &Passage) -> Option<Span> {
        let source = self.dossier.sources.iter().find(|source| source.id == passage.source)?;
        let presentable = self.proofs.presentable_passage(passage);
        let found_in = self.proofs.of_passage(passage).and_then(|proof| proof.paragraph);
        let footnote = Footnote {
            publisher: source.publisher.clone(),
            title: source.title.clone(),
            published: source.published.to_string(),
            paragraph: found_in.unwrap_or(passage.paragraph),
            speaker: None,
            words: Self::words(presentable, &passage.selector.exact),
        };
        Some(Span::Note(self.add_note(footnote)))
    }

    fn value_line(&mut self, metric: usize) -> Line {
        match self.index.derived.get(&metric) {
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
                let value = self.index.value_of(self.dossier, metric);
                vec![text(value.map(ToString::to_string).unwrap_or_default())]
            }
        }
    }

    fn key_figures(&mut self) {
        if self.dossier.metrics.is_empty() {
            return;
        }
        let mut rows = Vec::new();
        for (place, metric) in self.dossier.metrics.iter().enumerate() {
            let mut value = self.value_line(place);
            if let Some(note) = &metric.note {
                value.push(text(format!(" ({note})")));
            }
            self.cite_item(&mut value, Item::new(ItemKind::Metric, place));
            let change = metric.change.as_ref().map(ToString::to_string);
            let period = metric.period.as_ref().map(ToString::to_string);
            let period = period.or_else(|| metric.as_of.as_ref().map(ToString::to_string));
            let stated_by: Vec<&str> = metric
                .stated_by
                .iter()
                .filter_map(|id| self.index.entity(self.dossier, id))
                .map(|entity| entity.name.as_str())
                .collect();
            let or_dash = |words: Option<String>| {
                vec![text(words.filter(|w| !w.is_empty()).unwrap_or_else(|| "–".to_owned()))]
            };
            rows.push(vec![
                vec![text(metric.name.clone())],
                value,
                or_dash(change),
                or_dash(period),
                or_dash(Some(stated_by.join(", "))),
            ]);
        }
        let head = ["Figure", "Value", "Change", "Period or date", "Stated by"];
        self.heading(2, "Key figures");
        self.push(Block::Table(head.map(str::to_owned).to_vec(), rows));
    }

    fn who_is_who(&mut self) {
        if self.dossier.entities.is_empty() {
            return;
        }
        self.heading(2, "Who is who");
        for kind in EntityKind::ALL {
            let mut entries = Vec::new();
            for (place, entity) in self.dossier.entities.iter().enumerate() {
                if entity.kind != kind {
                    continue;
                }
                let mut line = self.item_line(Item::new(ItemKind::Entity, place));
                self.cite(&mut line, &entity.quotations);
                let mut inner = Vec::new();
                for fact in &entity.facts {
                    let mut line = vec![text(format!("{}: {}", fact.label, fact.value))];
                    self.cite(&mut line, &fact.quotations);
                    inner.push(line);
                }
                entries.push((line, inner));
            }
            if !entries.is_empty() {
                self.heading(3, kind.plural());
                self.push(Block::List(entries));
            }
        }
    }

    fn topics(&mut self) {
        let dossier = self.dossier;
        if dossier.topics.is_empty() {
            return;
        }
        self.heading(2, "What the sources say");
        for topic in &dossier.topics {
            self.heading(3, topic.question.clone());
            let behind = corroboration(dossier, self.index, topic);
            let mut found = finding(topic);
            if behind.is_shared() {
                found.push_str(&format!(" ({})", behind.in_words()));
            }
            self.push(Block::Paragraph(vec![Span::Emphasis(found)]));
            let entries = dossier
                .sources
                .iter()
                .map(|source| {
                    let mut line = vec![Span::Strong(source.publisher.clone()), text(": ")];
                    let answer = topic.answers.iter().find(|answer| answer.source == source.id);
                    match answer {
                        Some(answer) if !answer.quotations.is_empty() => {
                            for (i, citation) in answer.quotations.iter().enumerate() {
                                if i > 0 {
                                    line.push(text(" "));
                                }
                                line.extend(self.cited_words(citation));
                                self.cite(&mut line, std::slice::from_ref(citation));
                            }
                        }
                        Some(answer) => line.push(text(match &answer.silence {
                            Some(how) => format!("silent; {how}"),
                            None => "silent".to_owned(),
                        })),
                        None => line.push(text("silent")),
                    }
                    (line, Vec::new())
                })
                .collect();
            self.push(Block::List(entries));
        }
    }

    /// The words a citation points at, with an ellipsis where they are not the whole quotation.
    fn cited_words(&self, citation: &Citation) -> Line {
        let Some((place, quotation)) = self.index.quotation(self.dossier, citation) else {
            return Vec::new();
        };
        let exact = self.proofs.words(self.annotations, place, quotation);
        // Words settled on anew may no longer hold those that the author cited.
        let cited = citation.words.as_deref().filter(|words| exact.contains(words));
        let words = cited.unwrap_or(exact);
        let before = if exact.starts_with(words) { "" } else { "…" };
        let after = if exact.ends_with(words) { "" } else { "…" };
        Self::quoted(&self.presentable(place), &format!("{before}{words}{after}"))
    }

    fn analyst(&mut self) {
        let order = [
            AnnotationKind::TalkingPoint,
            AnnotationKind::Caution,
            AnnotationKind::Question,
            AnnotationKind::Remark,
        ];
        let annotations = self.annotations;
        for kind in order {
            let of_kind: Vec<&Annotation> =
                annotations.annotations.iter().filter(|a| a.kind == kind).collect();
            let entries = of_kind
                .into_iter()
                .map(|annotation| {
                    let mut line = vec![text(annotation.text.clone())];
                    let item = self.index.catalogue.find(&annotation.on);
                    let on = item.map(|item| self.index.title_of(self.dossier, item));
                    let on = on
                        .unwrap_or_else(|| format!("{}, no longer in the dossier", annotation.on));
                    let tags = match annotation.tags.join(", ") {
                        tags if tags.is_empty() => tags,
                        tags => format!("; {tags}"),
                    };
                    line.push(Span::Emphasis(format!(" (on {on}{tags})")));
                    match (&annotation.passage, item) {
                        (Some(passage), _) => line.extend(self.passage_note(passage)),
                        (None, Some(item)) => self.cite_item(&mut line, item),
                        (None, None) => {}
                    }
                    (line, Vec::new())
                })
                .collect();
            self.list(kind.plural(), entries);
        }
    }

    fn sources(&mut self) {
        let dossier = self.dossier;
        let entries = dossier
            .sources
            .iter()
            .map(|source| {
                let mut line = vec![
                    Span::Strong(source.publisher.clone()),
                    text(format!(
                        ", “{}”, {}, {}.",
                        source.title,
                        source.kind.name(),
                        source.published
                    )),
                ];
                if let Some(url) = &source.url {
                    line.push(text(format!(" {url}")));
                }
                self.cite(&mut line, &source.quotations);
                (line, vec![vec![text(source.standing.clone())]])
            })
            .collect();
        self.list("Sources", entries);
    }
}

fn finding(topic: &Topic) -> String {
    let verdict = match topic.finding.kind {
        FindingKind::Agree => "The sources agree",
        FindingKind::Differ => "The sources differ",
        FindingKind::OneSource => "One source only",
    };
    format!("{verdict}: {}", topic.finding.reason)
}
