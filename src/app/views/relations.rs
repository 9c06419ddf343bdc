//! The Relations screen: entities as circles, what ties them as lines, each line with its words.

use std::collections::HashSet;
use std::sync::Arc;

use egui::{
    Align2, Color32, CursorIcon, FontId, Key, Pos2, Rect, RichText, Role, ScrollArea, Sense,
    Stroke, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

use super::compare::cell::quoted;
use super::detail::event_link;
use crate::app::action::{Action, Actions};
use crate::app::relations::{Drawing, Placed, RelationsChange};
use crate::app::state::{Document, KindFilter, State};
use crate::app::theme::{self, SCROLL_BAR, STEPPED_BACK, Tokens, font, space};
use crate::app::widgets::chip::chip;
use crate::app::widgets::controls::{link, overline, quiet};
use crate::app::widgets::monogram::{initials, portrait};
use crate::dossier::{EntityKind, Item, ItemKind};

/// What the screen remembers between frames: the part of the drawing in view.
#[derive(Default)]
pub(super) struct RelationsView {
    /// Points of the window to a point of the drawing; 0 until it is fitted.
    zoom: f32,
    /// The point of the drawing in the middle of the canvas.
    centre: Vec2,
    /// The drawing that is fitted.
    of: Option<Arc<Drawing>>,
}

/// The width of the ties of the focus, in points.
const TIES: f32 = 340.0;
/// Points of the window to a point of the drawing, at the least: thousands of entities fit in.
const LEAST_ZOOM: f32 = 0.03;
/// Smaller letters are not drawn.
const LEAST_LETTERS: f32 = 6.0;

impl RelationsView {
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        state: &State,
        document: &Document,
        actions: &mut Actions,
    ) {
        let mut save = false;
        egui::Frame::new().inner_margin(egui::Margin::symmetric(16, 10)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            save = self.controls(ui, state, document, actions);
        });
        let room = ui.available_rect_before_wrap();
        let Some(drawing) = &state.relations.drawing else {
            ui.vertical_centered(|ui| {
                ui.add_space(space::HUGE);
                quiet(ui, "Laying out the relations…");
            });
            return;
        };
        if drawing.nodes.is_empty() {
            ui.add_space(space::HUGE);
            ui.vertical_centered(|ui| quiet(ui, "This dossier states no relations."));
            return;
        }
        let focus = focused(state);
        let ties = if focus.is_some() { TIES.min(room.width() * 0.4) } else { 0.0 };
        let canvas = Rect::from_min_max(room.min, pos2(room.right() - ties, room.bottom()));
        if save {
            actions.push(Action::SavePicture(canvas, "relations"));
        }
        self.fit_once(drawing, canvas);
        ui.scope_builder(UiBuilder::new().max_rect(canvas).id_salt("canvas"), |ui| {
            ui.set_clip_rect(canvas.intersect(ui.clip_rect()));
            self.canvas(ui, canvas, state, document, drawing, focus, actions);
        });
        if let Some(focus) = focus {
            let rect = Rect::from_min_max(pos2(canvas.right(), room.top()), room.max);
            ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("ties"), |ui| {
                ties_of(ui, state, document, focus, rect, actions);
            });
        }
    }

    /// Returns whether a picture was asked for.
    fn controls(
        &mut self,
        ui: &mut Ui,
        state: &State,
        document: &Document,
        actions: &mut Actions,
    ) -> bool {
        let relations = &state.relations;
        let mut save = false;
        let mut change = |change| actions.push(Action::ChangeRelations(change));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            if chip(ui, "All", relations.kind == KindFilter::All).clicked() {
                change(RelationsChange::Kind(KindFilter::All));
            }
            for kind in EntityKind::ALL {
                let there = relations.drawing.as_ref().is_some_and(|drawing| {
                    let entities = &document.dossier.entities;
                    let of_kind = |node: &Placed| entities.get(node.entity).map(|e| e.kind);
                    drawing.nodes.iter().any(|node| of_kind(node) == Some(kind))
                });
                let filter = KindFilter::Only(kind);
                if there && chip(ui, kind.plural(), relations.kind == filter).clicked() {
                    change(RelationsChange::Kind(filter));
                }
            }
            let around = relations.around_focus;
            if chip(ui, "Around the focus", around).clicked() {
                change(RelationsChange::AroundFocus(!around));
            }
            if chip(ui, "Fit", false).accessible_name("Fit the relations").clicked() {
                self.of = None;
            }
            if chip(ui, "−", false).accessible_name("Zoom out of the relations").clicked() {
                self.zoom = (self.zoom / 1.3).max(LEAST_ZOOM);
            }
            if chip(ui, "+", false).accessible_name("Zoom in on the relations").clicked() {
                self.zoom = (self.zoom * 1.3).min(4.0);
            }
            save = chip(ui, "Save picture…", false).clicked();
        });
        save
    }

    /// Brings a new drawing into view as a whole.
    fn fit_once(&mut self, drawing: &Arc<Drawing>, canvas: Rect) {
        if self.of.as_ref().is_some_and(|known| Arc::ptr_eq(known, drawing)) {
            return;
        }
        let mut bounds = Rect::NOTHING;
        for node in &drawing.nodes {
            let half = (node.label.chars().count() as f32 * 3.6).max(node.radius);
            let at = Pos2::from(node.at);
            bounds.extend_with(at - vec2(half, node.radius));
            bounds.extend_with(at + vec2(half, node.radius + 20.0));
        }
        let bounds = bounds.expand(16.0);
        self.centre = bounds.center().to_vec2();
        let zoom = (canvas.width() / bounds.width()).min(canvas.height() / bounds.height());
        self.zoom = zoom.clamp(LEAST_ZOOM, 1.6);
        self.of = Some(Arc::clone(drawing));
    }

    fn canvas(
        &mut self,
        ui: &mut Ui,
        canvas: Rect,
        state: &State,
        document: &Document,
        drawing: &Drawing,
        focus: Option<usize>,
        actions: &mut Actions,
    ) {
        let response = ui.interact(canvas, ui.scope_id().with("drawing"), Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(Role::ScrollView, true, "Relations"));
        self.navigate(ui, &response, canvas, actions);
        let (zoom, centre) = (self.zoom, self.centre);
        let to_screen = |at: [f32; 2]| canvas.center() + (Vec2::from(at) - centre) * zoom;
        let shown = state.relations.shown(document, focus);
        let is_shown = |node: usize| shown.get(node).copied().unwrap_or_default();
        let of_focus = |entity: usize| focus == Some(entity);
        let tokens = theme::tokens(ui);
        let painter = ui.painter().clone();
        for tied in &drawing.ties {
            let (Some(one), Some(other)) =
                (drawing.nodes.get(tied.ends.0), drawing.nodes.get(tied.ends.1))
            else {
                continue;
            };
            if !is_shown(tied.ends.0) || !is_shown(tied.ends.1) {
                continue;
            }
            let strong = of_focus(one.entity) || of_focus(other.entity);
            let ends = [to_screen(one.at), to_screen(other.at)];
            if !canvas.intersects(Rect::from_two_pos(ends[0], ends[1]).expand(1.0)) {
                continue;
            }
            let stroke = if strong {
                Stroke::new(2.0, tokens.accent)
            } else {
                Stroke::new(1.0, tokens.second_ink.gamma_multiply(0.5))
            };
            painter.line_segment(ends, stroke);
        }
        for tied in &drawing.ties {
            let both = is_shown(tied.ends.0) && is_shown(tied.ends.1);
            let letters = 11.0 * zoom;
            if let Some(at) = tied.label_at.filter(|_| both && letters >= LEAST_LETTERS) {
                let font = FontId::new(letters.min(13.0), font::caption().family);
                let galley = painter.layout_no_wrap(tied.label.clone(), font, tokens.second_ink);
                let rect = Rect::from_center_size(to_screen(at), galley.size());
                if !canvas.intersects(rect) {
                    continue;
                }
                painter.rect_filled(rect.expand2(vec2(2.0, 0.0)), 2.0, tokens.ground);
                painter.galley(rect.min, galley, tokens.second_ink);
            }
        }
        let near = neighbours(drawing, focus);
        for (place, node) in drawing.nodes.iter().enumerate() {
            if !is_shown(place) {
                continue;
            }
            let is_focus = of_focus(node.entity);
            let behind = focus.is_some() && !is_focus && !near.contains(&place);
            let at = to_screen(node.at);
            if !canvas.expand(80.0).contains(at) {
                continue;
            }
            one_node(ui, document, node, at, zoom, is_focus, behind, actions);
        }
    }

    /// Panning by dragging and by the arrow keys, zooming around the pointer.
    fn navigate(
        &mut self,
        ui: &Ui,
        response: &egui::Response,
        canvas: Rect,
        actions: &mut Actions,
    ) {
        if response.dragged() {
            self.centre -= response.drag_delta() / self.zoom;
        }
        if response.contains_pointer()
            && let Some(at) = ui.input(|input| input.pointer.hover_pos())
        {
            let (zoom, scroll) =
                ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta()));
            let by = zoom * (scroll.y / 400.0).exp();
            if (by - 1.0).abs() > 0.001 {
                let before = self.centre + (at - canvas.center()) / self.zoom;
                self.zoom = (self.zoom * by).clamp(LEAST_ZOOM, 4.0);
                self.centre = before - (at - canvas.center()) / self.zoom;
            }
        }
        if response.clicked() {
            response.request_focus();
            actions.push(Action::Unfocus);
        }
        if response.has_focus() {
            let steps = [
                (Key::ArrowLeft, vec2(-60.0, 0.0)),
                (Key::ArrowRight, vec2(60.0, 0.0)),
                (Key::ArrowUp, vec2(0.0, -60.0)),
                (Key::ArrowDown, vec2(0.0, 60.0)),
            ];
            for (key, by) in steps {
                if ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, key)) {
                    self.centre += by / self.zoom;
                }
            }
        }
    }
}

