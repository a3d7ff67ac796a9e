//! Wrong tries of a passphrase are slowed at this window.
//!
//! Only that: whoever has a copy of the vault tries without this program, and the stretch and
//! the passphrase are all that stands in the way (SECURITY.md).

use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};

/// The longest wait, in seconds.
const LONGEST: i64 = 60;

/// How often the present vault's passphrase was wrong, and until when no try is taken.
#[derive(Debug, Default)]
pub(crate) struct Tries {
    folder: PathBuf,
    wrong: u32,
    until: Option<DateTime<Utc>>,
}

impl Tries {
    /// Returns the seconds until the next try is taken, rounded up.
    pub(crate) fn wait(&self, folder: &Path, now: DateTime<Utc>) -> u32 {
        let until = self.until.filter(|_| self.folder == folder);
        let left = until.map_or(0, |until| (until - now).num_milliseconds());
        // A clock that was set back locks nobody out.
        let seconds = (left.clamp(0, LONGEST * 1000) + 999) / 1000;
        u32::try_from(seconds).unwrap_or_default()
    }

    /// Hears of a wrong try: 1, 2, 4, … 60 seconds until the next.
    pub(crate) fn was_wrong(&mut self, folder: &Path, now: DateTime<Utc>) {
        if self.folder != folder {
            *self = Self {
                folder: folder.to_owned(),
                ..Self::default()
            };
        }
        let wait = 1_i64
            .checked_shl(self.wrong)
            .unwrap_or(LONGEST)
            .min(LONGEST);
        self.wrong += 1;
        self.until = Some(now + TimeDelta::seconds(wait));
    }

    /// Hears that the vault was opened.
    pub(crate) fn was_right(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_with_each_wrong_try_to_a_minute_and_ends_with_a_right_one() {
        let (folder, mut now) = (Path::new("a.auscult"), DateTime::UNIX_EPOCH);
        let mut tries = Tries::default();
        let mut waits = Vec::new();
        for _ in 0..9 {
            assert_eq!(tries.wait(folder, now), 0);
            tries.was_wrong(folder, now);
            let wait = tries.wait(folder, now);
            waits.push(wait);
            now += TimeDelta::seconds(i64::from(wait));
        }
        assert_eq!(waits, [1, 2, 4, 8, 16, 32, 60, 60, 60]);
        tries.was_wrong(folder, now);
        tries.was_right();
        assert_eq!(tries.wait(folder, now), 0);
    }

    #[test]
    fn another_vault_does_not_wait_and_a_clock_set_back_locks_nobody_out() {
        let (folder, now) = (Path::new("a.auscult"), DateTime::UNIX_EPOCH);
        let mut tries = Tries::default();
        tries.was_wrong(folder, now);
        assert_eq!(tries.wait(Path::new("b.auscult"), now), 0);
        assert_eq!(tries.wait(folder, now - TimeDelta::days(400)), 60);
    }
}
