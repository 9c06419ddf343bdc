//! The rows of the dashboard: which figures stand together, and in which order. It knows no egui.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::dossier::{Dossier, Index, PartialDate};
use crate::text::fold;

/// The order in which metrics are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MetricOrder {
    /// As the dossier lists them.
    #[default]
    Listed,
    /// Under the names of their areas.
    Area,
    /// By name.
    Name,
    /// The latest first, those without a date last.
    Date,
    /// Those in one unit together, the greatest first.
    Amount,
}

impl MetricOrder {
    /// All orders, as they are offered.
    pub const ALL: [Self; 5] = [Self::Listed, Self::Area, Self::Name, Self::Date, Self::Amount];

    /// The order in words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Listed => "As listed",
            Self::Area => "By area",
            Self::Name => "By name",
            Self::Date => "Latest first",
            Self::Amount => "Greatest first",
        }
    }

    /// Puts metrics, by place, in order; those that compare equal stay as they are.
    pub(super) fn sort(self, dossier: &Dossier, index: &Index, metrics: &mut [u32]) {
        match self {
            Self::Listed => {}
            Self::Area => {
                metrics.sort_by_key(|place| area_of(dossier, *place).unwrap_or(usize::MAX));
            }
            Self::Name => metrics.sort_by_cached_key(|place| {
                dossier.metrics.get(*place as usize).map(|metric| fold(&metric.name))
            }),
            Self::Date => metrics.sort_by_cached_key(|place| Reverse(day_of(dossier, *place))),
            Self::Amount => metrics.sort_by_cached_key(|place| {
                let value = index.value_of(dossier, *place as usize);
                let unit = value.map(|value| value.unit.basic().0.key());
                let amount =
                    value.and_then(|value| value.in_base_unit()?.checked_mul(value.unit.basic().1));
                (unit, Reverse(amount))
            }),
        }
    }
}

/// A row of the dashboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MetricRow {
    /// The name of an area, by its place, or that of the figures without one.
    Heading(Option<u32>),
    /// A series, by its place.
    Series(u32),
    /// One tile, as wide as the column.
    Wide(u32),
    /// Two tiles side by side, or one and a gap.
    Pair(u32, Option<u32>),
}

impl MetricRow {
    /// Names the row among the others: metrics first, then series, then areas.
    pub fn key(self, dossier: &Dossier) -> u32 {
        let metrics = dossier.metrics.len() as u32;
        let series = dossier.series.len() as u32;
        match self {
            Self::Wide(place) | Self::Pair(place, _) => place,
            Self::Series(place) => metrics + place,
            Self::Heading(area) => metrics + series + area.map_or(0, |area| area + 1),
        }
    }

    /// The metrics in the row, in the order in which they stand there.
    pub fn metrics(self, dossier: &Dossier, index: &Index) -> Vec<u32> {
        match self {
            Self::Heading(_) => Vec::new(),
            Self::Wide(place) => vec![place],
            Self::Pair(first, second) => std::iter::once(first).chain(second).collect(),
            Self::Series(place) => {
                let Some(series) = dossier.series.get(place as usize) else { return Vec::new() };
                let lead = series.lead(dossier, index);
                let metrics = index.metrics_of_series(series).into_iter();
                let others = metrics.filter(|metric| Some(*metric) != lead);
                lead.into_iter().chain(others).map(|metric| metric as u32).collect()
            }
        }
    }
}

/// The rows for metrics in this order. A series stands where its first metric does, and whole.
pub(super) fn rows(
    dossier: &Dossier,
    index: &Index,
    order: MetricOrder,
    metrics: &[u32],
) -> Vec<MetricRow> {
    let mut rows: Vec<MetricRow> = Vec::with_capacity(metrics.len());
    let mut shown: BTreeSet<usize> = BTreeSet::new();
    let mut heading = None;
    for place in metrics {
        let series = index.series_of_metric(*place as usize);
        if series.is_some_and(|series| !shown.insert(series)) {
            continue;
        }
        let area = area_of(dossier, *place).map(|area| area as u32);
        if order == MetricOrder::Area && heading != Some(area) {
            heading = Some(area);
            rows.push(MetricRow::Heading(area));
        }
        if let Some(series) = series {
            rows.push(MetricRow::Series(series as u32));
        } else if is_wide(dossier, *place as usize) {
            rows.push(MetricRow::Wide(*place));
        } else if let Some(MetricRow::Pair(_, second @ None)) = rows.last_mut() {
            *second = Some(*place);
        } else {
            rows.push(MetricRow::Pair(*place, None));
        }
    }
    rows
}

