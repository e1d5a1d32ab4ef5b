-- Programmes of professional development and the lists of their cycle.

CREATE TABLE accreditor (
    id {id},
    code TEXT NOT NULL UNIQUE CHECK (length(code) <= 120),          -- ZUOV, NAJU, NŠA, own
    name TEXT NOT NULL CHECK (length(name) <= 200),
    country TEXT NOT NULL CHECK (country IN ('RS', 'LT')),
    -- Its rules, as data, each with what it rests on: they change, and differ from one accreditor to the next.
    unlisted TEXT NOT NULL DEFAULT 'warned' CHECK (unlisted IN ('refused', 'warned', 'allowed')),  -- a trainer whom the programme does not list
    leaving TEXT NOT NULL DEFAULT 'withdrawn' CHECK (leaving IN ('withdrawn', 'kept')),   -- a programme that the state's register has let go
    leaving_basis TEXT NOT NULL DEFAULT '' CHECK (length(leaving_basis) <= 300),
    unlisted_basis TEXT NOT NULL DEFAULT '' CHECK (length(unlisted_basis) <= 300),
    unheld_months {int} CHECK (unheld_months BETWEEN 1 AND 120),    -- from this month of a cycle on it warns of what was never held in it
    unheld_basis TEXT NOT NULL DEFAULT '' CHECK (length(unheld_basis) <= 300),
    needs TEXT NOT NULL DEFAULT '' CHECK (length(needs) <= 1000)    -- what a programme must tell before it is written into the state's register
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
    list TEXT NOT NULL CHECK (list IN ('competence', 'priority', 'area', 'target')),
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
    days {int} CHECK (days > 0),
    phases TEXT NOT NULL DEFAULT '' CHECK (length(phases) <= 20000),
    seats_min {int} NOT NULL DEFAULT 0 CHECK (seats_min >= 0),
    seats_max {int} NOT NULL DEFAULT 30 CHECK (seats_max > 0),
    price {int} CHECK (price >= 0),     -- of one participant, minor units of the accreditor's country
    price_covers TEXT NOT NULL DEFAULT '' CHECK (length(price_covers) <= 300),
    goal TEXT NOT NULL DEFAULT '' CHECK (length(goal) <= 20000),
    specific_goals TEXT NOT NULL DEFAULT '' CHECK (length(specific_goals) <= 20000),
    outcomes TEXT NOT NULL DEFAULT '' CHECK (length(outcomes) <= 20000),
    topics TEXT NOT NULL DEFAULT '' CHECK (length(topics) <= 20000),
    evaluation TEXT NOT NULL DEFAULT '' CHECK (length(evaluation) <= 20000),
    follow_up TEXT NOT NULL DEFAULT '' CHECK (length(follow_up) <= 20000),     -- how effects are followed afterwards
    free {bool} NOT NULL DEFAULT {false},   -- of public interest: free for participants
    predecessor {int} REFERENCES programme (id),
    withdrawn TEXT,                     -- the first day on which it is no longer valid
    withdrawn_reason TEXT NOT NULL DEFAULT '' CHECK (length(withdrawn_reason) <= 1000),
    key_azbuka {blob} NOT NULL,
    key_abeceda {blob} NOT NULL,
    key_lithuanian {blob} NOT NULL,
    UNIQUE (cycle, number),
    CHECK (seats_min <= seats_max)
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

-- Where a programme stands in the state's register of programmes. One that is held in several municipalities may have a code in each.
CREATE TABLE programme_entry (
    id {id},
    programme {int} NOT NULL REFERENCES programme (id),
    municipality {int} REFERENCES municipality (id),    -- null for the whole country
    state TEXT NOT NULL CHECK (state IN ('temporary', 'registered', 'accredited', 'leaving', 'left')),
    code TEXT NOT NULL CHECK (length(code) <= 40),      -- 999999999 until the register has given one
    registered TEXT,                    -- days
    accredited TEXT,
    leaves TEXT,                        -- asked for from that day on; it holds when the register has entered it
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    ended TEXT
);
CREATE INDEX programme_entry_programme ON programme_entry (programme);
CREATE INDEX programme_entry_municipality ON programme_entry (municipality);

-- For whom it is, as far as the cycle's own list has it; the rest says target.
CREATE TABLE programme_target (
    programme {int} NOT NULL REFERENCES programme (id),
    code {int} NOT NULL REFERENCES cycle_code (id),
    PRIMARY KEY (programme, code)
);
CREATE INDEX programme_target_code ON programme_target (code);

-- Where it stood in catalogues that nobody keeps here, and how often it was held.
CREATE TABLE programme_earlier (
    id {id},
    programme {int} NOT NULL REFERENCES programme (id),
    cycle TEXT NOT NULL DEFAULT '' CHECK (length(cycle) <= 200),
    number TEXT NOT NULL CHECK (length(number) <= 300),
    held {int} CHECK (held >= 0),
    place {int} NOT NULL DEFAULT 0
);
CREATE INDEX programme_earlier_programme ON programme_earlier (programme, place);

-- Authors, trainers and whom to ask, as the catalogue names them; tied to a person when that person is known here.
CREATE TABLE programme_person (
    id {id},
    programme {int} NOT NULL REFERENCES programme (id),
    part TEXT NOT NULL CHECK (part IN ('author', 'trainer', 'contact')),
    name TEXT NOT NULL CHECK (length(name) <= 300),
    occupation TEXT NOT NULL DEFAULT '' CHECK (length(occupation) <= 300),
    reach TEXT NOT NULL DEFAULT '' CHECK (length(reach) <= 300),    -- telephone and address of whom to ask
    person {int} REFERENCES person (id),
    centre {int} REFERENCES centre (id),    -- whose people tied it to the person
    place {int} NOT NULL DEFAULT 0
);
CREATE INDEX programme_person_programme ON programme_person (programme, part, place);
CREATE INDEX programme_person_person ON programme_person (person);
CREATE INDEX programme_person_centre ON programme_person (centre);
