//! What a person does in the window, and what they then see: the real app, driven by role and
//! label, without a graphics card.

// Without this clippy takes what the tests share for production code.
#![cfg(test)]

mod annotating;
mod briefing;
mod charts;
mod comparing;
mod dashboard;
mod desk;
mod details;
mod driver;
#[path = "../../benches/generator/mod.rs"]
mod generator;
mod golden;
mod opening;
mod reading;
mod screens;
mod sharing;
mod suggesting;
mod wide;
