//! The Timeline screen: events and publications on one axis, in lanes by place, participant or source.

use egui::{Align2, Key, Pos2, Rect, RichText, ScrollArea, Sense, Shape, Stroke, Ui, pos2, vec2};
use egui::{CursorIcon, Role, UiBuilder, WidgetInfo};

use super::compare::cell::quoted;
use crate::app::action::{Action, Actions};
use crate::app::state::{Document, State};
use crate::app::theme::{self, SCROLL_BAR, Tokens, font, radius, space};
use crate::app::timeline::{Entry, Grouping, Lane, Mark, TimelineChange, View, rows, ticks};
use crate::app::widgets::chip::chip;
use crate::app::widgets::controls::quiet;
use crate::dossier::{Item, ItemKind};

/// The width of the names of lanes, in points.
const NAMES: f32 = 150.0;
/// The height of the axis.
const AXIS: f32 = 30.0;
/// The height of a row of a lane.
const ROW: f32 = 46.0;
/// Labels on the axis stand at least so far apart.
const LEAST_GAP: f32 = 96.0;
/// Labels of events are cut at this width.
const LONGEST_LABEL: f32 = 260.0;
/// Half of the width of a point, and the least width of a bar.
const POINT: f32 = 6.0;

pub(super) fn show(ui: &mut Ui, state: &State, document: &Document, actions: &mut Actions) {
    let lanes = &state.timeline.lanes;
    let view = state.timeline.view();
    let mut save = false;
    egui::Frame::new().inner_margin(egui::Margin::symmetric(16, 10)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        save = controls(ui, state, view.as_ref(), actions);
    });
    let Some(view) = view else {
        ui.add_space(space::HUGE);
        ui.vertical_centered(|ui| quiet(ui, "Nothing in this dossier has a date."));
        return;
    };
    let focus = state.focus();
    let details = focus.filter(|item| matches!(item.kind, ItemKind::Event | ItemKind::Source));
    let room = ui.available_rect_before_wrap();
    let below = if details.is_some() { (room.height() * 0.34).clamp(120.0, 240.0) } else { 0.0 };
    let canvas = Rect::from_min_max(room.min, pos2(room.right(), room.bottom() - below));
    if save {
        actions.push(Action::SavePicture(canvas, "timeline"));
    }
    ui.scope_builder(UiBuilder::new().max_rect(canvas).id_salt("canvas"), |ui| {
        draw(ui, lanes, &view, focus, actions);
    });
    if let Some(item) = details {
        let rect = Rect::from_min_max(pos2(room.left(), canvas.bottom()), room.max);
        ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("details"), |ui| {
            under(ui, document, item, rect, actions);
        });
    }
}

/// Returns whether a picture was asked for.
fn controls(ui: &mut Ui, state: &State, view: Option<&View>, actions: &mut Actions) -> bool {
    let mut save = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for grouping in Grouping::ALL {
            if chip(ui, grouping.name(), state.timeline.grouping == grouping).clicked() {
                actions.push(Action::ChangeTimeline(TimelineChange::Group(grouping)));
            }
        }
        let Some(view) = view else { return };
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let mut look = |to: View| {
                actions.push(Action::ChangeTimeline(TimelineChange::Look(Some(to))));
            };
            let middle = f64::midpoint(view.from, view.to);
            if chip(ui, "+", false).accessible_name("Zoom in on the timeline").clicked() {
                look(view.zoomed(2.0, middle));
            }
            if chip(ui, "−", false).accessible_name("Zoom out of the timeline").clicked() {
                look(view.zoomed(0.5, middle));
            }
            if chip(ui, "Save picture…", false).clicked() {
                save = true;
            }
            if chip(ui, "Fit", false).clicked() {
                actions.push(Action::ChangeTimeline(TimelineChange::Look(None)));
            }
            quiet(ui, view.words());
        });
    });
    save
}

/// One entry with where it stands.
struct Placed<'e> {
    entry: &'e Entry,
    mark: (f32, f32),
    label_left: f32,
    row: usize,
}

