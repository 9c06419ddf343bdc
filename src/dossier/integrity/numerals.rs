//! Numbers as texts write them: in digits of any grouping, in Chinese characters, in words.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::number_words::{MULTIPLIERS, look_up, spelled};
use super::units::{alike, words};

/// A number that stands in a text.
pub(super) struct Reading {
    /// Without the word of magnitude behind it: 90 in "90 billion".
    pub(super) value: Decimal,
    /// With it.
    pub(super) total: Decimal,
    /// "eighth", not "eight".
    pub(super) ordinal: bool,
}

/// A piece of a text. Blanks and hyphens stand between pieces and are none.
pub(super) enum Token<'t> {
    /// A number in digits, and each way to read it: 1.234 is two numbers to two readers.
    Number(Vec<Decimal>),
    /// Chinese numerals.
    Numeral(&'t str),
    /// Any other letters.
    Word(&'t str),
    /// Any other character.
    Mark(char),
}

/// Digits without a mark between them.
struct Group {
    /// The mark before them.
    mark: Option<char>,
    digits: String,
}

/// The zeros of the scripts whose digits are read; the other nine follow each of them.
const ZEROS: [char; 5] = ['0', '０', '٠', '۰', '०'];

/// Behind digits only.
const ABBREVIATIONS: [(&str, u64); 10] = [
    ("k", 1_000),
    ("m", 1_000_000),
    ("mn", 1_000_000),
    ("mln", 1_000_000),
    ("b", 1_000_000_000),
    ("bn", 1_000_000_000),
    ("bln", 1_000_000_000),
    ("t", 1_000_000_000_000),
    ("tn", 1_000_000_000_000),
    ("trn", 1_000_000_000_000),
];

const CHINESE: [(char, u64); 20] = [
    ('零', 0),
    ('〇', 0),
    ('一', 1),
    ('二', 2),
    ('两', 2),
    ('兩', 2),
    ('三', 3),
    ('四', 4),
    ('五', 5),
    ('六', 6),
    ('七', 7),
    ('八', 8),
    ('九', 9),
    ('十', 10),
    ('百', 100),
    ('千', 1_000),
    ('万', 10_000),
    ('萬', 10_000),
    ('亿', 100_000_000),
    ('億', 100_000_000),
];

/// Cuts a text into pieces. In English a comma before three digits groups them; elsewhere it may
/// also be a decimal comma.
pub(super) fn tokens(text: &str, english: bool) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if digit(first).is_some() {
            let (groups, after) = digit_groups(rest);
            let after_point = matches!(found.last(), Some(Token::Mark('.')));
            found.push(Token::Number(values(&groups, english, after_point)));
            rest = after;
        } else if chinese(first).is_some() {
            let (run, after) = split_while(rest, |c| chinese(c).is_some());
            found.push(Token::Numeral(run));
            rest = after;
        } else if first.is_alphabetic() {
            let (run, after) = split_while(rest, |c| c.is_alphabetic() && chinese(c).is_none());
            found.push(Token::Word(run));
            rest = after;
        } else {
            if !first.is_whitespace() && !matches!(first, '-' | '\u{2010}' | '\u{2011}') {
                found.push(Token::Mark(first));
            }
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
    }
    found
}

