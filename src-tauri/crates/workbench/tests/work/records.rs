//! Packets of record: what goes in, what stays out, what stops them, and that they leave no
//! trace when they fail.

use std::fs;
use std::io::Read;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use domain::answer::{Implementation, Subject};
use domain::disclosed::Disclosed;
use domain::evidence::{Confidentiality, Evidence, EvidenceDescription};
use domain::id::EvidenceId;
use domain::member::MemberRole;
use domain::packet::{Audience, IssueKind, PacketPlan};
use domain::score;
use workbench::{
    Error, Exported, KeptPages, Outcome, TrailFilter, WantedEvidence, WantedRecord, Workbench,
    verify_record,
};

use crate::place::*;

const GO_ON: ControlFlow<()> = ControlFlow::Continue(());

/// A marker that stands in everything private.
const PRIVATE: &str = "Xyzzy-private";

fn clinic(place: &Place) -> Clinic {
    let mut clinic = Clinic::new(place);
    let control = clinic.first_control();
    clinic
        .answer(
            &control,
            said(Implementation::Partial, "The door was open."),
        )
        .unwrap();
    let id = clinic.assessment;
    clinic
        .workbench
        .write_working_note(id, &control, Subject::All, PRIVATE, later(3))
        .unwrap();
    clinic
}

fn attached(clinic: &mut Clinic, name: &str, bytes: &[u8]) -> EvidenceId {
    let control = clinic.first_control();
    clinic.attach(&control, name, bytes).evidence.id
}

fn working_only(clinic: &mut Clinic, name: &str) -> EvidenceId {
    let id = attached(clinic, name, PRIVATE.as_bytes());
    let known = clinic.workbench.evidence(id).unwrap();
    let evidence = Evidence {
        description: EvidenceDescription {
            confidentiality: Confidentiality::WorkingOnly,
            text: PRIVATE.to_owned(),
            ..known.description.clone()
        },
        ..known
    };
    clinic
        .workbench
        .save_evidence(evidence, None, later(4))
        .unwrap();
    id
}

fn wanted(audiences: &[Audience], evidence: WantedEvidence) -> WantedRecord {
    WantedRecord {
        plans: audiences.iter().map(|a| PacketPlan::proposed(*a)).collect(),
        evidence,
        data: true,
        evidence_plan: true,
        to: "The board".to_owned(),
    }
}

fn make(
    clinic: &mut Clinic,
    place: &Place,
    wanted: &WantedRecord,
) -> Result<(PathBuf, Exported), Error> {
    let path = place.0.join("out.zip");
    let making = clinic
        .workbench
        .begin_record(clinic.assessment, wanted, later(5))?;
    let made = making.write(&path, &show, &KeptPages::default(), &mut |_| GO_ON)?;
    let done = clinic.workbench.end_record(made, later(6))?;
    Ok((path, done))
}

fn names(path: &Path) -> Vec<String> {
    let archive = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let mut names: Vec<String> = archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    names.sort();
    names
}

fn read(path: &Path, name: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let mut bytes = Vec::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_end(&mut bytes)
        .unwrap();
    bytes
}

fn outcome(path: &Path) -> Outcome {
    verify_record(path, &mut |_, _| GO_ON).unwrap().outcome
}

#[test]
fn a_record_is_sound_in_the_register_and_in_the_trail() {
    let place = Place::new("record-sound");
    let mut clinic = clinic(&place);
    attached(&mut clinic, "Policy – final.TXT", b"the policy");
    let both = wanted(
        &[Audience::Leadership, Audience::Client],
        WantedEvidence::All,
    );
    let before = clinic.workbench.chain_head(clinic.assessment).unwrap();
    let (path, done) = make(&mut clinic, &place, &both).unwrap();

    let verdict = verify_record(&path, &mut |_, _| GO_ON).unwrap();
    assert_eq!(verdict.outcome, Outcome::Sound, "{:?}", verdict.differences);
    assert_eq!(
        done.sha256,
        vault::hex(&vault::sha256(&fs::read(&path).unwrap()))
    );
    let manifest = verdict.manifest.unwrap();
    assert_eq!(manifest.about.trail.entries, before.entries);
    assert_eq!(manifest.about.made_by, "Robin Ashdown");
    assert_eq!(read(&path, "evidence/001-policy-final.txt"), b"the policy");
    let files = &manifest.files;
    let policy = files.iter().find(|f| f.name.starts_with("evidence/"));
    let true_name = policy.and_then(|f| f.true_name.as_deref());
    assert_eq!(true_name, Some("Policy – final.TXT"));

    let issues = clinic
        .workbench
        .issued(None, Some(clinic.assessment))
        .unwrap();
    let [issue] = issues.as_slice() else {
        panic!("{issues:?}")
    };
    assert_eq!(issue.kind, IssueKind::Record);
    assert_eq!(
        (issue.sha256.as_str(), issue.to.as_str()),
        (done.sha256.as_str(), "The board")
    );
    assert_eq!(issue.signer, verdict.signer);
    assert_eq!(
        clinic
            .workbench
            .whose_key(&verdict.signer)
            .unwrap()
            .as_deref(),
        Some("Robin Ashdown")
    );
    assert_eq!(clinic.workbench.whose_key("").unwrap(), None);
    let exports = TrailFilter {
        action: Some("export-record".to_owned()),
        ..TrailFilter::default()
    };
    let entries = clinic.workbench.trail(&exports, 0, 10).unwrap();
    assert_eq!(entries.entries.len(), 1);
}

