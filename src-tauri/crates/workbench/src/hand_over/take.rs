//! A bundle that came: looked at first, then taken in.

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use bundle::{Bundle, Catalogue, Content, Manifest};
use chrono::{DateTime, Utc};
use domain::evidence::Attachment;
use domain::framework::Framework;
use domain::id::{AttachmentId, OrganisationId};
use domain::member::Act;
use domain::organisation::{Organisation, Person, Site, System, Vendor};
use store::{Chain, Change, Record};
use vault::Vault;

use super::BundleKey;
use crate::error::Error;
use crate::open::Workbench;
use crate::taken::Taken;

/// No name of a bundle is shown longer.
const LONGEST_NAME: usize = 200;

/// A bundle that was looked at: whole, and nothing of it kept.
pub struct FoundBundle {
    manifest: Manifest,
    content: Content,
}

impl FoundBundle {
    /// Returns who made it, as they say.
    pub fn made_by(&self) -> String {
        let name = self.manifest.made_by.chars().filter(|c| !c.is_control());
        name.take(LONGEST_NAME).collect()
    }

    /// Returns when it was made, as it says.
    pub fn at(&self) -> DateTime<Utc> {
        self.manifest.at
    }

    /// Returns its records.
    pub fn content(&self) -> &Content {
        &self.content
    }
}

/// A bundle with its originals sealed under this vault's keys, which no row names yet. Dropped,
/// they are removed again.
pub struct TakenBundle {
    found: FoundBundle,
    catalogue: Catalogue,
    framework: Framework,
    originals: HashMap<String, Taken>,
}

impl TakenBundle {
    /// Returns what was found in it.
    pub fn found(&self) -> &FoundBundle {
        &self.found
    }
}

fn open(path: &Path, key: &BundleKey) -> Result<Bundle<File>, Error> {
    let not_read = |source| Error::File {
        action: "The bundle could not be read.",
        source,
    };
    // Looked at before it is opened: opening a pipe would wait for whoever writes into it.
    let there = std::fs::metadata(path).map_err(not_read)?;
    if !there.is_file() {
        return Err(bundle::Error::NotABundle.into());
    }
    let file = File::open(path).map_err(not_read)?;
    Ok(Bundle::open(file, there.len(), &key.0)?)
}

/// Looks into a bundle: to its end, so that one which was cut or changed is known for it.
/// `watch` hears how many bytes of originals are done and may stop it.
pub fn look_into_bundle(
    path: &Path,
    key: &BundleKey,
    watch: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<FoundBundle, Error> {
    let mut bundle = open(path, key)?;
    catalog::read(&bundle.catalogue.0)?;
    let mut counted = Counted::of(&bundle.content, watch);
    while let Some((_, original)) = bundle.next_original()? {
        let mut reader = counted.reading(original);
        io::copy(&mut reader, &mut io::sink()).map_err(inner)?;
    }
    Ok(FoundBundle {
        manifest: bundle.manifest,
        content: bundle.content,
    })
}

/// Reads a bundle and seals its originals beside the database.
pub fn read_bundle(
    vault: &Arc<Vault>,
    path: &Path,
    key: &BundleKey,
    watch: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<TakenBundle, Error> {
    let mut bundle = open(path, key)?;
    let framework = catalog::read(&bundle.catalogue.0)?;
    let mut counted = Counted::of(&bundle.content, watch);
    let mut originals = HashMap::new();
    while let Some((sha256, original)) = bundle.next_original()? {
        let mut reader = counted.reading(original);
        // What it is called stands with the evidence.
        let taken =
            Taken::from_reader(vault, "", &mut reader, &mut |_| ControlFlow::Continue(()));
        originals.insert(sha256, taken.map_err(of_sealing)?);
    }
    Ok(TakenBundle {
        found: FoundBundle {
            manifest: bundle.manifest,
            content: bundle.content,
        },
        catalogue: bundle.catalogue,
        framework,
        originals,
    })
}

/// Counts the bytes of all originals while they are read.
struct Counted<'w> {
    done: u64,
    total: u64,
    watch: &'w mut dyn FnMut(u64, u64) -> ControlFlow<()>,
}

impl<'w> Counted<'w> {
    fn of(content: &Content, watch: &'w mut dyn FnMut(u64, u64) -> ControlFlow<()>) -> Self {
        let originals = content.originals();
        let lengths = originals.iter().map(|original| original.length);
        Self {
            done: 0,
            total: lengths.fold(0, u64::saturating_add),
            watch,
        }
    }

    fn reading<R: Read>(&mut self, from: R) -> CountedReader<'_, 'w, R> {
        CountedReader {
            from,
            counted: self,
        }
    }
}

struct CountedReader<'c, 'w, R> {
    from: R,
    counted: &'c mut Counted<'w>,
}

impl<R: Read> Read for CountedReader<'_, '_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(into)?;
        let counted = &mut *self.counted;
        counted.done += read as u64;
        if (counted.watch)(counted.done, counted.total).is_break() {
            return Err(io::Error::other(bundle::Error::Cancelled));
        }
        Ok(read)
    }
}

