//! From what the workbench knows to what a screen shows.

mod plan;
mod row;

use std::path::Path;

use chrono::{DateTime, Utc};
use domain::answer::{AnswerWords, Implementation};
use domain::dossier::Dossier;
use domain::framework::SubjectKind;
use domain::lookup::Lookup;
use domain::profile;
use domain::score::{self, Standing};
use workbench::{Attached, Error, Head, OrganisationFile, Workbench};

use domain::member::{Act, MemberRole};
use vault::{Access, Vault};
use workbench::host::Host;

use crate::desk::vault_name;
use crate::fault::Fault;
use crate::view::*;

pub(crate) use plan::{bulk, comparison, requests, terms};
use row::control_rows;

pub(crate) fn open_vault(
    workbench: &mut Workbench,
    host: &dyn Host,
) -> Result<VaultView, Fault> {
    let head = workbench.head()?;
    let vault = workbench.vault();
    Ok(VaultView {
        name: vault_name(vault.folder()),
        folder: vault.folder().to_string_lossy().into_owned(),
        person: workbench.person().to_owned(),
        entries: u32::try_from(head.entries).unwrap_or(u32::MAX),
        head: short(&head),
        sample: workbench.is_sample(),
        warnings: workbench.warnings(),
        held_back: workbench.is_held_back(),
        read_only: vault.access() == Access::Read,
        may: Some(may(workbench.role())),
        mode: CryptoMode::of_vault(vault.folder()),
        takes_key_file: false,
        takes_recovery_code: false,
        last_head: None,
        backup: Some(workbench.backups(&host.folder()).sentence(host.now())),
        wait_seconds: 0,
    })
}

fn may(role: MemberRole) -> MayView {
    MayView {
        role,
        review: role.may(Act::Review),
        assess: role.may(Act::Assess),
        own: role.may(Act::Own),
    }
}

/// Returns the first letters of a head, as they are compared by eye.
fn short(head: &Head) -> String {
    head.hex().chars().take(8).collect()
}

/// Shows a vault that waits for its passphrase: what its header tells anybody.
pub(crate) fn locked_vault(
    folder: &Path,
    own: &Path,
    sample: bool,
    wait_seconds: u32,
) -> VaultView {
    let glance = Vault::look(folder).ok();
    let seen = (glance.as_ref()).and_then(|g| workbench::last_seen(own, g.vault, g.copy));
    VaultView {
        name: vault_name(folder),
        folder: folder.to_string_lossy().into_owned(),
        person: String::new(),
        entries: 0,
        head: String::new(),
        sample,
        warnings: Vec::new(),
        held_back: false,
        read_only: false,
        may: None,
        mode: CryptoMode::of_vault(folder),
        takes_key_file: glance.as_ref().is_some_and(|g| g.takes_key_file),
        takes_recovery_code: glance.as_ref().is_some_and(|g| g.takes_recovery_code),
        last_head: seen.map(|head| short(&head)),
        backup: None,
        wait_seconds,
    }
}

pub(crate) fn assessment_row(row: workbench::AssessmentRow) -> AssessmentRow {
    AssessmentRow {
        id: row.id,
        organisation: row.organisation,
        organisation_name: row.organisation_name,
        title: row.title,
        edition: row.edition,
        stage: row.stage,
        version: row.version,
        as_of: row.as_of,
        started: row.started,
        answered: row.answered,
        controls: row.controls,
        flagged: row.flagged,
        findings: row.findings,
        changed: row.changed,
        archived: row.archived,
    }
}

pub(crate) fn organisation(file: OrganisationFile) -> OrganisationView {
    OrganisationView {
        organisation: file.organisation,
        sites: file.sites,
        systems: file.systems,
        vendors: file.vendors,
        people: file.people,
        assessments: file.assessments.into_iter().map(assessment_row).collect(),
    }
}

pub(crate) fn assessment(dossier: &Dossier, standing: Standing) -> AssessmentView {
    AssessmentView {
        assessment: dossier.assessment.clone(),
        organisation: dossier.organisation.clone(),
        sites: dossier.sites.clone(),
        systems: dossier.systems.clone(),
        vendors: dossier.vendors.clone(),
        people: dossier.people.clone(),
        rows: control_rows(dossier, &standing.items),
        versions: dossier.versions.clone(),
        standing,
    }
}

