//! Where sentences begin.
//!
//! A sentence ends with a full stop, an exclamation or question mark, or an ellipsis, and with a blank
//! line. What only looks like its end is told by what stands before it (abbreviations, initials,
//! numbers) and behind it (a small letter, a number, a verb of saying, words that open sentences).

use std::ops::Range;

use super::Language;
use super::lexicon::Sense;
use super::table::{Abbreviation, Table, is_unspaced, table};

/// The sentences of a text. Together they are all of it: blanks belong to the sentence before them.
pub fn sentences(text: &str, language: Language) -> Vec<Range<usize>> {
    let cutter = Cutter { text, table: table(language), language };
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(mark) = next_mark(text, at) {
        let (end, cuts) = cutter.at(mark, start);
        at = end.max(mark + 1);
        while !text.is_char_boundary(at) {
            at += 1;
        }
        if cuts && at < text.len() && !text.get(start..at).unwrap_or_default().trim().is_empty() {
            found.push(start..at);
            start = at;
        }
    }
    if start < text.len() {
        found.push(start..text.len());
    }
    found
}

/// The next byte with which a mark begins that may end a sentence.
fn next_mark(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let rest = bytes.get(from..)?;
    let found = rest.iter().enumerate().find(|(place, byte)| match byte {
        b'.' | b'!' | b'?' | b'\n' => true,
        0xe2 => rest.get(place + 1..place + 3) == Some(&[0x80, 0xa6]),
        0xe3 => rest.get(place + 1..place + 3) == Some(&[0x80, 0x82]),
        0xef => matches!(rest.get(place + 1..place + 3), Some([0xbc, 0x81 | 0x9f] | [0xbd, 0xa1])),
        0xd8 => rest.get(place + 1) == Some(&0x9f),
        _ => false,
    })?;
    Some(from + found.0)
}

struct Cutter<'t> {
    text: &'t str,
    table: &'static Table,
    language: Language,
}

/// What stands behind a mark.
struct Behind<'t> {
    /// Where the next word or mark begins.
    start: usize,
    /// Blanks stand before it.
    spaced: bool,
    /// A blank line does.
    paragraph: bool,
    rest: &'t str,
}

impl<'t> Cutter<'t> {
    /// Where a sentence that ends with the marks at a byte would end, and whether it does.
    fn at(&self, mark: usize, start: usize) -> (usize, bool) {
        let text = self.text;
        let rest = text.get(mark..).unwrap_or_default();
        if rest.starts_with('\n') {
            return self.at_line_end(mark, start);
        }
        let length = rest.find(|c| !is_final(c)).unwrap_or(rest.len());
        let marks = rest.get(..length).unwrap_or_default();
        let mut end = mark + length;
        let mut quoted = false;
        // "« Quoi ? » dit-il": a blank stands before the mark that closes.
        let inner = text.get(end..).unwrap_or_default();
        let blank = inner.len() - inner.trim_start_matches([' ', '\u{a0}', '\u{202f}']).len();
        if blank > 0 && inner.get(blank..).is_some_and(|rest| rest.starts_with(['»', '›'])) {
            end += blank;
        }
        while let Some(c) = text.get(end..).and_then(|rest| rest.chars().next())
            && is_closing(c, text.get(end + c.len_utf8()..).unwrap_or_default())
        {
            quoted |= !matches!(c, ')' | ']' | '）' | '*' | '_');
            end += c.len_utf8();
        }
        let behind = self.behind(end);
        if behind.rest.is_empty() || behind.paragraph {
            return (behind.start, true);
        }
        let unspaced = marks.starts_with(['。', '！', '？', '｡']);
        if unspaced {
            let says = self.is_followed_by_saying(behind.rest, quoted);
            return (behind.start, !says);
        }
        if !behind.spaced {
            // "(1) Then", "one.Two": only scripts without blanks go on at once.
            let next = behind.rest.chars().next();
            return (end, next.is_some_and(is_unspaced) && !marks.starts_with('.'));
        }
        (behind.start, self.cuts(start, mark, marks, quoted, &behind))
    }

