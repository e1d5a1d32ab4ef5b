-- Seats that are given by need: applications that come until a day are ranked by points, and seats are given by the rank on the next one.

-- How many points a centre gives for what.
CREATE TABLE seat_points (
    centre {int} PRIMARY KEY REFERENCES centre (id),
    points TEXT NOT NULL CHECK (length(points) <= 1000)         -- name=points with blanks between
);

CREATE TABLE seat_draw (
    event {int} PRIMARY KEY REFERENCES event (id),
    day TEXT NOT NULL,                                          -- the last whose applications are ranked
    points TEXT NOT NULL CHECK (length(points) <= 1000),        -- as they were when it was set
    seed TEXT NOT NULL CHECK (length(seed) <= 120),             -- parts those with equal points; its digest is told from the beginning, it itself afterwards
    given {int},                                                -- when seats were given
    free {int} NOT NULL DEFAULT 0                               -- how many there were to give
);

-- What an application came to. Seats of a group that comes whole or not at all share a lot.
CREATE TABLE seat_rank (
    registration {int} PRIMARY KEY REFERENCES registration (id),
    event {int} NOT NULL REFERENCES event (id),
    lot {int} NOT NULL,
    place {int} NOT NULL,                                       -- of the lot, from 1
    points {int} NOT NULL,                                      -- of the lot
    own {int} NOT NULL,                                         -- of the application itself
    parts TEXT NOT NULL DEFAULT '' CHECK (length(parts) <= 120),        -- for what, names with blanks between
    came {bool} NOT NULL,                                       -- whether it came to a seat
    queued {int}                                                -- since when it counted before
);
CREATE INDEX seat_rank_event ON seat_rank (event, place);

-- From which day on everybody may apply. Before, those may who wished the topic in their plan.
CREATE TABLE event_head_start (
    event {int} PRIMARY KEY REFERENCES event (id),
    opens TEXT NOT NULL
);
