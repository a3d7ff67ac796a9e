//! The evidence plan at work: asking, receiving, accepting, refusing, many at once.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::dossier::Dossier;
use domain::evidence::{Bearing, Strength};
use domain::id::{AssessmentId, EvidenceId, RequestId};
use domain::request::{self, EvidenceRequest, RequestState};
use domain::score::Standing;
use domain::step::{Step, StepKind};

use crate::answer::find;
use crate::error::Error;
use crate::link::link_all;
use crate::open::Workbench;

impl Workbench {
    /// Writes evidence requests in one step; a nil id asks for a new one. Evidence that a
    /// request was accepted with is linked to the request's control as examined.
    pub fn save_requests(
        &mut self,
        assessment: AssessmentId,
        requests: Vec<EvidenceRequest>,
        now: DateTime<Utc>,
    ) -> Result<(Arc<Dossier>, Standing), Error> {
        for request in &requests {
            check(request)?;
        }
        let step = match requests.as_slice() {
            [request] => Step::on(StepKind::Request, &request.control),
            _ => Step::of(StepKind::Request),
        };
        let edited = self.edit(assessment, step, now, |edit| {
            let evidence: HashMap<EvidenceId, bool> = (edit.dossier.evidence.iter())
                .map(|e| (e.id, e.withdrawn.is_none()))
                .collect();
            let places: HashMap<RequestId, usize> = (edit.dossier.requests.iter())
                .enumerate()
                .map(|(at, r)| (r.id, at))
                .collect();
            let framework = Arc::clone(&edit.dossier.framework);
            let mut accepted = Vec::new();
            for mut request in requests {
                find(&framework, &request.control)?;
                request.assessment = assessment;
                let shown = request.course.evidence.iter();
                if !shown.clone().all(|id| evidence.contains_key(id)) {
                    return Err(Error::NotFound("evidence"));
                }
                let is_new = request.id.0.is_nil();
                let at = places.get(&request.id);
                let before = at.and_then(|at| edit.dossier.requests.get_mut(*at));
                if request.course.state == RequestState::Accepted {
                    // What somebody took the link from again is not linked a second time.
                    let seen: HashSet<EvidenceId> = match &before {
                        Some(known) if known.course.state == RequestState::Accepted => {
                            known.course.evidence.iter().copied().collect()
                        }
                        _ => HashSet::new(),
                    };
                    let counts = |id: &&EvidenceId| {
                        evidence.get(id).copied().unwrap_or_default() && !seen.contains(id)
                    };
                    let place =
                        |id: &EvidenceId| (*id, request.control.clone(), request.subject);
                    accepted.extend(shown.filter(counts).map(place));
                }
                match before {
                    Some(known) => *known = request,
                    None if is_new => {
                        request.id = RequestId(edit.new_id()?);
                        edit.dossier.requests.push(request);
                    }
                    None => return Err(Error::NotFound("request")),
                }
            }
            let (strength, bearing) = (Strength::Examined, Bearing::Supports);
            link_all(edit, accepted.into_iter(), strength, bearing)
        })?;
        Ok((edited.dossier, edited.standing))
    }

    /// Asks for what the catalogue names wherever an answer lacks evidence, or nobody knows,
    /// and nothing is asked any more.
    pub fn request_missing(
        &mut self,
        assessment: AssessmentId,
        now: DateTime<Utc>,
    ) -> Result<(Arc<Dossier>, Standing), Error> {
        let step = Step::of(StepKind::Request);
        let edited = self.edit(assessment, step, now, |edit| {
            for mut request in request::unasked(&edit.dossier) {
                request.id = RequestId(edit.new_id()?);
                edit.dossier.requests.push(request);
            }
            Ok(())
        })?;
        Ok((edited.dossier, edited.standing))
    }
}

fn check(request: &EvidenceRequest) -> Result<(), Error> {
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
    Ok(())
}
