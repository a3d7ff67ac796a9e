//! The trail as a person reads it: who did what when, to what, and whether it holds.

mod export;
mod said;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use domain::member::{Act, Member};
use domain::organisation::Organisation;
use serde_json::Value;
use store::{
    Chain, Digesting, Head, Occasion, Reading, SignedHead, Slice, TrailEntry, TrailFilter,
    Verification,
};

use crate::error::Error;
use crate::open::Workbench;

pub use export::TrailFormat;
pub use said::{UNSEEN, said};

/// Who wrote entries and what they did, as far as the trail was read for it.
#[derive(Debug, Default)]
pub(crate) struct Met {
    reached: u64,
    slots: BTreeSet<String>,
    actions: BTreeSet<String>,
}

/// A piece of the trail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrailPage {
    /// The entries, newest first.
    pub entries: Vec<Told>,
    /// How many there are under the filter.
    pub total: u64,
    /// The head over all chains.
    pub head: Head,
    /// Who wrote entries: key slot and name, by name.
    pub people: Vec<(String, String)>,
    /// What was done, in the order of the alphabet.
    pub actions: Vec<String>,
    /// The head that was signed last, and who signed it.
    pub signed: Option<(SignedHead, String)>,
}

/// An entry with the names of whom and what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The entry.
    pub entry: TrailEntry,
    /// Who wrote it.
    pub who: String,
    /// The control, title or name that it is about, where that is still known.
    pub about: Option<String>,
    /// The name of the organisation in whose chain it stands.
    pub organisation: Option<String>,
    /// Whether it was written on this computer.
    pub here: bool,
}

/// An entry with its proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The entry.
    pub told: Told,
    /// The nodes beside the way up to the signed root (RFC 6962).
    pub nodes: Vec<[u8; 32]>,
    /// The first head that was signed over it, and who signed it.
    pub signed: Option<(SignedHead, String)>,
}

impl Workbench {
    /// Returns a piece of the trail, newest first.
    pub fn trail(
        &mut self,
        filter: &TrailFilter,
        skip: u32,
        take: u32,
    ) -> Result<TrailPage, Error> {
        let head = self.store.head()?;
        if self.met.reached < head.entries {
            for (slot, action) in self.store.met_after(self.met.reached)? {
                self.met.slots.insert(slot);
                self.met.actions.insert(action);
            }
            self.met.reached = head.entries;
        }
        let mut names = Names::of(self)?;
        let mut people: Vec<(String, String)> = (self.met.slots.iter())
            .map(|slot| (slot.clone(), names.who(slot)))
            .collect();
        people.sort_by(|a, b| (&a.1, &a.0).cmp(&(&b.1, &b.0)));
        let entries = self.store.trail(filter, skip, take)?;
        Ok(TrailPage {
            entries: (entries.into_iter())
                .map(|entry| names.tell(self, entry))
                .collect::<Result<_, _>>()?,
            total: self.store.trail_count(filter)?,
            head,
            people,
            actions: self.met.actions.iter().cloned().collect(),
            signed: self.store.last_signed()?.map(|head| names.signer(head)),
        })
    }

    /// Returns one entry with its proof.
    pub fn trail_entry(&self, number: u64) -> Result<Proof, Error> {
        let proven = self.store.proven(number)?;
        let proven = proven.ok_or(Error::NotFound("trail entry"))?;
        let mut names = Names::of(self)?;
        Ok(Proof {
            signed: proven.signed.map(|head| names.signer(head)),
            told: names.tell(self, proven.entry)?,
            nodes: proven.proof,
        })
    }

    /// Signs the trail as it now is, with the key of whoever unlocked the vault.
    pub fn sign_head(
        &mut self,
        occasion: Occasion,
        at: DateTime<Utc>,
    ) -> Result<Option<SignedHead>, Error> {
        Ok(self.store.sign_head(occasion, at)?)
    }

    /// Looks at the whole trail and keeps what was found.
    pub fn verify_trail(&mut self) -> Result<&Verification, Error> {
        let found = self.store.verify_trail()?;
        Ok(self.verified.insert(found))
    }

    /// Returns what the last look at the whole trail found since the vault was unlocked.
    pub fn verified(&self) -> Option<&Verification> {
        self.verified.as_ref()
    }

    /// Begins a look at the whole trail that takes the vault for a moment at a time.
    pub fn begin_verifying(&self) -> Result<(Reading, Digesting), Error> {
        Ok(self.store.begin_verifying()?)
    }

