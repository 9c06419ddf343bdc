//! Reads RON text into a [`Dossier`], or says in the reader's words what is wrong and where.

use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::locate::{self, Path, Step};
use super::problem::{Code, Problem};
use super::{Dossier, FORMAT, characters, migration, mistakes};

/// The RON dialect of all files of the program: `Some(…)` may be left out around optional fields,
/// and so may the brackets of a struct inside a variant.
pub fn ron_options() -> ron::Options {
    ron::Options::default().with_default_extension(
        Extensions::IMPLICIT_SOME
            | Extensions::UNWRAP_NEWTYPES
            | Extensions::UNWRAP_VARIANT_NEWTYPES,
    )
}

/// Reads a dossier without checking what its parts say of each other.
///
/// # Errors
/// Each mistake of type and choice with its place; where the text is not RON, the first.
pub fn parse(text: &str) -> Result<Dossier, Vec<Problem>> {
    check_text(text).map_err(|problem| vec![*problem])?;
    let dossier: Dossier = ron_options().from_str(text).map_err(|error| {
        newer_format(text).map_or_else(|| mistakes::all(text, &error), |newer| vec![newer])
    })?;
    match dossier.format {
        1 => match migration::problems_of_format_1(&dossier, text) {
            problems if problems.is_empty() => Ok(migration::from_format_1(dossier)),
            problems => Err(problems),
        },
        FORMAT => Ok(dossier),
        newer if newer > FORMAT => Err(vec![newer_format_problem(newer)]),
        other => Err(vec![Problem::of_file(
            Code::UnknownFormat,
            format!("there is no format {other}; write `format: {FORMAT}`"),
        )]),
    }
}

/// Recognises what is no RON at all, which the parser would only call a missing bracket.
///
/// # Errors
/// The file is empty, holds NUL characters, or holds the marks of an unfinished merge.
pub fn check_text(text: &str) -> Result<(), Box<Problem>> {
    if text.trim().is_empty() {
        return Err(Box::new(Problem::of_file(
            Code::EmptyFile,
            "the file is empty; start from blank.dossier.ron, or restore an earlier copy",
        )));
    }
    if let Some(at) = text.find('\0') {
        let (line, column) = place_of(text, at);
        let all = text.bytes().all(|b| b == 0);
        let message = if all {
            "the file holds nothing but NUL characters, as a disk leaves it after a crash; \
             restore an earlier copy"
        } else {
            "there are NUL characters in the text; restore an earlier copy or delete them"
        };
        return Err(Box::new(Problem::of_file(Code::NulCharacters, message).at(line, column)));
    }
    let conflict = text
        .lines()
        .position(|line| ["<<<<<<< ", ">>>>>>> "].iter().any(|mark| line.starts_with(mark)));
    if let Some(line) = conflict {
        return Err(Box::new(
            Problem::of_file(
                Code::MergeConflict,
                "two versions of the file were merged and not reconciled; choose between the parts \
                 marked <<<<<<< and >>>>>>>",
            )
            .at(line + 1, 1),
        ));
    }
    Ok(())
}

/// Line and column, from 1, of a byte offset.
pub(super) fn place_of(text: &str, offset: usize) -> (usize, usize) {
    let head = text.get(..offset).unwrap_or(text);
    let line_start = head.rfind('\n').map_or(0, |at| at + 1);
    let column = head.get(line_start..).map_or(0, |line| line.chars().count());
    (head.matches('\n').count() + 1, column + 1)
}

/// A later format may have fields that this program does not know: told as what it is, not as a
/// list of unknown fields.
fn newer_format(text: &str) -> Option<Problem> {
    let format = format_of(text)?;
    (format > FORMAT).then(|| newer_format_problem(format))
}

/// The format version that a file says it has, whatever else stands in it.
pub fn format_of(text: &str) -> Option<u32> {
    locate::top_field(text, "format")?.parse().ok()
}

