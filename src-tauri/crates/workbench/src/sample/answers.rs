//! What was answered, observed and replied.

use std::collections::BTreeMap;

use domain::answer::{AnswerWords, Determination, Implementation as I, Observation, Subject};
use domain::finding::{FindingStanding, Response, ResponseCourse, ResponseState};
use domain::framework::Method;
use domain::id::ObservationId;
use domain::request::RequestState;
use uuid::Uuid;

use super::Sample;
use crate::error::Error;
use crate::open::Workbench;

/// Control, answer and note.
const ANSWERS: &[(&str, I, &str)] = &[
    (
        "ADM-SO-1",
        I::Implemented,
        "Dana Whitlock was designated in a memo of 3 February; the memo names the three systems.",
    ),
    (
        "ADM-SO-2",
        I::Partial,
        "Dana knows the rules well and the models little. Priya advises, but nothing says so in writing.",
    ),
    (
        "ADM-SO-3",
        I::Implemented,
        "Role charter, version 2, approved by the partners.",
    ),
    (
        "ADM-AC-1",
        I::Partial,
        "Retina triage runs under one Windows group for everybody in imaging. The other two systems have roles.",
    ),
    (
        "ADM-AC-2",
        I::Implemented,
        "Read and export events reach the log server; the weekly review is signed.",
    ),
    (
        "ADM-AC-3",
        I::Partial,
        "The photographs carry record numbers that triage does not need.",
    ),
    (
        "ADM-AC-4",
        I::Implemented,
        "No shared accounts were found on the two servers or in the notes tool.",
    ),
    (
        "ADM-AC-5",
        I::Alternative,
        "Imaging workstations sit in a locked room; see the decision record.",
    ),
    (
        "ADM-WT-1",
        I::Implemented,
        "All nine clinicians and both analysts completed the course before access.",
    ),
    (
        "ADM-WT-2",
        I::NotImplemented,
        "The course does not speak of prompts, screenshots or model files.",
    ),
    (
        "ADM-WT-3",
        I::Implemented,
        "Records since 2017 in the learning system.",
    ),
    (
        "ADM-WT-4",
        I::Implemented,
        "Yearly in January, and after each new system.",
    ),
    (
        "ADM-BA-1",
        I::Implemented,
        "Both agreements precede the first transfer.",
    ),
    (
        "ADM-BA-2",
        I::Partial,
        "The agreement with Brightscribe is silent on training with customer data. Silence is read as *not permitted*, but nobody has asked the vendor to confirm:\n\n- product improvement: silent\n- retention of prompts: 30 days\n- return or destruction: recordings only, **not** derived models",
    ),
    (
        "ADM-BA-3",
        I::Implemented,
        "SOC 2 Type II of both vendors, read by Theo.",
    ),
    (
        "ADM-BA-4",
        I::Planned,
        "A register is being drawn up from the accounts payable list.",
    ),
    ("PHY-FA-1", I::Implemented, ""),
    (
        "PHY-FA-2",
        I::NotReasonable,
        "Harbor Street has one room and one door; see the decision record.",
    ),
    (
        "PHY-FA-3",
        I::Implemented,
        "One camera at the server closet, 30 days.",
    ),
    (
        "PHY-FA-4",
        I::Implemented,
        "Certificates of destruction for six drives.",
    ),
    ("PHY-WS-1", I::Implemented, ""),
    (
        "PHY-WS-2",
        I::Implemented,
        "Locks after ten minutes, set centrally.",
    ),
    ("PHY-WS-3", I::Implemented, ""),
    (
        "PHY-WS-4",
        I::Partial,
        "Printed photographs lay on the imaging desk on the day of the visit.",
    ),
    (
        "TEC-EN-1",
        I::Implemented,
        "Full-disk encryption on the workstation and both servers, storage encryption in the cloud.",
    ),
    (
        "TEC-EN-2",
        I::Implemented,
        "TLS 1.3 to both vendors; the camera transfers over a closed segment.",
    ),
    (
        "TEC-EN-3",
        I::Partial,
        "Module versions are known for the cloud, not for the workstation. One certificate was issued under FIPS 140-2 and is now historical.",
    ),
    ("TEC-EN-4", I::Implemented, ""),
    (
        "TEC-EN-5",
        I::NotImplemented,
        "What is encrypted is known; no standard says why and with what.",
    ),
    (
        "TEC-AS-1",
        I::Implemented,
        "Second factor everywhere but the imaging workstation, which has no remote access.",
    ),
    ("TEC-AS-2", I::Implemented, ""),
    (
        "TEC-AS-3",
        I::Implemented,
        "Sign-ins of all three systems since April.",
    ),
    (
        "TEC-AS-4",
        I::Planned,
        "Alerts on bulk reads come with the new log service.",
    ),
    (
        "TEC-MS-1",
        I::Implemented,
        "Registry with three entries; the hash of the running triage model matches.",
    ),
    (
        "TEC-MS-2",
        I::Partial,
        "Accuracy was tested before release; privacy leakage was not.",
    ),
    ("TEC-MS-3", I::Implemented, ""),
    (
        "TEC-MS-4",
        I::NotImplemented,
        "Model files are not checked when they are loaded.",
    ),
    ("TEC-MS-5", I::Implemented, "Two people sign each release."),
    ("TEC-NW-1", I::Implemented, ""),
    (
        "TEC-NW-2",
        I::Implemented,
        "Endpoint sensors on both servers; alerts go to the managed service.",
    ),
    ("TEC-NW-3", I::Implemented, ""),
    ("TEC-NW-4", I::Unknown, ""),
    (
        "DAT-MN-1",
        I::Partial,
        "The training set of triage holds full dates of birth that are not used.",
    ),
    ("DAT-MN-2", I::Unknown, ""),
    (
        "DAT-MN-3",
        I::NotImplemented,
        "No schedule names training copies or prompts.",
    ),
    (
        "DAT-MN-4",
        I::Partial,
        "Deletion reaches primary stores and backups, not the vendor.",
    ),
    (
        "DAT-DI-1",
        I::Implemented,
        "Options compared for the forecast, in a memo of May.",
    ),
    (
        "DAT-DI-2",
        I::Implemented,
        "Safe Harbor list checked for the forecast: no names, no dates but the year, three-digit ZIP codes by the 2020 list.",
    ),
    ("DAT-DI-3", I::Implemented, ""),
    (
        "DAT-DI-4",
        I::NotImplemented,
        "Outputs of the notes tool are not watched.",
    ),
    ("DAT-LC-1", I::Implemented, ""),
    ("DAT-LC-2", I::Implemented, "Every change has a reviewer."),
    (
        "DAT-LC-3",
        I::Implemented,
        "Datasheets for triage and forecast.",
    ),
    (
        "DAT-LC-4",
        I::Partial,
        "Triage has a monthly report; the notes tool has none.",
    ),
    (
        "DAT-BF-1",
        I::Partial,
        "Triage was compared by age and sex, not by camera or skin tone.",
    ),
    ("DAT-BF-2", I::NotImplemented, ""),
    (
        "DAT-BF-3",
        I::Implemented,
        "The complaint form names automated tools.",
    ),
    ("DAT-BF-4", I::NotImplemented, ""),
    (
        "INC-BR-1",
        I::Implemented,
        "The plan has a chapter on models and was exercised in June.",
    ),
    (
        "INC-BR-2",
        I::Partial,
        "Drift alerts exist for triage only.",
    ),
    (
        "INC-BR-3",
        I::Implemented,
        "A card with four numbers hangs in every room.",
    ),
    (
        "INC-BR-4",
        I::Implemented,
        "Two events in the period, both with a four-factor assessment.",
    ),
    ("INC-MI-1", I::NotImplemented, ""),
    (
        "INC-MI-2",
        I::Implemented,
        "The last good model was restored in 40 minutes; the nurses sorted by hand meanwhile.",
    ),
    ("INC-MI-3", I::Implemented, ""),
    (
        "INC-MI-4",
        I::Partial,
        "Drafts for patients and staff; none for vendors.",
    ),
    (
        "AUD-DS-1",
        I::Implemented,
        "Diagram of October, checked on the walk-through.",
    ),
    (
        "AUD-DS-2",
        I::Partial,
        "The forecast is missing in the register.",
    ),
    ("AUD-DS-3", I::Implemented, ""),
    ("AUD-DS-4", I::Implemented, ""),
    (
        "AUD-CA-1",
        I::Partial,
        "The analysis of last year covers triage and names threats, likelihood and impact. The notes tool came later and is not in it.",
    ),
    (
        "AUD-CA-2",
        I::Implemented,
        "This assessment is the yearly evaluation.",
    ),
    ("AUD-CA-3", I::NotApplicable, ""),
];

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
    for (number, request) in dossier.requests.iter().step_by(4).enumerate() {
        let mut request = request.clone();
        request.course.person = sample.clinic.people.get(number % 5).copied();
        request.course.due = Some(sample.days_ahead(7 + (number as u64 % 4) * 7));
        request.course.state = match number % 5 {
            0 => RequestState::Accepted,
            1 => RequestState::Received,
            _ => RequestState::Asked,
        };
        workbench.save_request(request, sample.now)?;
    }
    Ok(())
}
