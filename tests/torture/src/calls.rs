//! Every system call that touches the disk fails once: the disk is full, it breaks, the call is
//! interrupted. What was told before is there, and the next try works.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::chance::Chance;
use crate::place::{Outcome, Place, answer, assessment, check, fresh, holds, make, unlock};
use crate::tally::Tally;

/// Things that the child does.
const TIMES: u64 = 6;

/// Which calls fail, and how.
const FAULTS: &[(&str, &[&str])] = &[
    ("pwrite64", &["ENOSPC", "EIO", "EINTR"]),
    ("write", &["ENOSPC", "EIO", "EINTR"]),
    ("fsync", &["ENOSPC", "EIO", "EINTR"]),
    ("fdatasync", &["ENOSPC", "EIO", "EINTR"]),
    ("openat", &["ENOSPC", "EIO", "EINTR"]),
    ("ftruncate", &["ENOSPC", "EIO"]),
    ("rename", &["ENOSPC", "EIO"]),
    ("unlink", &["EIO"]),
    ("mkdir", &["ENOSPC", "EIO"]),
    ("pread64", &["EIO", "EINTR"]),
    ("read", &["EIO", "EINTR"]),
    ("newfstatat", &["EIO"]),
    ("statx", &["EIO"]),
];

/// Lets calls fail, one in each run; `most` runs, spread evenly over all that there are.
pub(crate) fn calls(most: u64, chance: &mut Chance) -> Outcome<Tally> {
    let place = Place::new("calls")?;
    let before = place.at("before");
    make(&before)?;
    let nothing_done = Run {
        told: TIMES,
        has_failed: false,
    };
    fresh(&before, &place.at("Clinic.auscult"))?;
    if look(&place.at("Clinic.auscult"), &nothing_done).is_ok() {
        return Err(
            "a vault that lacks what was told was not found out: this row proves nothing"
                .into(),
        );
    }
    let mut all = Vec::new();
    for (call, errors) in FAULTS {
        let count = count(call, &before, &place)?;
        for number in 1..=count {
            all.extend(errors.iter().map(|error| (*call, *error, number)));
        }
    }
    if all.is_empty() {
        return Err("no call was found that could fail".into());
    }
    let stride = (all.len() as u64).div_ceil(most).max(1);
    let first = chance.below(usize::try_from(stride)?);
    let mut tally = Tally::default();
    for (call, error, number) in all.iter().skip(first).step_by(usize::try_from(stride)?) {
        let vault = place.at("Clinic.auscult");
        fresh(&before, &vault)?;
        let inject = format!("inject={call}:error={error}:when={number}");
        let run = run(&inject, "/dev/null".as_ref(), &vault)?;
        tally.rounds += 1;
        tally.done += run.told;
        tally.count(if run.has_failed {
            "said it failed"
        } else {
            "went on"
        });
        if let Err(lost) = look(&vault, &run) {
            tally
                .lost
                .push(format!("{call} {number} failed with {error}: {lost}"));
        }
    }
    tally.remarks.push(("calls in all", all.len() as u64));
    Ok(tally)
}

struct Run {
    told: u64,
    has_failed: bool,
}

fn run(inject: &str, log: &Path, vault: &Path) -> Outcome<Run> {
    let out = Command::new("strace")
        .args(["-f", "-qq", "-e", inject, "-o"])
        .arg(log)
        .arg(std::env::current_exe()?)
        .args(["child", "both"])
        .arg(vault)
        .args(["0", &TIMES.to_string()])
        .stderr(Stdio::null())
        .output()
        .map_err(|_| "strace is not installed")?;
    let said = String::from_utf8_lossy(&out.stdout).into_owned();
    let told = said.lines().filter_map(|line| line.strip_prefix("done "));
    Ok(Run {
        told: told
            .filter_map(|number| number.parse().ok())
            .max()
            .unwrap_or(0),
        has_failed: !out.status.success(),
    })
}

/// Counts how often a call is made when nothing fails.
fn count(call: &str, before: &Path, place: &Place) -> Outcome<usize> {
    let (vault, log) = (place.at("Clinic.auscult"), place.at("count"));
    fresh(before, &vault)?;
    let run = run(&format!("trace={call}"), &log, &vault)?;
    if run.has_failed || run.told != TIMES {
        return Err("the child fails without a fault".into());
    }
    let begins = format!("{call}(");
    let text = std::fs::read_to_string(&log)?;
    Ok(text.lines().filter(|line| line.contains(&begins)).count())
}

fn look(vault: &Path, run: &Run) -> Outcome<()> {
    if !run.has_failed && run.told != TIMES {
        return Err("it ended well and did not do all".into());
    }
    let mut workbench = unlock(vault)?;
    if workbench.is_held_back() {
        return Err("it says that saves are missing".into());
    }
    holds(&mut workbench, run.told)?;
    let id = assessment(&mut workbench)?;
    answer(&mut workbench, id, 1_001)?;
    check(&mut workbench)?;
    Ok(workbench.close()?)
}