fn newer_format_problem(format: u32) -> Problem {
    Problem::of_file(
        Code::NewerFormat,
        format!(
            "the file has format {format}; this program reads up to format {FORMAT}; open it with \
             a newer version of Dossier"
        ),
    )
}

/// Turns ron's error into a problem with place, item and remedy.
pub fn explain<T: DeserializeOwned>(text: &str, error: &ron::error::SpannedError) -> Problem {
    explain_at::<T>(text, error).0
}

/// The same, with the way to the value that it is about.
pub(super) fn explain_at<T: DeserializeOwned>(
    text: &str,
    error: &ron::error::SpannedError,
) -> (Problem, Path) {
    let path = path_of_error::<T>(text).unwrap_or_default();
    let (code, message) = in_words(&error.code);
    let mut problem = Problem::of_file(code, message);
    let value = Some(&path).filter(|path| !path.0.is_empty()).map(|path| {
        let places = locate::positions(text, std::iter::once(path));
        places.get(path).copied().unwrap_or_default()
    });
    let at = match (code, value) {
        // ron has passed over the value, or not come to it yet, when it finds it wrong.
        (Code::WrongType | Code::MissingField, Some((line, col))) => {
            ron::error::Position { line, col }
        }
        (code, _) => place_of_error(text, code, error),
    };
    problem.line = at.line;
    problem.column = at.col;
    if code == Code::WrongType
        && let Some(message) = characters::explain_at(text, (at.line, at.col))
    {
        problem.code = Code::Syntax;
        problem.message = message;
    }
    if matches!(code, Code::UnknownField | Code::UnknownChoice)
        && let Some((at, message)) = characters::explain_name(text, (at.line, at.col))
    {
        (problem.line, problem.column) = at;
        problem.message = message;
    }
    if code == Code::Syntax
        && may_be_misread(&error.code)
        && let Some((at, message)) = characters::explain(text, (at.line, at.col))
    {
        (problem.line, problem.column) = at;
        problem.message = message;
    }
    problem.item = item_name(text, &path);
    (problem, path)
}

/// Whether a mistake in the notation may come of a character that is taken for another.
fn may_be_misread(error: &ron::Error) -> bool {
    use ron::Error as E;
    !matches!(
        error,
        E::Eof
            | E::ExpectedStringEnd
            | E::InvalidEscape(_)
            | E::UnclosedBlockComment
            | E::ExceededRecursionLimit
    )
}

fn place_of_error(
    text: &str,
    code: Code,
    error: &ron::error::SpannedError,
) -> ron::error::Position {
    match code {
        Code::UnknownField | Code::UnknownChoice | Code::RepeatedField => {
            let word = quoted_word(&error.code);
            start_of_word(text, error.span.start, word).unwrap_or(error.span.start)
        }
        _ => error.span.start,
    }
}

/// Parses again with a record of the way to the mistake, which the first pass does without.
fn path_of_error<T: DeserializeOwned>(text: &str) -> Option<Path> {
    let options = ron_options();
    let mut deserializer = ron::de::Deserializer::from_str_with_options(text, &options).ok()?;
    let mut track = serde_path_to_error::Track::new();
    let tracked = serde_path_to_error::Deserializer::new(&mut deserializer, &mut track);
    if T::deserialize(tracked).is_ok() {
        return None;
    }
    let way = track.path();
    let steps = way.iter().filter_map(|segment| match segment {
        serde_path_to_error::Segment::Seq { index } => Some(Step::Place(*index)),
        serde_path_to_error::Segment::Map { key } => Some(Step::Field(key.clone())),
        _ => None,
    });
    Some(Path(steps.collect()))
}

