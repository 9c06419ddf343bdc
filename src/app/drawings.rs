//! A part of the window as a picture, saved or on the clipboard.

use std::sync::Arc;

use egui::{ColorImage, Context, Rect, ScreenshotCallback, ViewportCommand};

use super::App;
use super::dialogs::Wanted;
use super::jobs::{Choice, Report};
use super::state::Tone;
use crate::store::{Picture, save_png};

impl App {
    /// Takes a picture of a part of the window, as it is without pointer and notices; the person is
    /// then asked where it goes.
    pub(super) fn save_picture(&mut self, ctx: &Context, part: Rect, name: &'static str) {
        self.take_picture(ctx, part, move |picture| Report::PictureTaken(name, picture));
    }

    /// The same for the clipboard.
    pub(super) fn copy_picture(&mut self, ctx: &Context, part: Rect) {
        self.take_picture(ctx, part, Report::PictureToCopy);
    }

    fn take_picture(
        &mut self,
        ctx: &Context,
        part: Rect,
        told: impl Fn(Picture) -> Report + Send + Sync + 'static,
    ) {
        self.state.notices.clear();
        let scale = ctx.pixels_per_point();
        let report = self.jobs.reporter();
        let taken = move |window: Arc<ColorImage>| report(told(cut(&window, part, scale)));
        ctx.send_viewport_cmd(ViewportCommand::Screenshot(ScreenshotCallback::new(taken)));
        ctx.request_repaint();
    }

    pub(super) fn picture_to_copy(&mut self, ctx: &Context, picture: &Picture) {
        let size = [picture.width, picture.height];
        ctx.copy_image(ColorImage::from_rgba_unmultiplied(size, &picture.rgba));
        self.mention(ctx, "The picture is on the clipboard.");
    }

    pub(super) fn picture_taken(&mut self, name: &str, picture: Picture) {
        let Some(document) = &self.state.document else { return };
        let file = format!("{}-{name}.png", document.origin.stem());
        let path = self.brief_folder().join(file);
        self.ask(Wanted::Picture, Some(path), move |choice| {
            let saved = match choice {
                Choice::Chosen(path) => {
                    // Not every dialog adds the ending.
                    let bare = path.extension().is_none();
                    let path = if bare { path.with_extension("png") } else { path };
                    save_png(&path, picture).map(|()| Choice::Chosen(path))
                }
                Choice::Cancelled => Ok(Choice::Cancelled),
            };
            Report::PictureSaved(saved)
        });
    }

    pub(super) fn picture_saved(
        &mut self,
        ctx: &Context,
        saved: Result<Choice, crate::store::SaveError>,
    ) {
        match saved {
            Ok(Choice::Chosen(path)) => {
                self.mention(ctx, format!("The picture was saved as {}.", path.display()));
            }
            Ok(Choice::Cancelled) => {}
            Err(error) => self.tell(Tone::Bad, format!("The picture was not saved: {error}.")),
        }
    }
}

/// A part of a picture of the window. `part` is in points, `scale` in pixels a point.
fn cut(window: &ColorImage, part: Rect, scale: f32) -> Picture {
    let [width, height] = window.size;
    let pixel = |points: f32, most: usize| ((points * scale).round().max(0.0) as usize).min(most);
    let (left, right) = (pixel(part.left(), width), pixel(part.right(), width));
    let (top, bottom) = (pixel(part.top(), height), pixel(part.bottom(), height));
    let mut rgba = Vec::with_capacity((right - left) * (bottom - top) * 4);
    for row in window.pixels.chunks(width.max(1)).take(bottom).skip(top) {
        for colour in row.get(left..right).unwrap_or_default() {
            rgba.extend(colour.to_srgba_unmultiplied());
        }
    }
    Picture { width: right - left, height: bottom - top, rgba }
}

#[cfg(test)]
mod tests {
    use egui::{Color32, pos2};

    use super::*;

    #[test]
    fn the_part_is_cut_out_in_pixels() {
        let colours = [Color32::BLACK, Color32::WHITE, Color32::RED, Color32::GREEN];
        let pixels: Vec<Color32> = (0..16).map(|place| colours[place % 4]).collect();
        let window = ColorImage::new([4, 4], pixels);
        let part = Rect::from_min_max(pos2(0.5, 0.5), pos2(1.5, 9.0));
        let picture = cut(&window, part, 2.0);
        assert_eq!((picture.width, picture.height), (2, 3));
        assert_eq!(picture.rgba.get(..8), Some(&[255, 255, 255, 255, 255, 0, 0, 255][..]));
        assert_eq!(picture.rgba.len(), 2 * 3 * 4);
    }
}
