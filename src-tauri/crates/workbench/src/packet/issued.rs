//! The register of what was issued: what left, to whom, when, and who says so.

use chrono::{DateTime, Utc};
use domain::assessment::Stage;
use domain::id::{AssessmentId, IssueId, OrganisationId};
use domain::member::Act;
use domain::packet::{Audience, Issue, IssueKind};
use store::{Chain, Occasion};

use crate::error::Error;
use crate::file::Prepared;
use crate::open::Workbench;

/// Something that is about to leave.
pub(crate) struct Leaving {
    /// The assessment.
    pub(crate) assessment: AssessmentId,
    /// What kind of thing it is.
    pub(crate) kind: IssueKind,
    /// For whom; nothing for an evidence plan or a record of several packets.
    pub(crate) audience: Option<Audience>,
    /// SHA-256 of the file, in hex; empty for what is printed on paper.
    pub(crate) sha256: String,
    /// How many pages it has, for a document.
    pub(crate) pages: Option<u32>,
    /// To whom it goes, in the words of who issues it.
    pub(crate) to: String,
}

impl Workbench {
    /// Refuses to issue anything where it could not be entered in the register: by a member who
    /// may not, or in a vault that cannot be written to. What leaves is always in the register.
    pub fn check_issuing(&self) -> Result<(), Error> {
        self.require(Act::Assess)?;
        Ok(self.store.check_writing()?)
    }

    /// Enters in the register what is about to leave, in one change with the trail's entry and
    /// its signed head, and then puts the file in its place. Where that fails, nothing left, and
    /// the register does not say that anything did.
    pub(crate) fn issue(
        &mut self,
        leaving: Leaving,
        prepared: Prepared,
        now: DateTime<Utc>,
    ) -> Result<Issue, Error> {
        let issue = self.enter_issue(leaving, now)?;
        if let Err(error) = prepared.put_in_place() {
            self.take_back(&issue, now)?;
            return Err(error);
        }
        Ok(issue)
    }

    /// Enters in the register what leaves without a file of its own.
    pub(crate) fn enter_issue(
        &mut self,
        leaving: Leaving,
        now: DateTime<Utc>,
    ) -> Result<Issue, Error> {
        self.check_issuing()?;
        let dossier = self.dossier(leaving.assessment)?;
        let (organisation, assessment) = (dossier.organisation.id, &dossier.assessment);
        let chain = Chain::Organisation(organisation);
        let head = self.store.chain_head(chain)?;
        let issue = Issue {
            id: IssueId(store::new_id(now)?),
            organisation,
            assessment: leaving.assessment,
            kind: leaving.kind,
            audience: leaving.audience,
            version: assessment.version,
            draft: assessment.stage == Stage::Draft,
            sha256: leaving.sha256,
            pages: leaving.pages,
            to: leaving.to.trim().to_owned(),
            at: now,
            by: self.person().to_owned(),
            signer: self.signer()?,
            head: head.hex(),
            entries: head.entries,
        };
        self.store.change(chain, now, |change| {
            let object = issue.assessment.to_string();
            change.record(action(issue.kind), "assessment", &object)?;
            change.put(&issue)?;
            change.sign_head(Occasion::Export)?;
            Ok::<(), Error>(())
        })?;
        Ok(issue)
    }

    /// Takes out of the register what did not leave after all. The trail keeps both.
    pub(crate) fn take_back(&mut self, issue: &Issue, now: DateTime<Utc>) -> Result<(), Error> {
        let chain = Chain::Organisation(issue.organisation);
        Ok(self.store.change(chain, now, |change| {
            change.remove::<Issue>(&issue.id.to_string())
        })?)
    }

    /// Returns what was issued, the last first: of an organisation, of an assessment, or at all.
    pub fn issued(
        &self,
        organisation: Option<OrganisationId>,
        assessment: Option<AssessmentId>,
    ) -> Result<Vec<Issue>, Error> {
        let mut issues: Vec<Issue> = match (organisation, assessment) {
            (_, Some(assessment)) => self.store.of_assessment(assessment)?,
            (Some(organisation), None) => self.store.of_organisation(organisation)?,
            (None, None) => self.store.all()?,
        };
        issues.retain(|issue| organisation.is_none_or(|of| issue.organisation == of));
        issues.sort_by_key(|issue| std::cmp::Reverse((issue.at, issue.entries, issue.id)));
        Ok(issues)
    }

    /// Returns the fingerprint of the signing key of whoever works here.
    pub fn signer(&self) -> Result<String, Error> {
        let pem = self.vault().signer_pem()?;
        Ok(vault::fingerprint(&pem).unwrap_or_default())
    }
}

/// What the trail says of it.
fn action(kind: IssueKind) -> &'static str {
    match kind {
        IssueKind::Packet => "print-packet",
        IssueKind::Print => "print-paper",
        IssueKind::Record => "export-record",
        IssueKind::PlanPdf | IssueKind::PlanXlsx | IssueKind::PlanIcs => "print-plan",
    }
}
