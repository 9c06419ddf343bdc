//! Two versions of an analyst's work that both go back to a third are made one: by id, so that what one
//! side added, changed or took away meets what the other did (three-way merge).

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::{Annotations, Version};

/// The tag of annotations that both sides changed, of which both versions are kept.
pub const CONFLICT: &str = "conflict";

/// Work that was merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The work.
    pub annotations: Annotations,
    /// How many annotations, rows and briefs are kept in both versions, because both sides changed them.
    pub conflicts: usize,
}

/// Merges `theirs` into `ours`; both go back to `base`. Where both changed one thing, an annotation, a
/// row of the comparison or a brief is kept in both versions; a setting is kept as it is in `ours`.
pub fn merge(base: &Annotations, ours: &Annotations, theirs: &Annotations) -> Merged {
    let mut merged = ours.clone();
    let mut conflicts = 0;
    if ours.analyst == base.analyst {
        merged.analyst.clone_from(&theirs.analyst);
    }
    let both = by_id((&base.annotations, &ours.annotations, &theirs.annotations), |annotation| {
        annotation.id.clone()
    });
    merged.annotations = both.kept;
    for mut annotation in both.conflicts {
        conflicts += 1;
        annotation.id = merged.free_id();
        if !annotation.tags.iter().any(|tag| tag == CONFLICT) {
            annotation.tags.push(CONFLICT.to_owned());
        }
        merged.annotations.push(annotation);
    }
    let both = by_id((&base.parallels, &ours.parallels, &theirs.parallels), |p| p.id.clone());
    merged.parallels = both.kept;
    for mut parallel in both.conflicts {
        conflicts += 1;
        parallel.id = merged.free_parallel_id();
        merged.parallels.push(parallel);
    }
    let both = by_id((&base.briefs, &ours.briefs, &theirs.briefs), |brief| brief.id.clone());
    merged.briefs = both.kept;
    for mut brief in both.conflicts {
        conflicts += 1;
        brief.id = merged.free_brief_id();
        brief.head.name.push_str(&format!(" ({CONFLICT})"));
        merged.briefs.push(brief);
    }
    let exported =
        |version: &Version| (version.brief.clone(), version.exported, version.path.clone());
    merged.versions = by_id((&base.versions, &ours.versions, &theirs.versions), exported).kept;
    merged.versions.sort_by_key(|version| version.exported);
    merged.pins = by_id((&base.pins, &ours.pins, &theirs.pins), Clone::clone).kept;
    merged.attachments =
        by_id((&base.attachments, &ours.attachments, &theirs.attachments), |attachment| {
            attachment.source.clone()
        })
        .kept;
    merged.attachments.sort_by(|one, other| one.source.cmp(&other.source));
    merged.settlements =
        by_id((&base.settlements, &ours.settlements, &theirs.settlements), |settlement| {
            settlement.quotation.clone()
        })
        .kept;
    merged.settlements.sort_by(|one, other| one.quotation.cmp(&other.quotation));
    Merged { annotations: merged, conflicts }
}

/// A list merged by what names its elements.
struct ById<T> {
    /// What is kept, in the order of ours, with what they added behind.
    kept: Vec<T>,
    /// Their versions of what both changed.
    conflicts: Vec<T>,
}

