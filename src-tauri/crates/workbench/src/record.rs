//! The packet of record: packets, originals, data and the evidence plan in one archive that
//! proves itself. What goes in is read first; the archive is written beside the vault, so that
//! typing goes on meanwhile; then it is entered in the register and put in its place.

mod evidence;
mod verified;

use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::thread;

use ::record::{
    About, AboutAssessment, AboutCryptography, AboutTrail, Entry, Expected, FileKind, Writer,
    evidence_name,
};
use chrono::{DateTime, Utc};
use domain::assessment::Stage;
use domain::disclosed::Disclosed;
use domain::dossier::Dossier;
use domain::id::{AssessmentId, EvidenceId};
use domain::packet::{Audience, IssueKind, PacketPlan, PaperSize};
use domain::score;
use packet::Pages;
use sheet::Plan;
use vault::{Mode, Sha256, Vault};

use crate::assessment::state_digest;
use crate::crypto;
use crate::data;
use crate::error::Error;
use crate::export::Exported;
use crate::file::{Prepared, not_written};
use crate::open::Workbench;
use crate::packet::{GatheredPacket, KeptPages, Leaving, Show, Stamp, Weight};

use evidence::Original;

pub use verified::verify_record;

/// How many bytes are written, and read again, at once.
const PIECE: usize = 1 << 20;

/// What a record consists of.
#[derive(Debug, Clone)]
pub struct WantedRecord {
    /// The packets in it, one for an audience.
    pub plans: Vec<PacketPlan>,
    /// The evidence whose originals go along.
    pub evidence: WantedEvidence,
    /// Whether the assessment's data goes along as JSON.
    pub data: bool,
    /// Whether the evidence plan goes along.
    pub evidence_plan: bool,
    /// To whom it goes, in the words of who issues it.
    pub to: String,
}

/// Which originals go along with a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WantedEvidence {
    /// All that may: without what was withdrawn, what only the assessor may see unless the
    /// working papers go along too, and originals of redacted copies.
    All,
    /// These.
    These(Vec<EvidenceId>),
}

/// A record under way: what goes into it was read, the originals not yet.
pub struct MakingRecord {
    vault: Arc<Vault>,
    about: About,
    signer_pem: Vec<u8>,
    assessment: AssessmentId,
    packets: Vec<GatheredPacket>,
    originals: Vec<Original>,
    data: Option<Vec<u8>>,
    plan: Option<PlanFiles>,
    to: String,
}

/// The evidence plan in each of its forms.
struct PlanFiles {
    pages: Pages,
    workbook: Vec<u8>,
    calendar: Vec<u8>,
}

/// A record that was written beside its place. Dropped, it is gone.
pub struct MadeRecord {
    leaving: Leaving,
    prepared: Prepared,
    warnings: Vec<String>,
}

impl Workbench {
    /// Begins a packet of record of an assessment.
    pub fn begin_record(
        &mut self,
        id: AssessmentId,
        wanted: &WantedRecord,
        now: DateTime<Utc>,
    ) -> Result<MakingRecord, Error> {
        self.check_issuing()?;
        let audiences: Vec<Audience> = wanted.plans.iter().map(|p| p.audience).collect();
        check_wanted(wanted, &audiences)?;
        let dossier = self.dossier(id)?;
        let chosen = evidence::choose(
            &dossier,
            &wanted.evidence,
            audiences.contains(&Audience::Working),
        )?;
        let mut originals = Vec::new();
        for evidence in chosen {
            originals.push(Original::find(&self.store, evidence)?);
        }
        let mut packets = Vec::new();
        for plan in &wanted.plans {
            let stamp = Stamp::new(now)?;
            packets.push(self.gather_packet(id, plan, &wanted.to, stamp)?);
        }
        let vault = self.vault();
        Ok(MakingRecord {
            about: self.about_record(&dossier, now)?,
            signer_pem: vault.signer_pem()?,
            vault,
            assessment: id,
            packets,
            originals,
            data: match wanted.data {
                true => {
                    let standing = score::standing(&dossier);
                    Some(data::of(&Disclosed::of(&dossier), &standing, now)?)
                }
                false => None,
            },
            plan: match wanted.evidence_plan {
                true => Some(self.plan_files(id, wanted, now)?),
                false => None,
            },
            to: wanted.to.clone(),
        })
    }

