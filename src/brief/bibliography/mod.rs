//! The sources of a brief for programs that manage references: CSL-JSON, BibTeX and RIS.

mod bibtex;
mod csl_json;
mod ris;

use crate::dossier::{PartialDate, Source};

pub use bibtex::write as bibtex;
pub use csl_json::write as csl_json;
pub use ris::write as ris;

/// Year, month and day, as far as they are known.
fn date_parts(date: &PartialDate) -> Vec<i64> {
    match date {
        PartialDate::Year(year) | PartialDate::Week(year, _) => vec![i64::from(*year)],
        PartialDate::Month(year, month) => vec![i64::from(*year), i64::from(*month)],
        PartialDate::Day(day) => {
            vec![i64::from(day.year()), i64::from(day.month()), i64::from(day.day())]
        }
        PartialDate::Minute(time, _) | PartialDate::Second(time, _) => {
            vec![i64::from(time.year()), i64::from(time.month()), i64::from(time.day())]
        }
        PartialDate::Unreadable(_) => Vec::new(),
    }
}

/// Text on one line, without what no format has a place for.
fn one_line(text: &str) -> String {
    let visible = text.chars().map(|c| match c {
        c if c.is_whitespace() => ' ',
        c if c.is_control() => '\u{fffd}',
        c => c,
    });
    visible
        .collect::<String>()
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether the publisher is the name of the publication too, as a newspaper's is.
fn is_periodical(source: &Source) -> bool {
    use crate::dossier::SourceKind as K;
    matches!(
        source.kind,
        K::Newspaper | K::NewsAgency | K::TradePress | K::Journal | K::Web | K::Broadcaster
    )
}
