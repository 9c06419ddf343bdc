//! The head of a source in the reader: which it is, how its text stands, how to attach one.

use egui::{Margin, RichText, Ui, WidgetInfo};

use crate::anchor::{Proof, TextStanding};
use crate::app::action::{Action, Actions};
use crate::app::state::{Document, State};
use crate::app::texts::SourceText;
use crate::app::theme::{self, Icon, font, space};
use crate::app::views::counted;
use crate::app::widgets::chip::{BadgeTone, badge};
use crate::app::widgets::controls::{icon_button, primary_button};
use crate::dossier::shorten;

/// The name of the source in its colour, and the way to another.
pub(super) fn choose_source(
    ui: &mut Ui,
    place: usize,
    state: &State,
    document: &Document,
    source: usize,
    actions: &mut Actions,
) {
    let sources = &document.dossier.sources;
    let colour = theme::tokens(ui).source(source);
    let name = sources.get(source).map_or("", |published| published.publisher.as_str());
    let words = RichText::new(format!("● {name}")).font(font::name()).color(colour);
    if sources.len() < 2 {
        ui.label(words);
        return;
    }
    let response = egui::ComboBox::from_id_salt(("source of pane", place))
        .selected_text(words)
        .height(400.0)
        .show_ui(ui, |ui| {
            for (other, published) in sources.iter().enumerate() {
                let name = format!("{} · {}", published.publisher, shorten(&published.title, 60));
                if ui.selectable_label(other == source, name).clicked() {
                    let second = place == 1 && other != state.reader.first;
                    let beside = || Action::ReadBeside(Some(other));
                    actions.push(if second { beside() } else { Action::ReadSource(other) });
                }
            }
        })
        .response;
    response.widget_info(|| {
        WidgetInfo::labeled(egui::Role::ComboBox, true, format!("Source {}: {name}", place + 1))
    });
}

pub(super) fn pane_buttons(
    ui: &mut Ui,
    place: usize,
    state: &State,
    document: &Document,
    source: usize,
    actions: &mut Actions,
) {
    if place == 1 {
        if icon_button(ui, Icon::Close, "Close the second source").clicked() {
            actions.push(Action::ReadBeside(None));
        }
    } else if state.reader.second.is_none() && document.dossier.sources.len() > 1 {
        let other = usize::from(source == 0);
        if ui.button("Read another beside").clicked() {
            actions.push(Action::ReadBeside(Some(other)));
        }
    }
    if document.texts.at_hand(source).is_some()
        && icon_button(ui, Icon::Attach, "Attach another text…").clicked()
    {
        actions.push(Action::AttachText(source));
    }
}

/// Room for less than a standing in full, in points.
const NARROW: f32 = 320.0;

/// How the text stands to the one that the dossier was built from.
///
/// A narrow pane has room for the first words only; the rest is told by the hint.
pub(super) fn standing(ui: &mut Ui, document: &Document, source: usize) {
    let narrow = ui.available_width() < NARROW;
    let quotations = document.index.quotations_of_source(source);
    let proofs = quotations.iter().filter_map(|place| document.texts.proofs.of(*place as usize));
    match document.texts.of(source) {
        SourceText::Awaited => {
            badge(ui, "looking for its text…", BadgeTone::Plain);
        }
        SourceText::Absent => {
            badge(ui, "text not attached", BadgeTone::Plain);
        }
        SourceText::Unreadable(_) => {
            badge(ui, "text can't be read", BadgeTone::Bad);
        }
        SourceText::Here(text) => {
            let (words, tone) = match text.standing {
                TextStanding::Same => {
                    ("text attached · same as recorded ✓".to_owned(), BadgeTone::Good)
                }
                TextStanding::Another => ("another text altogether".to_owned(), BadgeTone::Bad),
                TextStanding::Edited => (edited(proofs), BadgeTone::Warn),
            };
            let hint = format!("{words}\n{}\n{}", text.path.display(), text.encoding);
            let short = words.split([':', '·']).next().unwrap_or(&words).trim();
            badge(ui, if narrow { short } else { &words }, tone).on_hover_text(hint);
        }
    }
}

/// What an edited text did to the quotations.
pub(super) fn edited<'p>(proofs: impl Iterator<Item = &'p Proof>) -> String {
    let (mut whole, mut changed, mut missing) = (0, 0, 0);
    for proof in proofs {
        let outcome = proof.outcome();
        if outcome.is_proven() {
            whole += 1;
        } else if outcome.is_found() {
            changed += 1;
        } else {
            missing += 1;
        }
    }
    let mut parts = vec![format!("{} unchanged", counted(whole, "quotation", "quotations"))];
    if changed > 0 {
        parts.push(format!("{changed} changed"));
    }
    if missing > 0 {
        parts.push(format!("{missing} not found"));
    }
    format!("edited since: {}", parts.join(", "))
}

/// Says why there is no text, and how to get one.
pub(super) fn notice(ui: &mut Ui, document: &Document, source: usize, actions: &mut Actions) {
    let quotations = document.index.quotations_of_source(source).len();
    let recorded = counted(quotations, "quotation", "quotations");
    let words = match document.texts.of(source) {
        SourceText::Awaited => "Its text is being looked for.".to_owned(),
        SourceText::Absent => format!(
            "The dossier holds {recorded} of this source, not its text. Attach the text to read \
             around them and to check that they stand in it: choose the file, drop it on the window, \
             or put it into the folder “sources” beside the dossier."
        ),
        SourceText::Unreadable(message) => format!("The text is not shown: {message}."),
        SourceText::Here(text) => {
            let file = text.path.file_name().unwrap_or_default().to_string_lossy();
            format!(
                "“{file}” is another text altogether: its fingerprint is not the recorded one, and \
                 next to none of the {recorded} stands in it. The quotations below are shown as \
                 recorded and count as unchecked."
            )
        }
    };
    let attached = !matches!(document.texts.of(source), SourceText::Absent | SourceText::Awaited);
    let tokens = theme::tokens(ui);
    egui::Frame::new()
        .fill(if attached { tokens.warn_soft } else { tokens.accent_soft })
        .corner_radius(theme::radius::CARD)
        .inner_margin(Margin::from(space::MEDIUM))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            let words = RichText::new(words).font(font::body()).color(tokens.ink);
            ui.add(egui::Label::new(words).wrap());
            ui.add_space(space::TINY);
            ui.horizontal(|ui| {
                if primary_button(ui, "Attach text…").clicked() {
                    actions.push(Action::AttachText(source));
                }
                if attached && ui.button("Let go of this text").clicked() {
                    actions.push(Action::DetachText(source));
                }
            });
        });
    ui.add_space(space::MEDIUM);
}
