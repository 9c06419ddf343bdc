//! Finds the line and column of a value in RON text, given the way to it (`quotations`, 3, `id`).
//!
//! Reading RON through serde leaves no positions behind. Problems are rare, so the text is walked a
//! second time only when there are some, once for all of them.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

/// One step from a value to a value inside it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// A field of a struct.
    Field(String),
    /// A place in a list, from 0.
    Place(usize),
}

/// The way from the top of the file to a value.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Path(pub Vec<Step>);

impl Path {
    /// The list and place of the item that the path leads into: `("quotations", 3)`.
    pub fn item(&self) -> Option<(&str, usize)> {
        match self.0.as_slice() {
            [Step::Field(list), Step::Place(place), ..] => Some((list, *place)),
            _ => None,
        }
    }
}

/// `quotations[3].id`
impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, step) in self.0.iter().enumerate() {
            match step {
                Step::Field(name) if i == 0 => f.write_str(name)?,
                Step::Field(name) => write!(f, ".{name}")?,
                Step::Place(place) => write!(f, "[{place}]")?,
            }
        }
        Ok(())
    }
}

/// Line and column of each path's value, from 1. A path that is not in the text gets the place of
/// the innermost value that is.
pub fn positions<'p>(
    text: &str,
    paths: impl Iterator<Item = &'p Path>,
) -> BTreeMap<Path, (usize, usize)> {
    let mut wanted = Wanted::default();
    for path in paths {
        wanted.insert(path);
    }
    let mut walker = Walker { text: text.as_bytes(), at: 0, depth: 0 };
    walker.skip_attributes();
    walker.value(Some(&mut wanted));
    let mut offsets = Vec::new();
    wanted.collect(&mut Path::default(), 0, &mut offsets);
    offsets.sort_by_key(|(_, offset)| *offset);
    let mut lines = LineCounter { text, at: 0, line: 1, line_start: 0 };
    offsets.into_iter().map(|(path, offset)| (path, lines.place(offset))).collect()
}

/// The bytes of a value with its field name, where it has one, and the comma behind it.
pub(super) fn value_span(text: &str, path: &Path) -> Option<Range<usize>> {
    let mut walker = Walker::at_top(text);
    let value = walker.reach(path)?;
    let (outer, last) = (Path(path.0.split_last()?.1.to_vec()), path.0.last()?);
    let start = match last {
        Step::Field(name) => {
            let mut outside = Walker::at_top(text);
            let open = outside.reach(&outer)?;
            field_start(text, open, value, name).unwrap_or(value)
        }
        Step::Place(_) => value,
    };
    let mut walker = Walker { at: value, ..Walker::at_top(text) };
    walker.value(None);
    Some(start..walker.past_comma())
}

/// The bytes of a field of an item with its value and the comma behind it; the last of that name where it
/// stands twice.
pub(super) fn field_span(text: &str, item: &Path, field: &str, last: bool) -> Option<Range<usize>> {
    let mut walker = Walker::at_top(text);
    walker.reach(item)?;
    let mut found = None;
    walker.enter()?;
    loop {
        walker.skip_blank();
        if matches!(walker.peek(), None | Some(b')' | b']' | b'}')) {
            return found;
        }
        let start = walker.at;
        let name = walker.field_name(b')');
        walker.value(None);
        let end = walker.past_comma();
        walker.at = end.max(start + 1);
        if name.as_deref() == Some(field) {
            found = Some(start..end);
            if !last {
                return found;
            }
        }
    }
}

/// The byte of the bracket that closes an item.
pub(super) fn end_of(text: &str, item: &Path) -> Option<usize> {
    let mut walker = Walker::at_top(text);
    walker.reach(item)?;
    walker.value(None);
    let end = walker.at.checked_sub(1)?;
    (text.as_bytes().get(end) == Some(&b')')).then_some(end)
}

/// Where the name of a field begins whose value begins at a byte.
fn field_start(text: &str, from: usize, value: usize, name: &str) -> Option<usize> {
    let at = text.get(from..value)?.rfind(name)?;
    Some(from + at)
}

/// The text of a field at the top of the file, where it stands there: `format`.
pub fn top_field<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let path = Path(vec![Step::Field(name.to_owned())]);
    let mut wanted = Wanted::default();
    wanted.insert(&path);
    let mut walker = Walker { text: text.as_bytes(), at: 0, depth: 0 };
    walker.skip_attributes();
    walker.value(Some(&mut wanted));
    let start = wanted.inner.get(&Step::Field(name.to_owned()))?.offset?;
    text.get(start..).map(|rest| rest.split([',', ')', '\n']).next().unwrap_or("").trim())
}

/// The values wanted, as a tree.
#[derive(Default)]
struct Wanted {
    inner: BTreeMap<Step, Wanted>,
    ends_here: bool,
    offset: Option<usize>,
}

impl Wanted {
    fn insert(&mut self, path: &Path) {
        let mut node = self;
        for step in &path.0 {
            node = node.inner.entry(step.clone()).or_default();
        }
        node.ends_here = true;
    }

