//! Characters that a word processor or another keyboard puts in place of those that RON wants: named for
//! what they are.

/// What is wrong with the very character at a place.
pub(super) fn explain_at(text: &str, at: (usize, usize)) -> Option<String> {
    let rest = text.get(offset_of(text, at)?..)?;
    message_for(rest.chars().next()?, rest)
}

/// What is wrong with the characters of a name at a place, or with what cuts it short.
pub(super) fn explain_name(text: &str, at: (usize, usize)) -> Option<((usize, usize), String)> {
    let rest = text.get(offset_of(text, at)?..)?;
    let name = rest.get(..rest.find([':', ',', '(', ')', '\n', '"']).unwrap_or(rest.len()))?;
    name.char_indices().zip(0..).find_map(|((place, c), nth)| {
        Some(((at.0, at.1 + nth), message_for(c, name.get(place..)?)?))
    })
}

/// What stands wrongly at, or shortly before, the place of a mistake in the notation: its place and what
/// would be right.
pub(super) fn explain(text: &str, at: (usize, usize)) -> Option<((usize, usize), String)> {
    let offset = offset_of(text, at)?;
    if let Some(found) = inner_quotation_mark(text, offset) {
        return Some(found);
    }
    // The reader notices some characters only behind them, at the latest with the next mark.
    let lines = text.get(..offset)?.rfind('\n').map_or(0, |end| end + 1);
    let end = text.get(offset..)?.find('\n').map_or(text.len(), |length| offset + length);
    let line = text.get(lines..end)?;
    let mut outside = Outside::default();
    let mut best = None;
    for (place, c) in line.char_indices() {
        let is_outside = outside.take(c);
        if let Some(message) = message_for(c, line.get(place..)?).filter(|_| is_outside) {
            let column = line.get(..place)?.chars().count() + 1;
            best = Some(((at.0, column), message));
            if lines + place >= offset {
                break;
            }
        }
    }
    best
}

fn offset_of(text: &str, (line, column): (usize, usize)) -> Option<usize> {
    let start: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let rest = text.get(start..)?;
    let length: usize = rest.chars().take(column.checked_sub(1)?).map(char::len_utf8).sum();
    Some((start + length).min(text.len()))
}

/// Follows a line through its texts, so that what stands in them is left alone.
#[derive(Default)]
struct Outside {
    in_text: bool,
    escaped: bool,
}

impl Outside {
    /// Whether a character stands outside of texts.
    fn take(&mut self, c: char) -> bool {
        let was_inside = self.in_text;
        match c {
            _ if self.escaped => self.escaped = false,
            '\\' if self.in_text => self.escaped = true,
            '"' => self.in_text = !self.in_text,
            _ => {}
        }
        !was_inside
    }
}

fn message_for(c: char, rest: &str) -> Option<String> {
    let instead = |name: &str, right: &str| {
        Some(format!("there is {name} ({c}) where RON has {right}; write {right}"))
    };
    let unseen = |name: &str| {
        Some(format!("there is {name} (U+{:04X}), which is not seen; delete it", u32::from(c)))
    };
    match c {
        '“' | '”' | '„' | '‟' | '«' | '»' | '＂' | '″' => {
            instead("a typographic quotation mark", "\"")
        }
        '‘' | '’' | '‚' => instead("a typographic apostrophe", "\""),
        '\u{a0}' | '\u{202f}' | '\u{2007}' => Some(format!(
            "there is a no-break space (U+{:04X}) between the words; write an ordinary space",
            u32::from(c)
        )),
        '\u{3000}' => {
            Some("there is a full-width space (U+3000); write an ordinary space".to_owned())
        }
        '：' => instead("a full-width colon", ":"),
        '，' | '、' => instead("a full-width comma", ","),
        '；' => instead("a full-width semicolon", ","),
        '（' => instead("a full-width bracket", "("),
        '）' => instead("a full-width bracket", ")"),
        '［' | '【' => instead("a full-width bracket", "["),
        '］' | '】' => instead("a full-width bracket", "]"),
        '０'..='９' => {
            let plain =
                u32::from(c).checked_sub(u32::from('０')).and_then(|d| char::from_digit(d, 10))?;
            Some(format!("there is a full-width digit ({c}); write {plain}"))
        }
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            Some(format!("there is a full-width letter ({c}); write it as an ordinary one"))
        }
        '–' | '—' | '−' | '‐' | '‑' => instead("a dash that is no minus sign", "-"),
        '\u{200b}' => unseen("a zero-width space"),
        '\u{200c}' | '\u{200d}' | '\u{2060}' => unseen("a joiner"),
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            unseen("a mark of writing direction")
        }
        '\u{ad}' => unseen("a soft hyphen"),
        '\u{feff}' => unseen("a byte-order mark in the middle of the text"),
        '#' if !rest.starts_with("#!") && !rest.starts_with("#\"") => {
            Some("a comment begins with `//`, not with `#`".to_owned())
        }
        ';' => Some("there is a semicolon where RON has a comma; write ,".to_owned()),
        '=' => Some("there is `=` where RON has a colon; write `name: value`".to_owned()),
        c if is_lookalike(c) => {
            let script =
                if ('\u{370}'..='\u{3ff}').contains(&c) { "a Greek" } else { "a Cyrillic" };
            Some(format!(
                "there is {script} letter ({c}, U+{:04X}) that only looks like a Latin one; type it anew",
                u32::from(c)
            ))
        }
        c if c.is_control() && c != '\n' && c != '\r' && c != '\t' => unseen("a control character"),
        _ => None,
    }
}

