//! Linking evidence to answers, several at once.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::answer::Subject;
use domain::dossier::Dossier;
use domain::evidence::{Bearing, EvidenceLink, Strength};
use domain::id::{AssessmentId, EvidenceId, EvidenceLinkId};
use domain::score::Standing;
use domain::step::{Step, StepKind};

use crate::edit::Edit;
use crate::error::Error;
use crate::evidence::{Target, check_target};
use crate::open::Workbench;

/// Evidence, and the answers that it is linked to, each item to each answer.
#[derive(Debug, Clone)]
pub struct Links {
    /// The assessment.
    pub assessment: AssessmentId,
    /// The evidence.
    pub evidence: Vec<EvidenceId>,
    /// The answers: control and subject.
    pub answers: Vec<(String, Subject)>,
    /// How strong it is for each.
    pub strength: Strength,
    /// Which way it points.
    pub bearing: Bearing,
}

impl Workbench {
    /// Links evidence to answers in one step. What is linked already stays as it is.
    pub fn link_evidence(
        &mut self,
        links: Links,
        now: DateTime<Utc>,
    ) -> Result<(Arc<Dossier>, Standing), Error> {
        let step = match links.answers.as_slice() {
            [(control, _)] => Step::on(StepKind::Link, control),
            _ => Step::of(StepKind::Link),
        };
        let edited = self.edit(links.assessment, step, now, |edit| {
            for id in &links.evidence {
                let known = edit.dossier.evidence.iter().find(|e| e.id == *id);
                if known
                    .ok_or(Error::NotFound("evidence"))?
                    .withdrawn
                    .is_some()
                {
                    return Err(Error::input(
                        "Evidence that was withdrawn cannot be linked. Nothing was linked; \
                         leave it out and try again.",
                    ));
                }
            }
            for (control, subject) in &links.answers {
                let target = Target {
                    assessment: links.assessment,
                    control: Some(control.clone()),
                    subject: *subject,
                    strength: links.strength,
                };
                check_target(&edit.dossier, &target)?;
            }
            let pairs = links.answers.iter().flat_map(|(control, subject)| {
                let evidence = links.evidence.iter();
                evidence.map(move |id| (*id, control.clone(), *subject))
            });
            link_all(edit, pairs, links.strength, links.bearing)
        })?;
        Ok((edited.dossier, edited.standing))
    }
}

/// Links evidence to answers, but for what is linked already.
pub(crate) fn link_all(
    edit: &mut Edit<'_>,
    pairs: impl Iterator<Item = (EvidenceId, String, Subject)>,
    strength: Strength,
    bearing: Bearing,
) -> Result<(), Error> {
    let mut there: HashSet<(EvidenceId, String, Subject)> = (edit.dossier.links.iter())
        .map(|l| (l.evidence, l.control.clone(), l.subject))
        .collect();
    for pair in pairs {
        if !there.insert(pair.clone()) {
            continue;
        }
        let (evidence, control, subject) = pair;
        let link = EvidenceLink {
            id: EvidenceLinkId(edit.new_id()?),
            assessment: edit.dossier.assessment.id,
            evidence,
            control,
            subject,
            strength,
            bearing,
            remark: String::new(),
        };
        edit.dossier.links.push(link);
    }
    Ok(())
}
