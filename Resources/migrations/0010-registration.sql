-- One person's way to one seat.

-- Several people of a school in one act. Each seat is an application of its own; here stands what they have in common.
CREATE TABLE school_group (
    id {id},
    event {int} NOT NULL REFERENCES event (id),
    school {int} NOT NULL REFERENCES school (id),
    person {int} NOT NULL REFERENCES person (id),       -- who applied
    applied {int} NOT NULL,
    whole {bool} NOT NULL,              -- all of them or none
    names_until TEXT,                   -- the last day on which its seats may be named; null where none was asked for without a name
    reminded {int},                     -- when its school was reminded of the names
    approve_until {int},                -- until when the head may approve; null when nobody is asked, or has answered
    version {int} NOT NULL DEFAULT 1    -- counts the changes: of two who change at once the second is told
);
CREATE INDEX school_group_event ON school_group (event);
CREATE INDEX school_group_school ON school_group (school);
CREATE INDEX school_group_person ON school_group (person);
CREATE INDEX school_group_approve ON school_group (approve_until) WHERE approve_until IS NOT NULL;

CREATE TABLE registration (
    id {id},
    event {int} NOT NULL REFERENCES event (id),
    person {int} NOT NULL REFERENCES person (id),
    school {int} REFERENCES school (id),            -- on whose behalf
    state TEXT NOT NULL CHECK (state IN ('unconfirmed', 'admitted', 'waiting', 'offered', 'lapsed', 'withdrawn', 'refused', 'moved', 'unseated')),
    applied {int} NOT NULL,
    claim {blob},                       -- hash of the mailed link that confirms it
    queued {int},                       -- since when it counts in the queue: the click, for a newcomer
    offered_until {int},
    decided {int},                      -- when it came into its present state
    payer TEXT NOT NULL CHECK (payer IN ('self', 'school', 'free')),
    channel TEXT NOT NULL CHECK (channel IN ('web', 'desk', 'handover', 'school')),
    people {int} NOT NULL DEFAULT 1 CHECK (people > 0),                 -- how many seats it takes
    pupils {int} NOT NULL DEFAULT 0 CHECK (pupils >= 0),                -- of a group, which is known by numbers only
    grade TEXT NOT NULL DEFAULT '' CHECK (length(grade) <= 120),        -- its class or age
    phone TEXT NOT NULL DEFAULT '' CHECK (length(phone) <= 40),        -- as typed with it, until it counts: then they are the person's
    job TEXT NOT NULL DEFAULT '' CHECK (length(job) <= 120),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),      -- from the applicant
    remark TEXT NOT NULL DEFAULT '' CHECK (length(remark) <= 1000),    -- from staff, seen by staff
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),    -- why refused, skipped or moved
    moved_to {int} REFERENCES event (id),
    proposal {int} REFERENCES school_proposal (id),     -- the institution as it was written, while it is not known
    school_group {int} REFERENCES school_group (id),
    unnamed {bool} NOT NULL DEFAULT {false}             -- a seat of a school's group that has no name yet; the person is whoever applied
);
-- A person stands at most once in what is still open of an event. What was typed in somebody's name and is not confirmed does not count yet, and stands
-- beside it.
CREATE UNIQUE INDEX registration_once ON registration (event, person) WHERE state IN ('admitted', 'waiting', 'offered') AND NOT unnamed;
CREATE INDEX registration_claim ON registration (claim) WHERE state = 'unconfirmed';
CREATE INDEX registration_seats ON registration (event) WHERE state IN ('admitted', 'offered');
CREATE INDEX registration_queue ON registration (event, queued, id) WHERE state = 'waiting';
CREATE INDEX registration_offers ON registration (offered_until) WHERE state = 'offered';
CREATE INDEX registration_event ON registration (event, state);
CREATE INDEX registration_person ON registration (person, id);
CREATE INDEX registration_school ON registration (school);
CREATE INDEX registration_moved ON registration (moved_to) WHERE moved_to IS NOT NULL;
CREATE INDEX registration_group ON registration (school_group) WHERE school_group IS NOT NULL;
CREATE INDEX registration_unnamed ON registration (school_group) WHERE unnamed;
CREATE INDEX registration_proposal ON registration (proposal) WHERE proposal IS NOT NULL;

-- Which workshops of an event somebody chose: sessions with seats of their own. Whoever waits for a seat at the event has wishes only.
CREATE TABLE workshop_choice (
    registration {int} NOT NULL REFERENCES registration (id),
    session {int} NOT NULL REFERENCES event_session (id),
    standing TEXT NOT NULL CHECK (standing IN ('wished', 'admitted', 'waiting')),
    queued {int} NOT NULL,              -- since when it counts among those who wait for the workshop
    PRIMARY KEY (registration, session)
);
CREATE INDEX workshop_choice_session ON workshop_choice (session, standing, queued, registration);

-- Events of one centre for which one application is enough. Each event keeps its own applications; nothing here is about a person.
CREATE TABLE event_package (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    text TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 10000),
    open {bool} NOT NULL,               -- whether everybody may see it
    created {int} NOT NULL
);
CREATE INDEX event_package_centre ON event_package (centre);

CREATE TABLE event_package_part (
    package {int} NOT NULL REFERENCES event_package (id),
    event {int} NOT NULL REFERENCES event (id),
    PRIMARY KEY (package, event)
);
CREATE INDEX event_package_part_event ON event_package_part (event);

-- To whom the link of a session over the net was mailed.
CREATE TABLE online_letter (
    registration {int} NOT NULL REFERENCES registration (id),
    session {int} NOT NULL REFERENCES event_session (id),
    at {int} NOT NULL,
    PRIMARY KEY (registration, session)
);
CREATE INDEX online_letter_session ON online_letter (session);

-- What letters have put into people's calendars. An entry keeps its name, the id, and counts up with each letter that changes it or takes it back.
CREATE TABLE invitation (
    id {id},
    event {int} REFERENCES event (id),  -- null: taken back, and another one has taken its place
    person {int} NOT NULL REFERENCES person (id),
    sequence {int} NOT NULL,
    stands {bool} NOT NULL,             -- whether it is in the calendar still
    UNIQUE (event, person)
);
CREATE INDEX invitation_person ON invitation (person);

-- A seat that its bearer offers to a colleague; it changes hands when the colleague takes it. One offer a seat.
CREATE TABLE hand_over (
    registration {int} PRIMARY KEY REFERENCES registration (id),
    colleague {int} NOT NULL REFERENCES person (id),
    offered {int} NOT NULL
);
CREATE INDEX hand_over_colleague ON hand_over (colleague);
