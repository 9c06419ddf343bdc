//! Drives the app: opens it on a dossier in a folder of its own and waits for its jobs.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use dossier::app::{App, Settings, Start};
use egui::{Key, Modifiers, Role, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use tempfile::TempDir;

/// No job of a test dossier takes longer.
const PATIENCE: Duration = Duration::from_secs(20);

/// A file as the system drops it.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// A window on a dossier in a folder of its own.
pub struct Window {
    pub harness: Harness<'static, App>,
    pub folder: TempDir,
}

impl Window {
    /// Opens the bundled dossier, copied to a folder, at 1440×900.
    pub fn open() -> Self {
        Self::open_sized(1440.0, 900.0, Theme::Light)
    }

    pub fn open_sized(width: f32, height: f32, theme: Theme) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("dossiers");
        let name = "china-central-asia-secretariat.dossier.ron";
        std::fs::copy(from.join(name), folder.path().join(name)).unwrap();
        let flags = folder.path().join("images/flags");
        std::fs::create_dir_all(&flags).unwrap();
        for flag in std::fs::read_dir(from.join("images/flags")).unwrap() {
            let flag = flag.unwrap();
            std::fs::copy(flag.path(), flags.join(flag.file_name())).unwrap();
        }
        let file = folder.path().join(name);
        Self::open_file(folder, Some(file), width, height, theme)
    }

    /// Opens a dossier with this text.
    pub fn open_text(text: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("test.dossier.ron");
        std::fs::write(&file, text).unwrap();
        Self::open_file(folder, Some(file), 1440.0, 900.0, Theme::Light)
    }

    pub fn open_file(
        folder: TempDir,
        file: Option<PathBuf>,
        width: f32,
        height: f32,
        theme: Theme,
    ) -> Self {
        let data_folder = Some(folder.path().join("data"));
        let start = Start { file, data_folder, program: None, settings: Settings::default() };
        let harness = Harness::builder()
            .with_size([width, height])
            .with_theme(theme)
            .with_max_steps(30)
            .with_step_dt(1.0 / 60.0)
            // The fonts of the system, which have the other scripts, are not asked in tests.
            .allow_missing_glyphs()
            .build_eframe(move |cc| App::new(&cc.egui_ctx, start));
        let mut window = Self { harness, folder };
        window.wait_until("the dossier is open or refused", |app| app.state().opening.is_none());
        window.wait_for_texts();
        window.wait_for_pictures();
        // The harness sets its theme after the app did: the app's own choice is made last here.
        window.harness.ctx.set_theme(theme);
        window.settle();
        window
    }

    /// Drops a file on the window.
    pub fn drop_file(&mut self, path: PathBuf) {
        self.harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
        self.harness.step();
    }

    /// Waits until every text at hand is read and held against its quotations.
    pub fn wait_for_texts(&mut self) {
        self.wait_until("the texts are checked", |app| {
            app.state().document.as_ref().is_none_or(|document| document.texts.check.is_none())
        });
    }

    /// Steps until the app says so, giving its jobs time.
    pub fn wait_until(&mut self, what: &str, done: impl Fn(&App) -> bool) {
        let begun = Instant::now();
        while !done(self.harness.state()) {
            assert!(begun.elapsed() < PATIENCE, "waited in vain until {what}");
            std::thread::sleep(Duration::from_millis(5));
            self.harness.step();
        }
        self.settle();
    }

    fn wait_for_pictures(&mut self) {
        for _ in 0..40 {
            std::thread::sleep(Duration::from_millis(5));
            self.harness.step();
        }
    }

    /// Runs until nothing wants to be drawn again at once.
    pub fn settle(&mut self) {
        self.harness.run();
    }

    pub fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.settle();
    }

    pub fn keys(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    pub fn shows(&self, label: &str) -> bool {
        self.harness.query_all_by_label(label).next().is_some()
    }

    pub fn shows_part(&self, label: &str) -> bool {
        self.harness.query_all_by_label_contains(label).next().is_some()
    }

    /// Types into the field with a label.
    pub fn type_into(&mut self, field: &str, text: &str) {
        self.field(field).focus();
        self.settle();
        self.field(field).type_text(text);
        self.settle();
    }

    /// The text field with a label; the label's own text is another node.
    pub fn field<'a>(&'a self, label: &'a str) -> egui_kittest::Node<'a> {
        let wanted = move |node: &egui_kittest::kittest::AccessKitNode<'_>| {
            matches!(node.role(), Role::TextInput | Role::MultilineTextInput)
                && node.label().is_some_and(|name| name == label)
        };
        self.harness.get_by(wanted)
    }

    /// The annotations file beside the dossier, as text.
    pub fn annotations_file(&self) -> String {
        let name = "china-central-asia-secretariat.annotations.ron";
        std::fs::read_to_string(self.folder.path().join(name)).unwrap_or_default()
    }
}
