//! What is left to chance: names, sentences, figures, dates.

use dossier::dossier::{
    Change, Direction, EntityKind, MetricKind, Number, Qualifier, Scale, TimeUnit, Unit, Value,
};
use jiff::civil::{Date, date};
use rust_decimal::Decimal;

use super::phrases::{
    CLAUSES, CLOSE_OPENINGS, COUNTED, COUNTRY_ENDS, FAMILY_NAMES, GIVEN_NAMES, HEADS, MATTERS,
    MIDDLES, OFFICES, OPENINGS, TAILS, TOWN_ENDS, VERBS, WORKS,
};
use super::random::Chance;
use super::{DERIVED, METRICS_IN_TURN, dollars, words_in};

/// What a metric states.
#[derive(Clone)]
pub struct Stated {
    pub noun: &'static str,
    pub kind: MetricKind,
    pub value: Value,
    pub change: Option<Change>,
}

impl Stated {
    /// As it stands in the sentence: `almost $90 billion, up by 27.2 % year-on-year`.
    pub fn in_words(&self) -> String {
        let change = self.change.as_ref().map(|change| {
            let direction = match change.direction {
                Direction::Up => "up",
                Direction::Down => "down",
            };
            format!(", {direction} by {} {}", change.by.figure(), change.basis)
        });
        format!("{}{}", self.value, change.unwrap_or_default())
    }
}

impl Chance {
    /// The same with the small ones far more often than the large ones.
    pub fn skewed(&mut self, bound: usize) -> usize {
        let wide = self.below(bound) + 1;
        let narrow = self.below(wide) + 1;
        self.below(narrow)
    }

