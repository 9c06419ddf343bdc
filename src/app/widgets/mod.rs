//! Widgets that several views use.

pub mod annotation_box;
pub mod card;
pub mod chip;
pub mod citation;
pub mod columns;
pub mod controls;
pub mod difference;
pub mod monogram;
pub mod passage;
pub mod sheet;
pub mod virtual_list;
