//! Marks that lead from something stated to the words that bear it out.

use egui::{Button, RichText, TextWrapMode, Ui};

use crate::app::state::Document;
use crate::app::theme::{self, font, space};
use crate::dossier::{Citation, Item, ItemKind};

/// Shows one mark a citation, source and paragraph in the source's colour, and returns the
/// quotation whose mark was chosen. It flows on in a wrapping line.
pub fn citation_marks(ui: &mut Ui, document: &Document, citations: &[Citation]) -> Option<Item> {
    let mut chosen = None;
    ui.spacing_mut().item_spacing.x = space::SMALL;
    for citation in citations {
        let quoted = document.index.quotation(&document.dossier, citation);
        let Some((place, quotation)) = quoted else { continue };
        let source = document.index.source_of(place);
        let publisher = document.dossier.sources.get(source).map_or("", |source| &source.publisher);
        let at = match quotation.paragraph {
            0 => format!("{publisher}, head"),
            number => format!("{publisher} ¶{number}"),
        };
        let colour = theme::tokens(ui).source(source);
        let words = RichText::new(&at).font(font::caption()).color(colour);
        let button = Button::new(words).frame(false).wrap_mode(TextWrapMode::Extend);
        let response = ui.add(button).accessible_name(format!("Words in {at}"));
        let hint = citation.words.as_ref().unwrap_or(&quotation.selector.exact);
        if response.on_hover_text(format!("“{hint}”")).clicked() {
            chosen = Some(Item::new(ItemKind::Quotation, place));
        }
    }
    chosen
}
