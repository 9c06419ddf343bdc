//! The picture of an entity, or its initials where there is none.

use egui::{Align2, CornerRadius, Image, Rect, Sense, Ui, Vec2};

use crate::app::action::{Action, Actions};
use crate::app::pictures::Pictures;
use crate::app::theme::{self, font, radius};
use crate::dossier::{Entity, EntityKind};

/// Shows an entity's picture or monogram, `side` points wide.
pub fn portrait(
    ui: &mut Ui,
    entity: &Entity,
    pictures: &Pictures,
    side: f32,
    actions: &mut Actions,
) {
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(side), Sense::hover());
    if !ui.is_rect_visible(rect) {
        return;
    }
    if let Some(path) = &entity.image {
        if let Some(texture) = pictures.get(path) {
            let fitted = fit(rect, texture.size_vec2());
            Image::from_texture(texture).corner_radius(CornerRadius::same(3)).paint_at(ui, fitted);
            let line = theme::tokens(ui).line;
            ui.painter().rect_stroke(fitted, 3.0, (1.0, line), egui::StrokeKind::Inside);
            return;
        }
        if pictures.is_new(path) {
            actions.push(Action::WantPicture(path.clone()));
        }
    }
    let tokens = theme::tokens(ui);
    let corner = if is_human(entity.kind) { side / 2.0 } else { f32::from(radius::CONTROL) };
    ui.painter().rect_filled(rect, corner, tokens.accent_soft);
    let letters = initials(&entity.name);
    let mut letter_font = font::name();
    letter_font.size = side * 0.36;
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, letters, letter_font, tokens.accent);
}

fn is_human(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Person | EntityKind::Group)
}

/// The largest rectangle of a picture's proportions in the middle of another.
fn fit(rect: Rect, size: Vec2) -> Rect {
    let scale = (rect.width() / size.x.max(1.0)).min(rect.height() / size.y.max(1.0));
    Rect::from_center_size(rect.center(), size * scale)
}

/// Two letters for a name: of its first two words that carry meaning, or its first two characters
/// in scripts without spaces.
pub fn initials(name: &str) -> String {
    const SMALL: [&str; 9] = ["of", "the", "and", "in", "for", "to", "on", "at", "a"];
    let words: Vec<&str> = name
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|word| !word.is_empty() && !SMALL.contains(word))
        .collect();
    match words.as_slice() {
        [] => "?".to_owned(),
        [one] => one.chars().take(if one.is_ascii() { 2 } else { 1 }).collect(),
        [first, .., last] if words.len() == 2 => {
            first.chars().take(1).chain(last.chars().take(1)).collect()
        }
        [first, second, ..] => first.chars().take(1).chain(second.chars().take(1)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_skip_small_words_and_know_other_scripts() {
        for (name, letters) in [
            ("Lin Jian", "LJ"),
            ("Secretariat of the mechanism", "Sm"),
            ("Kyrgyzstan", "Ky"),
            ("Bakayev", "Ba"),
            ("王毅", "王"),
            ("Владимир Норов", "ВН"),
            ("Xi'an", "Xi"),
            ("…", "?"),
        ] {
            assert_eq!(initials(name), letters);
        }
    }
}
