//! The data of an assessment as JSON, for other programs: what goes along with a packet and
//! into a packet of record. `assets/schema/assessment-data-1.schema.json` describes it.
//!
//! It is built from what may be shown to others, field by field, into types of its own: what
//! has no field here cannot get out. A change of these types is a change of the schema, and
//! one that takes something away or means something else by it is a new version.

mod controls;
mod shape;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::assessment::{Assessment, Stage};
use domain::disclosed::Disclosed;
use domain::dossier::Dossier;
use domain::evidence::Evidence;
use domain::finding::Finding;
use domain::organisation::Agreement;
use domain::request::EvidenceRequest;
use domain::score::{Figures, Standing};

use crate::error::Error;
use shape::*;

/// Returns the data of an assessment as it may be shown to others, as JSON. The figures are
/// those of the whole assessment, as every document prints them: they hold no word of what is
/// kept back.
pub(crate) fn of(
    disclosed: &Disclosed,
    standing: &Standing,
    now: DateTime<Utc>,
) -> Result<Vec<u8>, Error> {
    let dossier = disclosed.dossier();
    let data = AssessmentData {
        format: "assessment-data",
        version: 1,
        program: format!("Auscult {}", env!("CARGO_PKG_VERSION")),
        made_at: now,
        framework: FrameworkData {
            id: &dossier.framework.id,
            edition: &dossier.framework.edition,
            title: &dossier.framework.title,
            digest: &dossier.assessment.framework.digest,
        },
        organisation: OrganisationData {
            id: dossier.organisation.id,
            name: &dossier.organisation.name,
            kind: &dossier.organisation.kind,
            address: &dossier.organisation.address,
        },
        assessment: assessment(&dossier.assessment),
        sites: sites(dossier),
        systems: systems(dossier),
        vendors: vendors(dossier),
        profile: profile(dossier),
        standing: standing_data(standing),
        controls: controls::of(dossier, standing),
        findings: dossier.findings.iter().map(finding).collect(),
        evidence: dossier.evidence.iter().map(evidence).collect(),
        requests: requests(dossier),
    };
    let mut bytes = serde_json::to_vec_pretty(&data)
        .map_err(|_| Error::input("The assessment's data could not be written as JSON."))?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn assessment(of: &Assessment) -> AssessmentOwnData<'_> {
    let engagement = &of.engagement;
    AssessmentOwnData {
        id: of.id,
        title: &of.title,
        version: of.version,
        is_draft: of.stage == Stage::Draft,
        period_from: of.period.from,
        period_to: of.period.to,
        as_of: of.as_of,
        started: of.started,
        scope: ScopeData {
            statement: &of.scope.statement,
            left_out: &of.scope.left_out,
            sites: &of.scope.sites,
            systems: &of.scope.systems,
            vendors: &of.scope.vendors,
        },
        engagement: EngagementData {
            kind: engagement.kind,
            requested_by: &engagement.requested_by,
            assessor: &engagement.assessor,
            qualifications: &engagement.qualifications,
            independence: &engagement.independence,
            marking: &engagement.marking,
        },
    }
}

fn sites(dossier: &Dossier) -> Vec<SiteData<'_>> {
    let of = dossier.sites.iter();
    of.map(|site| SiteData {
        id: site.id,
        name: &site.name,
        address: &site.address,
    })
    .collect()
}

fn systems(dossier: &Dossier) -> Vec<SystemData<'_>> {
    let of = dossier.systems.iter();
    of.map(|system| SystemData {
        id: system.id,
        name: &system.name,
        purpose: &system.purpose,
        users: &system.users,
        model_kind: &system.model_kind,
        model_version: &system.model_version,
        hosting: &system.hosting,
        training_data: &system.training_data,
        inference_data: &system.inference_data,
        vendor: system.vendor,
    })
    .collect()
}

fn vendors(dossier: &Dossier) -> Vec<VendorData<'_>> {
    let of = dossier.vendors.iter();
    of.map(|vendor| VendorData {
        id: vendor.id,
        name: &vendor.name,
        service: &vendor.service,
        agreement: agreement(&vendor.agreement),
    })
    .collect()
}

