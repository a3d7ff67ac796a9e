//! What went wrong, for a person.

use domain::member::{Act, MemberRole};
use serde::Serialize;
use workbench::Error;

/// What went wrong: a code to act on, a sentence, what to do, and a reference to quote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Fault {
    /// What the page acts on.
    pub code: FaultCode,
    /// What happened and what was kept.
    pub message: String,
    /// What to do.
    pub hint: String,
    /// A short code to quote, derived from the kind of error, never from content.
    pub reference: String,
}

/// What the page acts on. A variant stands only where a screen does something of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum FaultCode {
    /// The passphrase did not open the vault.
    WrongPassphrase,
    /// The passphrase is too weak for a new vault.
    WeakPassphrase,
    /// Another program holds the vault.
    Held,
    /// No vault is open.
    Locked,
    /// Something that was sent is not right; the sentence says what.
    Input,
    /// What was asked for is not there.
    NotFound,
    /// The program does not let a member of this role do that.
    NotAllowed,
    /// Everything else.
    Other,
}

impl Fault {
    fn new(code: FaultCode, reference: &str, message: &str, hint: &str) -> Self {
        Self {
            code,
            message: message.to_owned(),
            hint: hint.to_owned(),
            reference: reference.to_owned(),
        }
    }

    /// Makes the fault of a command that needs an open vault.
    pub fn locked() -> Self {
        Self::new(
            FaultCode::Locked,
            "L1",
            "The vault is locked.",
            "Unlock it and try again.",
        )
    }

    /// Makes the fault of something that is not right as sent.
    pub fn input(message: &str) -> Self {
        Self::new(FaultCode::Input, "I1", message, "Nothing was changed.")
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        match error {
            Error::Store(error) => of_store(error),
            Error::Vault(error) => of_vault(error),
            Error::Catalog(_) => Self::new(
                FaultCode::Other,
                "C1",
                "The catalogue of this assessment cannot be read.",
                "The answers are kept. Check the vault, and open it with the program that made it.",
            ),
            Error::Packet(error) => of_packet(&error),
            Error::NotFound(what) => Self::new(
                FaultCode::NotFound,
                "N1",
                &format!("There is no such {what}. It may have been removed meanwhile."),
                "Go back to the list and open it again.",
            ),
            Error::Input(sentence) => Self::input(&sentence),
            Error::File { action, source } => Self::new(
                FaultCode::Other,
                &format!("F{}", source.raw_os_error().unwrap_or_default()),
                action,
                "What is in the vault is as it was. Choose another file or place and try again.",
            ),
            Error::SourceChanged => Self::new(
                FaultCode::Other,
                "F1",
                "The file changed while it was being read, so it was not attached.",
                "Wait until the other program has finished with it, then attach it again.",
            ),
            Error::NotAllowed { role, act } => of_role(role, act),
            Error::Cancelled => {
                Self::new(FaultCode::Other, "K1", "Cancelled. Nothing was kept.", "")
            }
        }
    }
}

fn of_role(role: MemberRole, act: Act) -> Fault {
    let role = match role {
        MemberRole::Owner => "an owner",
        MemberRole::Assessor => "an assessor",
        MemberRole::Reviewer => "a reviewer",
        MemberRole::Reader => "a reader",
    };
    let (what, who) = match act {
        Act::Read => ("read this", "a member"),
        Act::Review => (
            "flag answers or write notes",
            "a reviewer, an assessor or an owner",
        ),
        Act::Assess => ("change assessments", "an assessor or an owner"),
        Act::Own => ("do what belongs to owners", "an owner"),
    };
    Fault::new(
        FaultCode::NotAllowed,
        "R1",
        &format!(
            "You are {role} in this vault, and {role} does not {what} here. Nothing was changed."
        ),
        &format!("Ask {who} of this vault to do it, or an owner to change your role."),
    )
}

fn of_packet(error: &packet::Error) -> Fault {
    Fault::new(
        FaultCode::Other,
        match error {
            packet::Error::Write(_) => "P1",
            _ => "P2",
        },
        "The document could not be made. No half of it was left.",
        "Check that there is room on the disk, then try again.",
    )
}

