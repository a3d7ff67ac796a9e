//! One record of each kind, with the same ids and words each time.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::answer::{
    Answer, AnswerWords, Determination, Implementation, Observation, Subject,
};
use domain::assessment::{
    Assessment, Engagement, EngagementKind, FrameworkRef, Period, ProfileAnswer, Scope,
    Snapshot, Stage, Version,
};
use domain::evidence::{Bearing, Evidence, EvidenceDescription, EvidenceLink, Strength};
use domain::finding::{
    Finding, FindingKind, FindingStanding, Raised, Response, ResponseCourse, ResponseState,
};
use domain::framework::Method;
use domain::id::*;
use domain::note::WorkingNote;
use domain::organisation::{
    Agreement, AgreementState, Organisation, Person, Site, System, Vendor,
};
use domain::request::{EvidenceRequest, Origin, RequestCourse, RequestState};
use store::{Chain, Record, Setting, Store};
use uuid::Uuid;

use crate::place::{now, seal};

/// The text kept as the assessment's framework.
pub(crate) const FRAMEWORK: &[u8] = b"the text of a framework";

/// What was attached.
pub(crate) const BYTES: &[u8] = b"name,role\nRobin,assessor\n";

/// One record of each kind.
pub(crate) struct Records {
    pub(crate) organisation: Organisation,
    pub(crate) site: Site,
    pub(crate) system: System,
    pub(crate) vendor: Vendor,
    pub(crate) person: Person,
    pub(crate) assessment: Assessment,
    pub(crate) answer: Answer,
    pub(crate) working_note: WorkingNote,
    pub(crate) observation: Observation,
    pub(crate) evidence: Evidence,
    pub(crate) link: EvidenceLink,
    pub(crate) request: EvidenceRequest,
    pub(crate) finding: Finding,
    pub(crate) version: Version,
    pub(crate) snapshot: Snapshot,
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x01a2_0cff_7d00_7000_8000_0000_0000_0000 + number)
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

/// Writes one record of each kind, with an attachment, and returns them.
pub(crate) fn write(store: &mut Store) -> Records {
    let sealing = seal(store, BYTES);
    let mut records = records();
    let chain = Chain::Organisation(records.organisation.id);
    store
        .change(chain, now(), |change| {
            change.keep_framework(&vault::hex(&vault::sha256(FRAMEWORK)), FRAMEWORK)?;
            let (attachment, _) = change.attach(sealing, "people.csv", AttachmentId(id(20)))?;
            records.evidence.attachment = Some(attachment);
            change.put(&Setting {
                id: "person".into(),
                value: "Robin".into(),
            })?;
            change.put(&records.organisation)?;
            change.put(&records.site)?;
            change.put(&records.system)?;
            change.put(&records.vendor)?;
            change.put(&records.person)?;
            change.put(&records.assessment)?;
            change.put(&records.answer)?;
            change.put(&records.working_note)?;
            change.put(&records.observation)?;
            change.put(&records.evidence)?;
            change.put(&records.link)?;
            change.put(&records.request)?;
            change.put(&records.finding)?;
            change.put(&records.version)?;
            change.put(&records.snapshot)
        })
        .unwrap();
    records
}

/// Asserts that a vault holds these records and no other.
pub(crate) fn assert_read(store: &Store, records: &Records) {
    only(store, &records.organisation);
    only(store, &records.site);
    only(store, &records.system);
    only(store, &records.vendor);
    only(store, &records.person);
    only(store, &records.assessment);
    only(store, &records.answer);
    only(store, &records.working_note);
    only(store, &records.observation);
    only(store, &records.evidence);
    only(store, &records.link);
    only(store, &records.request);
    only(store, &records.finding);
    only(store, &records.version);
    only(store, &records.snapshot);
    let answer = &records.answer;
    let found = store
        .of_control(answer.assessment, &answer.control, answer.subject)
        .unwrap();
    assert_eq!(found.as_ref(), Some(answer));
    let digest = &records.assessment.framework.digest;
    assert_eq!(store.framework(digest).unwrap().as_deref(), Some(FRAMEWORK));
    let attachment = records.evidence.attachment.as_ref().unwrap();
    assert_eq!(bytes(store, attachment.id).unwrap(), BYTES);
}

/// Returns the bytes of an attachment.
pub(crate) fn bytes(store: &Store, id: AttachmentId) -> Result<Vec<u8>, String> {
    let opened = store
        .open_attachment(id)
        .map_err(|error| error.to_string())?;
    let mut bytes = Vec::new();
    let mut reader = opened.ok_or("no row")?;
    std::io::Read::read_to_end(&mut reader, &mut bytes).map_err(|error| error.to_string())?;
    Ok(bytes)
}

fn only<R: Record + PartialEq + std::fmt::Debug + Clone>(store: &Store, record: &R) {
    assert_eq!(store.get(&record.id()).unwrap().as_ref(), Some(record));
    let all = std::slice::from_ref(record);
    assert_eq!(store.all::<R>().unwrap(), all);
    if let Some(organisation) = record.organisation() {
        assert_eq!(
            store
                .of_organisation::<R>(OrganisationId(organisation))
                .unwrap(),
            all
        );
    }
    if let Some(assessment) = record.assessment() {
        assert_eq!(
            store.of_assessment::<R>(AssessmentId(assessment)).unwrap(),
            all
        );
    }
}

