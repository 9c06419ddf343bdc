//! Whether a text names somebody: by any of the names in any of their forms.

use super::folding::fold;
use super::lexicon::Sense;
use super::table::{Table, is_unspaced, table};
use super::{Language, tokens::Kind, tokens::Tokens};

/// Whether a text names somebody or something that goes by these names: in full, by a surname, in
/// another case of its language, with or without accents. `person` says that a word of a name may stand
/// for all of it only where no other name or street is made of it.
pub fn is_named(names: &[&str], person: bool, text: &str, language: Language) -> bool {
    let folded = format!(" {} ", fold(text));
    let reader = Reader { table: table(language), tokens: Tokens::of(text, language) };
    names.iter().any(|name| {
        let plain = fold(name);
        if plain.contains(is_unspaced)
            && plain.contains([' ', '·', '・'])
            && reader.has_unspaced_part(&plain, person)
        {
            return true;
        }
        if plain.is_empty() {
            return false;
        }
        if plain.contains(is_unspaced) {
            let parted = plain.contains(' ');
            let stands =
                folded.contains(&plain) && (!person || parted || reader.has_unspaced(&plain));
            return stands || reader.has_unspaced_surname(&plain);
        }
        folded.contains(&format!(" {plain} ")) && !reader.is_way_alone(name, person)
            || reader.has_words_of(name, names, person)
    })
}

struct Reader<'t> {
    table: &'static Table,
    tokens: Tokens<'t>,
}

