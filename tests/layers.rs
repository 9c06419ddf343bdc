//! The shape of the source, held by reading it: which layer names which, who knows egui, who touches
//! the disk, how long a file gets.

// Without this clippy takes what the tests share for production code.
#![cfg(test)]

use std::fs;
use std::path::Path;

/// The layers with their height. A layer may name itself and those that stand lower; two of one
/// height don't know each other, so that the commands without a window stay free of it.
const LAYERS: &[(&str, u8)] = &[
    ("text", 0),
    ("dossier", 1),
    ("anchor", 2),
    ("annotations", 3),
    ("compare", 3),
    ("store", 4),
    ("search", 5),
    ("brief", 6),
    ("cli", 7),
    ("app", 7),
    ("main", 8),
];

/// Crates that make a window. `app` alone names them.
const WINDOW_CRATES: &[&str] = &["eframe", "egui", "epaint", "lucide_icons", "rfd"];

/// What touches the disk, by a name that stands alone. `store` alone uses these.
const DISK_NAMES: &[&str] = &["fs", "tempfile"];

/// Types that touch the disk when a function of theirs is called.
const DISK_TYPES: &[&str] = &["File", "OpenOptions"];

/// Methods of paths that ask the disk.
const DISK_METHODS: &[&str] = &[
    "canonicalize",
    "exists",
    "is_dir",
    "is_file",
    "is_symlink",
    "metadata",
    "read_dir",
    "read_link",
    "symlink_metadata",
    "try_exists",
];

/// Months, weekdays, words of numbers and of units, abbreviations: the layer `text` alone knows what they
/// mean. "may", "march" and the small numbers are words of messages as well.
const LANGUAGE_WORDS: &[&str] = &[
    "january",
    "february",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "kilometre",
    "kilometer",
    "hectare",
    "tonne",
    "tonnes",
    "kilogram",
    "barrel",
    "kwh",
    "mwh",
    "gwh",
    "mrs",
    "approx",
    "ltd",
    "млрд",
    "миллион",
    "июня",
    "января",
    "millionen",
    "milliarden",
    "januar",
    "juni",
    "janvier",
    "juin",
    "milliards",
    "renminbi",
    "rouble",
    "tenge",
    "yuan",
];

/// Longer files have more than one subject.
const MOST_LINES: usize = 600;

/// There are more than this; fewer mean that they were not found.
const FEWEST_FILES: usize = 40;

/// A name or a mark of the source, outside comments and texts.
struct Token {
    line: usize,
    text: String,
}

/// A file of the source.
struct SourceFile {
    /// Its path below `src`, with `/`.
    path: String,
    text: String,
    tokens: Vec<Token>,
}

impl SourceFile {
    fn new(path: &str, text: String) -> Self {
        Self { path: path.to_owned(), tokens: tokens(&text), text }
    }

    /// The folder it stands in, or the name of a file that stands in none.
    fn layer(&self) -> &str {
        self.path.split('/').next().unwrap_or_default().trim_end_matches(".rs")
    }

    /// How many `super` lead from here to the root of the crate.
    fn depth(&self) -> usize {
        let names = self.path.split('/').count();
        names - usize::from(self.path.ends_with("/mod.rs"))
    }

    fn token(&self, place: usize) -> &str {
        self.tokens.get(place).map_or("", |token| &token.text)
    }

    /// The line of each token for which something holds, with what the token says.
    fn tokens_where(&self, holds: impl Fn(usize) -> bool) -> Vec<String> {
        let places = (0..self.tokens.len()).filter(|place| holds(*place));
        places.map(|place| self.found(place)).collect()
    }

    fn found(&self, place: usize) -> String {
        format!("src/{}:{}: {}", self.path, self.tokens[place].line, self.token(place))
    }

