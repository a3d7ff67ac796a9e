//! What a screen asks.

use chrono::NaiveDate;
use domain::answer::{AnswerWords, Implementation, Subject};
use domain::assessment::{Engagement, Period, ProfileAnswer, Scope};
use domain::evidence::{Bearing, Evidence, Strength};
use domain::finding::Response;
use domain::id::{
    AssessmentId, EvidenceId, EvidenceLinkId, FindingId, ObservationId, OrganisationId,
};
use domain::packet::PaperSize;
use domain::request::EvidenceRequest;
use serde::Deserialize;
use uuid::Uuid;

macro_rules! requests {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)*
        }
    )*};
}

requests! {
    /// Makes a vault.
    CreateVaultRequest {
        /// The folder, as `choose_new_vault` gave it.
        folder: String,
        /// The passphrase.
        passphrase: String,
        /// Who works here: the name put under answers.
        person: String,
        /// The key file that is needed beside the passphrase, as `choose_key_file` or
        /// `make_key_file` gave it.
        key_file: Option<String>,
    }
    /// Unlocks a vault.
    UnlockRequest {
        /// The folder.
        folder: String,
        /// The passphrase; empty when a recovery code is given.
        passphrase: String,
        /// The key file that is needed beside the passphrase.
        key_file: Option<String>,
        /// The recovery code, in place of a passphrase.
        recovery_code: Option<String>,
    }
    /// Names an organisation.
    OrganisationRequest {
        /// Which.
        organisation: OrganisationId,
    }
    /// Names an assessment.
    AssessmentRequest {
        /// Which.
        assessment: AssessmentId,
    }
    /// Names a control of an assessment.
    ControlRequest {
        /// The assessment.
        assessment: AssessmentId,
        /// The control's id.
        control: String,
    }
    /// Names a framework edition.
    FrameworkRequest {
        /// Its digest; nothing means the newest built in.
        digest: Option<String>,
    }
    /// Asks what a profile would change.
    ProfileRequest {
        /// The framework's digest; nothing means the newest built in.
        digest: Option<String>,
        /// The answers so far.
        answers: Vec<ProfileAnswer>,
    }
    /// Starts an assessment.
    StartRequest {
        /// The organisation.
        organisation: OrganisationId,
        /// What it is called.
        title: String,
        /// The period it looks at.
        period: Period,
        /// The day on which dates are judged.
        as_of: NaiveDate,
        /// What is in and out.
        scope: Scope,
        /// Who asked, who assesses.
        engagement: Engagement,
        /// The scoping profile.
        profile: Vec<ProfileAnswer>,
    }
    /// Answers a control for a subject.
    AnswerRequest {
        /// The assessment.
        assessment: AssessmentId,
        /// The control's id.
        control: String,
        /// What the answer is about.
        subject: Subject,
        /// All that the person wrote.
        words: AnswerWords,
    }
    /// Writes the private note.
    WorkingNoteRequest {
        /// The assessment.
        assessment: AssessmentId,
        /// The control's id.
        control: String,
        /// What the answer it goes with is about.
        subject: Subject,
        /// The note.
        text: String,
    }
    /// Joins split answers.
    JoinRequest {
        /// The assessment.
        assessment: AssessmentId,
        /// The control's id.
        control: String,
        /// The subject whose answer is to stand for all.
        keep: Subject,
    }
    /// Names an observation.
    ObservationRequest {
        /// Which.
        observation: ObservationId,
    }
    /// Attaches files.
    AttachRequest {
        /// The assessment.
        assessment: AssessmentId,
        /// The control they are for; nothing means for sorting later.
        control: Option<String>,
        /// What the answer is about.
        subject: Subject,
        /// How strong they are for it.
        strength: Strength,
        /// The token of dropped files; nothing asks with the file picker.
        dropped: Option<String>,
        /// The evidence of which these are redacted copies, if they are.
        redacts: Option<EvidenceId>,
        /// A name for the work, by which it can be cancelled.
        task: String,
    }
    /// Attaches what lies on the clipboard: a picture, text or files.
    AttachPastedRequest {
        /// The assessment.
        assessment: AssessmentId,
        /// The control it is for; nothing means for sorting later.
        control: Option<String>,
        /// What the answer is about.
        subject: Subject,
        /// How strong it is for it.
        strength: Strength,
        /// A name for the work, by which it can be cancelled.
        task: String,
    }
    /// Links evidence to several answers at once.
    LinkEvidenceRequest {
        /// The assessment.
        assessment: AssessmentId,
        /// The evidence.
        evidence: Vec<EvidenceId>,
        /// The answers.
        answers: Vec<AnswerPlace>,
        /// How strong it is for each.
        strength: Strength,
        /// Which way it points.
        bearing: Bearing,
    }
    /// Says which answer is meant: a control and a subject.
    AnswerPlace {
        /// The control's id.
        control: String,
        /// What the answer is about.
        subject: Subject,
    }
    /// Answers several controls alike.
    BulkRequest {
        /// The assessment.
        assessment: AssessmentId,
        /// The controls' ids.
        controls: Vec<String>,
        /// Whether answers that have a word already stay as they are.
        only_unanswered: bool,
        /// What is set; what is absent stays as it is.
        set: BulkWords,
    }
    /// What a bulk answer sets. What is absent stays as it is.
    BulkWords {
        /// The answer word.
        implementation: Option<Implementation>,
        /// Whether to come back to it.
        flagged: Option<bool>,
        /// A note put below the one that is there.
        note: Option<String>,
        /// Why it does not apply.
        exclusion_reason: Option<String>,
        /// Who approved that it does not apply.
        exclusion_approver: Option<String>,
        /// Who sees to what is planned.
        plan_owner: Option<String>,
        /// By when.
        plan_due: Option<NaiveDate>,
        /// Who would know.
        who_would_know: Option<String>,
    }
    /// Names what has a history of its own: an assessment or an organisation.
    HistoryRequest {
        /// Its id.
        #[cfg_attr(feature = "bindings", ts(type = "string"))]
        of: Uuid,
    }
    /// Searches the vault.
    SearchRequest {
        /// What was typed.
        text: String,
        /// The assessment to search; nothing searches the whole vault.
        assessment: Option<AssessmentId>,
    }
    /// Starts an assessment from another one.
    DuplicateRequest {
        /// The assessment to start from: its scope, engagement and profile are taken over.
        assessment: AssessmentId,
        /// What the new one is called.
        title: String,
        /// The period it looks at.
        period: Period,
        /// The day on which dates are judged.
        as_of: NaiveDate,
        /// Whether answers and notes are taken over, each flagged to be looked at again.
        carry_answers: bool,
    }
    /// Puts an assessment away, or brings it back.
    ArchiveRequest {
        /// Which.
        assessment: AssessmentId,
        /// Whether it is put away.
        archived: bool,
    }
    /// Compares two states of an assessment.
    CompareRequest {
        /// The assessment.
        assessment: AssessmentId,
        /// The earlier version's number.
        from: u32,
        /// The later version's number; nothing means as it is now.
        to: Option<u32>,
    }
    /// Writes several requests at once.
    SaveRequestsRequest {
        /// The assessment.
        assessment: AssessmentId,
        /// The requests; a nil id asks for a new one.
        requests: Vec<EvidenceRequest>,
    }
    /// Names a piece of work under way.
    TaskRequest {
        /// Its name.
        task: String,
    }
    /// Writes an evidence item. A nil id makes one without a file: a written reference.
    SaveEvidenceRequest {
        /// The item.
        evidence: Evidence,
        /// The control that a new item is for.
        control: Option<String>,
        /// How strong a new item is for it.
        strength: Option<Strength>,
    }
    /// Names a link.
    LinkRequest {
        /// Which.
        link: EvidenceLinkId,
    }
    /// Withdraws evidence.
    WithdrawRequest {
        /// Which.
        evidence: EvidenceId,
        /// Why.
        reason: String,
    }
    /// Names an evidence item.
    EvidenceRequestById {
        /// Which.
        evidence: EvidenceId,
    }
    /// Replies to a finding.
    ResponseRequest {
        /// Which.
        finding: FindingId,
        /// What could happen here; empty means the catalogue's words.
        consequence: String,
        /// The reply.
        response: Response,
    }
    /// Prints the blank checklist of the whole catalogue.
    ExportRequest {
        /// The paper.
        paper: PaperSize,
    }
}

mod keeping;
mod packet;
pub use keeping::*;
pub use packet::*;
