-- People who review, how they sign in, and what happened. `event` is append-only: its triggers refuse every change and
-- every removal, whoever asks.

CREATE TABLE person (
  name     TEXT    PRIMARY KEY CHECK (name <> ''),
  shown    TEXT    NOT NULL CHECK (shown <> ''),
  active   INTEGER NOT NULL CHECK (active IN (0, 1)),
  password TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person_role (
  person TEXT NOT NULL REFERENCES person (name),
  role   TEXT NOT NULL CHECK (role IN ('reviewer', 'coordinator', 'adjudicator')),
  PRIMARY KEY (person, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  token   TEXT PRIMARY KEY CHECK (length(token) = 64),
  person  TEXT NOT NULL REFERENCES person (name),
  created TEXT NOT NULL,
  expires TEXT NOT NULL,
  ended   TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_in_link (
  token   TEXT PRIMARY KEY CHECK (length(token) = 64),
  person  TEXT NOT NULL REFERENCES person (name),
  created TEXT NOT NULL,
  expires TEXT NOT NULL,
  used    TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  number   INTEGER PRIMARY KEY,
  at       TEXT NOT NULL,
  person   TEXT NOT NULL,
  kind     TEXT NOT NULL CHECK (kind <> ''),
  document TEXT REFERENCES document (sha256),
  question TEXT NOT NULL,
  subject  TEXT NOT NULL,
  what     TEXT NOT NULL,
  why      TEXT NOT NULL,
  planmark TEXT NOT NULL,
  lexicon  TEXT NOT NULL
) STRICT;

CREATE INDEX event_by_question ON event (document, question, number);
CREATE INDEX event_by_kind ON event (kind, at);

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never changed, only followed by another'); END;

CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never removed, only followed by another'); END;

-- INSERT OR REPLACE removes the old row without asking the trigger above.
CREATE TRIGGER event_is_never_replaced BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'an event is never replaced, only followed by another'); END;

-- What was decided before there were events.
INSERT INTO event (at, person, kind, document, question, subject, what, why, planmark, lexicon)
SELECT at, person, 'decision', document, question, number, 'first: ' || action || iif(answer = '', '', ': ' || answer),
       reason, draft_planmark, draft_lexicon
FROM decision ORDER BY number;
