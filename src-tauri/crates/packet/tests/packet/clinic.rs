//! A small assessment under the built-in catalogue, and packets of it.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use domain::answer::{Answer, AnswerWords, Implementation, Subject};
use domain::assessment::{Assessment, Engagement, FrameworkRef, Period, Scope, Stage};
use domain::disclosed::Disclosed;
use domain::dossier::Dossier;
use domain::finding::{Finding, FindingStanding, Response, raise};
use domain::id::{AnswerId, AssessmentId, FindingId, OrganisationId};
use domain::organisation::Organisation;
use domain::packet::{Audience, PacketPlan};
use domain::score::standing;
use packet::document::Document;
use packet::part::{Facts, Issuing, Papers, Trail};
use uuid::Uuid;

pub(crate) const ASSESSMENT: AssessmentId = AssessmentId(Uuid::from_u128(2));
const ORGANISATION: OrganisationId = OrganisationId(Uuid::from_u128(1));

pub(crate) fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_600_000, 0).unwrap()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A clinic of which nothing was answered.
pub(crate) fn clinic() -> Dossier {
    let framework = catalog::read(catalog::BUILT_IN).unwrap();
    Dossier {
        assessment: Assessment {
            id: ASSESSMENT,
            organisation: ORGANISATION,
            title: "A look at our models".to_owned(),
            framework: FrameworkRef {
                id: framework.id.clone(),
                edition: framework.edition.clone(),
                digest: "a digest".to_owned(),
            },
            period: Period {
                from: day("2026-01-01"),
                to: day("2026-11-25"),
            },
            as_of: day("2026-11-25"),
            scope: Scope::default(),
            engagement: Engagement::default(),
            profile: Vec::new(),
            stage: Stage::Draft,
            version: 1,
            started: now(),
            archived: false,
        },
        organisation: Organisation {
            id: ORGANISATION,
            name: "Larch Clinic".to_owned(),
            kind: String::new(),
            address: String::new(),
            contact: String::new(),
            remarks: String::new(),
        },
        framework: Arc::new(framework),
        sites: Vec::new(),
        systems: Vec::new(),
        vendors: Vec::new(),
        people: Vec::new(),
        answers: Vec::new(),
        observations: Vec::new(),
        evidence: Vec::new(),
        links: Vec::new(),
        findings: Vec::new(),
        requests: Vec::new(),
        versions: Vec::new(),
    }
}

/// Answers a control for a subject.
pub(crate) fn answer(
    dossier: &mut Dossier,
    control: &str,
    subject: Subject,
    words: AnswerWords,
) {
    dossier.answers.push(Answer {
        id: AnswerId(Uuid::from_u128(dossier.answers.len() as u128 + 1000)),
        assessment: ASSESSMENT,
        control: control.to_owned(),
        subject,
        words,
        assessor: "Robin".to_owned(),
        changed: now(),
    });
}

/// Answers every control alike.
pub(crate) fn answer_all(dossier: &mut Dossier, words: &AnswerWords) {
    let controls: Vec<String> = dossier.framework.controls().map(|c| c.id.clone()).collect();
    for control in controls {
        answer(dossier, &control, Subject::All, words.clone());
    }
}

pub(crate) fn words(implementation: Implementation) -> AnswerWords {
    AnswerWords {
        implementation: Some(implementation),
        ..AnswerWords::default()
    }
}

/// Lets the findings follow.
pub(crate) fn raised(dossier: &mut Dossier) {
    let raised = raise(dossier, &standing(dossier));
    dossier.findings = raised
        .into_iter()
        .enumerate()
        .map(|(at, raised)| Finding {
            id: FindingId(Uuid::from_u128(at as u128 + 1)),
            assessment: ASSESSMENT,
            raised,
            standing: FindingStanding::Open,
            first_raised: now(),
            consequence: String::new(),
            response: Response::default(),
        })
        .collect();
}

/// A packet is issued with nothing but its parts.
pub(crate) fn issuing(plan: &PacketPlan) -> Issuing<'_> {
    Issuing {
        plan,
        to: "Dr. Imani Okafor",
        by: "Robin Ashdown",
        signer: "fingerprint",
        issued: &[],
        exhibits: &[],
        organisation_look: None,
        consultant_look: None,
        data: None,
    }
}

/// Makes a packet of an assessment.
pub(crate) fn packet(
    dossier: &Dossier,
    papers: &Papers<'_>,
    issuing: &Issuing<'_>,
) -> Document {
    let standing = standing(dossier);
    let trail = Trail::default();
    let facts = Facts {
        standing: &standing,
        trail: &trail,
        cryptography: None,
        now: now(),
        identifier: [0; 16],
    };
    packet::part::packet(papers, &facts, issuing)
}

/// Makes the packet that is proposed for an audience.
pub(crate) fn proposed(dossier: &Dossier, audience: Audience) -> Document {
    let plan = PacketPlan::proposed(audience);
    let disclosed = Disclosed::of(dossier);
    let papers = match audience {
        Audience::Leadership => Papers::Leadership(&disclosed),
        Audience::Client => Papers::Client(&disclosed),
        Audience::Working => Papers::Working {
            dossier,
            notes: &[],
            trail: &[],
        },
    };
    packet(dossier, &papers, &issuing(&plan))
}
