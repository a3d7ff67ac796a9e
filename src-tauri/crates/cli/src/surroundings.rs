//! What the command line brings: clock, computer, passphrase.

use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;
use vault::{Passphrase, Stretch};
use workbench::{Work, Workbench};

use crate::arguments::Command;
use crate::output::Failure;

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

/// Returns this computer's id: a random one, kept among the program's own files.
fn device() -> Uuid {
    let folder = directories::ProjectDirs::from("", "", "auscult")
        .map(|dirs| dirs.data_local_dir().to_owned());
    folder.map_or_else(Uuid::nil, |folder| workbench::host::device_id(&folder))
}

/// Reads the passphrase: the first line of a file, or of standard input.
pub(crate) fn passphrase(command: &Command) -> Result<String, Failure> {
    let file = command.need("passphrase-file")?;
    let mut text = String::new();
    let read = if file == "-" {
        if io::stdin().is_terminal() {
            eprintln!("Passphrase (it is shown as you type):");
        }
        io::stdin().lock().read_to_string(&mut text)
    } else {
        std::fs::File::open(file).and_then(|mut f| f.read_to_string(&mut text))
    };
    read.map_err(|_| Failure::words("The passphrase file cannot be read."))?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}

/// Returns the folder of the vault.
pub(crate) fn folder(command: &Command) -> Result<PathBuf, Failure> {
    Ok(Path::new(command.need("vault")?).to_owned())
}

/// Unlocks the vault of a command.
pub(crate) fn unlock(command: &Command) -> Result<Workbench, Failure> {
    let passphrase = Passphrase::given(passphrase(command)?);
    Ok(Workbench::unlock(&folder(command)?, &passphrase, &work())?)
}