    /// Enters a record in the register, with the trail's entry and its signed head, and puts it
    /// in its place.
    pub fn end_record(
        &mut self,
        made: MadeRecord,
        now: DateTime<Utc>,
    ) -> Result<Exported, Error> {
        let exported = Exported {
            pages: 0,
            sha256: made.leaving.sha256.clone(),
            warnings: made.warnings,
        };
        self.issue(made.leaving, made.prepared, now)?;
        Ok(exported)
    }

    /// Returns a name for the file of a record. It names the client, so it goes to the person's
    /// own choice of a place and nowhere else.
    pub fn record_name(&mut self, id: AssessmentId) -> Result<String, Error> {
        Ok(format!("{}-record.zip", self.file_name_of(id)?))
    }

    fn about_record(&mut self, dossier: &Dossier, now: DateTime<Utc>) -> Result<About, Error> {
        let assessment = &dossier.assessment;
        let head = self.chain_head(assessment.id)?;
        let crypto = crypto::crypto(now);
        Ok(About {
            program: format!("Auscult {}", env!("CARGO_PKG_VERSION")),
            made_at: now,
            made_by: self.person().to_owned(),
            vault: self.vault().id().to_string(),
            assessment: AboutAssessment {
                id: assessment.id.to_string(),
                title: assessment.title.clone(),
                organisation: dossier.organisation.name.clone(),
                version: assessment.version,
                draft: assessment.stage == Stage::Draft,
                state: state_digest(dossier)?,
            },
            trail: AboutTrail {
                entries: head.entries,
                head: head.hex(),
            },
            cryptography: AboutCryptography {
                mode: match crypto.mode {
                    Some(Mode::Approved) => "approved",
                    _ => "standard",
                }
                .to_owned(),
                module: vault::ask_module().map_or_else(
                    || "OpenSSL default provider".to_owned(),
                    |words| format!("{} {}", words.name, words.version),
                ),
                claim: crypto.claim.to_owned(),
            },
        })
    }

    fn plan_files(
        &mut self,
        id: AssessmentId,
        wanted: &WantedRecord,
        now: DateTime<Utc>,
    ) -> Result<PlanFiles, Error> {
        let paper = wanted.plans.first().map_or(PaperSize::Letter, |p| p.paper);
        let pages = self.lay_out_plan(id, paper, now)?;
        let dossier = self.dossier(id)?;
        let plan = Plan {
            dossier: &dossier,
            by: self.person(),
            paper,
            now,
        };
        Ok(PlanFiles {
            pages,
            workbook: sheet::workbook(&plan)?,
            calendar: sheet::calendar(&plan)?,
        })
    }
}

fn check_wanted(wanted: &WantedRecord, audiences: &[Audience]) -> Result<(), Error> {
    let is_doubled = |(at, audience)| audiences.iter().take(at).any(|a| a == audience);
    if audiences.iter().enumerate().any(is_doubled) {
        return Err(Error::input(
            "Each audience has one packet in a record. Choose it once.",
        ));
    }
    let no_evidence = wanted.evidence == WantedEvidence::These(Vec::new());
    if audiences.is_empty() && no_evidence && !wanted.data && !wanted.evidence_plan {
        return Err(Error::input(
            "There is nothing to put into the record. Choose a packet, evidence or the data.",
        ));
    }
    Ok(())
}

impl MakingRecord {
    /// Returns how many bytes of originals will be read.
    pub fn bytes(&self) -> u64 {
        self.originals.iter().map(Original::length).sum()
    }

