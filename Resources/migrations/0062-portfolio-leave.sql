-- A day of leave has a number of its own, by which it follows its person when two people prove to be one.
ALTER TABLE paid_leave RENAME TO paid_leave_unnumbered;
CREATE TABLE paid_leave (
    id {id},
    person {int} NOT NULL REFERENCES person (id),
    day TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 300),
    UNIQUE (person, day)
);
INSERT INTO paid_leave (person, day, reason) SELECT person, day, reason FROM paid_leave_unnumbered ORDER BY person, day;
DROP TABLE paid_leave_unnumbered;
