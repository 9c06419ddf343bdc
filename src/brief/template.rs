//! Templates: which sections a new brief has, and what of the dossier they are filled with.

use serde::Deserialize;

use crate::annotations::{AnnotationKind, Form};
use crate::dossier::parse::{check_text, explain, format_of, ron_options};
use crate::dossier::{Code, EntityKind, FindingKind, Problem};

/// The newest version of the format of templates.
pub const FORMAT: u32 = 1;

/// A template.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Template")]
pub struct Template {
    /// The version of the format, 1.
    pub format: u32,
    /// What it makes: "One-page brief".
    pub name: String,
    /// Whom it serves, in a sentence.
    #[serde(default)]
    pub about: String,
    /// Its sections, in order.
    pub sections: Vec<TemplateSection>,
}

/// A section of a template. What has nothing to be filled with is left out.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "TemplateSection")]
pub struct TemplateSection {
    /// Its heading.
    pub heading: String,
    /// What it is filled with, in order.
    pub fill: Vec<Fill>,
}

/// What a section is filled with.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Fill {
    /// Words, in Markdown. They stand only where something else of the section does.
    Text(String),
    /// Statements of the dossier's summary, as text that cites.
    Summary {
        /// How many are passed over.
        #[serde(default)]
        from: usize,
        /// At most so many.
        #[serde(default)]
        most: Option<usize>,
    },
    /// What the analyst pinned.
    Pins {
        /// How the items read.
        #[serde(default)]
        form: Option<Form>,
    },
    /// The analyst's annotations.
    Annotations {
        /// Of these kinds.
        kinds: Vec<AnnotationKind>,
    },
    /// Entities.
    Entities {
        /// Of these kinds; of all where none is named.
        #[serde(default)]
        kinds: Vec<EntityKind>,
        /// How they read.
        #[serde(default)]
        form: Option<Form>,
        /// At most so many.
        #[serde(default)]
        most: Option<usize>,
    },
    /// Metrics.
    Metrics {
        /// Only those that are stated, or only those that are derived.
        #[serde(default)]
        only: Option<Origin>,
        /// How they read.
        #[serde(default)]
        form: Option<Form>,
        /// At most so many.
        #[serde(default)]
        most: Option<usize>,
    },
    /// Series of metrics, drawn.
    Series,
    /// Events, the earliest first.
    Events {
        /// How they read.
        #[serde(default)]
        form: Option<Form>,
        /// At most so many.
        #[serde(default)]
        most: Option<usize>,
    },
    /// Topics.
    Topics {
        /// With these findings; with all where none is named.
        #[serde(default)]
        findings: Vec<FindingKind>,
        /// How they read.
        #[serde(default)]
        form: Option<Form>,
        /// At most so many.
        #[serde(default)]
        most: Option<usize>,
    },
    /// The dossier's sources.
    Sources {
        /// How they read.
        #[serde(default)]
        form: Option<Form>,
    },
}

/// Where a metric's figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Origin {
    /// A source states it.
    Stated,
    /// The program computed it.
    Derived,
}

/// The templates inside the program, in the order in which they are offered.
const BUNDLED: [&str; 5] = [
    include_str!("../../assets/templates/one-page-brief.template.ron"),
    include_str!("../../assets/templates/meeting-brief.template.ron"),
    include_str!("../../assets/templates/fact-sheet.template.ron"),
    include_str!("../../assets/templates/comparison-of-sources.template.ron"),
    include_str!("../../assets/templates/chronology.template.ron"),
];

impl Template {
    /// The templates inside the program; the first is the usual one.
    pub fn bundled() -> Vec<Self> {
        // A test holds that they can all be read.
        BUNDLED.iter().filter_map(|text| Self::parse(text).ok()).collect()
    }

    /// The example that users start their own from: the first of the bundled ones.
    pub fn example() -> &'static str {
        BUNDLED.first().copied().unwrap_or_default()
    }

    /// The template that a name stands for: written as it is offered or with hyphens, or only how it begins.
    pub fn named<'t>(templates: &'t [Self], name: &str) -> Option<&'t Self> {
        let plain = |name: &str| name.to_lowercase().replace([' ', '_'], "-");
        let wanted = plain(name);
        let exact = templates.iter().find(|template| plain(&template.name) == wanted);
        exact.or_else(|| {
            let mut begin =
                templates.iter().filter(|template| plain(&template.name).starts_with(&wanted));
            begin.next().filter(|_| begin.next().is_none())
        })
    }

    /// Reads a template.
    ///
    /// # Errors
    /// The first place where the text is no template of this format.
    pub fn parse(text: &str) -> Result<Self, Box<Problem>> {
        check_text(text)?;
        if let Some(format) = format_of(text).filter(|format| *format != FORMAT) {
            let message =
                format!("the template has format {format}; this program reads format {FORMAT}");
            return Err(Box::new(Problem::of_file(Code::UnknownFormat, message)));
        }
        let template: Self = ron_options()
            .from_str(text)
            .map_err(|error| Box::new(explain::<Self>(text, &error)))?;
        if template.name.trim().is_empty() {
            let message = "the template needs a name, under which it is offered";
            return Err(Box::new(Problem::of_file(Code::EmptyText, message)));
        }
        Ok(template)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_templates_can_be_read_and_have_names_of_their_own() {
        let mut names = Vec::new();
        for text in BUNDLED {
            let template = Template::parse(text).unwrap_or_else(|problem| panic!("{problem}"));
            assert!(!template.about.is_empty() && !template.sections.is_empty());
            assert!(!names.contains(&template.name), "{}", template.name);
            names.push(template.name);
        }
        assert_eq!(names.first().map(String::as_str), Some("One-page brief"));
        assert_eq!(Template::bundled().len(), BUNDLED.len());
    }

    #[test]
    fn a_template_is_found_by_the_beginning_of_its_name() {
        let templates = Template::bundled();
        let found = |name: &str| Template::named(&templates, name).map(|t| t.name.as_str());
        assert_eq!(found("fact-sheet"), Some("Fact sheet"));
        assert_eq!(found("One page"), Some("One-page brief"));
        assert_eq!(found("C"), None);
        assert_eq!(found("x"), None);
    }

    #[test]
    fn a_mistake_is_told_with_its_place() {
        let text = "(\n    format: 1,\n    name: \"N\",\n    sections: [(heading: \"H\", fill: [Topics(mist: 1)])],\n)";
        let problem = Template::parse(text).unwrap_err();
        assert_eq!((problem.line, problem.code), (4, Code::UnknownField));
        assert!(Template::parse("(format: 2)").unwrap_err().message.contains("format 2"));
        assert!(Template::parse("(format: 1, name: \" \", sections: [])").is_err());
    }
}
