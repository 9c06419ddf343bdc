//! Draws the charts of a brief: as SVG, and as pixels made of that.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::blocks::{Bar, Chart};
use super::xml::escape;
use crate::dossier::shorten;
use crate::store::typefaces;

/// The width of a chart, in points of SVG.
pub const WIDTH: f64 = 640.0;
const LABELS: f64 = 16.0;
const BAR: f64 = 14.0;
const ROW: f64 = 46.0;
const TITLE: f64 = 30.0;
/// The longest bar leaves room for its figure.
const LONGEST: f64 = 400.0;
/// Where a source leaves a side open, the pale part is so much of the greatest value.
const OPEN_SIDE: f64 = 0.12;
/// Pixels for each point.
const SHARPNESS: f32 = 2.0;

/// The height of a chart, in points of SVG.
pub fn height(chart: &Chart) -> f64 {
    TITLE + chart.bars.len() as f64 * ROW + 8.0
}

/// A chart as SVG: what is stated is solid, what is derived an outline, what a qualifier leaves open pale.
pub fn svg(chart: &Chart) -> String {
    let height = height(chart);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" \
         viewBox=\"0 0 {WIDTH} {height}\" font-family=\"Inter, Helvetica, Arial, sans-serif\" \
         fill=\"#1e2326\"><rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#ffffff\"/>\
         <text x=\"8\" y=\"20\" font-size=\"14\" font-weight=\"600\">{}</text>",
        escape(&shorten(&chart.title, 84))
    );
    for (place, (bar, extent)) in chart.bars.iter().zip(extents(chart)).enumerate() {
        out.push_str(&drawn(bar, extent, TITLE + place as f64 * ROW));
    }
    out.push_str("</svg>");
    out
}

/// How far a bar reaches, with what is open.
fn reach(bar: &Bar) -> f64 {
    bar.open.1.unwrap_or(bar.number).max(bar.number).max(0.0)
}

/// How a bar is drawn, in shares of the room that there is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// The solid part, from nothing on.
    pub solid: f64,
    /// What a qualifier leaves open, from here to there; none where the figure is exact.
    pub open: Option<(f64, f64)>,
    /// Where the bar ends.
    pub end: f64,
}

/// The extents of a chart's bars.
pub fn extents(chart: &Chart) -> Vec<Extent> {
    let greatest = chart.bars.iter().map(reach).fold(0.0_f64, f64::max);
    let scale = if greatest > 0.0 { 1.0 / (greatest * (1.0 + OPEN_SIDE)) } else { 0.0 };
    let side = greatest * OPEN_SIDE;
    let extent = |bar: &Bar| {
        let number = bar.number.max(0.0);
        let (low, high) = bar.open;
        if low == Some(bar.number) && high == Some(bar.number) {
            return Extent { solid: number * scale, open: None, end: number * scale };
        }
        let from = low.unwrap_or(bar.number - side).clamp(0.0, number) * scale;
        let to = high.unwrap_or(bar.number + side).max(number) * scale;
        Extent { solid: from, open: Some((from, to)), end: to }
    };
    chart.bars.iter().map(extent).collect()
}

