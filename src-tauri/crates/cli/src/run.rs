//! Doing a command.

use std::ffi::OsStr;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

use ::packet::Paper;
use domain::answer::{AnswerWords, Implementation, Subject};
use domain::evidence::Strength;
use domain::finding::FindingStanding;
use domain::id::AssessmentId;
use serde_json::{Value, json};
use vault::Passphrase;
use workbench::{Attached, CancelFlag, Exported, Taken, Target, Workbench, sample};

use crate::arguments::{Command, HELP};
use crate::catalogue;
use crate::crypto;
use crate::hand_over;
use crate::health;
use crate::look;
use crate::output::{self, Done, Failure};
use crate::packet;
use crate::people;
use crate::plan;
use crate::record;
use crate::surroundings::{now, passphrase, today, unlock, work};
use crate::trail;

/// Does a command.
pub(crate) fn run(command: &Command) -> Result<Done, Failure> {
    match command.name {
        "help" => Ok(Done::saying(format!("{HELP}\n"))),
        "vault create" => create(command),
        "vault check" => health::check(command),
        "vault backup" => health::backup(command),
        "vault restore" => health::restore(command),
        "vault accept" => accept(command),
        "vault people" => people::people(command),
        "vault add" => people::add(command),
        "vault remove" => people::remove(command),
        "vault passphrase" => people::passphrase(command),
        "vault recovery" => people::recovery(command),
        "vault key-file" => people::make_key_file(command),
        "vault move" => crypto::move_vault(command),
        "vault strict" => trail::strict(command),
        "trail verify" => trail::verify(command),
        "trail show" => trail::show(command),
        "trail export" => trail::export(command),
        "bundle make" => hand_over::make(command),
        "bundle look" => hand_over::look(command),
        "bundle open" => hand_over::take(command),
        "retention show" => hand_over::retention(command),
        "retention set" => hand_over::set_retention(command),
        "destroy" => hand_over::destroy(command),
        "sample" => make_sample(command),
        "assessments" => assessments(command),
        "answer" => answer(command),
        "attach" => attach(command),
        "score" => score(command),
        "findings" => findings(command),
        "requests" => requests(command),
        "search" => look::search(command),
        "compare" => look::compare(command),
        "undo" => look::undo(command),
        "redo" => look::redo(command),
        "packet" => packet::packet(command),
        "issued" => packet::issued(command),
        "evidence-plan" => plan::export(command),
        "evidence-plan import" => plan::import(command),
        "record" => record::make(command),
        "verify" => record::verify(command),
        "crypto" => crypto::show(command),
        "catalog check" => catalogue::check(command),
        "catalog show" => catalogue::show(command),
        "catalog print" => {
            let (out, paper) = (command.need_path("out")?, paper(command)?);
            let was_there = out.is_file();
            Ok(printed(
                &workbench::print_checklist(paper, out, now())?,
                was_there,
            ))
        }
        other => Err(Failure::words(format!("There is no command {other:?}."))),
    }
}

pub(crate) fn closed(workbench: Workbench, text: String) -> Result<Done, Failure> {
    workbench.lock(now())?;
    Ok(Done::saying(text))
}

fn chosen(command: &Command) -> Result<Passphrase, Failure> {
    Ok(Passphrase::choose(passphrase(command)?).map_err(workbench::Error::from)?)
}

fn create(command: &Command) -> Result<Done, Failure> {
    let (folder, person) = (command.need_path("vault")?, command.need("person")?);
    closed(
        Workbench::create(folder, &chosen(command)?, person, &work())?,
        String::new(),
    )
}

fn accept(command: &Command) -> Result<Done, Failure> {
    let mut workbench = unlock(command)?;
    if !workbench.is_held_back() {
        return closed(workbench, "There is nothing to accept.\n".to_owned());
    }
    workbench.accept(now())?;
    closed(
        workbench,
        "The vault is accepted as it was found.\n".to_owned(),
    )
}

fn make_sample(command: &Command) -> Result<Done, Failure> {
    let folder = command.need_path("vault")?;
    closed(
        sample::make(folder, &chosen(command)?, today(), &work())?,
        String::new(),
    )
}

fn assessments(command: &Command) -> Result<Done, Failure> {
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
    closed(workbench, output::rows(command.json, &names, &rows))
}

pub(crate) fn assessment(command: &Command) -> Result<AssessmentId, Failure> {
    let text = command.need("assessment")?;
    text.parse()
        .map_err(|_| Failure::words("--assessment is not an id. See auscult assessments."))
}

fn subject(command: &Command) -> Result<Subject, Failure> {
    Ok(command.word("subject")?.unwrap_or(Subject::All))
}

