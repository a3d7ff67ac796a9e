//! What a program asked of the disk, read from what `strace` wrote down.
//!
//! Only calls that change something in one folder, and what was told on standard output, are
//! kept.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::place::Outcome;

/// The calls that are written down.
const CALLS: &str = "trace=open,openat,creat,close,lseek,write,pwrite64,writev,pwritev,ftruncate,\
fallocate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat";

/// One thing that was asked of the disk, in the order in which it was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Asked {
    /// A file was made, or emptied.
    Made(PathBuf),
    /// A folder was made.
    Folder(PathBuf),
    /// Bytes were written.
    Written(PathBuf, u64, Vec<u8>),
    /// A file was cut or grown.
    Cut(PathBuf, u64),
    /// A file, or a folder's names, were flushed to the disk.
    Flushed(PathBuf),
    /// A file was given another name.
    Renamed(PathBuf, PathBuf),
    /// A file was removed.
    Removed(PathBuf),
    /// Somebody was told that so much is done.
    Told(u64),
}

/// Runs a child under `strace` and returns what it asked of the disk in a folder.
pub(crate) fn record(kind: &str, folder: &Path, times: u64, log: &Path) -> Outcome<Vec<Asked>> {
    let status = Command::new("strace")
        .args(["-f", "-qq", "-xx", "-s", "16777216", "-e", CALLS, "-o"])
        .arg(log)
        .arg(std::env::current_exe()?)
        .args(["child", kind])
        .arg(folder)
        .args(["0", &times.to_string()])
        .stdout(Stdio::null())
        .status()
        .map_err(|_| "strace is not installed")?;
    if !status.success() {
        return Err("the child that was to be recorded failed".into());
    }
    let text = std::fs::read_to_string(log)?;
    let mut reader = Reader::new(folder);
    for line in text.lines() {
        reader.line(line)?;
    }
    Ok(reader.asked)
}

struct Reader<'f> {
    folder: &'f Path,
    /// Open files of the folder, with where each stands.
    open: HashMap<i64, (PathBuf, u64)>,
    unfinished: HashMap<String, String>,
    asked: Vec<Asked>,
}

impl<'f> Reader<'f> {
    fn new(folder: &'f Path) -> Self {
        Self {
            folder,
            open: HashMap::new(),
            unfinished: HashMap::new(),
            asked: Vec::new(),
        }
    }

    fn line(&mut self, line: &str) -> Outcome<()> {
        let Some((thread, call)) = line.split_once(' ') else {
            return Ok(());
        };
        let call = call.trim_start();
        if let Some(begun) = call.strip_suffix("<unfinished ...>") {
            self.unfinished.insert(thread.to_owned(), begun.to_owned());
            return Ok(());
        }
        if let Some(resumed) = call.strip_prefix("<... ") {
            let rest = resumed.split_once(" resumed>").map_or("", |(_, rest)| rest);
            let begun = self.unfinished.remove(thread).unwrap_or_default();
            return self.call(&format!("{begun}{rest}"));
        }
        self.call(call)
    }

    fn call(&mut self, call: &str) -> Outcome<()> {
        let Some((name, rest)) = call.split_once('(') else {
            return Ok(());
        };
        // What is short is padded before the result.
        let Some((arguments, result)) = rest.rsplit_once(" = ") else {
            return Ok(());
        };
        let Some(arguments) = arguments.trim_end().strip_suffix(')') else {
            return Ok(());
        };
        let word = result.split_whitespace().next().unwrap_or_default();
        let Ok(result) = word.parse::<i64>() else {
            return Ok(());
        };
        if result < 0 {
            return Ok(());
        }
        let words = split(arguments);
        self.done(name, &words, result)
    }

