-- Who looks after a school. That somebody does is the role `school`; here stands what they are there, and how often they hear of it.
CREATE TABLE school_duty (
    id {id},
    school {int} NOT NULL REFERENCES school (id),
    person {int} NOT NULL REFERENCES person (id),
    duty TEXT NOT NULL CHECK (duty IN ('head', 'coordinator')),
    centre {int} NOT NULL REFERENCES centre (id),       -- which writes to them
    digest TEXT NOT NULL CHECK (digest IN ('never', 'weekly', 'monthly')),
    told {int} NOT NULL,                -- up to when they heard of it
    UNIQUE (school, person)
);
CREATE INDEX school_duty_person ON school_duty (person);
CREATE INDEX school_duty_told ON school_duty (digest, told);

-- Somebody is asked by letter to look after a school, or whether they work there. The row goes with the answer.
CREATE TABLE school_invitation (
    id {id},
    school {int} NOT NULL REFERENCES school (id),
    person {int} NOT NULL REFERENCES person (id),
    part TEXT NOT NULL CHECK (part IN ('head', 'coordinator', 'colleague')),
    given_name TEXT NOT NULL CHECK (length(given_name) <= 80),          -- as it was typed: what the person is called, only the answer tells
    family_name TEXT NOT NULL CHECK (length(family_name) <= 80),
    job TEXT NOT NULL DEFAULT '' CHECK (length(job) <= 120),            -- of a colleague, as written into the roster
    teaches TEXT NOT NULL DEFAULT '' CHECK (length(teaches) <= 120),
    since TEXT,
    share {int} CHECK (share BETWEEN 1 AND 100),
    centre {int} NOT NULL REFERENCES centre (id),
    at {int} NOT NULL,
    ends {int} NOT NULL,
    UNIQUE (school, person)
);
CREATE INDEX school_invitation_person ON school_invitation (person);
