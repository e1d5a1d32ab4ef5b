-- Search.

-- Folded words of everything that can be searched.
CREATE TABLE search_entry (
    id {id},
    kind TEXT NOT NULL,
    subject {int} NOT NULL,
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
--@postgresql
    words TSVECTOR,
--@both
    UNIQUE (kind, subject)
);
--@sqlite
CREATE VIRTUAL TABLE search_index USING fts5(number, title, body, content='search_entry', content_rowid='id', tokenize='ascii');
--@postgresql
CREATE INDEX search_entry_words ON search_entry USING gin (words);
--@both
