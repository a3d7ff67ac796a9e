//! Packets, records, the evidence plan as a file, and how documents look.

use domain::evidence::{Confidentiality, Phi};
use domain::id::{EvidenceId, RequestId};
use domain::packet::{Issue, Look, PacketPlan, PacketTemplate};
use serde::Serialize;
use uuid::Uuid;

views! {
    /// What a packet consists of, and what it could.
    PacketPlanView {
        /// The plan, as it was last left.
        plan: PacketPlan,
        /// What is proposed for the audience.
        proposed: PacketPlan,
        /// The evidence that could be printed.
        candidates: Vec<ExhibitCandidate>,
        /// The templates of this vault for the audience.
        templates: Vec<PacketTemplate>,
    }
    /// Evidence that could be printed in a packet.
    ExhibitCandidate {
        /// Its id.
        evidence: EvidenceId,
        /// What it is called.
        title: String,
        /// Its file's name.
        file_name: String,
        /// Who may see it.
        confidentiality: Confidentiality,
        /// Whether it holds health information.
        phi: Phi,
        /// Whether it is a redacted copy.
        is_redacted: bool,
        /// Whether there is a redacted copy of it.
        has_redacted: bool,
        /// Why it cannot be printed; empty when it can.
        why_not: String,
    }
    /// The templates of this vault.
    TemplatesView {
        /// All of them.
        templates: Vec<PacketTemplate>,
    }
    /// A packet on paper.
    LaidOutView {
        /// Names the pages until the vault is closed or two others were laid out.
        #[cfg_attr(feature = "bindings", ts(type = "string"))]
        token: Uuid,
        /// How many pages.
        pages: u32,
        /// Points.
        width: f32,
        /// Points.
        height: f32,
        /// The headings.
        outline: Vec<OutlineRow>,
        /// What the recipient will not see.
        excluded: Vec<ExcludedRow>,
        /// What should be known before it leaves.
        checks: Vec<PacketCheck>,
    }
    /// A heading of a packet.
    OutlineRow {
        /// From 1.
        level: u8,
        /// The words.
        title: String,
        /// The page, counted from 0.
        page: u32,
    }
    /// Something that a recipient will not see.
    ExcludedRow {
        /// What.
        what: String,
        /// How many.
        count: u32,
        /// Why.
        why: String,
    }
    /// Something that should be known before a packet leaves.
    PacketCheck {
        /// What was looked at, in a word that does not change.
        code: String,
        /// How much it matters.
        severity: CheckWeight,
        /// What was found and what to do.
        sentence: String,
        /// How many.
        count: u32,
        /// The control it is about.
        control: Option<String>,
        /// The evidence it is about.
        evidence: Option<EvidenceId>,
    }
    /// The words of a page.
    PacketPageView {
        /// The words in reading order, a line for each line.
        text: String,
        /// The number on the page.
        label: String,
    }
    /// What was found in a packet.
    PacketFindsView {
        /// The first finds.
        finds: Vec<PacketFind>,
        /// All that there are.
        total: u32,
    }
    /// Words found on a page.
    PacketFind {
        /// The page, counted from 0.
        page: u32,
        /// The line in which they stand.
        excerpt: String,
        /// Where they begin in it, in UTF-16 units.
        from: u32,
        /// Where they end.
        to: u32,
        /// From the left edge, as a share of the page's width.
        x: f32,
        /// From the upper edge, as a share of the page's height.
        y: f32,
        /// As a share of the page's width.
        width: f32,
        /// As a share of the page's height.
        height: f32,
    }
    /// Whether something was printed on paper.
    PrintedView {
        /// Whether it was; not when the person thought better of it.
        printed: bool,
    }
    /// The register of what was issued.
    IssuedView {
        /// The entries, the last first.
        issues: Vec<Issue>,
        /// The fingerprint of the key of whoever works here.
        fingerprint: String,
    }
    /// What a packet of record turned out to be.
    VerifiedView {
        /// The file's name; nothing when none was chosen.
        file: Option<String>,
        /// Whether it is what it says.
        verdict: Verdict,
        /// The verdict in words.
        sentence: String,
        /// What it says of itself, name and value.
        facts: Vec<(String, String)>,
        /// What differs.
        differences: Vec<RecordDifference>,
        /// The fingerprint of the key that signed it.
        signer: String,
        /// Whose key that is in this vault; nothing when it is not known here, or no vault is
        /// open.
        signer_known: Option<String>,
    }
    /// Something in a packet of record that is not as it was.
    RecordDifference {
        /// The entry's name.
        name: String,
        /// What is the matter with it.
        kind: RecordFault,
        /// The same in words.
        sentence: String,
    }
    /// How documents look.
    LookView {
        /// The look.
        look: Look,
        /// The colour's contrast on white (WCAG 2.2, 1.4.3); nothing for the program's own.
        contrast: Option<f64>,
        /// Why the colour is not used; nothing when it is.
        refused: Option<String>,
    }
    /// What a filled-in evidence plan would change.
    PlanImportView {
        /// The file's name; nothing when none was chosen.
        file: Option<String>,
        /// Names this reading until the vault is closed or another was read.
        #[cfg_attr(feature = "bindings", ts(type = "string"))]
        token: Uuid,
        /// What would change.
        changes: Vec<PlanChange>,
        /// What cannot be taken, and why.
        refused: Vec<PlanRefusal>,
        /// Rows that say what is already so.
        unchanged: u32,
        /// What was noticed besides.
        notes: Vec<String>,
    }
    /// One change of one request.
    PlanChange {
        /// The request.
        request: RequestId,
        /// The control.
        control: String,
        /// What is wanted.
        artefact: String,
        /// What of it.
        field: PlanField,
        /// What it is now, in words.
        before: String,
        /// What it would be.
        after: String,
        /// Whether it was changed in the vault too since the file was made.
        conflicts: bool,
    }
    /// A row that cannot be taken.
    PlanRefusal {
        /// The sheet and row, as the person sees them.
        row: String,
        /// Why, and what to do.
        sentence: String,
    }
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
        #[serde(rename_all = "kebab-case")]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)*
        }
    )*};
}

words! {
    /// How much a check matters.
    CheckWeight {
        /// It should not leave like that.
        Stop,
        /// Somebody should look at it.
        Warn,
        /// Good to know.
        Info,
    }
    /// Whether a packet of record is what it says.
    Verdict {
        /// It is.
        Sound,
        /// Something differs.
        Differs,
        /// It is none.
        NotARecord,
    }
    /// What is the matter with an entry of a record.
    RecordFault {
        /// Its bytes are others.
        Changed,
        /// It is not there.
        Missing,
        /// The manifest does not name it.
        Added,
        /// The signature does not match.
        Signature,
        /// The archive itself is not as such an archive is made.
        Archive,
    }
    /// A field of a request that a workbook can change.
    PlanField {
        /// Where it stands.
        State,
        /// Whom to ask, on the organisation's list.
        Person,
        /// Whom to ask, in words.
        Ask,
        /// By when.
        Due,
        /// Why it was refused or is not to be had.
        Reason,
        /// What whoever was asked says to it.
        Remark,
    }
}
