//! Attaching: files that were chosen, dropped or copied, and what else lies on the clipboard.

use std::path::Path;
use std::sync::Arc;

use ::vault::Vault;
use domain::id::EvidenceId;
use workbench::host::{Host, Pasted, Progress, Question};
use workbench::{CancelFlag, Error, Gathered, Taken, Target};

use crate::Nothing;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::request::*;
use crate::shape;
use crate::view::*;

use super::Answered;

/// Attaches files: each is sealed beside the database, then named in it.
pub fn attach_files(
    desk: &Desk,
    host: &dyn Host,
    request: AttachRequest,
) -> Answered<AttachedView> {
    let paths = match &request.dropped {
        Some(token) => host.dropped(token),
        None => host.choose(Question::Evidence),
    };
    let target = Target {
        assessment: request.assessment,
        control: request.control,
        subject: request.subject,
        strength: request.strength,
    };
    let attaching = Attaching::begin(desk, host, target, request.redacts, request.task)?;
    Ok(attaching.files(workbench::gather(paths)))
}

/// Attaches what lies on the clipboard: files like those that are dropped, words and pictures
/// under a name with the day and the moment.
pub fn attach_pasted(
    desk: &Desk,
    host: &dyn Host,
    request: AttachPastedRequest,
) -> Answered<AttachedView> {
    let target = Target {
        assessment: request.assessment,
        control: request.control,
        subject: request.subject,
        strength: request.strength,
    };
    let attaching = Attaching::begin(desk, host, target, None, request.task)?;
    let moment = host.now().format("%Y-%m-%d %H.%M.%S UTC");
    match host.pasted() {
        Pasted::Files(paths) => Ok(attaching.files(workbench::gather(paths))),
        Pasted::Text(text) => {
            Ok(attaching.bytes(&format!("Pasted text {moment}.txt"), text.as_bytes()))
        }
        Pasted::Picture { bytes, ending } => {
            Ok(attaching.bytes(&format!("Pasted picture {moment}.{ending}"), &bytes))
        }
        Pasted::Nothing => Err(Fault::input(
            "There is nothing on the clipboard that can be attached. Copy a picture, words or \
             files, then paste again.",
        )),
        Pasted::TooMuch => Err(Fault::input(
            "More than 128 MB lies on the clipboard, which is too much to paste. Save it as a \
             file and attach that.",
        )),
        Pasted::NotHere => Err(Fault::input(
            "Pasting evidence is not there yet on this system. Save it as a file and attach that.",
        )),
    }
}

/// Stops work under way.
pub fn cancel_task(desk: &Desk, _: &dyn Host, request: TaskRequest) -> Answered<Nothing> {
    desk.cancel(&request.task);
    Ok(Nothing {})
}

/// Work under way: it can be cancelled until it ends.
struct Attaching<'a> {
    desk: &'a Desk,
    host: &'a dyn Host,
    vault: Arc<Vault>,
    target: Target,
    redacts: Option<EvidenceId>,
    task: String,
    cancel: CancelFlag,
}

impl<'a> Attaching<'a> {
    /// Begins, unless the target is not there.
    fn begin(
        desk: &'a Desk,
        host: &'a dyn Host,
        target: Target,
        redacts: Option<EvidenceId>,
        task: String,
    ) -> Answered<Self> {
        let vault = desk.with(|w| {
            w.check_target(&target)?;
            Ok(w.vault())
        })?;
        let cancel = desk.begin(&task);
        Ok(Self {
            desk,
            host,
            vault,
            target,
            redacts,
            task,
            cancel,
        })
    }

    fn files(self, gathered: Vec<Gathered>) -> AttachedView {
        let count = u32::try_from(gathered.len()).unwrap_or(u32::MAX);
        let one = |(number, gathered)| match gathered {
            Gathered::File(path) => self.file(&path, number, count),
            Gathered::Left { name, sentence } => {
                let left = Error::Input(sentence.to_owned());
                shape::attached(name, Err(left.into()))
            }
        };
        let files = (1..).zip(gathered).map(one).collect();
        AttachedView { files }
    }

    fn file(&self, path: &Path, number: u32, files: u32) -> AttachedFile {
        let mut told = 0;
        let mut progress = |done: u64, total: u64| {
            // Every 4 MiB is often enough for an eye.
            if done == total || done >= told + (4 << 20) {
                told = done;
                self.tell(number, files, done, total);
            }
        };
        let taken = Taken::from_file(&self.vault, path, &self.cancel, &mut progress);
        self.put(workbench::shown_name(path), taken)
    }

    fn bytes(self, name: &str, bytes: &[u8]) -> AttachedView {
        let total = bytes.len() as u64;
        let taken = Taken::from_bytes(&self.vault, name, bytes, &self.cancel);
        self.tell(1, 1, total, total);
        let file = self.put(name.to_owned(), taken);
        AttachedView { files: vec![file] }
    }

    fn put(&self, name: String, taken: Result<Taken, Error>) -> AttachedFile {
        let attached = taken.map_err(Fault::from).and_then(|taken| {
            let name = taken.file_name().to_owned();
            let now = self.host.now();
            let done = self.desk.with(|w| match self.redacts {
                Some(original) => w.attach_redacted(taken, original, &self.target, now),
                None => w.attach(taken, &self.target, now),
            })?;
            Ok((name, done))
        });
        shape::attached(name, attached)
    }

    fn tell(&self, file: u32, files: u32, done: u64, total: u64) {
        self.host.progress(Progress {
            task: self.task.clone(),
            file,
            files,
            done,
            total,
        });
    }
}

impl Drop for Attaching<'_> {
    fn drop(&mut self) {
        self.desk.end(&self.task);
    }
}