pub(crate) fn control(
    workbench: &Workbench,
    dossier: &Dossier,
    standing: &Standing,
    control: &str,
) -> Result<ControlView, Error> {
    let missing = || Error::NotFound("control");
    let framework = &dossier.framework;
    let asked = framework.control(control).ok_or_else(missing)?;
    let item = standing
        .items
        .iter()
        .find(|i| i.control == control)
        .ok_or_else(missing)?;
    let lookup = Lookup::of(dossier);
    let mut private = workbench.working_notes(dossier.assessment.id, control)?;
    let answers = item
        .rows
        .iter()
        .map(|row| {
            let answer = lookup.answer(control, row.subject);
            let words = answer.map_or_else(AnswerWords::default, |a| a.words.clone());
            AnswerRow {
                subject: row.subject,
                subject_name: dossier.subject_name(row.subject),
                missing: missing_fields(dossier, &words),
                words,
                assessor: answer.map_or_else(String::new, |a| a.assessor.clone()),
                changed: answer.map(|a| a.changed),
                state: row.state,
                working_note: private.remove(&row.subject).unwrap_or_default(),
            }
        })
        .collect();
    let subjects = dossier.assessment.scope.subjects(asked.asked_per);
    Ok(ControlView {
        assessment: dossier.assessment.id,
        control: control.to_owned(),
        answers,
        split: dossier.is_split(control),
        can_split: asked.asked_per != SubjectKind::Organisation && subjects.len() > 1,
        observations: of(&dossier.observations, |o| o.control == control),
        evidence: dossier
            .links
            .iter()
            .filter(|l| l.control == control)
            .filter_map(|link| {
                let evidence = dossier
                    .evidence
                    .iter()
                    .find(|e| e.id == link.evidence)?
                    .clone();
                Some(LinkedEvidence {
                    link: link.clone(),
                    evidence,
                })
            })
            .collect(),
        requests: of(&dossier.requests, |r| r.control == control),
        findings: of(&dossier.findings, |f| f.raised.control == control),
        consequences: profile::of(dossier)
            .into_iter()
            .filter(|c| c.controls.iter().any(|id| id == control))
            .collect(),
        standing: item.clone(),
    })
}

fn missing_fields(dossier: &Dossier, words: &AnswerWords) -> Vec<String> {
    if !words
        .implementation
        .is_some_and(Implementation::is_decision)
    {
        return Vec::new();
    }
    score::missing_decision(&dossier.framework, words)
        .into_iter()
        .map(str::to_owned)
        .collect()
}

fn of<T: Clone>(all: &[T], keep: impl Fn(&T) -> bool) -> Vec<T> {
    all.iter().filter(|item| keep(item)).cloned().collect()
}

pub(crate) fn answered(
    workbench: &Workbench,
    dossier: &Dossier,
    standing: Standing,
    control_id: &str,
    saved: DateTime<Utc>,
) -> Result<AnsweredView, Error> {
    let view = control(workbench, dossier, &standing, control_id)?;
    let mut rows = control_rows(dossier, [&view.standing]);
    let row = rows.pop().ok_or(Error::NotFound("control"))?;
    let assessment = dossier.assessment.clone();
    Ok(AnsweredView {
        control: view,
        row,
        standing,
        assessment,
        saved,
    })
}

pub(crate) fn attached(
    name: String,
    outcome: Result<(String, Attached), Fault>,
) -> AttachedFile {
    match outcome {
        Ok((file_name, done)) => AttachedFile {
            file_name,
            outcome: if done.already_there {
                AttachOutcome::AlreadyThere
            } else {
                AttachOutcome::Added
            },
            evidence: Some(done.evidence),
            sentence: String::new(),
        },
        Err(fault) => AttachedFile {
            file_name: name,
            outcome: if fault.reference == "K1" {
                AttachOutcome::Cancelled
            } else {
                AttachOutcome::Failed
            },
            evidence: None,
            sentence: format!("{} {}", fault.message, fault.hint)
                .trim()
                .to_owned(),
        },
    }
}

pub(crate) fn shelf(dossier: &Dossier) -> ShelfView {
    let mut evidence = dossier.evidence.clone();
    evidence.sort_by(|a, b| b.added.cmp(&a.added).then(b.id.cmp(&a.id)));
    ShelfView {
        evidence,
        links: dossier.links.clone(),
    }
}

pub(crate) fn exported_file(
    path: &Path,
    pages: Option<u32>,
    sha256: String,
    warnings: Vec<String>,
) -> ExportedFile {
    let text = |part: Option<&std::ffi::OsStr>| {
        part.map(|p| p.to_string_lossy().into_owned())
            .unwrap_or_default()
    };
    ExportedFile {
        name: text(path.file_name()),
        folder: text(path.parent().map(Path::as_os_str)),
        pages,
        sha256,
        warnings,
    }
}
