//! What the program notes of itself in the user's data folder: logs, and reports of errors inside it. Neither
//! holds anything of a dossier.

use std::path::{Path, PathBuf};

use flexi_logger::{Cleanup, Criterion, Duplicate, FileSpec, LogSpecification, Logger, Naming};
use jiff::Timestamp;

use super::{SaveError, save, user_data_folder};

/// A log is begun anew at this size, in bytes.
const LARGEST_LOG: u64 = 1_000_000;
/// Logs that are kept beside the current one.
const KEPT_LOGS: usize = 3;

/// Where the log is; `None` where the user has no data folder.
pub fn log_file() -> Option<PathBuf> {
    Some(user_data_folder()?.join("logs").join("dossier_rCURRENT.log"))
}

/// Starts logging: warnings, or what `RUST_LOG` asks for, into the user's data folder, and errors to where
/// the program was started from as well. Without a folder that can be written there is no log.
pub fn start_logging() -> Option<flexi_logger::LoggerHandle> {
    let file = log_file()?;
    let spec = LogSpecification::env_or_parse("warn").ok()?;
    let place = FileSpec::default().directory(file.parent()?).basename("dossier");
    let logger = Logger::with(spec)
        .log_to_file(place)
        .append()
        .format_for_files(flexi_logger::detailed_format)
        .rotate(Criterion::Size(LARGEST_LOG), Naming::Numbers, Cleanup::KeepLogFiles(KEPT_LOGS))
        .duplicate_to_stderr(Duplicate::Error);
    match logger.start() {
        Ok(handle) => Some(handle),
        Err(error) => {
            eprintln!("dossier: no log is kept: {error}");
            None
        }
    }
}

/// Writes a report of an error inside the program. Returns its place.
///
/// # Errors
/// The user's data folder can't be written, or there is none.
pub fn write_report(data_folder: &Path, report: &str) -> Result<PathBuf, SaveError> {
    let folder = data_folder.join("reports");
    std::fs::create_dir_all(&folder).map_err(|error| SaveError::Refused(folder.clone(), error))?;
    let now = Timestamp::now().strftime("%Y-%m-%dT%H-%M-%S");
    let place = folder.join(format!("{now}.txt"));
    save(&place, report.as_bytes())?;
    Ok(place)
}
