//! What a screen asks about packets, records, the evidence plan as a file, and how documents
//! look.

use domain::id::{AssessmentId, EvidenceId, OrganisationId, TemplateId};
use domain::packet::{Audience, PacketPlan, PaperSize};
use serde::Deserialize;
use uuid::Uuid;

requests! {
    /// Names the packet of an assessment for an audience.
    PacketRequest {
        /// The assessment.
        assessment: AssessmentId,
        /// For whom.
        audience: Audience,
    }
    /// Keeps what a packet consists of.
    SavePacketPlanRequest {
        /// The assessment.
        assessment: AssessmentId,
        /// The plan.
        plan: PacketPlan,
    }
    /// Names a template.
    TemplateRequest {
        /// Which.
        template: TemplateId,
    }
    /// Lays a packet out, to be looked at.
    LayOutRequest {
        /// The assessment.
        assessment: AssessmentId,
        /// What it consists of.
        plan: PacketPlan,
    }
    /// Asks for the words of a page.
    PacketPageRequest {
        /// The pages, as `lay_out_packet` named them.
        #[cfg_attr(feature = "bindings", ts(type = "string"))]
        token: Uuid,
        /// The page, counted from 0.
        page: u32,
    }
    /// Looks for words in a packet that was laid out.
    SearchPacketRequest {
        /// The pages.
        #[cfg_attr(feature = "bindings", ts(type = "string"))]
        token: Uuid,
        /// The words.
        words: String,
    }
    /// Writes a packet as a PDF, or prints it on paper.
    ExportPacketRequest {
        /// The assessment.
        assessment: AssessmentId,
        /// What it consists of.
        plan: PacketPlan,
        /// To whom it goes, for the register; may be empty.
        to: String,
    }
    /// Writes a packet of record.
    RecordRequest {
        /// The name of the task, for its progress and to cancel it.
        task: String,
        /// The assessment.
        assessment: AssessmentId,
        /// The packets in it, one for each audience that it goes to.
        plans: Vec<PacketPlan>,
        /// The evidence whose originals go along.
        evidence: Vec<EvidenceId>,
        /// Whether the assessment's data goes along as JSON.
        data: bool,
        /// Whether the evidence plan goes along.
        evidence_plan: bool,
        /// To whom it goes, for the register; may be empty.
        to: String,
    }
    /// Asks what was issued: of an organisation, of an assessment, or at all.
    IssuedRequest {
        /// The organisation.
        organisation: Option<OrganisationId>,
        /// The assessment.
        assessment: Option<AssessmentId>,
    }
    /// Names whose look: an organisation's, or that of whoever works with this vault.
    LookRequest {
        /// The organisation; nothing for whoever works with this vault.
        organisation: Option<OrganisationId>,
    }
    /// Keeps how documents look.
    SaveLookRequest {
        /// The organisation; nothing for whoever works with this vault.
        organisation: Option<OrganisationId>,
        /// Six hexadecimal digits; empty for the program's own colour.
        colour: String,
        /// What someone who cannot see the logo must know.
        alternative: String,
    }
    /// Writes the evidence plan.
    ExportPlanRequest {
        /// The assessment.
        assessment: AssessmentId,
        /// As what.
        format: PlanFormat,
        /// The paper, for a document and for a workbook that is printed.
        paper: PaperSize,
        /// To whom it goes, for the register; may be empty.
        to: String,
    }
    /// Names a filled-in evidence plan that was read.
    ApplyPlanRequest {
        /// As `read_plan` named it.
        #[cfg_attr(feature = "bindings", ts(type = "string"))]
        token: Uuid,
    }
}

/// As what an evidence plan is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum PlanFormat {
    /// A document.
    Pdf,
    /// A workbook that is filled in and comes back.
    Xlsx,
    /// Calendar entries.
    Ics,
}
