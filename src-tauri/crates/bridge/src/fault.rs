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
    /// The vault wants the other mode of cryptography: the program has to begin anew for it.
    OtherMode,
    /// Approved mode cannot be had here, so nothing opens.
    ModuleFailed,
    /// No vault is open.
    Locked,
    /// Something that was sent is not right; the sentence says what.
    Input,
    /// What was asked for is not there.
    NotFound,
    /// The program does not let a member of this role do that.
    NotAllowed,
    /// The last tries were wrong, and the next one is not taken yet.
    Wait,
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
            Error::Sheet(_) => Self::new(
                FaultCode::Other,
                "P3",
                "The evidence plan could not be put together. No half of it was left.",
                "Try again, or export it as a PDF.",
            ),
            Error::Record(_) => Self::new(
                FaultCode::Other,
                "P4",
                "The packet of record could not be put together. No half of it was left.",
                "Try again. If it fails again, leave out the evidence or the packets one by one.",
            ),
            Error::Bundle(error) => bundle::of_bundle(error),
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

mod bundle;
pub(crate) mod keys;
pub(crate) mod module;
mod vault;

use self::vault::{full, newer, of_vault, read_only, unreachable_folder};

#[cfg(test)]
mod tests;
