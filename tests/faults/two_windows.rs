//! Two processes on one dossier: the second only reads, and whoever ends, however, lets go.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use dossier::store::KeepError;

use super::Outcome;
use super::session::open;

pub fn run() -> Outcome {
    Outcome::of("two processes", held())
}

fn held() -> Result<String, String> {
    const ROUNDS: usize = 20;
    let wrong = |error: std::io::Error| error.to_string();
    let folder = tempfile::tempdir().map_err(wrong)?;
    let program = std::env::current_exe().map_err(wrong)?;
    for round in 0..ROUNDS {
        let mut child = Command::new(&program)
            .arg("session")
            .arg(folder.path())
            .arg(round.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(wrong)?;
        let mut line = String::new();
        let mut out = child.stdout.take().map(BufReader::new).ok_or("the session says nothing")?;
        out.read_line(&mut line).map_err(wrong)?;
        let second = open(folder.path());
        let holder = match &second {
            Err(KeepError::Held(Some(holder))) => Some(holder.process),
            _ => None,
        };
        child.kill().and_then(|()| child.wait()).map_err(wrong)?;
        if holder != Some(child.id()) {
            return Err(format!("round {round}: the second was told {second:?}"));
        }
        drop(open(folder.path()).map_err(|error| format!("round {round}: still held: {error}"))?);
    }
    Ok(format!(
        "{ROUNDS} times the second only read and was told who holds the dossier, and had it when the first was killed"
    ))
}
