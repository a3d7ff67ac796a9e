//! How the packet was made, and what it cannot say.

use domain::answer::Implementation;

use super::gathered::Packet;
use super::{Source, words};
use crate::document::{Block, Column, Face, Run, Table};

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

pub(super) fn method(packet: &Packet<'_>) -> Vec<Block> {
    let source = &packet.source;
    let framework = &source.dossier.framework;
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
    ];
    if packet.kept_back() > 0 {
        blocks.push(Block::text(format!(
            "{} in the assessor's working papers and not listed here. What it shows counts in \
             the figures of this copy as in the assessor's own, so an answer may be better \
             shown, or more in doubt, than the evidence listed with it lets one see.",
            words::count(
                packet.kept_back(),
                "item of evidence is",
                "items of evidence are"
            )
        )));
    }
    blocks.extend([
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
        Block::heading(2, "Facts with a date", "facts"),
        Block::Table(Table {
            columns: vec![Column::Share(0.5), Column::Share(1.6)],
            header: ["Fact", "What it says"].map(str::to_owned).to_vec(),
            rows: facts,
        }),
    ]);
    blocks
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
