//! Fields that have a form of their own: dates, fingerprints, links, images, units, names.

use super::{At, Findings};
use crate::dossier::problem::Code;
use crate::dossier::{
    Dossier, Figure, FindingKind, Metric, MetricKind, PartialDate, Period, Topic, Unit, Value,
    When, is_web_address,
};
use crate::text::DateError;

pub(super) fn check(dossier: &Dossier, findings: &mut Findings) {
    let mut fields = Fields { findings };
    fields.text(&At::top("title"), &dossier.title, "the title");
    fields.maybe_date(&At::top("compiled"), dossier.compiled.as_ref());
    for (place, statement) in dossier.summary.iter().enumerate() {
        fields.text(&At::item("summary", place).field("text"), &statement.text, "the text");
    }
    for (place, area) in dossier.areas.iter().enumerate() {
        fields.text(&At::item("areas", place).field("name"), &area.name, "the name");
    }
    fields.sources(dossier);
    for (place, quotation) in dossier.quotations.iter().enumerate() {
        let at = At::item("quotations", place);
        if let Some(said) = &quotation.said {
            fields.when(&at.field("said"), said);
        }
        if let Some(origin) = &quotation.origin {
            fields.text(&at.field("origin"), origin, "the origin");
        }
    }
    fields.entities(dossier);
    for (place, metric) in dossier.metrics.iter().enumerate() {
        fields.metric(&At::item("metrics", place), metric);
    }
    for (place, series) in dossier.series.iter().enumerate() {
        fields.text(&At::item("series", place).field("name"), &series.name, "the name");
    }
    for (place, event) in dossier.events.iter().enumerate() {
        let at = At::item("events", place);
        fields.text(&at.field("name"), &event.name, "the name");
        fields.when(&at.field("when"), &event.when);
    }
    for (place, topic) in dossier.topics.iter().enumerate() {
        fields.topic(&At::item("topics", place), topic);
    }
}

struct Fields<'d> {
    findings: &'d mut Findings,
}