fn of_store(error: store::Error) -> Fault {
    let other = |reference: &str, message: &str, hint: &str| {
        Fault::new(FaultCode::Other, reference, message, hint)
    };
    match error {
        store::Error::Vault(error) => of_vault(error),
        store::Error::NewerFormat { .. } => newer(),
        store::Error::Damaged => other(
            "S1",
            "The database is damaged or was altered. It was not changed.",
            "Make a copy of the whole vault folder now, then restore your last backup.",
        ),
        store::Error::Missing => other(
            "S4",
            "The vault's database is missing, though the vault was used before. Nothing was \
             changed.",
            "Look for vault.db in the folder's bin or in your last backup, and put it back. Do \
             not make a new vault in this folder.",
        ),
        store::Error::NotAccepted => other(
            "S5",
            "Nothing was saved: this vault was found older than it should be, and it stays as \
             it is until you accept that.",
            "Read the warning at the top. Look for a newer copy of the folder first, then accept.",
        ),
        store::Error::ChangedSince => other(
            "S6",
            "What this step wrote was changed since, so the step stays as it is. Nothing was \
             changed.",
            "Open what you wanted to change, and change it by hand.",
        ),
        store::Error::StillNamed => other(
            "S7",
            "What this step added is named in an assessment or by a system, so it stays. \
             Nothing was changed.",
            "Take it out of the scope and the answers first, then undo again.",
        ),
        store::Error::NamesGone => other(
            "S8",
            "This step names something that is no longer there, so it stays as it is. Nothing \
             was changed.",
            "Undo or redo the change of the organisation first, then try again.",
        ),
        store::Error::FullDisk => full(),
        store::Error::ReadOnly => read_only(),
        store::Error::Unreachable => unreachable_folder(),
        store::Error::Busy => other(
            "S2",
            "Another program is using the vault's database.",
            "Close the other program, then try again. What was shown as saved is saved.",
        ),
        store::Error::Unreadable { .. } => other(
            "S3",
            "A record cannot be read. Nothing was changed.",
            "Run the vault check. It names what is damaged.",
        ),
        store::Error::Database { code } => other(
            &format!("Q{code}"),
            "The database refused the change. What was shown as saved is saved.",
            "Try again. If it stays so, run the vault check and quote the reference.",
        ),
    }
}

fn of_vault(error: vault::Error) -> Fault {
    use vault::Error as E;
    let new = Fault::new;
    match error {
        E::NotAVault => new(
            FaultCode::NotFound,
            "V1",
            "There is no vault in this folder.",
            "Choose the folder whose name ends in .auscult.",
        ),
        E::NewerFormat { .. } => newer(),
        E::DamagedHeader | E::StretchOutOfBounds => new(
            FaultCode::Other,
            "V2",
            "The vault's header is damaged in both of its copies. Nothing was changed.",
            "Put the files header.json and header.copy.json of a backup in their place.",
        ),
        E::WrongPassphrase => new(
            FaultCode::WrongPassphrase,
            "V3",
            "The passphrase does not open this vault.",
            "Check capital letters and the keyboard's language, and try again.",
        ),
        E::WeakPassphrase(weakness) => new(
            FaultCode::WeakPassphrase,
            "V4",
            match weakness {
                vault::Weakness::Short => {
                    "The passphrase is too short: it needs 12 characters."
                }
                vault::Weakness::Monotonous => "The passphrase repeats only a few characters.",
                vault::Weakness::Common => {
                    "Little is left of the passphrase beside what everybody tries."
                }
            },
            "Four or five unrelated words make a good one.",
        ),
        E::Held(holder) => held(holder.as_ref()),
        E::AlreadyThere => new(
            FaultCode::Input,
            "V5",
            "There is something in this folder already. It was not touched.",
            "Choose another name for the vault.",
        ),
        E::Tampered { part } => new(
            FaultCode::Other,
            "V6",
            &format!("The {part} was altered or is damaged. Nothing was changed."),
            "Make a copy of the whole vault folder now, then compare it with your last backup.",
        ),
        E::Cancelled => new(FaultCode::Other, "K1", "Cancelled. Nothing was kept.", ""),
        E::Source(_) => new(
            FaultCode::Other,
            "F2",
            "The file could not be read to its end, so it was not attached.",
            "Check that its disk is connected, then attach it again.",
        ),
        E::FullDisk => full(),
        E::TooLarge => new(
            FaultCode::Other,
            "D4",
            "The vault's disk takes no file this large, so it was not attached.",
            "Sticks in the old FAT format take 4 GiB. Move the vault to another disk, or attach \
             the file in parts.",
        ),
        E::ReadOnly => read_only(),
        E::Unreachable => unreachable_folder(),
        _ => new(
            FaultCode::Other,
            "V9",
            "The vault could not be worked with. Nothing was changed.",
            "Try again. If it stays so, restart the program and quote the reference.",
        ),
    }
}

fn held(holder: Option<&vault::Holder>) -> Fault {
    let message = holder.map_or_else(
        || "Another program has this vault open.".to_owned(),
        |h| {
            format!(
                "{} on {} has this vault open since {} UTC (process {}).",
                h.program,
                h.host,
                h.since.format("%Y-%m-%d %H:%M"),
                h.process
            )
        },
    );
    Fault::new(
        FaultCode::Held,
        "V7",
        &message,
        "Close it there, then try again.",
    )
}

fn newer() -> Fault {
    Fault::new(
        FaultCode::Other,
        "V8",
        "This vault was made by a newer version of Auscult. It was not touched.",
        "Open it with that version, or a newer one.",
    )
}

fn full() -> Fault {
    Fault::new(
        FaultCode::Other,
        "D1",
        "The disk is full. What was shown as saved is saved; the last change is not.",
        "Make room on the disk, then try again.",
    )
}

fn read_only() -> Fault {
    Fault::new(
        FaultCode::Other,
        "D2",
        "The folder cannot be written to: it is read-only, or you may not.",
        "Copy the vault to a disk that you may write to, or change its permissions.",
    )
}

fn unreachable_folder() -> Fault {
    Fault::new(
        FaultCode::Other,
        "D3",
        "The folder can no longer be reached. What was shown as saved is on its disk.",
        "Connect the disk again, then open the vault anew.",
    )
}

#[cfg(test)]
mod tests;
