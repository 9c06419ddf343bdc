//! A busy session, killed at random moments: what was acknowledged is there, and nothing is damaged.

use std::io::Read;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::Outcome;
use super::session::{Changes, Work, open};

pub fn run(kills: usize) -> Outcome {
    Outcome::of("kills", killed(kills))
}

fn killed(kills: usize) -> Result<String, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut chance = Changes::new(2_026);
    let mut work = Work::default();
    "A dossier".clone_into(&mut work.annotations.dossier);
    let (mut acknowledged, mut recovered, mut beyond) = (0, 0, 0);
    for round in 0..kills {
        let seed = round as u64 + 1;
        let mut child = Command::new(&program)
            .arg("session")
            .arg(folder.path())
            .arg(seed.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("the session can't be started: {error}"))?;
        std::thread::sleep(Duration::from_micros(chance.below(60_000) as u64));
        child.kill().and_then(|()| child.wait()).map_err(|error| error.to_string())?;
        let mut said = String::new();
        if let Some(mut out) = child.stdout.take() {
            out.read_to_string(&mut said).map_err(|error| error.to_string())?;
        }
        // The last line may have been cut.
        let whole = said.rfind('\n').and_then(|end| said.get(..end)).unwrap_or_default();
        let last = whole.lines().last().and_then(|line| line.parse::<usize>().ok()).unwrap_or(0);
        let kept = open(folder.path()).map_err(|error| format!("kill {round}: {error}"))?;
        if let Some((aside, problem)) = kept.set_aside {
            return Err(format!("kill {round}: {} is damaged: {problem}", aside.display()));
        }
        let there = Work { annotations: kept.annotations, history: kept.history };
        let changes = find(&work, &there, seed, last).ok_or_else(|| {
            format!("kill {round}: what is there is no state at or behind {last} changes")
        })?;
        acknowledged += last;
        beyond += changes - last;
        recovered += usize::from(kept.recovered.is_some());
        work = there;
    }
    let left = std::fs::read_dir(folder.path()).map_err(|error| error.to_string())?;
    let names: Vec<String> =
        left.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    if let Some(damaged) = names.iter().find(|name| name.contains("unreadable")) {
        return Err(format!("{damaged} was left"));
    }
    Ok(format!(
        "{kills} kills, 0 damaged files, 0 of {acknowledged} acknowledged changes lost \
         ({beyond} more were on the disk before they were acknowledged); brought back after {recovered} \
         of them"
    ))
}

/// After how many changes the work is what is there; none below `least`.
fn find(before: &Work, there: &Work, seed: u64, least: usize) -> Option<usize> {
    let mut work = before.clone();
    let mut changes = Changes::new(seed);
    let mut done = 0;
    // A batch may have been written and not acknowledged, and one acknowledged in a line that was cut.
    while done <= least + 6 {
        if done >= least && work == *there {
            return Some(done);
        }
        let change = changes.next(&work.annotations);
        if work.carry_out(change) {
            done += 1;
        }
    }
    None
}
