//! The system's file dialogs, off the window's thread.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::jobs::Choice;

/// A dialog, made on the window's thread as macOS wants it and awaited on a job's.
pub struct Dialog {
    answer: std::pin::Pin<Box<dyn Future<Output = Option<rfd::FileHandle>> + Send>>,
}

impl Dialog {
    /// Asks for a dossier to open.
    pub fn open() -> Self {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title("Open dossier")
            .add_filter("Dossiers", &["ron"])
            .add_filter("All files", &["*"]);
        Self { answer: Box::pin(dialog.pick_file()) }
    }

    /// Asks where to save a picture.
    pub fn save_picture(suggested: &std::path::Path) -> Self {
        Self::save("Save picture", "PNG pictures", "png", suggested)
    }

    /// Asks for the text of a source.
    pub fn text() -> Self {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title("Attach text")
            .add_filter("Texts", &["txt", "text", "md"])
            .add_filter("All files", &["*"]);
        Self { answer: Box::pin(dialog.pick_file()) }
    }

    /// Asks where to write a brief.
    pub fn save_brief(suggested: &std::path::Path) -> Self {
        Self::save("Export brief", "Markdown", "md", suggested)
    }

    fn save(title: &str, kind: &str, ending: &str, suggested: &std::path::Path) -> Self {
        let mut dialog = rfd::AsyncFileDialog::new().set_title(title).add_filter(kind, &[ending]);
        if let Some(folder) = suggested.parent() {
            dialog = dialog.set_directory(folder);
        }
        if let Some(name) = suggested.file_name() {
            dialog = dialog.set_file_name(name.to_string_lossy());
        }
        Self { answer: Box::pin(dialog.save_file()) }
    }

    /// Waits for the answer.
    pub fn wait(self) -> Choice {
        let asked = Instant::now();
        match pollster::block_on(self.answer) {
            Some(handle) => Choice::Chosen(handle.path().to_owned()),
            // Without portal and zenity the answer is the same as for Cancel, but it comes at once.
            None if asked.elapsed() < FASTEST_PERSON => Choice::NoDialog,
            None => Choice::Cancelled,
        }
    }
}

/// No dialog opens, is read and is cancelled in less.
const FASTEST_PERSON: Duration = Duration::from_millis(250);

/// The path with `.md` added where it has no ending of its own.
pub fn with_md(path: PathBuf) -> PathBuf {
    let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    if matches!(ending.as_deref(), Some("md" | "markdown" | "txt")) {
        return path;
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".md");
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn md_is_added_only_where_it_is_missing() {
        let cases = [
            ("/a/brief", "/a/brief.md"),
            ("/a/brief.md", "/a/brief.md"),
            ("/a/brief.MD", "/a/brief.MD"),
            ("/a/30.3.2024", "/a/30.3.2024.md"),
            ("/a/notes.txt", "/a/notes.txt"),
        ];
        for (typed, written) in cases {
            assert_eq!(with_md(PathBuf::from(typed)), PathBuf::from(written));
        }
    }
}