/// Takes out of an error of reading what the bundle said.
fn inner(error: io::Error) -> Error {
    match error.downcast::<bundle::Error>() {
        Ok(bundle::Error::Cancelled) => Error::Cancelled,
        Ok(own) => own.into(),
        Err(source) => bundle::Error::Read(source).into(),
    }
}

fn of_sealing(error: Error) -> Error {
    match error {
        Error::Store(store::Error::Vault(vault::Error::Source(source)))
        | Error::Vault(vault::Error::Source(source)) => inner(source),
        other => other,
    }
}

impl Workbench {
    /// Returns why a bundle cannot be taken into this vault; nothing when it can.
    pub fn why_not_taken(&self, found: &FoundBundle) -> Result<Option<String>, Error> {
        let content = &found.content;
        if self.is_there(std::slice::from_ref(&content.assessment))? {
            return Ok(Some(
                "This vault has the assessment already. To take the bundle in, make a vault of \
                 its own for it."
                    .to_owned(),
            ));
        }
        let known: Option<Organisation> =
            self.store.get(&content.organisation.id.to_string())?;
        let is_other =
            |known: &Organisation| known.name.trim() != content.organisation.name.trim();
        if let Some(known) = known.filter(is_other) {
            return Ok(Some(format!(
                "This vault has the organisation under another name: \u{201c}{}\u{201d}. Give \
                 it the name that the bundle has if they are the same, and take it in then.",
                known.name
            )));
        }
        let owner = content.organisation.id;
        let is_sound = self.is_free_or_of(&content.sites, owner, |r: &Site| r.organisation)?
            && self.is_free_or_of(&content.systems, owner, |r: &System| r.organisation)?
            && self.is_free_or_of(&content.vendors, owner, |r: &Vendor| r.organisation)?
            && self.is_free_or_of(&content.people, owner, |r: &Person| r.organisation)?
            && !self.is_there(&content.versions)?
            && !self.is_there(&content.snapshots)?
            && !self.is_there(&content.answers)?
            && !self.is_there(&content.working_notes)?
            && !self.is_there(&content.observations)?
            && !self.is_there(&content.evidence)?
            && !self.is_there(&content.links)?
            && !self.is_there(&content.requests)?
            && !self.is_there(&content.findings)?;
        Ok((!is_sound).then(|| {
            "The bundle holds records that this vault has already, under another assessment or \
             organisation. Somebody may have put it together by hand. Ask who made it."
                .to_owned()
        }))
    }

