//! What the window shows, apart from scroll and text entry.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::sync::{Arc, Mutex};

use serde::{Deserialize, Serialize};

use super::action::Wording;
use super::briefing::Briefing;
use super::colleagues::Colleagues;
use super::comparing::Comparison;
use super::crashes::ToldCrash;
use super::dashboard::MetricOrder;
use super::desk::DeskContents;
use super::dialogs::Asking;
use super::exporting::ExportProgress;
use super::parallels::Suggestions;
use super::pictures::Pictures;
use super::reader::Reader;
use super::relations::Relations;
use super::texts::Texts;
use super::timeline::Timeline;
use super::trail::Trail;
use crate::annotations::{Annotations, History, NoteOf, Passage};
use crate::brief::{Compared, Format, Paper};
use crate::compare::{Computed, Corroboration, Rendering};
use crate::dossier::{Dossier, EntityKind, Index, Item, Problem};
use crate::search::Haystack;
use crate::store::{Copy, FileState, Keeper, Origin, Stage};

/// Everything that views are a function of.
#[derive(Default)]
pub struct State {
    /// The open dossier.
    pub document: Option<Document>,
    /// A dossier on its way.
    pub opening: Option<Opening>,
    /// A dossier that could not be opened.
    pub failed: Option<FailedOpening>,
    /// The screen.
    pub screen: Screen,
    /// The column shown where only one fits.
    pub column: Column,
    /// Whether the details of the focus are shown.
    pub details: bool,
    /// The foci, back and forward.
    pub trail: Trail,
    /// What narrows the columns.
    pub filter: Filter,
    /// How the metrics are ordered.
    pub metric_order: MetricOrder,
    /// What the comparison shows.
    pub comparison: Comparison,
    /// What the timeline shows.
    pub timeline: Timeline,
    /// Which relations are shown.
    pub relations: Relations,
    /// What the Brief screen shows.
    pub briefing: Briefing,
    /// What the source reader shows.
    pub reader: Reader,
    /// What the Desk shows under focus and filter.
    pub desk: DeskContents,
    /// The annotation being written.
    pub draft: Option<Draft>,
    /// What lies over the screen.
    pub sheet: Option<Sheet>,
    /// The file dialog that is open.
    pub asking: Option<Asking>,
    /// What the person should know.
    pub notices: Vec<Notice>,
    /// Whether the annotations are on the disk.
    pub saving: Saving,
    /// Pictures by path.
    pub pictures: Pictures,
    /// What outlives the program.
    pub settings: Settings,
}

impl State {
    /// The item in focus.
    pub fn focus(&self) -> Option<Item> {
        self.trail.current()
    }
}

/// An open dossier with the analyst's work on it.
pub struct Document {
    /// The dossier.
    pub dossier: Arc<Dossier>,
    /// Its index.
    pub index: Arc<Index>,
    /// The texts of its sources.
    pub texts: Texts,
    /// What the program finds of each topic, in their order.
    pub findings: Vec<TopicFinding>,
    /// Sentences of its sources that say the same.
    pub suggestions: Suggestions,
    /// Its folded texts, for searching.
    pub haystack: Haystack,
    /// Warnings and remarks on it.
    pub problems: Vec<Problem>,
    /// Where it came from.
    pub origin: Origin,
    /// Its file as it was before it was read; none for the bundled one.
    pub read_as: Option<FileState>,
    /// The analyst's work.
    pub annotations: Annotations,
    /// How to undo it.
    pub history: History,
    /// What keeps it.
    pub keeping: Keeping,
    /// The analyst's own file beside the dossier; none for the bundled one.
    pub own_file: Option<PathBuf>,
    /// The work of the others who share the folder.
    pub colleagues: Colleagues,
}

/// Whether the analyst's work is kept on the disk.
#[derive(Clone, Debug)]
pub enum Keeping {
    /// It is.
    By(Arc<Mutex<Keeper>>),
    /// It can't be, for this reason: what is on the disk is not written over.
    Not(String),
}

/// What the program finds of a topic.
pub struct TopicFinding {
    /// Whether the sources agree.
    pub computed: Computed,
    /// Where two of them render the same words.
    pub renderings: Vec<Rendering>,
    /// How many outlets and origins stand behind the answers.
    pub corroboration: Corroboration,
}

/// A dossier on its way.
pub struct Opening {
    /// Its file name.
    pub name: String,
    /// How far it is.
    pub progress: Arc<Progress>,
    /// Whether it is the open one, which changed on the disk.
    pub in_place: bool,
}

/// How far a load is; shared with the job.
#[derive(Debug, Default)]
pub struct Progress {
    stage: AtomicU8,
    cancelled: AtomicBool,
}

impl Progress {
    const STAGES: [Stage; 4] = [Stage::Reading, Stage::Parsing, Stage::Checking, Stage::Indexing];

    /// Says that a stage begins; false where the load is to stop.
    pub fn enter(&self, stage: Stage) -> bool {
        let place = Self::STAGES.iter().position(|known| *known == stage).unwrap_or(0);
        self.stage.store(u8::try_from(place).unwrap_or(0), Ordering::Relaxed);
        !self.cancelled.load(Ordering::Relaxed)
    }

    /// The stage it is in.
    pub fn stage(&self) -> Stage {
        let place = usize::from(self.stage.load(Ordering::Relaxed));
        Self::STAGES.get(place).copied().unwrap_or(Stage::Reading)
    }

    /// Asks the load to stop.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }
}

