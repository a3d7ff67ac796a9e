//! The cover.

use domain::framework::Framework;

use super::{Source, words};
use crate::document::{Block, Cover};

pub(super) fn cover(source: &Source<'_>, kind: &str) -> Block {
    let dossier = source.dossier;
    let assessment = &dossier.assessment;
    let fact = |name: &str, value: String| (name.to_owned(), value);
    let mut facts = vec![
        fact(
            "Framework",
            format!(
                "{}, edition {}",
                dossier.framework.title, assessment.framework.edition
            ),
        ),
        fact(
            "Period",
            format!("{} to {}", assessment.period.from, assessment.period.to),
        ),
        fact("Judged on", assessment.as_of.to_string()),
        fact("State", words::stage(source)),
    ];
    for (name, value) in [
        ("Assessor", &assessment.engagement.assessor),
        ("Requested by", &assessment.engagement.requested_by),
    ] {
        if !value.trim().is_empty() {
            facts.push(fact(name, value.clone()));
        }
    }
    facts.push(fact(
        "Printed",
        format!("{} UTC", source.now.format("%Y-%m-%d %H:%M")),
    ));
    Block::Cover(Cover {
        kind: kind.to_owned(),
        title: dossier.organisation.name.clone(),
        subtitle: assessment.title.clone(),
        facts,
        marking: assessment.engagement.marking.clone(),
        note: source.standing.disclaimer.clone(),
    })
}

pub(super) fn blank(framework: &Framework) -> Block {
    Block::Cover(Cover {
        kind: "Checklist".to_owned(),
        title: framework.title.clone(),
        subtitle: framework.description.clone(),
        facts: vec![
            ("Edition".to_owned(), framework.edition.clone()),
            ("Facts as of".to_owned(), framework.as_of.to_string()),
            ("Organisation".to_owned(), "\u{2026}".repeat(24)),
            ("Assessor".to_owned(), "\u{2026}".repeat(24)),
            ("Date".to_owned(), "\u{2026}".repeat(24)),
        ],
        marking: String::new(),
        note: framework.disclaimer.clone(),
    })
}
