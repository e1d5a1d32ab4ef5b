-- Everything that is announced, applied for and held.

CREATE TABLE event (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    form TEXT NOT NULL CHECK (form IN ('seminar')),
    state TEXT NOT NULL CHECK (state IN ('draft', 'announced', 'confirmed', 'held', 'closed', 'postponed', 'cancelled')),
    programme {int} REFERENCES programme (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),   -- what it is held in
    seats_min {int} NOT NULL CHECK (seats_min >= 0),
    seats {int} NOT NULL CHECK (seats > 0),
    deadline TEXT NOT NULL,             -- a local day; applications are open until it ends
    deadline_set {bool} NOT NULL DEFAULT {true},    -- whether somebody set it; else it follows the first session
    fee {int} NOT NULL DEFAULT 0 CHECK (fee >= 0),  -- minor units
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    fee_covers TEXT NOT NULL DEFAULT '' CHECK (length(fee_covers) <= 300),
    payers TEXT NOT NULL DEFAULT 'self school',     -- who may pay: self, school, free
    target TEXT NOT NULL DEFAULT '' CHECK (length(target) <= 300),
    points {int} NOT NULL DEFAULT 0 CHECK (points >= 0),
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),    -- why it was postponed or cancelled
    sequence {int} NOT NULL DEFAULT 0,  -- of its calendar entry: counts up with each change that a calendar shows
    starts {int},                       -- first session's instant, kept for order and deadlines
    ends {int},
    municipality {int} REFERENCES municipality (id),
    copied_from {int} REFERENCES event (id),
    created {int} NOT NULL,
    announced {int},
    undo_state TEXT CHECK (undo_state IN ('announced', 'confirmed', 'held')),   -- what it was before it was held or closed,
    undo_until {int},                   -- as long as that can be taken back
    earlier {bool} NOT NULL DEFAULT {false},    -- of a list of earlier years: nobody applied for it here
    earlier_number TEXT NOT NULL DEFAULT '' CHECK (length(earlier_number) <= 1000),     -- number and catalogue as that list has them
    participants {int} CHECK (participants >= 0),       -- how many took part, as that list says
    CHECK (seats_min <= seats)
);
CREATE INDEX event_list ON event (centre, state, starts);
CREATE INDEX event_programme ON event (programme, starts);
CREATE INDEX event_starts ON event (starts);
CREATE INDEX event_municipality ON event (municipality);
CREATE INDEX event_copied ON event (copied_from) WHERE copied_from IS NOT NULL;

CREATE TABLE event_text (
    event {int} NOT NULL REFERENCES event (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    summary TEXT NOT NULL DEFAULT '' CHECK (length(summary) <= 300),
    description TEXT NOT NULL DEFAULT '' CHECK (length(description) <= 20000),
    PRIMARY KEY (event, language)
);

-- A part of an event: a local day and minutes, so that summer time moves nothing.
CREATE TABLE event_session (
    id {id},
    event {int} NOT NULL REFERENCES event (id),
    day TEXT NOT NULL,
    begins {int} NOT NULL CHECK (begins >= 0 AND begins < 1440),
    ends {int} NOT NULL CHECK (ends > begins AND ends <= 1440),
    hall {int} REFERENCES hall (id),
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
    link TEXT NOT NULL DEFAULT '' CHECK (length(link) <= 300)
);
CREATE INDEX event_session_event ON event_session (event, day, begins);
CREATE INDEX event_session_hall ON event_session (hall, day);

CREATE TABLE event_trainer (
    id {id},
    event {int} NOT NULL REFERENCES event (id),
    name TEXT NOT NULL CHECK (length(name) <= 300),
    person {int} REFERENCES person (id),
    place {int} NOT NULL DEFAULT 0
);
CREATE INDEX event_trainer_event ON event_trainer (event);
CREATE INDEX event_trainer_person ON event_trainer (person);
