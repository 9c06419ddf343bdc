//! The Checks screen: how many quotations are proven, which are not, and what else does not hold. Each
//! leads to its place.

use egui::{Align, Layout, ProgressBar, RichText, ScrollArea, Ui, vec2};

use super::entities::head;
use super::{column_frame, counted, problems};
use crate::anchor::{Outcome, TextStanding};
use crate::app::action::{Action, Actions};
use crate::app::briefing::BriefWish;
use crate::app::commands::Command;
use crate::app::reader::is_open;
use crate::app::state::{Document, Screen, State};
use crate::app::texts::SourceText;
use crate::app::theme::{self, SCROLL_BAR, font, space};
use crate::app::widgets::card::framed;
use crate::app::widgets::chip::{BadgeTone, badge, chip};
use crate::app::widgets::controls::{link, quiet};
use crate::app::widgets::virtual_list::VirtualList;
use crate::dossier::{Item, ItemKind, Problem, shorten};
use crate::text::one_line;

/// What the screen remembers between frames.
#[derive(Default)]
pub(super) struct ChecksView {
    list: VirtualList,
    only: Option<Outcome>,
    rows: Rows,
}

/// What is listed, made anew when the texts change.
#[derive(Default)]
struct Rows {
    of: Option<(u64, Option<Outcome>)>,
    quotations: Vec<u32>,
    problems: Vec<Problem>,
    version: u64,
}

impl ChecksView {
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        state: &State,
        document: &Document,
        actions: &mut Actions,
    ) {
        self.rows.refresh(document, self.only);
        column_frame().show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            top(ui, document, actions);
            ui.add_space(space::SMALL);
            self.outcomes(ui, document);
            ui.add_space(space::MEDIUM);
            let width = ui.available_width();
            let texts = (width * 0.34).clamp(260.0, 400.0);
            ui.horizontal_top(|ui| {
                ui.vertical(|ui| {
                    ui.set_width((width - texts - space::HUGE).min(820.0));
                    self.list(ui, document, actions);
                });
                ui.add_space(space::LARGE);
                ui.vertical(|ui| {
                    ui.set_width(texts);
                    briefs(ui, state, actions);
                    texts_of_sources(ui, document, actions);
                });
            });
        });
    }

    /// One chip an outcome, with how many quotations have it.
    fn outcomes(&mut self, ui: &mut Ui, document: &Document) {
        let counts = document.texts.proofs.counts();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            let open = [
                (Outcome::Approximate, "approximate"),
                (Outcome::Doubtful, "doubtful"),
                (Outcome::Ambiguous, "ambiguous"),
                (Outcome::Lost, "lost"),
            ];
            if chip(ui, "All findings", self.only.is_none()).clicked() {
                self.only = None;
            }
            for (outcome, name) in open {
                let chosen = self.only == Some(outcome);
                let words = format!("{} {name}", counts.of(outcome));
                if chip(ui, &words, chosen).clicked() {
                    self.only = (!chosen).then_some(outcome);
                }
            }
        });
    }

    fn list(&mut self, ui: &mut Ui, document: &Document, actions: &mut Actions) {
        let rows = &self.rows;
        if rows.quotations.is_empty() && rows.problems.is_empty() {
            nothing(ui, document, self.only);
            return;
        }
        let quotations = rows.quotations.len();
        let keys: Vec<u32> = (0..(quotations + rows.problems.len()) as u32).collect();
        self.list.show(ui, "checks", &keys, rows.version, space::SMALL, |ui, key| {
            let key = key as usize;
            if let Some(place) = rows.quotations.get(key) {
                quotation(ui, document, *place, actions);
            } else if let Some(problem) = rows.problems.get(key - quotations) {
                let item = problem.item.as_ref().and_then(|id| document.index.catalogue.find(id));
                if problems::one(ui, problem, item.is_some()) {
                    actions.extend(item.map(lead_to));
                }
            }
        });
    }
}

