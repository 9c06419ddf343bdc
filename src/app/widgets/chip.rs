//! Chips: small rounded controls and marks.

use egui::{
    Color32, Frame, Margin, Response, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    vec2,
};

use crate::app::theme::{self, font, radius};

/// A chip that can be chosen.
pub fn chip(ui: &mut Ui, text: &str, chosen: bool) -> Response {
    let tokens = theme::tokens(ui);
    let (fill, ink, line) = if chosen {
        (tokens.accent, tokens.on_accent, tokens.accent)
    } else {
        (tokens.card, tokens.ink, tokens.line)
    };
    tinted(ui, text, chosen, fill, ink, line)
}

/// A chip in the colour of a source, hollow where the source is hidden.
pub fn source_chip(ui: &mut Ui, text: &str, source: usize, shown: bool) -> Response {
    let tokens = theme::tokens(ui);
    let colour = tokens.source(source);
    let mark = if shown { "●" } else { "○" };
    let fill = if shown { tokens.source_soft(source) } else { tokens.panel };
    tinted(ui, &format!("{mark} {text}"), shown, fill, colour, fill).accessible_name(text)
}

/// Painted by hand, so that rows of chips wrap: a scope around a button would keep them in line.
fn tinted(
    ui: &mut Ui,
    text: &str,
    chosen: bool,
    fill: Color32,
    ink: Color32,
    line: Color32,
) -> Response {
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font::control(), ink);
    let size = vec2(galley.size().x + 20.0, f32::from(radius::CHIP) * 2.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::selected(Role::Button, enabled, chosen, text));
    if ui.is_rect_visible(rect) {
        let line = if response.hovered() { ink } else { line };
        let stroke = Stroke::new(1.0, line);
        ui.painter().rect(rect, f32::from(radius::CHIP), fill, stroke, StrokeKind::Inside);
        ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
    }
    focus_ring(ui, &response);
    response
}

/// A ring around what has the keyboard.
pub fn focus_ring(ui: &Ui, response: &Response) {
    if response.has_focus() {
        ui.painter().rect_stroke(
            response.rect.expand(2.0),
            f32::from(radius::CHIP) + 2.0,
            Stroke::new(2.0, theme::tokens(ui).accent),
            StrokeKind::Inside,
        );
    }
}

/// What a badge says about something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadgeTone {
    /// Holds.
    Good,
    /// Needs a look.
    Warn,
    /// Does not hold.
    Bad,
    /// Neither.
    Plain,
}

/// A mark that can't be chosen.
pub fn badge(ui: &mut Ui, text: &str, tone: BadgeTone) -> Response {
    let tokens = theme::tokens(ui);
    let (fill, ink) = match tone {
        BadgeTone::Good => (tokens.good_soft, tokens.good),
        BadgeTone::Warn => (tokens.warn_soft, tokens.warn),
        BadgeTone::Bad => (tokens.bad_soft, tokens.bad),
        BadgeTone::Plain => (tokens.accent_soft, tokens.accent),
    };
    Frame::new()
        .fill(fill)
        .corner_radius(radius::CHIP)
        .inner_margin(Margin::symmetric(8, 2))
        .show(ui, |ui| {
            let text = RichText::new(text).font(font::caption()).color(ink);
            ui.add(egui::Label::new(text).extend());
        })
        .response
}