/// The entity in focus, by its place.
fn focused(state: &State) -> Option<usize> {
    state.focus().filter(|item| item.kind == ItemKind::Entity).map(Item::index)
}

/// The nodes that are tied to the focus.
fn neighbours(drawing: &Drawing, focus: Option<usize>) -> HashSet<usize> {
    let is_focus =
        |node: usize| focus.is_some() && drawing.nodes.get(node).map(|node| node.entity) == focus;
    let ends = drawing.ties.iter().map(|tied| tied.ends);
    let other = ends.filter_map(|(one, other)| match (is_focus(one), is_focus(other)) {
        (true, _) => Some(other),
        (_, true) => Some(one),
        _ => None,
    });
    other.collect()
}

/// Ground and ink of a kind of entity.
fn colours(tokens: &Tokens, kind: EntityKind) -> (Color32, Color32) {
    match kind {
        EntityKind::Person | EntityKind::Group => (tokens.card, tokens.ink),
        EntityKind::Country | EntityKind::Place => (tokens.good_soft, tokens.good),
        EntityKind::Body | EntityKind::Organisation => (tokens.accent_soft, tokens.accent),
        EntityKind::Project | EntityKind::Programme | EntityKind::Agreement => {
            (tokens.warn_soft, tokens.warn)
        }
    }
}

