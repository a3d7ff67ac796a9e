//! Making, opening and closing a vault.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Weak};

use chrono::{DateTime, TimeDelta, Utc};
use domain::dossier::Dossier;
use domain::id::AssessmentId;
use domain::member::{Act, Member};
use store::{
    Chain, Freshness, Head, Occasion, Opening, Setting, Store, TrailFilter, Verification,
};
use uuid::Uuid;
use vault::{Creation, Holder, RecoveryCode, Stretch, Vault, Way};

use crate::backup;
use crate::checks::CheckReport;
use crate::copies;
use crate::error::Error;
use crate::frameworks::Frameworks;
use crate::search::Controls;
use crate::trail::Met;

/// The name of the setting that says who works here.
const PERSON: &str = "person";

/// A clock that stands earlier by less is nothing to speak of.
const BACK: TimeDelta = TimeDelta::minutes(2);

/// The name of the setting that marks the sample.
const SAMPLE: &str = "sample";

/// An unlocked vault at work.
pub struct Workbench {
    pub(crate) store: Store,
    pub(crate) frameworks: Frameworks,
    pub(crate) open: Option<Arc<Dossier>>,
    pub(crate) controls: Controls,
    pub(crate) present: Option<Member>,
    /// A recovery code that counts once it was typed.
    pub(crate) offered: Option<RecoveryCode>,
    pub(crate) person: String,
    sample: bool,
    opening: Opening,
    pub(crate) notices: Vec<String>,
    checked: Option<CheckReport>,
    /// What the look at the whole trail found, once it was done.
    pub(crate) verified: Option<Verification>,
    session: Arc<()>,
    pub(crate) met: Met,
}

/// What is needed to open a vault: from which computer, when, by which program.
#[derive(Debug, Clone)]
pub struct Work {
    /// The computer.
    pub device: Uuid,
    /// The moment.
    pub now: DateTime<Utc>,
    /// The program, as its lock names it to others.
    pub program: String,
    /// How much work one try of a passphrase costs in a new vault.
    pub stretch: Stretch,
    /// The folder of the program's own files, where the heads of vaults are remembered and
    /// copies of one vault told apart; nothing where there is none.
    pub own: Option<PathBuf>,
}

impl Work {
    fn holder(&self) -> Holder {
        Holder {
            program: self.program.clone(),
            host: std::fs::read_to_string("/etc/hostname").map_or_else(
                |_| "this computer".to_owned(),
                |name| name.trim().to_owned(),
            ),
            process: std::process::id(),
            since: self.now,
        }
    }
}

