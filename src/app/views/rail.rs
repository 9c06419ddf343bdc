//! The rail: one button a screen.

use egui::{Align2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use crate::app::action::{Action, Actions};
use crate::app::commands::Command;
use crate::app::state::{Screen, State};
use crate::app::theme::{self, Icon, font, radius, space};

pub(super) fn show(ui: &mut Ui, state: &State, actions: &mut Actions) {
    let screens = [
        (Screen::Desk, Icon::Desk, "Desk", Command::ShowDesk),
        (Screen::Compare, Icon::Compare, "Compare", Command::ShowCompare),
        (Screen::Timeline, Icon::Timeline, "Timeline", Command::ShowTimeline),
        (Screen::Relations, Icon::Relations, "Relations", Command::ShowRelations),
        (Screen::Sources, Icon::Sources, "Sources", Command::ShowSources),
        (Screen::Annotations, Icon::Annotations, "Annotations", Command::ShowAnnotations),
        (Screen::Brief, Icon::Brief, "Brief", Command::ShowBrief),
        (Screen::Checks, Icon::Checks, "Checks", Command::ShowChecks),
    ];
    for (screen, icon, name, command) in screens {
        if entry(ui, icon, name, command, state.screen == screen) {
            actions.push(Action::Show(screen));
        }
        ui.add_space(space::TINY);
    }
}

fn entry(ui: &mut Ui, icon: Icon, name: &str, command: Command, chosen: bool) -> bool {
    let tokens = theme::tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(64.0, 54.0), Sense::click());
    let full = command.label();
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, full));
    if chosen {
        ui.painter().rect_filled(rect, radius::CONTROL, tokens.accent_soft);
    }
    if response.has_focus() || response.hovered() {
        let stroke = Stroke::new(if response.has_focus() { 2.0 } else { 1.0 }, tokens.accent);
        ui.painter().rect_stroke(rect, radius::CONTROL, stroke, egui::StrokeKind::Inside);
    }
    let ink = if chosen { tokens.accent } else { tokens.second_ink };
    let at = |y: f32| egui::pos2(rect.center().x, rect.top() + y);
    let painter = ui.painter();
    painter.text(at(19.0), Align2::CENTER_CENTER, icon.character(), font::icon(18.0), ink);
    let below = Rect::from_center_size(at(40.0), vec2(64.0, 14.0));
    painter.text(below.center(), Align2::CENTER_CENTER, name, font::overline(), ink);
    let keys = command.keys_in_words().unwrap_or_default();
    response.on_hover_text(format!("{full} ({keys})")).clicked()
}
