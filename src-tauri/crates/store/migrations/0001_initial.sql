-- Every record is one row: its id, the organisation and the assessment it belongs to, its
-- body as JSON, and the keyed digest of the body, which its last trail entry repeats.
-- Columns that queries need are generated from the body, so that there is one source.

CREATE TABLE setting (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;

CREATE TABLE framework (
    id TEXT PRIMARY KEY, body BLOB NOT NULL, digest BLOB NOT NULL
) STRICT;

CREATE TABLE organisation (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;

CREATE TABLE site (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;
CREATE INDEX site_of_organisation ON site (organisation);

CREATE TABLE system (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;
CREATE INDEX system_of_organisation ON system (organisation);

CREATE TABLE vendor (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;
CREATE INDEX vendor_of_organisation ON vendor (organisation);

CREATE TABLE person (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;
CREATE INDEX person_of_organisation ON person (organisation);

CREATE TABLE assessment (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;
CREATE INDEX assessment_of_organisation ON assessment (organisation);

CREATE TABLE version (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;
CREATE INDEX version_of_assessment ON version (assessment);

CREATE TABLE snapshot (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;

CREATE TABLE answer (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL,
    control TEXT NOT NULL AS (json_extract(body, '$.control')) VIRTUAL,
    subject TEXT NOT NULL AS (json_extract(body, '$.subject')) VIRTUAL,
    implementation TEXT AS (json_extract(body, '$.implementation')) VIRTUAL,
    flagged INTEGER AS (json_extract(body, '$.flagged')) VIRTUAL
) STRICT;
CREATE UNIQUE INDEX answer_of_control ON answer (assessment, control, subject);
CREATE INDEX answer_at_a_glance ON answer (assessment, control, subject, implementation, flagged);

CREATE TABLE working_note (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL,
    control TEXT NOT NULL AS (json_extract(body, '$.control')) VIRTUAL,
    subject TEXT NOT NULL AS (json_extract(body, '$.subject')) VIRTUAL
) STRICT;
CREATE UNIQUE INDEX working_note_of_control ON working_note (assessment, control, subject);

CREATE TABLE observation (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;
CREATE INDEX observation_of_assessment ON observation (assessment);

CREATE TABLE evidence (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;
CREATE INDEX evidence_of_assessment ON evidence (assessment);

CREATE TABLE evidence_link (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;
CREATE INDEX evidence_link_of_assessment ON evidence_link (assessment);

CREATE TABLE evidence_request (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;
CREATE INDEX evidence_request_of_assessment ON evidence_request (assessment);

CREATE TABLE finding (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;
CREATE INDEX finding_of_assessment ON finding (assessment);

-- The sealed bytes: where they lie, the key that opens them, and what they are known by.
-- Equal bytes are one attachment.
CREATE TABLE attachment (
    id TEXT PRIMARY KEY,
    object BLOB NOT NULL UNIQUE,
    key BLOB NOT NULL,
    length INTEGER NOT NULL,
    sha256 BLOB NOT NULL UNIQUE,
    digest BLOB NOT NULL
) STRICT;

-- The trail: appended to in the transaction of each change, and never altered.
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
CREATE UNIQUE INDEX trail_of_chain ON trail (chain, place);
CREATE INDEX trail_of_object ON trail (object, number);
CREATE TRIGGER trail_is_not_altered BEFORE UPDATE ON trail
BEGIN SELECT RAISE(ABORT, 'the trail is only appended to'); END;
CREATE TRIGGER trail_is_not_shortened BEFORE DELETE ON trail
BEGIN SELECT RAISE(ABORT, 'the trail is only appended to'); END;