/// Finds the numbers among the pieces of a text.
pub(super) fn read(tokens: &[Token<'_>], found: &mut Vec<Reading>) {
    let mut rest = tokens;
    while let Some((first, after)) = rest.split_first() {
        rest = match first {
            Token::Number(values) => {
                let (factor, after) = magnitudes(after);
                found.extend(values.iter().map(|value| scaled(*value, factor)));
                after
            }
            Token::Numeral(run) => {
                found.push(scaled(Decimal::from(chinese_number(run)), 1));
                after
            }
            Token::Word(_) => {
                let next = spelled(rest, found);
                if next.len() < rest.len() { next } else { after }
            }
            Token::Mark(_) => after,
        };
    }
}

/// Whether a text has a word that multiplies by so much. A single letter is none: it may stand for
/// anything.
pub(super) fn says_magnitude(text: &str, factor: Decimal) -> bool {
    words(text).any(|word| {
        word.len() > 1 && magnitude_word(word).is_some_and(|by| Decimal::from(by) == factor)
    })
}

fn scaled(value: Decimal, factor: u64) -> Reading {
    let total = value.checked_mul(Decimal::from(factor)).unwrap_or(value);
    Reading { value, total, ordinal: false }
}

/// The same digit in ASCII.
fn digit(character: char) -> Option<char> {
    ZEROS.iter().find_map(|zero| {
        let value = u32::from(character).checked_sub(u32::from(*zero))?;
        char::from_digit(value, 10)
    })
}

fn chinese(character: char) -> Option<u64> {
    if character < '〇' {
        return None;
    }
    CHINESE.iter().find(|(numeral, _)| *numeral == character).map(|(_, value)| *value)
}

fn split_while(text: &str, belongs: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(|c: char| !belongs(c)).unwrap_or(text.len()))
}

/// The digits at the head of a text, across the marks that group them or begin their fraction.
fn digit_groups(text: &str) -> (Vec<Group>, &str) {
    let mut groups: Vec<Group> = Vec::new();
    let mut mark = None;
    let mut rest = text;
    loop {
        let (run, after) = split_while(rest, |c| digit(c).is_some());
        groups.push(Group { mark, digits: run.chars().filter_map(digit).collect() });
        let mut following = after.chars();
        mark = following.next().and_then(separator);
        rest = following.as_str();
        if mark.is_none_or(|mark| !goes_on(&groups, mark, rest)) {
            return (groups, after);
        }
    }
}

/// One mark for all that do the same.
fn separator(character: char) -> Option<char> {
    match character {
        ',' | '，' | '٬' | '٫' => Some(','),
        '.' | '．' => Some('.'),
        '·' => Some('·'),
        '\'' | '’' => Some('\''),
        ' ' | '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{200a}' | '\u{202f}' => Some(' '),
        _ => None,
    }
}

/// Whether the same number goes on behind a mark. Behind a blank it does only where three digits
/// stand and all before them is grouped by blanks too: "in 2024 300 ships" has two.
fn goes_on(groups: &[Group], mark: char, rest: &str) -> bool {
    let (next, _) = split_while(rest, |c| digit(c).is_some());
    if mark != ' ' {
        return !next.is_empty();
    }
    next.chars().count() == 3
        && groups.first().is_some_and(|first| first.digits.len() <= 3)
        && groups.iter().skip(1).all(|group| group.mark == Some(' '))
}

/// Each number that groups of digits may be; where they can't be one, each group is one.
fn values(groups: &[Group], english: bool, after_point: bool) -> Vec<Decimal> {
    let mut texts = Vec::new();
    match groups {
        [only] => {
            texts.push(only.digits.clone());
            if after_point {
                texts.push(format!("0.{}", only.digits));
            }
        }
        [head @ .., last] => {
            let whole = is_grouped(groups);
            if whole {
                texts.push(joined(groups));
            }
            if is_fraction(head, last) && !(whole && english && last.mark == Some(',')) {
                texts.push(format!("{}.{}", joined(head), last.digits));
            }
        }
        [] => {}
    }
    if texts.is_empty() {
        texts.extend(groups.iter().map(|group| group.digits.clone()));
    }
    texts.iter().filter_map(|text| Decimal::from_str_exact(text).ok()).collect()
}

/// Whether all marks between the groups separate thousands; Indian texts group by twos before that.
fn is_grouped(groups: &[Group]) -> bool {
    let [first, rest @ .., last] = groups else { return false };
    let Some(mark) = last.mark.filter(|mark| *mark != '·') else { return false };
    let fewest = if mark == ',' { 2 } else { 3 };
    (1..=3).contains(&first.digits.len())
        && !first.digits.starts_with('0')
        && last.digits.len() == 3
        && rest
            .iter()
            .all(|group| group.mark == Some(mark) && (fewest..=3).contains(&group.digits.len()))
}

