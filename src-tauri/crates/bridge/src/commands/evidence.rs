//! Evidence: describing, linking, withdrawing, saving a copy.

use domain::evidence::EvidenceLink;
use workbench::host::{Host, Question};
use workbench::{Links, Target};

use crate::desk::Desk;
use crate::fault::Fault;
use crate::request::*;
use crate::shape;
use crate::view::*;

use super::{Answered, changed};

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

/// Links evidence to several answers.
pub fn link_evidence(
    desk: &Desk,
    host: &dyn Host,
    request: LinkEvidenceRequest,
) -> Answered<ShelfView> {
    let answers = request.answers.into_iter();
    let links = Links {
        assessment: request.assessment,
        evidence: request.evidence,
        answers: answers
            .map(|place| (place.control, place.subject))
            .collect(),
        strength: request.strength,
        bearing: request.bearing,
    };
    desk.with(|w| w.link_evidence(links, host.now()))
        .map(|(dossier, _)| shape::shelf(&dossier))
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
