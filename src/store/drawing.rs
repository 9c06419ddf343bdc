//! Writes a drawing of the window as a PNG file.

use std::io::Cursor;
use std::path::Path;

use image::{ImageFormat, RgbaImage};

use super::{Picture, SaveError, save};

/// Writes a picture as PNG. The file is replaced whole, or stays as it was.
pub fn save_png(path: &Path, picture: Picture) -> Result<(), SaveError> {
    let unusable = || {
        let error = std::io::Error::other("the drawing could not be turned into a PNG");
        SaveError::Refused(path.to_owned(), error)
    };
    let (width, height) = (picture.width as u32, picture.height as u32);
    let image = RgbaImage::from_raw(width, height, picture.rgba).ok_or_else(unusable)?;
    let mut png = Cursor::new(Vec::new());
    image.write_to(&mut png, ImageFormat::Png).map_err(|_| unusable())?;
    save(path, &png.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_can_be_read_back_and_nonsense_leaves_the_file_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.png");
        let rgba = vec![1, 2, 3, 255, 4, 5, 6, 255];
        save_png(&path, Picture { width: 2, height: 1, rgba: rgba.clone() }).unwrap();
        let read = image::open(&path).unwrap().into_rgba8();
        assert_eq!((read.dimensions(), read.into_raw()), ((2, 1), rgba));
        let before = std::fs::read(&path).unwrap();
        assert!(save_png(&path, Picture { width: 9, height: 9, rgba: vec![0; 4] }).is_err());
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }
}
