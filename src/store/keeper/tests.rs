//! What is brought back after whatever a session left behind.

use jiff::Timestamp;
use proptest::prelude::*;
use tempfile::TempDir;

use super::*;
use crate::annotations::{Annotation, AnnotationKind, CONFLICT, Edit};
use crate::store::Origin;

fn file_in(folder: &TempDir) -> AnnotationsFile {
    let origin = Origin::File(folder.path().join("x.dossier.ron"));
    AnnotationsFile::within(&origin, Some(folder.path().join("data")))
}

fn open(folder: &TempDir) -> Kept {
    Keeper::open(file_in(folder), "A title").unwrap()
}

fn main_file(folder: &TempDir) -> PathBuf {
    folder.path().join("x.annotations.ron")
}

fn insert(id: &str, text: &str) -> Change {
    let annotation = Annotation {
        id: id.to_owned(),
        on: "trade".to_owned(),
        passage: None,
        answers: None,
        kind: AnnotationKind::Question,
        text: text.to_owned(),
        tags: vec!["follow up".into()],
        created: "2026-11-21T10:00:00Z".parse::<Timestamp>().unwrap(),
        modified: "2026-11-21T10:00:00.5Z".parse::<Timestamp>().unwrap(),
    };
    Change::Edit(Edit::Insert { at: 9, annotation })
}

/// Carries changes out and journals them, as a session does that is killed afterwards.
fn session(kept: &mut Kept, number: u64, changes: &[Change]) {
    for change in changes {
        kept.history.carry_out(change.clone(), &mut kept.annotations);
    }
    kept.keeper.note(number, changes).unwrap();
}

/// What is left in memory when a session is killed: its lock goes.
fn killed(kept: Kept) -> (Annotations, History) {
    (kept.annotations, kept.history)
}

fn texts(kept: &Kept) -> Vec<&str> {
    kept.annotations.annotations.iter().map(|a| a.text.as_str()).collect()
}

proptest! {
    #[test]
    fn any_text_survives_in_the_journal_and_in_the_file(text in any::<String>()) {
        let folder = tempfile::tempdir().unwrap();
        let mut kept = open(&folder);
        session(&mut kept, 1, &[insert("a1", &text)]);
        let (annotations, history) = killed(kept);
        let again = open(&folder);
        prop_assert_eq!(&again.annotations, &annotations);
        prop_assert_eq!(&again.history, &history);
        drop(again);
        let once_more = open(&folder);
        prop_assert!(once_more.recovered.is_none() && once_more.set_aside.is_none());
        prop_assert_eq!(once_more.annotations, annotations);
        prop_assert_eq!(once_more.history, history);
    }
}

#[test]
fn what_a_killed_session_journaled_is_brought_back_and_said() {
    let folder = tempfile::tempdir().unwrap();
    let mut kept = open(&folder);
    session(&mut kept, 1, &[insert("a1", "one")]);
    kept.keeper.write(2, &kept.annotations, &kept.history).unwrap();
    session(&mut kept, 3, &[insert("a2", "two"), insert("a3", "three"), Change::Undo]);
    drop(kept);
    let mut again = open(&folder);
    assert_eq!(texts(&again), ["one", "two"]);
    let recovered = Recovered { changes: 3, merged: false, conflicts: 0 };
    assert_eq!(again.recovered, Some(recovered));
    assert!(!journal::path_beside(&main_file(&folder)).exists());
    // The history goes on as if nothing had happened.
    assert_eq!(again.history.redo_name(), Some("add annotation"));
    again.history.carry_out(Change::Redo, &mut again.annotations);
    assert_eq!(texts(&again), ["one", "two", "three"]);
    drop(again);
    assert_eq!(open(&folder).recovered, None);
}

