//! A program around the desk that chooses what a test tells it to.

use std::collections::VecDeque;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use bridge::{Desk, Host, LaidPacket, Pasted, Printing, Progress, Question};
use chrono::{DateTime, NaiveDate, Utc};
use preview::{Answer, Ask, Failure};
use uuid::Uuid;
use vault::Stretch;
use workbench::Work;

/// A folder for a test, the answers that a person would give, and what was told them.
pub(crate) struct Room {
    pub(crate) folder: PathBuf,
    pub(crate) chosen: Mutex<VecDeque<Vec<PathBuf>>>,
    pub(crate) told: Mutex<Vec<Progress>>,
    pub(crate) copied: Mutex<Pasted>,
    pub(crate) shown: Mutex<u32>,
    pub(crate) locked: Mutex<Vec<(Option<PathBuf>, u32)>>,
    pub(crate) printer: Mutex<Option<Printing>>,
    pub(crate) printed: Mutex<Vec<usize>>,
}

impl Room {
    pub(crate) fn new(name: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("auscult-desk-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self {
            folder,
            chosen: Mutex::default(),
            told: Mutex::default(),
            copied: Mutex::new(Pasted::Nothing),
            shown: Mutex::default(),
            locked: Mutex::default(),
            printer: Mutex::default(),
            printed: Mutex::default(),
        }
    }

    /// Answers the next question with these paths; none cancels it.
    pub(crate) fn will_choose(&self, paths: &[&Path]) {
        let paths = paths.iter().map(|path| (*path).to_owned()).collect();
        self.chosen.lock().unwrap().push_back(paths);
    }

    pub(crate) fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.join(name);
        fs::write(&path, bytes).unwrap();
        path
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Host for Room {
    fn now(&self) -> DateTime<Utc> {
        "2026-11-24T10:00:00Z".parse().unwrap()
    }

    fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }

    fn device(&self) -> Uuid {
        Uuid::from_u128(8)
    }

    fn folder(&self) -> PathBuf {
        self.folder.join("own")
    }

    fn choose(&self, _: Question) -> Vec<PathBuf> {
        self.chosen.lock().unwrap().pop_front().unwrap_or_default()
    }

    fn dropped(&self, _: &str) -> Vec<PathBuf> {
        self.choose(Question::Evidence)
    }

    fn pasted(&self) -> Pasted {
        self.copied.lock().unwrap().clone()
    }

    fn show(&self, ask: Ask, evidence: &mut (dyn Read + Send)) -> Result<Answer, Failure> {
        *self.shown.lock().unwrap() += 1;
        preview::decode(ask, evidence).map_err(Failure::Source)
    }

    fn print(&self, packet: &Arc<LaidPacket>) -> Printing {
        let Some(printing) = *self.printer.lock().unwrap() else {
            return Printing::NotHere;
        };
        self.printed.lock().unwrap().push(packet.pages.count());
        printing
    }

    fn progress(&self, progress: Progress) {
        self.told.lock().unwrap().push(progress);
    }

    fn locked(&self, folder: Option<&Path>, lost: u32) {
        let told = (folder.map(Path::to_owned), lost);
        self.locked.lock().unwrap().push(told);
    }
}

/// Makes a desk whose vaults cost no second to unlock.
pub(crate) fn desk() -> Desk {
    Desk::new(None, |host| Work {
        device: host.device(),
        now: host.now(),
        program: "test".to_owned(),
        stretch: Stretch::WEAK_FOR_TESTS,
        own: Some(host.folder()),
    })
}
