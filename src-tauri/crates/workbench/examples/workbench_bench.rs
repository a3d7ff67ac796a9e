//! Unlocks, opens an assessment, answers, and lists a library of 1,000 assessments with
//! 74,000 answers. Prints JSON, times in milliseconds.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement")]

use std::time::Instant;

use chrono::Utc;
use domain::answer::{AnswerWords, Implementation, Subject};
use uuid::Uuid;
use vault::{Passphrase, Stretch};
use workbench::{Work, Workbench, sample};

const ASSESSMENTS: usize = 1_000;

fn main() {
    let folder = std::env::temp_dir().join(format!("auscult-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let vault = folder.join("bench.auscult");
    let phrase = || Passphrase::given("correct horse battery staple".into());
    let work = |stretch| Work {
        device: Uuid::nil(),
        now: Utc::now(),
        program: "bench".to_owned(),
        stretch,
        own: Some(folder.join("own")),
    };
    let today = Utc::now().date_naive();
    let made = sample::make(&vault, &phrase(), today, &work(Stretch::WEAK_FOR_TESTS)).unwrap();
    made.close().unwrap();

    let mut workbench = None;
    let unlock = times(7, || {
        drop(workbench.take());
        let begun = Instant::now();
        workbench =
            Some(Workbench::unlock(&vault, &phrase(), &work(Stretch::STANDARD)).unwrap());
        begun.elapsed()
    });
    let mut workbench = workbench.unwrap();
    let first = workbench.library().unwrap().assessments.remove(0).id;
    let answer = times(300, || {
        let words = AnswerWords {
            implementation: Some(Implementation::Partial),
            note: format!("Typed at {}", Utc::now().to_rfc3339()),
            ..AnswerWords::default()
        };
        let begun = Instant::now();
        workbench
            .answer(first, "TEC-EN-4", Subject::All, words, Utc::now())
            .unwrap();
        begun.elapsed()
    });
    sample::many(&mut workbench, first, ASSESSMENTS, Utc::now()).unwrap();
    let mut others = workbench.library().unwrap().assessments.into_iter();
    let open = times(50, || {
        let id = others.next().unwrap().id;
        let begun = Instant::now();
        workbench.standing(id).unwrap();
        begun.elapsed()
    });
    let library = times(20, || {
        let begun = Instant::now();
        assert!(workbench.library().unwrap().assessments.len() > ASSESSMENTS);
        begun.elapsed()
    });
    println!(
        "{{\"unlockBeyondStretch\": {unlock:.2}, \"openAssessment\": {open:.2}, \
         \"answer\": {answer:.2}, \"library\": {library:.2}}}"
    );
    drop(workbench);
    std::fs::remove_dir_all(&folder).unwrap();
}

/// Returns the median of some runs.
fn times(runs: usize, mut run: impl FnMut() -> std::time::Duration) -> f64 {
    let mut times: Vec<f64> = (0..runs).map(|_| run().as_secs_f64() * 1000.0).collect();
    times.sort_by(f64::total_cmp);
    times[runs / 2]
}
