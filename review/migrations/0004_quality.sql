-- How well each document was read.

CREATE TABLE quality (
  document            TEXT    PRIMARY KEY REFERENCES extraction (document) ON DELETE CASCADE,
  pages               INTEGER NOT NULL,
  blank_pages         INTEGER NOT NULL,
  unreadable_pages    INTEGER NOT NULL,
  column_pages        INTEGER NOT NULL,
  tables              INTEGER NOT NULL,
  words               INTEGER NOT NULL,
  known_share         REAL,
  english_share       REAL,
  unmapped_characters INTEGER NOT NULL,
  unmapped_fonts      TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
