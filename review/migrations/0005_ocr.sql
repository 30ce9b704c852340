-- Pages whose words were recognised in their picture, and what recognised them.

ALTER TABLE page ADD COLUMN ocr INTEGER NOT NULL DEFAULT 0 CHECK (ocr IN (0, 1));
ALTER TABLE page ADD COLUMN ocr_confidence REAL NOT NULL DEFAULT 0;
ALTER TABLE extraction ADD COLUMN tesseract TEXT NOT NULL DEFAULT '';