/// Whether the last group is the fraction of the number that the others make.
fn is_fraction(head: &[Group], last: &Group) -> bool {
    let head_mark = head.last().and_then(|group| group.mark);
    matches!(last.mark, Some('.' | ',' | '·'))
        && (head.len() == 1 || (head_mark != last.mark && is_grouped(head)))
}

fn joined(groups: &[Group]) -> String {
    groups.iter().map(|group| group.digits.as_str()).collect()
}

/// What the words of magnitude at the head multiply by, and what stands behind them.
fn magnitudes<'r, 't>(tokens: &'r [Token<'t>]) -> (u64, &'r [Token<'t>]) {
    let mut factor = 1_u64;
    let mut rest = tokens;
    while let Some((first, after)) = rest.split_first()
        && let Some(by) = magnitude(first)
    {
        factor = factor.saturating_mul(by);
        rest = after;
    }
    (factor, rest)
}

fn magnitude(token: &Token<'_>) -> Option<u64> {
    match token {
        Token::Word(word) => magnitude_word(word),
        Token::Numeral(run) => run
            .chars()
            .filter_map(chinese)
            .try_fold(1_u64, |product, by| (by >= 10).then(|| product.saturating_mul(by))),
        Token::Number(_) | Token::Mark(_) => None,
    }
}

fn magnitude_word(word: &str) -> Option<u64> {
    let spelled_out = MULTIPLIERS.iter().find(|(name, _)| alike(name, word)).map(|(_, by)| *by);
    spelled_out.or_else(|| look_up(&ABBREVIATIONS, word))
}

