//! The engagement's terms; scope, systems and the scoping profile.

use domain::answer::Subject;
use domain::assessment::EngagementKind;
use domain::framework::Effect;
use domain::organisation::{Agreement, AgreementState};
use domain::profile;

use super::{Source, words};
use crate::document::{Block, Column, Face, Run, Table};
use crate::markdown;

/// Who asked for the assessment, who does it, on what terms.
pub(super) fn engagement(source: &Source<'_>) -> Block {
    let engagement = &source.dossier.assessment.engagement;
    let kind = match engagement.kind {
        EngagementKind::SelfAssessment => "Self-assessment by the organisation",
        EngagementKind::Independent => "Assessment by somebody from outside",
    };
    let term =
        |name: &str, value: &str| (name.to_owned(), vec![Run::plain(words::or_dash(value))]);
    Block::Terms(vec![
        term("Kind", kind),
        term("Requested by", &engagement.requested_by),
        term("Assessor", &engagement.assessor),
        term("Qualifications", &engagement.qualifications),
        term("Independence", &engagement.independence),
        term(
            "Assessor's own agreement",
            &agreement(&engagement.agreement),
        ),
    ])
}

fn agreement(of: &Agreement) -> String {
    let mut text = words::agreement(of.state).to_owned();
    if let Some(signed) = of.signed {
        let word = if of.state == AgreementState::Signed {
            " "
        } else {
            ", signed "
        };
        text.push_str(&format!("{word}{signed}"));
    }
    if let Some(until) = of.until {
        text.push_str(&format!(", until {until}"));
    }
    if !of.remarks.trim().is_empty() {
        text.push_str(&format!(". {}", of.remarks));
    }
    text
}

pub(super) fn scope(source: &Source<'_>) -> Vec<Block> {
    let dossier = source.dossier;
    let scope = &dossier.assessment.scope;
    let mut blocks = vec![Block::heading(1, "Scope and systems", "scope")];
    blocks.extend(markdown(&words::or_dash(&scope.statement)));
    if !scope.left_out.trim().is_empty() {
        blocks.push(Block::label("Left out"));
        blocks.extend(markdown(&scope.left_out));
    }
    blocks.extend(systems(source));
    let sites: Vec<_> = words::names(&dossier.sites, &scope.sites, |s| s.id).collect();
    if !sites.is_empty() {
        blocks.push(Block::heading(2, "Sites", "sites"));
        let rows = sites.iter().map(|s| {
            vec![
                words::cell(s.name.clone()),
                words::cell(words::or_dash(&s.address)),
            ]
        });
        blocks.push(Block::Table(Table {
            columns: vec![Column::Share(0.6), Column::Share(1.0)],
            header: ["Site", "Address"].map(str::to_owned).to_vec(),
            rows: rows.collect(),
        }));
    }
    let vendors: Vec<_> = words::names(&dossier.vendors, &scope.vendors, |v| v.id).collect();
    if !vendors.is_empty() {
        blocks.push(Block::heading(2, "Vendors", "vendors"));
        let rows = vendors.iter().map(|v| {
            vec![
                words::cell(v.name.clone()),
                words::cell(words::or_dash(&v.service)),
                words::cell(agreement(&v.agreement)),
            ]
        });
        blocks.push(Block::Table(Table {
            columns: vec![Column::Share(0.6), Column::Share(1.0), Column::Share(1.0)],
            header: ["Vendor", "Service", "Agreement"]
                .map(str::to_owned)
                .to_vec(),
            rows: rows.collect(),
        }));
    }
    blocks.extend(answers_to_profile(source));
    blocks
}