#[test]
fn a_file_that_is_damaged_or_gone_is_brought_back_from_the_journal() {
    for damage in ["", "(format: 1,", "\0\0\0", "<<<<<<< a\n"] {
        let folder = tempfile::tempdir().unwrap();
        let mut kept = open(&folder);
        session(&mut kept, 1, &[insert("a1", "one")]);
        kept.keeper.write(2, &kept.annotations, &kept.history).unwrap();
        session(&mut kept, 3, &[insert("a2", "two")]);
        fs::write(main_file(&folder), damage).unwrap();
        drop(kept);
        let again = open(&folder);
        assert_eq!(texts(&again), ["one", "two"], "{damage:?}");
        let (aside, _) = again.set_aside.unwrap();
        assert_eq!(fs::read_to_string(aside).unwrap(), damage);
    }
    let folder = tempfile::tempdir().unwrap();
    let mut kept = open(&folder);
    session(&mut kept, 1, &[insert("a1", "one")]);
    kept.keeper.write(2, &kept.annotations, &kept.history).unwrap();
    session(&mut kept, 3, &[insert("a2", "two")]);
    fs::remove_file(main_file(&folder)).unwrap();
    drop(kept);
    assert_eq!(texts(&open(&folder)), ["one", "two"]);
}

#[test]
fn a_file_that_another_changed_meanwhile_is_put_together_with_the_journal() {
    let folder = tempfile::tempdir().unwrap();
    let mut kept = open(&folder);
    session(&mut kept, 1, &[insert("a1", "one"), insert("a2", "two")]);
    kept.keeper.write(2, &kept.annotations, &kept.history).unwrap();
    let rewrite = Change::Edit(Edit::Rewrite {
        id: "a1".into(),
        kind: AnnotationKind::Remark,
        text: "one, here".into(),
        tags: Vec::new(),
        modified: Timestamp::UNIX_EPOCH,
    });
    session(&mut kept, 3, &[rewrite]);
    let foreign = fs::read_to_string(main_file(&folder)).unwrap();
    let foreign = foreign.replace("\"one\"", "\"one, there\"");
    fs::write(main_file(&folder), foreign).unwrap();
    drop(kept);
    let again = open(&folder);
    assert_eq!(texts(&again), ["one, here", "two", "one, there"]);
    assert_eq!(again.annotations.annotations[2].tags, ["follow up", CONFLICT]);
    let recovered = Recovered { changes: 1, merged: true, conflicts: 1 };
    assert_eq!(again.recovered, Some(recovered));
}

#[test]
fn killed_between_the_file_and_the_end_of_the_journal_nothing_comes_twice() {
    let folder = tempfile::tempdir().unwrap();
    let mut kept = open(&folder);
    session(&mut kept, 1, &[insert("a1", "one"), Change::Undo, insert("a2", "two")]);
    let journal = fs::read(journal::path_beside(&main_file(&folder))).unwrap();
    kept.keeper.write(2, &kept.annotations, &kept.history).unwrap();
    fs::write(journal::path_beside(&main_file(&folder)), journal).unwrap();
    drop(kept);
    let again = open(&folder);
    assert_eq!(texts(&again), ["two"]);
    assert_eq!(again.recovered, None);
}

#[test]
fn what_comes_late_is_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let mut kept = open(&folder);
    session(&mut kept, 5, &[insert("a1", "one")]);
    kept.keeper.write(6, &kept.annotations, &kept.history).unwrap();
    kept.keeper.note(4, &[insert("a1", "one")]).unwrap();
    assert_eq!(kept.keeper.write(3, &Annotations::default(), &kept.history).unwrap(), None);
    drop(kept);
    assert_eq!(texts(&open(&folder)), ["one"]);
}

#[test]
fn what_can_not_be_read_is_set_aside_untouched() {
    let folder = tempfile::tempdir().unwrap();
    for (number, damaged) in
        ["", "(format: 1,", "(text: 1)", "\0\0\0", "<<<<<<< a\n"].iter().enumerate()
    {
        fs::write(main_file(&folder), damaged).unwrap();
        let kept = open(&folder);
        assert_eq!(kept.annotations.annotations, []);
        let (aside, _) = kept.set_aside.unwrap();
        assert_eq!(fs::read_to_string(&aside).unwrap(), *damaged);
        assert!(aside.ends_with(format!("x.annotations.ron.unreadable-{}", number + 1)));
        assert!(!main_file(&folder).exists());
    }
}

