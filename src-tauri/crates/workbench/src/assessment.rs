//! Starting an assessment, changing its terms, making it final.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use domain::answer::Subject;
use domain::assessment::{
    Assessment, Engagement, FrameworkRef, Period, ProfileAnswer, Scope, Snapshot, Stage,
    Version,
};
use domain::dossier::Dossier;
use domain::framework::Framework;
use domain::id::{AssessmentId, OrganisationId, RequestId, VersionId};
use domain::member::Act;
use domain::organisation::{Organisation, Site, System, Vendor};
use domain::request::{self, EvidenceRequest};
use domain::score::{self, Standing};
use domain::step::{Step, StepKind};
use domain::terms::{self, TermsChange};
use store::Chain;

use crate::edit::{follow, write_new};
use crate::error::Error;
use crate::frameworks::built_in;
use crate::library::check_agreement;
use crate::open::Workbench;

/// What an assessment starts from.
#[derive(Debug, Clone)]
pub struct Start {
    /// The organisation assessed.
    pub organisation: OrganisationId,
    /// What it is called.
    pub title: String,
    /// The period it looks at.
    pub period: Period,
    /// The day on which dates are judged.
    pub as_of: NaiveDate,
    /// What is in and out.
    pub scope: Scope,
    /// Who asked, who assesses.
    pub engagement: Engagement,
    /// The scoping profile.
    pub profile: Vec<ProfileAnswer>,
}

/// An assessment that is not in the vault yet.
pub(crate) struct Fresh {
    pub(crate) dossier: Dossier,
    /// The digest of the framework's text.
    pub(crate) digest: String,
}

impl Workbench {
    /// Starts an assessment under the newest framework built in, whose text is kept in the
    /// vault. What the catalogue asks for becomes the evidence plan.
    pub fn start_assessment(
        &mut self,
        start: Start,
        now: DateTime<Utc>,
    ) -> Result<AssessmentId, Error> {
        self.require(Act::Assess)?;
        let Fresh { dossier, digest } = self.begin(start, now)?;
        let id = dossier.assessment.id;
        let chain = Chain::Organisation(dossier.organisation.id);
        let person = self.person().to_owned();
        self.store.change(chain, now, |change| {
            change.keep_framework(&digest, catalog::BUILT_IN)?;
            write_new(change, dossier, person, now)
        })?;
        Ok(id)
    }

    /// Makes an assessment that is not in the vault yet.
    pub(crate) fn begin(&self, start: Start, now: DateTime<Utc>) -> Result<Fresh, Error> {
        let (digest, framework) = built_in()?;
        let assessment = Assessment {
            id: AssessmentId(store::new_id(now)?),
            organisation: start.organisation,
            title: start.title,
            framework: FrameworkRef {
                id: framework.id.clone(),
                edition: framework.edition.clone(),
                digest: digest.clone(),
            },
            period: start.period,
            as_of: start.as_of,
            scope: start.scope,
            engagement: start.engagement,
            profile: start.profile,
            stage: Stage::Draft,
            version: 1,
            started: now,
            archived: false,
        };
        self.check(&assessment, &framework)?;
        let dossier = Dossier {
            requests: asked_by_catalogue(&framework, assessment.id, now)?,
            ..self.blank_dossier(assessment, framework)?
        };
        Ok(Fresh { dossier, digest })
    }

    /// Shows what changed terms would do, before they are saved.
    pub fn preview_terms(
        &mut self,
        terms: Assessment,
    ) -> Result<(Dossier, TermsChange), Error> {
        // Terms may name what came after the version that a final assessment shows.
        let dossier = self.read_dossier(terms.id)?;
        let change = terms::change(&dossier, changed(&dossier.assessment, terms));
        Ok((dossier, change))
    }

    /// Changes the terms of an assessment: title, period, scope, engagement, profile.
    pub fn save_assessment(
        &mut self,
        terms: Assessment,
        now: DateTime<Utc>,
    ) -> Result<(Arc<Dossier>, Standing), Error> {
        let framework = Arc::clone(&self.dossier(terms.id)?.framework);
        self.check(&terms, &framework)?;
        let edited = self.edit(terms.id, Step::of(StepKind::Terms), now, |edit| {
            edit.dossier.assessment = changed(&edit.dossier.assessment, terms);
            Ok(())
        })?;
        Ok((edited.dossier, edited.standing))
    }

    /// Returns an assessment with where it stands.
    pub fn standing(&mut self, id: AssessmentId) -> Result<(Arc<Dossier>, Standing), Error> {
        let dossier = self.dossier(id)?;
        let standing = score::standing(&dossier);
        Ok((dossier, standing))
    }

