-- The science club: who leads it, what it makes, when groups may come, what pupils and teachers would like to try, and big days with their stands.

CREATE TABLE club (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    summary TEXT NOT NULL DEFAULT '' CHECK (length(summary) <= 300),
    about TEXT NOT NULL DEFAULT '' CHECK (length(about) <= 10000),
    hall {int} REFERENCES hall (id),                    -- where it meets, if nothing else is said
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),    -- where that is no hall of the centre
    closed {bool} NOT NULL DEFAULT {false},
    created {int} NOT NULL
);
CREATE INDEX club_centre ON club (centre);
CREATE INDEX club_hall ON club (hall) WHERE hall IS NOT NULL;

CREATE TABLE club_mentor (
    id {id},
    club {int} NOT NULL REFERENCES club (id),
    person {int} NOT NULL REFERENCES person (id),
    leads {bool} NOT NULL DEFAULT {false},
    since {int} NOT NULL
);
CREATE UNIQUE INDEX club_mentor_person ON club_mentor (club, person);
CREATE INDEX club_mentor_of ON club_mentor (person);

-- What can be made there, again and again.
CREATE TABLE club_topic (
    id {id},
    club {int} NOT NULL REFERENCES club (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    summary TEXT NOT NULL DEFAULT '' CHECK (length(summary) <= 300),
    grade_from {int} CHECK (grade_from BETWEEN 0 AND 12),       -- 0: before school; null: for all
    grade_to {int} CHECK (grade_to BETWEEN 0 AND 12),
    minutes {int} NOT NULL CHECK (minutes > 0),
    places {int} NOT NULL CHECK (places > 0),           -- pupils at once
    needs TEXT NOT NULL DEFAULT '' CHECK (length(needs) <= 1000),   -- what has to be made ready, for those who lead it
    closed {bool} NOT NULL DEFAULT {false},
    CHECK ((grade_from IS NULL) = (grade_to IS NULL))
);
CREATE INDEX club_topic_club ON club_topic (club);

-- A day and hours on which groups come, or the door is open.
CREATE TABLE club_session (
    id {id},
    club {int} NOT NULL REFERENCES club (id),
    kind TEXT NOT NULL CHECK (kind IN ('workshop', 'open')),
    topic {int} REFERENCES club_topic (id),             -- of a workshop
    title TEXT NOT NULL CHECK (length(title) <= 300),   -- as it was called when it was planned
    day TEXT NOT NULL,
    begins {int} NOT NULL,                              -- minutes of the day, as on the wall
    ends {int} NOT NULL,
    starts {int} NOT NULL,                              -- the same as moments
    finishes {int} NOT NULL,
    places {int} NOT NULL CHECK (places >= 0),          -- none where the door is open
    hall {int} REFERENCES hall (id),
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
    person {int} REFERENCES person (id),                -- who leads it
    state TEXT NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    pupils {int} CHECK (pupils >= 0),                   -- who came without booking, once that is told
    teachers {int} CHECK (teachers >= 0),
    others {int} CHECK (others >= 0),
    CHECK (begins < ends)
);
CREATE INDEX club_session_club ON club_session (club, day);
CREATE INDEX club_session_topic ON club_session (topic) WHERE topic IS NOT NULL;
CREATE INDEX club_session_hall ON club_session (hall) WHERE hall IS NOT NULL;
CREATE INDEX club_session_person ON club_session (person) WHERE person IS NOT NULL;
CREATE INDEX club_session_starts ON club_session (starts);

-- What was booked for a session: its hall, a thing of the centre, a kit of the resource centre. The booking may be gone by now.
CREATE TABLE club_thing (
    id {id},
    session {int} NOT NULL REFERENCES club_session (id),
    booking {int},
    kit_booking {int},
    name TEXT NOT NULL CHECK (length(name) <= 300),
    CHECK ((booking IS NULL) <> (kit_booking IS NULL))
);
CREATE INDEX club_thing_session ON club_thing (session);

-- A group with its teacher: numbers by grade, and no name of a pupil.
CREATE TABLE club_booking (
    id {id},
    session {int} NOT NULL REFERENCES club_session (id),
    school {int} REFERENCES school (id),
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 120),      -- of the group, such as 5b
    person {int} REFERENCES person (id),                -- the teacher
    state TEXT NOT NULL CHECK (state IN ('booked', 'waiting', 'cancelled')),
    pupils {int} NOT NULL CHECK (pupils > 0),           -- the sum of its grades
    adults {int} NOT NULL CHECK (adults >= 0),          -- who come along
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
    made {int} NOT NULL,
    came_pupils {int} CHECK (came_pupils >= 0),         -- once it is told
    came_adults {int} CHECK (came_adults >= 0),
    reminded {int}
);
CREATE INDEX club_booking_session ON club_booking (session, state);
CREATE INDEX club_booking_school ON club_booking (school) WHERE school IS NOT NULL;
CREATE INDEX club_booking_person ON club_booking (person) WHERE person IS NOT NULL;

