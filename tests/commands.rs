//! The commands without a window, run on a small dossier and the texts of its sources: as they were
//! and edited, another one or none at all, under any name and in any encoding. All is invented.

// Without this clippy takes what the tests share for production code.
#![cfg(test)]

use std::fs;
use std::process::{Command, Output};

use dossier::anchor::fingerprint;
use serde_json::{Value, json};
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_dossier");
const FILE: &str = "test.dossier.ron";

/// Invented. All its characters are Latin-1.
const BRIDGE: &str = "Brühl gets its bridge back
By N. Ämand

The old bridge at Brühl opened again on Tuesday, the council said.
Its repair took two years and cost 41 million crowns, a third more than planned.
\"We turned every stone over twice,\" Lindqvist said on the bank, her boots full of mud.
Shopkeepers had asked for a ferry in the meantime and never got one.
The café at the northern end gave away soup until noon.
Heavy lorries still have to take the détour through Mölln.
";

/// Invented: what those on the other bank say.
const MARKET: &str = "Quiet days at the Jiřího market
Traders at the Jiřího market – 老市场 to grocers from Xi’an – lost 300 customers a day.
Most stalls stayed closed on weekdays while the bridge was shut.
“My tomatoes went to the pigs,” said Řehoř Vašek, who has sold vegetables here since 1998.
The council has promised nothing, and nobody expects it to.
Now the tram stops at the gate again. The first crates of plums are here.
";

/// Id, source, paragraph and words.
type Quoted = (&'static str, &'static str, u32, &'static str);

const QUOTED: [Quoted; 8] = [
    ("byline", "bridge", 0, "By N. Ämand"),
    ("opened", "bridge", 1, "opened again on Tuesday"),
    ("cost", "bridge", 2, "cost 41 million crowns, a third more than planned"),
    ("stones", "bridge", 3, "We turned every stone over twice"),
    ("lorries", "bridge", 6, "Heavy lorries still have to take the détour through Mölln"),
    ("customers", "market", 1, "老市场 to grocers from Xi’an – lost 300 customers a day"),
    ("pigs", "market", 3, "My tomatoes went to the pigs"),
    ("council", "market", 4, "The council has promised nothing"),
];

/// The sentence of “stones” and its line.
const STONES: &str =
    "\"We turned every stone over twice,\" Lindqvist said on the bank, her boots full of mud.\n";
/// One word of “cost”, and another for it.
const EXCHANGED: (&str, &str) = ("a third more", "a tenth more");
/// How “cost” reads with that.
const COST_NOW: &str = "cost 41 million crowns, a tenth more than planned";
/// Put above a text.
const ABOVE: &str = "Corrected on Thursday – by Zdeňka.\n";

fn text_of(source: &str) -> &'static str {
    if source == "bridge" { BRIDGE } else { MARKET }
}

/// Where words stand in a text, in characters.
fn place(text: &str, words: &str) -> (usize, usize) {
    let start = text[..text.find(words).unwrap()].chars().count();
    (start, start + words.chars().count())
}

fn slice(text: &str, start: usize, end: usize) -> String {
    text.chars().skip(start).take(end - start).collect()
}

