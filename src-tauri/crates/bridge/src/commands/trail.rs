//! The trail: who did what when, and the proof.

use std::path::Path;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use domain::id::OrganisationId;
use workbench::host::{Host, Question};
use workbench::{
    Chain, SignedHead, Told, TrailFilter, TrailFormat, UNSEEN, Verification, said,
};

use crate::Nothing;
use crate::desk::{Desk, vault_name};
use crate::request::*;
use crate::view::*;

use super::Answered;

/// How many entries are given at most.
const MOST: u32 = 200;

/// Returns a piece of the trail, newest first.
pub fn trail(desk: &Desk, _: &dyn Host, request: TrailRequest) -> Answered<TrailView> {
    let filter = filter(&request);
    desk.with(|w| {
        let page = w.trail(&filter, request.skip, request.take.min(MOST))?;
        Ok(TrailView {
            entries: page.entries.into_iter().map(row).collect(),
            total: count(page.total),
            all: count(page.head.entries),
            head: page.head.hex(),
            people: (page.people.into_iter())
                .map(|(slot, name)| TrailPerson { slot, name })
                .collect(),
            actions: page.actions,
            signed: page.signed.map(signed),
            verified: w.verified().map(checked),
        })
    })
}

/// Returns one entry with its proof.
pub fn trail_entry(
    desk: &Desk,
    _: &dyn Host,
    request: TrailEntryRequest,
) -> Answered<TrailEntryView> {
    let proof = desk.with(|w| w.trail_entry(u64::from(request.number)))?;
    let entry = proof.told.entry.clone();
    let digest = |digest: Option<Vec<u8>>| digest.map(|bytes| vault::hex(&bytes));
    Ok(TrailEntryView {
        row: row(proof.told),
        object: entry.object,
        slot: entry.slot,
        device: entry.device,
        copy: entry.copy,
        previous: vault::hex(&entry.previous),
        hash: vault::hex(&entry.hash),
        before: digest(entry.before),
        after: digest(entry.after),
        proof: proof.nodes.iter().map(|node| vault::hex(node)).collect(),
        signed: proof.signed.map(signed),
    })
}

/// Looks at the whole trail now.
pub fn verify_trail(desk: &Desk, _: &dyn Host, _: Nothing) -> Answered<TrailCheckView> {
    desk.with(|w| w.verify_trail().map(checked))
}

/// Writes what a filter lets through into a file: as JSON under a name that ends so, else as
/// comma-separated values.
pub fn export_trail(
    desk: &Desk,
    host: &dyn Host,
    request: TrailRequest,
) -> Answered<ExportedView> {
    let vault = desk.with(|w| Ok(vault_name(w.vault().folder())))?;
    let name = format!("{vault} trail {}.csv", host.today());
    let Some(path) = host.choose(Question::Save { name }).into_iter().next() else {
        return Ok(ExportedView { file: None });
    };
    let format = TrailFormat::of(&path);
    let filter = filter(&request);
    let done = desk.with(|w| w.export_trail(&filter, format, &path, host.now()))?;
    Ok(ExportedView {
        file: Some(ExportedFile {
            name: workbench::shown_name(&path),
            folder: folder_of(&path),
            pages: None,
            sha256: done.sha256,
            warnings: done.warnings,
        }),
    })
}

fn folder_of(path: &Path) -> String {
    let folder = path.parent().map(|folder| folder.to_string_lossy());
    folder.unwrap_or_default().into_owned()
}

/// Days are those of UTC, like the moments in the trail.
fn filter(request: &TrailRequest) -> TrailFilter {
    let begin = |day: NaiveDate| -> DateTime<Utc> { day.and_time(NaiveTime::MIN).and_utc() };
    let after = |day: NaiveDate| day.checked_add_days(Days::new(1)).map(begin);
    TrailFilter {
        chain: request
            .organisation
            .map(|id: OrganisationId| Chain::Organisation(id)),
        slot: request.slot.clone(),
        action: request.action.clone(),
        from: request.from.map(begin),
        before: request.to.and_then(after),
    }
}

fn count(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn row(told: Told) -> TrailRow {
    TrailRow {
        number: count(told.entry.number),
        at: told.entry.at,
        who: told.who,
        action: told.entry.action,
        kind: told.entry.kind,
        about: told.about,
        organisation: told.organisation,
        here: told.here,
        clock_back: told.entry.clock_back,
    }
}

fn signed((head, who): (SignedHead, String)) -> SignedHeadView {
    SignedHeadView {
        entries: count(head.head.entries),
        head: head.head.hex(),
        root: vault::hex(&head.root),
        at: head.at.parse().unwrap_or_default(),
        who,
        fingerprint: vault::fingerprint(&head.signer).unwrap_or_default(),
        occasion: head.occasion,
    }
}

fn checked(found: &Verification) -> TrailCheckView {
    TrailCheckView {
        sound: found.breaks.is_empty(),
        entries: count(found.entries),
        signatures: count(found.signatures),
        sentence: said(found),
        first_break: found.breaks.first().map(|first| count(first.number)),
        unseen: UNSEEN.map(str::to_owned).to_vec(),
    }
}
