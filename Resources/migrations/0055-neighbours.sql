-- Keys by which this installation signs its feeds and the records that people take along.
CREATE TABLE feed_key (
    id TEXT PRIMARY KEY CHECK (length(id) <= 40),       -- the fingerprint
    public {blob} NOT NULL,                     -- Ed25519
    sealed {blob},                              -- the private part; null when it signs no more
    note {blob} NOT NULL,                       -- sealed: what it says when it must not be believed any more
    made {int} NOT NULL,
    retired {int},
    revoked {int},
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    succession TEXT NOT NULL DEFAULT '',        -- what its predecessor signed
    revocation TEXT NOT NULL DEFAULT ''         -- that note, once it is published
);

-- What this installation publishes: each kind in its newest issue, as it is sent.
CREATE TABLE feed (
    kind TEXT PRIMARY KEY CHECK (kind IN ('feed', 'events', 'programmes', 'practices', 'certificates', 'figures')),
    shared {bool} NOT NULL,
    sequence {int} NOT NULL DEFAULT 0 CHECK (sequence >= 0),
    made {int},
    digest TEXT NOT NULL DEFAULT '',            -- of what stands in it, by which a change is known
    body TEXT NOT NULL DEFAULT ''
);

-- Other installations whose feeds are read here.
CREATE TABLE neighbour (
    id {id},
    address TEXT NOT NULL CHECK (length(address) <= 300),
    fingerprint TEXT NOT NULL CHECK (length(fingerprint) <= 40),        -- of the key that is believed
    state TEXT NOT NULL CHECK (state IN ('new', 'good', 'faulty', 'revoked', 'paused')),
    fault TEXT CHECK (length(fault) <= 40),
    installation TEXT CHECK (length(installation) <= 120),              -- its lasting name, once it was heard
    site TEXT NOT NULL DEFAULT '' CHECK (length(site) <= 300),
    language TEXT NOT NULL DEFAULT 'sr' CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    added {int} NOT NULL,
    added_by {int} REFERENCES person (id),
    tried {int},
    heard {int},
    due {int},                                  -- when it is asked next
    fails {int} NOT NULL DEFAULT 0 CHECK (fails >= 0),
    tag TEXT NOT NULL DEFAULT '' CHECK (length(tag) <= 200),            -- by which it tells that nothing is new
    sequence {int} NOT NULL DEFAULT 0 CHECK (sequence >= 0),
    expires {int}
);
CREATE UNIQUE INDEX neighbour_address ON neighbour (address);
CREATE UNIQUE INDEX neighbour_installation ON neighbour (installation) WHERE installation IS NOT NULL;
CREATE INDEX neighbour_due ON neighbour (due) WHERE due IS NOT NULL;
CREATE INDEX neighbour_added_by ON neighbour (added_by) WHERE added_by IS NOT NULL;

CREATE TABLE neighbour_name (
    neighbour {int} NOT NULL REFERENCES neighbour (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    PRIMARY KEY (neighbour, language)
);

-- All keys that a neighbour ever signed with, as its believed feed lists them.
CREATE TABLE neighbour_key (
    neighbour {int} NOT NULL REFERENCES neighbour (id),
    id TEXT NOT NULL CHECK (length(id) <= 40),
    public {blob} NOT NULL,
    revoked {bool} NOT NULL,
    PRIMARY KEY (neighbour, id)
);
CREATE INDEX neighbour_key_id ON neighbour_key (id);

-- The newest issue that was taken of each of its feeds; of those that are no offers with what stands in it.
CREATE TABLE neighbour_feed (
    neighbour {int} NOT NULL REFERENCES neighbour (id),
    kind TEXT NOT NULL CHECK (kind IN ('events', 'programmes', 'practices', 'certificates', 'figures')),
    sequence {int} NOT NULL CHECK (sequence > 0),
    made {int} NOT NULL,
    body TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (neighbour, kind)
);

CREATE TABLE neighbour_offer (
    id {id},
    neighbour {int} NOT NULL REFERENCES neighbour (id),
    kind TEXT NOT NULL CHECK (kind IN ('events', 'programmes', 'practices')),
    number TEXT NOT NULL CHECK (length(number) <= 120),         -- as its own site numbers it
    title TEXT NOT NULL CHECK (length(title) <= 300),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    detail TEXT NOT NULL CHECK (length(detail) <= 1000),
    place TEXT NOT NULL CHECK (length(place) <= 200),
    house TEXT NOT NULL CHECK (length(house) <= 200),           -- the centre that offers it
    url TEXT NOT NULL CHECK (length(url) <= 300),
    starts {int},
    ends {int},
    zone TEXT,
    hours {int} CHECK (hours > 0),
    state TEXT NOT NULL CHECK (state IN ('', 'announced', 'confirmed', 'postponed', 'cancelled'))
);
CREATE UNIQUE INDEX neighbour_offer_number ON neighbour_offer (neighbour, kind, number);
CREATE INDEX neighbour_offer_starts ON neighbour_offer (kind, starts);

-- A record that somebody brought along from elsewhere.
CREATE TABLE brought_record (
    id {id},
    person {int} NOT NULL REFERENCES person (id),
    neighbour {int} REFERENCES neighbour (id),  -- which signed it; null where nobody here knows it
    installation TEXT NOT NULL CHECK (length(installation) <= 120),
    site TEXT NOT NULL CHECK (length(site) <= 300),
    name TEXT NOT NULL CHECK (length(name) <= 200),             -- of the centre from which it comes
    made {int} NOT NULL,
    brought {int} NOT NULL,
    digest TEXT NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('checked', 'unknown', 'revoked')),
    skipped {int} NOT NULL DEFAULT 0 CHECK (skipped >= 0)       -- items that were here already, or that nobody could read
);
CREATE UNIQUE INDEX brought_record_digest ON brought_record (person, digest);
CREATE INDEX brought_record_neighbour ON brought_record (neighbour) WHERE neighbour IS NOT NULL;

CREATE TABLE brought_item (
    id {id},
    record {int} NOT NULL REFERENCES brought_record (id),
    source TEXT NOT NULL CHECK (length(source) <= 120),         -- as the other installation names it
    title TEXT NOT NULL CHECK (length(title) <= 300),
    day TEXT NOT NULL,
    code TEXT NOT NULL DEFAULT '' CHECK (length(code) <= 40),   -- of its certificate
    checked {bool} NOT NULL,
    ended {int},                                -- since when its certificate is no longer good, as far as it was heard
    entry {int} REFERENCES portfolio_entry (id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX brought_item_source ON brought_item (record, source);
CREATE INDEX brought_item_entry ON brought_item (entry) WHERE entry IS NOT NULL;
CREATE INDEX brought_item_code ON brought_item (code) WHERE code <> '';