CREATE TABLE club_booking_grade (
    booking {int} NOT NULL REFERENCES club_booking (id),
    grade {int} NOT NULL CHECK (grade BETWEEN 0 AND 12),
    pupils {int} NOT NULL CHECK (pupils > 0),
    PRIMARY KEY (booking, grade)
);

-- What somebody would like to try. Everybody reads it after the centre has; nobody reads who wrote it but the centre.
CREATE TABLE club_idea (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    words TEXT NOT NULL CHECK (length(words) <= 1000),
    person {int} REFERENCES person (id),                -- who wrote it
    school {int} REFERENCES school (id),
    grade {int} CHECK (grade BETWEEN 0 AND 12),         -- of the pupil for whom a teacher wrote it
    state TEXT NOT NULL CHECK (state IN ('sent', 'open', 'taken', 'done', 'declined')),
    way TEXT CHECK (way IN ('topic', 'project', 'contest')),        -- what it becomes
    topic {int} REFERENCES club_topic (id),
    link TEXT NOT NULL DEFAULT '' CHECK (length(link) <= 300),
    outcome TEXT NOT NULL DEFAULT '' CHECK (length(outcome) <= 1000),   -- what becomes of it, or why it does not stand there
    mentor {int} REFERENCES person (id),
    sent {int} NOT NULL,
    screened {int},
    taken {int},
    done {int}
);
CREATE INDEX club_idea_centre ON club_idea (centre, state);
CREATE INDEX club_idea_person ON club_idea (person) WHERE person IS NOT NULL;
CREATE INDEX club_idea_school ON club_idea (school) WHERE school IS NOT NULL;
CREATE INDEX club_idea_topic ON club_idea (topic) WHERE topic IS NOT NULL;
CREATE INDEX club_idea_mentor ON club_idea (mentor) WHERE mentor IS NOT NULL;

-- Who would take part, and with how many pupils.
CREATE TABLE club_join (
    id {id},
    idea {int} NOT NULL REFERENCES club_idea (id),
    person {int} NOT NULL REFERENCES person (id),
    pupils {int} NOT NULL CHECK (pupils >= 0),
    at {int} NOT NULL
);
CREATE UNIQUE INDEX club_join_person ON club_join (idea, person);
CREATE INDEX club_join_of ON club_join (person);

-- A big day is an event with stands.
CREATE TABLE club_day (
    id {id},
    event {int} NOT NULL REFERENCES event (id),
    made {int} NOT NULL
);
CREATE UNIQUE INDEX club_day_event ON club_day (event);

CREATE TABLE club_stand (
    id {id},
    club_day {int} NOT NULL REFERENCES club_day (id),
    number {int} NOT NULL CHECK (number > 0),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    summary TEXT NOT NULL DEFAULT '' CHECK (length(summary) <= 300),
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200)
);
CREATE UNIQUE INDEX club_stand_number ON club_stand (club_day, number);

CREATE TABLE club_shift (
    id {id},
    stand {int} NOT NULL REFERENCES club_stand (id),
    starts {int} NOT NULL,
    finishes {int} NOT NULL,
    needed {int} NOT NULL CHECK (needed > 0),
    CHECK (starts < finishes)
);
CREATE INDEX club_shift_stand ON club_shift (stand);

CREATE TABLE club_volunteer (
    id {id},
    shift {int} NOT NULL REFERENCES club_shift (id),
    person {int} NOT NULL REFERENCES person (id),
    at {int} NOT NULL
);
CREATE UNIQUE INDEX club_volunteer_person ON club_volunteer (shift, person);
CREATE INDEX club_volunteer_of ON club_volunteer (person);

-- Visitors of a stand as they were counted: each press of a button is a row, and one that was taken back stays.
CREATE TABLE club_tally (
    id {id},
    stand {int} NOT NULL REFERENCES club_stand (id),
    kind TEXT NOT NULL CHECK (kind IN ('pupil', 'teacher', 'other')),
    number {int} NOT NULL CHECK (number > 0),
    at {int} NOT NULL,
    person {int} REFERENCES person (id),                -- who counted
    undone {int}
);
CREATE INDEX club_tally_stand ON club_tally (stand);
CREATE INDEX club_tally_person ON club_tally (person) WHERE person IS NOT NULL;
