//! What a question asks for.

/// What a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// When.
    Time,
    /// How many, how much.
    Number,
    /// Who.
    People,
    /// Anything else.
    Other,
}

impl Asked {
    /// By the words that open the question, or its last part: "Wang Yi: when …".
    pub fn of(question: &str) -> Self {
        let clause = question.rsplit([':', '：']).next().unwrap_or_default().to_lowercase();
        if let Some((asked, _)) =
            UNSPACED.iter().find(|(_, words)| words.split(' ').any(|word| clause.contains(word)))
        {
            return *asked;
        }
        let words: Vec<&str> =
            clause.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let leads = |word: &&str| PREPOSITIONS.split(' ').any(|known| known == *word);
        let mut heads = words.iter().copied().skip_while(leads);
        let (first, second) = (heads.next().unwrap_or_default(), heads.next().unwrap_or_default());
        in_english(first, second, &words).unwrap_or_else(|| {
            let opens = |heads: &str| {
                heads.split(' ').any(|head| match head.split_once('_') {
                    Some(two) => two == (first, second),
                    None => head == first,
                })
            };
            OPENINGS.iter().find(|(_, heads)| opens(heads)).map_or(Self::Other, |(asked, _)| *asked)
        })
    }
}

fn in_english(first: &str, second: &str, words: &[&str]) -> Option<Asked> {
    Some(match (first, second) {
        ("when", _) | ("what" | "which", "date" | "day" | "month" | "year") => Asked::Time,
        ("how", "long") if words.contains(&"ago") => Asked::Time,
        (
            "how",
            "big" | "far" | "fast" | "great" | "high" | "large" | "long" | "many" | "much"
            | "often" | "old",
        )
        | ("what" | "which", "amount" | "percentage" | "proportion" | "share" | "sum") => {
            Asked::Number
        }
        ("what" | "which", _)
            if words.iter().any(|word| ["figure", "figures", "number"].contains(word)) =>
        {
            Asked::Number
        }
        ("who" | "whom", _) => Asked::People,
        _ => return None,
    })
}

/// Words that may stand before the one that asks.
const PREPOSITIONS: &str =
    "at by from in on since to seit bis von an am zu depuis à de par с до на от к в по";

/// The words that open questions in the other languages.
const OPENINGS: &[(Asked, &str)] = &[
    (
        Asked::Time,
        "wann welchem_tag welchem_jahr quand quelle_date quel_jour quelle_année когда каком_году какого_числа",
    ),
    (
        Asked::Number,
        "wie_viel wie_viele wieviel wieviele wie_groß wie_hoch wie_lange wie_alt wie_weit combien quel_montant \
         quelle_part quel_pourcentage сколько какова_доля каков_объём какова_сумма",
    ),
    (Asked::People, "wer wem wen qui кто кого кому кем"),
];

/// The same in Chinese, anywhere in the question.
const UNSPACED: &[(Asked, &str)] = &[
    (Asked::Time, "何时 什么时候 哪一天 哪天 哪年 何日 几月"),
    (Asked::Number, "多少 几个 多大 多长 几艘 几成"),
    (Asked::People, "谁 哪些人 何人"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_tells_what_it_asks_for() {
        for (question, asked) in [
            ("When was the secretariat launched?", Asked::Time),
            ("On which day was it?", Asked::Time),
            ("How long ago was it?", Asked::Time),
            ("Wang Yi: when did it begin?", Asked::Time),
            ("How many countries take part?", Asked::Number),
            ("How long did it take?", Asked::Number),
            ("What are the figures on trade?", Asked::Number),
            ("Who sent congratulations?", Asked::People),
            ("To whom was it sent?", Asked::People),
            ("What happened when it was launched?", Asked::Other),
            ("Wann wurde das Sekretariat eröffnet?", Asked::Time),
            ("Seit wann?", Asked::Time),
            ("Wie viele Länder?", Asked::Number),
            ("Combien de pays ?", Asked::Number),
            ("Когда это было?", Asked::Time),
            ("Сколько стран?", Asked::Number),
            ("Кто приехал?", Asked::People),
            ("何时启动？", Asked::Time),
            ("有多少个国家？", Asked::Number),
            ("", Asked::Other),
        ] {
            assert_eq!(Asked::of(question), asked, "{question}");
        }
    }
}