    /// Reads the next slice; nothing when the last was read.
    pub fn read_on(&self, reading: &mut Reading) -> Result<Option<Slice>, Error> {
        Ok(self.store.read_on(reading)?)
    }

    /// Keeps what such a look found.
    pub fn end_verifying(&mut self, found: Verification) {
        self.verified = Some(found);
    }

    /// Returns whether the anchor is flushed to the disk with each save.
    pub fn is_strict(&self) -> bool {
        self.store.is_strict()
    }

    /// Has the anchor flushed to the disk with each save, or when the vault is closed.
    pub fn set_strict(&mut self, strict: bool, now: DateTime<Utc>) -> Result<(), Error> {
        self.require(Act::Own)?;
        Ok(self.store.set_strict(strict, now)?)
    }
}

/// The names of members and organisations, read once for many entries.
struct Names {
    members: BTreeMap<String, String>,
    organisations: HashMap<String, Option<String>>,
    device: String,
}

impl Names {
    fn of(workbench: &Workbench) -> Result<Self, Error> {
        let members: Vec<Member> = workbench.store.all()?;
        let mut names = BTreeMap::new();
        for member in members {
            for slot in [Some(member.slot), member.recovery_slot]
                .into_iter()
                .flatten()
            {
                names.insert(slot.to_string(), member.name.clone());
            }
        }
        let author = workbench.store.author();
        names
            .entry(author.slot.to_string())
            .or_insert_with(|| workbench.person().to_owned());
        Ok(Self {
            members: names,
            organisations: HashMap::new(),
            device: author.device.to_string(),
        })
    }

    /// Returns the name of whom a key slot belongs to.
    fn who(&self, slot: &str) -> String {
        self.members.get(slot).cloned().unwrap_or_else(|| {
            let end: String = slot.chars().rev().take(6).collect();
            format!("Key slot {}", end.chars().rev().collect::<String>())
        })
    }

    fn signer(&self, head: SignedHead) -> (SignedHead, String) {
        let who = self.who(&head.slot);
        (head, who)
    }

    fn tell(&mut self, workbench: &Workbench, entry: TrailEntry) -> Result<Told, Error> {
        Ok(Told {
            who: self.who(&entry.slot),
            about: about(workbench, &entry)?,
            organisation: self.organisation(workbench, &entry.chain)?,
            here: entry.device == self.device,
            entry,
        })
    }

    fn organisation(
        &mut self,
        workbench: &Workbench,
        chain: &str,
    ) -> Result<Option<String>, Error> {
        if chain == Chain::Vault.to_string() {
            return Ok(None);
        }
        if let Some(known) = self.organisations.get(chain) {
            return Ok(known.clone());
        }
        let found: Option<Organisation> = workbench.store.get(chain)?;
        // A client whose data was destroyed has a chain and no name.
        let name = found.map_or_else(|| "An organisation that is gone".to_owned(), |o| o.name);
        self.organisations
            .insert(chain.to_owned(), Some(name.clone()));
        Ok(Some(name))
    }
}

/// Returns what an entry is about in a word or two, where that is still known.
fn about(workbench: &Workbench, entry: &TrailEntry) -> Result<Option<String>, Error> {
    let store = &workbench.store;
    let body = |kind: &str, id: &str| -> Result<Value, Error> {
        let text = store.body(kind, id)?;
        Ok(text
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default())
    };
    let text =
        |body: &Value, name: &str| body.get(name).and_then(Value::as_str).map(str::to_owned);
    let (kind, object) = (entry.kind.as_str(), entry.object.as_str());
    let first = match kind {
        "setting" => Some(object.to_owned()),
        "vault" if entry.action.starts_with("clock-") => Some(object.to_owned()),
        _ => None,
    };
    if first.is_some() {
        return Ok(first);
    }
    let body_of = body(kind, object)?;
    Ok(match kind {
        "evidence_link" => {
            let control = text(&body_of, "control");
            let evidence = text(&body_of, "evidence")
                .map(|id| body("evidence", &id))
                .transpose()?;
            let title = evidence.and_then(|evidence| text(&evidence, "title"));
            let parts: Vec<String> = [control, title].into_iter().flatten().collect();
            (!parts.is_empty()).then(|| parts.join(", "))
        }
        "version" | "snapshot" => {
            let version = if kind == "version" {
                body_of
            } else {
                body("version", object)?
            };
            let number = version.get("number").and_then(Value::as_u64);
            number.map(|number| format!("Version {number}"))
        }
        "retention" => text(&body("organisation", object)?, "name"),
        _ => ["control", "title", "name"]
            .into_iter()
            .find_map(|name| text(&body_of, name)),
    })
}
