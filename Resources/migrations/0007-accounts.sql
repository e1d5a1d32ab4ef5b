-- People, what they may do, and how they come in.

CREATE TABLE person (
    id {id},
    given_name TEXT NOT NULL CHECK (length(given_name) <= 80),
    family_name TEXT NOT NULL CHECK (length(family_name) <= 80),
    other_script_given TEXT CHECK (length(other_script_given) <= 120),            -- the same name in the other Serbian script, only as the person confirmed it
    other_script_family TEXT CHECK (length(other_script_family) <= 120),
    email TEXT UNIQUE CHECK (length(email) <= 200),   -- folded to lower case; null for a person without one
    verified {int},                     -- when the address was proved
    newcomer {bool} NOT NULL DEFAULT {false},   -- came without being asked and has not yet proved the address; forgotten after 7 days
    phone TEXT NOT NULL DEFAULT '' CHECK (length(phone) <= 40),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    occupation TEXT NOT NULL DEFAULT '' CHECK (length(occupation) <= 120),
    wants_papers {bool} NOT NULL DEFAULT {false},   -- as files of a letter, when they are signed
    password TEXT,                      -- scrypt, with its parameters
    created {int} NOT NULL,
    erased {int},                       -- when the person asked to be forgotten
    name_key TEXT NOT NULL DEFAULT '',  -- what two writings of one name have in common; empty for who is forgotten
    key_azbuka {blob} NOT NULL,
    key_abeceda {blob} NOT NULL,
    key_lithuanian {blob} NOT NULL
);
CREATE INDEX person_azbuka ON person (key_azbuka);
CREATE INDEX person_name ON person (name_key);
CREATE INDEX person_newcomer ON person (created) WHERE newcomer;

CREATE TABLE former_name (
    id {id},
    person {int} NOT NULL REFERENCES person (id),
    given_name TEXT NOT NULL CHECK (length(given_name) <= 80),
    family_name TEXT NOT NULL CHECK (length(family_name) <= 80),
    name_key TEXT NOT NULL,             -- as that of the person
    until {int} NOT NULL
);
CREATE INDEX former_name_person ON former_name (person);
CREATE INDEX former_name_key ON former_name (name_key);

-- Addresses under which lists name somebody beside the one that letters go to. Nothing is sent there and nobody enters with them.
CREATE TABLE other_address (
    id {id},
    person {int} NOT NULL REFERENCES person (id),
    email TEXT NOT NULL UNIQUE CHECK (length(email) <= 200),   -- folded to lower case
    since {int} NOT NULL
);
CREATE INDEX other_address_person ON other_address (person);

-- Who works where: a teacher may work in two or three schools, and at one of them again after some years.
CREATE TABLE employment (
    id {id},
    person {int} NOT NULL REFERENCES person (id),
    school {int} NOT NULL REFERENCES school (id),
    job TEXT NOT NULL DEFAULT '' CHECK (length(job) <= 120),
    teaches TEXT NOT NULL DEFAULT '' CHECK (length(teaches) <= 120),   -- the school subject
    since TEXT,                         -- the first day
    until TEXT,                         -- the last day; null while it goes on
    share {int} CHECK (share BETWEEN 1 AND 100)   -- of a full post, in percent
);
CREATE UNIQUE INDEX employment_one ON employment (person, school, coalesce(since, ''));
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
CREATE INDEX role_centre ON role (centre);
CREATE INDEX role_school ON role (school);

-- A mailed link: opening it shows a button, pressing the button uses it, once.
CREATE TABLE sign_in_link (
    hash {blob} PRIMARY KEY,
    person {int} NOT NULL REFERENCES person (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('enter', 'verify', 'change', 'prove')),
    onward TEXT NOT NULL DEFAULT '',
    email TEXT CHECK (length(email) <= 200),                         -- the address that the link proves, when it is not yet the person's
    given_name TEXT CHECK (length(given_name) <= 80),                    -- the name that was typed with it; a newcomer's from the click on
    family_name TEXT CHECK (length(family_name) <= 80),
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

-- Two people who proved to be one.
CREATE TABLE person_merge (
    id {id},
    kept {int} NOT NULL REFERENCES person (id),
    gone {int} NOT NULL UNIQUE REFERENCES person (id),
    at {int} NOT NULL,
    trace TEXT                          -- JSON of what they said of themselves before; null when they are parted no more
);
CREATE INDEX person_merge_kept ON person_merge (kept);

-- A row that moved from the one who went to the one who stays.
CREATE TABLE merged_row (
    id {id},
    merge {int} NOT NULL REFERENCES person_merge (id),
    place TEXT NOT NULL,                -- table.column
    subject {int} NOT NULL              -- the row
);
CREATE INDEX merged_row_merge ON merged_row (merge);

-- Two people of one name of whom staff said that they are two.
CREATE TABLE told_apart (
    id {id},
    person {int} NOT NULL REFERENCES person (id),
    other {int} NOT NULL REFERENCES person (id),
    UNIQUE (person, other),
    CHECK (person < other)
);
CREATE INDEX told_apart_other ON told_apart (other);

-- Somebody corrected their own data, and nobody of a centre that has to do with them has seen it yet.
CREATE TABLE correction (
    id {id},
    person {int} NOT NULL REFERENCES person (id),
    centre {int} NOT NULL REFERENCES centre (id),
    since {int} NOT NULL,               -- the first that nobody has seen; what it was the journal tells
    UNIQUE (person, centre)
);
CREATE INDEX correction_centre ON correction (centre);
