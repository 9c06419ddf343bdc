//! The colour scale, and what each colour means. The one place where colours are made.
#![expect(clippy::disallowed_methods, reason = "the one place where colours are made")]

use egui::Color32;

/// Colours by meaning, for one theme.
#[derive(Clone, Copy, Debug)]
pub struct Tokens {
    /// Behind everything.
    pub ground: Color32,
    /// Bars, the rail.
    pub panel: Color32,
    /// Cards and fields.
    pub card: Color32,
    /// Borders and rules.
    pub line: Color32,
    /// Text.
    pub ink: Color32,
    /// Text that matters less.
    pub second_ink: Color32,
    /// What can be acted on, and the focus.
    pub accent: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// A quiet ground in the accent's colour.
    pub accent_soft: Color32,
    /// Behind the words that count.
    pub highlight: Color32,
    /// Behind text that is selected.
    pub selection: Color32,
    /// Something holds.
    pub good: Color32,
    /// Its quiet ground.
    pub good_soft: Color32,
    /// Something needs a look.
    pub warn: Color32,
    /// Its quiet ground.
    pub warn_soft: Color32,
    /// Something does not hold.
    pub bad: Color32,
    /// Its quiet ground.
    pub bad_soft: Color32,
    /// One colour a source, in Okabe and Ito's order.
    sources: [Color32; 8],
    /// Their quiet grounds.
    source_softs: [Color32; 8],
}

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// For light surroundings.
pub static LIGHT: Tokens = Tokens {
    ground: rgb(0xf6_f4ef),
    panel: rgb(0xfd_fcfa),
    card: rgb(0xff_ffff),
    line: rgb(0xe3_ded4),
    ink: rgb(0x1e_2326),
    second_ink: rgb(0x5a_6268),
    accent: rgb(0x0b_6e75),
    on_accent: rgb(0xff_ffff),
    accent_soft: rgb(0xdc_eeee),
    highlight: rgb(0xff_f1b8),
    selection: rgb(0xbf_dfe2),
    good: rgb(0x2a_7348),
    good_soft: rgb(0xe0_f0e4),
    warn: rgb(0xa9_4d07),
    warn_soft: rgb(0xfd_ebd3),
    bad: rgb(0xb3_261e),
    bad_soft: rgb(0xfa_e3e1),
    sources: [
        rgb(0x1f_5fa8),
        rgb(0xb5_4708),
        rgb(0x1b_7a5a),
        rgb(0x9a_3e78),
        rgb(0x8a_6100),
        rgb(0x20_6a84),
        rgb(0x7a_4a1e),
        rgb(0x4a_4f55),
    ],
    source_softs: [
        rgb(0xe1_ebf8),
        rgb(0xfb_e8dc),
        rgb(0xdf_f1ea),
        rgb(0xf6_e4ef),
        rgb(0xf7_eed3),
        rgb(0xdf_f0f5),
        rgb(0xf1_e6dc),
        rgb(0xe8_eaeb),
    ],
};

/// For dark surroundings.
pub static DARK: Tokens = Tokens {
    ground: rgb(0x14_181b),
    panel: rgb(0x19_1e22),
    card: rgb(0x20_262b),
    line: rgb(0x2c_3439),
    ink: rgb(0xe8_eae6),
    second_ink: rgb(0xa7_b0b3),
    accent: rgb(0x4d_b6bc),
    on_accent: rgb(0x0e_1a1c),
    accent_soft: rgb(0x17_383b),
    highlight: rgb(0x4a_4118),
    selection: rgb(0x1f_4d52),
    good: rgb(0x6c_c48c),
    good_soft: rgb(0x1a_3324),
    warn: rgb(0xf0_a35a),
    warn_soft: rgb(0x3b_2a16),
    bad: rgb(0xf2_8b82),
    bad_soft: rgb(0x42_201d),
    sources: [
        rgb(0x7a_b2f0),
        rgb(0xf2_9a5c),
        rgb(0x5c_c9a2),
        rgb(0xe0_93c4),
        rgb(0xe2_c04f),
        rgb(0x76_c9e4),
        rgb(0xd8_a677),
        rgb(0xb6_bec4),
    ],
    source_softs: [
        rgb(0x1b_2e47),
        rgb(0x3f_2815),
        rgb(0x14_352a),
        rgb(0x3a_2033),
        rgb(0x37_2f10),
        rgb(0x15_323b),
        rgb(0x36_2819),
        rgb(0x2b_3136),
    ],
};

impl Tokens {
    /// The tokens of a theme.
    pub fn of(dark: bool) -> &'static Self {
        if dark { &DARK } else { &LIGHT }
    }

    /// The colour of a source, by its place in the dossier. Beyond eight they repeat: a source's
    /// name always stands with its colour.
    pub fn source(&self, place: usize) -> Color32 {
        self.sources.get(place % self.sources.len()).copied().unwrap_or(self.ink)
    }

    /// The quiet ground in a source's colour.
    pub fn source_soft(&self, place: usize) -> Color32 {
        self.source_softs.get(place % self.source_softs.len()).copied().unwrap_or(self.panel)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance, WCAG 2.2.
    fn luminance(colour: Color32) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
    }

    fn contrast(a: Color32, b: Color32) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn the_formula_gives_the_known_extremes() {
        assert!((contrast(Color32::WHITE, Color32::BLACK) - 21.0).abs() < 1e-9);
    }

    #[test]
    fn text_stands_out_from_its_ground() {
        for (theme, t) in [("light", &LIGHT), ("dark", &DARK)] {
            let mut pairs = vec![
                ("on accent", t.on_accent, t.accent),
                ("ink on highlight", t.ink, t.highlight),
                ("ink on selection", t.ink, t.selection),
                ("accent on soft", t.accent, t.accent_soft),
                ("ink on accent soft", t.ink, t.accent_soft),
                ("second ink on accent soft", t.second_ink, t.accent_soft),
                ("good", t.good, t.good_soft),
                ("warn", t.warn, t.warn_soft),
                ("bad", t.bad, t.bad_soft),
            ];
            for ground in [t.ground, t.panel, t.card] {
                pairs.push(("ink", t.ink, ground));
                pairs.push(("second ink", t.second_ink, ground));
                pairs.push(("accent", t.accent, ground));
                pairs.push(("good", t.good, ground));
                pairs.push(("warn", t.warn, ground));
                pairs.push(("bad", t.bad, ground));
            }
            for place in 0..8 {
                pairs.push(("source", t.source(place), t.source_soft(place)));
                pairs.push(("source on ground", t.source(place), t.ground));
            }
            for (name, text, ground) in pairs {
                let ratio = contrast(text, ground);
                assert!(ratio >= 4.5, "{theme}: {name}: {ratio:.2}");
            }
        }
    }
}
