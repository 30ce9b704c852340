-- What a list of all documents counts of their pages, so that it need not go through their texts.

CREATE INDEX page_states ON page (document, state, reason, ocr);
