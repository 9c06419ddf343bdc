//! How two versions of a text differ, line by line.

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Frame, Margin, ScrollArea, Ui};

use super::controls::quiet;
use crate::app::theme::{self, SCROLL_BAR, font};
use crate::brief::Compared;

/// Shows the lines of a comparison, `height` points high at most.
pub fn difference(ui: &mut Ui, lines: &[Compared], height: f32) {
    ScrollArea::vertical()
        .id_salt("difference")
        .max_height(height)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.set_max_width(ui.available_width() - SCROLL_BAR);
            ui.spacing_mut().item_spacing.y = 1.0;
            for line in lines {
                compared(ui, line);
            }
        });
}

fn compared(ui: &mut Ui, line: &Compared) {
    let tokens = theme::tokens(ui);
    match line {
        Compared::Skipped(1) => drop(quiet(ui, "  … one line is the same")),
        Compared::Skipped(number) => drop(quiet(ui, format!("  … {number} lines are the same"))),
        Compared::Same(words) if words.trim().is_empty() => {}
        Compared::Same(words) => {
            marked(
                ui,
                "  ",
                &[(false, words.clone())],
                tokens.second_ink,
                Color32::TRANSPARENT,
                tokens.panel,
            );
        }
        Compared::Gone(stretches) => {
            marked(ui, "− ", stretches, tokens.bad, tokens.bad_soft, tokens.card);
        }
        Compared::New(stretches) => {
            marked(ui, "+ ", stretches, tokens.good, tokens.good_soft, tokens.card);
        }
    }
}

/// A line with a sign in front; the stretches that differ are on a ground of their own.
fn marked(
    ui: &mut Ui,
    sign: &str,
    stretches: &[(bool, String)],
    ink: Color32,
    ground: Color32,
    fill: Color32,
) {
    let plain = TextFormat::simple(font::body(), ink);
    let mut job = LayoutJob::default();
    job.append(sign, 0.0, plain.clone());
    for (differs, words) in stretches {
        let background = if *differs { ground } else { Color32::TRANSPARENT };
        job.append(words, 0.0, TextFormat { background, ..plain.clone() });
    }
    Frame::new().fill(fill).inner_margin(Margin::symmetric(6, 2)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.add(egui::Label::new(job).wrap());
    });
}