/// Figures that moved or are derived need room for it.
fn is_wide(dossier: &Dossier, place: usize) -> bool {
    let metric = dossier.metrics.get(place);
    metric.is_some_and(|metric| metric.change.is_some() || metric.derivation().is_some())
}

fn area_of(dossier: &Dossier, metric: u32) -> Option<usize> {
    let area = dossier.metrics.get(metric as usize)?.area.as_ref()?;
    dossier.areas.iter().position(|known| known.id == *area)
}

fn day_of(dossier: &Dossier, metric: u32) -> Option<jiff::civil::DateTime> {
    dossier
        .metrics
        .get(metric as usize)?
        .date()
        .and_then(PartialDate::bounds)
        .map(|(start, _)| start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Catalogue;
    use crate::dossier::parse::parse;

    const DOSSIER: &str = r#"(format: 1, title: "t",
        areas: [(id: "rail", name: "Rail"), (id: "road", name: "Road")],
        metrics: [
            (id: "b", name: "Bridges", kind: Count, area: "road",
             figure: Stated(number: 7, unit: Count("bridges")), as_of: (date: "2030")),
            (id: "t", name: "Tracks", kind: Amount, area: "rail",
             figure: Stated(number: 900, unit: Measure("m"))),
            (id: "l", name: "Longer tracks", kind: Amount, area: "rail",
             figure: Stated(number: 2, unit: Measure("km")), as_of: (date: "2031-05")),
            (id: "a", name: "Age of the line", kind: Age,
             figure: Stated(number: 3, unit: Time(Year))),
        ],
        series: [(name: "Tracks", metrics: ["t", "l"])])"#;

    fn ordered(order: MetricOrder) -> (Vec<u32>, Vec<MetricRow>) {
        let dossier = parse(DOSSIER).unwrap();
        let index = Index::build(&dossier, Catalogue::of(&dossier));
        let mut metrics = vec![0, 1, 2, 3];
        order.sort(&dossier, &index, &mut metrics);
        let rows = rows(&dossier, &index, order, &metrics);
        (metrics, rows)
    }

    #[test]
    fn each_order_puts_what_it_says_first() {
        for (order, expected) in [
            (MetricOrder::Listed, [0, 1, 2, 3]),
            (MetricOrder::Area, [1, 2, 0, 3]),
            (MetricOrder::Name, [3, 0, 2, 1]),
            (MetricOrder::Date, [2, 0, 1, 3]),
            (MetricOrder::Amount, [0, 2, 1, 3]),
        ] {
            assert_eq!(ordered(order).0, expected, "{order:?}");
        }
    }

    #[test]
    fn a_series_stands_once_and_areas_have_their_headings() {
        use MetricRow::{Heading, Pair, Series};
        assert_eq!(ordered(MetricOrder::Listed).1, [Pair(0, None), Series(0), Pair(3, None)]);
        assert_eq!(
            ordered(MetricOrder::Area).1,
            [
                Heading(Some(0)),
                Series(0),
                Heading(Some(1)),
                Pair(0, None),
                Heading(None),
                Pair(3, None),
            ]
        );
    }

    #[test]
    fn no_two_rows_share_a_key() {
        let dossier = parse(DOSSIER).unwrap();
        let rows = ordered(MetricOrder::Area).1;
        let keys: BTreeSet<u32> = rows.iter().map(|row| row.key(&dossier)).collect();
        assert_eq!(keys.len(), rows.len());
    }
}
