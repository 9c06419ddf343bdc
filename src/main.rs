//! Arguments; a window, or a command without one.

use std::process::ExitCode;

use clap::Parser;
use dossier::cli::{self, Arguments};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match &arguments.command {
        Some(command) => cli::run(command),
        None => ExitCode::FAILURE,
    }
}
