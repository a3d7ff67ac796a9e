//! What does the cryptography.

use bridge::commands::crypto::view;
use bridge::view::CryptoMode;
use vault::{Mode, ModuleFault, Passphrase, Way};
use workbench::crypto;

use crate::arguments::Command;
use crate::output::{Done, Failure, line};
use crate::run::closed;
use crate::surroundings::{key_file, now, own_folder, secret, unlock};

/// Shows what does the cryptography in this process: of the mode that was asked for, or that
/// the vault asks for.
pub(crate) fn show(command: &Command) -> Result<Done, Failure> {
    let folders = crypto::module_folders(&own_folder().unwrap_or_default());
    let found = view(crypto::crypto(now()), &folders);
    let has_fault = found.mode == CryptoMode::Failed;
    if command.json {
        let text = serde_json::to_string_pretty(&found).unwrap_or_default();
        return Ok(Done {
            has_fault,
            ..Done::saying(format!("{text}\n"))
        });
    }
    let mut text = String::new();
    line(&mut text, &found.claim);
    for fact in &found.facts {
        line(&mut text, format!("\n{}: {}", fact.name, fact.value));
        line(&mut text, format!("  {}", fact.sentence));
    }
    if !found.algorithms.is_empty() {
        line(&mut text, "\nServed by");
    }
    for served in &found.algorithms {
        let (provider, name) = (&served.provider, &served.name);
        line(
            &mut text,
            format!("  {provider:8} {name:20} {}", served.purpose),
        );
    }
    line(
        &mut text,
        format!("\nProviders loaded: {}", found.providers.join(", ")),
    );
    if !found.refused.is_empty() {
        line(
            &mut text,
            format!("Asked for and not to be had: {}", found.refused.join(", ")),
        );
    }
    line(
        &mut text,
        match found.approved_available {
            true => format!("A module is installed in {}", found.module_folder),
            false => format!(
                "No module is installed. It is looked for in {}",
                found.module_folder
            ),
        },
    );
    Ok(Done {
        has_fault,
        ..Done::saying(text)
    })
}

/// Moves a vault to the other mode. This process is of the mode that it leaves.
pub(crate) fn move_vault(command: &Command) -> Result<Done, Failure> {
    let to = command.word::<Mode>("to")?;
    let to = to.ok_or_else(|| Failure::words("--to is missing: standard or approved."))?;
    let folders = crypto::module_folders(&own_folder().unwrap_or_default());
    if to == Mode::Approved && vault::find_module(&folders).is_none() {
        return Err(bridge::Fault::from(ModuleFault::Missing).into());
    }
    let passphrase = Passphrase::given(secret(command, "passphrase-file")?);
    let key_file = key_file(command, "key-file")?;
    let way = Way::Passphrase {
        passphrase: &passphrase,
        key_file: key_file.as_ref(),
    };
    let mut workbench = unlock(command)?;
    workbench.move_to(to, &way, now())?;
    let text = match to {
        Mode::Approved => {
            "The vault is in approved mode now. The vault key and the signing keys were made in \
             standard mode and stay: removing somebody gives the vault a new key.\n"
        }
        Mode::Standard => {
            "The vault is in standard mode now. When its passphrase next opens it, it gets the \
             stretch of that mode.\n"
        }
    };
    closed(workbench, text.to_owned())
}
