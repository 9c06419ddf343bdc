//! Dossier: entity cards, figures and source quotations side by side.
//!
//! The layers, each knowing only those below it, are described in `ARCHITECTURE.md`.

pub mod anchor;
pub mod annotations;
#[cfg(feature = "window")]
pub mod app;
pub mod brief;
pub mod cli;
pub mod compare;
pub mod dossier;
pub mod search;
pub mod store;
pub mod text;
