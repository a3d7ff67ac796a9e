//! What the workbench needs of the program around it: clock, folder, pickers, events.

use std::io::Read;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use bridge::view::ProgressView;
use bridge::{Host, Pasted, Progress, Question};
use chrono::{DateTime, Local, NaiveDate, Utc};
use preview::{Answer, Ask, Failure};
use tauri::{AppHandle, Emitter};
use uuid::Uuid;
use vault::Stretch;
use workbench::Work;

use crate::closing::{self, Closing, Sent};
use crate::decoder::Decoders;
use crate::dropped::Dropped;
use crate::window::MAIN;
use crate::{clipboard, dialogs};

/// The desktop that the window stands on.
pub(crate) struct Desktop {
    app: AppHandle,
    folder: PathBuf,
    ready: AtomicBool,
    closing: Closing,
    sent: Arc<Sent>,
    dropped: Dropped,
    decoders: Decoders,
}

impl Desktop {
    pub(crate) fn new(app: AppHandle) -> Self {
        let folder = directories::ProjectDirs::from("", "", "auscult").map_or_else(
            || PathBuf::from(".auscult-own"),
            |own| own.data_local_dir().to_owned(),
        );
        Self {
            app,
            folder,
            ready: AtomicBool::new(false),
            closing: Closing::default(),
            sent: Arc::default(),
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
}

/// What is needed to open a vault from here, now.
pub(crate) fn work(host: &dyn Host) -> Work {
    Work {
        device: host.device(),
        now: host.now(),
        program: "Auscult".to_owned(),
        stretch: Stretch::STANDARD,
    }
}
