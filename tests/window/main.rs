//! What a person does in the window, and what they then see: the real app, driven by role and
//! label, without a graphics card.

mod annotating;
mod briefing;
mod desk;
mod driver;
mod golden;
mod opening;
