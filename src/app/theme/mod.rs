//! The look: colours by meaning, sizes, fonts, and egui's style made from them.
//!
//! No colour and no font is named anywhere else.

mod colours;
mod fonts;
mod icons;
mod style;

use egui::{FontFamily, FontId, Ui};

pub use colours::Tokens;
pub use icons::Icon;
pub use style::install;

/// The colours of the theme in force.
pub fn tokens(ui: &Ui) -> &'static Tokens {
    Tokens::of(ui.visuals().dark_mode)
}

/// Steps of the 4-point grid.
pub mod space {
    /// Between things that belong together closely.
    pub const TINY: f32 = 4.0;
    /// Between parts of one card.
    pub const SMALL: f32 = 8.0;
    /// Between cards, and inside them.
    pub const MEDIUM: f32 = 12.0;
    /// Between columns and around screens.
    pub const LARGE: f32 = 16.0;
    /// Between sections.
    pub const HUGE: f32 = 24.0;
}

/// Room at the right of what scrolls, so that the bar never lies over words.
pub const SCROLL_BAR: f32 = 8.0;

/// Corner radii.
pub mod radius {
    /// Cards.
    pub const CARD: u8 = 10;
    /// Controls.
    pub const CONTROL: u8 = 8;
    /// Chips: half of their height.
    pub const CHIP: u8 = 11;
}

/// The opacity of what steps back behind the focus.
pub const STEPPED_BACK: f32 = 0.42;

/// Below this width, in points, the columns of the Desk become tabs.
pub const NARROW: f32 = 1200.0;

/// Text styles beyond egui's own, by purpose.
pub mod font {
    use super::{FontFamily, FontId};

    fn named(size: f32, family: &str) -> FontId {
        FontId::new(size, FontFamily::Name(family.into()))
    }

    /// Running text of the interface.
    pub fn body() -> FontId {
        FontId::new(13.0, FontFamily::Proportional)
    }

    /// Captions and labels.
    pub fn caption() -> FontId {
        FontId::new(11.5, FontFamily::Proportional)
    }

    /// Labels that carry weight: the head of a tile.
    pub fn overline() -> FontId {
        named(11.0, "medium")
    }

    /// Controls and chips.
    pub fn control() -> FontId {
        named(12.5, "medium")
    }

    /// Names on cards.
    pub fn name() -> FontId {
        named(14.0, "semibold")
    }

    /// Heads of columns.
    pub fn heading() -> FontId {
        named(14.0, "bold")
    }

    /// Titles of screens and items.
    pub fn title() -> FontId {
        named(20.0, "bold")
    }

    /// The number of a tile.
    pub fn figure() -> FontId {
        named(27.0, "bold")
    }

    /// What a source said.
    pub fn quotation() -> FontId {
        named(16.0, "serif")
    }

    /// The text of a brief's page.
    pub fn page(size: f32) -> FontId {
        named(size, "serif")
    }

    /// What carries weight on that page.
    pub fn page_strong(size: f32) -> FontId {
        named(size, "serif bold")
    }

    /// The number of a footnote on that page.
    pub fn note_mark() -> FontId {
        named(10.0, "medium")
    }

    /// What the page remarks itself.
    pub fn page_emphasis(size: f32) -> FontId {
        named(size, "serif italic")
    }

    /// The height of a line of what a source said, in points.
    pub const QUOTATION_LINE: f32 = 23.0;

    /// The headline of a source, above its text.
    pub fn source_title() -> FontId {
        named(20.0, "serif bold")
    }

    /// The headline of a source, within its text.
    pub fn headline() -> FontId {
        named(16.0, "serif bold")
    }

    /// Icons beside text.
    pub fn icon(size: f32) -> FontId {
        named(size, "icons")
    }
}
