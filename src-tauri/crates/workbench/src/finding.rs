//! Replies to findings.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::dossier::Dossier;
use domain::finding::{Finding, Response, ResponseCourse};
use domain::id::FindingId;
use domain::score::Standing;
use domain::step::{Step, StepKind};

use crate::error::Error;
use crate::history::typed_in_finding;
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
            let typed = typed_in_finding(
                (&found.consequence, &found.response),
                (&consequence, &response),
            );
            let typed = typed.map(|field| format!("{id} {field}"));
            found.consequence = consequence;
            found.response = response;
            edit.typed_in(typed);
            Ok(())
        })?;
        Ok((edited.dossier, edited.standing))
    }
}
