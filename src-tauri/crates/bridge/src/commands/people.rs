//! People and keys: who has a way in, passphrases, key files, recovery codes.

use vault::{KeyFile, Mode, Passphrase, RecoveryCode, Way};
use workbench::Error;
use workbench::host::{Host, Question};

use crate::Nothing;
use crate::desk::{Desk, vault_name};
use crate::request::*;
use crate::shape;
use crate::view::*;

use super::Answered;
use super::vault::key_file;

/// Asks for a key file that is there.
pub fn choose_key_file(_: &Desk, host: &dyn Host, _: Nothing) -> Answered<ChosenView> {
    let chosen = host.choose(Question::KeyFile);
    Ok(ChosenView {
        folder: chosen
            .first()
            .map(|path| path.to_string_lossy().into_owned()),
    })
}

/// Makes a key file where the person chooses.
pub fn make_key_file(_: &Desk, host: &dyn Host, _: Nothing) -> Answered<ChosenView> {
    let name = "Auscult.key".to_owned();
    let chosen = host.choose(Question::Save { name });
    let Some(place) = chosen.first() else {
        return Ok(ChosenView { folder: None });
    };
    KeyFile::make(place).map_err(Error::from)?;
    Ok(ChosenView {
        folder: Some(place.to_string_lossy().into_owned()),
    })
}

/// Offers a passphrase.
pub fn suggest_passphrase(_: &Desk, _: &dyn Host, _: Nothing) -> Answered<PassphraseView> {
    Ok(PassphraseView {
        passphrase: Passphrase::suggest().map_err(Error::from)?.to_string(),
    })
}

/// Tells how long a copied vault would withstand.
pub fn rate_passphrase(_: &Desk, _: &dyn Host, request: RateRequest) -> Answered<StrengthView> {
    let mode = match request.mode {
        CryptoMode::Approved => Mode::Approved,
        CryptoMode::Standard | CryptoMode::Failed => Mode::Standard,
    };
    let strength = vault::strength(&request.passphrase, mode);
    Ok(StrengthView {
        level: strength.level,
        time: strength.time(),
        advice: strength.advice().map(str::to_owned),
        taken: Passphrase::choose(request.passphrase).is_ok(),
    })
}

/// Shows who has a way in.
pub fn members(desk: &Desk, _: &dyn Host, _: Nothing) -> Answered<MembersView> {
    shown(desk, None)
}

/// Gives somebody a way in.
pub fn add_member(
    desk: &Desk,
    host: &dyn Host,
    request: AddMemberRequest,
) -> Answered<MembersView> {
    let passphrase = Passphrase::choose(request.passphrase).map_err(Error::from)?;
    let key_file = key_file(request.key_file.as_deref())?;
    let way = Way::Passphrase {
        passphrase: &passphrase,
        key_file: key_file.as_ref(),
    };
    desk.with(|w| w.add_member(&request.name, request.role, &way, host.now()))?;
    let name = request.name.trim();
    shown(desk, Some(format!("{name} can unlock this vault now.")))
}

/// Changes a member's name or role.
pub fn save_member(
    desk: &Desk,
    host: &dyn Host,
    request: SaveMemberRequest,
) -> Answered<MembersView> {
    desk.with(|w| w.save_member(request.member, &request.name, request.role, host.now()))?;
    shown(desk, None)
}

/// Takes a member's ways in away.
pub fn remove_member(
    desk: &Desk,
    host: &dyn Host,
    request: MemberRequest,
) -> Answered<MembersView> {
    desk.with(|w| w.remove_member(request.member, host.now()))?;
    shown(
        desk,
        Some(
            "The vault has a new key, and the one who was removed cannot unlock it any more. A \
             copy of the vault that was taken before stays readable to them."
                .to_owned(),
        ),
    )
}

/// Changes the present member's own passphrase or key file.
pub fn change_passphrase(
    desk: &Desk,
    host: &dyn Host,
    request: ChangePassphraseRequest,
) -> Answered<MembersView> {
    let current = Passphrase::given(request.current);
    let current_file = key_file(request.current_key_file.as_deref())?;
    let new = Passphrase::choose(request.passphrase).map_err(Error::from)?;
    let new_file = key_file(request.key_file.as_deref())?;
    desk.with(|w| {
        let current = Way::Passphrase {
            passphrase: &current,
            key_file: current_file.as_ref(),
        };
        let new = Way::Passphrase {
            passphrase: &new,
            key_file: new_file.as_ref(),
        };
        w.change_passphrase(&current, &new, host.now())
    })?;
    shown(
        desk,
        Some(
            "Your passphrase is changed. A copy of the vault that was taken before still opens \
             with the old one."
                .to_owned(),
        ),
    )
}

/// Offers a recovery code.
pub fn make_recovery_code(desk: &Desk, _: &dyn Host, _: Nothing) -> Answered<RecoveryCodeView> {
    Ok(RecoveryCodeView {
        groups: desk.with(|w| w.make_recovery_code())?,
    })
}

/// Prints the recovery code that is offered.
pub fn print_recovery_code(desk: &Desk, host: &dyn Host, _: Nothing) -> Answered<ExportedView> {
    let name = desk.with(|w| Ok(vault_name(w.vault().folder())))?;
    let name = format!("Recovery sheet of {name}.pdf");
    let Some(path) = host.choose(Question::Save { name }).into_iter().next() else {
        return Ok(ExportedView { file: None });
    };
    let done =
        desk.with(|w| w.print_recovery_code(packet::Paper::Letter, &path, host.now()))?;
    let pages = u32::try_from(done.pages).ok();
    let file = shape::exported_file(&path, pages, done.sha256, done.warnings);
    Ok(ExportedView { file: Some(file) })
}

/// Makes the offered code count.
pub fn confirm_recovery_code(
    desk: &Desk,
    host: &dyn Host,
    request: RecoveryCodeRequest,
) -> Answered<MembersView> {
    let typed = RecoveryCode::parse(&request.code).map_err(Error::from)?;
    desk.with(|w| w.confirm_recovery_code(&typed, host.now()))?;
    shown(
        desk,
        Some(
            "The recovery code opens this vault from now on. Keep the sheet in a safe."
                .to_owned(),
        ),
    )
}

/// Takes the present member's recovery code away.
pub fn remove_recovery_code(desk: &Desk, host: &dyn Host, _: Nothing) -> Answered<MembersView> {
    desk.with(|w| w.remove_recovery_code(host.now()))?;
    shown(
        desk,
        Some("The recovery code opens this vault no more.".to_owned()),
    )
}

fn shown(desk: &Desk, done: Option<String>) -> Answered<MembersView> {
    let found = desk.with(|w| w.members())?;
    let members = found
        .members
        .into_iter()
        .map(|here| MemberView {
            stays: stays(&here),
            member: here.member,
            is_present: here.is_present,
            needs_key_file: here.needs_key_file,
            fingerprint: here.fingerprint,
        })
        .collect();
    Ok(MembersView {
        members,
        removed: found.removed,
        by_recovery_code: found.by_recovery_code,
        done,
    })
}

fn stays(here: &workbench::MemberHere) -> Option<String> {
    let why = if here.is_last_owner {
        "The only owner stays. Make somebody else an owner first."
    } else if here.is_present {
        "You unlocked the vault. Another owner can remove you."
    } else {
        return None;
    };
    Some(why.to_owned())
}