impl Reader<'_> {
    /// A family name before a title: 王部长, 港野氏.
    fn has_unspaced_surname(&self, name: &str) -> bool {
        let characters: Vec<char> = name.chars().filter(|c| is_unspaced(*c)).collect();
        let text = self.tokens.text;
        (1..characters.len()).any(|length| {
            let surname: String = characters.iter().take(length).collect();
            text.match_indices(&surname).any(|(at, _)| {
                let rest = text.get(at + surname.len()..).unwrap_or_default();
                let titled = self.table.unspaced(rest).is_some_and(|(_, phrase)| {
                    phrase.senses("").any(|sense| sense == Sense::Title)
                });
                // 女王部长: another word ends in the same character.
                titled && !(length == 1 && self.ends_a_word(at))
            })
        })
    }

    /// A part of a name that is written with blanks or points in it: 奥达·布伦尼克.
    fn has_unspaced_part(&self, name: &str, person: bool) -> bool {
        let parts = name.split([' ', '·', '・']);
        person && parts.filter(|part| part.chars().count() > 2).any(|part| self.has_unspaced(part))
    }

    /// Whether a name stands in the text other than as part of a street's or an airport's.
    fn has_unspaced(&self, name: &str) -> bool {
        let text = self.tokens.text;
        text.match_indices(name).any(|(at, _)| {
            // Another's first name: 埃尔莎·布伦尼克.
            if text.get(..at).is_some_and(|head| head.ends_with(['·', '・', '•'])) {
                return false;
            }
            let mut rest = text.get(at + name.len()..).unwrap_or_default();
            for _ in 0..3 {
                let Some(first) = rest.chars().next().filter(|c| is_unspaced(*c)) else { break };
                let place = self.table.unspaced(rest).is_some_and(|(_, phrase)| {
                    phrase.senses("").any(|sense| sense == Sense::NameOfPlace)
                });
                if place {
                    return false;
                }
                rest = rest.get(first.len_utf8()..).unwrap_or_default();
            }
            true
        })
    }

    fn ends_a_word(&self, at: usize) -> bool {
        let token = self.tokens.all.iter().find(|token| token.start() < at && at < token.end());
        token.is_some()
    }

    /// A one-word name that stands in the text only as part of a street or a firm.
    fn is_way_alone(&self, name: &str, person: bool) -> bool {
        person
            && !name.trim().contains(char::is_whitespace)
            && !self.has_word(name, &[name], person)
    }

    /// Whether a telling word of a name stands in the text.
    fn has_words_of(&self, name: &str, names: &[&str], person: bool) -> bool {
        let elides = self.table.grammar.language == Language::French;
        let words: Vec<&str> = name
            .split(|c: char| c.is_whitespace() || c == '-' || elides && matches!(c, '\'' | '’'))
            .collect();
        words.iter().any(|word| {
            let telling = word.chars().count() >= 2
                && word.starts_with(char::is_uppercase)
                && !self.table.means(word, |sense| matches!(sense, Sense::Title | Sense::Opens));
            telling && self.has_word(word, names, person)
        })
    }

    fn has_word(&self, word: &str, names: &[&str], person: bool) -> bool {
        let german = self.table.grammar.language == Language::German;
        let wanted = if german { fold(&without_umlauts(word)) } else { fold(word) };
        (0..self.tokens.all.len()).any(|at| {
            matches!(self.tokens.kind(at), Some(Kind::Word))
                && self.tokens.written(at).starts_with(char::is_uppercase)
                && self.is_form_of(self.tokens.written(at), &wanted)
                && (!person || !self.is_another(at, names))
        })
    }

    /// Whether a word is another one with an ending of its language.
    fn is_form_of(&self, written: &str, wanted: &str) -> bool {
        let plain = fold(written);
        if plain == wanted || fold(&without_umlauts(written)) == without_umlauts(wanted) {
            return true;
        }
        if wanted.chars().count() < 3 {
            return false;
        }
        let endings = self.table.grammar.endings;
        // Forms of one stem: a final vowel gives way to an ending ("Анна", "Анны").
        let stems = stems(wanted);
        endings.iter().any(|ending| {
            let ending = fold(ending);
            plain
                .strip_suffix(&ending)
                .is_some_and(|rest| !ending.is_empty() && stems.contains(&rest))
        })
    }

    /// Whether the word stands in the name of somebody or something else: "Quay Street", "John Quay".
    fn is_another(&self, at: usize, names: &[&str]) -> bool {
        let own = |word: &str| {
            let word = fold(word);
            names.iter().any(|name| {
                fold(name).split(' ').any(|part| part == word || self.is_form_of(&word, part))
            })
        };
        let joined = |first: usize| {
            self.tokens
                .gap(first)
                .is_some_and(|gap| gap.chars().all(char::is_whitespace) && !gap.is_empty())
        };
        let behind = at + 1;
        let hyphen = self.tokens.gap(at) == Some("-");
        let place = self.means(behind, |sense| sense == Sense::NameOfPlace);
        // In German any noun may follow with a capital.
        let german = self.tokens.table.grammar.language == Language::German;
        if (joined(at) || hyphen)
            && self.is_capital(behind)
            && !own(self.tokens.written(behind))
            && (place || !german && !hyphen && !self.is_time_or_title(behind))
            && !self.means(behind, |sense| sense == Sense::Title)
        {
            return true;
        }
        // Whoever goes by one word has no first name to be told by.
        if names.iter().all(|name| !name.trim().contains(char::is_whitespace)) {
            return false;
        }
        let Some(before) = at.checked_sub(1).filter(|before| joined(*before)) else { return false };
        if !self.is_capital(before) || own(self.tokens.written(before)) {
            // "Улица Жумабекова", "rue Dupont": the way stands first, in small letters too.
            return self.tokens.kind(before) == Some(Kind::Word)
                && self.tokens.table.grammar.language != Language::English
                && self.means(before, |sense| sense == Sense::NameOfPlace);
        }
        let opens_sentence = before
            .checked_sub(1)
            .is_none_or(|at| matches!(self.tokens.kind(at), Some(Kind::Mark(_) | Kind::Break)));
        let title = self.is_time_or_title(before);
        let role = self.follows_title(before);
        let initial = self.tokens.written(before).chars().count() == 1;
        !(title || role || initial || opens_sentence && self.means_anything(before))
    }

    /// "Harbour Minister Quay": what stands before a title is no first name; "Deputy Harbour Quay" is one.
    fn follows_title(&self, at: usize) -> bool {
        self.means(at, |sense| sense == Sense::Title)
    }

    fn is_capital(&self, at: usize) -> bool {
        self.tokens.kind(at) == Some(Kind::Word)
            && self.tokens.written(at).starts_with(char::is_uppercase)
    }

    fn means(&self, at: usize, ask: impl Fn(Sense) -> bool) -> bool {
        self.tokens.senses(at).any(ask)
    }

    fn means_anything(&self, at: usize) -> bool {
        self.tokens.senses(at).next().is_some()
    }

    fn is_time_or_title(&self, at: usize) -> bool {
        self.means(at, |sense| {
            matches!(
                sense,
                Sense::Title
                    | Sense::Weekday(_)
                    | Sense::Month(_)
                    | Sense::Opens
                    | Sense::Says
                    | Sense::In
                    | Sense::Bounds
            )
        })
    }
}

/// Müller as Mueller.
fn without_umlauts(word: &str) -> String {
    word.replace('ä', "ae")
        .replace('ö', "oe")
        .replace('ü', "ue")
        .replace('Ä', "Ae")
        .replace('Ö', "Oe")
        .replace('Ü', "Ue")
        .replace('ß', "ss")
}

/// The word itself, and what is left of it without its last vowel.
fn stems(word: &str) -> Vec<&str> {
    let mut stems = vec![word];
    let last = word.chars().next_back();
    if let Some(last) = last.filter(|c| matches!(c, 'а' | 'я' | 'о' | 'е' | 'и' | 'й' | 'ь' | 'ы'))
    {
        stems.extend(word.strip_suffix(last));
    }
    stems
}
