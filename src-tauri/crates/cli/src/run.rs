//! Doing a command.

use std::path::Path;
use std::process::ExitCode;

use domain::answer::{AnswerWords, Implementation, Subject};
use domain::evidence::Strength;
use domain::finding::FindingStanding;
use domain::id::AssessmentId;
use packet::Paper;
use serde_json::{Value, json};
use vault::Passphrase;
use workbench::{CancelFlag, Exported, Printed, Taken, Target, Workbench, sample};

use crate::arguments::{Command, HELP};
use crate::catalogue;
use crate::output::{self, Failure};
use crate::surroundings::{folder, now, passphrase, today, unlock, work};

/// Does a command.
pub(crate) fn run(command: &Command) -> Result<ExitCode, Failure> {
    match command.name.as_str() {
        "help" => {
            println!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        "vault create" => create(command),
        "vault check" => check(command),
        "sample" => make_sample(command),
        "assessments" => assessments(command),
        "answer" => answer(command),
        "attach" => attach(command),
        "score" => score(command),
        "findings" => findings(command),
        "requests" => requests(command),
        "packet" => print(command, Printed::AuditPacket(assessment(command)?)),
        "evidence-plan" => print(command, Printed::EvidencePlan(assessment(command)?)),
        "catalog check" => catalogue::check(command),
        "catalog show" => catalogue::show(command),
        "catalog print" => {
            let done = workbench::print_checklist(
                paper(command)?,
                Path::new(command.need("out")?),
                now(),
            )?;
            printed(&done);
            Ok(ExitCode::SUCCESS)
        }
        other => Err(Failure::words(format!("There is no command {other:?}."))),
    }
}

fn closed(workbench: Workbench) -> Result<ExitCode, Failure> {
    workbench.close()?;
    Ok(ExitCode::SUCCESS)
}

fn create(command: &Command) -> Result<ExitCode, Failure> {
    let chosen = Passphrase::choose(passphrase(command)?).map_err(workbench::Error::from)?;
    let person = command.need("person")?;
    closed(Workbench::create(
        &folder(command)?,
        &chosen,
        person,
        &work(),
    )?)
}

fn check(command: &Command) -> Result<ExitCode, Failure> {
    let workbench = unlock(command)?;
    let lines = workbench.check_vault()?;
    let rows: Vec<_> = lines
        .iter()
        .map(|l| {
            vec![
                json!(l.part),
                json!(if l.sound { "sound" } else { "FAULT" }),
                json!(l.sentence),
            ]
        })
        .collect();
    output::rows(command.json, &["id", "state", "found"], &rows);
    workbench.close()?;
    let sound = lines.iter().all(|l| l.sound);
    Ok(if sound {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(3)
    })
}

fn make_sample(command: &Command) -> Result<ExitCode, Failure> {
    let chosen = Passphrase::choose(passphrase(command)?).map_err(workbench::Error::from)?;
    closed(sample::make(&folder(command)?, &chosen, today(), &work())?)
}

fn assessments(command: &Command) -> Result<ExitCode, Failure> {
    let mut workbench = unlock(command)?;
    let rows: Vec<Vec<Value>> = workbench
        .library()?
        .assessments
        .iter()
        .map(|a| {
            vec![
                json!(a.id),
                json!(a.organisation_name),
                json!(a.title),
                json!(a.edition),
                json!(a.stage),
                json!(a.version),
                json!(a.as_of),
                json!(a.answered),
                json!(a.controls),
            ]
        })
        .collect();
    let names = [
        "id",
        "organisation",
        "title",
        "edition",
        "stage",
        "version",
        "asOf",
        "answered",
        "controls",
    ];
    output::rows(command.json, &names, &rows);
    closed(workbench)
}

fn assessment(command: &Command) -> Result<AssessmentId, Failure> {
    let text = command.need("assessment")?;
    text.parse()
        .map_err(|_| Failure::words("--assessment is not an id. See auscult assessments."))
}

fn subject(command: &Command) -> Result<Subject, Failure> {
    Ok(command.word("subject")?.unwrap_or(Subject::All))
}

fn answer(command: &Command) -> Result<ExitCode, Failure> {
    let mut workbench = unlock(command)?;
    let (id, control) = (assessment(command)?, command.need("control")?);
    let subject = subject(command)?;
    let implementation: Option<Implementation> = command.word("implementation")?;
    let known = workbench
        .dossier(id)?
        .answer(control, subject)
        .map(|a| a.words.clone());
    let mut words: AnswerWords = known.unwrap_or_default();
    words.implementation = implementation.or(words.implementation);
    if let Some(note) = command.option("note") {
        words.note = note.to_owned();
    }
    workbench.answer(id, control, subject, words, now())?;
    closed(workbench)
}

fn attach(command: &Command) -> Result<ExitCode, Failure> {
    if command.rest.is_empty() {
        return Err(Failure::words("Name the files to attach."));
    }
    let target = Target {
        assessment: assessment(command)?,
        control: Some(command.need("control")?.to_owned()),
        subject: subject(command)?,
        strength: command.word("strength")?.unwrap_or(Strength::Examined),
    };
    let mut workbench = unlock(command)?;
    let vault = workbench.vault();
    let mut rows = Vec::new();
    for file in &command.rest {
        let taken = Taken::from_file(
            &vault,
            Path::new(file),
            &CancelFlag::default(),
            &mut |_, _| {},
        )?;
        let done = workbench.attach(taken, &target, now())?;
        let sha256 = done.evidence.attachment.map(|a| a.sha256);
        rows.push(vec![
            json!(done.evidence.id),
            json!(if done.already_there {
                "already there"
            } else {
                "added"
            }),
            json!(sha256),
        ]);
    }
    output::rows(command.json, &["id", "outcome", "sha256"], &rows);
    closed(workbench)
}

fn score(command: &Command) -> Result<ExitCode, Failure> {
    let mut workbench = unlock(command)?;
    let (_, standing) = workbench.standing(assessment(command)?)?;
    let row = |id: &str, title: &str, f: &domain::score::Figures| {
        vec![
            json!(id),
            json!(title),
            json!(f.conformity),
            json!(f.assurance),
            json!(f.coverage),
            json!(f.applicable),
            json!(f.resolved),
        ]
    };
    let mut rows = vec![
        row(
            "provisions",
            "Items that rest on a provision",
            &standing.provisions,
        ),
        row("all", "All items", &standing.all),
    ];
    rows.extend(
        standing
            .sections
            .iter()
            .map(|s| row(&s.section, &s.title, &s.figures)),
    );
    let names = [
        "id",
        "title",
        "conformity",
        "assurance",
        "coverage",
        "applicable",
        "resolved",
    ];
    output::rows(command.json, &names, &rows);
    if !command.json {
        println!("\n{}. {}", standing.word, standing.disclaimer);
        for gate in &standing.gates {
            println!(
                "  at best {}: {} {}",
                gate.cap,
                gate.title,
                gate.controls.join(", ")
            );
        }
    }
    closed(workbench)
}

fn findings(command: &Command) -> Result<ExitCode, Failure> {
    let mut workbench = unlock(command)?;
    let dossier = workbench.dossier(assessment(command)?)?;
    let rows: Vec<Vec<Value>> = dossier
        .findings
        .iter()
        .filter(|f| f.standing == FindingStanding::Open)
        .map(|f| {
            vec![
                json!(f.id),
                json!(f.raised.control),
                json!(dossier.subject_name(f.raised.subject)),
                json!(f.raised.kind),
                json!(f.raised.severity),
                json!(f.raised.wording),
                json!(f.response.course),
            ]
        })
        .collect();
    let names = [
        "id", "control", "subject", "kind", "severity", "wording", "response",
    ];
    output::rows(command.json, &names, &rows);
    closed(workbench)
}

fn requests(command: &Command) -> Result<ExitCode, Failure> {
    let mut workbench = unlock(command)?;
    let dossier = workbench.dossier(assessment(command)?)?;
    let rows: Vec<Vec<Value>> = dossier
        .requests
        .iter()
        .map(|r| {
            let person = dossier
                .people
                .iter()
                .find(|p| Some(p.id) == r.course.person);
            let ask = person.map_or_else(|| r.course.ask.clone(), |p| p.name.clone());
            vec![
                json!(r.id),
                json!(r.control),
                json!(r.course.state),
                json!(ask),
                json!(r.course.due),
                json!(r.artefact),
            ]
        })
        .collect();
    output::rows(
        command.json,
        &["id", "control", "state", "ask", "due", "artefact"],
        &rows,
    );
    closed(workbench)
}

fn print(command: &Command, document: Printed) -> Result<ExitCode, Failure> {
    let out = Path::new(command.need("out")?);
    let paper = paper(command)?;
    let mut workbench = unlock(command)?;
    let done = workbench.print(document, paper, out, now())?;
    printed(&done);
    closed(workbench)
}

fn paper(command: &Command) -> Result<Paper, Failure> {
    match command.option("paper") {
        None | Some("letter") => Ok(Paper::Letter),
        Some("a4") => Ok(Paper::A4),
        Some(_) => Err(Failure::words("--paper is letter or a4.")),
    }
}

fn printed(done: &Exported) {
    println!("{}  {} pages", done.sha256, done.pages);
    for warning in &done.warnings {
        eprintln!("{warning}");
    }
}