fn agreement(of: &Agreement) -> AgreementData<'_> {
    AgreementData {
        state: of.state,
        signed: of.signed,
        until: of.until,
        remarks: &of.remarks,
    }
}

fn profile(dossier: &Dossier) -> Vec<ProfileData<'_>> {
    let of = dossier.assessment.profile.iter();
    of.map(|answer| ProfileData {
        question: &answer.question,
        subject: answer.subject,
        option: &answer.option,
    })
    .collect()
}

fn standing_data(of: &Standing) -> StandingData<'_> {
    let gates = of.gates.iter().map(|gate| GateData {
        gate: &gate.gate,
        title: &gate.title,
        cap: &gate.cap,
        controls: &gate.controls,
    });
    let sections = of.sections.iter().map(|section| SectionData {
        section: &section.section,
        title: &section.title,
        figures: figures(&section.figures),
    });
    StandingData {
        word: &of.word,
        band: &of.band,
        provisions: figures(&of.provisions),
        all: figures(&of.all),
        sections: sections.collect(),
        gates: gates.collect(),
        disclaimer: &of.disclaimer,
    }
}

fn figures(of: &Figures) -> FiguresData {
    FiguresData {
        conformity: of.conformity,
        assurance: of.assurance,
        coverage: of.coverage,
        items: of.items,
        applicable: of.applicable,
        resolved: of.resolved,
    }
}

fn finding(of: &Finding) -> FindingData<'_> {
    let (raised, response) = (&of.raised, &of.response);
    FindingData {
        id: of.id,
        control: &raised.control,
        subject: raised.subject,
        kind: raised.kind,
        severity: raised.severity,
        wording: &raised.wording,
        is_contradiction: raised.contradiction,
        standing: of.standing,
        first_raised: of.first_raised,
        consequence: &of.consequence,
        response: ResponseData {
            course: response.course,
            text: &response.text,
            owner: &response.owner,
            due: response.due,
            state: response.state,
        },
    }
}

fn evidence(of: &Evidence) -> EvidenceData<'_> {
    let said = &of.description;
    EvidenceData {
        id: of.id,
        title: &of.title,
        file: of.attachment.as_ref().map(|file| FileData {
            name: &file.file_name,
            length: file.length,
            sha256: &file.sha256,
        }),
        text: &said.text,
        provided_by: &said.provided_by,
        collected_by: &said.collected_by,
        collected_on: said.collected_on,
        covers_from: said.covers_from,
        covers_to: said.covers_to,
        document_version: &said.document_version,
        effective: said.effective,
        valid_until: said.valid_until,
        collection: &said.collection,
        confidentiality: said.confidentiality,
        phi: said.phi,
        added: of.added,
        withdrawn: of.withdrawn.as_ref().map(|withdrawal| WithdrawalData {
            reason: &withdrawal.reason,
            by: &withdrawal.by,
            at: withdrawal.at,
        }),
        redacts: of.redacts,
    }
}

fn requests(dossier: &Dossier) -> Vec<RequestData<'_>> {
    let people: HashMap<_, &str> = (dossier.people.iter())
        .map(|person| (person.id, person.name.as_str()))
        .collect();
    let name = |of: &EvidenceRequest| of.course.person.and_then(|id| people.get(&id).copied());
    let of = dossier.requests.iter();
    of.map(|of| request(of, name(of))).collect()
}

fn request<'d>(of: &'d EvidenceRequest, person: Option<&'d str>) -> RequestData<'d> {
    let course = &of.course;
    RequestData {
        id: of.id,
        control: &of.control,
        subject: of.subject,
        artefact: &of.artefact,
        origin: of.origin,
        owners: &of.owners,
        collection: &of.collection,
        state: course.state,
        person,
        ask: &course.ask,
        due: course.due,
        reason: &course.reason,
        remark: &course.remark,
        evidence: &course.evidence,
    }
}
