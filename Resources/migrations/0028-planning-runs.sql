-- Days on which nothing is held, and those on which schools have a break.
CREATE TABLE school_period (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('holiday', 'break')),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    name TEXT NOT NULL CHECK (length(name) <= 200),
    CHECK (first_day <= last_day)
);
CREATE INDEX school_period_centre ON school_period (centre, first_day);

-- One time that a term was planned: what was asked, how far it is, how it ended.
CREATE TABLE plan_run (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    most {int} NOT NULL CHECK (most BETWEEN 1 AND 500),         -- groups in all
    a_day {int} NOT NULL CHECK (a_day BETWEEN 1 AND 50),        -- groups on one day
    cover {int} NOT NULL CHECK (cover BETWEEN 1 AND 100),       -- percent of a school that may be away on a day with lessons
    cover_subject {int} CHECK (cover_subject BETWEEN 1 AND 50), -- of one subject of a school on such a day; null without a limit
    least {int} NOT NULL CHECK (least BETWEEN 1 AND 500),       -- a group, where the catalogue names none
    trainer_fee {int} NOT NULL CHECK (trainer_fee >= 0),        -- a day, minor units of the centre's currency
    budget {int} CHECK (budget >= 0),                           -- for trainers, likewise; null without a limit
    budget_school {int} CHECK (budget_school >= 0),             -- for fees, by who pays them
    budget_municipality {int} CHECK (budget_municipality >= 0),
    budget_own {int} CHECK (budget_own >= 0),
    working {bool} NOT NULL DEFAULT {false},                    -- days with lessons, too
    towns TEXT NOT NULL DEFAULT '' CHECK (length(towns) <= 1000),   -- municipalities where a school lends a room, ids with blanks between
    weights TEXT NOT NULL CHECK (length(weights) <= 1000),      -- name=points with blanks between
    effort TEXT NOT NULL CHECK (effort IN ('quick', 'normal', 'long')),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'working', 'done', 'contradiction', 'stopped', 'failed')),
    stopping {bool} NOT NULL DEFAULT {false},   -- somebody asked for the plan as it is
    told {int},                                 -- when it was last heard of
    worth {int},                                -- points of the best so far
    bound {int},                                -- points that no plan can pass
    groups {int} NOT NULL DEFAULT 0,
    ended_by TEXT NOT NULL DEFAULT '' CHECK (length(ended_by) <= 120),      -- goal, work, asked, time
    rules TEXT NOT NULL DEFAULT '' CHECK (length(rules) <= 1000),   -- that cannot hold together, with blanks between
    proved {bool},                              -- whether it is proved that they cannot; null where there is a plan
    engine TEXT NOT NULL DEFAULT '' CHECK (length(engine) <= 120),
    fingerprint TEXT NOT NULL DEFAULT '' CHECK (length(fingerprint) <= 120),
    persons {int} NOT NULL DEFAULT 0,           -- whose plans it was made of
    wishes {int} NOT NULL DEFAULT 0,
    earlier {int} REFERENCES plan_run (id),     -- around whose pins it was made
    person {int},                               -- who asked for it
    at {int} NOT NULL,
    ended {int}
);
CREATE INDEX plan_run_centre ON plan_run (centre, at);
CREATE UNIQUE INDEX plan_run_underway ON plan_run (centre) WHERE state IN ('waiting', 'working');
CREATE INDEX plan_run_earlier ON plan_run (earlier) WHERE earlier IS NOT NULL;

-- A group that is proposed. Whom it would serve is kept as counts; nobody is told a seat by a plan.
CREATE TABLE plan_proposal (
    id {id},
    run {int} NOT NULL REFERENCES plan_run (id),
    line {int} NOT NULL,
    programme {int} NOT NULL REFERENCES programme (id),
    topic {int} NOT NULL REFERENCES topic (id),
    municipality {int} NOT NULL REFERENCES municipality (id),
    hall {int} REFERENCES hall (id),            -- null where a school lends a room
    days TEXT NOT NULL CHECK (length(days) <= 120),     -- ISO with blanks between
    people {int} NOT NULL,
    fresh {int} NOT NULL,                       -- schools that come for the first time
    due {int} NOT NULL,                         -- people for whom something falls due that it would meet
    priority {int} NOT NULL,                    -- people who come for a priority
    worth {int} NOT NULL,                       -- points that the plan loses without it
    km {int} NOT NULL,                          -- of all, there and back
    saved_km {int} NOT NULL,                    -- against all of them going to the centre
    saved_hours {int} NOT NULL,
    saved_money {int} NOT NULL,                 -- minor units
    saved_carbon {int} NOT NULL,                   -- kg
    near_km {int},                              -- saved against the nearest other place with a room
    near {int} REFERENCES municipality (id),
    next_day TEXT,                              -- when else it would be held, and what that would lose
    next_less {int},
    next_place {int} REFERENCES municipality (id),
    next_place_less {int},
    mark TEXT NOT NULL DEFAULT '' CHECK (mark IN ('', 'pinned', 'forbidden')),
    event {int} REFERENCES event (id)           -- the draft that was made of it
);
CREATE UNIQUE INDEX plan_proposal_line ON plan_proposal (run, line);
CREATE INDEX plan_proposal_programme ON plan_proposal (programme);
CREATE INDEX plan_proposal_topic ON plan_proposal (topic);
CREATE INDEX plan_proposal_municipality ON plan_proposal (municipality);
CREATE INDEX plan_proposal_hall ON plan_proposal (hall) WHERE hall IS NOT NULL;
CREATE INDEX plan_proposal_near ON plan_proposal (near) WHERE near IS NOT NULL;
CREATE INDEX plan_proposal_next ON plan_proposal (next_place) WHERE next_place IS NOT NULL;
CREATE INDEX plan_proposal_event ON plan_proposal (event) WHERE event IS NOT NULL;

CREATE TABLE plan_proposal_trainer (
    id {id},
    proposal {int} NOT NULL REFERENCES plan_proposal (id),
    line {int} NOT NULL,
    name TEXT NOT NULL CHECK (length(name) <= 300),     -- as the programme names them
    person {int} REFERENCES person (id),
    UNIQUE (proposal, line)
);
CREATE INDEX plan_proposal_trainer_person ON plan_proposal_trainer (person) WHERE person IS NOT NULL;

-- How many of which school.
CREATE TABLE plan_proposal_school (
    proposal {int} NOT NULL REFERENCES plan_proposal (id),
    school {int} NOT NULL REFERENCES school (id),
    people {int} NOT NULL,
    PRIMARY KEY (proposal, school)
);
CREATE INDEX plan_proposal_school_school ON plan_proposal_school (school);

-- Programmes that are wished and not held, and why.
CREATE TABLE plan_run_left (
    run {int} NOT NULL REFERENCES plan_run (id),
    programme {int} NOT NULL REFERENCES programme (id),
    reason TEXT NOT NULL CHECK (reason IN ('trainers', 'wishes', 'rooms', 'days', 'reach', 'groups', 'worth')),
    wishes {int} NOT NULL,
    PRIMARY KEY (run, programme)
);
CREATE INDEX plan_run_left_programme ON plan_run_left (programme);
