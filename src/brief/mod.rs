//! Briefing notes: what the analyst composed, made into blocks with a footnote behind each statement, and the
//! blocks written in the formats that readers use.

pub mod bibliography;
mod blocks;
mod charts;
mod compose;
mod difference;
pub mod docx;
mod drawing;
mod export;
pub mod figures;
mod fill;
pub mod html;
mod items;
pub mod markdown;
mod notes;
mod own_text;
mod paper;
#[cfg(feature = "pdf")]
pub mod pdf;
mod shortcomings;
mod statements;
mod template;
mod widths;
mod xml;

pub use blocks::{
    Bar, Block, Chart, Cited, Composition, Footnote, Head, Line, ListItem, Place, Placed, Span,
    Words,
};
pub use compose::{Material, Stopped, compose, compose_while, today};
pub use difference::{Compared, difference, difference_of_versions, unified};
pub use drawing::{Extent, extents};
pub use export::{ExportError, Files, Format, export};
pub use fill::fill;
pub use paper::Paper;
pub use shortcomings::{Lack, Shortcoming};
pub use template::Template;
pub use widths::column_weights;