    /// The places of names that stand directly in the root of the crate: after `crate::`, in a group
    /// after it, or after as many `super::` as lead there.
    fn names_in_the_root(&self) -> Vec<usize> {
        let mut places = Vec::new();
        for start in 0..self.tokens.len() {
            let mut after = start;
            let reaches_root = match self.token(start) {
                "crate" => {
                    after += 2;
                    true
                }
                "super" if start == 0 || self.token(start - 1) != "::" => {
                    while self.token(after) == "super" && self.token(after + 1) == "::" {
                        after += 2;
                    }
                    (after - start) / 2 >= self.depth()
                }
                _ => false,
            };
            if !reaches_root || self.token(after - 1) != "::" {
                continue;
            }
            if self.token(after) == "{" {
                places.extend(self.heads_of_group(after));
            } else {
                places.push(after);
            }
        }
        places
    }

    /// The first name of each path in a group `{a::b, c::{d, e}}`.
    fn heads_of_group(&self, open: usize) -> Vec<usize> {
        let mut heads = Vec::new();
        let mut level = 0_usize;
        for place in open..self.tokens.len() {
            match self.token(place) {
                "{" => level += 1,
                "}" => level -= 1,
                _ if level == 1 && matches!(self.token(place - 1), "{" | ",") => heads.push(place),
                _ => {}
            }
            if level == 0 {
                break;
            }
        }
        heads
    }

    fn layers_named_that_may_not_be(&self) -> Vec<String> {
        let Some(own) = height(self.layer()) else { return Vec::new() };
        let mut faults = Vec::new();
        for place in self.names_in_the_root() {
            let named = self.token(place);
            if named != self.layer() && height(named).is_some_and(|height| height >= own) {
                faults.push(format!("{} is named by {}", self.found(place), self.layer()));
            }
        }
        faults
    }

    fn window_crates_named(&self) -> Vec<String> {
        match self.layer() {
            "app" => Vec::new(),
            _ => self.tokens_where(|place| WINDOW_CRATES.contains(&self.token(place))),
        }
    }

    fn disk_touched(&self) -> Vec<String> {
        if self.layer() == "store" {
            return Vec::new();
        }
        self.tokens_where(|place| {
            let word = self.token(place);
            let called = DISK_METHODS.contains(&word)
                && place > 0
                && self.token(place - 1) == "."
                && self.token(place + 1) == "(";
            DISK_NAMES.contains(&word)
                || (DISK_TYPES.contains(&word) && self.token(place + 1) == "::")
                || called
        })
    }

    /// The words of a language's grammar in the texts of a file, outside its tests.
    fn words_of_language(&self) -> Vec<String> {
        if self.layer() == "text" {
            return Vec::new();
        }
        let tests = self.text.find("#[cfg(test)]").unwrap_or(self.text.len());
        let is_test = self.path.ends_with("tests.rs");
        let written = literals(if is_test { "" } else { &self.text[..tests] });
        let told = written.into_iter().flat_map(|(line, text)| {
            let words = text.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
            let known: Vec<String> =
                words.filter(|word| LANGUAGE_WORDS.contains(&word.as_str())).collect();
            known.into_iter().map(move |word| (line, word))
        });
        told.map(|(line, word)| format!("src/{}:{line}: “{word}”", self.path)).collect()
    }

    fn unsafe_code(&self) -> Vec<String> {
        self.tokens_where(|place| self.token(place) == "unsafe")
    }

    fn too_long(&self) -> Option<String> {
        let lines = self.text.lines().count();
        (lines > MOST_LINES).then(|| format!("src/{} has {lines} lines", self.path))
    }
}

fn height(layer: &str) -> Option<u8> {
    LAYERS.iter().find(|(name, _)| *name == layer).map(|(_, height)| *height)
}

/// The texts of a source with their lines.
fn literals(source: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (place, line) in source.lines().enumerate() {
        let code = line.split("//").next().unwrap_or_default();
        let texts = code.split('"').skip(1).step_by(2);
        found.extend(texts.map(|text| (place + 1, text.to_owned())));
    }
    found
}

