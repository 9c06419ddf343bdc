//! How the date of something follows from the words for it.

use super::{Catalogue, Citation, Dossier, Item, ItemKind, PartialDate, Quotation, When};
use crate::text::{DateReason, Language, Reading, Stretch};

/// How a date follows from its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolution {
    /// Why the words give this date.
    pub reason: DateReason,
    /// The day from which it was counted, where it was.
    pub reference: Option<PartialDate>,
}

/// Words of a source, and from when they are read.
pub(super) struct Context<'d> {
    pub(super) quotation: &'d str,
    /// The words cited of it.
    pub(super) cited: Option<&'d str>,
    pub(super) language: Language,
    /// The days from which its dates may be counted: on which it was published, on which it was said.
    pub(super) references: Vec<&'d PartialDate>,
}

impl<'d> Context<'d> {
    pub(super) fn of(
        dossier: &'d Dossier,
        catalogue: &Catalogue,
        quotation: &'d Quotation,
        cited: Option<&'d str>,
    ) -> Self {
        let source = catalogue.find(quotation.source.as_str());
        let source = source.filter(|item| item.kind == ItemKind::Source).map(Item::index);
        let source = source.and_then(|place| dossier.sources.get(place));
        let published = source.and_then(|source| source.published.as_ref());
        let said = quotation.said.as_ref().and_then(|said| said.date.as_ref());
        Self {
            quotation: &quotation.selector.exact,
            cited,
            language: source.map_or(Language::Other, |source| Language::of_tag(&source.language)),
            references: published.into_iter().chain(said).collect(),
        }
    }

    pub(super) fn all(
        dossier: &'d Dossier,
        catalogue: &Catalogue,
        citations: &'d [Citation],
    ) -> Vec<Self> {
        let quoted = citations.iter().filter_map(|citation| {
            let item = catalogue.find(citation.id.as_str());
            let item = item.filter(|item| item.kind == ItemKind::Quotation)?;
            let quotation = dossier.quotations.get(item.index())?;
            Some(Self::of(dossier, catalogue, quotation, citation.words.as_deref()))
        });
        quoted.collect()
    }
}

/// How the date of something follows from its words, read in the texts that are cited for it; none where
/// there are no words, or they give no date that fits the recorded one.
pub fn resolution(
    dossier: &Dossier,
    catalogue: &Catalogue,
    when: &When,
    citations: &[Citation],
) -> Option<Resolution> {
    let words = when.words.as_deref()?;
    let recorded = when.stretch()?.bounds()?;
    Context::all(dossier, catalogue, citations).iter().find_map(|context| {
        let text = if context.quotation.contains(words) { context.quotation } else { words };
        let start = text.find(words)?;
        let stretch = start..start + words.len();
        let references = context.references.iter().map(|date| Some(*date));
        references.chain([None]).find_map(|reference| {
            let readings = Reading::of(text, context.language).dates(reference);
            let fitting = readings.into_iter().find(|reading| {
                let within = stretch.start <= reading.span.start && reading.span.end <= stretch.end;
                let bounds = reading.when.as_ref().and_then(Stretch::bounds);
                within && bounds.is_some_and(|read| read.0 < recorded.1 && recorded.0 < read.1)
            })?;
            let counted = !matches!(fitting.reason, DateReason::Printed | DateReason::Beside);
            let reference = reference.filter(|_| counted).cloned();
            Some(Resolution { reason: fitting.reason, reference })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::parse::parse;

    #[test]
    fn a_date_says_how_it_follows_from_its_words() {
        for (date, words, reason) in [
            ("2031", "in 2031", Some(DateReason::Printed)),
            ("2031", "this year", Some(DateReason::Counted)),
            ("2030-05", "May 2030", Some(DateReason::Printed)),
            ("2031-03-03", "on March 3", Some(DateReason::Nearest)),
            ("2031-06-12", "on Thursday", Some(DateReason::Weekday)),
            ("2031-06-11", "yesterday", Some(DateReason::Counted)),
            ("2031-06-01", "yesterday", None),
            ("2031-06-01", "lately", None),
        ] {
            let text = format!(
                r#"(format: 2, title: "t",
                sources: [(id: "s", title: "t", publisher: "p", kind: Web, published: "2031-06-12",
                    language: "en")],
                quotations: [(id: "q", source: "s", paragraph: 1, selector: (exact: "It fell {words}."))],
                events: [(id: "e", name: "n", when: (date: "{date}", words: "{words}"),
                    quotations: [(id: "q")])])"#
            );
            let dossier = parse(&text).unwrap();
            let event = &dossier.events[0];
            let catalogue = Catalogue::of(&dossier);
            let found = resolution(&dossier, &catalogue, &event.when, &event.quotations);
            assert_eq!(found.as_ref().map(|found| found.reason), reason, "{words}");
            let counted = !matches!(reason, Some(DateReason::Printed) | None);
            let published: PartialDate = "2031-06-12".parse().unwrap();
            let from = found.and_then(|found| found.reference);
            assert_eq!(from, counted.then_some(published), "{words}");
        }
    }
}
