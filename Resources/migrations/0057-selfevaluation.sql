-- How a centre values its own work, year by year: what is looked at is data of the centre, facts come by themselves, words and scores are written by its people.
CREATE TABLE self_area (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    place {int} NOT NULL DEFAULT 0,
    ended TEXT                                  -- the day from which it is no longer looked at
);
CREATE INDEX self_area_centre ON self_area (centre);

CREATE TABLE self_feature (
    id {id},
    area {int} NOT NULL REFERENCES self_area (id),
    name TEXT NOT NULL CHECK (length(name) <= 300),
    hint TEXT NOT NULL DEFAULT '' CHECK (length(hint) <= 1000),     -- what good work looks like
    facts TEXT NOT NULL DEFAULT '' CHECK (length(facts) <= 300),    -- which facts stand beside it, in words of the program
    place {int} NOT NULL DEFAULT 0,
    ended TEXT
);
CREATE INDEX self_feature_area ON self_feature (area);

-- The scale and the day by which a centre asks for its accreditation, from a day on.
CREATE TABLE self_rule (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    since TEXT NOT NULL,
    levels {int} NOT NULL CHECK (levels BETWEEN 2 AND 10),
    filing_month {int} NOT NULL CHECK (filing_month BETWEEN 1 AND 12),
    filing_day {int} NOT NULL CHECK (filing_day BETWEEN 1 AND 31),
    article TEXT NOT NULL DEFAULT '' CHECK (length(article) <= 300)
);
CREATE UNIQUE INDEX self_rule_since ON self_rule (centre, since);

CREATE TABLE self_year (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    year {int} NOT NULL CHECK (year BETWEEN 1990 AND 2200),
    conclusions TEXT NOT NULL DEFAULT '' CHECK (length(conclusions) <= 10000),
    opened {int} NOT NULL,
    closed TEXT,                                -- the day on which its facts were kept as they were; nothing changes any more
    closed_by {int} REFERENCES person (id)
);
CREATE UNIQUE INDEX self_year_year ON self_year (centre, year);
CREATE INDEX self_year_closed_by ON self_year (closed_by) WHERE closed_by IS NOT NULL;

CREATE TABLE self_answer (
    id {id},
    year {int} NOT NULL REFERENCES self_year (id),
    feature {int} NOT NULL REFERENCES self_feature (id),
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 10000),
    score {int} CHECK (score BETWEEN 1 AND 10),
    person {int} REFERENCES person (id),        -- who wrote it last
    changed {int} NOT NULL,
    edits {int} NOT NULL DEFAULT 1              -- counts up with each change: of two who write at once the second is told
);
CREATE UNIQUE INDEX self_answer_feature ON self_answer (year, feature);
CREATE INDEX self_answer_of_feature ON self_answer (feature);
CREATE INDEX self_answer_person ON self_answer (person) WHERE person IS NOT NULL;

-- Facts of a closed year, as they were then.
CREATE TABLE self_fact (
    year {int} NOT NULL REFERENCES self_year (id),
    fact TEXT NOT NULL CHECK (length(fact) <= 40),
    number {int} NOT NULL,
    PRIMARY KEY (year, fact)
);

CREATE TABLE self_accreditation (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    act TEXT NOT NULL DEFAULT '' CHECK (length(act) <= 300),        -- by which it was given
    CHECK (first_day <= last_day)
);
CREATE INDEX self_accreditation_centre ON self_accreditation (centre);