    fn collect(&self, path: &mut Path, outer: usize, out: &mut Vec<(Path, usize)>) {
        let offset = self.offset.unwrap_or(outer);
        if self.ends_here {
            out.push((path.clone(), offset));
        }
        for (step, node) in &self.inner {
            path.0.push(step.clone());
            node.collect(path, offset, out);
            path.0.pop();
        }
    }
}

struct LineCounter<'t> {
    text: &'t str,
    at: usize,
    line: usize,
    line_start: usize,
}

impl LineCounter<'_> {
    /// Offsets come in rising order, so that the text is passed once.
    fn place(&mut self, offset: usize) -> (usize, usize) {
        let bytes = self.text.as_bytes();
        while self.at < offset {
            if bytes.get(self.at) == Some(&b'\n') {
                self.line += 1;
                self.line_start = self.at + 1;
            }
            self.at += 1;
        }
        let column = self.text.get(self.line_start..offset).map_or(0, |head| head.chars().count());
        (self.line, column + 1)
    }
}

/// Passes over RON text. On malformed text it stops early and reports nothing worse than a place
/// that is too far out.
struct Walker<'t> {
    text: &'t [u8],
    at: usize,
    depth: usize,
}

/// As deep as ron itself reads.
const DEEPEST: usize = 128;

impl<'t> Walker<'t> {
    fn at_top(text: &'t str) -> Self {
        let mut walker = Self { text: text.as_bytes(), at: 0, depth: 0 };
        walker.skip_attributes();
        walker
    }

    /// Goes to where a value begins.
    fn reach(&mut self, path: &Path) -> Option<usize> {
        let mut wanted = Wanted::default();
        wanted.insert(path);
        let mut walker = Walker { text: self.text, at: self.at, depth: 0 };
        walker.value(Some(&mut wanted));
        let mut node = &wanted;
        for step in &path.0 {
            node = node.inner.get(step)?;
        }
        self.at = node.offset?;
        Some(self.at)
    }

    /// Goes behind the bracket that opens an item, past the name of its type.
    fn enter(&mut self) -> Option<()> {
        self.skip_blank();
        while self.peek().is_some_and(|b| b.is_ascii_alphanumeric() || b == b'_') {
            self.at += 1;
        }
        self.skip_blank();
        (self.peek() == Some(b'(')).then(|| self.at += 1)
    }

    /// Behind the comma that follows, or where it would stand.
    fn past_comma(&mut self) -> usize {
        let end = self.at;
        self.skip_blank();
        if self.peek() == Some(b',') { self.at + 1 } else { end }
    }

    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn starts_with(&self, head: &[u8]) -> bool {
        self.text.get(self.at..).is_some_and(|rest| rest.starts_with(head))
    }

    fn skip_attributes(&mut self) {
        self.skip_blank();
        while self.starts_with(b"#!") {
            while self.peek().is_some_and(|b| b != b']') {
                self.at += 1;
            }
            self.at += 1;
            self.skip_blank();
        }
    }

