//! What a person can ask for. Views return actions; only [`super::apply`] carries them out.

use std::path::PathBuf;

use super::briefing::BriefWish;
use super::commands::Command;
use super::comparing::Comparing;
use super::dashboard::MetricOrder;
use super::parallels::Deciding;
use super::reader::TextSelection;
use super::relations::RelationsChange;
use super::state::{Column, KindFilter, Screen, ThemeChoice};
use super::timeline::TimelineChange;
use crate::anchor::Span;
use crate::annotations::{AnnotationKind, Annotations, NoteOf, Passage, Pin};
use crate::brief::{Format, Paper};
use crate::dossier::Item;

/// One wish.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Carry out a command of the table.
    Run(Command),
    /// Open a dossier.
    OpenFile(PathBuf),
    /// Take in a dropped file: open a dossier, attach a text.
    TakeDropped(PathBuf),
    /// Open the dossier inside the program.
    OpenBundled,
    /// Stop opening.
    CancelOpening,
    /// Leave the screen of problems.
    DismissProblems,
    /// Put an item into focus.
    Focus(Item),
    /// Put an item into focus and stay on the screen.
    FocusHere(Item),
    /// Save a part of the window as a picture, under a name like this.
    SavePicture(egui::Rect, &'static str),
    /// Put a part of the window on the clipboard as a picture.
    CopyPicture(egui::Rect),
    /// Change what the timeline shows.
    ChangeTimeline(TimelineChange),
    /// Change which relations are shown.
    ChangeRelations(RelationsChange),
    /// Change what the comparison shows.
    Compare(Comparing),
    /// Decide on sentences that say the same.
    Decide(Deciding),
    /// Take the focus away; filters stay.
    Unfocus,
    /// Put an item into focus and show its details.
    ShowDetails(Item),
    /// Read a source in the first pane.
    ReadSource(usize),
    /// Read a source beside the first, or none.
    ReadBeside(Option<usize>),
    /// Put a quotation into focus where it stands in its source, by its place.
    ReadQuotation(u32),
    /// Show a passage where it stands.
    ReadPassage(Passage),
    /// Select a stretch of a source's text, or nothing.
    SelectText(Option<TextSelection>),
    /// Start an annotation on the selected stretch.
    AnnotateSelection,
    /// Pin the selected stretch to the brief.
    PinSelection,
    /// Ask for the text of a source and attach it.
    AttachText(usize),
    /// Let go of the text of a source.
    DetachText(usize),
    /// Look for all texts and hold the quotations against them again.
    CheckTexts,
    /// Stop checking; what is not checked yet stays so.
    StopCheck,
    /// Decide on a quotation that was not found as recorded, by its place.
    Settle(u32, Settling),
    /// Go to a screen.
    Show(Screen),
    /// Choose a column where only one fits.
    ShowColumn(Column),
    /// Narrow the columns by text.
    Search(String),
    /// Show entities of one kind, or all.
    FilterKind(KindFilter),
    /// Show metrics of one area, by its place, or all.
    FilterArea(Option<usize>),
    /// Order the metrics.
    OrderMetrics(MetricOrder),
    /// Show or hide a source's quotations.
    ToggleSource(usize),
    /// Show other sources where not all fit side by side.
    TurnSources(isize),
    /// Start an annotation on an item.
    Annotate(Item),
    /// Start an answer to somebody's annotation, on the item of this id.
    Answer(NoteOf, String),
    /// Change an existing annotation.
    EditAnnotation(String),
    /// The words in the open annotation changed.
    Write(Wording),
    /// Close the open annotation; it is already kept.
    CloseAnnotation,
    /// Take an annotation away.
    DeleteAnnotation(String),
    /// Pin to the brief, or unpin.
    TogglePin(Pin),
    /// Do something with briefs.
    Brief(BriefWish),
    /// Compare two versions of the brief: the last one and the brief as it is now, where none is named.
    CompareVersions(Option<usize>, Option<usize>),
    /// Export in a format, on paper.
    ChooseFormat(Format, Paper),
    /// Stop the export under way.
    StopExport,
    /// Write the brief beside the file that stands there.
    ExportBeside,
    /// Ask where the brief is to be written, and write it there.
    ChooseExport,
    /// Write the brief to a typed path.
    ExportTo(String),
    /// Write the brief over the file that stands there.
    ReplaceExport,
    /// Put the brief's Markdown on the clipboard.
    CopyBrief,
    /// Put the brief on the clipboard as rich text.
    CopyBriefRich,
    /// Put an earlier copy in the place of the analyst's work.
    RestoreCopy(Box<Annotations>),
    /// Take a typed path for the answer of the file dialog.
    AnswerWith(String),
    /// Give the file dialog up.
    GiveUpAsking,
    /// Type the name under which the person writes.
    TypeName(String),
    /// Keep that name.
    GiveName(String),
    /// Go on after an error inside the program.
    GoOn,
    /// Close the sheet or palette that is open.
    CloseSheet,
    /// Take a notice away.
    DismissNotice(u64),
    /// A picture is about to be seen.
    WantPicture(String),
    /// Use a theme.
    Theme(ThemeChoice),
    /// Close although the annotations are not on the disk.
    CloseUnsaved,
}

/// What a person decides on a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settling {
    /// It stands there, in the words of now.
    At(Span),
    /// It stands where the selection is.
    AtSelection,
    /// The person will point at the place.
    Point,
    /// The recorded words hold.
    AsRecorded,
    /// It stands there no longer.
    Gone,
    /// The decision is taken back.
    Reopen,
}

/// What stands in the open annotation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// Its kind.
    pub kind: AnnotationKind,
    /// Its words.
    pub text: String,
    /// Its tags, as typed: separated by commas.
    pub tags: String,
}

/// The actions of one frame, in order.
pub type Actions = Vec<Action>;