fn dossier() -> String {
    let source = |id: &str, body: &str, byline: &str| {
        let text = text_of(id);
        format!(
            "(id: \"{id}\", title: \"About it\", publisher: \"The {id} paper\", kind: Newspaper, \
             published: \"2031-05-05\", language: \"en\", sha256: \"{}\", characters: {}, \
             body_start: {}, standing: \"invented\", quotations: [{byline}]),\n",
            fingerprint(text),
            text.chars().count(),
            place(text, body).0,
        )
    };
    let quotations = QUOTED.map(|(id, source, paragraph, words)| {
        let text = text_of(source);
        let (start, end) = place(text, words);
        let (prefix, suffix) =
            (slice(text, start.saturating_sub(24), start), slice(text, end, end + 24));
        let speaker = match id {
            "stones" => "speaker: \"lindqvist\", speech: Direct",
            "pigs" => "speaker: \"vasek\", speech: Direct",
            _ => "",
        };
        format!(
            "(id: \"{id}\", source: \"{source}\", paragraph: {paragraph}, selector: (exact: \
             {words:?}, prefix: {prefix:?}, suffix: {suffix:?}, start: {start}), {speaker}),\n"
        )
    });
    format!(
        r#"(
format: 1,
title: "The bridge at Brühl",
sources: [{}{}],
quotations: [{}],
entities: [
    (id: "lindqvist", name: "Zoë Lindqvist", kind: Person, quotations: [(id: "stones")]),
    (id: "vasek", name: "Řehoř Vašek", kind: Person, quotations: [(id: "pigs")]),
    (id: "old-bridge", name: "Old bridge", kind: Project, quotations: [(id: "opened"), (id: "lorries")]),
],
metrics: [(
    id: "lost", name: "Customers lost a day", kind: Count,
    figure: Stated(number: 300, unit: Count("customers")),
    quotations: [(id: "customers", words: "300 customers")],
)],
topics: [(
    id: "price", question: "Who paid?",
    answers: [
        (source: "bridge", quotations: [(id: "cost"), (id: "stones")]),
        (source: "market", quotations: [(id: "council")]),
    ],
    finding: (kind: Differ, reason: "each bank counts its own"),
)],
)"#,
        source("bridge", "The old bridge", "(id: \"byline\")"),
        source("market", "Traders at", ""),
        quotations.concat(),
    )
}

/// A folder with the dossier and, in `sources` beside it, texts.
struct Folder(TempDir);

impl Folder {
    fn with(files: &[(&str, &[u8])]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(FILE), dossier()).unwrap();
        let beside = folder.path().join("sources");
        fs::create_dir(&beside).unwrap();
        for (name, content) in files {
            fs::write(beside.join(name), content).unwrap();
        }
        Self(folder)
    }

    /// With this for the bridge's text, and the market's as it is.
    fn with_bridge(text: &str) -> Self {
        Self::with(&[("bridge.txt", text.as_bytes()), ("market.txt", MARKET.as_bytes())])
    }

    /// Runs the program in the folder, where there is no display.
    fn run(&self, arguments: &[&str]) -> Output {
        let home = tempfile::tempdir().unwrap();
        let mut command = Command::new(PROGRAM);
        for display in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
            command.env_remove(display);
        }
        command.env("HOME", home.path()).env("XDG_DATA_HOME", home.path().join("data"));
        command.current_dir(self.0.path()).args(arguments).output().unwrap()
    }

    /// What `check` finds with the texts.
    fn check(&self) -> Value {
        let arguments = ["check", FILE, "--sources", "sources", "--format", "json"];
        serde_json::from_str(&printed(self.run(&arguments))).unwrap()
    }
}

/// What the program printed when all went well.
fn printed(output: Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The bridge's text with other words.
fn edited(exchanged: &[(&str, &str)]) -> String {
    exchanged.iter().fold(BRIDGE.to_owned(), |text, (old, new)| {
        assert!(text.contains(old), "{old}");
        text.replace(old, new)
    })
}

/// What is told of a quotation that stands as recorded, so many characters further down.
fn exact((id, source, paragraph, words): Quoted, moved: usize) -> Value {
    let (start, end) = place(text_of(source), words);
    json!({
        "id": id,
        "source": source,
        "outcome": "exact",
        "start": start + moved,
        "end": end + moved,
        "score": 1.0,
        "paragraph": paragraph,
    })
}

fn all_exact() -> Value {
    QUOTED.into_iter().map(|quoted| exact(quoted, 0)).collect()
}

fn quotations(report: &Value) -> &[Value] {
    let quotations = report["quotations"].as_array().unwrap();
    assert_eq!(quotations.len(), QUOTED.len());
    quotations
}

/// The outcomes of a source's quotations.
fn outcomes<'r>(report: &'r Value, source: &str) -> Vec<&'r str> {
    let of_source = quotations(report).iter().filter(|told| told["source"] == source);
    of_source.map(|told| told["outcome"].as_str().unwrap()).collect()
}

/// Severity, code and item of each problem.
fn problems(report: &Value) -> Vec<[&str; 3]> {
    let problems = report["problems"].as_array().unwrap().iter();
    let fields = ["severity", "code", "item"];
    problems.map(|problem| fields.map(|field| problem[field].as_str().unwrap())).collect()
}

