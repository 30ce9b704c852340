-- Documents, what they are called, what they are, and what was read from them.
-- Every table of this file is WITHOUT ROWID under a natural key: the same documents give the same database content
-- in whatever order they arrive.

CREATE TABLE document (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  bytes  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE file_name (
  document TEXT NOT NULL REFERENCES document (sha256),
  name     TEXT NOT NULL,
  PRIMARY KEY (document, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE identity (
  document TEXT NOT NULL REFERENCES document (sha256),
  source   TEXT NOT NULL CHECK (source IN ('proposed', 'manifest', 'person')),
  system   TEXT NOT NULL,
  part     TEXT NOT NULL,
  edition  TEXT NOT NULL,
  title    TEXT NOT NULL,
  url      TEXT NOT NULL,
  PRIMARY KEY (document, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE identity_evidence (
  document TEXT    NOT NULL,
  source   TEXT    NOT NULL,
  rank     INTEGER NOT NULL,
  member   TEXT    NOT NULL,
  value    TEXT    NOT NULL,
  place    TEXT    NOT NULL,
  quote    TEXT    NOT NULL,
  PRIMARY KEY (document, source, rank),
  FOREIGN KEY (document, source) REFERENCES identity (document, source) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE refusal (
  document TEXT PRIMARY KEY REFERENCES document (sha256),
  planmark TEXT NOT NULL,
  poppler  TEXT NOT NULL,
  kind     TEXT NOT NULL,
  what     TEXT NOT NULL,
  fix      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE extraction (
  document TEXT    PRIMARY KEY REFERENCES document (sha256),
  planmark TEXT    NOT NULL,
  poppler  TEXT    NOT NULL,
  title    TEXT    NOT NULL,
  producer TEXT    NOT NULL,
  created  TEXT    NOT NULL,
  tagged   INTEGER NOT NULL CHECK (tagged IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE page (
  document   TEXT    NOT NULL REFERENCES extraction (document) ON DELETE CASCADE,
  page       INTEGER NOT NULL CHECK (page > 0),
  begin_byte INTEGER NOT NULL,
  end_byte   INTEGER NOT NULL,
  width      REAL    NOT NULL,
  height     REAL    NOT NULL,
  state      TEXT    NOT NULL,
  reason     TEXT    NOT NULL,
  label      TEXT    NOT NULL,
  text       TEXT    NOT NULL,
  PRIMARY KEY (document, page)
) STRICT, WITHOUT ROWID;

CREATE TABLE page_words (
  document TEXT    NOT NULL,
  page     INTEGER NOT NULL,
  words    BLOB    NOT NULL,
  PRIMARY KEY (document, page),
  FOREIGN KEY (document, page) REFERENCES page (document, page) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE style (
  document TEXT    NOT NULL REFERENCES extraction (document) ON DELETE CASCADE,
  style    INTEGER NOT NULL,
  font     TEXT    NOT NULL,
  size     REAL    NOT NULL,
  bold     INTEGER NOT NULL CHECK (bold IN (0, 1)),
  italic   INTEGER NOT NULL CHECK (italic IN (0, 1)),
  colour   INTEGER NOT NULL,
  PRIMARY KEY (document, style)
) STRICT, WITHOUT ROWID;

CREATE TABLE block (
  document     TEXT    NOT NULL REFERENCES extraction (document) ON DELETE CASCADE,
  block        INTEGER NOT NULL,
  begin_byte   INTEGER NOT NULL,
  end_byte     INTEGER NOT NULL,
  kind         TEXT    NOT NULL,
  level        INTEGER NOT NULL,
  boxed        INTEGER NOT NULL CHECK (boxed IN (0, 1)),
  section      INTEGER,
  stem         INTEGER,
  table_number INTEGER,
  PRIMARY KEY (document, block)
) STRICT, WITHOUT ROWID;

CREATE TABLE cell (
  document   TEXT    NOT NULL REFERENCES extraction (document) ON DELETE CASCADE,
  cell       INTEGER NOT NULL,
  block      INTEGER NOT NULL,
  column_number INTEGER NOT NULL,
  head       INTEGER NOT NULL CHECK (head IN (0, 1)),
  begin_byte INTEGER NOT NULL,
  end_byte   INTEGER NOT NULL,
  PRIMARY KEY (document, cell)
) STRICT, WITHOUT ROWID;

CREATE TABLE reading_problem (
  document TEXT    NOT NULL REFERENCES extraction (document) ON DELETE CASCADE,
  rank     INTEGER NOT NULL,
  page     INTEGER,
  kind     TEXT    NOT NULL,
  what     TEXT    NOT NULL,
  place    TEXT    NOT NULL,
  fix      TEXT    NOT NULL,
  PRIMARY KEY (document, rank)
) STRICT, WITHOUT ROWID;
