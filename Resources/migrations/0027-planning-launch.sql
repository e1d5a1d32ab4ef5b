-- So many days before all others those may apply who wished the topic of what a centre opens.
CREATE TABLE head_start_rule (
    centre {int} PRIMARY KEY REFERENCES centre (id),
    days {int} NOT NULL CHECK (days BETWEEN 1 AND 60)
);

-- A draft that stands ready because so many would come. Of one call there is one, from however many sides it was reached.
CREATE TABLE launch (
    id {id},
    demand_call {int} NOT NULL REFERENCES demand_call (id),
    centre {int} NOT NULL REFERENCES centre (id),
    programme {int} REFERENCES programme (id),  -- null where the topic has none
    people {int} NOT NULL,                      -- who counted when it was made
    schools {int} NOT NULL,
    km {int} NOT NULL,                          -- that all of them travel to the centre and back
    event {int} REFERENCES event (id),          -- the draft; null where none could be made, or it was discarded
    made {int} NOT NULL
);
CREATE UNIQUE INDEX launch_call ON launch (demand_call);
CREATE INDEX launch_centre ON launch (centre, made);
CREATE INDEX launch_programme ON launch (programme) WHERE programme IS NOT NULL;
CREATE INDEX launch_event ON launch (event) WHERE event IS NOT NULL;

-- Dates on which a hall and the trainers were free.
CREATE TABLE launch_date (
    launch {int} NOT NULL REFERENCES launch (id),
    line {int} NOT NULL,
    day TEXT NOT NULL,                          -- the first
    hall {int} REFERENCES hall (id),
    PRIMARY KEY (launch, line)
);
CREATE INDEX launch_date_hall ON launch_date (hall) WHERE hall IS NOT NULL;
