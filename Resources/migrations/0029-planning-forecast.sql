-- What will be needed in a school year, as it was supposed on a day; and wishes that were met because somebody went.

CREATE TABLE forecast (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    year {int} NOT NULL,                        -- the calendar year in which the school year begins for which it is
    number {int} NOT NULL,                      -- in its year, from 1
    at {int} NOT NULL,
    person {int},                               -- who made it
    plans {int} NOT NULL,                       -- of the last year that has some
    staff_now {int} NOT NULL,                   -- who works in the schools of the territory
    staff_then {int} NOT NULL,                  -- who will, as far as it is written down
    leaving {int} NOT NULL,
    joining {int} NOT NULL,
    UNIQUE (centre, year, number)
);

-- One number of it, with what it was made of. It is never counted again.
CREATE TABLE forecast_line (
    id {id},
    forecast {int} NOT NULL REFERENCES forecast (id),
    kind TEXT NOT NULL CHECK (kind IN ('sum', 'topic', 'words', 'duty')),
    topic {int} REFERENCES topic (id),
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 120),      -- of a duty, in its pack of rules
    carried {int} NOT NULL,                     -- wishes that are open and go along; of a duty, who has not met it now
    fresh {int},                                -- new wishes of the year before it; null where there were no plans. Of a duty, all for whom it counts
    fresh_before {int},                         -- of the year before that
    fresh_first {int},                          -- of the one before that one
    as_now {int} NOT NULL,                      -- all wishes of the last year: what one would say without a rule
    expected {int} NOT NULL,
    least {int},                                -- null with fewer than three years
    most {int}
);
CREATE INDEX forecast_line_forecast ON forecast_line (forecast);
CREATE INDEX forecast_line_topic ON forecast_line (topic) WHERE topic IS NOT NULL;

-- Somebody came to an event on a topic that they had wished. Looked at once: whoever wishes it again is not asked by the same event.
CREATE TABLE wish_met (
    id {id},
    person {int} NOT NULL REFERENCES person (id),
    topic {int} NOT NULL REFERENCES topic (id),
    event {int} NOT NULL REFERENCES event (id),
    year {int} NOT NULL,                        -- of the plan
    at {int} NOT NULL
);
CREATE UNIQUE INDEX wish_met_once ON wish_met (person, topic, event);
CREATE INDEX wish_met_topic ON wish_met (topic);
CREATE INDEX wish_met_event ON wish_met (event);
