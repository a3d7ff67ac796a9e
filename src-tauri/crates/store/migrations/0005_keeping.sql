-- Who has a way in, how long things are kept, and the heads of the trail that people signed.

CREATE TABLE member (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;

CREATE TABLE retention (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;

-- A head somebody signed with the key of their slot, whose public half stands beside it: it
-- outlives the slot. `frontier` is what is needed to go on with the Merkle tree from there
-- (RFC 6962) without reading the entries before it; `previous` is how many entries stand
-- behind the head that was signed before this one.
CREATE TABLE signed_head (
    entries INTEGER PRIMARY KEY,
    previous INTEGER NOT NULL,
    at TEXT NOT NULL,
    occasion TEXT NOT NULL,
    head BLOB NOT NULL,
    root BLOB NOT NULL,
    frontier BLOB NOT NULL,
    slot TEXT NOT NULL,
    signer BLOB NOT NULL,
    signature BLOB NOT NULL
) STRICT;
CREATE TRIGGER signed_head_is_not_altered BEFORE UPDATE ON signed_head
BEGIN SELECT RAISE(ABORT, 'signed heads are only appended to'); END;
CREATE TRIGGER signed_head_is_not_removed BEFORE DELETE ON signed_head
BEGIN SELECT RAISE(ABORT, 'signed heads are only appended to'); END;
