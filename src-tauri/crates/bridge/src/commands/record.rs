//! Packets of record: made where the person wants them, and verified when somebody gives one.

use std::io::ErrorKind;

use preview::Failure;
use workbench::host::{Host, Question};
use workbench::{
    DifferenceKind, Outcome, RecordDifference as Found, RecordManifest, WantedEvidence,
    WantedRecord, verify_record as verified_file,
};

use crate::desk::Desk;
use crate::fault::Fault;
use crate::request::*;
use crate::shape;
use crate::view::*;

use super::Answered;
use super::health::Task;

/// Makes a packet of record where the person wants it. The vault is held only while what goes
/// in is read, and when it is entered in the register.
pub fn export_record(
    desk: &Desk,
    host: &dyn Host,
    request: RecordRequest,
) -> Answered<ExportedView> {
    let wanted = WantedRecord {
        plans: request.plans,
        evidence: WantedEvidence::These(request.evidence),
        data: request.data,
        evidence_plan: request.evidence_plan,
        to: request.to,
    };
    let task = Task::begin(desk, host, &request.task);
    let name = desk.with(|w| {
        w.check_issuing()?;
        w.record_name(request.assessment)
    })?;
    let Some(path) = host.choose(Question::Save { name }).into_iter().next() else {
        return Ok(ExportedView { file: None });
    };
    let opening = desk.drawn().opening();
    let is_open = || desk.drawn().opening() == opening;
    let making = desk.with(|w| w.begin_record(request.assessment, &wanted, host.now()))?;
    let bytes = making.bytes();
    let made = making.write(
        &path,
        &|ask, evidence| {
            if is_open() {
                host.show(ask, evidence)
            } else {
                Err(Failure::Start(ErrorKind::Interrupted.into()))
            }
        },
        &desk.laid().drawn(),
        &mut task.watch(bytes),
    );
    if !is_open() {
        return Err(Fault::locked());
    }
    let made = made?;
    let done = desk.with(|w| w.end_record(made, host.now()))?;
    let file = shape::exported_file(&path, None, done.sha256, done.warnings);
    Ok(ExportedView { file: Some(file) })
}

/// Asks for a packet of record and says what became of it. No vault needs to be open.
pub fn verify_record(
    desk: &Desk,
    host: &dyn Host,
    request: TaskRequest,
) -> Answered<VerifiedView> {
    let task = Task::begin(desk, host, &request.task);
    let Some(path) = host.choose(Question::Record).into_iter().next() else {
        return Ok(VerifiedView {
            file: None,
            verdict: Verdict::NotARecord,
            sentence: String::new(),
            facts: Vec::new(),
            differences: Vec::new(),
            signer: String::new(),
            signer_known: None,
        });
    };
    let found = verified_file(&path, &mut |done, total| task.hear(done, total))?;
    // Without an open vault nobody's key is known here.
    let signer_known = desk.with(|w| w.whose_key(&found.signer)).unwrap_or(None);
    Ok(VerifiedView {
        file: Some(workbench::shown_name(&path)),
        verdict: match found.outcome {
            Outcome::Sound => Verdict::Sound,
            Outcome::Differs => Verdict::Differs,
            Outcome::NotARecord => Verdict::NotARecord,
        },
        sentence: found.sentence,
        facts: found.manifest.as_ref().map(facts).unwrap_or_default(),
        differences: found.differences.into_iter().map(difference).collect(),
        signer: found.signer,
        signer_known,
    })
}

fn facts(of: &RecordManifest) -> Vec<(String, String)> {
    let facts = of.facts().into_iter();
    facts
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

fn difference(found: Found) -> RecordDifference {
    RecordDifference {
        name: found.name,
        kind: match found.kind {
            DifferenceKind::Changed => RecordFault::Changed,
            DifferenceKind::Missing => RecordFault::Missing,
            DifferenceKind::Added => RecordFault::Added,
            DifferenceKind::Signature => RecordFault::Signature,
            DifferenceKind::Archive => RecordFault::Archive,
        },
        sentence: found.sentence,
    }
}