#[test]
fn nothing_private_is_in_a_record_without_the_working_papers() {
    let place = Place::new("record-private");
    let mut clinic = clinic(&place);
    let private = working_only(&mut clinic, "Xyzzy-private.txt");
    attached(&mut clinic, "open.txt", b"for all");
    let client = |evidence| wanted(&[Audience::Leadership, Audience::Client], evidence);
    let (path, _) = make(&mut clinic, &place, &client(WantedEvidence::All)).unwrap();
    let names = names(&path);
    assert!(
        names.contains(&"evidence/001-open.txt".to_owned()),
        "{names:?}"
    );
    for name in &names {
        let bytes = read(&path, name);
        let found = bytes
            .windows(PRIVATE.len())
            .any(|w| w.eq_ignore_ascii_case(PRIVATE.as_bytes()));
        assert!(!found, "{name}");
        assert!(!name.contains("xyzzy"), "{name}");
    }
    let these = client(WantedEvidence::These(vec![private]));
    let sentence = refused(make(&mut clinic, &place, &these));
    assert!(sentence.contains("working papers only"), "{sentence}");

    let working = wanted(&[Audience::Working], WantedEvidence::All);
    let (path, _) = make(&mut clinic, &place, &working).unwrap();
    assert_eq!(
        read(&path, "evidence/002-xyzzy-private.txt"),
        PRIVATE.as_bytes()
    );
    // The data is what may be shown to others, whoever the record is for.
    let data = read(&path, "data/assessment.json");
    assert!(!String::from_utf8(data).unwrap().contains(PRIVATE));
}

#[test]
fn the_data_has_the_figures_that_the_documents_print() {
    let place = Place::new("record-figures");
    let mut clinic = clinic(&place);
    working_only(&mut clinic, "seen.txt");
    let (dossier, standing) = clinic.workbench.standing(clinic.assessment).unwrap();
    let shown = score::standing(Disclosed::of(&dossier).dossier());
    assert_ne!(standing.all.assurance, shown.all.assurance);
    let client = wanted(&[Audience::Client], WantedEvidence::All);
    let (path, _) = make(&mut clinic, &place, &client).unwrap();
    let data: serde_json::Value =
        serde_json::from_slice(&read(&path, "data/assessment.json")).unwrap();
    assert_eq!(
        data["standing"]["all"]["assurance"].as_f64(),
        standing.all.assurance
    );
}

#[test]
fn what_was_withdrawn_and_originals_of_redacted_copies_stay_out_unless_they_are_chosen() {
    let place = Place::new("record-chosen");
    let mut clinic = clinic(&place);
    let gone = attached(&mut clinic, "old.txt", b"old");
    attached(&mut clinic, "new.txt", b"new");
    clinic
        .workbench
        .withdraw_evidence(gone, "It was replaced.", later(3))
        .unwrap();
    let all = wanted(&[], WantedEvidence::All);
    let (path, _) = make(&mut clinic, &place, &all).unwrap();
    let evidence = |path| {
        let names = names(path).into_iter();
        names
            .filter(|n| n.starts_with("evidence/"))
            .collect::<Vec<_>>()
    };
    assert_eq!(evidence(&path), ["evidence/001-new.txt"]);
    let these = wanted(&[], WantedEvidence::These(vec![gone, gone]));
    let (path, _) = make(&mut clinic, &place, &these).unwrap();
    assert_eq!(evidence(&path), ["evidence/001-old.txt"]);
}

