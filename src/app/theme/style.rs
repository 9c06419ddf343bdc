//! egui's style, made from the tokens.

use egui::style::{ScrollStyle, WidgetVisuals};
use egui::{Context, CornerRadius, Margin, Shadow, Stroke, Style, TextStyle, Theme, Visuals};

use super::{Tokens, font, fonts, radius};

/// Gives a context the fonts and the style of both themes.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts::definitions());
    for theme in [Theme::Light, Theme::Dark] {
        ctx.set_style_of(theme, style(theme == Theme::Dark));
    }
    // The shortcuts for zoom and quitting stand in the table of commands like all others.
    ctx.options_mut(|options| {
        options.zoom_with_keyboard = false;
        options.quit_shortcuts = Vec::new();
    });
}

fn style(dark: bool) -> Style {
    let tokens = Tokens::of(dark);
    let mut style = Style { visuals: visuals(dark, tokens), ..Style::default() };
    style.text_styles = [
        (TextStyle::Small, font::caption()),
        (TextStyle::Body, font::body()),
        (TextStyle::Monospace, font::body()),
        (TextStyle::Button, font::control()),
        (TextStyle::Heading, font::heading()),
    ]
    .into();
    let spacing = &mut style.spacing;
    spacing.item_spacing = egui::vec2(8.0, 4.0);
    spacing.button_padding = egui::vec2(10.0, 5.0);
    spacing.interact_size.y = 26.0;
    spacing.window_margin = Margin::same(16);
    spacing.menu_margin = Margin::same(8);
    spacing.scroll = ScrollStyle::floating();
    spacing.scroll.fade.strength = 0.0;
    style.interaction.tooltip_delay = 0.4;
    style.interaction.selectable_labels = false;
    style
}

fn visuals(dark: bool, t: &Tokens) -> Visuals {
    let mut visuals = if dark { Visuals::dark() } else { Visuals::light() };
    let border = Stroke::new(1.0, t.line);
    let widget = |fill, stroke: Stroke, text| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: stroke,
        corner_radius: CornerRadius::same(radius::CONTROL),
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    };
    visuals.widgets.noninteractive = widget(t.panel, border, t.ink);
    visuals.widgets.inactive = widget(t.card, border, t.ink);
    visuals.widgets.hovered = widget(t.card, Stroke::new(1.0, t.second_ink), t.ink);
    visuals.widgets.active = widget(t.accent_soft, Stroke::new(2.0, t.accent), t.ink);
    visuals.widgets.open = widget(t.accent_soft, Stroke::new(1.0, t.accent), t.ink);
    visuals.selection.bg_fill = t.accent_soft;
    visuals.selection.stroke = Stroke::new(1.0, t.accent);
    visuals.hyperlink_color = t.accent;
    visuals.weak_text_color = Some(t.second_ink);
    visuals.override_text_color = None;
    visuals.faint_bg_color = t.panel;
    visuals.extreme_bg_color = t.card;
    visuals.text_edit_bg_color = Some(t.card);
    visuals.code_bg_color = t.panel;
    visuals.warn_fg_color = t.warn;
    visuals.error_fg_color = t.bad;
    visuals.panel_fill = t.ground;
    visuals.window_fill = t.panel;
    visuals.window_stroke = border;
    visuals.window_corner_radius = CornerRadius::same(radius::CARD);
    visuals.menu_corner_radius = CornerRadius::same(radius::CONTROL);
    let shadow = Shadow {
        offset: [0, 4],
        blur: 16,
        spread: 0,
        color: t.ink.gamma_multiply(if dark { 0.0 } else { 0.18 }),
    };
    visuals.window_shadow = shadow;
    visuals.popup_shadow = shadow;
    visuals
}
