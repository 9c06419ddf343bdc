//! Edit distance with its path, by bit vectors.
//!
//! Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic
//! programming", JACM 46(3), 1999, in blocks of 64 rows as Hyyrö, "A bit-vector algorithm for computing
//! Levenshtein and Damerau edit distances", 2003, states them. The vectors of each column are kept, so
//! that the path can be walked back.

/// How a pattern lies in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Alignment {
    /// Characters to insert, delete or exchange.
    pub(super) cost: usize,
    /// Where it begins in the text.
    pub(super) start: usize,
    /// Where it ends in the text.
    pub(super) end: usize,
    /// Stretches that agree, in order.
    pub(super) runs: Vec<Run>,
}

/// A stretch in which pattern and text agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) pattern: usize,
    pub(super) text: usize,
    pub(super) length: usize,
}

/// Which ends of the text may be left over at no cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ends {
    /// Both: the pattern is looked for within the text.
    Free,
    /// None: the whole text is the pattern's counterpart.
    Fixed,
}

/// The words of the pattern: for each character, in which rows it stands.
struct Rows {
    /// Blocks of 64 rows.
    blocks: usize,
    /// For each ASCII character, its blocks.
    ascii: Vec<u64>,
    others: Vec<(char, Vec<u64>)>,
    none: Vec<u64>,
}

impl Rows {
    fn of(pattern: &[char]) -> Self {
        let blocks = pattern.len().div_ceil(64).max(1);
        let mut rows = Self {
            blocks,
            ascii: vec![0; 128 * blocks],
            others: Vec::new(),
            none: vec![0; blocks],
        };
        for (row, c) in pattern.iter().enumerate() {
            let bit = 1_u64 << (row % 64);
            let bits = if c.is_ascii() {
                rows.ascii.get_mut(*c as usize * blocks + row / 64)
            } else {
                let known = rows.others.iter().position(|(other, _)| other == c);
                let place = known.unwrap_or_else(|| {
                    rows.others.push((*c, vec![0; blocks]));
                    rows.others.len() - 1
                });
                rows.others.get_mut(place).and_then(|(_, bits)| bits.get_mut(row / 64))
            };
            if let Some(bits) = bits {
                *bits |= bit;
            }
        }
        rows
    }

    fn with(&self, c: char) -> &[u64] {
        let found = if c.is_ascii() {
            let first = c as usize * self.blocks;
            self.ascii.get(first..first + self.blocks)
        } else {
            self.others.iter().find(|(other, _)| *other == c).map(|(_, bits)| bits.as_slice())
        };
        found.unwrap_or(&self.none)
    }
}

/// One block of one column: in which rows the cost is one more, or one less, than in the row above.
#[derive(Clone, Copy, Debug)]
struct Block {
    more: u64,
    less: u64,
}

impl Block {
    const FIRST: Self = Self { more: u64::MAX, less: 0 };

    /// The block in the next column. `from_above` and the result say how the cost changes from column to
    /// column just above the block and in the row that `last` marks.
    fn next(self, equal: u64, from_above: i8, last: u64) -> (Self, i8) {
        let above_less = u64::from(from_above < 0);
        let vertical = equal | self.less;
        let equal = equal | above_less;
        let horizontal = ((equal & self.more).wrapping_add(self.more) ^ self.more) | equal;
        let mut more = self.less | !(horizontal | self.more);
        let mut less = self.more & horizontal;
        let below = i8::from(more & last != 0) - i8::from(less & last != 0);
        more = (more << 1) | u64::from(from_above > 0);
        less = (less << 1) | above_less;
        (Self { more: less | !(vertical | more), less: more & vertical }, below)
    }

    /// The change of the cost from row 0 of the block to below `rows` of its rows.
    fn change(self, mask: u64) -> isize {
        (self.more & mask).count_ones() as isize - (self.less & mask).count_ones() as isize
    }
}