impl Fields<'_> {
    fn text(&mut self, at: &At<'_>, text: &str, what: &str) {
        if text.trim().is_empty() {
            self.findings.report(at, Code::EmptyText, format!("{what} is empty"));
        }
    }

    fn sources(&mut self, dossier: &Dossier) {
        for (place, source) in dossier.sources.iter().enumerate() {
            let at = At::item("sources", place);
            self.text(&at.field("title"), &source.title, "the title");
            self.text(&at.field("publisher"), &source.publisher, "the publisher");
            if let Some(standing) = &source.standing {
                self.text(&at.field("standing"), standing, "the standing");
            }
            for name in source.author.names() {
                self.text(&at.field("author"), name, "the author");
            }
            if let Some(origin) = &source.origin {
                self.text(&at.field("origin"), origin, "the origin");
            }
            self.maybe_date(&at.field("published"), source.published.as_ref());
            let hexadecimal = source.sha256.bytes().all(|b| b.is_ascii_hexdigit());
            if source.sha256.len() != 64 || !hexadecimal {
                let message = if source.sha256.is_empty() {
                    "the source has no fingerprint; `sha256sum` of its text gives one".to_owned()
                } else {
                    "the fingerprint is not a SHA-256: 64 hexadecimal digits".to_owned()
                };
                self.findings.report(&at.field("sha256"), Code::NoFingerprint, message);
            }
            if source.url.as_deref().is_some_and(|url| !is_web_address(url)) {
                let message = "a link starts with https:// or http://".to_owned();
                self.findings.report(&at.field("url"), Code::UnsafeLink, message);
            }
        }
    }

    fn entities(&mut self, dossier: &Dossier) {
        for (place, entity) in dossier.entities.iter().enumerate() {
            let at = At::item("entities", place);
            self.text(&at.field("name"), &entity.name, "the name");
            for (i, fact) in entity.facts.iter().enumerate() {
                let at = at.element("facts", i);
                self.text(&at.field("label"), &fact.label, "the label");
                self.text(&at.field("value"), &fact.value, "the value");
            }
            if let Some(image) = &entity.image
                && !stays_inside(image)
            {
                let message = format!(
                    "the image “{image}” leaves the dossier's folder; give a path below it, such as \
                     images/flag.png"
                );
                self.findings.report(&at.field("image"), Code::ImageOutside, message);
            }
        }
    }

    fn metric(&mut self, at: &At<'_>, metric: &Metric) {
        self.text(&at.field("name"), &metric.name, "the name");
        let figure = at.field("figure");
        match &metric.figure {
            Figure::Stated(value) => {
                self.unit(&figure.field("unit"), metric.kind, &value.unit);
                self.range(&figure, value);
                self.number(&figure.field("number"), metric.kind, value);
            }
            Figure::Derived(derivation) => {
                if derivation.inputs.is_empty() {
                    let message =
                        "the derived metric has no input; name the metrics it follows from";
                    self.findings.report(
                        &figure.field("inputs"),
                        Code::NoInput,
                        message.to_owned(),
                    );
                }
                self.unit(&figure.field("unit"), metric.kind, &derivation.unit);
            }
        }
        if let Some(change) = &metric.change {
            let at = at.field("change");
            let by = at.field("by");
            self.text(&at.field("basis"), &change.basis, "the basis");
            let own = metric.stated().map(|value| &value.unit);
            let unit = &change.by.unit;
            if !matches!(unit, Unit::Percent | Unit::PercentagePoints) && own != Some(unit) {
                let message = "a change is in Percent, in PercentagePoints or in the figure's own \
                               unit"
                    .to_owned();
                self.findings.report(&by.field("unit"), Code::UnitMismatch, message);
            }
            self.range(&by, &change.by);
            if change.by.number.0.is_sign_negative() {
                let message = "the number is negative; say which way with `direction`".to_owned();
                self.findings.report(&by.field("number"), Code::ImpossibleNumber, message);
            }
        }
        if let Some(period) = &metric.period {
            self.period(&at.field("period"), period);
        }
        if let Some(when) = &metric.as_of {
            self.when(&at.field("as_of"), when);
        }
    }

    fn unit(&mut self, at: &At<'_>, kind: MetricKind, unit: &Unit) {
        if !kind.fits(unit) {
            let message = format!(
                "the unit does not fit: figures of kind {} are in {}",
                kind.name(),
                kind.fitting_units()
            );
            self.findings.report(at, Code::UnitMismatch, message);
        }
    }

    fn range(&mut self, at: &At<'_>, value: &Value) {
        if let Some(to) = value.to
            && to <= value.number
        {
            let message = format!(
                "the range ends at {to}, which is not above {}; `to` is its larger end",
                value.number
            );
            self.findings.report(&at.field("to"), Code::ImpossibleNumber, message);
        }
    }

    fn number(&mut self, at: &At<'_>, kind: MetricKind, value: &Value) {
        let number = value.number.0;
        let message = match kind {
            MetricKind::Count
                if kind.fits(&value.unit)
                    && value.in_base_unit().is_some_and(|n| !n.fract().is_zero()) =>
            {
                format!("{number} is not a whole number, and a count is one")
            }
            MetricKind::Growth => return,
            _ if number.is_sign_negative() && !number.is_zero() => {
                format!("{number} is negative; figures of kind {} are not", kind.name())
            }
            _ => return,
        };
        self.findings.report(at, Code::ImpossibleNumber, message);
    }

    fn topic(&mut self, at: &At<'_>, topic: &Topic) {
        self.text(&at.field("question"), &topic.question, "the question");
        let finding = at.field("finding");
        self.text(&finding.field("reason"), &topic.finding.reason, "the reason");
        let answering = topic.answers.iter().filter(|a| !a.quotations.is_empty()).count();
        let founded = match topic.finding.kind {
            FindingKind::OneSource => answering == 1,
            FindingKind::Agree | FindingKind::Differ => answering >= 2,
        };
        if !founded {
            let message = format!(
                "the finding says “{}”, but sources that answer with a quotation number {answering}",
                topic.finding.kind.name()
            );
            self.findings.report(&finding.field("kind"), Code::FindingUnfounded, message);
        }
    }

    fn maybe_date(&mut self, at: &At<'_>, date: Option<&PartialDate>) {
        if let Some(date) = date {
            self.date(at, date);
        }
    }

    fn date(&mut self, at: &At<'_>, date: &PartialDate) {
        if let PartialDate::Unreadable(text) = date {
            let why = text.parse::<PartialDate>().err().unwrap_or(DateError::Form);
            let message = format!("“{text}” is not a date: {why}");
            self.findings.report(at, Code::ImpossibleDate, message);
        }
    }

    fn when(&mut self, at: &At<'_>, when: &When) {
        self.maybe_date(&at.field("date"), when.date.as_ref());
        self.maybe_date(&at.field("from"), when.from.as_ref());
        self.maybe_date(&at.field("to"), when.to.as_ref());
        if let (Some(date), Some(_)) = (&when.date, when.from.as_ref().or(when.to.as_ref())) {
            let message = format!(
                "there is a `date` beside `from` or `to`; what lasted has `from` and `to` alone, and \
                 what was on {date} has `date` alone"
            );
            self.findings.report(&at.field("date"), Code::DateAndStretch, message);
        }
        self.in_order(at, when.from.as_ref(), when.to.as_ref(), "what happened");
        let words = when.words.as_deref().unwrap_or("").trim();
        if when.start().is_none() && when.to.is_none() && words.is_empty() {
            let message =
                "there is neither a date nor the source's words for one; leave the field \
                           out if nothing is known"
                    .to_owned();
            self.findings.report(at, Code::EmptyDate, message);
        }
    }

    fn period(&mut self, at: &At<'_>, period: &Period) {
        self.maybe_date(&at.field("from"), period.from.as_ref());
        self.maybe_date(&at.field("to"), period.to.as_ref());
        self.in_order(at, period.from.as_ref(), period.to.as_ref(), "the period");
    }

    fn in_order(
        &mut self,
        at: &At<'_>,
        from: Option<&PartialDate>,
        to: Option<&PartialDate>,
        what: &str,
    ) {
        let start = from.and_then(PartialDate::bounds);
        let end = to.and_then(PartialDate::bounds);
        if let (Some((start, _)), Some((_, end))) = (start, end)
            && end <= start
        {
            let message = format!("{what} ends before it begins");
            self.findings.report(&at.field("to"), Code::PeriodReversed, message);
        }
    }
}

/// Whether a path can only lead to a place below the folder it starts in, on any system.
fn stays_inside(path: &str) -> bool {
    !path.is_empty()
        && !path.contains(['\\', ':', '\0'])
        && path.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
}

#[cfg(test)]
mod tests {
    use super::stays_inside;

    #[test]
    fn image_paths_stay_below_the_folder_on_any_system() {
        for inside in ["flag.png", "images/flags/cn.png", "фото/а.png", "a..b/c.png"] {
            assert!(stays_inside(inside), "{inside}");
        }
        for outside in [
            "",
            "/etc/x.png",
            "../x.png",
            "a/../../x.png",
            "C:\\x.png",
            "a\\b.png",
            "a//b",
            "./a",
            "c:x",
        ] {
            assert!(!stays_inside(outside), "{outside}");
        }
    }
}
