//! What goes wrong with a bundle.

use workbench::BundleError as E;

use super::{Fault, FaultCode, of_vault};

/// Says what is wrong with a bundle, and what to do.
pub(super) fn of_bundle(error: E) -> Fault {
    let other = |reference: &str, message: &str, hint: &str| {
        Fault::new(FaultCode::Other, reference, message, hint)
    };
    match error {
        E::NotABundle => other(
            "B1",
            "This file is no bundle of Auscult. Nothing was taken from it.",
            "Choose the file that you were given. One that was made as text must be turned into \
             its binary form first.",
        ),
        E::NewerFormat { .. } => other(
            "B2",
            "This bundle was made by a newer version of Auscult. Nothing was taken from it.",
            "Open it with that version, or a newer one.",
        ),
        E::WrongPassphrase => Fault::new(
            FaultCode::WrongPassphrase,
            "B3",
            "The passphrase does not open this bundle.",
            "Check capital letters and the keyboard's language, or ask who made it.",
        ),
        E::NeedsPassphrase => Fault::new(
            FaultCode::Input,
            "B4",
            "This bundle is sealed with a passphrase.",
            "Type the passphrase that you agreed on with who made it.",
        ),
        E::NeedsIdentity => Fault::new(
            FaultCode::Input,
            "B5",
            "This bundle is sealed to an age recipient.",
            "Choose the file with the identity that belongs to it.",
        ),
        E::WrongIdentity => other(
            "B6",
            "The identity does not open this bundle: it was sealed to another recipient.",
            "Choose another identity file, or tell who made it your recipient.",
        ),
        E::ExcessiveWork => other(
            "B7",
            "This bundle asks for more work than any bundle does. It was not opened.",
            "Somebody may have changed it to hold up your computer. Ask who made it for another.",
        ),
        E::NotOffered => other(
            "B8",
            "The age format is not offered in approved mode: its ciphers are not in the \
             validated module.",
            "Use a bundle in Auscult's own format, sealed with a passphrase.",
        ),
        E::NotARecipient => Fault::new(
            FaultCode::Input,
            "B9",
            "That is no age recipient. One begins with age1 and has 62 letters and digits.",
            "Ask your colleague for the public line of their age identity.",
        ),
        E::NotAnIdentity => Fault::new(
            FaultCode::Input,
            "B10",
            "The file holds no age identity. One begins with AGE-SECRET-KEY-1.",
            "Choose the file that age-keygen wrote. One that is itself encrypted must be opened \
             with age first.",
        ),
        E::Altered => other(
            "B11",
            "The bundle was altered, or a part of it is missing. Nothing was taken from it.",
            "Copy it again from where it came from, or ask for it anew.",
        ),
        E::Malformed(what) => other(
            "B12",
            &format!("The bundle is not as it should be: {what}. Nothing was taken from it."),
            "Ask who made it to make it anew. Do not use it if you do not know them.",
        ),
        E::EvidenceDiffers => other(
            "B13",
            "A piece of evidence does not open or is not what its record says, so no bundle was \
             made.",
            "Run the vault check: it names what is damaged. Attach that file again, then try again.",
        ),
        E::Read(source) | E::Write(source) => other(
            &format!("F{}", source.raw_os_error().unwrap_or_default()),
            "The bundle could not be read or written to its end. Nothing of it was kept.",
            "Check that its disk is connected and has room, then try again.",
        ),
        E::Cancelled => other("K1", "Cancelled. Nothing was kept.", ""),
        E::Vault(error) => of_vault(error),
    }
}
