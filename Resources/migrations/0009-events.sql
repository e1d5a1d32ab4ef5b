-- Everything that is announced, applied for and held.

-- Forms of an event. Those without a centre are every centre's, the others its own. What an event of a form has stands here; pages, letters and papers
-- ask it, so that one more form is one more row.
CREATE TABLE event_form (
    id {id},
    centre {int} REFERENCES centre (id),
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),          -- in Serbian; the others in Lithuanian and English
    name_lt TEXT NOT NULL DEFAULT '' CHECK (length(name_lt) <= 200),
    name_en TEXT NOT NULL DEFAULT '' CHECK (length(name_en) <= 200),
    applying TEXT NOT NULL CHECK (applying IN ('none', 'open', 'invited', 'group')),    -- how one comes to a seat
    lead TEXT NOT NULL CHECK (lead IN ('trainer', 'lecturer', 'presenter', 'speaker', 'author', 'guide', 'host')),   -- what those who lead it are called
    paper TEXT NOT NULL CHECK (paper IN ('none', 'confirmation', 'certificate')),       -- what those who took part get
    lead_paper TEXT NOT NULL CHECK (lead_paper IN ('none', 'confirmation', 'thanks')),  -- what those who led it get
    traits TEXT NOT NULL DEFAULT '',                                    -- what else it has, in words: programme points fee …
    asked_days {int} NOT NULL DEFAULT 0 CHECK (asked_days >= 0),        -- so many days before it begins its approval is asked for; 0: it needs none
    approved_months {int} NOT NULL DEFAULT 0 CHECK (approved_months >= 0),  -- for so long an approval holds
    basis TEXT NOT NULL DEFAULT '' CHECK (length(basis) <= 200),        -- the article that says so
    place {int} NOT NULL DEFAULT 0,
    closed {bool} NOT NULL DEFAULT {false},                             -- no new events of it
    CHECK (name <> '' OR name_lt <> '' OR name_en <> '')
);
CREATE INDEX event_form_centre ON event_form (centre);
INSERT INTO event_form (name, name_lt, name_en, applying, lead, paper, lead_paper, traits, asked_days, approved_months, basis, place) VALUES
    ('Семинар', 'Seminaras', 'Seminar', 'open', 'trainer', 'certificate', 'confirmation', 'programme points fee minimum attendance', 0, 0, '', 10),
    ('Обука у више дана', 'Kelių dienų kursai', 'Course of several days', 'open', 'trainer', 'certificate', 'confirmation', 'programme points fee minimum attendance', 0, 0, '', 20),
    ('Вебинар', 'Vebinaras', 'Webinar', 'open', 'lecturer', 'confirmation', 'confirmation', 'points fee attendance online', 0, 0, '', 30),
    ('Онлајн обука', 'Nuotoliniai kursai', 'Online course', 'open', 'trainer', 'certificate', 'confirmation', 'programme points fee minimum attendance online', 0, 0, '', 40),
    ('Округли сто', 'Apskritojo stalo diskusija', 'Round table', 'none', 'speaker', 'none', 'confirmation', 'conclusions talks', 0, 0, '', 50),
    ('Трибина', 'Forumas', 'Panel', 'none', 'speaker', 'none', 'confirmation', 'conclusions talks', 0, 0, '', 60),
    ('Стручни скуп', 'Profesinis sambūris', 'Professional gathering', 'open', 'presenter', 'confirmation', 'confirmation', 'points fee attendance conclusions talks papers', 60, 12, 'члан 13. Правилника (109/2021)', 70),
    ('Конференција', 'Konferencija', 'Conference', 'open', 'presenter', 'confirmation', 'confirmation', 'points fee attendance conclusions talks papers parts', 0, 0, '', 80),
    ('Промоција књиге', 'Knygos pristatymas', 'Book promotion', 'none', 'author', 'none', 'thanks', '', 0, 0, '', 90),
    ('Изложба', 'Paroda', 'Exhibition', 'none', 'author', 'none', 'thanks', '', 0, 0, '', 100),
    ('Студијско путовање', 'Edukacinė išvyka', 'Study trip', 'open', 'guide', 'confirmation', 'thanks', 'points fee minimum attendance bus', 0, 0, '', 110),
    ('Радионица за ученике', 'Dirbtuvės mokiniams', 'Workshop for pupils', 'group', 'host', 'none', 'thanks', '', 0, 0, '', 120),
    ('Термин научног клуба', 'Mokslo klubo užsiėmimas', 'Science club session', 'group', 'host', 'none', 'thanks', '', 0, 0, '', 130),
    ('Активност у школи', 'Mokyklos renginys', 'In-school event', 'invited', 'speaker', 'none', 'confirmation', 'conclusions', 0, 0, '', 140),
    ('Изнајмљивање сале', 'Salės nuoma', 'Room hire', 'none', 'host', 'none', 'none', 'fee internal', 0, 0, '', 150);