/// Returns one record of each kind. Every field has a value of its own, so that a field that
/// is no longer read is seen.
pub(crate) fn records() -> Records {
    let organisation = OrganisationId(id(1));
    let (site, system, vendor) = (SiteId(id(2)), SystemId(id(3)), VendorId(id(4)));
    let (person, assessment) = (PersonId(id(5)), AssessmentId(id(6)));
    let (evidence, version) = (EvidenceId(id(10)), VersionId(id(14)));
    let subject = Subject::System(system);
    let control = || "A-1".to_owned();
    let agreement = Agreement {
        state: AgreementState::Signed,
        signed: Some(day(1)),
        until: Some(day(30)),
        remarks: "In the safe".into(),
    };
    Records {
        organisation: Organisation {
            id: organisation,
            name: "Klinik am Fluß \u{1f3e5}".into(),
            kind: "outpatient clinic".into(),
            address: "1 Quay".into(),
            contact: "front desk".into(),
            remarks: "Closed on Fridays".into(),
        },
        site: Site {
            id: site,
            organisation,
            name: "Main site".into(),
            address: "1 Quay".into(),
            remarks: "Two floors".into(),
        },
        system: System {
            id: system,
            organisation,
            name: "Triage".into(),
            purpose: "Sorts calls".into(),
            users: "Nurses".into(),
            model_kind: "classifier".into(),
            model_version: "3.1".into(),
            hosting: "On site".into(),
            training_data: "Calls of 2024".into(),
            inference_data: "Calls".into(),
            vendor: Some(vendor),
        },
        vendor: Vendor {
            id: vendor,
            organisation,
            name: "Modelworks".into(),
            service: "The triage model".into(),
            contact: "support desk".into(),
            agreement: agreement.clone(),
        },
        person: Person {
            id: person,
            organisation,
            name: "Kim".into(),
            role: "Security officer".into(),
            contact: "extension 12".into(),
        },
        assessment: Assessment {
            id: assessment,
            organisation,
            title: "Autumn".into(),
            framework: FrameworkRef {
                id: "demo".into(),
                edition: "1".into(),
                digest: vault::hex(&vault::sha256(FRAMEWORK)),
            },
            period: Period {
                from: day(1),
                to: day(20),
            },
            as_of: day(20),
            scope: Scope {
                statement: "All of it".into(),
                left_out: "The car park".into(),
                sites: vec![site],
                systems: vec![system],
                vendors: vec![vendor],
            },
            engagement: Engagement {
                requested_by: "The board".into(),
                kind: EngagementKind::Independent,
                assessor: "Robin".into(),
                qualifications: "Ten years".into(),
                independence: "No ties".into(),
                marking: "Confidential".into(),
                agreement,
            },
            profile: vec![ProfileAnswer {
                question: "q".into(),
                subject: Subject::All,
                option: "o".into(),
            }],
            stage: Stage::Final,
            version: 2,
            started: now(),
            archived: true,
        },
        answer: Answer {
            id: AnswerId(id(7)),
            assessment,
            control: control(),
            subject,
            words: AnswerWords {
                implementation: Some(Implementation::Alternative),
                determination: Some(Determination::OtherThanSatisfied),
                note: "A **note** with العربية and 漢字".into(),
                qualifiers: vec!["q1".into()],
                decision: BTreeMap::from([("measure".into(), "A lock".into())]),
                exclusion_reason: "None".into(),
                exclusion_approver: "Kim".into(),
                plan_owner: "Kim".into(),
                plan_due: Some(day(29)),
                who_would_know: "Kim".into(),
                flagged: true,
            },
            assessor: "Robin".into(),
            changed: now(),
        },
        working_note: WorkingNote {
            id: WorkingNoteId(id(8)),
            assessment,
            control: control(),
            subject,
            text: "Ask again".into(),
        },
        observation: Observation {
            id: ObservationId(id(9)),
            assessment,
            control: control(),
            subject,
            method: Method::Test,
            procedure: "Tried the door".into(),
            with_whom: "Kim".into(),
            on: day(12),
            population: "Four doors".into(),
            sample: "Two of them".into(),
            result: "Both shut".into(),
            by: "Robin".into(),
        },
        evidence: Evidence {
            id: evidence,
            assessment,
            title: "The people".into(),
            attachment: None,
            description: EvidenceDescription {
                text: "Who is who".into(),
                provided_by: "Kim".into(),
                collected_on: Some(day(12)),
                ..EvidenceDescription::default()
            },
            added: now(),
            withdrawn: None,
            redacts: None,
        },
        link: EvidenceLink {
            id: EvidenceLinkId(id(11)),
            assessment,
            evidence,
            control: control(),
            subject,
            strength: Strength::Observed,
            bearing: Bearing::Contradicts,
            remark: "Page 2".into(),
        },
        request: EvidenceRequest {
            id: RequestId(id(12)),
            assessment,
            control: control(),
            subject,
            artefact: "A list of doors".into(),
            origin: Origin::Person,
            owners: vec!["IT".into()],
            collection: "copy".into(),
            course: RequestCourse {
                state: RequestState::Refused,
                person: Some(person),
                ask: "Kim".into(),
                due: Some(day(28)),
                reason: "Too long".into(),
                remark: String::new(),
                evidence: vec![evidence],
            },
        },
        finding: Finding {
            id: FindingId(id(13)),
            assessment,
            raised: Raised {
                control: control(),
                subject,
                kind: FindingKind::DocumentationGap,
                severity: 4,
                wording: "Documentation gap".into(),
                contradiction: true,
            },
            standing: FindingStanding::Open,
            first_raised: now(),
            consequence: "A door stands open".into(),
            response: Response {
                course: ResponseCourse::Other,
                text: "A second lock".into(),
                owner: "Kim".into(),
                due: Some(day(27)),
                state: ResponseState::InProgress,
            },
        },
        version: Version {
            id: version,
            assessment,
            number: 1,
            digest: "00".repeat(32),
            by: "Robin".into(),
            at: now(),
        },
        snapshot: Snapshot {
            id: version,
            assessment,
            state: "{}".into(),
        },
    }
}
