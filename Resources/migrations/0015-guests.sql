-- Those who are asked to come to an event: guests and schools that are invited, and speakers. They answer by a mailed link, without an account.

CREATE TABLE guest (
    id {id},
    event {int} NOT NULL REFERENCES event (id),
    part TEXT NOT NULL CHECK (part IN ('guest', 'speaker')),
    name TEXT NOT NULL CHECK (length(name) <= 200),                     -- of a person, or of a school
    email TEXT NOT NULL DEFAULT '' CHECK (length(email) <= 200),
    person {int} REFERENCES person (id),
    school {int} REFERENCES school (id),
    topic TEXT NOT NULL DEFAULT '' CHECK (length(topic) <= 300),        -- what a speaker speaks about
    answer TEXT NOT NULL CHECK (answer IN ('none', 'comes', 'maybe', 'declines')),
    people {int} NOT NULL DEFAULT 1 CHECK (people > 0),                 -- how many come
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),         -- what was said with the answer
    asked {int},                        -- when the first letter left
    reminded {int},
    answered {int}
);
CREATE INDEX guest_event ON guest (event, part, answer);
CREATE INDEX guest_person ON guest (person) WHERE person IS NOT NULL;
CREATE INDEX guest_school ON guest (school) WHERE school IS NOT NULL;
CREATE INDEX guest_email ON guest (email) WHERE email <> '';
-- One address is asked once for one part.
CREATE UNIQUE INDEX guest_once ON guest (event, part, email) WHERE email <> '';

-- Each letter brings a link of its own, and all of them lead to the one answer.
CREATE TABLE guest_link (
    hash {blob} PRIMARY KEY,
    guest {int} NOT NULL REFERENCES guest (id)
);
CREATE INDEX guest_link_guest ON guest_link (guest);

-- The programme of talks: each within a session of the event.
CREATE TABLE talk (
    id {id},
    event {int} NOT NULL REFERENCES event (id),
    session {int} NOT NULL REFERENCES event_session (id),
    begins {int} NOT NULL CHECK (begins >= 0 AND begins < 1440),
    ends {int} NOT NULL CHECK (ends > begins AND ends <= 1440),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    speakers TEXT NOT NULL DEFAULT '' CHECK (length(speakers) <= 300),  -- names, parted by commas
    abstract TEXT NOT NULL DEFAULT '' CHECK (length(abstract) <= 10000)
);
CREATE INDEX talk_event ON talk (event, session, begins);
CREATE INDEX talk_session ON talk (session);
