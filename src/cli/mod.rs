//! Commands that need no window.

mod brief;
mod check;
mod texts;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

pub use brief::BriefArguments;

/// Reads dossiers, checks them and writes briefing notes. Without a command it opens a window.
#[derive(Debug, Parser)]
#[command(name = "dossier", version, about, args_conflicts_with_subcommands = true)]
pub struct Arguments {
    /// The dossier to open in the window; the bundled one when left out.
    pub file: Option<PathBuf>,
    /// What to do without a window.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Commands that need no window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check dossiers: exit code 0 when none has an error, 1 when one has, 2 when one can't be read.
    Check {
        /// The dossiers.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// How to print what was found.
        #[arg(long, value_enum, default_value_t)]
        format: Format,
        /// The folder with the texts of the sources: every quotation is looked for in them.
        #[arg(long, value_name = "FOLDER")]
        sources: Option<PathBuf>,
    },
    /// Write a briefing note of a dossier: exit code 1 when the dossier has errors or the brief cites what is
    /// not borne out, 2 when something can't be read or written.
    Brief(Box<BriefArguments>),
}

/// How `check` prints.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A line a problem, for people.
    #[default]
    Text,
    /// One JSON document, for programs.
    Json,
}

/// Nothing wrong.
const FINE: u8 = 0;
/// The dossier has errors.
const HAS_ERRORS: u8 = 1;
/// The call, or a file, can't be read; clap uses the same code.
const UNUSABLE: u8 = 2;

/// Runs a command.
pub fn run(command: &Command) -> ExitCode {
    let code = match command {
        Command::Check { files, format, sources } => check::run(files, *format, sources.as_deref()),
        Command::Brief(arguments) => brief::run(arguments),
    };
    ExitCode::from(code)
}

/// Prints to standard output; a reader that closed the pipe early is no failure.
fn print(text: &str) {
    use std::io::Write;
    let mut out = std::io::stdout().lock();
    let _closed_pipe = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}
