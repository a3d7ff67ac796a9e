//! What the workbench needs of the program around it: clock, folder, pickers, events.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use bridge::view::ProgressView;
use bridge::{Desk, Host, LaidPacket, Pasted, Printing, Progress, Protection, Question};
use chrono::{DateTime, Local, NaiveDate, Utc};
use preview::{Answer, Ask, Failure};
use tauri::{AppHandle, Emitter, Manager};
use uuid::Uuid;
use vault::{Mode, Stretch};
use workbench::Work;

use crate::arguments::Start;
use crate::closing::{self, Closing, Sent};
use crate::decoder::Decoders;
use crate::dropped::Dropped;
use crate::idle::Idle;
use crate::locking::{self, Locking};
use crate::logind::Sleep;
use crate::window::{MAIN, Told};
use crate::{anew, clipboard, dialogs, printing, protections};

/// The desktop that the window stands on.
pub(crate) struct Desktop {
    app: AppHandle,
    mode: Mode,
    folder: PathBuf,
    ready: AtomicBool,
    closing: Closing,
    sent: Arc<Sent>,
    idle: Idle,
    locking: Locking,
    sleep: Sleep,
    window: OnceLock<Told>,
    dropped: Dropped,
    decoders: Decoders,
}

impl Desktop {
    pub(crate) fn new(app: AppHandle, mode: Mode) -> Self {
        let folder = own_folder();
        Self {
            app,
            mode,
            folder,
            ready: AtomicBool::new(false),
            closing: Closing::default(),
            sent: Arc::default(),
            idle: Idle::default(),
            locking: Locking::default(),
            sleep: Sleep::default(),
            window: OnceLock::new(),
            dropped: Dropped::default(),
            decoders: Decoders::default(),
        }
    }

    /// Returns whether the page has shown its first view.
    pub(crate) fn is_ready(&self) -> bool {
        self.ready.load(Ordering::Acquire)
    }

    pub(crate) fn closing(&self) -> &Closing {
        &self.closing
    }

    /// Returns the commands that were sent and are not done yet.
    pub(crate) fn sent(&self) -> &Arc<Sent> {
        &self.sent
    }

    /// Returns which cryptography this process is for.
    pub(crate) fn mode(&self) -> Mode {
        self.mode
    }

    pub(crate) fn idle(&self) -> &Idle {
        &self.idle
    }

    /// Returns after how long without a touch the vault is locked.
    pub(crate) fn idle_limit(&self) -> Duration {
        #[cfg(feature = "driving")]
        return crate::driving::idle_limit();
        #[cfg(not(feature = "driving"))]
        Duration::from_secs(60 * u64::from(bridge::commands::idle_minutes(self)))
    }

    /// Returns whether something works that a person asked for, and waits for no person.
    pub(crate) fn is_working(&self) -> bool {
        self.sent.is_busy()
    }

    pub(crate) fn locking(&self) -> &Locking {
        &self.locking
    }

    /// Returns what is known of the computer's sleep.
    pub(crate) fn sleep(&self) -> &Sleep {
        &self.sleep
    }

    /// Hears what the window says of itself, once.
    pub(crate) fn window_says(&self, told: Told) {
        let _ = self.window.set(told);
    }

    /// Returns what the window said of itself.
    pub(crate) fn window(&self) -> Told {
        self.window.get().copied().unwrap_or_default()
    }

    pub(crate) fn drops(&self) -> &Dropped {
        &self.dropped
    }
}

impl Host for Desktop {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn today(&self) -> NaiveDate {
        Local::now().date_naive()
    }

    fn device(&self) -> Uuid {
        workbench::host::device_id(&self.folder)
    }

    fn folder(&self) -> PathBuf {
        self.folder.clone()
    }

    fn choose(&self, question: Question) -> Vec<PathBuf> {
        let _aside = self.sent.aside();
        dialogs::choose(&self.app, question)
    }

    fn dropped(&self, token: &str) -> Vec<PathBuf> {
        self.dropped.take(token)
    }

    fn pasted(&self) -> Pasted {
        clipboard::take(&self.app)
    }

    fn show(&self, ask: Ask, evidence: &mut (dyn Read + Send)) -> Result<Answer, Failure> {
        self.decoders.ask(ask, evidence)
    }

    fn print(&self, packet: &Arc<LaidPacket>) -> Printing {
        let _aside = self.sent.aside();
        printing::print(&self.app, packet)
    }

    fn progress(&self, progress: Progress) {
        let Progress {
            task,
            file,
            files,
            done,
            total,
        } = progress;
        // A page counts in doubles: exact up to 2^53 bytes.
        let view = ProgressView {
            task,
            file,
            files,
            done: done as f64,
            total: total as f64,
        };
        let _ = self.app.emit_to(MAIN, "progress", view);
    }

    fn ready(&self) {
        self.ready.store(true, Ordering::Release);
        #[cfg(feature = "driving")]
        crate::driving::tell_ready();
    }

    fn closed(&self) {
        closing::end(&self.app);
    }

    fn stay(&self) {
        self.closing.stay();
    }

    fn locked(&self, folder: Option<&Path>, lost: u32) {
        locking::locked(&self.app, folder.map(Path::to_owned), None, lost)
    }

    fn begin_anew(&self, mode: Mode, folder: Option<&Path>) {
        let _ = self.app.state::<Arc<Desk>>().close();
        let start = Start {
            vault: folder.map(Path::to_owned),
            mode,
            ..Start::default()
        };
        anew::begin(&self.app, start)
    }

    fn copy_secret(&self, secret: String) -> bool {
        clipboard::lend(&self.app, secret)
    }

    fn protections(&self) -> Vec<Protection> {
        let folder = self.app.state::<Arc<Desk>>().asked();
        protections::all(self, folder.as_deref())
    }
}

/// Returns the folder for the program's own files.
pub(crate) fn own_folder() -> PathBuf {
    directories::ProjectDirs::from("", "", "auscult").map_or_else(
        || PathBuf::from(".auscult-own"),
        |own| own.data_local_dir().to_owned(),
    )
}

/// What is needed to open a vault from here, now.
pub(crate) fn work(host: &dyn Host) -> Work {
    Work {
        device: host.device(),
        now: host.now(),
        program: "Auscult".to_owned(),
        stretch: Stretch::of(vault::mode().unwrap_or_default()),
        own: Some(host.folder()),
    }
}
