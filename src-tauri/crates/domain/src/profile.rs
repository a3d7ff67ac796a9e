//! What the answers to the scoping profile change.

use serde::Serialize;

use crate::answer::Subject;
use crate::assessment::{ProfileAnswer, Scope};
use crate::dossier::Dossier;
use crate::framework::{Control, Effect, Framework, SubjectKind, is_of};

/// One effect of one profile answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Consequence {
    /// The question's name.
    pub question: String,
    /// The option's name.
    pub option: String,
    /// Whom it was answered for.
    pub subject: Subject,
    /// What it changes.
    pub effect: Effect,
    /// The controls it touches, in order.
    pub controls: Vec<String>,
}

/// Returns all that the answers change, in the order of the questions.
pub fn consequences(framework: &Framework, answers: &[ProfileAnswer]) -> Vec<Consequence> {
    let mut found = Vec::new();
    for question in &framework.profile {
        for answer in answers.iter().filter(|a| a.question == question.id) {
            let Some(option) = question.options.iter().find(|o| o.id == answer.option) else {
                continue;
            };
            for effect in &option.effects {
                found.push(Consequence {
                    question: question.id.clone(),
                    option: option.id.clone(),
                    subject: answer.subject,
                    effect: effect.clone(),
                    controls: touched(framework, effect),
                });
            }
        }
    }
    found
}

fn touched(framework: &Framework, effect: &Effect) -> Vec<String> {
    let selectors = match effect {
        Effect::NotBinding { provisions, .. } => {
            let cites = |c: &&Control| {
                let mut links = c.provisions.iter();
                links.any(|l| provisions.iter().any(|p| is_of(&l.citation, p)))
            };
            return framework
                .controls()
                .filter(cites)
                .map(|c| c.id.clone())
                .collect();
        }
        Effect::NotApplicable { controls, .. }
        | Effect::Weight { controls, .. }
        | Effect::WeightSet { controls, .. }
        | Effect::Remark { controls, .. } => controls,
        Effect::Duty { .. } => return Vec::new(),
    };
    framework
        .controls()
        .filter(|c| selectors.iter().any(|s| framework.selects(s, &c.id)))
        .map(|c| c.id.clone())
        .collect()
}

/// Returns what the profile of an assessment changes. What was answered for a subject that
/// has left the scope changes nothing.
pub fn of(dossier: &Dossier) -> Vec<Consequence> {
    let assessment = &dossier.assessment;
    let answers: Vec<ProfileAnswer> = assessment
        .profile
        .iter()
        .filter(|a| assessment.scope.holds(a.subject))
        .cloned()
        .collect();
    consequences(&dossier.framework, &answers)
}

/// The kinds of subjects that a question may be asked for one by one.
const KINDS: [SubjectKind; 3] = [SubjectKind::Site, SubjectKind::System, SubjectKind::Vendor];

/// Returns a control's severity weight after the profile, 1 to 5. Where a question was
/// answered for each system, the system for which the control weighs most counts, so that
/// nothing weighs less because another system is harmless.
pub fn severity(control: &Control, consequences: &[Consequence], scope: &Scope) -> u8 {
    let after = |weight: i16, subject: Subject| {
        consequences
            .iter()
            .filter(|c| c.subject == subject && c.controls.contains(&control.id))
            .fold(weight, |weight, c| match c.effect {
                Effect::Weight { by, .. } => weight + i16::from(by),
                Effect::WeightSet { to, .. } => i16::from(to),
                Effect::NotApplicable { .. }
                | Effect::Remark { .. }
                | Effect::NotBinding { .. }
                | Effect::Duty { .. } => weight,
            })
    };
    let mut weight = after(i16::from(control.severity), Subject::All);
    for kind in KINDS {
        let subjects = scope.subjects(kind).into_iter();
        weight = subjects.map(|s| after(weight, s)).max().unwrap_or(weight);
    }
    u8::try_from(weight.clamp(1, 5)).unwrap_or(control.severity)
}

/// Returns whether the profile proposes that a control does not apply to a subject: by an
/// answer for the subject itself or for all, or by the same for each subject of a kind.
pub fn supports_exclusion(
    control: &str,
    subject: Subject,
    consequences: &[Consequence],
    scope: &Scope,
) -> bool {
    let proposed = |subject: Subject| {
        consequences.iter().any(|c| {
            matches!(c.effect, Effect::NotApplicable { .. })
                && c.subject == subject
                && c.controls.iter().any(|id| id == control)
        })
    };
    proposed(subject) || is_for_all(proposed, scope)
}

/// Returns whether a provision binds here: unless the profile says for all, or alike for
/// each subject of a kind, that it does not.
pub fn binds(citation: &str, consequences: &[Consequence], scope: &Scope) -> bool {
    let unbound = |subject: Subject| {
        consequences.iter().any(|c| {
            c.subject == subject
                && matches!(&c.effect, Effect::NotBinding { provisions, .. }
                    if provisions.iter().any(|p| is_of(citation, p)))
        })
    };
    !is_for_all(unbound, scope)
}

/// Whether something holds for all, or for each subject of a kind.
fn is_for_all(holds: impl Fn(Subject) -> bool, scope: &Scope) -> bool {
    let for_each = |kind: SubjectKind| {
        let subjects = scope.subjects(kind);
        !subjects.is_empty() && subjects.into_iter().all(&holds)
    };
    holds(Subject::All) || KINDS.into_iter().any(for_each)
}
