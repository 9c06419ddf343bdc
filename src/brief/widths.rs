//! How the columns of a table share its width.

use super::blocks::Line;

/// A column weighs what the longest of its cells has in characters, within bounds: no column takes all, and none
/// is too narrow for a word.
pub fn column_weights(head: &[String], rows: &[Vec<Line>]) -> Vec<f64> {
    let length = |line: &Line| line.iter().map(|span| span.words().chars().count()).sum::<usize>();
    let longest = |place: usize| {
        let own = head.get(place).map_or(0, |name| name.chars().count());
        rows.iter().filter_map(|row| row.get(place)).map(length).max().unwrap_or(0).max(own)
    };
    (0..head.len()).map(|place| (longest(place) as f64).clamp(16.0, 90.0)).collect()
}
