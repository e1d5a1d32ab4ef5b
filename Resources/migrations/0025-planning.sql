-- What a centre means to do in a year, who has said yes to it, what came of it, and what it offers for a month.

-- The sources of money that a centre names in its plans, in its own order; without rows the usual ones.
CREATE TABLE plan_source (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    line {int} NOT NULL,
    name TEXT NOT NULL CHECK (length(name) <= 200)
);
CREATE INDEX plan_source_centre ON plan_source (centre, line);

-- Who says yes to a plan, one after another; without rows the usual ones. Some of them are people here, of others the decision is written down.
CREATE TABLE plan_step (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    line {int} NOT NULL,
    name TEXT NOT NULL CHECK (length(name) <= 200),
    signer TEXT NOT NULL CHECK (signer IN ('director', 'office'))
);
CREATE INDEX plan_step_centre ON plan_step (centre, line);

CREATE TABLE year_plan (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('school', 'calendar')),
    year {int} NOT NULL,                        -- in which it begins
    changed {int} NOT NULL
);
CREATE UNIQUE INDEX year_plan_year ON year_plan (centre, kind, year);

-- A line of the plan that is worked on.
CREATE TABLE plan_item (
    id {id},
    plan {int} NOT NULL REFERENCES year_plan (id),
    line {int} NOT NULL,
    form {int} NOT NULL REFERENCES event_form (id),
    programme {int} REFERENCES programme (id),
    topic {int} REFERENCES topic (id),          -- which wish it answers
    title TEXT NOT NULL CHECK (length(title) <= 300),
    person {int} REFERENCES person (id),        -- who answers for it; null when the account is deleted
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
    target TEXT NOT NULL DEFAULT '' CHECK (length(target) <= 300),
    people {int} CHECK (people >= 0),           -- how many are expected
    source TEXT NOT NULL DEFAULT '' CHECK (length(source) <= 200),
    indicator TEXT NOT NULL DEFAULT '' CHECK (length(indicator) <= 300),
    goal {int} CHECK (goal >= 0),               -- the number that the indicator should reach
    edits {int} NOT NULL DEFAULT 0              -- counts up with each change
);
CREATE INDEX plan_item_plan ON plan_item (plan, line);
CREATE INDEX plan_item_form ON plan_item (form);
CREATE INDEX plan_item_programme ON plan_item (programme);
CREATE INDEX plan_item_topic ON plan_item (topic) WHERE topic IS NOT NULL;
CREATE INDEX plan_item_person ON plan_item (person);

-- What was handed in, as it was then.
CREATE TABLE plan_version (
    id {id},
    plan {int} NOT NULL REFERENCES year_plan (id),
    number {int} NOT NULL,
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),         -- why an approved plan is changed
    state TEXT NOT NULL CHECK (state IN ('waiting', 'returned', 'approved')),
    person {int},                               -- who handed it in
    at {int} NOT NULL
);
CREATE UNIQUE INDEX plan_version_number ON plan_version (plan, number);

