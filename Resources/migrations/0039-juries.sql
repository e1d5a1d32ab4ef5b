-- Juries of contests: who judges, by what, in which rounds; which works are dealt to whom, what was given; what the chair decided and what came of it.

CREATE TABLE jury (
    contest {int} PRIMARY KEY REFERENCES contest (id),
    tie_rule TEXT NOT NULL CHECK (tie_rule IN ('criterion', 'shared', 'chair')),
    levelled {bool} NOT NULL,           -- whether the order follows scores as if all used the scale alike
    scale {int} NOT NULL CHECK (scale BETWEEN 3 AND 10),        -- the greatest mark; the smallest is 1
    margin {int} NOT NULL CHECK (margin >= 0),  -- in thousandths of a point: works that are closer are near ties
    decided {int},
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
    published {int},
    event {int} REFERENCES event (id)   -- the opening of its exhibition
);
CREATE INDEX jury_event ON jury (event) WHERE event IS NOT NULL;

CREATE TABLE juror (
    id {id},
    contest {int} NOT NULL REFERENCES contest (id),
    person {int} REFERENCES person (id),        -- null when the account was deleted: what was given stays
    chair {bool} NOT NULL,
    invited {int} NOT NULL,
    accepted {int},
    declined {int},
    reminded {int}
);
CREATE UNIQUE INDEX juror_person ON juror (contest, person);
CREATE INDEX juror_of ON juror (person) WHERE person IS NOT NULL;

-- Those in which somebody judges; without a row in all of them.
CREATE TABLE juror_category (
    juror {int} NOT NULL REFERENCES juror (id),
    category {int} NOT NULL REFERENCES contest_category (id),
    PRIMARY KEY (juror, category)
);
CREATE INDEX juror_category_of ON juror_category (category);

CREATE TABLE jury_criterion (
    id {id},
    contest {int} NOT NULL REFERENCES contest (id),
    name TEXT NOT NULL CHECK (length(name) <= 200),
    weight {int} NOT NULL CHECK (weight BETWEEN 1 AND 10),
    position {int} NOT NULL
);
CREATE INDEX jury_criterion_contest ON jury_criterion (contest, position);

CREATE TABLE jury_round (
    id {id},
    contest {int} NOT NULL REFERENCES contest (id),
    number {int} NOT NULL CHECK (number > 0),
    kind TEXT NOT NULL CHECK (kind IN ('sift', 'points', 'rank')),
    seen_times {int} NOT NULL CHECK (seen_times >= 0),        -- jurors for each work; none: all who may
    most {int} CHECK (most > 0),        -- that go on, or that are ordered
    opened {int},
    closed {int}
);
CREATE UNIQUE INDEX jury_round_number ON jury_round (contest, number);

-- The works of a round, and what became of each.
CREATE TABLE jury_entry (
    round {int} NOT NULL REFERENCES jury_round (id),
    work {int} NOT NULL REFERENCES contest_work (id),
    goes_on {bool},
    PRIMARY KEY (round, work)
);
CREATE INDEX jury_entry_work ON jury_entry (work);

-- A work before a juror.
CREATE TABLE jury_sheet (
    id {id},
    round {int} NOT NULL REFERENCES jury_round (id),
    juror {int} NOT NULL REFERENCES juror (id),
    work {int} NOT NULL REFERENCES contest_work (id),
    is_in {bool},                       -- of a sift: whether it goes on
    place {int} CHECK (place > 0),      -- of an order
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 1000),
    declared {int},                     -- when a conflict was declared: it is not judged
    saved {int}
);
CREATE UNIQUE INDEX jury_sheet_work ON jury_sheet (round, juror, work);
CREATE INDEX jury_sheet_juror ON jury_sheet (juror);
CREATE INDEX jury_sheet_of ON jury_sheet (work);

CREATE TABLE jury_mark (
    sheet {int} NOT NULL REFERENCES jury_sheet (id),
    criterion {int} NOT NULL REFERENCES jury_criterion (id),
    mark {int} NOT NULL CHECK (mark BETWEEN 1 AND 10),
    PRIMARY KEY (sheet, criterion)
);
CREATE INDEX jury_mark_criterion ON jury_mark (criterion);

-- What jurors say of a work to one another, when all have given their own.
CREATE TABLE jury_remark (
    id {id},
    work {int} NOT NULL REFERENCES contest_work (id),
    juror {int} NOT NULL REFERENCES juror (id),
    words TEXT NOT NULL CHECK (length(words) <= 1000),
    written {int} NOT NULL
);
CREATE INDEX jury_remark_work ON jury_remark (work, id);
CREATE INDEX jury_remark_juror ON jury_remark (juror);

CREATE TABLE jury_prize (
    work {int} PRIMARY KEY REFERENCES contest_work (id),
    contest {int} NOT NULL REFERENCES contest (id),
    prize {int} NOT NULL CHECK (prize BETWEEN 1 AND 4), -- 4: commended
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000)
);
CREATE INDEX jury_prize_contest ON jury_prize (contest, prize);

-- A mentor is thanked, and may put it among the own activities.
CREATE TABLE jury_thanks (
    id {id},
    contest {int} NOT NULL REFERENCES contest (id),
    person {int} REFERENCES person (id),
    written {int} NOT NULL,
    offered {int}
);
CREATE UNIQUE INDEX jury_thanks_person ON jury_thanks (contest, person);
CREATE INDEX jury_thanks_of ON jury_thanks (person) WHERE person IS NOT NULL;
