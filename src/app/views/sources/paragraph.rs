//! One paragraph of a source's text: quotations underlined in the source's colour, the words that
//! count marked, and a selection led by the pointer.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, CursorIcon, Galley, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo};

use crate::anchor::Span;
use crate::app::theme::{self, Tokens, font};

/// What is marked in a text, in its characters.
#[derive(Default)]
pub(super) struct Markings<'a> {
    /// The source's place, for its colour.
    pub(super) source: usize,
    /// Quotations by where they begin.
    pub(super) quotations: &'a [(Span, u32)],
    /// The quotation in focus.
    pub(super) focus: Option<Span>,
    /// The words of it that count.
    pub(super) counting: Vec<Span>,
    /// What the other pane's focus is answered by.
    pub(super) counterpart: Option<Span>,
    /// Stretches that the analyst annotated or pinned.
    pub(super) passages: &'a [Span],
    /// Where a doubtful quotation may stand.
    pub(super) candidates: Vec<Span>,
    /// Words that were looked for.
    pub(super) found: &'a [Span],
    /// The one of them that is shown.
    pub(super) current: Option<Span>,
    /// The selection.
    pub(super) selection: Option<Span>,
}

/// A paragraph that was laid out.
pub(super) struct Shown {
    pub(super) response: Response,
    rect: Rect,
    galley: Arc<Galley>,
    start: u32,
}

impl Shown {
    /// The character of the text under the pointer.
    pub(super) fn character_at(&self, at: egui::Pos2) -> u32 {
        self.start + self.galley.cursor_from_pos(at - self.rect.min).index.0 as u32
    }

    /// Where a span stands on the screen: the part of it in its first line.
    pub(super) fn line_of(&self, span: Span) -> Rect {
        let at = |character: u32| {
            let index = character.saturating_sub(self.start) as usize;
            self.galley.pos_from_cursor(egui::text::CCursor::new(egui::text::CharIndex(index)))
        };
        let (first, last) = (at(span.start), at(span.end));
        let right = if last.min.y > first.min.y {
            self.galley.size().x
        } else {
            last.max.x.max(first.max.x)
        };
        let line = Rect::from_min_max(first.min, egui::pos2(right, first.max.y));
        line.translate(self.rect.min.to_vec2())
    }
}

/// Lays out a paragraph that begins with a character of the text, and draws it.
pub(super) fn show(
    ui: &mut Ui,
    words: &str,
    start: u32,
    marks: &Markings<'_>,
    head: bool,
) -> Shown {
    let mut job = layout(ui, words, start, marks, head);
    job.wrap.max_width = ui.available_width();
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    if ui.is_rect_visible(rect) {
        ui.painter().galley(rect.min, Arc::clone(&galley), Color32::PLACEHOLDER);
    }
    let response = response.on_hover_cursor(CursorIcon::Text);
    Shown { response, rect, galley, start }
}

fn layout(ui: &Ui, words: &str, start: u32, marks: &Markings<'_>, head: bool) -> LayoutJob {
    let tokens = theme::tokens(ui);
    let count = words.chars().count() as u32;
    let here = Span { start, end: start + count };
    let mut cuts = vec![0, count];
    let mut cut = |span: &Span| {
        for place in [span.start, span.end] {
            if (here.start..here.end).contains(&place) {
                cuts.push(place - start);
            }
        }
    };
    let quotations = touching(marks.quotations, here);
    for (span, _) in quotations {
        cut(span);
    }
    let others = marks.passages.iter().chain(marks.found).chain(&marks.counting);
    others.chain(&marks.candidates).for_each(&mut cut);
    marks
        .focus
        .iter()
        .chain(&marks.current)
        .chain(&marks.selection)
        .chain(&marks.counterpart)
        .for_each(&mut cut);
    cuts.sort_unstable();
    cuts.dedup();
    let bytes: Vec<usize> =
        words.char_indices().map(|(byte, _)| byte).chain([words.len()]).collect();
    let mut job = LayoutJob::default();
    for pair in cuts.windows(2) {
        let [from, to] = *pair else { continue };
        let byte = |character: u32| bytes.get(character as usize).copied().unwrap_or(words.len());
        let Some(stretch) = words.get(byte(from)..byte(to)) else { continue };
        let within = |span: &Span| span.start <= start + from && start + to <= span.end;
        let quoted = quotations.iter().any(|(span, _)| within(span));
        let format = format(tokens, marks, &within, quoted, head);
        job.append(stretch, 0.0, format);
    }
    job
}

/// The quotations that touch a stretch. They are in the order of their beginnings, and none is longer
/// than a paragraph or two.
fn touching(quotations: &[(Span, u32)], here: Span) -> &[(Span, u32)] {
    const LONGEST: u32 = 4_000;
    let first = quotations.partition_point(|(span, _)| span.start + LONGEST < here.start);
    let last = quotations.partition_point(|(span, _)| span.start < here.end);
    quotations.get(first..last.max(first)).unwrap_or_default()
}

fn format(
    tokens: &Tokens,
    marks: &Markings<'_>,
    within: &dyn Fn(&Span) -> bool,
    quoted: bool,
    head: bool,
) -> TextFormat {
    let colour = tokens.source(marks.source);
    let any = |spans: &[Span]| spans.iter().any(within);
    let one = |span: &Option<Span>| span.as_ref().is_some_and(within);
    let ink = if quoted { tokens.ink } else { tokens.second_ink };
    let font = if head { font::headline() } else { font::quotation() };
    let line = Some(font::QUOTATION_LINE);
    let mut format = TextFormat { line_height: line, ..TextFormat::simple(font, ink) };
    // The ground of a line must not cover the rule under the line above it.
    format.expand_bg = 0.0;
    if quoted {
        format.background = tokens.source_soft(marks.source);
        format.underline = Stroke::new(if one(&marks.focus) { 2.5 } else { 1.0 }, colour);
    }
    if any(marks.passages) {
        format.background = tokens.accent_soft;
        format.underline = Stroke::new(1.5, tokens.accent);
    }
    if any(&marks.candidates) {
        format.background = tokens.warn_soft;
        format.underline = Stroke::new(1.5, tokens.warn);
    }
    if any(&marks.counting) || one(&marks.counterpart) {
        format.background = tokens.highlight;
        format.color = tokens.ink;
    }
    if any(marks.found) {
        format.background = tokens.highlight;
        format.color = tokens.ink;
    }
    if one(&marks.current) {
        format.underline = Stroke::new(2.5, tokens.accent);
    }
    if one(&marks.selection) {
        format.background = tokens.selection;
        format.color = tokens.ink;
    }
    format
}
