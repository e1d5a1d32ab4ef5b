-- Groups of teachers that meet: circles of a subject, methodical councils over them, networks of partners; what they decide, and what became of it.
CREATE TABLE circle (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    kind TEXT NOT NULL CHECK (kind IN ('subject', 'council', 'network')),
    subject TEXT NOT NULL DEFAULT '' CHECK (length(subject) <= 300),
    aim TEXT NOT NULL DEFAULT '' CHECK (length(aim) <= 1000),
    joining TEXT NOT NULL CHECK (joining IN ('open', 'chair')),
    quorum TEXT NOT NULL CHECK (quorum IN ('half', 'third', 'number')),
    quorum_number {int} NOT NULL DEFAULT 1 CHECK (quorum_number > 0),  -- where the rule is a number
    talks {bool} NOT NULL DEFAULT {false},      -- whether its members write to one another here
    council {int} REFERENCES circle (id),       -- the one that stands over it; its chair sits there
    closed TEXT                                 -- the day on which it ended
);
CREATE INDEX circle_centre ON circle (centre);
CREATE INDEX circle_council ON circle (council) WHERE council IS NOT NULL;

-- Who belongs to it, from when to when. Whoever asks to join has no beginning yet.
CREATE TABLE circle_member (
    id {id},
    circle {int} NOT NULL REFERENCES circle (id),
    person {int} NOT NULL REFERENCES person (id),
    school {int} REFERENCES school (id),
    asked {int} NOT NULL,
    since TEXT,
    until TEXT,                                 -- the last day
    digest {bool} NOT NULL DEFAULT {false},     -- whether what is written comes by letter
    digest_post {int} NOT NULL DEFAULT 0        -- the last of what was sent so
);
CREATE UNIQUE INDEX circle_member_open ON circle_member (circle, person) WHERE until IS NULL;
CREATE INDEX circle_member_circle ON circle_member (circle);
CREATE INDEX circle_member_person ON circle_member (person);
CREATE INDEX circle_member_school ON circle_member (school) WHERE school IS NOT NULL;

CREATE TABLE circle_meeting (
    id {id},
    circle {int} NOT NULL REFERENCES circle (id),
    day TEXT NOT NULL,
    begins {int} NOT NULL,
    ends {int} NOT NULL CHECK (ends > begins),
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
    link TEXT NOT NULL DEFAULT '' CHECK (length(link) <= 300),      -- of the room on the net, for members only
    event {int} REFERENCES event (id),          -- the event of the centre at which it met; its conclusions are shown too
    invited {int},
    sequence {int} NOT NULL DEFAULT 0,          -- of the entry in the calendars
    cancelled {int}
);
CREATE INDEX circle_meeting_circle ON circle_meeting (circle, day);
CREATE INDEX circle_meeting_event ON circle_meeting (event) WHERE event IS NOT NULL;

-- Who leads it, from when to when.
CREATE TABLE circle_chair (
    id {id},
    circle {int} NOT NULL REFERENCES circle (id),
    person {int} NOT NULL REFERENCES person (id),
    deputy {bool} NOT NULL DEFAULT {false},
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    meeting {int} REFERENCES circle_meeting (id)        -- that elected them; null: the centre has set it
);
CREATE INDEX circle_chair_circle ON circle_chair (circle);
CREATE INDEX circle_chair_person ON circle_chair (person);
CREATE INDEX circle_chair_meeting ON circle_chair (meeting) WHERE meeting IS NOT NULL;

-- A point of the agenda, and how it was voted on: numbers only.
CREATE TABLE circle_point (
    id {id},
    meeting {int} NOT NULL REFERENCES circle_meeting (id),
    place {int} NOT NULL,
    title TEXT NOT NULL CHECK (length(title) <= 300),
    votes_for {int} CHECK (votes_for >= 0),
    votes_against {int} CHECK (votes_against >= 0),
    abstained {int} CHECK (abstained >= 0)
);
CREATE INDEX circle_point_meeting ON circle_point (meeting);

-- What somebody answered to an invitation, and whether they came.
CREATE TABLE circle_attendance (
    id {id},
    meeting {int} NOT NULL REFERENCES circle_meeting (id),
    person {int} NOT NULL REFERENCES person (id),
    school {int} REFERENCES school (id),
    comes {bool},
    present {bool}
);
CREATE UNIQUE INDEX circle_attendance_person ON circle_attendance (meeting, person);
CREATE INDEX circle_attendance_of ON circle_attendance (person);
CREATE INDEX circle_attendance_school ON circle_attendance (school) WHERE school IS NOT NULL;

-- Minutes. What was signed stays; a correction is another version.
CREATE TABLE circle_minutes (
    id {id},
    meeting {int} NOT NULL REFERENCES circle_meeting (id),
    version {int} NOT NULL CHECK (version > 0),
    text TEXT NOT NULL CHECK (length(text) <= 20000),
    edition {int} NOT NULL DEFAULT 1,           -- counts each saving, so that two who write at once learn of it
    written {int} NOT NULL,
    writer {int} REFERENCES person (id),
    signed {int},
    signed_by {int} REFERENCES person (id),
    members {int},                              -- of the circle on that day, once it is signed
    present {int},
    needed {int}                                -- so many had to be there
);
CREATE UNIQUE INDEX circle_minutes_version ON circle_minutes (meeting, version);
CREATE INDEX circle_minutes_writer ON circle_minutes (writer) WHERE writer IS NOT NULL;
CREATE INDEX circle_minutes_signed_by ON circle_minutes (signed_by) WHERE signed_by IS NOT NULL;