#[test]
fn in_the_true_texts_every_quotation_stands_as_recorded() {
    let report = Folder::with_bridge(BRIDGE).check();
    assert_eq!(report["quotations"], all_exact());
    assert_eq!(report["problems"], json!([]));
    for ((_, source, _, words), told) in QUOTED.into_iter().zip(quotations(&report)) {
        let text = text_of(source);
        let at = |field: &str| told[field].as_u64().unwrap() as usize;
        assert_eq!(slice(text, at("start"), at("end")), words);
        assert_ne!(text.find(words), Some(at("start")), "bytes were counted");
    }
}

#[test]
fn in_an_edited_text_one_is_approximate_and_the_others_moved() {
    let text = format!("{ABOVE}{}", edited(&[EXCHANGED]));
    let report = Folder::with_bridge(&text).check();
    let (start, end) = place(&text, COST_NOW);
    for (quoted, told) in QUOTED.into_iter().zip(quotations(&report)) {
        let (id, source, paragraph, _) = quoted;
        if id == "cost" {
            assert_eq!(told["outcome"], "approximate");
            assert_eq!(told["start"], start);
            assert_eq!(told["end"], end);
            assert_eq!(told["paragraph"], paragraph);
            let score = told["score"].as_f64().unwrap();
            assert!(score > 0.5 && score < 1.0, "{score}");
        } else {
            let moved = if source == "bridge" { ABOVE.chars().count() } else { 0 };
            assert_eq!(*told, exact(quoted, moved));
        }
    }
    let expected =
        [["remark", "text-edited", "bridge"], ["warning", "quotation-approximate", "cost"]];
    assert_eq!(problems(&report), expected);
}

#[test]
fn what_was_removed_has_no_place() {
    let report = Folder::with_bridge(&edited(&[(STONES, "")])).check();
    let told = quotations(&report).iter().find(|told| told["id"] == "stones").unwrap();
    let outcome = told["outcome"].as_str().unwrap();
    assert!(["lost", "doubtful"].contains(&outcome), "{told}");
    for field in ["start", "end", "score", "paragraph"] {
        assert!(told.get(field).is_none(), "{told}");
    }
    assert_eq!(outcomes(&report, "bridge"), ["exact", "exact", "exact", outcome, "exact"]);
    assert_eq!(outcomes(&report, "market"), ["exact"; 3]);
    let code = format!("quotation-{outcome}");
    let expected = [["remark", "text-edited", "bridge"], ["warning", code.as_str(), "stones"]];
    assert_eq!(problems(&report), expected);
}

#[test]
fn another_text_under_the_name_of_the_source_proves_nothing() {
    let other = "Nothing of this belongs here. It speaks of the weather in June, and of cheese.";
    let report = Folder::with_bridge(other).check();
    assert_eq!(outcomes(&report, "bridge"), ["unchecked"; 5]);
    assert_eq!(outcomes(&report, "market"), ["exact"; 3]);
    assert_eq!(problems(&report), [["warning", "text-another", "bridge"]]);
}

#[test]
fn what_is_no_text_is_told_and_hinders_no_other() {
    let report = Folder::with_bridge("%PDF-1.7 and so on").check();
    assert_eq!(outcomes(&report, "bridge"), ["unchecked"; 5]);
    assert_eq!(outcomes(&report, "market"), ["exact"; 3]);
    assert_eq!(problems(&report), [["warning", "text-unreadable", "bridge"]]);
}

#[test]
fn texts_are_looked_into_only_where_a_folder_is_named() {
    let folder = Folder::with_bridge(BRIDGE);
    let told = printed(folder.run(&["check", FILE, "--format", "json"]));
    let report: Value = serde_json::from_str(&told).unwrap();
    assert!(report.get("quotations").is_none(), "{report}");
    for wrong in ["no/such", FILE] {
        let output = folder.run(&["check", FILE, "--sources", wrong]);
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert!(output.stdout.is_empty(), "{output:?}");
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.starts_with(&format!("{wrong} is not a folder")), "{told}");
    }
}

