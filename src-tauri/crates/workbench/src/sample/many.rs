//! More than anybody has, to see how large libraries, organisations and plans behave.

use chrono::{DateTime, Days, Utc};
use domain::answer::Subject;
use domain::id::{AnswerId, AssessmentId, FindingId, RequestId, SystemId};
use domain::organisation::System;
use domain::request::{EvidenceRequest, Origin, RequestCourse, RequestState};
use store::Chain;

use crate::error::Error;
use crate::open::Workbench;

/// Where the requests of [`crowd`] stand, in turn.
const STATES: [RequestState; 4] = [
    RequestState::Wanted,
    RequestState::Asked,
    RequestState::Asked,
    RequestState::Received,
];

/// Copies an assessment with its answers and findings a number of times, in one transaction.
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
            for finding in &dossier.findings {
                let mut finding = finding.clone();
                finding.id = FindingId(store::new_id(now)?);
                finding.assessment = copy.id;
                change.put(&finding)?;
            }
        }
        Ok(())
    })
}

/// Gives an assessment a title of its own, so many more systems in its scope, and so many more
/// requests for evidence, in one transaction.
pub fn crowd(
    workbench: &mut Workbench,
    assessment: AssessmentId,
    title: &str,
    systems: usize,
    requests: usize,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let dossier = workbench.dossier(assessment)?;
    let controls: Vec<&str> = dossier
        .framework
        .controls()
        .map(|control| control.id.as_str())
        .collect();
    let today = now.date_naive();
    let chain = Chain::Organisation(dossier.organisation.id);
    workbench.store.change(chain, now, |change| {
        let mut crowded = dossier.assessment.clone();
        title.clone_into(&mut crowded.title);
        for number in 1..=systems {
            let template = dossier.systems.iter().cycle().nth(number);
            let Some(template) = template else { break };
            let system = System {
                id: SystemId(store::new_id(now)?),
                name: format!("{} {number:03}", template.name),
                ..template.clone()
            };
            crowded.scope.systems.push(system.id);
            change.put(&system)?;
        }
        change.put(&crowded)?;
        let turns = controls.iter().cycle().zip(STATES.iter().cycle());
        for (number, (control, state)) in turns.take(requests).enumerate() {
            let person = dossier.people.iter().cycle().nth(number);
            let days = Days::new(number as u64 % 90);
            change.put(&EvidenceRequest {
                id: RequestId(store::new_id(now)?),
                assessment,
                control: (*control).to_owned(),
                subject: Subject::All,
                artefact: format!("Record {number:05} of what was done, with its date"),
                origin: Origin::Person,
                owners: Vec::new(),
                collection: String::new(),
                course: RequestCourse {
                    state: *state,
                    person: person.map(|one| one.id),
                    due: today.checked_add_days(days),
                    ..RequestCourse::default()
                },
            })?;
        }
        Ok::<_, Error>(())
    })?;
    workbench.open = None;
    Ok(())
}