    /// Passes over white space and comments.
    fn skip_blank(&mut self) {
        loop {
            if self.starts_with(b"//") {
                while self.peek().is_some_and(|b| b != b'\n') {
                    self.at += 1;
                }
            } else if self.starts_with(b"/*") {
                let mut open = 0_usize;
                while self.at < self.text.len() {
                    if self.starts_with(b"/*") {
                        open += 1;
                        self.at += 2;
                    } else if self.starts_with(b"*/") {
                        open -= 1;
                        self.at += 2;
                        if open == 0 {
                            break;
                        }
                    } else {
                        self.at += 1;
                    }
                }
            } else if self.peek().is_some_and(|b| b.is_ascii_whitespace()) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    fn value(&mut self, mut wanted: Option<&mut Wanted>) {
        self.skip_blank();
        if let Some(node) = wanted.as_deref_mut() {
            node.offset = Some(self.at);
        }
        self.depth += 1;
        if self.depth <= DEEPEST {
            match self.peek() {
                Some(b'"') => self.string(),
                Some(b'r') if self.raw_string() => {}
                Some(b'[') => self.elements(b']', wanted),
                Some(b'{') => self.elements(b'}', wanted),
                Some(b'(') => self.elements(b')', wanted),
                Some(b'\'') => self.character(),
                Some(_) => self.word(wanted),
                None => {}
            }
        }
        self.depth -= 1;
    }

    /// A number, a unit variant, or a name with brackets behind it.
    fn word(&mut self, wanted: Option<&mut Wanted>) {
        let start = self.at;
        while self
            .peek()
            .is_some_and(|b| b.is_ascii_alphanumeric() || b"_.+-#".contains(&b) || !b.is_ascii())
        {
            self.at += 1;
        }
        let name = self.text.get(start..self.at).unwrap_or(&[]);
        let is_some = name == b"Some";
        let end = self.at;
        self.skip_blank();
        if self.peek() == Some(b'(') && end > start {
            if is_some {
                self.at += 1;
                self.value(wanted);
                self.skip_blank();
                self.at += usize::from(self.peek() == Some(b')'));
            } else {
                self.elements(b')', wanted);
            }
        } else {
            self.at = end.max(start + usize::from(end == start));
        }
    }

    /// What stands between brackets: fields (`name: value`), places, or a map's entries.
    fn elements(&mut self, close: u8, mut wanted: Option<&mut Wanted>) {
        self.at += 1;
        let mut place = 0;
        loop {
            self.skip_blank();
            match self.peek() {
                Some(b) if b == close => {
                    self.at += 1;
                    return;
                }
                Some(b',') => {
                    self.at += 1;
                    continue;
                }
                None | Some(b')' | b']' | b'}') => return,
                Some(_) => {}
            }
            let step = self.field_name(close).map_or(Step::Place(place), Step::Field);
            place += 1;
            let before = self.at;
            self.value(wanted.as_deref_mut().and_then(|node| node.inner.get_mut(&step)));
            self.skip_blank();
            if self.peek() == Some(b':') {
                self.at += 1;
                self.value(None);
            }
            if self.at == before {
                return;
            }
        }
    }

    /// Passes over `name:` inside round brackets; stays where it is when there is none.
    fn field_name(&mut self, close: u8) -> Option<String> {
        if close != b')' {
            return None;
        }
        let start = self.at;
        while self.peek().is_some_and(|b| b.is_ascii_alphanumeric() || b == b'_') {
            self.at += 1;
        }
        let end = self.at;
        self.skip_blank();
        let doubled = self.text.get(self.at + 1) == Some(&b':');
        if end > start && self.peek() == Some(b':') && !doubled {
            self.at += 1;
            let name = self.text.get(start..end).unwrap_or(&[]);
            Some(String::from_utf8_lossy(name).into_owned())
        } else {
            self.at = start;
            None
        }
    }

    fn string(&mut self) {
        self.at += 1;
        while let Some(b) = self.peek() {
            self.at += if b == b'\\' { 2 } else { 1 };
            if b == b'"' {
                return;
            }
        }
    }

    fn raw_string(&mut self) -> bool {
        let hashes =
            self.text.get(self.at + 1..).unwrap_or(&[]).iter().take_while(|b| **b == b'#').count();
        if self.text.get(self.at + 1 + hashes) != Some(&b'"') {
            return false;
        }
        let mut end = vec![b'"'];
        end.extend(std::iter::repeat_n(b'#', hashes));
        self.at += hashes + 2;
        while self.at < self.text.len() && !self.starts_with(&end) {
            self.at += 1;
        }
        self.at += end.len();
        true
    }

    fn character(&mut self) {
        self.at += 1;
        while let Some(b) = self.peek() {
            self.at += if b == b'\\' { 2 } else { 1 };
            if b == b'\'' {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(steps: &str) -> Path {
        Path(
            steps
                .split('/')
                .map(|s| s.parse().map_or_else(|_| Step::Field(s.to_owned()), Step::Place))
                .collect(),
        )
    }

    fn place(text: &str, steps: &str) -> (usize, usize) {
        let path = path(steps);
        positions(text, [&path].into_iter())[&path]
    }

    const TEXT: &str = r##"// a comment with ( and "
#![enable(implicit_some)]
Dossier(
    format: 1, /* nested /* ( */ comment */
    title: "brackets ) ] \" in a string",
    sources: [
        (id: "ü", title: r#"raw " ) text"#, url: Some("x")),
        (id: "b", sha256: ""),
    ],
    metrics: [(figure: Stated(number: -1.5, unit: Count("x")))],
)"##;

    #[test]
    fn values_are_found_past_comments_strings_and_brackets() {
        assert_eq!(place(TEXT, "format"), (4, 13));
        assert_eq!(place(TEXT, "sources/0/title"), (7, 26));
        assert_eq!(place(TEXT, "sources/0/url"), (7, 55));
        assert_eq!(place(TEXT, "sources/1/sha256"), (8, 27));
        assert_eq!(place(TEXT, "metrics/0/figure/unit"), (10, 51));
    }

    #[test]
    fn what_is_absent_gets_the_place_around_it() {
        assert_eq!(place(TEXT, "sources/1/title"), (8, 9));
        assert_eq!(place(TEXT, "sources/7"), (6, 14));
    }

    #[test]
    fn top_fields_are_read_without_parsing() {
        assert_eq!(top_field(TEXT, "format"), Some("1"));
        assert_eq!(top_field(TEXT, "nothing"), None);
        assert_eq!(top_field("(format:7)", "format"), Some("7"));
    }

    #[test]
    fn malformed_text_ends_the_walk() {
        for text in ["", "(", "((((", "(a:", "[,,,", "\"", "r#\"", "(a: 'x", "/* ", "Some(", ")"] {
            let path = path("a/0/b");
            assert_eq!(positions(text, [&path].into_iter()).len(), 1, "{text}");
        }
        let deep = "[".repeat(100_000);
        assert_eq!(place(&deep, "0/0/x"), (1, 3));
    }
}
