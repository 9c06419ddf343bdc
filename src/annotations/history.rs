//! Undo and redo.

use std::borrow::Cow;
use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use super::{Annotations, BriefEdit, Edit, Entry};

/// What is kept for undoing takes at most so many bytes; beyond that the oldest steps are forgotten.
const BUDGET: usize = 32 * 1024 * 1024;

/// One change of the analyst's work, as it is carried out and as it is journaled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// An edit.
    Edit(Edit),
    /// An edit made by typing: until typing ends, all of it is one step to undo.
    Type(Edit),
    /// The person turned to something else: the next typing is a step of its own.
    EndTyping,
    /// Something that happened outside is noted down: no step to undo, which would not undo it.
    Record(Edit),
    /// The last edit is taken back.
    Undo,
    /// The last edit taken back is made again.
    Redo,
}

impl Change {
    /// Whether both are typed into one text.
    pub fn types_with(&self, other: &Self) -> bool {
        let field = |change: &Self| match change {
            Self::Type(edit) => Field::of(edit),
            _ => None,
        };
        field(self).is_some_and(|own| field(other) == Some(own))
    }
}

/// The edits made and their reverses.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct History {
    undo: VecDeque<Step>,
    redo: VecDeque<Step>,
    /// What the last step is still being typed into.
    typing: Option<Field>,
    /// What the steps take, in bytes.
    size: usize,
}

/// A text that is typed into.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Field {
    Annotation(String),
    Analyst,
    Question(String),
    BriefHead(String),
    /// A section's heading or an entry's text.
    OfBrief(String, String),
}

impl Field {
    fn of(edit: &Edit) -> Option<Self> {
        match edit {
            Edit::Insert { annotation, .. } => Some(Self::Annotation(annotation.id.clone())),
            Edit::Rewrite { id, .. } => Some(Self::Annotation(id.clone())),
            Edit::Sign { .. } => Some(Self::Analyst),
            Edit::AskParallel { id, .. } => Some(Self::Question(id.clone())),
            Edit::ChangeBrief { id: brief, edit } => match &**edit {
                BriefEdit::SetHead(_) => Some(Self::BriefHead(brief.clone())),
                BriefEdit::Rename { id, .. }
                | BriefEdit::Rewrite { id, .. }
                | BriefEdit::Insert { entry: Entry { id, .. }, .. } => {
                    Some(Self::OfBrief(brief.clone(), id.clone()))
                }
                _ => None,
            },
            Edit::Remove { .. }
            | Edit::Pin { .. }
            | Edit::Unpin { .. }
            | Edit::Attach { .. }
            | Edit::Settle { .. }
            | Edit::AddParallel { .. }
            | Edit::RemoveParallel { .. }
            | Edit::Restore { .. }
            | Edit::AddBrief { .. }
            | Edit::RemoveBrief { .. }
            | Edit::AddVersion { .. }
            | Edit::RemoveVersion { .. } => None,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Step {
    /// The name of the edit that the person made.
    name: Cow<'static, str>,
    /// What leads back (in `undo`) or forth (in `redo`).
    edit: Edit,
    /// What it takes, in bytes.
    size: usize,
}

impl Step {
    fn new(name: Cow<'static, str>, edit: Edit) -> Self {
        // Writing plain structs of texts has no way to fail.
        let words = serde_json::to_string(&edit).map_or(0, |words| words.len());
        Self { name, edit, size: words + size_of::<Self>() }
    }
}

impl History {
    /// Carries a change out. Returns the name of what was done or undone; `None` where nothing changed,
    /// not even in the history, so that only the others need to be journaled.
    pub fn carry_out(&mut self, change: Change, to: &mut Annotations) -> Option<Cow<'static, str>> {
        match change {
            Change::Edit(edit) => {
                let done = self.apply(edit, to)?;
                self.typing = None;
                Some(done)
            }
            Change::Type(edit) => {
                let field = Field::of(&edit);
                let going_on = field.is_some() && self.typing == field;
                let name = Cow::Borrowed(edit.name());
                let done =
                    if going_on { edit.apply(to).map(|_| name) } else { self.apply(edit, to) };
                if done.is_some() {
                    self.typing = field;
                }
                done
            }
            Change::Record(edit) => {
                let name = Cow::Borrowed(edit.name());
                edit.apply(to).map(|_| name)
            }
            Change::EndTyping => self.typing.take().map(|_| Cow::Borrowed("end typing")),
            Change::Undo => {
                let step = self.undo.pop_back()?;
                self.typing = None;
                Some(self.shift(step, to, |history| &mut history.redo))
            }
            Change::Redo => {
                let step = self.redo.pop_back()?;
                self.typing = None;
                Some(self.shift(step, to, |history| &mut history.undo))
            }
        }
    }

    fn apply(&mut self, edit: Edit, to: &mut Annotations) -> Option<Cow<'static, str>> {
        let name = Cow::Borrowed(edit.name());
        let reverse = edit.apply(to)?;
        self.size -= self.redo.drain(..).map(|step| step.size).sum::<usize>();
        let step = Step::new(name.clone(), reverse);
        self.size += step.size;
        self.undo.push_back(step);
        while self.size > BUDGET && self.undo.len() > 1 {
            let oldest = self.undo.pop_front();
            self.size -= oldest.map_or(0, |step| step.size);
        }
        Some(name)
    }

    fn shift(
        &mut self,
        step: Step,
        to: &mut Annotations,
        onto: impl Fn(&mut Self) -> &mut VecDeque<Step>,
    ) -> Cow<'static, str> {
        self.size -= step.size;
        let name = step.name.clone();
        if let Some(reverse) = step.edit.apply(to) {
            let back = Step::new(step.name, reverse);
            self.size += back.size;
            onto(self).push_back(back);
        }
        name
    }

