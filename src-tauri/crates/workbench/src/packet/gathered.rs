//! A packet under way: what it is made from was read, and the vault goes on with other work
//! while it is laid out.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::disclosed::{Disclosed, is_private};
use domain::dossier::Dossier;
use domain::id::AssessmentId;
use domain::note::WorkingNote;
use domain::packet::{
    Audience, Exhibit, Issue, IssueKind, Look, PacketPart, PacketPlan, PaperSize,
};
use domain::score;
use packet::part::{self, Cryptography, Facts, Issuing, Papers, Trail, TrailLine};
use packet::{Pages, Paper};
use vault::Vault;

use super::checks::{Check, checks};
use super::excluded::{Excluded, excluded};
use super::exhibit::{self, Chosen, Exhibits, KeptPages, Show};
use super::issued::Leaving;
use crate::assessment::state_digest;
use crate::error::Error;
use crate::export::{self, Exported};
use crate::file::Prepared;
use crate::open::Workbench;
use crate::{crypto, data};

/// What tells a packet from every other one of the same words.
#[derive(Debug, Clone, Copy)]
pub struct Stamp {
    /// When it is made.
    pub now: DateTime<Utc>,
    /// Sixteen bytes that name it.
    pub identifier: [u8; 16],
}

impl Stamp {
    /// Makes the stamp of a packet that is made now.
    pub fn new(now: DateTime<Utc>) -> Result<Self, Error> {
        Ok(Self {
            now,
            identifier: vault::random()?,
        })
    }
}

/// All that a packet is made from.
pub struct GatheredPacket {
    pub(super) plan: PacketPlan,
    pub(super) dossier: Arc<Dossier>,
    pub(super) notes: Vec<WorkingNote>,
    pub(super) lines: Vec<TrailLine>,
    pub(super) trail: Trail,
    pub(super) chosen: Vec<Chosen>,
    pub(super) looks: [Option<Look>; 2],
    vault: Arc<Vault>,
    cryptography: Option<Cryptography>,
    to: String,
    by: String,
    signer: String,
    issued: Vec<Issue>,
    stamp: Stamp,
}

/// A packet on paper, with what should be known before it leaves.
#[derive(Debug)]
pub struct LaidPacket {
    /// The pages.
    pub pages: Pages,
    /// What should be known before it leaves.
    pub checks: Vec<Check>,
    /// What its recipient will not see.
    pub excluded: Vec<Excluded>,
}

/// A packet that was written beside its place. Dropped, it is gone.
pub struct MadePacket {
    leaving: Leaving,
    prepared: Prepared,
    exported: Exported,
}

impl Workbench {
    /// Reads all that a packet is made from. It is laid out beside the vault.
    pub fn gather_packet(
        &mut self,
        id: AssessmentId,
        plan: &PacketPlan,
        to: &str,
        stamp: Stamp,
    ) -> Result<GatheredPacket, Error> {
        let dossier = self.dossier(id)?;
        let head = self.chain_head(id)?;
        let trail = Trail {
            entries: head.entries,
            head: head.hex(),
            state: state_digest(&dossier)?,
            vault: self.vault().id().to_string(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        };
        let plan = sound_plan(plan.clone(), &dossier);
        let mut notes: Vec<WorkingNote> = self.store.of_assessment(id)?;
        notes.retain(|note| !note.text.trim().is_empty());
        let lines = if plan.shows(PacketPart::Trail) {
            self.trail_lines(dossier.organisation.id)?
        } else {
            Vec::new()
        };
        let chosen = if plan.shows(PacketPart::Exhibits) {
            self.chosen(&plan, &dossier)?
        } else {
            Vec::new()
        };
        let looks = [
            self.store.get(&dossier.organisation.id.to_string())?,
            self.store.get(Look::CONSULTANT)?,
        ];
        Ok(GatheredPacket {
            trail,
            notes,
            lines,
            chosen,
            looks,
            vault: self.vault(),
            cryptography: crypto::printed(stamp.now),
            to: to.trim().to_owned(),
            by: self.person().to_owned(),
            signer: self.signer()?,
            issued: self.issued(None, Some(id))?,
            plan,
            dossier,
            stamp,
        })
    }

    fn chosen(&self, plan: &PacketPlan, dossier: &Dossier) -> Result<Vec<Chosen>, Error> {
        let mut chosen = Vec::new();
        for exhibit in &plan.exhibits {
            let evidence = dossier.evidence.iter().find(|e| e.id == exhibit.evidence);
            let Some(evidence) = evidence else { continue };
            let object = match &evidence.attachment {
                Some(attachment) => self.store.sealed_object(attachment.id)?,
                None => None,
            };
            chosen.push(Chosen {
                exhibit: exhibit.clone(),
                evidence: evidence.clone(),
                object,
            });
        }
        Ok(chosen)
    }

    /// Lays a packet out, from reading to paper.
    pub fn lay_out_packet(
        &mut self,
        id: AssessmentId,
        plan: &PacketPlan,
        to: &str,
        stamp: Stamp,
        show: &Show<'_>,
    ) -> Result<LaidPacket, Error> {
        let gathered = self.gather_packet(id, plan, to, stamp)?;
        let exhibits = gathered.draw(show, &KeptPages::default())?;
        gathered.lay_out(&exhibits)
    }

    /// Writes a packet, from reading to the register, and says what should be known of it.
    pub fn export_packet(
        &mut self,
        (id, plan, to): (AssessmentId, &PacketPlan, &str),
        show: &Show<'_>,
        path: &Path,
        now: DateTime<Utc>,
    ) -> Result<(Exported, Vec<Check>), Error> {
        self.check_issuing()?;
        let gathered = self.gather_packet(id, plan, to, Stamp::new(now)?)?;
        let exhibits = gathered.draw(show, &KeptPages::default())?;
        let laid = gathered.lay_out(&exhibits)?;
        let made = gathered.write(&laid, path)?;
        Ok((self.end_packet(made, now)?, laid.checks))
    }

    /// Enters a packet in the register and puts it in its place.
    pub fn end_packet(
        &mut self,
        made: MadePacket,
        now: DateTime<Utc>,
    ) -> Result<Exported, Error> {
        self.issue(made.leaving, made.prepared, now)?;
        Ok(made.exported)
    }

    /// Enters in the register that a packet was printed on paper.
    pub fn enter_printed(
        &mut self,
        gathered: &GatheredPacket,
        laid: &LaidPacket,
        now: DateTime<Utc>,
    ) -> Result<Issue, Error> {
        let leaving = gathered.leaving(IssueKind::Print, String::new(), laid.pages.count());
        self.enter_issue(leaving, now)
    }

    /// Returns a name for the file of a packet. It names the client, so it goes to the person's
    /// own choice of a place and nowhere else.
    pub fn packet_name(
        &mut self,
        id: AssessmentId,
        audience: Audience,
    ) -> Result<String, Error> {
        let kind = match audience {
            Audience::Leadership => "summary",
            Audience::Client => "audit-packet",
            Audience::Working => "working-papers",
        };
        Ok(format!("{}-{kind}.pdf", self.file_name_of(id)?))
    }
}

impl GatheredPacket {
    /// Returns for whom it is.
    pub fn audience(&self) -> Audience {
        self.plan.audience
    }

