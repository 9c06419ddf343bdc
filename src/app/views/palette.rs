//! The palette: any item and any command by a few letters.

use egui::{Button, Key, Margin, Modifiers, RichText, ScrollArea, TextEdit, Ui};

use crate::app::action::{Action, Actions};
use crate::app::commands::Command;
use crate::app::state::Document;
use crate::app::theme::{font, space};
use crate::app::widgets::controls::quiet;
use crate::app::widgets::sheet::sheet;
use crate::dossier::{Item, ItemKind, shorten};
use crate::text::fold;

#[derive(Default)]
pub(super) struct PaletteView {
    text: String,
    chosen: usize,
    hits: Vec<Hit>,
    open: bool,
}

#[derive(Clone, Copy)]
enum Hit {
    Command(Command),
    Item(Item),
}

const MOST_HITS: usize = 40;

impl PaletteView {
    pub(super) fn reset(&mut self) {
        if self.open {
            *self = Self::default();
        }
    }

    pub(super) fn show(&mut self, ui: &Ui, document: Option<&Document>, actions: &mut Actions) {
        if !self.open {
            self.open = true;
            self.hits = find("", document);
        }
        // Taken before the text field sees them.
        let (down, up, enter) = ui.input_mut(|input| {
            (
                input.consume_key(Modifiers::NONE, Key::ArrowDown),
                input.consume_key(Modifiers::NONE, Key::ArrowUp),
                input.key_pressed(Key::Enter),
            )
        });
        let last = self.hits.len().saturating_sub(1);
        if down {
            self.chosen = (self.chosen + 1).min(last);
        }
        if up {
            self.chosen = self.chosen.saturating_sub(1);
        }
        let mut taken = enter.then(|| self.hits.get(self.chosen).copied()).flatten();
        let modal = sheet(ui, "palette", 560.0, |ui| {
            let field = TextEdit::singleline(&mut self.text)
                .hint_text("Name of an item or a command")
                .desired_width(f32::INFINITY)
                .margin(Margin::symmetric(10, 8));
            let response = ui.add(field).accessible_name("Name of an item or a command");
            response.request_focus();
            if response.changed() {
                self.hits = find(&self.text, document);
                self.chosen = 0;
            }
            ui.add_space(space::SMALL);
            if self.hits.is_empty() {
                quiet(ui, "Nothing has such a name.");
            }
            // Its full height at once: a sheet that grows frame by frame jumps under the pointer.
            ScrollArea::vertical()
                .max_height(420.0)
                .min_scrolled_height(420.0)
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    for (i, hit) in self.hits.iter().enumerate() {
                        let chosen = i == self.chosen;
                        let response = entry(ui, *hit, document, chosen);
                        if chosen && (down || up) {
                            response.scroll_to_me(None);
                        }
                        if response.clicked() {
                            taken = Some(*hit);
                        }
                    }
                });
        });
        if let Some(hit) = taken {
            actions.push(Action::CloseSheet);
            actions.push(match hit {
                Hit::Command(command) => Action::Run(command),
                Hit::Item(item) => Action::ShowDetails(item),
            });
        } else if modal.should_close() {
            actions.push(Action::CloseSheet);
        }
    }
}

fn entry(ui: &mut Ui, hit: Hit, document: Option<&Document>, chosen: bool) -> egui::Response {
    let (name, kind) = match hit {
        Hit::Command(command) => {
            (command.label().to_owned(), command.keys_in_words().unwrap_or_default())
        }
        Hit::Item(item) => {
            let title = document.map(|d| d.index.title_of(&d.dossier, item));
            (shorten(&title.unwrap_or_default(), 70), item.kind.name().to_owned())
        }
    };
    let button = Button::new(RichText::new(name).font(font::body()))
        .right_text(RichText::new(kind).font(font::caption()))
        .selected(chosen)
        .frame_when_inactive(chosen)
        .min_size(egui::vec2(ui.available_width(), 28.0));
    ui.add(button)
}

fn find(text: &str, document: Option<&Document>) -> Vec<Hit> {
    let query = fold(text);
    let fits = |name: &str| {
        let name = fold(name);
        query.is_empty() || query.split(' ').all(|word| name.contains(word))
    };
    let commands = Command::ALL.iter().filter(|command| fits(command.label()));
    let mut hits: Vec<Hit> = Vec::new();
    if let (Some(document), false) = (document, query.is_empty()) {
        let kinds = [
            ItemKind::Entity,
            ItemKind::Metric,
            ItemKind::Event,
            ItemKind::Topic,
            ItemKind::Source,
        ];
        let items = kinds.into_iter().flat_map(|kind| {
            (0..document.dossier.count(kind)).map(move |place| Item::new(kind, place))
        });
        let found = items.filter(|item| fits(&document.index.title_of(&document.dossier, *item)));
        hits.extend(found.take(MOST_HITS).map(Hit::Item));
    }
    hits.extend(commands.map(|command| Hit::Command(*command)));
    hits.truncate(MOST_HITS);
    hits
}