/// The least cost at which a pattern ends at each place of a text, without the way there. Calls
/// `ends(place, cost)`; places count the characters passed.
pub(super) fn scan(
    pattern: &[char],
    text: impl Iterator<Item = char>,
    mut ends: impl FnMut(usize, usize),
) {
    let rows = Rows::of(pattern);
    let mut column = vec![Block::FIRST; rows.blocks];
    let last = last_row(pattern.len());
    let mut cost = pattern.len() as isize;
    for (place, c) in text.enumerate() {
        cost += advance(&mut column, rows.with(c), 0, last);
        ends(place + 1, cost as usize);
    }
}

fn last_row(length: usize) -> u64 {
    1 << (length.saturating_sub(1) % 64)
}

/// Moves a column on by one character. Returns the change of the cost in the last row.
fn advance(column: &mut [Block], equal: &[u64], from_above: i8, last: u64) -> isize {
    let mut change = from_above;
    let bottom = column.len().saturating_sub(1);
    for (place, (block, equal)) in column.iter_mut().zip(equal).enumerate() {
        let mark = if place == bottom { last } else { 1 << 63 };
        (*block, change) = block.next(*equal, change, mark);
    }
    isize::from(change)
}

/// Lays a pattern against a text at the least cost.
pub(super) fn align(pattern: &[char], text: &[char], ends: Ends) -> Alignment {
    if pattern.is_empty() {
        let end = if ends == Ends::Fixed { text.len() } else { 0 };
        return Alignment { cost: end, start: 0, end, runs: Vec::new() };
    }
    let rows = Rows::of(pattern);
    let last = last_row(pattern.len());
    let from_above = i8::from(ends == Ends::Fixed);
    let mut column = vec![Block::FIRST; rows.blocks];
    let mut matrix = Matrix {
        rows: pattern.len(),
        blocks: rows.blocks,
        columns: Vec::with_capacity((text.len() + 1) * rows.blocks),
        bottom: Vec::with_capacity(text.len() + 1),
    };
    matrix.keep(&column, pattern.len() as isize);
    for c in text {
        let cost = matrix.bottom.last().copied().unwrap_or_default()
            + advance(&mut column, rows.with(*c), from_above, last);
        matrix.keep(&column, cost);
    }
    let end = match ends {
        Ends::Fixed => text.len(),
        // Among equals the last: the pattern's end is exchanged rather than left out.
        Ends::Free => {
            let costs = matrix.bottom.iter().enumerate().rev();
            costs.min_by_key(|(_, cost)| **cost).map_or(0, |(place, _)| place)
        }
    };
    matrix.path(pattern, text, end, ends)
}

/// The vectors of all columns.
struct Matrix {
    rows: usize,
    blocks: usize,
    columns: Vec<Block>,
    /// The cost in the last row of each column.
    bottom: Vec<isize>,
}

impl Matrix {
    fn keep(&mut self, column: &[Block], cost: isize) {
        self.columns.extend_from_slice(column);
        self.bottom.push(cost);
    }

    fn block(&self, row: usize, column: usize) -> Block {
        self.columns.get(column * self.blocks + row / 64).copied().unwrap_or(Block::FIRST)
    }

    /// The cost with `row` characters of the pattern and `column` of the text passed.
    fn cost(&self, row: usize, column: usize) -> isize {
        let mut cost = self.bottom.get(column).copied().unwrap_or_default();
        let mut from = row;
        while from < self.rows {
            let to = (from / 64 * 64 + 64).min(self.rows);
            let above = u64::MAX << (from % 64);
            let mask = if to.is_multiple_of(64) { above } else { above & ((1 << (to % 64)) - 1) };
            cost -= self.block(from, column).change(mask);
            from = to;
        }
        cost
    }

    /// How the cost changes from the row above `row` (from 1) to it.
    fn step_down(&self, row: usize, column: usize) -> isize {
        self.block(row - 1, column).change(1 << ((row - 1) % 64))
    }

