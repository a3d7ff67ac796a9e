//! Replies to findings, and the evidence plan at work.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::dossier::Dossier;
use domain::finding::{Finding, Response, ResponseCourse};
use domain::id::{EvidenceId, FindingId, RequestId};
use domain::request::{EvidenceRequest, RequestState};
use domain::score::Standing;
use domain::step::{Step, StepKind};

use crate::answer::find;
use crate::error::Error;
use crate::open::Workbench;

impl Workbench {
    /// Writes what could happen and what the client replies to a finding.
    pub fn save_response(
        &mut self,
        id: FindingId,
        consequence: String,
        response: Response,
        now: DateTime<Utc>,
    ) -> Result<(Arc<Dossier>, Standing), Error> {
        if response.course == ResponseCourse::WillNot && response.text.trim().is_empty() {
            return Err(Error::input(
                "Please write why nothing will be done: a known gap without a reason is the \
                 hardest one to explain later.",
            ));
        }
        let finding: Finding = self
            .store
            .get(&id.to_string())?
            .ok_or(Error::NotFound("finding"))?;
        let step = Step::on(StepKind::Response, &finding.raised.control);
        let edited = self.edit(finding.assessment, step, now, |edit| {
            let found = edit.dossier.findings.iter_mut().find(|f| f.id == id);
            let found = found.ok_or(Error::NotFound("finding"))?;
            found.consequence = consequence;
            found.response = response;
            Ok(())
        })?;
        Ok((edited.dossier, edited.standing))
    }

    /// Writes an evidence request; a nil id asks for a new one.
    pub fn save_request(
        &mut self,
        mut request: EvidenceRequest,
        now: DateTime<Utc>,
    ) -> Result<(Arc<Dossier>, Standing), Error> {
        if request.artefact.trim().is_empty() {
            return Err(Error::input("Please write what is wanted."));
        }
        let closed_without = matches!(
            request.course.state,
            RequestState::Refused | RequestState::NotToBeHad
        );
        if closed_without && request.course.reason.trim().is_empty() {
            return Err(Error::input(
                "Please write why it was refused or is not to be had.",
            ));
        }
        let step = Step::on(StepKind::Request, &request.control);
        let edited = self.edit(request.assessment, step, now, |edit| {
            find(&edit.dossier.framework, &request.control)?;
            let is_known = |id: &EvidenceId| edit.dossier.evidence.iter().any(|e| e.id == *id);
            if !request.course.evidence.iter().all(is_known) {
                return Err(Error::NotFound("evidence"));
            }
            if request.id.0.is_nil() {
                request.id = RequestId(edit.new_id()?);
                edit.dossier.requests.push(request);
                return Ok(());
            }
            let known = edit
                .dossier
                .requests
                .iter_mut()
                .find(|r| r.id == request.id);
            *known.ok_or(Error::NotFound("request"))? = request;
            Ok(())
        })?;
        Ok((edited.dossier, edited.standing))
    }
}