    /// Writes the record beside its place: draws the exhibits, lays the packets out, copies the
    /// originals in constant memory, signs. `watch` hears how many bytes of originals are done
    /// and may stop it; then nothing is left.
    pub fn write(
        self,
        path: &Path,
        show: &Show<'_>,
        kept: &KeptPages,
        watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<MadeRecord, Error> {
        let (prepared, file) = Prepared::create(path)?;
        let mut warnings = Vec::new();
        let into = BufWriter::with_capacity(PIECE, &file);
        let mut writer = Writer::begin(into, self.about.clone(), self.signer_pem.clone());
        for gathered in &self.packets {
            put_packet(&mut writer, gathered, show, kept, &mut warnings)?;
            if watch(0).is_break() {
                return Err(Error::Cancelled);
            }
        }
        self.put_originals(&mut writer, watch)?;
        self.put_data(&mut writer)?;
        let vault = &self.vault;
        drop(writer.finish(|manifest| vault.sign(manifest))?);
        Ok(MadeRecord {
            leaving: Leaving {
                assessment: self.assessment,
                kind: IssueKind::Record,
                audience: self.audience(),
                sha256: keep(&file)?,
                pages: None,
                to: self.to.clone(),
            },
            prepared,
            warnings,
        })
    }

    /// For whom the record is, where it holds a single packet.
    fn audience(&self) -> Option<Audience> {
        match self.packets.as_slice() {
            [one] => Some(one.audience()),
            _ => None,
        }
    }

    fn put_originals<W: Write + Seek>(
        &self,
        writer: &mut Writer<W>,
        watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<(), Error> {
        let mut before = 0;
        for (number, original) in (1..).zip(&self.originals) {
            let true_name = original.file_name();
            let entry = Entry {
                name: &evidence_name(number, true_name),
                kind: FileKind::Evidence,
                about: original.title(),
                true_name: Some(true_name),
            };
            let expected = Expected {
                size: original.length(),
                sha256: original.sha256(),
            };
            let mut from = original.open(&self.vault)?;
            writer
                .copy(&entry, &expected, &mut from, &mut |done| {
                    watch(before + done)
                })
                .map_err(|error| original.fault(error))?;
            before += original.length();
        }
        Ok(())
    }

    fn put_data<W: Write + Seek>(&self, writer: &mut Writer<W>) -> Result<(), Error> {
        if let Some(data) = &self.data {
            let about = "The assessment's data as JSON, by the schema assessment-data-1.";
            put(writer, "data/assessment.json", FileKind::Data, about, data)?;
        }
        let Some(plan) = &self.plan else {
            return Ok(());
        };
        let kind = FileKind::EvidencePlan;
        put_pages(
            writer,
            ("plan/evidence-plan.pdf", kind, "The evidence plan."),
            &plan.pages,
        )?;
        let about = "The evidence plan as a workbook to fill in.";
        put(
            writer,
            "plan/evidence-plan.xlsx",
            kind,
            about,
            &plan.workbook,
        )?;
        let about = "The dates of the evidence plan for a calendar.";
        put(
            writer,
            "plan/evidence-plan.ics",
            kind,
            about,
            &plan.calendar,
        )
    }
}

fn put_packet<W: Write + Seek>(
    writer: &mut Writer<W>,
    gathered: &GatheredPacket,
    show: &Show<'_>,
    kept: &KeptPages,
    warnings: &mut Vec<String>,
) -> Result<(), Error> {
    let laid = gathered.lay_out(&gathered.draw(show, kept)?)?;
    let stops = laid.checks.into_iter().filter(|c| c.weight == Weight::Stop);
    warnings.extend(stops.map(|check| check.sentence));
    let (name, about) = match gathered.audience() {
        Audience::Leadership => ("packets/leadership.pdf", "The packet for leadership."),
        Audience::Client => ("packets/client.pdf", "The packet for the client."),
        Audience::Working => ("packets/working.pdf", "The assessor's working papers."),
    };
    put_pages(writer, (name, FileKind::Packet, about), &laid.pages)
}

fn put_pages<W: Write + Seek>(
    writer: &mut Writer<W>,
    (name, kind, about): (&str, FileKind, &str),
    pages: &Pages,
) -> Result<(), Error> {
    let entry = Entry {
        name,
        kind,
        about,
        true_name: None,
    };
    writer.add(&entry, |into| {
        let mut into = into;
        pages.write(&mut into).map_err(|error| match error {
            packet::Error::Write(source) => not_written(source),
            other => other.into(),
        })
    })
}

fn put<W: Write + Seek>(
    writer: &mut Writer<W>,
    name: &str,
    kind: FileKind,
    about: &str,
    bytes: &[u8],
) -> Result<(), Error> {
    let entry = Entry {
        name,
        kind,
        about,
        true_name: None,
    };
    writer.add(&entry, |into| into.write_all(bytes).map_err(not_written))
}

/// Brings a file to the disk and reads it again meanwhile, for its digest.
fn keep(file: &File) -> Result<String, Error> {
    thread::scope(|threads| {
        let syncing = threads.spawn(|| file.sync_all());
        let digest = digest(file).map_err(not_written);
        let synced = syncing
            .join()
            .unwrap_or_else(|_| Err(io::ErrorKind::Other.into()));
        synced.map_err(not_written)?;
        digest
    })
}

fn digest(mut file: &File) -> io::Result<String> {
    file.seek(SeekFrom::Start(0))?;
    let mut digest = Sha256::new();
    let mut buffer = vec![0; PIECE];
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok(vault::hex(&digest.finish()));
        }
        digest.update(buffer.get(..read).unwrap_or_default());
    }
}
