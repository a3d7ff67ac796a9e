//! How to read the packet; how it was made and what it cannot say.

use domain::answer::Implementation;

use super::{Source, words};
use crate::document::{Block, Column, Face, Run, Table, Tone};

/// What does the cryptography, in words that the caller vouches for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cryptography {
    /// What is claimed, word for word.
    pub claim: String,
    /// What the claim rests on.
    pub facts: Vec<Fact>,
    /// Algorithm, purpose and provider of each that is used.
    pub algorithms: Vec<[String; 3]>,
}

/// One fact, and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub name: String,
    /// The fact.
    pub value: String,
    /// What it means and what it does not.
    pub sentence: String,
}

pub(super) fn how_to_read(source: &Source<'_>) -> Vec<Block> {
    let framework = &source.dossier.framework;
    let classes = framework
        .classes
        .iter()
        .map(|c| (c.label.clone(), vec![Run::plain(c.meaning.clone())]))
        .collect();
    let answers = framework
        .answers
        .iter()
        .map(|a| (a.label.clone(), vec![Run::plain(a.meaning.clone())]))
        .collect();
    vec![
        Block::heading(1, "How to read this", "how-to-read"),
        Block::Paragraph(Tone::Lead, vec![Run::plain(framework.disclaimer.clone())]),
        Block::text(
            "Two figures stand side by side and are never mixed. Conformity says what is in \
             place, as far as it was said. Assurance says how well that is shown by evidence. \
             Coverage says how many of the controls that apply are resolved; what nobody could \
             answer counts as nothing in place, but is named as open.",
        ),
        Block::heading(2, "Classes of controls", "classes"),
        Block::Terms(classes),
        Block::heading(2, "Answers", "answers"),
        Block::Terms(answers),
        Block::heading(2, "Roles", "roles"),
        Block::Terms(vec![
            role(
                "is",
                "The control, as worded, is what the provision asks, or a part of it.",
            ),
            role(
                "means",
                "One way toward the provision, which the provision does not name.",
            ),
            role("supports", "Context only."),
        ]),
    ]
}

fn role(name: &str, meaning: &str) -> (String, Vec<Run>) {
    (name.to_owned(), vec![Run::plain(meaning)])
}

pub(super) fn method(source: &Source<'_>) -> Vec<Block> {
    let framework = &source.dossier.framework;
    let trail = source.trail;
    let facts = framework
        .facts
        .iter()
        .map(|f| {
            let mark = if f.from_memory {
                " (from memory, not checked)"
            } else {
                ""
            };
            vec![
                words::cell_runs(vec![Run::set(f.title.clone(), Face::Semibold)]),
                vec![
                    Block::text(f.text.clone()),
                    Block::small(format!("{}, as of {}{mark}", f.source, f.as_of)),
                ],
            ]
        })
        .collect();
    let mut blocks = vec![
        Block::heading(1, "Method and limits", "method"),
        Block::text(format!(
            "For each control the catalogue names procedures by the methods examine, interview \
             and test (NIST SP 800-53A). What was done of them stands under the control as \
             observations: {} of {} controls have one. The other answers rest on what was said \
             and on the evidence listed with them.",
            observed(source),
            source.standing.items.len()
        )),
        Block::List {
            ordered: false,
            items: framework
                .limits
                .iter()
                .map(|l| vec![Block::text(l.clone())])
                .collect(),
        },
        Block::heading(2, "How the figures come about", "figures"),
        Block::List {
            ordered: false,
            items: arithmetic(source)
                .into_iter()
                .map(|line| vec![Block::text(line)])
                .collect(),
        },
        Block::heading(2, "The record behind this", "trail"),
        Block::Terms(vec![
            mono("Trail head", &trail.head),
            mono("State of the assessment", &trail.state),
            mono("Vault", &trail.vault),
            (
                "Trail entries".to_owned(),
                vec![Run::plain(trail.entries.to_string())],
            ),
            mono("Catalogue", &source.dossier.assessment.framework.digest),
            (
                "Program".to_owned(),
                vec![Run::plain(format!("Auscult {}", trail.version))],
            ),
        ]),
        Block::small(
            "The trail is an append-only, hash-chained history of every change. Whoever holds \
             the vault can show that this head lies in it.",
        ),
    ];
    if let Some(cryptography) = source.cryptography {
        blocks.extend(cryptography_blocks(cryptography));
    }
    blocks.extend([
        Block::heading(2, "Facts with a date", "facts"),
        Block::Table(Table {
            columns: vec![Column::Share(0.5), Column::Share(1.6)],
            header: ["Fact", "What it says"].map(str::to_owned).to_vec(),
            rows: facts,
        }),
    ]);
    let versions = &source.dossier.versions;
    if !versions.is_empty() {
        let rows = versions
            .iter()
            .map(|v| {
                vec![
                    words::cell(v.number.to_string()),
                    words::cell(v.at.format("%Y-%m-%d %H:%M UTC").to_string()),
                    words::cell(words::or_dash(&v.by)),
                    vec![Block::Paragraph(
                        Tone::Small,
                        vec![Run::set(v.digest.clone(), Face::Mono)],
                    )],
                ]
            })
            .collect();
        blocks.push(Block::heading(2, "Versions made final", "versions"));
        blocks.push(Block::Table(Table {
            columns: vec![
                Column::Fixed(46.0),
                Column::Fixed(104.0),
                Column::Share(0.6),
                Column::Share(1.4),
            ],
            header: ["Version", "When", "By", "SHA-256 of the state"]
                .map(str::to_owned)
                .to_vec(),
            rows,
        }));
    }
    blocks
}

