//! A vault to be tortured: made once, copied for each round.

use std::error::Error;
use std::fs;
use std::io::Cursor;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use domain::answer::{AnswerWords, Subject};
use domain::assessment::{Engagement, Period, Scope};
use domain::evidence::Strength;
use domain::id::{AssessmentId, OrganisationId};
use domain::organisation::Organisation;
use uuid::Uuid;
use vault::{Passphrase, Stretch};
use workbench::{Start, Taken, Target, Work, Workbench};

/// What a row or child comes to.
pub(crate) type Outcome<T> = Result<T, Box<dyn Error>>;

/// The passphrase of every vault here.
pub(crate) const PASSPHRASE: &str = "correct horse battery staple";

/// Returns the passphrase of a number; that of nought is the first.
pub(crate) fn numbered(number: u64) -> String {
    if number == 0 {
        PASSPHRASE.to_owned()
    } else {
        format!("{PASSPHRASE} and {number} more")
    }
}

/// Returns the name of a member of a number.
pub(crate) fn member(number: u64) -> String {
    format!("Member {number}")
}

/// The control that is answered and given evidence.
pub(crate) const CONTROL: &str = "AUD-CA-3";

/// A folder that goes when the run does.
pub(crate) struct Place(pub(crate) PathBuf);

impl Place {
    pub(crate) fn new(name: &str) -> Outcome<Self> {
        let folder = format!("auscult-torture-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(folder);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }

    pub(crate) fn at(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Copies a folder with all that is in it.
pub(crate) fn copy(from: &Path, to: &Path) -> Outcome<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Copies a folder to where nothing of before is left.
pub(crate) fn fresh(from: &Path, to: &Path) -> Outcome<()> {
    let _ = fs::remove_dir_all(to);
    copy(from, to)
}

pub(crate) fn now() -> DateTime<Utc> {
    Utc::now()
}

pub(crate) fn work() -> Work {
    Work {
        device: Uuid::from_u128(8),
        now: now(),
        program: "torture".to_owned(),
        stretch: Stretch::WEAK_FOR_TESTS,
        own: None,
    }
}

pub(crate) fn unlock(folder: &Path) -> Result<Workbench, workbench::Error> {
    unlock_with(folder, PASSPHRASE)
}

pub(crate) fn unlock_with(folder: &Path, phrase: &str) -> Result<Workbench, workbench::Error> {
    Workbench::unlock(folder, &Passphrase::given(phrase.to_owned()), &work())
}

/// Makes a vault with a clinic and an assessment in it.
pub(crate) fn make(folder: &Path) -> Outcome<()> {
    let passphrase = Passphrase::given(PASSPHRASE.to_owned());
    let mut workbench = Workbench::create(folder, &passphrase, "Robin Ashdown", &work())?;
    let organisation = workbench.save_organisation(
        Organisation {
            id: OrganisationId(Uuid::nil()),
            name: "Fenwick Clinic".to_owned(),
            kind: String::new(),
            address: String::new(),
            contact: String::new(),
            remarks: String::new(),
        },
        now(),
    )?;
    let day = now().date_naive();
    workbench.start_assessment(
        Start {
            organisation,
            title: "Autumn".to_owned(),
            period: Period { from: day, to: day },
            as_of: day,
            scope: Scope::default(),
            engagement: Engagement::default(),
            profile: Vec::new(),
        },
        now(),
    )?;
    workbench.close()?;
    Ok(())
}

/// Returns the one assessment of a vault here.
pub(crate) fn assessment(workbench: &mut Workbench) -> Outcome<AssessmentId> {
    let library = workbench.library()?;
    Ok(library.assessments.first().ok_or("no assessment")?.id)
}

/// Answers the control with a number.
pub(crate) fn answer(workbench: &mut Workbench, id: AssessmentId, number: u64) -> Outcome<()> {
    let words = AnswerWords {
        note: format!("round {number}"),
        ..AnswerWords::default()
    };
    workbench.answer(id, CONTROL, Subject::All, words, now())?;
    Ok(())
}

/// Returns the number that the control was answered with last.
pub(crate) fn answered(workbench: &mut Workbench, id: AssessmentId) -> Outcome<u64> {
    let dossier = workbench.dossier(id)?;
    let note = dossier.answer(CONTROL, Subject::All);
    let note = note
        .map(|answer| answer.words.note.clone())
        .unwrap_or_default();
    Ok(note.strip_prefix("round ").map_or(Ok(0), str::parse)?)
}

/// Returns the bytes of the evidence of a number: from a few to some hundred thousand.
pub(crate) fn evidence_bytes(number: u64) -> Vec<u8> {
    let length = 40 + (number.wrapping_mul(48_271) % 300_000) as usize;
    let mut bytes = format!("evidence {number};").into_bytes();
    bytes.resize(length, (number % 251) as u8);
    bytes
}

/// Attaches the evidence of a number.
pub(crate) fn attach(workbench: &mut Workbench, id: AssessmentId, number: u64) -> Outcome<()> {
    let vault = workbench.vault();
    let bytes = evidence_bytes(number);
    let name = format!("evidence-{number}.txt");
    let mut watch = |_| ControlFlow::Continue(());
    let taken = Taken::from_reader(&vault, &name, &mut Cursor::new(bytes), &mut watch)?;
    drop(vault);
    let target = Target {
        assessment: id,
        control: Some(CONTROL.to_owned()),
        subject: Subject::All,
        strength: Strength::Examined,
    };
    workbench.attach(taken, &target, now())?;
    Ok(())
}

/// Returns the digests of all evidence that an assessment has.
pub(crate) fn attached(workbench: &mut Workbench, id: AssessmentId) -> Outcome<Vec<String>> {
    let dossier = workbench.dossier(id)?;
    let each = dossier
        .evidence
        .iter()
        .filter_map(|e| e.attachment.as_ref());
    Ok(each.map(|attachment| attachment.sha256.clone()).collect())
}

/// Answers and attaches in turn, as somebody does: even numbers are evidence. `tell` hears of
/// each that is done.
pub(crate) fn both(
    workbench: &mut Workbench,
    numbers: std::ops::RangeInclusive<u64>,
    tell: impl Fn(u64) -> Outcome<()>,
) -> Outcome<()> {
    let id = assessment(workbench)?;
    for number in numbers {
        if number % 2 == 0 {
            attach(workbench, id, number)?;
        } else {
            answer(workbench, id, number)?;
        }
        tell(number)?;
    }
    Ok(())
}

/// Looks whether a vault holds what [`both`] told up to a number.
pub(crate) fn holds(workbench: &mut Workbench, told: u64) -> Outcome<()> {
    let id = assessment(workbench)?;
    let last_answer = if told % 2 == 1 {
        told
    } else {
        told.saturating_sub(1)
    };
    let there = answered(workbench, id)?;
    if there < last_answer {
        return Err(format!("answer {last_answer} was told and {there} is there").into());
    }
    let evidence = attached(workbench, id)?;
    for number in (2..=told).step_by(2) {
        let digest = vault::hex(&vault::sha256(&evidence_bytes(number)));
        if !evidence.contains(&digest) {
            return Err(format!("evidence {number} was told and is not there").into());
        }
    }
    Ok(())
}

/// Looks at everything in a vault; says what was not sound.
pub(crate) fn check(workbench: &mut Workbench) -> Outcome<()> {
    let report = workbench.check_vault(now())?;
    if report.is_sound() {
        return Ok(());
    }
    let lines = report.lines.iter().filter(|line| !line.is_sound());
    let said: Vec<&str> = lines.map(|line| line.sentence.as_str()).collect();
    Err(said.join(" ").into())
}