fn answer(command: &Command) -> Result<Done, Failure> {
    let (id, control) = (assessment(command)?, command.need("control")?);
    let subject = subject(command)?;
    let implementation: Option<Implementation> = command.word("implementation")?;
    let note = command.option("note")?;
    if implementation.is_none() && note.is_none() {
        return Err(Failure::words("--implementation or --note is missing."));
    }
    let mut workbench = unlock(command)?;
    let known = workbench
        .dossier(id)?
        .answer(control, subject)
        .map(|a| a.words.clone());
    let mut words: AnswerWords = known.unwrap_or_default();
    words.implementation = implementation.or(words.implementation);
    if let Some(note) = note {
        note.clone_into(&mut words.note);
    }
    workbench.answer(id, control, subject, words, now())?;
    closed(workbench, String::new())
}

fn attach(command: &Command) -> Result<Done, Failure> {
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
    workbench.check_target(&target)?;
    let mut rows = Vec::new();
    let mut failure = None;
    for file in &command.rest {
        match attach_one(&mut workbench, file, &target) {
            Ok(done) => rows.push(vec![
                json!(done.evidence.id),
                json!(if done.already_there {
                    "already there"
                } else {
                    "added"
                }),
                json!(done.evidence.attachment.map(|a| a.sha256)),
            ]),
            // What came before is attached and is told; what comes after is left.
            Err(error) => {
                failure = Some(Failure::from(error));
                break;
            }
        }
    }
    let text = output::rows(command.json, &["id", "outcome", "sha256"], &rows);
    Ok(Done {
        failure,
        ..closed(workbench, text)?
    })
}

fn attach_one(
    workbench: &mut Workbench,
    file: &OsStr,
    target: &Target,
) -> Result<Attached, workbench::Error> {
    let vault = workbench.vault();
    let is_watched = io::stderr().is_terminal();
    let mut last = None;
    let mut progress = |done: u64, total: u64| {
        let share = (done * 100).checked_div(total).unwrap_or(100);
        if is_watched && last.replace(share) != Some(share) {
            let _ = write!(io::stderr(), "\r{share:3} %");
        }
    };
    let taken = Taken::from_file(
        &vault,
        Path::new(file),
        &CancelFlag::default(),
        &mut progress,
    );
    if last.is_some() {
        let _ = write!(io::stderr(), "\r      \r");
    }
    workbench.attach(taken?, target, now())
}

fn score(command: &Command) -> Result<Done, Failure> {
    let id = assessment(command)?;
    let mut workbench = unlock(command)?;
    let (_, standing) = workbench.standing(id)?;
    let row = |id: &str, title: &str, f: &domain::score::Figures, word: Option<&str>| {
        vec![
            json!(id),
            json!(title),
            json!(f.conformity),
            json!(f.assurance),
            json!(f.coverage),
            json!(f.applicable),
            json!(f.resolved),
            json!(word),
        ]
    };
    let word = Some(standing.word.as_str());
    let mut rows = vec![
        row(
            "provisions",
            "Items that rest on a provision",
            &standing.provisions,
            word,
        ),
        row("all", "All items", &standing.all, None),
    ];
    rows.extend(
        standing
            .sections
            .iter()
            .map(|s| row(&s.section, &s.title, &s.figures, None)),
    );
    let mut names = vec![
        "id",
        "title",
        "conformity",
        "assurance",
        "coverage",
        "applicable",
        "resolved",
        "word",
    ];
    if command.json {
        names.push("disclaimer");
        rows.iter_mut()
            .for_each(|row| row.push(json!(standing.disclaimer)));
    }
    let mut text = output::rows(command.json, &names, &rows);
    if !command.json {
        output::line(
            &mut text,
            format_args!("\n{}. {}", standing.word, standing.disclaimer),
        );
        for gate in &standing.gates {
            let controls = gate.controls.join(", ");
            let (cap, title) = (&gate.cap, &gate.title);
            output::line(
                &mut text,
                format_args!("  at best {cap}: {title} {controls}"),
            );
        }
    }
    closed(workbench, text)
}

fn findings(command: &Command) -> Result<Done, Failure> {
    let id = assessment(command)?;
    let mut workbench = unlock(command)?;
    let dossier = workbench.dossier(id)?;
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
    closed(workbench, output::rows(command.json, &names, &rows))
}

fn requests(command: &Command) -> Result<Done, Failure> {
    let id = assessment(command)?;
    let mut workbench = unlock(command)?;
    let dossier = workbench.dossier(id)?;
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
    let names = ["id", "control", "state", "ask", "due", "artefact"];
    closed(workbench, output::rows(command.json, &names, &rows))
}

pub(crate) fn paper(command: &Command) -> Result<Paper, Failure> {
    match command.option("paper")? {
        None | Some("letter") => Ok(Paper::Letter),
        Some("a4") => Ok(Paper::A4),
        Some(_) => Err(Failure::words("--paper is letter or a4.")),
    }
}

fn printed(done: &Exported, was_there: bool) -> Done {
    let mut remarks = done.warnings.clone();
    if was_there {
        remarks.push("A file of that name was there and was replaced.".to_owned());
    }
    Done {
        remarks,
        ..Done::saying(format!("{}  {} pages\n", done.sha256, done.pages))
    }
}
