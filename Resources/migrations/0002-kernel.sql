-- What every floor speaks: settings, the journal, and the counts that tell whether a page is still true.

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
-- The lasting name of the installation: what it sends is known by it, also after its address has changed.
--@sqlite
INSERT INTO setting (name, value) VALUES ('installation', lower(hex(randomblob(10))) || '.zbornica');
--@postgresql
INSERT INTO setting (name, value) VALUES ('installation', substr(replace(gen_random_uuid()::text, '-', ''), 1, 20) || '.zbornica');
--@both

-- Who did what, when. Never changed, never deleted; values that may have to be forgotten stand in journal_detail.
CREATE TABLE journal (
    id {id},
    at {int} NOT NULL,
    person {int},                       -- who acted; null: the system itself, or a visitor
    centre {int},
    deed TEXT NOT NULL,                 -- the text key that says it, e.g. registration.admitted
    noun TEXT NOT NULL,                 -- what it was done to
    subject {int} NOT NULL,
    under_noun TEXT,                    -- the greater thing that it belongs to, e.g. the event of a registration
    under {int},
    fields TEXT NOT NULL DEFAULT ''     -- names of changed fields, separated by spaces
);
CREATE INDEX journal_subject ON journal (noun, subject, id);
CREATE INDEX journal_under ON journal (under_noun, under, id);
CREATE INDEX journal_person ON journal (person, id);
CREATE INDEX journal_centre ON journal (centre, id);

CREATE TABLE journal_detail (
    journal {int} PRIMARY KEY REFERENCES journal (id),
    retention TEXT NOT NULL CHECK (retention IN ('short', 'years', 'register')),
    changes TEXT NOT NULL               -- JSON: field -> [before, after]
);

-- Their sums count up with each change that a public page may show. SQLite counts in the first row, PostgreSQL in several that are not held together.
CREATE TABLE content_version (
    id {int} PRIMARY KEY,
    written {int} NOT NULL,             -- what is written: of events, programmes, centres, certificates
    seats {int} NOT NULL                -- seats that were taken or freed, which happens far more often and which few pages show
);
INSERT INTO content_version (id, written, seats) VALUES (1, 1, 1);
