//! What a screen asks.

use chrono::NaiveDate;
use domain::answer::{AnswerWords, Subject};
use domain::assessment::{Engagement, Period, ProfileAnswer, Scope};
use domain::evidence::{Evidence, Strength};
use domain::finding::Response;
use domain::id::{
    AssessmentId, EvidenceId, EvidenceLinkId, FindingId, ObservationId, OrganisationId,
};
use serde::Deserialize;

macro_rules! requests {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)*
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
    }
    /// Unlocks a vault.
    UnlockRequest {
        /// The folder.
        folder: String,
        /// The passphrase.
        passphrase: String,
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
        /// A name for the work, by which it can be cancelled.
        task: String,
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
    /// Prints a document.
    ExportRequest {
        /// Which document.
        document: PrintedDocument,
        /// The assessment; nothing for the blank checklist.
        assessment: Option<AssessmentId>,
        /// The paper.
        paper: PaperSize,
    }
}

/// What can be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum PrintedDocument {
    /// The audit packet.
    AuditPacket,
    /// The evidence plan.
    EvidencePlan,
    /// The blank checklist of the whole catalogue.
    Checklist,
}

/// A size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum PaperSize {
    /// 8.5 by 11 inches.
    Letter,
    /// 210 by 297 millimetres.
    A4,
}
