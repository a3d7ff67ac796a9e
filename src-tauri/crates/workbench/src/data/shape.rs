//! The shape of the data, as the schema describes it.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::answer::{Determination, Implementation, ItemState, Subject};
use domain::assessment::EngagementKind;
use domain::evidence::{Bearing, Confidentiality, Phi, Strength};
use domain::finding::{FindingKind, FindingStanding, ResponseCourse, ResponseState};
use domain::framework::{Method, Role};
use domain::id::{
    AssessmentId, EvidenceId, FindingId, OrganisationId, RequestId, SiteId, SystemId, VendorId,
};
use domain::organisation::AgreementState;
use domain::request::{Origin, RequestState};
use serde::Serialize;

macro_rules! shapes {
    ($($name:ident $(<$d:lifetime>)? { $($field:ident: $type:ty,)* })*) => {$(
        #[derive(Serialize)]
        #[serde(rename_all = "camelCase")]
        pub(super) struct $name $(<$d>)? {
            $(pub(super) $field: $type,)*
        }
    )*};
}

shapes! {
    AssessmentData<'d> {
        format: &'static str,
        version: u32,
        program: String,
        made_at: DateTime<Utc>,
        framework: FrameworkData<'d>,
        organisation: OrganisationData<'d>,
        assessment: AssessmentOwnData<'d>,
        sites: Vec<SiteData<'d>>,
        systems: Vec<SystemData<'d>>,
        vendors: Vec<VendorData<'d>>,
        profile: Vec<ProfileData<'d>>,
        standing: StandingData<'d>,
        controls: Vec<ControlData<'d>>,
        findings: Vec<FindingData<'d>>,
        evidence: Vec<EvidenceData<'d>>,
        requests: Vec<RequestData<'d>>,
    }
    FrameworkData<'d> {
        id: &'d str,
        edition: &'d str,
        title: &'d str,
        digest: &'d str,
    }
    OrganisationData<'d> {
        id: OrganisationId,
        name: &'d str,
        kind: &'d str,
        address: &'d str,
    }
    AssessmentOwnData<'d> {
        id: AssessmentId,
        title: &'d str,
        version: u32,
        is_draft: bool,
        period_from: NaiveDate,
        period_to: NaiveDate,
        as_of: NaiveDate,
        started: DateTime<Utc>,
        scope: ScopeData<'d>,
        engagement: EngagementData<'d>,
    }
    ScopeData<'d> {
        statement: &'d str,
        left_out: &'d str,
        sites: &'d [SiteId],
        systems: &'d [SystemId],
        vendors: &'d [VendorId],
    }
    EngagementData<'d> {
        kind: EngagementKind,
        requested_by: &'d str,
        assessor: &'d str,
        qualifications: &'d str,
        independence: &'d str,
        marking: &'d str,
    }
    SiteData<'d> {
        id: SiteId,
        name: &'d str,
        address: &'d str,
    }
    SystemData<'d> {
        id: SystemId,
        name: &'d str,
        purpose: &'d str,
        users: &'d str,
        model_kind: &'d str,
        model_version: &'d str,
        hosting: &'d str,
        training_data: &'d str,
        inference_data: &'d str,
        vendor: Option<VendorId>,
    }
    VendorData<'d> {
        id: VendorId,
        name: &'d str,
        service: &'d str,
        agreement: AgreementData<'d>,
    }
    AgreementData<'d> {
        state: AgreementState,
        signed: Option<NaiveDate>,
        until: Option<NaiveDate>,
        remarks: &'d str,
    }
    ProfileData<'d> {
        question: &'d str,
        subject: Subject,
        option: &'d str,
    }
    StandingData<'d> {
        word: &'d str,
        band: &'d str,
        provisions: FiguresData,
        all: FiguresData,
        sections: Vec<SectionData<'d>>,
        gates: Vec<GateData<'d>>,
        disclaimer: &'d str,
    }
    FiguresData {
        conformity: Option<f64>,
        assurance: Option<f64>,
        coverage: Option<f64>,
        items: u32,
        applicable: u32,
        resolved: u32,
    }
    SectionData<'d> {
        section: &'d str,
        title: &'d str,
        figures: FiguresData,
    }
    GateData<'d> {
        gate: &'d str,
        title: &'d str,
        cap: &'d str,
        controls: &'d [String],
    }
    ControlData<'d> {
        id: &'d str,
        section: &'d str,
        label: &'d str,
        text: &'d str,
        citation: &'d str,
        provisions: Vec<ProvisionData<'d>>,
        state: ItemState,
        value: f64,
        assurance: f64,
        severity: u8,
        rows: Vec<RowData>,
        answers: Vec<AnswerData<'d>>,
        observations: Vec<ObservationData<'d>>,
        evidence: Vec<LinkData<'d>>,
    }
    ProvisionData<'d> {
        citation: &'d str,
        role: Role,
    }
    RowData {
        subject: Subject,
        state: ItemState,
        value: f64,
        assurance: f64,
        is_contradicted: bool,
        is_stale: bool,
    }
    AnswerData<'d> {
        subject: Subject,
        implementation: Option<Implementation>,
        determination: Option<Determination>,
        note: &'d str,
        qualifiers: &'d [String],
        decision: &'d BTreeMap<String, String>,
        exclusion_reason: &'d str,
        exclusion_approver: &'d str,
        plan_owner: &'d str,
        plan_due: Option<NaiveDate>,
        who_would_know: &'d str,
        assessor: &'d str,
        changed: DateTime<Utc>,
    }
    ObservationData<'d> {
        subject: Subject,
        method: Method,
        procedure: &'d str,
        with_whom: &'d str,
        on: NaiveDate,
        population: &'d str,
        sample: &'d str,
        result: &'d str,
        by: &'d str,
    }
    LinkData<'d> {
        evidence: EvidenceId,
        subject: Subject,
        strength: Strength,
        bearing: Bearing,
        remark: &'d str,
    }
    FindingData<'d> {
        id: FindingId,
        control: &'d str,
        subject: Subject,
        kind: FindingKind,
        severity: u8,
        wording: &'d str,
        is_contradiction: bool,
        standing: FindingStanding,
        first_raised: DateTime<Utc>,
        consequence: &'d str,
        response: ResponseData<'d>,
    }
    ResponseData<'d> {
        course: ResponseCourse,
        text: &'d str,
        owner: &'d str,
        due: Option<NaiveDate>,
        state: ResponseState,
    }
    EvidenceData<'d> {
        id: EvidenceId,
        title: &'d str,
        file: Option<FileData<'d>>,
        text: &'d str,
        provided_by: &'d str,
        collected_by: &'d str,
        collected_on: Option<NaiveDate>,
        covers_from: Option<NaiveDate>,
        covers_to: Option<NaiveDate>,
        document_version: &'d str,
        effective: Option<NaiveDate>,
        valid_until: Option<NaiveDate>,
        collection: &'d str,
        confidentiality: Confidentiality,
        phi: Phi,
        added: DateTime<Utc>,
        withdrawn: Option<WithdrawalData<'d>>,
        redacts: Option<EvidenceId>,
    }
    FileData<'d> {
        name: &'d str,
        length: u64,
        sha256: &'d str,
    }
    WithdrawalData<'d> {
        reason: &'d str,
        by: &'d str,
        at: DateTime<Utc>,
    }
    RequestData<'d> {
        id: RequestId,
        control: &'d str,
        subject: Subject,
        artefact: &'d str,
        origin: Origin,
        owners: &'d [String],
        collection: &'d str,
        state: RequestState,
        person: Option<&'d str>,
        ask: &'d str,
        due: Option<NaiveDate>,
        reason: &'d str,
        remark: &'d str,
        evidence: &'d [EvidenceId],
    }
}
