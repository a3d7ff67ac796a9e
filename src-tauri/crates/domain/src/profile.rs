//! What the answers to the scoping profile change.

use serde::Serialize;

use crate::answer::Subject;
use crate::assessment::ProfileAnswer;
use crate::framework::{Control, Effect, Framework};

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

/// Returns a control's severity weight after the profile, 1 to 5. What was answered for one
/// system counts for the item, so that nothing weighs less because another system is harmless.
pub fn severity(control: &Control, consequences: &[Consequence]) -> u8 {
    let mut severity = i16::from(control.severity);
    for consequence in consequences
        .iter()
        .filter(|c| c.controls.contains(&control.id))
    {
        match consequence.effect {
            Effect::Weight { by, .. } => {
                severity = severity.max(i16::from(control.severity) + i16::from(by));
            }
            Effect::WeightSet { to, .. } => severity = severity.max(i16::from(to)),
            Effect::NotApplicable { .. } | Effect::Remark { .. } | Effect::Duty { .. } => {}
        }
    }
    u8::try_from(severity.clamp(1, 5)).unwrap_or(control.severity)
}

/// Returns whether the profile proposes that a control does not apply to a subject.
pub fn supports_exclusion(
    control: &str,
    subject: Subject,
    consequences: &[Consequence],
) -> bool {
    consequences.iter().any(|c| {
        matches!(c.effect, Effect::NotApplicable { .. })
            && (c.subject == Subject::All || c.subject == subject)
            && c.controls.iter().any(|id| id == control)
    })
}
