//! What the Timeline screen shows: events and publications in lanes, and the stretch of time in view.
//! It knows no egui.

mod axis;
mod lanes;

use super::App;

pub use axis::{View, ticks};
pub use lanes::{Entry, Grouping, Lane, Mark, lanes, rows};

impl Grouping {
    /// All groupings, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Place, Self::Participant, Self::Source];

    /// The grouping in words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Place => "By place",
            Self::Participant => "By participant",
            Self::Source => "By source",
        }
    }
}

/// What the timeline shows.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    /// How entries are put into lanes.
    pub grouping: Grouping,
    /// The lanes of the open dossier.
    pub lanes: Vec<Lane>,
    /// The stretch of time in view; all of it where none was chosen.
    look: Option<View>,
}

/// A change of the timeline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TimelineChange {
    /// Other lanes.
    Group(Grouping),
    /// Another stretch of time; all of it.
    Look(Option<View>),
}

impl Timeline {
    /// The stretch of time in view; `None` where nothing has a date.
    pub fn view(&self) -> Option<View> {
        let entries = self.lanes.iter().flat_map(|lane| &lane.entries);
        self.look.or_else(|| View::fit(entries.filter_map(|entry| entry.span)))
    }
}

impl App {
    pub(super) fn change_timeline(&mut self, change: TimelineChange) {
        match change {
            TimelineChange::Look(look) => self.state.timeline.look = look,
            TimelineChange::Group(grouping) => {
                self.state.timeline.grouping = grouping;
                self.refresh_timeline();
            }
        }
    }

    /// Puts the events of the open dossier into lanes anew.
    pub(super) fn refresh_timeline(&mut self) {
        let Some(document) = &self.state.document else { return };
        let grouping = self.state.timeline.grouping;
        self.state.timeline.lanes = lanes(&document.dossier, &document.index, grouping, None);
    }
}
