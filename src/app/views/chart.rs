//! A series as a chart: bars, or a line where enough dates are known. What is stated is solid, what is
//! derived dashed, and what a qualifier leaves open is pale.

use egui::text::LayoutJob;
use egui::{Align, Color32, Pos2, RichText, Sense, Stroke, Ui, Vec2};
use egui_plot::{
    Line, LineStyle, MarkerShape, Plot, PlotPoint, PlotPoints, PlotTransform, PlotUi, Points,
    Polygon,
};

use jiff::civil::Date;
use rust_decimal::prelude::ToPrimitive;

use crate::app::state::Document;
use crate::app::theme::{self, Tokens, font};
use crate::app::widgets::controls::quiet;
use crate::dossier::{Item, ItemKind, Point, shorten};

/// The height of the drawing, in points.
const HEIGHT: f32 = 92.0;
/// With more values than this, bars are named by their number in the list above.
pub(super) const MOST_NAMED: usize = 4;
/// Where a source leaves a side open, the pale part is so much of the greatest value.
const OPEN_SIDE: f64 = 0.12;
/// Half the width of a bar, of the way from one to the next.
const HALF_BAR: f64 = 0.3;

/// Shows the points of a series; the metric whose point was chosen, by its place. `name` is what a
/// screen reader calls the chart.
pub(super) fn chart(
    ui: &mut Ui,
    document: &Document,
    name: &str,
    points: &[Point],
) -> Option<usize> {
    let drawn = Drawn::of(ui, document, points)?;
    let greatest = drawn.greatest();
    let plot = Plot::new(("series", points.first().map(|point| point.metric)))
        .height(HEIGHT)
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_crosshair(false)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .label_formatter(|_| None)
        .set_margin_fraction(Vec2::ZERO)
        .sense(Sense::click());
    let (first, last) = drawn.range();
    let shown = plot.show(ui, |plot| {
        plot.set_plot_bounds_x(first..=last);
        plot.set_plot_bounds_y(drawn.lowest()..=greatest * (1.0 + 2.0 * OPEN_SIDE));
        plot.line(line(vec![[first, 0.0], [last, 0.0]], Stroke::new(1.0, drawn.tokens.line)));
        if drawn.is_line {
            drawn.line(plot);
        } else {
            drawn.bars(plot);
        }
    });
    let response = shown.response.accessible_name(name);
    let below = drawn.captions(ui, &shown.transform);
    ui.add_space(below);
    let near = response.hover_pos().and_then(|pointer| drawn.nearest(&shown.transform, pointer));
    if let Some(mark) = near {
        let clicked = response.clicked();
        response
            .on_hover_cursor(egui::CursorIcon::PointingHand)
            .on_hover_ui_at_pointer(|ui| words(ui, document, mark.metric));
        return clicked.then_some(mark.metric);
    }
    None
}

/// A point as it is drawn.
struct Mark {
    metric: usize,
    /// Its place on the horizontal axis: a number in the list, or a day.
    at: f64,
    number: f64,
    low: Option<f64>,
    high: Option<f64>,
    derived: bool,
    colour: Color32,
    caption: String,
    figure: String,
    /// The same without its unit, for narrow places.
    short_figure: String,
}

struct Drawn {
    marks: Vec<Mark>,
    is_line: bool,
    tokens: &'static Tokens,
}

impl Drawn {
    fn of(ui: &Ui, document: &Document, points: &[Point]) -> Option<Self> {
        let tokens = theme::tokens(ui);
        let is_line = is_line(points);
        let mut marks: Vec<Mark> = Vec::with_capacity(points.len());
        for (place, point) in points.iter().enumerate() {
            let value = document.index.value_of(&document.dossier, point.metric)?;
            let day = point
                .day
                .filter(|_| is_line)
                .map(|day| day.duration_since(Date::ZERO).as_hours() as f64 / 24.0);
            marks.push(Mark {
                metric: point.metric,
                at: day.unwrap_or(place as f64),
                number: float(point.number)?,
                low: point.bounds.low.and_then(float),
                high: point.bounds.high.and_then(float),
                derived: point.derived,
                colour: colour(document, tokens, point.metric),
                caption: caption(document, points, place, is_line),
                figure: value.figure(),
                short_figure: value.number_with_symbol(),
            });
        }
        marks.sort_by(|one, other| one.at.total_cmp(&other.at));
        (marks.len() > 1).then_some(Self { marks, is_line, tokens })
    }