fn cryptography_blocks(cryptography: &Cryptography) -> Vec<Block> {
    let facts = cryptography.facts.iter().map(|fact| {
        let runs = vec![
            Run::set(fact.value.clone(), Face::Semibold),
            Run::plain(format!(". {}", fact.sentence)),
        ];
        (fact.name.clone(), runs)
    });
    let rows = cryptography
        .algorithms
        .iter()
        .map(|cells| cells.iter().map(|cell| words::cell(cell.clone())).collect())
        .collect();
    vec![
        Block::heading(2, "The cryptography", "cryptography"),
        Block::text(cryptography.claim.clone()),
        Block::Terms(facts.collect()),
        Block::Table(Table {
            columns: vec![Column::Share(0.9), Column::Share(1.6), Column::Share(0.5)],
            header: ["Algorithm", "Used for", "Served by"]
                .map(str::to_owned)
                .to_vec(),
            rows,
        }),
    ]
}

fn mono(name: &str, value: &str) -> (String, Vec<Run>) {
    (
        name.to_owned(),
        vec![Run::set(words::or_dash(value), Face::Mono)],
    )
}

/// How many controls have an observation.
fn observed(source: &Source<'_>) -> usize {
    let has = |control: &str| {
        source
            .dossier
            .observations
            .iter()
            .any(|o| o.control == control)
    };
    source
        .standing
        .items
        .iter()
        .filter(|item| has(&item.control))
        .count()
}

/// All that is needed to reckon every figure again from what this packet prints.
fn arithmetic(source: &Source<'_>) -> Vec<String> {
    let framework = &source.dossier.framework;
    let list = |items: Vec<String>| items.join(", ");
    let classes = list(
        framework
            .classes
            .iter()
            .map(|c| format!("{} {}", c.label, c.weight))
            .collect(),
    );
    let unsaid = [Implementation::NotApplicable, Implementation::Unknown];
    let said = framework.answers.iter().filter(|a| !unsaid.contains(&a.id));
    let answers = list(said.map(|a| format!("{} {}", a.label, a.value)).collect());
    let factors = list(
        framework
            .assurance
            .factors
            .iter()
            .map(f64::to_string)
            .collect(),
    );
    let bands = list(
        framework
            .bands
            .iter()
            .map(|b| format!("{} from {}", b.word, b.at_least))
            .collect(),
    );
    let relieved = list(
        framework
            .answers
            .iter()
            .filter(|a| a.severity_relief > 0)
            .map(|a| format!("{} {}", a.label, a.severity_relief))
            .collect(),
    );
    let mut lines = vec![
        format!(
            "A control weighs its severity, 1 to 5 after the scoping profile, times the factor \
             of its class: {classes}."
        ),
        format!(
            "An answer is worth: {answers}; found other than satisfied, at most {}. A control \
             that was split is worth what its lowest answer is worth. What does not apply is \
             left out; what nobody knows counts 0.",
            framework.determination_cap
        ),
        "Conformity is 100 times the sum of weight times value, divided by the sum of weights, \
         over the controls that apply. What is not resolved counts 0."
            .to_owned(),
        format!(
            "Assurance is the same with the proof in place of the value, over the controls with \
             a value above 0. Proof by how many steps the best evidence falls short of the \
             method that is sufficient: {factors}; times {} when it was not fresh, or its \
             document not in force, on {}.",
            framework.assurance.stale_factor, source.dossier.assessment.as_of
        ),
        format!(
            "The word follows the provisions figure, to one decimal: {bands}. Below {} per cent \
             coverage the word is preceded by \u{201c}{}\u{201d}.",
            framework.coverage_floor.below,
            framework.coverage_floor.prefix.trim()
        ),
    ];
    lines.extend(
        framework
            .gates
            .iter()
            .map(|gate| format!("At best {}: {}", gate.cap, gate.title)),
    );
    if !relieved.is_empty() {
        lines.push(format!(
            "A finding weighs less than its control by so many steps, by the answer: {relieved}."
        ));
    }
    lines
}
