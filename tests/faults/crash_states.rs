//! The states in which a power cut can leave the disk during a save, made from the save's own system calls:
//! what was not flushed may be there, in part or not at all, and names may be lost in the order in which
//! they were made (T. S. Pillai and others, "All File Systems Are Not Created Equal", 2014). In each of them
//! the old state or the new is read, and after the save the new one.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::Outcome;
use super::refused::prepare;
use super::session::{Work, after_one_save, open};

pub fn run() -> Outcome {
    const NAME: &str = "crash states";
    match Command::new("strace").args(["-o", "/dev/null", "true"]).stderr(Stdio::null()).status() {
        Ok(status) if status.success() => Outcome::of(NAME, enumerated()),
        _ => Outcome::left_out(NAME, "processes may not be traced here"),
    }
}

/// What a system call did to the files of the folder.
#[derive(Clone, Debug)]
enum Call {
    Create(PathBuf),
    Write(PathBuf, Vec<u8>),
    Truncate(PathBuf, usize),
    /// A file or a folder is flushed.
    Flush(PathBuf),
    Rename(PathBuf, PathBuf),
    Unlink(PathBuf),
}

/// A file, whatever its names.
#[derive(Clone, Debug, Default)]
struct Content {
    flushed: Vec<u8>,
    now: Vec<u8>,
    /// With the last write cut in half.
    torn: Vec<u8>,
}

/// A change of names that is not flushed.
#[derive(Clone, Debug)]
enum Naming {
    Set(PathBuf, usize),
    Remove(PathBuf),
}

#[derive(Clone, Debug, Default)]
struct Disk {
    contents: Vec<Content>,
    /// Names as every call sees them.
    names: BTreeMap<PathBuf, usize>,
    /// Names that are flushed.
    flushed: BTreeMap<PathBuf, usize>,
    pending: Vec<Naming>,
}

impl Disk {
    fn of(folder: &Path) -> Self {
        let mut disk = Self::default();
        for path in files(folder) {
            let bytes = std::fs::read(&path).unwrap_or_default();
            let content = Content { flushed: bytes.clone(), now: bytes.clone(), torn: bytes };
            disk.names.insert(path.clone(), disk.contents.len());
            disk.flushed.insert(path, disk.contents.len());
            disk.contents.push(content);
        }
        disk
    }

    fn content(&mut self, path: &Path) -> Option<&mut Content> {
        let place = *self.names.get(path)?;
        self.contents.get_mut(place)
    }

    fn carry_out(&mut self, call: &Call) {
        match call {
            Call::Create(path) => {
                if !self.names.contains_key(path) {
                    self.names.insert(path.clone(), self.contents.len());
                    self.pending.push(Naming::Set(path.clone(), self.contents.len()));
                    self.contents.push(Content::default());
                }
            }
            Call::Write(path, bytes) => {
                if let Some(content) = self.content(path) {
                    content.torn = content.now.clone();
                    content.torn.extend(bytes.get(..bytes.len() / 2).unwrap_or_default());
                    content.now.extend(bytes);
                }
            }
            Call::Truncate(path, length) => {
                if let Some(content) = self.content(path) {
                    content.now.resize(*length, 0);
                    content.torn = content.now.clone();
                }
            }
            Call::Flush(path) => match self.content(path) {
                Some(content) => {
                    content.flushed = content.now.clone();
                    content.torn = content.now.clone();
                }
                None => {
                    let pending = std::mem::take(&mut self.pending);
                    let (here, elsewhere): (Vec<Naming>, Vec<Naming>) = pending
                        .into_iter()
                        .partition(|naming| naming.path().parent() == Some(path));
                    for naming in &here {
                        naming.carry_out(&mut self.flushed);
                    }
                    self.pending = elsewhere;
                }
            },
            Call::Rename(from, to) => {
                if let Some(place) = self.names.remove(from) {
                    self.names.insert(to.clone(), place);
                    self.pending.push(Naming::Set(to.clone(), place));
                    self.pending.push(Naming::Remove(from.clone()));
                }
            }
            Call::Unlink(path) => {
                self.names.remove(path);
                self.pending.push(Naming::Remove(path.clone()));
            }
        }
    }

    /// The files as they may be found after a power cut.
    fn crashes(&self) -> Vec<BTreeMap<PathBuf, Vec<u8>>> {
        let mut states = Vec::new();
        for kept in 0..=self.pending.len() {
            let mut names = self.flushed.clone();
            self.pending.iter().take(kept).for_each(|naming| naming.carry_out(&mut names));
            let ways: [fn(&Content) -> &Vec<u8>; 3] =
                [|content| &content.flushed, |content| &content.now, |content| &content.torn];
            for way in ways {
                let bytes = |place: &usize| self.contents.get(*place).map(way).cloned();
                let state: BTreeMap<PathBuf, Vec<u8>> = names
                    .iter()
                    .filter_map(|(path, place)| Some((path.clone(), bytes(place)?)))
                    .collect();
                if !states.contains(&state) {
                    states.push(state);
                }
            }
        }
        states
    }
}

impl Naming {
    fn path(&self) -> &Path {
        match self {
            Self::Set(path, _) | Self::Remove(path) => path,
        }
    }

    fn carry_out(&self, names: &mut BTreeMap<PathBuf, usize>) {
        match self {
            Self::Set(path, place) => {
                names.insert(path.clone(), *place);
            }
            Self::Remove(path) => {
                names.remove(path);
            }
        }
    }
}

