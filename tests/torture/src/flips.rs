//! Changed files of a closed vault: flipped bits, cut, grown, swapped, spliced, zeroed and
//! missing files. Each is noticed, or changes nothing that anybody keeps.

use std::fs;
use std::path::{Path, PathBuf};

use crate::chance::Chance;
use crate::place::{
    Outcome, Place, answered, assessment, attached, both, check, fresh, make, unlock,
};
use crate::tally::Tally;

/// Things that are done to the vault before it is changed.
const TIMES: u64 = 8;

/// Changes files at random, one in each round.
pub(crate) fn flips(rounds: u64, chance: &mut Chance) -> Outcome<Tally> {
    let place = Place::new("flips")?;
    let (whole, other) = (place.at("whole"), place.at("other"));
    for vault in [&whole, &other] {
        make(vault)?;
        let mut workbench = unlock(vault)?;
        both(&mut workbench, 1..=TIMES, |_| Ok(()))?;
        workbench.close()?;
    }
    let files = files(&whole)?;
    let vault = place.at("Clinic.auscult");
    let mut tally = Tally::default();
    // Nothing changed is nothing noticed: a look that always complains would prove nothing.
    fresh(&whole, &vault)?;
    if is_noticed(&vault) {
        return Err("a vault that nobody changed is said to be changed".into());
    }
    for _ in 0..rounds {
        let file = &files[chance.below(files.len())];
        fresh(&whole, &vault)?;
        let what = change(&vault.join(file), &other.join(file), chance)?;
        tally.rounds += 1;
        if fs::read(whole.join(file)).ok() == fs::read(vault.join(file)).ok() {
            tally.count("was no change");
        } else if is_noticed(&vault) {
            tally.count("noticed");
        } else if means_nothing(file) && is_as_it_was(&vault) {
            tally.count("changes nothing");
        } else {
            tally
                .lost
                .push(format!("{what} in {} was not noticed", file.display()));
        }
    }
    Ok(tally)
}

/// Returns whether the name of a file says that nothing is kept in it: who held the vault last.
fn means_nothing(file: &Path) -> bool {
    file == Path::new("lock")
}

fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            } else {
                found.push(entry.path().strip_prefix(folder)?.to_owned());
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Changes a file in some way; says which.
fn change(file: &Path, other: &Path, chance: &mut Chance) -> Outcome<&'static str> {
    let mut bytes = fs::read(file)?;
    let at = chance.below(bytes.len());
    let what = match chance.below(8) {
        0 if !bytes.is_empty() => {
            bytes.truncate(at);
            "a cut"
        }
        1 => {
            bytes.extend(vec![0; 1 + chance.below(5_000)]);
            "more at the end"
        }
        2 if bytes.len() > 1_024 => {
            let (one, two) = (at / 512 * 512, chance.below(bytes.len() / 512) * 512);
            for offset in 0..512 {
                if one.max(two) + offset < bytes.len() {
                    bytes.swap(one + offset, two + offset);
                }
            }
            "two sectors swapped"
        }
        3 => {
            bytes = fs::read(other).unwrap_or_default();
            "another vault's file"
        }
        4 => {
            let end = (at + 512).min(bytes.len());
            bytes[at..end].fill(0);
            "a sector of zeros"
        }
        5 => {
            fs::remove_file(file)?;
            return Ok("a missing file");
        }
        _ if !bytes.is_empty() => {
            bytes[at] ^= 1 << chance.below(8);
            "a flipped bit"
        }
        _ => "nothing",
    };
    fs::write(file, bytes)?;
    Ok(what)
}

/// Returns whether whoever opens the vault, or looks at it, is told.
fn is_noticed(vault: &Path) -> bool {
    let Ok(mut workbench) = unlock(vault) else {
        return true;
    };
    let is_told = !workbench.warnings().is_empty() || workbench.is_held_back();
    let noticed = is_told || check(&mut workbench).is_err();
    let _ = workbench.close();
    noticed
}

fn is_as_it_was(vault: &Path) -> bool {
    let look = || -> Outcome<bool> {
        let mut workbench = unlock(vault)?;
        let id = assessment(&mut workbench)?;
        let evidence = attached(&mut workbench, id)?.len() as u64;
        Ok(answered(&mut workbench, id)? == TIMES - 1 && evidence == TIMES / 2)
    };
    look().unwrap_or_default()
}
