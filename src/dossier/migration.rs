//! Dossiers of earlier formats: held to the rules of their own, and turned into the newest in memory.
//! The file is not rewritten.

use super::locate::{self, Path, Step};
use super::problem::{Code, Problem};
use super::{Authors, Dossier, FORMAT, Figure, RelationKind, When};

/// What format 1 has no place for, or demands: a problem for each.
pub(super) fn problems_of_format_1(dossier: &Dossier, text: &str) -> Vec<Problem> {
    let mut found: Vec<(Path, Code, String)> = Vec::new();
    let newer = |field: &str| {
        format!("the field `{field}` came with format 2; write `format: 2` at the top of the file")
    };
    for (place, source) in dossier.sources.iter().enumerate() {
        let missing =
            [("published", source.published.is_none()), ("standing", source.standing.is_none())];
        for (field, _) in missing.iter().filter(|(_, missing)| *missing) {
            let message = format!(
                "the field `{field}` is missing in Source; it may be left out from format 2 on"
            );
            found.push((path("sources", place, &[]), Code::MissingField, message));
        }
        if matches!(source.author, Authors::Listed(_)) {
            let message = "a list of authors came with format 2; write `format: 2` at the top of the \
                           file, or one name";
            found.push((path("sources", place, &["author"]), Code::WrongType, message.to_owned()));
        }
    }
    let mut when = |list: &str, place: usize, field: &str, when: &When| {
        for (name, there) in [("from", when.from.is_some()), ("to", when.to.is_some())] {
            if there {
                found.push((path(list, place, &[field, name]), Code::UnknownField, newer(name)));
            }
        }
    };
    for (place, quotation) in dossier.quotations.iter().enumerate() {
        if let Some(said) = &quotation.said {
            when("quotations", place, "said", said);
        }
    }
    for (place, event) in dossier.events.iter().enumerate() {
        when("events", place, "when", &event.when);
    }
    for (place, metric) in dossier.metrics.iter().enumerate() {
        if let Some(as_of) = &metric.as_of {
            when("metrics", place, "as_of", as_of);
        }
    }
    for (place, metric) in dossier.metrics.iter().enumerate() {
        if matches!(&metric.figure, Figure::Stated(value) if value.to.is_some()) {
            found.push((
                path("metrics", place, &["figure", "to"]),
                Code::UnknownField,
                newer("to"),
            ));
        }
        if metric.change.as_ref().is_some_and(|change| change.by.to.is_some()) {
            let at = path("metrics", place, &["change", "by", "to"]);
            found.push((at, Code::UnknownField, newer("to")));
        }
    }
    for (place, relation) in dossier.relations.iter().enumerate() {
        if relation.event.is_some() {
            found.push((path("relations", place, &["event"]), Code::UnknownField, newer("event")));
        }
    }
    if found.is_empty() {
        return Vec::new();
    }
    let places = locate::positions(text, found.iter().map(|(path, ..)| path));
    let problem = |(path, code, message): (Path, Code, String)| {
        let (line, column) = places.get(&path).copied().unwrap_or_default();
        let mut problem = Problem::of_file(code, message).at(line, column);
        problem.item = super::parse::item_name(text, &path);
        problem
    };
    let mut problems: Vec<Problem> = found.into_iter().map(problem).collect();
    problems.sort_by_key(|problem| (problem.line, problem.column));
    problems
}

fn path(list: &str, place: usize, fields: &[&str]) -> Path {
    let mut steps = vec![Step::Field(list.to_owned()), Step::Place(place)];
    steps.extend(fields.iter().map(|field| Step::Field((*field).to_owned())));
    Path(steps)
}

/// A dossier of format 1 as one of the newest. What two kinds of relation said, they keep saying: they
/// spoke of launches alone.
pub(super) fn from_format_1(mut dossier: Dossier) -> Dossier {
    for relation in &mut dossier.relations {
        let words = match relation.kind {
            RelationKind::Attended => ("attended launch of", "launch attended by"),
            RelationKind::SpokeAt => ("spoke at launch of", "launch addressed by"),
            _ => continue,
        };
        relation.kind =
            RelationKind::Other { label: words.0.to_owned(), inverse: words.1.to_owned() };
    }
    dossier.format = FORMAT;
    dossier
}

#[cfg(test)]
mod tests {
    use crate::dossier::parse::parse;

    const SOURCE: &str = r#"(id: "s", title: "t", publisher: "p", kind: Web, language: "en""#;

    #[test]
    fn what_an_earlier_relation_said_it_keeps_saying() {
        let text = |format: u32| {
            format!(
                r#"(format: {format}, title: "t", relations: [(id: "r", from: "a", kind: Attended,
                to: "b", quotations: [])])"#
            )
        };
        let label =
            |format: u32| parse(&text(format)).unwrap().relations[0].kind.label().to_owned();
        assert_eq!((label(1).as_str(), label(2).as_str()), ("attended launch of", "attended"));
        assert_eq!(parse(&text(1)).unwrap().format, 2);
    }

    #[test]
    fn format_1_is_held_to_its_own_rules() {
        let open = format!(r#"title: "t", sources: [{SOURCE})])"#);
        assert!(parse(&format!("(format: 2, {open}")).is_ok());
        let problems = parse(&format!("(format: 1, {open}")).unwrap_err();
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "1:35: error: s: the field `published` is missing in Source; it may be left out from \
                 format 2 on [missing-field]",
                "1:35: error: s: the field `standing` is missing in Source; it may be left out from \
                 format 2 on [missing-field]",
            ]
        );
    }
}
