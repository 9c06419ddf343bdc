//! Whether two texts that agree but for white space and dashes are the same words.

use crate::text::{Folded, Folding, is_dash, is_ideograph, is_invisible};

/// What stands between two characters that matter.
#[derive(Clone, Copy, Debug, Default)]
struct Gap {
    space: bool,
    line: bool,
    dash: bool,
}

impl Gap {
    /// A word divided at the end of a line.
    fn divides(self) -> bool {
        self.dash && self.line
    }

    fn same(self, other: Self, between_ideographs: bool) -> bool {
        if self.dash == other.dash {
            return self.dash || self.space == other.space || between_ideographs;
        }
        let (dashed, plain) = if self.dash { (self, other) } else { (other, self) };
        dashed.divides() && !plain.space
    }
}

/// Whether two texts, equal when folded, are the same words: they may differ in how much white space
/// stands between words and of what kind, in where lines end, in words divided there, and in the form
/// of marks; not in where words begin and end.
pub(super) fn same_words(one: &str, other: &str) -> bool {
    let (one, other) = (gaps(one), gaps(other));
    one.len() == other.len()
        && one.iter().zip(&other).skip(1).all(|((c, a), (_, b))| a.same(*b, is_ideograph(*c)))
}

/// Each character that matters with what stands before it.
fn gaps(text: &str) -> Vec<(char, Gap)> {
    let mut gaps = Vec::new();
    let mut gap = Gap::default();
    for c in text.chars() {
        if c.is_whitespace() {
            gap.space = true;
            gap.line |= matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
        } else if is_dash(c) {
            gap.dash = true;
        } else if !is_invisible(c) {
            let mut buffer = [0; 4];
            for part in Folded::of(c.encode_utf8(&mut buffer), Folding::Marks).as_str().chars() {
                gaps.push((part, std::mem::take(&mut gap)));
            }
        }
    }
    gaps
}
