//! What keeps the program to itself, found out now and not merely meant.

use std::path::Path;

use bridge::Protection;

use crate::host::Desktop;
use crate::{disk, sandbox};

/// Returns each protection with its true state; `folder` is the vault that is asked about.
pub(crate) fn all(host: &Desktop, folder: Option<&Path>) -> Vec<Protection> {
    let mut all = vec![network(), memory()];
    all.extend(page(host));
    all.extend([fresh(), idle(host), sleep(host), disk(folder), swap()]);
    all
}

/// Makes a line of one of two sentences.
fn line(name: &'static str, active: bool, [yes, no]: [&str; 2]) -> Protection {
    let sentence = if active { yes } else { no };
    Protection {
        name,
        active,
        sentence: sentence.to_owned(),
    }
}

fn network() -> Protection {
    line(
        "No network",
        sandbox::is_in_force(),
        [
            "The kernel refuses this program, and all that its window starts, every socket that \
             is not local. It was tried just now.",
            "No filter of the kernel is in force here. The window's own rules keep it offline; a \
             fault in the system's web view could get past them.",
        ],
    )
}

fn memory() -> Protection {
    line(
        "Memory kept private",
        ffi::is_memory_private(),
        [
            "No core dump is written of this program, and other programs of the same user may \
             not look into its memory. An administrator still can.",
            "The system did not agree to keep this program's memory private: other programs of \
             the same user may be able to read it.",
        ],
    )
}

/// What the window said of itself when it was opened.
fn page(host: &Desktop) -> [Protection; 3] {
    let told = host.window();
    [
        line(
            "Page bound to what is built in",
            told.has_policy,
            [
                "The page may load nothing that is not built into the program, run no script \
                 that was written into it, and go nowhere.",
                "The page was opened without its policy. Close the program and install it anew.",
            ],
        ),
        line(
            "Private window",
            told.is_private,
            [
                "The window keeps no cache, no history and no storage on the disk.",
                "The window may keep traces on the disk: this build is made to be driven by tests, \
                 or the system's web view does not offer a private one.",
            ],
        ),
        line(
            "No tools for looking inside",
            told.is_closed,
            [
                "The web view's tools for developers and its remote inspector are off.",
                "The web view's tools for developers can be opened in this window.",
            ],
        ),
    ]
}

fn fresh() -> Protection {
    line(
        "Nothing left after a lock",
        cfg!(unix),
        [
            "When the vault is locked, this process ends with all that it started, and a fresh \
             one shows the lock screen.",
            "When the vault is locked, another process shows the lock screen and this one ends. \
             On this system that was never tried.",
        ],
    )
}

fn idle(host: &Desktop) -> Protection {
    let minutes = bridge::commands::idle_minutes(host);
    let active = cfg!(target_os = "linux") && !cfg!(feature = "driving");
    let mut line = line(
        "Locks when nobody is there",
        active,
        [
            "",
            "On this system, or in this build, the time without a touch is not counted.",
        ],
    );
    if active {
        let unit = if minutes == 1 { "minute" } else { "minutes" };
        line.sentence = format!(
            "After {minutes} {unit} without a key, a click or a touch the vault is locked. What is \
             typed is saved first."
        );
    }
    line
}

fn sleep(host: &Desktop) -> Protection {
    line(
        "Locks before sleep and with the session",
        host.sleep().is_awaited(),
        [
            "The computer waits for the vault to be locked before it sleeps, and a locked session \
             locks the vault.",
            "This system does not tell of sleep or of a locked session, or not to this program. \
             Lock the vault yourself before you close the lid.",
        ],
    )
}

fn disk(folder: Option<&Path>) -> Protection {
    let state = folder.map_or(disk::Sealed::Unknown, disk::under);
    let sentence = match state {
        disk::Sealed::Yes => "The vault lies on an encrypted disk.",
        disk::Sealed::No => {
            "The vault lies on a disk that is not encrypted. The vault itself is; what you export \
             beside it is not."
        }
        disk::Sealed::Unknown => {
            "It could not be found out whether the disk under the vault is encrypted. Folders on a \
             network and some file systems do not say."
        }
    };
    Protection {
        name: "Encrypted disk",
        active: state == disk::Sealed::Yes,
        sentence: sentence.to_owned(),
    }
}

fn swap() -> Protection {
    let (active, sentence) = match disk::swap() {
        disk::Swap::None => (
            true,
            "This computer swaps no memory to a disk now. What hibernation writes is up to the \
             system.",
        ),
        disk::Swap::Sealed => (
            true,
            "Memory that is swapped out lies encrypted, or in memory alone.",
        ),
        disk::Swap::Open => (
            false,
            "Memory that is swapped out can come to lie on a disk that is not encrypted, and with \
             it what you work on. Encrypt the swap space or the whole disk.",
        ),
        disk::Swap::Unknown => (
            false,
            "It could not be found out whether memory can come to lie on a disk.",
        ),
    };
    Protection {
        name: "No memory on the disk",
        active,
        sentence: sentence.to_owned(),
    }
}
