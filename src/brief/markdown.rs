//! Writes a brief as Markdown that `CommonMark` and GFM readers and pandoc read alike.
//!
//! Whatever a text contains comes out as that text: each character that any of the three readers
//! could take for markup is escaped (`CommonMark` 0.31 §2.4; GFM's autolinks, tables and
//! strikethrough; pandoc's smart quotes, citations, maths, superscripts, attributes, fancy lists).

use std::fmt::Write as _;

use super::blocks::{Block, Brief, Footnote, Line, Span, Words};

/// The brief as Markdown.
pub fn write(brief: &Brief) -> String {
    let mut out = String::new();
    for block in &brief.blocks {
        write_block(block, &mut out);
    }
    for (place, footnote) in brief.footnotes.iter().enumerate() {
        let _infallible = writeln!(out, "[^{}]: {}\n", place + 1, write_footnote(footnote));
    }
    while out.ends_with("\n\n") {
        out.pop();
    }
    out
}

fn write_block(block: &Block, out: &mut String) {
    match block {
        Block::Heading(level, words) => {
            let marks = "#".repeat(usize::from((*level).clamp(1, 6)));
            out.push_str(&format!("{marks} {}\n\n", escape(words)));
        }
        Block::Paragraph(line) => {
            out.push_str(&write_line(line));
            out.push_str("\n\n");
        }
        Block::List(entries) => {
            for (line, inner) in entries {
                out.push_str(&format!("- {}\n", write_line(line)));
                for line in inner {
                    out.push_str(&format!("    - {}\n", write_line(line)));
                }
            }
            out.push('\n');
        }
        Block::Table(head, rows) => {
            let head: Vec<String> = head.iter().map(|cell| escape(cell)).collect();
            out.push_str(&format!("| {} |\n", head.join(" | ")));
            out.push_str(&format!("|{}\n", " --- |".repeat(head.len())));
            for row in rows {
                let row: Vec<String> = row.iter().map(write_line).collect();
                out.push_str(&format!("| {} |\n", row.join(" | ")));
            }
            out.push('\n');
        }
    }
}

fn write_line(line: &Line) -> String {
    let mut out = String::new();
    for span in line {
        match span {
            Span::Text(words) => {
                // Only what opens a line can be taken for a list or a heading.
                out.push_str(&if out.is_empty() { escape(words) } else { escape_inside(words) });
            }
            Span::Strong(words) => emphasised(words, "**", &mut out),
            Span::Emphasis(words) => emphasised(words, "*", &mut out),
            Span::Note(place) => out.push_str(&format!("[^{}]", place + 1)),
        }
    }
    out.trim().to_owned()
}

/// Marks of emphasis bind only when no blank stands inside them.
fn emphasised(words: &str, mark: &str, out: &mut String) {
    let inner = words.trim();
    if inner.is_empty() {
        return;
    }
    if words.starts_with(char::is_whitespace) && !out.is_empty() {
        out.push(' ');
    }
    out.push_str(mark);
    out.push_str(&escape_inside(inner));
    out.push_str(mark);
}

fn write_footnote(footnote: &Footnote) -> String {
    let speaker = footnote.speaker.as_ref().map_or(String::new(), |name| format!(" ({name})"));
    let words = match &footnote.words {
        Words::Quoted(words, None) => format!("“{words}”"),
        Words::Quoted(words, Some(remark)) => format!("“{words}” ({remark})"),
        Words::LeftOut(reason) => format!("not quoted, because {reason}"),
    };
    escape(&format!(
        "{}, “{}”, {}, {}{speaker}: {words}",
        footnote.publisher,
        footnote.title,
        footnote.published,
        footnote.locator(),
    ))
}

/// Text that opens a line: also what would make it a heading, list or rule is escaped.
pub fn escape(text: &str) -> String {
    let inside = escape_inside(text);
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
fn escape_inside(text: &str) -> String {
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
            '.' if before == 'w' || before == 'W' => out.push_str("\\."),
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
        assert_eq!(escape("30 March 2024, 12:36"), "30 March 2024, 12\\:36");
    }

    #[test]
    fn blocks_and_notes_are_written_in_order() {
        let brief = Brief {
            blocks: vec![
                Block::Heading(1, "T".into()),
                Block::Table(
                    vec!["A".into()],
                    vec![vec![vec![Span::Text("x|y".into()), Span::Note(0)]]],
                ),
                Block::List(vec![(
                    vec![Span::Strong("N".into()), Span::Text(": - v".into())],
                    vec![vec![Span::Emphasis(" in ".into())]],
                )]),
            ],
            footnotes: vec![Footnote {
                publisher: "P".into(),
                title: "H".into(),
                published: "2024".into(),
                paragraph: 0,
                speaker: Some("S".into()),
                words: Words::Quoted("w".into(), None),
            }],
        };
        assert_eq!(
            write(&brief),
            "# T\n\n| A |\n| --- |\n| x\\|y[^1] |\n\n- **N**: - v\n    - *in*\n\n[^1]: P, “H”, 2024, \
             headline and byline (S): “w”\n"
        );
    }
}
