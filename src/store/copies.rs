//! Earlier copies of an analyst's file, in the user's data folder: one an hour of the last day, one a day of
//! the last month. A copy holds the work as it was before the changes of its hour.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};

use super::annotations_file::{parse, to_text};
use super::{AnnotationsFile, SaveError, save};
use crate::annotations::Annotations;

/// Copies of the last day are kept hour by hour.
const HOURLY: SignedDuration = SignedDuration::from_hours(24);
/// Those of the last month day by day.
const DAILY: SignedDuration = SignedDuration::from_hours(31 * 24);
/// All copies of one file take at most so many bytes, but one is always kept.
const LARGEST: u64 = 64 * 1024 * 1024;

/// A copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// The beginning of its hour.
    pub at: Timestamp,
    /// The work as it was.
    pub annotations: Annotations,
}

/// The copies of one analyst's file.
#[derive(Clone, Debug)]
pub(super) struct Copies {
    folder: PathBuf,
}

/// A copy as its name and its size tell it.
struct Entry {
    at: Timestamp,
    path: PathBuf,
    size: u64,
}

impl Copies {
    /// The copies of a file; none where the user has no data folder.
    pub(super) fn of(file: &AnnotationsFile) -> Option<Self> {
        Some(Self { folder: file.own()?.with_extension("copies") })
    }

    /// Keeps a copy of work that is about to be written over, where this hour has none yet, and lets go
    /// of those that are too old or too many.
    pub(super) fn keep(&self, annotations: &Annotations, now: Timestamp) -> Result<(), SaveError> {
        if annotations.is_empty() {
            return Ok(());
        }
        let path = self.folder.join(name(now));
        if path.exists() {
            return Ok(());
        }
        let refused = |error| SaveError::Refused(self.folder.clone(), error);
        fs::create_dir_all(&self.folder).map_err(refused)?;
        save(&path, to_text(annotations).as_bytes())?;
        for old in self.superfluous(now) {
            // One that can't be taken away now is tried again with the next.
            let _still_there = fs::remove_file(old);
        }
        Ok(())
    }

    /// All copies that can be read, the latest first.
    pub(super) fn read(&self) -> Vec<Copy> {
        let entries = self.entries().into_iter();
        let read = |entry: Entry| {
            let annotations = parse(&fs::read(entry.path).ok()?).ok()?;
            Some(Copy { at: entry.at, annotations })
        };
        entries.filter_map(read).collect()
    }

    /// The latest first.
    fn entries(&self) -> Vec<Entry> {
        let folder = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let mut entries: Vec<Entry> = folder
            .filter_map(|entry| {
                let at = time_in(&entry.path())?;
                Some(Entry { at, size: entry.metadata().ok()?.len(), path: entry.path() })
            })
            .collect();
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.at));
        entries
    }

    fn superfluous(&self, now: Timestamp) -> Vec<PathBuf> {
        let (mut taken, mut days, mut left_out) = (0, Vec::new(), Vec::new());
        for (place, entry) in self.entries().into_iter().enumerate() {
            let age = now.duration_since(entry.at);
            let day = entry.at.to_string().get(..10).map(ToOwned::to_owned);
            let wanted = age <= HOURLY || (age <= DAILY && !days.contains(&day));
            taken += entry.size;
            if (wanted && taken <= LARGEST) || place == 0 {
                days.push(day);
            } else {
                taken -= entry.size;
                left_out.push(entry.path);
            }
        }
        left_out
    }
}

/// `2026-11-22T03.ron`: the hour, in UTC.
fn name(at: Timestamp) -> String {
    format!("{}.ron", at.to_string().get(..13).unwrap_or_default())
}

fn time_in(path: &Path) -> Option<Timestamp> {
    let hour = path.file_name()?.to_str()?.strip_suffix(".ron")?;
    format!("{hour}:00:00Z").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signed(name: &str) -> Annotations {
        Annotations { analyst: name.to_owned(), ..Annotations::default() }
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn an_hour_has_one_copy_of_how_it_began() {
        let folder = tempfile::tempdir().unwrap();
        let copies = Copies { folder: folder.path().join("copies") };
        copies.keep(&signed("begun"), at("2026-11-22T03:05:00Z")).unwrap();
        copies.keep(&signed("later"), at("2026-11-22T03:59:00Z")).unwrap();
        copies.keep(&signed("next"), at("2026-11-22T04:00:00Z")).unwrap();
        copies.keep(&Annotations::default(), at("2026-11-22T05:00:00Z")).unwrap();
        let kept = copies.read();
        let names: Vec<&str> = kept.iter().map(|copy| copy.annotations.analyst.as_str()).collect();
        assert_eq!(names, ["next", "begun"]);
        assert_eq!(kept[1].at, at("2026-11-22T03:00:00Z"));
    }

    #[test]
    fn hours_are_kept_for_a_day_and_days_for_a_month() {
        let folder = tempfile::tempdir().unwrap();
        let copies = Copies { folder: folder.path().to_owned() };
        let now = at("2026-11-22T12:30:00Z");
        for hours in (0..24 * 40).rev().step_by(3) {
            let then = now - SignedDuration::from_hours(hours);
            copies.keep(&signed(&hours.to_string()), then).unwrap();
        }
        let kept = copies.read();
        let hourly = kept.iter().filter(|copy| now.duration_since(copy.at) <= HOURLY).count();
        assert_eq!(hourly, 8);
        let daily = kept.len() - hourly;
        assert!((29..=31).contains(&daily), "{daily}");
        let days: Vec<String> =
            kept[hourly..].iter().map(|c| c.at.to_string()[..10].to_owned()).collect();
        let mut each_once = days.clone();
        each_once.dedup();
        assert_eq!(days, each_once);
    }

    #[test]
    fn all_copies_together_stay_small_and_one_is_always_kept() {
        let folder = tempfile::tempdir().unwrap();
        let copies = Copies { folder: folder.path().to_owned() };
        for hour in 1..=4 {
            let size = if hour == 4 { LARGEST + 1 } else { 10 };
            let path = folder.path().join(format!("2026-11-22T0{hour}.ron"));
            fs::File::create(path).unwrap().set_len(size).unwrap();
        }
        let left_out = copies.superfluous(at("2026-11-22T04:30:00Z"));
        assert_eq!(left_out.len(), 3, "{left_out:?}");
    }

    #[test]
    fn what_is_damaged_is_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let copies = Copies { folder: folder.path().to_owned() };
        fs::write(folder.path().join("2026-11-22T01.ron"), "(damaged").unwrap();
        fs::write(folder.path().join("notes.txt"), "else").unwrap();
        copies.keep(&signed("good"), at("2026-11-22T02:00:00Z")).unwrap();
        assert_eq!(copies.read().len(), 1);
    }
}
