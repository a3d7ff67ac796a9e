//! An assessment as a whole, and one control of it.

use domain::assessment::Assessment;
use workbench::host::Host;
use workbench::{Carry, Duplicate, Start};

use crate::Nothing;
use crate::desk::Desk;
use crate::request::*;
use crate::shape;
use crate::view::*;

use super::{Answered, library};

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

/// Shows what changed terms would do.
pub fn preview_terms(desk: &Desk, _: &dyn Host, request: Assessment) -> Answered<TermsView> {
    desk.with(|w| w.preview_terms(request))
        .map(|(dossier, change)| shape::terms(&dossier, change))
}

/// Starts an assessment from another one.
pub fn duplicate_assessment(
    desk: &Desk,
    host: &dyn Host,
    request: DuplicateRequest,
) -> Answered<DuplicatedView> {
    let duplicate = Duplicate {
        from: request.assessment,
        title: request.title,
        period: request.period,
        as_of: request.as_of,
        carry: if request.carry_answers {
            Carry::Answers
        } else {
            Carry::Terms
        },
    };
    let now = host.now();
    desk.with(|w| {
        let duplicated = w.duplicate(duplicate, now)?;
        let (dossier, standing) = w.standing(duplicated.assessment)?;
        Ok(DuplicatedView {
            assessment: shape::assessment(&dossier, standing),
            gone: duplicated.gone,
        })
    })
}

/// Puts an assessment away, or brings it back.
pub fn archive_assessment(
    desk: &Desk,
    host: &dyn Host,
    request: ArchiveRequest,
) -> Answered<LibraryView> {
    let now = host.now();
    desk.with(|w| w.archive(request.assessment, request.archived, now))?;
    library(desk, host, Nothing {})
}

/// Compares two states of an assessment.
pub fn compare_versions(
    desk: &Desk,
    _: &dyn Host,
    request: CompareRequest,
) -> Answered<CompareView> {
    desk.with(|w| w.compare(request.assessment, request.from, request.to))
        .map(shape::comparison)
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
