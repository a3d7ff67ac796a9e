-- What packets consist of, how they look, and the register of what was issued.

CREATE TABLE packet_draft (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;
CREATE INDEX packet_draft_of_assessment ON packet_draft (assessment);

CREATE TABLE packet_template (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;

CREATE TABLE look (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;

CREATE TABLE issue (
    id TEXT PRIMARY KEY, organisation TEXT, assessment TEXT,
    body TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;
CREATE INDEX issue_of_organisation ON issue (organisation);
CREATE INDEX issue_of_assessment ON issue (assessment);
