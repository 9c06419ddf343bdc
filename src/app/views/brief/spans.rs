//! A line of a brief on screen: its notes lead to their words, its links to the web.

use std::ops::Range;

use egui::text::{CCursor, LayoutJob, TextFormat};
use egui::{Align, Color32, CursorIcon, Galley, OpenUrl, Pos2, Rect, Role, Sense, Ui, WidgetInfo};

use crate::app::action::{Action, Actions};
use crate::app::state::Document;
use crate::app::theme::{self, font};
use crate::brief::{Cited, Composition, Footnote, Line, Span};

/// The height of a line, as a part of the size of its letters.
const LEADING: f32 = 1.38;

/// Shows a line in a serif of this size.
pub(super) fn line(
    ui: &mut Ui,
    document: &Document,
    composition: &Composition,
    line: &Line,
    size: f32,
    actions: &mut Actions,
) {
    let (mut job, active) = laid_out(ui, composition, line, size);
    job.wrap.max_width = ui.available_width();
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, galley.text()));
    if ui.is_rect_visible(rect) {
        ui.painter().galley(rect.min, galley.clone(), Color32::PLACEHOLDER);
    }
    for (place, span) in active {
        let Some(span) = line.get(span) else { continue };
        let stretch = stretch(&galley, rect.min, &place);
        let response = ui.interact(stretch, response.id.with(place.start), Sense::click());
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        match span {
            Span::Note(number) => {
                let Some(footnote) = composition.footnotes.get(*number) else { continue };
                let name = format!("Footnote {}", number + 1);
                response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
                crate::app::widgets::chip::focus_ring(ui, &response);
                let words = format!("{}{}", footnote.reference(), footnote.saying());
                if response.on_hover_text(words).clicked() {
                    actions.extend(leads_to(document, footnote));
                }
            }
            Span::Link { url, text } => {
                response.widget_info(|| WidgetInfo::labeled(Role::Link, true, text));
                if response.on_hover_text(url).clicked() {
                    ui.ctx().open_url(OpenUrl::new_tab(url));
                }
            }
            _ => {}
        }
    }
}

/// The line as it is set, and where in it, in characters, its notes and links stand, with their places among
/// the spans.
fn laid_out(
    ui: &Ui,
    composition: &Composition,
    line: &Line,
    size: f32,
) -> (LayoutJob, Vec<(Range<usize>, usize)>) {
    let tokens = theme::tokens(ui);
    let format = |font, colour| TextFormat {
        line_height: Some((size * LEADING).round()),
        ..TextFormat::simple(font, colour)
    };
    let mut job = LayoutJob::default();
    let mut active = Vec::new();
    let mut at = 0;
    for (place, span) in line.iter().enumerate() {
        let (words, look) = match span {
            Span::Text(words) => (words.clone(), format(font::page(size), tokens.ink)),
            Span::Strong(words) | Span::Name(words) => {
                (words.clone(), format(font::page_strong(size), tokens.ink))
            }
            Span::Emphasis(words) => {
                (words.clone(), format(font::page_emphasis(size), tokens.second_ink))
            }
            Span::Link { text, .. } => (text.clone(), format(font::page(size), tokens.accent)),
            Span::Note(number) => {
                let source =
                    composition.footnotes.get(*number).map_or(0, |footnote| footnote.source);
                let raised = format(font::note_mark(), tokens.source(source));
                // A thin blank in front keeps numbers apart that stand side by side.
                let raised = TextFormat { valign: Align::TOP, line_height: None, ..raised };
                (format!("\u{a0}{}", number + 1), raised)
            }
        };
        let length = words.chars().count();
        if matches!(span, Span::Note(_) | Span::Link { .. }) {
            active.push((at..at + length, place));
        }
        at += length;
        job.append(&words, 0.0, look);
    }
    (job, active)
}

/// Where a stretch of a text stands on screen; only its first line, where it has two.
fn stretch(galley: &Galley, origin: Pos2, place: &Range<usize>) -> Rect {
    let first = galley.pos_from_cursor(CCursor::new(place.start));
    let last = galley.pos_from_cursor(CCursor::new(place.end));
    let right =
        if (last.top() - first.top()).abs() < 1.0 { last.right() } else { galley.rect.right() };
    let min = egui::pos2(first.left(), first.top());
    Rect::from_min_max(min, egui::pos2(right.max(first.left() + 6.0), first.bottom()))
        .translate(origin.to_vec2())
}

/// Where a footnote leads: to its words, in their source.
pub(super) fn leads_to(document: &Document, footnote: &Footnote) -> Option<Action> {
    match &footnote.cited {
        Cited::Quotation(place) => {
            document.dossier.quotations.get(*place).map(|_| Action::ReadQuotation(*place as u32))
        }
        Cited::Passage(passage) => Some(Action::ReadPassage((**passage).clone())),
    }
}
