-- What can be undone and redone. `of` is the assessment or organisation whose history it is.
-- Steps are not records: the trail tells of what they wrote, and they may be forgotten.

CREATE TABLE step (
    of TEXT NOT NULL,
    number INTEGER NOT NULL,
    organisation TEXT NOT NULL,
    kind TEXT NOT NULL,
    control TEXT,
    typed_in TEXT,
    begun TEXT NOT NULL,
    at TEXT NOT NULL,
    undone INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    PRIMARY KEY (of, number)
) STRICT, WITHOUT ROWID;

-- For each record that a step wrote: the digest of what must stand there when the step is
-- turned back, and the body that is then put there. NULL stands for no record.
CREATE TABLE step_record (
    of TEXT NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    object TEXT NOT NULL,
    stands BLOB,
    body TEXT,
    PRIMARY KEY (of, number, kind, object),
    FOREIGN KEY (of, number) REFERENCES step (of, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
