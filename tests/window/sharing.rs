//! Several analysts on one dossier: each writes a file, all are read, nobody writes over anybody.

use std::path::Path;

use dossier::annotations::{Annotation, AnnotationKind, Annotations, Change, Edit};
use dossier::app::{App, Sheet};
use dossier::store::{AnnotationsFile, Keeper, Origin, keep_own_name};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use jiff::Timestamp;

use crate::driver::Window;
use crate::wide;

const DOSSIER: &str = "china-central-asia-secretariat.dossier.ron";

/// A session of somebody on a dossier, in another place.
fn session(
    folder: &Path,
    name: &str,
    data: &Path,
) -> (Annotations, dossier::annotations::History, Keeper) {
    let origin = Origin::File(folder.join(DOSSIER));
    let file = AnnotationsFile::of_analyst(&origin, Some(data.to_owned()), name);
    let kept = Keeper::open(file, "A title").unwrap();
    let mut annotations = kept.annotations;
    name.clone_into(&mut annotations.analyst);
    (annotations, kept.history, kept.keeper)
}

fn remark(id: &str, on: &str, text: &str) -> Change {
    let annotation = Annotation {
        id: id.to_owned(),
        on: on.to_owned(),
        passage: None,
        answers: None,
        kind: AnnotationKind::Question,
        text: text.to_owned(),
        tags: Vec::new(),
        created: Timestamp::UNIX_EPOCH,
        modified: Timestamp::UNIX_EPOCH,
    };
    Change::Edit(Edit::Insert { at: usize::MAX, annotation })
}

#[test]
fn what_a_colleague_notes_appears_under_their_name_and_one_is_asked_for_ones_own() {
    let mut window = Window::open();
    let elsewhere = tempfile::tempdir().unwrap();
    let folder = window.folder.path().to_owned();
    let (mut work, mut history, mut keeper) = session(&folder, "Ada Quay", elsewhere.path());
    history.carry_out(remark("a1", "wang-yi", "Has he met Bakayev?"), &mut work);
    keeper.write(1, &work, &history).unwrap();
    assert!(folder.join("china-central-asia-secretariat.annotations.Ada-Quay.ron").exists());
    window.wait_until("the name is asked for", |app: &App| {
        matches!(app.state().sheet, Some(Sheet::Name(_)))
    });
    window.type_into("Your name", "Nils Barrowe");
    window.click("Use this name");
    window.wait_until("the dossier is open again", |app: &App| {
        app.state().opening.is_none()
            && !app.state().document.as_ref().unwrap().colleagues.all.is_empty()
    });
    assert!(window.shows("Ada Quay · Question"));
    assert!(window.shows("Has he met Bakayev?"));
    // Theirs is not changed here; one's own goes into a file of one's own.
    assert!(window.harness.query_by_label("Delete annotation").is_none());
    window.click("Wang Yi, Person");
    window.keys(Modifiers::COMMAND, Key::M);
    window.harness.get_by_label("Annotation text").type_text("In Astana, in May.");
    window.settle();
    window.wait_until("the file is written", |app: &App| {
        matches!(app.state().saving, dossier::app::Saving::Saved { whole: true, .. })
    });
    let own = folder.join("china-central-asia-secretariat.annotations.Nils-Barrowe.ron");
    let own = std::fs::read_to_string(own).unwrap();
    assert!(
        own.contains("In Astana, in May.") && own.contains("analyst: \"Nils Barrowe\""),
        "{own}"
    );
    window.keys(Modifiers::COMMAND, Key::Num6);
    assert!(window.shows("2 annotations"));
    window.click("Mine");
    assert!(!window.shows("Has he met Bakayev?"));
    window.click("Ada Quay");
    assert!(window.shows("Has he met Bakayev?"));
    // It is answered, and pinned to one's own brief.
    window.click("All");
    window.click("Pin this annotation to the brief");
    assert!(window.shows("A question of Ada Quay"));
    window.click("Answer this annotation");
    window.harness.get_by_label("Annotation text").type_text("Yes, twice.");
    window.settle();
    window.click("Done");
    assert!(window.shows("Answer to Ada Quay"));
    let document = window.harness.state().state().document.as_ref().unwrap();
    let answer = document.annotations.annotations.last().unwrap();
    let answered = answer.answers.as_ref().unwrap();
    assert_eq!((answered.analyst.as_str(), answered.id.as_str()), ("Ada Quay", "a1"));
    window.click("Ada Quay");
    // What they change appears as they write it.
    history.carry_out(remark("a2", "lin-jian", "Which Friday?"), &mut work);
    keeper.write(2, &work, &history).unwrap();
    window.wait_until("it is read", |app: &App| {
        let document = app.state().document.as_ref().unwrap();
        document.colleagues.all[0].annotations.annotations.len() == 2
    });
    assert!(window.shows("Which Friday?"));
}