fn by_id<T: Clone + PartialEq, K: Eq + Hash + Clone>(
    (base, ours, theirs): (&[T], &[T], &[T]),
    id: impl Fn(&T) -> K,
) -> ById<T> {
    let index = |list: &[T]| -> HashMap<K, T> {
        list.iter().rev().map(|element| (id(element), element.clone())).collect()
    };
    let (base, our_index, their_index) = (index(base), index(ours), index(theirs));
    let mut seen = HashSet::new();
    let (mut kept, mut conflicts) = (Vec::new(), Vec::new());
    for name in ours.iter().chain(theirs).map(&id) {
        if !seen.insert(name.clone()) {
            continue;
        }
        let was = base.get(&name);
        match (our_index.get(&name), their_index.get(&name)) {
            // Only one side still has it: it was added there, or changed while the other deleted it.
            (Some(only), None) | (None, Some(only)) => {
                if was != Some(only) {
                    kept.push(only.clone());
                }
            }
            (Some(our), Some(their)) => {
                if our == their || was == Some(their) {
                    kept.push(our.clone());
                } else if was == Some(our) {
                    kept.push(their.clone());
                } else {
                    kept.push(our.clone());
                    conflicts.push(their.clone());
                }
            }
            (None, None) => {}
        }
    }
    ById { kept, conflicts }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use proptest::prelude::*;

    use super::*;
    use crate::annotations::tests::annotation;
    use crate::annotations::{
        AnnotationKind, Brief, BriefHead, Change, Edit, History, Pin, Section,
    };

    fn work(annotations: &[(&str, &str)], pins: &[&str]) -> Annotations {
        Annotations {
            annotations: annotations.iter().map(|(id, text)| annotation(id, text)).collect(),
            pins: pins.iter().map(|id| Pin::Item((*id).to_owned())).collect(),
            ..Annotations::default()
        }
    }

    fn shown(merged: &Merged) -> Vec<String> {
        let annotations = merged.annotations.annotations.iter();
        let shown = annotations.map(|a| format!("{} {} {}", a.id, a.text, a.tags.join(",")));
        shown.map(|line| line.trim_end().to_owned()).collect()
    }

    #[test]
    fn what_each_side_did_meets() {
        let base = work(&[("a1", "one"), ("a2", "two"), ("a3", "three")], &["p", "q"]);
        let ours = work(&[("a1", "one, ours"), ("a2", "two"), ("a4", "four")], &["p", "q", "r"]);
        let theirs = work(
            &[("a1", "one"), ("a2", "two, theirs"), ("a3", "three"), ("a5", "five")],
            &["q", "s"],
        );
        let merged = merge(&base, &ours, &theirs);
        assert_eq!(shown(&merged), ["a1 one, ours", "a2 two, theirs", "a4 four", "a5 five"]);
        assert_eq!(merged.conflicts, 0);
        let pins = ["q", "r", "s"].map(|id| Pin::Item(id.to_owned()));
        assert_eq!(merged.annotations.pins, pins);
    }

    #[test]
    fn what_both_changed_is_kept_twice_and_marked() {
        let base = work(&[("a1", "one"), ("a2", "two")], &[]);
        let ours = work(&[("a1", "one, ours")], &[]);
        let theirs = work(&[("a1", "one, theirs"), ("a2", "two, theirs")], &[]);
        let merged = merge(&base, &ours, &theirs);
        // What one side deleted and the other changed is kept.
        assert_eq!(shown(&merged), ["a1 one, ours", "a2 two, theirs", "a3 one, theirs conflict"]);
        assert_eq!(merged.conflicts, 1);
    }

    #[test]
    fn briefs_and_what_was_exported_of_them_meet() {
        let brief = |id: &str, heading: &str| Brief {
            id: id.to_owned(),
            head: BriefHead { name: id.to_owned(), ..BriefHead::default() },
            sections: vec![Section { heading: heading.to_owned(), ..Section::default() }],
        };
        let version = |brief: &str, second: i64| Version {
            brief: brief.to_owned(),
            exported: Timestamp::from_second(second).unwrap(),
            format: "Markdown".to_owned(),
            path: "/x.md".to_owned(),
            sha256: String::new(),
            text: None,
        };
        let work = |briefs: Vec<Brief>, versions: Vec<Version>| Annotations {
            briefs,
            versions,
            ..Annotations::default()
        };
        let base = work(vec![brief("b1", "one"), brief("b2", "two")], vec![version("b1", 1)]);
        let ours = work(
            vec![brief("b1", "ours"), brief("b2", "two")],
            vec![version("b1", 1), version("b1", 3)],
        );
        let theirs = work(
            vec![brief("b1", "theirs"), brief("b2", "two, theirs"), brief("b3", "three")],
            vec![version("b1", 1), version("b2", 2)],
        );
        let merged = merge(&base, &ours, &theirs);
        assert_eq!(merged.conflicts, 1);
        let briefs = merged.annotations.briefs.iter();
        let told: Vec<String> = briefs
            .map(|brief| format!("{} {} {}", brief.id, brief.head.name, brief.sections[0].heading))
            .collect();
        assert_eq!(
            told,
            ["b1 b1 ours", "b2 b2 two, theirs", "b3 b3 three", "b4 b1 (conflict) theirs"]
        );
        let versions = merged.annotations.versions.iter();
        let told: Vec<i64> = versions.map(|version| version.exported.as_second()).collect();
        assert_eq!(told, [1, 2, 3]);
    }

    /// Work after some edits.
    fn edited(base: &Annotations, ids: &[u8]) -> Annotations {
        let (mut work, mut history) = (base.clone(), History::default());
        for id in ids {
            let name = format!("a{}", id % 6);
            let edit = match id / 6 % 3 {
                0 => Edit::Insert { at: 0, annotation: annotation(&name, "new") },
                1 => Edit::Remove { id: name },
                _ => Edit::Rewrite {
                    id: name,
                    kind: AnnotationKind::Caution,
                    text: format!("{id}"),
                    tags: Vec::new(),
                    modified: Timestamp::UNIX_EPOCH,
                },
            };
            history.carry_out(Change::Edit(edit), &mut work);
        }
        work
    }

    proptest! {
        #[test]
        fn one_side_alone_is_taken_as_it_is(base in prop::collection::vec(any::<u8>(), 0..12), one in prop::collection::vec(any::<u8>(), 0..12)) {
            let base = edited(&Annotations::default(), &base);
            let one = edited(&base, &one);
            prop_assert_eq!(merge(&base, &one, &base).annotations, one.clone());
            let theirs = merge(&base, &base, &one).annotations;
            let sorted = |work: &Annotations| {
                let mut all = work.annotations.clone();
                all.sort_by(|a, b| a.id.cmp(&b.id));
                all
            };
            prop_assert_eq!(sorted(&theirs), sorted(&one));
        }

        #[test]
        fn no_words_of_either_side_are_lost(base in prop::collection::vec(any::<u8>(), 0..12), one in prop::collection::vec(any::<u8>(), 0..12), other in prop::collection::vec(any::<u8>(), 0..12)) {
            let base = edited(&Annotations::default(), &base);
            let (one, other) = (edited(&base, &one), edited(&base, &other));
            let merged = merge(&base, &one, &other).annotations;
            for side in [&one, &other] {
                for annotation in &side.annotations {
                    if base.get(&annotation.id) != Some(annotation) {
                        let kept = merged.annotations.iter().any(|a| a.text == annotation.text);
                        prop_assert!(kept, "{annotation:?}");
                    }
                }
            }
            let mut ids: Vec<&str> = merged.annotations.iter().map(|a| a.id.as_str()).collect();
            ids.sort_unstable();
            let all = ids.len();
            ids.dedup();
            prop_assert_eq!(ids.len(), all);
        }
    }
}
