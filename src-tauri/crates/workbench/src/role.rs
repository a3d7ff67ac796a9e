//! What the program lets the present member do.
//!
//! A policy and no cryptography: whoever has a way in has the vault key.

use domain::answer::AnswerWords;
use domain::dossier::Dossier;
use domain::member::{Act, MemberRole};

use crate::error::Error;
use crate::open::Workbench;

impl Workbench {
    /// Returns the role of the present member.
    pub fn role(&self) -> MemberRole {
        self.present
            .as_ref()
            .map_or(MemberRole::Reader, |member| member.role)
    }

    /// Refuses what the program does not let the present member do.
    pub(crate) fn require(&self, act: Act) -> Result<(), Error> {
        let role = self.role();
        if role.may(act) {
            Ok(())
        } else {
            Err(Error::NotAllowed { role, act })
        }
    }
}

/// Refuses an edit that a role does not allow: whoever only reviews changes flags and no more.
pub(crate) fn require_edit(
    role: MemberRole,
    before: &Dossier,
    after: &Dossier,
) -> Result<(), Error> {
    if role.may(Act::Assess) {
        return Ok(());
    }
    let act = if differs_in_flags_only(before, after) {
        Act::Review
    } else {
        Act::Assess
    };
    if role.may(act) {
        Ok(())
    } else {
        Err(Error::NotAllowed { role, act })
    }
}

fn differs_in_flags_only(before: &Dossier, after: &Dossier) -> bool {
    let same_words = after.answers.iter().all(|now| {
        let then = before.answer(&now.control, now.subject);
        let then = then.map(|answer| answer.words.clone()).unwrap_or_default();
        let flagged = now.words.flagged;
        now.words == AnswerWords { flagged, ..then }
    });
    let rest = |dossier: &Dossier| Dossier {
        answers: Vec::new(),
        ..dossier.clone()
    };
    same_words && after.answers.len() >= before.answers.len() && rest(before) == rest(after)
}
