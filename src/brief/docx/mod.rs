//! Writes a brief as a Word document (Office Open XML, ECMA-376): real headings, footnotes, tables and pictures,
//! with styles by the names that Word has for them, so that the template of an office applies.
//!
//! The parts are written here rather than by a library: docx-rs 0.4 writes footnotes without the separators
//! that Word asks for, and knows no references to a footnote from a second place.

mod document;

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::blocks::Composition;
use super::drawing;
use super::paper::Paper;
use super::xml::escape;
use document::Document;

const STYLES: &str = include_str!("../../../assets/docx/styles.xml");
const SETTINGS: &str = include_str!("../../../assets/docx/settings.xml");
const THEME: &str = include_str!("../../../assets/docx/theme.xml");
const FONTS: &str = include_str!("../../../assets/docx/fontTable.xml");
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const MIME: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The brief as a document. Two of the same brief are the same, byte by byte.
///
/// # Errors
/// Writing to memory failed.
pub fn write(composition: &Composition, paper: Paper) -> Result<Vec<u8>, std::io::Error> {
    let pictures = drawing::pngs(composition.charts());
    let sizes: Vec<_> =
        pictures.iter().map(|drawn| drawn.as_ref().map(|(_, size)| *size)).collect();
    let document = Document::of(composition, paper, &sizes);
    let mut package = Package { zip: ZipWriter::new(Cursor::new(Vec::new())) };
    package.text("[Content_Types].xml", &content_types())?;
    package.text("_rels/.rels", &relations(&package_relations()))?;
    package.text("docProps/core.xml", &core(composition))?;
    package.text("word/document.xml", &document.text)?;
    package.text("word/_rels/document.xml.rels", &relations(&document.relations))?;
    package.text("word/footnotes.xml", &document::footnotes(composition))?;
    package.text("word/styles.xml", STYLES)?;
    package.text("word/settings.xml", SETTINGS)?;
    package.text("word/fontTable.xml", FONTS)?;
    package.text("word/theme/theme1.xml", THEME)?;
    package.text("word/numbering.xml", &document::numbering(document.numbered_lists))?;
    package.text("word/footer1.xml", &document::footer())?;
    for (place, picture) in pictures.iter().enumerate() {
        if let Some((png, _)) = picture {
            package.bytes(&format!("word/media/{}", super::markdown::chart_name(place)), png)?;
        }
    }
    Ok(package.zip.finish().map_err(std::io::Error::other)?.into_inner())
}

struct Package {
    zip: ZipWriter<Cursor<Vec<u8>>>,
}

impl Package {
    fn text(&mut self, name: &str, text: &str) -> Result<(), std::io::Error> {
        self.bytes(name, text.as_bytes())
    }

    fn bytes(&mut self, name: &str, bytes: &[u8]) -> Result<(), std::io::Error> {
        // No time of writing: the same brief gives the same file.
        let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
        self.zip.start_file(name, options).map_err(std::io::Error::other)?;
        self.zip.write_all(bytes)
    }
}

/// A relation of a part: its id, its kind, where it leads, and whether that is outside of the file.
type Relation = (String, String, String, bool);

fn relation(id: &str, kind: &str, target: &str) -> Relation {
    (id.to_owned(), format!("{OFFICE}/{kind}"), target.to_owned(), false)
}

fn package_relations() -> Vec<Relation> {
    let core = format!("{PACKAGE}/relationships/metadata/core-properties");
    vec![
        relation("rId1", "officeDocument", "word/document.xml"),
        ("rId2".to_owned(), core, "docProps/core.xml".to_owned(), false),
    ]
}

fn relations(relations: &[Relation]) -> String {
    let mut out = format!("{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (id, kind, target, outside) in relations {
        let mode = if *outside { " TargetMode=\"External\"" } else { "" };
        let target = escape(target);
        out.push_str(&format!(
            "<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"{mode}/>"
        ));
    }
    out + "</Relationships>"
}

fn content_types() -> String {
    let parts = [
        ("word/document.xml", "document.main"),
        ("word/footnotes.xml", "footnotes"),
        ("word/styles.xml", "styles"),
        ("word/settings.xml", "settings"),
        ("word/numbering.xml", "numbering"),
        ("word/footer1.xml", "footer"),
        ("word/fontTable.xml", "fontTable"),
    ];
    let parts = parts.map(|(name, kind)| {
        format!("<Override PartName=\"/{name}\" ContentType=\"{MIME}.{kind}+xml\"/>")
    });
    format!(
        "{DECLARATION}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Default Extension=\"png\" ContentType=\"image/png\"/>{}\
         <Override PartName=\"/word/theme/theme1.xml\" \
         ContentType=\"application/vnd.openxmlformats-officedocument.theme+xml\"/>\
         <Override PartName=\"/docProps/core.xml\" \
         ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>",
        parts.concat()
    )
}

fn core(composition: &Composition) -> String {
    let head = &composition.head;
    format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title>\
         <dc:creator>{}</dc:creator></cp:coreProperties>",
        escape(&head.title),
        escape(&head.author)
    )
}
