-- Centres, their halls, and the schools around them.

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
    phone_asked TEXT NOT NULL DEFAULT 'may' CHECK (phone_asked IN ('no', 'may', 'must')),   -- of whoever applies
    job_asked TEXT NOT NULL DEFAULT 'may' CHECK (job_asked IN ('no', 'may', 'must')),
    offer_hours {int} NOT NULL DEFAULT 48,      -- how long an offered seat waits for an answer
    cutoff_days {int} NOT NULL DEFAULT 3,       -- no offers later than this before the start
    deadline_days {int} NOT NULL DEFAULT 15,    -- applications close so long before the start
    decision_days {int} NOT NULL DEFAULT 7,     -- when a group that is too small is decided upon
    undo_hours {int} NOT NULL DEFAULT 24        -- how long holding and closing an event can be taken back
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

-- Pictures never change: a paper that was signed is set again with the one that it had. Their names are SHA-256 of their bytes, hexadecimal.
CREATE TABLE picture (
    digest TEXT PRIMARY KEY,
    type TEXT NOT NULL CHECK (type IN ('image/png', 'image/svg+xml')),
    bytes {blob} NOT NULL,
    added {int} NOT NULL,
    kept {bool} NOT NULL DEFAULT {false}    -- something that was signed names it: it is never deleted
);

-- A centre's logo, on the papers that it gives.
CREATE TABLE centre_logo (
    centre {int} PRIMARY KEY REFERENCES centre (id),
    picture TEXT NOT NULL REFERENCES picture (digest),
    since {int} NOT NULL
);
CREATE INDEX centre_logo_picture ON centre_logo (picture);
