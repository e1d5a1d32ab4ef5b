-- What every floor speaks: settings, the journal, jobs, letters, search.

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

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

CREATE TABLE job (
    id {id},
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,              -- JSON
    once TEXT UNIQUE,                   -- a name that allows one such job at a time
    due {int} NOT NULL,
    lease {int},                        -- claimed until then
    tries {int} NOT NULL DEFAULT 0,
    fault TEXT,
    dead {bool} NOT NULL DEFAULT {false}
);
CREATE INDEX job_due ON job (due) WHERE NOT dead;

CREATE TABLE letter (
    id {id},
    centre {int},
    person {int},
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    html TEXT NOT NULL,
    calendar TEXT,
    calendar_method TEXT,
    message TEXT NOT NULL UNIQUE,       -- Message-ID
    noun TEXT,                          -- what it is about
    about {int},
    state TEXT NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sent', 'dead')),
    secret {bool} NOT NULL DEFAULT {false}, -- holds a sign-in link: its text is not shown to staff and is erased when sent
    due {int} NOT NULL,
    lease {int},
    tries {int} NOT NULL DEFAULT 0,
    fault TEXT,
    written {int} NOT NULL,
    sent {int}
);
CREATE INDEX letter_due ON letter (due) WHERE state = 'queued';
CREATE INDEX letter_about ON letter (noun, about, id);
-- A centre's outbox. The queue has letter_due alone: an index that begins with the state would tempt SQLite to sort all that waits.
CREATE INDEX letter_centre ON letter (centre, id);
CREATE INDEX letter_state ON letter (centre, state, id);

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
