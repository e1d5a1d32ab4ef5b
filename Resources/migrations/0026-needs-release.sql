-- What a centre tells everybody of what is wished: numbers of a day, which are never counted again.
CREATE TABLE demand_release (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    year {int} NOT NULL,                -- the calendar year in which the school year begins
    number {int} NOT NULL,              -- in its year, from 1
    at {int} NOT NULL,
    plans {int} NOT NULL,               -- that it was made of
    UNIQUE (centre, year, number)
);

-- One number of it. Small ones, and those that would give them away, are hidden for good.
CREATE TABLE demand_released (
    id {id},
    release {int} NOT NULL REFERENCES demand_release (id),
    topic {int} REFERENCES topic (id),  -- null for all topics together
    axis TEXT NOT NULL CHECK (axis IN ('', 'municipality', 'job', 'term')),     -- what the topic is split by; '' for the sum
    municipality {int} REFERENCES municipality (id),    -- null where it is unknown
    word TEXT NOT NULL DEFAULT '' CHECK (length(word) <= 120),      -- the job or the term; '' where any will do
    wishes {int}                        -- null where it is hidden
);
CREATE INDEX demand_released_release ON demand_released (release);
CREATE INDEX demand_released_topic ON demand_released (topic) WHERE topic IS NOT NULL;
CREATE INDEX demand_released_municipality ON demand_released (municipality) WHERE municipality IS NOT NULL;
