//! Text that comes out as that text: each character that a reader of any flavour could take for markup is
//! escaped (CommonMark 0.31 §2.4; GFM's autolinks, tables and strikethrough; pandoc's smart quotes,
//! citations, maths, superscripts, attributes, fancy lists; Obsidian's highlights and comments).

/// Text that opens a line: also what would make it a heading, list or rule is escaped.
pub fn escape(text: &str) -> String {
    opening(&escape_inside(text))
}

/// Text that is escaped as inside a line, where it opens one.
pub fn opening(inside: &str) -> String {
    let trimmed = inside.trim_start();
    for task in ["\\[ \\]", "\\[x\\]", "\\[X\\]"] {
        // Pandoc makes a check box of it even when it is escaped, unless no blank follows.
        if let Some(rest) = trimmed.strip_prefix(task).and_then(|rest| rest.strip_prefix(' ')) {
            return format!("{task}\u{a0}{rest}");
        }
    }
    let mut characters = trimmed.char_indices();
    match characters.next() {
        Some((_, '-' | '+' | '=' | ':' | '(' | '%')) => format!("\\{trimmed}"),
        Some((_, first)) if first.is_ascii_alphanumeric() => {
            // `1.`, `a)`, `iv.`: a number or a letter of a list.
            let end = trimmed.find(|c: char| !c.is_ascii_alphanumeric());
            match end.map(|end| trimmed.split_at(end)) {
                Some((label, rest)) if rest.starts_with(['.', ')']) => format!("{label}\\{rest}"),
                _ => trimmed.to_owned(),
            }
        }
        _ => trimmed.to_owned(),
    }
}

/// Text inside a line.
pub fn escape_inside(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut characters = text.chars().peekable();
    let mut before = '\n';
    while let Some(c) = characters.next() {
        let after = characters.peek().copied().unwrap_or('\n');
        match c {
            // Pandoc's lists stumble over an escaped fence.
            '`' => out.push_str("&#96;"),
            '\\' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '^' | '$'
            | '&' | '@' | '\'' | '"' | '!' => {
                out.push('\\');
                out.push(c);
            }
            // Pandoc turns `--` and `...` into other characters.
            '-' if before == '-' || after == '-' => out.push_str("\\-"),
            '.' if before == '.' || after == '.' => out.push_str("\\."),
            // `www.` and `http:` would become links, `:word:` a picture.
            '.' if ends_in_www(&out) => out.push_str("\\."),
            ':' if !after.is_whitespace() => out.push_str("\\:"),
            c if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(
                        if c.is_ascii() || c == '\u{85}' || c == '\u{2028}' || c == '\u{2029}' {
                            ' '
                        } else {
                            c
                        },
                    );
                }
            }
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
        before = c;
    }
    out
}

/// What a reader of GFM takes for the beginning of an address.
fn ends_in_www(text: &str) -> bool {
    text.len()
        .checked_sub(3)
        .and_then(|at| text.get(at..))
        .is_some_and(|end| end.eq_ignore_ascii_case("www"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_is_escaped_and_plain_text_is_left_readable() {
        assert_eq!(
            escape("Almost $90 billion, up by 27.2 %."),
            "Almost \\$90 billion, up by 27.2 %."
        );
        assert_eq!(escape("# a"), "\\# a");
        assert_eq!(escape("- a"), "\\- a");
        assert_eq!(escape("12. a"), "12\\. a");
        assert_eq!(escape("iv) a"), "iv\\) a");
        assert_eq!(escape("[x](javascript:alert(1))"), "\\[x\\](javascript\\:alert(1))");
        assert_eq!(escape("a\u{0}b\tc\nd"), "a\u{fffd}b c d");
        assert_eq!(escape("It grew how? By 3 kw. www.x"), "It grew how? By 3 kw. www\\.x");
        assert_eq!(escape("30 March 2024, 12:36"), "30 March 2024, 12\\:36");
    }
}
