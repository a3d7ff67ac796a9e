//! What the sample's documents say, compared with what was read and found right before.
//!
//! The golden files are the documents as plain text. After a change that is meant, write
//! them anew with `npm run goldens`, and read the difference before it is committed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod drawn;
#[path = "../../../packet/tests/packet/odd.rs"]
#[allow(dead_code, reason = "the packet's own tests need all of it")]
mod odd;

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use domain::disclosed::Disclosed;
use domain::dossier::Dossier;
use domain::id::{AssessmentId, WorkingNoteId};
use domain::note::WorkingNote;
use domain::packet::{Audience, PacketPlan};
use domain::score::{Figures, NOTHING_APPLIES, Standing};
use packet::document::Document;
use packet::outline;
use packet::part::{
    self, Cryptography, Fact, Facts, Issuing, Papers, Source, Trail, TrailLine,
};
use uuid::Uuid;
use vault::{Passphrase, Stretch};
use workbench::{Stamp, Work, Workbench, sample};

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_600_000, 0).unwrap()
}

fn today() -> NaiveDate {
    now().date_naive()
}

/// A vault with the sample, which goes when the test does.
struct Sample {
    folder: PathBuf,
    workbench: Workbench,
    assessment: AssessmentId,
    cryptography: Option<Cryptography>,
}

impl Sample {
    fn new(name: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("auscult-papers-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let work = Work {
            device: Uuid::nil(),
            now: now(),
            program: "test".to_owned(),
            stretch: Stretch::WEAK_FOR_TESTS,
            own: None,
        };
        let passphrase = Passphrase::given(sample::PASSPHRASE.to_owned());
        let vault = folder.join("Sample.auscult");
        let mut workbench = sample::make(&vault, &passphrase, today(), &work).unwrap();
        let assessment = workbench.library().unwrap().assessments[0].id;
        Self {
            folder,
            workbench,
            assessment,
            cryptography: None,
        }
    }

    fn notes(&self, dossier: &Dossier) -> Vec<WorkingNote> {
        let mut notes = Vec::new();
        for control in dossier.framework.controls() {
            let of = self.workbench.working_notes(self.assessment, &control.id);
            notes.extend(of.unwrap().into_iter().map(|(subject, text)| WorkingNote {
                id: WorkingNoteId(Uuid::nil()),
                assessment: self.assessment,
                control: control.id.clone(),
                subject,
                text,
            }));
        }
        notes
    }

    fn plan(&mut self) -> Document {
        let (dossier, standing) = self.workbench.standing(self.assessment).unwrap();
        part::evidence_plan(&Source {
            dossier: &dossier,
            standing: &standing,
            trail: &trail(),
            cryptography: self.cryptography.as_ref(),
            now: now(),
            identifier: [0; 16],
        })
    }

    fn packet(&mut self, audience: Audience) -> Document {
        let (_, standing) = self.workbench.standing(self.assessment).unwrap();
        self.standing_so(&standing, audience)
    }

    /// Makes a packet of the sample as if it stood so.
    fn standing_so(&mut self, standing: &Standing, audience: Audience) -> Document {
        let dossier = self.workbench.dossier(self.assessment).unwrap();
        let notes = self.notes(&dossier);
        let disclosed = Disclosed::of(&dossier);
        let papers = match audience {
            Audience::Leadership => Papers::Leadership(&disclosed),
            Audience::Client => Papers::Client(&disclosed),
            Audience::Working => Papers::Working {
                dossier: &dossier,
                notes: &notes,
                trail: &lines(),
            },
        };
        let facts = Facts {
            standing,
            trail: &trail(),
            cryptography: self.cryptography.as_ref(),
            now: now(),
            identifier: [0; 16],
        };
        let issuing = Issuing {
            plan: &PacketPlan::proposed(audience),
            to: "",
            by: "Robin Ashdown",
            signer: "the signer's fingerprint",
            issued: &[],
            exhibits: &[],
            organisation_look: None,
            consultant_look: None,
            data: None,
        };
        part::packet(&papers, &facts, &issuing)
    }
}

/// The first and the last entry of a trail.
fn lines() -> [TrailLine; 2] {
    [(1, "vault made"), (400, "assessment changed")].map(|(number, what)| TrailLine {
        number,
        at: now(),
        who: "Robin Ashdown".to_owned(),
        what: what.to_owned(),
    })
}

fn trail() -> Trail {
    Trail {
        entries: 400,
        head: "the trail's head".to_owned(),
        state: "the state's digest".to_owned(),
        vault: "the vault's id".to_owned(),
        version: "0.0.0".to_owned(),
    }
}