/// What to call the item that a path leads into: its id where it can be read, else its place.
pub(super) fn item_name(text: &str, path: &Path) -> Option<String> {
    let (list, place) = path.item()?;
    let id_path =
        Path(vec![Step::Field(list.to_owned()), Step::Place(place), Step::Field("id".to_owned())]);
    let item_path = Path(id_path.0.iter().take(2).cloned().collect());
    let places = locate::positions(text, [&id_path, &item_path].into_iter());
    let id = places.get(&id_path).filter(|id| places.get(&item_path) != Some(id)).and_then(
        |(line, column)| {
            let line = text.lines().nth(line - 1)?;
            let rest: String = line.chars().skip(column - 1).collect();
            rest.strip_prefix('"')?.split('"').next().map(str::to_owned)
        },
    );
    Some(id.filter(|id| !id.is_empty()).unwrap_or_else(|| format!("{list}[{place}]")))
}

fn quoted_word(error: &ron::Error) -> &str {
    match error {
        ron::Error::NoSuchStructField { found, .. }
        | ron::Error::NoSuchEnumVariant { found, .. } => found,
        ron::Error::DuplicateStructField { field, .. } => field,
        _ => "",
    }
}

/// ron reports the place behind a wrong word; people look for its first letter.
fn start_of_word(
    text: &str,
    near: ron::error::Position,
    word: &str,
) -> Option<ron::error::Position> {
    let line = text.lines().nth(near.line.checked_sub(1)?)?;
    let head: String = line.chars().take(near.col + word.chars().count()).collect();
    let at = head.rfind(word)?;
    let col = head.get(..at)?.chars().count() + 1;
    (!word.is_empty()).then_some(ron::error::Position { line: near.line, col })
}

fn in_words(error: &ron::Error) -> (Code, String) {
    use ron::Error as E;
    let of = |outer: &Option<String>| outer.as_ref().map_or(String::new(), |o| format!(" in {o}"));
    match error {
        E::NoSuchStructField { expected, found, outer } => (
            Code::UnknownField,
            format!("there is no field `{found}`{}{}", of(outer), instead(found, expected)),
        ),
        E::NoSuchEnumVariant { expected, found, outer } => (
            Code::UnknownChoice,
            format!("`{found}` is no choice{}{}", of(outer), instead(found, expected)),
        ),
        E::MissingStructField { field, outer } => (
            Code::MissingField,
            format!("the field `{field}` is missing{}; it may not be left out", of(outer)),
        ),
        E::DuplicateStructField { field, outer } => {
            (Code::RepeatedField, format!("the field `{field}` stands twice{}", of(outer)))
        }
        E::InvalidValueForType { expected, found } => {
            (Code::WrongType, format!("{found} stands where {expected} belongs"))
        }
        E::ExpectedString => (Code::WrongType, "a text in quotation marks belongs here".to_owned()),
        E::ExpectedInteger => (Code::WrongType, "a whole number belongs here".to_owned()),
        E::IntegerOutOfBounds => (
            Code::WrongType,
            "a whole number that is not negative and not so large belongs here".to_owned(),
        ),
        E::InvalidIntegerDigit { .. }
        | E::ExpectedFloat
        | E::FloatUnderscore
        | E::UnderscoreAtBeginning => (
            Code::WrongType,
            "a number with a decimal point, such as 27.2, belongs here".to_owned(),
        ),
        E::SuggestRawIdentifier(found) | E::InvalidIdentifier(found) => (
            Code::Syntax,
            format!("`{found}` is not a name; a decimal has a point: write 8.5, not 8,5"),
        ),
        E::ExpectedArray => (Code::WrongType, "a list in `[ ]` belongs here".to_owned()),
        E::ExpectedNamedStructLike(_) | E::ExpectedStructLike => {
            (Code::WrongType, "an item in `( )` belongs here".to_owned())
        }
        E::ExpectedDifferentStructName { expected, found } => {
            (Code::WrongType, format!("`{found}` stands where `{expected}` belongs"))
        }
        E::Message(message) => (Code::WrongType, message.clone()),
        E::ExceededRecursionLimit => {
            (Code::Syntax, "brackets are nested too deeply for a dossier".to_owned())
        }
        E::Eof => (Code::Syntax, "the file ends in the middle; something is cut off".to_owned()),
        E::ExpectedStringEnd => {
            (Code::Syntax, "a text opens with a quotation mark and never closes".to_owned())
        }
        E::ExpectedComma => {
            (Code::Syntax, "a comma or a closing bracket is missing before this".to_owned())
        }
        E::ExpectedMapColon => (Code::Syntax, "a colon is missing after the field name".to_owned()),
        E::ExpectedArrayEnd => (Code::Syntax, "a comma or a closing `]` is missing".to_owned()),
        E::ExpectedStructLikeEnd | E::ExpectedOptionEnd => {
            (Code::Syntax, "a comma or a closing `)` is missing".to_owned())
        }
        E::TrailingCharacters => {
            (Code::Syntax, "there is text after the end, behind the last bracket".to_owned())
        }
        E::UnclosedBlockComment => {
            (Code::Syntax, "a comment opens with `/*` and never closes".to_owned())
        }
        E::InvalidEscape(what) => {
            (Code::Syntax, format!("{}; write `\\\\` for a backslash", what.to_lowercase()))
        }
        E::ExpectedIdentifier => (
            Code::Syntax,
            "a plain word belongs here: a field name or a choice, without quotation marks"
                .to_owned(),
        ),
        E::UnexpectedChar(c) => (Code::Syntax, format!("the character {c:?} can't stand here")),
        other => (Code::Syntax, other.to_string()),
    }
}