#[test]
fn a_damaged_journal_is_kept_aside() {
    let folder = tempfile::tempdir().unwrap();
    let mut kept = open(&folder);
    session(&mut kept, 1, &[insert("a1", "one"), insert("a2", "two"), insert("a3", "three")]);
    let path = journal::path_beside(&main_file(&folder));
    let journal = fs::read_to_string(&path).unwrap().replace("two", "twe");
    fs::write(&path, &journal).unwrap();
    drop(kept);
    assert_eq!(texts(&open(&folder)), ["one"]);
    let aside = folder.path().join("x.annotations.journal.unreadable-1");
    assert_eq!(fs::read_to_string(aside).unwrap(), journal);
}

#[test]
fn what_a_newer_version_wrote_stays_where_it_is() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(main_file(&folder), "(format: 7, holograms: [])").unwrap();
    let error = Keeper::open(file_in(&folder), "A title").unwrap_err();
    assert!(error.to_string().contains("format 7"), "{error}");
    assert_eq!(fs::read_to_string(main_file(&folder)).unwrap(), "(format: 7, holograms: [])");
}

#[test]
fn a_journal_that_was_taken_away_is_not_begun_in_the_middle() {
    let folder = tempfile::tempdir().unwrap();
    let mut kept = open(&folder);
    session(&mut kept, 1, &[insert("a1", "one")]);
    fs::remove_file(journal::path_beside(&main_file(&folder))).unwrap();
    let change = insert("a2", "two");
    kept.history.carry_out(change.clone(), &mut kept.annotations);
    assert!(kept.keeper.note(2, &[change]).is_err());
    kept.keeper.write(3, &kept.annotations, &kept.history).unwrap();
    drop(kept);
    assert_eq!(texts(&open(&folder)), ["one", "two"]);
}

#[cfg(unix)]
#[test]
fn while_the_folder_can_not_be_written_the_users_own_has_the_work() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let mut kept = open(&folder);
    session(&mut kept, 1, &[insert("a1", "one")]);
    kept.keeper.write(2, &kept.annotations, &kept.history).unwrap();
    fs::create_dir_all(folder.path().join("data")).unwrap();
    let lock = |mode| {
        fs::set_permissions(main_file(&folder), PermissionsExt::from_mode(mode)).unwrap();
    };
    // A file marked read-only is not written over, whoever asks.
    lock(0o444);
    drop(kept);
    let mut kept = open(&folder);
    session(&mut kept, 1, &[insert("a2", "two")]);
    kept.keeper.write(2, &kept.annotations, &kept.history).unwrap();
    let place = kept.keeper.place().unwrap();
    assert!(place.starts_with(folder.path().join("data")), "{place:?}");
    drop(kept);
    let mut again = open(&folder);
    assert_eq!(texts(&again), ["one", "two"]);
    lock(0o644);
    session(&mut again, 1, &[insert("a3", "three")]);
    again.keeper.write(2, &again.annotations, &again.history).unwrap();
    assert_eq!(again.keeper.place(), Some(main_file(&folder).as_path()));
    assert!(!again.keeper.file.own().unwrap().exists());
    drop(again);
    assert_eq!(texts(&open(&folder)), ["one", "two", "three"]);
}

#[test]
fn a_second_window_is_told_who_holds_the_dossier_and_reads_what_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let mut kept = open(&folder);
    session(&mut kept, 1, &[insert("a1", "one")]);
    let error = Keeper::open(file_in(&folder), "A title").unwrap_err();
    assert!(matches!(error, KeepError::Held(Some(_))), "{error}");
    assert!(error.to_string().contains("open in another window (process "), "{error}");
    let seen = file_in(&folder).look().unwrap();
    assert_eq!(seen.annotations, kept.annotations.annotations);
    // Its journal is not taken for that of a session that was killed.
    assert!(journal::path_beside(&main_file(&folder)).exists());
    drop(kept);
    assert_eq!(texts(&open(&folder)), ["one"]);
}

