-- Statements of a centre's accounts, what came in and went out, and which claims it paid.

-- A file that was uploaded and waits for somebody to look at what it would bring; sealed, kept for a day.
CREATE TABLE statement_draft (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    person {int} NOT NULL REFERENCES person (id),
    file TEXT NOT NULL CHECK (length(file) <= 300),
    sealed {blob} NOT NULL,
    recap {blob},                       -- the recapitulation beside it, sealed too
    at {int} NOT NULL
);
CREATE INDEX statement_draft_person ON statement_draft (person);
CREATE INDEX statement_draft_centre ON statement_draft (centre);

CREATE TABLE statement (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    kind TEXT NOT NULL,                 -- the form in which the bank wrote it
    account TEXT NOT NULL CHECK (length(account) <= 40),
    number TEXT NOT NULL DEFAULT '' CHECK (length(number) <= 40),
    day TEXT NOT NULL,
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    opening {int},                      -- in hundredths; nothing where the file does not say
    closing {int},
    gap {int} NOT NULL DEFAULT 0,       -- what the closing says above what the lines come to
    file TEXT NOT NULL CHECK (length(file) <= 300),
    made {int} NOT NULL,
    person {int} REFERENCES person (id),                -- who brought it
    entry {int} REFERENCES ledger_entry (id)            -- what came in, as it was posted
);
CREATE INDEX statement_centre ON statement (centre, day, id);
CREATE INDEX statement_person ON statement (person) WHERE person IS NOT NULL;
CREATE INDEX statement_entry ON statement (entry) WHERE entry IS NOT NULL;

-- Money that came or went. Whatever file brings it again is known by its print.
CREATE TABLE statement_line (
    id {id},
    statement {int} NOT NULL REFERENCES statement (id),
    centre {int} NOT NULL REFERENCES centre (id),
    place {int} NOT NULL CHECK (place > 0),
    day TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),          -- the other side, as the bank has it
    account TEXT NOT NULL DEFAULT '' CHECK (length(account) <= 40),
    model TEXT NOT NULL DEFAULT '' CHECK (length(model) <= 40),
    reference TEXT NOT NULL DEFAULT '' CHECK (length(reference) <= 40),
    other_model TEXT NOT NULL DEFAULT '' CHECK (length(other_model) <= 40),
    other_reference TEXT NOT NULL DEFAULT '' CHECK (length(other_reference) <= 40),
    purpose TEXT NOT NULL DEFAULT '' CHECK (length(purpose) <= 300),
    amount {int} NOT NULL,              -- in hundredths, below nothing when it went out
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    bank_reference TEXT NOT NULL DEFAULT '' CHECK (length(bank_reference) <= 40),
    reversal {bool} NOT NULL DEFAULT {false},
    print TEXT NOT NULL,                -- a digest of what it says and its running number among those that say the same
    rest {int} NOT NULL,                -- of which nobody has said yet what it is; never on the other side of nothing than the amount
    UNIQUE (centre, print)
);
CREATE INDEX statement_line_statement ON statement_line (statement, place);
CREATE INDEX statement_line_open ON statement_line (centre, day, id) WHERE rest <> 0;
CREATE INDEX statement_line_account ON statement_line (centre, account) WHERE account <> '';

-- What a line was for, or a part of it. A mistake is undone and stays to be seen.
CREATE TABLE payment (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    line {int} NOT NULL REFERENCES statement_line (id),
    kind TEXT NOT NULL CHECK (kind IN ('paid', 'refund', 'returned', 'aside')),
    share {int} REFERENCES claim_share (id),            -- which it paid, or of which it gave back
    origin {int} REFERENCES statement_line (id),        -- whose rest it gave back
    amount {int} NOT NULL CHECK (amount > 0),           -- in hundredths
    currency TEXT NOT NULL CHECK (currency IN ('RSD', 'EUR')),
    ground TEXT NOT NULL CHECK (ground IN ('reference', 'proposal', 'choice')),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),         -- why it is no money for claims
    made {int} NOT NULL,
    person {int} REFERENCES person (id),
    undone {int},
    undone_by {int} REFERENCES person (id),
    CHECK ((kind IN ('paid', 'refund')) = (share IS NOT NULL)),
    CHECK ((kind = 'returned') = (origin IS NOT NULL))
);
CREATE INDEX payment_line ON payment (line);
CREATE INDEX payment_share ON payment (share) WHERE share IS NOT NULL;
CREATE INDEX payment_origin ON payment (origin) WHERE origin IS NOT NULL;
CREATE INDEX payment_centre ON payment (centre, made);
CREATE INDEX payment_person ON payment (person) WHERE person IS NOT NULL;
CREATE INDEX payment_undone_by ON payment (undone_by) WHERE undone_by IS NOT NULL;

-- That somebody was reminded: one letter with all that was open.
CREATE TABLE reminder (
    id {id},
    centre {int} NOT NULL REFERENCES centre (id),
    payer {int} NOT NULL REFERENCES payer (id),
    shares {int} NOT NULL CHECK (shares > 0),
    made {int} NOT NULL,
    person {int} REFERENCES person (id)                 -- who let it go; nobody where the clock did
);
CREATE INDEX reminder_payer ON reminder (payer, made);
CREATE INDEX reminder_centre ON reminder (centre, made);
CREATE INDEX reminder_person ON reminder (person) WHERE person IS NOT NULL;

-- How a centre asks for its money.
CREATE TABLE payment_rule (
    centre {int} PRIMARY KEY REFERENCES centre (id),
    holds_papers {bool} NOT NULL,       -- a certificate waits until its seat is paid
    reminds {bool} NOT NULL,            -- by itself
    late_days {int} NOT NULL CHECK (late_days BETWEEN 1 AND 365),       -- so long after its day a claim is asked for
    again_days {int} NOT NULL CHECK (again_days BETWEEN 7 AND 365)      -- not sooner again
);