#[test]
fn people_are_told_how_many_have_each_outcome() {
    let check = |folder: Folder| printed(folder.run(&["check", FILE, "--sources", "sources"]));
    let counted = |told: &str| told.lines().next_back().unwrap().to_owned();
    let told = check(Folder::with_bridge(BRIDGE));
    assert_eq!(counted(&told), format!("{FILE}: 8 exact"));
    let told = check(Folder::with_bridge(&edited(&[EXCHANGED])));
    assert_eq!(counted(&told), format!("{FILE}: 7 exact, 1 approximate"));
    let line =
        format!("{FILE}: warning: cost: the text now reads “{COST_NOW}” [quotation-approximate]\n");
    assert!(told.contains(&line), "{told}");
    let told = check(Folder::with(&[]));
    assert_eq!(counted(&told), format!("{FILE}: 8 unchecked"));
}

#[test]
fn texts_are_found_under_any_name() {
    let shopping = ("a list.md", b"Plums, bread, a new lamp.".as_slice());
    let market = ("download (3)", MARKET.as_bytes());
    let report = Folder::with(&[shopping, market, ("zz.text", BRIDGE.as_bytes())]).check();
    assert_eq!(report["quotations"], all_exact());
    assert_eq!(report["problems"], json!([]));

    let text = edited(&[EXCHANGED]);
    let report = Folder::with(&[shopping, market, ("zz.text", text.as_bytes())]).check();
    assert_eq!(
        outcomes(&report, "bridge"),
        ["exact", "exact", "approximate", "exact", "exact"],
        "the edited text was not found by its words"
    );
    assert_eq!(outcomes(&report, "market"), ["exact"; 3]);
}

#[test]
fn texts_are_read_in_the_encoding_they_have() {
    let windows_1252: Vec<u8> = BRIDGE.chars().map(|c| u8::try_from(c).unwrap()).collect();
    let orders: [fn(u16) -> [u8; 2]; 2] = [u16::to_le_bytes, u16::to_be_bytes];
    for order in orders {
        let marked = format!("\u{feff}{MARKET}");
        let utf_16: Vec<u8> = marked.encode_utf16().flat_map(order).collect();
        let files = [("bridge.txt", windows_1252.as_slice()), ("market.txt", utf_16.as_slice())];
        let report = Folder::with(&files).check();
        assert_eq!(report["quotations"], all_exact());
        assert_eq!(report["problems"], json!([]));
    }
}

#[test]
fn a_brief_quotes_nothing_that_is_gone_and_marks_what_changed() {
    let folder = Folder::with_bridge(&edited(&[(STONES, ""), EXCHANGED]));
    let brief = printed(folder.run(&["brief", FILE, "--template", "comparison-of-sources"]));
    assert!(!brief.contains("We turned every stone"), "{brief}");
    assert!(brief.contains("not quoted, because"), "{brief}");
    assert!(brief.contains("\n## Not quoted\n"), "{brief}");
    let words = "“cost 41 million crowns, a third more than planned”";
    let marked = format!("{words} (approximate: the text now reads “{COST_NOW}”)");
    assert!(brief.contains(&marked), "{brief}");
    assert!(brief.contains(&format!("{words} *(approximate)*")), "{brief}");

    let whole = Folder::with_bridge(BRIDGE);
    let named = whole.0.path().join("sources");
    let brief = printed(folder.run(&[
        "brief",
        FILE,
        "--template",
        "comparison-of-sources",
        "--sources",
        named.to_str().unwrap(),
    ]));
    assert!(brief.contains("“We turned every stone over twice”"), "{brief}");
    assert!(!brief.to_lowercase().contains("not quoted"), "{brief}");
    assert!(!brief.contains("approximate"), "{brief}");
}