/// Names and marks, without comments, texts and characters. `::` is one mark.
fn tokens(source: &str) -> Vec<Token> {
    let characters: Vec<char> = source.chars().collect();
    let at = |place: usize| characters.get(place).copied().unwrap_or('\0');
    let in_name = |c: char| c.is_alphanumeric() || c == '_';
    let mut tokens: Vec<Token> = Vec::new();
    let (mut place, mut line) = (0, 1);
    while place < characters.len() {
        let start = place;
        match at(place) {
            '/' if at(place + 1) == '/' => {
                while place < characters.len() && at(place) != '\n' {
                    place += 1;
                }
            }
            '/' if at(place + 1) == '*' => {
                let mut level = 0_usize;
                loop {
                    match (at(place), at(place + 1)) {
                        ('/', '*') => (level, place) = (level + 1, place + 2),
                        ('*', '/') => (level, place) = (level - 1, place + 2),
                        _ => place += 1,
                    }
                    if level == 0 || place >= characters.len() {
                        break;
                    }
                }
            }
            '"' => {
                place += 1;
                while place < characters.len() && at(place) != '"' {
                    place += if at(place) == '\\' { 2 } else { 1 };
                }
                place += 1;
            }
            // A character; a lifetime has no second mark, and only its first is passed over.
            '\'' if at(place + 1) == '\\' => {
                place += 3;
                while place < characters.len() && at(place) != '\'' {
                    place += 1;
                }
                place += 1;
            }
            '\'' => place += if at(place + 2) == '\'' { 3 } else { 1 },
            c if in_name(c) => {
                while in_name(at(place)) {
                    place += 1;
                }
                let name: String = characters[start..place].iter().collect();
                let hashes =
                    (place..characters.len()).take_while(|place| at(*place) == '#').count();
                if matches!(name.as_str(), "r" | "br" | "cr") && at(place + hashes) == '"' {
                    place += hashes + 1;
                    let closes = |place: usize| {
                        at(place) == '"' && (1..=hashes).all(|n| at(place + n) == '#')
                    };
                    while place < characters.len() && !closes(place) {
                        place += 1;
                    }
                    place += hashes + 1;
                } else {
                    tokens.push(Token { line, text: name });
                }
            }
            ':' if at(place + 1) == ':' => {
                tokens.push(Token { line, text: "::".into() });
                place += 2;
            }
            c => {
                if !c.is_whitespace() {
                    tokens.push(Token { line, text: c.into() });
                }
                place += 1;
            }
        }
        let passed = &characters[start..place.min(characters.len())];
        line += passed.iter().filter(|c| **c == '\n').count();
    }
    tokens
}

fn source_folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))
}

fn read_below(folder: &Path, files: &mut Vec<SourceFile>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_below(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let below = path.strip_prefix(source_folder()).unwrap().to_str().unwrap();
            let text = fs::read_to_string(&path).unwrap();
            files.push(SourceFile::new(&below.replace('\\', "/"), text));
        }
    }
}

fn files() -> Vec<SourceFile> {
    let mut files = Vec::new();
    read_below(source_folder(), &mut files);
    assert!(files.len() >= FEWEST_FILES, "only {} files of source were found", files.len());
    files
}

fn assert_none(what: &str, faults: impl IntoIterator<Item = String>) {
    let faults: Vec<String> = faults.into_iter().collect();
    assert!(faults.is_empty(), "{what}:\n{}", faults.join("\n"));
}

#[test]
fn every_folder_is_a_layer_and_every_layer_is_there() {
    let files = files();
    for file in &files {
        let known = height(file.layer()).is_some() || file.path == "lib.rs";
        assert!(known, "src/{} belongs to no layer; add it to LAYERS", file.path);
    }
    for (layer, _) in LAYERS {
        assert!(files.iter().any(|file| file.layer() == *layer), "there is no layer {layer}");
    }
}

#[test]
fn each_layer_names_only_those_below_it() {
    let faults = files();
    let faults = faults.iter().flat_map(SourceFile::layers_named_that_may_not_be);
    assert_none("layers named from below or from beside", faults);
}

#[test]
fn only_the_app_knows_egui() {
    let files = files();
    assert_none("named outside app", files.iter().flat_map(SourceFile::window_crates_named));
}