    /// Makes an assessment final: the digest of its state is pinned, and the state kept.
    pub fn finalise(
        &mut self,
        id: AssessmentId,
        now: DateTime<Utc>,
    ) -> Result<(Arc<Dossier>, Standing), Error> {
        let edited = self.edit_beside(id, None, now, |change, edit| {
            if edit.dossier.assessment.stage == Stage::Final {
                return Err(Error::input(
                    "This version is final already. The next change opens a new version.",
                ));
            }
            edit.dossier.assessment.stage = Stage::Final;
            follow(edit)?;
            let state = canonical(&edit.dossier)?;
            let version = Version {
                id: VersionId(edit.new_id()?),
                assessment: id,
                number: edit.dossier.assessment.version,
                digest: vault::hex(&vault::sha256(state.as_bytes())),
                by: edit.person.clone(),
                at: now,
            };
            change.put(&Snapshot {
                id: version.id,
                assessment: id,
                state,
            })?;
            edit.dossier.versions.push(version);
            Ok(())
        })?;
        Ok((edited.dossier, edited.standing))
    }

    fn check(&self, assessment: &Assessment, framework: &Framework) -> Result<(), Error> {
        if assessment.title.trim().is_empty() {
            return Err(Error::input("The assessment needs a title."));
        }
        if assessment.period.to < assessment.period.from {
            return Err(Error::input(
                "The period ends before it begins. Please check the two dates.",
            ));
        }
        check_agreement(&assessment.engagement.agreement)?;
        let organisation = assessment.organisation;
        if self
            .store
            .get::<Organisation>(&organisation.to_string())?
            .is_none()
        {
            return Err(Error::NotFound("organisation"));
        }
        let (sites, systems, vendors) = (
            self.store.of_organisation::<Site>(organisation)?,
            self.store.of_organisation::<System>(organisation)?,
            self.store.of_organisation::<Vendor>(organisation)?,
        );
        let scope = &assessment.scope;
        let known = scope
            .sites
            .iter()
            .all(|id| sites.iter().any(|s| s.id == *id))
            && scope
                .systems
                .iter()
                .all(|id| systems.iter().any(|s| s.id == *id))
            && scope
                .vendors
                .iter()
                .all(|id| vendors.iter().any(|v| v.id == *id));
        if !known {
            return Err(Error::input(
                "The scope names a site, system or vendor of another organisation.",
            ));
        }
        check_profile(&assessment.profile, framework)
    }
}

/// Returns an assessment under changed terms: what it is of, and how far it is, stays.
fn changed(kept: &Assessment, terms: Assessment) -> Assessment {
    Assessment {
        organisation: kept.organisation,
        framework: kept.framework.clone(),
        stage: kept.stage,
        version: kept.version,
        started: kept.started,
        archived: kept.archived,
        ..terms
    }
}

fn check_profile(profile: &[ProfileAnswer], framework: &Framework) -> Result<(), Error> {
    let known = profile.iter().all(|answer| {
        framework.profile.iter().any(|question| {
            question.id == answer.question
                && question
                    .options
                    .iter()
                    .any(|option| option.id == answer.option)
        })
    });
    if known {
        Ok(())
    } else {
        Err(Error::input(
            "The scoping profile holds an answer that this framework does not know.",
        ))
    }
}

/// Returns the state that a version pins, as canonical JSON.
fn canonical(dossier: &Dossier) -> Result<String, Error> {
    serde_json::to_string(dossier)
        .map_err(|_| Error::input("The assessment could not be written as one text."))
}

/// Returns the SHA-256 of the state, in hex: what the version pinned, or of a draft what one
/// would pin now. A pinned digest is not worked out again, so that it stays the same when a
/// later program writes the same state in more words.
pub(crate) fn state_digest(dossier: &Dossier) -> Result<String, Error> {
    let newest = dossier.versions.iter().max_by_key(|version| version.number);
    match newest {
        Some(version) if dossier.assessment.stage == Stage::Final => Ok(version.digest.clone()),
        _ => Ok(vault::hex(&vault::sha256(canonical(dossier)?.as_bytes()))),
    }
}

fn asked_by_catalogue(
    framework: &Framework,
    assessment: AssessmentId,
    now: DateTime<Utc>,
) -> Result<Vec<EvidenceRequest>, store::Error> {
    framework
        .controls()
        .flat_map(|control| {
            control
                .evidence
                .iter()
                .map(move |artefact| (control, artefact))
        })
        .map(|(control, artefact)| {
            Ok(EvidenceRequest {
                id: RequestId(store::new_id(now)?),
                ..request::of_catalogue(assessment, control, Subject::All, artefact)
            })
        })
        .collect()
}
