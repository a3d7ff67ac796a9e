//! The terms of an assessment and its answers, as lines that can be compared.

use std::collections::HashMap;
use std::hash::Hash;

use chrono::NaiveDate;
use domain::answer::{AnswerWords, Subject};
use domain::assessment::EngagementKind;
use domain::difference::DifferenceKind;
use domain::dossier::Dossier;
use domain::framework::Framework;
use packet::part::words;

use super::{Difference, lines, pairs};

pub(super) fn terms(before: &Dossier, after: &Dossier) -> Vec<Difference> {
    lines(
        DifferenceKind::Terms,
        None,
        terms_of(before),
        terms_of(after),
    )
}

fn terms_of(dossier: &Dossier) -> Vec<(String, String)> {
    let (assessment, framework) = (&dossier.assessment, &dossier.framework);
    let (scope, engagement) = (&assessment.scope, &assessment.engagement);
    let agreement = &engagement.agreement;
    let kind = match engagement.kind {
        EngagementKind::SelfAssessment => "Self-assessment",
        EngagementKind::Independent => "Independent",
    };
    let (from, to) = (assessment.period.from, assessment.period.to);
    let mut found = named([
        ("Organisation", dossier.organisation.name.clone()),
        ("Title", assessment.title.clone()),
        ("Period", format!("{from} to {to}")),
        ("As-of date", assessment.as_of.to_string()),
        ("Scope", scope.statement.clone()),
        ("Left out", scope.left_out.clone()),
        (
            "Sites in scope",
            names(&dossier.sites, &scope.sites, |s| (s.id, &s.name)),
        ),
        (
            "Systems in scope",
            names(&dossier.systems, &scope.systems, |s| (s.id, &s.name)),
        ),
        (
            "Vendors in scope",
            names(&dossier.vendors, &scope.vendors, |v| (v.id, &v.name)),
        ),
        ("Requested by", engagement.requested_by.clone()),
        ("Kind of assessment", kind.to_owned()),
        ("Assessor", engagement.assessor.clone()),
        ("Qualifications", engagement.qualifications.clone()),
        ("Independence", engagement.independence.clone()),
        ("Marking", engagement.marking.clone()),
        (
            "Agreement with the assessor",
            words::agreement(agreement.state).to_owned(),
        ),
        ("Agreement signed", date(agreement.signed)),
        ("Agreement until", date(agreement.until)),
        ("Remarks on the agreement", agreement.remarks.clone()),
    ]);
    for question in &framework.profile {
        let answers = assessment.profile.iter();
        let said: Vec<String> = answers
            .filter(|a| a.question == question.id)
            .map(|a| {
                let option = question.options.iter().find(|o| o.id == a.option);
                let label = option.map_or(a.option.as_str(), |o| o.label.as_str());
                match a.subject {
                    Subject::All => label.to_owned(),
                    one => format!("{}: {label}", dossier.subject_name(one)),
                }
            })
            .collect();
        found.push((question.question.clone(), said.join("; ")));
    }
    found
}

pub(super) fn answers(before: &Dossier, after: &Dossier) -> Vec<Difference> {
    let framework = &after.framework;
    let found = pairs(&before.answers, &after.answers, |a| {
        (a.control.clone(), a.subject)
    });
    let blank = AnswerWords::default();
    let mut differences = Vec::new();
    for (old, new) in found {
        let Some(answer) = new.or(old) else { continue };
        let subject = match answer.subject {
            Subject::All => String::new(),
            one => after.subject_name(one),
        };
        let words = [old, new].map(|side| side.map_or(&blank, |a| &a.words));
        let control = Some(answer.control.as_str());
        let name = if subject.is_empty() {
            after.subject_name(Subject::All)
        } else {
            subject.clone()
        };
        let mut compare = |what, line: &dyn Fn(&AnswerWords) -> Vec<(String, String)>| {
            let [before, after] = words.map(line);
            differences.extend(lines(what, control, before, after));
        };
        compare(DifferenceKind::Answer, &|w| {
            let label = w.implementation.and_then(|word| framework.answer(word));
            let label = label.map_or_else(String::new, |word| word.label.clone());
            vec![(name.clone(), label)]
        });
        compare(DifferenceKind::AnswerPart, &|w| {
            parts(framework, answer.control.as_str(), w)
                .into_iter()
                .map(|(part, text)| match subject.as_str() {
                    "" => (part, text),
                    subject => (format!("{subject}: {part}"), text),
                })
                .collect()
        });
        compare(DifferenceKind::Note, &|w| {
            vec![(name.clone(), w.note.clone())]
        });
    }
    differences
}

fn parts(framework: &Framework, control: &str, words: &AnswerWords) -> Vec<(String, String)> {
    let qualifiers = framework.control(control).map(|c| c.qualifiers.as_slice());
    let holds: Vec<&str> = (qualifiers.unwrap_or_default().iter())
        .filter(|q| words.qualifiers.contains(&q.id))
        .map(|q| q.label.as_str())
        .collect();
    let determined = words
        .determination
        .map_or("", |d| words::determination(Some(d)));
    let flag = if words.flagged {
        "to be looked at again"
    } else {
        ""
    };
    let mut found = named([
        ("Determination", determined.to_owned()),
        ("What holds", holds.join("; ")),
        ("Why it does not apply", words.exclusion_reason.clone()),
        ("Approved by", words.exclusion_approver.clone()),
        ("Who sees to the plan", words.plan_owner.clone()),
        ("Planned by", date(words.plan_due)),
        ("Who would know", words.who_would_know.clone()),
        ("Flag", flag.to_owned()),
    ]);
    for field in &framework.decision_record {
        let text = words.decision.get(&field.id).cloned().unwrap_or_default();
        found.push((format!("Decision record, {}", field.label), text));
    }
    found
}

pub(super) fn named<const N: usize>(lines: [(&str, String); N]) -> Vec<(String, String)> {
    lines.map(|(name, text)| (name.to_owned(), text)).to_vec()
}

pub(super) fn date(on: Option<NaiveDate>) -> String {
    on.map_or_else(String::new, |on| on.to_string())
}

fn names<T, Id: Copy + Eq + Hash>(
    all: &[T],
    scope: &[Id],
    name: impl Fn(&T) -> (Id, &String),
) -> String {
    let known: HashMap<Id, &String> = all.iter().map(name).collect();
    let mut names: Vec<&str> = (scope.iter())
        .filter_map(|id| known.get(id).map(|name| name.as_str()))
        .collect();
    names.sort_unstable();
    names.join(", ")
}
