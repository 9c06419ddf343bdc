//! Arguments; a window, or a command without one.

// A double click on Windows opens no console beside the window.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::process::ExitCode;

use clap::Parser;
use dossier::app;
use dossier::cli::{self, Arguments};

fn main() -> ExitCode {
    if let Some(answered) = app::run_as_dialog(std::env::args_os().skip(1)) {
        return answered;
    }
    let arguments = Arguments::parse();
    if let Some(command) = &arguments.command {
        return cli::run(command);
    }
    match app::run(arguments.file) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("dossier: {error}");
            ExitCode::FAILURE
        }
    }
}