fn enumerated() -> Result<String, String> {
    let (mut states, mut old, mut new, mut calls) = (0, 0, 0, 0);
    // The journal and the file, the file alone, the journal alone.
    for seed in [3_u64, 1, 2] {
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let before = prepare(folder.path())?;
        let after = after_one_save(&before, seed);
        let mut disk = Disk::of(folder.path());
        let traced = trace(folder.path(), seed)?;
        calls += traced.len();
        for place in 0..=traced.len() {
            for state in disk.crashes() {
                states += 1;
                let there = opened(folder.path(), &state)
                    .map_err(|wrong| format!("after call {place} of {}: {wrong}", traced.len()))?;
                if there.annotations == after.annotations {
                    new += 1;
                } else if there.annotations != before.annotations {
                    return Err(format!(
                        "after call {place}: neither the old state nor the new is there"
                    ));
                } else if place == traced.len() {
                    return Err("after the save, what was acknowledged may be lost".to_owned());
                } else {
                    old += 1;
                }
            }
            if let Some(call) = traced.get(place) {
                disk.carry_out(call);
            }
        }
    }
    if calls < 20 {
        return Err(format!("only {calls} system calls were seen"));
    }
    Ok(format!(
        "{states} states after {calls} system calls of three saves: the old state was read from {old}, the \
         new one from {new}, none was illegal"
    ))
}

/// What is read from files as a power cut left them.
fn opened(as_in: &Path, state: &BTreeMap<PathBuf, Vec<u8>>) -> Result<Work, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    for (path, bytes) in state {
        let below = path.strip_prefix(as_in).map_err(|error| error.to_string())?;
        let path = folder.path().join(below);
        path.parent().map_or(Ok(()), std::fs::create_dir_all).map_err(|error| error.to_string())?;
        std::fs::write(path, bytes).map_err(|error| error.to_string())?;
    }
    let kept = open(folder.path()).map_err(|error| error.to_string())?;
    match kept.set_aside {
        Some((_, problem)) => Err(format!("the file is damaged: {problem}")),
        None => Ok(Work { annotations: kept.annotations, history: kept.history }),
    }
}

/// The calls of one save that change what is in the folder.
fn trace(folder: &Path, seed: u64) -> Result<Vec<Call>, String> {
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let log = tempfile::NamedTempFile::new().map_err(|error| error.to_string())?;
    let calls = "openat,close,write,fsync,fdatasync,ftruncate,rename,renameat,renameat2,unlink";
    Command::new("strace")
        .args(["-f", "-qq", "-xx", "-s", "10000000", "-e", &format!("trace={calls}"), "-o"])
        .arg(log.path())
        .arg(program)
        .arg("one-save")
        .arg(folder)
        .arg(seed.to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .map_err(|error| error.to_string())?;
    let text = std::fs::read_to_string(log.path()).map_err(|error| error.to_string())?;
    let mut open: HashMap<String, PathBuf> = HashMap::new();
    let mut found = Vec::new();
    for line in text.lines() {
        found.extend(call_of(line, &mut open));
    }
    found.retain(|call| touches(call, folder));
    Ok(found)
}

fn touches(call: &Call, folder: &Path) -> bool {
    match call {
        Call::Create(path)
        | Call::Write(path, _)
        | Call::Truncate(path, _)
        | Call::Flush(path)
        | Call::Rename(path, _)
        | Call::Unlink(path) => path.starts_with(folder),
    }
}

/// A line such as `4711 openat(AT_FDCWD, "\x2f…", O_WRONLY|O_CREAT, 0666) = 5`.
fn call_of(line: &str, open: &mut HashMap<String, PathBuf>) -> Option<Call> {
    let (_, call) = line.split_once(' ')?;
    let (name, rest) = call.trim().split_once('(')?;
    let (arguments, result) = rest.rsplit_once(" = ")?;
    let arguments = arguments.trim_end().strip_suffix(')')?;
    let result = result.split(' ').next()?;
    if result.starts_with('-') {
        return None;
    }
    let texts: Vec<Vec<u8>> = arguments.split('"').skip(1).step_by(2).map(unescaped).collect();
    let path = |place: usize| -> Option<PathBuf> {
        Some(PathBuf::from(String::from_utf8(texts.get(place)?.clone()).ok()?))
    };
    let handle = arguments.split(',').next().map(str::trim);
    let of_handle =
        |open: &HashMap<String, PathBuf>| handle.and_then(|handle| open.get(handle)).cloned();
    match name {
        "openat" => {
            let path = path(0)?;
            open.insert(result.to_owned(), path.clone());
            arguments.contains("O_CREAT").then_some(Call::Create(path))
        }
        "close" => {
            open.remove(handle?);
            None
        }
        "write" => Some(Call::Write(of_handle(open)?, texts.first()?.clone())),
        "fsync" | "fdatasync" => Some(Call::Flush(of_handle(open)?)),
        "ftruncate" => {
            let length = arguments.rsplit(',').next()?.trim().parse().ok()?;
            Some(Call::Truncate(of_handle(open)?, length))
        }
        "rename" | "renameat" | "renameat2" => Some(Call::Rename(path(0)?, path(1)?)),
        "unlink" => Some(Call::Unlink(path(0)?)),
        _ => None,
    }
}

/// `\x2f\x74` as bytes.
fn unescaped(text: &str) -> Vec<u8> {
    let digits = text.split("\\x").skip(1);
    digits.filter_map(|digits| u8::from_str_radix(digits.get(..2)?, 16).ok()).collect()
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}
