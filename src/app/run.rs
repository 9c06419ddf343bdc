//! Opens the window, with whichever renderer works.

use std::path::PathBuf;

use eframe::{NativeOptions, Renderer};
use egui::{IconData, ViewportBuilder};

use super::crashes::note_panics;
use super::{App, Settings, Start};
use crate::store::{start_logging, user_data_folder};
use crate::text::one_line;

/// The key of the settings in eframe's storage.
pub(super) const SETTINGS: &str = "settings";

/// The name by which desktops match the window with its entry and icon.
const APP_ID: &str = "dossier";

/// Why no window could be opened.
#[derive(Debug, thiserror::Error)]
#[error(
    "no window could be opened ({0}); without one, use: dossier check FILE, dossier brief FILE, \
     dossier --help"
)]
pub struct NoWindow(String);

/// Opens the window and stays until it is closed: with wgpu or, where that fails, with glow.
///
/// # Errors
/// There is no display, or neither renderer works on it.
pub fn run(file: Option<PathBuf>) -> Result<(), NoWindow> {
    if cfg!(target_os = "linux") && !has_display() {
        return Err(NoWindow(
            "there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set".into(),
        ));
    }
    let _logging = start_logging();
    note_panics();
    let first = open(Renderer::Wgpu, file.clone());
    let Err(first) = first else { return Ok(()) };
    log::warn!("wgpu did not work: {first}");
    if matches!(first, eframe::Error::WinitEventLoop(_)) && start_again_without_wayland() {
        return Ok(());
    }
    let Err(second) = open(Renderer::Glow, file) else { return Ok(()) };
    log::warn!("glow did not work: {second}");
    Err(NoWindow(one_line(&format!("{first}; {second}"))))
}

/// A stale `WAYLAND_DISPLAY` beside a good X server fails for good in this process: a new one tries
/// without the variable. True where that one ran and ended well.
fn start_again_without_wayland() -> bool {
    let both = is_set("WAYLAND_DISPLAY") && is_set("DISPLAY");
    let Some(program) = std::env::current_exe().ok().filter(|_| both) else { return false };
    let status = std::process::Command::new(program)
        .args(std::env::args_os().skip(1))
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .status();
    status.is_ok_and(|status| status.success())
}

fn open(renderer: Renderer, file: Option<PathBuf>) -> eframe::Result {
    let options = NativeOptions { renderer, viewport: viewport(), ..NativeOptions::default() };
    eframe::run_native(
        APP_ID,
        options,
        Box::new(move |cc| {
            let stored = cc.storage.and_then(|storage| eframe::get_value(storage, SETTINGS));
            let settings: Settings = stored.unwrap_or_default();
            let program = std::env::current_exe().ok();
            let start = Start { file, data_folder: user_data_folder(), program, settings };
            Ok(Box::new(App::new(&cc.egui_ctx, start)))
        }),
    )
}

fn viewport() -> ViewportBuilder {
    let viewport = ViewportBuilder::default()
        .with_title("Dossier")
        .with_app_id(APP_ID)
        // With a title bar it fits a screen of 1440×900.
        .with_inner_size([1400.0, 820.0])
        .with_min_inner_size([900.0, 600.0])
        .with_drag_and_drop(true);
    // On macOS the bundle's icon is better than one set here.
    if cfg!(target_os = "macos") {
        viewport.with_icon(IconData::default())
    } else {
        viewport.with_icon(icon())
    }
}

fn icon() -> IconData {
    let png = include_bytes!("../../assets/icon/dossier-256.png");
    eframe::icon_data::from_png_bytes(png).unwrap_or_default()
}

fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"].into_iter().any(is_set)
}

fn is_set(variable: &str) -> bool {
    std::env::var_os(variable).is_some_and(|value| !value.is_empty())
}