#[test]
fn what_a_colleague_notes_on_words_stands_under_them() {
    let mut window = wide::open(1440.0, 900.0, egui::Theme::Light);
    let file = window.folder.path().join("wide.annotations.Ada-Quay.ron");
    let note = r#"(format: 1, analyst: "Ada Quay", annotations: [(id: "a1", on: "basin-wire",
        passage: (source: "basin-wire", paragraph: 4, selector: (exact: "followed by building stone")),
        kind: Remark, text: "From which quarry?", created: "2031-09-10T08:00:00Z",
        modified: "2031-09-10T08:00:00Z")])"#;
    std::fs::write(file, note).unwrap();
    window.wait_until("the note is read", |app: &App| {
        app.state().document.as_ref().is_some_and(|document| !document.colleagues.all.is_empty())
    });
    window.click("Not now");
    assert!(dossier::store::was_asked_for_name(&window.folder.path().join("data")));
    window.wait_for_texts();
    window.keys(Modifiers::COMMAND, Key::Num5);
    assert!(window.shows("From which quarry?") && window.shows("Ada Quay · Remark"));
}

#[test]
fn who_was_asked_for_a_name_is_not_asked_again_given_or_not() {
    for name in ["Nils Barrowe", ""] {
        not_asked_again(name);
    }
}

fn not_asked_again(name: &str) {
    let folder = tempfile::tempdir().unwrap();
    keep_own_name(&folder.path().join("data"), name).unwrap();
    std::fs::write(folder.path().join("x.annotations.ADA.ron"), "(format: 1)").unwrap();
    let file = folder.path().join("x.dossier.ron");
    std::fs::write(&file, "(format: 1, title: \"Shared\")").unwrap();
    let mut window = Window::open_file(folder, Some(file), 1440.0, 900.0, egui::Theme::Light);
    window.wait_until("the other is read", |app: &App| {
        app.state().document.as_ref().is_some_and(|document| document.colleagues.all.len() == 1)
    });
    assert!(window.harness.state().state().sheet.is_none());
}

/// Copies what is new in one folder to another as a program does that is slow and mixes things up: earlier
/// versions come after later ones, and back to where they were written.
struct SyncClient {
    /// Versions of files on their way: the name, the words, and to whom.
    on_the_way: Vec<(String, Vec<u8>, usize)>,
    state: u64,
}

impl SyncClient {
    fn below(&mut self, bound: usize) -> usize {
        self.state = self
            .state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.state >> 33) as usize % bound.max(1)
    }

    fn take(&mut self, folders: &[&Path]) {
        for folder in folders {
            for entry in std::fs::read_dir(folder).unwrap().flatten() {
                let name = entry.file_name().to_string_lossy().into_owned();
                let is_work = entry.path().extension().is_some_and(|ending| ending == "ron");
                if is_work && name.contains(".annotations.") {
                    let words = std::fs::read(entry.path()).unwrap();
                    for to in 0..folders.len() {
                        self.on_the_way.push((name.clone(), words.clone(), to));
                    }
                }
            }
        }
    }

    /// Delivers so many versions, whichever; in their turn where `in_order`.
    fn deliver(&mut self, folders: &[&Path], many: usize, in_order: bool) {
        for _ in 0..many.min(self.on_the_way.len()) {
            let place = if in_order { 0 } else { self.below(self.on_the_way.len()) };
            let (name, words, to) = self.on_the_way.remove(place);
            std::fs::write(folders[to].join(name), words).unwrap();
        }
    }
}

#[test]
fn three_analysts_and_a_slow_sync_client_lose_nothing() {
    let places: Vec<_> = (0..3).map(|_| tempfile::tempdir().unwrap()).collect();
    let data: Vec<_> = (0..3).map(|_| tempfile::tempdir().unwrap()).collect();
    let folders: Vec<&Path> = places.iter().map(tempfile::TempDir::path).collect();
    let names = ["Ada Quay", "Nils Barrowe", "王毅"];
    let mut sessions: Vec<_> =
        (0..3).map(|i| session(folders[i], names[i], data[i].path())).collect();
    let mut sync = SyncClient { on_the_way: Vec::new(), state: 2_026 };
    for round in 0..40_u64 {
        for (i, (work, history, keeper)) in sessions.iter_mut().enumerate() {
            let change = remark(&format!("a{round}"), "wang-yi", &format!("{round} of {i}"));
            history.carry_out(change.clone(), work);
            keeper.note(round * 2 + 1, &[change]).unwrap();
            if let Some(foreign) = keeper.write(round * 2 + 2, work, history).unwrap() {
                *work = foreign.annotations;
            }
        }
        sync.take(&folders);
        sync.deliver(&folders, 12, false);
    }
    // At last everything arrives, the latest last.
    for (i, (work, history, keeper)) in sessions.iter_mut().enumerate() {
        let foreign = keeper.write(1_000, work, history).unwrap();
        assert_eq!(foreign, None, "{} was told of something new", names[i]);
    }
    sync.on_the_way.clear();
    for (i, folder) in folders.iter().enumerate() {
        let own =
            sessions[i].2.place().unwrap().file_name().unwrap().to_string_lossy().into_owned();
        let words = std::fs::read(folder.join(&own)).unwrap();
        (0..3).for_each(|to| sync.on_the_way.push((own.clone(), words.clone(), to)));
    }
    sync.deliver(&folders, usize::MAX, true);
    drop(sessions);
    for folder in &folders {
        for (i, name) in names.iter().enumerate() {
            let origin = Origin::File(folder.join(DOSSIER));
            let file = AnnotationsFile::of_analyst(&origin, None, name);
            let texts: Vec<String> =
                file.look().unwrap().annotations.into_iter().map(|a| a.text).collect();
            let expected: Vec<String> = (0..40).map(|round| format!("{round} of {i}")).collect();
            assert_eq!(texts, expected, "{name} in {}", folder.display());
        }
    }
}