#[test]
fn only_the_store_touches_the_disk() {
    let files = files();
    assert_none("used outside store", files.iter().flat_map(SourceFile::disk_touched));
}

#[test]
fn no_file_is_too_long() {
    let files = files();
    assert_none("longer than 600 lines", files.iter().filter_map(SourceFile::too_long));
}

#[test]
fn words_of_language_stand_in_text_alone() {
    let files = files();
    assert_none(
        "words of a language outside text",
        files.iter().flat_map(SourceFile::words_of_language),
    );
    let reader = SourceFile::new("compare/dates.rs", "const M: [&str; 1] = [\"June\"];".to_owned());
    assert_eq!(reader.words_of_language(), ["src/compare/dates.rs:1: “june”"]);
}

#[test]
fn no_code_is_unsafe() {
    assert_none("unsafe code", files().iter().flat_map(SourceFile::unsafe_code));
}

/// What the rules say of a made-up file: the words that break one.
fn faults_of(path: &str, text: &str) -> Vec<String> {
    let file = SourceFile::new(path, text.to_owned());
    let mut faults = file.layers_named_that_may_not_be();
    faults.extend(file.window_crates_named());
    faults.extend(file.disk_touched());
    faults.extend(file.unsafe_code());
    faults.extend(file.too_long());
    faults
}

#[test]
fn what_breaks_a_rule_is_found() {
    let broken = [
        ("dossier/item.rs", "use crate::app::App;"),
        ("dossier/integrity/mod.rs", "use crate::{annotations::Edit, dossier::Item};"),
        ("dossier/integrity/mod.rs", "use crate::{dossier::{Item, Index}, store};"),
        ("dossier/item.rs", "let app = super::super::app::run;"),
        ("store/mod.rs", "use super::brief;"),
        ("store/mod.rs", "/* a /* b */ c */ fn f() { crate :: cli :: run() }"),
        ("cli/check.rs", "use crate::app;"),
        (
            "app/mod.rs",
            "fn f<'a>(c: char) -> bool { c == '\\'' || c == '\"' || crate::cli::run() }",
        ),
        ("main.rs", "use eframe::NativeOptions;"),
        ("search/mod.rs", "const M: &str = r#\"\"//\"#; use egui::Ui;"),
        ("cli/brief.rs", "let text = std::fs::read(path);"),
        ("app/run.rs", "let file = File::open(path);"),
        ("app/run.rs", "if path.exists() {}"),
        ("brief/mod.rs", "#[cfg(test)] mod tests { fn f() { tempfile::tempdir(); } }"),
        ("store/save.rs", "unsafe { f() }"),
        ("store/save.rs", &"\n".repeat(MOST_LINES + 1)),
    ];
    for (path, text) in broken {
        assert_eq!(faults_of(path, text).len(), 1, "{path}: {text}: {:?}", faults_of(path, text));
    }
    assert_eq!(faults_of("cli/mod.rs", "\n\n/*\n*/ use egui;"), ["src/cli/mod.rs:4: egui"]);
}

#[test]
fn what_keeps_the_rules_is_left_alone() {
    let sound = [
        ("dossier/item.rs", "use crate::dossier::Item; use super::{app, store};"),
        ("app/views/mod.rs", "use super::super::search; use crate::{brief, store::Origin};"),
        ("app/views/desk.rs", "use super::annotations; use crate::app::State; use egui::Ui;"),
        ("main.rs", "use dossier::app; use dossier::cli::{self, Arguments};"),
        (
            "cli/check.rs",
            "// crate::app, egui, std::fs\n/* unsafe */ const A: &str = \"egui \\\" rfd\";",
        ),
        ("app/opening.rs", "Origin::File(path) => std::path::absolute(path), // fs::read"),
        ("store/load.rs", "use std::fs::{self, File}; let found = path.exists();"),
        ("store/save.rs", &"\n".repeat(MOST_LINES)),
    ];
    for (path, text) in sound {
        assert_eq!(faults_of(path, text), [""; 0], "{path}: {text}");
    }
}