    fn done(&mut self, name: &str, words: &[&str], result: i64) -> Outcome<()> {
        match (name, words) {
            ("open", [path, flags, ..]) | ("openat", [_, path, flags, ..]) => {
                self.opened(path, flags, result)?;
            }
            ("creat", [path, ..]) => self.opened(path, "O_CREAT|O_TRUNC", result)?,
            ("close", [fd]) => {
                self.open.remove(&fd.parse()?);
            }
            ("lseek", [fd, ..]) => {
                if let Some((_, at)) = self.open.get_mut(&fd.parse()?) {
                    *at = result.unsigned_abs();
                }
            }
            ("write", [fd, data, ..]) => self.wrote(fd.parse()?, data, result, None)?,
            ("pwrite64", [fd, data, _, at]) => {
                self.wrote(fd.parse()?, data, result, Some(at.parse()?))?;
            }
            ("writev" | "pwritev", [fd, ..]) if self.open.contains_key(&fd.parse()?) => {
                return Err("the folder was written to in a way that is not read here".into());
            }
            ("ftruncate", [fd, length]) => {
                if let Some((path, _)) = self.open.get(&fd.parse()?) {
                    self.asked.push(Asked::Cut(path.clone(), length.parse()?));
                }
            }
            ("fallocate", [fd, ..]) if self.open.contains_key(&fd.parse()?) => {
                return Err("the folder was grown in a way that is not read here".into());
            }
            ("fsync" | "fdatasync", [fd]) => {
                if let Some((path, _)) = self.open.get(&fd.parse()?) {
                    self.asked.push(Asked::Flushed(path.clone()));
                }
            }
            ("rename", [from, to])
            | ("renameat", [_, from, _, to])
            | ("renameat2", [_, from, _, to, ..]) => {
                if let (Some(from), Some(to)) = (self.inside(from)?, self.inside(to)?) {
                    for (path, _) in self.open.values_mut() {
                        if *path == from {
                            path.clone_from(&to);
                        }
                    }
                    self.asked.push(Asked::Renamed(from, to));
                }
            }
            ("unlink", [path]) | ("unlinkat", [_, path, ..]) => {
                if let Some(path) = self.inside(path)? {
                    self.asked.push(Asked::Removed(path));
                }
            }
            ("mkdir", [path, ..]) | ("mkdirat", [_, path, ..]) => {
                if let Some(path) = self.inside(path)? {
                    self.asked.push(Asked::Folder(path));
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn opened(&mut self, path: &str, flags: &str, fd: i64) -> Outcome<()> {
        self.open.remove(&fd);
        let Some(path) = self.inside(path)? else {
            return Ok(());
        };
        if flags.contains("O_CREAT") || flags.contains("O_TRUNC") {
            self.asked.push(Asked::Made(path.clone()));
            if flags.contains("O_TRUNC") {
                self.asked.push(Asked::Cut(path.clone(), 0));
            }
        }
        self.open.insert(fd, (path, 0));
        Ok(())
    }

    fn wrote(&mut self, fd: i64, data: &str, count: i64, at: Option<u64>) -> Outcome<()> {
        let count = usize::try_from(count)?;
        if fd == 1 {
            let said = String::from_utf8_lossy(&bytes(data)?).into_owned();
            for line in said.lines() {
                if let Some(number) = line.strip_prefix("done ") {
                    self.asked.push(Asked::Told(number.parse()?));
                }
            }
            return Ok(());
        }
        let Some((path, place)) = self.open.get_mut(&fd) else {
            return Ok(());
        };
        let mut data = bytes(data)?;
        data.truncate(count);
        let from = at.unwrap_or(*place);
        if at.is_none() {
            *place += count as u64;
        }
        self.asked.push(Asked::Written(path.clone(), from, data));
        Ok(())
    }

    /// Returns a path below the folder, or nothing when it lies elsewhere.
    fn inside(&self, quoted: &str) -> Outcome<Option<PathBuf>> {
        let path = PathBuf::from(String::from_utf8(bytes(quoted)?)?);
        Ok(path.strip_prefix(self.folder).ok().map(Path::to_owned))
    }
}

/// Splits arguments at the commas that stand outside quotes. Quoted text is hexadecimal, so it
/// holds neither.
fn split(arguments: &str) -> Vec<&str> {
    arguments.split(", ").collect()
}

/// Reads quoted hexadecimal text.
fn bytes(quoted: &str) -> Outcome<Vec<u8>> {
    let text = quoted.trim_end_matches("...").trim_matches('"');
    let digits = text.split("\\x").skip(1);
    let each = digits.map(|two| u8::from_str_radix(two, 16));
    Ok(each.collect::<Result<_, _>>()?)
}
