//! The evidence plan, by person and by control, and the blank checklist.

use std::collections::BTreeMap;

use domain::framework::{Control, Framework};
use domain::request::{EvidenceRequest, Origin, RequestState};

use super::{Source, words};
use crate::document::{Block, Chart, Column, Ink, Part, Run, Stack, Table, Tone};

/// An empty square, to be ticked on paper.
const BOX: &str = "\u{2610}";

pub(super) fn plan(source: &Source<'_>) -> Vec<Block> {
    let requests = &source.dossier.requests;
    let open = requests.iter().filter(|r| r.course.state.is_open()).count();
    let mut blocks = vec![
        Block::heading(1, "What is still wanted", "wanted"),
        Block::Paragraph(
            Tone::Lead,
            vec![Run::plain(format!(
                "{open} of {} requests are open. Please send no patient data: strip it from \
                 documents first, or say that it is there.",
                requests.len()
            ))],
        ),
    ];
    blocks.extend(at_a_glance(source));
    blocks.extend(who_would_know(source));
    blocks.push(Block::heading(1, "By person", "by-person"));
    for (person, asked) in by_person(source) {
        blocks.push(Block::heading(
            2,
            person.clone(),
            format!("person-{person}"),
        ));
        blocks.push(table(source, &asked, true));
    }
    blocks.push(Block::heading(1, "By control", "by-control"));
    for section in &source.dossier.framework.sections {
        let controls: Vec<&Control> = section
            .controls()
            .filter(|c| requests.iter().any(|r| r.control == c.id))
            .collect();
        if controls.is_empty() {
            continue;
        }
        blocks.push(Block::heading(
            2,
            section.title.clone(),
            format!("plan-{}", section.id),
        ));
        for control in controls {
            let asked: Vec<&EvidenceRequest> = requests
                .iter()
                .filter(|r| r.control == control.id)
                .collect();
            blocks.push(Block::heading(
                3,
                format!("{} {}", control.id, control.label),
                words::anchor(&control.id),
            ));
            blocks.push(table(source, &asked, false));
        }
    }
    blocks
}

/// How many requests stand where, and what each person is still asked for.
fn at_a_glance(source: &Source<'_>) -> Vec<Block> {
    let requests = &source.dossier.requests;
    let count = |state: RequestState| {
        u32::try_from(requests.iter().filter(|r| r.course.state == state).count())
            .unwrap_or(u32::MAX)
    };
    let parts: Vec<Part> = [
        (RequestState::Wanted, Ink::Muted),
        (RequestState::Asked, Ink::Accent),
        (RequestState::Received, Ink::Warn),
        (RequestState::Accepted, Ink::Good),
        (RequestState::Refused, Ink::Bad),
        (RequestState::NotToBeHad, Ink::Text),
    ]
    .into_iter()
    .map(|(state, ink)| Part {
        label: words::request_state(state).to_owned(),
        count: count(state),
        ink,
    })
    .filter(|part| part.count > 0)
    .collect();
    let counts: Vec<String> = parts
        .iter()
        .map(|p| format!("{} {}", p.count, p.label))
        .collect();
    let today = source.now.date_naive();
    let rows: Vec<_> = by_person(source)
        .into_iter()
        .map(|(person, asked)| {
            let next = asked.iter().filter_map(|r| r.course.due).min();
            let late = asked
                .iter()
                .filter(|r| r.course.due.is_some_and(|d| d < today))
                .count();
            let overdue = if late == 0 {
                "\u{2013}".to_owned()
            } else {
                late.to_string()
            };
            vec![
                words::cell(person),
                words::cell(asked.len().to_string()),
                words::cell(next.map_or_else(|| "\u{2013}".to_owned(), |d| d.to_string())),
                words::cell(overdue),
            ]
        })
        .collect();
    let mut blocks = vec![
        Block::heading(2, "At a glance", "glance"),
        Block::Chart {
            chart: Chart::Stack(Stack {
                label: "Requests by state".to_owned(),
                parts,
            }),
            alternative: format!("Requests by state: {}.", counts.join(", ")),
        },
    ];
    if !rows.is_empty() {
        blocks.push(Block::Table(Table {
            columns: vec![
                Column::Share(1.0),
                Column::Figure(50.0),
                Column::Fixed(76.0),
                Column::Figure(50.0),
            ],
            header: ["Whom to ask", "Open", "Next due", "Overdue"]
                .map(str::to_owned)
                .to_vec(),
            rows,
        }));
    }
    blocks
}

fn who_would_know(source: &Source<'_>) -> Vec<Block> {
    let questions: Vec<&EvidenceRequest> = source
        .dossier
        .requests
        .iter()
        .filter(|r| r.origin == Origin::Unknown && r.course.state.is_open())
        .collect();
    if questions.is_empty() {
        return Vec::new();
    }
    let rows = questions
        .iter()
        .map(|r| {
            vec![
                vec![Block::TickBox],
                words::cell(words::or_dash(&r.course.ask)),
                words::cell_runs(vec![words::control_run(&r.control)]),
                words::cell(r.artefact.trim_start_matches("An answer to: ").to_owned()),
            ]
        })
        .collect();
    vec![
        Block::heading(2, "Who would know", "who-would-know"),
        Block::Table(Table {
            columns: vec![
                Column::Fixed(14.0),
                Column::Share(0.5),
                Column::Fixed(62.0),
                Column::Share(1.3),
            ],
            header: ["", "Ask", "Control", "Question"]
                .map(str::to_owned)
                .to_vec(),
            rows,
        }),
    ]
}

