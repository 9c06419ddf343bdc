//! The figures of a dossier as a table for a spreadsheet: tab-separated values, a figure a line.

use rust_decimal::Decimal;

use crate::dossier::{Dossier, Index, Item, ItemKind, Metric, Value};
use crate::text::one_line;

/// The heads of the columns.
pub const HEAD: [&str; 9] = [
    "Figure",
    "Value",
    "Number",
    "Unit",
    "Change",
    "Period or date",
    "Area",
    "Stated by",
    "Sources",
];

/// A figure as a row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The metric, by its place.
    pub metric: usize,
    /// What stands in the columns.
    pub cells: [String; HEAD.len()],
    /// The number in its base unit, for sorting.
    pub amount: Option<Decimal>,
}

/// All figures as rows, in the dossier's order.
pub fn rows(dossier: &Dossier, index: &Index) -> Vec<Row> {
    let metrics = dossier.metrics.iter().enumerate();
    let row = |(metric, figure)| Row {
        metric,
        cells: cells(dossier, index, metric, figure),
        amount: index.value_of(dossier, metric).and_then(Value::in_base_unit),
    };
    metrics.map(row).collect()
}

/// All figures, with a head. Tabs and line ends in names become blanks, so that a line is a figure
/// (IANA text/tab-separated-values).
pub fn tsv(dossier: &Dossier, index: &Index) -> String {
    let mut out = HEAD.join("\t");
    out.push('\n');
    for row in rows(dossier, index) {
        let cells = row.cells.map(|cell| one_line(&cell));
        out.push_str(&cells.join("\t"));
        out.push('\n');
    }
    out
}

fn cells(dossier: &Dossier, index: &Index, place: usize, metric: &Metric) -> [String; HEAD.len()] {
    let value = index.value_of(dossier, place);
    let period = metric.period.as_ref().map(ToString::to_string);
    let when = period.or_else(|| metric.as_of.as_ref().map(ToString::to_string));
    let area = dossier.areas.iter().find(|area| metric.area.as_ref() == Some(&area.id));
    let who = metric.stated_by.iter().filter_map(|id| index.entity(dossier, id));
    let who: Vec<&str> = who.map(|entity| entity.name.as_str()).collect();
    let mut sources: Vec<&str> = Vec::new();
    for quotation in index.quotations_of(dossier, Item::new(ItemKind::Metric, place)) {
        let source = dossier.sources.get(index.source_of(quotation));
        if let Some(source) = source.filter(|source| !sources.contains(&source.publisher.as_str()))
        {
            sources.push(&source.publisher);
        }
    }
    let derived = if metric.derivation().is_some() { " (derived)" } else { "" };
    [
        format!("{}{derived}", metric.name),
        in_words(index, place, value),
        value.map(|value| value.number.to_string()).unwrap_or_default(),
        value.map(Value::unit_words).unwrap_or_default(),
        metric.change.as_ref().map(ToString::to_string).unwrap_or_default(),
        when.unwrap_or_default(),
        area.map(|area| area.name.clone()).unwrap_or_default(),
        who.join(", "),
        sources.join(", "),
    ]
}

/// The value as it is stated; a derived one with what the qualifiers of its inputs leave open.
fn in_words(index: &Index, place: usize, value: Option<&Value>) -> String {
    let derived = index.derived.get(&place).and_then(|derived| derived.as_ref().ok());
    let consequence = derived.and_then(|derived| derived.consequence.as_ref());
    let words = value.map(ToString::to_string).unwrap_or_default();
    consequence.map_or(words.clone(), |consequence| format!("{words}; {consequence}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Catalogue;
    use crate::dossier::parse::parse;

    #[test]
    fn each_figure_is_a_line_of_as_many_cells_and_keeps_its_qualifier() {
        let text = include_str!("../../dossiers/china-central-asia-secretariat.dossier.ron");
        let dossier = parse(text).unwrap();
        let index = Index::build(&dossier, Catalogue::of(&dossier));
        let table = tsv(&dossier, &index);
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(lines.len(), dossier.metrics.len() + 1);
        assert!(lines.iter().all(|line| line.split('\t').count() == HEAD.len()), "{table}");
        let trade = lines.iter().find(|line| line.starts_with("Trade between China")).unwrap();
        assert!(trade.contains("\talmost $90 billion\t90\tbillion\t"), "{trade}");
        assert!(trade.ends_with("\tLin Jian\tGlobal Times"), "{trade}");
        assert!(table.contains(" (derived)\t"));
    }
}
