-- Who answers what, who can take how much and whose documents they may not mark, and how samples are drawn.
-- Assignments come and go, each with its event; settings are append-only.

CREATE TABLE assignment (
  document  TEXT NOT NULL REFERENCES document (sha256),
  criterion TEXT NOT NULL,
  person    TEXT NOT NULL REFERENCES person (name),
  mark      TEXT NOT NULL CHECK (mark IN ('first', 'second')),
  due       TEXT NOT NULL,
  PRIMARY KEY (document, criterion, person, mark)
) STRICT, WITHOUT ROWID;

CREATE INDEX assignment_by_person ON assignment (person);

CREATE TABLE capacity (
  person    TEXT    PRIMARY KEY REFERENCES person (name),
  documents INTEGER NOT NULL CHECK (documents >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE conflict (
  person TEXT NOT NULL REFERENCES person (name),
  system TEXT NOT NULL CHECK (system <> ''),
  why    TEXT NOT NULL,
  PRIMARY KEY (person, system)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  number INTEGER PRIMARY KEY,
  name   TEXT NOT NULL CHECK (name <> ''),
  value  TEXT NOT NULL,
  person TEXT NOT NULL CHECK (person <> ''),
  at     TEXT NOT NULL,
  why    TEXT NOT NULL
) STRICT;

CREATE TRIGGER setting_is_never_changed BEFORE UPDATE ON setting
BEGIN SELECT RAISE(ABORT, 'a setting is never changed, only followed by another'); END;

CREATE TRIGGER setting_is_never_removed BEFORE DELETE ON setting
BEGIN SELECT RAISE(ABORT, 'a setting is never removed, only followed by another'); END;

CREATE TRIGGER setting_is_never_replaced BEFORE INSERT ON setting
WHEN EXISTS (SELECT 1 FROM setting WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'a setting is never replaced, only followed by another'); END;
