//! A whole journey in approved mode, in one process: the sample made with its evidence, closed,
//! opened, searched, checked to the last byte and printed. Afterwards only the module and its
//! reader of encodings are loaded, and nothing else can be had.
//!
//! `AUSCULT_TEST_MODULE` names the folder with the module; the stage `approved` of `npm test`
//! sets it. A process has one mode, so this is a program without a harness.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use domain::id::AssessmentId;
use domain::packet::{Audience, PacketPlan};
use uuid::Uuid;
use vault::{Mode, Passphrase, Stretch};
use workbench::{
    BundleError, BundleKey, BundleSeal, Error, Work, Workbench, crypto, look_into_bundle,
    sample,
};

fn main() {
    let module = std::env::var_os("AUSCULT_TEST_MODULE").expect("AUSCULT_TEST_MODULE names it");
    vault::enter(Mode::Approved, Some(Path::new(&module))).unwrap();
    let place = Place::new();
    journey(&place.0);

    let after = crypto::crypto(now());
    assert_eq!(after.mode, Some(Mode::Approved));
    assert_eq!(after.claim, crypto::CLAIM);
    assert_eq!(after.facts.len(), 4);
    assert_eq!(after.providers, ["base", "fips"]);
    assert_eq!(
        after.refused,
        ["Argon2id", "Ed25519", "ChaCha20-Poly1305", "MD5"]
    );
    assert!(after.algorithms.len() > 10);
    for served in after.algorithms {
        assert_eq!(served.provider.as_deref(), Some("fips"), "{served:?}");
    }
}

fn journey(place: &Path) {
    let folder = place.join("Sample.auscult");
    let passphrase = Passphrase::choose("a walk along the harbour wall".to_owned()).unwrap();
    let today = now().date_naive();
    let made = sample::make(&folder, &passphrase, today, &work()).unwrap();
    made.close().unwrap();
    assert_eq!(vault::needs(&folder), Some(Mode::Approved));

    let mut workbench = Workbench::unlock(&folder, &passphrase, &work()).unwrap();
    let assessment = workbench.library().unwrap().assessments[0].id;
    let finds = workbench.search("Brightscribe", None).unwrap();
    assert!(!finds.finds.is_empty());
    let report = workbench.check_vault(now()).unwrap();
    assert!(report.is_sound(), "{:?}", report.lines);
    workbench.finalise(assessment, now()).unwrap();
    let plan = PacketPlan::proposed(Audience::Client);
    let (printed, _) = workbench
        .export_packet(
            (assessment, &plan, "Their counsel"),
            &|ask, bytes| preview::decode(ask, bytes).map_err(preview::Failure::Source),
            &place.join("packet.pdf"),
            now(),
        )
        .unwrap();
    assert!(printed.pages > 50 && printed.warnings.is_empty());
    hand_over(&mut workbench, assessment, place);
    workbench.close().unwrap();
}

/// Only the own format is offered for a bundle, and it is sealed and opened by the module.
fn hand_over(workbench: &mut Workbench, assessment: AssessmentId, place: &Path) {
    const SECRET: &str = "seven lanterns on a quiet pier";
    let path = place.join("bundle");
    let make = |workbench: &mut Workbench, seal: &BundleSeal| {
        let bundle = workbench.begin_bundle(assessment, now())?;
        let made = bundle.write(seal, &path, &mut |_| ControlFlow::Continue(()))?;
        workbench.end_bundle(made, now())
    };
    let recipient = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
    for seal in [
        BundleSeal::AgeRecipient(recipient.to_owned()),
        BundleSeal::to_passphrase(SECRET.to_owned(), true).unwrap(),
    ] {
        let refused = make(workbench, &seal).err().unwrap();
        assert!(matches!(refused, Error::Bundle(BundleError::NotOffered)));
        assert!(!path.exists());
    }
    let own = BundleSeal::to_passphrase(SECRET.to_owned(), false).unwrap();
    make(workbench, &own).unwrap();
    let key = BundleKey::new(SECRET.to_owned(), None).unwrap();
    let go_on = &mut |_, _| ControlFlow::Continue(());
    let found = look_into_bundle(&path, &key, go_on).unwrap();
    assert_eq!(found.content().assessment.id, assessment);
}

fn work() -> Work {
    Work {
        device: Uuid::nil(),
        now: now(),
        program: "test".to_owned(),
        stretch: Stretch::APPROVED_WEAK_FOR_TESTS,
        own: None,
    }
}

fn now() -> DateTime<Utc> {
    "2026-11-24T10:00:00Z".parse().unwrap()
}

/// A folder that goes when the test does.
struct Place(PathBuf);

impl Place {
    fn new() -> Self {
        let folder =
            std::env::temp_dir().join(format!("auscult-approved-work-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