fn draw(ui: &mut Ui, lanes: &[Lane], view: &View, focus: Option<Item>, actions: &mut Actions) {
    let tokens = theme::tokens(ui);
    let area = ui.max_rect();
    let width = (area.width() - NAMES - SCROLL_BAR - space::LARGE).max(100.0);
    let response = ui.interact(area, ui.scope_id().with("axis"), Sense::click_and_drag());
    response.widget_info(|| {
        WidgetInfo::labeled(Role::ScrollView, true, format!("Timeline, {}", view.words()))
    });
    let left = area.left() + NAMES;
    let rule = Stroke::new(1.0, tokens.line);
    let ticks = ticks(view, width, LEAST_GAP);
    for tick in &ticks {
        let at = pos2(left + view.x(tick.time, width), area.top() + AXIS / 2.0);
        if at.x < left - 1.0 || at.x > left + width {
            continue;
        }
        let ink = if tick.major { tokens.ink } else { tokens.second_ink };
        ui.painter().text(at, Align2::LEFT_CENTER, &tick.label, font::caption(), ink);
    }
    let body = Rect::from_min_max(pos2(area.left(), area.top() + AXIS), area.max);
    ui.painter().hline(body.x_range(), body.top(), rule);
    for tick in &ticks {
        let x = left + view.x(tick.time, width);
        if (left..=left + width).contains(&x) {
            ui.painter().vline(x, body.y_range(), rule);
        }
    }
    ui.scope_builder(UiBuilder::new().max_rect(body).id_salt("lanes"), |ui| {
        ScrollArea::vertical().id_salt("lanes").auto_shrink(false).show(ui, |ui| {
            for lane in lanes {
                draw_lane(ui, lane, view, left, width, focus, actions);
            }
        });
    });
    navigate(ui, &response, view, left, width, actions);
}

fn draw_lane(
    ui: &mut Ui,
    lane: &Lane,
    view: &View,
    left: f32,
    width: f32,
    focus: Option<Item>,
    actions: &mut Actions,
) {
    let tokens = theme::tokens(ui);
    let placed = place(ui, lane, view, left, width);
    let count = placed.iter().map(|placed| placed.row + 1).max().unwrap_or(1);
    let height = count as f32 * ROW + space::MEDIUM;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let rule = Stroke::new(1.0, tokens.line);
    ui.painter().hline(rect.x_range(), rect.bottom(), rule);
    let names = Rect::from_min_size(
        pos2(rect.left() + space::LARGE, rect.top() + space::MEDIUM),
        vec2(NAMES - space::HUGE, height),
    );
    // A child of its own: the name must not move what follows.
    let mut child = ui.new_child(UiBuilder::new().max_rect(names).id_salt(("lane", &lane.name)));
    let name = RichText::new(&lane.name).font(font::control()).color(tokens.second_ink);
    child.add(egui::Label::new(name).wrap());
    let clip = Rect::from_min_max(pos2(left, rect.top()), pos2(left + width, rect.bottom()));
    for (number, placed) in placed.iter().enumerate() {
        let top = rect.top() + space::SMALL + placed.row as f32 * ROW;
        let id = ui.scope_id().with((&lane.name, number));
        one(ui, placed, top, clip, id, focus, actions);
    }
}

fn place<'e>(ui: &Ui, lane: &'e Lane, view: &View, left: f32, width: f32) -> Vec<Placed<'e>> {
    let right = left + width;
    let mut placed = Vec::new();
    for entry in &lane.entries {
        let label = label_width(ui, entry);
        let mark = match entry.span {
            Some((from, to)) => {
                let (from, to) = (left + view.x(from, width), left + view.x(to, width));
                let middle = f32::midpoint(from, to);
                if entry.mark == Mark::Bar {
                    (from, to.max(from + 2.0 * POINT))
                } else {
                    (middle - POINT, middle + POINT)
                }
            }
            // No date: it stands at the end of the axis.
            None => (right - 3.0 * POINT, right - POINT),
        };
        if mark.1 < left || mark.0 > right {
            continue;
        }
        // A bar that is wide enough has its label inside, others beside the mark.
        let inside = entry.mark == Mark::Bar && mark.1 - mark.0 > label + 2.0 * space::SMALL;
        let label_left = if inside {
            mark.0.max(left) + space::SMALL
        } else if mark.1 + space::SMALL + label <= right {
            mark.1 + space::SMALL
        } else {
            mark.0 - space::SMALL - label
        };
        placed.push((Placed { entry, mark, label_left, row: 0 }, label));
    }
    let extents: Vec<(f32, f32)> = placed
        .iter()
        .map(|(p, label)| (p.mark.0.min(p.label_left), p.mark.1.max(p.label_left + label)))
        .collect();
    let rows = rows(&extents, space::MEDIUM);
    placed.into_iter().zip(rows).map(|((placed, _), row)| Placed { row, ..placed }).collect()
}