    /// Draws the exhibits. `show` asks in a process of its own; what was drawn before is kept.
    pub fn draw(&self, show: &Show<'_>, kept: &KeptPages) -> Result<Exhibits, Error> {
        exhibit::draw(&self.chosen, &self.vault, show, kept)
    }

    /// Lays the packet out. The same gathering and exhibits give the same bytes.
    pub fn lay_out(&self, exhibits: &Exhibits) -> Result<LaidPacket, Error> {
        let standing = score::standing(&self.dossier);
        let disclosed = Disclosed::of(&self.dossier);
        let data = if self.plan.data {
            Some(data::of(&disclosed, &standing, self.stamp.now)?)
        } else {
            None
        };
        let papers = match self.plan.audience {
            Audience::Leadership => Papers::Leadership(&disclosed),
            Audience::Client => Papers::Client(&disclosed),
            Audience::Working => Papers::Working {
                dossier: &self.dossier,
                notes: &self.notes,
                trail: &self.lines,
            },
        };
        let facts = Facts {
            standing: &standing,
            trail: &self.trail,
            cryptography: self.cryptography.as_ref(),
            now: self.stamp.now,
            identifier: self.stamp.identifier,
        };
        let [organisation_look, consultant_look] = &self.looks;
        let issuing = Issuing {
            plan: &self.plan,
            to: &self.to,
            by: &self.by,
            signer: &self.signer,
            issued: &self.issued,
            exhibits: &exhibits.printed,
            organisation_look: organisation_look.as_ref(),
            consultant_look: consultant_look.as_ref(),
            data: data.as_deref(),
        };
        let paper = match self.plan.paper {
            PaperSize::Letter => Paper::Letter,
            PaperSize::A4 => Paper::A4,
        };
        let pages = packet::layout(part::packet(&papers, &facts, &issuing), paper)?;
        Ok(LaidPacket {
            checks: checks(self, &standing, exhibits, &pages),
            excluded: excluded(self, &disclosed),
            pages,
        })
    }

    /// Writes a packet beside its place.
    pub fn write(&self, laid: &LaidPacket, path: &Path) -> Result<MadePacket, Error> {
        let (prepared, exported) = export::write(&laid.pages, path)?;
        let sha256 = exported.sha256.clone();
        Ok(MadePacket {
            leaving: self.leaving(IssueKind::Packet, sha256, exported.pages),
            prepared,
            exported,
        })
    }

    fn leaving(&self, kind: IssueKind, sha256: String, pages: usize) -> Leaving {
        Leaving {
            assessment: self.dossier.assessment.id,
            kind,
            audience: Some(self.plan.audience),
            sha256,
            pages: u32::try_from(pages).ok(),
            to: self.to.clone(),
        }
    }
}

/// Returns a plan with each part of its audience once and with exhibits that its reader may
/// see: each once, there, not withdrawn, and private ones in working papers only.
pub(super) fn sound_plan(plan: PacketPlan, dossier: &Dossier) -> PacketPlan {
    let mut plan = plan.sound();
    let mut seen = std::collections::HashSet::new();
    let is_working = plan.audience == Audience::Working;
    plan.exhibits.retain(|Exhibit { evidence, .. }| {
        let known = dossier.evidence.iter().find(|e| e.id == *evidence);
        let may =
            known.is_some_and(|e| e.withdrawn.is_none() && (is_working || !is_private(e)));
        may && seen.insert(*evidence)
    });
    plan
}
