//! Briefing notes: a dossier and the analyst's work composed into blocks, and the blocks written as
//! Markdown. Every statement carries a footnote to the words that bear it out.

mod blocks;
mod compose;
pub mod figures;
pub mod markdown;

pub use blocks::{Block, Brief, Footnote, Line, Span, Words};
pub use compose::{Heading, compose, today};
