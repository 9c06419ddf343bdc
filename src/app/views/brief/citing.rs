//! Citing by typing `@`: what begins so is offered below the text, and the one chosen becomes `[@id]`.

use std::ops::Range;

use egui::{Frame, Key, Margin, Modifiers, RichText, Ui};

use super::entry::told_item;
use crate::app::state::Document;
use crate::app::theme::{self, font, radius};
use crate::dossier::{Item, ItemKind, shorten};
use crate::text::fold;

/// At most so many are offered, of so many that fit.
const MOST: usize = 7;
const MOST_WEIGHED: usize = 500;

/// What is offered for an `@` that is being typed.
#[derive(Default)]
pub(super) struct Citing {
    /// The `@` and what stands behind it, in characters.
    at: Option<Range<usize>>,
    offered: Vec<Offer>,
    chosen: usize,
    /// The text for which nothing more is to be offered.
    dismissed: Option<String>,
}

/// Something that can be cited.
struct Offer {
    id: String,
    kind: &'static str,
    words: String,
}

/// What a person did with the offers.
pub(super) struct Cited {
    /// The text with the citation in it.
    pub(super) text: String,
    /// Where the cursor then stands, in characters.
    pub(super) cursor: usize,
}

impl Citing {
    /// Takes the keys that choose, before the text field sees them.
    pub(super) fn take_keys(&mut self, ui: &Ui, text: &str) -> Option<Cited> {
        if self.offered.is_empty() {
            return None;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let last = self.offered.len() - 1;
        if pressed(Key::ArrowDown) {
            self.chosen = (self.chosen + 1).min(last);
        }
        if pressed(Key::ArrowUp) {
            self.chosen = self.chosen.saturating_sub(1);
        }
        if pressed(Key::Escape) {
            self.dismissed = Some(text.to_owned());
            self.offered.clear();
            return None;
        }
        if pressed(Key::Enter) || pressed(Key::Tab) {
            return self.cite(text, self.chosen);
        }
        None
    }

    /// Looks what can be offered for the text in front of the cursor.
    pub(super) fn look(&mut self, document: &Document, text: &str, cursor: Option<usize>) {
        let at = cursor.and_then(|cursor| typed_at(text, cursor));
        let dismissed = self.dismissed.as_deref() == Some(text);
        let Some(at) = at.filter(|_| !dismissed) else {
            self.at = None;
            self.offered.clear();
            return;
        };
        let query: String = text.chars().skip(at.start + 1).take(at.len() - 1).collect();
        if self.at.as_ref() != Some(&at) || self.offered.is_empty() {
            self.chosen = 0;
            self.offered = offers(document, &query);
        }
        self.at = Some(at);
    }

    /// Shows what is offered.
    pub(super) fn show(&mut self, ui: &mut Ui, text: &str) -> Option<Cited> {
        let mut taken = None;
        if self.offered.is_empty() {
            return None;
        }
        let tokens = theme::tokens(ui);
        Frame::new()
            .fill(tokens.panel)
            .stroke((1.0, tokens.accent))
            .corner_radius(radius::CONTROL)
            .inner_margin(Margin::same(4))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                for (place, offer) in self.offered.iter().enumerate() {
                    let words = format!("{}  {}", offer.kind, shorten(&offer.words, 64));
                    let button = egui::Button::new(RichText::new(words).font(font::body()))
                        .selected(place == self.chosen)
                        .frame_when_inactive(place == self.chosen)
                        .truncate();
                    let name = format!("Cite {}: {}", offer.id, offer.words);
                    if ui.add(button).accessible_name(name).clicked() {
                        taken = Some(place);
                    }
                }
            });
        self.cite(text, taken?)
    }

    fn cite(&mut self, text: &str, place: usize) -> Option<Cited> {
        let at = self.at.take()?;
        let id = self.offered.get(place)?.id.clone();
        self.offered.clear();
        let before: String = text.chars().take(at.start).collect();
        let after: String = text.chars().skip(at.end).collect();
        // Brackets that were typed already are not typed again.
        let opened = before.ends_with('[') || in_citation(&before);
        let citation = if opened { format!("@{id}") } else { format!("[@{id}") };
        let closing = if after.starts_with(']') { "" } else { "]" };
        let cursor = before.chars().count() + citation.chars().count() + 1;
        Some(Cited { text: format!("{before}{citation}{closing}{after}"), cursor })
    }
}