impl Rows {
    fn refresh(&mut self, document: &Document, only: Option<Outcome>) {
        let of = Some((document.texts.version, only));
        if self.of == of {
            return;
        }
        let proofs = document.texts.proofs.quotations();
        let wanted = |outcome: Outcome| only.is_none_or(|only| only == outcome);
        let places = (0_u32..).zip(proofs).filter(|(_, proof)| wanted(proof.outcome()));
        let quotations =
            places.map(|(place, _)| place).filter(|place| is_open(document, *place)).collect();
        let mut problems = Vec::new();
        if only.is_none() {
            problems.clone_from(&document.problems);
            for source in 0..document.dossier.sources.len() {
                match document.texts.of(source) {
                    SourceText::Here(text) => problems.extend(text.problems.iter().cloned()),
                    SourceText::Unreadable(message) => {
                        problems.extend(unreadable(document, source, message));
                    }
                    SourceText::Awaited | SourceText::Absent => {}
                }
            }
            problems.sort_by_key(|problem| problem.severity);
        }
        *self = Self { of, quotations, problems, version: self.version + 1 };
    }
}

fn unreadable(document: &Document, source: usize, message: &str) -> Option<Problem> {
    let published = document.dossier.sources.get(source)?;
    let code = crate::dossier::Code::TextUnreadable;
    Some(Problem::of_item(code, published.id.as_str(), message))
}

/// Where a problem's item is best looked at.
fn lead_to(item: Item) -> Action {
    match item.kind {
        ItemKind::Quotation => Action::ReadQuotation(item.position),
        ItemKind::Source => Action::ReadSource(item.index()),
        _ => Action::ShowDetails(item),
    }
}

/// How many are proven, in one sentence, and how far the check is.
fn top(ui: &mut Ui, document: &Document, actions: &mut Actions) {
    let counts = document.texts.proofs.counts();
    let all = document.dossier.quotations.len();
    head(ui, "Checks", |ui| {
        if ui.button("Check again").on_hover_text("F5").clicked() {
            actions.push(Action::Run(Command::CheckTexts));
        }
    });
    let tokens = theme::tokens(ui);
    let proven = counts.proven();
    let recorded = counts.of(Outcome::Unchecked);
    let mut words = format!(
        "{proven} of {} proven in their texts now",
        counted(all, "quotation", "quotations")
    );
    if recorded > 0 {
        words
            .push_str(&format!("; {recorded} only recorded as proven, because no text is at hand"));
    }
    if counts.accepted() > 0 {
        words.push_str(&format!("; {} settled by you", counts.accepted()));
    }
    words.push('.');
    ui.add(egui::Label::new(RichText::new(words).font(font::body()).color(tokens.ink)).wrap());
    if let Some(check) = &document.texts.check {
        let share = check.done as f32 / check.total.max(1) as f32;
        let text = format!("{} of {} texts checked", check.done, check.total);
        ui.horizontal(|ui| {
            ui.add(ProgressBar::new(share).desired_width(320.0).desired_height(6.0))
                .accessible_name(text.clone());
            if ui.button("Stop").clicked() {
                actions.push(Action::StopCheck);
            }
        });
        quiet(ui, text);
    }
}

fn nothing(ui: &mut Ui, document: &Document, only: Option<Outcome>) {
    ui.add_space(space::HUGE);
    let all = document.dossier.quotations.len();
    let words = if only.is_some() {
        "No quotation is of this kind."
    } else if document.texts.proofs.counts().of(Outcome::Unchecked) == all {
        "Nothing is wrong with the dossier itself. Whether its words stand in their sources is known \
         once texts are attached."
    } else {
        "Nothing to look at: whatever could be checked holds."
    };
    ui.vertical_centered(|ui| quiet(ui, words));
}

