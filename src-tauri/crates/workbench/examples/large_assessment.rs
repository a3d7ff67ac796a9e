//! Answers one row of a control that is split over 300 systems, then with every such control
//! split, then beside 10,000 requests. Prints JSON, milliseconds of processor time.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement")]

use std::time::{Duration, Instant};

use chrono::Utc;
use domain::answer::{AnswerWords, Implementation, Subject};
use domain::framework::SubjectKind;
use domain::id::{AssessmentId, RequestId, SystemId};
use domain::organisation::System;
use domain::request::RequestState;
use uuid::Uuid;
use vault::{Passphrase, Stretch};
use workbench::{Bulk, BulkWords, Work, Workbench, sample};

const SYSTEMS: usize = 300;
const REQUESTS: usize = 10_000;

fn main() {
    let folder = std::env::temp_dir().join(format!("auscult-large-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let work = Work {
        device: Uuid::nil(),
        now: Utc::now(),
        program: "bench".to_owned(),
        stretch: Stretch::WEAK_FOR_TESTS,
        own: None,
    };
    let phrase = Passphrase::given("correct horse battery staple".into());
    let vault = folder.join("large.auscult");
    let today = Utc::now().date_naive();
    let mut workbench = sample::make(&vault, &phrase, today, &work).unwrap();
    let id = workbench.library().unwrap().assessments.remove(0).id;
    let dossier = workbench.dossier(id).unwrap();
    let known = dossier.systems[0].clone();
    for number in 0..SYSTEMS {
        let system = System {
            id: SystemId(Uuid::nil()),
            name: format!("Model {number}"),
            ..known.clone()
        };
        workbench.save_system(system, Utc::now()).unwrap();
    }
    let mut terms = dossier.assessment.clone();
    let file = workbench.organisation(terms.organisation).unwrap();
    terms.scope.systems = file.systems.iter().map(|s| s.id).collect();
    let subjects: Vec<Subject> = file.systems.iter().map(|s| Subject::System(s.id)).collect();
    let scope = once(|| {
        workbench
            .save_assessment(terms.clone(), Utc::now())
            .unwrap();
    });
    let framework = dossier.framework.clone();
    let controls: Vec<String> = (framework.controls())
        .filter(|c| c.asked_per == SubjectKind::System)
        .map(|c| c.id.clone())
        .collect();
    let split = once(|| {
        workbench
            .split_answer(id, &controls[0], Utc::now())
            .unwrap();
    });
    let one = answer(&mut workbench, id, &controls[0], &subjects);
    for control in &controls[1..] {
        workbench.split_answer(id, control, Utc::now()).unwrap();
    }
    let all = answer(&mut workbench, id, &controls[0], &subjects);
    let bulk = Bulk {
        assessment: id,
        controls: controls.clone(),
        only_unanswered: false,
        set: BulkWords {
            implementation: Some(Implementation::Partial),
            ..BulkWords::default()
        },
    };
    let alike = once(|| {
        workbench.answer_bulk(&bulk, Utc::now()).unwrap();
    });
    let mut fewer = terms;
    fewer.scope.systems.truncate(10);
    let preview = once(|| {
        workbench.preview_terms(fewer).unwrap();
    });
    let requests = dossier.requests.iter().cycle().take(REQUESTS).cloned();
    let mut requests: Vec<_> = requests.collect();
    for request in &mut requests {
        request.id = RequestId(Uuid::nil());
    }
    let added = once(|| {
        workbench.save_requests(id, requests, Utc::now()).unwrap();
    });
    let mut asked = workbench.dossier(id).unwrap().requests.clone();
    for request in &mut asked {
        request.course.state = RequestState::Asked;
    }
    let sent = once(|| {
        workbench.save_requests(id, asked, Utc::now()).unwrap();
    });
    let beside = answer(&mut workbench, id, &controls[0], &subjects);
    println!(
        "{{\"scope\": {scope:.1}, \"split\": {split:.1}, \"answerOfOneSplit\": {one:.2}, \
         \"splitControls\": {}, \"answerOfAllSplit\": {all:.2}, \"bulk\": {alike:.1}, \
         \"previewTerms\": {preview:.1}, \"requestsAdded\": {added:.1}, \
         \"requestsSent\": {sent:.1}, \"answerBesideRequests\": {beside:.2}}}",
        controls.len()
    );
    drop(workbench);
    std::fs::remove_dir_all(&folder).unwrap();
}

/// Returns the median time that the answer of one subject takes.
fn answer(
    workbench: &mut Workbench,
    id: AssessmentId,
    control: &str,
    subjects: &[Subject],
) -> f64 {
    let mut times: Vec<f64> = (subjects.iter().take(21))
        .map(|subject| {
            let words = AnswerWords {
                implementation: Some(Implementation::Partial),
                note: format!("Typed at {}", Utc::now().to_rfc3339()),
                ..AnswerWords::default()
            };
            once(|| {
                workbench
                    .answer(id, control, *subject, words, Utc::now())
                    .unwrap();
            })
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Returns the processor time that some work takes, so that a busy machine does not blur it;
/// where the system does not tell it, the time on the clock.
fn once(work: impl FnOnce()) -> f64 {
    let (begun, spent) = (Instant::now(), spent());
    work();
    let took = match (spent, self::spent()) {
        (Some(before), Some(after)) => after.saturating_sub(before),
        _ => begun.elapsed(),
    };
    took.as_secs_f64() * 1000.0
}

fn spent() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    let nanoseconds = told.split_whitespace().next()?.parse().ok()?;
    Some(Duration::from_nanos(nanoseconds))
}
