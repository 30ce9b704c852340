-- What was seen when publication pages and documents were looked at on the web. Sightings are append-only.

CREATE TABLE watch_round (
  number INTEGER PRIMARY KEY,
  begun  TEXT NOT NULL,
  ended  TEXT
) STRICT;

CREATE TABLE sighting (
  number   INTEGER PRIMARY KEY,
  round    INTEGER NOT NULL REFERENCES watch_round (number),
  at       TEXT    NOT NULL,
  address  TEXT    NOT NULL CHECK (address <> ''),
  page     TEXT    NOT NULL,
  outcome  TEXT    NOT NULL CHECK (outcome IN ('present', 'gone', 'not looked')),
  is_page  INTEGER NOT NULL CHECK (is_page IN (0, 1)),
  document TEXT    REFERENCES document (sha256),
  added    INTEGER NOT NULL CHECK (added IN (0, 1)),
  answered TEXT    NOT NULL,
  location TEXT    NOT NULL,
  etag     TEXT    NOT NULL,
  modified TEXT    NOT NULL,
  problem  TEXT    NOT NULL
) STRICT;

CREATE INDEX sighting_by_address ON sighting (address, number);
CREATE INDEX sighting_by_round ON sighting (round, number);

CREATE TABLE page_link (
  page    TEXT    NOT NULL,
  rank    INTEGER NOT NULL,
  address TEXT    NOT NULL,
  sure    INTEGER NOT NULL CHECK (sure IN (0, 1)),
  PRIMARY KEY (page, rank)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER sighting_is_never_changed BEFORE UPDATE ON sighting
BEGIN SELECT RAISE(ABORT, 'a sighting is never changed, only followed by another'); END;

CREATE TRIGGER sighting_is_never_removed BEFORE DELETE ON sighting
BEGIN SELECT RAISE(ABORT, 'a sighting is never removed'); END;
