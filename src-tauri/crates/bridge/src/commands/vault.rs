//! The vault: making, opening, locking, looking at it, and the window around it.

use std::path::{Path, PathBuf};

use vault::{KeyFile, Passphrase, RecoveryCode, Way};
use workbench::host::{Host, Question};
use workbench::{Error, Workbench, sample};

use crate::Nothing;
use crate::desk::{self, Desk};
use crate::fault::Fault;
use crate::request::*;
use crate::shape;
use crate::view::*;

use super::Answered;

/// Tells whether a vault is open.
pub fn status(desk: &Desk, host: &dyn Host, _: Nothing) -> Answered<StatusView> {
    let mut slot = desk.slot();
    let recent = desk::recent(host);
    let sample = sample::folder(&host.folder());
    let wait = |folder: &Path| desk.tries().wait(folder, host.now());
    let (state, vault) = match (slot.as_mut(), desk.asked()) {
        (Some(workbench), _) => (
            VaultState::Unlocked,
            Some(shape::open_vault(workbench, host)?),
        ),
        (None, Some(folder)) => (
            VaultState::Locked,
            Some(shape::locked_vault(
                &folder,
                &host.folder(),
                folder == sample,
                wait(&folder),
            )),
        ),
        (None, None) => match recent.iter().find(|r| r.present) {
            Some(last) => (
                VaultState::Locked,
                Some(shape::locked_vault(
                    Path::new(&last.folder),
                    &host.folder(),
                    false,
                    wait(Path::new(&last.folder)),
                )),
            ),
            None => (VaultState::NoVault, None),
        },
    };
    let sample_ready = desk::is_vault(&sample);
    let version = env!("CARGO_PKG_VERSION").to_owned();
    Ok(StatusView {
        state,
        vault,
        recent,
        sample_ready,
        version,
        mode: vault::mode().into(),
        locked: desk.locked(),
    })
}

/// Asks for a vault's folder.
pub fn choose_vault(_: &Desk, host: &dyn Host, _: Nothing) -> Answered<ChosenView> {
    Ok(chosen(host.choose(Question::Vault)))
}

/// Asks for the place of a new vault.
pub fn choose_new_vault(_: &Desk, host: &dyn Host, _: Nothing) -> Answered<ChosenView> {
    Ok(chosen(host.choose(Question::NewVault)))
}

/// Takes a vault as the one that is asked for, so that its lock screen knows what it takes.
/// An open vault is closed.
pub fn ask_for_vault(
    desk: &Desk,
    host: &dyn Host,
    request: FolderRequest,
) -> Answered<StatusView> {
    desk.lock(host.now())?;
    desk.ask_for(Path::new(&request.folder));
    status(desk, host, Nothing {})
}

fn chosen(paths: Vec<PathBuf>) -> ChosenView {
    ChosenView {
        folder: paths
            .first()
            .map(|path| path.to_string_lossy().into_owned()),
    }
}

/// Makes a vault and opens it.
pub fn create_vault(
    desk: &Desk,
    host: &dyn Host,
    request: CreateVaultRequest,
) -> Answered<StatusView> {
    let passphrase = Passphrase::choose(request.passphrase).map_err(Error::from)?;
    let folder = with_ending(Path::new(request.folder.trim()));
    let key_file = key_file(request.key_file.as_deref())?;
    let way = Way::Passphrase {
        passphrase: &passphrase,
        key_file: key_file.as_ref(),
    };
    desk.lock(host.now())?;
    let made = Workbench::create(&folder, way, &request.person, &desk.work(host))?;
    opened(desk, host, &folder, made)
}

/// A vault's folder ends in `.auscult`, so that people know it again.
pub(super) fn with_ending(folder: &Path) -> PathBuf {
    if folder.extension().is_some_and(|ending| ending == "auscult") {
        folder.to_owned()
    } else {
        let mut name = folder.as_os_str().to_owned();
        name.push(".auscult");
        PathBuf::from(name)
    }
}

fn opened(
    desk: &Desk,
    host: &dyn Host,
    folder: &Path,
    workbench: Workbench,
) -> Answered<StatusView> {
    let verifying = workbench.begin_verifying()?;
    *desk.slot() = Some(workbench);
    desk.verify_beside(verifying);
    desk.locked_before(None);
    desk.ask_for(folder);
    desk::remember(host, folder);
    status(desk, host, Nothing {})
}

/// Opens the sample, making it when it is not there.
pub fn open_sample(desk: &Desk, host: &dyn Host, _: Nothing) -> Answered<StatusView> {
    desk.lock(host.now())?;
    let folder = sample::folder(&host.folder());
    let work = desk.work(host);
    let workbench = sample::open(&folder, host.today(), &work)?;
    opened(desk, host, &folder, workbench)
}

/// Reads a key file, where one is named.
pub(super) fn key_file(path: Option<&str>) -> Result<Option<KeyFile>, Fault> {
    let read = path.map(|path| KeyFile::read(Path::new(path)));
    Ok(read.transpose().map_err(Error::from)?)
}

/// Unlocks a vault by a passphrase, with its key file where one is needed, or by a recovery
/// code. After wrong tries the next one is taken only after a while.
pub fn unlock(desk: &Desk, host: &dyn Host, request: UnlockRequest) -> Answered<StatusView> {
    desk.lock(host.now())?;
    let folder = PathBuf::from(request.folder);
    let left = desk.tries().wait(&folder, host.now());
    if left > 0 {
        return Err(crate::fault::keys::wait(left));
    }
    let code = request.recovery_code.as_deref().map(RecoveryCode::parse);
    let code = code.transpose().map_err(Error::from)?;
    let key_file = key_file(request.key_file.as_deref())?;
    let passphrase = Passphrase::given(request.passphrase);
    let way = match &code {
        Some(code) => Way::RecoveryCode(code),
        None => Way::Passphrase {
            passphrase: &passphrase,
            key_file: key_file.as_ref(),
        },
    };
    let unlocked = Workbench::unlock(&folder, way, &desk.work(host));
    match &unlocked {
        Err(Error::Vault(vault::Error::WrongPassphrase | vault::Error::WrongCode)) => {
            desk.tries().was_wrong(&folder, host.now());
        }
        Err(_) => {}
        Ok(_) => desk.tries().was_right(),
    }
    opened(desk, host, &folder, unlocked?)
}

/// Accepts a vault that was found behind its anchor: from now on it may be written again.
pub fn accept_vault(desk: &Desk, host: &dyn Host, _: Nothing) -> Answered<StatusView> {
    desk.with(|w| w.accept(host.now()))?;
    status(desk, host, Nothing {})
}

/// Hears that the first view is on the screen.
pub fn ready(_: &Desk, host: &dyn Host, _: Nothing) -> Answered<Nothing> {
    host.ready();
    Ok(Nothing {})
}

/// Hears that the page has nothing unsaved: the vault is closed and the window may go.
pub fn closed(desk: &Desk, host: &dyn Host, _: Nothing) -> Answered<Nothing> {
    desk.lock(host.now())?;
    host.closed();
    Ok(Nothing {})
}

/// Hears that the window stays: something could not be saved, and the person decides.
pub fn stay(_: &Desk, host: &dyn Host, _: Nothing) -> Answered<Nothing> {
    host.stay();
    Ok(Nothing {})
}
