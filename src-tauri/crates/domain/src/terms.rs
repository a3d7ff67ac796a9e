//! What changed terms of an assessment would do: its period, as-of date, scope and profile.
//! Nothing that was answered is lost by them; it may no longer count, or count otherwise.

use std::collections::HashSet;

use serde::Serialize;

use crate::answer::{Implementation, Subject};
use crate::assessment::Assessment;
use crate::dossier::Dossier;
use crate::lookup::Lookup;
use crate::profile::{self, Consequence};
use crate::score::{self, ItemStanding, RowStanding};

/// What changed terms would do.
#[derive(Debug, Clone, PartialEq)]
pub struct TermsChange {
    /// Each answer that is touched, in the order of the framework.
    pub touched: Vec<TouchedAnswer>,
    /// Consequences of the profile that are new.
    pub added: Vec<Consequence>,
    /// Consequences of the profile that go.
    pub gone: Vec<Consequence>,
    /// The figure over provisions as it is.
    pub before: Option<f64>,
    /// The figure over provisions as it would be.
    pub after: Option<f64>,
}

/// An answer that changed terms touch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TouchedAnswer {
    /// The control's id.
    pub control: String,
    /// What the answer is about.
    pub subject: Subject,
    /// What happens to it.
    pub effect: TermsEffect,
    /// The word that stands there.
    pub implementation: Option<Implementation>,
}

/// What changed terms do to an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum TermsEffect {
    /// Its subject leaves the scope: it is kept and no longer counts.
    Leaves,
    /// A subject comes into the scope: it is asked anew, or what it had counts again.
    Enters,
    /// The profile now proposes something else for the control.
    Proposes,
    /// It counts otherwise than before.
    CountsOtherwise,
}

/// Returns what would change if the assessment's terms were these.
pub fn change(dossier: &Dossier, terms: Assessment) -> TermsChange {
    let mut changed = dossier.clone();
    changed.assessment = terms;
    let (was, will) = (score::standing(dossier), score::standing(&changed));
    let (old, new) = (profile::of(dossier), profile::of(&changed));
    let lacks = |all: &[Consequence], one: &Consequence| !all.contains(one);
    let (before, after) = (
        Side {
            dossier,
            lookup: Lookup::of(dossier),
            consequences: &old,
        },
        Side {
            dossier: &changed,
            lookup: Lookup::of(&changed),
            consequences: &new,
        },
    );
    let items = was.items.iter().zip(&will.items);
    TermsChange {
        touched: items
            .flat_map(|(was, will)| touched(&before, &after, was, will))
            .collect(),
        added: new.iter().filter(|c| lacks(&old, c)).cloned().collect(),
        gone: old.iter().filter(|c| lacks(&new, c)).cloned().collect(),
        before: was.provisions.conformity,
        after: will.provisions.conformity,
    }
}

/// An assessment under its old or its new terms.
struct Side<'d> {
    dossier: &'d Dossier,
    lookup: Lookup<'d>,
    consequences: &'d [Consequence],
}

impl Side<'_> {
    fn excludes(&self, control: &str, subject: Subject) -> bool {
        let scope = &self.dossier.assessment.scope;
        profile::supports_exclusion(control, subject, self.consequences, scope)
    }
}

fn touched(
    before: &Side<'_>,
    after: &Side<'_>,
    was: &ItemStanding,
    will: &ItemStanding,
) -> Vec<TouchedAnswer> {
    let control = will.control.as_str();
    let word = |subject: Subject| {
        let answer = before.lookup.answer(control, subject);
        answer.and_then(|a| a.words.implementation)
    };
    let row = |subject: Subject, effect: TermsEffect| TouchedAnswer {
        control: control.to_owned(),
        subject,
        effect,
        implementation: word(subject),
    };
    let subjects = |item: &ItemStanding| -> HashSet<Subject> {
        item.rows.iter().map(|r| r.subject).collect()
    };
    let (old, new) = (subjects(was), subjects(will));
    let mut found: Vec<TouchedAnswer> = (was.rows.iter())
        .filter(|r| !new.contains(&r.subject) && word(r.subject).is_some())
        .map(|r| row(r.subject, TermsEffect::Leaves))
        .collect();
    let weighs_otherwise = was.severity != will.severity;
    let differs = |now: &RowStanding| {
        let then = was.rows.iter().find(|r| r.subject == now.subject);
        weighs_otherwise
            || then.is_some_and(|then| {
                (then.state, then.value, then.assurance)
                    != (now.state, now.value, now.assurance)
            })
    };
    for now in &will.rows {
        let subject = now.subject;
        if !old.contains(&subject) {
            found.push(row(subject, TermsEffect::Enters));
        } else if word(subject).is_none() {
            // Nothing was said that could be touched.
        } else if differs(now) {
            found.push(row(subject, TermsEffect::CountsOtherwise));
        } else if before.excludes(control, subject) != after.excludes(control, subject) {
            found.push(row(subject, TermsEffect::Proposes));
        }
    }
    found
}