impl Drop for Sample {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Compares a document with its golden file, or writes that when asked to.
fn check(name: &str, document: &Document) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/papers")
        .join(name);
    let found = outline(document);
    if std::env::var_os("AUSCULT_WRITE_GOLDEN").is_some() {
        fs::write(&path, &found).unwrap();
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    let at = golden.lines().zip(found.lines()).position(|(a, b)| a != b);
    let line = at.unwrap_or_else(|| golden.lines().count().min(found.lines().count()));
    assert!(
        golden == found,
        "{name} differs from line {}:\n- {}\n+ {}",
        line + 1,
        golden.lines().nth(line).unwrap_or_default(),
        found.lines().nth(line).unwrap_or_default(),
    );
}

#[test]
fn the_packets_of_the_sample_say_what_they_said() {
    let mut sample = Sample::new("packets");
    check("leadership.txt", &sample.packet(Audience::Leadership));
    check("client.txt", &sample.packet(Audience::Client));
    check("working.txt", &sample.packet(Audience::Working));
}

#[test]
fn the_evidence_plan_of_the_sample_says_what_it_said() {
    check("evidence-plan.txt", &Sample::new("plan").plan());
}

#[test]
fn the_blank_checklist_says_what_it_said() {
    let (_, framework) = workbench::built_in().unwrap();
    check(
        "checklist.txt",
        &part::checklist(&framework, now(), [0; 16]),
    );
}

#[test]
fn the_packet_names_every_control_and_every_provision() {
    let mut sample = Sample::new("names");
    let (dossier, _) = sample.workbench.standing(sample.assessment).unwrap();
    let plan = PacketPlan::proposed(Audience::Client);
    let stamp = Stamp {
        now: now(),
        identifier: [0; 16],
    };
    let laid = sample
        .workbench
        .lay_out_packet(sample.assessment, &plan, "", stamp, &|_, _| {
            unreachable!("nothing is printed as an exhibit")
        })
        .unwrap();
    let pages = laid.pages;
    let text: String = (0..pages.count()).map(|page| pages.text(page)).collect();
    let text: String = text.split_whitespace().collect();
    let lacks = |words: &str| {
        let words: String = words.split_whitespace().collect();
        !text.contains(&words)
    };
    let framework = &dossier.framework;
    let missing: Vec<&str> = framework
        .controls()
        .flat_map(|control| [&*control.id, &*control.label, &*control.text])
        .chain(
            framework
                .provisions
                .iter()
                .flat_map(|p| [&*p.citation, &*p.title]),
        )
        .filter(|words| lacks(words))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert_eq!(pages.warnings(), [] as [&str; 0]);
}

#[test]
fn every_page_of_a_draft_says_that_it_is_one_and_no_page_of_a_final_version_does() {
    let mut sample = Sample::new("draft");
    for audience in Audience::ALL {
        assert!(sample.packet(audience).banner.starts_with("Draft"));
    }
    assert!(sample.plan().banner.starts_with("Draft"));
    sample.workbench.finalise(sample.assessment, now()).unwrap();
    for audience in Audience::ALL {
        assert!(!sample.packet(audience).banner.contains("Draft"));
    }
    assert!(!sample.plan().banner.contains("Draft"));
}

#[test]
fn what_does_the_cryptography_is_said_where_something_is_claimed_and_nowhere_else() {
    let mut sample = Sample::new("cryptography");
    let said = outline(&sample.packet(Audience::Client));
    assert!(!said.contains("The cryptography") && !said.contains(workbench::crypto::CLAIM));
    sample.cryptography = Some(Cryptography {
        claim: workbench::crypto::CLAIM.to_owned(),
        facts: vec![Fact {
            name: "Module".to_owned(),
            value: "its name and version".to_owned(),
            sentence: "What that means.".to_owned(),
        }],
        algorithms: vec![["AES-256-GCM", "Seals evidence", "fips"].map(str::to_owned)],
    });
    let said = outline(&sample.packet(Audience::Client));
    for words in [
        "The cryptography",
        workbench::crypto::CLAIM,
        "its name and version",
        "What that means.",
        "AES-256-GCM",
        "fips",
    ] {
        assert!(said.contains(words), "{words}");
    }
}

#[test]
fn wherever_a_figure_stands_the_packet_says_that_it_is_an_estimate() {
    let mut sample = Sample::new("estimate");
    let (_, standing) = sample.workbench.standing(sample.assessment).unwrap();
    let said = outline(&sample.packet(Audience::Client));
    // The cover, how to read this, and the summary.
    assert!(
        said.matches(&standing.disclaimer).count() >= 3,
        "{}",
        standing.disclaimer
    );
}

#[test]
fn where_nothing_applies_the_packet_has_no_word_and_says_so() {
    let mut sample = Sample::new("nothing");
    let (_, mut standing) = sample.workbench.standing(sample.assessment).unwrap();
    let none = |of: Figures| Figures {
        conformity: None,
        assurance: None,
        coverage: None,
        applicable: 0,
        resolved: 0,
        ..of
    };
    standing.all = none(standing.all);
    standing.provisions = none(standing.provisions);
    standing.word = NOTHING_APPLIES.to_owned();
    standing.band = NOTHING_APPLIES.to_owned();
    standing.gates.clear();
    let said = outline(&sample.standing_so(&standing, Audience::Client));
    assert!(said.contains("None of the 74 controls applies"));
    for word in [
        "is called \u{201c}",
        "earns the word",
        "provisional, because",
        NOTHING_APPLIES,
    ] {
        assert!(!said.contains(word), "{word}");
    }
}

#[test]
fn the_clients_copy_says_all_that_the_working_papers_say_but_for_what_is_private() {
    let mut sample = Sample::new("whole");
    let client = outline(&sample.packet(Audience::Client));
    let client: Vec<&str> = client.lines().collect();
    let working = outline(&sample.packet(Audience::Working));
    let mut chapter = "";
    let more: Vec<&str> = working
        .lines()
        .filter(|line| {
            if line.starts_with("# ") {
                chapter = line;
            }
            !["# Private working notes", "# The trail"].contains(&chapter)
        })
        .filter(|line| !client.contains(line))
        .map(str::trim)
        .collect();
    let named: Vec<&&str> = more
        .iter()
        .filter(|line| !line.contains("orking papers") && !line.contains("The assessor alone"))
        .collect();
    assert!(named.is_empty(), "{named:?}");
    assert_eq!(more.len(), 5, "{more:?}");
}
