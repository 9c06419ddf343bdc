//! Versions of a brief: what changed since it was exported.

use std::sync::Arc;

use super::App;
use super::exporting::plain;
use super::state::{Sheet, VersionsSheet};
use crate::brief::difference_of_versions;

impl App {
    /// Shows what was exported of the brief, and how two versions differ: by their places, or the last exported
    /// and the brief as it is now.
    pub(super) fn compare_versions(&mut self, first: Option<usize>, second: Option<usize>) {
        self.refresh_page();
        let (Some(document), Some(brief)) = (&self.state.document, self.brief()) else { return };
        let versions: Vec<_> = document.annotations.versions_of(&brief.id).collect();
        let now = self.state.briefing.page.as_ref().map(|page| plain(&page.composition));
        let first = first.or(versions.len().checked_sub(1));
        let text = |place: usize| versions.get(place).and_then(|version| version.text.clone());
        let (one, other) = (first.and_then(text), second.map_or(now, text));
        let lines = match (one, other) {
            (Some(one), Some(other)) => difference_of_versions(&one, &other),
            _ => Vec::new(),
        };
        let sheet = VersionsSheet { first, second, difference: Arc::new(lines) };
        self.state.sheet = Some(Sheet::Versions(sheet));
    }
}
