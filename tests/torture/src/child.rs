//! What a child process does until it is killed: one kind of work, over and over. Each thing
//! that the program would show as done is told on standard output at once.

use std::io::Write;
use std::path::Path;

use domain::member::MemberRole;
use vault::{Passphrase, Way};

use crate::place::{
    self, Outcome, answer, assessment, attach, member, now, numbered, unlock, unlock_with,
};

/// Tells that something is done.
fn done(number: u64) -> Outcome<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "done {number}")?;
    out.flush()?;
    Ok(())
}

/// Does a kind of work from a number on, so many times.
pub(crate) fn work(kind: &str, folder: &Path, from: u64, times: u64) -> Outcome<()> {
    match kind {
        "answering" => answering(folder, from, times),
        "attaching" => attaching(folder, from, times),
        "both" => both(folder, from, times),
        "passphrase" => passphrase(folder, from, times),
        "members" => members(folder, from, times),
        "migration" => migration(folder),
        _ => Err(format!("There is no work {kind}.").into()),
    }
}

fn answering(folder: &Path, from: u64, times: u64) -> Outcome<()> {
    let mut workbench = unlock(folder)?;
    let id = assessment(&mut workbench)?;
    for number in (from + 1..).take(usize::try_from(times)?) {
        answer(&mut workbench, id, number)?;
        done(number)?;
    }
    Ok(workbench.close()?)
}

fn attaching(folder: &Path, from: u64, times: u64) -> Outcome<()> {
    let mut workbench = unlock(folder)?;
    let id = assessment(&mut workbench)?;
    for number in (from + 1..).take(usize::try_from(times)?) {
        attach(&mut workbench, id, number)?;
        done(number)?;
    }
    Ok(workbench.close()?)
}

/// Answers and attaches in turn.
fn both(folder: &Path, from: u64, times: u64) -> Outcome<()> {
    let mut workbench = unlock(folder)?;
    place::both(&mut workbench, from + 1..=from + times, done)?;
    Ok(workbench.close()?)
}

/// Changes the passphrase from one number to the next.
fn passphrase(folder: &Path, from: u64, times: u64) -> Outcome<()> {
    let mut workbench = unlock_with(folder, &numbered(from))?;
    for number in (from + 1..).take(usize::try_from(times)?) {
        let (current, new) = (numbered(number - 1), numbered(number));
        let (current, new) = (Passphrase::given(current), Passphrase::given(new));
        workbench.change_passphrase(&Way::from(&current), &Way::from(&new), now())?;
        done(number)?;
    }
    Ok(workbench.close()?)
}

/// Gives somebody a way in and takes it away again, which gives the vault a new key: with odd
/// numbers and even ones.
fn members(folder: &Path, from: u64, times: u64) -> Outcome<()> {
    let mut workbench = unlock(folder)?;
    for number in (from + 1..).take(usize::try_from(times)?) {
        let name = member(number.div_ceil(2));
        if number % 2 == 1 {
            let phrase = Passphrase::given(numbered(number.div_ceil(2)));
            workbench.add_member(&name, MemberRole::Assessor, &Way::from(&phrase), now())?;
        } else {
            let all = workbench.members()?.members;
            let here = all.into_iter().find(|here| here.member.name == name);
            workbench.remove_member(here.ok_or("no such member")?.member.id, now())?;
        }
        done(number)?;
    }
    Ok(workbench.close()?)
}

/// Opens a vault that an earlier program made, which brings its database up to date.
fn migration(folder: &Path) -> Outcome<()> {
    let workbench = unlock(folder)?;
    done(1)?;
    Ok(workbench.close()?)
}
