-- What the engine makes of a document: sentences, mentions, and draft answers with their reasons and evidence.
-- A new extraction of a document takes these with it (ON DELETE CASCADE): their byte ranges mean nothing without it.

CREATE TABLE analysis (
  document  TEXT PRIMARY KEY REFERENCES extraction (document) ON DELETE CASCADE,
  part      TEXT NOT NULL,
  planmark  TEXT NOT NULL,
  lexicon   TEXT NOT NULL,
  icu       TEXT NOT NULL,
  re2       TEXT NOT NULL,
  sentences BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE mention (
  document TEXT    NOT NULL REFERENCES analysis (document) ON DELETE CASCADE,
  rule     TEXT    NOT NULL,
  mentions INTEGER NOT NULL,
  places   BLOB    NOT NULL,
  PRIMARY KEY (document, rule)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  document            TEXT    NOT NULL REFERENCES analysis (document) ON DELETE CASCADE,
  question            TEXT    NOT NULL,
  rank                INTEGER NOT NULL,
  answer              TEXT    NOT NULL,
  not_assessed        INTEGER NOT NULL CHECK (not_assessed IN (0, 1)),
  value               TEXT    NOT NULL,
  lead                TEXT    NOT NULL,
  role                TEXT    NOT NULL,
  person              TEXT    NOT NULL,
  confidence          TEXT    NOT NULL,
  reason              TEXT    NOT NULL,
  searched_rules      INTEGER NOT NULL,
  searched_pages      INTEGER NOT NULL,
  searched_unreadable TEXT    NOT NULL,
  PRIMARY KEY (document, question)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft_value (
  document TEXT    NOT NULL,
  question TEXT    NOT NULL,
  rank     INTEGER NOT NULL,
  value    TEXT    NOT NULL,
  PRIMARY KEY (document, question, rank),
  FOREIGN KEY (document, question) REFERENCES draft (document, question) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE clause (
  document   TEXT    NOT NULL,
  question   TEXT    NOT NULL,
  rank       INTEGER NOT NULL,
  clause     TEXT    NOT NULL,
  met        INTEGER NOT NULL CHECK (met IN (0, 1)),
  because    TEXT    NOT NULL,
  page       INTEGER,
  begin_byte INTEGER NOT NULL,
  end_byte   INTEGER NOT NULL,
  quote      TEXT    NOT NULL,
  PRIMARY KEY (document, question, rank),
  FOREIGN KEY (document, question) REFERENCES draft (document, question) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  document   TEXT    NOT NULL,
  question   TEXT    NOT NULL,
  side       TEXT    NOT NULL CHECK (side IN ('for', 'against')),
  rank       INTEGER NOT NULL,
  page       INTEGER NOT NULL,
  begin_byte INTEGER NOT NULL,
  end_byte   INTEGER NOT NULL,
  quote      TEXT    NOT NULL,
  rules      TEXT    NOT NULL,
  note       TEXT    NOT NULL,
  PRIMARY KEY (document, question, side, rank),
  FOREIGN KEY (document, question) REFERENCES draft (document, question) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