    /// From where to where the horizontal axis goes.
    fn range(&self) -> (f64, f64) {
        let first = self.marks.first().map_or(0.0, |mark| mark.at);
        let last = self.marks.last().map_or(1.0, |mark| mark.at);
        let margin = if self.is_line { (last - first) * 0.1 } else { 0.5 };
        (first - margin, last + margin)
    }

    fn greatest(&self) -> f64 {
        self.marks.iter().map(|mark| mark.number.abs()).fold(f64::MIN_POSITIVE, f64::max)
    }

    fn lowest(&self) -> f64 {
        self.marks.iter().map(|mark| mark.number).fold(0.0, f64::min)
    }

    fn bars(&self, plot: &mut PlotUi<'_>) {
        let greatest = self.greatest();
        for mark in &self.marks {
            let (sure, reach) = mark.range(greatest * OPEN_SIDE);
            let colour = mark.colour;
            plot.polygon(bar(mark.at, 0.0, reach, colour.gamma_multiply(0.22), Stroke::NONE));
            if mark.derived {
                let outline =
                    bar(mark.at, 0.0, mark.number, Color32::TRANSPARENT, Stroke::new(1.2, colour));
                plot.polygon(outline.style(LineStyle::Dashed { length: 4.0 }));
            } else {
                plot.polygon(bar(mark.at, 0.0, sure, colour, Stroke::NONE));
                plot.line(across(mark.at, mark.number, Stroke::new(1.2, colour)));
            }
        }
    }

    fn line(&self, plot: &mut PlotUi<'_>) {
        let greatest = self.greatest();
        for pair in self.marks.windows(2) {
            let [one, other] = pair else { continue };
            let ends = vec![[one.at, one.number], [other.at, other.number]];
            let alike = one.colour == other.colour;
            let colour = if alike { one.colour } else { self.tokens.accent };
            let way = line(ends, Stroke::new(1.6, colour));
            let derived = one.derived || other.derived;
            let style = if derived { LineStyle::Dashed { length: 4.0 } } else { LineStyle::Solid };
            plot.line(way.style(style));
        }
        for mark in &self.marks {
            let (low, high) = mark.range(greatest * OPEN_SIDE);
            if low < high {
                let pale = Stroke::new(7.0, mark.colour.gamma_multiply(0.28));
                plot.line(line(vec![[mark.at, low], [mark.at, high]], pale));
            }
            let point = Points::new("", PlotPoints::new(vec![[mark.at, mark.number]]));
            let point = point.shape(MarkerShape::Circle).radius(4.0).color(mark.colour);
            plot.points(point.filled(!mark.derived).allow_hover(false));
        }
    }

    /// Figures above the marks and captions below, where there is room for them; how much room the
    /// captions took, in points.
    fn captions(&self, ui: &Ui, transform: &PlotTransform) -> f32 {
        let mut taken: f32 = 0.0;
        let greatest = self.greatest();
        let place = |mark: &Mark| {
            let top = mark.range(greatest * OPEN_SIDE).1.max(0.0);
            transform.position_from_point(&PlotPoint::new(mark.at, top))
        };
        let frame = *transform.frame();
        let slot = frame.width() / self.marks.len() as f32;
        let room = if self.is_line { slot.max(64.0) } else { slot } - 6.0;
        let mut free_from = f32::NEG_INFINITY;
        for mark in &self.marks {
            let at = place(mark);
            let left = at.x - room / 2.0;
            if self.is_line && left < free_from {
                continue;
            }
            free_from = at.x + room / 2.0;
            let label = |text: &str, ink: Color32, rows: usize| {
                let mut job = LayoutJob::simple(text.to_owned(), font::caption(), ink, room);
                job.halign = Align::Center;
                job.wrap.max_rows = rows;
                ui.painter().layout_job(job)
            };
            let mut figure = label(&mark.figure, self.tokens.ink, 1);
            if figure.elided {
                figure = label(&mark.short_figure, self.tokens.ink, 1);
            }
            let above = Pos2::new(at.x, at.y - figure.size().y - 4.0);
            ui.painter().galley(above, figure, self.tokens.ink);
            let caption = label(&mark.caption, self.tokens.second_ink, 2);
            let below = Pos2::new(at.x, frame.bottom() + 3.0);
            taken = taken.max(caption.size().y + 4.0);
            ui.painter().galley(below, caption, self.tokens.second_ink);
        }
        taken
    }

