//! Files: the only layer that touches the disk.

mod annotations_file;
pub mod bundled;
mod colleagues;
mod copies;
mod drawing;
mod exported;
mod journal;
mod keeper;
mod load;
mod lock;
mod newer;
mod picture;
mod reports;
mod save;
mod source_texts;
mod templates;
mod text_file;
pub mod typefaces;

use std::path::{Path, PathBuf};
use std::time::SystemTime;

pub use annotations_file::{AnnotationsFile, save_copy};
pub use colleagues::{
    Colleague, colleagues_files, keep_own_name, own_name, read_colleagues, was_asked_for_name,
};
pub use copies::Copy;
pub use drawing::save_png;
pub use exported::{Standing, save_with};
pub use keeper::{Foreign, KeepError, Keeper, Kept, Recovered};
pub use load::{LARGEST_FILE, LoadError, Loaded, Stage, load, load_bundled, load_text};
pub use lock::Holder;
pub use picture::{Picture, PictureError, read_picture};
pub use reports::{log_file, start_logging, write_report};
pub use save::{SaveError, save};
pub use source_texts::{
    SOURCES_FOLDER, attached_path, find_in_folder, name_attachment, sources_folder,
};
pub use templates::{make_templates_folder, template_text, template_texts, templates_folder};
pub use text_file::{LARGEST_TEXT, ReadText, TextError, read_text};

/// Where an open dossier came from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// A file.
    File(PathBuf),
    /// The dossier inside the program.
    Bundled,
}

impl Origin {
    /// The file's name, or the name the bundled dossier has in the repository.
    pub fn file_name(&self) -> String {
        match self {
            Self::File(path) => {
                path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
            }
            Self::Bundled => bundled::FILE_NAME.to_owned(),
        }
    }

    /// The name without `.dossier.ron`, for the files that go with it.
    pub fn stem(&self) -> String {
        let name = self.file_name();
        let stem = name.strip_suffix(".dossier.ron").or_else(|| name.strip_suffix(".ron"));
        stem.unwrap_or(&name).to_owned()
    }

    /// The folder that images are looked for in.
    pub fn folder(&self) -> Option<&Path> {
        match self {
            Self::File(path) => path
                .parent()
                .map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder }),
            Self::Bundled => None,
        }
    }
}

/// A file as it can be told from its directory entry alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileState(Option<(u64, Option<SystemTime>)>);

impl FileState {
    /// The file at a path as it is now.
    pub fn of(path: &Path) -> Self {
        Self(std::fs::metadata(path).ok().map(|about| (about.len(), about.modified().ok())))
    }

    /// Whether there is a file.
    pub fn is_there(self) -> bool {
        self.0.is_some()
    }
}

/// Whether something stands at a path; what can't be looked at counts as standing there.
pub fn exists(path: &Path) -> bool {
    path.try_exists().unwrap_or(true)
}

/// Whether a folder stands at a path.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// The program's folder among the user's data; `None` where the system names no home.
pub fn user_data_folder() -> Option<PathBuf> {
    directories::ProjectDirs::from("org", "dossier", "dossier").map(|d| d.data_dir().to_owned())
}

/// Where a relative path typed by the user starts: the home folder, or the current one.
pub fn documents_folder() -> PathBuf {
    let documents = directories::UserDirs::new()
        .map(|user| user.document_dir().unwrap_or_else(|| user.home_dir()).to_owned());
    documents.filter(|folder| folder.is_dir()).unwrap_or_else(|| PathBuf::from("."))
}
