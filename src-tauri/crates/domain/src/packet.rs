//! Packets: what leaves, for whom, of which parts, and the register of what was issued.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::id::{AssessmentId, EvidenceId, IssueId, OrganisationId, TemplateId};

mod look;

pub use look::LEAST_CONTRAST;

/// For whom a packet is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum Audience {
    /// Whoever decides: two to four pages in plain words.
    Leadership,
    /// The client: everything but private working notes and working-only evidence.
    Client,
    /// The assessor's own file: everything, with the trail.
    Working,
}

/// A part of a packet. Cover and contents are no parts: they are always there where an
/// audience has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum PacketPart {
    /// Versions, people, dates, marking, what was issued before and to whom.
    DocumentControl,
    /// A page for the client to sign.
    Attestation,
    /// How to read the packet.
    HowToRead,
    /// Where leadership stands, in plain words.
    Position,
    /// What could hurt: the worst findings as what could happen.
    Harm,
    /// What leadership has to decide.
    ToDecide,
    /// Next steps with owners and dates.
    NextSteps,
    /// The figures with their charts.
    Summary,
    /// Scope, systems and the scoping profile.
    Scope,
    /// The sections with their controls.
    Sections,
    /// Findings by severity, with responses.
    Findings,
    /// The index by provision.
    Provisions,
    /// The decision records (45 CFR 164.306(d)(3)).
    Decisions,
    /// The evidence index.
    Evidence,
    /// The list of exhibits, with running numbers over all their pages.
    ExhibitList,
    /// The exhibits themselves.
    Exhibits,
    /// The certificate of the custodian of records.
    Custodian,
    /// What nobody knows yet.
    OpenQuestions,
    /// Method and limits.
    Method,
    /// The words explained.
    Glossary,
    /// The trail's head and how to verify.
    Proof,
    /// The private working notes. Working papers only.
    WorkingNotes,
    /// The trail's entries. Working papers only.
    Trail,
}

impl Audience {
    /// All audiences, the shortest packet first.
    pub const ALL: [Self; 3] = [Self::Leadership, Self::Client, Self::Working];

    /// Returns the parts that a packet for this audience may have, in the order that is
    /// proposed.
    pub fn parts(self) -> &'static [PacketPart] {
        use PacketPart::*;
        match self {
            Self::Leadership => &[
                Position,
                Harm,
                ToDecide,
                NextSteps,
                Attestation,
                Glossary,
                Proof,
            ],
            Self::Client => &[
                DocumentControl,
                Attestation,
                HowToRead,
                Summary,
                Scope,
                Method,
                Sections,
                Findings,
                Decisions,
                OpenQuestions,
                Provisions,
                Evidence,
                ExhibitList,
                Exhibits,
                Custodian,
                Glossary,
                Proof,
            ],
            Self::Working => &[
                DocumentControl,
                Attestation,
                HowToRead,
                Summary,
                Scope,
                Method,
                Sections,
                Findings,
                Decisions,
                OpenQuestions,
                WorkingNotes,
                Provisions,
                Evidence,
                ExhibitList,
                Exhibits,
                Custodian,
                Glossary,
                Proof,
                Trail,
            ],
        }
    }
}

impl PacketPart {
    /// Returns whether the part is shown unless somebody leaves it out.
    pub fn is_proposed(self, audience: Audience) -> bool {
        match self {
            Self::Custodian => false,
            Self::Attestation | Self::Glossary | Self::Proof => {
                audience != Audience::Leadership
            }
            _ => true,
        }
    }
}

/// A size of paper.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum PaperSize {
    /// 8.5 by 11 inches.
    #[default]
    Letter,
    /// 210 by 297 millimetres.
    A4,
}

/// Whether a part is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PartChoice {
    /// Which.
    pub part: PacketPart,
    /// Whether it is shown.
    pub shown: bool,
}

/// Evidence that is printed in the packet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Exhibit {
    /// Which.
    pub evidence: EvidenceId,
    /// Which pages, such as "1-3, 7"; empty for all.
    #[serde(default)]
    pub pages: String,
    /// The words below it; empty for the evidence's title.
    #[serde(default)]
    pub caption: String,
    /// What someone who cannot see it must know.
    #[serde(default)]
    pub alternative: String,
}

/// What a packet consists of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PacketPlan {
    /// For whom.
    pub audience: Audience,
    /// The parts in their order, those left out included.
    pub parts: Vec<PartChoice>,
    /// The paper.
    #[serde(default)]
    pub paper: PaperSize,
    /// Whether the assessment's data goes along inside the PDF.
    #[serde(default)]
    pub data: bool,
    /// The evidence printed as exhibits, in their order.
    #[serde(default)]
    pub exhibits: Vec<Exhibit>,
}

impl PacketPlan {
    /// Returns what is proposed for an audience.
    pub fn proposed(audience: Audience) -> Self {
        let parts = audience.parts().iter().map(|part| PartChoice {
            part: *part,
            shown: part.is_proposed(audience),
        });
        Self {
            audience,
            parts: parts.collect(),
            paper: PaperSize::Letter,
            data: false,
            exhibits: Vec::new(),
        }
    }

