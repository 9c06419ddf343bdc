//! Briefs of the bundled dossier, and of one that has all that a brief can have.

use dossier::annotations::{
    Annotation, AnnotationKind, Annotations, Brief, BriefHead, Confidence, Content, Entry, Form,
    Judgement, Likelihood, Proofs, Section,
};
use dossier::brief::{Composition, Material, Template, compose, fill};
use dossier::dossier::{Catalogue, Dossier, Index};
use jiff::Timestamp;

const DATE: &str = "22 November 2026";

/// The bundled dossier with what a brief is made from.
pub struct Bundled {
    pub dossier: Dossier,
    index: Index,
    annotations: Annotations,
    proofs: Proofs,
}

impl Bundled {
    pub fn new() -> Self {
        let text = include_str!("../../dossiers/china-central-asia-secretariat.dossier.ron");
        let dossier = dossier::dossier::parse::parse(text).unwrap();
        let index = Index::build(&dossier, Catalogue::of(&dossier));
        let proofs = Proofs::unchecked(&dossier);
        let annotation = Annotation {
            id: "a1".into(),
            on: "direct-flights".into(),
            passage: None,
            answers: None,
            kind: AnnotationKind::Question,
            text: "Are the 68 direct flights weekly flights or routes?".into(),
            tags: Vec::new(),
            created: Timestamp::UNIX_EPOCH,
            modified: Timestamp::UNIX_EPOCH,
        };
        let annotations = Annotations { annotations: vec![annotation], ..Annotations::default() };
        Self { dossier, index, annotations, proofs }
    }

    fn material(&self) -> Material<'_> {
        Material {
            dossier: &self.dossier,
            index: &self.index,
            annotations: &self.annotations,
            proofs: &self.proofs,
            today: DATE,
        }
    }

    /// A brief made of a template for a dossier on which nobody has worked yet, unedited.
    pub fn unedited(&self, template: &Template) -> Composition {
        let nothing = Annotations::default();
        let material = Material { annotations: &nothing, ..self.material() };
        compose(material, &fill(template, material, "b1"))
    }

    /// A brief of one text of the analyst's.
    pub fn own_text(&self, markdown: &str) -> Composition {
        let entry = Entry { id: "e2".into(), content: Content::text(markdown) };
        let section = Section { id: "e1".into(), heading: "Own".into(), entries: vec![entry] };
        let brief = Brief { id: "b1".into(), head: BriefHead::default(), sections: vec![section] };
        compose(self.material(), &brief)
    }

    /// A brief with everything in every form.
    pub fn everything(&self) -> Composition {
        let entries = [
            Content::Text {
                markdown: "Trade **grew** by *27.2 percent* [@gt-trade; @gt-lin], as [a page](https://example.org) \
                           says [@trade-volume].\n\n1. One [@gt-flights].\n2. Two [@a1].\n\n| A | B |\n| - | - |\n| x | y [@gt-launch] |"
                    .into(),
                judgement: Some(Box::new(Judgement {
                    likelihood: Some(Likelihood::Likely),
                    confidence: Some(Confidence::Moderate),
                    basis: "One source states it [@gt-trade].".into(),
                })),
            },
            Content::item("gt-trade").with_form(Form::Block),
            Content::item("gt-wang-letter").with_form(Form::Inline),
            Content::item("trade-volume").with_form(Form::Sentence),
            Content::item("direct-flights").with_form(Form::Row),
            Content::item("sister-cities").with_form(Form::Row),
            Content::item("trade-volume").with_form(Form::Chart),
            Content::item("wang-yi").with_form(Form::Line),
            Content::item("lin-jian").with_form(Form::Box),
            Content::item(self.dossier.topics[0].id.as_str()).with_form(Form::Table),
            Content::item(self.dossier.topics[1].id.as_str()).with_form(Form::Line),
            Content::item(self.dossier.events[0].id.as_str()).with_form(Form::Line),
            Content::item(self.dossier.events[1].id.as_str()).with_form(Form::Row),
            Content::item(self.dossier.relations[0].id.as_str()),
            Content::item("seetao").with_form(Form::Box),
            Content::Annotation { id: "a1".into() },
        ];
        let entries = entries.into_iter().enumerate();
        let entries =
            entries.map(|(place, content)| Entry { id: format!("e{}", place + 2), content });
        let section =
            Section { id: "e1".into(), heading: "Everything".into(), entries: entries.collect() };
        let head = BriefHead {
            title: "All of it".into(),
            author: "A. Nalyst".into(),
            ..BriefHead::default()
        };
        compose(self.material(), &Brief { id: "b1".into(), head, sections: vec![section] })
    }
}

#[test]
fn everything_that_the_analyst_says_is_cited_and_nothing_is_missing() {
    let composition = Bundled::new().everything();
    let told: Vec<String> = composition.shortcomings.iter().map(|s| s.what.to_string()).collect();
    assert!(told.is_empty(), "{told:?}");
    assert!(composition.footnotes.len() > 15);
    assert_eq!(composition.charts().count(), 1);
}
