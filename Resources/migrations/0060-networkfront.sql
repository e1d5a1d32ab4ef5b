-- Events that centres of this installation offer together: the seats are one list, at the centre that holds the event.

CREATE TABLE joint_event (
    id {id},
    event {int} NOT NULL REFERENCES event (id),
    centre {int} NOT NULL REFERENCES centre (id),       -- offers it too
    state TEXT NOT NULL CHECK (state IN ('asked', 'agreed', 'declined')),
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 300),    -- who brings what
    asked {int} NOT NULL,
    asked_by {int} REFERENCES person (id),
    answered {int},
    answered_by {int} REFERENCES person (id),
    UNIQUE (event, centre)
);
CREATE INDEX joint_event_centre ON joint_event (centre, state);
CREATE INDEX joint_event_asked_by ON joint_event (asked_by) WHERE asked_by IS NOT NULL;
CREATE INDEX joint_event_answered_by ON joint_event (answered_by) WHERE answered_by IS NOT NULL;