fn drawn(bar: &Bar, extent: Extent, top: f64) -> String {
    let y = top + LABELS;
    let mut out = format!(
        "<text x=\"8\" y=\"{}\" font-size=\"11\" fill=\"#5a6268\">{}</text>",
        top + 11.0,
        escape(&shorten(&bar.label, 100))
    );
    let rect = |from: f64, to: f64, look: &str| {
        let (x, width) = (8.0 + from * LONGEST, ((to - from) * LONGEST).max(1.0));
        format!("<rect x=\"{x:.1}\" y=\"{y}\" width=\"{width:.1}\" height=\"{BAR}\" {look}/>")
    };
    out.push_str(&if bar.derived {
        let look = "fill=\"none\" stroke=\"#0b6e75\" stroke-width=\"1.5\" stroke-dasharray=\"4 3\"";
        rect(0.0, extent.end, look)
    } else {
        rect(0.0, extent.solid, "fill=\"#0b6e75\"")
    });
    if let Some((from, to)) = extent.open {
        out.push_str(&rect(from, to, "fill=\"#0b6e75\" fill-opacity=\"0.3\""));
    }
    let derived = if bar.derived { " (derived)" } else { "" };
    out.push_str(&format!(
        "<text x=\"{:.1}\" y=\"{}\" font-size=\"12\" font-weight=\"600\">{}{derived}</text>",
        8.0 + extent.end * LONGEST + 8.0,
        y + 11.0,
        escape(&shorten(&bar.value, 30))
    ));
    out
}

/// A picture as PNG, and its size in pixels.
pub type Drawn = (Vec<u8>, (u32, u32));

/// Charts as PNG; `None` where one can't be drawn.
pub fn pngs<'c>(charts: impl Iterator<Item = &'c Chart>) -> Vec<Option<Drawn>> {
    let mut charts = charts.peekable();
    if charts.peek().is_none() {
        return Vec::new();
    }
    let options = Options { fontdb: Arc::new(typefaces::database()), ..Options::default() };
    charts.map(|chart| png(chart, &options)).collect()
}

fn png(chart: &Chart, options: &Options<'_>) -> Option<Drawn> {
    let tree = Tree::from_str(&svg(chart), options).ok()?;
    let size = tree.size().to_int_size().scale_by(SHARPNESS)?;
    let mut pixels = Pixmap::new(size.width(), size.height())?;
    resvg::render(&tree, Transform::from_scale(SHARPNESS, SHARPNESS), &mut pixels.as_mut());
    Some((pixels.encode_png().ok()?, (size.width(), size.height())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(number: f64, open: (Option<f64>, Option<f64>), derived: bool) -> Bar {
        let value = format!("{number} <b>tonnes</b>");
        Bar { label: "Freight & more, 2031".into(), value, number, open, derived }
    }

    #[test]
    fn what_a_qualifier_leaves_open_is_told_from_what_is_stated() {
        let bars = vec![
            bar(90.0, (None, Some(90.0)), false),
            bar(45.0, (Some(45.0), Some(45.0)), false),
            bar(80.0, (Some(80.0), None), false),
        ];
        let extents = extents(&Chart { title: String::new(), bars });
        let share = |number: f64| number / (90.0 * (1.0 + OPEN_SIDE));
        let near = |one: f64, other: f64| (one - other).abs() < 1e-9;
        let (from, to) = extents[0].open.unwrap();
        assert!(near(to, share(90.0)) && near(from, share(90.0 - 90.0 * OPEN_SIDE)));
        assert!(extents[1].open.is_none() && near(extents[1].solid, share(45.0)));
        assert!(extents[2].end > share(80.0) && near(extents[2].solid, share(80.0)));
    }

    #[test]
    fn a_chart_is_drawn_with_its_words_whatever_they_are() {
        let chart = Chart {
            title: "Freight\u{0} <script>".into(),
            bars: vec![
                bar(40.0, (None, Some(40.0)), false),
                bar(36.9, (Some(36.9), Some(36.9)), true),
                bar(0.0, (Some(0.0), Some(0.0)), false),
                bar(-3.0, (None, None), false),
            ],
        };
        let drawn = svg(&chart);
        assert!(drawn.contains("Freight\u{fffd} &lt;script&gt;"), "{drawn}");
        let (png, size) = pngs([&chart].into_iter()).remove(0).unwrap();
        let read = image::load_from_memory(&png).unwrap();
        assert_eq!((read.width(), read.height()), size);
        let teal = read.to_rgb8().pixels().filter(|p| p.0 == [11, 110, 117]).count();
        assert!(teal > 1_000, "{teal}");
    }
}
