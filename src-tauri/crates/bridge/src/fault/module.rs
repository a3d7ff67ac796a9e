//! What goes wrong with the choice of who does the cryptography.

use vault::{Mode, ModuleFault};

use super::{Fault, FaultCode};

/// The vault is the other mode's, and a process has one.
pub(super) fn other_mode(needs: Mode) -> Fault {
    let (message, hint) = match needs {
        Mode::Approved => (
            "This vault was made in approved mode, and the program runs in standard mode. It was \
             not opened.",
            "Open it from the lock screen, which begins the program in approved mode.",
        ),
        Mode::Standard => (
            "This vault was made in standard mode, and the program runs in approved mode. It was \
             not opened.",
            "Open it from the lock screen, which begins the program in standard mode.",
        ),
    };
    Fault::new(FaultCode::OtherMode, "V10", message, hint)
}

/// A vault moves only while one passphrase opens it.
pub(super) fn others_have_passphrases() -> Fault {
    Fault::new(
        FaultCode::Input,
        "V17",
        "Others have a passphrase of their own in this vault. Moving stretches every passphrase \
         anew, and theirs are not known here. The vault stays in its mode.",
        "Remove them first, move the vault, then give them a way in again. Their recovery codes \
         go with them; yours stays.",
    )
}

/// Approved mode cannot be had, and nothing opens.
pub(crate) fn failed(fault: &ModuleFault) -> Fault {
    let (message, hint) = match fault {
        ModuleFault::Missing => (
            "Approved mode needs the OpenSSL FIPS provider 3.1.2, and none is installed here.",
            "Put the module and its settings into the folder fips beside the program or among its \
             own files. The README says how they are made.",
        ),
        ModuleFault::Settings => (
            "The settings beside the FIPS module cannot be read, or they switch its checks off.",
            "Make them anew on this computer with the module's own fipsinstall.",
        ),
        ModuleFault::Refused => (
            "The FIPS module could not be loaded: it was changed since it was installed, or its \
             own self-test failed.",
            "Install the module anew, and find out who changed it.",
        ),
        ModuleFault::Another { name, version } => {
            return new(
                &format!(
                    "The module that is installed calls itself {name} {version}. Approved mode \
                     stands on the OpenSSL FIPS Provider 3.1.2 alone."
                ),
                "Put version 3.1.2 in its place.",
            );
        }
        ModuleFault::SelfTest => (
            "The FIPS module's self-test did not pass.",
            "Begin the program anew. When it fails again, install the module anew.",
        ),
        ModuleFault::NotAlone => (
            "Something else than the FIPS module would do part of the cryptography.",
            "Install the program and the module anew.",
        ),
        ModuleFault::Late => (
            "The program has begun in the other mode already.",
            "Begin it anew.",
        ),
    };
    new(message, hint)
}

impl From<ModuleFault> for Fault {
    fn from(fault: ModuleFault) -> Self {
        failed(&fault)
    }
}

fn new(message: &str, hint: &str) -> Fault {
    let message = format!("{message} No vault was opened.");
    Fault::new(FaultCode::ModuleFailed, "V16", &message, hint)
}
