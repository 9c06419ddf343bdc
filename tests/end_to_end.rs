//! End to end: the program as it is installed. Its commands without a window; and its window, driven
//! by keys through the system's file dialog, with what both leave on the disk read back.

// Without this clippy takes what the tests share for production code.
#![cfg(test)]
#![cfg(target_os = "linux")]

#[path = "end_to_end/desktop.rs"]
mod desktop;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};
use dossier::brief::Format;
use dossier::dossier::Dossier;
use dossier::store::{self, AnnotationsFile};
use tempfile::TempDir;

use desktop::{Desktop, until};

const PROGRAM: &str = env!("CARGO_BIN_EXE_dossier");
const DOSSIERS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/dossiers");
const BUNDLED: &str = "china-central-asia-secretariat.dossier.ron";
const ANNOTATIONS: &str = "china-central-asia-secretariat.annotations.ron";

/// What an analyst types is on the disk within this time.
const KEPT_WITHIN: Duration = Duration::from_secs(2);
/// A machine that is busy with other tests may be late by this much.
const SLACK: Duration = Duration::from_secs(2);

/// Words that a careless writer of Markdown or RON would spoil.
const ANNOTATION: &str = "#1: who *really* pays? | <b>5 %</b> of \"$90\" & more_";

/// A copy of the bundled dossier with its pictures, in a folder of its own.
fn copy_of_the_bundled_dossier() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let flags = folder.path().join("images/flags");
    fs::create_dir_all(&flags).unwrap();
    for flag in fs::read_dir(Path::new(DOSSIERS).join("images/flags")).unwrap() {
        let flag = flag.unwrap();
        fs::copy(flag.path(), flags.join(flag.file_name())).unwrap();
    }
    let file = folder.path().join(BUNDLED);
    fs::copy(Path::new(DOSSIERS).join(BUNDLED), &file).unwrap();
    (folder, file)
}

fn read(file: &Path) -> Dossier {
    store::load(file, &|_| true).unwrap().dossier
}

/// Runs the program where there is no display.
fn run(arguments: &[&str]) -> Output {
    let home = tempfile::tempdir().unwrap();
    let mut command = Command::new("timeout");
    command.arg("60").arg(PROGRAM).args(arguments);
    for display in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        command.env_remove(display);
    }
    command.env("HOME", home.path()).env_remove("XDG_DATA_HOME").output().unwrap()
}

fn exit_code(output: &Output) -> i32 {
    output.status.code().expect("the program was killed")
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn json(output: &Output) -> serde_json::Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"))
}

/// The words of a part of a note, without marks.
fn words<'a>(part: &'a AstNode<'a>) -> String {
    let words = part.descendants().map(|node| match &node.data.borrow().value {
        NodeValue::Text(text) => text.to_string(),
        NodeValue::Code(code) => code.literal.clone(),
        NodeValue::SoftBreak | NodeValue::LineBreak => " ".to_owned(),
        _ => String::new(),
    });
    words.collect()
}

/// Reads a briefing note as another program would, and holds that it is whole: the title, a table, a
/// footnote for each reference and a reference to each footnote. Returns its paragraphs.
fn read_note(note: &str, title: &str) -> Vec<String> {
    let mut options = Options::default();
    options.extension.footnotes = true;
    options.extension.table = true;
    let arena = Arena::new();
    let root = parse_document(&arena, note, &options);
    let (mut titles, mut paragraphs, mut tables) = (Vec::new(), Vec::new(), 0);
    let (mut defined, mut referred_to) = (BTreeSet::new(), BTreeSet::new());
    for node in root.descendants() {
        match &node.data.borrow().value {
            NodeValue::Heading(heading) if heading.level == 1 => titles.push(words(node)),
            NodeValue::Paragraph => paragraphs.push(words(node)),
            NodeValue::Table(_) => tables += 1,
            NodeValue::FootnoteDefinition(note) => assert!(defined.insert(note.name.clone())),
            NodeValue::FootnoteReference(reference) => {
                referred_to.insert(reference.name.clone());
            }
            NodeValue::HtmlBlock(_) | NodeValue::HtmlInline(_) => {
                panic!("HTML in the note: {:?}", node.data.borrow().sourcepos)
            }
            _ => {}
        }
    }
    assert_eq!(titles, [title]);
    assert!(tables > 0, "the note has no table");
    assert!(defined.len() > 10, "the note has {} footnotes", defined.len());
    assert_eq!(defined, referred_to);
    // A reader drops what nothing refers to, and takes a reference to nothing for text.
    let written = note.lines().filter(|line| line.starts_with("[^")).count();
    assert_eq!(written, defined.len(), "some footnotes are never referred to");
    let loose: Vec<_> = paragraphs.iter().filter(|words| words.contains("[^")).collect();
    assert!(loose.is_empty(), "references without a footnote: {loose:?}");
    paragraphs
}

