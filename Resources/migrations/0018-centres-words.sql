-- What a centre says in its own words: texts of letters and notices, in place of the shipped ones.

CREATE TABLE centre_word (
    centre {int} NOT NULL REFERENCES centre (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    key TEXT NOT NULL CHECK (length(key) <= 200),       -- name of the shipped text
    text TEXT NOT NULL CHECK (length(text) <= 10000),
    shipped TEXT NOT NULL CHECK (length(shipped) <= 10000),    -- the shipped text in whose place it was written
    since {int} NOT NULL,
    PRIMARY KEY (centre, language, key)
);
