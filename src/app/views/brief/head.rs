//! The head of the outline: which brief it is, what stands above it, and what can be done with it.

use egui::{Align, Layout, Margin, RichText, TextEdit, Ui};

use crate::annotations::{Brief, BriefEdit, BriefHead};
use crate::app::action::{Action, Actions};
use crate::app::briefing::BriefWish;
use crate::app::commands::Command;
use crate::app::state::{Document, State};
use crate::app::theme::{self, Icon, font, space};
use crate::app::views::counted;
use crate::app::widgets::controls::{icon_button, inline_link, overline, quiet};
use crate::dossier::shorten;

pub(super) fn show(
    ui: &mut Ui,
    state: &State,
    document: &Document,
    brief: &Brief,
    open: &mut bool,
    actions: &mut Actions,
) {
    ui.horizontal(|ui| {
        picker(ui, document, brief, actions);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            more(ui, brief, actions);
            if icon_button(ui, Icon::Add, "New brief…").clicked() {
                actions.push(Action::Run(Command::NewBrief));
            }
            let (icon, name) = (Icon::Edit, "Name, title, author and date");
            if icon_button(ui, icon, name).clicked() {
                *open = !*open;
            }
        });
    });
    if *open {
        fields(ui, document, &brief.head, actions);
    }
    standing(ui, state, document, brief, actions);
    ui.add_space(space::SMALL);
}

fn picker(ui: &mut Ui, document: &Document, brief: &Brief, actions: &mut Actions) {
    let tokens = theme::tokens(ui);
    let words = RichText::new(shorten(&brief.head.name, 34)).font(font::heading());
    let down = Icon::Down.text(14.0).color(tokens.second_ink);
    let menu = ui.menu_button((words.color(tokens.ink), down), |ui| {
        ui.set_min_width(240.0);
        for archived in [false, true] {
            let briefs = document.annotations.briefs.iter();
            let mut of = briefs.filter(|known| known.head.archived == archived).peekable();
            if archived && of.peek().is_some() {
                ui.separator();
                quiet(ui, "Archived");
            }
            for known in of {
                if ui.selectable_label(known.id == brief.id, &known.head.name).clicked() {
                    actions.push(Action::Brief(BriefWish::Choose(known.id.clone())));
                    ui.close();
                }
            }
        }
        ui.separator();
        if ui.button("New brief…").clicked() {
            actions.push(Action::Run(Command::NewBrief));
            ui.close();
        }
    });
    menu.response.accessible_name(format!("Brief: {}", brief.head.name));
}

fn more(ui: &mut Ui, brief: &Brief, actions: &mut Actions) {
    let colour = theme::tokens(ui).second_ink;
    let menu = ui.menu_button(Icon::More.text(16.0).color(colour), |ui| {
        ui.set_min_width(220.0);
        let archived = brief.head.archived;
        let archive = if archived { "Bring back from the archive" } else { "Archive" };
        let wishes = [
            ("Duplicate", Action::Brief(BriefWish::Duplicate)),
            (archive, Action::Brief(BriefWish::Archive(!archived))),
            ("Delete", Action::Brief(BriefWish::Delete)),
            ("Exported versions…", Action::Run(Command::Versions)),
            ("Copy as rich text", Action::Run(Command::CopyBriefRich)),
            ("Copy as Markdown", Action::Run(Command::CopyBrief)),
        ];
        for (name, action) in wishes {
            if ui.button(name).clicked() {
                actions.push(action);
                ui.close();
            }
        }
    });
    menu.response.accessible_name("More for this brief").on_hover_text("More for this brief");
}

fn fields(ui: &mut Ui, document: &Document, head: &BriefHead, actions: &mut Actions) {
    let mut changed = head.clone();
    let today = crate::brief::today();
    let analyst = if document.annotations.analyst.is_empty() {
        "Nobody named yet"
    } else {
        &document.annotations.analyst
    };
    let rows: [(&str, &mut String, &str); 4] = [
        ("Name of the brief", &mut changed.name, ""),
        ("Title on the page", &mut changed.title, &document.dossier.title),
        ("Author", &mut changed.author, analyst),
        ("Date", &mut changed.date, &today),
    ];
    for (name, text, hint) in rows {
        ui.add_space(space::TINY);
        overline(ui, name);
        let field = TextEdit::singleline(text)
            .id_salt(name)
            .hint_text(hint)
            .desired_width(f32::INFINITY)
            .margin(Margin::symmetric(10, 5));
        ui.add(field).accessible_name(name);
    }
    if changed != *head {
        actions.push(Action::Brief(BriefWish::Type(BriefEdit::SetHead(changed))));
    }
}

/// What is lacking, and when it was exported last.
fn standing(ui: &mut Ui, state: &State, document: &Document, brief: &Brief, actions: &mut Actions) {
    let tokens = theme::tokens(ui);
    let Some(page) = &state.briefing.page else { return };
    let shortcomings = &page.composition.shortcomings;
    let errors = shortcomings.iter().filter(|shortcoming| shortcoming.is_error()).count();
    let open = shortcomings.len() - errors;
    let mut words = Vec::new();
    if errors > 0 {
        words.push(counted(errors, "error", "errors"));
    }
    if open > 0 {
        words.push(counted(open, "point to look at", "points to look at"));
    }
    let (words, ink) = match (errors, words.is_empty()) {
        (1.., _) => (words.join(", "), tokens.bad),
        (0, false) => (words.join(", "), tokens.warn),
        (0, true) => {
            let notes = page.composition.footnotes.len();
            let notes = counted(notes, "footnote", "footnotes");
            (format!("✓ Every statement has its source · {notes}"), tokens.good)
        }
    };
    ui.horizontal_wrapped(|ui| {
        let told = ui.label(RichText::new(words).font(font::caption()).color(ink));
        if !shortcomings.is_empty() {
            told.on_hover_ui(|ui| {
                for shortcoming in shortcomings.iter().take(12) {
                    ui.label(shortcoming.what.to_string());
                }
            });
        }
        if let Some(last) = document.annotations.versions_of(&brief.id).next_back() {
            let when = last.exported.to_zoned(jiff::tz::TimeZone::system());
            let words = format!("exported {}", when.strftime("%-d %B, %H:%M"));
            let leads = inline_link(ui, &words);
            if leads.on_hover_text("What changed since").clicked() {
                actions.push(Action::Run(Command::Versions));
            }
        }
    });
}
