//! What was answered, observed and replied.

use std::collections::BTreeMap;

use domain::answer::{AnswerWords, Determination, Implementation as I, Observation, Subject};
use domain::finding::{FindingStanding, Response, ResponseCourse, ResponseState};
use domain::framework::Method;
use domain::id::ObservationId;
use domain::request::RequestState;
use uuid::Uuid;

use super::Sample;
use super::notes::ANSWERS;
use crate::error::Error;
use crate::open::Workbench;

/// The control whose answer is split by system.
const SPLIT: &str = "TEC-MS-2";

pub(super) fn write(workbench: &mut Workbench, sample: &Sample) -> Result<(), Error> {
    for (control, implementation, note) in ANSWERS {
        let words = words(sample, control, *implementation, note);
        workbench.answer(sample.assessment, control, Subject::All, words, sample.now)?;
    }
    // Left open, with a note of what was tried.
    let open = AnswerWords {
        note: "Marisol Vega was away on both days; ask who checks the vendors' attestations."
            .to_owned(),
        flagged: true,
        ..AnswerWords::default()
    };
    workbench.answer(
        sample.assessment,
        "AUD-CA-4",
        Subject::All,
        open,
        sample.now,
    )?;
    split(workbench, sample)?;
    workbench.write_working_note(
        sample.assessment,
        "ADM-BA-2",
        Subject::All,
        "Ask Dana before Thursday whether counsel has seen the renewal draft.",
        sample.now,
    )?;
    observe(workbench, sample)
}

fn words(sample: &Sample, control: &str, implementation: I, note: &str) -> AnswerWords {
    let mut words = AnswerWords {
        implementation: Some(implementation),
        determination: match implementation {
            I::Implemented | I::Alternative | I::NotReasonable => {
                Some(Determination::Satisfied)
            }
            I::Partial | I::NotImplemented => Some(Determination::OtherThanSatisfied),
            _ => None,
        },
        note: note.to_owned(),
        flagged: matches!(control, "TEC-EN-3" | "ADM-BA-2" | "DAT-MN-2"),
        ..AnswerWords::default()
    };
    match implementation {
        I::Planned => {
            words.plan_owner = "Theo Lindqvist".into();
            words.plan_due = Some(sample.days_ahead(75));
        }
        I::Unknown => words.who_would_know = "Priya Raman".into(),
        I::NotApplicable => {
            words.exclusion_reason =
                "The clinic adopted its policies this autumn; none is due for review yet."
                    .into();
        }
        I::Alternative => words.decision = alternative(sample),
        I::NotReasonable => words.decision = not_reasonable(sample),
        _ => {}
    }
    words
}

fn alternative(sample: &Sample) -> BTreeMap<String, String> {
    record(
        sample,
        &[
            (
                "size",
                "Two sites, 46 staff; two nurses use the imaging workstation.",
            ),
            (
                "infrastructure",
                "One workstation in a room with a badge lock; no remote access.",
            ),
            (
                "cost",
                "The imaging software loses its calibration on logoff: 20 minutes each time.",
            ),
            (
                "risk",
                "Low: nobody but the two nurses and the physician can enter the room.",
            ),
            ("risk-analysis", "Risk analysis of last year, item 14."),
            (
                "measure",
                "The screen locks after five minutes while the session stays open, and the room locks itself.",
            ),
            (
                "reason",
                "Logoff would stop calibrated sessions in the middle of a clinic; a screen lock in a locked room protects the same data.",
            ),
        ],
    )
}

fn not_reasonable(sample: &Sample) -> BTreeMap<String, String> {
    record(
        sample,
        &[
            (
                "size",
                "Harbor Street is open two days a week with three staff.",
            ),
            (
                "infrastructure",
                "One consulting room; no server, no store of patient data.",
            ),
            (
                "cost",
                "A reception desk would cost more than the site's rent.",
            ),
            (
                "risk",
                "Very low: whoever enters is in sight of a staff member at once.",
            ),
            ("risk-analysis", "Risk analysis of last year, item 22."),
            (
                "reason",
                "A visitor book adds nothing where nobody can be alone with equipment, and an escort is what happens anyway.",
            ),
        ],
    )
}

fn record(sample: &Sample, fields: &[(&str, &str)]) -> BTreeMap<String, String> {
    let date = sample.days_ago(120).to_string();
    let review = sample.days_ahead(245).to_string();
    let signed = [
        ("approver", "Dr. Imani Okafor, medical director"),
        ("date", date.as_str()),
        ("next-review", review.as_str()),
    ];
    let all = fields.iter().chain(&signed);
    all.map(|(field, text)| ((*field).to_owned(), (*text).to_owned()))
        .collect()
}

