//! Fonts: Inter for the interface, Libertinus Serif for what a source said, Lucide for icons. Other
//! scripts come from the system.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

use crate::store::typefaces;

const FILES: [(&str, &[u8]); 8] = [
    ("Inter", typefaces::INTER),
    ("Inter Medium", typefaces::INTER_MEDIUM),
    ("Inter SemiBold", typefaces::INTER_SEMI_BOLD),
    ("Inter Bold", typefaces::INTER_BOLD),
    ("Libertinus", typefaces::LIBERTINUS),
    ("Libertinus Italic", typefaces::LIBERTINUS_ITALIC),
    ("Libertinus SemiBold", typefaces::LIBERTINUS_SEMI_BOLD),
    ("Lucide", lucide_icons::LUCIDE_FONT_BYTES),
];

/// All fonts and the families made of them. Lucide comes last in each: it maps letters to nothing.
pub(super) fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in FILES {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let mut family = |family: FontFamily, faces: &[&str]| {
        let faces = faces.iter().chain(&["Lucide"]).map(|face| (*face).to_owned()).collect();
        fonts.families.insert(family, faces);
    };
    family(FontFamily::Proportional, &["Inter"]);
    family(FontFamily::Monospace, &["Inter"]);
    family(FontFamily::Name("medium".into()), &["Inter Medium"]);
    family(FontFamily::Name("semibold".into()), &["Inter SemiBold"]);
    family(FontFamily::Name("bold".into()), &["Inter Bold"]);
    family(FontFamily::Name("serif".into()), &["Libertinus", "Inter"]);
    family(FontFamily::Name("serif italic".into()), &["Libertinus Italic", "Inter"]);
    family(FontFamily::Name("serif bold".into()), &["Libertinus SemiBold", "Inter SemiBold"]);
    family(FontFamily::Name("icons".into()), &[]);
    fonts
}