#[test]
fn evidence_gone_bad_since_it_was_sealed_stops_the_record_by_name() {
    let place = Place::new("record-bad");
    let mut clinic = clinic(&place);
    let control = clinic.first_control();
    let large = clinic.attach(&control, "Scan.bin", &vec![7; 3 << 20]);
    let folder = place.vault().join("evidence");
    let sealed = fs::read_dir(&folder)
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    let whole = fs::read(&sealed).unwrap();
    let all = wanted(&[Audience::Client], WantedEvidence::All);
    let mut flipped = whole.clone();
    *flipped.last_mut().unwrap() ^= 1;
    for (what, bytes) in [
        ("changed at its end", flipped),
        ("cut", whole[..whole.len() - 1].to_vec()),
    ] {
        fs::write(&sealed, bytes).unwrap();
        let sentence = refused(make(&mut clinic, &place, &all));
        assert!(sentence.contains("Scan.bin"), "{what}: {sentence}");
        assert!(
            sentence.contains("Attach the file again"),
            "{what}: {sentence}"
        );
        assert_eq!(place.names(), ["Clinic.auscult"], "{what}");
    }
    fs::remove_file(&sealed).unwrap();
    let sentence = refused(make(&mut clinic, &place, &all));
    assert!(sentence.contains("Scan.bin"), "{sentence}");
    assert_eq!(large.evidence.title, "Scan.bin");
    let issued = clinic.workbench.issued(None, None).unwrap();
    assert_eq!(issued, []);

    fs::write(&sealed, whole).unwrap();
    let (path, _) = make(&mut clinic, &place, &all).unwrap();
    assert_eq!(outcome(&path), Outcome::Sound);
}

#[test]
fn a_cancelled_record_leaves_no_trace_and_what_was_in_its_place() {
    let place = Place::new("record-cancelled");
    let mut clinic = clinic(&place);
    attached(&mut clinic, "log.bin", &vec![3; 3 << 20]);
    place.file("out.zip", "what was there");
    let before = clinic.workbench.head().unwrap();
    let all = wanted(&[Audience::Client], WantedEvidence::All);
    let making = clinic
        .workbench
        .begin_record(clinic.assessment, &all, later(5))
        .unwrap();
    assert_eq!(making.bytes(), 3 << 20);
    let mut heard = Vec::new();
    let stopped = making.write(
        &place.0.join("out.zip"),
        &show,
        &KeptPages::default(),
        &mut |done| {
            heard.push(done);
            if done > 1 << 20 {
                ControlFlow::Break(())
            } else {
                GO_ON
            }
        },
    );
    assert!(matches!(stopped, Err(Error::Cancelled)));
    assert!(heard.windows(2).all(|pair| pair[0] <= pair[1]));
    assert_eq!(place.names(), ["Clinic.auscult", "out.zip"]);
    assert_eq!(
        fs::read(place.0.join("out.zip")).unwrap(),
        b"what was there"
    );
    assert_eq!(clinic.workbench.head().unwrap(), before);
    assert_eq!(clinic.workbench.issued(None, None).unwrap(), []);
}

#[test]
fn what_was_not_asked_for_well_is_refused_before_anything_is_written() {
    let place = Place::new("record-input");
    let mut clinic = clinic(&place);
    let nothing = WantedRecord {
        data: false,
        evidence_plan: false,
        ..wanted(&[], WantedEvidence::These(Vec::new()))
    };
    let twice = wanted(&[Audience::Client; 2], WantedEvidence::All);
    for wanted in [nothing, twice] {
        refused(make(&mut clinic, &place, &wanted));
        assert_eq!(place.names(), ["Clinic.auscult"]);
    }
    for path in ["gone/out.zip", ""] {
        let making = clinic
            .workbench
            .begin_record(
                clinic.assessment,
                &wanted(&[], WantedEvidence::All),
                later(5),
            )
            .unwrap();
        let path = place.0.join(path);
        let made = making.write(&path, &show, &KeptPages::default(), &mut |_| GO_ON);
        assert!(made.is_err());
        assert_eq!(place.names(), ["Clinic.auscult"]);
    }
}

#[test]
fn a_reader_makes_no_record_and_a_folder_is_none() {
    let place = Place::new("record-reader");
    let mut clinic = clinic(&place);
    let id = clinic.assessment;
    let sentence = refused(verify_record(&place.vault(), &mut |_, _| GO_ON));
    assert!(sentence.contains("VERIFY.txt"), "{sentence}");
    let gone = verify_record(&place.0.join("gone.zip"), &mut |_, _| GO_ON);
    assert!(matches!(gone, Err(Error::File { .. })));

    let passphrase =
        vault::Passphrase::choose("seven lanterns on a quiet pier".into()).unwrap();
    clinic
        .workbench
        .add_member(
            "Kim Reader",
            MemberRole::Reader,
            &(&passphrase).into(),
            later(6),
        )
        .unwrap();
    clinic.workbench.close().unwrap();
    let mut reader = Workbench::unlock(&place.vault(), &passphrase, &work()).unwrap();
    let all = wanted(&[Audience::Client], WantedEvidence::All);
    let begun = reader.begin_record(id, &all, later(7));
    assert!(matches!(begun, Err(Error::NotAllowed { .. })));
}
