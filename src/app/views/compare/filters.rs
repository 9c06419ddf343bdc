//! What narrows the comparison: findings, area, speaker, sources.

use egui::{ComboBox, Role, Ui, WidgetInfo, vec2};

use crate::app::action::{Action, Actions};
use crate::app::comparing::{Comparing, Comparison, Only, speakers};
use crate::app::parallels::open_suggestions;
use crate::app::state::Document;
use crate::app::widgets::chip::chip;
use crate::dossier::shorten;

pub(super) fn show(
    ui: &mut Ui,
    comparison: &Comparison,
    document: &Document,
    actions: &mut Actions,
) {
    let mut act = |change| actions.push(Action::Compare(change));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for only in Only::ALL {
            let open = open_suggestions(document).len();
            let name = match only {
                Only::Suggested if open > 0 => format!("{} {open}", only.name()),
                _ => only.name().to_owned(),
            };
            if chip(ui, &name, comparison.only == only).clicked() {
                act(Comparing::Only(only));
            }
        }
        areas(ui, comparison, document, &mut act);
        who(ui, comparison, document, &mut act);
        sources(ui, comparison, document, &mut act);
    });
}

fn areas(
    ui: &mut Ui,
    comparison: &Comparison,
    document: &Document,
    act: &mut impl FnMut(Comparing),
) {
    let areas = &document.dossier.areas;
    if areas.is_empty() {
        return;
    }
    let name = |area: Option<usize>| {
        let known = area.and_then(|area| areas.get(area));
        known.map_or("All areas".to_owned(), |area| area.name.clone())
    };
    let all = std::iter::once(None).chain((0..areas.len()).map(Some));
    let options: Vec<(Option<usize>, String)> = all.map(|area| (area, name(area))).collect();
    if let Some(area) = choice(ui, "Area", comparison.area, &options) {
        act(Comparing::Area(area));
    }
}

fn who(ui: &mut Ui, comparison: &Comparison, document: &Document, act: &mut impl FnMut(Comparing)) {
    let speakers = speakers(document);
    if speakers.is_empty() {
        return;
    }
    let name = |entity: usize| {
        let known = document.dossier.entities.get(entity);
        known.map_or_else(String::new, |entity| shorten(&entity.name, 40))
    };
    let mut options = vec![(None, "All speakers".to_owned())];
    options.extend(speakers.into_iter().map(|entity| (Some(entity), name(entity))));
    if let Some(speaker) = choice(ui, "Speaker", comparison.speaker, &options) {
        act(Comparing::Speaker(speaker));
    }
}

/// A choice among places, or none of them. Returns what was chosen anew.
#[expect(clippy::option_option, reason = "whether something was chosen, and what")]
fn choice(
    ui: &mut Ui,
    name: &str,
    chosen: Option<usize>,
    options: &[(Option<usize>, String)],
) -> Option<Option<usize>> {
    let current = options.iter().find(|(option, _)| *option == chosen);
    let words = current.map_or("", |(_, words)| words.as_str());
    let mut new = None;
    let response = ComboBox::from_id_salt(name)
        .selected_text(words)
        .height(420.0)
        .show_ui(ui, |ui| {
            for (option, words) in options {
                if ui.selectable_label(*option == chosen, words).clicked() {
                    new = Some(*option);
                }
            }
        })
        .response;
    let label = format!("{name}: {words}");
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &label));
    new
}

/// Sources that have no column come back from here.
fn sources(
    ui: &mut Ui,
    comparison: &Comparison,
    document: &Document,
    act: &mut impl FnMut(Comparing),
) {
    for source in &comparison.hidden {
        let Some(published) = document.dossier.sources.get(*source) else { continue };
        let name = format!("Show {}", published.publisher);
        if chip(ui, &name, false).clicked() {
            act(Comparing::Toggle(*source));
        }
    }
}
