//! What goes wrong with the ways into a vault.

use vault::{CodeFault, KeyFileFault};

use super::{Fault, FaultCode};

pub(super) fn wrong_code() -> Fault {
    Fault::new(
        FaultCode::WrongPassphrase,
        "V11",
        "The recovery code does not open this vault. Each of its groups is well typed.",
        "Look at the sheet: is it of this vault, and the newest one?",
    )
}

pub(super) fn of_code(fault: CodeFault) -> Fault {
    let message = match fault {
        CodeFault::Length { digits } => format!(
            "A recovery code has eight groups of six digits, 48 in all. There are {digits} here."
        ),
        CodeFault::Group { number } => {
            format!("Group {number} of the recovery code is mistyped.")
        }
    };
    Fault::new(
        FaultCode::Input,
        "V12",
        &message,
        "Compare it with the sheet and type it again.",
    )
}

pub(super) fn of_key_file(fault: KeyFileFault) -> Fault {
    let (message, hint) = match fault {
        KeyFileFault::Unreadable => (
            "The key file cannot be read.",
            "Connect the stick that it is on, then choose it again.",
        ),
        KeyFileFault::Empty => (
            "The key file is empty, so it is not the one that was made.",
            "Choose the copy that you put aside.",
        ),
        KeyFileFault::TooSmall => (
            "The file is too small for a key file: it has fewer than 32 bytes.",
            "Let the program make one, or choose a larger file that never changes.",
        ),
        KeyFileFault::TooLarge => (
            "The file is too large for a key file: it has more than 16 MiB.",
            "Let the program make one, or choose a smaller file that never changes.",
        ),
        KeyFileFault::Changed => (
            "The key file is no longer as it was made.",
            "Choose the copy that you put aside.",
        ),
        KeyFileFault::InVault => (
            "The key file lies inside a vault. Whoever copies the vault would have it too.",
            "Keep it elsewhere, on a stick of its own for example.",
        ),
        KeyFileFault::AlreadyThere => (
            "There is a file of this name already. It was not touched.",
            "Choose another name for the key file.",
        ),
    };
    Fault::new(FaultCode::Input, "V13", message, hint)
}

pub(super) fn no_room() -> Fault {
    Fault::new(
        FaultCode::Input,
        "V14",
        "The vault takes no more ways in.",
        "Remove members who need it no longer, then try again.",
    )
}

/// Wrong tries are slowed at this window.
pub(crate) fn wait(seconds: u32) -> Fault {
    Fault::new(
        FaultCode::Wait,
        "V15",
        &format!("The last tries were wrong. The next one is taken in {seconds} seconds."),
        "Wait, then try again. A copy of the vault knows no such wait: the passphrase is what \
         protects it.",
    )
}
