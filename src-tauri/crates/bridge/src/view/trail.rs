//! The trail: who did what when, and the proof.

views! {
    /// A piece of the trail, newest first.
    TrailView {
        /// The entries.
        entries: Vec<TrailRow>,
        /// How many there are under this filter.
        total: u32,
        /// How many entries the trail has in all.
        all: u32,
        /// The head over all chains, in hex.
        head: String,
        /// Who wrote entries: for the filter.
        people: Vec<TrailPerson>,
        /// What was done: for the filter, as codes.
        actions: Vec<String>,
        /// The last signed head; nothing before the first.
        signed: Option<SignedHeadView>,
        /// What the last verification found in this session; nothing while it still runs.
        verified: Option<TrailCheckView>,
    }
    /// One entry.
    TrailRow {
        /// Its number over all chains, from 1.
        number: u32,
        /// When, as its computer's clock said.
        at: chrono::DateTime<chrono::Utc>,
        /// The member's name; what is known of the key slot when there is none.
        who: String,
        /// What was done, as a code: "put", "unlock", "withdraw".
        action: String,
        /// What it was done to, as a code: "answer", "evidence", "vault".
        kind: String,
        /// The control, title or name that it was done to, where that is still known.
        about: Option<String>,
        /// The organisation whose chain it stands in; nothing for the vault's own.
        organisation: Option<String>,
        /// Whether it was written on this computer.
        here: bool,
        /// Whether the clock had been set back before it.
        clock_back: bool,
    }
    /// Somebody who wrote entries.
    TrailPerson {
        /// The key slot.
        slot: String,
        /// The name.
        name: String,
    }
    /// One entry with its proof.
    TrailEntryView {
        /// The entry.
        row: TrailRow,
        /// The record's id.
        object: String,
        /// The key slot that wrote it.
        slot: String,
        /// The computer.
        device: String,
        /// The copy of the vault.
        copy: String,
        /// The hash of the entry before it in its chain, in hex.
        previous: String,
        /// Its own hash, in hex.
        hash: String,
        /// The keyed digest of what stood there before; nothing when nothing did.
        before: Option<String>,
        /// The keyed digest of what stands there after; nothing when nothing does.
        after: Option<String>,
        /// The hashes beside the way from the entry up to the root (RFC 6962), in hex.
        proof: Vec<String>,
        /// The signed head whose root the proof leads to; nothing before the next one.
        signed: Option<SignedHeadView>,
    }
    /// A head of the trail that somebody signed.
    SignedHeadView {
        /// Entries behind it.
        entries: u32,
        /// The running head, in hex.
        head: String,
        /// The Merkle root (RFC 6962), in hex.
        root: String,
        /// When.
        at: chrono::DateTime<chrono::Utc>,
        /// Who signed.
        who: String,
        /// At what: "unlock", "lock", "export", "backup".
        occasion: String,
        /// The fingerprint of the signing key.
        fingerprint: String,
    }
    /// What a verification of the whole trail found.
    TrailCheckView {
        /// Whether all was sound.
        sound: bool,
        /// Entries looked at.
        entries: u32,
        /// Signatures looked at.
        signatures: u32,
        /// What was found, in a sentence.
        sentence: String,
        /// The first entry that does not follow from those before it.
        first_break: Option<u32>,
        /// What cannot be seen by any such look, in sentences.
        unseen: Vec<String>,
    }
}