    /// A line ends a sentence, unless the next one goes on with a small letter.
    fn at_line_end(&self, mark: usize, start: usize) -> (usize, bool) {
        let behind = self.behind(mark);
        let before = self.text.get(start..mark).unwrap_or_default().trim_end();
        let goes_on = behind.rest.starts_with(char::is_lowercase)
            || before.ends_with([',', '-', '，', '、', ';', '(', '“', '„', '«']);
        (behind.start, behind.paragraph || !goes_on)
    }

    fn behind(&self, end: usize) -> Behind<'t> {
        let rest = self.text.get(end..).unwrap_or_default();
        let trimmed = rest.trim_start();
        let gap = rest.get(..rest.len() - trimmed.len()).unwrap_or_default();
        Behind {
            start: end + gap.len(),
            spaced: !gap.is_empty(),
            paragraph: gap.matches('\n').count() > 1,
            rest: trimmed,
        }
    }

    fn cuts(
        &self,
        start: usize,
        mark: usize,
        marks: &str,
        quoted: bool,
        behind: &Behind<'_>,
    ) -> bool {
        let Some(next) = behind.rest.chars().next() else { return true };
        if next.is_lowercase() {
            return false;
        }
        let head = self.text.get(start..mark).unwrap_or_default();
        if marks == "." && !quoted {
            return self.stop_cuts(head, next, behind.rest);
        }
        if matches!(next, '—' | '–' | '-') {
            let paragraph = behind.rest.split("\n\n").next().unwrap_or_default();
            let after = paragraph
                .trim_start_matches(|c: char| matches!(c, '—' | '–' | '-') || c.is_whitespace());
            return !after.starts_with(char::is_lowercase);
        }
        if quoted {
            return !self.is_followed_by_saying(behind.rest, true);
        }
        if marks.starts_with('…') || marks.starts_with("..") {
            return self.opens(behind.rest) || !next.is_alphanumeric();
        }
        // "The Yippee! Report": nothing has been said yet.
        let is_name = marks == "!"
            && is_title_alone(head)
            && !self.opens(behind.rest)
            && next.is_alphabetic();
        !is_name
    }

    /// Whether a single full stop ends a sentence before what does not begin with a small letter.
    fn stop_cuts(&self, head: &str, next: char, rest: &str) -> bool {
        let mut word = last_word(head);
        if self.language == Language::French
            && let Some((_, elided)) = word.rsplit_once(['\'', '’'])
        {
            word = elided;
        }
        if word.is_empty() {
            return self.stop_behind_number_cuts(head, next, rest);
        }
        let before = head.get(..head.len() - word.len()).unwrap_or_default();
        let lower = word.to_lowercase();
        let single = word.chars().count() == 1;
        if let Some(kind) = self.table.abbreviation(&lower) {
            let shouted =
                single && word.starts_with(char::is_uppercase) && kind != Abbreviation::GoesOn;
            if !shouted {
                return match kind {
                    // "в 2029 г. Потом": a year ends a sentence more often than a town begins one.
                    Abbreviation::GoesOn
                        if before.trim_end().ends_with(|c: char| c.is_ascii_digit()) =>
                    {
                        self.opens(rest)
                    }
                    Abbreviation::GoesOn => {
                        let time = self.is_time(&lower) && !next.is_ascii_digit();
                        time && self.opens(rest)
                    }
                    Abbreviation::BeforeNumber => {
                        !(next.is_ascii_digit()
                            || is_single_letter(rest)
                            || is_roman(first_word(rest))
                            || matches!(next, '(' | '['))
                    }
                    Abbreviation::MayEnd => self.end_abbreviation_cuts(before, word, next, rest),
                };
            }
        }
        if single && word.starts_with(char::is_alphabetic) {
            return self.initial_cuts(before, word, rest);
        }
        if word.contains('.') {
            // "U.S.", "D.C."; what is in small letters goes on.
            return word.starts_with(char::is_uppercase)
                && self.end_abbreviation_cuts(before, word, next, rest);
        }
        if is_roman(word) && self.language == Language::German {
            return self.opens(rest);
        }
        true
    }

    /// "12. Juni", "1. First"; "It grew by 12. Then it fell."
    fn stop_behind_number_cuts(&self, head: &str, next: char, rest: &str) -> bool {
        let trimmed = head.trim_end();
        let digits = trimmed.len() - trimmed.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        if digits == 0 {
            return true;
        }
        let alone = trimmed.len() == digits || trimmed.trim().len() == digits;
        let month = self.table.means(first_word(rest), |sense| matches!(sense, Sense::Month(_)));
        if alone || month {
            return false;
        }
        let ordinal = self.language == Language::German && digits <= 3 && next.is_alphabetic();
        !ordinal || self.opens(rest)
    }

    /// An initial goes on; "plan B." and "Henry V." may end.
    fn initial_cuts(&self, before: &str, word: &str, rest: &str) -> bool {
        let previous = before.trim_end();
        let previous_word = last_word(previous.trim_end_matches('.'));
        let next = first_word(rest);
        if word.starts_with(char::is_lowercase) {
            return false;
        }
        let after_initial = previous.ends_with('.') && previous_word.chars().count() == 1;
        if after_initial {
            // "z. B.", "J. R. R. Quay"; the last of "in the U. S. The".
            return previous_word.starts_with(char::is_uppercase) && self.opens(rest);
        }
        if previous.is_empty() || previous_word.is_empty() {
            return self.opens(rest);
        }
        let lettered = self.table.means(previous_word, |sense| sense == Sense::Lettered);
        lettered && next.starts_with(char::is_uppercase) || self.opens(rest)
    }

    /// "Co. Ltd. said", "Acme Inc. Chairman Quay", "5 p.m. Monday"; "in Quay Ltd. Freight rose".
    fn end_abbreviation_cuts(&self, before: &str, word: &str, next: char, rest: &str) -> bool {
        if matches!(next, '(' | '[' | '&' | '+' | '—' | '–') || next.is_ascii_digit() {
            return false;
        }
        if !next.is_alphabetic() {
            return true;
        }
        let next_word = first_word(rest);
        let lower = word.to_lowercase();
        if self.opens(rest) {
            return true;
        }
        let means = |ask: fn(Sense) -> bool| self.table.means(next_word, ask);
        if matches!(lower.as_str(), "a.m" | "p.m") || lower == "am" || lower == "pm" {
            let goes_on = means(|sense| {
                matches!(sense, Sense::Weekday(_) | Sense::Month(_) | Sense::DayFrom(_))
            });
            let zone =
                rest.get(next_word.len()..).is_some_and(|rest| {
                    rest.trim_start().starts_with("time") || rest.trim_start().starts_with("Time")
                }) || matches!(next_word, "GMT" | "UTC" | "EST" | "EDT" | "CET" | "CEST" | "MSK");
            return !(goes_on || zone);
        }
        if matches!(
            lower.as_str(),
            "etc" | "usw" | "u.s.w" | "и т.д" | "т.д" | "т.п" | "др" | "jr" | "sr"
        ) {
            return !matches!(lower.as_str(), "jr" | "sr");
        }
        let is_firm = matches!(
            lower.as_str(),
            "co" | "ltd"
                | "inc"
                | "corp"
                | "llc"
                | "plc"
                | "cie"
                | "gmbh"
                | "s.a"
                | "s.a.s"
                | "s.a.r.l"
                | "bros"
        );
        if is_firm {
            let says_something = has_small_word(before);
            return says_something
                && !means(|sense| matches!(sense, Sense::Title | Sense::NameOfPlace))
                && self.table.abbreviation(&next_word.to_lowercase()).is_none();
        }
        false
    }

    fn is_time(&self, word: &str) -> bool {
        self.table
            .means_any_case(word, |sense| matches!(sense, Sense::Month(_) | Sense::Weekday(_)))
    }

    /// Whether a text begins with a word that opens sentences.
    fn opens(&self, rest: &str) -> bool {
        let word = first_word(rest);
        // "А. С. Пилот": an initial, though the letter is a word as well.
        let initial = is_single_letter(rest)
            && rest.get(word.len()..).is_some_and(|rest| rest.starts_with('.'));
        word.starts_with(char::is_uppercase)
            && !initial
            && self.table.means(word, |sense| sense == Sense::Opens)
    }

    /// Whether a verb of saying follows a quotation before the next mark: “Will it rise?” Quay asked.
    fn is_followed_by_saying(&self, rest: &str, quoted: bool) -> bool {
        if !quoted {
            return false;
        }
        if rest.starts_with(is_unspaced) {
            let head: String = rest.chars().take_while(|c| is_unspaced(*c)).take(8).collect();
            let mut left = head.as_str();
            while let Some(first) = left.chars().next() {
                if let Some((_, phrase)) = self.table.unspaced(left)
                    && phrase.senses("").any(|sense| sense == Sense::Says)
                {
                    return true;
                }
                left = left.get(first.len_utf8()..).unwrap_or_default();
            }
            return false;
        }
        let clause = rest.get(
            ..rest
                .find(['.', ',', ';', ':', '?', '!', '“', '„', '«', '"', '\n'])
                .unwrap_or(rest.len()),
        );
        let words = clause.unwrap_or_default().split_whitespace().take(5);
        words.into_iter().any(|word| {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            self.table.means(bare, |sense| sense == Sense::Says)
        })
    }
}

