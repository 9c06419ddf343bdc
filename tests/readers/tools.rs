//! Programs that read what was written.

use std::path::Path;
use std::process::{Command, Output};

/// A program, where it is there. Where it is not, that is said.
pub fn tool(names: &[&str]) -> Option<String> {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    let found = names
        .iter()
        .find(|name| std::env::split_paths(&paths).any(|folder| folder.join(name).is_file()));
    if found.is_none() {
        println!("left out: {} is not installed; ./check installs it where it can", names[0]);
    }
    found.map(|name| (*name).to_owned())
}

/// The Python that has a package, where there is one. Where there is none, that is said.
pub fn python_with(package: &str) -> Option<String> {
    let python = std::env::var("DOSSIER_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let has = Command::new(&python).args(["-c", &format!("import {package}")]).output();
    if has.is_ok_and(|output| output.status.success()) {
        return Some(python);
    }
    println!("left out: Python’s {package} is not installed; ./check installs it where it can");
    None
}

/// Runs a program in a folder; it has to end well.
pub fn run(program: &str, arguments: &[&str], folder: &Path) -> Output {
    let output = Command::new(program).args(arguments).current_dir(folder).output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program} {arguments:?}: {told}");
    output
}

/// What a program prints, run in a folder.
pub fn printed(program: &str, arguments: &[&str], folder: &Path) -> String {
    String::from_utf8(run(program, arguments, folder).stdout).unwrap()
}

/// The flags without which a headless Chromium asks for things of its own.
pub const CHROMIUM: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];
