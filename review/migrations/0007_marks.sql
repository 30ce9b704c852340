-- First and second marks and adjudications, the quotes they rest on, and comments on a criterion. All append-only.
-- The table of decisions is made anew for the action "answer" and its new columns; its rows stay as they are.

CREATE TABLE decision_with_mark (
  number         INTEGER PRIMARY KEY,
  document       TEXT NOT NULL REFERENCES document (sha256),
  question       TEXT NOT NULL,
  person         TEXT NOT NULL CHECK (person <> ''),
  at             TEXT NOT NULL,
  mark           TEXT NOT NULL CHECK (mark IN ('first', 'second', 'adjudication')),
  action         TEXT NOT NULL CHECK (action IN ('confirm', 'change', 'answer', 'cannot tell')),
  answer         TEXT NOT NULL,
  reason         TEXT NOT NULL,
  comment        TEXT NOT NULL,
  draft_shown    INTEGER NOT NULL CHECK (draft_shown IN (0, 1)),
  supersedes     INTEGER NOT NULL,
  first_mark     INTEGER REFERENCES decision (number),
  second_mark    INTEGER REFERENCES decision (number),
  key            TEXT NOT NULL,
  request        TEXT NOT NULL,
  draft_answer   TEXT NOT NULL,
  draft_planmark TEXT NOT NULL,
  draft_lexicon  TEXT NOT NULL,
  draft_icu      TEXT NOT NULL,
  draft_re2      TEXT NOT NULL
) STRICT;

INSERT INTO decision_with_mark
SELECT number, document, question, person, at, 'first', action, answer, reason, comment, 1, 0, NULL, NULL, '', '',
       draft_answer, draft_planmark, draft_lexicon, draft_icu, draft_re2
FROM decision;

DROP TABLE decision;
ALTER TABLE decision_with_mark RENAME TO decision;

CREATE INDEX decision_by_question ON decision (document, question, number);
CREATE UNIQUE INDEX decision_by_key ON decision (key) WHERE key <> '';

CREATE TRIGGER decision_is_never_changed BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'a decision is never changed, only followed by another'); END;

CREATE TRIGGER decision_is_never_removed BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'a decision is never removed, only followed by another'); END;

-- INSERT OR REPLACE removes the old row without asking the trigger above.
CREATE TRIGGER decision_is_never_replaced BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM decision WHERE number = NEW.number OR key = NEW.key AND key <> '')
BEGIN SELECT RAISE(ABORT, 'a decision is never replaced, only followed by another'); END;

-- What stands: the last adjudication, otherwise the last first mark. A second mark alone never stands.
CREATE VIEW standing AS
SELECT * FROM decision AS d
WHERE number = (SELECT number FROM decision
                WHERE document = d.document AND question = d.question AND mark <> 'second'
                ORDER BY mark = 'adjudication' DESC, number DESC LIMIT 1);

CREATE TABLE marked_quote (
  decision   INTEGER NOT NULL REFERENCES decision (number),
  rank       INTEGER NOT NULL,
  verdict    TEXT    NOT NULL CHECK (verdict IN ('accepted', 'rejected', 'added')),
  page       INTEGER NOT NULL,
  begin_byte INTEGER NOT NULL,
  end_byte   INTEGER NOT NULL,
  quote      TEXT    NOT NULL,
  why        TEXT    NOT NULL,
  PRIMARY KEY (decision, rank)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER marked_quote_is_never_changed BEFORE UPDATE ON marked_quote
BEGIN SELECT RAISE(ABORT, 'the quotes of a decision are never changed'); END;

CREATE TRIGGER marked_quote_is_never_removed BEFORE DELETE ON marked_quote
BEGIN SELECT RAISE(ABORT, 'the quotes of a decision are never removed'); END;

CREATE TRIGGER marked_quote_is_never_replaced BEFORE INSERT ON marked_quote
WHEN EXISTS (SELECT 1 FROM marked_quote WHERE decision = NEW.decision AND rank = NEW.rank)
BEGIN SELECT RAISE(ABORT, 'the quotes of a decision are never replaced'); END;

CREATE TABLE criterion_comment (
  number    INTEGER PRIMARY KEY,
  document  TEXT NOT NULL REFERENCES document (sha256),
  criterion TEXT NOT NULL CHECK (criterion <> ''),
  person    TEXT NOT NULL CHECK (person <> ''),
  at        TEXT NOT NULL,
  key       TEXT NOT NULL,
  text      TEXT NOT NULL
) STRICT;

CREATE INDEX criterion_comment_by_document ON criterion_comment (document, criterion, number);
CREATE UNIQUE INDEX criterion_comment_by_key ON criterion_comment (key) WHERE key <> '';

CREATE TRIGGER criterion_comment_is_never_changed BEFORE UPDATE ON criterion_comment
BEGIN SELECT RAISE(ABORT, 'a comment is never changed, only followed by another'); END;

CREATE TRIGGER criterion_comment_is_never_removed BEFORE DELETE ON criterion_comment
BEGIN SELECT RAISE(ABORT, 'a comment is never removed, only followed by another'); END;

CREATE TRIGGER criterion_comment_is_never_replaced BEFORE INSERT ON criterion_comment
WHEN EXISTS (SELECT 1 FROM criterion_comment WHERE number = NEW.number OR key = NEW.key AND key <> '')
BEGIN SELECT RAISE(ABORT, 'a comment is never replaced, only followed by another'); END;