fn systems(source: &Source<'_>) -> Vec<Block> {
    let dossier = source.dossier;
    let scope = &dossier.assessment.scope;
    let systems: Vec<_> = words::names(&dossier.systems, &scope.systems, |s| s.id).collect();
    let mut blocks = vec![Block::heading(2, "Machine-learning systems", "systems")];
    if systems.is_empty() {
        blocks.push(Block::text("No system is in scope."));
    }
    for system in systems {
        let vendor = dossier.vendors.iter().find(|v| Some(v.id) == system.vendor);
        let fields = [
            ("Purpose", system.purpose.clone()),
            ("Users", system.users.clone()),
            (
                "Model",
                format!("{} {}", system.model_kind, system.model_version),
            ),
            ("Hosting", system.hosting.clone()),
            ("Data in training", system.training_data.clone()),
            ("Data in use", system.inference_data.clone()),
            (
                "Vendor",
                vendor.map_or_else(String::new, |v| v.name.clone()),
            ),
        ];
        let terms = fields
            .into_iter()
            .filter(|(_, value)| !value.trim().is_empty())
            .map(|(name, value)| (name.to_owned(), vec![Run::plain(value)]))
            .collect();
        blocks.push(Block::Together(vec![
            Block::heading(3, system.name.clone(), format!("system-{}", system.id)),
            Block::Terms(terms),
        ]));
    }
    blocks
}

fn answers_to_profile(source: &Source<'_>) -> Vec<Block> {
    let dossier = source.dossier;
    let framework = &dossier.framework;
    let assessment = &dossier.assessment;
    // What was answered for a system that has left the scope changes nothing here.
    let answers: Vec<_> = assessment
        .profile
        .iter()
        .filter(|a| assessment.scope.holds(a.subject))
        .collect();
    let mut blocks = vec![Block::heading(2, "Scoping profile", "profile")];
    if answers.is_empty() {
        blocks.push(Block::text("The scoping profile was not answered."));
        return blocks;
    }
    let consequences = profile::of(dossier);
    let mut rows = Vec::new();
    for question in &framework.profile {
        for option in &question.options {
            // What was answered alike for several systems stands in one row.
            let subjects: Vec<Subject> = answers
                .iter()
                .filter(|a| a.question == question.id && a.option == option.id)
                .map(|a| a.subject)
                .collect();
            let Some(first) = subjects.first() else {
                continue;
            };
            let names: Vec<String> =
                subjects.iter().map(|s| dossier.subject_name(*s)).collect();
            let mut effects: Vec<Block> = consequences
                .iter()
                .filter(|c| {
                    c.question == question.id && c.option == option.id && c.subject == *first
                })
                .map(|c| Block::text(effect(source, &c.effect, &c.controls)))
                .collect();
            if effects.is_empty() {
                effects = words::cell("Nothing changes.");
            }
            rows.push(vec![
                vec![
                    Block::text(question.question.clone()),
                    Block::small(names.join(", ")),
                ],
                words::cell_runs(vec![Run::set(option.label.clone(), Face::Semibold)]),
                effects,
            ]);
        }
    }
    blocks.push(Block::Table(Table {
        columns: vec![Column::Share(1.0), Column::Share(0.7), Column::Share(1.3)],
        header: ["Question", "Answer", "What it changes"]
            .map(str::to_owned)
            .to_vec(),
        rows,
    }));
    blocks
}

fn effect(source: &Source<'_>, effect: &Effect, controls: &[String]) -> String {
    let named = controls.join(", ");
    match effect {
        Effect::NotApplicable { reason, .. } => {
            format!("Proposed as not applicable: {named}. {reason}")
        }
        Effect::Weight { by, reason, .. } => format!("Weight {by:+}: {named}. {reason}"),
        Effect::WeightSet { to, reason, .. } => format!("Weight {to}: {named}. {reason}"),
        Effect::Remark { reason, .. } => format!("{named}: {reason}"),
        Effect::NotBinding { provisions, reason } => {
            format!("Does not bind here: {}. {reason}", provisions.join(", "))
        }
        Effect::Duty { duties, reason } => {
            let titles: Vec<String> = duties
                .iter()
                .filter_map(|id| source.dossier.framework.duties.iter().find(|d| d.id == *id))
                .map(|d| format!("{} ({})", d.title.trim_end_matches('.'), d.citation))
                .collect();
            format!("Outside this checklist: {}. {reason}", titles.join("; "))
        }
    }
}
