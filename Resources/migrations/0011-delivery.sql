-- What happens from the door to the report.

-- What a centre asks of somebody before it says that an event was completed. Dated, so that a new rule does not change what was.
CREATE TABLE completion_rule (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    since TEXT NOT NULL,                -- the first day of events that it holds for
    percent {int} NOT NULL CHECK (percent BETWEEN 1 AND 100),   -- of the sessions
    excused {bool} NOT NULL,            -- whether an excused session counts as attended
    minutes {int} NOT NULL CHECK (minutes >= 0),    -- that may be missed altogether, by coming late or leaving early
    UNIQUE (centre, since)
);

-- How somebody stood in one session. A mark that was taken back keeps its row, so that an older one cannot return.
CREATE TABLE attendance (
    id {id},
    registration {int} NOT NULL REFERENCES registration (id),
    session {int} NOT NULL REFERENCES event_session (id),
    mark TEXT CHECK (mark IN ('present', 'late', 'left', 'excused', 'absent')),
    missed {int} NOT NULL DEFAULT 0 CHECK (missed >= 0),    -- minutes, by coming late or leaving early
    source TEXT NOT NULL CHECK (source IN ('door', 'self', 'sheet', 'rest', 'report')),
    person {int},                       -- who marked
    at {int} NOT NULL,                  -- when it was marked, which may be before it reached us
    UNIQUE (registration, session)
);
CREATE INDEX attendance_session ON attendance (session);

-- Marks made on a device carry a random key of that device: whatever is sent again counts once.
CREATE TABLE attendance_key (
    key TEXT PRIMARY KEY,
    session {int} NOT NULL REFERENCES event_session (id),
    at {int} NOT NULL
);
CREATE INDEX attendance_key_at ON attendance_key (at);
CREATE INDEX attendance_key_session ON attendance_key (session);

-- How many of a group came, written down after the event: numbers, never names.
CREATE TABLE group_count (
    registration {int} PRIMARY KEY REFERENCES registration (id),
    pupils {int} NOT NULL CHECK (pupils >= 0),
    companions {int} NOT NULL CHECK (companions >= 0),
    person {int},                       -- who wrote it down
    at {int} NOT NULL
);

-- What is written about an event after it was held. While there is no row, its report is missing.
CREATE TABLE event_report (
    event {int} PRIMARY KEY REFERENCES event (id),
    course TEXT NOT NULL CHECK (length(course) <= 10000),               -- how it went
    remark TEXT NOT NULL DEFAULT '' CHECK (length(remark) <= 10000),    -- what follows from it
    visitors {int} CHECK (visitors >= 0),   -- how many came, where they are known by number only; null: nobody has counted
    photo_note TEXT NOT NULL DEFAULT '' CHECK (length(photo_note) <= 1000),     -- how consent to photographs was asked for and given
    person {int},
    at {int} NOT NULL
);

-- What was agreed at an event, with who does it and by when. It comes back every day until it is done.
CREATE TABLE conclusion (
    id {id},
    event {int} NOT NULL REFERENCES event (id),
    text TEXT NOT NULL CHECK (length(text) <= 1000),
    owner TEXT NOT NULL DEFAULT '' CHECK (length(owner) <= 200),        -- as the minutes name them
    due TEXT,                           -- a local day
    done {int},
    outcome TEXT NOT NULL DEFAULT '' CHECK (length(outcome) <= 1000),   -- what came of it
    person {int},                       -- who wrote it down
    at {int} NOT NULL
);
CREATE INDEX conclusion_event ON conclusion (event);
CREATE INDEX conclusion_open ON conclusion (due) WHERE done IS NULL;

-- To whom was written after an event: once, unless asked again.
CREATE TABLE event_letter (
    id {id},
    event {int} NOT NULL REFERENCES event (id),
    kind TEXT NOT NULL CHECK (kind IN ('list', 'thanks_trainer', 'thanks_school')),
    recipient {int} NOT NULL,           -- a school, or a person
    times {int} NOT NULL DEFAULT 1,
    at {int} NOT NULL,
    UNIQUE (event, kind, recipient)
);
