//! The app in a window that nothing shows.

use std::path::PathBuf;
use std::time::Duration;
use std::{fs, io, thread};

use dossier::app::{App, Start};
use eframe::App as _;
use egui::{Context, Event, Pos2, RawInput, Rect, vec2};
use tempfile::TempDir;

/// The app as it is, with a dossier of its own.
pub struct Window {
    pub ctx: Context,
    pub app: App,
    /// Frames in which something was scrolled or zoomed.
    pub moved: usize,
    frame: eframe::Frame,
    time: f64,
    _folder: TempDir,
}

impl Window {
    /// A window of which nothing has been drawn: its dossier is on its way.
    pub fn new(folder: TempDir) -> Self {
        let ctx = Context::default();
        let start = Start {
            file: Some(file_in(&folder)),
            data_folder: Some(folder.path().join("data")),
            ..Start::default()
        };
        let app = App::new(&ctx, start);
        let frame = eframe::Frame::_new_kittest();
        Self { ctx, app, moved: 0, frame, time: 0.0, _folder: folder }
    }

    /// A window with its dossier open.
    pub fn opened(text: &str) -> Self {
        let mut window = Self::new(written(text).expect("the system has a folder for files"));
        window.wait();
        window
    }

    /// Draws until the dossier is there.
    pub fn wait(&mut self) {
        while self.app.state().opening.is_some() {
            thread::sleep(Duration::from_millis(2));
            self.draw(Vec::new());
        }
        assert!(self.app.state().document.is_some(), "the generated dossier was refused");
    }

    /// One frame up to the triangles that would go to the graphics card; how many lists of them.
    pub fn draw(&mut self, events: Vec<Event>) -> usize {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1440.0, 900.0))),
            time: Some(self.time),
            events,
            ..RawInput::default()
        };
        let mut output = self.ctx.run_ui(input, |ui| {
            self.app.logic(ui.ctx(), &mut self.frame);
            self.app.ui(ui, &mut self.frame);
        });
        let shapes = std::mem::take(&mut output.shapes);
        let triangles = self.ctx.tessellate(shapes, output.pixels_per_point);
        output.drop_without_applying_deltas();
        triangles.len()
    }

    /// As many frames as lists take to know their heights.
    pub fn draw_at_rest(&mut self) {
        for _ in 0..20 {
            self.draw(Vec::new());
        }
    }
}

pub fn file_in(folder: &TempDir) -> PathBuf {
    folder.path().join("generated.dossier.ron")
}

/// A folder with a dossier in it.
pub fn written(text: &str) -> io::Result<TempDir> {
    let folder = tempfile::tempdir()?;
    fs::write(file_in(&folder), text)?;
    Ok(folder)
}
