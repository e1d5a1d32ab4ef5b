-- Who borrows what of the resource centre and until when, who waits for what, and by which rules.

-- What somebody may borrow of a kind of titles: of the rules of a kind the newest counts that had begun on the day of the loan.
CREATE TABLE loan_rule (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    since TEXT NOT NULL,                -- local day
    borrower TEXT NOT NULL CHECK (borrower IN ('person', 'institution', 'pupil')),
    kind TEXT NOT NULL CHECK (length(kind) <= 40),      -- of titles
    days {int} NOT NULL CHECK (days >= 0),              -- none: it is not lent to them
    most {int} NOT NULL CHECK (most >= 0),              -- that one may have out at a time
    renewals {int} NOT NULL CHECK (renewals >= 0),
    reservable {bool} NOT NULL,
    deposit {int} NOT NULL DEFAULT 0 CHECK (deposit >= 0)       -- minor units of the centre's currency
);
CREATE UNIQUE INDEX loan_rule_since ON loan_rule (centre, borrower, kind, since);

-- How the desk works, from a day on.
CREATE TABLE desk_rule (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    since TEXT NOT NULL,                -- local day
    weekdays TEXT NOT NULL CHECK (length(weekdays) <= 40),      -- numbers of the days on which it is open, Monday is 1
    keep_days {int} NOT NULL CHECK (keep_days > 0),             -- what is ready waits so long for whoever reserved it
    before_days {int} NOT NULL CHECK (before_days >= 0),        -- so long before it is due a letter reminds; none: it does not
    refuses {bool} NOT NULL,            -- whether nothing is lent to whoever has something overdue; else the desk is warned
    pupil_days {int} NOT NULL CHECK (pupil_days > 0),           -- so long after the last thing came back a pupil's name stands
    past_days {int} NOT NULL CHECK (past_days > 0)              -- so long it stands who had what
);
CREATE UNIQUE INDEX desk_rule_since ON desk_rule (centre, since);

-- Days on which nothing can be brought back, beside those of the week and the holidays of the school year.
CREATE TABLE desk_closure (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),
    CHECK (first_day <= last_day)
);
CREATE INDEX desk_closure_centre ON desk_closure (centre, first_day);

-- How many cards a centre has given. A number is never given again.
CREATE TABLE card_series (
    centre {int} PRIMARY KEY REFERENCES centre (id),
    last_number {int} NOT NULL
);

CREATE TABLE borrower (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL CHECK (kind IN ('person', 'institution', 'pupil')),
    person {int} REFERENCES person (id),        -- who borrows, or answers for the institution or the pupil
    school {int} REFERENCES school (id),        -- the institution; the pupil's
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),          -- of a pupil, of an institution that is no school; of a person whose account is gone while something is out
    responsible TEXT NOT NULL DEFAULT '' CHECK (length(responsible) <= 200),    -- who answers for it and has no account
    class TEXT NOT NULL DEFAULT '' CHECK (length(class) <= 40),
    card TEXT NOT NULL CHECK (length(card) <= 40),
    consent TEXT,                       -- the day on which the guardian's paper was seen
    blocked TEXT NOT NULL DEFAULT '' CHECK (length(blocked) <= 1000),   -- why nothing is lent to them
    made {int} NOT NULL,
    CHECK (kind <> 'pupil' OR consent IS NOT NULL)
);
CREATE UNIQUE INDEX borrower_card ON borrower (card);
CREATE INDEX borrower_centre ON borrower (centre, kind);
CREATE INDEX borrower_person ON borrower (person) WHERE person IS NOT NULL;
CREATE UNIQUE INDEX borrower_school ON borrower (centre, school) WHERE kind = 'institution' AND school IS NOT NULL;
CREATE INDEX borrower_at ON borrower (school) WHERE school IS NOT NULL;

