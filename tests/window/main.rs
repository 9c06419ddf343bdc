//! What a person does in the window, and what they then see: the real app, driven by role and
//! label, without a graphics card.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]

mod annotating;
mod briefing;
mod desk;
mod driver;
#[path = "../../benches/generator/mod.rs"]
mod generator;
mod golden;
mod opening;