/// The number that Chinese numerals write, place by place (二〇二四) or with their units (六十八).
fn chinese_number(run: &str) -> u64 {
    let (mut total, mut section, mut digit) = (0_u64, 0_u64, 0_u64);
    for value in run.chars().filter_map(chinese) {
        if value < 10 {
            digit = digit.saturating_mul(10).saturating_add(value);
            continue;
        }
        match value.cmp(&10_000) {
            Ordering::Less => {
                section = section.saturating_add(digit.max(1).saturating_mul(value));
            }
            Ordering::Equal => {
                let before = section.saturating_add(digit).max(1);
                total = total.saturating_add(before.saturating_mul(value));
                section = 0;
            }
            Ordering::Greater => {
                let before = total.saturating_add(section).saturating_add(digit).max(1);
                total = before.saturating_mul(value);
                section = 0;
            }
        }
        digit = 0;
    }
    total.saturating_add(section).saturating_add(digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stands(number: &str, text: &str, english: bool, ordinals: bool) -> bool {
        let number: Decimal = number.parse().unwrap();
        let mut found = Vec::new();
        read(&tokens(text, english), &mut found);
        found
            .iter()
            .filter(|reading| ordinals || !reading.ordinal)
            .any(|reading| reading.value == number || reading.total == number)
    }

    #[test]
    fn a_number_is_found_however_it_is_written() {
        for (number, text) in [
            ("68", "have increased to 68"),
            ("68", "６８ flights"),
            ("68", "sixty-eight flights"),
            ("68", "Sixty eight"),
            ("68", "68.0 and 68.00"),
            ("68", "the 68th"),
            ("68", "(68)"),
            ("68", "67, 68, 69"),
            ("68", "60-68"),
            ("300", "in 2024 300 ships came"),
            ("90.5", "by 2024 90.5 tonnes"),
            ("27.2", "up by 27.2 percent"),
            ("27.2", "27,2 %"),
            ("27.2", "27.20%"),
            ("6.8", "6·8"),
            ("0.5", "by .5 percent"),
            ("0.068", "0.068"),
            ("1200", "about 1,200 passengers"),
            ("1200", "1200"),
            ("1200", "1.200"),
            ("1200", "1 200"),
            ("1200", "1\u{a0}200"),
            ("1200", "1\u{2009}200"),
            ("1200", "1\u{202f}200"),
            ("1200", "1'200"),
            ("1200", "1’200"),
            ("1234567.89", "1,234,567.89"),
            ("1234567.89", "1.234.567,89"),
            ("1234567.89", "1 234 567,89"),
            ("150000", "1,50,000"),
            ("90", "$90 billion"),
            ("90", "$90bn"),
            ("90", "US$90-billion"),
            ("90", "ninety billion"),
            ("90000000000", "$90 billion"),
            ("90000000000", "90 000 million"),
            ("90000000000", "90,000,000,000"),
            ("90000000000", "ninety thousand million"),
            ("90000000000", "900亿美元"),
            ("2300000", "2.3 million"),
            ("2300000", "two million three hundred thousand"),
            ("300", "3 hundred"),
            ("100", "a hundred"),
            ("100", "one hundred ships"),
            ("105", "one hundred and five"),
            ("1000000", "a million"),
            ("1", "a billion"),
            ("350000", "three hundred and fifty thousand"),
            ("1900", "nineteen hundred"),
            ("1000000", "between one million and two million"),
            ("2000000", "between one million and two million"),
            ("100", "between one hundred and two hundred"),
            ("200", "between one hundred and two hundred"),
            ("4", "four years ago"),
            ("4", "between four and five"),
            ("5", "between four and five"),
            ("0", "no casualties"),
            ("4", "四国"),
            ("2", "两国"),
            ("12", "十二个"),
            ("68", "六十八条"),
            ("105", "一百零五"),
            ("2024", "二〇二四年"),
            ("150000000", "一亿五千万"),
        ] {
            assert!(stands(number, text, true, false), "{number} in {text}");
        }
    }

    #[test]
    fn a_number_is_not_found_in_another() {
        for (number, text) in [
            ("68", "168"),
            ("68", "680"),
            ("68", "6.8"),
            ("68", "6,8"),
            ("68", "0.68"),
            ("68", "68.5"),
            ("68", "68,000"),
            ("68", "68 000"),
            ("68", "1,068"),
            ("68", "0.068"),
            ("68", "sixty and eight"),
            ("68", "one hundred and sixty-eight"),
            ("8", "6.8"),
            ("8", "sixty-eight"),
            ("8", "the eighth"),
            ("60", "sixty-eight"),
            ("6", "6.8"),
            ("3", "3,000"),
            ("3", "three hundred"),
            ("3.2", "3,200"),
            ("5", "one hundred and five"),
            ("100", "one hundred and five"),
            ("100", "hundreds of ships"),
            ("2", "two million three hundred thousand"),
            ("1", "a ship"),
            ("10", "二十"),
            ("8", "六十八"),
            ("24", "二〇二四年"),
            ("90", "almost 9 billion"),
        ] {
            assert!(!stands(number, text, true, false), "{number} in {text}");
        }
    }

    #[test]
    fn a_decimal_comma_stands_outside_english_before_three_digits_too() {
        assert!(stands("1.234", "1,234", false, false));
        assert!(stands("1234", "1,234", false, false));
        assert!(!stands("1.234", "1,234", true, false));
    }

    #[test]
    fn ordinals_are_told_from_cardinals() {
        for (number, text) in [("8", "the eighth"), ("21", "Twenty-first"), ("40", "fortieth")] {
            assert!(stands(number, text, true, true), "{number} in {text}");
            assert!(!stands(number, text, true, false), "{number} in {text}");
        }
        assert!(!stands("1", "the twenty-first", true, true));
    }

    #[test]
    fn any_text_is_read_to_its_end() {
        let mut found = Vec::new();
        for text in ["", " ", "and", "a", "a a", "million", "9.", "9,9,", "1 2 3", "万", "零", "-"]
        {
            read(&tokens(text, true), &mut found);
        }
        read(&tokens(&"9".repeat(400), true), &mut found);
        read(&tokens(&"one hundred and ".repeat(400), true), &mut found);
        read(&tokens(&"nine trillion ".repeat(400), true), &mut found);
        assert!(!found.is_empty());
    }
}
