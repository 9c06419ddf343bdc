//! Dossier: entity cards, figures and source quotations side by side.
//!
//! The layers, each knowing only those below it, are described in `ARCHITECTURE.md`.

pub mod dossier;