    /// The name of what undo would take back.
    pub fn undo_name(&self) -> Option<&str> {
        self.undo.back().map(|step| step.name.as_ref())
    }

    /// The name of what redo would make again.
    pub fn redo_name(&self) -> Option<&str> {
        self.redo.back().map(|step| step.name.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use proptest::prelude::*;

    use super::*;
    use crate::annotations::tests::annotation;
    use crate::annotations::{
        AnnotationKind, Brief, BriefHead, Content, Decision, Parallel, Pin, Section, Settlement,
        Verdict,
    };
    use crate::dossier::{QuotationId, Selector, SourceId};

    fn any_edit_of_annotations() -> impl Strategy<Value = Edit> {
        let id = "[ab][12]";
        let text = "[a-z]{0,3}";
        prop_oneof![
            (0_usize..4, id, text)
                .prop_map(|(at, id, text)| Edit::Insert { at, annotation: annotation(&id, &text) }),
            id.prop_map(|id| Edit::Remove { id }),
            (id, text).prop_map(|(id, text)| Edit::Rewrite {
                id,
                kind: AnnotationKind::Caution,
                text,
                tags: vec!["t".to_owned()],
                modified: Timestamp::UNIX_EPOCH,
            }),
            (0_usize..4, id).prop_map(|(at, id)| Edit::Pin { at, pin: Pin::Item(id) }),
            id.prop_map(|id| Edit::Unpin { pin: Pin::Item(id) }),
            text.prop_map(|analyst| Edit::Sign { analyst }),
            (id, prop::option::of(text)).prop_map(|(source, path)| {
                Edit::Attach { source: SourceId::from(source.as_str()), path }
            }),
            (id, prop::option::of(text)).prop_map(|(quotation, exact)| {
                let quotation = QuotationId::from(quotation.as_str());
                let settlement = exact.map(|exact| {
                    let decision = match exact.as_str() {
                        "" => Decision::Gone,
                        _ => Decision::Stands(Selector { exact, ..Selector::default() }),
                    };
                    Box::new(Settlement {
                        quotation: quotation.clone(),
                        decision,
                        sha256: String::new(),
                        made: Timestamp::UNIX_EPOCH,
                    })
                });
                Edit::Settle { quotation, settlement }
            }),
            (0_usize..4, id).prop_map(|(at, id)| {
                let parallel = Parallel {
                    id,
                    verdict: Verdict::Accepted,
                    topic: None,
                    question: String::new(),
                    passages: Vec::new(),
                };
                Edit::AddParallel { at, parallel: Box::new(parallel) }
            }),
            id.prop_map(|id| Edit::RemoveParallel { id }),
            text.prop_map(|analyst| Edit::Restore {
                annotations: Box::new(Annotations { analyst, ..Annotations::default() }),
            }),
            (id, text).prop_map(|(id, question)| Edit::AskParallel { id, question }),
        ]
    }

    fn any_edit() -> impl Strategy<Value = Edit> {
        let id = "b[12]";
        prop_oneof![
            4 => any_edit_of_annotations(),
            1 => (0_usize..3, id).prop_map(|(at, id)| Edit::AddBrief { at, brief: Box::new(brief(&id)) }),
            1 => id.prop_map(|id| Edit::RemoveBrief { id }),
            4 => (id, any_brief_edit())
                .prop_map(|(id, edit)| Edit::ChangeBrief { id, edit: Box::new(edit) }),
        ]
    }

    /// A brief with a section in which something stands.
    fn brief(id: &str) -> Brief {
        Brief { id: id.to_owned(), sections: vec![section("e1", "e2")], ..Brief::default() }
    }

    fn section(id: &str, entry: &str) -> Section {
        let entry = Entry { id: entry.to_owned(), content: Content::text("x") };
        Section { id: id.to_owned(), heading: String::new(), entries: vec![entry] }
    }

    fn any_brief_edit() -> impl Strategy<Value = BriefEdit> {
        let id = "e[1-6]";
        let text = "[a-z]{0,3}";
        prop_oneof![
            text.prop_map(|title| BriefEdit::SetHead(BriefHead { title, ..BriefHead::default() })),
            (0_usize..3, id, "e[7-9]").prop_map(|(at, id, entry)| BriefEdit::InsertSection {
                at,
                section: section(&id, &entry)
            }),
            id.prop_map(|id| BriefEdit::RemoveSection { id }),
            (id, text).prop_map(|(id, heading)| BriefEdit::Rename { id, heading }),
            (id, 0_usize..3).prop_map(|(id, to)| BriefEdit::MoveSection { id, to }),
            (id, 0_usize..3, id).prop_map(|(section, at, id)| BriefEdit::Insert {
                section,
                at,
                entry: Entry { id, content: Content::item("x") }
            }),
            id.prop_map(|id| BriefEdit::Remove { id }),
            (id, text)
                .prop_map(|(id, text)| BriefEdit::Rewrite { id, content: Content::text(text) }),
            (id, id, 0_usize..3).prop_map(|(id, section, to)| BriefEdit::Move { id, section, to }),
        ]
    }

    fn any_change() -> impl Strategy<Value = Change> {
        prop_oneof![
            4 => any_edit().prop_map(Change::Edit),
            2 => any_edit().prop_map(Change::Type),
            1 => Just(Change::EndTyping),
            2 => Just(Change::Undo),
            1 => Just(Change::Redo),
        ]
    }

    /// The name of what is taken back.
    fn undo(history: &mut History, work: &mut Annotations) -> String {
        history.carry_out(Change::Undo, work).unwrap_or_default().into_owned()
    }

    proptest! {
        #[test]
        fn undone_is_the_identity_and_redone_the_same(edits in prop::collection::vec(any_edit(), 0..30)) {
            let start = Annotations::default();
            let mut now = start.clone();
            let mut history = History::default();
            for edit in edits {
                history.carry_out(Change::Edit(edit), &mut now);
            }
            let end = now.clone();
            while history.carry_out(Change::Undo, &mut now).is_some() {}
            prop_assert_eq!(&now, &start);
            while history.carry_out(Change::Redo, &mut now).is_some() {}
            prop_assert_eq!(now, end);
        }

        #[test]
        fn what_did_something_gives_the_same_again(changes in prop::collection::vec(any_change(), 0..40)) {
            let (mut now, mut history) = (Annotations::default(), History::default());
            let (mut again, mut replayed) = (Annotations::default(), History::default());
            for change in changes {
                if history.carry_out(change.clone(), &mut now).is_some() {
                    replayed.carry_out(change, &mut again);
                }
                prop_assert_eq!(&replayed, &history);
            }
            prop_assert_eq!(again, now);
        }

        #[test]
        fn written_and_read_at_any_point_it_goes_on_as_before(
            before in prop::collection::vec(any_change(), 0..20),
            after in prop::collection::vec(any_change(), 0..20),
        ) {
            let (mut now, mut history) = (Annotations::default(), History::default());
            for change in before {
                history.carry_out(change, &mut now);
            }
            let text = serde_json::to_string(&history).unwrap();
            let (mut again, mut read): (Annotations, History) =
                (now.clone(), serde_json::from_str(&text).unwrap());
            prop_assert_eq!(&read, &history);
            for change in after {
                let done = history.carry_out(change.clone(), &mut now);
                prop_assert_eq!(read.carry_out(change, &mut again), done);
            }
            prop_assert_eq!(again, now);
            prop_assert_eq!(read.size, history.size);
            let steps = history.undo.iter().chain(&history.redo);
            prop_assert_eq!(steps.map(|step| step.size).sum::<usize>(), history.size);
        }
    }

    #[test]
    fn typing_is_one_step_until_it_ends() {
        let mut work = Annotations::default();
        let mut history = History::default();
        let rewrite = |text: &str| Edit::Rewrite {
            id: "a1".into(),
            kind: AnnotationKind::Remark,
            text: text.into(),
            tags: Vec::new(),
            modified: Timestamp::UNIX_EPOCH,
        };
        let insert = Edit::Insert { at: 0, annotation: annotation("a1", "w") };
        history.carry_out(Change::Type(insert), &mut work);
        history.carry_out(Change::Type(rewrite("we")), &mut work);
        history.carry_out(Change::EndTyping, &mut work);
        history.carry_out(Change::Type(rewrite("wee")), &mut work);
        history.carry_out(Change::Type(rewrite("week")), &mut work);
        assert_eq!(undo(&mut history, &mut work), "change annotation");
        assert_eq!(work.annotations[0].text, "we");
        assert_eq!(undo(&mut history, &mut work), "add annotation");
        assert!(work.annotations.is_empty());
        history.carry_out(Change::Redo, &mut work);
        assert_eq!(work.annotations[0].text, "we");
    }

    #[test]
    fn typing_into_another_field_is_another_step() {
        let mut work = Annotations::default();
        let mut history = History::default();
        let insert = Edit::Insert { at: 0, annotation: annotation("a1", "w") };
        history.carry_out(Change::Type(insert), &mut work);
        for analyst in ["A", "A. ", "A. N"] {
            history.carry_out(Change::Type(Edit::Sign { analyst: analyst.into() }), &mut work);
        }
        assert_eq!(undo(&mut history, &mut work), "change author");
        assert_eq!(work.analyst, "");
        assert_eq!(work.annotations.len(), 1);
        assert_eq!(undo(&mut history, &mut work), "add annotation");
    }

    #[test]
    fn an_edit_after_undo_forgets_what_was_undone() {
        let mut work = Annotations::default();
        let mut history = History::default();
        history.carry_out(Change::Edit(Edit::Sign { analyst: "A".into() }), &mut work);
        undo(&mut history, &mut work);
        assert_eq!(history.redo_name(), Some("change author"));
        history.carry_out(Change::Edit(Edit::Pin { at: 0, pin: Pin::Item("x".into()) }), &mut work);
        assert_eq!(history.redo_name(), None);
        assert_eq!(history.undo_name(), Some("pin to brief"));
    }
}
