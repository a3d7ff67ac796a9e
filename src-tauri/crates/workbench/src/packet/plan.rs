//! What packets consist of, as it is kept: a draft for each assessment and audience, and
//! templates for any.

use chrono::{DateTime, Utc};
use domain::disclosed::is_private;
use domain::dossier::Dossier;
use domain::evidence::{Confidentiality, Evidence, Phi};
use domain::id::{AssessmentId, EvidenceId, TemplateId};
use domain::member::Act;
use domain::packet::{Audience, PacketDraft, PacketPlan, PacketTemplate};
use store::Chain;

use super::gathered::sound_plan;
use crate::error::Error;
use crate::open::Workbench;

/// No template's name has more letters.
const LONGEST_NAME: usize = 80;

/// Endings of files that can be printed.
const PRINTABLE: [&str; 9] = [
    "pdf", "png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp",
];

/// What a packet consists of, and what it could.
#[derive(Debug, Clone)]
pub struct PacketOffer {
    /// The plan, as it was last left.
    pub plan: PacketPlan,
    /// What is proposed for the audience.
    pub proposed: PacketPlan,
    /// The evidence that could be printed.
    pub candidates: Vec<Candidate>,
    /// The templates for the audience.
    pub templates: Vec<PacketTemplate>,
}

/// Evidence that could be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Its id.
    pub evidence: EvidenceId,
    /// What it is called.
    pub title: String,
    /// Its file's name.
    pub file_name: String,
    /// Who may see it.
    pub confidentiality: Confidentiality,
    /// Whether it holds health information.
    pub phi: Phi,
    /// Whether it is a redacted copy.
    pub is_redacted: bool,
    /// Whether there is a redacted copy of it.
    pub has_redacted: bool,
    /// Why it cannot be printed; empty when it can.
    pub why_not: &'static str,
}

impl Workbench {
    /// Returns what a packet consists of, and what it could.
    pub fn packet_plan(
        &mut self,
        id: AssessmentId,
        audience: Audience,
    ) -> Result<PacketOffer, Error> {
        let dossier = self.dossier(id)?;
        let proposed = PacketPlan::proposed(audience);
        let draft: Option<PacketDraft> = self.store.get(&PacketDraft::id_of(id, audience))?;
        let plan = draft.map_or_else(|| proposed.clone(), |draft| draft.plan);
        let mut templates = self.packet_templates()?;
        templates.retain(|template| template.plan.audience == audience);
        Ok(PacketOffer {
            plan: sound_plan(plan, &dossier),
            proposed,
            candidates: candidates(&dossier, audience),
            templates,
        })
    }

    /// Keeps what a packet consists of.
    pub fn save_packet_plan(
        &mut self,
        id: AssessmentId,
        plan: PacketPlan,
        now: DateTime<Utc>,
    ) -> Result<PacketOffer, Error> {
        self.require(Act::Assess)?;
        let dossier = self.dossier(id)?;
        let audience = plan.audience;
        let draft = PacketDraft {
            id: PacketDraft::id_of(id, audience),
            assessment: id,
            plan: sound_plan(plan, &dossier),
        };
        let chain = Chain::Organisation(dossier.organisation.id);
        self.store.change(chain, now, |change| change.put(&draft))?;
        self.packet_plan(id, audience)
    }

    /// Returns the templates of this vault, by name.
    pub fn packet_templates(&self) -> Result<Vec<PacketTemplate>, Error> {
        let mut templates: Vec<PacketTemplate> = self.store.all()?;
        templates.sort_by_cached_key(|template| template.name.to_lowercase());
        Ok(templates)
    }

    /// Keeps a template; a nil id makes a new one. It has no exhibits: those are of one
    /// assessment.
    pub fn save_template(
        &mut self,
        template: PacketTemplate,
        now: DateTime<Utc>,
    ) -> Result<Vec<PacketTemplate>, Error> {
        self.require(Act::Assess)?;
        let name = template.name.trim().to_owned();
        if name.is_empty() {
            return Err(Error::input("Give the template a name."));
        }
        if name.chars().count() > LONGEST_NAME {
            return Err(Error::input(format!(
                "The name has more than {LONGEST_NAME} letters. Give the template a shorter one."
            )));
        }
        let known = self.packet_templates()?;
        let is_taken = |other: &PacketTemplate| {
            other.id != template.id && other.name.to_lowercase() == name.to_lowercase()
        };
        if known.iter().any(is_taken) {
            return Err(Error::input(
                "There is a template of that name. Choose another name, or change that one.",
            ));
        }
        let id = if template.id.0.is_nil() {
            TemplateId(store::new_id(now)?)
        } else if known.iter().any(|other| other.id == template.id) {
            template.id
        } else {
            return Err(Error::NotFound("template"));
        };
        let mut plan = template.plan.sound();
        plan.exhibits.clear();
        let kept = PacketTemplate { id, name, plan };
        self.store
            .change(Chain::Vault, now, |change| change.put(&kept))?;
        self.packet_templates()
    }

    /// Removes a template.
    pub fn remove_template(
        &mut self,
        id: TemplateId,
        now: DateTime<Utc>,
    ) -> Result<Vec<PacketTemplate>, Error> {
        self.require(Act::Assess)?;
        self.store.change(Chain::Vault, now, |change| {
            change.remove::<PacketTemplate>(&id.to_string())
        })?;
        self.packet_templates()
    }
}

/// Returns the evidence of an assessment, a redacted copy before its original.
fn candidates(dossier: &Dossier, audience: Audience) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = dossier
        .evidence
        .iter()
        .map(|evidence| candidate(dossier, evidence, audience))
        .collect();
    found.sort_by_key(|candidate| (!candidate.why_not.is_empty(), candidate.has_redacted));
    found
}

fn candidate(dossier: &Dossier, evidence: &Evidence, audience: Audience) -> Candidate {
    Candidate {
        evidence: evidence.id,
        title: evidence.title.clone(),
        file_name: (evidence.attachment.as_ref())
            .map(|attachment| attachment.file_name.clone())
            .unwrap_or_default(),
        confidentiality: evidence.description.confidentiality,
        phi: evidence.description.phi,
        is_redacted: evidence.redacts.is_some(),
        has_redacted: has_redacted(dossier, evidence.id),
        why_not: why_not(evidence, audience),
    }
}

/// Returns whether there is a redacted copy of evidence that can stand in its place.
pub(super) fn has_redacted(dossier: &Dossier, original: EvidenceId) -> bool {
    let is_copy = |e: &&Evidence| e.redacts == Some(original) && e.withdrawn.is_none();
    dossier.evidence.iter().any(|e| is_copy(&e))
}

fn why_not(evidence: &Evidence, audience: Audience) -> &'static str {
    if evidence.withdrawn.is_some() {
        return "It was withdrawn.";
    }
    if is_private(evidence) && audience != Audience::Working {
        return "It is for working papers only.";
    }
    let Some(attachment) = &evidence.attachment else {
        return "It is a written reference without a file.";
    };
    let ending = attachment.file_name.rsplit('.').next().unwrap_or_default();
    let is_one_of = |known: &[&str]| known.iter().any(|k| k.eq_ignore_ascii_case(ending));
    if is_one_of(&["heic", "heif", "avif"]) {
        return "A HEIC or AVIF picture cannot be printed. Attach it as a JPEG as well.";
    }
    if !is_one_of(&PRINTABLE) {
        return "Only pictures and PDF files can be printed.";
    }
    ""
}
