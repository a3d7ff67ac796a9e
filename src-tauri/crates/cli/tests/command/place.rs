//! A place with a vault for each test, and the program run in it.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use chrono::{DateTime, Utc};
use serde_json::Value;
use uuid::Uuid;
use vault::{Passphrase, Stretch};
use workbench::{Work, Workbench, sample};

pub(crate) const PASSPHRASE: &str = "correct horse battery staple";

/// A folder that goes when the test does.
pub(crate) struct Place(pub(crate) PathBuf);

impl Place {
    /// Makes a place with a file for the passphrase and no vault.
    pub(crate) fn new(name: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("auscult-cli-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("pw"), format!("{PASSPHRASE}\r\nanother line\n")).unwrap();
        Self(folder)
    }

    /// Makes a place with the sample in a vault that costs no second to unlock. Returns its
    /// assessment.
    pub(crate) fn with_sample(name: &str) -> (Self, String) {
        let place = Self::new(name);
        let Sample { files, assessment } = SAMPLE.get_or_init(make_sample);
        for (path, bytes) in files {
            let path = place.vault().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        (place, assessment.clone())
    }

    pub(crate) fn unlock(&self) -> Workbench {
        let passphrase = Passphrase::given(PASSPHRASE.into());
        Workbench::unlock(&self.vault(), &passphrase, &work()).unwrap()
    }

    pub(crate) fn vault(&self) -> PathBuf {
        self.0.join("demo.auscult")
    }

    pub(crate) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// Returns the program, in this place, with the words of a command. In them `...` stands
    /// for the vault and the passphrase.
    pub(crate) fn command<W: AsRef<OsStr>>(&self, words: &[W]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_auscult"));
        for word in words {
            if word.as_ref() == "..." {
                command.args(["--vault", "demo.auscult", "--passphrase-file", "pw"]);
            } else {
                command.arg(word);
            }
        }
        for home in [
            "HOME",
            "XDG_DATA_HOME",
            "XDG_CONFIG_HOME",
            "APPDATA",
            "LOCALAPPDATA",
        ] {
            command.env(home, self.0.join("home"));
        }
        command.current_dir(&self.0).stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, words: &str) -> Ended {
        self.run_words(
            &words
                .split_whitespace()
                .map(OsString::from)
                .collect::<Vec<_>>(),
        )
    }

    pub(crate) fn run_words<W: AsRef<OsStr>>(&self, words: &[W]) -> Ended {
        Ended::of(self.command(words).output().unwrap())
    }

    /// Runs a command that must succeed and returns its JSON rows.
    pub(crate) fn json(&self, words: &str) -> Vec<Value> {
        let ended = self.run(&format!("{words} --json"));
        assert_eq!((ended.code, ended.err.as_str()), (0, ""), "{words}");
        serde_json::from_str(&ended.out).unwrap()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A vault with the sample, made once and copied for each test.
struct Sample {
    files: Vec<(PathBuf, Vec<u8>)>,
    assessment: String,
}

static SAMPLE: OnceLock<Sample> = OnceLock::new();

fn make_sample() -> Sample {
    let place = Place::new("the-sample");
    let passphrase = Passphrase::given(PASSPHRASE.into());
    let today = now().date_naive();
    let mut made = sample::make(&place.vault(), &passphrase, today, &work()).unwrap();
    let assessment = made.library().unwrap().assessments[0].id.to_string();
    made.close().unwrap();
    let mut files = Vec::new();
    for folder in [place.vault(), place.vault().join("evidence")] {
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap()) {
            if entry.path().is_file() {
                let path = entry.path().strip_prefix(place.vault()).unwrap().to_owned();
                files.push((path, fs::read(entry.path()).unwrap()));
            }
        }
    }
    Sample { files, assessment }
}

pub(crate) fn work() -> Work {
    Work {
        device: Uuid::nil(),
        now: now(),
        program: "test".to_owned(),
        stretch: Stretch::WEAK_FOR_TESTS,
        own: None,
    }
}

pub(crate) fn now() -> DateTime<Utc> {
    "2026-11-24T10:00:00Z".parse().unwrap()
}

/// How the program ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ended {
    pub(crate) fn of(output: Output) -> Self {
        let ended = Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        };
        assert!(!ended.err.contains("panicked"), "{}", ended.err);
        ended
    }
}

/// Returns the names of an object, in order.
pub(crate) fn names(row: &Value) -> Vec<&str> {
    row.as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}