    fn is_there<R: Record>(&self, records: &[R]) -> Result<bool, Error> {
        for record in records {
            if self.store.get::<R>(&record.id())?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn is_free_or_of<R: Record>(
        &self,
        records: &[R],
        owner: OrganisationId,
        of: impl Fn(&R) -> OrganisationId,
    ) -> Result<bool, Error> {
        for record in records {
            let known = self.store.get::<R>(&record.id())?;
            if known.is_some_and(|known| of(&known) != owner) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Takes a bundle in: all its rows in one transaction. The organisation keeps what it has;
    /// what it does not have is added. Returns the organisation's name.
    pub fn take_in(&mut self, taken: TakenBundle, now: DateTime<Utc>) -> Result<String, Error> {
        self.require(Act::Assess)?;
        if let Some(why) = self.why_not_taken(&taken.found)? {
            return Err(Error::input(why));
        }
        let TakenBundle {
            found: FoundBundle { content, .. },
            catalogue,
            framework,
            mut originals,
        } = taken;
        let named = &content.assessment.framework;
        if framework.id != named.id || framework.edition != named.edition {
            return Err(bundle::Error::Malformed(
                "its catalogue is of another edition than the assessment names",
            )
            .into());
        }
        let mut used = HashSet::new();
        for original in content.originals() {
            if self.store.sealed_object(original.id)?.is_some() {
                used.insert(original.id);
            }
        }
        let owner = content.organisation.id;
        let added = self.missing(&content)?;
        self.open = None;
        self.store
            .change(Chain::Organisation(owner), now, |change| {
                change.keep_framework(&content.assessment.framework.digest, &catalogue.0)?;
                let mut attached: HashMap<String, Attachment> = HashMap::new();
                for original in content.originals() {
                    let sealing = originals
                        .get_mut(&original.sha256)
                        .and_then(|taken| taken.sealing.take())
                        .ok_or(Error::NotFound("original"))?;
                    let id = if used.contains(&original.id) {
                        AttachmentId(store::new_id(now)?)
                    } else {
                        original.id
                    };
                    let (attachment, _) = change.attach(sealing, &original.file_name, id)?;
                    attached.insert(original.sha256.clone(), attachment);
                }
                added.put(change)?;
                write(change, &content, &attached)?;
                change.record(
                    "take-bundle",
                    "assessment",
                    &content.assessment.id.to_string(),
                )?;
                Ok::<_, Error>(())
            })?;
        Ok(content.organisation.name)
    }

    /// Returns what an organisation of a bundle has and this vault has not.
    fn missing(&self, content: &Content) -> Result<Added, Error> {
        let known: Option<Organisation> =
            self.store.get(&content.organisation.id.to_string())?;
        Ok(Added {
            organisation: known.is_none().then(|| content.organisation.clone()),
            sites: self.without_known(&content.sites)?,
            systems: self.without_known(&content.systems)?,
            vendors: self.without_known(&content.vendors)?,
            people: self.without_known(&content.people)?,
        })
    }

    fn without_known<R: Record + Clone>(&self, records: &[R]) -> Result<Vec<R>, Error> {
        let mut missing = Vec::new();
        for record in records {
            if self.store.get::<R>(&record.id())?.is_none() {
                missing.push(record.clone());
            }
        }
        Ok(missing)
    }
}

/// What comes new with a bundle beside the assessment.
struct Added {
    organisation: Option<Organisation>,
    sites: Vec<Site>,
    systems: Vec<System>,
    vendors: Vec<Vendor>,
    people: Vec<Person>,
}

impl Added {
    fn put(&self, change: &mut Change<'_>) -> Result<(), store::Error> {
        if let Some(organisation) = &self.organisation {
            change.put(organisation)?;
        }
        put_all(change, &self.sites)?;
        put_all(change, &self.systems)?;
        put_all(change, &self.vendors)?;
        put_all(change, &self.people)
    }
}

/// Writes the assessment's records; evidence names the files as this vault has them.
fn write(
    change: &mut Change<'_>,
    content: &Content,
    attached: &HashMap<String, Attachment>,
) -> Result<(), store::Error> {
    change.put(&content.assessment)?;
    put_all(change, &content.versions)?;
    put_all(change, &content.snapshots)?;
    put_all(change, &content.answers)?;
    put_all(change, &content.working_notes)?;
    put_all(change, &content.observations)?;
    for evidence in &content.evidence {
        let mut evidence = evidence.clone();
        if let Some(attachment) = &mut evidence.attachment
            && let Some(here) = attached.get(&attachment.sha256)
        {
            attachment.id = here.id;
        }
        change.put(&evidence)?;
    }
    put_all(change, &content.links)?;
    put_all(change, &content.requests)?;
    put_all(change, &content.findings)
}

fn put_all<R: Record>(change: &mut Change<'_>, records: &[R]) -> Result<(), store::Error> {
    records.iter().try_for_each(|record| change.put(record))
}
