//! Walking along the trail: whether each entry follows from those before it, and whether
//! each signed head is the one of the trail it was signed over.
//!
//! Reading needs the database and digesting does not, so that whoever looks at the whole
//! trail holds the vault only while a slice is read. After a break the walk goes on from what
//! stands there: one fault is named once, and the next one too.

use std::collections::{HashMap, VecDeque};

use rusqlite::{Connection, params};
use uuid::Uuid;
use vault::Vault;

use super::head::{self, SignedHead};
use super::merkle::Frontier;
use super::slice::{Raw, Slice};
use super::{ENCODING, START, running};
use crate::error::Error;

/// How many breaks are named.
const NAMED: usize = 1_000;

/// What does not hold at one place of the trail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BreakKind {
    /// The entry does not follow from those before it, or is not what was hashed.
    Entry,
    /// The entry is not there, and later ones are.
    Missing,
    /// The signed head with so many entries is not the head of this trail.
    Head,
    /// The signature under the head with so many entries is not its key's.
    Signature,
    /// The key that signed the head with so many entries is not that of its slot.
    Signer,
}

/// A place where the trail does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Break {
    /// The entry's number, or how many entries the head has.
    pub number: u64,
    /// What is wrong there.
    pub kind: BreakKind,
}

/// What a look at the trail found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verification {
    /// How many entries were looked at.
    pub entries: u64,
    /// How many signatures.
    pub signatures: u64,
    /// Where it does not hold, the first thousand places.
    pub breaks: Vec<Break>,
}

/// What is known of who signs, besides what stands beside each head.
pub(crate) struct Known {
    vault: Uuid,
    /// The public key, in PEM, of each slot.
    signers: HashMap<String, Vec<u8>>,
}

impl Known {
    pub(crate) fn of(vault: &Vault) -> Result<Self, Error> {
        let slots = vault.slots()?.into_iter();
        Ok(Self {
            vault: vault.id(),
            signers: slots
                .map(|slot| (slot.id.to_string(), slot.signer_pem))
                .collect(),
        })
    }
}

/// Where a chain has got to.
enum End {
    /// Its last entry's place and hash.
    At(i64, [u8; 32]),
    /// Its last entry did not hold: the next one is taken at its word.
    Broken,
}

/// A walk along the trail.
pub(crate) struct Walk {
    next: i64,
    /// What the running head may be before the next entry: two after a break.
    head: [[u8; 32]; 2],
    ends: HashMap<Vec<u8>, End>,
    heads: VecDeque<SignedHead>,
    signed: u64,
    known: Known,
    leaf: Vec<u8>,
    found: Verification,
    pub(crate) tree: Frontier,
}

impl Walk {
    /// Begins before the first entry.
    pub(crate) fn whole(known: Known, heads: Vec<SignedHead>) -> Self {
        Self {
            next: 1,
            head: [START; 2],
            ends: HashMap::new(),
            heads: heads.into(),
            signed: 0,
            known,
            leaf: Vec::new(),
            found: Verification::default(),
            tree: Frontier::default(),
        }
    }

    /// Begins after a signed head, once that was looked at itself.
    fn after(known: Known, from: &SignedHead) -> Self {
        let mut walk = Self::whole(known, Vec::new());
        walk.check_head(from);
        walk.next = i64::try_from(from.head.entries)
            .unwrap_or(i64::MAX)
            .saturating_add(1);
        walk.head = [from.head.hash; 2];
        match from.tree() {
            Some(tree) => walk.tree = tree,
            None => walk.name(from.head.entries, BreakKind::Head),
        }
        walk
    }

    /// Takes the entries of a slice.
    pub(crate) fn take(&mut self, slice: &Slice) {
        for raw in &slice.rows {
            self.step(raw, slice);
        }
    }

    /// Takes all entries after a number.
    fn read_on(&mut self, connection: &Connection, mut after: i64) -> Result<(), Error> {
        loop {
            let slice = Slice::read(connection, after, i64::MAX)?;
            let Some(last) = slice.rows.last() else {
                return Ok(());
            };
            after = last.number;
            self.take(&slice);
        }
    }

    /// Ends the walk.
    pub(crate) fn finish(mut self) -> Verification {
        while let Some(head) = self.heads.pop_front() {
            self.name(head.head.entries, BreakKind::Head);
        }
        self.found
    }

    fn step(&mut self, raw: &Raw, slice: &Slice) {
        while self.next < raw.number && self.found.breaks.len() < NAMED {
            self.name(self.next.unsigned_abs(), BreakKind::Missing);
            self.next += 1;
        }
        let is_in_turn = raw.number == self.next;
        self.next = raw.number.max(0).saturating_add(1);
        self.found.entries += 1;
        let follows = self.follows(raw, slice);
        if !(follows && is_in_turn) {
            self.name(raw.number.max(0).unsigned_abs(), BreakKind::Entry);
        }
        self.tree.push(raw.hash);
        while let Some(head) = self.heads.pop_front() {
            if head.head.entries > self.next.unsigned_abs() - 1 {
                self.heads.push_front(head);
                break;
            }
            self.meet(&head);
        }
    }

