//! Where short pieces of a quotation stand in a text: the places worth a closer look.

use crate::text::Folded;

/// The length of a piece, in bytes of folded text.
const PIECE: usize = 8;
/// Of the text every so many pieces are kept; all pieces of a quotation are looked up.
const STEP: usize = 2;
/// A piece that stands in more places than this says nothing about the place.
const MOST_PLACES: usize = 48;

/// The pieces of a text, by what they are.
#[derive(Debug)]
pub(super) struct Seeds {
    /// Where the places of each bucket begin in `places`.
    begins: Vec<u32>,
    places: Vec<u32>,
    shift: u32,
}

/// A stretch of the text that shares pieces with a pattern.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cluster {
    /// How many pieces it shares.
    pub(super) votes: usize,
    /// Where the pattern would begin, at the least and at the most.
    pub(super) begin: (isize, isize),
}

impl Seeds {
    /// Sorts the places of all pieces of a text into buckets by what stands there.
    pub(super) fn of(text: &Folded) -> Self {
        let bytes = text.as_str().as_bytes();
        let bits = (bytes.len() / STEP).max(256).ilog2().min(22);
        let shift = 64 - bits;
        let mut begins = vec![0_u32; (1 << bits) + 1];
        let buckets = || bytes.windows(PIECE).step_by(STEP).map(|piece| bucket(piece, shift));
        for bucket in buckets() {
            if let Some(count) = begins.get_mut(bucket + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for begin in &mut begins {
            sum += *begin;
            *begin = sum;
        }
        let mut places = vec![0_u32; sum as usize];
        let mut next = begins.clone();
        for (place, bucket) in (0_u32..).step_by(STEP).zip(buckets()) {
            if let Some(at) = next.get_mut(bucket) {
                if let Some(slot) = places.get_mut(*at as usize) {
                    *slot = place;
                }
                *at += 1;
            }
        }
        Self { begins, places, shift }
    }

    fn candidates(&self, piece: &[u8]) -> &[u32] {
        let bucket = bucket(piece, self.shift);
        let begin = self.begins.get(bucket).copied().unwrap_or_default() as usize;
        let end = self.begins.get(bucket + 1).copied().unwrap_or_default() as usize;
        self.places.get(begin..end).unwrap_or_default()
    }

    /// The stretches that share most pieces with a pattern, best first. Pieces count for one stretch
    /// when the pattern would begin within `slack` bytes.
    pub(super) fn clusters(
        &self,
        text: &Folded,
        pattern: &str,
        slack: usize,
        most: usize,
    ) -> Vec<Cluster> {
        let bytes = text.as_str().as_bytes();
        let mut begins: Vec<(isize, u32)> = Vec::new();
        for (at, piece) in (0_u32..).zip(pattern.as_bytes().windows(PIECE)) {
            let candidates = self.candidates(piece);
            if candidates.len() > 4 * MOST_PLACES {
                continue;
            }
            let known = begins.len();
            for place in candidates {
                let place = *place as usize;
                if bytes.get(place..place + PIECE).is_some_and(|there| same(there, piece)) {
                    begins.push((place as isize - at as isize, at));
                }
            }
            if begins.len() - known > MOST_PLACES {
                begins.truncate(known);
            }
        }
        begins.sort_unstable();
        let mut clusters = Vec::new();
        let mut rest = begins.as_slice();
        while let Some((first, _)) = rest.first() {
            let size = rest.partition_point(|(begin, _)| *begin <= first + slack as isize);
            let (cluster, after) = rest.split_at(size);
            let mut pieces: Vec<u32> = cluster.iter().map(|(_, at)| *at).collect();
            pieces.sort_unstable();
            pieces.dedup();
            let last = cluster.last().map_or(*first, |(begin, _)| *begin);
            clusters.push(Cluster { votes: pieces.len(), begin: (*first, last) });
            rest = after;
        }
        clusters.sort_by(|a, b| b.votes.cmp(&a.votes).then(a.begin.cmp(&b.begin)));
        let top = clusters.first().map_or(0, |cluster| cluster.votes);
        let pieces = pattern.len().saturating_sub(PIECE - 1);
        let fewest = (pieces / 32).max(top / 8).max(2);
        clusters.retain(|cluster| cluster.votes >= fewest);
        clusters.truncate(most);
        clusters
    }
}

fn same(one: &[u8], other: &[u8]) -> bool {
    one.eq_ignore_ascii_case(other)
}

/// Multiplicative hashing (Knuth, The Art of Computer Programming, volume 3, 6.4) of the piece in lower
/// case.
fn bucket(piece: &[u8], shift: u32) -> usize {
    let mut word = [0; PIECE];
    word.iter_mut().zip(piece).for_each(|(to, from)| *to = *from);
    // Sets the bit that lower-case ASCII letters have; that it joins some marks too does no harm.
    let word = u64::from_le_bytes(word) | 0x2020_2020_2020_2020;
    (word.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> shift) as usize
}