fn is_lookalike(c: char) -> bool {
    "аеіјоркѕсухАВЕКМНОРСТУХІЈЅαεικνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ".contains(c)
}

/// A text that ends too early, since a quotation mark stands in it.
fn inner_quotation_mark(text: &str, offset: usize) -> Option<((usize, usize), String)> {
    let head = text.get(..offset)?;
    let rest = text.get(offset..)?.trim_start_matches([' ', '\t']);
    let behind = head.trim_end_matches([' ', '\t']);
    // A word begins right behind the mark with which the text seems to end.
    let ends_text = behind.ends_with('"') && !behind.ends_with("\\\"");
    let word = rest
        .chars()
        .next()
        .is_some_and(|c| c.is_alphanumeric() || matches!(c, '’' | '\'' | '-' | '–'));
    let field = rest.split_once(':').is_some_and(|(name, _)| {
        !name.is_empty()
            && name.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c.is_ascii_digit())
    });
    if !ends_text || !word || field {
        return None;
    }
    let mark = behind.len() - 1;
    let open = opening_of(text, mark)?;
    let within = text.get(open + 1..mark)?;
    if let Some(line) = within.lines().next().filter(|line| line.len() < within.len()) {
        // It went on over the end of its line: the mark that should close it is missing, or is another.
        let closing =
            line.char_indices().rev().find(|(_, c)| matches!(c, '”' | '“' | '„' | '»' | '″'));
        let (place, message) = match closing {
            Some((place, c)) => (
                open + 1 + place,
                format!(
                    "there is a typographic quotation mark ({c}) where the text should close; write \""
                ),
            ),
            None => (
                open,
                "this text does not close on its line; a quotation mark is missing at its end"
                    .to_owned(),
            ),
        };
        return Some((super::parse::place_of(text, place), message));
    }
    let message = "the text ends at this quotation mark, and words follow; write `\\\"` for a quotation \
                   mark inside a text, or put the text between `r#\"` and `\"#`";
    Some((super::parse::place_of(text, mark), message.to_owned()))
}

/// The byte of the mark that opens the text which ends with a mark.
fn opening_of(text: &str, mark: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < mark {
        let rest = bytes.get(at..)?;
        if rest.starts_with(b"//") {
            at += rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len());
        } else if rest.starts_with(b"/*") {
            at += text.get(at..)?.find("*/").map_or(rest.len(), |end| end + 2);
        } else if rest.starts_with(b"r\"") || rest.starts_with(b"r#") {
            let hashes = rest.iter().skip(1).take_while(|b| **b == b'#').count();
            let close = format!("\"{}", "#".repeat(hashes));
            let from = at + hashes + 2;
            at = from + text.get(from..)?.find(&close).map_or(rest.len(), |end| end + close.len());
        } else if rest.starts_with(b"\"") {
            let mut end = at + 1;
            while bytes.get(end).is_some_and(|b| *b != b'"') {
                end += if bytes.get(end) == Some(&b'\\') { 2 } else { 1 };
            }
            if end == mark {
                return Some(at);
            }
            at = end + 1;
        } else {
            at += 1;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::dossier::parse::parse;

    fn told(text: &str) -> String {
        parse(text).unwrap_err().remove(0).to_string()
    }

    #[test]
    fn characters_that_look_right_are_named_for_what_they_are() {
        for (text, place, part) in [
            ("(format: 2, title: “t”)", "1:20", "a typographic quotation mark"),
            ("(format: 2,\u{a0}title: \"t\")", "1:12", "no-break space"),
            ("(format： 2, title: \"t\")", "1:8", "a full-width colon"),
            ("(format: 2， title: \"t\")", "1:11", "a full-width comma"),
            ("（format: 2, title: \"t\")", "1:1", "a full-width bracket"),
            ("(format: 2, # two\n title: \"t\")", "1:13", "a comment begins with `//`"),
            ("(format: 2, tit\u{200b}le: \"t\")", "1:16", "a zero-width space"),
            ("(format: 2, titlе: \"t\")", "1:17", "a Cyrillic letter"),
            ("(format: 2; title: \"t\")", "1:11", "a semicolon"),
            ("(format = 2, title: \"t\")", "1:9", "`=`"),
            (
                "(format: 2, title: \"t”,\n sources: [], x: \"y\")",
                "1:22",
                "where the text should close",
            ),
            ("(format: 2, title: \"t,\n compiled: \"2031\")", "1:20", "does not close on its line"),
            ("(format: 2, title: \"She said \"yes\" again\")", "1:30", "inside a text"),
        ] {
            let message = told(text);
            assert!(message.starts_with(place) && message.contains(part), "{text}: {message}");
        }
    }

    #[test]
    fn what_stands_in_a_text_is_left_alone() {
        let message = told("(format: 2, title: \"“t” # ；\" sources: [])");
        assert!(message.contains("comma") && !message.contains("full-width"), "{message}");
    }
}
