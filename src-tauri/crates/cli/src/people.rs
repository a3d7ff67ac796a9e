//! People and keys: who has a way into the vault.

use std::io::{self, BufRead, Read};

use domain::member::MemberRole;
use serde_json::{Value, json};
use uuid::Uuid;
use vault::{KeyFile, Passphrase, RecoveryCode, Way};
use workbench::{Error, MemberHere, Workbench};

use crate::arguments::Command;
use crate::output::{self, Done, Failure, tell};
use crate::run::{closed, paper};
use crate::surroundings::{key_file, now, secret, unlock};

/// A typed recovery code is far shorter.
const LONGEST: u64 = 1 << 10;

/// Lists who has a way in; with a name, changes that member's name or role first.
pub(crate) fn people(command: &Command) -> Result<Done, Failure> {
    let mut workbench = unlock(command)?;
    if let Some(name) = command.option("name")? {
        let here = named(&workbench, name)?;
        let rename = command.option("rename")?.unwrap_or(&here.member.name);
        let role = command.word::<MemberRole>("role")?;
        let role = role.unwrap_or(here.member.role);
        workbench.save_member(here.member.id, rename, role, now())?;
    } else if command.option("rename")?.is_some() || command.option("role")?.is_some() {
        return Err(Failure::words("Name the member with --name."));
    }
    let members = workbench.members()?;
    let rows: Vec<Vec<Value>> = (members.members.iter())
        .map(|here| {
            vec![
                json!(here.member.id),
                json!(here.member.name),
                json!(here.member.role),
                json!(here.member.since),
                json!(here.needs_key_file),
                json!(here.member.recovery_slot.is_some()),
                json!(here.fingerprint),
                json!(here.is_present),
            ]
        })
        .collect();
    let names = [
        "id",
        "name",
        "role",
        "since",
        "keyFile",
        "recoveryCode",
        "fingerprint",
        "present",
    ];
    closed(workbench, output::rows(command.json, &names, &rows))
}

/// Gives somebody a way in.
pub(crate) fn add(command: &Command) -> Result<Done, Failure> {
    let name = command.need("name")?;
    let role = command
        .word::<MemberRole>("role")?
        .unwrap_or(MemberRole::Assessor);
    let mut workbench = unlock(command)?;
    let (passphrase, file) = new_way(command)?;
    let way = Way::Passphrase {
        passphrase: &passphrase,
        key_file: file.as_ref(),
    };
    workbench.add_member(name, role, &way, now())?;
    closed(
        workbench,
        format!("{} can unlock this vault now.\n", name.trim()),
    )
}

/// Takes somebody's ways in away.
pub(crate) fn remove(command: &Command) -> Result<Done, Failure> {
    let mut workbench = unlock(command)?;
    let here = named(&workbench, command.need("name")?)?;
    workbench.remove_member(here.member.id, now())?;
    closed(
        workbench,
        format!(
            "{} cannot unlock this vault any more: it has a new key. A copy that was taken \
             before stays readable to them.\n",
            here.member.name
        ),
    )
}

/// Changes the passphrase or key file of whoever unlocks the vault.
pub(crate) fn passphrase(command: &Command) -> Result<Done, Failure> {
    let mut workbench = unlock(command)?;
    // Who came in by a recovery code has none to show.
    let current = match command.option("recovery-code-file")? {
        Some(_) => String::new(),
        None => secret(command, "passphrase-file")?,
    };
    let current = Passphrase::given(current);
    let current_file = key_file(command, "key-file")?;
    let (new, new_file) = new_way(command)?;
    let way = |passphrase, key_file| Way::Passphrase {
        passphrase,
        key_file,
    };
    workbench.change_passphrase(
        &way(&current, current_file.as_ref()),
        &way(&new, new_file.as_ref()),
        now(),
    )?;
    closed(
        workbench,
        "The passphrase is changed. A copy of the vault that was taken before still opens \
         with the old one.\n"
            .to_owned(),
    )
}

/// Makes a recovery code, prints its sheet, and lets it count once it was typed.
pub(crate) fn recovery(command: &Command) -> Result<Done, Failure> {
    let (out, paper) = (command.need_path("out")?, paper(command)?);
    let mut workbench = unlock(command)?;
    workbench.make_recovery_code()?;
    workbench.print_recovery_code(paper, out, now())?;
    tell("The sheet is written. Print it, then type the code from the paper:");
    let mut typed = String::with_capacity(256);
    io::stdin()
        .lock()
        .take(LONGEST)
        .read_line(&mut typed)
        .map_err(|_| Failure::words("No code was typed, so none counts."))?;
    let code = RecoveryCode::parse(&typed).map_err(Error::from)?;
    workbench.confirm_recovery_code(&code, now())?;
    closed(
        workbench,
        "The recovery code opens this vault from now on. Remove the file of the sheet, and keep \
         the paper in a safe.\n"
            .to_owned(),
    )
}

/// Makes a key file.
pub(crate) fn make_key_file(command: &Command) -> Result<Done, Failure> {
    KeyFile::make(command.need_path("out")?).map_err(Error::from)?;
    Ok(Done::saying(String::new()))
}

fn new_way(command: &Command) -> Result<(Passphrase, Option<KeyFile>), Failure> {
    let new = secret(command, "new-passphrase-file")?;
    let new = Passphrase::choose(new).map_err(Error::from)?;
    Ok((new, key_file(command, "new-key-file")?))
}

/// Finds a member by name, or by the id that a list shows.
fn named(workbench: &Workbench, name: &str) -> Result<MemberHere, Failure> {
    let id: Option<Uuid> = name.parse().ok();
    let is_meant = |here: &MemberHere| {
        Some(here.member.id) == id
            || here.member.name.to_lowercase() == name.trim().to_lowercase()
    };
    let members = workbench.members()?.members;
    members
        .into_iter()
        .find(is_meant)
        .ok_or_else(|| Error::NotFound("member").into())
}
