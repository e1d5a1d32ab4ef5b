-- One person's way to one seat.

CREATE TABLE registration (
    id {id},
    event {int} NOT NULL REFERENCES event (id),
    person {int} NOT NULL REFERENCES person (id),
    school {int} REFERENCES school (id),            -- on whose behalf
    state TEXT NOT NULL CHECK (state IN ('unconfirmed', 'admitted', 'waiting', 'offered', 'lapsed', 'withdrawn', 'refused', 'moved')),
    applied {int} NOT NULL,
    queued {int},                       -- since when it counts in the queue: the click, for a newcomer
    offered_until {int},
    decided {int},                      -- when it came into its present state
    payer TEXT NOT NULL CHECK (payer IN ('self', 'school', 'free')),
    channel TEXT NOT NULL CHECK (channel IN ('web', 'desk', 'handover')),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),      -- from the applicant
    remark TEXT NOT NULL DEFAULT '' CHECK (length(remark) <= 1000),    -- from staff, seen by staff
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),    -- why refused, skipped or moved
    moved_to {int} REFERENCES event (id)
);
-- A person stands at most once in what is still open of an event.
CREATE UNIQUE INDEX registration_once ON registration (event, person) WHERE state IN ('unconfirmed', 'admitted', 'waiting', 'offered');
CREATE INDEX registration_seats ON registration (event) WHERE state IN ('admitted', 'offered');
CREATE INDEX registration_queue ON registration (event, queued, id) WHERE state = 'waiting';
CREATE INDEX registration_offers ON registration (offered_until) WHERE state = 'offered';
CREATE INDEX registration_event ON registration (event, state);
CREATE INDEX registration_person ON registration (person, id);
