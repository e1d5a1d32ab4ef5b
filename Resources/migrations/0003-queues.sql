-- What waits to be done: jobs, and letters to be sent.

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
    fades {bool} NOT NULL DEFAULT {false},  -- its person is gone: nothing of it is kept once it has left
    due {int} NOT NULL,
    lease {int},
    tries {int} NOT NULL DEFAULT 0,
    fault TEXT,
    written {int} NOT NULL,
    sent {int}
);
CREATE INDEX letter_due ON letter (due) WHERE state = 'queued';
CREATE INDEX letter_about ON letter (noun, about, id);
-- What did not arrive, for whoever looks at the person.
CREATE INDEX letter_dead ON letter (person) WHERE state = 'dead';
-- A centre's outbox. The queue has letter_due alone: an index that begins with the state would tempt SQLite to sort all that waits.
CREATE INDEX letter_centre ON letter (centre, id);
CREATE INDEX letter_state ON letter (centre, state, id);

-- A PDF that goes with a letter. It goes when the letter has left.
CREATE TABLE letter_file (
    letter {int} PRIMARY KEY REFERENCES letter (id),
    name TEXT NOT NULL,
    bytes {blob} NOT NULL
);