fn label_width(ui: &Ui, entry: &Entry) -> f32 {
    let width = |words: &str, font| {
        ui.painter().layout_no_wrap(words.to_owned(), font, Tokens::of(false).ink).size().x
    };
    let name = width(&entry.name, font::control());
    let caption = width(&entry.caption, font::caption());
    name.max(caption).min(LONGEST_LABEL)
}

fn one(
    ui: &Ui,
    placed: &Placed<'_>,
    top: f32,
    clip: Rect,
    id: egui::Id,
    focus: Option<Item>,
    actions: &mut Actions,
) {
    let tokens = theme::tokens(ui);
    let entry = placed.entry;
    let is_focus = focus == Some(entry.item);
    let label = label_width(ui, entry);
    let inside = placed.label_left >= placed.mark.0 && placed.label_left < placed.mark.1;
    let high = if inside { ROW - 8.0 } else { 30.0 };
    let mark =
        Rect::from_min_max(pos2(placed.mark.0, top - 1.0), pos2(placed.mark.1, top + high - 1.0));
    let words = Rect::from_min_size(pos2(placed.label_left, top), vec2(label, ROW - 10.0));
    let response = ui.interact(mark.union(words).intersect(clip), id, Sense::click());
    let name = format!("{}, {}", entry.name, entry.caption);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_focus, &name));
    let painter = ui.painter().with_clip_rect(clip.intersect(ui.clip_rect()));
    let colour = entry.source.map_or(tokens.accent, |source| tokens.source(source));
    draw_mark(&painter, entry, mark, colour, tokens);
    if is_focus || response.has_focus() || response.hovered() {
        let stroke = Stroke::new(if is_focus { 2.0 } else { 1.0 }, tokens.accent);
        let around = mark.union(words).expand(4.0);
        painter.rect_stroke(around, radius::CONTROL, stroke, egui::StrokeKind::Outside);
    }
    let ink = if entry.item.kind == ItemKind::Source { colour } else { tokens.ink };
    let text = |words: &str, font, ink| {
        let mut job = egui::text::LayoutJob::simple_singleline(words.to_owned(), font, ink);
        job.wrap = egui::text::TextWrapping::truncate_at_width(LONGEST_LABEL);
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    painter.galley(words.min, text(&entry.name, font::control(), ink), ink);
    let below = words.min + vec2(0.0, 17.0);
    painter.galley(below, text(&entry.caption, font::caption(), tokens.second_ink), ink);
    let response = response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(&name);
    if response.clicked() {
        actions.push(Action::FocusHere(entry.item));
    }
}

fn draw_mark(
    painter: &egui::Painter,
    entry: &Entry,
    mark: Rect,
    colour: egui::Color32,
    tokens: &Tokens,
) {
    let sure = !entry.resolved && !entry.future;
    match entry.mark {
        Mark::Point => {
            let at = mark.center();
            if entry.future {
                painter.circle(at, POINT, tokens.card, Stroke::new(2.0, colour));
            } else {
                painter.circle_filled(at, POINT, colour);
            }
        }
        Mark::Bar => {
            let fill = if sure { colour.gamma_multiply(0.35) } else { tokens.accent_soft };
            painter.rect_filled(mark, radius::CONTROL, fill);
            if sure {
                let stroke = Stroke::new(1.0, colour);
                painter.rect_stroke(mark, radius::CONTROL, stroke, egui::StrokeKind::Inside);
            } else {
                dashed(painter, mark, Stroke::new(1.0, colour));
            }
        }
        Mark::Undated => dashed(painter, mark, Stroke::new(1.0, tokens.second_ink)),
    }
}