fn one_node(
    ui: &Ui,
    document: &Document,
    node: &Placed,
    at: Pos2,
    zoom: f32,
    is_focus: bool,
    behind: bool,
    actions: &mut Actions,
) {
    let Some(entity) = document.dossier.entities.get(node.entity) else { return };
    let tokens = theme::tokens(ui);
    let radius = node.radius * zoom;
    let rect = Rect::from_center_size(at, Vec2::splat(2.0 * radius));
    let id = ui.scope_id().with(("node", node.entity));
    let response = ui.interact(rect.intersect(ui.clip_rect()), id, Sense::click());
    let name = format!("{}, {}", entity.name, entity.kind.name());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_focus, &name));
    let mut painter = ui.painter().clone();
    if behind && !response.hovered() {
        painter.multiply_opacity(STEPPED_BACK);
    }
    let (ground, ink) = colours(tokens, entity.kind);
    let lively = is_focus || response.hovered() || response.has_focus();
    let stroke = if lively { Stroke::new(2.5, tokens.accent) } else { Stroke::new(1.5, ink) };
    // The ground below keeps lines from showing through.
    painter.circle(at, radius, tokens.ground, Stroke::NONE);
    painter.circle(at, radius, ground, stroke);
    let letters = FontId::new((radius * 0.8).min(16.0), font::name().family);
    painter.text(at, Align2::CENTER_CENTER, initials(&entity.name), letters, ink);
    let size = 12.5 * zoom;
    if size >= LEAST_LETTERS {
        let family = if is_focus { font::name().family } else { font::body().family };
        let label = FontId::new(size.min(15.0), family);
        let below = at + vec2(0.0, radius + 3.0);
        let galley = painter.layout_no_wrap(node.label.clone(), label, tokens.ink);
        let rect = Align2::CENTER_TOP.anchor_size(below, galley.size());
        painter.rect_filled(rect.expand2(vec2(2.0, 0.0)), 2.0, tokens.ground);
        painter.galley(rect.min, galley, tokens.ink);
    }
    let response = response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(name);
    let item = Item::new(ItemKind::Entity, node.entity);
    if response.double_clicked() {
        actions.push(Action::ShowDetails(item));
    } else if response.clicked() {
        actions.push(Action::FocusHere(item));
    }
}

