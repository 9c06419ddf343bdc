//! The languages that are read, one in a file, and what all have in common.

mod chinese;
mod english;
mod french;
mod german;
mod russian;
mod universal;

pub(super) use chinese::CHINESE;
pub(super) use english::{ENGLISH, MINOR, MONTHS, WEEKDAYS};
pub(super) use french::FRENCH;
pub(super) use german::GERMAN;
pub(super) use russian::RUSSIAN;
pub(super) use universal::{CODES, UNIVERSAL, dollars, is_code, sign};
