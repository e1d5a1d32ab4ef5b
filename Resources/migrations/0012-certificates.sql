-- Certificates: registers, what was signed, and the keys that prove it.

-- One for each centre, kind and year. Its row is held while a number is given, so that numbers have no gaps.
CREATE TABLE register (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('certificate', 'confirmation', 'thanks')),
    year {int} NOT NULL,
    format TEXT NOT NULL CHECK (length(format) <= 200),               -- how a number is printed: number/year, each in braces
    last_number {int} NOT NULL DEFAULT 0,
    last_entry {int} NOT NULL DEFAULT 0,
    last_day TEXT,                      -- on which the last number was given
    head {blob} NOT NULL,               -- link of the last entry of the chain; 32 zeros at first
    earlier {bool} NOT NULL DEFAULT {false},    -- typed over from the time before this system: it has no numbers of its own, only what was done since
    UNIQUE (centre, kind, year, earlier)
);

-- Keys that sign. The private part is sealed by the key file, which is not in the database; public parts stay for ever.
CREATE TABLE signing_key (
    id TEXT PRIMARY KEY,                -- first eight letters of its JWK thumbprint
    centre {int} NOT NULL REFERENCES centre (id),
    public {blob} NOT NULL,             -- Ed25519, for the payloads of QR codes
    credential_public {blob} NOT NULL,  -- P-256, x and y, for credentials
    sealed {blob},                      -- both private parts; null when it signs no more
    made {int} NOT NULL,
    retired {int},
    revoked {int},                      -- since when it must not be believed
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000)
);
CREATE INDEX signing_key_centre ON signing_key (centre, made);

