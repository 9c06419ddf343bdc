//! Versions: what of a brief was handed over, when and where.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The texts that are kept of one brief take at most so many bytes; of older versions only when and where
/// they were exported is kept.
pub const TEXT_BUDGET: usize = 4 * 1024 * 1024;

/// A brief as it was exported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Version")]
pub struct Version {
    /// The brief.
    pub brief: String,
    /// When.
    pub exported: Timestamp,
    /// The name of the format.
    pub format: String,
    /// Where it was written to.
    pub path: String,
    /// The SHA-256 of the file as it was written.
    pub sha256: String,
    /// What it said, as CommonMark; none where that is no longer kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// Adds a version and lets go of the oldest texts of the same brief that are beyond the budget.
pub(super) fn remember(versions: &mut Vec<Version>, version: Version) {
    let brief = version.brief.clone();
    versions.push(version);
    let mut left = TEXT_BUDGET;
    for known in versions.iter_mut().rev().filter(|known| known.brief == brief) {
        let size = known.text.as_ref().map_or(0, String::len);
        match left.checked_sub(size) {
            Some(rest) => left = rest,
            None => {
                left = 0;
                known.text = None;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(brief: &str, text: &str) -> Version {
        Version {
            brief: brief.to_owned(),
            exported: Timestamp::UNIX_EPOCH,
            format: "CommonMark".to_owned(),
            path: "/x.md".to_owned(),
            sha256: String::new(),
            text: Some(text.to_owned()),
        }
    }

    #[test]
    fn old_texts_give_way_and_their_dates_stay() {
        let mut versions = Vec::new();
        let long = "x".repeat(TEXT_BUDGET / 2);
        remember(&mut versions, version("b1", "short"));
        remember(&mut versions, version("b2", &long));
        for _ in 0..2 {
            remember(&mut versions, version("b1", &long));
        }
        let kept: Vec<bool> = versions.iter().map(|known| known.text.is_some()).collect();
        assert_eq!(kept, [false, true, true, true]);
        remember(&mut versions, version("b1", "short"));
        assert!(versions[2].text.is_none() && versions[4].text.is_some());
    }
}
