-- Who has which hall and which thing at which hours, and on which days trainers cannot come.

-- A projector, a set of laptops: each row is one thing that is in one place at a time.
CREATE TABLE equipment (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),     -- where it lies, its number in the inventory
    closed {bool} NOT NULL DEFAULT {false}
);
CREATE INDEX equipment_centre ON equipment (centre);

-- What an event needs; it is booked for each of its sessions while the event is alive.
CREATE TABLE event_equipment (
    event {int} NOT NULL REFERENCES event (id),
    equipment {int} NOT NULL REFERENCES equipment (id),
    PRIMARY KEY (event, equipment)
);
CREATE INDEX event_equipment_equipment ON event_equipment (equipment);

-- One hall or one thing, from one moment to another; no two of one hall, and no two of one thing, have a moment in common.
CREATE TABLE booking (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    hall {int} REFERENCES hall (id),
    equipment {int} REFERENCES equipment (id),
    session {int} REFERENCES event_session (id),                        -- null: the centre's own use, or a block
    purpose TEXT NOT NULL DEFAULT '' CHECK (length(purpose) <= 200),
    begins {int} NOT NULL,                                              -- with the time for setting up
    ends {int} NOT NULL,                                                -- with the time for clearing
    person {int},                                                       -- who wrote it down
    written {int} NOT NULL,
    CHECK (begins < ends),
    CHECK ((hall IS NULL) <> (equipment IS NULL))
);
CREATE INDEX booking_centre ON booking (centre, ends);
CREATE INDEX booking_hall ON booking (hall, ends);
CREATE INDEX booking_equipment ON booking (equipment, ends);
CREATE INDEX booking_session ON booking (session);
--@postgresql
ALTER TABLE booking ADD CONSTRAINT booking_hall_once
    EXCLUDE USING gist (int8range(hall, hall, '[]') WITH &&, int8range(begins, ends) WITH &&) WHERE (hall IS NOT NULL);
ALTER TABLE booking ADD CONSTRAINT booking_equipment_once
    EXCLUDE USING gist (int8range(equipment, equipment, '[]') WITH &&, int8range(begins, ends) WITH &&) WHERE (equipment IS NOT NULL);
--@both

-- How often the secret of a calendar's address was made anew: of a hall, of a trainer's groups, or of all halls of a centre.
CREATE TABLE calendar_address (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    hall {int} REFERENCES hall (id),
    person {int} REFERENCES person (id),
    round {int} NOT NULL DEFAULT 0
);
CREATE INDEX calendar_address_centre ON calendar_address (centre);
CREATE INDEX calendar_address_hall ON calendar_address (hall);
CREATE INDEX calendar_address_person ON calendar_address (person);

-- Days on which a trainer cannot come.
CREATE TABLE trainer_absence (
    id {id},
    person {int} NOT NULL REFERENCES person (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 200)
);
CREATE INDEX trainer_absence_person ON trainer_absence (person, last_day);

-- From when until when a centre has a contract with a trainer.
CREATE TABLE trainer_contract (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    person {int} NOT NULL REFERENCES person (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 200)
);
CREATE INDEX trainer_contract_centre ON trainer_contract (centre, last_day);
CREATE INDEX trainer_contract_person ON trainer_contract (person);
