CREATE INDEX answer_at_a_glance
    ON answer (assessment, control, subject, implementation, flagged, changed);

CREATE UNIQUE INDEX answer_of_control ON answer (assessment, control, subject);

CREATE INDEX assessment_of_organisation ON assessment (organisation);

CREATE INDEX evidence_link_of_assessment ON evidence_link (assessment);

CREATE INDEX evidence_of_assessment ON evidence (assessment);

CREATE INDEX evidence_request_of_assessment ON evidence_request (assessment);

CREATE INDEX finding_at_a_glance ON finding (standing, assessment);

CREATE INDEX finding_of_assessment ON finding (assessment);

CREATE INDEX issue_of_assessment ON issue (assessment);

CREATE INDEX issue_of_organisation ON issue (organisation);

CREATE INDEX observation_of_assessment ON observation (assessment);

CREATE INDEX packet_draft_of_assessment ON packet_draft (assessment);

CREATE INDEX person_of_organisation ON person (organisation);

CREATE INDEX site_of_organisation ON site (organisation);

CREATE INDEX system_of_organisation ON system (organisation);

CREATE UNIQUE INDEX trail_of_chain ON trail (chain, place);

CREATE INDEX trail_of_object ON trail (object, number);

CREATE INDEX vendor_of_organisation ON vendor (organisation);

CREATE INDEX version_of_assessment ON version (assessment);

CREATE UNIQUE INDEX working_note_of_control ON working_note (assessment, control, subject);

CREATE TABLE answer (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL,
    control TEXT NOT NULL AS (json_extract(body, '$.control')) VIRTUAL,
    subject TEXT NOT NULL AS (json_extract(body, '$.subject')) VIRTUAL,
    implementation TEXT AS (json_extract(body, '$.implementation')) VIRTUAL,
    flagged INTEGER AS (json_extract(body, '$.flagged')) VIRTUAL
, changed TEXT AS (json_extract(body, '$.changed')) VIRTUAL) STRICT;

CREATE TABLE assessment (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;

CREATE TABLE attachment (
    id TEXT PRIMARY KEY,
    object BLOB NOT NULL UNIQUE,
    key BLOB NOT NULL,
    length INTEGER NOT NULL,
    sha256 BLOB NOT NULL UNIQUE,
    digest BLOB NOT NULL
) STRICT;

CREATE TABLE evidence (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;

CREATE TABLE evidence_link (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;

CREATE TABLE evidence_request (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;

CREATE TABLE finding (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
, standing TEXT AS (json_extract(body, '$.standing')) VIRTUAL) STRICT;

CREATE TABLE framework (
    id TEXT PRIMARY KEY, body BLOB NOT NULL, digest BLOB NOT NULL
) STRICT;

CREATE TABLE issue (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;

CREATE TABLE look (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;

CREATE TABLE member (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;

CREATE TABLE observation (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;

CREATE TABLE organisation (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;

CREATE TABLE packet_draft (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;

CREATE TABLE packet_template (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;

CREATE TABLE person (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;

CREATE TABLE retention (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (
    words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii',
    prefix = '1 2 3 4 5 6'
);

CREATE TABLE 'search_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'search_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'search_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE search_place (
    doc INTEGER PRIMARY KEY,
    object BLOB NOT NULL UNIQUE
) STRICT;

CREATE TABLE search_reached (entries INTEGER) STRICT;

CREATE TABLE setting (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;

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

CREATE TABLE site (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;

CREATE TABLE snapshot (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;

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

CREATE TABLE system (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;

CREATE TABLE trail (
    number INTEGER PRIMARY KEY,
    encoding INTEGER NOT NULL,
    chain TEXT NOT NULL,
    place INTEGER NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    device TEXT NOT NULL,
    copy TEXT NOT NULL,
    action TEXT NOT NULL,
    kind TEXT NOT NULL,
    object TEXT NOT NULL,
    before BLOB,
    after BLOB,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL,
    head BLOB NOT NULL
) STRICT;

CREATE TABLE vendor (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;

CREATE TABLE version (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;

CREATE TABLE working_note (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL,
    control TEXT NOT NULL AS (json_extract(body, '$.control')) VIRTUAL,
    subject TEXT NOT NULL AS (json_extract(body, '$.subject')) VIRTUAL
) STRICT;

CREATE TRIGGER signed_head_is_not_altered BEFORE UPDATE ON signed_head
BEGIN SELECT RAISE(ABORT, 'signed heads are only appended to'); END;

CREATE TRIGGER signed_head_is_not_removed BEFORE DELETE ON signed_head
BEGIN SELECT RAISE(ABORT, 'signed heads are only appended to'); END;

CREATE TRIGGER trail_is_not_altered BEFORE UPDATE ON trail
BEGIN SELECT RAISE(ABORT, 'the trail is only appended to'); END;

CREATE TRIGGER trail_is_not_shortened BEFORE DELETE ON trail
BEGIN SELECT RAISE(ABORT, 'the trail is only appended to'); END;
