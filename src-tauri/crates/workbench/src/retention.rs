//! How long what belongs to an organisation is kept, and what was said about it.

use chrono::{DateTime, NaiveDate, Utc};
use domain::assessment::{Assessment, Version};
use domain::evidence::Evidence;
use domain::id::OrganisationId;
use domain::member::Act;
use domain::organisation::Organisation;
use domain::retention::{
    Destruction, Holding, Retention, Term, destruction, of_assessment, of_evidence,
};
use store::Chain;

use crate::error::Error;
use crate::open::Workbench;

/// The rule, with where it stands.
pub const RETENTION_RULE: &str = "Documentation is kept for six years from the day it was \
     created or the day it last was in effect, whichever is later (45 CFR 164.316(b)(2)(i)). \
     That binds the organisation that is assessed. A consultant's copy is bound by the contract \
     (45 CFR 164.504(e)(2)(ii)(J)). A legal hold stops all deletion.";

/// How long what belongs to an organisation is kept.
#[derive(Debug, Clone)]
pub struct Kept {
    /// The organisation.
    pub organisation: Organisation,
    /// What was said about it.
    pub said: Retention,
    /// Its assessments and evidence documents.
    pub rows: Vec<KeptRow>,
    /// Whether all of it may be destroyed.
    pub destruction: Destruction,
}

/// How long one thing is kept.
#[derive(Debug, Clone)]
pub struct KeptRow {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: KeptKind,
    /// From when it counts.
    pub term: Term,
    /// Whether it need no longer be kept.
    pub is_over: bool,
}

/// What is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeptKind {
    /// An assessment.
    Assessment,
    /// An evidence document.
    Evidence,
}

impl KeptKind {
    /// Returns its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Assessment => "assessment",
            Self::Evidence => "evidence",
        }
    }
}

impl Kept {
    /// Returns why it cannot be destroyed now; nothing when it can.
    pub fn refused(&self) -> Option<String> {
        match self.destruction {
            Destruction::Held => {
                let reason = self.said.hold_reason.trim();
                Some(format!(
                    "A legal hold stops all deletion: {reason}. Lift the hold first, when the \
                     matter is closed."
                ))
            }
            Destruction::Kept(Some(until)) => Some(format!(
                "These are the organisation's own records, and they are kept until {until} (45 \
                 CFR 164.316(b)(2)(i))."
            )),
            Destruction::Kept(None) => Some(
                "These are the organisation's own records, and some of them are still in \
                 effect. The six years of 45 CFR 164.316(b)(2)(i) begin when they no longer are."
                    .to_owned(),
            ),
            Destruction::Over | Destruction::ContractOver(_) | Destruction::WithReason(_) => None,
        }
    }

    /// Returns what a person must confirm before it is destroyed early; nothing when its time
    /// is over, or when it cannot be destroyed.
    pub fn early(&self) -> Option<String> {
        let until = match self.destruction {
            Destruction::WithReason(Some(until)) => format!("until {until}"),
            Destruction::WithReason(None) => {
                "while they are in effect and six years on".to_owned()
            }
            _ => return None,
        };
        Some(format!(
            "The organisation has to keep its own records {until} (45 CFR 164.316(b)(2)(i)). \
             This is a consultant's copy of them. I confirm that the organisation has what it \
             has to keep, and that nothing obliges us to keep this copy."
        ))
    }

    /// Returns on what ground it may be destroyed, for the certificate.
    pub(crate) fn ground(&self) -> String {
        match self.destruction {
            Destruction::ContractOver(end) => format!(
                "A consultant's copy whose term by the contract ended on {end}. The record \
                 itself is the organisation's to keep."
            ),
            Destruction::WithReason(_) => "A consultant's copy, destroyed early. The person \
                 confirmed that the organisation has what it has to keep."
                .to_owned(),
            Destruction::Over | Destruction::Held | Destruction::Kept(_) => {
                "Nothing of it has \
                 to be kept any longer (45 CFR 164.316(b)(2)(i))."
                    .to_owned()
            }
        }
    }
}

impl Workbench {
    /// Returns how long what belongs to an organisation is kept.
    pub fn retention(&self, id: OrganisationId, today: NaiveDate) -> Result<Kept, Error> {
        let store = &self.store;
        let organisation: Organisation = store
            .get(&id.to_string())?
            .ok_or(Error::NotFound("organisation"))?;
        let said = store
            .get(&id.to_string())?
            .unwrap_or_else(|| Retention::unsaid(id));
        let assessments: Vec<Assessment> = store.of_organisation(id)?;
        let mut versions: Vec<Version> = Vec::new();
        for assessment in &assessments {
            versions.extend(store.of_assessment::<Version>(assessment.id)?);
        }
        let mut rows = Vec::new();
        let mut row = |name: &str, kind, term: Term| {
            rows.push(KeptRow {
                name: name.to_owned(),
                kind,
                term,
                is_over: term.is_over(today),
            });
        };
        for assessment in &assessments {
            let term = of_assessment(assessment, &assessments, &versions);
            row(&assessment.title, KeptKind::Assessment, term);
            for evidence in store.of_assessment::<Evidence>(assessment.id)? {
                let of = of_evidence(&evidence, term, today);
                row(&evidence.title, KeptKind::Evidence, of);
            }
        }
        let terms: Vec<Term> = rows.iter().map(|row| row.term).collect();
        let destruction = destruction(&said, &terms, Holding::of(&assessments), today);
        Ok(Kept {
            organisation,
            said,
            rows,
            destruction,
        })
    }

    /// Writes what is said about keeping an organisation's documents.
    pub fn save_retention(&mut self, said: Retention, now: DateTime<Utc>) -> Result<(), Error> {
        self.require(Act::Own)?;
        if self
            .store
            .get::<Organisation>(&said.id.to_string())?
            .is_none()
        {
            return Err(Error::NotFound("organisation"));
        }
        if said.hold && said.hold_reason.trim().is_empty() {
            return Err(Error::input(
                "Write why the legal hold is there: whoever wants to lift it has to know.",
            ));
        }
        self.store
            .change(Chain::Organisation(said.id), now, |change| {
                change.put(&said)
            })?;
        Ok(())
    }
}
