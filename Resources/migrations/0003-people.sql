-- Accounts and Network.

CREATE TABLE municipality (
    id {id},
    country TEXT NOT NULL CHECK (country IN ('RS', 'LT')),
    source_id TEXT NOT NULL,            -- its number in the list it came from
    name TEXT NOT NULL,
    district TEXT NOT NULL DEFAULT '',
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    key_azbuka {blob} NOT NULL,
    key_abeceda {blob} NOT NULL,
    key_lithuanian {blob} NOT NULL,
    UNIQUE (country, source_id)
);

CREATE TABLE centre (
    id {id},
    country TEXT NOT NULL CHECK (country IN ('RS', 'LT')),
    name TEXT NOT NULL,                 -- in the centre's own language and script
    name_lt TEXT,
    name_en TEXT,
    host TEXT UNIQUE,                   -- the address that chooses it; null while there is one centre
    zone TEXT NOT NULL,                 -- e.g. Europe/Belgrade
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    municipality {int} REFERENCES municipality (id),
    street TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL,
    offer_hours {int} NOT NULL DEFAULT 48,      -- how long an offered seat waits for an answer
    cutoff_days {int} NOT NULL DEFAULT 3,       -- no offers later than this before the start
    deadline_days {int} NOT NULL DEFAULT 15,    -- applications close so long before the start
    decision_days {int} NOT NULL DEFAULT 7      -- when a group that is too small is decided upon
);

CREATE TABLE centre_territory (
    centre {int} NOT NULL REFERENCES centre (id),
    municipality {int} NOT NULL UNIQUE REFERENCES municipality (id),   -- one centre answers for a municipality
    PRIMARY KEY (centre, municipality)
);

CREATE TABLE hall (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    name TEXT NOT NULL,
    seats {int} CHECK (seats > 0),
    address TEXT NOT NULL DEFAULT '',
    closed {bool} NOT NULL DEFAULT {false}
);
CREATE INDEX hall_centre ON hall (centre);

-- Any institution of education: school, preschool, dormitory, music school.
CREATE TABLE school (
    id {id},
    source TEXT NOT NULL,               -- the list it came from; 'own' when typed here
    source_id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('preschool', 'primary', 'secondary', 'music', 'special', 'dormitory', 'adult', 'other')),
    municipality {int} NOT NULL REFERENCES municipality (id),
    place TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    website TEXT NOT NULL DEFAULT '',
    pib TEXT NOT NULL DEFAULT '',
    company_number TEXT NOT NULL DEFAULT '',
    jbkjs TEXT NOT NULL DEFAULT '',
    closed {bool} NOT NULL DEFAULT {false},
    key_azbuka {blob} NOT NULL,
    key_abeceda {blob} NOT NULL,
    key_lithuanian {blob} NOT NULL,
    UNIQUE (source, source_id)
);
CREATE INDEX school_municipality ON school (municipality);
CREATE INDEX school_azbuka ON school (key_azbuka);

-- A file that was uploaded and waits for somebody to look at what it would change; sealed, kept for a day.
CREATE TABLE import_draft (
    id {id},
    kind TEXT NOT NULL CHECK (kind IN ('school', 'municipality', 'programme', 'person')),
    person {int} NOT NULL,
    file TEXT NOT NULL,
    sealed {blob} NOT NULL,
    at {int} NOT NULL
);
CREATE INDEX import_draft_at ON import_draft (at);

-- One import is one act, and can be undone as one.
CREATE TABLE import (
    id {id},
    kind TEXT NOT NULL CHECK (kind IN ('school', 'municipality', 'programme', 'person')),
    file TEXT NOT NULL,
    at {int} NOT NULL,
    person {int},                       -- null: the command line
    centre {int} REFERENCES centre (id),    -- at whose pages it was done; null: the command line
    added {int} NOT NULL,
    changed {int} NOT NULL,
    unchanged {int} NOT NULL,
    refused {int} NOT NULL,
    undone {int}
);

CREATE TABLE import_row (
    id {id},
    import {int} NOT NULL REFERENCES import (id),
    line {int} NOT NULL,                -- of the file, from 1
    title TEXT NOT NULL,
    subject {int} NOT NULL,
    before TEXT,                        -- JSON of the row as it was; null when it was added
    after TEXT NOT NULL,                -- JSON of the row as the import left it
    kept TEXT CHECK (kept IN ('changed', 'used'))   -- why undoing the import left it as it is
);
CREATE INDEX import_row_import ON import_row (import, line);

CREATE TABLE person (
    id {id},
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    other_script_given TEXT,            -- the same name in the other Serbian script, only as the person confirmed it
    other_script_family TEXT,
    email TEXT UNIQUE,                  -- folded to lower case; null for a person without one
    verified {int},                     -- when the address was proved
    newcomer {bool} NOT NULL DEFAULT {false},   -- came without being asked and has not yet proved the address; forgotten after 7 days
    phone TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    occupation TEXT NOT NULL DEFAULT '',
    password TEXT,                      -- scrypt, with its parameters
    created {int} NOT NULL,
    erased {int},                       -- when the person asked to be forgotten
    key_azbuka {blob} NOT NULL,
    key_abeceda {blob} NOT NULL,
    key_lithuanian {blob} NOT NULL
);
CREATE INDEX person_azbuka ON person (key_azbuka);
CREATE INDEX person_newcomer ON person (created) WHERE newcomer;

CREATE TABLE former_name (
    id {id},
    person {int} NOT NULL REFERENCES person (id),
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    until {int} NOT NULL
);
CREATE INDEX former_name_person ON former_name (person);

-- Who works where: a teacher may work in two or three schools.
CREATE TABLE employment (
    id {id},
    person {int} NOT NULL REFERENCES person (id),
    school {int} NOT NULL REFERENCES school (id),
    job TEXT NOT NULL DEFAULT '',
    since TEXT,
    until TEXT,
    UNIQUE (person, school)
);
CREATE INDEX employment_school ON employment (school);

-- A role, for a centre or for a school.
CREATE TABLE role (
    id {id},
    person {int} NOT NULL REFERENCES person (id),
    role TEXT NOT NULL CHECK (role IN ('trainer', 'school', 'coordinator', 'librarian', 'accountant', 'director', 'observer', 'administrator')),
    centre {int} REFERENCES centre (id),
    school {int} REFERENCES school (id),
    since {int} NOT NULL
);
CREATE UNIQUE INDEX role_one ON role (person, role, coalesce(centre, 0), coalesce(school, 0));

-- A mailed link: opening it shows a button, pressing the button uses it, once.
CREATE TABLE sign_in_link (
    hash {blob} PRIMARY KEY,
    person {int} NOT NULL REFERENCES person (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('enter', 'verify', 'change')),
    onward TEXT NOT NULL DEFAULT '',
    email TEXT,                         -- the address that the link proves, when it is not yet the person's
    ends {int} NOT NULL,
    used {int}
);
CREATE INDEX sign_in_link_person ON sign_in_link (person);

CREATE TABLE second_factor (
    person {int} PRIMARY KEY REFERENCES person (id),
    secret {blob} NOT NULL,             -- sealed by the key file
    confirmed {int} NOT NULL,
    last_step {int} NOT NULL            -- of the last code that was taken: a code is good once
);

CREATE TABLE recovery_code (
    id {id},
    person {int} NOT NULL REFERENCES person (id),
    hash {blob} NOT NULL,
    used {int},
    UNIQUE (person, hash)
);