    fn path(&self, pattern: &[char], text: &[char], end: usize, ends: Ends) -> Alignment {
        let (mut row, mut column) = (self.rows, end);
        let mut cost = self.bottom.get(end).copied().unwrap_or_default();
        let total = cost as usize;
        let mut runs: Vec<Run> = Vec::new();
        while row > 0 {
            let equal = column > 0 && pattern.get(row - 1) == text.get(column - 1);
            if equal {
                (row, column) = (row - 1, column - 1);
                match runs.last_mut() {
                    Some(run) if run.pattern == row + 1 && run.text == column + 1 => {
                        *run = Run { pattern: row, text: column, length: run.length + 1 };
                    }
                    _ => runs.push(Run { pattern: row, text: column, length: 1 }),
                }
                continue;
            }
            if column > 0 {
                let left = self.cost(row, column - 1);
                let diagonal = left - self.step_down(row, column - 1);
                if diagonal + 1 == cost {
                    (row, column, cost) = (row - 1, column - 1, diagonal);
                    continue;
                }
                if left + 1 == cost {
                    (column, cost) = (column - 1, left);
                    continue;
                }
            }
            row -= 1;
            cost -= 1;
        }
        runs.reverse();
        let start = if ends == Ends::Fixed { 0 } else { column };
        Alignment { cost: total, start, end, runs }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn characters(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    /// The plain dynamic programme.
    fn distance(pattern: &[char], text: &[char], ends: Ends) -> usize {
        let mut row: Vec<usize> =
            (0..=text.len()).map(|place| if ends == Ends::Fixed { place } else { 0 }).collect();
        for (number, p) in pattern.iter().enumerate() {
            let mut above = row[0];
            row[0] = number + 1;
            for (place, t) in text.iter().enumerate() {
                let exchanged = above + usize::from(p != t);
                above = row[place + 1];
                row[place + 1] = exchanged.min(above + 1).min(row[place] + 1);
            }
        }
        match ends {
            Ends::Fixed => row[text.len()],
            Ends::Free => row.into_iter().min().unwrap(),
        }
    }

    fn check(pattern: &[char], text: &[char], ends: Ends) {
        let alignment = align(pattern, text, ends);
        assert_eq!(alignment.cost, distance(pattern, text, ends));
        assert!(alignment.start <= alignment.end && alignment.end <= text.len());
        let found = &text[alignment.start..alignment.end];
        assert_eq!(distance(pattern, found, Ends::Fixed), alignment.cost);
        let mut before = (0, alignment.start);
        for run in alignment.runs {
            assert!(run.pattern >= before.0 && run.text >= before.1);
            before = (run.pattern + run.length, run.text + run.length);
            assert_eq!(pattern[run.pattern..before.0], text[run.text..before.1]);
        }
        assert!(before.1 <= alignment.end);
    }

    proptest! {
        #[test]
        fn costs_and_paths_are_those_of_the_plain_programme(
            pattern in "[ab我é]{1,150}", text in "[ab我é]{0,200}", fixed in any::<bool>()
        ) {
            let ends = if fixed { Ends::Fixed } else { Ends::Free };
            check(&characters(&pattern), &characters(&text), ends);
        }

        #[test]
        fn a_scan_tells_the_least_cost(pattern in "[abc]{1,100}", text in "[abc]{1,150}") {
            let (pattern, text) = (characters(&pattern), characters(&text));
            let mut least = pattern.len();
            scan(&pattern, text.iter().copied(), |_, cost| least = least.min(cost));
            prop_assert_eq!(least, distance(&pattern, &text, Ends::Free));
        }
    }

    #[test]
    fn an_end_that_was_exchanged_belongs_to_what_is_found() {
        let alignment = align(&characters("abcdef"), &characters("xxabcdyzxx"), Ends::Free);
        assert_eq!((alignment.start, alignment.end, alignment.cost), (2, 8, 2));
        assert_eq!(alignment.runs, [Run { pattern: 0, text: 2, length: 4 }]);
    }
}