CREATE TABLE event (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    form {int} NOT NULL REFERENCES event_form (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'announced', 'confirmed', 'held', 'closed', 'postponed', 'cancelled')),
    programme {int} REFERENCES programme (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),   -- what it is held in
    seats_min {int} NOT NULL CHECK (seats_min >= 0),
    seats {int} NOT NULL CHECK (seats >= 0),    -- 0 where they are not counted
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
    approval_asked TEXT,                -- the day on which its approval was asked for, where its form needs one
    approval_number TEXT NOT NULL DEFAULT '' CHECK (length(approval_number) <= 300),
    approval_day TEXT,                  -- from which it holds
    approval_consent TEXT,              -- the day of the consent to hold it once more under the same approval
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
CREATE INDEX event_of_form ON event (form);
CREATE INDEX event_copied ON event (copied_from) WHERE copied_from IS NOT NULL;

-- A school asks for an event of its own; the centre answers once.
CREATE TABLE event_request (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    school {int} NOT NULL REFERENCES school (id),
    person {int} NOT NULL REFERENCES person (id),       -- who asks on its behalf
    title TEXT NOT NULL CHECK (length(title) <= 300),
    text TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 10000),
    day TEXT NOT NULL,                  -- when it is wished for
    begins {int} NOT NULL CHECK (begins >= 0 AND begins < 1440),
    ends {int} NOT NULL CHECK (ends > begins AND ends <= 1440),
    people {int} NOT NULL CHECK (people > 0),
    wishes TEXT NOT NULL DEFAULT '',    -- of the centre, in words: room trainer list papers
    asked {int} NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('asked', 'accepted', 'declined')),
    decided {int},
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    event {int} REFERENCES event (id)   -- what came of it
);
CREATE INDEX event_request_centre ON event_request (centre, state, day);
CREATE INDEX event_request_school ON event_request (school);
CREATE INDEX event_request_person ON event_request (person);
CREATE INDEX event_request_event ON event_request (event) WHERE event IS NOT NULL;

-- The way of a trip.
CREATE TABLE event_trip (
    event {int} PRIMARY KEY REFERENCES event (id),
    meeting_place TEXT NOT NULL DEFAULT '' CHECK (length(meeting_place) <= 200),
    meeting_time {int} CHECK (meeting_time >= 0 AND meeting_time < 1440),
    stops TEXT NOT NULL DEFAULT '' CHECK (length(stops) <= 1000),
    documents TEXT NOT NULL DEFAULT '' CHECK (length(documents) <= 1000)    -- what to bring along
);

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
    link TEXT NOT NULL DEFAULT '' CHECK (length(link) <= 300),
    title TEXT NOT NULL DEFAULT '' CHECK (length(title) <= 300),
    seats {int} NOT NULL DEFAULT 0 CHECK (seats >= 0)  -- of a workshop, which one chooses; 0: the session is everybody's
);
CREATE INDEX event_session_event ON event_session (event, day, begins);
CREATE INDEX event_session_hall ON event_session (hall, day);

-- What a session is called in further languages.
CREATE TABLE event_session_text (
    session {int} NOT NULL REFERENCES event_session (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    PRIMARY KEY (session, language)
);

CREATE TABLE event_trainer (
    id {id},
    event {int} NOT NULL REFERENCES event (id),
    name TEXT NOT NULL CHECK (length(name) <= 300),
    person {int} REFERENCES person (id),
    place {int} NOT NULL DEFAULT 0
);
CREATE INDEX event_trainer_event ON event_trainer (event);
CREATE INDEX event_trainer_person ON event_trainer (person);
