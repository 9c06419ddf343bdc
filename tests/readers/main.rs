//! A brief read by the programs of others: comrak, pandoc, LibreOffice, Chromium, poppler, an OOXML validator,
//! and what manages references. They say what is written; no parser of ours does.
//!
//! `./check` installs them where it can. A test whose program is missing says so in its output, and `./check`
//! says it too.

// Without this clippy takes what the tests share for production code.
#![cfg(test)]

mod bibliography;
mod bundled;
mod golden;
mod hostile;
mod html;
mod markdown;
mod pandoc;
#[cfg(feature = "pdf")]
mod pdf;
mod saying;
mod tools;
mod word;