CREATE TABLE plan_version_item (
    id {id},
    version {int} NOT NULL REFERENCES plan_version (id),
    item {int} NOT NULL,                        -- the line of the plan, which may be gone
    line {int} NOT NULL,
    form {int} NOT NULL REFERENCES event_form (id),
    programme {int} REFERENCES programme (id),
    topic {int} REFERENCES topic (id),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    person {int} REFERENCES person (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
    target TEXT NOT NULL DEFAULT '' CHECK (length(target) <= 300),
    people {int} CHECK (people >= 0),
    source TEXT NOT NULL DEFAULT '' CHECK (length(source) <= 200),
    indicator TEXT NOT NULL DEFAULT '' CHECK (length(indicator) <= 300),
    goal {int} CHECK (goal >= 0)
);
CREATE UNIQUE INDEX plan_version_item_line ON plan_version_item (version, item);
CREATE INDEX plan_version_item_form ON plan_version_item (form);
CREATE INDEX plan_version_item_programme ON plan_version_item (programme);
CREATE INDEX plan_version_item_topic ON plan_version_item (topic) WHERE topic IS NOT NULL;
CREATE INDEX plan_version_item_person ON plan_version_item (person);

-- The steps of one version, as they stood when it was handed in.
CREATE TABLE plan_decision (
    id {id},
    version {int} NOT NULL REFERENCES plan_version (id),
    line {int} NOT NULL,
    name TEXT NOT NULL CHECK (length(name) <= 200),
    signer TEXT NOT NULL CHECK (signer IN ('director', 'office')),
    outcome TEXT NOT NULL CHECK (outcome IN ('waiting', 'approved', 'returned')),
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    number TEXT NOT NULL DEFAULT '' CHECK (length(number) <= 300),          -- of a decision on paper
    day TEXT,                                   -- of that decision
    person {int},                               -- who decided, or wrote it down
    at {int}
);
CREATE UNIQUE INDEX plan_decision_line ON plan_decision (version, line);

-- Which events came of a line. An event is of one line at most.
CREATE TABLE plan_item_event (
    event {int} PRIMARY KEY REFERENCES event (id),
    item {int} NOT NULL REFERENCES plan_item (id)
);
CREATE INDEX plan_item_event_item ON plan_item_event (item);

-- Why it came otherwise: a line that was not done or done later, or an event that nobody had planned.
CREATE TABLE plan_reason (
    id {id},
    plan {int} NOT NULL REFERENCES year_plan (id),
    item {int} REFERENCES plan_item (id),
    event {int} REFERENCES event (id),
    reason TEXT NOT NULL CHECK (length(reason) <= 1000),
    person {int},                               -- who wrote it
    at {int} NOT NULL,
    CHECK ((item IS NULL) <> (event IS NULL))
);
CREATE INDEX plan_reason_plan ON plan_reason (plan);
CREATE UNIQUE INDEX plan_reason_item ON plan_reason (item);
CREATE UNIQUE INDEX plan_reason_event ON plan_reason (event, plan);

-- What a centre offers for a month: the lines that are worked on.
CREATE TABLE month_offer (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    first_day TEXT NOT NULL,                    -- of the month
    intro TEXT NOT NULL DEFAULT '' CHECK (length(intro) <= 10000),
    edits {int} NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX month_offer_month ON month_offer (centre, first_day);

CREATE TABLE month_offer_line (
    id {id},
    offer {int} NOT NULL REFERENCES month_offer (id),
    event {int} REFERENCES event (id),
    item {int} REFERENCES plan_item (id),
    CHECK ((item IS NULL) <> (event IS NULL))
);
CREATE INDEX month_offer_line_offer ON month_offer_line (offer);
CREATE INDEX month_offer_line_event ON month_offer_line (event);
CREATE INDEX month_offer_line_item ON month_offer_line (item);

-- What was published, as it was then.
CREATE TABLE month_offer_version (
    id {id},
    offer {int} NOT NULL REFERENCES month_offer (id),
    number {int} NOT NULL,
    intro TEXT NOT NULL DEFAULT '' CHECK (length(intro) <= 10000),
    person {int},                               -- who published it
    at {int} NOT NULL
);
CREATE UNIQUE INDEX month_offer_version_number ON month_offer_version (offer, number);

CREATE TABLE month_offer_version_line (
    id {id},
    version {int} NOT NULL REFERENCES month_offer_version (id),
    line {int} NOT NULL,
    event {int} REFERENCES event (id),
    item {int},                                 -- a line of the plan without an event, which may be gone
    form {int} NOT NULL REFERENCES event_form (id),
    language TEXT NOT NULL CHECK (language IN ('sr', 'sr-Latn', 'lt', 'en')),           -- of the title
    title TEXT NOT NULL CHECK (length(title) <= 300),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    begins {int},                               -- minutes of the first day; null where no hour is known
    ends {int},
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 1000),
    target TEXT NOT NULL DEFAULT '' CHECK (length(target) <= 300),
    area TEXT NOT NULL DEFAULT '' CHECK (length(area) <= 300),
    points {int} NOT NULL DEFAULT 0,
    fee {int} NOT NULL DEFAULT 0,
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR'))
);
CREATE INDEX month_offer_version_line_version ON month_offer_version_line (version, line);
CREATE INDEX month_offer_version_line_event ON month_offer_version_line (event);
CREATE INDEX month_offer_version_line_form ON month_offer_version_line (form);
