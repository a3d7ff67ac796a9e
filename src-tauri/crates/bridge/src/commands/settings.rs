//! How the window is kept on this computer: its look, widths and size of text, in a file of
//! the program's own. Nothing of any vault is in it, so it is there while all is locked.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use workbench::host::Host;

use crate::Nothing;
use crate::desk::Desk;
use crate::view::Settings;

use super::Answered;

/// More than the window has panes; a page that goes wrong fills no disk.
const PANES: usize = 64;

/// Longer than the name of any pane.
const NAME: usize = 64;

/// No pane is wider on any screen, in pixels.
const WIDEST: f64 = 20_000.0;

/// What a page's text can be sized to, in per cent.
const ZOOM: std::ops::RangeInclusive<u16> = 50..=300;

/// Minutes without a touch after which a vault is locked.
const IDLE: std::ops::RangeInclusive<u16> = 1..=120;

/// The same while nobody said otherwise.
const IDLE_AT_FIRST: u16 = 15;

/// A file of settings is far smaller; one that is not was put there by somebody else.
const LARGEST: u64 = 64 << 10;

/// Returns how the window is kept. What cannot be read is as it is at first.
pub fn settings(_: &Desk, host: &dyn Host, _: Nothing) -> Answered<Settings> {
    Ok(read(&file(host)).map(sound).unwrap_or_default())
}

/// Keeps how the window is, and returns what was kept. A computer that does not let it be
/// kept costs a person some clicks next time, which is not an error.
pub fn save_settings(_: &Desk, host: &dyn Host, request: Settings) -> Answered<Settings> {
    let kept = sound(request);
    let _ = write(&file(host), &kept);
    Ok(kept)
}

/// Returns after how many minutes without a touch a vault is locked.
pub fn idle_minutes(host: &dyn Host) -> u16 {
    let kept = read(&file(host)).map(sound).unwrap_or_default();
    kept.idle_minutes.unwrap_or(IDLE_AT_FIRST)
}

fn file(host: &dyn Host) -> PathBuf {
    host.folder().join("settings.json")
}

/// Leaves out what is no setting of this window.
fn sound(mut settings: Settings) -> Settings {
    settings.zoom = settings.zoom.filter(|zoom| ZOOM.contains(zoom));
    settings.idle_minutes = settings
        .idle_minutes
        .filter(|minutes| IDLE.contains(minutes));
    settings.panes.retain(|name, width| {
        (1..=NAME).contains(&name.len()) && (0.0..=WIDEST).contains(width)
    });
    while settings.panes.len() > PANES {
        settings.panes.pop_last();
    }
    settings
}

fn read(file: &Path) -> Option<Settings> {
    let mut bytes = Vec::new();
    File::open(file)
        .ok()?
        .take(LARGEST)
        .read_to_end(&mut bytes)
        .ok()?;
    serde_json::from_slice(&bytes).ok()
}

/// Writes the file beside its place and renames it, so that none is ever half-written.
fn write(file: &Path, settings: &Settings) -> io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let chance = vault::random::<8>().map_err(io::Error::other)?;
    let beside = folder.join(format!(".{}.part", vault::hex(&chance)));
    let written = File::create_new(&beside)
        .and_then(|mut file| {
            file.write_all(&serde_json::to_vec_pretty(settings)?)?;
            file.sync_all()
        })
        .and_then(|()| fs::rename(&beside, file));
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written
}