-- A time in which one copy is somebody's, from one day to another: booked ahead, or out. No two of one copy have a day in common, and only one is out.
CREATE TABLE loan (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    copy {int} NOT NULL REFERENCES copy (id),
    borrower {int} REFERENCES borrower (id),    -- null: it came back long ago, and stands no more who had it
    borrower_kind TEXT NOT NULL CHECK (borrower_kind IN ('person', 'institution', 'pupil')),
    state TEXT NOT NULL CHECK (state IN ('booked', 'out', 'back', 'lost', 'cancelled')),
    held_from {int} NOT NULL,           -- days since 1 January 1970, with those for setting up and for the way
    held_until {int} NOT NULL,
    due TEXT NOT NULL,                  -- local day
    out_at {int},
    back_at {int},
    renewed {int} NOT NULL DEFAULT 0 CHECK (renewed >= 0),
    deposit {int} NOT NULL DEFAULT 0 CHECK (deposit >= 0),      -- that was left for it; minor units of the centre's currency
    damage TEXT NOT NULL DEFAULT '' CHECK (length(damage) <= 1000),
    told TEXT CHECK (told IN ('before', 'one', 'seven', 'twentyone')),          -- the last letter about it
    person {int},                       -- who wrote it down
    made {int} NOT NULL,
    CHECK (held_from <= held_until),
    CHECK (borrower IS NOT NULL OR state IN ('back', 'lost', 'cancelled')),
    CHECK (out_at IS NOT NULL OR state IN ('booked', 'cancelled'))
);
CREATE UNIQUE INDEX loan_out ON loan (copy) WHERE state = 'out';
CREATE INDEX loan_copy ON loan (copy, held_until);
CREATE INDEX loan_borrower ON loan (borrower, state);
CREATE INDEX loan_due ON loan (centre, due) WHERE state = 'out';
CREATE INDEX loan_at ON loan (centre, out_at);
CREATE INDEX loan_back ON loan (back_at);
--@postgresql
ALTER TABLE loan ADD CONSTRAINT loan_copy_once
    EXCLUDE USING gist (int8range(copy, copy, '[]') WITH &&, int8range(held_from, held_until, '[]') WITH &&) WHERE (state IN ('booked', 'out'));
--@both

-- Somebody waits for a title. Those that wait are served in the order in which they came; a copy that came back is set aside for one of them.
CREATE TABLE reservation (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    title {int} NOT NULL REFERENCES title (id),
    borrower {int} NOT NULL REFERENCES borrower (id),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'ready', 'lent', 'lapsed', 'cancelled')),
    copy {int} REFERENCES copy (id),
    made {int} NOT NULL,
    ready_at {int},
    keep_until TEXT,                    -- local day
    ended {int},
    CHECK (state <> 'ready' OR (copy IS NOT NULL AND ready_at IS NOT NULL AND keep_until IS NOT NULL))
);
CREATE UNIQUE INDEX reservation_once ON reservation (title, borrower) WHERE state IN ('waiting', 'ready');
CREATE UNIQUE INDEX reservation_copy ON reservation (copy) WHERE state = 'ready';
CREATE INDEX reservation_title ON reservation (title, id);
CREATE INDEX reservation_borrower ON reservation (borrower, state);
CREATE INDEX reservation_of ON reservation (copy) WHERE copy IS NOT NULL;
CREATE INDEX reservation_centre ON reservation (centre, state);

-- How often a copy was used where it stands.
CREATE TABLE site_use (
    copy {int} NOT NULL REFERENCES copy (id),
    day TEXT NOT NULL,
    uses {int} NOT NULL CHECK (uses >= 0),
    PRIMARY KEY (copy, day)
);

-- What was done at the desk, so that the last of it can be taken back: nothing else reads it, and it goes after some days.
CREATE TABLE desk_act (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    person {int},                       -- who stood there
    at {int} NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('lend', 'return', 'renew', 'site')),
    copy {int} NOT NULL REFERENCES copy (id),
    loan {int} REFERENCES loan (id),
    reservation {int} REFERENCES reservation (id),      -- the one that was served, or that is ready by it
    due TEXT,                           -- as it was before
    held_until {int},
    copy_state TEXT CHECK (copy_state IN ('shelf', 'repair', 'lost', 'off')),
    undone {bool} NOT NULL DEFAULT {false}
);
CREATE INDEX desk_act_person ON desk_act (centre, person, id);
CREATE INDEX desk_act_copy ON desk_act (copy);
CREATE INDEX desk_act_loan ON desk_act (loan) WHERE loan IS NOT NULL;
CREATE INDEX desk_act_reservation ON desk_act (reservation) WHERE reservation IS NOT NULL;
CREATE INDEX desk_act_at ON desk_act (at);
