//! Packets of record: made from a vault, and verified without one.

use std::cell::Cell;
use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::path::Path;

use domain::id::EvidenceId;
use domain::packet::Audience;
use serde_json::{Map, Value, json};
use workbench::{
    DifferenceKind, KeptPages, Outcome, RecordDifference, Verdict, WantedEvidence,
    WantedRecord, verify_record,
};

use crate::arguments::Command;
use crate::decoder;
use crate::output::{self, Done, Failure};
use crate::run::assessment;
use crate::surroundings::{now, unlock};

/// Makes a packet of record. Its packets are as they were last left in the window.
pub(crate) fn make(command: &Command) -> Result<Done, Failure> {
    let (id, out) = (assessment(command)?, command.need_path("out")?);
    let audiences = audiences(command.option("audience")?.unwrap_or("client"))?;
    let evidence = evidence(command.option("evidence")?.unwrap_or("all"))?;
    let mut workbench = unlock(command)?;
    let mut plans = Vec::new();
    for audience in audiences {
        plans.push(workbench.packet_plan(id, audience)?.plan);
    }
    let wanted = WantedRecord {
        plans,
        evidence,
        data: !command.has("no-data"),
        evidence_plan: command.has("plan"),
        to: command.option("to")?.unwrap_or_default().to_owned(),
    };
    let was_there = out.is_file();
    let making = workbench.begin_record(id, &wanted, now())?;
    // Evidence lies there as it is until the record is whole: who stops it wants no half of it.
    vault::hear_interrupts();
    let progress = Progress::of(making.bytes());
    let made = making.write(out, &decoder::ask, &KeptPages::default(), &mut |done| {
        progress.hear(done)
    });
    progress.end();
    let done = workbench.end_record(made?, now())?;
    workbench.lock(now())?;
    let mut remarks = done.warnings;
    if was_there {
        remarks.push("A file of that name was there and was replaced.".to_owned());
    }
    Ok(Done {
        remarks,
        ..Done::saying(format!("{}\n", done.sha256))
    })
}

fn audiences(words: &str) -> Result<Vec<Audience>, Failure> {
    let words = words.split(',').filter(|word| *word != "none");
    words
        .map(|word| match word {
            "leadership" => Ok(Audience::Leadership),
            "client" => Ok(Audience::Client),
            "working" => Ok(Audience::Working),
            _ => Err(Failure::words(
                "--audience is leadership, client or working, several with commas between them, \
                 or none.",
            )),
        })
        .collect()
}

fn evidence(words: &str) -> Result<WantedEvidence, Failure> {
    match words {
        "all" => Ok(WantedEvidence::All),
        "none" => Ok(WantedEvidence::These(Vec::new())),
        ids => {
            let ids: Result<Vec<EvidenceId>, _> = ids.split(',').map(str::parse).collect();
            let wrong =
                |_| Failure::words("--evidence is all, none, or ids with commas between them.");
            Ok(WantedEvidence::These(ids.map_err(wrong)?))
        }
    }
}

/// Says what became of a packet of record. It needs no vault.
pub(crate) fn verify(command: &Command) -> Result<Done, Failure> {
    let Some(file) = command.rest.first() else {
        return Err(Failure::words("Name the packet of record."));
    };
    let progress = Progress::of(0);
    let found = verify_record(Path::new(file), &mut |done, total| {
        progress.total.set(total);
        progress.hear(done)
    });
    progress.end();
    let verdict = found?;
    let text = if command.json {
        as_json(&verdict)
    } else {
        as_text(&verdict)
    };
    Ok(Done {
        has_fault: verdict.outcome != Outcome::Sound,
        ..Done::saying(text)
    })
}

fn as_json(verdict: &Verdict) -> String {
    let facts: Map<String, Value> = facts(verdict)
        .into_iter()
        .map(|(name, value)| (name.to_owned(), json!(value)))
        .collect();
    let difference = |of: &RecordDifference| {
        json!({
            "name": of.name,
            "kind": kind(of.kind),
            "sentence": of.sentence,
        })
    };
    let differences: Vec<Value> = verdict.differences.iter().map(difference).collect();
    let object = json!({
        "verdict": match verdict.outcome {
            Outcome::Sound => "sound",
            Outcome::Differs => "differs",
            Outcome::NotARecord => "not-a-record",
        },
        "sentence": verdict.sentence,
        "signer": verdict.signer,
        "differences": differences,
        "facts": facts,
    });
    serde_json::to_string_pretty(&object).unwrap_or_default() + "\n"
}

fn as_text(verdict: &Verdict) -> String {
    let mut text = String::new();
    output::line(&mut text, &verdict.sentence);
    for RecordDifference {
        name,
        kind: of,
        sentence,
    } in &verdict.differences
    {
        let name = if name.is_empty() { "the archive" } else { name };
        output::line(
            &mut text,
            format_args!("  {:9} {name}: {sentence}", kind(*of)),
        );
    }
    if !verdict.signer.is_empty() {
        output::line(&mut text, format_args!("\nSigner: {}", verdict.signer));
    }
    for (name, value) in facts(verdict) {
        output::line(&mut text, format_args!("{name}: {value}"));
    }
    text
}

fn facts(verdict: &Verdict) -> Vec<(&'static str, String)> {
    let manifest = verdict.manifest.as_ref();
    manifest
        .map(|manifest| manifest.facts())
        .unwrap_or_default()
}

fn kind(of: DifferenceKind) -> &'static str {
    match of {
        DifferenceKind::Changed => "changed",
        DifferenceKind::Missing => "missing",
        DifferenceKind::Added => "added",
        DifferenceKind::Signature => "signature",
        DifferenceKind::Archive => "archive",
    }
}

/// How far it is, on a terminal only.
struct Progress {
    total: Cell<u64>,
    told: Cell<u64>,
}

impl Progress {
    fn of(total: u64) -> Self {
        Self {
            total: Cell::new(total),
            told: Cell::new(0),
        }
    }

    fn hear(&self, done: u64) -> ControlFlow<()> {
        const OFTEN: u64 = 64 << 20;
        if done >= self.told.get() + OFTEN && io::stderr().is_terminal() {
            self.told.set(done);
            let percent = (done * 100).checked_div(self.total.get()).unwrap_or(100);
            // Where nobody can read it, nothing is to be done.
            let _ = write!(io::stderr(), "\r{percent} %");
        }
        if vault::is_interrupted() {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    }

    fn end(&self) {
        if self.told.get() > 0 {
            let _ = writeln!(io::stderr());
        }
    }
}
