//! Requests, findings, where it stands, and what is printed.

use domain::dossier::Dossier;
use domain::finding::{Finding, FindingStanding};
use domain::packet::PaperSize;
use domain::score::Standing;
use domain::{owed, provision};
use workbench::host::{Host, Question};

use crate::desk::Desk;
use crate::request::*;
use crate::shape;
use crate::view::*;

use super::Answered;

/// Lists all requests.
pub fn requests(
    desk: &Desk,
    host: &dyn Host,
    request: AssessmentRequest,
) -> Answered<RequestsView> {
    desk.with(|w| w.dossier(request.assessment))
        .map(|dossier| shape::requests(&dossier, host.today()))
}

/// Writes requests.
pub fn save_requests(
    desk: &Desk,
    host: &dyn Host,
    request: SaveRequestsRequest,
) -> Answered<RequestsView> {
    desk.with(|w| w.save_requests(request.assessment, request.requests, host.now()))
        .map(|(dossier, _)| shape::requests(&dossier, host.today()))
}

/// Asks for what lacks and nobody is asked for.
pub fn request_missing(
    desk: &Desk,
    host: &dyn Host,
    request: AssessmentRequest,
) -> Answered<RequestsView> {
    desk.with(|w| w.request_missing(request.assessment, host.now()))
        .map(|(dossier, _)| shape::requests(&dossier, host.today()))
}

/// Shows where an assessment stands.
pub fn overview(
    desk: &Desk,
    _: &dyn Host,
    request: AssessmentRequest,
) -> Answered<OverviewView> {
    desk.with(|w| w.standing(request.assessment))
        .map(|(dossier, standing)| overview_of(&dossier, standing))
}

/// Writes the reply to a finding.
pub fn save_response(
    desk: &Desk,
    host: &dyn Host,
    request: ResponseRequest,
) -> Answered<OverviewView> {
    let ResponseRequest {
        finding,
        consequence,
        response,
    } = request;
    desk.with(|w| w.save_response(finding, consequence, response, host.now()))
        .map(|(dossier, standing)| overview_of(&dossier, standing))
}

fn overview_of(dossier: &Dossier, standing: Standing) -> OverviewView {
    let mut findings: Vec<Finding> = dossier.findings.clone();
    findings.sort_by_key(|f| {
        (
            f.standing == FindingStanding::Settled,
            f.raised.kind,
            std::cmp::Reverse(f.raised.severity),
            f.raised.control.clone(),
        )
    });
    OverviewView {
        assessment: dossier.assessment.clone(),
        findings,
        provisions: provision::index(dossier, &standing),
        owed: owed::owed(dossier, &standing),
        versions: dossier.versions.clone(),
        standing,
    }
}

/// Prints the blank checklist where the person wants it.
pub fn export_document(
    _: &Desk,
    host: &dyn Host,
    request: ExportRequest,
) -> Answered<ExportedView> {
    let paper = match request.paper {
        PaperSize::Letter => packet::Paper::Letter,
        PaperSize::A4 => packet::Paper::A4,
    };
    let name = "checklist.pdf".to_owned();
    let Some(path) = host.choose(Question::Save { name }).into_iter().next() else {
        return Ok(ExportedView { file: None });
    };
    let done = workbench::print_checklist(paper, &path, host.now())?;
    let pages = u32::try_from(done.pages).ok();
    let file = shape::exported_file(&path, pages, done.sha256, done.warnings);
    Ok(ExportedView { file: Some(file) })
}
