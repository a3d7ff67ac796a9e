//! The trail: whether it holds, who did what, and a file of it.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use serde_json::{Value, json};
use workbench::{Chain, Proof, Told, TrailFilter, TrailFormat, UNSEEN, Workbench, said};

use crate::arguments::Command;
use crate::output::{self, Done, Failure};
use crate::run::closed;
use crate::surroundings::{now, unlock};

/// How many entries are shown when nobody says how many.
const SHOWN: u32 = 50;

/// Looks at the whole trail.
pub(crate) fn verify(command: &Command) -> Result<Done, Failure> {
    let mut workbench = unlock(command)?;
    let found = workbench.verify_trail()?;
    let sound = found.breaks.is_empty();
    let row = vec![
        json!("trail"),
        json!(if sound { "sound" } else { "fault" }),
        json!(said(found)),
        json!(found.entries),
        json!(found.signatures),
        json!(found.breaks.first().map(|first| first.number)),
    ];
    let names = ["id", "state", "found", "entries", "signatures", "first"];
    let mut text = output::rows(command.json, &names, &[row]);
    if !command.json {
        text.push_str("\nWhat no such look can see:\n");
        for sentence in UNSEEN {
            output::line(&mut text, format_args!("- {sentence}"));
        }
    }
    Ok(Done {
        has_fault: !sound,
        ..closed(workbench, text)?
    })
}

/// Shows entries, newest first, or one with its proof.
pub(crate) fn show(command: &Command) -> Result<Done, Failure> {
    let filter = filter(command)?;
    let number = |text: &str, what: &str| -> Result<u32, Failure> {
        text.parse()
            .map_err(|_| Failure::words(format!("{what} is not a number.")))
    };
    let one = match command.rest.first() {
        Some(word) => Some(number(&word.to_string_lossy(), "What follows")?),
        None => None,
    };
    let take = match command.option("take")? {
        Some(text) => number(text, "--take")?,
        None => SHOWN,
    };
    let mut workbench = unlock(command)?;
    let text = match one {
        Some(one) => one_entry(command, &workbench, one)?,
        None => entries(command, &mut workbench, &filter, take)?,
    };
    closed(workbench, text)
}

const NAMES: [&str; 9] = [
    "id",
    "at",
    "who",
    "action",
    "kind",
    "about",
    "organisation",
    "here",
    "clockBack",
];

fn cells(told: &Told) -> Vec<Value> {
    vec![
        json!(told.entry.number),
        json!(told.entry.at),
        json!(told.who),
        json!(told.entry.action),
        json!(told.entry.kind),
        json!(told.about),
        json!(told.organisation),
        json!(told.here),
        json!(told.entry.clock_back),
    ]
}

fn entries(
    command: &Command,
    workbench: &mut Workbench,
    filter: &TrailFilter,
    take: u32,
) -> Result<String, Failure> {
    let page = workbench.trail(filter, 0, take)?;
    let rows: Vec<Vec<Value>> = page.entries.iter().map(cells).collect();
    Ok(output::rows(command.json, &NAMES, &rows))
}

fn one_entry(command: &Command, workbench: &Workbench, number: u32) -> Result<String, Failure> {
    let Proof {
        told,
        nodes,
        signed,
    } = workbench.trail_entry(u64::from(number))?;
    let mut names = NAMES.to_vec();
    names.extend([
        "object",
        "slot",
        "device",
        "copy",
        "previous",
        "hash",
        "before",
        "after",
        "proof",
        "signedEntries",
        "root",
        "signedBy",
    ]);
    let digest = |digest: &Option<Vec<u8>>| digest.as_deref().map(vault::hex);
    let proof: Vec<String> = nodes.iter().map(|node| vault::hex(node)).collect();
    let (head, signer) = signed.map_or((None, None), |(head, who)| (Some(head), Some(who)));
    let entry = &told.entry;
    let mut row = cells(&told);
    row.extend([
        json!(entry.object),
        json!(entry.slot),
        json!(entry.device),
        json!(entry.copy),
        json!(vault::hex(&entry.previous)),
        json!(vault::hex(&entry.hash)),
        json!(digest(&entry.before)),
        json!(digest(&entry.after)),
        json!(proof),
        json!(head.as_ref().map(|head| head.head.entries)),
        json!(head.as_ref().map(|head| vault::hex(&head.root))),
        json!(signer),
    ]);
    if command.json {
        return Ok(output::rows(true, &names, &[row]));
    }
    let pairs: Vec<Vec<Value>> = (names.iter().zip(row))
        .map(|(name, value)| vec![json!(name), value])
        .collect();
    Ok(output::rows(false, &["field", "value"], &pairs))
}

/// Writes the trail into a file: as JSON under a name that ends so, else as CSV.
pub(crate) fn export(command: &Command) -> Result<Done, Failure> {
    let (out, filter) = (command.need_path("out")?, filter(command)?);
    let was_there = out.is_file();
    let mut workbench = unlock(command)?;
    let done = workbench.export_trail(&filter, TrailFormat::of(out), out, now())?;
    let remarks = if was_there {
        vec!["A file of that name was there and was replaced.".to_owned()]
    } else {
        Vec::new()
    };
    Ok(Done {
        remarks,
        ..closed(workbench, format!("{}\n", done.sha256))?
    })
}

/// Has the anchor flushed with each save, or not, or says how it is.
pub(crate) fn strict(command: &Command) -> Result<Done, Failure> {
    let wanted = match command.rest.first().and_then(|word| word.to_str()) {
        None if command.rest.is_empty() => None,
        Some("on") => Some(true),
        Some("off") => Some(false),
        _ => return Err(Failure::words("What follows is on or off.")),
    };
    let mut workbench = unlock(command)?;
    if let Some(wanted) = wanted {
        workbench.set_strict(wanted, now())?;
    }
    let state = if workbench.is_strict() { "on" } else { "off" };
    closed(workbench, format!("{state}\n"))
}

fn filter(command: &Command) -> Result<TrailFilter, Failure> {
    let day = |option: &str| -> Result<Option<NaiveDate>, Failure> {
        let Some(text) = command.option(option)? else {
            return Ok(None);
        };
        let day = text.parse();
        let off = || Failure::words(format!("--{option} is a day such as 2026-11-24."));
        Ok(Some(day.map_err(|_| off())?))
    };
    let organisation = match command.option("organisation")? {
        None => None,
        Some(text) => Some(text.parse().map_err(|_| {
            Failure::words("--organisation is not an id. See auscult trail show --json.")
        })?),
    };
    let begin = |day: NaiveDate| -> DateTime<Utc> { day.and_time(NaiveTime::MIN).and_utc() };
    let after = |day: NaiveDate| day.checked_add_days(Days::new(1)).map(begin);
    Ok(TrailFilter {
        chain: organisation.map(Chain::Organisation),
        slot: command.option("slot")?.map(str::to_owned),
        action: command.option("action")?.map(str::to_owned),
        from: day("from")?.map(begin),
        before: day("to")?.and_then(after),
    })
}
