//! A bench to put an assessment together on.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use domain::answer::{Answer, AnswerWords, Determination, Implementation, Subject};
use domain::assessment::{
    Assessment, Engagement, FrameworkRef, Period, ProfileAnswer, Scope, Stage,
};
use domain::dossier::Dossier;
use domain::evidence::{Bearing, Evidence, EvidenceDescription, EvidenceLink, Strength};
use domain::finding::{self, Finding, FindingStanding, Response};
use domain::framework::{Control, Framework};
use domain::id::*;
use domain::organisation::Organisation;
use domain::score::{self, ItemStanding, Standing};
use uuid::Uuid;

pub(crate) use crate::own::*;

pub(crate) const AS_OF: &str = "2030-06-30";
pub(crate) const SYSTEMS: [Subject; 2] = [
    Subject::System(SystemId(Uuid::from_u128(1))),
    Subject::System(SystemId(Uuid::from_u128(2))),
];

/// Returns a day.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Returns noon of a day.
pub(crate) fn noon(text: &str) -> DateTime<Utc> {
    day(text).and_hms_opt(12, 0, 0).unwrap().and_utc()
}

/// Returns the words of an answer with nothing but the word.
pub(crate) fn said(implementation: Implementation) -> AnswerWords {
    AnswerWords {
        implementation: Some(implementation),
        ..AnswerWords::default()
    }
}

/// Returns an answer with a complete decision record.
pub(crate) fn decided(implementation: Implementation) -> AnswerWords {
    let record = [
        ("measure", "a locked room"),
        ("why", "no network there"),
        ("approver", "A. Adeyemi, director"),
        ("on", "2030-03-01"),
    ];
    AnswerWords {
        decision: BTreeMap::from(record.map(|(k, v)| (k.to_owned(), v.to_owned()))),
        ..said(implementation)
    }
}

/// Returns "not applicable" with its reason and approver.
pub(crate) fn excluded() -> AnswerWords {
    AnswerWords {
        exclusion_reason: "No such machine.".to_owned(),
        exclusion_approver: "A. Adeyemi".to_owned(),
        ..said(Implementation::NotApplicable)
    }
}

/// Returns the words with what the assessor found.
pub(crate) fn found(words: AnswerWords, determination: Determination) -> AnswerWords {
    AnswerWords {
        determination: Some(determination),
        ..words
    }
}

/// Returns evidence taken in on the as-of date.
pub(crate) fn evidence() -> Evidence {
    Evidence {
        id: EvidenceId(Uuid::nil()),
        assessment: AssessmentId(Uuid::nil()),
        title: "a paper".to_owned(),
        attachment: None,
        description: EvidenceDescription::default(),
        added: noon(AS_OF),
        withdrawn: None,
        redacts: None,
    }
}

/// An assessment in the making: two systems in scope, nothing answered.
#[derive(Clone)]
pub(crate) struct Bench {
    pub(crate) dossier: Dossier,
}

impl Bench {
    /// Lays out an assessment under a framework.
    pub(crate) fn under(framework: Framework) -> Self {
        let day = day(AS_OF);
        let organisation = OrganisationId(Uuid::nil());
        let systems = SYSTEMS.map(|s| match s {
            Subject::System(id) => id,
            other => panic!("{other} is no system"),
        });
        let assessment = Assessment {
            id: AssessmentId(Uuid::nil()),
            organisation,
            title: String::new(),
            framework: FrameworkRef {
                id: framework.id.clone(),
                edition: framework.edition.clone(),
                digest: String::new(),
            },
            period: Period { from: day, to: day },
            as_of: day,
            scope: Scope {
                systems: systems.to_vec(),
                ..Scope::default()
            },
            engagement: Engagement::default(),
            profile: Vec::new(),
            stage: Stage::Draft,
            version: 1,
            started: noon(AS_OF),
            archived: false,
        };
        Self {
            dossier: Dossier {
                framework: Arc::new(framework),
                organisation: Organisation {
                    id: organisation,
                    name: String::new(),
                    kind: String::new(),
                    address: String::new(),
                    contact: String::new(),
                    remarks: String::new(),
                },
                assessment,
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
            },
        }
    }

