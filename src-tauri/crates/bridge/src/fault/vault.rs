//! What goes wrong with a vault's folder.

use super::{Fault, FaultCode, keys, module};

pub(super) fn of_vault(error: ::vault::Error) -> Fault {
    use ::vault::Error as E;
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
            "Restore your last backup into a new place: a header of before would be taken for an older \
             one.",
        ),
        E::WrongPassphrase => new(
            FaultCode::WrongPassphrase,
            "V3",
            "The passphrase does not open this vault.",
            "Check capital letters and the keyboard's language, and that the key file is the right \
             one if yours needs one.",
        ),
        E::OtherMode { needs } => module::other_mode(needs),
        E::ModuleFailed(fault) => module::failed(&fault),
        E::OthersHavePassphrases => module::others_have_passphrases(),
        E::WrongCode => keys::wrong_code(),
        E::Code(fault) => keys::of_code(fault),
        E::KeyFile(fault) => keys::of_key_file(fault),
        E::NoRoomForSlot => keys::no_room(),
        E::WeakPassphrase(weakness) => new(
            FaultCode::WeakPassphrase,
            "V4",
            &match weakness {
                ::vault::Weakness::Short { fewest } => {
                    format!("The passphrase is too short: it needs {fewest} characters.")
                }
                ::vault::Weakness::Monotonous => {
                    "The passphrase repeats only a few characters.".to_owned()
                }
                ::vault::Weakness::Common => {
                    "Little is left of the passphrase beside what everybody tries.".to_owned()
                }
                ::vault::Weakness::Guessable => {
                    "Somebody who has a copy of the vault would guess this passphrase within a \
                     day."
                        .to_owned()
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

fn held(holder: Option<&::vault::Holder>) -> Fault {
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

pub(super) fn newer() -> Fault {
    Fault::new(
        FaultCode::Other,
        "V8",
        "This vault was made by a newer version of Auscult. It was not touched.",
        "Open it with that version, or a newer one.",
    )
}

pub(super) fn full() -> Fault {
    Fault::new(
        FaultCode::Other,
        "D1",
        "The disk is full. What was shown as saved is saved; the last change is not.",
        "Make room on the disk, then try again.",
    )
}

pub(super) fn read_only() -> Fault {
    Fault::new(
        FaultCode::Other,
        "D2",
        "The folder cannot be written to: it is read-only, or you may not.",
        "Copy the vault to a disk that you may write to, or change its permissions.",
    )
}

pub(super) fn unreachable_folder() -> Fault {
    Fault::new(
        FaultCode::Other,
        "D3",
        "The folder can no longer be reached. What was shown as saved is on its disk.",
        "Connect the disk again, then open the vault anew.",
    )
}