/// A quotation that was not found as recorded.
fn quotation(ui: &mut Ui, document: &Document, place: u32, actions: &mut Actions) {
    let Some(quotation) = document.dossier.quotations.get(place as usize) else { return };
    let Some(proof) = document.texts.proofs.of(place as usize) else { return };
    let source = document.index.source_of(place as usize);
    let publisher = document.dossier.sources.get(source).map_or("", |s| s.publisher.as_str());
    let tokens = theme::tokens(ui);
    framed(ui, tokens.line, |ui| {
        ui.horizontal(|ui| {
            let tone = match proof.outcome() {
                Outcome::Lost => BadgeTone::Bad,
                _ => BadgeTone::Warn,
            };
            badge(ui, proof.outcome().name(), tone);
            let at = format!("● {publisher} ¶{}", quotation.paragraph);
            let colour = tokens.source(source);
            ui.label(RichText::new(at).font(font::caption()).color(colour));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                quiet(ui, quotation.id.as_str());
            });
        });
        let words = format!("“{}”", shorten(&one_line(&quotation.selector.exact), 160));
        ui.push_id(place, |ui| {
            if link(ui, &words).on_hover_text("Show it in its source").clicked() {
                actions.push(Action::ReadQuotation(place));
            }
        });
        if let Some(now) = &proof.words {
            quiet(ui, format!("Now: “{}”", shorten(&one_line(now), 160)));
        }
    });
}

/// The briefs that quote what has changed in its source.
fn briefs(ui: &mut Ui, state: &State, actions: &mut Actions) {
    let touched = state.briefing.touched.briefs();
    if touched.is_empty() {
        return;
    }
    head(ui, "Briefs to look at again", |ui| {
        quiet(ui, touched.len().to_string());
    });
    for brief in touched {
        let tokens = theme::tokens(ui);
        framed(ui, tokens.warn, |ui| {
            if link(ui, &brief.name).on_hover_text("Show the brief").clicked() {
                actions.push(Action::Brief(BriefWish::Choose(brief.id.clone())));
                actions.push(Action::Show(Screen::Brief));
            }
            quiet(ui, brief.in_words());
        });
        ui.add_space(space::SMALL);
    }
    ui.add_space(space::MEDIUM);
}

/// Most sources whose texts are listed.
const MOST: usize = 200;

/// The text of each source, and how it stands.
fn texts_of_sources(ui: &mut Ui, document: &Document, actions: &mut Actions) {
    head(ui, "Texts of the sources", |ui| {
        let at_hand = document.texts.count_at_hand();
        quiet(ui, format!("{at_hand} of {}", document.dossier.sources.len()));
    });
    ScrollArea::vertical().id_salt("texts").auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - SCROLL_BAR);
        for (source, published) in document.dossier.sources.iter().enumerate().take(MOST) {
            let tokens = theme::tokens(ui);
            let (words, tone) = match document.texts.of(source) {
                SourceText::Awaited => ("being looked for", BadgeTone::Plain),
                SourceText::Absent => ("not attached", BadgeTone::Plain),
                SourceText::Unreadable(_) => ("can't be read", BadgeTone::Bad),
                SourceText::Here(text) => match text.standing {
                    TextStanding::Same => ("same as recorded ✓", BadgeTone::Good),
                    TextStanding::Edited => ("edited since", BadgeTone::Warn),
                    TextStanding::Another => ("another text", BadgeTone::Bad),
                },
            };
            ui.push_id(source, |ui| {
                let name = format!("● {}", published.publisher);
                let colour = tokens.source(source);
                ui.label(RichText::new(name).font(font::name()).color(colour));
                if link(ui, &published.title).on_hover_text("Read it").clicked() {
                    actions.push(Action::ReadSource(source));
                }
                ui.horizontal(|ui| {
                    badge(ui, words, tone);
                    if ui.button("Attach text…").clicked() {
                        actions.push(Action::AttachText(source));
                    }
                });
            });
            ui.add_space(space::MEDIUM);
        }
        let more = document.dossier.sources.len().saturating_sub(MOST);
        if more > 0 {
            quiet(ui, format!("and {more} more"));
        }
    });
}
