//! Whether a text names what is counted, in the singular or the plural.

/// Words of English whose plural is another word.
const IRREGULAR: [&str; 6] =
    ["people person", "man men", "woman women", "child children", "foot feet", "ox oxen"];

/// Words of four letters and more that say nothing of what is counted.
const MINOR: [&str; 12] = [
    "with", "from", "that", "this", "than", "more", "over", "into", "each", "their", "other",
    "were",
];

/// Endings of singular and plural, the longer before the shorter.
const ENDINGS: [&str; 5] = ["ies", "ie", "es", "e", "s"];

/// Whether a text has one of the words, longer than three letters, of what is counted or measured. True
/// where none of them tells anything.
pub fn names_thing(text: &str, thing: &str) -> bool {
    let mut tells = false;
    for word in words(thing) {
        let forms = IRREGULAR.iter().find(|row| has_word(row, word)).copied();
        if forms.is_none() && !is_telling(word) {
            continue;
        }
        tells = true;
        if has_word(text, forms.unwrap_or(word)) {
            return true;
        }
    }
    !tells
}

/// Whether two words are one, in capitals or not, in the singular or the plural.
pub fn same_thing(one: &str, other: &str) -> bool {
    let differ_at_once = match (one.as_bytes().first(), other.as_bytes().first()) {
        (Some(a), Some(b)) if a.is_ascii() && b.is_ascii() => !a.eq_ignore_ascii_case(b),
        _ => false,
    };
    !differ_at_once && lower(stem(one)).eq(lower(stem(other)))
}

/// The words of a text: what stands between characters that are no letters.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

fn lower(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(char::to_lowercase)
}

/// A word without the ending of its singular or plural; short ones keep theirs.
fn stem(word: &str) -> &str {
    if without(word, "ss").is_some() {
        return word;
    }
    let after_vowel = |rest: &&str| rest.ends_with(['a', 'e', 'o', 'u', 'A', 'E', 'O', 'U']);
    let of_singular = without(word, "y").filter(|rest| !after_vowel(rest));
    let endings = ENDINGS.iter().filter_map(|ending| without(word, ending));
    of_singular.into_iter().chain(endings).find(|rest| rest.len() >= 3).unwrap_or(word)
}

fn without<'w>(word: &'w str, ending: &str) -> Option<&'w str> {
    let (rest, tail) = word.split_at_checked(word.len().checked_sub(ending.len())?)?;
    tail.eq_ignore_ascii_case(ending).then_some(rest)
}

/// Whether a text has one of the words that stand in `names` with blanks between them.
fn has_word(text: &str, names: &str) -> bool {
    words(text).any(|word| names.split(' ').any(|name| same_thing(word, name)))
}

fn is_telling(word: &str) -> bool {
    word.chars().nth(3).is_some() && !MINOR.iter().any(|minor| minor.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_is_named_in_the_singular_and_the_plural() {
        for (thing, text) in [
            ("berths", "one berth"),
            ("countries", "the country"),
            ("cities", "City"),
            ("railways", "a railway"),
            ("houses", "house"),
            ("boxes", "one box"),
            ("businesses", "business"),
            ("direct passenger flights", "have flights"),
            ("people", "a person"),
            ("vis", "no word of it tells"),
        ] {
            assert!(names_thing(text, thing), "{thing} in {text}");
        }
        for (thing, text) in [("berths", "12 cranes"), ("ships with pilots", "with tugs")] {
            assert!(!names_thing(text, thing), "{thing} in {text}");
        }
    }
}
