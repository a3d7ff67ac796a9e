//! Bundles for other people, how long things are kept, and the end of a client.

use std::ops::ControlFlow;
use std::path::Path;

use chrono::NaiveDate;
use domain::id::OrganisationId;
use serde_json::json;
use workbench::{
    BundleKey, BundleSeal, Destroy, FoundBundle, Workbench, look_into_bundle, read_bundle,
};

use crate::arguments::Command;
use crate::output::{self, Done, Failure};
use crate::run::{assessment, closed, paper};
use crate::surroundings::{now, secret, today, unlock};

const PASSPHRASE: &str = "bundle-passphrase-file";

/// Makes a bundle of an assessment.
pub(crate) fn make(command: &Command) -> Result<Done, Failure> {
    let (id, out) = (assessment(command)?, command.need_path("out")?);
    let is_age = command.has("age") || command.has("recipient");
    let seal = match command.option("recipient")? {
        Some(recipient) => BundleSeal::AgeRecipient(recipient.to_owned()),
        None => BundleSeal::to_passphrase(secret(command, PASSPHRASE)?, is_age)?,
    };
    let mut workbench = unlock(command)?;
    let bundle = workbench.begin_bundle(id, now())?;
    let made = bundle.write(&seal, out, &mut |_| ControlFlow::Continue(()))?;
    let done = workbench.end_bundle(made, now())?;
    closed(workbench, format!("{}\n", done.sha256))
}

fn key(command: &Command) -> Result<BundleKey, Failure> {
    let passphrase = if command.has(PASSPHRASE) {
        secret(command, PASSPHRASE)?
    } else {
        String::new()
    };
    Ok(BundleKey::new(passphrase, command.path("identity"))?)
}

/// Looks into a bundle, without taking anything.
pub(crate) fn look(command: &Command) -> Result<Done, Failure> {
    let from = command.need_path("from")?;
    let workbench = unlock(command)?;
    let go_on = &mut |_, _| ControlFlow::Continue(());
    let found = look_into_bundle(from, &key(command)?, go_on)?;
    let text = told(command, &workbench, from, &found)?;
    closed(workbench, text)
}

/// Takes a bundle into the vault.
pub(crate) fn take(command: &Command) -> Result<Done, Failure> {
    let from = command.need_path("from")?;
    let mut workbench = unlock(command)?;
    let vault = workbench.vault();
    let go_on = &mut |_, _| ControlFlow::Continue(());
    let taken = read_bundle(&vault, from, &key(command)?, go_on)?;
    drop(vault);
    let text = told(command, &workbench, from, taken.found())?;
    workbench.take_in(taken, now())?;
    closed(workbench, text)
}

fn told(
    command: &Command,
    workbench: &Workbench,
    from: &Path,
    found: &FoundBundle,
) -> Result<String, Failure> {
    let content = found.content();
    let row = vec![
        json!(content.assessment.id),
        json!(workbench::shown_name(from)),
        json!(content.organisation.name),
        json!(content.assessment.title),
        json!(found.made_by()),
        json!(found.at()),
        json!(content.answers.len()),
        json!(content.evidence.len()),
        json!(workbench.why_not_taken(found)?),
    ];
    let names = [
        "id",
        "name",
        "organisation",
        "title",
        "madeBy",
        "at",
        "answers",
        "evidence",
        "refused",
    ];
    Ok(output::rows(command.json, &names, &[row]))
}

/// Returns the organisation that is meant, by its id or its whole name.
pub(crate) fn organisation(
    command: &Command,
    workbench: &mut Workbench,
) -> Result<OrganisationId, Failure> {
    let text = command.need("organisation")?;
    if let Ok(id) = text.parse() {
        return Ok(id);
    }
    let all = workbench.library()?.organisations;
    let mut named = all.iter().filter(|o| o.name.trim() == text.trim());
    match (named.next(), named.next()) {
        (Some(one), None) => Ok(one.id),
        (None, _) => Err(Failure::words("--organisation names none that is there.")),
        (Some(one), Some(_)) => Err(Failure::words(format!(
            "--organisation names several. Give an id, such as {}.",
            one.id
        ))),
    }
}

/// Shows how long what belongs to an organisation is kept.
pub(crate) fn retention(command: &Command) -> Result<Done, Failure> {
    let mut workbench = unlock(command)?;
    let id = organisation(command, &mut workbench)?;
    let kept = workbench.retention(id, today())?;
    let rows: Vec<_> = (kept.rows.iter())
        .map(|row| {
            vec![
                json!(row.kind.word()),
                json!(row.name),
                json!(row.term.created),
                json!(row.term.last_in_effect),
                json!(row.term.keep_until()),
                json!(row.is_over),
            ]
        })
        .collect();
    let names = [
        "id",
        "name",
        "created",
        "lastInEffect",
        "keepUntil",
        "isPast",
    ];
    let text = output::rows(command.json, &names, &rows);
    let contract = kept
        .said
        .contract_until
        .map(|day| format!("The contract lets this copy be kept until {day}."));
    let remarks = [Some(workbench::RETENTION_RULE.to_owned()), contract]
        .into_iter()
        .chain([kept.refused(), kept.early()])
        .flatten();
    Ok(Done {
        remarks: remarks.collect(),
        ..closed(workbench, text)?
    })
}

/// Says how long what belongs to an organisation is kept: a legal hold, the contract's term.
pub(crate) fn set_retention(command: &Command) -> Result<Done, Failure> {
    let hold = command.option("hold")?;
    if hold.is_some() && command.has("release") {
        return Err(Failure::words("Give --hold or --release, not both."));
    }
    let contract = command.option("contract-until")?;
    let mut workbench = unlock(command)?;
    let id = organisation(command, &mut workbench)?;
    let mut said = workbench.retention(id, today())?.said;
    if let Some(reason) = hold {
        said.hold = true;
        reason.clone_into(&mut said.hold_reason);
    }
    if command.has("release") {
        said.hold = false;
    }
    match contract {
        None => {}
        Some("none") => said.contract_until = None,
        Some(text) => {
            let day: NaiveDate = text
                .parse()
                .map_err(|_| Failure::words("--contract-until is a day like 2032-12-31."))?;
            said.contract_until = Some(day);
        }
    }
    workbench.save_retention(said, now())?;
    closed(workbench, String::new())
}

/// Destroys all that belongs to an organisation.
pub(crate) fn destroy(command: &Command) -> Result<Done, Failure> {
    let (certificate, paper) = (command.need_path("certificate")?, paper(command)?);
    let (name, reason) = (command.need("name")?, command.need("reason")?);
    let mut workbench = unlock(command)?;
    let destroy = Destroy {
        organisation: organisation(command, &mut workbench)?,
        name: name.to_owned(),
        reason: reason.to_owned(),
        early: command.has("early"),
    };
    let done = workbench.destroy(&destroy, (paper, certificate), today(), now())?;
    let text = format!(
        "{}  {} pages\n",
        done.certificate.sha256, done.certificate.pages
    );
    Ok(Done {
        remarks: done.unreached,
        ..closed(workbench, text)?
    })
}