    fn nearest(&self, transform: &PlotTransform, pointer: Pos2) -> Option<&Mark> {
        let away = |mark: &Mark| (transform.position_from_point_x(mark.at) - pointer.x).abs();
        let nearest = self.marks.iter().min_by(|one, other| away(one).total_cmp(&away(other)))?;
        (away(nearest) < transform.frame().width() / self.marks.len() as f32 / 2.0)
            .then_some(nearest)
    }
}

impl Mark {
    /// From where to where the number may lie; a side that is left open gets so much.
    fn range(&self, open: f64) -> (f64, f64) {
        let low = self.low.unwrap_or(self.number - open);
        let high = self.high.unwrap_or(self.number + open);
        (low.min(self.number), high.max(self.number))
    }
}

/// Whether a line says more than bars: three dates at least, no two the same.
fn is_line(points: &[Point]) -> bool {
    let mut days: Vec<Date> = points.iter().filter_map(|point| point.day).collect();
    days.sort_unstable();
    days.dedup();
    days.len() == points.len() && points.len() > 2
}

fn float(number: rust_decimal::Decimal) -> Option<f64> {
    number.to_f64().filter(|number| number.is_finite())
}

/// The colour of the source that states it, where one alone does.
fn colour(document: &Document, tokens: &Tokens, metric: usize) -> Color32 {
    let item = Item::new(ItemKind::Metric, metric);
    let quotations = document.index.quotations_of(&document.dossier, item);
    let mut sources: Vec<usize> =
        quotations.into_iter().map(|quotation| document.index.source_of(quotation)).collect();
    sources.dedup();
    match sources.as_slice() {
        [one] => tokens.source(*one),
        _ => tokens.accent,
    }
}

/// The year or day where points differ in it; else the name of a metric, or its number in the list.
fn caption(document: &Document, points: &[Point], place: usize, is_line: bool) -> String {
    let metric = points.get(place).and_then(|point| document.dossier.metrics.get(point.metric));
    let Some(metric) = metric else { return String::new() };
    match metric.date() {
        Some(date) if is_line => date.to_string(),
        _ if points.len() > MOST_NAMED => (place + 1).to_string(),
        _ => {
            let derived = if metric.derivation().is_some() { "derived: " } else { "" };
            format!("{derived}{}", metric.name)
        }
    }
}

fn bar(at: f64, from: f64, to: f64, fill: Color32, stroke: Stroke) -> Polygon<'static> {
    let (left, right) = (at - HALF_BAR, at + HALF_BAR);
    let corners = vec![[left, from], [left, to], [right, to], [right, from]];
    Polygon::new("", PlotPoints::new(corners)).fill_color(fill).stroke(stroke).allow_hover(false)
}

fn across(at: f64, height: f64, stroke: Stroke) -> Line<'static> {
    line(vec![[at - HALF_BAR, height], [at + HALF_BAR, height]], stroke)
}

fn line(points: Vec<[f64; 2]>, stroke: Stroke) -> Line<'static> {
    Line::new("", PlotPoints::new(points)).stroke(stroke).allow_hover(false)
}

/// What a point stands on: the words of its sources, or its arithmetic.
fn words(ui: &mut Ui, document: &Document, metric: usize) {
    ui.set_max_width(360.0);
    let Some(figure) = document.dossier.metrics.get(metric) else { return };
    let tokens = theme::tokens(ui);
    let value = document.index.value_of(&document.dossier, metric);
    let value = value.map(ToString::to_string).unwrap_or_default();
    ui.label(RichText::new(value).font(font::name()).color(tokens.ink));
    quiet(ui, figure.name.as_str());
    if let Some(Ok(derived)) = document.index.derived.get(&metric) {
        quiet(ui, format!("derived = {}", derived.arithmetic));
        if let Some(consequence) = &derived.consequence {
            quiet(ui, format!("as the inputs are qualified: {consequence}"));
        }
    }
    for citation in &figure.quotations {
        let quoted = document.index.quotation(&document.dossier, citation);
        let Some((place, quotation)) = quoted else { continue };
        let exact = citation.words.as_deref().unwrap_or(&quotation.selector.exact);
        let words = RichText::new(format!("“{}”", shorten(exact, 200)));
        ui.label(words.font(font::quotation()).color(tokens.ink));
        let source = document.dossier.sources.get(document.index.source_of(place));
        quiet(ui, source.map_or("", |source| source.publisher.as_str()));
    }
}
