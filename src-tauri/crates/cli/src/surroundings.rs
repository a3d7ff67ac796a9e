//! What the command line brings: clock, computer, passphrase.

use std::io::{self, BufRead, IsTerminal, Read};
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;
use vault::{KeyFile, Mode, Passphrase, RecoveryCode, Stretch, Way};
use workbench::{Work, Workbench, crypto};

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

/// Chooses who does the cryptography, before there is any: by the vault that the command
/// opens, or by what is asked for a new one.
pub(crate) fn enter(command: &Command) -> Result<(), Failure> {
    let there = command.path("vault").and_then(vault::needs);
    let mode = if command.has("approved") {
        Mode::Approved
    } else {
        there.unwrap_or_default()
    };
    match crypto::enter(mode, &own_folder().unwrap_or_default()) {
        // That is what the command is asked to show.
        Err(_) if command.name == "crypto" => Ok(()),
        entered => Ok(entered.map_err(bridge::Fault::from)?),
    }
}

/// Returns what is needed to open a vault.
pub(crate) fn work() -> Work {
    Work {
        device: device(),
        now: now(),
        program: "auscult".to_owned(),
        stretch: Stretch::of(vault::mode().unwrap_or_default()),
        own: own_folder(),
    }
}

/// Returns the folder for this program's own files.
pub(crate) fn own_folder() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "auscult")
        .map(|dirs| dirs.data_local_dir().to_owned())
}

/// Returns this computer's id: a random one, kept among the program's own files.
fn device() -> Uuid {
    own_folder().map_or_else(Uuid::nil, |folder| workbench::host::device_id(&folder))
}

/// No passphrase is longer; a file that is was given by mistake.
const LONGEST: u64 = 16 << 10;

/// Reads the passphrase.
pub(crate) fn passphrase(command: &Command) -> Result<String, Failure> {
    secret(command, "passphrase-file")
}

/// Reads a secret: the first line of the file that an option names, or of standard input.
pub(crate) fn secret(command: &Command, option: &str) -> Result<String, Failure> {
    let file = command.need_path(option)?;
    // Room for most, so that growing leaves no copies behind in memory.
    let mut text = String::with_capacity(1024);
    let read = if file == Path::new("-") {
        if io::stdin().is_terminal() {
            typed(&mut text)
        } else {
            line(&mut text)
        }
    } else {
        std::fs::File::open(file).and_then(|file| file.take(LONGEST).read_to_string(&mut text))
    };
    read.map_err(|_| {
        Failure::words("The passphrase file cannot be read. It is a text file, with the passphrase in its first line.")
    })?;
    // A recovery code stands on paper in several lines.
    if option != "recovery-code-file" {
        let length = text.lines().next().map_or(0, str::len);
        text.truncate(length);
    }
    Ok(text)
}

/// Reads one line of standard input and no further: another may follow for another question.
fn line(text: &mut String) -> io::Result<usize> {
    io::stdin().lock().take(LONGEST).read_line(text)
}

/// Reads the key file that an option names, if it names one.
pub(crate) fn key_file(command: &Command, option: &str) -> Result<Option<KeyFile>, Failure> {
    let read = command.path(option).map(KeyFile::read);
    Ok(read.transpose().map_err(workbench::Error::from)?)
}

/// Reads a line that a person types, without showing it where the terminal can be told so.
fn typed(text: &mut String) -> io::Result<usize> {
    let is_hidden = set_terminal("-echo");
    tell(if is_hidden {
        "Passphrase (it is not shown):"
    } else {
        "Passphrase (it is shown as you type):"
    });
    let read = line(text);
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
    let workbench = if command.path("recovery-code-file").is_some() {
        let code = secret(command, "recovery-code-file")?;
        let code = RecoveryCode::parse(&code).map_err(workbench::Error::from)?;
        Workbench::unlock(folder, Way::RecoveryCode(&code), &work())?
    } else {
        let passphrase = Passphrase::given(passphrase(command)?);
        let key_file = key_file(command, "key-file")?;
        let way = Way::Passphrase {
            passphrase: &passphrase,
            key_file: key_file.as_ref(),
        };
        Workbench::unlock(folder, way, &work())?
    };
    for warning in workbench.warnings() {
        tell(&warning);
    }
    Ok(workbench)
}