fn split(workbench: &mut Workbench, sample: &Sample) -> Result<(), Error> {
    workbench.split_answer(sample.assessment, SPLIT, sample.now)?;
    let by_system = [
        (
            I::Partial,
            "Accuracy tested on 2,000 held-out photographs; leakage not tested.",
        ),
        (
            I::NotImplemented,
            "The vendor changes the model without notice; nobody tests it here.",
        ),
        (
            I::Implemented,
            "Back-tested each month against the appointment book.",
        ),
    ];
    for (system, (implementation, note)) in sample.clinic.systems.iter().zip(by_system) {
        let words = words(sample, SPLIT, implementation, note);
        let subject = Subject::System(*system);
        workbench.answer(sample.assessment, SPLIT, subject, words, sample.now)?;
    }
    Ok(())
}

fn observe(workbench: &mut Workbench, sample: &Sample) -> Result<(), Error> {
    let observations = [
        (
            "ADM-SO-1",
            Method::Interview,
            "Dana Whitlock; Priya Raman",
            "Asked separately who decides on a new use of patient data. Both named Dana.",
            "",
            "",
        ),
        (
            "ADM-AC-4",
            Method::Test,
            "Theo Lindqvist",
            "Searched both servers for generic and shared accounts. None was found.",
            "61 accounts",
            "all",
        ),
        (
            "PHY-WS-4",
            Method::Examine,
            "",
            "Four printed photographs with names lay on the imaging desk at 17:40.",
            "",
            "",
        ),
        (
            "TEC-MS-1",
            Method::Test,
            "Priya Raman",
            "The hash of the running model is the one in the registry.",
            "3 models",
            "Retina triage 2.3",
        ),
        (
            "TEC-AS-3",
            Method::Examine,
            "Theo Lindqvist",
            "Failed and successful sign-ins of seven days are there with the right time.",
            "7 days",
            "120 entries",
        ),
    ];
    for (control, method, with_whom, result, population, picked) in observations {
        let observation = Observation {
            id: ObservationId(Uuid::nil()),
            assessment: sample.assessment,
            control: control.into(),
            subject: Subject::All,
            method,
            procedure: String::new(),
            with_whom: with_whom.into(),
            on: sample.days_ago(6),
            population: population.into(),
            sample: picked.into(),
            result: result.into(),
            by: "Robin Ashdown".into(),
        };
        workbench.save_observation(observation, sample.now)?;
    }
    Ok(())
}

/// Replies to the worst findings, and moves some requests along.
pub(super) fn reply(workbench: &mut Workbench, sample: &Sample) -> Result<(), Error> {
    let dossier = workbench.dossier(sample.assessment)?;
    let replies = [
        (
            "ADM-AC-1",
            ResponseCourse::Other,
            "Three roles replace the imaging group when the new imaging software comes; until then the group is reviewed each month.",
            "Theo Lindqvist",
            90,
        ),
        (
            "ADM-BA-2",
            ResponseCourse::Other,
            "We will ask Brightscribe for a written confirmation and an addendum.",
            "Marisol Vega",
            45,
        ),
        (
            "ADM-WT-2",
            ResponseCourse::Remedy,
            "The January course gets a chapter on prompts, screenshots and model files.",
            "Dana Whitlock",
            60,
        ),
        (
            "AUD-CA-1",
            ResponseCourse::Remedy,
            "The notes tool goes into the analysis this quarter.",
            "Dana Whitlock",
            30,
        ),
        ("TEC-MS-4", ResponseCourse::Remedy, "", "Theo Lindqvist", 60),
        (
            "DAT-BF-2",
            ResponseCourse::WillNot,
            "Too few patients for a measure that means anything; we will ask the vendor for theirs.",
            "",
            0,
        ),
        (
            "DAT-MN-3",
            ResponseCourse::Remedy,
            "Under way.",
            "Priya Raman",
            20,
        ),
    ];
    for (control, course, text, owner, days) in replies {
        let gap = dossier
            .findings
            .iter()
            .find(|f| f.raised.control == control && f.standing == FindingStanding::Open);
        let Some(finding) = gap else { continue };
        let state = if text == "Under way." {
            ResponseState::InProgress
        } else {
            ResponseState::Open
        };
        let response = Response {
            course,
            text: text.into(),
            owner: owner.into(),
            due: (days > 0).then(|| sample.days_ahead(days)),
            state,
        };
        workbench.save_response(finding.id, String::new(), response, sample.now)?;
    }
    let quarter = dossier.requests.iter().step_by(4).enumerate();
    let sent = quarter.map(|(number, request)| {
        let mut request = request.clone();
        request.course.person = sample.clinic.people.get(number % 5).copied();
        request.course.due = Some(sample.days_ahead(7 + (number as u64 % 4) * 7));
        request.course.state = match number % 5 {
            0 => RequestState::Accepted,
            1 => RequestState::Received,
            _ => RequestState::Asked,
        };
        request
    });
    workbench.save_requests(dossier.assessment.id, sent.collect(), sample.now)?;
    Ok(())
}