#[test]
fn what_another_program_wrote_is_put_together_with_ours_before_it_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut kept = open(&folder);
    session(&mut kept, 1, &[insert("a1", "one")]);
    assert_eq!(kept.keeper.write(2, &kept.annotations, &kept.history).unwrap(), None);
    let foreign = fs::read_to_string(main_file(&folder)).unwrap();
    let foreign = foreign.replace("\"one\"", "\"one, there\"");
    fs::write(main_file(&folder), &foreign).unwrap();
    assert!(kept.keeper.is_changed_by_others());
    // Nothing of ours: theirs is taken as it is, and not written again.
    let theirs = kept.keeper.write(3, &kept.annotations, &kept.history).unwrap().unwrap();
    assert_eq!(theirs.annotations.annotations[0].text, "one, there");
    assert_eq!(fs::read_to_string(main_file(&folder)).unwrap(), foreign);
    assert!(!kept.keeper.is_changed_by_others());
    kept.annotations = theirs.annotations;
    session(&mut kept, 4, &[insert("a2", "two")]);
    fs::write(main_file(&folder), foreign.replace("there", "far")).unwrap();
    let both = kept.keeper.write(5, &kept.annotations, &kept.history).unwrap().unwrap();
    let texts: Vec<&str> = both.annotations.annotations.iter().map(|a| a.text.as_str()).collect();
    assert_eq!(texts, ["one, far", "two"]);
    fs::write(main_file(&folder), "(damaged").unwrap();
    let aside = kept.keeper.write(6, &both.annotations, &kept.history).unwrap().unwrap();
    assert_eq!(fs::read_to_string(aside.set_aside.unwrap()).unwrap(), "(damaged");
    drop(kept);
    assert_eq!(open(&folder).annotations, both.annotations);
}

#[cfg(unix)]
#[test]
fn a_drive_that_was_taken_away_is_not_written_into_its_empty_mount_point() {
    let outer = tempfile::tempdir().unwrap();
    let (mounted, pulled) = (outer.path().join("drive"), outer.path().join("pulled"));
    fs::create_dir(&mounted).unwrap();
    let origin = Origin::File(mounted.join("x.dossier.ron"));
    let file = AnnotationsFile::within(&origin, Some(outer.path().join("data")));
    let mut kept = Keeper::open(file.clone(), "A title").unwrap();
    session(&mut kept, 1, &[insert("a1", "one")]);
    kept.keeper.write(2, &kept.annotations, &kept.history).unwrap();
    // Another folder stands at the path.
    fs::rename(&mounted, &pulled).unwrap();
    fs::create_dir(&mounted).unwrap();
    session(&mut kept, 3, &[insert("a2", "two")]);
    kept.keeper.write(4, &kept.annotations, &kept.history).unwrap();
    assert_eq!(fs::read_dir(&mounted).unwrap().count(), 0);
    assert!(kept.keeper.place().unwrap().starts_with(outer.path().join("data")));
    drop(kept);
    // The drive is back: what was done meanwhile goes on from what is on it.
    fs::remove_dir(&mounted).unwrap();
    fs::rename(&pulled, &mounted).unwrap();
    let again = Keeper::open(file, "A title").unwrap();
    assert_eq!(texts(&again), ["one", "two"]);
    assert_eq!(again.annotations.annotations[0].tags, ["follow up"]);
}

