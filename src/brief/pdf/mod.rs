//! Sets a brief as PDF, by Typst: with an outline, tags for screen readers, and its typefaces inside.

mod source;

use std::collections::HashMap;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_kit::fonts::{FontStore, system};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, pdf};

use super::blocks::Composition;
use super::paper::Paper;
use crate::store::typefaces;

/// The brief as PDF. Two of the same brief on one machine are the same, byte by byte.
///
/// # Errors
/// What Typst says of what it can't set.
pub fn write(composition: &Composition, paper: Paper) -> Result<Vec<u8>, String> {
    let page = Page::of(composition, paper).ok_or("the page has no place to begin at")?;
    let told = |errors: &[typst::diag::SourceDiagnostic]| {
        errors.iter().map(|error| error.message.to_string()).collect::<Vec<_>>().join("; ")
    };
    let document: PagedDocument =
        typst::compile(&page).output.map_err(|errors| told(errors.as_slice()))?;
    let written = pdf(&document, &PdfOptions::default());
    // What was set once is not set again: the next brief is another.
    typst::comemo::evict(0);
    written.map_err(|errors| told(errors.as_slice()))
}

/// All that Typst can see: the page, its charts and the typefaces. No file and no clock.
struct Page {
    library: LazyHash<Library>,
    fonts: FontStore,
    main: Source,
    charts: HashMap<FileId, Bytes>,
}

impl Page {
    fn of(composition: &Composition, paper: Paper) -> Option<Self> {
        let mut fonts = FontStore::new();
        for face in [
            typefaces::LIBERTINUS,
            typefaces::LIBERTINUS_ITALIC,
            typefaces::LIBERTINUS_SEMI_BOLD,
            typefaces::INTER,
            typefaces::INTER_SEMI_BOLD,
        ] {
            for font in Font::iter(Bytes::new(face)) {
                let info = font.info().clone();
                fonts.push((font, info));
            }
        }
        fonts.extend(system());
        let mut charts = HashMap::new();
        for (place, chart) in composition.charts().enumerate() {
            let svg = Bytes::from_string(super::drawing::svg(chart));
            charts.insert(file(&source::chart_path(place))?, svg);
        }
        let main = Source::new(file("main.typ")?, source::write(composition, paper));
        Some(Self { library: LazyHash::new(Library::default()), fonts, main, charts })
    }
}

fn file(path: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?).intern())
}

impl World for Page {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::NotSource) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.charts.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
