-- Centres, their halls, and the schools around them.

CREATE TABLE municipality (
    id {id},
    country TEXT NOT NULL CHECK (country IN ('RS', 'LT')),
    source_id TEXT NOT NULL CHECK (length(source_id) <= 200),            -- its number in the list it came from
    name TEXT NOT NULL CHECK (length(name) <= 200),
    district TEXT NOT NULL DEFAULT '' CHECK (length(district) <= 200),
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
    name TEXT NOT NULL CHECK (length(name) <= 200),                 -- in the centre's own language and script
    name_lt TEXT CHECK (length(name_lt) <= 200),
    name_en TEXT CHECK (length(name_en) <= 200),
    host TEXT UNIQUE CHECK (length(host) <= 300),                   -- the address that chooses it; null while there is one centre
    zone TEXT NOT NULL,                 -- e.g. Europe/Belgrade
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    municipality {int} REFERENCES municipality (id),
    street TEXT NOT NULL DEFAULT '' CHECK (length(street) <= 200),
    phone TEXT NOT NULL DEFAULT '' CHECK (length(phone) <= 120),
    email TEXT NOT NULL CHECK (length(email) <= 200),
    phone_asked TEXT NOT NULL DEFAULT 'may' CHECK (phone_asked IN ('no', 'may', 'must')),   -- of whoever applies
    job_asked TEXT NOT NULL DEFAULT 'may' CHECK (job_asked IN ('no', 'may', 'must')),
    offer_hours {int} NOT NULL DEFAULT 48,      -- how long an offered seat waits for an answer
    cutoff_days {int} NOT NULL DEFAULT 3,       -- no offers later than this before the start
    deadline_days {int} NOT NULL DEFAULT 15,    -- applications close so long before the start
    decision_days {int} NOT NULL DEFAULT 7,     -- when a group that is too small is decided upon
    undo_hours {int} NOT NULL DEFAULT 24,       -- how long holding and closing an event can be taken back
    names_days {int} NOT NULL DEFAULT 7,        -- seats of a school without a name are named so long before the start
    approval_days {int} NOT NULL DEFAULT 3      -- so many working days a school's seats wait for its head
);

CREATE TABLE centre_territory (
    centre {int} NOT NULL REFERENCES centre (id),
    municipality {int} NOT NULL UNIQUE REFERENCES municipality (id),   -- one centre answers for a municipality
    PRIMARY KEY (centre, municipality)
);

CREATE TABLE hall (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    seats {int} CHECK (seats > 0),
    address TEXT NOT NULL DEFAULT '' CHECK (length(address) <= 200),
    setup {int} NOT NULL DEFAULT 0 CHECK (setup >= 0),          -- minutes before each use
    clearing {int} NOT NULL DEFAULT 0 CHECK (clearing >= 0),    -- minutes after it
    closed {bool} NOT NULL DEFAULT {false}
);
CREATE INDEX hall_centre ON hall (centre);

-- Any institution of education: school, preschool, dormitory, music school.
CREATE TABLE school (
    id {id},
    source TEXT NOT NULL CHECK (length(source) <= 200),               -- the list it came from; 'own' when typed here
    source_id TEXT NOT NULL CHECK (length(source_id) <= 200),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    kind TEXT NOT NULL CHECK (kind IN ('preschool', 'primary', 'secondary', 'music', 'special', 'dormitory', 'adult', 'other')),
    municipality {int} NOT NULL REFERENCES municipality (id),
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
    address TEXT NOT NULL DEFAULT '' CHECK (length(address) <= 200),
    email TEXT NOT NULL DEFAULT '' CHECK (length(email) <= 200),
    phone TEXT NOT NULL DEFAULT '' CHECK (length(phone) <= 120),
    website TEXT NOT NULL DEFAULT '' CHECK (length(website) <= 200),
    pib TEXT NOT NULL DEFAULT '' CHECK (length(pib) <= 200),
    company_number TEXT NOT NULL DEFAULT '' CHECK (length(company_number) <= 200),
    jbkjs TEXT NOT NULL DEFAULT '' CHECK (length(jbkjs) <= 200),
    closed {bool} NOT NULL DEFAULT {false},
    key_azbuka {blob} NOT NULL,
    key_abeceda {blob} NOT NULL,
    key_lithuanian {blob} NOT NULL,
    UNIQUE (source, source_id)
);
CREATE INDEX school_municipality ON school (municipality);
CREATE INDEX school_azbuka ON school (key_azbuka);

-- Institutions that somebody wrote and did not find, as a text until the centre says what they are.
CREATE TABLE school_proposal (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    key TEXT NOT NULL,                  -- what other writings of it have in common with it
    at {int} NOT NULL,
    school {int} REFERENCES school (id),    -- what it is; null while it is not known
    settled {int},                      -- when the centre said so, or left it a text
    UNIQUE (centre, key)
);
CREATE INDEX school_proposal_school ON school_proposal (school);

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