/// Whether the text ends within the brackets of a citation.
fn in_citation(text: &str) -> bool {
    text.rfind("[@").is_some_and(|start| !text.get(start..).unwrap_or_default().contains(']'))
}

/// The `@` in front of the cursor with what was typed behind it, in characters.
fn typed_at(text: &str, cursor: usize) -> Option<Range<usize>> {
    let before: Vec<char> = text.chars().take(cursor).collect();
    let fits = |c: &char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '\'');
    let word = before.iter().rev().take_while(|c| fits(c)).count();
    let start = before.len().checked_sub(word + 1)?;
    // An address has a letter in front of it.
    let opens = match start.checked_sub(1).and_then(|place| before.get(place)) {
        Some(c) => !c.is_alphanumeric(),
        None => true,
    };
    (before.get(start) == Some(&'@') && opens).then_some(start..before.len())
}

/// Quotations first: they are what all the others stand on. Of very many that fit, the first are weighed.
fn offers(document: &Document, query: &str) -> Vec<Offer> {
    let query = fold(query);
    let kinds =
        [ItemKind::Quotation, ItemKind::Metric, ItemKind::Entity, ItemKind::Event, ItemKind::Topic];
    let items = kinds.into_iter().flat_map(|kind| {
        (0..document.dossier.count(kind)).map(move |place| Item::new(kind, place))
    });
    let fits = |item: &Item| {
        begins(&document.dossier.id_of(*item).replace('-', " "), &query)
            || document.haystack.holds(*item, &query)
    };
    let offer = |item: Item| {
        let id = document.dossier.id_of(item).to_owned();
        let words = told_item(document, item).words;
        let rank = rank(&id.replace('-', " "), &fold(&words), &query)?;
        Some((rank, Offer { id, kind: item.kind.name(), words }))
    };
    let mut found: Vec<(u8, Offer)> =
        items.filter(fits).take(MOST_WEIGHED).filter_map(offer).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, offer)| offer).take(MOST).collect()
}

/// Whether a word of a text begins so; what was typed may be several words: `gt-tra` is.
fn begins(text: &str, query: &str) -> bool {
    text.starts_with(query) || text.contains(&format!(" {query}"))
}

/// How well something fits what was typed: by a word of its id, by a word of what it says, by a part of a word.
fn rank(id: &str, words: &str, query: &str) -> Option<u8> {
    if begins(id, query) {
        Some(0)
    } else if begins(words, query) {
        Some(1)
    } else {
        words.contains(query).then_some(2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_at_sign_that_begins_a_word_asks_for_offers() {
        let cases = [
            ("It grew @fli", 12, Some(8..12)),
            ("@", 1, Some(0..1)),
            ("[@", 2, Some(1..2)),
            ("a@b", 3, None),
            ("grew @fli now", 13, None),
            ("王@贸易", 4, None),
            ("王 @贸易", 5, Some(2..5)),
            ("", 0, None),
        ];
        for (text, cursor, expected) in cases {
            assert_eq!(typed_at(text, cursor), expected, "{text}");
        }
    }

    #[test]
    fn words_that_begin_so_go_before_parts_of_words() {
        assert_eq!(rank("gt trade", "over the past year", "tra"), Some(0));
        assert_eq!(rank("gt trade", "over the past year", "gt tra"), Some(0));
        assert_eq!(rank("gt wang", "trade grew", "tra"), Some(1));
        assert_eq!(rank("gt launch", "the central ceremony", "tra"), Some(2));
        assert_eq!(rank("gt launch", "a ceremony", "tra"), None);
    }

    #[test]
    fn what_is_chosen_becomes_a_citation_with_brackets_that_fit() {
        let cases = [
            ("It grew @fl.", 8..11, "It grew [@freight].", 18),
            ("It grew [@fl]", 9..12, "It grew [@freight]", 18),
            ("It grew [@a; @fl", 13..16, "It grew [@a; @freight]", 22),
        ];
        for (text, at, expected, cursor) in cases {
            let offer = Offer { id: "freight".into(), kind: "metric", words: String::new() };
            let mut citing = Citing { at: Some(at), offered: vec![offer], ..Citing::default() };
            let cited = citing.cite(text, 0).unwrap();
            assert_eq!((cited.text.as_str(), cited.cursor), (expected, cursor));
        }
    }
}
