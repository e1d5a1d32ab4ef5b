-- What a centre tells of a year: reports with the numbers as they were reckoned, the words beside them, the rule by which people were counted.

-- Who counts as having taken part. Where there is none, everybody counts who is marked as present at any session: that is rule 1.
CREATE TABLE counting_rule (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    number {int} NOT NULL CHECK (number > 1),
    starts TEXT NOT NULL,                               -- the first day: a report goes by the rule of the last day of its year
    way TEXT NOT NULL CHECK (way IN ('marked', 'half', 'proof')),
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 300),
    made {int} NOT NULL
);
CREATE UNIQUE INDEX counting_rule_number ON counting_rule (centre, number);

-- Until when a report of some kind is handed in, each year.
CREATE TABLE report_term (
    centre {int} NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('annual', 'founder', 'authority', 'programmes', 'network', 'monitoring')),
    month {int} NOT NULL CHECK (month BETWEEN 1 AND 12),
    day {int} NOT NULL CHECK (day BETWEEN 1 AND 31),
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 300),
    PRIMARY KEY (centre, kind)
);

CREATE TABLE report (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('annual', 'founder', 'authority', 'programmes', 'network', 'monitoring')),
    year_kind TEXT NOT NULL CHECK (year_kind IN ('school', 'calendar')),
    year {int} NOT NULL,                                  -- in which it begins
    municipality {int} REFERENCES municipality (id),      -- of which alone it tells
    state TEXT NOT NULL CHECK (state IN ('draft', 'signed', 'withdrawn')),
    counting {int} NOT NULL CHECK (counting > 0),         -- the number of the rule
    way TEXT NOT NULL CHECK (way IN ('marked', 'half', 'proof')),
    reckoned {int} NOT NULL,
    knew {int} NOT NULL DEFAULT 0,                        -- how many signed reports of the same year it was held against
    made {int} NOT NULL,
    made_by {int} REFERENCES person (id),
    signed TEXT,                                        -- the day
    signed_by {int} REFERENCES person (id),
    number TEXT NOT NULL DEFAULT '' CHECK (length(number) <= 120),      -- in the book of documents
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),     -- why it was withdrawn
    CHECK (state = 'draft' OR signed IS NOT NULL)
);
CREATE INDEX report_centre ON report (centre, year);
CREATE INDEX report_made_by ON report (made_by) WHERE made_by IS NOT NULL;
CREATE INDEX report_municipality ON report (municipality) WHERE municipality IS NOT NULL;
CREATE INDEX report_signed_by ON report (signed_by) WHERE signed_by IS NOT NULL;

-- What staff write beside the numbers.
CREATE TABLE report_text (
    report {int} NOT NULL REFERENCES report (id),
    part TEXT NOT NULL CHECK (length(part) <= 40),
    text TEXT NOT NULL CHECK (length(text) <= 10000),
    PRIMARY KEY (report, part)
);

-- A line of a table as it was when it was reckoned, with the names of that day.
CREATE TABLE report_line (
    report {int} NOT NULL REFERENCES report (id),
    part TEXT NOT NULL CHECK (length(part) <= 40),
    place {int} NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('line', 'sum', 'rest')),         -- rest: hidden lines together
    row_told {int},                                       -- the row that it is about
    row_within {int},                                     -- the line of which it is a part: a school’s municipality
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 300),
    detail TEXT NOT NULL DEFAULT '' CHECK (length(detail) <= 1000),
    day TEXT,
    hidden {bool} NOT NULL DEFAULT {false},               -- not told; of a sum: the whole table
    PRIMARY KEY (report, part, place)
);

CREATE TABLE report_value (
    report {int} NOT NULL REFERENCES report (id),
    part TEXT NOT NULL CHECK (length(part) <= 40),
    place {int} NOT NULL,
    field TEXT NOT NULL CHECK (length(field) <= 40),
    amount {int} NOT NULL,
    PRIMARY KEY (report, part, place, field)
);

-- Of which events it was made, so that it can be said later what has changed.
CREATE TABLE report_event (
    report {int} NOT NULL REFERENCES report (id),
    event {int} NOT NULL REFERENCES event (id),
    came {int} NOT NULL CHECK (came >= 0),
    PRIMARY KEY (report, event)
);
CREATE INDEX report_event_event ON report_event (event);

-- What a municipality recommends to the head of a school.
CREATE TABLE report_advice (
    id {id},
    report {int} NOT NULL REFERENCES report (id),
    school {int} NOT NULL REFERENCES school (id),
    text TEXT NOT NULL CHECK (length(text) <= 10000),
    sent {int},
    heads {int} NOT NULL DEFAULT 0 CHECK (heads >= 0)     -- to how many the letter went
);
CREATE UNIQUE INDEX report_advice_school ON report_advice (report, school);
CREATE INDEX report_advice_of ON report_advice (school);
