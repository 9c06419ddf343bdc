//! Pictures of a dossier. They come from strangers: only files below the dossier's folder are read,
//! and nothing is decoded beyond fixed limits.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use image::{ImageReader, Limits};

use super::{Origin, bundled};

/// Larger files are not read, in bytes.
const LARGEST_FILE: u64 = 16 * 1024 * 1024;
/// Wider or higher pictures are not decoded, in pixels.
const LARGEST_SIDE: u32 = 8_192;
/// Memory that decoding one picture may take, in bytes.
const MOST_MEMORY: u64 = 256 * 1024 * 1024;
/// The side that a decoded picture is scaled down to, in pixels.
const THUMBNAIL_SIDE: u32 = 256;

/// A decoded picture, at most 256 pixels wide and high.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Width in pixels.
    pub width: usize,
    /// Height in pixels.
    pub height: usize,
    /// Four bytes a pixel, alpha not multiplied in.
    pub rgba: Vec<u8>,
}

/// Why a picture is not shown.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// There is no such file below the dossier's folder.
    #[error("there is no picture {0} below the dossier's folder")]
    NotThere(String),
    /// A link leads out of the dossier's folder.
    #[error("{0} leads out of the dossier's folder and was not read")]
    Outside(String),
    /// A folder, a device or a pipe.
    #[error("{0} is not an ordinary file")]
    NotAFile(String),
    /// More than 16 MiB.
    #[error("{0} is larger than 16 MB and was not read")]
    TooLarge(String),
    /// The system refused.
    #[error("{0} can't be read: {1}")]
    Unreadable(String, std::io::Error),
    /// Not a PNG, JPEG or WebP, damaged, or beyond the limits.
    #[error("{0} can't be shown: {1}")]
    Undecodable(String, image::ImageError),
}

/// Reads a picture that a dossier names, scaled to a thumbnail.
///
/// # Errors
/// See [`PictureError`].
pub fn read_picture(origin: &Origin, path: &str) -> Result<Picture, PictureError> {
    match origin.folder() {
        Some(folder) => decode(&read_below(folder, path)?, path),
        None => {
            let bytes =
                bundled::picture(path).ok_or_else(|| PictureError::NotThere(path.to_owned()))?;
            decode(bytes, path)
        }
    }
}

fn read_below(folder: &Path, path: &str) -> Result<Vec<u8>, PictureError> {
    let not_there = |_| PictureError::NotThere(path.to_owned());
    let folder = fs::canonicalize(folder).map_err(not_there)?;
    // Links are followed first, so that one that leads out is noticed.
    let whole = fs::canonicalize(folder.join(path)).map_err(not_there)?;
    if !whole.starts_with(&folder) {
        return Err(PictureError::Outside(path.to_owned()));
    }
    let metadata = fs::metadata(&whole).map_err(not_there)?;
    if !metadata.is_file() {
        return Err(PictureError::NotAFile(path.to_owned()));
    }
    if metadata.len() > LARGEST_FILE {
        return Err(PictureError::TooLarge(path.to_owned()));
    }
    fs::read(&whole).map_err(|error| PictureError::Unreadable(path.to_owned(), error))
}

fn decode(bytes: &[u8], path: &str) -> Result<Picture, PictureError> {
    let undecodable = |error| PictureError::Undecodable(path.to_owned(), error);
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|error| undecodable(image::ImageError::IoError(error)))?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST_SIDE);
    limits.max_image_height = Some(LARGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let decoded = reader.decode().map_err(undecodable)?;
    let small = if decoded.width().max(decoded.height()) > THUMBNAIL_SIDE {
        decoded.thumbnail(THUMBNAIL_SIDE, THUMBNAIL_SIDE)
    } else {
        decoded
    };
    let rgba = small.into_rgba8();
    Ok(Picture {
        width: rgba.width() as usize,
        height: rgba.height() as usize,
        rgba: rgba.into_raw(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        image::RgbaImage::new(width, height)
            .write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Png)
            .unwrap();
        bytes
    }

    #[test]
    fn every_bundled_picture_decodes() {
        for country in ["cn", "kg", "kz", "tj", "tm", "uz"] {
            let picture = read_picture(&Origin::Bundled, &format!("images/flags/{country}.png"));
            assert_eq!(picture.unwrap().width, 256);
        }
    }

    #[test]
    fn pictures_beyond_the_limits_are_refused_and_large_ones_scaled() {
        let folder = tempfile::tempdir().unwrap();
        let origin = Origin::File(folder.path().join("x.dossier.ron"));
        fs::write(folder.path().join("wide.png"), png(20_000, 20)).unwrap();
        let refused = read_picture(&origin, "wide.png");
        assert!(matches!(refused, Err(PictureError::Undecodable(_, _))), "{refused:?}");
        fs::write(folder.path().join("large.png"), png(1_000, 500)).unwrap();
        let picture = read_picture(&origin, "large.png").unwrap();
        assert_eq!((picture.width, picture.height), (256, 128));
        fs::write(folder.path().join("text.png"), "no picture").unwrap();
        assert!(matches!(read_picture(&origin, "text.png"), Err(PictureError::Undecodable(_, _))));
    }

    #[cfg(unix)]
    #[test]
    fn nothing_outside_the_folder_is_read() {
        let outside = tempfile::tempdir().unwrap();
        fs::write(outside.path().join("secret.png"), png(2, 2)).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let origin = Origin::File(folder.path().join("x.dossier.ron"));
        std::os::unix::fs::symlink(outside.path(), folder.path().join("link")).unwrap();
        let refused = read_picture(&origin, "link/secret.png");
        assert!(matches!(refused, Err(PictureError::Outside(_))), "{refused:?}");
        let absolute = outside.path().join("secret.png").to_string_lossy().into_owned();
        let refused = read_picture(&origin, &absolute);
        assert!(matches!(refused, Err(PictureError::Outside(_))), "{refused:?}");
    }
}
