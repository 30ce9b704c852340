-- Right of reply: packs that were sent to systems, what they replied, and when the answers became final. All append-only.

CREATE TABLE pack (
  number INTEGER PRIMARY KEY,
  system TEXT NOT NULL CHECK (system <> ''),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  person TEXT NOT NULL CHECK (person <> ''),
  at     TEXT NOT NULL
) STRICT;

CREATE TABLE pack_document (
  pack     INTEGER NOT NULL REFERENCES pack (number),
  document TEXT    NOT NULL REFERENCES document (sha256),
  PRIMARY KEY (pack, document)
) STRICT, WITHOUT ROWID;

CREATE TABLE reply (
  number   INTEGER PRIMARY KEY,
  pack     INTEGER NOT NULL REFERENCES pack (number),
  document TEXT    NOT NULL REFERENCES document (sha256),
  question TEXT    NOT NULL,
  writer   TEXT    NOT NULL,
  text     TEXT    NOT NULL CHECK (text <> ''),
  person   TEXT    NOT NULL CHECK (person <> ''),
  at       TEXT    NOT NULL
) STRICT;

CREATE INDEX reply_by_question ON reply (document, question, number);

CREATE TABLE pack_state (
  number INTEGER PRIMARY KEY,
  pack   INTEGER NOT NULL REFERENCES pack (number),
  state  TEXT    NOT NULL CHECK (state IN ('final', 'reopened')),
  person TEXT    NOT NULL CHECK (person <> ''),
  at     TEXT    NOT NULL,
  why    TEXT    NOT NULL
) STRICT;

CREATE TRIGGER pack_is_never_changed BEFORE UPDATE ON pack
BEGIN SELECT RAISE(ABORT, 'a pack is never changed, only followed by another'); END;
CREATE TRIGGER pack_is_never_removed BEFORE DELETE ON pack
BEGIN SELECT RAISE(ABORT, 'a pack is never removed'); END;
CREATE TRIGGER pack_is_never_replaced BEFORE INSERT ON pack
WHEN EXISTS (SELECT 1 FROM pack WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'a pack is never replaced, only followed by another'); END;

CREATE TRIGGER pack_document_is_never_changed BEFORE UPDATE ON pack_document
BEGIN SELECT RAISE(ABORT, 'the documents of a pack are never changed'); END;
CREATE TRIGGER pack_document_is_never_removed BEFORE DELETE ON pack_document
BEGIN SELECT RAISE(ABORT, 'the documents of a pack are never removed'); END;
CREATE TRIGGER pack_document_is_never_replaced BEFORE INSERT ON pack_document
WHEN EXISTS (SELECT 1 FROM pack_document WHERE pack = NEW.pack AND document = NEW.document)
BEGIN SELECT RAISE(ABORT, 'the documents of a pack are never replaced'); END;

CREATE TRIGGER reply_is_never_changed BEFORE UPDATE ON reply
BEGIN SELECT RAISE(ABORT, 'a reply is never changed, only followed by another'); END;
CREATE TRIGGER reply_is_never_removed BEFORE DELETE ON reply
BEGIN SELECT RAISE(ABORT, 'a reply is never removed, only followed by another'); END;
CREATE TRIGGER reply_is_never_replaced BEFORE INSERT ON reply
WHEN EXISTS (SELECT 1 FROM reply WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'a reply is never replaced, only followed by another'); END;

CREATE TRIGGER pack_state_is_never_changed BEFORE UPDATE ON pack_state
BEGIN SELECT RAISE(ABORT, 'the state of a pack is never changed, only followed by another'); END;
CREATE TRIGGER pack_state_is_never_removed BEFORE DELETE ON pack_state
BEGIN SELECT RAISE(ABORT, 'the state of a pack is never removed, only followed by another'); END;
CREATE TRIGGER pack_state_is_never_replaced BEFORE INSERT ON pack_state
WHEN EXISTS (SELECT 1 FROM pack_state WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'the state of a pack is never replaced, only followed by another'); END;
