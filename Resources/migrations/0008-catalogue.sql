-- Programmes of professional development and the lists of their cycle.

CREATE TABLE accreditor (
    id {id},
    code TEXT NOT NULL UNIQUE CHECK (length(code) <= 120),          -- ZUOV, NAJU, NŠA, own
    name TEXT NOT NULL CHECK (length(name) <= 200),
    country TEXT NOT NULL CHECK (country IN ('RS', 'LT'))
);

-- The years for which a catalogue is valid. Codes and numbers mean something only within their cycle.
CREATE TABLE cycle (
    id {id},
    accreditor {int} NOT NULL REFERENCES accreditor (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),                 -- 2025/2026–2027/2028.
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    UNIQUE (accreditor, name),
    CHECK (first_day < last_day)
);

CREATE TABLE cycle_code (
    id {id},
    cycle {int} NOT NULL REFERENCES cycle (id),
    list TEXT NOT NULL CHECK (list IN ('competence', 'priority', 'area')),
    code TEXT NOT NULL CHECK (length(code) <= 300),                 -- K2; where the list has no codes, the name itself
    name TEXT NOT NULL CHECK (length(name) <= 300),
    place {int} NOT NULL DEFAULT 0,
    UNIQUE (cycle, list, code)
);

CREATE TABLE programme (
    id {id},
    cycle {int} NOT NULL REFERENCES cycle (id),
    number TEXT NOT NULL CHECK (length(number) <= 300),               -- catalogue number, unique in its cycle
    title TEXT NOT NULL CHECK (length(title) <= 300),
    language TEXT NOT NULL DEFAULT 'sr' CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    institution TEXT NOT NULL DEFAULT '' CHECK (length(institution) <= 300),   -- who submitted it
    hours {int} NOT NULL CHECK (hours > 0), -- points = hours, and never more
    competence {int} REFERENCES cycle_code (id),
    priority {int} REFERENCES cycle_code (id),
    area {int} REFERENCES cycle_code (id),
    target TEXT NOT NULL DEFAULT '' CHECK (length(target) <= 20000),
    form TEXT NOT NULL DEFAULT 'direct' CHECK (form IN ('direct', 'online', 'mixed')),
    seats_max {int} NOT NULL DEFAULT 30 CHECK (seats_max > 0),
    goal TEXT NOT NULL DEFAULT '' CHECK (length(goal) <= 20000),
    outcomes TEXT NOT NULL DEFAULT '' CHECK (length(outcomes) <= 20000),
    topics TEXT NOT NULL DEFAULT '' CHECK (length(topics) <= 20000),
    free {bool} NOT NULL DEFAULT {false},   -- of public interest: free for participants
    predecessor {int} REFERENCES programme (id),
    withdrawn TEXT,                     -- the first day on which it is no longer valid
    withdrawn_reason TEXT NOT NULL DEFAULT '' CHECK (length(withdrawn_reason) <= 1000),
    key_azbuka {blob} NOT NULL,
    key_abeceda {blob} NOT NULL,
    key_lithuanian {blob} NOT NULL,
    UNIQUE (cycle, number)
);
CREATE INDEX programme_azbuka ON programme (key_azbuka, id);
CREATE INDEX programme_abeceda ON programme (key_abeceda, id);
CREATE INDEX programme_lithuanian ON programme (key_lithuanian, id);
CREATE INDEX programme_facets ON programme (cycle, area, competence, priority, form, hours, free, withdrawn);
CREATE INDEX programme_predecessor ON programme (predecessor);
-- Whether an entry of a list is in use.
CREATE INDEX programme_competence ON programme (competence);
CREATE INDEX programme_priority ON programme (priority);
CREATE INDEX programme_area ON programme (area);

-- Authors and trainers as the catalogue names them; tied to a person when that person is known here.
CREATE TABLE programme_person (
    id {id},
    programme {int} NOT NULL REFERENCES programme (id),
    part TEXT NOT NULL CHECK (part IN ('author', 'trainer')),
    name TEXT NOT NULL CHECK (length(name) <= 300),
    person {int} REFERENCES person (id),
    place {int} NOT NULL DEFAULT 0
);
CREATE INDEX programme_person_programme ON programme_person (programme, part, place);
CREATE INDEX programme_person_person ON programme_person (person);