#[test]
fn an_annotation_is_kept_and_the_brief_goes_where_the_file_dialog_says() {
    let desktop = Desktop::start();
    let (folder, file) = copy_of_the_bundled_dossier();
    let dossier = read(&file);
    let mut program = desktop.run(Command::new(PROGRAM).arg(&file));
    let title = format!("{} – Dossier", dossier.title);
    desktop.wait_for_title(&title);

    desktop.press("alt+Down");
    desktop.press("ctrl+m");
    desktop.type_text(ANNOTATION);
    let typed = Instant::now();
    let annotations = folder.path().join(ANNOTATIONS);
    let kept = until("the annotation is on the disk", || {
        let kept = AnnotationsFile::look_at(&annotations).ok()?.annotations;
        kept.into_iter().find(|annotation| annotation.text == ANNOTATION)
    });
    let waited = typed.elapsed();
    assert!(waited <= KEPT_WITHIN + SLACK, "kept {waited:?} after the last key");
    assert_eq!(kept.on, dossier.entities[0].id.as_str());
    desktop.press("Escape");

    desktop.press("ctrl+e");
    // Title, author, date and the formats; then the button that opens the dialog.
    for _ in 0..=3 + Format::ALL.len() {
        desktop.press("Tab");
    }
    desktop.tap("space");
    desktop.wait_for_window_of("zenity");
    let briefs = folder.path().join("briefs");
    fs::create_dir(&briefs).unwrap();
    let chosen = briefs.join("note");
    desktop.press("ctrl+a");
    desktop.type_text(chosen.to_str().unwrap());
    desktop.tap("Return");
    let written = briefs.join("note.md");
    until("the brief is written", || written.exists().then_some(()));
    assert_eq!(fs::read_dir(&briefs).unwrap().count(), 1, "more was written than the brief");
    let paragraphs = read_note(&fs::read_to_string(&written).unwrap(), &dossier.title);
    let annotated: Vec<_> = paragraphs.iter().filter(|p| p.contains(ANNOTATION)).collect();
    assert_eq!(annotated.len(), 1, "{annotated:?}");

    desktop.wait_for_title(&title);
    desktop.tap("ctrl+q");
    assert_eq!(program.end().code(), Some(0));
    let kept = AnnotationsFile::look_at(&annotations).unwrap().annotations;
    assert_eq!(kept.len(), 1, "{kept:?}");
}

#[test]
fn without_a_display_one_line_says_so() {
    let output = run(&[]);
    assert_eq!(exit_code(&output), 1);
    assert_eq!(stdout(&output), "");
    let told = stderr(&output);
    assert_eq!(told.lines().count(), 1, "{told}");
    assert!(told.contains("no window could be opened"), "{told}");
}

#[test]
fn check_finds_nothing_wrong_with_the_bundled_dossier() {
    let (_folder, file) = copy_of_the_bundled_dossier();
    let output = run(&["check", "--format", "json", file.to_str().unwrap()]);
    assert_eq!(exit_code(&output), 0, "{output:?}");
    let report = json(&output);
    assert_eq!(report["counts"]["quotations"], read(&file).quotations.len());
    assert_eq!(report["counts"]["errors"], 0);
    assert_eq!(report["problems"], serde_json::json!([]));
}

#[test]
fn check_tells_what_is_wrong_and_where() {
    let damaged = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/damaged/words-not-in-the-quotation.dossier.ron"
    );
    let output = run(&["check", "--format", "json", damaged]);
    assert_eq!(exit_code(&output), 1, "{output:?}");
    let report = json(&output);
    assert_eq!(report["counts"]["errors"], 1);
    assert_eq!(report["problems"][0]["code"], "words-not-quoted");
    let line = report["problems"][0]["line"].as_u64().unwrap();
    assert!(stdout(&run(&["check", damaged])).starts_with(&format!("{damaged}:{line}:")));
}

#[test]
fn check_says_that_a_file_is_not_there() {
    let output = run(&["check", "no/such.dossier.ron"]);
    assert_eq!(exit_code(&output), 2);
    assert_eq!(stdout(&output), "there is no file no/such.dossier.ron\n");
}

#[test]
fn brief_writes_the_note_with_the_annotations_beside_the_dossier() {
    let (folder, file) = copy_of_the_bundled_dossier();
    let dossier = read(&file);
    let mut annotations = dossier::annotations::Annotations::default();
    annotations.pins.push(dossier::annotations::Pin::Item(dossier.metrics[0].id.to_string()));
    let beside = AnnotationsFile::within(&store::Origin::File(file.clone()), None);
    assert_eq!(beside.write(&annotations).unwrap(), folder.path().join(ANNOTATIONS));

    let note = folder.path().join("note.md");
    let (file, path) = (file.to_str().unwrap(), note.to_str().unwrap());
    let output = run(&["brief", file, "-o", path, "--author", "A. Nalyst"]);
    assert_eq!(exit_code(&output), 0, "{output:?}");
    assert_eq!((stdout(&output), stderr(&output)), ("", ""));
    let note = fs::read_to_string(&note).unwrap();
    let paragraphs = read_note(&note, &dossier.title);
    assert!(paragraphs[0].contains("A. Nalyst"), "{}", paragraphs[0]);
    assert!(note.contains(&format!("**{}**: ", dossier.metrics[0].name)), "{note}");
}

#[test]
fn the_version_is_that_of_the_package() {
    let output = run(&["--version"]);
    assert_eq!(exit_code(&output), 0);
    assert_eq!(stdout(&output), concat!("dossier ", env!("CARGO_PKG_VERSION"), "\n"));
}
