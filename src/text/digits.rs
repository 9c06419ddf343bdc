//! Numbers in digits, with the marks that group them or begin their fraction.

use rust_decimal::Decimal;

use super::tokens::digit;

/// Digits without a mark between them.
struct Group {
    /// The mark before them.
    mark: Option<char>,
    digits: String,
}

/// A number in digits.
pub(super) struct Literal {
    /// What it is.
    pub(super) value: Decimal,
    /// What else it may be, where its marks can be read in two ways.
    pub(super) otherwise: Vec<Decimal>,
    /// How many bytes it has.
    pub(super) length: usize,
}

/// Reads the number at the head of a text. `decimal` is the mark before decimals in its language: a comma
/// before three digits groups them where that is the point, and begins a fraction elsewhere.
pub(super) fn literal(text: &str, decimal: char) -> Option<Literal> {
    let (groups, rest) = digit_groups(text);
    let mut values = values(&groups, decimal).into_iter();
    let value = values.next()?;
    Some(Literal { value, otherwise: values.collect(), length: text.len() - rest.len() })
}

fn split_digits(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| digit(c).is_none()).unwrap_or(text.len()))
}

/// The digits at the head of a text, across the marks that group them or begin their fraction.
fn digit_groups(text: &str) -> (Vec<Group>, &str) {
    let mut groups: Vec<Group> = Vec::new();
    let mut mark = None;
    let mut rest = text;
    loop {
        let (run, after) = split_digits(rest);
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
    let (next, after) = split_digits(rest);
    if mark != ' ' {
        return !next.is_empty();
    }
    next.chars().count() == 3
        && !after.starts_with(['.', ',']) | is_decimal_behind(after)
        && groups.first().is_some_and(|first| first.digits.len() <= 3 && first.digits != "0")
        && groups.iter().skip(1).all(|group| group.mark == Some(' '))
}

fn is_decimal_behind(after: &str) -> bool {
    let mut characters = after.chars();
    characters.next();
    let next = characters.next();
    next.is_none_or(|c| digit(c).is_some() || !c.is_alphanumeric())
}

/// Each number that groups of digits may be, the likeliest first; none where they can't be one, as
/// in a date.
fn values(groups: &[Group], decimal: char) -> Vec<Decimal> {
    let mut texts = Vec::new();
    match groups {
        [only] => texts.push(only.digits.clone()),
        [head @ .., last] => {
            let whole = is_grouped(groups).then(|| joined(groups));
            let comma_groups = decimal == '.' && last.mark == Some(',');
            let fraction = (is_fraction(head, last) && !(whole.is_some() && comma_groups))
                .then(|| format!("{}.{}", joined(head), last.digits));
            if last.mark == Some(decimal) {
                texts.extend(fraction.into_iter().chain(whole));
            } else {
                texts.extend(whole.into_iter().chain(fraction));
            }
        }
        [] => {}
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

/// A fraction in one character: ½.
pub(super) fn vulgar_fraction(c: char) -> Option<Decimal> {
    let (over, under): (i64, i64) = match c {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        '⅒' => (1, 10),
        _ => return None,
    };
    Decimal::from(over).checked_div(Decimal::from(under))
}

/// The exponent in "×10^7" or "×10⁷" at the head of a text, and how many bytes there are of it.
pub(super) fn power_of_ten(text: &str) -> Option<(u32, usize)> {
    let rest = text.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let rest = rest.strip_prefix(['×', '·', 'x', '*'])?;
    let rest = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']).strip_prefix("10")?;
    let (raised, rest) = match rest.strip_prefix('^') {
        Some(rest) => (false, rest),
        None => (true, rest),
    };
    let value = |c: char| if raised { superscript(c) } else { digit(c) };
    let end = rest.find(|c: char| value(c).is_none()).unwrap_or(rest.len());
    let (exponent, rest) = rest.split_at(end);
    let exponent: String = exponent.chars().filter_map(value).collect();
    Some((exponent.parse().ok().filter(|exponent| *exponent <= 18)?, text.len() - rest.len()))
}

fn superscript(c: char) -> Option<char> {
    "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().zip('0'..='9').find(|(raised, _)| *raised == c).map(|(_, plain)| plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, decimal: char) -> (String, usize) {
        let literal = literal(text, decimal).unwrap();
        (literal.value.to_string(), literal.length)
    }

    #[test]
    fn marks_group_or_begin_a_fraction_by_language() {
        for (text, point, comma) in [
            ("1200", "1200", "1200"),
            ("1,200", "1200", "1.200"),
            ("1.200", "1.200", "1200"),
            ("1 200", "1200", "1200"),
            ("1\u{202f}234\u{202f}567,89", "1234567.89", "1234567.89"),
            ("1.234.567,89", "1234567.89", "1234567.89"),
            ("1,234,567.89", "1234567.89", "1234567.89"),
            ("1’200", "1200", "1200"),
            ("1,50,000", "150000", "150000"),
            ("27,2", "27.2", "27.2"),
            ("６８", "68", "68"),
            ("0.068", "0.068", "0.068"),
        ] {
            assert_eq!(read(text, '.'), (point.to_owned(), text.len()), "{text}");
            assert_eq!(read(text, ',').0, comma, "{text}");
        }
        assert_eq!(read("2024 300 ships", '.').0, "2024");
        assert!(literal("12.06.2031", '.').is_none());
    }

    #[test]
    fn powers_of_ten_are_read() {
        assert_eq!(power_of_ten("×10^7 tonnes"), Some((7, 6)));
        assert_eq!(power_of_ten(" × 10⁷"), Some((7, " × 10⁷".len())));
        assert_eq!(power_of_ten(" x 12"), None);
    }
}