fn is_final(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '｡' | '؟')
}

/// Closing marks; a straight quotation mark closes where no letter follows at once.
fn is_closing(c: char, rest: &str) -> bool {
    let next = rest.chars().next();
    match c {
        '”' | '’' | '»' | '›' | ')' | ']' | '」' | '』' | '）' | '】' | '》' => true,
        // German quotations close with what opens English ones.
        '“' | '‘' | '"' | '\'' | '*' | '_' => {
            next.is_none_or(|next| !next.is_alphanumeric() || is_unspaced(next))
        }
        _ => false,
    }
}

/// The letters at the end of a text, with stops between single ones: "U.S".
fn last_word(head: &str) -> &str {
    let mut start = head.len();
    for (at, c) in head.char_indices().rev() {
        let within = c.is_alphabetic() && !is_unspaced(c)
            || c == '.' && start < head.len()
            || matches!(c, '\'' | '’') && start < head.len();
        if !within {
            break;
        }
        start = at;
    }
    head.get(start..).unwrap_or_default().trim_start_matches(['.', '\'', '’'])
}

fn first_word(rest: &str) -> &str {
    let rest = rest.trim_start_matches(['“', '„', '«', '"', '‘', '\'', '(']);
    rest.get(
        ..rest.find(|c: char| !c.is_alphabetic() && c != '\'' && c != '’').unwrap_or(rest.len()),
    )
    .unwrap_or_default()
}

fn is_single_letter(rest: &str) -> bool {
    first_word(rest).chars().count() == 1
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'))
}

/// Whether there is a word in small letters that may be a verb.
fn has_small_word(text: &str) -> bool {
    let small = |word: &str| word.starts_with(char::is_lowercase) && word.chars().count() > 2;
    text.split_whitespace()
        .any(|word| small(word) && !matches!(word, "the" | "and" | "of" | "der" | "und" | "des"))
}

/// One to three words with capitals.
fn is_title_alone(head: &str) -> bool {
    let words: Vec<&str> = head.split_whitespace().collect();
    (2..=3).contains(&words.len())
        && words
            .iter()
            .all(|word| word.trim_start_matches(['“', '"', '„']).starts_with(char::is_uppercase))
}
