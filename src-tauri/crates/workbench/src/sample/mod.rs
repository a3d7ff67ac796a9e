//! The sample: a clinic of this project's own invention, so that a newcomer sees a whole
//! assessment before they begin one. Every answer kind is there, one answer is split, and
//! the evidence files are of real kinds. All names are invented.

mod answers;
mod clinic;
mod files;
mod many;
mod notes;
mod packet;

pub use many::{crowd, many};

use std::io::Cursor;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Days, NaiveDate, TimeZone, Utc};
use domain::answer::Subject;
use domain::id::AssessmentId;
use vault::Passphrase;

use crate::error::Error;
use crate::evidence::Target;
use crate::open::{Work, Workbench};
use crate::taken::Taken;

/// The sample's passphrase. It is no secret: nothing in the sample is true.
pub const PASSPHRASE: &str = "sample clinic walk-through";

/// Who works in the sample.
const PERSON: &str = "Robin Ashdown";

/// Returns where the sample lies among the program's own files.
pub fn folder(own: &Path) -> PathBuf {
    own.join("Sample.auscult")
}

/// Opens the sample, making it when it is not there. One that was begun and never finished
/// is made anew.
pub fn open(folder: &Path, today: NaiveDate, work: &Work) -> Result<Workbench, Error> {
    let passphrase = Passphrase::given(PASSPHRASE.to_owned());
    if folder.exists() {
        match Workbench::unlock(folder, &passphrase, work) {
            Ok(workbench) if workbench.is_sample() => return Ok(workbench),
            Ok(half) => {
                half.close()?;
                std::fs::remove_dir_all(folder).map_err(not_made)?;
            }
            Err(Error::Vault(vault::Error::NotAVault)) => {}
            Err(error) => return Err(error),
        }
    }
    if let Some(parent) = folder.parent() {
        std::fs::create_dir_all(parent).map_err(not_made)?;
    }
    make(folder, &passphrase, today, work)
}

fn not_made(source: std::io::Error) -> Error {
    Error::File {
        action: "The sample could not be made: the program's own folder is not to be written to.",
        source,
    }
}

/// Makes the sample under a passphrase of the caller's.
pub fn make(
    folder: &Path,
    passphrase: &Passphrase,
    today: NaiveDate,
    work: &Work,
) -> Result<Workbench, Error> {
    let mut workbench = Workbench::create(folder, passphrase, PERSON, work)?;
    fill(&mut workbench, today, work.now)?;
    // Last, so that a sample that was not finished is not taken for one.
    workbench.mark_sample(work.now)?;
    Ok(workbench)
}

/// Fills a vault with the sample's clinic and its assessment. Returns the assessment.
pub fn fill(
    workbench: &mut Workbench,
    today: NaiveDate,
    now: DateTime<Utc>,
) -> Result<AssessmentId, Error> {
    let clinic = clinic::write(workbench, now)?;
    let assessment = workbench.start_assessment(clinic.start(today), now)?;
    let work = Sample {
        assessment,
        clinic,
        today,
        now,
    };
    answers::write(workbench, &work)?;
    files::attach(workbench, &work)?;
    answers::reply(workbench, &work)?;
    packet::plan(workbench, &work)?;
    // Nobody here did what made the sample, so nobody undoes it.
    workbench.end_history(assessment, now)?;
    Ok(assessment)
}

/// What the parts of the sample share.
struct Sample {
    assessment: AssessmentId,
    clinic: clinic::Clinic,
    today: NaiveDate,
    now: DateTime<Utc>,
}

impl Sample {
    fn days_ago(&self, days: u64) -> NaiveDate {
        self.today
            .checked_sub_days(Days::new(days))
            .unwrap_or(self.today)
    }

    fn days_ahead(&self, days: u64) -> NaiveDate {
        self.today
            .checked_add_days(Days::new(days))
            .unwrap_or(self.today)
    }

    fn noon(&self) -> DateTime<Utc> {
        self.today
            .and_hms_opt(12, 0, 0)
            .map_or(self.now, |noon| Utc.from_utc_datetime(&noon))
    }
}

/// Attaches bytes as if they were a file of that name.
fn attach(
    workbench: &mut Workbench,
    sample: &Sample,
    name: &str,
    bytes: &[u8],
    control: &str,
    strength: domain::evidence::Strength,
) -> Result<domain::evidence::Evidence, Error> {
    let vault = workbench.vault();
    let mut watch = |_| ControlFlow::Continue(());
    let taken = Taken::from_reader(&vault, name, &mut Cursor::new(bytes), &mut watch)?;
    let target = Target {
        assessment: sample.assessment,
        control: Some(control.to_owned()),
        subject: Subject::All,
        strength,
    };
    Ok(workbench.attach(taken, &target, sample.now)?.evidence)
}