    /// Lays out an assessment under the tests' framework with these controls.
    pub(crate) fn with(controls: Vec<Control>) -> Self {
        Self::under(framework(controls))
    }

    /// Changes the framework.
    pub(crate) fn ruled(mut self, change: impl FnOnce(&mut Framework)) -> Self {
        change(Arc::make_mut(&mut self.dossier.framework));
        self
    }

    /// Answers a control for all.
    pub(crate) fn answer(self, control: &str, words: AnswerWords) -> Self {
        self.answer_for(control, Subject::All, words)
    }

    /// Answers a control for a subject; a later answer for the same takes its place.
    pub(crate) fn answer_for(
        mut self,
        control: &str,
        subject: Subject,
        words: AnswerWords,
    ) -> Self {
        let answers = &mut self.dossier.answers;
        answers.retain(|a| a.control != control || a.subject != subject);
        answers.push(Answer {
            id: AnswerId(Uuid::from_u128(answers.len() as u128)),
            assessment: AssessmentId(Uuid::nil()),
            control: control.to_owned(),
            subject,
            words,
            assessor: String::new(),
            changed: noon(AS_OF),
        });
        self
    }

    /// Links evidence for a control's answer.
    pub(crate) fn shown(self, control: &str, strength: Strength, evidence: Evidence) -> Self {
        self.linked(control, Subject::All, strength, Bearing::Supports, evidence)
    }

    /// Links evidence to an answer.
    pub(crate) fn linked(
        mut self,
        control: &str,
        subject: Subject,
        strength: Strength,
        bearing: Bearing,
        evidence: Evidence,
    ) -> Self {
        let number = self.dossier.links.len() as u128 + 1;
        let id = EvidenceId(Uuid::from_u128(number));
        self.dossier.evidence.push(Evidence { id, ..evidence });
        self.dossier.links.push(EvidenceLink {
            id: EvidenceLinkId(Uuid::from_u128(number)),
            assessment: AssessmentId(Uuid::nil()),
            evidence: id,
            control: control.to_owned(),
            subject,
            strength,
            bearing,
            remark: String::new(),
        });
        self
    }

    /// Answers a question of the profile.
    pub(crate) fn profiled(mut self, question: &str, subject: Subject, option: &str) -> Self {
        self.dossier.assessment.profile.push(ProfileAnswer {
            question: question.to_owned(),
            subject,
            option: option.to_owned(),
        });
        self
    }

    /// Lets the findings follow the answers, as after every save.
    pub(crate) fn followed(mut self) -> Self {
        let raised = finding::raise(&self.dossier, &self.standing());
        for raised in finding::follow(&mut self.dossier.findings, raised) {
            let number = self.dossier.findings.len() as u128 + 1;
            self.dossier.findings.push(Finding {
                id: FindingId(Uuid::from_u128(number)),
                assessment: AssessmentId(Uuid::nil()),
                raised,
                standing: FindingStanding::Open,
                first_raised: noon(AS_OF),
                consequence: String::new(),
                response: Response::default(),
            });
        }
        self
    }

    /// Returns where it stands.
    pub(crate) fn standing(&self) -> Standing {
        score::standing(&self.dossier)
    }

    /// Returns how a control stands.
    pub(crate) fn item(&self, control: &str) -> ItemStanding {
        let mut items = self.standing().items.into_iter();
        items.find(|i| i.control == control).unwrap()
    }
}

/// Returns a figure as it is shown, to one decimal.
pub(crate) fn shown(figure: Option<f64>) -> String {
    figure.map_or_else(|| "none".to_owned(), |f| format!("{f:.1}"))
}