#[cfg(unix)]
#[test]
fn a_file_with_two_names_that_is_cut_off_comes_back_from_the_journal() {
    let folder = tempfile::tempdir().unwrap();
    let mut kept = open(&folder);
    session(&mut kept, 1, &[insert("a1", "one")]);
    kept.keeper.write(2, &kept.annotations, &kept.history).unwrap();
    fs::hard_link(main_file(&folder), folder.path().join("another name")).unwrap();
    let change = insert("a2", "two");
    kept.history.carry_out(change, &mut kept.annotations);
    // As if the power went while the file is written: the journal is still there.
    let journal = journal::path_beside(&main_file(&folder));
    kept.keeper
        .note(3, &[Change::Edit(Edit::Restore { annotations: Box::new(kept.annotations.clone()) })])
        .unwrap();
    let left = fs::read(&journal).unwrap();
    kept.keeper.write(4, &kept.annotations, &kept.history).unwrap();
    assert_eq!(
        fs::read(main_file(&folder)).unwrap(),
        fs::read(folder.path().join("another name")).unwrap()
    );
    drop(kept);
    fs::write(&journal, left).unwrap();
    fs::write(main_file(&folder), "(format: 1, annot").unwrap();
    assert_eq!(texts(&open(&folder)), ["one", "two"]);
}

#[test]
fn forty_damaged_files_are_kept_as_they_are_and_told() {
    let whole = {
        let folder = tempfile::tempdir().unwrap();
        let mut kept = open(&folder);
        let changes: Vec<Change> =
            (1..=5).map(|i| insert(&format!("a{i}"), &format!("“Über” 王毅 {i}"))).collect();
        session(&mut kept, 1, &changes);
        kept.keeper.write(2, &kept.annotations, &kept.history).unwrap();
        fs::read(main_file(&folder)).unwrap()
    };
    let text = String::from_utf8(whole.clone()).unwrap();
    let mut damaged: Vec<Vec<u8>> = Vec::new();
    // Cut off, at twenty places.
    damaged.extend((0..20).map(|part| whole[..whole.len() * part / 20].to_vec()));
    // A block of NUL characters, as after a power cut, at five places.
    damaged.extend((0..5).map(|part| {
        let mut bytes = whole.clone();
        let at = whole.len() * part / 5;
        bytes[at..(at + 40).min(whole.len())].fill(0);
        bytes
    }));
    let replaced = |from: &str, to: &str| text.replacen(from, to, 1).into_bytes();
    damaged.extend([
        replaced("kind: Question", "kind: Inquiry"),
        replaced("format: 1", "format: one"),
        replaced("format: 1", "format: 0"),
        replaced("annotations: [", "annotations: {"),
        replaced("id: \"a1\"", "id: a1"),
        replaced("text: ", "texts: "),
        replaced("modified: \"2026-11-21", "modified: \"2026-13-21"),
        replaced("],\n", "]\n"),
        replaced("(\n", "(\n<<<<<<< ours\n"),
        replaced("\",", ","),
        text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        [whole.as_slice(), b")"].concat(),
        [whole.as_slice(), whole.as_slice()].concat(),
        vec![0xff; 300],
        b"{\"annotations\": []}".to_vec(),
    ]);
    assert_eq!(damaged.len(), 40);
    for (place, bytes) in damaged.iter().enumerate() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(main_file(&folder), bytes).unwrap();
        let kept = open(&folder);
        let (aside, problem) = kept.set_aside.unwrap_or_else(|| panic!("number {place} was read"));
        assert_eq!(fs::read(&aside).unwrap(), *bytes, "number {place}");
        assert!(!problem.message.is_empty() && kept.annotations.annotations.is_empty());
    }
}

#[test]
fn an_unsigned_file_is_ones_own_only_where_one_wrote_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut kept = open(&folder);
    session(&mut kept, 1, &[insert("a1", "one")]);
    kept.keeper.write(2, &kept.annotations, &kept.history).unwrap();
    let origin = Origin::File(folder.path().join("x.dossier.ron"));
    let file_of = |data: &str| {
        let data = folder.path().join(data);
        let file = AnnotationsFile::of_analyst(&origin, Some(data), "Ada Quay");
        file.beside().unwrap().file_name().unwrap().to_string_lossy().into_owned()
    };
    assert_eq!(file_of("data"), "x.annotations.ron");
    // On another machine it is somebody else's, who may be at work on it.
    assert_eq!(file_of("other data"), "x.annotations.Ada-Quay.ron");
}
