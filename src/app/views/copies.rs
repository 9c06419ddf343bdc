//! Earlier copies of the analyst's work: looked at, and brought back.

use egui::{Align, Layout, RichText, ScrollArea, Ui};
use jiff::tz::TimeZone;

use super::counted;
use crate::annotations::Annotations;
use crate::app::action::{Action, Actions};
use crate::app::state::Document;
use crate::app::theme::{self, SCROLL_BAR, font, space};
use crate::app::widgets::controls::{inline_link, primary_button, quiet};
use crate::app::widgets::sheet::{sheet, sheet_title};
use crate::dossier::shorten;
use crate::store::Copy;
use crate::text::one_line;

/// What the sheet remembers: which copy is looked at.
#[derive(Default)]
pub(super) struct CopiesView {
    open: Option<usize>,
}

impl CopiesView {
    pub(super) fn show(
        &mut self,
        ui: &Ui,
        document: &Document,
        copies: Option<&[Copy]>,
        actions: &mut Actions,
    ) {
        let modal = sheet(ui, "copies", 600.0, |ui| {
            sheet_title(ui, "Earlier copies");
            quiet(
                ui,
                "Your annotations, pins and decisions as they stood at the beginning of an hour of the \
                 last day, or of a day of the last month, in which you changed them.",
            );
            ui.add_space(space::MEDIUM);
            match copies {
                None => {
                    quiet(ui, "Looking for copies…");
                }
                Some([]) => {
                    quiet(
                        ui,
                        "There is none yet: the first is kept with the next change of what is there.",
                    );
                }
                Some(copies) => {
                    ScrollArea::vertical().max_height(420.0).min_scrolled_height(420.0).show(
                        ui,
                        |ui| {
                            ui.set_max_width(ui.available_width() - SCROLL_BAR);
                            for (place, copy) in copies.iter().enumerate() {
                                ui.push_id(place, |ui| {
                                    self.copy(ui, document, place, copy, actions);
                                });
                                ui.separator();
                            }
                        },
                    );
                }
            }
            ui.add_space(space::MEDIUM);
            if primary_button(ui, "Close").clicked() {
                actions.push(Action::CloseSheet);
            }
        });
        if modal.should_close() {
            actions.push(Action::CloseSheet);
        }
    }

    fn copy(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        place: usize,
        copy: &Copy,
        actions: &mut Actions,
    ) {
        let tokens = theme::tokens(ui);
        let difference = Difference::between(&document.annotations, &copy.annotations);
        ui.horizontal(|ui| {
            let at =
                copy.at.to_zoned(TimeZone::system()).strftime("%A, %-d %B %Y, %H:%M").to_string();
            ui.label(RichText::new(&at).font(font::name()).color(tokens.ink));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let restore = ui.button("Bring it back");
                if restore.accessible_name(format!("Bring back {at}")).clicked() {
                    actions.push(Action::RestoreCopy(Box::new(copy.annotations.clone())));
                }
                let open = self.open == Some(place);
                let word = if open { "Close" } else { "Look" };
                if inline_link(ui, word).accessible_name(format!("{word} at {at}")).clicked() {
                    self.open = (!open).then_some(place);
                }
            });
        });
        let all = counted(copy.annotations.annotations.len(), "annotation", "annotations");
        let pins = counted(copy.annotations.pins.len(), "pin", "pins");
        quiet(ui, format!("{all}, {pins}. {}", difference.in_words()));
        if self.open == Some(place) {
            for annotation in &copy.annotations.annotations {
                let line = format!("{}: {}", annotation.kind.name(), one_line(&annotation.text));
                let words = RichText::new(shorten(&line, 200)).font(font::body()).color(tokens.ink);
                ui.add(egui::Label::new(words).wrap());
            }
        }
    }
}

/// What bringing a copy back would do to the annotations.
#[derive(Debug, PartialEq, Eq)]
struct Difference {
    back: usize,
    gone: usize,
    changed: usize,
}

impl Difference {
    fn between(now: &Annotations, copy: &Annotations) -> Self {
        let back = copy.annotations.iter().filter(|a| now.get(&a.id).is_none()).count();
        let gone = now.annotations.iter().filter(|a| copy.get(&a.id).is_none()).count();
        let changed = copy.annotations.iter().filter(|a| {
            now.get(&a.id).is_some_and(|known| (&known.text, known.kind) != (&a.text, a.kind))
        });
        Self { back, gone, changed: changed.count() }
    }

    fn in_words(&self) -> String {
        let parts: Vec<String> = [
            (self.back, "would come back"),
            (self.gone, "would go"),
            (self.changed, "would read as before"),
        ]
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, what)| format!("{number} {what}"))
        .collect();
        if parts.is_empty() {
            "No annotation differs from now.".to_owned()
        } else {
            format!("{}.", parts.join(", "))
        }
    }
}
