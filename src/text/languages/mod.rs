//! The languages that are read, one in a file, and what all have in common.

#[allow(clippy::enum_glob_use, reason = "a table reads better without Sense:: in each row")]
mod chinese;
#[allow(clippy::enum_glob_use, reason = "a table reads better without Sense:: in each row")]
mod english;
#[allow(clippy::enum_glob_use, reason = "a table reads better without Sense:: in each row")]
mod french;
#[allow(clippy::enum_glob_use, reason = "a table reads better without Sense:: in each row")]
mod german;
#[allow(clippy::enum_glob_use, reason = "a table reads better without Sense:: in each row")]
mod russian;
#[allow(clippy::enum_glob_use, reason = "a table reads better without Sense:: in each row")]
mod universal;

pub(super) use chinese::CHINESE;
pub(super) use english::{ENGLISH, MINOR, MONTHS, WEEKDAYS};
pub(super) use french::FRENCH;
pub(super) use german::GERMAN;
pub(super) use russian::RUSSIAN;
pub(super) use universal::{CODES, UNIVERSAL, dollars, is_code, sign};
