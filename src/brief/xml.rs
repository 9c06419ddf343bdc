//! Text within XML and HTML.

/// Text as character data, also between quotation marks. What XML has no place for (XML 1.0 §2.2) becomes the
/// replacement character; line ends and tabs become blanks.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\r' | '\t' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push(' '),
            c => out.push(if is_allowed(c) { c } else { '\u{fffd}' }),
        }
    }
    out
}

/// Controls are left out with what XML forbids: no reader shows them.
fn is_allowed(c: char) -> bool {
    !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_text_and_what_xml_forbids_is_replaced() {
        assert_eq!(escape("<a href=\"x\">&'"), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;");
        assert_eq!(escape("a\u{0}b\u{1b}c\u{fffe}\td\ne"), "a\u{fffd}b\u{fffd}c\u{fffd} d e");
        assert_eq!(escape("王毅 — “x”"), "王毅 — “x”");
    }
}
