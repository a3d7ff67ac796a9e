//! What does the cryptography.

use bridge::commands::crypto::view;
use bridge::view::CryptoMode;
use workbench::crypto;

use crate::arguments::Command;
use crate::output::{Done, Failure, line};
use crate::surroundings::{now, own_folder};

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
