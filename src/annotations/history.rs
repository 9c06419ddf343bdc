//! Undo and redo.

use super::{Annotations, Edit};

/// The edits of a session and their reverses.
#[derive(Clone, Debug, Default)]
pub struct History {
    undo: Vec<Step>,
    redo: Vec<Step>,
    /// What the last step is still being typed into.
    typing: Option<Field>,
}

/// A text that is typed into.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Field {
    Annotation(String),
    Analyst,
    Question(String),
}

impl Field {
    fn of(edit: &Edit) -> Option<Self> {
        match edit {
            Edit::Insert { annotation, .. } => Some(Self::Annotation(annotation.id.clone())),
            Edit::Rewrite { id, .. } => Some(Self::Annotation(id.clone())),
            Edit::Sign { .. } => Some(Self::Analyst),
            Edit::AskParallel { id, .. } => Some(Self::Question(id.clone())),
            Edit::Remove { .. }
            | Edit::Pin { .. }
            | Edit::Unpin { .. }
            | Edit::Attach { .. }
            | Edit::Settle { .. }
            | Edit::AddParallel { .. }
            | Edit::RemoveParallel { .. } => None,
        }
    }
}

#[derive(Clone, Debug)]
struct Step {
    /// The name of the edit that the person made.
    name: &'static str,
    /// What leads back (in `undo`) or forth (in `redo`).
    edit: Edit,
}

impl History {
    /// Applies an edit and remembers how to undo it. Returns whether anything changed.
    pub fn apply(&mut self, edit: Edit, to: &mut Annotations) -> bool {
        let name = edit.name();
        let Some(reverse) = edit.apply(to) else { return false };
        self.undo.push(Step { name, edit: reverse });
        self.redo.clear();
        self.typing = None;
        true
    }

    /// Applies an edit made by typing: until [`Self::end_typing`], all of it is one step to undo,
    /// whose reverse leads back to before the first character.
    pub fn apply_typing(&mut self, edit: Edit, to: &mut Annotations) -> bool {
        let field = Field::of(&edit);
        let going_on = field.is_some() && self.typing == field;
        let changed = if going_on { edit.apply(to).is_some() } else { self.apply(edit, to) };
        if changed {
            self.typing = field;
        }
        changed
    }

    /// The person turned to something else: the next typing is a step of its own.
    pub fn end_typing(&mut self) {
        self.typing = None;
    }

    /// Takes the last edit back. Returns its name.
    pub fn undo(&mut self, to: &mut Annotations) -> Option<&'static str> {
        self.typing = None;
        shift(&mut self.undo, &mut self.redo, to)
    }

    /// Makes the last edit taken back again. Returns its name.
    pub fn redo(&mut self, to: &mut Annotations) -> Option<&'static str> {
        self.typing = None;
        shift(&mut self.redo, &mut self.undo, to)
    }

    /// The name of what undo would take back.
    pub fn undo_name(&self) -> Option<&'static str> {
        self.undo.last().map(|step| step.name)
    }

    /// The name of what redo would make again.
    pub fn redo_name(&self) -> Option<&'static str> {
        self.redo.last().map(|step| step.name)
    }
}

fn shift(from: &mut Vec<Step>, onto: &mut Vec<Step>, to: &mut Annotations) -> Option<&'static str> {
    let Step { name, edit } = from.pop()?;
    if let Some(reverse) = edit.apply(to) {
        onto.push(Step { name, edit: reverse });
    }
    Some(name)
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use proptest::prelude::*;

    use super::*;
    use crate::annotations::{
        Annotation, AnnotationKind, Decision, Parallel, Pin, Settlement, Verdict,
    };
    use crate::dossier::{QuotationId, Selector, SourceId};

    fn annotation(id: &str, text: &str) -> Annotation {
        Annotation {
            id: id.to_owned(),
            on: "x".to_owned(),
            passage: None,
            kind: AnnotationKind::Remark,
            text: text.to_owned(),
            tags: Vec::new(),
            created: Timestamp::UNIX_EPOCH,
            modified: Timestamp::UNIX_EPOCH,
        }
    }

    fn any_edit() -> impl Strategy<Value = Edit> {
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
            (id, text).prop_map(|(id, question)| Edit::AskParallel { id, question }),
        ]
    }

    proptest! {
        #[test]
        fn undone_is_the_identity_and_redone_the_same(edits in prop::collection::vec(any_edit(), 0..30)) {
            let start = Annotations::default();
            let mut now = start.clone();
            let mut history = History::default();
            for edit in edits {
                history.apply(edit, &mut now);
            }
            let end = now.clone();
            while history.undo(&mut now).is_some() {}
            prop_assert_eq!(&now, &start);
            while history.redo(&mut now).is_some() {}
            prop_assert_eq!(now, end);
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
        history.apply_typing(insert, &mut work);
        history.apply_typing(rewrite("we"), &mut work);
        history.end_typing();
        history.apply_typing(rewrite("wee"), &mut work);
        history.apply_typing(rewrite("week"), &mut work);
        assert_eq!(history.undo(&mut work), Some("change annotation"));
        assert_eq!(work.annotations[0].text, "we");
        assert_eq!(history.undo(&mut work), Some("add annotation"));
        assert!(work.annotations.is_empty());
        history.redo(&mut work);
        assert_eq!(work.annotations[0].text, "we");
    }

    #[test]
    fn typing_into_another_field_is_another_step() {
        let mut work = Annotations::default();
        let mut history = History::default();
        let insert = Edit::Insert { at: 0, annotation: annotation("a1", "w") };
        history.apply_typing(insert, &mut work);
        for analyst in ["A", "A. ", "A. N"] {
            history.apply_typing(Edit::Sign { analyst: analyst.into() }, &mut work);
        }
        assert_eq!(history.undo(&mut work), Some("change author"));
        assert_eq!(work.analyst, "");
        assert_eq!(work.annotations.len(), 1);
        assert_eq!(history.undo(&mut work), Some("add annotation"));
    }

    #[test]
    fn an_edit_after_undo_forgets_what_was_undone() {
        let mut work = Annotations::default();
        let mut history = History::default();
        history.apply(Edit::Sign { analyst: "A".into() }, &mut work);
        history.undo(&mut work);
        assert_eq!(history.redo_name(), Some("change author"));
        history.apply(Edit::Pin { at: 0, pin: Pin::Item("x".into()) }, &mut work);
        assert_eq!(history.redo_name(), None);
        assert_eq!(history.undo_name(), Some("pin to brief"));
    }
}
