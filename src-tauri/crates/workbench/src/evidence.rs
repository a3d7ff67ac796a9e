//! Evidence: attaching files, describing, linking, withdrawing, saving a copy elsewhere.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::answer::Subject;
use domain::dossier::Dossier;
use domain::evidence::{
    Bearing, Evidence, EvidenceDescription, EvidenceLink, Strength, Withdrawal,
};
use domain::id::{AssessmentId, AttachmentId, EvidenceId, EvidenceLinkId};
use domain::score::Standing;
use domain::step::{Step, StepKind};
use store::{Chain, Sealing};

use crate::answer::find;
use crate::edit::Edit;
use crate::error::Error;
use crate::file::{self, Prepared};
use crate::history::typed_in_evidence;
use crate::link::link_all;
use crate::open::Workbench;
use crate::redacted;
use crate::taken::Taken;

/// What evidence is for.
#[derive(Debug, Clone)]
pub struct Target {
    /// The assessment.
    pub assessment: AssessmentId,
    /// The control; nothing means for sorting later.
    pub control: Option<String>,
    /// What the answer is about.
    pub subject: Subject,
    /// How strong it is.
    pub strength: Strength,
}

/// What became of bytes that were taken.
#[derive(Debug, Clone)]
pub struct Attached {
    /// The item that now holds them.
    pub evidence: Evidence,
    /// Whether the assessment had the same bytes before.
    pub already_there: bool,
}

impl Workbench {
    /// Refuses a target that is not there, before a large file is sealed for it in vain.
    pub fn check_target(&mut self, target: &Target) -> Result<(), Error> {
        if self.is_held_back() {
            return Err(store::Error::NotAccepted.into());
        }
        check_target(&*self.dossier(target.assessment)?, target)
    }

    /// Makes an evidence item of sealed bytes and links it. The same bytes are one item of
    /// an assessment: it is then linked once more.
    pub fn attach(
        &mut self,
        taken: Taken,
        target: &Target,
        now: DateTime<Utc>,
    ) -> Result<Attached, Error> {
        self.attach_taken(taken, target, None, now)
    }

    /// Attaches what was taken, as a redacted copy when it redacts something.
    pub(crate) fn attach_taken(
        &mut self,
        mut taken: Taken,
        target: &Target,
        redacts: Option<EvidenceId>,
        now: DateTime<Utc>,
    ) -> Result<Attached, Error> {
        let sealing = taken.sealing.take().ok_or(Error::NotFound("attachment"))?;
        let object = sealing.object();
        let attached = self.attach_sealed(sealing, &taken.file_name, target, redacts, now);
        if attached.is_err() {
            // What fails here is set aside when the vault is opened again.
            let _ = self.store.remove_unnamed(&object);
        }
        attached
    }

    fn attach_sealed(
        &mut self,
        sealing: Sealing,
        file_name: &str,
        target: &Target,
        redacts: Option<EvidenceId>,
        now: DateTime<Utc>,
    ) -> Result<Attached, Error> {
        let mut attached = None;
        let step = Step {
            control: target.control.clone(),
            ..Step::of(StepKind::Attach)
        };
        self.edit_beside(target.assessment, Some(step), now, |change, edit| {
            check_target(&edit.dossier, target)?;
            let id = AttachmentId(edit.new_id()?);
            let (attachment, _) = change.attach(sealing, file_name, id)?;
            let original = redacts
                .map(|id| redacted::original(&edit.dossier, id, &attachment))
                .transpose()?;
            let known = edit.dossier.evidence.iter().find(|e| {
                e.withdrawn.is_none()
                    && e.attachment
                        .as_ref()
                        .is_some_and(|a| a.sha256 == attachment.sha256)
            });
            let already_there = known.is_some();
            let mut evidence = match known {
                Some(evidence) => evidence.clone(),
                None => Evidence {
                    id: EvidenceId(edit.new_id()?),
                    assessment: target.assessment,
                    title: attachment.file_name.clone(),
                    attachment: Some(attachment),
                    description: EvidenceDescription {
                        collected_by: edit.person.clone(),
                        collected_on: Some(now.date_naive()),
                        ..EvidenceDescription::default()
                    },
                    added: now,
                    withdrawn: None,
                    redacts: None,
                },
            };
            if let Some(original) = &original {
                redacted::describe(&mut evidence, original);
                redacted::link(edit, evidence.id, original.id)?;
            }
            edit.dossier.evidence.retain(|e| e.id != evidence.id);
            edit.dossier.evidence.push(evidence.clone());
            link(edit, evidence.id, target)?;
            attached = Some(Attached {
                evidence,
                already_there,
            });
            Ok(())
        })?;
        attached.ok_or(Error::NotFound("evidence"))
    }

