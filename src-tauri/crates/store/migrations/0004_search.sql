-- The index of the words of the records. It is made from the records and can be made again,
-- so it is no record itself. It keeps no text: what is found is read from its record.

CREATE VIRTUAL TABLE search USING fts5 (
    words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii',
    prefix = '1 2 3 4 5 6'
);
-- A leaf of the index fits one page of the database.
INSERT INTO search (search, rank) VALUES ('pgsz', 3900);

-- Which record a row of the index is of: the kind is in the upper bits of its number, and of
-- each kind what was written last has the lowest number.
CREATE TABLE search_place (
    doc INTEGER PRIMARY KEY,
    object BLOB NOT NULL UNIQUE
) STRICT;

-- How many entries of the trail the index has taken in; NULL while it is made anew.
CREATE TABLE search_reached (entries INTEGER) STRICT;
INSERT INTO search_reached VALUES (NULL);
