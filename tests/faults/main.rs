//! What happens to the analyst's work when things go wrong: a program killed at any moment, system calls
//! that fail, a disk that is full, two processes at once, texts damaged at random. `cargo test --test faults` runs all and prints what it counted; with
//! a number behind `--`, so many kills instead of a thousand.
//!
//! Parts that need what a machine may not grant, tracing or mounting, say so and count as left out.

mod crash_states;
mod full_disk;
mod fuzz;
mod kills;
mod pulled_drive;
mod refused;
mod session;
mod two_windows;

use std::process::{Command, ExitCode, Stdio};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        // The program that is killed, traced or left without room.
        ["session", folder, seed] => session::endless(folder.as_ref(), seed),
        ["one-save", folder, seed] => session::one_save(folder.as_ref(), seed),
        ["fill", folder] => full_disk::fill(folder.as_ref()),
        ["pull", folder] => pulled_drive::pull(folder.as_ref()),
        given => {
            let kills = given.iter().find_map(|argument| argument.parse().ok()).unwrap_or(1_000);
            let all = [
                kills::run(kills),
                refused::run(),
                crash_states::run(),
                full_disk::run(),
                pulled_drive::run(),
                two_windows::run(),
                fuzz::run(),
            ];
            ExitCode::from(u8::from(all.contains(&Outcome::Failed)))
        }
    }
}

/// What came of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Passed,
    /// This machine does not grant what it needs.
    LeftOut,
    Failed,
}

impl Outcome {
    fn of(name: &str, result: Result<String, String>) -> Self {
        match result {
            Ok(counted) => {
                println!("{name}: {counted}");
                Self::Passed
            }
            Err(wrong) => {
                println!("{name}: FAILED: {wrong}");
                Self::Failed
            }
        }
    }

    /// What this program says in a part of its own, after a script has mounted something. That is done in a
    /// name space of its own, where mounting needs no rights; `$1` of the script is a new folder.
    fn mounted(name: &str, script: &str, part: &str, why: &str) -> Self {
        let (Ok(program), Ok(folder)) = (std::env::current_exe(), tempfile::tempdir()) else {
            return Self::left_out(name, "there is no temporary folder");
        };
        let script = format!("{script} && exec \"$2\" {part} \"$1\"");
        let ran = Command::new("unshare")
            .args(["--user", "--map-root-user", "--mount", "sh", "-c", &script, "sh"])
            .arg(folder.path())
            .arg(program)
            .stderr(Stdio::null())
            .output();
        let Ok(output) = ran else { return Self::left_out(name, why) };
        let said = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        match output.status.code() {
            Some(0) => Self::of(name, Ok(said)),
            Some(1) if !said.is_empty() => Self::of(name, Err(said)),
            _ => Self::left_out(name, why),
        }
    }

    fn left_out(name: &str, why: &str) -> Self {
        println!("{name}: left out: {why}");
        Self::LeftOut
    }
}

/// Ends such a process with what it found.
fn tell(found: Result<String, String>) -> ExitCode {
    let passed = found.is_ok();
    println!("{}", found.unwrap_or_else(|wrong| wrong));
    ExitCode::from(u8::from(!passed))
}