    /// Writes what is said about an evidence item; a nil id makes one without a file.
    pub fn save_evidence(
        &mut self,
        mut evidence: Evidence,
        target: Option<Target>,
        now: DateTime<Utc>,
    ) -> Result<(Arc<Dossier>, Standing), Error> {
        if evidence.title.trim().is_empty() {
            return Err(Error::input("The evidence needs a name."));
        }
        check_dates(&evidence.description)?;
        let step = Step {
            control: target.as_ref().and_then(|target| target.control.clone()),
            ..Step::of(StepKind::Evidence)
        };
        let edited = self.edit(evidence.assessment, step, now, |edit| {
            if evidence.id.0.is_nil() {
                evidence.id = EvidenceId(edit.new_id()?);
                evidence.attachment = None;
                evidence.added = edit.now;
                evidence.withdrawn = None;
                edit.dossier.evidence.push(evidence.clone());
            } else {
                let known = edit
                    .dossier
                    .evidence
                    .iter_mut()
                    .find(|e| e.id == evidence.id);
                let known = known.ok_or(Error::NotFound("evidence"))?;
                let before = known.clone();
                known.title.clone_from(&evidence.title);
                known.description.clone_from(&evidence.description);
                let typed = typed_in_evidence(&before, known);
                edit.typed_in(typed.map(|field| format!("{} {field}", before.id)));
            }
            if let Some(target) = &target {
                link(edit, evidence.id, target)?;
            }
            Ok(())
        })?;
        Ok((edited.dossier, edited.standing))
    }

    /// Writes how evidence bears on an answer; a nil id asks for a new link.
    pub fn save_link(
        &mut self,
        mut changed: EvidenceLink,
        now: DateTime<Utc>,
    ) -> Result<(Arc<Dossier>, Standing), Error> {
        let step = Step::on(StepKind::Link, &changed.control);
        let edited = self.edit(changed.assessment, step, now, |edit| {
            find(&edit.dossier.framework, &changed.control)?;
            if !edit
                .dossier
                .evidence
                .iter()
                .any(|e| e.id == changed.evidence)
            {
                return Err(Error::NotFound("evidence"));
            }
            if changed.id.0.is_nil() {
                changed.id = EvidenceLinkId(edit.new_id()?);
            }
            edit.dossier.links.retain(|l| l.id != changed.id);
            edit.dossier.links.push(changed);
            Ok(())
        })?;
        Ok((edited.dossier, edited.standing))
    }

    /// Removes a link; the evidence stays. Returns the control it was for.
    pub fn remove_link(
        &mut self,
        id: EvidenceLinkId,
        now: DateTime<Utc>,
    ) -> Result<(Arc<Dossier>, Standing, String), Error> {
        let link: EvidenceLink = self
            .store
            .get(&id.to_string())?
            .ok_or(Error::NotFound("evidence link"))?;
        let step = Step::on(StepKind::Link, &link.control);
        let edited = self.edit(link.assessment, step, now, |edit| {
            edit.dossier.links.retain(|l| l.id != id);
            Ok(())
        })?;
        Ok((edited.dossier, edited.standing, link.control))
    }