/// Whom to ask: the person named, the words written, or the role that usually has it.
fn by_person<'a>(source: &Source<'a>) -> BTreeMap<String, Vec<&'a EvidenceRequest>> {
    let dossier = source.dossier;
    let mut asked: BTreeMap<String, Vec<&EvidenceRequest>> = BTreeMap::new();
    for request in dossier.requests.iter().filter(|r| r.course.state.is_open()) {
        asked
            .entry(whom(source, request))
            .or_default()
            .push(request);
    }
    asked
}

fn whom(source: &Source<'_>, request: &EvidenceRequest) -> String {
    asked(source, request).unwrap_or_else(|| usually(source, request))
}

/// The person named, or the words written; nothing where nobody is named.
pub(super) fn asked(source: &Source<'_>, request: &EvidenceRequest) -> Option<String> {
    let mut people = source.dossier.people.iter();
    if let Some(person) = people.find(|p| Some(p.id) == request.course.person) {
        return Some(if person.role.trim().is_empty() {
            person.name.clone()
        } else {
            format!("{}, {}", person.name, person.role)
        });
    }
    let ask = &request.course.ask;
    (!ask.trim().is_empty()).then(|| ask.clone())
}

/// The roles that usually have what is wanted.
fn usually(source: &Source<'_>, request: &EvidenceRequest) -> String {
    let framework = &source.dossier.framework;
    let owners = request.owners.iter();
    let roles: Vec<String> = owners.map(|o| words::owner(framework, o)).collect();
    if roles.is_empty() {
        "Not yet decided".to_owned()
    } else {
        roles.join(" or ")
    }
}

fn table(source: &Source<'_>, requests: &[&EvidenceRequest], for_person: bool) -> Block {
    let framework = &source.dossier.framework;
    let rows = requests
        .iter()
        .map(|r| {
            let what = vec![
                Block::text(r.artefact.clone()),
                Block::small(words::collection(framework, &r.collection)),
            ];
            let due = r
                .course
                .due
                .map_or_else(|| "\u{2013}".to_owned(), |d| d.to_string());
            let mut state = vec![Block::text(words::request_state(r.course.state))];
            if !r.course.reason.trim().is_empty() {
                state.push(Block::small(r.course.reason.clone()));
            }
            let second = if for_person {
                words::cell_runs(vec![words::control_run(&r.control)])
            } else {
                words::cell(whom(source, r))
            };
            vec![vec![Block::TickBox], what, second, words::cell(due), state]
        })
        .collect();
    let second = if for_person {
        Column::Fixed(62.0)
    } else {
        Column::Share(0.55)
    };
    let name = if for_person { "Control" } else { "Ask" };
    Block::Table(Table {
        columns: vec![
            Column::Fixed(14.0),
            Column::Share(1.2),
            second,
            Column::Fixed(56.0),
            Column::Fixed(70.0),
        ],
        header: ["", "What", name, "Due", "State"]
            .map(str::to_owned)
            .to_vec(),
        rows,
    })
}

pub(super) fn checklist(framework: &Framework) -> Vec<Block> {
    let mut blocks = Vec::new();
    for section in &framework.sections {
        blocks.push(Block::heading(
            1,
            section.title.clone(),
            format!("section-{}", section.id),
        ));
        for group in section.parts.iter().flat_map(|p| &p.groups) {
            blocks.push(Block::heading(
                2,
                group.title.clone(),
                format!("group-{}", group.id),
            ));
            blocks.extend(group.controls.iter().map(|c| blank(framework, c)));
        }
    }
    blocks
}

/// A box with its words, which no line end parts from their box.
fn boxed(words: &str) -> String {
    format!("{BOX}\u{a0}{words}")
}

fn blank(framework: &Framework, control: &Control) -> Block {
    let decides = framework.allows_decision(control);
    let answers = framework
        .answers
        .iter()
        .filter(|a| decides || !a.id.is_decision())
        .map(|a| boxed(&a.label))
        .collect::<Vec<_>>()
        .join("   ");
    let wanted: Vec<String> = control
        .evidence
        .iter()
        .map(|e| boxed(&e.artefact))
        .collect();
    let class = framework
        .class(&control.class)
        .map_or("", |c| c.label.as_str());
    Block::Together(vec![
        Block::heading(
            3,
            format!("{} {}", control.id, control.label),
            words::anchor(&control.id),
        ),
        Block::Paragraph(
            Tone::Body,
            vec![
                Run::plain(control.question.clone()),
                Run::plain(format!(
                    "  {class} \u{b7} asked for {}",
                    words::kind(control.asked_per)
                ))
                .ink(Ink::Muted),
            ],
        ),
        Block::Paragraph(Tone::Small, vec![Run::plain(answers)]),
        Block::Paragraph(
            Tone::Small,
            vec![Run::plain(wanted.join("   ")).ink(Ink::Muted)],
        ),
        Block::Lines(2),
    ])
}
