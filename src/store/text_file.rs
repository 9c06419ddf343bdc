//! Reads the text of a source: plain text in any encoding that can be told.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

use crate::anchor::Text;

/// Larger files are refused, in bytes: no article is as long.
pub const LARGEST_TEXT: u64 = 64_000_000;

/// A text that was read.
#[derive(Clone, Debug)]
pub struct ReadText {
    /// The text.
    pub text: Text,
    /// The name of the encoding it was read in.
    pub encoding: &'static str,
}

/// Why a text was not read.
#[derive(Debug, thiserror::Error)]
pub enum TextError {
    /// Nothing has that name.
    #[error("there is no file {}", .0.display())]
    NotFound(PathBuf),
    /// A folder, a device or a pipe.
    #[error("{} is not an ordinary file", .0.display())]
    NotAFile(PathBuf),
    /// It is larger than any article.
    #[error("{} has {} MB; a text may have {} MB", .0.display(), .1 / 1_000_000, LARGEST_TEXT / 1_000_000)]
    TooLarge(PathBuf, u64),
    /// The system refused.
    #[error("{} can't be read: {}", .0.display(), .1)]
    Refused(PathBuf, std::io::Error),
    /// It is not plain text.
    #[error("{} is {}, not plain text; save its text as a .txt file", .0.display(), .1)]
    NotText(PathBuf, &'static str),
    /// No encoding fits.
    #[error("the encoding of {} can't be told; save it as UTF-8", .0.display())]
    UnknownEncoding(PathBuf),
}

/// Reads a text.
pub fn read_text(path: &Path) -> Result<ReadText, TextError> {
    let refused = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => TextError::NotFound(path.to_owned()),
        _ => TextError::Refused(path.to_owned(), error),
    };
    // Asked before it is opened: opening a pipe would wait for its other end.
    let metadata = fs::metadata(path).map_err(refused)?;
    if !metadata.is_file() {
        return Err(TextError::NotAFile(path.to_owned()));
    }
    if metadata.len() > LARGEST_TEXT {
        return Err(TextError::TooLarge(path.to_owned(), metadata.len()));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(refused)?;
    file.take(LARGEST_TEXT + 1).read_to_end(&mut bytes).map_err(refused)?;
    if let Some(kind) = kind_of_other(&bytes) {
        return Err(TextError::NotText(path.to_owned(), kind));
    }
    let (text, encoding) =
        decode(&bytes).ok_or_else(|| TextError::UnknownEncoding(path.to_owned()))?;
    Ok(ReadText { text: Text::new(text), encoding })
}

/// What a file is that people try instead of its text.
fn kind_of_other(bytes: &[u8]) -> Option<&'static str> {
    let known: [(&[u8], &str); 6] = [
        (b"%PDF", "a PDF"),
        (b"PK\x03\x04", "a zip archive or an office document"),
        (b"\xd0\xcf\x11\xe0", "an old office document"),
        (b"{\\rtf", "rich text"),
        (b"\x89PNG", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
    ];
    known.iter().find(|(head, _)| bytes.starts_with(head)).map(|(_, kind)| *kind)
}

/// Decodes a text: a byte-order mark says how, else UTF-8 when it is valid, else what its bytes look
/// like. `None` where that leaves characters that can't be read.
fn decode(bytes: &[u8]) -> Option<(String, &'static str)> {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => guess(bytes),
    };
    let (text, _, malformed) = encoding.decode(bytes);
    let is_text = !malformed && !text.contains('\0');
    is_text.then(|| (text.into_owned(), encoding.name()))
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<ReadText, TextError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        fs::write(&path, bytes).unwrap();
        read_text(&path)
    }

    #[test]
    fn encodings_are_told_and_marks_left_out() {
        let russian = "Секретариат механизма «Китай – Центральная Азия» начал работу в Сиане. Об \
                       этом сообщили в министерстве, и участники встречи поздравили коллег.";
        let chinese =
            "中国—中亚机制秘书处在西安成立。外交部长表示,各方将继续加强合作,推动贸易增长。";
        let german = "Die Außenminister begrüßten die Eröffnung; für den Verkehr wäre es nützlich.";
        let cases = [
            (russian, encoding_rs::WINDOWS_1251, "windows-1251"),
            (chinese, encoding_rs::GB18030, "GBK"),
            (german, encoding_rs::WINDOWS_1252, "windows-1252"),
            (german, UTF_8, "UTF-8"),
        ];
        for (text, encoding, name) in cases {
            let (bytes, _, lossy) = encoding.encode(text);
            assert!(!lossy, "{name}");
            let read = read(&bytes).unwrap();
            assert_eq!((read.text.as_str(), read.encoding), (text, name));
        }
        let marked = read("\u{feff}text".as_bytes()).unwrap();
        assert_eq!(marked.text.as_str(), "text");
        let utf16: Vec<u8> = "\u{feff}Сиань".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&utf16).unwrap().text.as_str(), "Сиань");
    }

    #[test]
    fn what_is_no_plain_text_is_named() {
        let message = |bytes: &[u8]| read(bytes).unwrap_err().to_string();
        assert!(message(b"%PDF-1.7 ...").contains("is a PDF, not plain text"));
        assert!(message(b"PK\x03\x04....").contains("an office document"));
        assert!(message(b"a\0b\0\x01\x02\xff\xfe\0").contains("can't be told"));
        let folder = tempfile::tempdir().unwrap();
        let message = |path: &Path| read_text(path).unwrap_err().to_string();
        assert!(message(folder.path()).contains("not an ordinary file"));
        assert!(message(&folder.path().join("absent.txt")).starts_with("there is no file"));
        let huge = folder.path().join("huge.txt");
        File::create(&huge).unwrap().set_len(LARGEST_TEXT + 1).unwrap();
        assert!(message(&huge).contains("a text may have"));
    }
}