    pub fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    pub fn one_of(&mut self, list: &[&'static str]) -> &'static str {
        let place = self.below(list.len());
        list.get(place).copied().unwrap_or_default()
    }

    pub fn one_word(&mut self, list: &'static str) -> &'static str {
        let place = self.below(list.split(' ').count());
        list.split(' ').nth(place).unwrap_or_default()
    }

    /// Something that has the form of a SHA-256.
    pub fn fingerprint(&mut self) -> String {
        let [a, b, c, d] = std::array::from_fn(|_| self.draw());
        format!("{a:016x}{b:016x}{c:016x}{d:016x}")
    }

    pub fn day(&mut self) -> Date {
        let (month, day) = (1 + self.below(12), 1 + self.below(28));
        date(2015 + self.below(10) as i16, month as i8, day as i8)
    }

    /// Four to nine words of a sentence.
    pub fn stretch(&mut self, sentence: &str) -> String {
        let words: Vec<&str> = sentence.split(' ').collect();
        let many = (4 + self.below(6)).min(words.len());
        let first = self.below(words.len() - many + 1);
        words.get(first..first + many).unwrap_or(&[]).join(" ")
    }

    /// A sentence of 15 to 35 words that names somebody or something and, where one is given, a
    /// figure.
    pub fn sentence(&mut self, name: &str, figure: Option<&str>) -> String {
        let goal = 15 + self.below(15);
        let openings: &[&str] = if figure.is_some() { &CLOSE_OPENINGS } else { &OPENINGS };
        let mut sentence = format!(
            "{} {name} {} {}",
            self.one_of(openings),
            self.one_of(&VERBS),
            self.one_of(&CLAUSES)
        );
        if let Some(figure) = figure {
            sentence.push_str(&format!(", namely {figure}"));
        }
        if words_in(&sentence) + 8 <= goal {
            sentence.push_str(&format!(" and that {}", self.one_of(&CLAUSES)));
        }
        let first = self.below(TAILS.len());
        for tail in TAILS.iter().cycle().skip(first).take(TAILS.len()) {
            if words_in(&sentence) >= goal {
                break;
            }
            sentence.push_str(&format!(" {tail}"));
        }
        sentence
    }

    /// The figure of a metric; `None` where it is derived.
    pub fn figure(&mut self, place: usize) -> Option<Stated> {
        let tenths = |tenths: usize| Number(Decimal::new(tenths as i64, 1));
        let whole = |number: usize| Number::from(number as i64);
        let percent = |number: Number, qualifier| Value {
            number,
            to: None,
            scale: Scale::One,
            unit: Unit::Percent,
            qualifier,
        };
        let qualifier = match self.below(6) {
            0 => Qualifier::Almost,
            1 => Qualifier::Over,
            2 => Qualifier::About,
            3 => Qualifier::IncreasedTo,
            _ => Qualifier::Exactly,
        };
        let (noun, kind, value, change) = match place % METRICS_IN_TURN {
            DERIVED => return None,
            1 => {
                let unit = Unit::Count(self.one_of(&COUNTED).to_owned());
                let number = whole(2 + self.below(4_998));
                let value = Value { number, to: None, scale: Scale::One, unit, qualifier };
                ("number in all", MetricKind::Count, value, None)
            }
            5 => {
                let value = percent(tenths(1 + self.below(399)), qualifier);
                ("growth on the year before", MetricKind::Growth, value, None)
            }
            6 => {
                let unit = Unit::Time(TimeUnit::Month);
                let number = whole(2 + self.below(70));
                let value = Value { number, to: None, scale: Scale::One, unit, qualifier };
                ("time under construction", MetricKind::Duration, value, None)
            }
            7 if (place / METRICS_IN_TURN).is_multiple_of(2) => {
                let value = percent(tenths(1 + self.below(999)), qualifier);
                ("share of the whole", MetricKind::Share, value, None)
            }
            7 => {
                let unit = Unit::Measure("km".to_owned());
                let number = whole(3 + self.below(2_000));
                let value = Value { number, to: None, scale: Scale::One, unit, qualifier };
                let by = percent(tenths(1 + self.below(200)), Qualifier::Exactly);
                let basis = "on the plan".to_owned();
                let change = Change { direction: Direction::Down, by, basis };
                ("length of the line", MetricKind::Amount, value, Some(change))
            }
            turn => {
                let scale = if turn == 0 { Scale::Million } else { Scale::Billion };
                let number = tenths(10 + self.below(9_990));
                let value = Value { number, to: None, scale, unit: dollars(), qualifier };
                let change = (turn == 3).then(|| Change {
                    direction: Direction::Up,
                    by: percent(tenths(1 + self.below(499)), Qualifier::Exactly),
                    basis: "year-on-year".to_owned(),
                });
                ("value of the trade", MetricKind::Amount, value, change)
            }
        };
        Some(Stated { noun, kind, value, change })
    }

    pub fn town(&mut self) -> String {
        let middle = if self.one_in(2) { self.one_word(MIDDLES) } else { "" };
        format!("{}{middle}{}", self.one_word(HEADS), self.one_word(TOWN_ENDS))
    }

    pub fn country(&mut self) -> String {
        let middle = self.one_word(MIDDLES);
        format!("{}{middle}{}", self.one_word(HEADS), self.one_word(COUNTRY_ENDS))
    }

    pub fn person(&mut self) -> String {
        let initial = char::from(b'A' + self.below(26) as u8);
        format!("{} {initial}. {}", self.one_word(GIVEN_NAMES), self.one_word(FAMILY_NAMES))
    }

    pub fn name(&mut self, kind: EntityKind) -> String {
        match kind {
            EntityKind::Person => self.person(),
            EntityKind::Group => format!("Mayors of the {} valley", self.town()),
            EntityKind::Country => self.country(),
            EntityKind::Body => {
                format!("{} Commission on {}", self.country(), self.one_of(&MATTERS))
            }
            EntityKind::Organisation => format!("{} Freight Company", self.town()),
            EntityKind::Place => self.town(),
            EntityKind::Project => {
                format!("{}–{} {}", self.town(), self.town(), self.one_of(&WORKS))
            }
            EntityKind::Programme => {
                format!("Programme for {} {}", self.one_of(&MATTERS), 2016 + self.below(15))
            }
            EntityKind::Agreement => format!("{} Accord on {}", self.town(), self.one_of(&MATTERS)),
        }
    }

    pub fn role(&mut self, kind: EntityKind) -> Option<String> {
        match kind {
            EntityKind::Person => {
                let office = self.one_of(&OFFICES);
                Some(format!("{office}, {}", self.country()))
            }
            EntityKind::Place => Some(format!("City in {}", self.country())),
            EntityKind::Body | EntityKind::Organisation => {
                Some(format!("Seat in {}, works on {}", self.town(), self.one_of(&MATTERS)))
            }
            _ => None,
        }
    }
}