impl Workbench {
    /// Makes a vault in a folder that is not there yet.
    pub fn create<'a>(
        folder: &Path,
        way: impl Into<Way<'a>>,
        person: &str,
        work: &Work,
    ) -> Result<Self, Error> {
        if person.trim().is_empty() {
            return Err(Error::input(
                "Please write who works here: the name stands under answers.",
            ));
        }
        let vault = Vault::create(&Creation {
            folder,
            way: way.into(),
            stretch: work.stretch,
            holder: work.holder(),
            now: work.now,
        })?;
        let mut workbench = Self::over(vault, work)?;
        workbench.store.change(Chain::Vault, work.now, |change| {
            change.record("create", "vault", "vault")?;
            change.put(&Setting {
                id: PERSON.to_owned(),
                value: person.trim().to_owned(),
            })
        })?;
        workbench.person = person.trim().to_owned();
        workbench.know_members(work.now)?;
        Ok(workbench)
    }

    /// Unlocks a vault.
    pub fn unlock<'a>(
        folder: &Path,
        way: impl Into<Way<'a>>,
        work: &Work,
    ) -> Result<Self, Error> {
        let vault = Vault::unlock(folder, way, work.holder())?;
        // Looked at before anything is written: a copy that is given an id writes both.
        let had_whole_header = vault::check_header(folder).unwrap_or_default();
        let mut workbench = Self::over(vault, work)?;
        workbench.find_present()?;
        if !workbench.store.may_write() {
            return Ok(workbench);
        }
        workbench.look_at_clock(work.now)?;
        let unlocked = workbench.store.change(Chain::Vault, work.now, |change| {
            change.record("unlock", "vault", "vault")?;
            change.sign_head(Occasion::Unlock)
        });
        match unlocked {
            // Whoever has no room left must still be able to read; the first save says it.
            Err(store::Error::FullDisk) => return Ok(workbench),
            unlocked => drop(unlocked?),
        }
        workbench.know_members(work.now)?;
        match workbench.finish_destruction(work.now) {
            Ok(false) => {}
            Ok(true) => workbench.notices.push(
                "The destruction of an organisation had been interrupted. It was finished now."
                    .to_owned(),
            ),
            Err(_) => workbench.notices.push(
                "The destruction of an organisation is not finished: the vault's key could not \
                 be changed. Make room on the disk, then lock the vault and open it again."
                    .to_owned(),
            ),
        }
        if !had_whole_header {
            workbench.vault().mend_header()?;
            workbench.notices.push(
                "One of the header's two copies was damaged. It was made good from the other."
                    .to_owned(),
            );
        }
        if workbench.vault().anchor_at_opening() != [true, true] {
            workbench.vault().mend_anchor()?;
            workbench.notices.push(
                "One of the anchor's two places was damaged, as after a power cut. It was made \
                 good. The database is as new as the other said."
                    .to_owned(),
            );
        }
        Ok(workbench)
    }

    /// Gives this copy of the vault an id of its own.
    pub(crate) fn become_new_copy(&mut self, now: DateTime<Utc>) -> Result<(), Error> {
        self.store.become_new_copy(now)?;
        self.notices.push(
            "This folder is a copy of a vault that is also in another folder of this computer. \
             It was given an id of its own. What is written in one of the two does not come \
             into the other: decide which one you go on with."
                .to_owned(),
        );
        Ok(())
    }

    /// Gives a vault that was restored from a backup an id of its own, when it is opened for
    /// the first time. The trail says so.
    pub(crate) fn begin_as_restored(
        &mut self,
        said: Vec<String>,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.store.become_new_copy(now)?;
        self.store.change(Chain::Vault, now, |change| {
            change.record("restore", "vault", "vault")
        })?;
        self.notices.push(
            "This vault was restored from a backup and was given an id of its own.".to_owned(),
        );
        self.notices.extend(said);
        Ok(())
    }

    /// Keeps what a check found until the vault is closed.
    pub fn keep_check(&mut self, report: CheckReport) {
        self.checked = Some(report);
    }

    /// Returns what the last check since the vault was opened found.
    pub fn last_check(&self) -> Option<&CheckReport> {
        self.checked.as_ref()
    }

    /// Returns what was noticed and put right while the vault was opened.
    pub(crate) fn notices(&self) -> &[String] {
        &self.notices
    }

    fn over(vault: Vault, work: &Work) -> Result<Self, Error> {
        // A copy beside its original is as old as it was made, which is no fault.
        let own = work.own.as_deref();
        let is_copy =
            |own: &Path| copies::has_twin(own, &vault) || backup::was_restored(own, &vault);
        let remembering = own.filter(|own| !is_copy(own));
        let (store, opening) = Store::open_here(vault, work.device, remembering)?;
        let person = store
            .get::<Setting>(PERSON)?
            .map_or_else(String::new, |s| s.value);
        let sample = store.get::<Setting>(SAMPLE)?.is_some();
        let frameworks = Frameworks::default();
        let mut workbench = Self {
            store,
            frameworks,
            open: None,
            controls: Controls::default(),
            present: None,
            offered: None,
            person,
            sample,
            opening,
            notices: Vec::new(),
            checked: None,
            verified: None,
            session: Arc::default(),
            met: Met::default(),
        };
        if let Some(own) = own {
            workbench.recognise(own, work.now)?;
        }
        Ok(workbench)
    }

    /// Says when the clock stands earlier than it did: what is written now looks older than
    /// what is there.
    fn look_at_clock(&mut self, now: DateTime<Utc>) -> Result<(), Error> {
        let last = self.store.trail(&TrailFilter::default(), 0, 1)?;
        if let Some(last) = last.first().filter(|last| now + BACK < last.at) {
            self.notices.push(format!(
                "This computer's clock stands earlier than when this vault was last written to, \
                 at {} (UTC). Please look whether it is right. The trail says so and keeps its \
                 order.",
                last.at.format("%Y-%m-%d %H:%M")
            ));
        }
        Ok(())
    }

    /// Signs the trail as it is now and closes the vault.
    pub fn lock(mut self, now: DateTime<Utc>) -> Result<(), Error> {
        // Nothing is lost where it cannot be signed: the next head stands over these entries.
        let _ = self.store.sign_head(Occasion::Lock, now);
        self.close()
    }

    /// Closes the vault: all is in the database, the anchor on the disk, the lock gone.
    pub fn close(self) -> Result<(), Error> {
        self.store.close()?;
        Ok(())
    }

    /// Returns what is gone when this vault is closed, whatever is opened then.
    pub fn session(&self) -> Weak<()> {
        Arc::downgrade(&self.session)
    }

    /// Returns who works here.
    pub fn person(&self) -> &str {
        &self.person
    }

    /// Returns whether this is the sample.
    pub fn is_sample(&self) -> bool {
        self.sample
    }

    pub(crate) fn mark_sample(&mut self, now: DateTime<Utc>) -> Result<(), Error> {
        self.store.change(Chain::Vault, now, |change| {
            change.put(&Setting {
                id: SAMPLE.to_owned(),
                value: "yes".to_owned(),
            })
        })?;
        self.sample = true;
        Ok(())
    }

    /// Returns how the vault was found when it was opened.
    pub fn opening(&self) -> &Opening {
        &self.opening
    }

    /// Returns whether the vault was found behind its anchor: it can be read, and nothing is
    /// written until a person accepts what was found.
    pub fn is_held_back(&self) -> bool {
        self.opening.freshness != Freshness::Fresh
    }

    /// Accepts a vault that was found behind its anchor: from now on the anchor follows it.
    pub fn accept(&mut self, now: DateTime<Utc>) -> Result<(), Error> {
        self.require(Act::Assess)?;
        self.store.accept(now)?;
        self.opening.freshness = Freshness::Fresh;
        Ok(())
    }

    /// Returns the vault, for sealing beside the database.
    pub fn vault(&self) -> Arc<Vault> {
        self.store.vault()
    }

    /// Returns the head of the trail over all chains.
    pub fn head(&self) -> Result<Head, Error> {
        Ok(self.store.head()?)
    }

    /// Returns the head of the chain that an assessment's organisation has.
    pub fn chain_head(&mut self, assessment: AssessmentId) -> Result<Head, Error> {
        let organisation = self.dossier(assessment)?.organisation.id;
        Ok(self.store.chain_head(Chain::Organisation(organisation))?)
    }
}
