//! Series: two metrics at least, each in one series only, all in units that measure the same.

use std::collections::BTreeMap;

use super::{At, Findings};
use crate::dossier::formula::unit_name;
use crate::dossier::problem::Code;
use crate::dossier::{Catalogue, Dossier, Figure, ItemKind, Metric, MetricId, Unit};

pub(super) fn check(dossier: &Dossier, catalogue: &Catalogue, findings: &mut Findings) {
    let mut series_of: BTreeMap<&MetricId, usize> = BTreeMap::new();
    for (place, series) in dossier.series.iter().enumerate() {
        let at = At::item("series", place);
        if series.metrics.len() < 2 {
            let message = "a series has two metrics at least; one alone needs none";
            findings.report(&at.field("metrics"), Code::UnfitSeries, message.to_owned());
        }
        let mut first: Option<&Metric> = None;
        for (i, id) in series.metrics.iter().enumerate() {
            let at = at.element("metrics", i);
            if let Some(other) = series_of.insert(id, place) {
                let where_else = match dossier.series.get(other) {
                    Some(other_series) if other != place => {
                        format!("in the series “{}” already", other_series.name)
                    }
                    _ => "in this series already".to_owned(),
                };
                let message = format!("the metric “{id}” stands {where_else}");
                findings.report(&at, Code::RepeatedMetric, message);
            }
            let item = catalogue.find(id.as_str()).filter(|item| item.kind == ItemKind::Metric);
            let Some(metric) = item.and_then(|item| dossier.metrics.get(item.index())) else {
                continue;
            };
            let Some(first) = first else {
                first = Some(metric);
                continue;
            };
            let (one, other) = (unit_of(first), unit_of(metric));
            if !measure_the_same(one, other) {
                let message = format!(
                    "“{id}” is in {}, and “{}” in {}; a series is in one unit",
                    unit_name(other),
                    first.id,
                    unit_name(one)
                );
                findings.report(&at, Code::UnfitSeries, message);
            }
        }
    }
}

fn unit_of(metric: &Metric) -> &Unit {
    match &metric.figure {
        Figure::Stated(value) => &value.unit,
        Figure::Derived(derivation) => &derivation.unit,
    }
}

/// What is counted is named in each source's own words: there the author of the dossier decides.
fn measure_the_same(one: &Unit, other: &Unit) -> bool {
    matches!((one, other), (Unit::Count(_), Unit::Count(_))) || one.basic().0 == other.basic().0
}