    /// Returns the plan with each part of its audience once: what the audience does not have
    /// is gone, what was doubled stands where it stood first, what is new is at the end as
    /// proposed.
    pub fn sound(mut self) -> Self {
        let known = self.audience.parts();
        let mut parts: Vec<PartChoice> = Vec::new();
        for choice in self.parts {
            let is_new = parts.iter().all(|p| p.part != choice.part);
            if is_new && known.contains(&choice.part) {
                parts.push(choice);
            }
        }
        for part in known {
            if parts.iter().all(|p| p.part != *part) {
                let shown = part.is_proposed(self.audience);
                parts.push(PartChoice { part: *part, shown });
            }
        }
        self.parts = parts;
        self
    }

    /// Returns the parts that are shown, in order.
    pub fn shown(&self) -> impl Iterator<Item = PacketPart> {
        self.parts.iter().filter(|p| p.shown).map(|p| p.part)
    }

    /// Returns whether a part is shown.
    pub fn shows(&self, part: PacketPart) -> bool {
        self.shown().any(|shown| shown == part)
    }
}

/// The plan of an assessment's packet for one audience, as it was last left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PacketDraft {
    /// The assessment and the audience, as one word.
    pub id: String,
    /// The assessment.
    pub assessment: AssessmentId,
    /// The plan.
    pub plan: PacketPlan,
}

impl PacketDraft {
    /// Returns the id of the draft for an assessment and an audience.
    pub fn id_of(assessment: AssessmentId, audience: Audience) -> String {
        let word = match audience {
            Audience::Leadership => "leadership",
            Audience::Client => "client",
            Audience::Working => "working",
        };
        format!("{assessment}:{word}")
    }
}

/// A plan with a name, for use in any assessment. It has no exhibits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PacketTemplate {
    /// Its id.
    pub id: TemplateId,
    /// What it is called.
    pub name: String,
    /// The plan.
    pub plan: PacketPlan,
}

/// A picture that stands for somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Logo {
    /// A PNG file, redrawn by this program and not larger than it needs, in base64 (RFC 4648).
    pub png: String,
    /// Points across.
    pub width: u32,
    /// Points down.
    pub height: u32,
}

/// How the documents of an organisation, or of whoever works with this vault, look.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Look {
    /// The organisation's id, or "consultant" for whoever works with this vault.
    pub id: String,
    /// The logo.
    #[serde(default)]
    pub logo: Option<Logo>,
    /// What someone who cannot see the logo must know: whose it is.
    #[serde(default)]
    pub alternative: String,
    /// The colour of headings and rules as six hexadecimal digits; empty for the program's own.
    #[serde(default)]
    pub colour: String,
}

impl Look {
    /// The id of the look of whoever works with this vault.
    pub const CONSULTANT: &'static str = "consultant";
}

/// What kind of thing was issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum IssueKind {
    /// A packet as a PDF.
    Packet,
    /// A packet that was printed on paper.
    Print,
    /// A packet of record: an archive that proves itself.
    Record,
    /// The evidence plan as a PDF.
    PlanPdf,
    /// The evidence plan as a workbook.
    PlanXlsx,
    /// The evidence plan as calendar entries.
    PlanIcs,
}

/// An entry in the register of what left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Issue {
    /// Its id.
    pub id: IssueId,
    /// The organisation that it is about.
    pub organisation: OrganisationId,
    /// The assessment.
    pub assessment: AssessmentId,
    /// What kind of thing it is.
    pub kind: IssueKind,
    /// For whom; nothing for an evidence plan or a record of several packets.
    #[serde(default)]
    pub audience: Option<Audience>,
    /// The assessment's version.
    pub version: u32,
    /// Whether that version was still a draft.
    pub draft: bool,
    /// SHA-256 of the file, in hex; empty for what was printed on paper.
    pub sha256: String,
    /// How many pages it has, for a document.
    #[serde(default)]
    pub pages: Option<u32>,
    /// To whom it went, in the words of who issued it.
    #[serde(default)]
    pub to: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Who issued it.
    pub by: String,
    /// The fingerprint of the key of whoever issued it.
    pub signer: String,
    /// SHA-256 of the trail's last entry before the issue, in hex.
    pub head: String,
    /// How many entries the trail had.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub entries: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sound_plan_has_each_part_of_its_audience_once_and_keeps_the_order() {
        let choice = |part, shown| PartChoice { part, shown };
        let mut plan = PacketPlan::proposed(Audience::Client);
        plan.parts = vec![
            choice(PacketPart::Findings, false),
            choice(PacketPart::WorkingNotes, true),
            choice(PacketPart::Summary, true),
            choice(PacketPart::Findings, true),
        ];
        let sound = plan.sound();
        assert_eq!(sound.parts.len(), Audience::Client.parts().len());
        assert_eq!(
            sound.parts.first(),
            Some(&choice(PacketPart::Findings, false))
        );
        assert!(!sound.shows(PacketPart::WorkingNotes));
        assert!(sound.shows(PacketPart::Glossary));
        assert_eq!(sound.clone().sound(), sound);
    }

    #[test]
    fn only_the_working_papers_may_have_private_parts() {
        for audience in [Audience::Leadership, Audience::Client] {
            for private in [PacketPart::WorkingNotes, PacketPart::Trail] {
                assert!(!audience.parts().contains(&private));
            }
        }
    }
}