    /// Returns whether an entry follows, in its chain and under the head over all.
    fn follows(&mut self, raw: &Raw, slice: &Slice) -> bool {
        let chain = slice.chain(raw);
        let (place, previous) = match self.ends.get(chain) {
            None => (1, START),
            Some(End::At(place, hash)) => (place + 1, *hash),
            Some(End::Broken) => (raw.place, raw.previous),
        };
        slice.leaf(raw, &previous, &mut self.leaf);
        let hash = vault::sha256(&self.leaf);
        let in_chain = raw.is_readable
            && raw.encoding == i64::from(ENCODING)
            && raw.place == place
            && raw.previous == previous
            && raw.hash == hash;
        let heads = self.head.map(|before| running(&before, &hash));
        let under_head = heads.contains(&raw.head);
        self.head = if under_head {
            [raw.head; 2]
        } else {
            [raw.head, heads[0]]
        };
        let end = if in_chain {
            End::At(place, hash)
        } else {
            End::Broken
        };
        match self.ends.get_mut(chain) {
            Some(known) => *known = end,
            None => {
                self.ends.insert(chain.to_vec(), end);
            }
        }
        in_chain && under_head
    }

    /// Looks at a signed head whose last entry was just taken.
    fn meet(&mut self, head: &SignedHead) {
        let signs_this = self.tree.leaves() == head.head.entries
            && self.tree.root() == head.root
            && self.head.contains(&head.head.hash)
            && head.tree().is_some();
        if !signs_this || head.previous != self.signed {
            self.name(head.head.entries, BreakKind::Head);
            // From here on it is asked whether the rest is what was signed.
            if let Some(tree) = head.tree() {
                self.tree = tree;
            }
        }
        self.check_head(head);
        self.signed = head.head.entries;
    }

    fn check_head(&mut self, head: &SignedHead) {
        self.found.signatures += 1;
        if !head.is_signed(self.known.vault) {
            self.name(head.head.entries, BreakKind::Signature);
        }
        let signers = &mut self.known.signers;
        let known = signers
            .entry(head.slot.clone())
            .or_insert_with(|| head.signer.clone());
        if *known != head.signer {
            self.name(head.head.entries, BreakKind::Signer);
        }
    }

    fn name(&mut self, number: u64, kind: BreakKind) {
        if self.found.breaks.len() < NAMED {
            self.found.breaks.push(Break { number, kind });
        }
    }
}

/// What a walk from a signed head on found.
pub(crate) struct Looked {
    pub(crate) breaks: Vec<Break>,
    pub(crate) tree: Frontier,
}

/// Looks at all that was appended since a signed head, and at that head.
pub(crate) fn since(
    connection: &Connection,
    from: Option<&SignedHead>,
    known: Known,
) -> Result<Looked, Error> {
    let mut walk = match from {
        None => Walk::whole(known, Vec::new()),
        Some(from) => {
            let mut walk = Walk::after(known, from);
            if super::head_after(connection, from.head.entries)? != Some(from.head.hash) {
                walk.name(from.head.entries, BreakKind::Head);
            }
            walk.ends = ends(connection, walk.next)?;
            walk
        }
    };
    let after = if from.is_some() {
        walk.next - 1
    } else {
        i64::MIN
    };
    walk.read_on(connection, after)?;
    let tree = std::mem::take(&mut walk.tree);
    Ok(Looked {
        breaks: walk.finish().breaks,
        tree,
    })
}

/// Returns where each chain that goes on had got to before an entry.
fn ends(connection: &Connection, from: i64) -> Result<HashMap<Vec<u8>, End>, Error> {
    let mut chains =
        connection.prepare_cached("SELECT DISTINCT +chain FROM trail WHERE number >= ?1")?;
    let mut last = connection.prepare_cached(
        "SELECT place, hash FROM trail WHERE chain = ?1 AND number < ?2
         ORDER BY place DESC LIMIT 1",
    )?;
    let mut ends = HashMap::new();
    let mut rows = chains.query([from])?;
    while let Some(row) = rows.next()? {
        let chain: String = row.get(0)?;
        let mut found = last.query(params![chain, from])?;
        if let Some(end) = found.next()? {
            let end = match end.get::<_, [u8; 32]>(1) {
                Ok(hash) => End::At(end.get(0)?, hash),
                Err(_) => End::Broken,
            };
            ends.insert(chain.into_bytes(), end);
        }
    }
    Ok(ends)
}

/// Returns what a look at all entries and signed heads finds. It reads and digests side by
/// side.
pub(crate) fn verify(connection: &Connection, known: Known) -> Result<Verification, Error> {
    let mut walk = Walk::whole(known, head::all(connection)?);
    std::thread::scope(|scope| {
        let (read, to_digest) = std::sync::mpsc::sync_channel::<Slice>(2);
        let digesting = scope.spawn(move || {
            to_digest.iter().for_each(|slice| walk.take(&slice));
            walk.finish()
        });
        let mut after = i64::MIN;
        loop {
            let slice = Slice::read(connection, after, i64::MAX)?;
            let Some(last) = slice.rows.last() else { break };
            after = last.number;
            if read.send(slice).is_err() {
                break;
            }
        }
        drop(read);
        digesting
            .join()
            .map_err(|_| Error::Unreadable { kind: "trail" })
    })
}

/// Returns where the entries by themselves do not hold, whoever signed what.
pub(super) fn follow(connection: &Connection) -> Result<Verification, Error> {
    let nobody = Known {
        vault: Uuid::nil(),
        signers: HashMap::new(),
    };
    let mut walk = Walk::whole(nobody, Vec::new());
    walk.read_on(connection, i64::MIN)?;
    Ok(walk.finish())
}
