//! Series: the values of one measure, from several sources or of several dates.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::formula::Bounds;
use super::id::MetricId;
use super::{Dossier, Index, PartialDate};

/// Metrics that measure the same thing. They stand in one tile and are drawn together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Series")]
pub struct Series {
    /// What they measure.
    pub name: String,
    /// The metrics, in the order in which they are read.
    pub metrics: Vec<MetricId>,
}

/// A value of a series with its place on the axes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The metric, by its place.
    pub metric: usize,
    /// The day on which it held, or the end of its period; `None` where no date is given.
    pub day: Option<Date>,
    /// The number, in the basic unit of the series.
    pub number: Decimal,
    /// Within which the qualifiers leave it, in the same unit.
    pub bounds: Bounds,
    /// Whether the program computed it.
    pub derived: bool,
}

impl Series {
    /// Its values, in its order; a metric that can't be computed has none.
    pub fn points(&self, dossier: &Dossier, index: &Index) -> Vec<Point> {
        let metrics = index.metrics_of_series(self).into_iter();
        metrics.filter_map(|metric| point(dossier, index, metric)).collect()
    }

    /// The metric to read first: the last stated one, where no two are stated for the same time. Where
    /// two are, neither comes first.
    pub fn lead(&self, dossier: &Dossier, index: &Index) -> Option<usize> {
        let mut stated = self.points(dossier, index);
        stated.retain(|point| !point.derived);
        let mut days: Vec<Option<Date>> = stated.iter().map(|point| point.day).collect();
        days.sort();
        let rivals = days.windows(2).any(|pair| pair.first() == pair.last());
        stated.last().filter(|_| !rivals).map(|point| point.metric)
    }
}

fn point(dossier: &Dossier, index: &Index, place: usize) -> Option<Point> {
    let metric = dossier.metrics.get(place)?;
    let value = index.value_of(dossier, place)?;
    let factor = value.unit.basic().1;
    let number = value.in_base_unit()?;
    let bounds = match index.derived.get(&place) {
        Some(derived) => derived.as_ref().ok()?.bounds(),
        None => value.bounds()?,
    };
    let scaled = |side: Option<Decimal>| side.and_then(|side| side.checked_mul(factor));
    Some(Point {
        metric: place,
        day: metric.date().and_then(PartialDate::bounds).map(|(start, _)| start.date()),
        number: number.checked_mul(factor)?,
        bounds: Bounds { low: scaled(bounds.low), high: scaled(bounds.high), ..bounds },
        derived: metric.derivation().is_some(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Catalogue;
    use crate::dossier::parse::parse;

    fn read(figures: &[&str]) -> (Dossier, Index) {
        let metric = |i: usize| {
            let rest = figures[i];
            format!("(id: \"m{i}\", name: \"m{i}\", kind: Amount, {rest})")
        };
        let metrics = (0..figures.len()).map(metric).collect::<Vec<_>>().join(", ");
        let ids: Vec<String> = (0..figures.len()).map(|i| format!("\"m{i}\"")).collect();
        let ids = ids.join(", ");
        let text = format!(
            "(format: 1, title: \"t\", metrics: [{metrics}], series: [(name: \"s\", metrics: [{ids}])])"
        );
        let dossier = parse(&text).unwrap();
        let index = Index::build(&dossier, Catalogue::of(&dossier));
        (dossier, index)
    }

    const KILOMETRES: &str =
        r#"figure: Stated(number: 2, unit: Measure("km")), period: (from: "2029", to: "2030")"#;
    const MILES: &str =
        r#"figure: Stated(number: 1, unit: Measure("mi"), qualifier: Over), as_of: (date: "2031")"#;
    const TWICE: &str = r#"figure: Derived(formula: "2 * a",
        inputs: [(name: "a", metric: "m1")], unit: Measure("mi"))"#;

    #[test]
    fn points_are_in_one_unit_at_the_end_of_their_time_and_within_their_bounds() {
        let (dossier, index) = read(&[KILOMETRES, MILES, TWICE]);
        let points = dossier.series[0].points(&dossier, &index);
        let shown: Vec<String> = points
            .iter()
            .map(|p| {
                let side =
                    |side: Option<Decimal>| side.map_or("?".into(), |n| n.normalize().to_string());
                let day = p.day.map_or("undated".into(), |day| day.to_string());
                let (low, high) = (side(p.bounds.low), side(p.bounds.high));
                format!("{day} {} {low}..{high} {}", p.number.normalize(), p.derived)
            })
            .collect();
        assert_eq!(
            shown,
            [
                "2030-01-01 2000 2000..2000 false",
                "2031-01-01 1609.344 1609.344..? false",
                "undated 3218.688 3218.688..? true",
            ]
        );
    }

    #[test]
    fn the_last_stated_value_leads_unless_two_are_stated_for_one_time() {
        let (dossier, index) = read(&[KILOMETRES, MILES, TWICE]);
        assert_eq!(dossier.series[0].lead(&dossier, &index), Some(1));
        let (dossier, index) = read(&[KILOMETRES, MILES, MILES]);
        assert_eq!(dossier.series[0].lead(&dossier, &index), None);
    }
}
