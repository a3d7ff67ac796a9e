//! Many assessments at once, to see how a large library behaves.

use chrono::{DateTime, Utc};
use domain::id::{AnswerId, AssessmentId};
use store::Chain;

use crate::error::Error;
use crate::open::Workbench;

/// Copies an assessment with its answers a number of times, in one transaction.
pub fn many(
    workbench: &mut Workbench,
    assessment: AssessmentId,
    count: usize,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let dossier = workbench.dossier(assessment)?;
    let chain = Chain::Organisation(dossier.organisation.id);
    workbench.store.change(chain, now, |change| {
        for number in 1..=count {
            let mut copy = dossier.assessment.clone();
            copy.id = AssessmentId(store::new_id(now)?);
            copy.title = format!("{} ({number})", copy.title);
            change.put(&copy)?;
            for answer in &dossier.answers {
                let mut answer = answer.clone();
                answer.id = AnswerId(store::new_id(now)?);
                answer.assessment = copy.id;
                change.put(&answer)?;
            }
        }
        Ok(())
    })
}