-- Who may sign instead of the director, from the first to the last day.
CREATE TABLE deputy (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    person {int} NOT NULL REFERENCES person (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    named {int} NOT NULL,
    named_by {int},
    ended {int},                        -- taken back before the last day
    CHECK (first_day <= last_day)
);
CREATE INDEX deputy_centre ON deputy (centre, last_day);
CREATE INDEX deputy_person ON deputy (person);

-- What is prepared together and signed at once.
CREATE TABLE certificate_batch (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    event {int} REFERENCES event (id),
    prepared {int} NOT NULL,
    prepared_by {int},
    signed {int},
    signed_by {int},
    is_mailed {bool} NOT NULL DEFAULT {false},
    document TEXT NOT NULL DEFAULT 'none' CHECK (document IN ('none', 'waiting', 'ready', 'failed')),
    done {int} NOT NULL DEFAULT 0,      -- how many of its documents are set
    fault TEXT NOT NULL DEFAULT ''      -- why they could not be set
);
CREATE INDEX certificate_batch_event ON certificate_batch (event, id);
CREATE INDEX certificate_batch_open ON certificate_batch (centre, id) WHERE signed IS NULL;

CREATE TABLE certificate (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    batch {int} REFERENCES certificate_batch (id),
    kind TEXT NOT NULL CHECK (kind IN ('certificate', 'confirmation', 'thanks')),
    part TEXT NOT NULL CHECK (part IN ('participant', 'trainer', 'presenter', 'organiser', 'mentor')),
    state TEXT NOT NULL CHECK (state IN ('prepared', 'valid', 'void', 'replaced')),
    person {int} REFERENCES person (id),    -- null for somebody known by name alone
    event {int} REFERENCES event (id),
    registration {int} REFERENCES registration (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),                 -- as printed
    key_azbuka {blob} NOT NULL,
    hours {int} NOT NULL DEFAULT 0 CHECK (hours >= 0),
    points {int} NOT NULL DEFAULT 0 CHECK (points >= 0),
    approved {int} NOT NULL DEFAULT 0,  -- hours of the programme: more points than that are never printed
    facts TEXT,                         -- everything printed, as canonical JSON; null when erased by rule
    code TEXT NOT NULL UNIQUE,
    register {int} REFERENCES register (id),
    number {int},                       -- running number in the register
    label TEXT NOT NULL DEFAULT '',     -- the number as printed
    day TEXT,                           -- of issue
    issued {int},
    signed_by {int},
    payload TEXT NOT NULL DEFAULT '',   -- what the QR code carries, with its signature
    credential TEXT NOT NULL DEFAULT '',    -- the Open Badge, as a signed JWT
    key TEXT REFERENCES signing_key (id),
    duplicate_of {int} REFERENCES certificate (id),
    replaces {int} REFERENCES certificate (id),
    ended {int},                        -- when it became void or was replaced
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    earlier {bool} NOT NULL DEFAULT {false},    -- typed over from an earlier register: this system did not sign it
    CHECK (points <= approved),
    CHECK (state = 'prepared' OR (register IS NOT NULL AND day IS NOT NULL AND issued IS NOT NULL)),
    CHECK (state = 'prepared' OR number IS NOT NULL OR earlier OR duplicate_of IS NOT NULL)
);
-- A number is given once. A duplicate carries the number of its original.
CREATE UNIQUE INDEX certificate_number ON certificate (register, number) WHERE duplicate_of IS NULL AND number IS NOT NULL AND NOT earlier;
-- Nobody gets two for one part in one event.
CREATE UNIQUE INDEX certificate_once ON certificate (event, kind, part, person)
    WHERE state IN ('prepared', 'valid') AND duplicate_of IS NULL AND replaces IS NULL AND person IS NOT NULL AND NOT earlier;
-- One correction at a time.
CREATE UNIQUE INDEX certificate_replaces ON certificate (replaces) WHERE replaces IS NOT NULL;
CREATE INDEX certificate_batch_list ON certificate (batch, id);
CREATE INDEX certificate_person ON certificate (person, issued);
CREATE INDEX certificate_event ON certificate (event);
-- The book, page by page.
CREATE INDEX certificate_register ON certificate (register, number, id);
CREATE INDEX certificate_registration ON certificate (registration);
CREATE INDEX certificate_duplicate ON certificate (duplicate_of);
CREATE INDEX certificate_centre ON certificate (centre, issued);
CREATE INDEX certificate_key ON certificate (key);
-- Whoever holds a paper without a code finds it by what stands on it.
CREATE INDEX certificate_earlier ON certificate (day) WHERE earlier;

-- The chain: each act on a register, in order. link = SHA-256(link before + digest); digest = SHA-256(salt + content).
CREATE TABLE register_entry (
    id {id},
    register {int} NOT NULL REFERENCES register (id),
    entry {int} NOT NULL,
    certificate {int} NOT NULL REFERENCES certificate (id),
    deed TEXT NOT NULL CHECK (deed IN ('issued', 'duplicated', 'voided', 'replaced', 'erased')),
    at {int} NOT NULL,
    salt {blob},                        -- null when erased by rule
    content TEXT,                       -- canonical JSON; null when erased by rule
    digest {blob} NOT NULL,
    link {blob} NOT NULL,
    UNIQUE (register, entry)
);
CREATE INDEX register_entry_certificate ON register_entry (certificate, id);

-- What was typed over from earlier registers in one act, sealed outside the chain: seal = SHA-256(seal before + digest) over its rows.
CREATE TABLE register_seal (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    at {int} NOT NULL,
    rows {int} NOT NULL DEFAULT 0,
    digest {blob} NOT NULL
);
CREATE INDEX register_seal_centre ON register_seal (centre, at);

CREATE TABLE register_seal_row (
    id {id},
    seal {int} NOT NULL REFERENCES register_seal (id),
    place {int} NOT NULL,
    certificate {int} NOT NULL,         -- one that was taken back since is no longer there
    deed TEXT NOT NULL CHECK (deed IN ('brought', 'corrected', 'removed')),
    salt {blob},                        -- null when erased by rule
    digest {blob} NOT NULL,             -- SHA-256(salt + content)
    UNIQUE (seal, place)
);
CREATE INDEX register_seal_row_certificate ON register_seal_row (certificate);

-- How long it is kept what a certificate says about somebody. The newest rule of its kind that had begun by the day of issue holds.
CREATE TABLE certificate_retention (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('certificate', 'confirmation', 'thanks')),
    since TEXT NOT NULL,                -- the first day of issue that it holds for
    years {int} NOT NULL CHECK (years BETWEEN 10 AND 100),
    UNIQUE (centre, kind, since)
);
