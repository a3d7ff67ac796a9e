//! A clinic of its own for each test, and short ways to say what every test does.

use std::fs;
use std::io::{Cursor, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::answer::{AnswerWords, Implementation, Observation, Subject};
use domain::assessment::{Assessment, Engagement, Period, Scope};
use domain::dossier::Dossier;
use domain::evidence::Strength;
use domain::framework::{Control, Framework, Method, SubjectKind};
use domain::id::*;
use domain::organisation::{Agreement, Organisation, Person, Site, System, Vendor};
use domain::packet::{Audience, PacketPlan, PaperSize};
use preview::{Answer, Ask, Failure};
use uuid::Uuid;
use vault::{Passphrase, Stretch};
use workbench::{
    Attached, Error, Exported, ExportedPlan, LaidPacket, PlanFormat, Stamp, Start, Taken,
    Target, Work, Workbench, WrittenPlan,
};

pub(crate) const PASSPHRASE: &str = "correct horse battery staple";

/// A folder that goes when the test does.
pub(crate) struct Place(pub(crate) PathBuf);

impl Place {
    pub(crate) fn new(name: &str) -> Self {
        Self::within(&std::env::temp_dir(), name)
    }

    /// Makes a place on a disk in memory, where there is one: thousands of flushes take no
    /// time there.
    pub(crate) fn in_memory(name: &str) -> Self {
        let memory = Path::new("/dev/shm");
        if memory.is_dir() {
            Self::within(memory, name)
        } else {
            Self::new(name)
        }
    }

    fn within(room: &Path, name: &str) -> Self {
        let folder = room.join(format!("auscult-work-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub(crate) fn vault(&self) -> PathBuf {
        self.0.join("Clinic.auscult")
    }

    pub(crate) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    pub(crate) fn create(&self) -> Workbench {
        Workbench::create(&self.vault(), &passphrase(), "Robin Ashdown", &work()).unwrap()
    }

    pub(crate) fn unlock(&self) -> Result<Workbench, Error> {
        Workbench::unlock(&self.vault(), &passphrase(), &work())
    }

    /// Returns the names of what lies in the place beside the vault.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).unwrap();
        let names = entries.map(|e| e.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Shows evidence here and not in a process of its own: it is this test's.
pub(crate) fn show(ask: Ask, evidence: &mut (dyn Read + Send)) -> Result<Answer, Failure> {
    preview::decode(ask, evidence).map_err(Failure::Source)
}

/// Writes the client's packet as it is proposed.
pub(crate) fn write_packet(
    workbench: &mut Workbench,
    assessment: AssessmentId,
    path: &Path,
    at: DateTime<Utc>,
) -> Result<Exported, Error> {
    let plan = PacketPlan::proposed(Audience::Client);
    let written = workbench.export_packet((assessment, &plan, ""), &show, path, at);
    written.map(|(exported, _)| exported)
}

/// Lays the client's packet out as it is proposed.
pub(crate) fn packet_of(clinic: &mut Clinic, at: DateTime<Utc>) -> LaidPacket {
    let plan = PacketPlan::proposed(Audience::Client);
    let stamp = Stamp {
        now: at,
        identifier: [7; 16],
    };
    let id = clinic.assessment;
    clinic
        .workbench
        .lay_out_packet(id, &plan, "", stamp, &show)
        .unwrap()
}

/// Returns the words of all pages.
pub(crate) fn words_of(pages: &packet::Pages) -> String {
    let texts: Vec<String> = (0..pages.count()).map(|page| pages.text(page)).collect();
    texts.join("\n")
}

/// Writes the evidence plan as a document.
pub(crate) fn write_plan(
    workbench: &mut Workbench,
    assessment: AssessmentId,
    path: &Path,
    at: DateTime<Utc>,
) -> Result<WrittenPlan, Error> {
    let plan = ExportedPlan {
        assessment,
        format: PlanFormat::Pdf,
        paper: PaperSize::A4,
        to: "",
    };
    workbench.export_plan(plan, path, at)
}

pub(crate) fn passphrase() -> Passphrase {
    Passphrase::given(PASSPHRASE.into())
}

pub(crate) fn now() -> DateTime<Utc> {
    "2026-11-24T10:00:00Z".parse().unwrap()
}

pub(crate) fn later(minutes: i64) -> DateTime<Utc> {
    now() + TimeDelta::minutes(minutes)
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn work() -> Work {
    Work {
        device: Uuid::from_u128(8),
        now: now(),
        program: "test".to_owned(),
        stretch: Stretch::WEAK_FOR_TESTS,
        own: None,
    }
}

/// A vault with a clinic in it: two sites, two systems, a vendor and a person, and an
/// assessment with all of them in scope.
pub(crate) struct Clinic {
    pub(crate) workbench: Workbench,
    pub(crate) organisation: OrganisationId,
    pub(crate) systems: Vec<SystemId>,
    pub(crate) assessment: AssessmentId,
}

impl Clinic {
    /// Returns the id of the framework's first control.
    pub(crate) fn first_control(&mut self) -> String {
        self.dossier()
            .framework
            .controls()
            .next()
            .unwrap()
            .id
            .clone()
    }

    pub(crate) fn new(place: &Place) -> Self {
        let mut workbench = place.create();
        let organisation = workbench
            .save_organisation(new_organisation("Fenwick Clinic"), now())
            .unwrap();
        for name in ["Main street", "Annexe"] {
            workbench
                .save_site(new_site(organisation, name), now())
                .unwrap();
        }
        for name in ["Triage model", "Coding model"] {
            workbench
                .save_system(new_system(organisation, name), now())
                .unwrap();
        }
        workbench
            .save_vendor(new_vendor(organisation), now())
            .unwrap();
        workbench
            .save_person(new_person(organisation), now())
            .unwrap();
        let file = workbench.organisation(organisation).unwrap();
        let start = Start {
            organisation,
            title: "Autumn 2026".into(),
            period: Period {
                from: day("2026-01-01"),
                to: day("2026-11-24"),
            },
            as_of: day("2026-11-24"),
            scope: Scope {
                statement: "Both models".into(),
                left_out: String::new(),
                sites: file.sites.iter().map(|s| s.id).collect(),
                systems: file.systems.iter().map(|s| s.id).collect(),
                vendors: file.vendors.iter().map(|v| v.id).collect(),
            },
            engagement: Engagement::default(),
            profile: Vec::new(),
        };
        let assessment = workbench.start_assessment(start, now()).unwrap();
        let systems = file.systems.iter().map(|s| s.id).collect();
        Self {
            workbench,
            organisation,
            systems,
            assessment,
        }
    }

    pub(crate) fn dossier(&mut self) -> Arc<Dossier> {
        self.workbench.dossier(self.assessment).unwrap()
    }

    /// Returns a test of a control on a day of this clinic, to be saved as new.
    pub(crate) fn observed(&self, control: &str, result: &str) -> Observation {
        Observation {
            id: ObservationId(Uuid::nil()),
            assessment: self.assessment,
            control: control.to_owned(),
            subject: Subject::All,
            method: Method::Test,
            procedure: String::new(),
            with_whom: String::new(),
            on: day("2026-11-20"),
            population: String::new(),
            sample: String::new(),
            result: result.to_owned(),
            by: String::new(),
        }
    }

    /// Closes the vault and opens it again, as on another day.
    pub(crate) fn reopen(self, place: &Place) -> Self {
        self.workbench.close().unwrap();
        let another = Work {
            now: later(60),
            ..work()
        };
        Self {
            workbench: Workbench::unlock(&place.vault(), &passphrase(), &another).unwrap(),
            ..self
        }
    }

    pub(crate) fn answer(
        &mut self,
        control: &str,
        words: AnswerWords,
    ) -> Result<Arc<Dossier>, Error> {
        let done =
            self.workbench
                .answer(self.assessment, control, Subject::All, words, later(1))?;
        Ok(done.0)
    }

    pub(crate) fn target(&self, control: &str) -> Target {
        Target {
            assessment: self.assessment,
            control: Some(control.to_owned()),
            subject: Subject::All,
            strength: Strength::Examined,
        }
    }

    pub(crate) fn attach(&mut self, control: &str, name: &str, bytes: &[u8]) -> Attached {
        let vault = self.workbench.vault();
        let mut watch = |_| ControlFlow::Continue(());
        let taken =
            Taken::from_reader(&vault, name, &mut Cursor::new(bytes), &mut watch).unwrap();
        let target = self.target(control);
        self.workbench.attach(taken, &target, later(2)).unwrap()
    }
}

pub(crate) fn new_organisation(name: &str) -> Organisation {
    Organisation {
        id: OrganisationId(Uuid::nil()),
        name: name.into(),
        kind: "outpatient clinic".into(),
        address: String::new(),
        contact: String::new(),
        remarks: String::new(),
    }
}

pub(crate) fn new_site(organisation: OrganisationId, name: &str) -> Site {
    Site {
        id: SiteId(Uuid::nil()),
        organisation,
        name: name.into(),
        address: String::new(),
        remarks: String::new(),
    }
}

pub(crate) fn new_system(organisation: OrganisationId, name: &str) -> System {
    System {
        id: SystemId(Uuid::nil()),
        organisation,
        name: name.into(),
        purpose: "Sorts calls".into(),
        users: String::new(),
        model_kind: String::new(),
        model_version: String::new(),
        hosting: String::new(),
        training_data: String::new(),
        inference_data: String::new(),
        vendor: None,
    }
}

pub(crate) fn new_vendor(organisation: OrganisationId) -> Vendor {
    Vendor {
        id: VendorId(Uuid::nil()),
        organisation,
        name: "Modelworks".into(),
        service: "The triage model".into(),
        contact: String::new(),
        agreement: Agreement::default(),
    }
}

pub(crate) fn new_person(organisation: OrganisationId) -> Person {
    Person {
        id: PersonId(Uuid::nil()),
        organisation,
        name: "Dana Whitlock".into(),
        role: "Security officer".into(),
        contact: String::new(),
    }
}

pub(crate) fn said(implementation: Implementation, note: &str) -> AnswerWords {
    AnswerWords {
        implementation: Some(implementation),
        note: note.into(),
        ..AnswerWords::default()
    }
}

/// Returns the first control of a kind that is not among some.
pub(crate) fn control_per(framework: &Framework, kind: SubjectKind) -> String {
    first(framework, |control| control.asked_per == kind)
}

pub(crate) fn first(framework: &Framework, is_wanted: impl Fn(&Control) -> bool) -> String {
    framework
        .controls()
        .find(|c| is_wanted(c))
        .unwrap()
        .id
        .clone()
}

/// Changes the terms of an assessment.
pub(crate) fn change(
    clinic: &mut Clinic,
    change: impl FnOnce(&mut Assessment),
) -> Result<Arc<Dossier>, Error> {
    let mut assessment = clinic.dossier().assessment.clone();
    change(&mut assessment);
    Ok(clinic.workbench.save_assessment(assessment, later(5))?.0)
}

/// Asserts that an input was refused and returns the sentence.
pub(crate) fn refused<T>(result: Result<T, Error>) -> String {
    match result {
        Err(Error::Input(sentence)) => sentence,
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("it was taken"),
    }
}

/// Returns every file below a folder with its bytes.
pub(crate) fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    let mut left = vec![folder.to_owned()];
    while let Some(path) = left.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(&path).unwrap();
            left.extend(entries.map(|entry| entry.unwrap().path()));
        } else {
            let bytes = fs::read(&path).unwrap();
            files.push((path, bytes));
        }
    }
    files.sort();
    files
}