/// Everything that stands in the folder, by name.
fn names(folder: &Folder) -> Vec<String> {
    let entries = fs::read_dir(folder.0.path()).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_brief_is_written_in_the_format_of_its_ending_or_the_one_that_is_named() {
    let folder = Folder::with_bridge(BRIDGE);
    let before = names(&folder).len();
    let begins: [(&str, &str, &[u8]); 7] = [
        ("a.md", "", b"# The bridge"),
        ("a.html", "", b"<!DOCTYPE html>"),
        ("a.docx", "", b"PK"),
        ("a.bib", "", b"@article{"),
        ("a.ris", "", b"TY  - NEWS"),
        ("b.json", "", b"["),
        ("c.md", "pandoc", b"---\nbibliography: \"c-sources.json\""),
    ];
    for (name, format, begin) in begins {
        let mut arguments = vec!["brief", FILE, "-o", name, "--template", "fact-sheet"];
        if !format.is_empty() {
            arguments.extend(["--format", format]);
        }
        let output = folder.run(&arguments);
        assert_eq!(output.status.code(), Some(0), "{name}: {output:?}");
        let written = fs::read(folder.0.path().join(name)).unwrap();
        assert!(written.starts_with(begin), "{name}: {:?}", String::from_utf8_lossy(&written));
    }
    // The bibliography of pandoc's flavour stands beside it.
    assert_eq!(names(&folder).len(), before + 8);

    let output = folder.run(&["brief", FILE, "--format", "docx"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        String::from_utf8_lossy(&output.stderr).contains("say where to write it with --output")
    );
    let output = folder.run(&["brief", FILE, "--template", "sonnet"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        String::from_utf8_lossy(&output.stderr)
            .contains("there are “One-page brief”, “Meeting brief”")
    );
    if cfg!(not(feature = "pdf")) {
        let output = folder.run(&["brief", FILE, "-o", "a.pdf"]);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains("--features pdf"));
        assert!(!names(&folder).contains(&"a.pdf".to_owned()));
    }
}

#[test]
fn a_file_that_is_not_what_dossier_wrote_is_shown_and_left_alone() {
    let folder = Folder::with_bridge(BRIDGE);
    let path = folder.0.path().join("note.md");
    fs::write(&path, "# By hand\n").unwrap();
    let output = folder.run(&["brief", FILE, "-o", "note.md"]);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("-# By hand\n+# The bridge at Brühl"), "{told}");
    assert!(told.contains("--overwrite replaces it"), "{told}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "# By hand\n");
    assert_eq!(folder.run(&["brief", FILE, "-o", "note.md", "--overwrite"]).status.code(), Some(0));
    // What stands there is what would be written.
    assert_eq!(folder.run(&["brief", FILE, "-o", "note.md"]).status.code(), Some(0));
}

#[test]
fn a_brief_that_cites_what_is_gone_is_not_written_unless_told_so() {
    let folder = Folder::with_bridge(&edited(&[(STONES, "")]));
    let text = |markdown: &str| {
        format!(
            "(format: 1, briefs: [(id: \"b1\", head: (name: \"Mine\", title: \"\"), sections: [(id: \"e1\", \
             entries: [(id: \"e2\", content: Text(markdown: \"{markdown}\"))])])])"
        )
    };
    let annotations = folder.0.path().join("test.annotations.ron");
    fs::write(&annotations, text("They turned every stone [@stones]. It rained.")).unwrap();
    let output = folder.run(&["brief", FILE, "-o", "note.md"]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("note: No source yet: “It rained.”"), "{told}");
    assert!(told.contains("error: [@stones] can’t be quoted: its words were not found"), "{told}");
    assert!(!folder.0.path().join("note.md").exists());
    let written = printed(folder.run(&["brief", FILE, "--brief", "Mine", "--despite-errors"]));
    assert!(written.contains("They turned every stone[^1]"), "{written}");
    assert!(!written.contains("We turned every stone"), "{written}");

    let output = folder.run(&["brief", FILE, "--brief", "Yours"]);
    assert!(
        String::from_utf8_lossy(&output.stderr)
            .contains("there is no brief “Yours”; there are “Mine”")
    );
}

#[test]
fn a_speaker_is_named_in_the_paragraph_if_only_by_the_family_name() {
    assert!(!BRIDGE.contains("Zoë"), "the family name alone is to stand there");
    assert_eq!(Folder::with_bridge(BRIDGE).check()["problems"], json!([]));

    // Named above, but not in the paragraph.
    let text =
        edited(&[("Lindqvist said on", "she said on"), ("the council said", "Lindqvist said")]);
    let report = Folder::with_bridge(&text).check();
    assert_eq!(outcomes(&report, "bridge"), ["exact"; 5]);
    let expected = [["remark", "text-edited", "bridge"], ["remark", "speaker-not-named", "stones"]];
    assert_eq!(problems(&report), expected);
}
