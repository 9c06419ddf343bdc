//! A source's text, with its characters counted.

use std::fmt::Write;
use std::sync::OnceLock;

use sha2::{Digest, Sha256};

use super::Span;
use crate::dossier::Selector;

/// Every so many characters the byte is remembered at which they begin.
const STRIDE: usize = 64;

/// Characters of context that a selector takes along.
const CONTEXT: u32 = 32;

/// A text in which places are counted in characters, as selectors do.
#[derive(Clone, Debug)]
pub struct Text {
    content: String,
    /// Computed when it is asked for.
    sha256: OnceLock<String>,
    characters: u32,
    /// The byte at which every [`STRIDE`]th character begins.
    bytes: Vec<u32>,
}

impl Text {
    /// Takes a text in and counts its characters.
    pub fn new(text: String) -> Self {
        if text.is_ascii() {
            let characters = text.len() as u32;
            return Self { content: text, sha256: OnceLock::new(), characters, bytes: Vec::new() };
        }
        let mut characters = 0_u32;
        let mut bytes = Vec::with_capacity(text.len() / STRIDE + 1);
        for (byte, _) in text.char_indices() {
            if characters.is_multiple_of(STRIDE as u32) {
                bytes.push(byte as u32);
            }
            characters += 1;
        }
        Self { content: text, sha256: OnceLock::new(), characters, bytes }
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.content
    }

    /// The SHA-256 of its UTF-8 form, 64 hexadecimal digits.
    pub fn sha256(&self) -> &str {
        self.sha256.get_or_init(|| fingerprint(&self.content))
    }

    /// Its length in characters.
    pub fn characters(&self) -> u32 {
        self.characters
    }

    /// The words of a span; what of it lies outside the text is left out.
    pub fn slice(&self, span: Span) -> &str {
        let start = self.byte(span.start);
        let end = self.byte(span.end.max(span.start));
        self.content.get(start..end).unwrap_or_default()
    }

    /// A selector for a stretch of the text. White space at its edges is left out; `None` where nothing
    /// else stands there.
    pub fn selector(&self, span: Span) -> Option<Selector> {
        let words = self.slice(span);
        let exact = words.trim();
        let before = words.len() - words.trim_start().len();
        let lead = words.get(..before).map_or(0, |lead| lead.chars().count() as u32);
        let start = span.start + lead;
        let end = start + exact.chars().count() as u32;
        let selector = Selector {
            exact: exact.to_owned(),
            prefix: self
                .slice(Span { start: start.saturating_sub(CONTEXT), end: start })
                .to_owned(),
            suffix: self.slice(Span { start: end, end: end + CONTEXT }).to_owned(),
            start: Some(start),
        };
        (!exact.is_empty()).then_some(selector)
    }

    /// The span of a selector's words, where they stand at a place character by character.
    pub(super) fn holds(&self, selector: &Selector, start: u32) -> Option<Span> {
        let there = self.content.get(self.byte(start)..)?;
        let end = start.checked_add(selector.exact.chars().count() as u32)?;
        let holds = !selector.exact.is_empty() && there.starts_with(&selector.exact);
        holds.then_some(Span { start, end })
    }

    /// The byte at which a character begins; the end of the text for those beyond it.
    pub fn byte(&self, character: u32) -> usize {
        if self.content.len() == self.characters as usize {
            return (character as usize).min(self.content.len());
        }
        let character = character as usize;
        let Some(known) = self.bytes.get(character / STRIDE) else { return self.content.len() };
        let known = *known as usize;
        let rest = self.content.get(known..).unwrap_or_default();
        rest.char_indices()
            .nth(character % STRIDE)
            .map_or(self.content.len(), |(byte, _)| known + byte)
    }

    /// The number of characters before a byte.
    pub fn character(&self, byte: usize) -> u32 {
        if self.content.len() == self.characters as usize {
            return byte.min(self.content.len()) as u32;
        }
        let stride = self.bytes.partition_point(|known| *known as usize <= byte).saturating_sub(1);
        let known = self.bytes.get(stride).copied().unwrap_or_default() as usize;
        let passed = self.content.get(known..byte).map_or(0, |passed| passed.chars().count());
        (stride * STRIDE + passed) as u32
    }
}

/// The SHA-256 of a text's UTF-8 form, 64 hexadecimal digits.
pub fn fingerprint(text: &str) -> String {
    fingerprint_of(text.as_bytes())
}

/// The SHA-256 of any content, 64 hexadecimal digits.
pub fn fingerprint_of(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // Writing to a string can't fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn characters_and_bytes_lead_to_each_other(text in "[a我é😀\n]{0,300}", start in 0_u32..320, length in 0_u32..320) {
            let characters: Vec<char> = text.chars().collect();
            let counted = Text::new(text.clone());
            prop_assert_eq!(counted.characters() as usize, characters.len());
            let clip = |place: u32| (place as usize).min(characters.len());
            let expected: String = characters[clip(start)..clip(start + length)].iter().collect();
            prop_assert_eq!(counted.slice(Span { start, end: start + length }), expected);
            if start <= counted.characters() {
                prop_assert_eq!(counted.character(counted.byte(start)), start);
            }
        }
    }

    #[test]
    fn a_span_that_ends_before_it_begins_is_empty() {
        assert_eq!(Text::new("abc".into()).slice(Span { start: 2, end: 1 }), "");
    }

    #[test]
    fn a_selector_takes_the_words_without_blanks_and_what_stands_around_them() {
        let text = Text::new("One Ä sentence stands here. Another one follows it.".into());
        let selector = text.selector(Span { start: 3, end: 15 }).unwrap();
        assert_eq!(selector.exact, "Ä sentence");
        assert_eq!(selector.prefix, "One ");
        assert_eq!(selector.suffix, " stands here. Another one follow");
        assert_eq!(selector.start, Some(4));
        assert_eq!(text.selector(Span { start: 3, end: 4 }), None);
    }
}
