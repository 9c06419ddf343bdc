//! The charts of a brief: which figures stand in one, and what stands below it.

use rust_decimal::prelude::ToPrimitive;

use super::blocks::{Bar, Chart, Line, Span};
use super::compose::Composer;
use crate::dossier::measures::Sort;
use crate::dossier::{Item, ItemKind, Point, Series};

impl Composer<'_> {
    /// The charts of metrics, with what they say in words. A metric of a series brings the series;
    /// others stand together as long as they have one unit.
    pub(super) fn drawn(&mut self, metrics: &[usize]) -> Vec<(Chart, Line)> {
        let m = self.material;
        let mut groups: Vec<(Option<usize>, Option<Sort>, Vec<usize>)> = Vec::new();
        for metric in metrics {
            let series = m.index.series_of_metric(*metric);
            let unit = m.index.value_of(m.dossier, *metric).map(|value| value.unit.basic().0);
            match groups.last_mut() {
                Some((known, _, _)) if series.is_some() && *known == series => {}
                Some((None, known, others)) if series.is_none() && *known == unit => {
                    others.push(*metric);
                }
                _ => groups.push((series, unit, vec![*metric])),
            }
        }
        let chart = |(series, _, metrics): (Option<usize>, Option<Sort>, Vec<usize>)| {
            let series = series.and_then(|place| m.dossier.series.get(place)).cloned();
            self.chart(&series.unwrap_or_else(|| self.one_unit(&metrics)))
        };
        groups.into_iter().map(chart).collect()
    }

    /// Metrics of one unit that no series holds together.
    fn one_unit(&self, metrics: &[usize]) -> Series {
        let all = &self.material.dossier.metrics;
        let metrics: Vec<_> = metrics.iter().filter_map(|place| all.get(*place)).collect();
        let names: Vec<&str> = metrics.iter().map(|metric| metric.name.as_str()).collect();
        Series {
            name: names.join("; "),
            metrics: metrics.iter().map(|metric| metric.id.clone()).collect(),
        }
    }

    fn chart(&mut self, series: &Series) -> (Chart, Line) {
        let m = self.material;
        let points = series.points(m.dossier, m.index);
        let mut chart = Chart { title: series.name.clone(), bars: Vec::new() };
        let mut caption = vec![Span::Strong(format!("{}: ", series.name))];
        for point in &points {
            let Some(bar) = self.bar(point) else { continue };
            if !chart.bars.is_empty() {
                caption.push(Span::Text("; ".to_owned()));
            }
            let derived = if bar.derived { " (derived)" } else { "" };
            caption.push(Span::Text(format!("{}, {}{derived}", bar.label, bar.value)));
            self.cite_item(&mut caption, Item::new(ItemKind::Metric, point.metric));
            chart.bars.push(bar);
        }
        (chart, caption)
    }

    fn bar(&self, point: &Point) -> Option<Bar> {
        let m = self.material;
        let metric = m.dossier.metrics.get(point.metric)?;
        let value = m.index.value_of(m.dossier, point.metric)?;
        let when = metric.date().map(ToString::to_string);
        let label = when.map_or(metric.name.clone(), |when| format!("{}, {when}", metric.name));
        Some(Bar {
            label,
            value: value.to_string(),
            number: point.number.to_f64()?,
            open: (
                point.bounds.low.and_then(|low| low.to_f64()),
                point.bounds.high.and_then(|high| high.to_f64()),
            ),
            derived: point.derived,
        })
    }
}
