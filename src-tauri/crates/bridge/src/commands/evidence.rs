//! Evidence: attaching, describing, linking, withdrawing, saving a copy.

use domain::evidence::EvidenceLink;
use workbench::host::{Host, Progress, Question};
use workbench::{Taken, Target};

use crate::Nothing;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::request::*;
use crate::shape;
use crate::view::*;

use super::{Answered, changed};

/// Attaches files: each is sealed beside the database, then named in it.
pub fn attach_files(
    desk: &Desk,
    host: &dyn Host,
    request: AttachRequest,
) -> Answered<AttachedView> {
    let paths = match &request.dropped {
        Some(token) => host.dropped(token),
        None => host.choose(Question::Evidence),
    };
    let target = Target {
        assessment: request.assessment,
        control: request.control,
        subject: request.subject,
        strength: request.strength,
    };
    let vault = desk.with(|w| {
        w.check_target(&target)?;
        Ok(w.vault())
    })?;
    let cancel = desk.begin(&request.task);
    let count = u32::try_from(paths.len()).unwrap_or(u32::MAX);
    let mut files = Vec::new();
    for (number, path) in (1..).zip(&paths) {
        let mut told = 0;
        let mut progress = |done: u64, total: u64| {
            // Every 4 MiB is often enough for an eye.
            if done == total || done >= told + (4 << 20) {
                told = done;
                let task = request.task.clone();
                host.progress(Progress {
                    task,
                    file: number,
                    files: count,
                    done,
                    total,
                });
            }
        };
        let attached = Taken::from_file(&vault, path, &cancel, &mut progress)
            .map_err(Fault::from)
            .and_then(|taken| {
                let name = taken.file_name().to_owned();
                let done = desk.with(|w| w.attach(taken, &target, host.now()))?;
                Ok((name, done))
            });
        files.push(shape::attached(workbench::shown_name(path), attached));
    }
    desk.end(&request.task);
    Ok(AttachedView { files })
}

/// Stops work under way.
pub fn cancel_task(desk: &Desk, _: &dyn Host, request: TaskRequest) -> Answered<Nothing> {
    desk.cancel(&request.task);
    Ok(Nothing {})
}

/// Writes what is said about evidence.
pub fn save_evidence(
    desk: &Desk,
    host: &dyn Host,
    request: SaveEvidenceRequest,
) -> Answered<ShelfView> {
    let SaveEvidenceRequest {
        evidence,
        control,
        strength,
    } = request;
    let target = control.map(|control| Target {
        assessment: evidence.assessment,
        control: Some(control),
        subject: domain::answer::Subject::All,
        strength: strength.unwrap_or(domain::evidence::Strength::Stated),
    });
    desk.with(|w| w.save_evidence(evidence, target, host.now()))
        .map(|(dossier, _)| shape::shelf(&dossier))
}

/// Writes how evidence bears on an answer.
pub fn save_link(
    desk: &Desk,
    host: &dyn Host,
    request: EvidenceLink,
) -> Answered<AnsweredView> {
    changed(desk, host, |w| {
        let control = request.control.clone();
        let (dossier, standing) = w.save_link(request, host.now())?;
        Ok((dossier, standing, control))
    })
}

/// Removes a link.
pub fn remove_link(
    desk: &Desk,
    host: &dyn Host,
    request: LinkRequest,
) -> Answered<AnsweredView> {
    changed(desk, host, |w| w.remove_link(request.link, host.now()))
}

/// Withdraws evidence.
pub fn withdraw_evidence(
    desk: &Desk,
    host: &dyn Host,
    request: WithdrawRequest,
) -> Answered<ShelfView> {
    desk.with(|w| w.withdraw_evidence(request.evidence, &request.reason, host.now()))
        .map(|(dossier, _)| shape::shelf(&dossier))
}

/// Saves a copy of evidence outside the vault.
pub fn save_copy(
    desk: &Desk,
    host: &dyn Host,
    request: EvidenceRequestById,
) -> Answered<ExportedView> {
    let evidence = desk.with(|w| w.evidence(request.evidence))?;
    let Some(attachment) = evidence.attachment else {
        return Err(Fault::input(
            "This evidence is a written reference without a file.",
        ));
    };
    let name = attachment.file_name.clone();
    let Some(path) = host.choose(Question::Save { name }).into_iter().next() else {
        return Ok(ExportedView { file: None });
    };
    desk.with(|w| w.save_copy(evidence.id, &path, host.now()))?;
    let sha256 = attachment.sha256;
    let file = shape::exported_file(&path, None, sha256, Vec::new());
    Ok(ExportedView { file: Some(file) })
}

/// Lists all evidence.
pub fn shelf(desk: &Desk, _: &dyn Host, request: AssessmentRequest) -> Answered<ShelfView> {
    desk.with(|w| w.dossier(request.assessment))
        .map(|dossier| shape::shelf(&dossier))
}
