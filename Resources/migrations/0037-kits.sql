-- Kits and devices that travel: which do, who has them when, what was in them, what they were used for; and the counting of shelves.

-- How a title travels. One without a row does not: it is lent at the desk only.
CREATE TABLE kit_rule (
    title {int} PRIMARY KEY REFERENCES title (id),
    set_up {int} NOT NULL CHECK (set_up >= 0),          -- days to make it ready before it leaves
    transport {int} NOT NULL CHECK (transport >= 0),    -- days on the way: out, between two schools, and back
    most_days {int} NOT NULL CHECK (most_days > 0),     -- that one school may have it, where its own people book
    term_days {int} NOT NULL CHECK (term_days >= 0),    -- after an event on its programme it is for those who were there; none: for everybody
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000)      -- for whoever books it
);

-- A copy goes to schools and comes back. When, and to whom, its loan says.
CREATE TABLE kit_booking (
    id {id},
    loan {int} NOT NULL REFERENCES loan (id),
    set_up {int} NOT NULL CHECK (set_up >= 0),          -- as it was when it was booked
    transport {int} NOT NULL CHECK (transport >= 0),
    purpose TEXT NOT NULL DEFAULT '' CHECK (length(purpose) <= 300),
    event {int} REFERENCES event (id),                  -- after which it was booked
    person {int} REFERENCES person (id),                -- who booked it
    told_late {int}                                     -- when they were told that it is not back yet
);
CREATE UNIQUE INDEX kit_booking_loan ON kit_booking (loan);
CREATE INDEX kit_booking_event ON kit_booking (event) WHERE event IS NOT NULL;
CREATE INDEX kit_booking_person ON kit_booking (person) WHERE person IS NOT NULL;

CREATE TABLE kit_stop (
    id {id},
    booking {int} NOT NULL REFERENCES kit_booking (id),
    number {int} NOT NULL CHECK (number > 0),
    school {int} REFERENCES school (id),
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),    -- where it is no school
    person {int} REFERENCES person (id),                -- who takes it over there
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    reminded {int},
    asked {int},                                        -- for a note
    CHECK (first_day <= last_day)
);
CREATE UNIQUE INDEX kit_stop_number ON kit_stop (booking, number);
CREATE INDEX kit_stop_school ON kit_stop (school) WHERE school IS NOT NULL;
CREATE INDEX kit_stop_person ON kit_stop (person) WHERE person IS NOT NULL;

-- What was in it when it left, and when it came back.
CREATE TABLE kit_check (
    id {id},
    booking {int} NOT NULL REFERENCES kit_booking (id),
    kind TEXT NOT NULL CHECK (kind IN ('out', 'back')),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
    at {int} NOT NULL,
    person {int}                                        -- who counted
);
CREATE UNIQUE INDEX kit_check_kind ON kit_check (booking, kind);

CREATE TABLE kit_check_line (
    kit_check {int} NOT NULL REFERENCES kit_check (id),
    position {int} NOT NULL,
    name TEXT NOT NULL CHECK (length(name) <= 200),     -- of the part, as it was called then
    expected {int} NOT NULL CHECK (expected >= 0),
    found {int} NOT NULL CHECK (found >= 0),
    PRIMARY KEY (kit_check, position)
);

-- What a teacher says of its use.
CREATE TABLE kit_note (
    id {id},
    stop {int} NOT NULL REFERENCES kit_stop (id),
    person {int} NOT NULL REFERENCES person (id),
    day TEXT NOT NULL,
    times {int} NOT NULL CHECK (times >= 0),
    pupils {int} NOT NULL CHECK (pupils >= 0),
    lesson TEXT NOT NULL DEFAULT '' CHECK (length(lesson) <= 300),
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 1000),
    given {int} NOT NULL,
    offered {int}                                       -- when it was put among the activities of its author
);
CREATE UNIQUE INDEX kit_note_person ON kit_note (stop, person);
CREATE INDEX kit_note_of ON kit_note (person);

-- Days on which a kit is for those who were at an event on its programme.
CREATE TABLE kit_term (
    id {id},
    title {int} NOT NULL REFERENCES title (id),
    event {int} NOT NULL REFERENCES event (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    made {int} NOT NULL
);
CREATE UNIQUE INDEX kit_term_event ON kit_term (event, title);
CREATE INDEX kit_term_title ON kit_term (title, last_day);

-- The counting of a shelf, or of all.
CREATE TABLE stock_take (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    shelf TEXT NOT NULL DEFAULT '' CHECK (length(shelf) <= 120),    -- empty: all of them
    begun {int} NOT NULL,
    begun_by {int},
    closed {int},
    closed_by {int},
    expected {int},                                     -- copies, once it is closed
    found {int}
);
CREATE INDEX stock_take_centre ON stock_take (centre);

CREATE TABLE stock_scan (
    id {id},
    take {int} NOT NULL REFERENCES stock_take (id),
    copy {int} REFERENCES copy (id),
    label TEXT NOT NULL CHECK (length(label) <= 120),   -- what was scanned
    at {int} NOT NULL,
    person {int}
);
CREATE UNIQUE INDEX stock_scan_label ON stock_scan (take, label);
CREATE INDEX stock_scan_copy ON stock_scan (copy) WHERE copy IS NOT NULL;

-- What a closed counting found, but for what stood where it belongs.
CREATE TABLE stock_line (
    take {int} NOT NULL REFERENCES stock_take (id),
    copy {int} NOT NULL REFERENCES copy (id),
    verdict TEXT NOT NULL CHECK (verdict IN ('misplaced', 'surprising', 'missing', 'away')),
    PRIMARY KEY (take, copy)
);
CREATE INDEX stock_line_copy ON stock_line (copy);