/// The nearest known name, or the list of them where none is near.
fn instead(found: &str, known: &[&str]) -> String {
    match nearest(found, known.iter().copied()) {
        Some(near) => format!("; did you mean `{near}`?"),
        None if known.is_empty() => String::new(),
        None => format!("; known are {}", known.join(", ")),
    }
}

/// The name most like `found`, if one is alike enough to be meant (Jaro–Winkler, 0.75).
pub(super) fn nearest<'n>(found: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let found = found.to_lowercase();
    known
        .map(|name| (strsim::jaro_winkler(&found, &name.to_lowercase()), name))
        .filter(|(alike, _)| *alike >= 0.75)
        // Of two that are alike equally, the first by the alphabet, whatever order they come in.
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(text: &str) -> Problem {
        parse(text).unwrap_err().remove(0)
    }

    #[test]
    fn the_smallest_dossier_reads() {
        let dossier = parse("(format: 1, title: \"Small\")").unwrap();
        assert_eq!(dossier.title, "Small");
        assert!(dossier.sources.is_empty());
    }

    #[test]
    fn an_unknown_field_names_its_item_its_place_and_the_nearest_name() {
        let text = "(\n  format: 1,\n  title: \"t\",\n  entities: [\n    (id: \"wang\", kind: Person, \
                    nmae: \"Wang\", quotations: []),\n  ],\n)";
        let problem = problem(text);
        assert_eq!(problem.code, Code::UnknownField);
        assert_eq!((problem.line, problem.column), (5, 32), "{problem}");
        assert_eq!(problem.item.as_deref(), Some("wang"));
        assert!(problem.message.ends_with("did you mean `name`?"), "{problem}");
    }

    #[test]
    fn an_unknown_choice_says_which_there_are() {
        let text = "(format: 1, title: \"t\", entities: [(id: \"x\", kind: Persn, name: \"X\", quotations: [])])";
        let problem = problem(text);
        assert_eq!(problem.code, Code::UnknownChoice);
        assert!(problem.message.contains("did you mean `Person`?"), "{problem}");
    }

    #[test]
    fn a_newer_format_is_told_as_such_even_with_unknown_fields() {
        for text in ["(format: 9, title: \"t\", hologram: [])", "(format: 9, title: \"t\")"] {
            assert_eq!(problem(text).code, Code::NewerFormat);
        }
    }

    #[test]
    fn deep_brackets_are_an_error_and_no_crash() {
        let text = format!("(format: 1, title: \"t\", sources: {})", "[".repeat(200_000));
        assert_eq!(problem(&text).severity, crate::dossier::Severity::Error);
    }
}
