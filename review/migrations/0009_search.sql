-- Full-text search in the pages. The index (FTS5) holds no text of its own: it reads the view `page_text`. Triggers keep
-- it with the pages, in the transaction that stores or removes them.

CREATE TABLE page_number (
  number   INTEGER PRIMARY KEY,
  document TEXT    NOT NULL,
  page     INTEGER NOT NULL,
  UNIQUE (document, page)
) STRICT;

-- The two control characters mark hits in what the index gives back, and must not stand in the text.
CREATE VIEW page_text AS
SELECT number, replace(replace(text, char(1), ' '), char(2), ' ') AS text
FROM page_number JOIN page USING (document, page);

CREATE VIRTUAL TABLE page_search USING fts5 (
  text, content = 'page_text', content_rowid = 'number', tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE TRIGGER page_becomes_searchable AFTER INSERT ON page
BEGIN
  INSERT INTO page_number (document, page) VALUES (NEW.document, NEW.page);
  INSERT INTO page_search (rowid, text)
  SELECT number, text FROM page_text WHERE number =
    (SELECT number FROM page_number WHERE document = NEW.document AND page = NEW.page);
END;

CREATE TRIGGER page_stops_being_searchable BEFORE DELETE ON page
BEGIN
  INSERT INTO page_search (page_search, rowid, text)
  SELECT 'delete', number, replace(replace(OLD.text, char(1), ' '), char(2), ' ') FROM page_number
  WHERE document = OLD.document AND page = OLD.page;
  DELETE FROM page_number WHERE document = OLD.document AND page = OLD.page;
END;

INSERT INTO page_number (document, page) SELECT document, page FROM page ORDER BY document, page;
INSERT INTO page_search (page_search) VALUES ('rebuild');
