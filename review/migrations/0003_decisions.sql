-- What people decided. Append-only: the triggers below refuse every change and every removal, whoever asks.
-- A decision refers to nothing that a run may replace: it keeps the draft's answer, versions and quotes itself.

CREATE TABLE decision (
  number         INTEGER PRIMARY KEY,
  document       TEXT NOT NULL REFERENCES document (sha256),
  question       TEXT NOT NULL,
  person         TEXT NOT NULL CHECK (person <> ''),
  at             TEXT NOT NULL,
  action         TEXT NOT NULL CHECK (action IN ('confirm', 'change', 'cannot tell')),
  answer         TEXT NOT NULL,
  reason         TEXT NOT NULL,
  comment        TEXT NOT NULL,
  draft_answer   TEXT NOT NULL,
  draft_planmark TEXT NOT NULL,
  draft_lexicon  TEXT NOT NULL,
  draft_icu      TEXT NOT NULL,
  draft_re2      TEXT NOT NULL
) STRICT;

CREATE INDEX decision_by_question ON decision (document, question, number);

CREATE TABLE decision_evidence (
  decision   INTEGER NOT NULL REFERENCES decision (number),
  side       TEXT    NOT NULL CHECK (side IN ('for', 'against')),
  rank       INTEGER NOT NULL,
  page       INTEGER NOT NULL,
  begin_byte INTEGER NOT NULL,
  end_byte   INTEGER NOT NULL,
  quote      TEXT    NOT NULL,
  rules      TEXT    NOT NULL,
  note       TEXT    NOT NULL,
  PRIMARY KEY (decision, side, rank)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER decision_is_never_changed BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'a decision is never changed, only followed by another'); END;

CREATE TRIGGER decision_is_never_removed BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'a decision is never removed, only followed by another'); END;

-- INSERT OR REPLACE removes the old row without asking the trigger above.
CREATE TRIGGER decision_is_never_replaced BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM decision WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'a decision is never replaced, only followed by another'); END;

CREATE TRIGGER decision_evidence_is_never_changed BEFORE UPDATE ON decision_evidence
BEGIN SELECT RAISE(ABORT, 'the evidence of a decision is never changed'); END;

CREATE TRIGGER decision_evidence_is_never_removed BEFORE DELETE ON decision_evidence
BEGIN SELECT RAISE(ABORT, 'the evidence of a decision is never removed'); END;

CREATE TRIGGER decision_evidence_is_never_replaced BEFORE INSERT ON decision_evidence
WHEN EXISTS (SELECT 1 FROM decision_evidence
             WHERE decision = NEW.decision AND side = NEW.side AND rank = NEW.rank)
BEGIN SELECT RAISE(ABORT, 'the evidence of a decision is never replaced'); END;