/// The focus with everything that ties it, and the words.
fn ties_of(
    ui: &mut Ui,
    state: &State,
    document: &Document,
    entity: usize,
    rect: Rect,
    actions: &mut Actions,
) {
    let Some(known) = document.dossier.entities.get(entity) else { return };
    let tokens = theme::tokens(ui);
    ui.painter().rect_filled(rect, 0.0, tokens.panel);
    ui.painter().vline(rect.left(), rect.y_range(), Stroke::new(1.0, tokens.line));
    ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, tokens.line));
    let inner = rect.shrink(space::LARGE);
    ui.scope_builder(UiBuilder::new().max_rect(inner).id_salt("of focus"), |ui| {
        ui.horizontal(|ui| {
            portrait(ui, known, &state.pictures, 36.0, actions);
            ui.vertical(|ui| {
                let name = RichText::new(&known.name).font(font::name()).color(tokens.ink);
                ui.add(egui::Label::new(name).wrap());
                let role = known.role.as_deref().unwrap_or(known.kind.name());
                quiet(ui, role);
            });
        });
        ui.add_space(space::SMALL);
        overline(ui, "Ties");
        ScrollArea::vertical().id_salt("ties").auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - SCROLL_BAR);
            for place in document.index.relations_of_entity(entity) {
                ui.push_id(place, |ui| tie(ui, document, entity, *place as usize, actions));
                ui.add_space(space::SMALL);
            }
        });
    });
}

fn tie(ui: &mut Ui, document: &Document, entity: usize, place: usize, actions: &mut Actions) {
    let Some(relation) = document.dossier.relations.get(place) else { return };
    let known = document.dossier.entities.get(entity).map(|entity| &entity.id);
    let forth = known == Some(&relation.from);
    let (words, other) = if forth {
        (relation.kind.label(), &relation.to)
    } else {
        (relation.kind.inverse(), &relation.from)
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::TINY;
        quiet(ui, words);
        if let Some(item) = document.index.catalogue.find(other.as_str()) {
            let name = document.index.title_of(&document.dossier, item);
            if link(ui, &name).clicked() {
                actions.push(Action::FocusHere(item));
            }
        }
        if let Some(event) = &relation.event {
            quiet(ui, "·");
            event_link(ui, document, event, actions);
        }
    });
    quoted(ui, document, &relation.quotations, false, actions);
}