fn dashed(painter: &egui::Painter, rect: Rect, stroke: Stroke) {
    let corners: [Pos2; 5] = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        rect.left_top(),
    ];
    painter.extend(Shape::dashed_line(&corners, stroke, 4.0, 3.0));
}

/// Panning by dragging, by the wheel and by the arrow keys; zooming around the pointer.
fn navigate(
    ui: &Ui,
    response: &egui::Response,
    view: &View,
    left: f32,
    width: f32,
    actions: &mut Actions,
) {
    let per_point = (view.to - view.from) / f64::from(width);
    let mut to: Option<View> = None;
    if response.dragged() {
        to = Some(view.moved(-f64::from(response.drag_delta().x) * per_point));
    }
    if let Some(at) = response.hover_pos().or_else(|| ui.input(|i| i.pointer.hover_pos()))
        && response.contains_pointer()
    {
        let (zoom, scrolled) =
            ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta().x));
        if (zoom - 1.0).abs() > f32::EPSILON {
            to = Some(view.zoomed(f64::from(zoom), view.time(at.x - left, width)));
        } else if scrolled.abs() > 0.0 {
            to = Some(view.moved(-f64::from(scrolled) * per_point));
        }
    }
    if response.clicked() {
        response.request_focus();
        actions.push(Action::Unfocus);
    }
    if response.has_focus() {
        let step = (view.to - view.from) / 8.0;
        let middle = f64::midpoint(view.from, view.to);
        let keys = [
            (Key::ArrowLeft, view.moved(-step)),
            (Key::ArrowRight, view.moved(step)),
            (Key::Plus, view.zoomed(2.0, middle)),
            (Key::Minus, view.zoomed(0.5, middle)),
        ];
        for (key, there) in keys {
            if ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, key)) {
                to = Some(there);
            }
        }
    }
    if let Some(to) = to {
        actions.push(Action::ChangeTimeline(TimelineChange::Look(Some(to))));
    }
}

/// Below the axis: the event in focus and the words that state it.
fn under(ui: &mut Ui, document: &Document, item: Item, rect: Rect, actions: &mut Actions) {
    const LEFT: f32 = 300.0;
    let tokens = theme::tokens(ui);
    ui.painter().rect_filled(rect, 0.0, tokens.panel);
    ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, tokens.line));
    let inner = rect.shrink2(vec2(space::LARGE, space::MEDIUM));
    let head = Rect::from_min_size(inner.min, vec2(LEFT - space::LARGE, inner.height()));
    ui.scope_builder(UiBuilder::new().max_rect(head).id_salt("event"), |ui| {
        let name = document.index.title_of(&document.dossier, item);
        let name = RichText::new(name).font(font::name()).color(tokens.ink);
        ui.add(egui::Label::new(name).wrap());
        quiet(ui, when_and_where(document, item));
        ui.add_space(space::SMALL);
        if ui.button("Show details").clicked() {
            actions.push(Action::ShowDetails(item));
        }
    });
    let words = Rect::from_min_max(pos2(inner.left() + LEFT, inner.top()), inner.max);
    ui.scope_builder(UiBuilder::new().max_rect(words).id_salt("words"), |ui| {
        ScrollArea::vertical().id_salt("words").auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - SCROLL_BAR);
            quoted(ui, document, document.dossier.citations(item), false, actions);
        });
    });
}

fn when_and_where(document: &Document, item: Item) -> String {
    if item.kind == ItemKind::Source {
        let source = document.dossier.sources.get(item.index());
        return source.map_or_else(String::new, |source| {
            format!("{} · {}", source.publisher, source.published_in_words())
        });
    }
    let Some(event) = document.dossier.events.get(item.index()) else { return String::new() };
    let place = event.place.as_ref().and_then(|id| document.index.entity(&document.dossier, id));
    let mut parts = vec![event.when.to_string()];
    parts.extend(place.map(|place| place.name.clone()));
    parts.extend(event.when.reading.clone());
    parts.join(" · ")
}