-- A line of the plan of a school year.
CREATE TABLE circle_plan_line (
    id {id},
    circle {int} NOT NULL REFERENCES circle (id),
    year {int} NOT NULL,                        -- in which it begins
    text TEXT NOT NULL CHECK (length(text) <= 1000),
    term TEXT NOT NULL DEFAULT '' CHECK (length(term) <= 120),
    responsible TEXT NOT NULL DEFAULT '' CHECK (length(responsible) <= 200),
    indicator TEXT NOT NULL DEFAULT '' CHECK (length(indicator) <= 300),
    done TEXT,                                  -- the day on which it was
    earlier {int} REFERENCES circle_plan_line (id)      -- of the year before, from which it came over
);
CREATE INDEX circle_plan_line_circle ON circle_plan_line (circle, year);
CREATE INDEX circle_plan_line_earlier ON circle_plan_line (earlier) WHERE earlier IS NOT NULL;

-- What was concluded: by whom, until when, how it stands, what became of it.
CREATE TABLE circle_conclusion (
    id {id},
    circle {int} NOT NULL REFERENCES circle (id),
    meeting {int} REFERENCES circle_meeting (id),
    point {int} REFERENCES circle_point (id),
    plan_line {int} REFERENCES circle_plan_line (id),
    event {int} REFERENCES event (id),          -- that came of it
    day TEXT NOT NULL,                          -- on which it was concluded
    text TEXT NOT NULL CHECK (length(text) <= 1000),
    owner {int} REFERENCES person (id),         -- null: whoever it was has gone
    due TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'underway', 'done', 'dropped')),
    outcome TEXT NOT NULL DEFAULT '' CHECK (length(outcome) <= 1000),
    advice {bool} NOT NULL DEFAULT {false},     -- too few were there to decide
    settled TEXT,                               -- the day on which it was done or dropped
    reminded {int},
    reminded_late {int}
);
CREATE INDEX circle_conclusion_circle ON circle_conclusion (circle, day);
CREATE INDEX circle_conclusion_meeting ON circle_conclusion (meeting) WHERE meeting IS NOT NULL;
CREATE INDEX circle_conclusion_point ON circle_conclusion (point) WHERE point IS NOT NULL;
CREATE INDEX circle_conclusion_plan_line ON circle_conclusion (plan_line) WHERE plan_line IS NOT NULL;
CREATE INDEX circle_conclusion_event ON circle_conclusion (event) WHERE event IS NOT NULL;
CREATE INDEX circle_conclusion_owner ON circle_conclusion (owner) WHERE owner IS NOT NULL;
CREATE INDEX circle_conclusion_due ON circle_conclusion (due) WHERE settled IS NULL;

CREATE TABLE circle_file (
    id {id},
    circle {int} NOT NULL REFERENCES circle (id),
    file {int} NOT NULL REFERENCES file (id),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    person {int} REFERENCES person (id),
    added {int} NOT NULL
);
CREATE INDEX circle_file_circle ON circle_file (circle);
CREATE INDEX circle_file_file ON circle_file (file);
CREATE INDEX circle_file_person ON circle_file (person) WHERE person IS NOT NULL;

-- A visit of one teacher to another's lesson, and the two who sign it.
CREATE TABLE circle_visit (
    id {id},
    circle {int} NOT NULL REFERENCES circle (id),
    day TEXT NOT NULL,
    lesson TEXT NOT NULL CHECK (length(lesson) <= 300),
    seen TEXT NOT NULL DEFAULT '' CHECK (length(seen) <= 1000)
);
CREATE INDEX circle_visit_circle ON circle_visit (circle);

CREATE TABLE circle_visit_side (
    id {id},
    visit {int} NOT NULL REFERENCES circle_visit (id),
    part TEXT NOT NULL CHECK (part IN ('host', 'guest')),
    person {int} NOT NULL REFERENCES person (id),
    school {int} REFERENCES school (id),
    signed {int},
    asked {int},
    asked_again {int},
    confirmed {int},                            -- when the team of the school gave what its table gives
    points {int} CHECK (points >= 0)
);
CREATE UNIQUE INDEX circle_visit_side_part ON circle_visit_side (visit, part);
CREATE INDEX circle_visit_side_person ON circle_visit_side (person);
CREATE INDEX circle_visit_side_school ON circle_visit_side (school) WHERE school IS NOT NULL;

CREATE TABLE circle_post (
    id {id},
    circle {int} NOT NULL REFERENCES circle (id),
    person {int} NOT NULL REFERENCES person (id),
    text TEXT NOT NULL CHECK (length(text) <= 1000),
    at {int} NOT NULL,
    reported {int},
    reported_by {int} REFERENCES person (id),
    hidden {int},
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000)
);
CREATE INDEX circle_post_circle ON circle_post (circle);
CREATE INDEX circle_post_person ON circle_post (person);
CREATE INDEX circle_post_reported_by ON circle_post (reported_by) WHERE reported_by IS NOT NULL;