    /// Withdraws evidence: it stays, with the reason, and no longer counts.
    pub fn withdraw_evidence(
        &mut self,
        id: EvidenceId,
        reason: &str,
        now: DateTime<Utc>,
    ) -> Result<(Arc<Dossier>, Standing), Error> {
        if reason.trim().is_empty() {
            return Err(Error::input("Please write why the evidence is withdrawn."));
        }
        let assessment = self.evidence(id)?.assessment;
        let edited = self.edit(assessment, Step::of(StepKind::Withdraw), now, |edit| {
            let withdrawal = Withdrawal {
                reason: reason.trim().to_owned(),
                by: edit.person.clone(),
                at: edit.now,
            };
            let known = edit.dossier.evidence.iter_mut().find(|e| e.id == id);
            known.ok_or(Error::NotFound("evidence"))?.withdrawn = Some(withdrawal);
            Ok(())
        })?;
        Ok((edited.dossier, edited.standing))
    }

    /// Returns an evidence item.
    pub fn evidence(&self, id: EvidenceId) -> Result<Evidence, Error> {
        self.store
            .get(&id.to_string())?
            .ok_or(Error::NotFound("evidence"))
    }

    /// Saves a copy of the bytes outside the vault. The trail says so.
    pub fn save_copy(
        &mut self,
        id: EvidenceId,
        path: &Path,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        let evidence = self.evidence(id)?;
        let organisation = self.dossier(evidence.assessment)?.organisation.id;
        let attachment = evidence.attachment.ok_or_else(|| {
            Error::input("This evidence is a written reference without a file.")
        })?;
        let mut reader = self
            .store
            .open_attachment(attachment.id)?
            .ok_or(Error::NotFound("attachment"))?;
        let (prepared, ()) = Prepared::write(path, |into| copy(&mut reader, into))?;
        // The trail knows of a copy before anybody can hold it.
        self.store
            .change(Chain::Organisation(organisation), now, |change| {
                change.record("save-copy", "evidence", &id.to_string())
            })?;
        prepared.put_in_place()?;
        Ok(())
    }
}

/// Copies sealed bytes out, and tells apart which side failed.
fn copy(from: &mut dyn Read, into: &mut dyn Write) -> Result<(), Error> {
    let mut buffer = vec![0_u8; 1 << 20];
    loop {
        let read =
            from.read(&mut buffer)
                .map_err(|error| match error.downcast::<vault::Error>() {
                    Ok(error) => error.into(),
                    Err(source) => Error::File {
                        action: "The sealed bytes could not be read. No copy was written.",
                        source,
                    },
                })?;
        let bytes = buffer.get(..read).unwrap_or_default();
        if bytes.is_empty() {
            return Ok(());
        }
        into.write_all(bytes).map_err(file::not_written)?;
    }
}

pub(crate) fn check_target(dossier: &Dossier, target: &Target) -> Result<(), Error> {
    let Some(control) = &target.control else {
        return Ok(());
    };
    let asked = find(&dossier.framework, control)?;
    let subjects = dossier.assessment.scope.subjects(asked.asked_per);
    if target.subject == Subject::All || subjects.contains(&target.subject) {
        return Ok(());
    }
    Err(Error::input(
        "This control is not asked for that site, system or vendor, or it is not in scope.",
    ))
}

fn link(edit: &mut Edit<'_>, evidence: EvidenceId, target: &Target) -> Result<(), Error> {
    let Some(control) = &target.control else {
        return Ok(());
    };
    find(&edit.dossier.framework, control)?;
    let pair = (evidence, control.clone(), target.subject);
    let bearing = Bearing::Supports;
    link_all(edit, std::iter::once(pair), target.strength, bearing)
}

fn check_dates(description: &EvidenceDescription) -> Result<(), Error> {
    let backwards = |from: Option<chrono::NaiveDate>, to: Option<chrono::NaiveDate>| {
        from.zip(to).is_some_and(|(from, to)| to < from)
    };
    if backwards(description.covers_from, description.covers_to) {
        return Err(Error::input("The period covered ends before it begins."));
    }
    if backwards(description.effective, description.valid_until) {
        return Err(Error::input(
            "The evidence is valid until a day before it takes effect.",
        ));
    }
    Ok(())
}
