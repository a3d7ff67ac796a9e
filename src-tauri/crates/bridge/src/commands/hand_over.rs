//! What leaves and what comes: bundles, retention, and the end of an organisation.

use std::path::Path;

use domain::id::OrganisationId;
use domain::retention::Retention;
use packet::Paper;
use workbench::host::{Host, Question};
use workbench::{
    BundleKey, BundleSeal, Destroy, Error, FoundBundle, Kept, KeptRow, RETENTION_RULE,
    Workbench, look_into_bundle, read_bundle,
};

use crate::Nothing;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::request::*;
use crate::shape;
use crate::view::*;

use super::Answered;
use super::health::Task;

/// Makes a bundle of an assessment where the person wants it. Its originals are read beside
/// the database, so that typing goes on meanwhile.
pub fn export_bundle(
    desk: &Desk,
    host: &dyn Host,
    request: BundleRequest,
) -> Answered<ExportedView> {
    let is_age = request.format == BundleFormat::Age;
    let seal = match request
        .recipient
        .filter(|recipient| !recipient.trim().is_empty())
    {
        Some(recipient) if is_age => BundleSeal::AgeRecipient(recipient),
        Some(_) => {
            return Err(Fault::input(
                "Only a bundle in the age format is sealed to a recipient. Choose that format, \
                 or a passphrase.",
            ));
        }
        None => BundleSeal::to_passphrase(request.passphrase, is_age)?,
    };
    let task = Task::begin(desk, host, &request.task);
    let name = desk.with(|w| w.bundle_name(request.assessment, is_age))?;
    let Some(path) = host.choose(Question::Save { name }).into_iter().next() else {
        return Ok(ExportedView { file: None });
    };
    let bundle = desk.with(|w| w.begin_bundle(request.assessment, host.now()))?;
    let bytes = bundle.bytes();
    let made = bundle.write(&seal, &path, &mut task.watch(bytes))?;
    let done = desk.with(|w| w.end_bundle(made, host.now()))?;
    let file = shape::exported_file(&path, None, done.sha256, done.warnings);
    Ok(ExportedView { file: Some(file) })
}

/// Asks for a bundle that somebody else made.
pub fn choose_bundle(_: &Desk, host: &dyn Host, _: Nothing) -> Answered<ChosenView> {
    Ok(chosen(host, Question::Bundle))
}

/// Asks for a file with an age identity.
pub fn choose_identity(_: &Desk, host: &dyn Host, _: Nothing) -> Answered<ChosenView> {
    Ok(chosen(host, Question::Identity))
}

fn chosen(host: &dyn Host, question: Question) -> ChosenView {
    let paths = host.choose(question);
    ChosenView {
        folder: paths
            .first()
            .map(|path| path.to_string_lossy().into_owned()),
    }
}

/// Looks into a bundle, and takes it into the vault when that is asked for.
pub fn open_bundle(
    desk: &Desk,
    host: &dyn Host,
    request: OpenBundleRequest,
) -> Answered<BundleView> {
    let path = Path::new(&request.file);
    let identity = request.identity.as_deref().map(Path::new);
    let key = BundleKey::new(request.passphrase, identity)?;
    let task = Task::begin(desk, host, &request.task);
    let mut watch = |done, total| task.hear(done, total);
    if !request.take {
        let found = look_into_bundle(path, &key, &mut watch)?;
        return desk.with(|w| shown(w, path, &found));
    }
    let vault = desk.with(|w| Ok(w.vault()))?;
    let taken = read_bundle(&vault, path, &key, &mut watch)?;
    drop(vault);
    desk.with(|w| {
        let view = shown(w, path, taken.found())?;
        let organisation = w.take_in(taken, host.now())?;
        Ok(BundleView {
            taken: Some(organisation),
            ..view
        })
    })
}

fn shown(workbench: &Workbench, path: &Path, found: &FoundBundle) -> Result<BundleView, Error> {
    let content = found.content();
    let count = |list: usize| u32::try_from(list).unwrap_or(u32::MAX);
    Ok(BundleView {
        name: workbench::shown_name(path),
        organisation: content.organisation.name.clone(),
        title: content.assessment.title.clone(),
        made_by: found.made_by(),
        at: found.at(),
        answers: count(content.answers.len()),
        evidence: count(content.evidence.len()),
        refused: workbench.why_not_taken(found)?,
        taken: None,
    })
}

/// Tells how long what belongs to an organisation is kept.
pub fn retention(
    desk: &Desk,
    host: &dyn Host,
    request: OrganisationRequest,
) -> Answered<RetentionView> {
    kept(desk, host, request.organisation)
}

/// Writes what is said about keeping an organisation's documents.
pub fn save_retention(
    desk: &Desk,
    host: &dyn Host,
    request: RetentionRequest,
) -> Answered<RetentionView> {
    let organisation = request.organisation;
    let said = Retention {
        id: organisation,
        hold: request.hold,
        hold_reason: request.hold_reason,
        contract_until: request.contract_until,
    };
    desk.with(|w| w.save_retention(said, host.now()))?;
    kept(desk, host, organisation)
}

fn kept(desk: &Desk, host: &dyn Host, organisation: OrganisationId) -> Answered<RetentionView> {
    desk.with(|w| w.retention(organisation, host.today()))
        .map(retention_view)
}

fn retention_view(kept: Kept) -> RetentionView {
    let (refused, early) = (kept.refused(), kept.early());
    let row = |row: KeptRow| RetentionRow {
        name: row.name,
        kind: row.kind.word().to_owned(),
        created: row.term.created,
        last_in_effect: row.term.last_in_effect,
        keep_until: row.term.keep_until(),
        is_past: row.is_over,
    };
    RetentionView {
        organisation: kept.organisation.id.to_string(),
        name: kept.organisation.name,
        hold: kept.said.hold,
        hold_reason: kept.said.hold_reason,
        contract_until: kept.said.contract_until,
        rows: kept.rows.into_iter().map(row).collect(),
        refused,
        early,
        rule: RETENTION_RULE.to_owned(),
    }
}

/// Destroys all that belongs to an organisation, with a certificate where the person wants it.
/// Without a place for that nothing is destroyed.
pub fn destroy_organisation(
    desk: &Desk,
    host: &dyn Host,
    request: DestroyRequest,
) -> Answered<DestroyedView> {
    let destroy = Destroy {
        organisation: request.organisation,
        name: request.name,
        reason: request.reason,
        early: request.early,
    };
    let today = host.today();
    let kept = desk.with(|w| w.check_destroy(&destroy, today))?;
    let name = desk.with(|w| w.certificate_name(destroy.organisation, today))?;
    let Some(path) = host.choose(Question::Save { name }).into_iter().next() else {
        return Ok(DestroyedView {
            name: kept.organisation.name,
            certificate: None,
            unreached: Vec::new(),
        });
    };
    // Whatever still reads or writes evidence would hold the old key.
    desk.cancel_all();
    desk.drawn().forget();
    let at = (Paper::Letter, path.as_path());
    let done = desk.with(|w| w.destroy(&destroy, at, today, host.now()))?;
    let pages = u32::try_from(done.certificate.pages).ok();
    let certificate = shape::exported_file(
        &path,
        pages,
        done.certificate.sha256,
        done.certificate.warnings,
    );
    Ok(DestroyedView {
        name: done.name,
        certificate: Some(certificate),
        unreached: done.unreached,
    })
}
