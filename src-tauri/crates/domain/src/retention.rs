//! How long what belongs to an organisation is kept.
//!
//! 45 CFR 164.316(b)(2)(i): documentation is kept for six years from the date of its creation
//! or the date when it last was in effect, whichever is later.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::assessment::{Assessment, EngagementKind, Version};
use crate::evidence::Evidence;
use crate::id::{AssessmentId, OrganisationId};

/// For how many years documentation is kept.
const YEARS: i32 = 6;

/// What was said about keeping an organisation's documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Retention {
    /// The organisation.
    pub id: OrganisationId,
    /// Whether a legal hold stops all deletion.
    pub hold: bool,
    /// Why, or until when.
    pub hold_reason: String,
    /// The day until which the contract lets the consultant keep this copy.
    pub contract_until: Option<NaiveDate>,
}

impl Retention {
    /// Returns what holds where nobody has said anything.
    pub fn unsaid(organisation: OrganisationId) -> Self {
        Self {
            id: organisation,
            hold: false,
            hold_reason: String::new(),
            contract_until: None,
        }
    }
}

/// How long one assessment or one evidence document is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// When it was created.
    pub created: NaiveDate,
    /// When it last was in effect; nothing while it is.
    pub last_in_effect: Option<NaiveDate>,
}

impl Term {
    /// Returns the last day on which it is kept; nothing while it is in effect.
    ///
    /// Six years after the 29th of February are over on the 1st of March: the later of the
    /// two days that could be meant.
    pub fn keep_until(self) -> Option<NaiveDate> {
        let from = self.last_in_effect?.max(self.created);
        let year = from.year() + YEARS;
        from.with_year(year)
            .or_else(|| NaiveDate::from_ymd_opt(year, 3, 1))
    }

    /// Returns whether it need no longer be kept.
    pub fn is_over(self, today: NaiveDate) -> bool {
        self.keep_until().is_some_and(|until| until < today)
    }
}

/// Returns how long an assessment is kept.
///
/// It is in effect until a later one under the same framework was made final in its place,
/// or until it was put away; then what counts is the last day that it was made final on or
/// speaks for.
pub fn of_assessment(
    assessment: &Assessment,
    all: &[Assessment],
    versions: &[Version],
) -> Term {
    let made_final = |of: AssessmentId| {
        let own = versions.iter().filter(move |v| v.assessment == of);
        own.map(|v| v.at.date_naive())
    };
    let replaced = all
        .iter()
        .filter(|other| other.framework.id == assessment.framework.id)
        .filter(|other| (other.started, other.id) > (assessment.started, assessment.id))
        .filter_map(|other| made_final(other.id).min())
        .min();
    let own_end = made_final(assessment.id).max();
    let put_away = assessment.archived.then_some(assessment.period.to);
    Term {
        created: assessment.started.date_naive(),
        last_in_effect: replaced
            .or(put_away)
            .map(|day| own_end.unwrap_or(day).max(day)),
    }
}

/// Returns how long an evidence document is kept: by its own dates, and at least as long as
/// the assessment that it speaks for.
///
/// A document that names since when it is in effect and not until when still is.
pub fn of_evidence(evidence: &Evidence, assessment: Term, today: NaiveDate) -> Term {
    let description = &evidence.description;
    let own = match (&evidence.withdrawn, description.valid_until) {
        (Some(withdrawal), _) => Some(withdrawal.at.date_naive()),
        (None, Some(until)) => (until < today).then_some(until),
        (None, None) if description.effective.is_some() => None,
        (None, None) => assessment.last_in_effect,
    };
    Term {
        created: evidence.added.date_naive(),
        last_in_effect: own
            .zip(assessment.last_in_effect)
            .map(|(own, assessed)| own.max(assessed)),
    }
}

/// Whose documents a vault holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holding {
    /// The organisation's own: it assesses itself.
    Record,
    /// That of somebody from outside. The record is with the organisation, which has to keep
    /// it; what binds this copy is the contract (45 CFR 164.504(e)(2)(ii)(J): at its end,
    /// health information is returned or destroyed where feasible).
    Consultant,
}

impl Holding {
    /// Returns whose documents an organisation's assessments are: one self-assessment makes
    /// them the organisation's own.
    pub fn of(assessments: &[Assessment]) -> Self {
        let from_outside = |a: &Assessment| a.engagement.kind == EngagementKind::Independent;
        if !assessments.is_empty() && assessments.iter().all(from_outside) {
            Self::Consultant
        } else {
            Self::Record
        }
    }
}

/// Whether all that belongs to an organisation may be destroyed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Destruction {
    /// It may: nothing has to be kept any more.
    Over,
    /// It may: the contract's term for the consultant's copy ended with this day.
    ContractOver(NaiveDate),
    /// It may when a person gives a reason: it is a consultant's copy, and the record that
    /// has to be kept until this day (nothing: it is still in effect) is the organisation's.
    WithReason(Option<NaiveDate>),
    /// It may not: a legal hold stops all deletion.
    Held,
    /// It may not: the organisation's own record is kept until this day; nothing when
    /// something of it is still in effect.
    Kept(Option<NaiveDate>),
}

/// Returns whether all that belongs to an organisation may be destroyed on a day.
pub fn destruction(
    said: &Retention,
    terms: &[Term],
    holding: Holding,
    today: NaiveDate,
) -> Destruction {
    if said.hold {
        return Destruction::Held;
    }
    if terms.iter().all(|term| term.is_over(today)) {
        return Destruction::Over;
    }
    let until: Option<Vec<NaiveDate>> = terms.iter().map(|term| term.keep_until()).collect();
    let until = until.and_then(|days| days.into_iter().max());
    match (holding, said.contract_until) {
        (Holding::Record, _) => Destruction::Kept(until),
        (Holding::Consultant, Some(end)) if end < today => Destruction::ContractOver(end),
        (Holding::Consultant, _) => Destruction::WithReason(until),
    }
}
