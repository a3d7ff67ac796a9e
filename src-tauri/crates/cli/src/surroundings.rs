//! What the command line brings: clock, computer, passphrase.

use std::io::{self, BufRead, IsTerminal, Read};
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;
use vault::{Passphrase, Stretch};
use workbench::{Work, Workbench};

use crate::arguments::Command;
use crate::output::{Failure, tell};

/// Returns the present moment.
pub(crate) fn now() -> DateTime<Utc> {
    Utc::now()
}

/// Returns the present day where the person is.
pub(crate) fn today() -> NaiveDate {
    chrono::Local::now().date_naive()
}

/// Returns what is needed to open a vault.
pub(crate) fn work() -> Work {
    Work {
        device: device(),
        now: now(),
        program: "auscult".to_owned(),
        stretch: Stretch::STANDARD,
    }
}

/// Returns the folder for this program's own files.
fn own_folder() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "auscult")
        .map(|dirs| dirs.data_local_dir().to_owned())
}

/// Returns this computer's id: a random one, kept among the program's own files.
fn device() -> Uuid {
    own_folder().map_or_else(Uuid::nil, |folder| workbench::host::device_id(&folder))
}

/// No passphrase is longer; a file that is was given by mistake.
const LONGEST: u64 = 16 << 10;

/// Reads the passphrase: the first line of a file, or of standard input.
pub(crate) fn passphrase(command: &Command) -> Result<String, Failure> {
    let file = command.need_path("passphrase-file")?;
    // Room for most, so that growing leaves no copies behind in memory.
    let mut text = String::with_capacity(1024);
    let read = if file == Path::new("-") {
        if io::stdin().is_terminal() {
            typed(&mut text)
        } else {
            io::stdin().lock().take(LONGEST).read_to_string(&mut text)
        }
    } else {
        std::fs::File::open(file).and_then(|file| file.take(LONGEST).read_to_string(&mut text))
    };
    read.map_err(|_| {
        Failure::words("The passphrase file cannot be read. It is a text file, with the passphrase in its first line.")
    })?;
    let length = text.lines().next().map_or(0, str::len);
    text.truncate(length);
    Ok(text)
}

/// Reads a line that a person types, without showing it where the terminal can be told so.
fn typed(text: &mut String) -> io::Result<usize> {
    let is_hidden = set_terminal("-echo");
    tell(if is_hidden {
        "Passphrase (it is not shown):"
    } else {
        "Passphrase (it is shown as you type):"
    });
    let read = io::stdin().lock().take(LONGEST).read_line(text);
    if is_hidden {
        set_terminal("echo");
    }
    read
}

/// Sets the terminal on standard input by the system's own command for it.
fn set_terminal(mode: &str) -> bool {
    std::process::Command::new("stty")
        .arg(mode)
        .stderr(std::process::Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Unlocks the vault of a command.
pub(crate) fn unlock(command: &Command) -> Result<Workbench, Failure> {
    let folder = command.need_path("vault")?;
    let passphrase = Passphrase::given(passphrase(command)?);
    let mut workbench = Workbench::unlock(folder, &passphrase, &work())?;
    if let Some(own) = own_folder() {
        workbench.recognise(&own, now())?;
    }
    for warning in workbench.warnings() {
        tell(&warning);
    }
    Ok(workbench)
}
