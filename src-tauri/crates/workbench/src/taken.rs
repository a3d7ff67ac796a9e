//! Taking a file in: sealed beside the database, in constant memory, with progress and cancel.

use std::fs::File;
use std::io;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use store::Sealing;
use vault::Vault;

use crate::error::Error;
use crate::file;

/// Whether a person asked to stop.
#[derive(Debug, Clone, Default)]
pub struct CancelFlag(Arc<AtomicBool>);

impl CancelFlag {
    /// Asks to stop.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Returns whether it was asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    fn flow(&self) -> ControlFlow<()> {
        if self.is_cancelled() {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

/// A file's bytes, sealed, with the name it had. Dropped without [`Workbench::attach`](crate::Workbench::attach), as
/// when the vault was locked meanwhile, the sealed bytes are removed again.
pub struct Taken {
    pub(crate) sealing: Option<Sealing>,
    pub(crate) file_name: String,
    vault: Arc<Vault>,
}

impl Taken {
    /// Reads and seals a file, in constant memory, without holding up the database.
    pub fn from_file(
        vault: &Arc<Vault>,
        path: &Path,
        cancel: &CancelFlag,
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<Self, Error> {
        // Looked at before it is opened: opening a pipe would wait for whoever writes into it.
        if !std::fs::metadata(path).map_err(file::not_read)?.is_file() {
            return Err(Error::input(
                "Only files can be attached, not folders or devices.",
            ));
        }
        let mut source = File::open(path).map_err(file::not_read)?;
        let before = source.metadata().map_err(file::not_read)?;
        let total = before.len();
        let mut watch = |done: u64| {
            progress(done, total);
            cancel.flow()
        };
        let sealing = match Sealing::seal(vault, &mut source, &mut watch) {
            Err(store::Error::Vault(vault::Error::Cancelled)) => return Err(Error::Cancelled),
            sealing => sealing?,
        };
        let after = source.metadata().map_err(file::not_read)?;
        let same = sealing.length() == total
            && after.len() == total
            && after.modified().ok() == before.modified().ok();
        if !same {
            sealing.discard(vault)?;
            return Err(Error::SourceChanged);
        }
        Ok(Self {
            sealing: Some(sealing),
            file_name: file::shown_name(path),
            vault: Arc::clone(vault),
        })
    }

    /// Seals what a reader gives, under the name that it shall have.
    pub fn from_reader(
        vault: &Arc<Vault>,
        file_name: &str,
        from: &mut dyn io::Read,
        watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Self, Error> {
        let sealing = Sealing::seal(vault, from, watch)?;
        Ok(Self {
            sealing: Some(sealing),
            file_name: file_name.to_owned(),
            vault: Arc::clone(vault),
        })
    }

    /// Seals bytes that lie in memory, such as a paste, under the name that they shall have.
    pub fn from_bytes(
        vault: &Arc<Vault>,
        file_name: &str,
        mut bytes: &[u8],
        cancel: &CancelFlag,
    ) -> Result<Self, Error> {
        let taken = Self::from_reader(vault, file_name, &mut bytes, &mut |_| cancel.flow());
        match taken {
            Err(Error::Store(store::Error::Vault(vault::Error::Cancelled))) => {
                Err(Error::Cancelled)
            }
            taken => taken,
        }
    }

    /// Returns the file's name as it can be shown.
    pub fn file_name(&self) -> &str {
        &self.file_name
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        if let Some(sealing) = self.sealing.take() {
            // What cannot be removed is set aside when the vault is opened again.
            let _ = sealing.discard(&self.vault);
        }
    }
}
