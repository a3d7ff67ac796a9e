//! The vault: making, opening, locking, looking at it, and the window around it.

use std::path::{Path, PathBuf};

use vault::Passphrase;
use workbench::host::{Host, Question};
use workbench::{Error, Workbench, sample};

use crate::Nothing;
use crate::desk::{self, Desk};
use crate::request::*;
use crate::shape;
use crate::view::*;

use super::Answered;

/// Tells whether a vault is open.
pub fn status(desk: &Desk, host: &dyn Host, _: Nothing) -> Answered<StatusView> {
    let mut slot = desk.slot();
    let recent = desk::recent(host);
    let sample = sample::folder(&host.folder());
    let (state, vault) = match (slot.as_mut(), desk.asked()) {
        (Some(workbench), _) => (VaultState::Unlocked, Some(shape::open_vault(workbench)?)),
        (None, Some(folder)) => (
            VaultState::Locked,
            Some(shape::locked_vault(&folder, folder == sample)),
        ),
        (None, None) => match recent.iter().find(|r| r.present) {
            Some(last) => (
                VaultState::Locked,
                Some(shape::locked_vault(Path::new(&last.folder), false)),
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
        mode: CryptoMode::Standard,
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
    desk.close()?;
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
    desk.close()?;
    let made = Workbench::create(&folder, &passphrase, &request.person, &desk.work(host))?;
    opened(desk, host, &folder, made)
}

/// A vault's folder ends in `.auscult`, so that people know it again.
fn with_ending(folder: &Path) -> PathBuf {
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
    mut workbench: Workbench,
) -> Answered<StatusView> {
    workbench.recognise(&host.folder(), host.now())?;
    *desk.slot() = Some(workbench);
    desk.locked_before(None);
    desk.ask_for(folder);
    desk::remember(host, folder);
    status(desk, host, Nothing {})
}

/// Opens the sample, making it when it is not there.
pub fn open_sample(desk: &Desk, host: &dyn Host, _: Nothing) -> Answered<StatusView> {
    desk.close()?;
    let folder = sample::folder(&host.folder());
    let work = desk.work(host);
    let workbench = sample::open(&folder, host.today(), &work)?;
    opened(desk, host, &folder, workbench)
}

/// Unlocks a vault.
pub fn unlock(desk: &Desk, host: &dyn Host, request: UnlockRequest) -> Answered<StatusView> {
    desk.close()?;
    let folder = PathBuf::from(request.folder);
    let passphrase = Passphrase::given(request.passphrase);
    let workbench = Workbench::unlock(&folder, &passphrase, &desk.work(host))?;
    opened(desk, host, &folder, workbench)
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
    desk.close()?;
    host.closed();
    Ok(Nothing {})
}

/// Hears that the window stays: something could not be saved, and the person decides.
pub fn stay(_: &Desk, host: &dyn Host, _: Nothing) -> Answered<Nothing> {
    host.stay();
    Ok(Nothing {})
}
