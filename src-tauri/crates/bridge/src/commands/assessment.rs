//! An assessment as a whole, and one control of it.

use domain::assessment::Assessment;
use workbench::Start;
use workbench::host::Host;

use crate::desk::Desk;
use crate::request::*;
use crate::shape;
use crate::view::*;

use super::Answered;

/// Starts an assessment.
pub fn start_assessment(
    desk: &Desk,
    host: &dyn Host,
    request: StartRequest,
) -> Answered<AssessmentView> {
    let start = Start {
        organisation: request.organisation,
        title: request.title,
        period: request.period,
        as_of: request.as_of,
        scope: request.scope,
        engagement: request.engagement,
        profile: request.profile,
    };
    let now = host.now();
    desk.with(|w| {
        let id = w.start_assessment(start, now)?;
        w.standing(id)
    })
    .map(|(dossier, standing)| shape::assessment(&dossier, standing))
}

/// Shows an assessment.
pub fn assessment(
    desk: &Desk,
    _: &dyn Host,
    request: AssessmentRequest,
) -> Answered<AssessmentView> {
    desk.with(|w| w.standing(request.assessment))
        .map(|(dossier, standing)| shape::assessment(&dossier, standing))
}

/// Changes the terms of an assessment.
pub fn save_assessment(
    desk: &Desk,
    host: &dyn Host,
    request: Assessment,
) -> Answered<AssessmentView> {
    desk.with(|w| w.save_assessment(request, host.now()))
        .map(|(dossier, standing)| shape::assessment(&dossier, standing))
}

/// Makes an assessment final.
pub fn finalise(
    desk: &Desk,
    host: &dyn Host,
    request: AssessmentRequest,
) -> Answered<AssessmentView> {
    desk.with(|w| w.finalise(request.assessment, host.now()))
        .map(|(dossier, standing)| shape::assessment(&dossier, standing))
}

/// Shows a control in full.
pub fn control(desk: &Desk, _: &dyn Host, request: ControlRequest) -> Answered<ControlView> {
    desk.with(|w| {
        let (dossier, standing) = w.standing(request.assessment)?;
        shape::control(w, &dossier, &standing, &request.control)
    })
}
