//! What does the cryptography, and the other mode.

use std::path::{Path, PathBuf};

use vault::{Mode, ModuleFault, Passphrase, Way};
use workbench::crypto;
use workbench::host::Host;

use super::Answered;
use super::vault::{key_file, status};
use crate::Nothing;
use crate::desk::Desk;
use crate::fault::{self, Fault};
use crate::request::*;
use crate::view::*;

/// Tells what does the cryptography in this process, asked just now.
pub fn crypto(_: &Desk, host: &dyn Host, _: Nothing) -> Answered<CryptoView> {
    let folders = crypto::module_folders(&host.folder());
    Ok(view(crypto::crypto(host.now()), &folders))
}

/// Shapes what was asked of the cryptography, for the window and the command line alike.
pub fn view(found: crypto::Crypto, folders: &[PathBuf]) -> CryptoView {
    let mut facts: Vec<CryptoFact> = found
        .facts
        .into_iter()
        .map(|fact| CryptoFact {
            name: fact.name,
            value: fact.value,
            sentence: fact.sentence,
        })
        .collect();
    if let Some(fault) = vault::module_fault() {
        let Fault { message, hint, .. } = fault::module::failed(&fault);
        facts.push(CryptoFact {
            name: "Module".to_owned(),
            value: message,
            sentence: hint,
        });
    }
    let algorithms = found
        .algorithms
        .into_iter()
        .map(|served| CryptoAlgorithm {
            name: served.algorithm.to_owned(),
            purpose: served.purpose.to_owned(),
            provider: served.provider.unwrap_or_else(|| "none".to_owned()),
        })
        .collect();
    let installed = vault::find_module(folders);
    CryptoView {
        mode: found.mode.into(),
        claim: found.claim.to_owned(),
        facts,
        algorithms,
        refused: found.refused.into_iter().map(str::to_owned).collect(),
        providers: found.providers,
        approved_available: installed.is_some(),
        module_folder: installed
            .as_ref()
            .or(folders.first())
            .map(|folder| folder.to_string_lossy().into_owned())
            .unwrap_or_default(),
    }
}

/// Begins the program anew in the mode that a vault asks for: a process has one.
pub fn begin_anew(desk: &Desk, host: &dyn Host, request: ModeRequest) -> Answered<Nothing> {
    let mode = request
        .mode
        .wanted()
        .ok_or_else(|| Fault::input("The program begins in standard or in approved mode."))?;
    desk.lock(host.now())?;
    host.begin_anew(mode, request.folder.as_deref().map(Path::new));
    Ok(Nothing {})
}

/// Moves the open vault to the other mode and locks it: only a process of that mode opens it.
pub fn move_vault(desk: &Desk, host: &dyn Host, request: MoveRequest) -> Answered<StatusView> {
    let to = request
        .mode
        .wanted()
        .ok_or_else(|| Fault::input("A vault is moved to standard or to approved mode."))?;
    let folders = crypto::module_folders(&host.folder());
    if to == Mode::Approved && vault::find_module(&folders).is_none() {
        return Err(fault::module::failed(&ModuleFault::Missing));
    }
    let key_file = key_file(request.key_file.as_deref())?;
    let passphrase = Passphrase::given(request.passphrase);
    let way = Way::Passphrase {
        passphrase: &passphrase,
        key_file: key_file.as_ref(),
    };
    let folder = desk.with(|w| {
        w.move_to(to, &way, host.now())?;
        Ok(w.vault().folder().to_owned())
    })?;
    desk.lock(host.now())?;
    desk.ask_for(&folder);
    status(desk, host, Nothing {})
}