/// A dossier that could not be opened.
#[derive(Clone, Debug)]
pub struct FailedOpening {
    /// The file; `None` for the bundled dossier.
    pub path: Option<PathBuf>,
    /// What happened, in one sentence.
    pub message: String,
    /// The mistakes in it, where it was read.
    pub problems: Vec<Problem>,
}

/// Screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// Cards, metrics and quotations.
    #[default]
    Desk,
    /// What each source answers to each topic.
    Compare,
    /// Events and publications on one axis.
    Timeline,
    /// Entities and what ties them.
    Relations,
    /// Sources, read in their words.
    Sources,
    /// The list of all annotations.
    Annotations,
    /// Material, outline and page of a brief.
    Brief,
    /// What does not hold.
    Checks,
}

/// Columns of the Desk, of which a narrow window shows one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// Entity cards.
    #[default]
    Entities,
    /// Metric tiles.
    Metrics,
    /// Quotations.
    Quotations,
    /// The details of the focus.
    Details,
}

/// Which kinds of entity are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KindFilter {
    /// All.
    #[default]
    All,
    /// One.
    Only(EntityKind),
}

/// What narrows the columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// As typed.
    pub text: String,
    /// Entities of this kind.
    pub kind: KindFilter,
    /// Metrics of this area, by its place.
    pub area: Option<usize>,
    /// Sources whose quotations are hidden.
    pub hidden_sources: BTreeSet<usize>,
    /// The first of the columns shown, where not all sources fit.
    pub first_source: usize,
}

/// The annotation being written. It is kept from the first character on.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The item it belongs to, by id.
    pub on: String,
    /// The stretch of that source's text, where it belongs to one.
    pub passage: Option<Passage>,
    /// The annotation of somebody else that it answers.
    pub answers: Option<NoteOf>,
    /// Its id, once it has any words.
    pub id: Option<String>,
    /// What stands in it.
    pub wording: Wording,
}

/// What lies over the screen.
#[derive(Clone, Debug)]
pub enum Sheet {
    /// Exporting the brief.
    Export(ExportSheet),
    /// Finding a command or an item.
    Palette,
    /// What was exported of the brief, and how versions differ.
    Versions(VersionsSheet),
    /// What the dossier comes to.
    Summary,
    /// All figures as a table.
    Figures,
    /// Earlier copies of the analyst's work, once they are read.
    Copies(Option<Vec<Copy>>),
    /// Under which name the person writes, as typed.
    Name(String),
    /// An error inside the program.
    Crashed(ToldCrash),
    /// Closing although something is not saved: what went wrong.
    Unsaved(String),
}

/// Which versions of a brief are compared.
#[derive(Clone, Debug, Default)]
pub struct VersionsSheet {
    /// The first, by its place among the brief's; none for the last one exported.
    pub first: Option<usize>,
    /// The second; none for the brief as it is now.
    pub second: Option<usize>,
    /// How the second differs from the first.
    pub difference: Arc<Vec<Compared>>,
}

/// What the export sheet holds.
#[derive(Clone, Debug, Default)]
pub struct ExportSheet {
    /// The format.
    pub format: Format,
    /// The paper of Word and PDF.
    pub paper: Paper,
    /// The path offered for typing.
    pub path: String,
    /// Whether the system's dialog is open.
    pub choosing: bool,
    /// What stands where the brief is to go, until the person says what to do.
    pub in_the_way: Option<InTheWay>,
    /// How far the export is, while it is under way.
    pub progress: Option<Arc<ExportProgress>>,
    /// What went wrong last.
    pub error: Option<String>,
}

/// A file that stands where a brief is to go.
#[derive(Clone, Debug)]
pub struct InTheWay {
    /// The file.
    pub path: PathBuf,
    /// Whether a brief was exported there: it was changed since.
    pub was_exported: bool,
    /// How the brief differs from what stands there; empty where that is no text.
    pub difference: Arc<Vec<Compared>>,
}

/// Something the person should know.
#[derive(Clone, Debug)]
pub struct Notice {
    /// To take it away by.
    pub id: u64,
    /// How much it matters.
    pub tone: Tone,
    /// What happened, what was kept, what to do.
    pub text: String,
    /// When it goes by itself, in seconds of the context's clock.
    pub until: Option<f64>,
}

/// How much a notice matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something went well.
    Good,
    /// Something needs a look.
    Warn,
    /// Something failed.
    Bad,
}

/// Whether the annotations are on the disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// Nothing has been changed in this session.
    #[default]
    Unchanged,
    /// Everything is.
    Saved {
        /// The analyst's file.
        place: PathBuf,
        /// Whether it stands in the file, rather than in part in the journal beside it.
        whole: bool,
    },
    /// Changes are waiting or being written.
    Pending,
    /// Everything is, but in the journal: the analyst's file can't be written.
    Journaled(String),
    /// The last attempt failed.
    Failed(String),
}

impl Saving {
    /// Whether the file itself could not be written.
    pub fn is_journaled(&self) -> bool {
        matches!(self, Self::Journaled(_))
    }
}

/// What outlives the program. Nothing of value: it may be reset.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Light, dark, or as the system has it.
    pub theme: ThemeChoice,
    /// Dossiers opened, latest first.
    pub recent: Vec<PathBuf>,
}

impl Settings {
    /// Puts a dossier at the head of the recent ones.
    pub fn remember(&mut self, path: PathBuf) {
        const MOST: usize = 10;
        self.recent.retain(|known| *known != path);
        self.recent.insert(0, path);
        self.recent.truncate(MOST);
    }
}

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}
