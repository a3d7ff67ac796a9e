//! Redacted copies: what a person blacked out, beside the sealed original.

use chrono::{DateTime, Utc};
use domain::dossier::Dossier;
use domain::evidence::{Attachment, Evidence, EvidenceDescription, EvidenceLink, Phi};
use domain::id::{EvidenceId, EvidenceLinkId};

use crate::edit::Edit;
use crate::error::Error;
use crate::evidence::{Attached, Target};
use crate::open::Workbench;
use crate::taken::Taken;

impl Workbench {
    /// Makes an evidence item of the sealed bytes of a redacted copy. It takes over what is said
    /// of the original and is linked to the same answers. That it holds no health information is
    /// proposed; the original stays as it is.
    pub fn attach_redacted(
        &mut self,
        taken: Taken,
        original: EvidenceId,
        target: &Target,
        now: DateTime<Utc>,
    ) -> Result<Attached, Error> {
        self.attach_taken(taken, target, Some(original), now)
    }
}

/// Finds the original of a copy, and refuses what cannot be one.
pub(crate) fn original(
    dossier: &Dossier,
    id: EvidenceId,
    copy: &Attachment,
) -> Result<Evidence, Error> {
    let known = dossier.evidence.iter().find(|evidence| evidence.id == id);
    let original = known.ok_or(Error::NotFound("evidence"))?;
    let is_the_same = original
        .attachment
        .as_ref()
        .is_some_and(|attachment| attachment.sha256 == copy.sha256);
    if is_the_same {
        return Err(Error::input(
            "This is the original itself, with nothing blacked out in it. Choose the redacted \
             copy.",
        ));
    }
    Ok(original.clone())
}

/// Says of a copy what is said of its original, but who took it in and when.
pub(crate) fn describe(copy: &mut Evidence, original: &Evidence) {
    copy.redacts = Some(original.id);
    copy.description = EvidenceDescription {
        collected_by: copy.description.collected_by.clone(),
        collected_on: copy.description.collected_on,
        phi: Phi::No,
        ..original.description.clone()
    };
}

/// Links a copy to each answer that its original is linked to, in the same way.
pub(crate) fn link(
    edit: &mut Edit<'_>,
    copy: EvidenceId,
    original: EvidenceId,
) -> Result<(), Error> {
    let of = |evidence| move |link: &&EvidenceLink| link.evidence == evidence;
    let there: Vec<_> = (edit.dossier.links.iter().filter(of(copy)))
        .map(|link| (link.control.clone(), link.subject))
        .collect();
    let wanted: Vec<EvidenceLink> = (edit.dossier.links.iter().filter(of(original)))
        .filter(|link| !there.contains(&(link.control.clone(), link.subject)))
        .cloned()
        .collect();
    for link in wanted {
        let id = EvidenceLinkId(edit.new_id()?);
        edit.dossier.links.push(EvidenceLink {
            id,
            evidence: copy,
            ..link
        });
    }
    Ok(())
}
