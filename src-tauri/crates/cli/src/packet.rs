//! Packets on paper, and the register of what was issued.

use domain::packet::{Audience, PacketPlan, PaperSize};
use serde_json::{Value, json};
use workbench::{Check, Weight, Workbench};

use crate::arguments::Command;
use crate::decoder;
use crate::hand_over::organisation;
use crate::output::{self, Done, Failure};
use crate::run::{assessment, closed};
use crate::surroundings::{now, unlock};

/// Writes a packet, with what should be known of it.
pub(crate) fn packet(command: &Command) -> Result<Done, Failure> {
    let (id, out) = (assessment(command)?, command.need_path("out")?);
    let audience = command.word("audience")?.unwrap_or(Audience::Client);
    let paper: Option<PaperSize> = command.word("paper")?;
    let to = command.option("to")?.unwrap_or_default();
    let template = command.option("template")?;
    let mut workbench = unlock(command)?;
    let draft = workbench.packet_plan(id, audience)?.plan;
    let mut plan = match template {
        Some(name) => PacketPlan {
            exhibits: draft.exhibits,
            ..of_template(&workbench, name, audience)?
        },
        None => draft,
    };
    plan.paper = paper.unwrap_or(plan.paper);
    plan.data |= command.has("data");
    let was_there = out.is_file();
    let what = (id, &plan, to);
    let (done, checks) = workbench.export_packet(what, &decoder::ask, out, now())?;
    workbench.lock(now())?;
    let mut remarks = remarks(&checks);
    if was_there {
        remarks.push("A file of that name was there and was replaced.".to_owned());
    }
    Ok(Done {
        remarks,
        ..Done::saying(format!("{}  {} pages\n", done.sha256, done.pages))
    })
}

fn of_template(
    workbench: &Workbench,
    name: &str,
    audience: Audience,
) -> Result<PacketPlan, Failure> {
    let known = workbench.packet_templates()?;
    let is_it = |other: &str| other.to_lowercase() == name.trim().to_lowercase();
    let found = known.into_iter().find(|template| is_it(&template.name));
    let plan = found
        .ok_or_else(|| Failure::words("There is no template of that name."))?
        .plan;
    if plan.audience != audience {
        return Err(Failure::words(
            "The template of that name is for another audience. Name it with --audience.",
        ));
    }
    Ok(plan)
}

/// What somebody should look at; what is only good to know stands in the window.
fn remarks(checks: &[Check]) -> Vec<String> {
    let matters = |weight| matches!(weight, Weight::Stop | Weight::Warn);
    let checks = checks.iter().filter(|check| matters(check.weight));
    checks.map(|check| check.sentence.clone()).collect()
}

/// Lists what was issued.
pub(crate) fn issued(command: &Command) -> Result<Done, Failure> {
    let mut workbench = unlock(command)?;
    let of_assessment = match command.has("assessment") {
        true => Some(assessment(command)?),
        false => None,
    };
    let of_organisation = match command.has("organisation") {
        true => Some(organisation(command, &mut workbench)?),
        false => None,
    };
    let rows: Vec<Vec<Value>> = workbench
        .issued(of_organisation, of_assessment)?
        .into_iter()
        .map(|issue| {
            vec![
                json!(issue.id),
                json!(issue.at),
                json!(issue.kind),
                json!(issue.audience),
                json!(issue.version),
                json!(issue.draft),
                json!(issue.pages),
                json!(issue.to),
                json!(issue.by),
                json!(issue.sha256),
                json!(issue.signer),
                json!(issue.head),
                json!(issue.entries),
                json!(issue.assessment),
                json!(issue.organisation),
            ]
        })
        .collect();
    let names = [
        "id",
        "at",
        "kind",
        "audience",
        "version",
        "draft",
        "pages",
        "to",
        "by",
        "sha256",
        "signer",
        "head",
        "entries",
        "assessment",
        "organisation",
    ];
    closed(workbench, output::rows(command.json, &names, &rows))
}
