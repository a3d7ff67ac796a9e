//! The sealed objects that rows name: looked at beside the database, on all processors.

use std::collections::{HashMap, HashSet};
use std::io::Read;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread;

use rusqlite::Connection;
use vault::{EvidenceReader, ObjectId, ObjectKey, Vault};

use crate::attachment::Row;
use crate::error::Error;
use crate::open::Store;

/// No more objects are looked at side by side: disks gain nothing by it.
const AT_ONCE: usize = 4;

/// How many bytes are read at once.
const PIECE: usize = 1 << 20;

/// A sealed object as its row describes it.
pub struct SealedObject {
    id: String,
    /// Nothing when the row itself cannot be right.
    named: Option<Named>,
    sha256: Vec<u8>,
    digest: Vec<u8>,
    length: u64,
}

struct Named {
    object: ObjectId,
    key: ObjectKey,
}

impl SealedObject {
    pub(crate) fn of(row: &Row, vault: &Vault) -> Result<Self, Error> {
        let is_sound = row.expected_digest(vault)? == row.digest;
        let named = row.named().filter(|_| is_sound);
        Ok(Self {
            id: row.id.clone(),
            named: named.map(|(object, key)| Named { object, key }),
            sha256: row.sha256.clone(),
            digest: row.digest.clone(),
            length: row.length.unsigned_abs(),
        })
    }

    pub(crate) fn id(&self) -> &String {
        &self.id
    }

    /// Returns the object; nothing when the row cannot be right.
    pub fn object(&self) -> Option<ObjectId> {
        self.named.as_ref().map(|named| named.object)
    }

    /// Returns how many plain bytes it has.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// Opens the object.
    pub fn open(&self, vault: &Vault) -> Result<EvidenceReader, Error> {
        let unreadable = Error::Unreadable { kind: "attachment" };
        let Named { object, key } = self.named.as_ref().ok_or(unreadable)?;
        Ok(vault.open_evidence(object, key, self.length)?)
    }

    /// Opens the object in a folder to its end and returns whether it has the row's digest.
    fn agrees(&self, folder: &Path, told: &Told<'_>) -> bool {
        let Some(Named { object, key }) = &self.named else {
            return false;
        };
        let Ok(mut reader) = EvidenceReader::open(folder, object, key, self.length) else {
            return false;
        };
        let mut hash = vault::Sha256::new();
        let mut buffer = vec![0_u8; PIECE];
        while !told.is_over() {
            match reader.read(&mut buffer) {
                Ok(0) => return hash.finish().as_slice() == self.sha256,
                Ok(read) => {
                    hash.update(buffer.get(..read).unwrap_or_default());
                    told.tell(read as u64);
                }
                Err(_) => return false,
            }
        }
        false
    }
}

/// What one thread tells of its work.
struct Told<'a> {
    over: &'a AtomicBool,
    to: Sender<u64>,
}

impl Told<'_> {
    fn is_over(&self) -> bool {
        self.over.load(Ordering::Relaxed)
    }

    fn tell(&self, bytes: u64) {
        // Nobody listens any more once it was cancelled.
        let _ = self.to.send(bytes);
    }
}

/// Opens and digests all objects in a folder: the vault's own, or that of a copy. Returns the
/// places, in the list, of those that do not open or have another digest. `watch` hears how
/// many bytes are done in all and may stop it.
pub fn look_at(
    objects: &[SealedObject],
    folder: &Path,
    watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Vec<usize>, Error> {
    let (next, over) = (AtomicUsize::new(0), AtomicBool::new(false));
    let (to, from) = mpsc::channel();
    let threads = thread::available_parallelism()
        .map_or(1, |count| count.get().min(AT_ONCE))
        .min(objects.len());
    let work = |told: Told<'_>| {
        let mut bad = Vec::new();
        while let (place, false) = (next.fetch_add(1, Ordering::Relaxed), told.is_over()) {
            let Some(object) = objects.get(place) else {
                break;
            };
            if !object.agrees(folder, &told) {
                bad.push(place);
            }
        }
        bad
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|_| {
                let told = Told {
                    over: &over,
                    to: to.clone(),
                };
                scope.spawn(|| work(told))
            })
            .collect();
        drop(to);
        let mut done = 0;
        for bytes in from {
            done += bytes;
            if watch(done).is_break() {
                over.store(true, Ordering::Relaxed);
                break;
            }
        }
        let mut bad = Vec::new();
        for worker in workers {
            bad.extend(worker.join().map_err(|_| vault::Error::Crypto)?);
        }
        if over.load(Ordering::Relaxed) {
            return Err(vault::Error::Cancelled.into());
        }
        bad.sort_unstable();
        Ok(bad)
    })
}

/// Takes from each object whose row is not as its last trail entry says what it names.
pub(crate) fn against_the_trail(
    mut objects: Vec<SealedObject>,
    last: &HashMap<String, Vec<u8>>,
) -> Vec<SealedObject> {
    for object in &mut objects {
        if last.get(&object.id) != Some(&object.digest) {
            object.named = None;
        }
    }
    objects
}

/// Reads the objects that the rows of a database name.
pub(crate) fn of_connection(
    connection: &Connection,
    vault: &Vault,
) -> Result<Vec<SealedObject>, Error> {
    let mut statement = connection.prepare(Row::COLUMNS)?;
    let mut rows = statement.query([])?;
    let mut objects = Vec::new();
    while let Some(row) = rows.next()? {
        objects.push(SealedObject::of(&Row::read(row)?, vault)?);
    }
    Ok(objects)
}

impl Store {
    /// Returns the objects that rows name.
    pub fn sealed_objects(&self) -> Result<Vec<SealedObject>, Error> {
        of_connection(&self.connection, &self.vault)
    }

    /// Returns the objects on the disk that no row names, as after an attachment that was
    /// given up.
    pub fn orphans(&self) -> Result<Vec<ObjectId>, Error> {
        let mut statement = self.connection.prepare("SELECT object FROM attachment")?;
        let named: HashSet<Vec<u8>> = statement
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let mut objects = self.vault.objects()?;
        objects.retain(|object| !named.contains(object.as_bytes().as_slice()));
        Ok(objects)
    }

    /// Sets aside every object that no row names. Returns how many.
    pub fn set_orphans_aside(&self) -> Result<u32, Error> {
        let mut moved = 0;
        for object in self.orphans()? {
            self.vault.set_aside(&object)?;
            moved += 1;
        }
        Ok(moved)
    }
}
